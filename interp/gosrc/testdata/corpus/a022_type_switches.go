package main

import (
	"fmt"
	"time"
)

type Shape interface{ Area() float64 }
type Sq float64
type Circ struct{ R float64 }
type Tri struct{ A, B float64 }

func (s Sq) Area() float64    { return float64(s * s) }
func (c *Circ) Area() float64 { return 3 * c.R * c.R }
func (t Tri) Area() float64   { return t.A * t.B / 2 }

type MyErr struct{}

func (MyErr) Error() string { return "myerr" }

func kind(v any) string {
	switch x := v.(type) {
	case nil:
		return "nil"
	case int, int64:
		return fmt.Sprintf("int-ish %v", x)
	case float64:
		return fmt.Sprintf("float %.1f", x)
	case string:
		return "string " + x
	case []int:
		return fmt.Sprint("slice ", len(x))
	case map[string]int:
		return fmt.Sprint("map ", len(x))
	case func() int:
		return fmt.Sprint("func ", x())
	case error:
		return "error " + x.Error()
	case Shape:
		return fmt.Sprintf("shape %T %.1f", x, x.Area())
	case *int:
		return fmt.Sprint("ptr ", *x)
	case chan int:
		return fmt.Sprint("chan ", cap(x))
	case [2]int:
		return fmt.Sprint("arr ", x[1])
	case struct{ A int }:
		return fmt.Sprint("anon ", x.A)
	case bool:
		if x {
			return "yes"
		}
		return "no"
	case rune:
		return "rune " + string(x)
	case fmt.Stringer:
		return "stringer " + x.String()
	default:
		return fmt.Sprintf("other %T", x)
	}
}

func main() {
	n := 7
	for _, v := range []any{nil, 1, int64(2), 2.5, "s", []int{1}, map[string]int{}, func() int { return 3 }, MyErr{}, Sq(2), &Circ{1}, Tri{2, 3}, &n, make(chan int, 4), [2]int{1, 2}, struct{ A int }{5}, true, 'x', time.Minute, Circ{}, uint8(3), []any{}, &MyErr{}} {
		fmt.Println(kind(v))
	}
}
