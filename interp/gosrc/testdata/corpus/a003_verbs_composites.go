package main

import (
	"fmt"
)

type Point struct{ X, Y int }
type Line struct {
	From, To *Point
	Tag      string
	Meta     map[string]any
	W        []float64
}
type Color uint8

func (c Color) String() string { return [...]string{"red", "green", "blue"}[c] }

type Shirt struct {
	C    Color
	Size any
}

func main() {
	p := Point{1, -2}
	fmt.Printf("%v %+v %#v %T\n", p, p, p, p)
	fmt.Printf("%v %+v\n", &p, &p)
	fmt.Printf("%#v\n", []Point{{1, 2}, {3, 4}})
	fmt.Printf("%#v\n", map[string]Point{"b": {1, 1}, "a": {2, 2}})
	fmt.Printf("%v %+v\n", map[Point]string{{2, 1}: "x", {1, 9}: "y"}, map[Color]int{2: 1, 0: 5})
	s := Shirt{1, Color(2)}
	fmt.Printf("%v %+v %#v %d %s\n", s, s, s, s, s)
	fmt.Printf("%v %d %x %q\n", []Color{0, 1, 2}, []Color{0, 1, 2}, Color(2), Color(0))
	l := Line{Tag: "t", Meta: map[string]any{"k": []int{1}, "a": nil}, W: []float64{1, 2.5}}
	fmt.Printf("%v\n%+v\n%#v\n", l, l, l)
	var np *Point
	var e error
	var m map[string]int
	var sl []int
	var f func()
	fmt.Printf("%v %+v %v %v %v %v\n", np, np, e, m, sl, f == nil)
	fmt.Printf("%#v %#v %#v %#v %T %T\n", np, e, m, sl, np, e)
	fmt.Printf("%#v %#v %#v\n", struct {
		A int
		B string
	}{1, "x"}, [2]bool{true}, []any{1, "a", nil, 2.0, 'x', Color(1)})
	fmt.Printf("%6.2v|%6v|%-6v|\n", 3.14159, Color(1), Color(0))
	fmt.Printf("%5v|%-4d|%03d\n", []int{1, 22}, []int{1, 22}, []int{1, 22})
}
