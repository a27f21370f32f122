package main

import (
	"errors"
	"fmt"
	"runtime"
	"strings"
)

type I interface{ M() }
type J interface {
	I
	N(int) string
}
type A struct{}
type B struct{ x []int }
type C int

func (A) M()  {}
func (*B) M() {}
func (C) M()  {}

func try(name string, f func()) {
	defer func() {
		r := recover()
		_, rt := r.(runtime.Error)
		fmt.Printf("%s: %v (%T runtime=%t)\n", name, r, r, rt)
	}()
	f()
}

type E struct{ msg string }

func (e *E) Error() string { return e.msg }

func main() {
	zero, neg, big := 0, -1, 10
	var m map[string][]int
	var s []int
	var p *B
	var i I
	var a any
	var f func()
	var arr [3]int
	str := "héy"
	try("div", func() { fmt.Println(1 / zero) })
	try("mod", func() { fmt.Println(1 % zero) })
	try("idx", func() { fmt.Println(s[0]) })
	try("idx2", func() { fmt.Println([]int{1}[big]) })
	try("idx neg", func() { fmt.Println([]int{1}[neg]) })
	try("arr", func() { arr[big] = 1 })
	try("str", func() { fmt.Println(str[big]) })
	try("slice hi", func() { fmt.Println(s[:big]) })
	try("slice lo", func() { fmt.Println([]int{1, 2}[2:zero]) })
	try("slice3", func() { fmt.Println(make([]int, 2, 4)[zero:3:big]) })
	try("slice str", func() { fmt.Println(str[big:]) })
	try("slice arr", func() { fmt.Println(arr[neg:]) })
	try("nil map", func() { m["a"] = nil })
	try("nil map op", func() { m["a"] = append(m["a"], 1) })
	try("nil ptr", func() { fmt.Println(p.x) })
	try("nil iface", func() { i.M() })
	try("nil func", func() { f() })
	try("assert nil", func() { _ = a.(int) })
	a = "s"
	try("assert", func() { _ = a.(int) })
	try("assert2", func() { _ = a.(I) })
	try("assert3", func() { _ = a.(fmt.Stringer) })
	i = A{}
	try("assert4", func() { _ = i.(C) })
	try("assert5", func() { _ = i.(J) })
	try("assert6", func() { _ = i.(*B) })
	a = B{}
	try("assert7", func() { _ = a.(I) })
	try("assert8", func() { _ = a.(*B) })
	a = []C{1}
	try("assert9", func() { _ = a.([]int) })
	try("assert10", func() { _ = a.(map[string]C) })
	try("hash", func() { _ = map[any]int{a: 1} })
	try("hash2", func() { mm := map[any]int{}; mm[func() {}] = 1 })
	try("cmp", func() { fmt.Println(a == a) })
	try("cmp2", func() { var x, y any = B{}, B{}; fmt.Println(x == y) })
	try("cmp3", func() { var x, y any = map[int]int{}, []int{}; fmt.Println(x == y) })
	try("cmp4", func() { x, y := [1]any{f}, [1]any{f}; fmt.Println(x == y) })
	try("make", func() { _ = make([]int, neg) })
	try("make2", func() { _ = make([]int, 2, zero) })
	try("makechan", func() { _ = make(chan int, neg) })
	try("close nil", func() { var c chan int; close(c) })
	try("close twice", func() { c := make(chan int); close(c); close(c) })
	try("send closed", func() { c := make(chan int, 1); close(c); c <- 1 })
	try("shift", func() { fmt.Println(1 << neg) })
	try("conv arr", func() { _ = [4]int(make([]int, 2)) })
	try("conv arrp", func() { _ = (*[2]int)(make([]int, 1)) })
	try("panic nil", func() { panic(nil) })
	try("panic err", func() { panic(&E{"custom"}) })
	try("panic wrapped", func() { panic(fmt.Errorf("w: %w", errors.New("in"))) })
	try("panic struct", func() { panic(struct{ A, B int }{1, 2}) })
	try("panic C", func() { panic(C(3)) })
	try("panic sprintf", func() { panic(fmt.Sprintf("%05d", 42)) })
	try("repeat", func() { strings.Repeat("x", neg) })
	try("none", func() {})
	try("nested", func() {
		defer func() {
			r := recover()
			panic(fmt.Sprint("again ", r))
		}()
		panic("first")
	})
	try("defer order", func() {
		defer fmt.Println("d1")
		defer func() {
			defer func() { fmt.Println("inner", recover()) }()
			panic("second")
		}()
		panic("one")
	})
	try("goexit order", func() {
		for i := range 3 {
			defer func() { fmt.Print("d", i, " ") }()
		}
		var e *E
		var err error = e
		fmt.Println(err == nil, e == nil)
		panic(err != nil)
	})
	fmt.Println(func() (n int, err error) {
		defer func() {
			if r := recover(); r != nil {
				err = fmt.Errorf("recovered %v", r)
				n *= 2
			}
		}()
		n = 21
		_ = s[n]
		return 1, nil
	}())
	func() {
		defer func() { fmt.Println(recover(), recover()) }()
		defer func() { fmt.Println("x", recover()) }()
		panic(1)
	}()
	helper := func() any { return recover() }
	func() {
		defer func() { fmt.Println("outer", recover()) }()
		defer func() { fmt.Println("helper", helper()) }()
		panic("p")
	}()
	var rerr runtime.Error
	func() {
		defer func() { fmt.Println(errors.As(recover().(error), &rerr), rerr) }()
		_ = arr[big%4+2]
	}()
	var list *B
	list.M()
	fmt.Println(len(m["x"]), len(s[:0]), m["q"] == nil, s == nil, s[:0] == nil, []int{} == nil)
	panic(fmt.Errorf("final: %w", &E{"end"}))
}
