package main

import (
	"container/list"
	"errors"
	"fmt"
	"iter"
	"strings"
	"time"
)

type entry[K comparable, V any] struct {
	key     K
	value   V
	expires time.Duration
	hits    int
}

type Stats struct {
	Hits, Misses, Evictions int
}

func (s Stats) Ratio() float64 {
	total := s.Hits + s.Misses
	if total == 0 {
		return 0
	}
	return float64(s.Hits) / float64(total)
}

func (s *Stats) Reset() { *s = Stats{} }

type EvictFunc[K comparable, V any] func(K, V)

type Cache[K comparable, V any] struct {
	Stats
	cap     int
	ll      *list.List
	index   map[K]*list.Element
	onEvict EvictFunc[K, V]
	now     func() time.Duration
}

type Option[K comparable, V any] func(*Cache[K, V]) error

var ErrCap = errors.New("capacity must be positive")

func WithEvict[K comparable, V any](f EvictFunc[K, V]) Option[K, V] {
	return func(c *Cache[K, V]) error {
		c.onEvict = f
		return nil
	}
}

func WithClock[K comparable, V any](f func() time.Duration) Option[K, V] {
	return func(c *Cache[K, V]) error { c.now = f; return nil }
}

func New[K comparable, V any](n int, opts ...Option[K, V]) (*Cache[K, V], error) {
	if n <= 0 {
		return nil, fmt.Errorf("new cache of %d: %w", n, ErrCap)
	}
	c := &Cache[K, V]{cap: n, ll: list.New(), index: make(map[K]*list.Element, n)}
	for i, o := range opts {
		if err := o(c); err != nil {
			return nil, fmt.Errorf("option %d: %w", i, err)
		}
	}
	return c, nil
}

func (c *Cache[K, V]) Get(k K) (v V, ok bool) {
	el, ok := c.index[k]
	if !ok {
		c.Misses++
		return
	}
	e := el.Value.(*entry[K, V])
	if c.now != nil && e.expires < c.now() {
		c.remove(el)
		c.Misses++
		return v, false
	}
	e.hits++
	c.Hits++
	c.ll.MoveToFront(el)
	return e.value, true
}

func (c *Cache[K, V]) remove(el *list.Element) {
	e := c.ll.Remove(el).(*entry[K, V])
	delete(c.index, e.key)
	if c.onEvict != nil {
		c.onEvict(e.key, e.value)
	}
}

func (c *Cache[K, V]) Put(k K, v V, ttl ...time.Duration) {
	var exp time.Duration = 1<<63 - 1
	if len(ttl) > 0 && c.now != nil {
		exp = c.now() + ttl[0]
	}
	if el, ok := c.index[k]; ok {
		e := el.Value.(*entry[K, V])
		e.value, e.expires = v, exp
		c.ll.MoveToFront(el)
		return
	}
	for c.ll.Len() >= c.cap {
		c.Evictions++
		c.remove(c.ll.Back())
	}
	c.index[k] = c.ll.PushFront(&entry[K, V]{k, v, exp, 0})
}

func (c *Cache[K, V]) All() iter.Seq2[K, V] {
	return func(yield func(K, V) bool) {
		for el := c.ll.Front(); el != nil; el = el.Next() {
			e := el.Value.(*entry[K, V])
			if !yield(e.key, e.value) {
				return
			}
		}
	}
}

func (c *Cache[K, V]) String() string {
	var parts []string
	for k, v := range c.All() {
		parts = append(parts, fmt.Sprintf("%v=%v", k, v))
	}
	return "[" + strings.Join(parts, " ") + "]"
}

type point struct{ x, y int }

func main() {
	_, err := New[string, int](0)
	fmt.Println(err, errors.Is(err, ErrCap))
	_, err = New(3, func(*Cache[int, int]) error { return nil }, func(*Cache[int, int]) error { return ErrCap })
	fmt.Println(err)
	var clock time.Duration
	var evicted []string
	c, err := New(3,
		WithEvict(func(k string, p point) { evicted = append(evicted, fmt.Sprint(k, p)) }),
		WithClock[string, point](func() time.Duration { return clock }))
	if err != nil {
		panic(err)
	}
	c.Put("a", point{1, 2})
	c.Put("b", point{3, 4}, time.Second)
	c.Put("c", point{5, 6})
	fmt.Println(c, c.Stats, c.Ratio())
	_, ok := c.Get("a")
	fmt.Println(ok, c)
	c.Put("d", point{7, 8})
	fmt.Printf("%v %+v %d\n", c, c.Stats, len(c.index))
	clock += 1500 * time.Millisecond
	c.Put("e", point{}, clock)
	if p, ok := c.Get("b"); !ok {
		fmt.Printf("b is gone: %+v %v\n", p, clock)
	}
	for k := range c.All() {
		if k == "a" {
			break
		}
		fmt.Print(k, ",")
	}
	fmt.Println()
	fmt.Println(evicted, c.Hits, c.Misses, fmt.Sprintf("%.2f", c.Ratio()))
	c.Stats.Reset()
	fmt.Println(c.Stats == Stats{}, c)
	nested, _ := New[point, *Cache[int, string]](2)
	inner, _ := New[int, string](1)
	inner.Put(1, "one")
	nested.Put(point{0, 1}, inner)
	fmt.Println(nested)
	v, ok := nested.Get(point{0, 1})
	fmt.Println(v == inner, ok, v)
	w, ok := nested.Get(point{})
	fmt.Println(w == nil, ok)
}
