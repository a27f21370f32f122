package main

import (
	"fmt"
	"slices"
	"strings"
)

type P struct{ X int }

func main() {
	more()
	n, p := 3, P{3}
	if apply(even, n) || apply(even, n+1) && apply(p.Is, n) {
		fmt.Println("a")
	}
	switch {
	case apply(F(even), n), with(P.Is, p):
		fmt.Println("b")
	}
	for i := 0; i < 5 && !apply(even, i+1) || apply(func(k int) bool { return k == 1 }, i); i++ {
		fmt.Print(i, " ")
	}
	fmt.Println()
	if s := idf(strings.ToUpper)("x"); s == "X" && slices.ContainsFunc([]int{1, 3}, even) || any2(F(nil)) {
		fmt.Println("c", s)
	}
	b := apply(even, 2) && (F)(even)(4) && !(func(int) bool)(even)(3)
	fmt.Println(b, apply(even, 1) || apply((*P).Is2(&p), 9))
	switch sign(1.5) {
	case sign(2.5), sign(1.5):
		fmt.Println("sign")
	}
	func() {
		f, g := zero, value
		fmt.Println(f(), g(p), g(P{8}))
	}()
	defer func() {
		f := value
		fmt.Println(f(P{9}), recover())
	}()
	f, g := zero, value
	fmt.Println(f(), g(p))
}

func sign(x float64) float64                        { return -x }
func zero() int                                     { var z int; return z }
func value(p P) int                                 { return p.X }
func even(n int) bool                               { return n%2 == 0 }
func apply(f func(int) bool, n int) bool            { return f(n) }
func (p P) Is(n int) bool                           { return p.X == n }
func with(f func(P, int) bool, p P) bool            { return f(p, 3) }
func idf(f func(string) string) func(string) string { return f }
func any2(x any) bool                               { return x != nil }

type F func(int) bool

func (p *P) Is2() func(int) bool { return func(n int) bool { return n == 9 && p.X > 0 } }

func eq(x float64) bool { return x == 4 }

func more() {
	y, z, n := 1.5, 4.0, 3
	p := &n
	var a any = 4.0
	ps := []*int{p}
	fmt.Println(eq((y)) || eq((z)), eq(-(y)) || (y) == (z), eq((float64)(n)) && eq((z)), (*p) == 3 && (*p) == n, ((y)) < z && !(eq((y))))
	fmt.Println((a).(float64) == z || eq(y), (P{3}) == (P{n}) && (y) < z, (ps)[0] == p || (*ps[0]) == 1, eq((a).(float64)) && (func() bool)(func() bool { return true })())
	switch (y) {
	case (z), (y), y + z:
		fmt.Println("sw")
	}
	switch (P{n}) {
	case P{1}, P{n}:
		fmt.Println("P")
	}
	switch f := (z); {
	case eq((y)), eq((f)) && (n) > 2:
		fmt.Println("f")
	}
}
