package main

import (
	"fmt"
	"sort"
	"strings"
)

type Acc struct {
	total int
	log   []string
}

func (a *Acc) Add(n int) *Acc { a.total += n; a.log = append(a.log, fmt.Sprint("+", n)); return a }
func (a Acc) Total() int      { return a.total }
func (a *Acc) Each(f func(int, string)) {
	for i, s := range a.log {
		f(i, s)
	}
}

type Op func(float64, float64) float64

func (o Op) Flip() Op { return func(a, b float64) float64 { return o(b, a) } }
func (o Op) Fold(xs ...float64) (r float64) {
	for i, x := range xs {
		if i == 0 {
			r = x
			continue
		}
		r = o(r, x)
	}
	return
}

type Names []string

func (n Names) Sorted() Names { c := append(Names{}, n...); sort.Strings(c); return c }
func (n *Names) Add(s string) { *n = append(*n, s) }
func (n Names) Map(f func(string) string) (out Names) {
	for _, s := range n {
		out.Add(f(s))
	}
	return
}

type Counter map[string]int

func (c Counter) Inc(k string) int { c[k]++; return c[k] }

func Main() {
	a := &Acc{}
	add, total := a.Add, a.Total
	add(1)
	add(2).Add(3)
	fmt.Println(a.Total(), total(), Acc.Total(*a), (*Acc).Total(a))
	for _, f := range []func(int) *Acc{a.Add, (&Acc{}).Add} {
		f(10)
	}
	a.Each(func(i int, s string) { fmt.Print(i, s, " ") })
	fmt.Println()
	sub := Op(func(a, b float64) float64 { return a - b })
	fmt.Println(sub(5, 3), sub.Flip()(5, 3), sub.Fold(10, 1, 2), sub.Flip().Fold(10, 1, 2))
	ops := map[string]Op{"-": sub, "f": sub.Flip(), "p": func(a, b float64) float64 { return a * b }}
	for _, k := range []string{"-", "f", "p"} {
		fmt.Print(ops[k](6, 4), " ")
	}
	n := Names{"bob", "ann"}
	n.Add("cy")
	fmt.Println(n, n.Sorted().Map(strings.ToUpper), n.Map(strings.NewReplacer("n", "N").Replace))
	c := Counter{}
	inc := c.Inc
	inc("a")
	fmt.Println(inc("a"), c, Counter.Inc(c, "b"), len(c))
	go func(f func(string) int) { f("g") }(c.Inc)
	defer fmt.Println("deferred", c.Inc("d"))
	type pair struct {
		f func(int) *Acc
		n int
	}
	for _, p := range []pair{{a.Add, 5}, {a.Add, 6}} {
		p.f(p.n)
	}
	fmt.Println(a.total)
}

func main() { Main() }
