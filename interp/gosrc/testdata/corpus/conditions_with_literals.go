package main

import (
	"fmt"
)

type P struct{ a int }

func f(p P, n int) bool { return p.a > n }
func g() bool           { return false }

func main() {
	x := 3
	switch {
	case f(P{1}, x), x > 5:
		fmt.Println("a")
	case g(), f(P{9}, x):
		fmt.Println("b")
	}
	switch x := x * 2; {
	case f(P{1}, x), x > 5:
		fmt.Println("a")
		x -= x
		fallthrough
	case 1 >= x:
		fmt.Println("c")
	default:
		fmt.Println("d")
	}
	var h func() bool = g
	switch {
	case h(), x == 3, g():
		fmt.Println("h")
	}
	_ = g() || h()
	b := g() || h() || x > 2
	if h() || f(P{x}, 1) && !g() {
		fmt.Println(b)
	}
	for h() || x > 1 {
		x--
	}
	c := []bool{g() || h(), h() && g()}
	fmt.Println(c, x, g() || h())
	m := map[bool]int{h() || x > 0: 1}
	fmt.Println(m)
	return_(g() || x > 0)
	func() bool { return h() || g() }()
	st := struct{ v bool }{g() || x == 1}
	fmt.Println(st)
	ch := make(chan bool, 1)
	ch <- g() || h()
	fmt.Println(<-ch || g(), !(g() || h()))
	var y bool = h() || f(P{5}, 2)
	y = y && (g() || h())
	fmt.Println(y)
}

func return_(b bool) bool { fmt.Println(b); return g() || b }
