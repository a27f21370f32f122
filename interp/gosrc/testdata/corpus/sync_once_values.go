package main

import (
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
)

type Config struct {
	Name  string
	Limit int
}

type Service struct {
	cfg    atomic.Pointer[Config]
	hits   atomic.Int64
	ready  atomic.Bool
	last   atomic.Value
	once   sync.Once
	closed sync.Once
}

func (s *Service) Reload(c *Config) *Config { return s.cfg.Swap(c) }

func (s *Service) Handle(n int) string {
	s.once.Do(func() { s.ready.Store(true) })
	s.hits.Add(int64(n))
	s.last.Store(fmt.Sprint("req", n))
	c := s.cfg.Load()
	if c == nil {
		return "no config"
	}
	return fmt.Sprintf("%s/%d", c.Name, c.Limit)
}

type cache struct {
	sync.RWMutex
	m map[string]int
}

func (c *cache) get(k string, make func() int) int {
	c.RLock()
	v, ok := c.m[k]
	c.RUnlock()
	if ok {
		return v
	}
	c.Lock()
	defer c.Unlock()
	c.m[k] = make()
	return c.m[k]
}

func Main() {
	calls := 0
	load := sync.OnceValue(func() int { calls++; return 42 })
	fmt.Println(load(), load(), calls)
	parse := sync.OnceValues(func() (int, error) { calls++; return 0, errors.New("bad") })
	_, err1 := parse()
	_, err2 := parse()
	fmt.Println(err1, err1 == err2, calls)
	hello := sync.OnceFunc(func() { fmt.Println("once only") })
	hello()
	hello()

	var s Service
	fmt.Println(s.Handle(1), s.ready.Load())
	old := s.Reload(&Config{"a", 1})
	fmt.Println(old == nil, s.Handle(2))
	old = s.Reload(&Config{"b", 2})
	fmt.Println(*old, s.Handle(3), s.hits.Load(), s.last.Load())
	c := s.cfg.Load()
	fmt.Println(s.cfg.CompareAndSwap(c, &Config{"c", 3}), s.cfg.CompareAndSwap(c, nil), s.cfg.Load().Name)

	var n int32
	var wg sync.WaitGroup
	for i := range 50 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			atomic.AddInt32(&n, int32(i))
		}()
	}
	wg.Wait()
	fmt.Println(atomic.LoadInt32(&n), atomic.CompareAndSwapInt32(&n, 1225, 7), n)

	cc := cache{m: map[string]int{}}
	for range 3 {
		fmt.Print(cc.get("x", func() int { calls++; return calls }), " ")
	}
	fmt.Println()
	var sm sync.Map
	sm.Store("a", 1)
	v, loaded := sm.LoadOrStore("a", 2)
	fmt.Println(v, loaded)
	sm.Store(Config{"k", 1}, "struct key")
	x, ok := sm.Load(Config{"k", 1})
	fmt.Println(x, ok)
	sm.Delete("a")
	count := 0
	sm.Range(func(k, v any) bool { count++; _, isC := k.(Config); fmt.Println(isC, v); return true })
	fmt.Println(count)
	pool := sync.Pool{New: func() any { return new(Config) }}
	p := pool.Get().(*Config)
	p.Name = "pooled"
	fmt.Println(p.Name)
	cond := sync.NewCond(&sync.Mutex{})
	queue := []int{}
	done := make(chan bool)
	go func() {
		cond.L.Lock()
		for len(queue) < 2 {
			cond.Wait()
		}
		fmt.Println("queue", queue)
		cond.L.Unlock()
		done <- true
	}()
	for i := range 2 {
		cond.L.Lock()
		queue = append(queue, i)
		cond.L.Unlock()
		cond.Broadcast()
	}
	<-done
	var mu sync.Mutex
	fmt.Println(mu.TryLock(), mu.TryLock())
	mu.Unlock()
}

func main() { Main() }
