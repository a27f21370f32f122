package main

import "fmt"

type L func(format string, args ...any)

type S struct {
	log L
	all []L
}

func (s S) do() {
	s.log("%d %s\n", 1, "x")
	defer s.log("deferred %d\n", 7)
	done := make(chan bool)
	go s.log("go\n")
	go func() { done <- true }()
	<-done
	for _, l := range s.all {
		l("%v\n", []int{1})
	}
	p := &s.log
	(*p)("p %d\n", 2)
	s.log = nil
	fmt.Println(s.log == nil)
}

type outer struct {
	S
	m map[string]*S
}

func main() {
	l := func(f string, a ...any) { fmt.Printf(f, a...) }
	s := S{l, []L{l, l}}
	s.do()
	o := outer{s, map[string]*S{"k": &s}}
	o.log("outer %d\n", len(o.m))
	o.m["k"].log("map\n")
	o.S.all[1]("elem %d %d\n", 1, 2)
	arr := [2]S{s, s}
	arr[1].log("arr %q\n", "z")
	x := struct{ min func(...int) int }{func(xs ...int) int { return len(xs) }}
	y := []int{x.min(), x.min(1), x.min([]int{1, 2}...)}
	fmt.Println(y)
	defer func() { fmt.Println(recover()) }()
	var none S
	none.log("x", 1)
}
