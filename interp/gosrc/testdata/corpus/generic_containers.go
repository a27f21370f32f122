package main

import (
	"cmp"
	"fmt"
	"iter"
	"slices"
	"strings"
)

type Pair[K comparable, V any] struct {
	Key K
	Val V
}

func (p Pair[K, V]) String() string { return fmt.Sprintf("%v=>%v", p.Key, p.Val) }

type OrderedMap[K cmp.Ordered, V any] struct {
	keys []K
	vals map[K]V
}

func NewOrdered[K cmp.Ordered, V any]() *OrderedMap[K, V] {
	return &OrderedMap[K, V]{vals: map[K]V{}}
}

func (m *OrderedMap[K, V]) Put(k K, v V) *OrderedMap[K, V] {
	if _, ok := m.vals[k]; !ok {
		i, _ := slices.BinarySearch(m.keys, k)
		m.keys = slices.Insert(m.keys, i, k)
	}
	m.vals[k] = v
	return m
}

func (m *OrderedMap[K, V]) All() iter.Seq2[K, V] {
	return func(yield func(K, V) bool) {
		for _, k := range m.keys {
			if !yield(k, m.vals[k]) {
				return
			}
		}
	}
}

func (m *OrderedMap[K, V]) Pairs() (ps []Pair[K, V]) {
	for k, v := range m.All() {
		ps = append(ps, Pair[K, V]{k, v})
	}
	return
}

type Stack[T any] []T

func (s *Stack[T]) Push(v ...T) { *s = append(*s, v...) }
func (s *Stack[T]) Pop() (v T, ok bool) {
	if len(*s) == 0 {
		return
	}
	v = (*s)[len(*s)-1]
	*s = (*s)[:len(*s)-1]
	return v, true
}

type Tree[T any] struct {
	left, right *Tree[T]
	val         T
}

func (t *Tree[T]) Insert(v T, less func(a, b T) bool) *Tree[T] {
	if t == nil {
		return &Tree[T]{val: v}
	}
	if less(v, t.val) {
		t.left = t.left.Insert(v, less)
	} else {
		t.right = t.right.Insert(v, less)
	}
	return t
}

func (t *Tree[T]) Walk(yield func(T) bool) bool {
	return t == nil || t.left.Walk(yield) && yield(t.val) && t.right.Walk(yield)
}

func main() {
	m := NewOrdered[string, int]().Put("b", 2).Put("a", 1).Put("c", 3).Put("a", 9)
	fmt.Println(m.Pairs(), m.keys)
	for k, v := range m.All() {
		if k == "c" {
			break
		}
		fmt.Println(k, v)
	}
	var s Stack[Pair[string, int]]
	s.Push(m.Pairs()...)
	for v, ok := s.Pop(); ok; v, ok = s.Pop() {
		fmt.Print(v, " ")
	}
	fmt.Println(len(s))
	var t *Tree[string]
	for _, w := range strings.Fields("the quick brown fox jumps over the lazy dog") {
		t = t.Insert(w, func(a, b string) bool { return a < b })
	}
	for w := range func(y func(string) bool) { t.Walk(y) } {
		if w > "q" {
			break
		}
		fmt.Print(w, ",")
	}
	fmt.Printf("\n%v %+v %T\n", Pair[int, bool]{1, true}, Pair[int, []string]{2, nil}, Pair[string, Pair[int, error]]{})
}
