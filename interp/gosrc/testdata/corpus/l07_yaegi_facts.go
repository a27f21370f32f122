package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
)

type Add struct{ N int }
type Sub struct{ N int }
type Celsius float64
type Point struct{ X, Y int }

func (p Point) String() string { return fmt.Sprintf("(%d,%d)", p.X, p.Y) }

type E struct{ Code int }

func (e *E) Error() string { return fmt.Sprint("E", e.Code) }

type Number interface{ ~int | ~float64 }

func Sum[N Number](xs ...N) (s N) {
	for _, x := range xs {
		s += x
	}
	return
}
func Map[T, U any](xs []T, f func(T) U) (out []U) {
	for _, x := range xs {
		out = append(out, f(x))
	}
	return
}

type Stack[T any] struct{ items []T }

func (s *Stack[T]) Push(x T) { s.items = append(s.items, x) }

type Shape interface{ Area() float64 }
type Sq float64

func (s Sq) Area() float64 { return float64(s * s) }

type Node struct {
	V    int
	Next *Node
}

func kind(ev any) string {
	switch e := ev.(type) {
	case Sub:
		return fmt.Sprint("sub ", e.N)
	case Add:
		return fmt.Sprint("add ", e.N)
	case Celsius:
		return "celsius"
	case float64:
		return "float"
	case *E:
		return "*E"
	case error:
		return "error"
	case Shape:
		return "shape"
	case fmt.Stringer:
		return "stringer"
	}
	return "none"
}
func noBind(ev any) string {
	switch ev.(type) {
	case Add, Sub:
		return "arith"
	case Point:
		return "point"
	}
	return "?"
}
func value(ev any) string {
	switch ev {
	case 1:
		return "one"
	case "a":
		return "a"
	case Point{1, 2}:
		return "pt"
	case nil:
		return "nil"
	}
	return "other"
}
func show(i int) { fmt.Print(i, " ") }

func main() {
	fmt.Printf("%T %T %T %+v\n", Add{1}, &Node{}, Celsius(1), Node{1, &Node{}} == Node{})
	fmt.Println(kind(Add{1}), kind(Sub{2}), kind(Celsius(1)), kind(3.5), kind(&E{1}), kind(errors.New("")), kind(Sq(2)), kind(Point{}), kind(1))
	fmt.Println(noBind(Add{}), noBind(Sub{}), noBind(Point{}), noBind(1))
	fmt.Println(value(1), value("a"), value(Point{1, 2}), value(nil), value(1.0))
	fmt.Println(any(Add{1}) == any(Sub{1}), any(Add{1}) == any(Add{1}))
	fmt.Println([]any{Point{1, 2}, &Point{3, 4}}, map[string]any{"p": Point{}}, []Point{{5, 6}})
	m := map[any]int{Point{1, 2}: 7, Add{1}: 8, Sub{1}: 9}
	fmt.Println(m[Point{1, 2}], m[Add{1}], m[Sub{1}], len(m))
	var err error = fmt.Errorf("w: %w", &E{4})
	var target *E
	fmt.Println(errors.As(err, &target), target.Code)
	var ne *E
	err = ne
	fmt.Println(err == nil)
	fmt.Println(Map([]int{1, 2}, func(i int) string { return strings.Repeat("x", i) }), Sum(1, 2), Sum(1.5, 2), Sum[Celsius]())
	var st Stack[Point]
	push := st.Push
	push(Point{1, 1})
	fmt.Println(st)
	for i := 0; i < 3; i++ {
		defer show(i)
		defer func(v int) { fmt.Print("v", v, " ") }(i)
	}
	var fs []func() int
	for i := 0; i < 3; i++ {
		fs = append(fs, func() int { return i })
	}
	fmt.Println(fs[0](), fs[1](), fs[2]())
	d := func() { fmt.Println("deferred local") }
	defer d()
	defer func() { d() }()
	for i := range 3 {
		fmt.Print(i)
	}
	for i := range func(yield func(int) bool) { _ = yield(1) && yield(2) } {
		fmt.Print(" f", i)
	}
	xs := []int{3, 1, 2}
	slices.Sort(xs)
	fmt.Println(min(3, 1), max(2.5, 1), xs)
	clear(m)
	fmt.Println(len(m))
	func() {
		defer func() {
			r := recover()
			_, isErr := r.(error)
			fmt.Println(r, isErr)
		}()
		var p *Point
		_ = *p
	}()
	func() {
		defer func() {
			switch r := recover().(type) {
			case string:
				fmt.Println("string", r)
			default:
				fmt.Printf("%T\n", r)
			}
		}()
		panic("boom")
	}()
	f := Point.String
	g := (*E).Error
	fmt.Println(f(Point{9, 9}), g(&E{1}))
	_, ok := any(Sq(1)).(Shape)
	_, ok2 := any(Point{}).(Shape)
	fmt.Println(ok, ok2)
	ch := make(chan any, 2)
	ch <- Add{1}
	ch <- Sub{2}
	fmt.Println(kind(<-ch), kind(<-ch))
	b, _ := json.Marshal(struct{ P any }{Point{1, 2}})
	fmt.Println(string(b))
}
