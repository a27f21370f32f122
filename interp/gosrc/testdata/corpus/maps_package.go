package main

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
)

type Color string
type Point struct{ X, Y int }

func sortedKeys[M ~map[K]V, K cmp.Ordered, V any](m M) []K {
	return slices.Sorted(maps.Keys(m))
}

func invert[K, V comparable](m map[K]V) map[V]K {
	out := make(map[V]K, len(m))
	for k, v := range m {
		out[v] = k
	}
	return out
}

func main() {
	stock := map[Color]int{"red": 3, "blue": 1, "green": 2}
	fmt.Println(sortedKeys(stock), slices.Sorted(maps.Values(stock)))
	c := maps.Clone(stock)
	c["red"] = 99
	fmt.Println(stock["red"], c["red"], maps.Equal(stock, c), len(c))
	maps.DeleteFunc(c, func(k Color, v int) bool { return v > 50 })
	fmt.Println(c)
	maps.Copy(c, map[Color]int{"black": 7})
	fmt.Println(c, invert(c))
	grid := map[Point]rune{{0, 0}: 'a', {1, 0}: 'b'}
	grid[Point{5, 5}] = 'z'
	if r, ok := grid[Point{1, 0}]; ok {
		fmt.Printf("%c %v\n", r, grid)
	}
	arr := map[[2]string][]int{}
	arr[[2]string{"x", "y"}] = append(arr[[2]string{"x", "y"}], 1, 2)
	arr[[2]string{"x", "y"}][0] = 50
	fmt.Println(arr, len(arr[[2]string{"", ""}]))
	nested := map[string]map[string]int{}
	for _, w := range []string{"a.x", "a.y", "b.x", "a.x"} {
		k, v, _ := strings.Cut(w, ".")
		if nested[k] == nil {
			nested[k] = map[string]int{}
		}
		nested[k][v]++
	}
	fmt.Println(nested, nested["zz"]["q"])
	mixed := map[any]string{1: "int", "1": "string", 1.0: "float", Point{1, 1}: "point", Color("c"): "color", [1]int{1}: "arr", nil: "nil", true: "b"}
	fmt.Println(mixed[1], mixed["1"], mixed[1.0], mixed[Point{1, 1}], mixed[Color("c")], mixed["c"] == "", mixed[[1]int{1}], mixed[nil], len(mixed))
	clear(mixed)
	fmt.Println(len(mixed), maps.Collect(slices.All([]string{"p", "q"})))
	structs := map[string]struct{ n int }{"a": {1}}
	s := structs["a"]
	s.n++
	structs["a"] = s
	ptrs := map[string]*Point{"o": {}}
	ptrs["o"].X = 4
	fmt.Println(structs, *ptrs["o"])
	for k := range stock {
		if k == "red" {
			delete(stock, k)
		}
	}
	fmt.Println(stock)
}
