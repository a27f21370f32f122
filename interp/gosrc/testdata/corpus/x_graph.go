package main

import (
	"cmp"
	"container/heap"
	"errors"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
)

type Weight interface{ ~int | ~float64 }

type Edge[W Weight] struct {
	To string
	W  W
}

type Graph[W Weight] struct {
	adj      map[string][]Edge[W]
	directed bool
}

func (g *Graph[W]) Add(a, b string, w W) *Graph[W] {
	if g.adj == nil {
		g.adj = make(map[string][]Edge[W])
	}
	g.adj[a] = append(g.adj[a], Edge[W]{b, w})
	if !g.directed {
		g.adj[b] = append(g.adj[b], Edge[W]{a, w})
	} else if _, ok := g.adj[b]; !ok {
		g.adj[b] = nil
	}
	return g
}

type item[W Weight] struct {
	node  string
	prio  W
	index int
}
type pq[W Weight] []*item[W]

func (q pq[W]) Len() int           { return len(q) }
func (q pq[W]) Less(i, j int) bool { return q[i].prio < q[j].prio }
func (q pq[W]) Swap(i, j int)      { q[i], q[j] = q[j], q[i]; q[i].index, q[j].index = i, j }
func (q *pq[W]) Push(x any)        { it := x.(*item[W]); it.index = len(*q); *q = append(*q, it) }
func (q *pq[W]) Pop() any {
	old := *q
	n := len(old)
	it := old[n-1]
	old[n-1] = nil
	*q = old[:n-1]
	return it
}

func (g *Graph[W]) Shortest(from string) (dist map[string]W, prev map[string]string) {
	dist, prev = map[string]W{from: 0}, map[string]string{}
	items := map[string]*item[W]{from: {node: from}}
	q := pq[W]{items[from]}
	heap.Init(&q)
	for q.Len() > 0 {
		u := heap.Pop(&q).(*item[W])
		u.index = -1
		for _, e := range g.adj[u.node] {
			d := u.prio + e.W
			if old, ok := dist[e.To]; ok && d >= old {
				continue
			}
			dist[e.To], prev[e.To] = d, u.node
			if it, ok := items[e.To]; ok && it.index >= 0 {
				it.prio = d
				heap.Fix(&q, it.index)
			} else {
				items[e.To] = &item[W]{node: e.To, prio: d}
				heap.Push(&q, items[e.To])
			}
		}
	}
	return
}

func path(prev map[string]string, to string) (p []string) {
	for ok := true; ok; to, ok = prev[to] {
		p = append(p, to)
	}
	slices.Reverse(p)
	return
}

type CycleError []string

func (c CycleError) Error() string { return "cycle: " + strings.Join(c, " -> ") }

type color byte

const (
	white color = iota
	grey
	black
)

func (g *Graph[W]) Topo() (order []string, err error) {
	state := map[string]color{}
	var stack []string
	var visit func(string) error
	visit = func(n string) error {
		switch state[n] {
		case black:
			return nil
		case grey:
			i := slices.Index(stack, n)
			return append(CycleError{}, append(stack[i:], n)...)
		}
		state[n] = grey
		stack = append(stack, n)
		defer func() { stack = stack[:len(stack)-1] }()
		for _, e := range g.adj[n] {
			if err := visit(e.To); err != nil {
				return err
			}
		}
		state[n] = black
		order = append([]string{n}, order...)
		return nil
	}
	for _, n := range slices.Sorted(maps.Keys(g.adj)) {
		if err := visit(n); err != nil {
			return nil, fmt.Errorf("topo from %s: %w", n, err)
		}
	}
	return order, nil
}

type UnionFind struct{ parent, size []int }

func NewUF(n int) *UnionFind {
	u := &UnionFind{make([]int, n), make([]int, n)}
	for i := range n {
		u.parent[i], u.size[i] = i, 1
	}
	return u
}
func (u *UnionFind) Find(x int) int {
	if u.parent[x] != x {
		u.parent[x] = u.Find(u.parent[x])
	}
	return u.parent[x]
}
func (u *UnionFind) Union(a, b int) bool {
	a, b = u.Find(a), u.Find(b)
	if a == b {
		return false
	}
	if u.size[a] < u.size[b] {
		a, b = b, a
	}
	u.parent[b] = a
	u.size[a] += u.size[b]
	return true
}

type Grid [5][6]byte
type Pos struct{ R, C int }

func (p Pos) Add(q Pos) Pos { return Pos{p.R + q.R, p.C + q.C} }

var dirs = [4]Pos{{0, 1}, {1, 0}, {0, -1}, {-1, 0}}

func parse(s string) (g Grid, start, end Pos) {
	for r, line := range strings.Split(strings.TrimSpace(s), "\n") {
		for c, b := range []byte(line) {
			switch b {
			case 'S':
				start = Pos{r, c}
			case 'E':
				end = Pos{r, c}
			}
			g[r][c] = b
		}
	}
	return
}

func (g *Grid) bfs(from, to Pos) (int, bool) {
	type step struct {
		Pos
		n int
	}
	seen := map[Pos]bool{from: true}
	for queue := []step{{from, 0}}; len(queue) > 0; {
		s := queue[0]
		queue = queue[1:]
		if s.Pos == to {
			return s.n, true
		}
		for _, d := range dirs {
			p := s.Add(d)
			if p.R < 0 || p.C < 0 || p.R >= len(g) || p.C >= len(g[0]) || g[p.R][p.C] == '#' || seen[p] {
				continue
			}
			seen[p] = true
			if g[p.R][p.C] == '.' {
				g[p.R][p.C] = byte('0' + (s.n+1)%10)
			}
			queue = append(queue, step{p, s.n + 1})
		}
	}
	return 0, false
}

func main() {
	g := new(Graph[int]).Add("a", "b", 7).Add("a", "c", 3).Add("c", "b", 1).Add("b", "d", 2).Add("c", "d", 8)
	dist, prev := g.Shortest("a")
	fmt.Println(dist, path(prev, "d"), path(prev, "a"))
	f := &Graph[float64]{directed: true}
	f.Add("x", "y", .5).Add("y", "z", .25).Add("x", "z", 1)
	fd, fp := f.Shortest("x")
	fmt.Println(fd, path(fp, "z"), fd["nope"])
	order, err := f.Topo()
	fmt.Println(order, err)
	f.Add("z", "x", 0)
	order, err = f.Topo()
	var ce CycleError
	fmt.Println(order == nil, err, errors.As(err, &ce), len(ce), ce)
	u := NewUF(6)
	fmt.Println(u.Union(0, 1), u.Union(2, 3), u.Union(1, 3), u.Union(0, 2), u.Find(3) == u.Find(0), u.size[u.Find(2)])
	grid, s, e := parse("S..#..\n.#.#.#\n.#....\n.####.\n....E.")
	before := grid
	fmt.Println(grid.bfs(s, e))
	for _, row := range grid {
		fmt.Println(string(row[:]))
	}
	fmt.Println(before == grid, before[0] == grid[0], string(before[4][:]))
	es := []Edge[int]{{"q", 3}, {"r", 1}, {"s", 3}}
	slices.SortFunc(es, func(a, b Edge[int]) int { return cmp.Or(-cmp.Compare(a.W, b.W), strings.Compare(a.To, b.To)) })
	fmt.Printf("%v %+v %T\n", es, es[0], es)
	fmt.Println(math.Inf(1) > 1, errors.Is(err, ce2{}))
}

type ce2 struct{}

func (ce2) Error() string { return "ce2" }
