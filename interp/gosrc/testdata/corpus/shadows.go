package main

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

type T struct{ x int }
type Map map[string]int
type HandlerFunc func(string) string

func (h HandlerFunc) Serve(s string) string { return h(s) }

type Server interface{ Serve(string) string }

func min(a, b int) int {
	if a < b {
		return a
	}
	return b
}

func outer() (n int, err error) {
	if n, err := strconv.Atoi("5"); err == nil {
		_ = n
	}
	n = 3
	if true {
		err := errors.New("inner")
		defer func() { _ = err }()
		return n, err
	}
	return
}

func copyArray(a [3]int) [3]int { a[0] = 9; return a }
func mod(s []int)               { s[0] = 9 }
func ptr(t *T)                  { t.x = 9 }
func val(t T)                   { t.x = 99 }

func Main() {
	len := 3
	fmt.Println(len, min(2, 1))
	m := Map{"a": 1}
	m["b"]++
	fmt.Println(m, m["b"])
	fmt.Println(outer())
	var s Server = HandlerFunc(strings.ToUpper)
	fmt.Println(s.Serve("abc"))
	if h, ok := s.(HandlerFunc); ok {
		fmt.Println(h("q"))
	}
	a := [3]int{1, 2, 3}
	b := copyArray(a)
	fmt.Println(a, b)
	sl := a[:]
	mod(sl)
	fmt.Println(a, sl)
	t := T{1}
	val(t)
	fmt.Println(t.x)
	ptr(&t)
	fmt.Println(t.x)
	x := 1
	{
		x := 2
		x++
		_ = x
	}
	fmt.Println(x)
	for x := 0; x < 2; x++ {
		x := x * 10
		fmt.Print(x, " ")
	}
	fmt.Println()
	var arr [2][3]int
	arr[1][2] = 5
	fmt.Println(arr, [...]string{2: "c", 0: "a"})
	ts := []T{{1}, {2}}
	for _, t := range ts {
		t.x = 100
	}
	for i := range ts {
		ts[i].x *= 2
	}
	fmt.Println(ts)
	ps := []*T{{1}, {2}}
	for _, p := range ps {
		p.x *= 3
	}
	fmt.Println(ps[0].x, ps[1].x)
	mt := map[string]T{"a": {1}}
	v := mt["a"]
	v.x = 7
	fmt.Println(mt, v)
	mp := map[string]*T{"a": {1}}
	mp["a"].x = 8
	fmt.Println(mp["a"].x)
	type pair struct {
		a, b any
	}
	p1, p2 := pair{1, T{2}}, pair{1, T{2}}
	fmt.Println(p1 == p2, p1)
}

func main() { Main() }
