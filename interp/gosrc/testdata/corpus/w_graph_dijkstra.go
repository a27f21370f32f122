package main

import (
	"cmp"
	"container/heap"
	"fmt"
	"maps"
	"slices"
	"strings"
)

type Graph[K cmp.Ordered] struct {
	edges map[K]map[K]int
}
type item[K cmp.Ordered] struct {
	node K
	dist int
}
type pq[K cmp.Ordered] []item[K]

func (p pq[K]) Len() int { return len(p) }
func (p pq[K]) Less(i, j int) bool {
	return p[i].dist < p[j].dist || p[i].dist == p[j].dist && p[i].node < p[j].node
}
func (p pq[K]) Swap(i, j int) { p[i], p[j] = p[j], p[i] }
func (p *pq[K]) Push(x any)   { *p = append(*p, x.(item[K])) }
func (p *pq[K]) Pop() any     { o := *p; v := o[len(o)-1]; *p = o[:len(o)-1]; return v }
func (g *Graph[K]) Add(a, b K, w int) *Graph[K] {
	if g.edges == nil {
		g.edges = make(map[K]map[K]int)
	}
	for _, k := range []K{a, b} {
		if g.edges[k] == nil {
			g.edges[k] = map[K]int{}
		}
	}
	g.edges[a][b] = w
	g.edges[b][a] = w
	return g
}
func (g *Graph[K]) Shortest(from, to K) ([]K, int, bool) {
	dist := map[K]int{from: 0}
	prev := map[K]K{}
	q := &pq[K]{{from, 0}}
	for q.Len() > 0 {
		cur := heap.Pop(q).(item[K])
		if cur.node == to {
			break
		}
		if cur.dist > dist[cur.node] {
			continue
		}
		for n, w := range g.edges[cur.node] {
			nd := cur.dist + w
			if old, ok := dist[n]; !ok || nd < old {
				dist[n] = nd
				prev[n] = cur.node
				heap.Push(q, item[K]{n, nd})
			}
		}
	}
	d, ok := dist[to]
	if !ok {
		return nil, 0, false
	}
	path := []K{to}
	for path[0] != from {
		path = slices.Insert(path, 0, prev[path[0]])
	}
	return path, d, true
}
func topo(deps map[string][]string) (order []string, err error) {
	const (
		white = iota
		grey
		black
	)
	state := map[string]int{}
	var visit func(n string, path []string) error
	visit = func(n string, path []string) error {
		switch state[n] {
		case grey:
			return fmt.Errorf("cycle: %s", strings.Join(append(path, n), " -> "))
		case black:
			return nil
		}
		state[n] = grey
		for _, d := range deps[n] {
			if err := visit(d, append(path, n)); err != nil {
				return err
			}
		}
		state[n] = black
		order = append(order, n)
		return nil
	}
	for _, n := range slices.Sorted(maps.Keys(deps)) {
		if err = visit(n, nil); err != nil {
			return nil, err
		}
	}
	return
}
func Main() {
	g := new(Graph[string])
	g.Add("a", "b", 4).Add("a", "c", 1).Add("c", "b", 2).Add("b", "d", 5).Add("x", "y", 1)
	fmt.Println(g.Shortest("a", "d"))
	fmt.Println(g.Shortest("a", "x"))
	gi := &Graph[int]{}
	fmt.Println(gi.Add(1, 2, 3).Add(2, 3, 1).Shortest(3, 1))
	fmt.Println(topo(map[string][]string{"app": {"lib", "log"}, "lib": {"core"}, "log": {"core"}, "core": nil}))
	fmt.Println(topo(map[string][]string{"a": {"b"}, "b": {"c"}, "c": {"a"}}))
}

func main() { Main() }
