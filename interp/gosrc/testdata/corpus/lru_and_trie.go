package main

import (
	"container/list"
	"fmt"
	"maps"
	"slices"
	"strings"
)

type entry[K comparable, V any] struct {
	key K
	val V
}

type LRU[K comparable, V any] struct {
	cap          int
	order        *list.List
	items        map[K]*list.Element
	hits, misses int
}

func NewLRU[K comparable, V any](n int) *LRU[K, V] {
	return &LRU[K, V]{cap: n, order: list.New(), items: make(map[K]*list.Element)}
}

func (c *LRU[K, V]) Get(k K) (v V, ok bool) {
	if e, found := c.items[k]; found {
		c.order.MoveToFront(e)
		c.hits++
		return e.Value.(*entry[K, V]).val, true
	}
	c.misses++
	return
}

func (c *LRU[K, V]) Put(k K, v V) {
	if e, found := c.items[k]; found {
		e.Value.(*entry[K, V]).val = v
		c.order.MoveToFront(e)
		return
	}
	if c.order.Len() >= c.cap {
		last := c.order.Back()
		delete(c.items, last.Value.(*entry[K, V]).key)
		c.order.Remove(last)
	}
	c.items[k] = c.order.PushFront(&entry[K, V]{k, v})
}

type Trie struct {
	kids map[rune]*Trie
	end  bool
}

func (t *Trie) Insert(w string) {
	cur := t
	for _, r := range w {
		if cur.kids == nil {
			cur.kids = map[rune]*Trie{}
		}
		next, ok := cur.kids[r]
		if !ok {
			next = new(Trie)
			cur.kids[r] = next
		}
		cur = next
	}
	cur.end = true
}

func (t *Trie) Walk(prefix string, f func(string) bool) bool {
	if t.end && !f(prefix) {
		return false
	}
	for _, r := range slices.Sorted(maps.Keys(t.kids)) {
		if !t.kids[r].Walk(prefix+string(r), f) {
			return false
		}
	}
	return true
}

func (t *Trie) Find(p string) *Trie {
	for _, r := range p {
		if t = t.kids[r]; t == nil {
			return nil
		}
	}
	return t
}

func main() {
	c := NewLRU[string, int](2)
	c.Put("a", 1)
	c.Put("b", 2)
	c.Get("a")
	c.Put("c", 3)
	for _, k := range []string{"a", "b", "c"} {
		v, ok := c.Get(k)
		fmt.Print(k, v, ok, " ")
	}
	fmt.Println(c.hits, c.misses, c.order.Len())
	for e := c.order.Front(); e != nil; e = e.Next() {
		fmt.Print(*e.Value.(*entry[string, int]))
	}
	fmt.Println()
	type pt struct{ x, y int }
	cp := NewLRU[pt, []string](1)
	cp.Put(pt{1, 2}, []string{"q"})
	cp.Put(pt{1, 2}, append(cp.items[pt{1, 2}].Value.(*entry[pt, []string]).val, "r"))
	fmt.Println(cp.Get(pt{1, 2}))
	fmt.Println(cp.Get(pt{2, 1}))
	var t Trie
	for _, w := range strings.Fields("tea ten to in inn été test") {
		t.Insert(w)
	}
	t.Walk("", func(s string) bool { fmt.Print(s, " "); return s != "tea" })
	fmt.Println()
	t.Find("te").Walk("te", func(s string) bool { fmt.Print(s, " "); return true })
	fmt.Println(t.Find("zz") == nil, t.Find("ét").end)
}
