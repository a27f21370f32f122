package main

import (
	"cmp"
	"fmt"
	"iter"
	"slices"
	"strings"
)

type Tree[T any] struct {
	root *tnode[T]
	cmp  func(a, b T) int
	n    int
}
type tnode[T any] struct {
	val         T
	left, right *tnode[T]
}

func NewTree[T any](cmp func(a, b T) int) *Tree[T] { return &Tree[T]{cmp: cmp} }
func (t *Tree[T]) Insert(vs ...T) {
	for _, v := range vs {
		p := &t.root
		for *p != nil {
			c := t.cmp(v, (*p).val)
			if c == 0 {
				break
			}
			if c < 0 {
				p = &(*p).left
			} else {
				p = &(*p).right
			}
		}
		if *p == nil {
			*p = &tnode[T]{val: v}
			t.n++
		}
	}
}
func (n *tnode[T]) walk(yield func(T) bool) bool {
	return n == nil || n.left.walk(yield) && yield(n.val) && n.right.walk(yield)
}
func (t *Tree[T]) All() iter.Seq[T] { return func(yield func(T) bool) { t.root.walk(yield) } }
func (n *tnode[T]) height() int {
	if n == nil {
		return 0
	}
	return 1 + max(n.left.height(), n.right.height())
}
func (t *Tree[T]) Delete(v T) bool {
	p := &t.root
	for *p != nil {
		c := t.cmp(v, (*p).val)
		switch {
		case c < 0:
			p = &(*p).left
			continue
		case c > 0:
			p = &(*p).right
			continue
		}
		n := *p
		switch {
		case n.left == nil:
			*p = n.right
		case n.right == nil:
			*p = n.left
		default:
			m := &n.right
			for (*m).left != nil {
				m = &(*m).left
			}
			n.val = (*m).val
			*m = (*m).right
		}
		t.n--
		return true
	}
	return false
}
func Take[T any](seq iter.Seq[T], n int) iter.Seq[T] {
	return func(yield func(T) bool) {
		if n <= 0 {
			return
		}
		i := 0
		for v := range seq {
			if !yield(v) {
				return
			}
			if i++; i >= n {
				return
			}
		}
	}
}
func Levels[T any](t *Tree[T]) (out [][]T) {
	q := []*tnode[T]{t.root}
	for len(q) > 0 {
		var lvl []T
		var next []*tnode[T]
		for _, n := range q {
			if n == nil {
				continue
			}
			lvl = append(lvl, n.val)
			next = append(next, n.left, n.right)
		}
		if lvl != nil {
			out = append(out, lvl)
		}
		q = next
	}
	return
}

type P struct {
	Name string
	Age  int
}

func Main() {
	t := NewTree(cmp.Compare[int])
	t.Insert(5, 2, 8, 1, 9, 3, 5, 7)
	fmt.Println(slices.Collect(t.All()), t.n, t.root.height(), Levels(t))
	for v := range t.All() {
		if v > 5 {
			break
		}
		fmt.Print(v, " ")
	}
	fmt.Println()
	fmt.Println(t.Delete(5), t.Delete(42), t.Delete(1), slices.Collect(t.All()), t.root.val)
	fmt.Println(slices.Collect(Take(t.All(), 2)))
	ps := NewTree(func(a, b P) int { return cmp.Or(cmp.Compare(a.Age, b.Age), strings.Compare(a.Name, b.Name)) })
	ps.Insert(P{"z", 3}, P{"a", 3}, P{"m", 1})
	for p := range ps.All() {
		fmt.Print(p, " ")
	}
	fmt.Println(ps.Delete(P{"a", 3}), ps.n)
}

func main() { Main() }
