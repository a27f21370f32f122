package main

import (
	"cmp"
	"container/list"
	"fmt"
	"maps"
	"slices"
	"strconv"
)

type entry[K comparable, V any] struct {
	key K
	val V
}
type LRU[K comparable, V any] struct {
	cap     int
	ll      *list.List
	items   map[K]*list.Element
	onEvict func(K, V)
}

func NewLRU[K comparable, V any](cap int, onEvict func(K, V)) *LRU[K, V] {
	return &LRU[K, V]{cap: cap, ll: list.New(), items: make(map[K]*list.Element), onEvict: onEvict}
}

func (c *LRU[K, V]) Get(k K) (v V, ok bool) {
	if e, hit := c.items[k]; hit {
		c.ll.MoveToFront(e)
		return e.Value.(*entry[K, V]).val, true
	}
	return
}

func (c *LRU[K, V]) Put(k K, v V) {
	if e, hit := c.items[k]; hit {
		e.Value.(*entry[K, V]).val = v
		c.ll.MoveToFront(e)
		return
	}
	c.items[k] = c.ll.PushFront(&entry[K, V]{k, v})
	if c.ll.Len() > c.cap {
		last := c.ll.Back()
		ent := c.ll.Remove(last).(*entry[K, V])
		delete(c.items, ent.key)
		if c.onEvict != nil {
			c.onEvict(ent.key, ent.val)
		}
	}
}

type Number interface {
	~int | ~int64 | ~float64
}

func Sum[T Number](xs ...T) (s T) {
	for _, x := range xs {
		s += x
	}
	return
}
func Map[T, U any](xs []T, f func(T) U) []U {
	out := make([]U, 0, len(xs))
	for _, x := range xs {
		out = append(out, f(x))
	}
	return out
}
func Reduce[T, A any](xs []T, init A, f func(A, T) A) A {
	for _, x := range xs {
		init = f(init, x)
	}
	return init
}

type Celsius float64
type Set[T comparable] map[T]struct{}

func (s Set[T]) Add(ts ...T) Set[T] {
	for _, t := range ts {
		s[t] = struct{}{}
	}
	return s
}
func Keys[M ~map[K]V, K cmp.Ordered, V any](m M) []K {
	return slices.Sorted(maps.Keys(m))
}

type Stack[T any] []T

func (s *Stack[T]) Push(t T) { *s = append(*s, t) }
func (s *Stack[T]) Pop() (t T, err error) {
	if len(*s) == 0 {
		return t, fmt.Errorf("empty Stack[%T]", t)
	}
	t = (*s)[len(*s)-1]
	*s = (*s)[:len(*s)-1]
	return
}

func main() {
	var evicted []string
	c := NewLRU(2, func(k string, v int) { evicted = append(evicted, fmt.Sprint(k, v)) })
	c.Put("a", 1)
	c.Put("b", 2)
	c.Get("a")
	c.Put("c", 3)
	_, ok := c.Get("b")
	fmt.Println(evicted, ok, c.ll.Len())
	fmt.Println(Sum(1, 2, 3), Sum[Celsius](1.5, 2), Sum[float64]())
	fmt.Println(Map([]int{1, 2}, strconv.Itoa), Map([]string{"a", "bb"}, func(s string) int { return len(s) }))
	fmt.Println(Reduce([]int{1, 2, 3}, "", func(a string, x int) string { return a + strconv.Itoa(x) }))
	s := Set[string]{}.Add("z", "a")
	fmt.Println(Keys(s), len(s), s)
	var st Stack[rune]
	st.Push('x')
	fmt.Println(st.Pop())
	fmt.Println(st.Pop())
	fmt.Printf("%T %T %v\n", c, s, st)
	type pair[A, B any] struct {
		a A
		b B
	}
	fmt.Printf("%+v %T\n", pair[int, string]{1, "x"}, pair[bool, []int]{})
}
