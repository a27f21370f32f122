package main

import (
	"fmt"
)

type G [2][3]int
type T struct {
	a [3]string
	p *[2]bool
	g *G
}

func mk() [3]int  { return [3]int{7, 8, 9} }
func mp() *[2]int { return &[2]int{1, 2} }

func main() {
	g := G{{1, 2, 3}, {4, 5, 6}}
	t := T{a: [3]string{"x", "y", "z"}, p: &[2]bool{true, false}, g: &g}
	n, s := 1, "keep"
	p := &g
	for r := range p {
		for c := range p[r] {
			p[r][c] *= 10
			n++
		}
	}
	for i, row := range p {
		p[1] = [3]int{0, 0, 0}
		for j, v := range row {
			fmt.Print(i, j, v, " ")
		}
	}
	for i, v := range t.a {
		t.a[2] = "changed"
		fmt.Print(i, v)
	}
	for i := range t.a {
		fmt.Print(i, t.a[i])
	}
	for i, b := range t.p {
		t.p[1] = true
		fmt.Print(i, b)
	}
	for _, row := range t.g {
		for range row {
			n++
		}
	}
	for i, v := range mk() {
		fmt.Print(i, v)
	}
	for i := range mk() {
		fmt.Print(i)
	}
	for _, v := range mp() {
		fmt.Print(v)
	}
	for i := range mp() {
		fmt.Print(i)
	}
	for _, v := range g[0] {
		g[0][1] = 99
		fmt.Print(v, ",")
	}
	for _, v := range g[0][:] {
		g[0][2] = 77
		fmt.Print(v, ",")
	}
	var np *[3]int
	for i := range np {
		fmt.Print("np", i)
	}
	fmt.Println(len(np))
	var i int
	var v any
loop:
	for i, v = range p[0] {
		for j := range &g {
			if j == 1 {
				continue loop
			}
			if i == 2 {
				break loop
			}
		}
	}
	fmt.Println(i, v, n, s, g, t.a, *t.p)
	fs := []func() int{}
	for i := range p {
		fs = append(fs, func() int { i += 10; return i })
	}
	for _, f := range fs {
		fmt.Print(f(), f(), " ")
	}
	m := map[string][2]int{"a": {5, 6}}
	for i, x := range m["a"] {
		fmt.Print(i, x)
	}
	for i, x := range [...]string{"l", "m"} {
		fmt.Print(i, x)
	}
	ch := [2]chan int{make(chan int, 1), make(chan int, 1)}
	for i, c := range &ch {
		c <- i
	}
	for i := range ch {
		fmt.Print(<-ch[i])
	}
	fmt.Println(n, s)
	func() {
		defer func() { fmt.Println(recover()) }()
		for _, x := range np {
			fmt.Println(x)
		}
	}()
}
