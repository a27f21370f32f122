package main

import (
	"fmt"
)

type T struct{ n int }

func (t T) Show(s string)   { fmt.Println("T", t.n, s) }
func (t *T) PShow(s string) { fmt.Println("*T", t.n, s) }
func trace(s string) string  { fmt.Println("enter", s); return s }
func un(s string)            { fmt.Println("leave", s) }
func named() (n int) {
	defer func() { n *= 2 }()
	defer func(k int) { n += k }(n + 100)
	n = 5
	return n + 1
}
func unnamed() int {
	n := 5
	defer func() { n = 100 }()
	return n
}
func early(b bool) (s string) {
	defer func() { s += "-d1" }()
	if b {
		return "early"
	}
	defer func() { s += "-d2" }()
	return "late"
}
func recoverReturn() (v int, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("got %v", r)
		}
	}()
	v = 7
	panic("x")
}
func nestedRec() {
	defer fmt.Println("outer deferred")
	defer func() {
		defer func() { fmt.Println("inner", recover()) }()
		panic("second")
	}()
	panic("first")
}
func loop() {
	for i := 0; i < 3; i++ {
		defer func(n int) { fmt.Print(i, n, " ") }(i * i)
	}
}

func main() {
	defer un(trace("main"))
	t := T{1}
	defer t.Show("a")
	defer t.PShow("b")
	t.n = 2
	fmt.Println(named(), unnamed(), early(true), early(false))
	fmt.Println(recoverReturn())
	func() {
		defer func() { fmt.Println("got", recover()) }()
		nestedRec()
	}()
	loop()
	fmt.Println(recover())
	f := t.Show
	t.n = 3
	defer f("c")
	var fn func()
	func() {
		defer func() { fmt.Println(recover()) }()
		defer fn()
		fmt.Println("before nil func")
	}()
	defer func() func() {
		fmt.Println("setup")
		return func() { fmt.Println("teardown") }
	}()()
	for range 2 {
		func() {
			defer fmt.Println("per iteration")
		}()
	}
}
