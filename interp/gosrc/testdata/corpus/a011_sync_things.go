package main

import (
	"bytes"
	"fmt"
	"sync"
	"sync/atomic"
)

type Counter struct {
	mu sync.RWMutex
	n  map[string]int
}

func (c *Counter) Inc(k string) int {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.n[k]++
	return c.n[k]
}
func (c *Counter) Get(k string) int {
	c.mu.RLock()
	defer c.mu.RUnlock()
	return c.n[k]
}

func main() {
	c := Counter{n: map[string]int{}}
	var wg sync.WaitGroup
	for i := range 50 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			c.Inc([]string{"a", "b"}[i%2])
		}()
	}
	wg.Wait()
	fmt.Println(c.Get("a"), c.Get("b"))
	var once sync.Once
	for range 3 {
		once.Do(func() { fmt.Println("once") })
	}
	var a atomic.Int64
	var ops int32
	var wg2 sync.WaitGroup
	for range 10 {
		wg2.Go(func() {
			a.Add(2)
			atomic.AddInt32(&ops, 1)
		})
	}
	wg2.Wait()
	fmt.Println(a.Load(), atomic.LoadInt32(&ops), a.CompareAndSwap(20, 5), a.Load())
	cond := sync.NewCond(&sync.Mutex{})
	ready := false
	go func() {
		cond.L.Lock()
		ready = true
		cond.L.Unlock()
		cond.Broadcast()
	}()
	cond.L.Lock()
	for !ready {
		cond.Wait()
	}
	cond.L.Unlock()
	fmt.Println("ready", ready)
	var sm sync.Map
	sm.Store("k", 1)
	v, ok := sm.Load("k")
	_, loaded := sm.LoadOrStore("k", 2)
	fmt.Println(v, ok, loaded)
	sm.Delete("k")
	_, ok = sm.Load("k")
	fmt.Println(ok)
	pool := sync.Pool{New: func() any { return new(bytes.Buffer) }}
	buf := pool.Get().(*bytes.Buffer)
	buf.WriteString("pooled")
	fmt.Println(buf.String())
	pool.Put(buf)
	ov := sync.OnceValue(func() int { fmt.Println("computing"); return 42 })
	fmt.Println(ov(), ov())
	var av atomic.Value
	av.Store([]int{1, 2})
	fmt.Println(av.Load().([]int))
	fmt.Println(c.mu.TryLock(), c.mu.TryLock())
}
