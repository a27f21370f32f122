package main

import (
	"fmt"
	"math"
	"sort"
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
func (r Rect) Name() string          { return "rect" }
func (c *Circle) Area() float64      { return math.Pi * c.R * c.R }
func (c *Circle) Perimeter() float64 { return 2 * math.Pi * c.R }
func (s Square) Name() string        { return "square" }
func NewSquare(s float64) Square     { return Square{Rect{s, s}} }

type ByArea []Shape

func (a ByArea) Len() int           { return len(a) }
func (a ByArea) Less(i, j int) bool { return a[i].Area() < a[j].Area() }
func (a ByArea) Swap(i, j int)      { a[i], a[j] = a[j], a[i] }

func describe(s Shape) string {
	n := "unnamed"
	if x, ok := s.(Named); ok {
		n = x.Name()
	}
	return fmt.Sprintf("%s %.2f %.2f", n, s.Area(), s.Perimeter())
}

func total(ss ...Shape) (t float64) {
	for _, s := range ss {
		t += s.Area()
	}
	return
}

func Main() {
	shapes := []Shape{Rect{3, 4}, &Circle{1}, NewSquare(2), &Rect{1, 1}}
	for _, s := range shapes {
		fmt.Println(describe(s))
	}
	sort.Sort(ByArea(shapes))
	for _, s := range shapes {
		fmt.Printf("%T %.1f; ", s, s.Area())
	}
	fmt.Println()
	sort.Sort(sort.Reverse(ByArea(shapes)))
	fmt.Printf("%.2f %T\n", total(shapes...), shapes[0])
	var ns NamedShape = NewSquare(3)
	var s Shape = ns
	fmt.Println(s.Area(), ns.Name())
	if sq, ok := s.(Square); ok {
		fmt.Println("square", sq.W, sq.Rect)
	}
	_, ok := s.(*Circle)
	fmt.Println(ok, s == Shape(NewSquare(3)), s != nil)
	m := map[Shape]string{Rect{1, 2}: "a"}
	fmt.Println(m[Rect{1, 2}], m[Rect{2, 1}] == "")
	var nilShape Shape
	fmt.Println(nilShape == nil, nilShape)
	fs := []func() float64{Rect{2, 5}.Area, (&Circle{2}).Perimeter, s.Area}
	for _, f := range fs {
		fmt.Printf("%.1f ", f())
	}
	fmt.Println(Rect.Area(Rect{2, 2}), (*Circle).Area(&Circle{1}) > 3, Shape.Area(Rect{1, 9}))
}

func main() { Main() }
