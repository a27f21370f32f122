package main

import (
	"fmt"
	"strings"
)

func change(a [3]int) [3]int { a[0] = 100; return a }
func changeP(a *[3]int)     { a[0] = 100 }

type Board [3][3]rune

func (b Board) String() string {
	var sb strings.Builder
	for _, r := range b {
		for _, c := range r {
			if c == 0 {
				c = '.'
			}
			sb.WriteRune(c)
		}
		sb.WriteByte('\n')
	}
	return sb.String()
}
func (b *Board) Set(r, c int, v rune) { b[r][c] = v }

func main() {
	a := [3]int{1, 2, 3}
	b := a
	b[1] = 50
	fmt.Println(a, b, change(a), a)
	changeP(&a)
	fmt.Println(a)
	var bd Board
	bd.Set(1, 1, 'X')
	snap := bd
	bd.Set(0, 2, 'O')
	fmt.Print(bd, snap)
	for i, v := range a {
		a[2] = 77
		fmt.Print(i, v, " ")
	}
	fmt.Println()
	for i, v := range &a {
		a[2] = 88
		fmt.Print(i, v, " ")
	}
	fmt.Println()
	s := a[:]
	s[0] = -1
	fmt.Println(a, len(s), cap(s[1:]), cap(s[:1:2]))
	c := [...]string{2: "c", 0: "a", 5: "f"}
	fmt.Printf("%d %q\n", len(c), c)
	m := [2][2]int{{1, 2}, {3, 4}}
	n := m
	n[0][0] = 9
	fmt.Println(m, n, m == n)
	arrs := []([2]int){{1, 2}}
	for _, x := range arrs {
		x[0] = 9
	}
	arrs[0][1] = 8
	fmt.Println(arrs)
	mm := map[string][2]int{"a": {1, 2}}
	v := mm["a"]
	v[0] = 5
	fmt.Println(mm, v)
	arr := [4]int(append(s, 1))
	fmt.Println(arr, *(*[2]int)(s))
}
