package main

import (
	"fmt"
	"strings"
)

func a(m []int) (int, int)            { return len(m), cap(m) }
func b(m []int) (int, int)            { return len(m), 7 }
func c(m []int) (int, int)            { return 7, len(m) }
func d(m, n []int) (int, int)         { return (len(m)), (len(n)) }
func e(m, n []int) ([]int, []int)     { return append(m, 1), append(n, 2) }
func f(m []int, n [][]int) (int, int) { return len(m), len(n[0]) }
func g(m []int, n [][]int) (int, int) { return len(m), len(n[len(m)-1]) }
func h(m []int, n [][]int) (int, int) { return m[0], len(n[0]) }
func i(m []int, n [][]int) (int, int) { return len(n[0]), m[0] }
func k(m []int, n [][]int) (int, int) { return len(n[0]), len(m) }
func l(m []int) (int, string)         { return len(m), string(rune(len(m) + 64)) }
func m(m []int) (int, int)            { return len(m), max(len(m), 3) }
func n(p *[]int) (int, int)           { return cap(*p), len(*p) }
func o(s string) (int, int)           { return len(s), strings.Index(s, "b") }
func p(s string) (string, int)        { return s[1:], len(s[1:]) }
func q(s []int) ([]int, int)          { return s[1:], copy(s, s[1:]) }
func Main() {
	x, y := make([]int, 3, 5), []int{1}
	fmt.Println(a(x))
	fmt.Println(b(x))
	fmt.Println(c(x))
	fmt.Println(d(x, y))
	fmt.Println(e(x, y))
	z := [][]int{{1, 2}, {3}, {4}}
	fmt.Println(f(x, z))
	fmt.Println(g(x, z))
	fmt.Println(h(x, z))
	fmt.Println(i(x, z))
	fmt.Println(k(x, z))
	fmt.Println(l(x))
	fmt.Println(m(x))
	fmt.Println(n(&x))
	fmt.Println(o("abc"))
	fmt.Println(p("abc"))
	fmt.Println(q(x))
}

func main() { Main() }
