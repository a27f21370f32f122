package main

import (
	"fmt"
	"sort"
	"strings"
)

type ListNode[T any] struct {
	Val  T
	Next *ListNode[T]
}

func FromSlice[T any](xs []T) (head *ListNode[T]) {
	tail := &head
	for _, x := range xs {
		*tail = &ListNode[T]{Val: x}
		tail = &(*tail).Next
	}
	return
}

func (l *ListNode[T]) Reverse() *ListNode[T] {
	var prev *ListNode[T]
	for l != nil {
		l.Next, prev, l = prev, l, l.Next
	}
	return prev
}

func (l *ListNode[T]) String() string {
	if l == nil {
		return "·"
	}
	return fmt.Sprintf("%v→%v", l.Val, l.Next)
}

func Merge(a, b *ListNode[int]) *ListNode[int] {
	switch {
	case a == nil:
		return b
	case b == nil:
		return a
	case a.Val <= b.Val:
		a.Next = Merge(a.Next, b)
		return a
	}
	b.Next = Merge(a, b.Next)
	return b
}

type Tree struct {
	Left, Right *Tree
	Key         int
}

func (t *Tree) Insert(k int) *Tree {
	if t == nil {
		return &Tree{Key: k}
	}
	if k < t.Key {
		t.Left = t.Left.Insert(k)
	} else if k > t.Key {
		t.Right = t.Right.Insert(k)
	}
	return t
}

func (t *Tree) Delete(k int) *Tree {
	switch {
	case t == nil:
		return nil
	case k < t.Key:
		t.Left = t.Left.Delete(k)
	case k > t.Key:
		t.Right = t.Right.Delete(k)
	case t.Left == nil:
		return t.Right
	case t.Right == nil:
		return t.Left
	default:
		m := t.Right
		for m.Left != nil {
			m = m.Left
		}
		t.Key = m.Key
		t.Right = t.Right.Delete(m.Key)
	}
	return t
}

func (t *Tree) Walk(f func(*Tree, int)) {
	var rec func(*Tree, int)
	rec = func(n *Tree, d int) {
		if n != nil {
			rec(n.Left, d+1)
			f(n, d)
			rec(n.Right, d+1)
		}
	}
	rec(t, 0)
}

func (t *Tree) Height() int {
	if t == nil {
		return 0
	}
	return 1 + max(t.Left.Height(), t.Right.Height())
}

func (t *Tree) Levels() (out [][]int) {
	for q := []*Tree{t}; len(q) > 0; {
		var next []*Tree
		var row []int
		for _, n := range q {
			if n == nil {
				continue
			}
			row = append(row, n.Key)
			next = append(next, n.Left, n.Right)
		}
		if row != nil {
			out = append(out, row)
		}
		q = next
	}
	return
}

type Graph map[string][]string

func (g Graph) Topo() (order []string, err error) {
	const (
		white = iota
		grey
		black
	)
	color := map[string]int{}
	var visit func(string, []string) error
	visit = func(n string, path []string) error {
		path = append(path, n)
		switch color[n] {
		case grey:
			return fmt.Errorf("cycle: %s", strings.Join(path, ">"))
		case black:
			return nil
		}
		color[n] = grey
		for _, d := range g[n] {
			if err := visit(d, path); err != nil {
				return err
			}
		}
		color[n] = black
		order = append(order, n)
		return nil
	}
	keys := make([]string, 0, len(g))
	for k := range g {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	for _, k := range keys {
		if err = visit(k, nil); err != nil {
			return nil, err
		}
	}
	return
}

type UnionFind struct{ parent, rank []int }

func NewUF(n int) *UnionFind {
	u := &UnionFind{make([]int, n), make([]int, n)}
	for i := range u.parent {
		u.parent[i] = i
	}
	return u
}

func (u *UnionFind) Find(x int) int {
	for u.parent[x] != x {
		u.parent[x] = u.parent[u.parent[x]]
		x = u.parent[x]
	}
	return x
}

func (u *UnionFind) Union(a, b int) bool {
	a, b = u.Find(a), u.Find(b)
	if a == b {
		return false
	}
	if u.rank[a] < u.rank[b] {
		a, b = b, a
	}
	u.parent[b] = a
	if u.rank[a] == u.rank[b] {
		u.rank[a]++
	}
	return true
}

func floyd(n int, edges map[[2]int]int) [][]int {
	const inf = 1 << 30
	d := make([][]int, n)
	for i := range d {
		d[i] = make([]int, n)
		for j := range d[i] {
			if w, ok := edges[[2]int{i, j}]; ok {
				d[i][j] = w
			} else if i != j {
				d[i][j] = inf
			}
		}
	}
	for k := range n {
		for i := range n {
			for j := range n {
				if via := d[i][k] + d[k][j]; via < d[i][j] {
					d[i][j] = via
				}
			}
		}
	}
	return d
}

func Main() {
	l := FromSlice([]string{"a", "b", "c"})
	fmt.Println(l, l.Reverse(), FromSlice[int](nil))
	fmt.Println(Merge(FromSlice([]int{1, 4, 6}), FromSlice([]int{2, 3, 7, 8})))
	var t *Tree
	for _, k := range []int{50, 30, 70, 20, 40, 60, 80, 30, 35} {
		t = t.Insert(k)
	}
	fmt.Println(t.Levels(), t.Height())
	t = t.Delete(50).Delete(20).Delete(99)
	t.Walk(func(n *Tree, d int) { fmt.Print(n.Key, "@", d, " ") })
	fmt.Println(t.Levels())
	g := Graph{"app": {"db", "log"}, "db": {"log", "net"}, "log": nil, "net": {"os"}}
	fmt.Println(g.Topo())
	g["os"] = []string{"app"}
	fmt.Println(g.Topo())
	u := NewUF(6)
	fmt.Println(u.Union(0, 1), u.Union(2, 3), u.Union(1, 3), u.Union(0, 2), u.Find(0) == u.Find(3), u.Find(4) == u.Find(5))
	fmt.Println(floyd(3, map[[2]int]int{{0, 1}: 4, {1, 2}: 1, {0, 2}: 9, {2, 0}: 2}))
}

func main() { Main() }
