package main

import (
	"fmt"
	"math"
)

type key struct {
	row, col int
}

func main() {
	m := map[string]map[string]int{}
	add := func(a, b string, n int) {
		if m[a] == nil {
			m[a] = map[string]int{}
		}
		m[a][b] += n
	}
	add("x", "p", 1)
	add("x", "q", 2)
	add("y", "p", 3)
	add("x", "p", 10)
	fmt.Println(m, len(m), len(m["none"]))
	g := map[key]rune{{0, 0}: 'a', {1, 2}: 'b'}
	g[key{3, 3}]++
	fmt.Println(g, g[key{1, 2}], g[key{9, 9}])
	arr := map[[2]int]string{{1, 2}: "one-two", {0, 5}: "zero-five"}
	fmt.Println(arr[[2]int{1, 2}], arr)
	ms := map[string][]int{}
	ms["e"] = append(ms["e"], 1, 2)
	ms["o"] = append(ms["o"], 3)
	fmt.Println(ms)
	ptr := map[string]*key{"k": {1, 1}}
	ptr["k"].row++
	fmt.Println(*ptr["k"])
	if v, ok := m["x"]["zzz"]; !ok {
		fmt.Println("missing", v)
	}
	delete(m["x"], "p")
	delete(m, "nope")
	fmt.Println(m)
	st := map[string]struct{}{"a": {}, "b": {}}
	_, has := st["a"]
	fmt.Println(has, st, len(st))
	anym := map[any]string{1: "int", "1": "str", 1.0: "float", key{1, 1}: "key", [1]int{1}: "arr", true: "t", nil: "nil"}
	fmt.Println(anym[1], anym["1"], anym[1.0], anym[key{1, 1}], anym[[1]int{1}], anym[true], anym[nil], len(anym))
	funcs := map[string]func(int) int{"dbl": func(i int) int { return i * 2 }}
	fmt.Println(funcs["dbl"](4))
	clear(m)
	fmt.Println(m, len(m))
	nan := map[float64]int{}
	nan[math.NaN()] = 1
	nan[math.NaN()] = 2
	fmt.Println(len(nan), nan[math.NaN()])
}
