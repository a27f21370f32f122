package main

import "fmt"

type T struct{ n int }

func (t *T) Safe() string {
	if t == nil {
		return "nil T"
	}
	return fmt.Sprint("T", t.n)
}

type I interface{ Safe() string }
type MyErr struct{}

func (*MyErr) Error() string { return "my" }

func mayFail(f bool) error {
	var e *MyErr
	if f {
		e = &MyErr{}
	}
	return e
}

func good() error { return nil }

func try(name string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(name, "->", r)
		}
	}()
	f()
	fmt.Println(name, "ok")
}

type Tree struct{ L, R *Tree }

func (t *Tree) Count() int {
	if t == nil {
		return 0
	}
	return 1 + t.L.Count() + t.R.Count()
}

func Main() {
	var t *T
	fmt.Println(t.Safe(), t == nil)
	var i I
	fmt.Println(i == nil)
	i = t
	fmt.Println(i == nil, i.Safe(), i == I(t), i == I((*T)(nil)))
	fmt.Println(mayFail(false) == nil, mayFail(true) == nil, good() == nil)
	var s []int
	for range s {
		fmt.Println("never")
	}
	s = append(s, 1)
	var m map[string]int
	fmt.Println(m["x"], len(m), len(s))
	_, ok := m["x"]
	fmt.Println(ok)
	delete(m, "x")
	var f func(int)
	var ch chan int
	var p *int
	var e error
	fmt.Println(f == nil, ch == nil, p == nil, e == nil, len(ch), cap(ch))
	try("map", func() { m["a"] = 1 })
	try("ptr", func() { *p = 1 })
	try("ptr read", func() { fmt.Println(*p) })
	try("field", func() { t.n = 1 })
	try("field read", func() { fmt.Println(t.n) })
	try("func", func() { f(1) })
	try("iface", func() { var x I; x.Safe() })
	try("err", func() { fmt.Println(e.Error()) })
	try("slice", func() { fmt.Println(s[5]) })
	try("assert", func() { var x any; fmt.Println(x.(string)) })
	try("assert2", func() { var x any = T{1}; fmt.Println(x.(*T)) })
	try("assert3", func() { var x any = 1; fmt.Println(x.(I)) })
	try("div", func() { z := 0; fmt.Println(1 / z) })
	try("mod", func() { z := 0; fmt.Println(1 % z) })
	try("neg make", func() { n := -1; _ = make([]int, n) })
	try("close nil", func() { close(ch) })
	try("array", func() { a := [3]int{}; k := 3; fmt.Println(a[k]) })
	try("string", func() { str := "abc"; k := 10; fmt.Println(str[k]) })
	try("slice2", func() { a := []int{1, 2}; k := 3; fmt.Println(a[k:]) })
	try("uncomparable", func() { var a, b any = []int{1}, []int{1}; fmt.Println(a == b) })
	try("map key", func() { m := map[any]int{}; m[[]int{1}] = 1 })
	try("custom", func() { panic(fmt.Errorf("wrapped: %w", &MyErr{})) })
	try("tree", func() { fmt.Println((&Tree{&Tree{}, nil}).Count()) })
	try("nil deref struct", func() { var tp *T; x := *tp; fmt.Println(x) })
	try("send closed", func() { c := make(chan int, 1); close(c); c <- 1 })
}

func main() { Main() }
