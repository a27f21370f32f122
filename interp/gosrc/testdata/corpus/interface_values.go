package main

import (
	"errors"
	"fmt"
	"sort"
	"strings"
)

type Shape interface {
	Area() float64
	Perimeter() float64
}
type Sq struct{ S float64 }
type Rect struct{ W, H float64 }
type Circle float64

func (s Sq) Area() float64          { return s.S * s.S }
func (s Sq) Perimeter() float64     { return 4 * s.S }
func (r *Rect) Area() float64       { return r.W * r.H }
func (r *Rect) Perimeter() float64  { return 2 * (r.W + r.H) }
func (c Circle) Area() float64      { return float64(c) * 3 }
func (c Circle) Perimeter() float64 { return float64(c) * 6 }
func (c Circle) String() string     { return fmt.Sprintf("○%g", float64(c)) }

type Scaler interface{ Scale(f float64) Shape }

func (s Sq) Scale(f float64) Shape { return Sq{s.S * f} }
func (c Circle) Scale(f float64) Shape {
	if f == 0 {
		return nil
	}
	return c * Circle(f)
}

type byArea []Shape

func (b byArea) Len() int           { return len(b) }
func (b byArea) Less(i, j int) bool { return b[i].Area() < b[j].Area() }
func (b byArea) Swap(i, j int)      { b[i], b[j] = b[j], b[i] }

type Visitor func(Shape) error

func Walk(v Visitor, ss ...Shape) (err error) {
	for i, s := range ss {
		if e := v(s); e != nil {
			err = errors.Join(err, fmt.Errorf("shape %d: %w", i, e))
		}
	}
	return
}

type holder struct {
	Shape
	any
	list []fmt.Stringer
}

func kind(x any) string {
	switch v := x.(type) {
	case nil:
		return "nil"
	case Shape:
		if _, ok := v.(fmt.Stringer); ok {
			return "stringer shape"
		}
		return fmt.Sprintf("shape %.0f", v.Area())
	case error, fmt.Stringer:
		return fmt.Sprintf("err or stringer %v", v)
	case func(int) int:
		return fmt.Sprint("func ", v(2))
	case []Shape:
		return fmt.Sprint("shapes ", len(v))
	case map[string]any:
		return fmt.Sprint("map ", len(v))
	case *int:
		return fmt.Sprint("ptr ", *v)
	case int, int8, uint:
		return fmt.Sprintf("int %v", v)
	case struct{ A int }:
		return fmt.Sprint("anon ", v.A)
	case [2]int:
		return fmt.Sprint("array ", v[1])
	case chan int:
		return fmt.Sprint("chan ", cap(v))
	}
	return fmt.Sprintf("other %T", x)
}

func Main() {
	r := &Rect{2, 3}
	shapes := []Shape{Circle(2), Sq{1.5}, r}
	sort.Sort(byArea(shapes))
	for _, s := range shapes {
		fmt.Printf("%T %v %.2f|", s, s, s.Area())
	}
	fmt.Println()
	r.W = 10
	fmt.Println(shapes[len(shapes)-1].Area() == 30, shapes[0] == Shape(Sq{1.5}), shapes[2] == Shape(r), shapes[1] == Shape(r))
	err := Walk(func(s Shape) error {
		if s.Perimeter() > 10 {
			return fmt.Errorf("too long: %.1f", s.Perimeter())
		}
		return nil
	}, shapes...)
	fmt.Println(strings.ReplaceAll(err.Error(), "\n", "; "))
	n := 5
	for _, x := range []any{nil, Sq{2}, Circle(1), r, errors.New("e"), func(i int) int { return i * i }, shapes, map[string]any{"a": 1}, &n, 3, int8(4), uint(5), struct{ A int }{6}, [2]int{7, 8}, make(chan int, 9), 1.5, "s", byArea(shapes), Rect{}} {
		fmt.Println(kind(x))
	}
	var s Scaler = Circle(3)
	fmt.Println(s.Scale(2), s.Scale(0) == nil, s.(Shape).Area())
	h := holder{Shape: Sq{3}, any: 4, list: []fmt.Stringer{Circle(1)}}
	fmt.Println(h.Area(), h.any, h.list[0], h.Shape.(Sq).S)
	h.Shape = Circle(1)
	fmt.Println(h.Perimeter(), h)
	area := Shape.Area
	per := h.Shape.Perimeter
	fmt.Println(area(Sq{4}), per(), (*Rect).Area(r))
	var empty Shape
	var typed *Rect
	fmt.Println(empty == nil, typed == nil, Shape(typed) == nil, kind(empty))
	m := map[Shape]string{Sq{1}: "sq1", Circle(1): "c1", r: "rect"}
	fmt.Println(m[Sq{1}], m[Circle(1)], m[r], m[Sq{2}] == "", m[&Rect{10, 3}] == "")
	ch := make(chan Shape, 2)
	ch <- r
	ch <- Sq{1}
	close(ch)
	for s := range ch {
		if sq, ok := s.(Sq); ok {
			fmt.Print("sq", sq.S, " ")
		} else {
			fmt.Printf("%T ", s)
		}
	}
	fmt.Println()
	a, b := any(Sq{1}), any(Rect{1, 1})
	fmt.Println(a == b, a == any(Sq{1}), a != nil, b == Rect{1, 1})
	fn := func() Shape {
		if n > 3 {
			return nil
		}
		return Sq{}
	}
	if s := fn(); s == nil {
		fmt.Println("nil shape")
	}
	arr := [...]any{1, "a", Sq{1}, nil}
	arr[3] = arr
	fmt.Println(len(arr), arr[2])
}

func main() { Main() }
