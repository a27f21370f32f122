package main

import (
	"container/heap"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
)

type Graph map[string][]string
type CycleError []string

func (c CycleError) Error() string { return "cycle: " + strings.Join(c, " -> ") }

type color byte

const (
	white color = iota
	grey
	black
)

func (g Graph) TopSort() (order []string, err error) {
	state := map[string]color{}
	var stack []string
	var visit func(string) error
	visit = func(n string) error {
		switch state[n] {
		case black:
			return nil
		case grey:
			i := slices.Index(stack, n)
			return CycleError(append(slices.Clone(stack[i:]), n))
		}
		state[n] = grey
		stack = append(stack, n)
		defer func() { stack = stack[:len(stack)-1] }()
		for _, m := range g[n] {
			if err := visit(m); err != nil {
				return err
			}
		}
		state[n] = black
		order = append(order, n)
		return nil
	}
	for _, n := range slices.Sorted(maps.Keys(g)) {
		if err = visit(n); err != nil {
			return nil, err
		}
	}
	return
}

type edge struct {
	to   string
	cost int
}
type item struct {
	node string
	dist int
}
type pq []item

func (p pq) Len() int { return len(p) }
func (p pq) Less(i, j int) bool {
	return p[i].dist < p[j].dist || p[i].dist == p[j].dist && p[i].node < p[j].node
}
func (p pq) Swap(i, j int) { p[i], p[j] = p[j], p[i] }
func (p *pq) Push(x any)   { *p = append(*p, x.(item)) }
func (p *pq) Pop() (x any) {
	x, *p = (*p)[len(*p)-1], (*p)[:len(*p)-1]
	return
}

func dijkstra(g map[string][]edge, from string) (dist map[string]int, prev map[string]string) {
	dist, prev = map[string]int{from: 0}, map[string]string{}
	q := &pq{{from, 0}}
	for q.Len() > 0 {
		it := heap.Pop(q).(item)
		if it.dist > dist[it.node] {
			continue
		}
		for _, e := range g[it.node] {
			nd := it.dist + e.cost
			if d, seen := dist[e.to]; !seen || nd < d {
				dist[e.to], prev[e.to] = nd, it.node
				heap.Push(q, item{e.to, nd})
			}
		}
	}
	return
}

type point struct{ r, c int }

func (p point) add(q point) point { return point{p.r + q.r, p.c + q.c} }

func bfs(maze []string, from, to point) (steps int, ok bool) {
	dirs := [...]point{{0, 1}, {1, 0}, {0, -1}, {-1, 0}}
	seen := map[point]int{from: 0}
	for queue := []point{from}; len(queue) > 0; queue = queue[1:] {
		cur := queue[0]
		if cur == to {
			return seen[cur], true
		}
		for _, d := range dirs {
			n := cur.add(d)
			if n.r < 0 || n.c < 0 || n.r >= len(maze) || n.c >= len(maze[n.r]) || maze[n.r][n.c] == '#' {
				continue
			}
			if _, visited := seen[n]; !visited {
				seen[n] = seen[cur] + 1
				queue = append(queue, n)
			}
		}
	}
	return 0, false
}

func main() {
	g := Graph{"app": {"db", "log"}, "db": {"cfg"}, "log": {"cfg"}, "cfg": nil}
	fmt.Println(g.TopSort())
	g["cfg"] = append(g["cfg"], "app")
	_, err := g.TopSort()
	var ce CycleError
	fmt.Println(err, errors.As(err, &ce), len(ce))
	d, prev := dijkstra(map[string][]edge{"a": {{"b", 7}, {"c", 3}}, "c": {{"b", 1}, {"d", 8}}, "b": {{"d", 2}}}, "a")
	fmt.Println(d, prev)
	maze := []string{"..#.", ".#..", "....", "#.#."}
	fmt.Println(bfs(maze, point{0, 0}, point{0, 3}))
	fmt.Println(bfs(maze[:2], point{0, 0}, point{0, 3}))
	grid := [3][4]rune{}
	for r := range grid {
		for c := range grid[r] {
			grid[r][c] = rune(maze[r][c])
		}
		fmt.Print(string(grid[r][:]), "|")
	}
	fmt.Println(maze[point{5, 5}.r%3][point{9, 9}.c-5:])
}
