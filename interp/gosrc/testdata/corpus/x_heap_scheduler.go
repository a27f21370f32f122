package main

import (
	"container/heap"
	"container/list"
	"container/ring"
	"fmt"
	"strings"
	"time"
)

type Task struct {
	Name     string
	Priority int
	Due      time.Duration
	index    int
}

type queue []*Task

func (q queue) Len() int { return len(q) }
func (q queue) Less(i, j int) bool {
	if q[i].Priority == q[j].Priority {
		return q[i].Due < q[j].Due
	}
	return q[i].Priority > q[j].Priority
}
func (q queue) Swap(i, j int) {
	q[i], q[j] = q[j], q[i]
	q[i].index, q[j].index = i, j
}
func (q *queue) Push(x any) {
	t := x.(*Task)
	t.index = len(*q)
	*q = append(*q, t)
}
func (q *queue) Pop() any {
	old := *q
	t := old[len(old)-1]
	old[len(old)-1] = nil
	*q = old[:len(old)-1]
	t.index = -1
	return t
}

type intHeap []int

func (h intHeap) Len() int           { return len(h) }
func (h intHeap) Less(i, j int) bool { return h[i] < h[j] }
func (h intHeap) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }
func (h *intHeap) Push(x any)        { *h = append(*h, x.(int)) }
func (h *intHeap) Pop() (x any) {
	n := len(*h) - 1
	x, *h = (*h)[n], (*h)[:n]
	return
}

type median struct{ lo, hi intHeap }

func (m *median) add(x int) float64 {
	if m.lo.Len() == 0 || x <= -m.lo[0] {
		heap.Push(&m.lo, -x)
	} else {
		heap.Push(&m.hi, x)
	}
	if m.lo.Len() > m.hi.Len()+1 {
		heap.Push(&m.hi, -heap.Pop(&m.lo).(int))
	} else if m.hi.Len() > m.lo.Len() {
		heap.Push(&m.lo, -heap.Pop(&m.hi).(int))
	}
	if m.lo.Len() > m.hi.Len() {
		return float64(-m.lo[0])
	}
	return float64(m.hi[0]-m.lo[0]) / 2
}

func Main() {
	q := queue{{Name: "b", Priority: 2}, {Name: "a", Priority: 5}, {Name: "c", Priority: 2, Due: -1}}
	heap.Init(&q)
	urgent := &Task{Name: "late", Priority: 1, Due: time.Second}
	heap.Push(&q, urgent)
	fmt.Println(q.Len(), q[0].Name, urgent.index)
	urgent.Priority = 9
	heap.Fix(&q, urgent.index)
	removed := heap.Remove(&q, 2).(*Task)
	fmt.Println("removed", removed.Name, removed.index)
	for q.Len() > 0 {
		t := heap.Pop(&q).(*Task)
		fmt.Print(t.Name, "(", t.Priority, ") ")
	}
	fmt.Println()
	var m median
	for _, x := range []int{5, 3, 8, 9, 1, 7} {
		fmt.Print(m.add(x), " ")
	}
	fmt.Println()
	l := list.New()
	for i := range 4 {
		l.PushBack(Task{Name: fmt.Sprint("t", i)})
	}
	l.MoveToFront(l.Back())
	l.InsertAfter("mid", l.Front())
	for e := l.Front(); e != nil; e = e.Next() {
		switch v := e.Value.(type) {
		case Task:
			fmt.Print(v.Name, " ")
		case string:
			fmt.Print(strings.ToUpper(v), " ")
		}
	}
	fmt.Println(l.Len(), l.Remove(l.Front()))
	r := ring.New(3)
	for i := range 5 {
		r.Value = i * i
		r = r.Next()
	}
	sum := 0
	r.Do(func(v any) { sum += v.(int) })
	fmt.Println(sum, r.Len(), r.Value, r.Prev().Value)
}

func main() { Main() }
