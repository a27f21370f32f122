package main

import (
	"container/heap"
	"container/ring"
	"context"
	"errors"
	"fmt"
	"math/big"
	"math/bits"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

type task struct {
	name string
	pri  int
	idx  int
}
type queue []*task

func (q queue) Len() int           { return len(q) }
func (q queue) Less(i, j int) bool { return q[i].pri > q[j].pri }
func (q queue) Swap(i, j int)      { q[i], q[j] = q[j], q[i]; q[i].idx, q[j].idx = i, j }
func (q *queue) Push(x any)        { t := x.(*task); t.idx = len(*q); *q = append(*q, t) }
func (q *queue) Pop() any {
	old := *q
	t := old[len(old)-1]
	old[len(old)-1] = nil
	*q = old[:len(old)-1]
	return t
}

type bounded struct {
	mu       sync.Mutex
	notEmpty *sync.Cond
	items    []int
	closed   bool
}

func (b *bounded) put(v int) {
	b.mu.Lock()
	b.items = append(b.items, v)
	b.mu.Unlock()
	b.notEmpty.Signal()
}
func (b *bounded) take() (int, bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for len(b.items) == 0 && !b.closed {
		b.notEmpty.Wait()
	}
	if len(b.items) == 0 {
		return 0, false
	}
	v := b.items[0]
	b.items = b.items[1:]
	return v, true
}

type visitor func(depth int, name string) bool

func (v visitor) visit(t map[string][]string, name string, depth int) int {
	if !v(depth, name) {
		return 0
	}
	n := 1
	for _, k := range t[name] {
		n += v.visit(t, k, depth+1)
	}
	return n
}

func main() {
	q := &queue{}
	heap.Init(q)
	ts := map[string]*task{}
	for i, n := range []string{"low", "mid", "high"} {
		t := &task{name: n, pri: i}
		ts[n] = t
		heap.Push(q, t)
	}
	ts["low"].pri = 10
	heap.Fix(q, ts["low"].idx)
	heap.Remove(q, ts["mid"].idx)
	for q.Len() > 0 {
		t := heap.Pop(q).(*task)
		fmt.Print(t.name, " ", t.pri, "; ")
	}
	fmt.Println()
	b := &bounded{}
	b.notEmpty = sync.NewCond(&b.mu)
	sum := make(chan int)
	go func() {
		total := 0
		for {
			v, ok := b.take()
			if !ok {
				break
			}
			total += v
		}
		sum <- total
	}()
	for i := range 5 {
		b.put(i)
	}
	b.mu.Lock()
	b.closed = true
	b.mu.Unlock()
	b.notEmpty.Broadcast()
	fmt.Println(<-sum)
	tree := map[string][]string{"root": {"a", "b"}, "a": {"a1", "a2"}, "b": {"b1"}}
	n := visitor(func(d int, name string) bool {
		fmt.Print(strings.Repeat(" ", d), name, ",")
		return name != "b"
	}).visit(tree, "root", 0)
	fmt.Println(n)
	r := ring.New(3)
	for i := range r.Len() {
		r.Value = i
		r = r.Next()
	}
	r.Do(func(v any) { fmt.Print(v, " ") })
	fmt.Println()
	var cnt atomic.Int64
	var wg sync.WaitGroup
	for i := range 4 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			cnt.Add(int64(i))
		}()
	}
	wg.Wait()
	fmt.Println(cnt.Load(), cnt.CompareAndSwap(6, 1), cnt.Load())
	ctx, cancel := context.WithCancel(context.WithValue(context.Background(), "k", 5))
	go cancel()
	<-ctx.Done()
	fmt.Println(ctx.Err(), ctx.Value("k"), errors.Is(ctx.Err(), context.Canceled))
	ctx2, c2 := context.WithTimeout(context.Background(), time.Millisecond)
	defer c2()
	select {
	case <-ctx2.Done():
		fmt.Println(ctx2.Err())
	case <-time.After(time.Second):
		fmt.Println("late")
	}
	chch := make(chan chan string, 1)
	go func() { c := <-chch; c <- "hi" }()
	c := make(chan string)
	chch <- c
	fmt.Println(<-c, len(chch), cap(chch))
	x := new(big.Int).Exp(big.NewInt(2), big.NewInt(100), nil)
	fmt.Println(x, x.BitLen(), bits.OnesCount(255), bits.Reverse8(1))
	var sm sync.Map
	sm.Store("a", 1)
	v, ok := sm.LoadOrStore("a", 2)
	fmt.Println(v, ok)
	pool := sync.Pool{New: func() any { return "new" }}
	fmt.Println(pool.Get())
}
