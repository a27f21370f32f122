package main

import (
	"fmt"
)

type Grid [][]int

func NewGrid(rows, cols int) Grid {
	g := make(Grid, rows)
	for i := range g {
		g[i] = make([]int, cols)
	}
	return g
}

func (g Grid) Set(r, c, v int)  { g[r][c] = v }
func (g Grid) Get(r, c int) int { return g[r][c] }

func attempt(label string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			err, ok := r.(error)
			fmt.Printf("%s: %v (error? %t)\n", label, r, ok)
			if ok {
				fmt.Println("  text:", err.Error())
			}
		}
	}()
	f()
	fmt.Println(label, "ok")
}

func main() {
	grid := NewGrid(3, 4)
	grid.Set(1, 2, 7)
	attempt("inside", func() { fmt.Println(grid.Get(1, 2)) })
	attempt("row", func() { grid.Set(5, 0, 1) })
	attempt("col", func() { grid.Get(2, 9) })
	attempt("neg", func() { i := -1; _ = grid[0][i] })
	var arr [3][5]int
	i, j := 5, 2
	attempt("array row", func() { arr[i][j] = 1 })
	attempt("array col", func() { arr[j][i] = 1 })
	names := []string{"a", "b"}
	attempt("string in slice", func() { fmt.Println(names[1][i]) })
	m := map[string][]int{"x": {1}}
	attempt("map slice", func() { m["x"][i]++ })
	attempt("missing map slice", func() { m["y"][0]++ })
	fmt.Println(grid[i][j])
}
