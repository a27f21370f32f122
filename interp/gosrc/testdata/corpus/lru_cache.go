package main

import (
	"container/list"
	"fmt"
)

type entry struct {
	key string
	val int
}

type LRU struct {
	cap   int
	ll    *list.List
	items map[string]*list.Element
}

func NewLRU(n int) *LRU {
	return &LRU{cap: n, ll: list.New(), items: make(map[string]*list.Element)}
}

func (c *LRU) Get(k string) (int, bool) {
	if e, ok := c.items[k]; ok {
		c.ll.MoveToFront(e)
		return e.Value.(*entry).val, true
	}
	return 0, false
}

func (c *LRU) Put(k string, v int) {
	if e, ok := c.items[k]; ok {
		e.Value.(*entry).val = v
		c.ll.MoveToFront(e)
		return
	}
	c.items[k] = c.ll.PushFront(&entry{k, v})
	if c.ll.Len() > c.cap {
		last := c.ll.Back()
		c.ll.Remove(last)
		delete(c.items, last.Value.(*entry).key)
	}
}

func Main() {
	c := NewLRU(2)
	c.Put("a", 1)
	c.Put("b", 2)
	fmt.Println(c.Get("a"))
	c.Put("c", 3)
	fmt.Println(c.Get("b"))
	c.Put("a", 10)
	fmt.Println(c.Get("a"))
	for e := c.ll.Front(); e != nil; e = e.Next() {
		en := e.Value.(*entry)
		fmt.Print(en.key, "=", en.val, " ")
	}
	fmt.Println(len(c.items))
	l := list.New()
	l.PushBack(1)
	l.PushBack("two")
	l.PushFront(entry{"z", 0})
	for e := l.Front(); e != nil; e = e.Next() {
		switch v := e.Value.(type) {
		case int:
			fmt.Println("int", v)
		case string:
			fmt.Println("string", v)
		case entry:
			fmt.Println("entry", v.key)
		}
	}
}

func main() { Main() }
