package main

import (
	"fmt"
	"strings"
)

type Counter struct{ n int }

func (c *Counter) Inc() int { c.n++; return c.n }
func (c Counter) Get() int  { return c.n }
func (c Counter) Add(xs ...int) int {
	for _, x := range xs {
		c.n += x
	}
	return c.n
}

type Op func(int, int) int

func (o Op) Apply(a, b int) int { return o(a, b) }
func (o Op) Flip() Op           { return func(a, b int) int { return o(b, a) } }

type Adder interface{ Add(...int) int }

type Celsius float64

func (c Celsius) F() float64 { return float64(c)*9/5 + 32 }

func mapAll[T, U any](xs []T, f func(T) U) (out []U) {
	for _, x := range xs {
		out = append(out, f(x))
	}
	return
}

func main() {
	c := Counter{10}
	inc, get := c.Inc, c.Get
	inc()
	inc()
	fmt.Println(c.n, get(), c.Get())
	fs := []func() int{c.Inc, c.Get, (&c).Get}
	for _, f := range fs {
		fmt.Print(f(), " ")
	}
	fmt.Println()
	f1 := (*Counter).Inc
	f2 := Counter.Add
	fmt.Println(f1(&c), f2(c, 1, 2, 3), f2(c))
	var a Adder = c
	add := a.Add
	c.n = 1000
	fmt.Println(add(1), Adder.Add(a, 5), a.Add([]int{1, 2}...))
	sub := Op(func(a, b int) int { return a - b })
	fmt.Println(sub.Apply(5, 3), sub.Flip().Apply(5, 3), sub.Flip().Flip()(5, 3), Op.Apply(sub, 1, 2))
	fmt.Println(mapAll([]Celsius{0, 100}, Celsius.F), mapAll([]string{"a", "b"}, strings.ToUpper))
	table := map[string]func(*Counter) int{"inc": (*Counter).Inc, "dbl": func(c *Counter) int { c.n *= 2; return c.n }}
	for _, k := range []string{"dbl", "inc"} {
		fmt.Println(k, table[k](&c))
	}
	defer fmt.Println("deferred get", c.Get())
	defer func(f func() int) { fmt.Println("late", f()) }(c.Inc)
	d := struct {
		Counter
		op Op
	}{Counter{1}, sub}
	fmt.Println(d.op(9, 4), d.Inc(), d.op.Flip()(9, 4), d.Counter.n)
	var np *Counter
	defer func() { fmt.Println(recover()) }()
	g := np.Get
	fmt.Println("unreached", g)
}
