package main

import "fmt"

type N int
type S struct {
	A any
	B [2]any
}
type L []N

func try(name string, f func()) {
	defer func() { fmt.Println(name, recover()) }()
	f()
}

func main() {
	mk := func(v any) any { return S{B: [2]any{1, v}} }
	try("1", func() { fmt.Println(mk([]N{1}) == mk([]N{1})) })
	try("2", func() { fmt.Println(mk(L{1}) == mk(L{1})) })
	try("3", func() { fmt.Println(mk(map[N]string{}) == mk(map[N]string{})) })
	try("4", func() { fmt.Println(mk([]int{}) == mk([]int{})) })
	try("5", func() { fmt.Println(mk([]N{1}) == mk(L{1})) })
	try("6", func() { fmt.Println(S{A: L{}} == S{A: L{}}) })
	try("7", func() { a := [1]any{L{}}; fmt.Println(a == a) })
	try("8", func() { m := map[any]int{}; m[L{}] = 1 })
	try("9", func() { m := map[any]int{}; m[mk(L{})] = 1 })
	try("11", func() { m := map[any]int{"a": 1}; delete(m, func() {}) })
	try("12", func() { var x, y any = struct{ f func() }{}, struct{ f func() }{}; fmt.Println(x == y) })
	try("13", func() { fmt.Println(mk(mk(L{})) == mk(mk(L{}))) })
}
