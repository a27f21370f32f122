package main

import (
	"fmt"
	"math"
	"slices"
	"strings"
)

type IntFn func(int) int
type Strs []string
type Dict map[string]Strs
type Flag bool
type Num float64
type Ch chan Num
type Arr [3]Num
type Ptr struct{ *Num }
type Alias = Strs

func (f IntFn) Twice() IntFn       { return func(i int) int { return f(f(i)) } }
func (f IntFn) Then(g IntFn) IntFn { return func(i int) int { return g(f(i)) } }
func (s Strs) Map(f func(string) string) (out Strs) {
	for _, x := range s {
		out = append(out, f(x))
	}
	return
}
func (s *Strs) Add(xs ...string) *Strs        { *s = append(*s, xs...); return s }
func (s Strs) Len() int                       { return len(s) }
func (d Dict) Add(k string, v ...string) Dict { d[k] = append(d[k], v...); return d }
func (d Dict) Keys() Strs {
	var ks Strs
	for k := range d {
		ks.Add(k)
	}
	slices.Sort(ks)
	return ks
}
func (f Flag) Not() Flag        { return !f }
func (f *Flag) Toggle()         { *f = !*f }
func (n Num) Abs() Num          { return Num(math.Abs(float64(n))) }
func (n *Num) Incr(by Num) *Num { *n += by; return n }
func (c Ch) SendAll(ns ...Num) Ch {
	for _, n := range ns {
		c <- n
	}
	close(c)
	return c
}
func (c Ch) Sum() (s Num) {
	for n := range c {
		s += n
	}
	return
}
func (a Arr) Sum() (s Num) {
	for _, n := range a {
		s += n
	}
	return
}
func (a *Arr) Scale(k Num) {
	for i := range a {
		a[i] *= k
	}
}

type Lener interface{ Len() int }

func main() {
	inc := IntFn(func(i int) int { return i + 1 })
	fmt.Println(inc.Twice().Twice()(0), inc.Then(inc.Twice())(10), IntFn.Twice(inc)(5))
	s := Strs{"a"}
	s.Add("b").Add("c", "d")
	fmt.Println(s.Map(strings.ToUpper), s.Len(), Strs(nil).Len(), Alias{"q"}.Len(), len(*(&s)))
	d := Dict{}.Add("x", "1").Add("y").Add("x", "2")
	fmt.Println(d, d.Keys(), d["x"].Map(func(s string) string { return s + "!" }))
	var f Flag
	f.Toggle()
	fmt.Println(f, f.Not(), !f, Flag(true).Not())
	n := Num(-2.5)
	n.Incr(1).Incr(0.5)
	fmt.Println(n, n.Abs(), Num(-7).Abs(), (&n).Abs())
	fmt.Println(make(Ch, 3).SendAll(1, 2, 3.5).Sum())
	a := Arr{1, 2, 3}
	a.Scale(2)
	b := a
	b.Scale(10)
	fmt.Println(a, a.Sum(), b.Sum())
	p := Ptr{&n}
	p.Incr(100)
	fmt.Println(n, *p.Num, p.Abs())
	for _, l := range []Lener{s, &s, Strs{}} {
		fmt.Printf("%T %d; ", l, l.Len())
	}
	fmt.Println()
	fs := map[string]func(Num) Num{"abs": Num.Abs, "neg": func(n Num) Num { return -n }}
	fmt.Println(fs["abs"](-3), fs["neg"](3))
	add := s.Add
	add("z")
	fmt.Println(s, (*Strs).Add(&s, "y") == &s, len(s))
	var l Lener = s
	length := l.Len
	s.Add("more")
	fmt.Println(length(), s.Len(), l.(Strs)[0])
	var np *Num
	defer func() { fmt.Println(recover()) }()
	np.Incr(1)
}
