package main

import (
	"fmt"
	"io"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

type call struct {
	wg  sync.WaitGroup
	val any
	err error
}
type Group struct {
	mu sync.Mutex
	m  map[string]*call
	n  atomic.Int32
}

func (g *Group) Do(key string, fn func() (any, error)) (any, error) {
	g.mu.Lock()
	if g.m == nil {
		g.m = make(map[string]*call)
	}
	if c, ok := g.m[key]; ok {
		g.mu.Unlock()
		c.wg.Wait()
		return c.val, c.err
	}
	c := new(call)
	c.wg.Add(1)
	g.m[key] = c
	g.mu.Unlock()
	func() {
		defer c.wg.Done()
		defer func() {
			if r := recover(); r != nil {
				c.err = fmt.Errorf("panic: %v", r)
			}
		}()
		g.n.Add(1)
		c.val, c.err = fn()
	}()
	g.mu.Lock()
	delete(g.m, key)
	g.mu.Unlock()
	return c.val, c.err
}

type entry[V any] struct {
	v   V
	exp time.Time
}
type TTL[K comparable, V any] struct {
	sync.RWMutex
	m   map[K]entry[V]
	ttl time.Duration
	now func() time.Time
}

func (t *TTL[K, V]) Get(k K) (v V, ok bool) {
	t.RLock()
	defer t.RUnlock()
	e, found := t.m[k]
	if !found || t.now().After(e.exp) {
		return
	}
	return e.v, true
}
func (t *TTL[K, V]) Set(k K, v V) {
	t.Lock()
	defer t.Unlock()
	if t.m == nil {
		t.m = map[K]entry[V]{}
	}
	t.m[k] = entry[V]{v, t.now().Add(t.ttl)}
}

type Sem chan struct{}

func (s Sem) With(f func()) { s <- struct{}{}; defer func() { <-s }(); f() }

func main() {
	var g Group
	var wg sync.WaitGroup
	out := make([]any, 5)
	for i := range out {
		wg.Go(func() {
			out[i], _ = g.Do("k", func() (any, error) { time.Sleep(5 * time.Millisecond); return "value", nil })
		})
	}
	wg.Wait()
	fmt.Println(out, g.n.Load())
	fmt.Println(g.Do("bad", func() (any, error) { var m map[string]int; m["x"]++; return nil, nil }))
	fmt.Println(g.Do("err", func() (any, error) { return nil, io.EOF }))
	now := time.Unix(0, 0)
	c := TTL[string, []int]{ttl: time.Minute, now: func() time.Time { return now }}
	c.Set("a", []int{1})
	fmt.Println(c.Get("a"))
	now = now.Add(2 * time.Minute)
	fmt.Println(c.Get("a"))
	sem := make(Sem, 2)
	var active, peak atomic.Int64
	for range 6 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			sem.With(func() {
				n := active.Add(1)
				for {
					old := peak.Load()
					if n <= old || peak.CompareAndSwap(old, n) {
						break
					}
				}
				time.Sleep(time.Millisecond)
				active.Add(-1)
			})
		}()
	}
	wg.Wait()
	fmt.Println(active.Load(), peak.Load(), len(sem))
	var once sync.Once
	func() {
		defer func() { fmt.Println("once:", recover()) }()
		once.Do(func() { panic("first") })
	}()
	once.Do(func() { fmt.Println("never") })
	ready := make(chan struct{})
	var mu sync.Mutex
	mu.Lock()
	go func() {
		defer close(ready)
		mu.Lock()
		defer mu.Unlock()
		fmt.Println("got lock")
	}()
	fmt.Println("unlocking")
	mu.Unlock()
	<-ready
	var m sync.Map
	for i := range 3 {
		m.Store(i, strings.Repeat("x", i))
	}
	v, loaded := m.LoadAndDelete(1)
	fmt.Println(v, loaded, m.CompareAndSwap(2, "xx", "yy"))
	sum := 0
	m.Range(func(k, v any) bool { sum += k.(int)*10 + len(v.(string)); return true })
	fmt.Println(sum)
	wg.Add(-1)
}
