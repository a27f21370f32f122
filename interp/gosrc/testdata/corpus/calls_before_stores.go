package main

import (
	"fmt"
)

type T struct {
	n int
	p *T
	s []int
}

var log []string

func g(s string) int          { log = append(log, s); return len(log) }
func (t *T) self(s string) *T { log = append(log, s); return t }

func try(f func()) {
	defer func() { fmt.Println(recover(), log); log = nil }()
	f()
}

func main() {
	var np *T
	var nm map[string]int
	var ns []int
	try(func() { np.n = g("a") })
	try(func() { np.n += g("b") })
	try(func() { nm["k"] = g("c") })
	try(func() { ns[2] = g("d") })
	try(func() { np.p.n = g("e") })
	try(func() { *np = T{n: g("f")} })
	try(func() { t := &T{}; t.self("k").n = g("l"); fmt.Println(t.n) })
	try(func() { t := &T{s: []int{1, 2}}; t.self("m").s[g("n")-2] = g("o"); fmt.Println(t.s) })
	try(func() { var a [3]int; i := 5; a[i] = g("p") })
	x := 1
	inc := func() int { x++; return x }
	y := x + inc()
	fmt.Println(x, y)
	x += inc()
	fmt.Println(x)
	i := 0
	next := func() int { i++; return i }
	arr := [5]int{}
	arr[i] = next()
	fmt.Println(arr, i)
	arr[next()] = i
	fmt.Println(arr, i)
	p := &T{n: 1}
	swap := func() int { p = &T{n: 100}; return 7 }
	old := p
	p.n = swap()
	fmt.Println(p.n, old.n)
	m := map[int]int{}
	i = 0
	m[i] = next()
	m[next()] += i
	fmt.Println(m)
	s := []int{1, 2, 3}
	grow := func() int { s = append([]int{9}, s...); return 0 }
	s[1] = grow()
	fmt.Println(s)
	s[0] += grow() + 5
	fmt.Println(s)
}
