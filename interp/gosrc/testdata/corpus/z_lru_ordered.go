package main

import (
	"container/list"
	"fmt"
	"strings"
)

type Cache[K comparable, V any] struct {
	cap          int
	ll           *list.List
	items        map[K]*list.Element
	OnEvict      func(K, V)
	hits, misses int
}

type entry[K comparable, V any] struct {
	k K
	v V
}

func New[K comparable, V any](n int) *Cache[K, V] {
	return &Cache[K, V]{cap: n, ll: list.New(), items: make(map[K]*list.Element)}
}

func (c *Cache[K, V]) Get(k K) (v V, ok bool) {
	if el, hit := c.items[k]; hit {
		c.hits++
		c.ll.MoveToFront(el)
		return el.Value.(*entry[K, V]).v, true
	}
	c.misses++
	return
}

func (c *Cache[K, V]) Put(k K, v V) {
	if el, ok := c.items[k]; ok {
		el.Value.(*entry[K, V]).v = v
		c.ll.MoveToFront(el)
		return
	}
	c.items[k] = c.ll.PushFront(&entry[K, V]{k, v})
	if c.ll.Len() > c.cap {
		last := c.ll.Back()
		e := c.ll.Remove(last).(*entry[K, V])
		delete(c.items, e.k)
		if c.OnEvict != nil {
			c.OnEvict(e.k, e.v)
		}
	}
}

func (c *Cache[K, V]) Keys() (ks []K) {
	for el := c.ll.Front(); el != nil; el = el.Next() {
		ks = append(ks, el.Value.(*entry[K, V]).k)
	}
	return
}

type point struct{ x, y int }

func Main() {
	c := New[string, point](2)
	var gone []string
	c.OnEvict = func(k string, p point) { gone = append(gone, fmt.Sprint(k, p)) }
	c.Put("a", point{1, 1})
	c.Put("b", point{2, 2})
	fmt.Println(c.Get("a"))
	c.Put("c", point{3, 3})
	fmt.Println(c.Get("b"))
	c.Put("a", point{9, 9})
	fmt.Println(c.Keys(), gone, c.hits, c.misses)
	n := New[point, []string](1)
	n.Put(point{0, 1}, strings.Fields("x y"))
	n.Put(point{0, 1}, nil)
	v, ok := n.Get(point{0, 1})
	fmt.Println(v == nil, ok, n.Keys())
	n.Put(point{}, nil)
	_, ok = n.Get(point{0, 1})
	fmt.Println(ok, len(n.items))
}

func main() { Main() }
