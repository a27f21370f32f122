package main

import (
	"fmt"
	"maps"
	"strings"
)

type Cell struct{ X, Y int }
type World map[Cell]bool

func Parse(s string) World {
	w := World{}
	for y, line := range strings.Split(strings.TrimSpace(s), "\n") {
		for x, c := range line {
			if c == '#' {
				w[Cell{x, y}] = true
			}
		}
	}
	return w
}
func (c Cell) Neighbours() (ns [8]Cell) {
	i := 0
	for dy := -1; dy <= 1; dy++ {
		for dx := -1; dx <= 1; dx++ {
			if dx == 0 && dy == 0 {
				continue
			}
			ns[i] = Cell{c.X + dx, c.Y + dy}
			i++
		}
	}
	return
}
func (w World) Step() World {
	counts := map[Cell]int{}
	for c := range w {
		for _, n := range c.Neighbours() {
			counts[n]++
		}
	}
	next := make(World)
	for c, n := range counts {
		if n == 3 || n == 2 && w[c] {
			next[c] = true
		}
	}
	return next
}
func (w World) Show(n int) {
	for y := range n {
		row := make([]byte, n)
		for x := range row {
			row[x] = '.'
			if w[Cell{x, y}] {
				row[x] = '#'
			}
		}
		fmt.Println(string(row))
	}
}
func Main() {
	w := Parse(`
.#...
..#..
###..
.....`)
	for i := range 4 {
		fmt.Println("gen", i, len(w))
		w.Show(5)
		w = w.Step()
	}
	fmt.Println(w[Cell{0, 0}], maps.Equal(w, w.Step()))
}

func main() { Main() }
