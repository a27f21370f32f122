package main

import (
	"fmt"
)

type Point struct{ X, Y int }
type ID string

func Main() {
	m := map[any]string{Point{1, 2}: "p", ID("a"): "id", "a": "string", 1: "int", int64(1): "int64", 1.0: "float"}
	fmt.Println(m[Point{1, 2}], m[ID("a")], m["a"], m[1], m[int64(1)], m[1.0], len(m))
	set := map[Point]struct{}{}
	set[Point{1, 1}] = struct{}{}
	_, ok := set[Point{1, 1}]
	fmt.Println(ok, len(set))
	nested := map[string]map[ID][]Point{"a": {"x": {{1, 2}, {3, 4}}}}
	nested["a"]["y"] = append(nested["a"]["y"], Point{5, 6})
	fmt.Println(nested)
	fmt.Printf("%v %+v %d\n", nested["a"]["x"], nested["a"]["y"], nested["a"]["x"][0])
	var list []any
	list = append(list, Point{1, 2}, ID("z"), nil, 3)
	fmt.Println(list...)
	fmt.Println(list)
	delete(m, any(Point{1, 2}))
	fmt.Println(len(m))
	type local struct{ a, b int }
	x := map[local]int{{1, 2}: 3}
	fmt.Println(x[local{1, 2}], x)
	var e any = local{1, 2}
	_, isPoint := e.(Point)
	l, isLocal := e.(local)
	fmt.Println(isPoint, isLocal, l.b)
	c := make(chan any, 2)
	c <- Point{9, 9}
	c <- ID("q")
	fmt.Println((<-c) == any(Point{9, 9}), <-c)
	pp := &Point{1, 2}
	var a1, a2 any = pp, pp
	fmt.Println(a1 == a2, a1 == any(&Point{1, 2}), *a1.(*Point))
}

func main() { Main() }
