package main

import (
	"fmt"
)

type P struct{ X, Y int }
type A [2]int
type S []string

func main() {
	a := []*[2]int{{1, 2}, {3}, nil}
	b := map[string]*A{"x": {5, 6}}
	c := [...]*S{{"q"}, {}}
	d := []*map[string]int{{"k": 1}}
	e := map[P]*P{{1, 2}: {3, 4}}
	f := [][]*P{{{1, 1}}, {}}
	g := []struct {
		n *P
		a *[2]bool
	}{{&P{9, 9}, &[2]bool{true}}}
	h := [2][]*A{{{1}}}
	fmt.Println(*a[0], *a[1], a[2] == nil, *b["x"], *c[0], len(*c[1]), *d[0], *e[P{1, 2}], *f[0][0], g[0].n.X, g[0].a[0], h[0][0][0])
	b["x"][1] = 7
	a[0][0]++
	(*d[0])["z"] = 2
	(*c[0])[0] += "!"
	for i := range a[0] {
		a[0][i] *= 10
	}
	for _, v := range b["x"] {
		fmt.Print(v, " ")
	}
	fmt.Println(*a[0], *b["x"], *d[0], *c[0], len(a[0]), cap(b["x"]), a[0][:1])
	func() {
		defer func() { fmt.Println(recover()) }()
		i := 2
		a[0][i] = 1
	}()
	fmt.Println(a[2][0])
}
