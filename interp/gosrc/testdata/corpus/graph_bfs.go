package main

import (
	"container/heap"
	"fmt"
	"sort"
)

type Graph struct {
	nodes map[string][]Edge
}
type Edge struct {
	To string
	W  int
}

func (g *Graph) Add(a, b string, w int) {
	if g.nodes == nil {
		g.nodes = map[string][]Edge{}
	}
	g.nodes[a] = append(g.nodes[a], Edge{b, w})
	g.nodes[b] = append(g.nodes[b], Edge{a, w})
}

func (g *Graph) BFS(start string, visit func(string) bool) {
	seen := map[string]bool{start: true}
	for q := []string{start}; len(q) > 0; q = q[1:] {
		if !visit(q[0]) {
			return
		}
		for _, e := range g.nodes[q[0]] {
			if !seen[e.To] {
				seen[e.To] = true
				q = append(q, e.To)
			}
		}
	}
}

type state struct {
	node string
	cost int
}
type pq []state

func (p pq) Len() int           { return len(p) }
func (p pq) Less(i, j int) bool { return p[i].cost < p[j].cost }
func (p pq) Swap(i, j int)      { p[i], p[j] = p[j], p[i] }
func (p *pq) Push(x any)        { *p = append(*p, x.(state)) }
func (p *pq) Pop() any {
	o := *p
	x := o[len(o)-1]
	*p = o[:len(o)-1]
	return x
}

func (g *Graph) Dijkstra(src string) map[string]int {
	dist := map[string]int{src: 0}
	h := &pq{{src, 0}}
	for h.Len() > 0 {
		s := heap.Pop(h).(state)
		if d, ok := dist[s.node]; ok && d < s.cost {
			continue
		}
		for _, e := range g.nodes[s.node] {
			if d, ok := dist[e.To]; !ok || s.cost+e.W < d {
				dist[e.To] = s.cost + e.W
				heap.Push(h, state{e.To, s.cost + e.W})
			}
		}
	}
	return dist
}

func topo(deps map[string][]string) (order []string, err error) {
	const (
		white = iota
		grey
		black
	)
	color := map[string]int{}
	var visit func(string) error
	visit = func(n string) error {
		switch color[n] {
		case grey:
			return fmt.Errorf("cycle at %s", n)
		case black:
			return nil
		}
		color[n] = grey
		for _, d := range deps[n] {
			if err := visit(d); err != nil {
				return err
			}
		}
		color[n] = black
		order = append(order, n)
		return nil
	}
	keys := make([]string, 0, len(deps))
	for k := range deps {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	for _, k := range keys {
		if err = visit(k); err != nil {
			return nil, err
		}
	}
	return
}

func Main() {
	g := &Graph{}
	for _, e := range []struct {
		a, b string
		w    int
	}{{"a", "b", 4}, {"a", "c", 1}, {"c", "b", 2}, {"b", "d", 5}, {"c", "d", 8}} {
		g.Add(e.a, e.b, e.w)
	}
	g.BFS("a", func(s string) bool { fmt.Print(s, " "); return s != "d" })
	fmt.Println()
	fmt.Println(g.Dijkstra("a"))
	fmt.Println(topo(map[string][]string{"app": {"lib", "log"}, "lib": {"core"}, "log": {"core"}, "core": nil}))
	fmt.Println(topo(map[string][]string{"x": {"y"}, "y": {"x"}}))
}

func main() { Main() }
