package main

import "fmt"

type Grid [3][3]int

func (g Grid) Sum() (s int) {
	for _, r := range g {
		for _, c := range r {
			s += c
		}
	}
	return
}
func (g *Grid) Set(r, c, v int) { g[r][c] = v }
func change(a [3]int) [3]int    { a[0] = 100; return a }
func changeP(a *[3]int)         { a[0] = 100 }

type Holder struct{ A [2]int }

func Main() {
	a := [3]int{1, 2, 3}
	b := a
	b[1] = 20
	fmt.Println(a, b, a == b, a == [3]int{1, 2, 3})
	c := change(a)
	fmt.Println(a, c)
	changeP(&a)
	fmt.Println(a)
	var g Grid
	g.Set(1, 1, 5)
	h := g
	h.Set(0, 0, 7)
	fmt.Println(g.Sum(), h.Sum(), g, len(g), len(g[0]))
	x := Holder{[2]int{1, 2}}
	y := x
	y.A[0] = 9
	fmt.Println(x, y, x == y)
	for i, v := range a {
		a[2] = 50
		fmt.Print(i, v, " ")
	}
	fmt.Println(a)
	arr := [...]string{2: "c", 0: "a"}
	fmt.Println(len(arr), arr, arr[1] == "")
	sl := a[:]
	sl[0] = -1
	fmt.Println(a, sl, cap(a[1:]), cap(a[0:1:2]))
	m := map[string][2]int{"k": {1, 2}}
	v := m["k"]
	v[0] = 5
	fmt.Println(m, v)
	pa := &a
	pa[1] = 42
	for i := range pa {
		fmt.Print(pa[i], " ")
	}
	fmt.Println(len(pa))
	aa := [2][]int{{1}, {2, 3}}
	bb := aa
	bb[0][0] = 77
	fmt.Println(aa, bb)
	st := []struct{ N [2]int }{{[2]int{1, 1}}}
	for _, s := range st {
		s.N[0] = 5
	}
	fmt.Println(st)
	st[0].N[1] = 6
	fmt.Println(st)
}

func main() { Main() }
