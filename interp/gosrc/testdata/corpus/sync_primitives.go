package main

import (
	"fmt"
	"strings"
	"sync"
	"sync/atomic"
)

type SafeMap[K comparable, V any] struct {
	mu sync.RWMutex
	m  map[K]V
}

func (s *SafeMap[K, V]) Update(k K, f func(V, bool) V) V {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.m == nil {
		s.m = make(map[K]V)
	}
	old, ok := s.m[k]
	s.m[k] = f(old, ok)
	return s.m[k]
}

func (s *SafeMap[K, V]) Len() int {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return len(s.m)
}

type account struct {
	sync.Mutex
	balance int
}

func main() {
	var wg sync.WaitGroup
	var sm SafeMap[string, int]
	for i := range 20 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			sm.Update(fmt.Sprint("k", i%3), func(v int, _ bool) int { return v + i })
		}()
	}
	wg.Wait()
	fmt.Println(sm.Len(), sm.m)
	acc := &account{balance: 10}
	var total atomic.Int64
	for i := 1; i <= 5; i++ {
		wg.Go(func() {
			acc.Lock()
			acc.balance += i
			acc.Unlock()
			total.Add(int64(i))
		})
	}
	wg.Wait()
	fmt.Println(acc.balance, total.Load(), acc.TryLock())
	var once sync.Once
	for range 3 {
		once.Do(func() { fmt.Println("once") })
	}
	val := sync.OnceValue(func() int { fmt.Println("computing"); return 7 })
	fmt.Println(val(), val())
	var m sync.Map
	m.Store("a", 1)
	act, loaded := m.LoadOrStore("a", 2)
	fmt.Println(act, loaded)
	m.Store("b", "zero")
	m.Range(func(k, v any) bool { fmt.Printf("%T ", k); return true })
	m.Delete("a")
	_, ok := m.Load("a")
	fmt.Println(ok)
	pool := sync.Pool{New: func() any { return new(strings.Builder) }}
	b := pool.Get().(*strings.Builder)
	b.WriteString("pooled")
	fmt.Println(b.String())
	cond := sync.NewCond(&sync.Mutex{})
	ready := 0
	for range 2 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			cond.L.Lock()
			for ready == 0 {
				cond.Wait()
			}
			cond.L.Unlock()
		}()
	}
	cond.L.Lock()
	ready = 1
	cond.L.Unlock()
	cond.Broadcast()
	wg.Wait()
	var cfg atomic.Value
	cfg.Store(map[string]int{"v": 1})
	fmt.Println(cfg.Load().(map[string]int)["v"])
	var ptr atomic.Pointer[account]
	fmt.Println(ptr.Load() == nil, ptr.CompareAndSwap(nil, acc), ptr.Load().balance)
	var flag int32
	fmt.Println(atomic.CompareAndSwapInt32(&flag, 0, 5), atomic.AddInt32(&flag, -2), flag)
}
