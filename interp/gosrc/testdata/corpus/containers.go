package main

import (
	"container/heap"
	"container/list"
	"container/ring"
	"fmt"
)

type Item struct {
	val   string
	prio  int
	index int
}
type PQ []*Item

func (p PQ) Len() int           { return len(p) }
func (p PQ) Less(i, j int) bool { return p[i].prio > p[j].prio }
func (p PQ) Swap(i, j int)      { p[i], p[j] = p[j], p[i]; p[i].index, p[j].index = i, j }
func (p *PQ) Push(x any)        { it := x.(*Item); it.index = len(*p); *p = append(*p, it) }
func (p *PQ) Pop() any {
	old := *p
	it := old[len(old)-1]
	*p = old[:len(old)-1]
	it.index = -1
	return it
}
func (p *PQ) Update(it *Item, prio int) { it.prio = prio; heap.Fix(p, it.index) }

type IntHeap []int

func (h IntHeap) Len() int           { return len(h) }
func (h IntHeap) Less(i, j int) bool { return h[i] < h[j] }
func (h IntHeap) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }
func (h *IntHeap) Push(x any)        { *h = append(*h, x.(int)) }
func (h *IntHeap) Pop() any {
	n := len(*h) - 1
	x := (*h)[n]
	*h = (*h)[:n]
	return x
}

type entry struct {
	k string
	v int
}

func main() {
	pq := PQ{}
	heap.Init(&pq)
	items := map[string]*Item{}
	for i, w := range []string{"low", "mid", "high"} {
		items[w] = &Item{val: w, prio: i}
		heap.Push(&pq, items[w])
	}
	pq.Update(items["low"], 10)
	heap.Remove(&pq, items["mid"].index)
	for pq.Len() > 0 {
		it := heap.Pop(&pq).(*Item)
		fmt.Println(it.val, it.prio, it.index)
	}
	h := &IntHeap{5, 2, 8}
	heap.Init(h)
	heap.Push(h, 3)
	for h.Len() > 0 {
		fmt.Print(heap.Pop(h), " ")
	}
	fmt.Println()
	l := list.New()
	e4 := l.PushBack(entry{"d", 4})
	e1 := l.PushFront(entry{"a", 1})
	l.InsertBefore(entry{"c", 3}, e4)
	l.InsertAfter(entry{"b", 2}, e1)
	l.MoveToFront(e4)
	for e := l.Front(); e != nil; e = e.Next() {
		en := e.Value.(entry)
		fmt.Print(en.k, en.v, " ")
	}
	fmt.Println(l.Len(), l.Remove(e1), l.Back().Value)
	r := ring.New(3)
	for i := 0; i < r.Len(); i++ {
		r.Value = i * i
		r = r.Next()
	}
	r.Do(func(v any) { fmt.Print(v, ",") })
	r.Unlink(1)
	fmt.Println(r.Len())
}
