package main

import (
	"fmt"
	"math"
	"sort"
	"strings"
)

type Celsius float64
type Fahrenheit float64

func (c Celsius) F() Fahrenheit { return Fahrenheit(c*9/5 + 32) }
func (f Fahrenheit) C() Celsius { return Celsius((f - 32) * 5 / 9) }

type Strs []string

func (s Strs) Join() string  { return strings.Join(s, "+") }
func (s *Strs) Add(x string) { *s = append(*s, x) }
func (s Strs) Len() int      { return len(s) }

type Counter map[string]int

func (c Counter) Inc(k string) { c[k]++ }
func (c Counter) Top() (best string) {
	for k, v := range c {
		if best == "" || v > c[best] || v == c[best] && k < best {
			best = k
		}
	}
	return
}

type HandlerFunc func(string) string

func (h HandlerFunc) Handle(s string) string { return h(s) }

type Handler interface{ Handle(string) string }
type Middleware func(Handler) Handler

func chain(h Handler, ms ...Middleware) Handler {
	for i := len(ms) - 1; i >= 0; i-- {
		h = ms[i](h)
	}
	return h
}

func tag(t string) Middleware {
	return func(next Handler) Handler {
		return HandlerFunc(func(s string) string { return "<" + t + ">" + next.Handle(s) + "</" + t + ">" })
	}
}

type Bool bool

func (b Bool) Not() Bool { return !b }

type Ch chan int

func (c Ch) Put(n int) { c <- n }

type ID = int
type Pt [2]float64

func (p Pt) Dist(q Pt) float64 { return math.Hypot(p[0]-q[0], p[1]-q[1]) }
func (p *Pt) Move(dx float64)  { p[0] += dx }

func Main() {
	c := Celsius(100)
	fmt.Println(c, c.F(), c.F().C(), Celsius(37.5).F())
	fmt.Printf("%.1f %T %T\n", c, c, c.F())
	var s Strs
	s.Add("a")
	s.Add("b")
	fmt.Println(s, s.Join(), s.Len(), len(s), s[1:])
	cn := Counter{}
	for _, w := range strings.Fields("a b a c b a") {
		cn.Inc(w)
	}
	fmt.Println(cn.Top(), cn, cn["zz"])
	h := chain(HandlerFunc(strings.ToUpper), tag("b"), tag("i"))
	fmt.Println(h.Handle("hi"))
	fmt.Println(Bool(true).Not(), Bool(1 > 2))
	ch := make(Ch, 1)
	ch.Put(3)
	fmt.Println(<-ch)
	var id ID = 5
	fmt.Printf("%T %v\n", id, id)
	p := Pt{0, 3}
	p.Move(4)
	fmt.Println(p, p.Dist(Pt{}))
	f := Celsius.F
	g := s.Join
	s.Add("c")
	fmt.Println(f(0), g(), s.Join())
	var i any = c
	switch v := i.(type) {
	case float64:
		fmt.Println("float64")
	case Fahrenheit:
		fmt.Println("F")
	case Celsius:
		fmt.Println("C", v+1)
	}
	fmt.Println(i == any(100.0), i == any(Celsius(100)))
	sort.Sort(sort.StringSlice(s))
	x := []string(s)
	x[0] = "z"
	fmt.Println(s, Strs(x))
	type Local struct{ Strs }
	l := Local{Strs{"q"}}
	l.Add("r")
	fmt.Println(l.Join(), l.Len(), l)
}

func main() { Main() }
