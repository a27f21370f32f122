package main

import (
	"fmt"
	"iter"
	"maps"
	"strconv"
)

type Ordered interface {
	~int | ~string | ~float64
}
type Tree[K Ordered, V any] struct {
	root *node[K, V]
	size int
}
type node[K Ordered, V any] struct {
	key         K
	val         V
	left, right *node[K, V]
	height      int
}

func (n *node[K, V]) h() int {
	if n == nil {
		return 0
	}
	return n.height
}
func (n *node[K, V]) fix() *node[K, V] {
	n.height = 1 + max(n.left.h(), n.right.h())
	switch b := n.left.h() - n.right.h(); {
	case b > 1:
		if n.left.left.h() < n.left.right.h() {
			n.left = n.left.rotl()
		}
		return n.rotr()
	case b < -1:
		if n.right.right.h() < n.right.left.h() {
			n.right = n.right.rotr()
		}
		return n.rotl()
	}
	return n
}
func (n *node[K, V]) rotl() *node[K, V] {
	r := n.right
	n.right, r.left = r.left, n
	n.fix()
	return r.fix()
}
func (n *node[K, V]) rotr() *node[K, V] {
	l := n.left
	n.left, l.right = l.right, n
	n.fix()
	return l.fix()
}
func (t *Tree[K, V]) Put(k K, v V) {
	var put func(n *node[K, V]) *node[K, V]
	put = func(n *node[K, V]) *node[K, V] {
		switch {
		case n == nil:
			t.size++
			return &node[K, V]{key: k, val: v, height: 1}
		case k < n.key:
			n.left = put(n.left)
		case k > n.key:
			n.right = put(n.right)
		default:
			n.val = v
		}
		return n.fix()
	}
	t.root = put(t.root)
}
func (t *Tree[K, V]) Get(k K) (v V, ok bool) {
	for n := t.root; n != nil; {
		switch {
		case k < n.key:
			n = n.left
		case k > n.key:
			n = n.right
		default:
			return n.val, true
		}
	}
	return
}
func (t *Tree[K, V]) All() iter.Seq2[K, V] {
	return func(yield func(K, V) bool) { t.root.walk(yield) }
}
func (n *node[K, V]) walk(yield func(K, V) bool) bool {
	return n == nil || (n.left.walk(yield) && yield(n.key, n.val) && n.right.walk(yield))
}

type ID string

func main() {
	t := &Tree[int, string]{}
	for i := range 20 {
		t.Put(i*7%20, strconv.Itoa(i))
	}
	fmt.Println(t.size, t.root.h(), t.root.key)
	for k, v := range t.All() {
		if k%2 == 1 {
			continue
		}
		if k > 10 {
			break
		}
		fmt.Print(k, ":", v, " ")
	}
	fmt.Println()
	fmt.Println(t.Get(7))
	fmt.Println(t.Get(77))
	s := new(Tree[ID, []float64])
	for _, w := range []ID{"m", "c", "x", "a"} {
		v, _ := s.Get(w)
		s.Put(w, append(v, float64(len(s.root.path("m")))))
	}
	s.Put("a", append(must(s.Get("a")), 9))
	fmt.Println(maps.Collect(s.All()), s.root.path("a"), s.root.path("x"))
	fmt.Printf("%T %T\n", s, t.root)
	must(t.Get(99))
}

func (n *node[K, V]) path(k K) (p []K) {
	for n != nil && n.key != k {
		p = append(p, n.key)
		if k < n.key {
			n = n.left
		} else {
			n = n.right
		}
	}
	return
}

func must[V any](v V, ok bool) V {
	if !ok {
		panic(fmt.Sprintf("must: no value of type %T", v))
	}
	return v
}
