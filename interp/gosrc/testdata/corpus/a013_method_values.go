package main

import (
	"fmt"
	"strings"
	"time"
	"unicode"
)

type Acc struct{ total int }

func (a *Acc) Add(n int) *Acc   { a.total += n; return a }
func (a Acc) Get() int         { return a.total }
func (a Acc) Plus(x, y int) int { return a.total + x + y }

type Op func(int, int) int

func (o Op) Apply(a, b int) int { return o(a, b) }

type Stack []int

func (s *Stack) Push(v int) { *s = append(*s, v) }
func (s *Stack) Pop() (v int, ok bool) {
	if len(*s) == 0 {
		return
	}
	v = (*s)[len(*s)-1]
	*s = (*s)[:len(*s)-1]
	return v, true
}

func main() {
	a := Acc{1}
	add := a.Add
	get := a.Get
	add(5).Add(2)
	fmt.Println(a.total, get(), a.Get())
	f := Acc.Plus
	g := (*Acc).Add
	h := (*Acc).Get
	g(&a, 10)
	fmt.Println(f(a, 1, 2), h(&a))
	fmt.Printf("%T %T %T\n", f, g, add)
	var op Op = func(a, b int) int { return a*b + 1 }
	fmt.Println(op.Apply(3, 4), Op.Apply(op, 1, 1))
	ops := map[string]Op{"add": func(a, b int) int { return a + b }, "sub": func(a, b int) int { return a - b }}
	for _, k := range []string{"add", "sub"} {
		fmt.Println(k, ops[k].Apply(9, 4))
	}
	var s Stack
	push := s.Push
	for i := range 3 {
		push(i * i)
	}
	fmt.Println(s, len(s))
	for v, ok := s.Pop(); ok; v, ok = s.Pop() {
		fmt.Print(v, ";")
	}
	fmt.Println()
	str := fmt.Stringer.String
	fmt.Println(str(time.Second))
	up := strings.ToUpper
	fmt.Println(up("abc"), strings.Map(unicode.ToUpper, "xyz"))
	fs := []func() int{a.Get, func() int { return -1 }, (&a).Get}
	for _, f := range fs {
		fmt.Print(f(), " ")
	}
	fmt.Println()
}
