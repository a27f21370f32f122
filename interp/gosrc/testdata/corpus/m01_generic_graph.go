package main

import (
	"cmp"
	"fmt"
	"iter"
	"maps"
	"slices"
	"container/heap"
)

type ID interface{ ~int | ~string }
type Edge[K ID, W cmp.Ordered] struct {
	To K
	W  W
}
type Graph[K ID, W cmp.Ordered] struct{ adj map[K][]Edge[K, W] }

func (g *Graph[K, W]) Add(a, b K, w W) *Graph[K, W] {
	if g.adj == nil {
		g.adj = make(map[K][]Edge[K, W])
	}
	g.adj[a] = append(g.adj[a], Edge[K, W]{b, w})
	if _, ok := g.adj[b]; !ok {
		g.adj[b] = nil
	}
	return g
}
func (g *Graph[K, W]) Nodes() iter.Seq[K] {
	return func(yield func(K) bool) {
		for _, k := range slices.Sorted(maps.Keys(g.adj)) {
			if !yield(k) {
				return
			}
		}
	}
}

type Queue[T any] struct {
	items []T
	less  func(a, b T) bool
}

func (q *Queue[T]) Len() int           { return len(q.items) }
func (q *Queue[T]) Less(i, j int) bool { return q.less(q.items[i], q.items[j]) }
func (q *Queue[T]) Swap(i, j int)      { q.items[i], q.items[j] = q.items[j], q.items[i] }
func (q *Queue[T]) Push(x any)         { q.items = append(q.items, x.(T)) }
func (q *Queue[T]) Pop() any {
	n := len(q.items) - 1
	x := q.items[n]
	q.items = q.items[:n]
	return x
}

func MST[K ID](g *Graph[K, int], start K) (total int, used []string) {
	type cand struct {
		from K
		e    Edge[K, int]
	}
	seen := map[K]struct{}{start: {}}
	q := &Queue[cand]{less: func(a, b cand) bool {
		if a.e.W == b.e.W {
			return a.e.To < b.e.To
		}
		return a.e.W < b.e.W
	}}
	push := func(k K) {
		for _, e := range g.adj[k] {
			heap.Push(q, cand{k, e})
		}
	}
	for push(start); q.Len() > 0; {
		c := heap.Pop(q).(cand)
		if _, dup := seen[c.e.To]; dup {
			continue
		}
		seen[c.e.To] = struct{}{}
		total += c.e.W
		used = append(used, fmt.Sprintf("%v-%v", c.from, c.e.To))
		push(c.e.To)
	}
	return
}

type Set[T comparable] map[T]struct{}

func SetOf[T comparable](xs ...T) Set[T] {
	s := Set[T]{}
	for _, x := range xs {
		s[x] = struct{}{}
	}
	return s
}
func (s Set[T]) Has(x T) bool { _, ok := s[x]; return ok }
func (s Set[T]) Union(o Set[T]) Set[T] {
	u := maps.Clone(s)
	maps.Copy(u, o)
	return u
}
func (s Set[T]) Filter(f func(T) bool) Set[T] {
	out := make(Set[T])
	for k := range s {
		if f(k) {
			out[k] = struct{}{}
		}
	}
	return out
}
func Sorted[T cmp.Ordered](s Set[T]) []T { return slices.Sorted(maps.Keys(s)) }

type City string

func main() {
	var g Graph[City, int]
	for _, e := range []struct {
		a, b City
		w    int
	}{{"A", "B", 4}, {"B", "C", 2}, {"A", "C", 5}, {"C", "D", 1}, {"B", "D", 7}} {
		g.Add(e.a, e.b, e.w).Add(e.b, e.a, e.w)
	}
	for n := range g.Nodes() {
		fmt.Print(n, g.adj[n], " ")
	}
	fmt.Println()
	fmt.Println(MST(&g, "A"))
	fmt.Printf("%T %T %+v\n", g, g.adj["A"], g.adj["A"][0])
	s := SetOf(1, 2, 3).Union(SetOf(3, 4))
	fmt.Println(s, len(s), s.Has(4), Sorted(s.Filter(func(i int) bool { return i%2 == 0 })))
	next, stop := iter.Pull(g.Nodes())
	a, ok := next()
	stop()
	b, ok2 := next()
	fmt.Println(a, ok, b == "", ok2)
	gi := (&Graph[int, float64]{}).Add(1, 2, 0.5)
	fmt.Println(gi.adj, slices.Collect(gi.Nodes()))
}
