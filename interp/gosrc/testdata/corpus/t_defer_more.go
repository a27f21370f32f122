package main

import "fmt"

func a() (s string) {
	defer func() { s += "!" }()
	for i := range 3 {
		defer func() { s += fmt.Sprint(i) }()
	}
	return "x"
}

type R struct{ name string }

func (r R) Close()   { fmt.Println("close", r.name) }
func (r *R) Finish() { fmt.Println("finish", r.name) }

func use() (err error) {
	r := R{"one"}
	defer r.Close()
	defer r.Finish()
	r.name = "two"
	defer func(n string) { fmt.Println("arg", n, r.name) }(r.name)
	r.name = "three"
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("caught: %v", p)
		}
	}()
	var m map[string]int
	m["x"]++
	return nil
}

func deep(n int) {
	defer fmt.Print(n, " ")
	if n > 0 {
		deep(n - 1)
		return
	}
	panic("bottom")
}

func rethrow() (msg any) {
	defer func() { msg = recover() }()
	defer func() {
		r := recover()
		panic(fmt.Sprint("second after ", r))
	}()
	panic("first")
}

func cond(b bool) {
	if b {
		defer fmt.Println("conditional")
	}
	fmt.Println("body", b)
}

func loop() int {
	for i := 0; ; i++ {
		func() {
			defer func() { recover() }()
			if i == 2 {
				panic(i)
			}
		}()
		if i == 3 {
			return i
		}
	}
}

func Main() {
	fmt.Println(a())
	fmt.Println(use())
	func() {
		defer func() { fmt.Println(recover()) }()
		deep(3)
	}()
	fmt.Println(rethrow())
	cond(true)
	cond(false)
	fmt.Println(loop())
	var f func()
	func() {
		defer func() { fmt.Println("nil func:", recover() != nil) }()
		defer f()
	}()
	defer func() {
		defer func() { fmt.Println("inner", recover()) }()
		panic("in defer")
	}()
}

func main() { Main() }
