package main

import (
	"fmt"
)

func a(v []int) (int, int) { return len(v), cap(v) }
func Main() {
	x, y := make([]int, 3, 5), []int{1}
	fmt.Println(len(x), cap(x), len(y))
	fmt.Println(a(x))
	var p, q = []int{1, 2}, "x"
	fmt.Println(p, q)
	i, f := 1, func() int { return 2 }
	fmt.Println(i, f())
	u, v := map[string]int{"a": 1}, [2]int{1, 2}
	fmt.Println(u, v)
	w, z := append(x, 1), len(x)
	fmt.Println(w, z)
}

func main() { Main() }
