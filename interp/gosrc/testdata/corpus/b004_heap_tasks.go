package main

import (
	"fmt"
	"sort"
	"time"
	"container/heap"
	"container/ring"
)

type Task struct {
	Name     string
	Priority int
	Due      time.Time
	index    int
}
type PQ []*Task

func (p PQ) Len() int { return len(p) }
func (p PQ) Less(i, j int) bool {
	if p[i].Priority == p[j].Priority {
		return p[i].Due.Before(p[j].Due)
	}
	return p[i].Priority > p[j].Priority
}
func (p PQ) Swap(i, j int) {
	p[i], p[j] = p[j], p[i]
	p[i].index, p[j].index = i, j
}
func (p *PQ) Push(x any) {
	t := x.(*Task)
	t.index = len(*p)
	*p = append(*p, t)
}
func (p *PQ) Pop() any {
	old := *p
	n := len(old) - 1
	t := old[n]
	old[n] = nil
	*p = old[:n]
	t.index = -1
	return t
}

type IntHeap struct{ sort.IntSlice }

func (h *IntHeap) Push(x any) { h.IntSlice = append(h.IntSlice, x.(int)) }
func (h *IntHeap) Pop() any {
	n := h.Len() - 1
	x := h.IntSlice[n]
	h.IntSlice = h.IntSlice[:n]
	return x
}

func main() {
	base := time.Date(2024, time.February, 28, 23, 0, 0, 0, time.UTC)
	pq := PQ{}
	heap.Init(&pq)
	for i, n := range []string{"write", "read", "sleep", "eat"} {
		heap.Push(&pq, &Task{Name: n, Priority: i % 2, Due: base.Add(time.Duration(-i) * time.Hour)})
	}
	w := pq[len(pq)-1]
	w.Priority = 10
	heap.Fix(&pq, w.index)
	for pq.Len() > 0 {
		t := heap.Pop(&pq).(*Task)
		fmt.Printf("%-6s %2d %s %d\n", t.Name, t.Priority, t.Due.Format("Jan _2 15:04"), t.index)
	}
	h := &IntHeap{sort.IntSlice{5, 2, 8}}
	heap.Init(h)
	heap.Push(h, 3)
	for h.Len() > 0 {
		fmt.Print(heap.Pop(h), " ")
	}
	fmt.Println()
	r := ring.New(3)
	for i := range r.Len() {
		r.Value = i
		r = r.Next()
	}
	r.Do(func(v any) { fmt.Print(v, ",") })
	fmt.Println(base.AddDate(0, 0, 2).Weekday(), base.YearDay(), base.Truncate(24*time.Hour).Format(time.RFC3339))
}
