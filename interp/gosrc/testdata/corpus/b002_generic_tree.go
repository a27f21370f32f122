package main

import (
	"cmp"
	"errors"
	"fmt"
	"iter"
	"maps"
	"strings"
)

type Tree[K cmp.Ordered, V any] struct {
	root *node[K, V]
	n    int
}
type node[K cmp.Ordered, V any] struct {
	k           K
	v           V
	left, right *node[K, V]
}

func (t *Tree[K, V]) Put(k K, v V) (old V, replaced bool) {
	p := &t.root
	for *p != nil {
		switch c := cmp.Compare(k, (*p).k); {
		case c < 0:
			p = &(*p).left
		case c > 0:
			p = &(*p).right
		default:
			old, (*p).v = (*p).v, v
			return old, true
		}
	}
	*p = &node[K, V]{k: k, v: v}
	t.n++
	return
}
func (t *Tree[K, V]) Get(k K) (V, error) {
	n := t.root
	for n != nil {
		if k == n.k {
			return n.v, nil
		}
		if k < n.k {
			n = n.left
		} else {
			n = n.right
		}
	}
	var zero V
	return zero, fmt.Errorf("key %v: %w", k, errMissing)
}

var errMissing = errors.New("missing")

func (n *node[K, V]) walk(yield func(K, V) bool) bool {
	return n == nil || n.left.walk(yield) && yield(n.k, n.v) && n.right.walk(yield)
}
func (t *Tree[K, V]) All() iter.Seq2[K, V] {
	return func(yield func(K, V) bool) { t.root.walk(yield) }
}
func (n *node[K, V]) height() int {
	if n == nil {
		return 0
	}
	return 1 + max(n.left.height(), n.right.height())
}

func main() {
	var t Tree[string, int]
	for i, w := range strings.Fields("m f t b h p w a m") {
		old, rep := t.Put(w, i)
		if rep {
			fmt.Println("replaced", w, old)
		}
	}
	for k, v := range t.All() {
		if k > "p" {
			break
		}
		fmt.Print(k, ":", v, " ")
	}
	fmt.Println(t.n, t.root.height())
	fmt.Println(t.Get("h"))
	_, err := t.Get("zz")
	fmt.Println(err, errors.Is(err, errMissing))
	keys := []string{}
	for k := range t.All() {
		keys = append(keys, k)
	}
	fmt.Println(keys)
	fmt.Println(maps.Collect(t.All()))
	var ft Tree[float64, *Tree[int, string]]
	ft.Put(1.5, &Tree[int, string]{})
	sub, _ := ft.Get(1.5)
	sub.Put(3, "three")
	fmt.Println(sub.Get(3))
}
