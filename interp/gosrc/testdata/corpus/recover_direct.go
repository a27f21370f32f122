package main

import "fmt"

func helper() any { return recover() }

func viaLiteral() (r any) {
	defer func() { r = recover() }()
	defer func() {
		fmt.Println("lit:", helper())
		func() { fmt.Println("nested:", recover()) }()
		f := helper
		fmt.Println("value:", f())
	}()
	panic("p1")
}

func direct() (r any) {
	defer func() { r = recover() }()
	defer helper()
	panic("p2")
}

type t struct{ name string }

func (x t) rec() {
	fmt.Println(x.name, recover())
}
func (x t) indirect() { x.rec() }

func methods() (r any) {
	defer func() { r = recover() }()
	defer t{"direct"}.rec()
	defer t{"indirect"}.indirect()
	panic("p3")
}

func variable() (r any) {
	defer func() { r = recover() }()
	f := t{"value"}.rec
	defer f()
	g := func() { fmt.Println("g", recover()) }
	defer g()
	h := func() { g() }
	defer h()
	panic("p4")
}

func normal() {
	fmt.Println("not panicking", recover(), helper())
}

func deferInDeferred() (r any) {
	defer func() { r = recover() }()
	defer func() {
		defer func() { fmt.Println("in deferred of deferred", recover()) }()
	}()
	panic("p5")
}

func sameHelperBoth() (r any) {
	defer func() { r = recover() }()
	defer rec2(1)
	panic("p6")
}

func rec2(n int) {
	if n > 0 {
		rec2(n - 1)
		return
	}
	fmt.Println("rec2", recover())
}

func main() {
	fmt.Println(viaLiteral())
	fmt.Println(direct())
	fmt.Println(methods())
	fmt.Println(variable())
	normal()
	fmt.Println(deferInDeferred())
	fmt.Println(sameHelperBoth())
	more()
}

func deferRecover() (r any) {
	defer func() { r = recover() }()
	defer recover()
	panic("p7")
}

func deferRecover2() (r any) {
	defer func() { r = recover() }()
	defer func() { defer recover() }()
	panic("p8")
}

type recoverer interface{ rec() }

type outer struct{ t }

func viaInterface() (r any) {
	defer func() { r = recover() }()
	var x recoverer = t{"iface"}
	defer x.rec()
	panic("p9")
}

func viaPromoted() (r any) {
	defer func() { r = recover() }()
	o := &outer{t{"promoted"}}
	defer o.rec()
	panic("p10")
}

func generic[T any](v T) {
	fmt.Println(v, recover())
}

func viaGeneric() (r any) {
	defer func() { r = recover() }()
	defer generic("gen")
	defer fmt.Println("between", recover())
	panic("p11")
}

func two() (int, any) { return 1, recover() }

func show(n int, v any) { fmt.Println("show", n, v) }

func withTuple() (r any) {
	defer func() { r = recover() }()
	defer func() { show(two()) }()
	defer func() {
		if v := recover(); v != nil && func() bool { return recover() == nil }() {
			panic(fmt.Sprint("again ", v))
		}
	}()
	panic("p12")
}

func fields() (r any) {
	defer func() { r = recover() }()
	s := struct{ f func() }{func() { fmt.Println("field", recover()) }}
	defer s.f()
	fs := []func(){func() { fmt.Println("element", recover()) }}
	defer fs[0]()
	panic("p13")
}

func returned() func() {
	return func() {
		r := recover()
		fmt.Println("returned", r)
		if r != nil {
			panic(fmt.Sprint("re-", r))
		}
	}
}

func viaReturned() (r any) {
	defer func() { r = recover() }()
	defer returned()()
	panic("p14")
}

func more() {
	fmt.Println(deferRecover())
	fmt.Println(deferRecover2())
	fmt.Println(viaInterface())
	fmt.Println(viaPromoted())
	fmt.Println(viaGeneric())
	fmt.Println(withTuple())
	fmt.Println(fields())
	fmt.Println(viaReturned())
}
