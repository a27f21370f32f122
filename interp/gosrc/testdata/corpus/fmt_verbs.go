package main

import (
	"errors"
	"fmt"
	"strconv"
)

type Point struct{ X, Y int }
type Named string
type Level int

func (l Level) String() string { return "L" + strconv.Itoa(int(l)) }

type Wrap struct {
	P    Point
	L    Level
	N    Named
	M    map[string]int
	S    []string
	Ptr  *int
	Any  any
	Err  error
	Fn   func()
	priv Level
}

func Main() {
	p := Point{1, 2}
	fmt.Printf("%v %+v %#v %T\n", p, p, p, p)
	fmt.Printf("%v %+v %T\n", &p, &p, &p)
	fmt.Printf("%v %s %d %q %x\n", Level(3), Level(3), Level(3), Level(3), Level(3))
	fmt.Printf("%v %q %#v %T\n", Named("n"), Named("n"), Named("n"), Named("n"))
	w := Wrap{P: p, L: 2, N: "x", M: map[string]int{"b": 2, "a": 1}, S: []string{"q", "r"}, Any: Level(4), priv: 7}
	fmt.Printf("%v\n", w)
	fmt.Printf("%+v\n", w)
	fmt.Printf("%T %T %T %T\n", w.M, w.S, w.Any, w.Fn)
	fmt.Printf("%v %v %v\n", []Level{1, 2}, map[Level]Level{1: 2}, [2]Level{3, 4})
	fmt.Printf("%#v\n", []Point{{1, 2}, {3, 4}})
	fmt.Printf("%#v\n", map[string]Point{"a": {1, 2}})
	fmt.Printf("%#v %#v %#v\n", []int{1}, map[string]bool{"x": true}, struct{ A int }{1})
	fmt.Printf("%5d|%-5d|%05d|%x|%X|%o|%b|%c|%U\n", 42, 42, 42, 255, 255, 8, 5, 'x', 'x')
	fmt.Printf("%8.3f|%-8.2f|%e|%g\n", 3.14159, 2.5, 12345.678, 1e21)
	fmt.Printf("%10s|%-10s|%.2s|%q\n", "hi", "hi", "hello", "a\"b")
	fmt.Printf("%t %v %p\n", true, nil, nil)
	fmt.Printf("%6.2f%%\n", 12.345)
	fmt.Printf("%*d|%-*d|\n", 5, 42, 5, 42)
	fmt.Printf("%[2]d %[1]d\n", 1, 2)
	fmt.Printf("%d %s\n", []int{1, 2}, []string{"a", "b"})
	fmt.Printf("%x %X % x\n", "hello", []byte("hi"), "abc")
	fmt.Printf("%v %v\n", [3]bool{true}, [][]int{{1}, {2, 3}})
	fmt.Printf("%!|%z %d\n", 1)
	fmt.Printf("%d\n", 1, 2)
	fmt.Println(p, &p, w.L, []any{1, "a", nil, p, Level(1)})
	fmt.Println(errors.New("e"), []error{errors.New("x"), nil})
	var np *Point
	var ni any
	var ns []int
	var nm map[string]int
	fmt.Println(np, ni, ns, nm, ns == nil, nm == nil)
	fmt.Printf("%v %+v %#v %#v %#v\n", np, ni, ns, nm, ni)
	fmt.Print("a", "b", 1, 2, true, "c\n")
	fmt.Print(1, 2, "\n")
	s := fmt.Sprint("x", 1, 2, "y")
	fmt.Println(s, len(s))
}

func main() { Main() }
