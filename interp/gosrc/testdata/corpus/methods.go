package main

import (
	"fmt"
)

type Shape interface{ Area() float64 }
type Square struct{ Side float64 }
type Circle struct{ R float64 }

func (s Square) Area() float64  { return s.Side * s.Side }
func (c *Circle) Area() float64 { return 3 * c.R * c.R }
func (s Square) String() string { return fmt.Sprintf("square(%v)", s.Side) }

func total(shapes ...Shape) float64 {
	sum := 0.0
	for _, s := range shapes {
		sum += s.Area()
	}
	return sum
}

func Main() {
	fmt.Println(total(Square{2}, &Circle{1}))
	var s Shape = Square{3}
	fmt.Println(s)
	if q, ok := s.(Square); ok {
		fmt.Println("square", q.Side)
	}
	if _, ok := s.(*Circle); !ok {
		fmt.Println("no circle")
	}
	if st, ok := s.(fmt.Stringer); ok {
		fmt.Println(st.String())
	}
	var x any = Square{4}
	switch v := x.(type) {
	case fmt.Stringer:
		fmt.Println("stringer", v.String())
	case Square:
		fmt.Println("square")
	}
	switch x.(type) {
	case *Circle:
		fmt.Println("circle")
	case Square:
		fmt.Println("square")
	}
	fmt.Println([]any{Square{1}}, map[string]any{"a": Square{2}})
	m := map[any]int{Square{1}: 1}
	fmt.Println(m[Square{1}], m[Square{2}])
	f := Square.Area
	fmt.Println(f(Square{5}))
	g := Square{6}.Area
	fmt.Println(g())
}

func main() { Main() }
