package main

import (
	"fmt"
	"strings"
)

type G [][]int

func get() []string { return []string{"a", "b"} }

type T struct {
	rows [][3]int
	m    map[string][]int
	p    *[4]int
	in   *T
}

func try(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}

func main() {
	i, j := 5, 1
	g := G{{1}, {2, 3}}
	t := &T{rows: [][3]int{{1, 2, 3}}, m: map[string][]int{"k": {1}}, p: &[4]int{}}
	t.in = t
	try(func() { fmt.Println(get()[i]) })
	try(func() { fmt.Println([...]string{"x", "y"}[i]) })
	try(func() { fmt.Println(g[j][i]) })
	try(func() { g[j][i] = 2 })
	try(func() { g[j][i]++ })
	try(func() { g[i][j] += 2 })
	try(func() { t.rows[0][i] = 1 })
	try(func() { fmt.Println(t.in.in.rows[i][0]) })
	try(func() { fmt.Println(t.m["k"][i]) })
	try(func() { t.m["zz"][j] = 3 })
	try(func() { t.p[i] = 3 })
	try(func() { fmt.Println(t.in.p[i]) })
	try(func() { fmt.Println("hello"[i+j]) })
	try(func() { fmt.Println(strings.ToUpper("abc")[i]) })
	try(func() { p := &g[i]; fmt.Println(p) })
	try(func() { p := &g[j][i]; fmt.Println(p) })
	try(func() { p := &t.rows[0][i]; fmt.Println(p) })
	try(func() { fmt.Println((*t).rows[0][i]) })
	try(func() { q := &g; fmt.Println((*q)[i]) })
	try(func() { q := &g; (*q)[j][i] = 5 })
	try(func() { g[j][0], g[0][i] = 1, 2 })
	try(func() { fmt.Println(map[int][]int{}[i][0]) })
	try(func() { var a [2][2][2]int; a[1][j][i] = 1 })
	try(func() { var a [2][2][2]int; k := -1; fmt.Println(a[1][j+k][k]) })
	try(func() { fmt.Println(g[j][i:]) })
	try(func() { fmt.Println(g[j][1:i]) })
	try(func() { fmt.Println(t.rows[0][2:i]) })
	try(func() { fmt.Println(get()[2 : 1+i]) })
	try(func() { var u uint8 = 200; fmt.Println(g[j][u]) })
	try(func() { fs := []func() int{}; fmt.Println(fs[i]()) })
	try(func() { type P struct{ x int }; ps := []P{}; ps[i].x = 1 })
	try(func() { type P struct{ x int }; ps := []*P{nil}; ps[0].x = 1 })
	fmt.Println(g, t.rows)
}
