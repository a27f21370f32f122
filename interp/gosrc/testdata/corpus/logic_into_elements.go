package main

import (
	"fmt"
)

type Life [3][3]bool

func main() {
	var l Life
	l[1][1] = true
	p := &l
	var next Life
	n := 2
	for r := range p {
		for c := range p[r] {
			next[r][c] = n == 3 || n == 2 && p[r][c]
		}
	}
	fmt.Println(next)
	var m [3]bool
	for c := range m {
		m[c] = n == 3 || n == 2 && l[1][c]
	}
	fmt.Println(m)
	for c := range m {
		m[c] = n == 2 && l[1][c]
	}
	fmt.Println(m)
	for c := range m {
		v := n == 3 || n == 2 && l[1][c]
		m[c] = v
	}
	fmt.Println(m)
	s := make([]bool, 3)
	for c := range s {
		s[c] = n == 3 || n == 2 && l[1][c]
	}
	fmt.Println(s)
	x := map[int]bool{}
	for c := range 3 {
		x[c] = n == 3 || l[1][c]
	}
	fmt.Println(x)
	var st struct{ a, b bool }
	st.a = n == 3 || l[1][1]
	st.b = n == 3 || l[1][0]
	fmt.Println(st)
}
