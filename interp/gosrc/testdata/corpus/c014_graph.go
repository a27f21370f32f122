package main

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"sort"
)

type Graph struct {
	adj   map[string]map[string]int
	nodes []string
}

func (g *Graph) Edge(a, b string, w int) {
	if g.adj == nil {
		g.adj = map[string]map[string]int{}
	}
	for _, n := range [...]string{a, b} {
		if _, ok := g.adj[n]; !ok {
			g.adj[n] = map[string]int{}
			g.nodes = append(g.nodes, n)
		}
	}
	g.adj[a][b] = w
	g.adj[b][a] = w
}
func (g *Graph) neighbors(n string) []string { return slices.Sorted(maps.Keys(g.adj[n])) }
func (g *Graph) BFS(start string, visit func(string, int) bool) {
	type item struct {
		n string
		d int
	}
	seen := map[string]bool{start: true}
	for q := []item{{start, 0}}; len(q) > 0; q = q[1:] {
		it := q[0]
		if !visit(it.n, it.d) {
			return
		}
		for _, m := range g.neighbors(it.n) {
			if !seen[m] {
				seen[m] = true
				q = append(q, item{m, it.d + 1})
			}
		}
	}
}
func (g *Graph) DFS(n string, seen map[string]struct{}, order *[]string) {
	if _, ok := seen[n]; ok {
		return
	}
	seen[n] = struct{}{}
	for _, m := range g.neighbors(n) {
		g.DFS(m, seen, order)
	}
	*order = append(*order, n)
}
func (g *Graph) Dijkstra(src string) (dist map[string]int, prev map[string]string) {
	dist, prev = map[string]int{}, map[string]string{}
	for _, n := range g.nodes {
		dist[n] = math.MaxInt
	}
	dist[src] = 0
	done := map[string]bool{}
	for range g.nodes {
		best := ""
		for _, n := range g.nodes {
			if !done[n] && (best == "" || dist[n] < dist[best]) {
				best = n
			}
		}
		if dist[best] == math.MaxInt {
			break
		}
		done[best] = true
		for m, w := range g.adj[best] {
			if nd := dist[best] + w; nd < dist[m] {
				dist[m], prev[m] = nd, best
			}
		}
	}
	return
}
func path_(prev map[string]string, to string) (p []string) {
	for n, ok := to, true; ok; n, ok = prev[n] {
		p = append([]string{n}, p...)
	}
	return
}

func main() {
	var g Graph
	for _, e := range []struct {
		a, b string
		w    int
	}{{"a", "b", 4}, {"a", "c", 1}, {"c", "b", 2}, {"b", "d", 5}, {"c", "d", 8}, {"e", "f", 1}} {
		g.Edge(e.a, e.b, e.w)
	}
	g.BFS("a", func(n string, d int) bool { fmt.Print(n, d, " "); return n != "z" })
	fmt.Println()
	var order []string
	g.DFS("a", map[string]struct{}{}, &order)
	fmt.Println(order)
	d, prev := g.Dijkstra("a")
	fmt.Println(d["d"], d["e"] == math.MaxInt, path_(prev, "d"))
	topo := map[string][]string{"shirt": {"tie", "belt"}, "tie": {"jacket"}, "pants": {"shoes", "belt"}, "belt": {"jacket"}}
	indeg := map[string]int{}
	for k, vs := range topo {
		indeg[k] += 0
		for _, v := range vs {
			indeg[v]++
		}
	}
	var res []string
	for len(indeg) > 0 {
		var ready []string
		for k, n := range indeg {
			if n == 0 {
				ready = append(ready, k)
			}
		}
		sort.Strings(ready)
		for _, r := range ready {
			delete(indeg, r)
			for _, v := range topo[r] {
				indeg[v]--
			}
		}
		res = append(res, ready...)
	}
	fmt.Println(res)
}
