package main

import (
	"errors"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
)

type Shape interface {
	Area() float64
	Perimeter() float64
}
type Named interface{ Name() string }
type NamedShape interface {
	Shape
	Named
}
type Rect struct{ W, H float64 }
type Circle struct{ R float64 }
type Square struct{ Rect }

func (r Rect) Area() float64         { return r.W * r.H }
func (r Rect) Perimeter() float64    { return 2 * (r.W + r.H) }
func (c *Circle) Area() float64      { return math.Pi * c.R * c.R }
func (c *Circle) Perimeter() float64 { return 2 * math.Pi * c.R }
func (s Square) Name() string        { return fmt.Sprintf("square(%g)", s.W) }
func (c Circle) Name() string        { return "circle" }

type Visitor[R any] interface {
	Rect(Rect) R
	Other(Shape) R
}
type printer struct{ n *int }

func (p printer) Rect(r Rect) string { *p.n++; return fmt.Sprint("R", r.W, "x", r.H) }
func (p printer) Other(s Shape) string {
	*p.n++
	if n, ok := s.(Named); ok {
		return n.Name()
	}
	return fmt.Sprintf("%T", s)
}

func Accept[R any](s Shape, v Visitor[R]) R {
	switch s := s.(type) {
	case Rect:
		return v.Rect(s)
	case *Rect:
		return v.Rect(*s)
	case nil:
		var zero R
		return zero
	default:
		return v.Other(s)
	}
}

type Option func(*config)
type config struct {
	name    string
	retries int
	hooks   []func(string) string
}

func WithName(n string) Option { return func(c *config) { c.name = n } }
func WithHook(f func(string) string) Option {
	return func(c *config) { c.hooks = append(c.hooks, f) }
}
func New(opts ...Option) *config {
	c := &config{retries: 3}
	for _, o := range opts {
		o(c)
	}
	return c
}
func (c config) Run(s string) string {
	for _, h := range c.hooks {
		s = h(s)
	}
	return c.name + ":" + s
}

type Middleware func(Handler) Handler
type Handler interface{ Serve(string) (string, error) }
type HandlerFunc func(string) (string, error)

func (f HandlerFunc) Serve(s string) (string, error) { return f(s) }

func Chain(h Handler, ms ...Middleware) Handler {
	for _, m := range slices.Backward(ms) {
		h = m(h)
	}
	return h
}

func main() {
	n := 0
	shapes := []Shape{Rect{2, 3}, &Rect{1, 1}, &Circle{1}, Square{Rect{2, 2}}, nil}
	total := 0.0
	for _, s := range shapes {
		fmt.Print(Accept[string](s, printer{&n}), " ")
		if s != nil {
			total += s.Area()
		}
	}
	fmt.Printf("%d %.3f\n", n, total)
	var ns NamedShape = Square{Rect{3, 3}}
	var s Shape = ns
	_, isNamed := s.(Named)
	_, isCircle := s.(*Circle)
	fmt.Println(ns.Name(), isNamed, isCircle, s == Shape(Square{Rect{3, 3}}), ns)
	c := New(WithName("cfg"), WithHook(strings.ToUpper), WithHook(func(s string) string { return s + "!" }))
	fmt.Println(c.Run("go"), c.retries, len(c.hooks))
	logged := []string{}
	logging := func(name string) Middleware {
		return func(next Handler) Handler {
			return HandlerFunc(func(s string) (string, error) {
				logged = append(logged, name+">")
				out, err := next.Serve(s)
				logged = append(logged, "<"+name)
				return out, err
			})
		}
	}
	h := Chain(HandlerFunc(func(s string) (string, error) {
		if s == "" {
			return "", errors.New("empty")
		}
		return "<" + s + ">", nil
	}), logging("a"), logging("b"))
	fmt.Println(h.Serve("x"))
	_, err := h.Serve("")
	fmt.Println(err, logged)
	var np *Circle
	var sh Shape = np
	fmt.Println(sh == nil, np == nil, reflectless(sh))
	fns := map[string]func(float64) float64{"sqrt": math.Sqrt, "neg": func(x float64) float64 { return -x }}
	keys := slices.Sorted(maps.Keys(fns))
	for _, k := range keys {
		fmt.Print(k, "=", fns[k](16), " ")
	}
	fmt.Println(len(fns))
	areas := slices.Collect(func(yield func(float64) bool) {
		for _, s := range shapes[:3] {
			if !yield(s.Area()) {
				return
			}
		}
	})
	fmt.Println(len(areas), slices.Max(areas), slices.Index(areas, 1), slices.Contains(areas, 6))
	mat := [2][3]int{{1, 2, 3}, {4, 5, 6}}
	cp := mat
	cp[0][0] = 100
	fmt.Println(mat, cp, mat == cp, len(mat[0]))
	type key struct {
		a int
		b string
	}
	mm := map[key][]int{{1, "x"}: {1}}
	mm[key{1, "x"}] = append(mm[key{1, "x"}], 2)
	mm[key{2, "y"}] = nil
	fmt.Println(mm, len(mm[key{9, ""}]))
}

func reflectless(s Shape) (r string) {
	defer func() {
		if e := recover(); e != nil {
			r = fmt.Sprint("panic: ", e)
		}
	}()
	return fmt.Sprint(s.Area())
}
