package main

import (
	"fmt"
	"container/list"
)

type entry struct {
	key   string
	value any
}
type LRU struct {
	cap   int
	ll    *list.List
	items map[string]*list.Element
	onEv  func(string, any)
}

func NewLRU(n int, onEvict func(string, any)) *LRU {
	return &LRU{cap: n, ll: list.New(), items: make(map[string]*list.Element), onEv: onEvict}
}
func (c *LRU) Get(k string) (v any, ok bool) {
	if e, hit := c.items[k]; hit {
		c.ll.MoveToFront(e)
		return e.Value.(*entry).value, true
	}
	return
}
func (c *LRU) Put(k string, v any) {
	if e, hit := c.items[k]; hit {
		e.Value.(*entry).value = v
		c.ll.MoveToFront(e)
		return
	}
	c.items[k] = c.ll.PushFront(&entry{k, v})
	if c.ll.Len() > c.cap {
		last := c.ll.Back()
		en := c.ll.Remove(last).(*entry)
		delete(c.items, en.key)
		if c.onEv != nil {
			c.onEv(en.key, en.value)
		}
	}
}
func (c *LRU) Keys() (ks []string) {
	for e := c.ll.Front(); e != nil; e = e.Next() {
		ks = append(ks, e.Value.(*entry).key)
	}
	return
}

func main() {
	c := NewLRU(2, func(k string, v any) { fmt.Printf("evict %s=%v (%T)\n", k, v, v) })
	c.Put("a", 1)
	c.Put("b", "two")
	fmt.Println(c.Get("a"))
	c.Put("c", []int{3})
	fmt.Println(c.Get("b"))
	c.Put("a", struct{ X int }{9})
	c.Put("d", nil)
	fmt.Println(c.Keys(), c.ll.Len())
	v, ok := c.Get("a")
	fmt.Printf("%v %+v %t\n", v, v, ok)
}
