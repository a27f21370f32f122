package main

import (
	"fmt"
	"strings"
)

type counter struct{ n int }

func (c *counter) inc() int { c.n++; return c.n }

var trace []string

func t(s string, v int) int { trace = append(trace, s); return v }

type pair struct{ a, b int }

func ret(c *counter) (int, int)    { return c.n, c.inc() }
func retp(c *counter) pair         { return pair{c.n, c.inc()} }
func sum(c *counter) int           { return c.n + c.inc() }
func lst(c *counter) []int         { return []int{c.n, c.inc(), c.n} }
func mp(c *counter) map[string]int { return map[string]int{"a": c.n, "b": c.inc()} }
func Main() {
	c := &counter{}
	fmt.Println(ret(c))
	fmt.Println(retp(c))
	fmt.Println(sum(c))
	fmt.Println(lst(c))
	fmt.Println(mp(c))
	x := 1
	f := func() int { x *= 10; return x }
	y := x + f()
	fmt.Println(x, y)
	z := f() + x
	fmt.Println(z)
	arr := []int{x, f(), x}
	fmt.Println(arr)
	p := pair{x, f()}
	fmt.Println(p)
	g := func() (int, int) { return x, f() }
	fmt.Println(g())
	if x < f() {
		fmt.Println("less")
	} else {
		fmt.Println("same")
	}
	_ = t("a", 1) + t("b", 2)*t("c", 3)
	_ = []int{t("d", 1), t("e", 2)}
	_ = map[int]int{t("k", 1): t("v", 2)}
	_ = pair{b: t("fb", 1), a: t("fa", 2)}
	m := map[string]int{}
	m[fmt.Sprint(t("idx", 1))] = t("val", 2)
	a2 := [3]int{}
	a2[t("i", 1)], a2[t("j", 2)] = t("x", 5), t("y", 6)
	fmt.Println(strings.Join(trace, " "), a2, m)
	ok := c.n > 100 || c.inc() > 0 && c.inc() > 1
	fmt.Println(ok, c.n)
	s := fmt.Sprint(c.n) + fmt.Sprint(c.inc())
	fmt.Println(s)
	st := []int{1, 2, 3}
	pop := func() int { v := st[len(st)-1]; st = st[:len(st)-1]; return v }
	fmt.Println(pop()-pop(), len(st))
	i := 0
	next := func() int { i++; return i }
	fmt.Println(next()*100 + next()*10 + next())
	i, arr[i%3] = 2, 9
	fmt.Println(i, arr)
}

func main() { Main() }
