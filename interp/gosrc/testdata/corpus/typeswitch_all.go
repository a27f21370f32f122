package main

import (
	"errors"
	"fmt"
)

type Shape interface{ Area() float64 }
type Sq struct{ S float64 }
type Ci struct{ R float64 }
type Tri struct{ B, H float64 }

func (s Sq) Area() float64   { return s.S * s.S }
func (c *Ci) Area() float64  { return 3 * c.R * c.R }
func (t Tri) Area() float64  { return t.B * t.H / 2 }
func (t Tri) String() string { return "tri" }

type ID int
type Name string
type List []int
type Fn func(int) int
type M map[string]int

func classify(v any) string {
	switch x := v.(type) {
	case nil:
		return "nil"
	case int, int64:
		return fmt.Sprintf("integer %v", x)
	case ID:
		return fmt.Sprintf("ID %d", x+1)
	case Name:
		return "Name " + string(x)
	case string:
		return "string " + x
	case List:
		return fmt.Sprint("List ", len(x), x)
	case []int:
		return fmt.Sprint("[]int ", len(x))
	case Fn:
		return fmt.Sprint("Fn ", x(1))
	case func(int) int:
		return fmt.Sprint("func ", x(1))
	case M:
		return fmt.Sprint("M ", x["a"])
	case map[string]int:
		return fmt.Sprint("map ", x["a"])
	case Sq, *Ci:
		return fmt.Sprintf("shape %T", x)
	case fmt.Stringer:
		return "stringer " + x.String()
	case Shape:
		return "shape"
	case error:
		return "error " + x.Error()
	case *int:
		return fmt.Sprint("*int ", *x)
	case []any:
		s := "any["
		for _, e := range x {
			s += classify(e) + ";"
		}
		return s + "]"
	case chan int:
		return "chan"
	case struct{}:
		return "empty"
	case float64:
		return fmt.Sprintf("%.1f", x)
	case bool:
		if x {
			return "yes"
		}
		return "no"
	}
	return fmt.Sprintf("other %T", v)
}

func Main() {
	n := 7
	for _, v := range []any{nil, 1, int64(2), ID(3), Name("n"), "s", List{1, 2}, []int{3}, Fn(func(i int) int { return i + 1 }), func(i int) int { return i * 5 },
		M{"a": 1}, map[string]int{"a": 2}, Sq{2}, &Ci{1}, Tri{1, 2}, errors.New("e"), &n, []any{1, ID(2), nil}, make(chan int), struct{}{}, 2.5, true, 'x', uint8(3), [2]int{1, 2}, &Sq{1}, []Shape{Sq{1}}} {
		fmt.Println(classify(v))
	}
	var s Shape = Sq{3}
	switch s.(type) {
	case *Ci:
		fmt.Println("circle")
	case Sq:
		fmt.Println("square")
	}
	if _, ok := s.(*Ci); !ok {
		fmt.Println("not circle")
	}
	switch t := s.(type) {
	case Sq:
		t.S = 100
		fmt.Println(t.Area(), s.Area())
	}
	switch x := any(s).(type) {
	case interface{ Area() float64 }:
		fmt.Println("has area", x.Area())
	}
}

func main() { Main() }
