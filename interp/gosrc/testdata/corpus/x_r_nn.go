package main

import "fmt"

type E struct{}

func (*E) Error() string { return "e" }

type P *int
type I interface{ Error() string }

func get() any { var p *int; return p }

func main() {
	var n *int
	var m map[string]int
	var s []int
	var f func()
	var c chan int
	var e *E
	var i any
	fmt.Println(any(n) == nil, nil == any(m), any(s) != nil, any(f) == nil, any(c) == nil, any(e) == nil, any(i) == nil, any(nil) == nil)
	fmt.Println(error(e) == nil, I(e) == nil, fmt.Stringer(nil) == nil, interface{}(n) != nil, any(P(nil)) == nil, get() == nil)
	i = n
	fmt.Println(i == nil, i == any(n), i.(*int) == nil)
	x := any(n)
	fmt.Println(x == nil, any(x) == nil, (any)(n) == nil)
	switch any(n) {
	case nil:
		fmt.Println("nil")
	default:
		fmt.Println("not nil")
	}
	if y := any(e); y == nil || error(e) == nil {
		fmt.Println("wrong")
	}
	var err error = e
	fmt.Println(err == nil, err == error(e), err == I(nil), any(err) == any(e), error(nil) == nil)
}
