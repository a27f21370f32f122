package main

import (
	"errors"
	"fmt"
	"runtime"
)

type T struct {
	p *T
	n int
}

func try(name string, f func()) {
	defer func() {
		r := recover()
		if e, ok := r.(runtime.Error); ok {
			fmt.Println(name, "runtime:", e)
		} else {
			fmt.Printf("%s %T %v\n", name, r, r)
		}
	}()
	f()
}

func main() {
	var m map[string]int
	var s []int
	var p *T
	var i any = "str"
	var e error
	zero := 0
	try("nilmap", func() { m["a"] = 1 })
	try("index", func() { _ = s[3] })
	try("slice", func() { s = make([]int, 2); k := 5; _ = s[k:] })
	try("slice2", func() { a, b := 2, 1; _ = s[a:b] })
	try("nilptr", func() { _ = p.n })
	try("div", func() { _ = 1 / zero })
	try("assert", func() { _ = i.(int) })
	try("assert2", func() { _ = i.(fmt.Stringer) })
	try("nilassert", func() { _ = e.(fmt.Stringer) })
	try("err", func() { _ = e.Error() })
	try("custom", func() { panic(fmt.Errorf("wrapped: %w", errors.New("in"))) })
	try("value", func() { panic(T{n: 3}) })
	try("closed", func() { c := make(chan int); close(c); close(c) })
	try("send", func() { c := make(chan int, 1); close(c); c <- 1 })
	try("nilfunc", func() { var f func(); f() })
	try("make", func() { n := -1; _ = make([]int, n) })
	try("hash", func() { k := map[any]int{}; k[[]int{1}] = 2 })
	try("cmp", func() { var a, b any = []int{1}, []int{1}; _ = a == b })
	try("arr", func() { var a [3]int; k := 3; a[k] = 1 })
	try("str", func() { st := "abc"; k := 10; _ = st[k] })
	try("conv", func() { _ = [4]int(s) })
	try("goexit", func() { panic(nil) })
	try("none", func() {})
	func() {
		defer func() { fmt.Println("outer", recover()) }()
		defer func() {
			defer func() { fmt.Println("inner", recover()) }()
			panic("second")
		}()
		panic("first")
	}()
}
