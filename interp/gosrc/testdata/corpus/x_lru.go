package main

import (
	"cmp"
	"container/list"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"
)

type entry[K comparable, V any] struct {
	key  K
	val  V
	hits int
}

type LRU[K comparable, V any] struct {
	cap     int
	order   *list.List
	items   map[K]*list.Element
	onEvict func(K, V)
	stats   struct{ hit, miss, evict int }
}

type Option[K comparable, V any] func(*LRU[K, V])

func WithEvict[K comparable, V any](f func(K, V)) Option[K, V] {
	return func(l *LRU[K, V]) { l.onEvict = f }
}

func New[K comparable, V any](cap int, opts ...Option[K, V]) *LRU[K, V] {
	l := &LRU[K, V]{cap: cap, order: list.New(), items: map[K]*list.Element{}}
	for _, o := range opts {
		o(l)
	}
	return l
}

func (l *LRU[K, V]) Get(k K) (v V, ok bool) {
	if e, found := l.items[k]; found {
		l.order.MoveToFront(e)
		en := e.Value.(*entry[K, V])
		en.hits++
		l.stats.hit++
		return en.val, true
	}
	l.stats.miss++
	return
}

func (l *LRU[K, V]) Put(k K, v V) {
	if e, ok := l.items[k]; ok {
		e.Value.(*entry[K, V]).val = v
		l.order.MoveToFront(e)
		return
	}
	l.items[k] = l.order.PushFront(&entry[K, V]{key: k, val: v})
	for l.order.Len() > l.cap {
		last := l.order.Back()
		en := l.order.Remove(last).(*entry[K, V])
		delete(l.items, en.key)
		l.stats.evict++
		if l.onEvict != nil {
			l.onEvict(en.key, en.val)
		}
	}
}

func (l *LRU[K, V]) All() iter.Seq2[K, V] {
	return func(yield func(K, V) bool) {
		for e := l.order.Front(); e != nil; e = e.Next() {
			en := e.Value.(*entry[K, V])
			if !yield(en.key, en.val) {
				return
			}
		}
	}
}

func (l *LRU[K, V]) Keys() iter.Seq[K] {
	return func(yield func(K) bool) {
		for k := range l.All() {
			if !yield(k) {
				return
			}
		}
	}
}

func SortedBy[K comparable, V any, O cmp.Ordered](l *LRU[K, V], f func(K, V) O) []K {
	type pair struct {
		k K
		o O
	}
	var ps []pair
	for k, v := range l.All() {
		ps = append(ps, pair{k, f(k, v)})
	}
	slices.SortStableFunc(ps, func(a, b pair) int { return cmp.Compare(a.o, b.o) })
	out := make([]K, len(ps))
	for i := range ps {
		out[i] = ps[i].k
	}
	return out
}

type Memo[A comparable, R any] struct {
	*LRU[A, R]
	f func(A) R
}

func (m Memo[A, R]) Call(a A) R {
	if r, ok := m.Get(a); ok {
		return r
	}
	r := m.f(a)
	m.Put(a, r)
	return r
}

type Point struct{ X, Y int }

func (p Point) String() string { return fmt.Sprintf("<%d,%d>", p.X, p.Y) }

func main() {
	var evicted []string
	c := New(3, WithEvict(func(k string, v int) { evicted = append(evicted, fmt.Sprint(k, "=", v)) }))
	for i, k := range strings.Fields("a b c a d a e b") {
		if v, ok := c.Get(k); ok {
			fmt.Print(k, ":", v, " ")
			continue
		}
		c.Put(k, i*i)
	}
	fmt.Println()
	fmt.Println(slices.Collect(c.Keys()), evicted)
	fmt.Printf("%+v\n", c.stats)
	fmt.Println(SortedBy(c, func(k string, v int) int { return -v }))
	for k, v := range c.All() {
		if k == "a" {
			fmt.Println("stop at", k, v)
			break
		}
		fmt.Println("seen", k, v)
	}
	m := Memo[Point, string]{LRU: New[Point, string](2)}
	calls := 0
	m.f = func(p Point) string {
		calls++
		return strings.Repeat("*", p.X) + p.String()
	}
	for _, p := range []Point{{1, 2}, {2, 1}, {1, 2}, {3, 0}, {2, 1}, {1, 2}} {
		fmt.Print(m.Call(p), " ")
	}
	fmt.Println(calls, m.stats.hit, m.stats.evict, m.cap)
	mm := maps.Collect(m.All())
	fmt.Println(len(mm), mm[Point{1, 2}], mm)
	keys := slices.SortedFunc(maps.Keys(mm), func(a, b Point) int { return cmp.Or(cmp.Compare(a.Y, b.Y), cmp.Compare(a.X, b.X)) })
	fmt.Println(keys)
	next, stop := iter.Pull2(c.All())
	defer stop()
	k, v, ok := next()
	fmt.Println(k, v, ok)
	type void = struct{}
	s := New[int, void](1)
	s.Put(1, void{})
	s.Put(2, void{})
	_, has := s.Get(1)
	fmt.Println(has, s.order.Len(), len(s.items))
	e := entry[string, []int]{"k", []int{1}, 2}
	fmt.Printf("%v %+v %T\n", e, e, e)
	fmt.Printf("%T %T\n", c, m)
	var o Option[string, int]
	fmt.Println(o == nil, fmt.Sprintf("%T", o))
}
