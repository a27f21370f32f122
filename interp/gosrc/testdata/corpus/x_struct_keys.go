package main

import (
	"fmt"
	"sort"
)

type Pos struct{ R, C int }
type Cell struct {
	Pos
	Kind rune
}
type Edge struct{ From, To Pos }
type Grid map[Pos]Cell

func (p Pos) Add(o Pos) Pos { return Pos{p.R + o.R, p.C + o.C} }

var dirs = [...]Pos{{-1, 0}, {0, 1}, {1, 0}, {0, -1}}

func parse(lines ...string) (g Grid, start, end Pos) {
	g = Grid{}
	for r, line := range lines {
		for c, ch := range line {
			p := Pos{r, c}
			switch ch {
			case 'S':
				start = p
			case 'E':
				end = p
			}
			g[p] = Cell{p, ch}
		}
	}
	return
}

func (g Grid) bfs(from, to Pos) (path []Pos, visited int) {
	prev := map[Pos]*Pos{from: nil}
	queue := []Pos{from}
	for len(queue) > 0 {
		cur := queue[0]
		queue = queue[1:]
		visited++
		if cur == to {
			for p := &cur; p != nil; p = prev[*p] {
				path = append([]Pos{*p}, path...)
			}
			return
		}
		for _, d := range dirs {
			next := cur.Add(d)
			cell, ok := g[next]
			if _, seen := prev[next]; !ok || seen || cell.Kind == '#' {
				continue
			}
			prev[next] = &cur
			queue = append(queue, next)
		}
	}
	return nil, visited
}

func Main() {
	g, s, e := parse("S.#.", "..#E", "#...")
	path, n := g.bfs(s, e)
	fmt.Println(path, n, len(g))
	weights := map[Edge]float64{}
	for i := 1; i < len(path); i++ {
		weights[Edge{path[i-1], path[i]}] += float64(i) / 2
	}
	weights[Edge{}]--
	keys := make([]Edge, 0, len(weights))
	for k := range weights {
		keys = append(keys, k)
	}
	sort.Slice(keys, func(i, j int) bool {
		a, b := keys[i], keys[j]
		if a.From != b.From {
			return a.From.R < b.From.R || a.From.R == b.From.R && a.From.C < b.From.C
		}
		return a.To.C < b.To.C
	})
	for _, k := range keys {
		fmt.Printf("%v->%+v %.1f\n", k.From, k.To, weights[k])
	}
	_, n = Grid{}.bfs(Pos{1, 1}, Pos{9, 9})
	fmt.Println(n)
	arr := map[[2]string][]int{{"a", "b"}: {1}}
	arr[[2]string{"a", "b"}] = append(arr[[2]string{"a", "b"}], 2)
	arr[[2]string{"b", "a"}] = append(arr[[2]string{"b", "a"}], 3)
	fmt.Println(arr)
	mixed := map[any]string{Pos{1, 2}: "pos", Cell{}: "cell", [1]int{3}: "arr", 3: "int", "3": "str", 3.0: "float", nil: "nil"}
	fmt.Println(mixed[Pos{1, 2}], mixed[Cell{}], mixed[[1]int{3}], mixed[3], mixed["3"], mixed[3.0], mixed[nil], mixed[int8(3)] == "")
	type local struct{ a, b any }
	lm := map[local]int{{1, "x"}: 1, {Pos{}, nil}: 2}
	fmt.Println(lm[local{1, "x"}], lm[local{Pos{}, nil}], lm[local{int64(1), "x"}])
	delete(lm, local{1, "x"})
	fmt.Println(len(lm))
	set := map[Pos]struct{}{}
	for i := range 6 {
		set[Pos{i % 2, i % 3 / 2}] = struct{}{}
	}
	fmt.Println(len(set))
	c := g[Pos{0, 0}]
	c.Kind = 'X'
	fmt.Printf("%c %c\n", c.Kind, g[Pos{0, 0}].Kind)
}

func main() { Main() }
