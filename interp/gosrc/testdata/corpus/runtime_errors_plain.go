package main

import (
	"fmt"
	"strings"
)

type Shape interface{ Area() float64 }
type Sq struct{ s float64 }

func (q Sq) Area() float64 { return q.s * q.s }

type Ptr struct{ n int }

func (p *Ptr) Area() float64 { return float64(p.n) }

type Named interface{ Name() string }
type Weird struct{ f func() }
type MyErr string

func (m MyErr) Error() string { return "my " + string(m) }

func try(name string, f func()) {
	defer func() {
		r := recover()
		switch e := r.(type) {
		case error:
			fmt.Println(name, "error:", e)
		case nil:
			fmt.Println(name, "fine")
		default:
			fmt.Printf("%s %T: %v\n", name, e, e)
		}
	}()
	f()
}

func Main() {
	var xs []int
	zero, five, neg := 0, 5, -1
	arr := [3]int{1, 2, 3}
	var m map[string]int
	var p *Ptr
	var s Shape
	var a any = Sq{2}
	var fn func()
	str := "hello"
	try("index nil slice", func() { _ = xs[zero] })
	try("index", func() { xs = []int{1}; xs[five] = 2 })
	try("negative", func() { _ = arr[neg+zero] })
	try("array", func() { _ = arr[five] })
	try("string", func() { _ = str[five+1] })
	try("slice high", func() { _ = str[:five+4] })
	try("slice low", func() { _ = xs[five:] })
	try("slice cross", func() { _ = arr[five-2 : 1+zero] })
	try("slice 3", func() { _ = xs[0:1:five] })
	try("cap", func() { _ = make([]int, 2, 4)[:five] })
	try("div", func() { _ = five / zero })
	try("mod", func() { five %= zero })
	try("float", func() { fmt.Println(1 / float64(zero)) })
	try("nil map", func() { m["a"]++ })
	try("nil map read", func() { fmt.Println(m["a"], len(m)) })
	try("nil pointer", func() { p.n = 1 })
	try("nil method", func() { _ = p.Area() })
	try("nil iface", func() { _ = s.Area() })
	try("nil func", func() { fn() })
	try("assert", func() { _ = a.(int) })
	try("assert named", func() { _ = a.(MyErr) })
	try("assert iface", func() { _ = a.(Named) })
	try("assert nil", func() { s = nil; _ = s.(Sq) })
	try("assert shape", func() { s = &Ptr{1}; _ = s.(Sq) })
	try("assert error", func() { _ = a.(error) })
	try("make", func() { _ = make([]int, neg) })
	try("make chan", func() { _ = make(chan int, neg) })
	try("close nil", func() { var c chan int; close(c) })
	try("close twice", func() { c := make(chan int); close(c); close(c) })
	try("send closed", func() { c := make(chan int, 1); close(c); c <- 1 })
	try("recv closed", func() { c := make(chan int); close(c); v, ok := <-c; fmt.Println(v, ok) })
	try("unhashable", func() { mm := map[any]int{}; mm[[]int{1}] = 1 })
	try("compare", func() { var x, y any = []int{1}, []int{1}; fmt.Println(x == y) })
	try("compare funcs", func() { var x, y any = Weird{}, Weird{}; fmt.Println(x == y) })
	try("shift", func() { fmt.Println(1 << neg) })
	try("custom", func() { panic(MyErr("bad")) })
	try("value", func() { panic(Sq{3}) })
	try("string panic", func() { panic("text") })
	try("sprint", func() { panic(fmt.Sprintf("%d", 4)) })
	try("errorf", func() { panic(fmt.Errorf("e %w", MyErr("in"))) })
	try("repeat", func() { strings.Repeat("x", neg) })
	try("array conversion", func() { _ = [4]int(xs) })
	try("nil panic", func() { var e error; panic(e) })
	try("nothing", func() {})
	try("double", func() {
		defer func() { panic("later") }()
		panic("earlier")
	})
}

func main() { Main() }
