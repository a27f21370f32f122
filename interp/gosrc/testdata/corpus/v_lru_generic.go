package main

import (
	"fmt"
	"iter"
)

type entry[K comparable, V any] struct {
	key        K
	val        V
	prev, next *entry[K, V]
}
type LRU[K comparable, V any] struct {
	cap        int
	items      map[K]*entry[K, V]
	head, tail *entry[K, V]
	OnEvict    func(K, V)
}

func NewLRU[K comparable, V any](n int) *LRU[K, V] {
	l := &LRU[K, V]{cap: n, items: make(map[K]*entry[K, V], n)}
	l.head, l.tail = &entry[K, V]{}, &entry[K, V]{}
	l.head.next, l.tail.prev = l.tail, l.head
	return l
}
func (l *LRU[K, V]) unlink(e *entry[K, V]) { e.prev.next, e.next.prev = e.next, e.prev }
func (l *LRU[K, V]) front(e *entry[K, V]) {
	e.next, e.prev = l.head.next, l.head
	l.head.next.prev = e
	l.head.next = e
}
func (l *LRU[K, V]) Get(k K) (v V, ok bool) {
	e, ok := l.items[k]
	if !ok {
		return v, false
	}
	l.unlink(e)
	l.front(e)
	return e.val, true
}
func (l *LRU[K, V]) Put(k K, v V) {
	if e, ok := l.items[k]; ok {
		e.val = v
		l.unlink(e)
		l.front(e)
		return
	}
	if len(l.items) == l.cap {
		old := l.tail.prev
		l.unlink(old)
		delete(l.items, old.key)
		if l.OnEvict != nil {
			l.OnEvict(old.key, old.val)
		}
	}
	e := &entry[K, V]{key: k, val: v}
	l.items[k] = e
	l.front(e)
}
func (l *LRU[K, V]) All() iter.Seq2[K, V] {
	return func(yield func(K, V) bool) {
		for e := l.head.next; e != l.tail; e = e.next {
			if !yield(e.key, e.val) {
				return
			}
		}
	}
}

type Point struct{ X, Y int }

func Main() {
	l := NewLRU[string, int](2)
	l.OnEvict = func(k string, v int) { fmt.Println("evict", k, v) }
	l.Put("a", 1)
	l.Put("b", 2)
	fmt.Println(l.Get("a"))
	l.Put("c", 3)
	fmt.Println(l.Get("b"))
	l.Put("a", 10)
	for k, v := range l.All() {
		fmt.Println(k, v)
	}
	p := NewLRU[Point, []string](1)
	p.Put(Point{1, 2}, []string{"x"})
	p.Put(Point{1, 2}, []string{"y", "z"})
	fmt.Println(p.Get(Point{1, 2}))
	fmt.Println(p.Get(Point{2, 1}))
	fmt.Printf("%T %T\n", l, p)
}

func main() { Main() }
