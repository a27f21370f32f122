package main

import (
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

type Msg struct {
	From string
	N    int
	Ack  chan<- error
}

type Actor struct {
	inbox chan Msg
	quit  chan struct{}
	state map[string]int
	wg    sync.WaitGroup
}

func Start() *Actor {
	a := &Actor{inbox: make(chan Msg), quit: make(chan struct{}), state: map[string]int{}}
	a.wg.Add(1)
	go a.loop()
	return a
}

func (a *Actor) loop() {
	defer a.wg.Done()
	tick := time.NewTicker(10 * time.Millisecond)
	defer tick.Stop()
	ticks := 0
	for {
		select {
		case m := <-a.inbox:
			if m.N < 0 {
				m.Ack <- fmt.Errorf("from %s: negative %d", m.From, m.N)
				continue
			}
			a.state[m.From] += m.N
			m.Ack <- nil
		case <-tick.C:
			ticks++
		case <-a.quit:
			fmt.Println("quit; ticked:", ticks > 0)
			return
		}
	}
}

func (a *Actor) Send(from string, n int) error {
	ack := make(chan error, 1)
	a.inbox <- Msg{from, n, ack}
	return <-ack
}

func gen(n int) <-chan int {
	c := make(chan int)
	go func() {
		defer close(c)
		for i := range n {
			c <- i
		}
	}()
	return c
}

func merge[T any](cs ...<-chan T) <-chan T {
	var wg sync.WaitGroup
	out := make(chan T)
	for _, c := range cs {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for v := range c {
				out <- v
			}
		}()
	}
	go func() { wg.Wait(); close(out) }()
	return out
}

type Semaphore chan struct{}

func (s Semaphore) Acquire() { s <- struct{}{} }
func (s Semaphore) Release() { <-s }

type SafeMap[K comparable, V any] struct {
	mu sync.RWMutex
	m  map[K]V
}

func (s *SafeMap[K, V]) Update(k K, f func(V, bool) V) V {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.m == nil {
		s.m = map[K]V{}
	}
	old, ok := s.m[k]
	s.m[k] = f(old, ok)
	return s.m[k]
}

func try(c chan int, v int) string {
	select {
	case c <- v:
		return "sent"
	default:
		return "full"
	}
}

func firstOf(d time.Duration, cs ...chan string) (string, error) {
	timeout := time.After(d)
	res := make(chan string, len(cs))
	for i, c := range cs {
		go func() { res <- fmt.Sprintf("%d:%s", i, <-c) }()
	}
	select {
	case s := <-res:
		return s, nil
	case <-timeout:
		return "", errTimeout
	}
}

var errTimeout = errors.New("timeout")

func main() {
	a := Start()
	fmt.Println(a.Send("x", 2), a.Send("y", -1), a.Send("x", 3))
	time.Sleep(25 * time.Millisecond)
	close(a.quit)
	a.wg.Wait()
	fmt.Println(a.state)
	sum := 0
	for v := range merge(gen(5), gen(10), gen(0)) {
		sum += v
	}
	fmt.Println(sum)
	sem := make(Semaphore, 2)
	var wg sync.WaitGroup
	var cur, maxSeen atomic.Int32
	for range 6 {
		wg.Go(func() {
			sem.Acquire()
			defer sem.Release()
			n := cur.Add(1)
			for {
				m := maxSeen.Load()
				if n <= m || maxSeen.CompareAndSwap(m, n) {
					break
				}
			}
			time.Sleep(time.Millisecond)
			cur.Add(-1)
		})
	}
	wg.Wait()
	fmt.Println(maxSeen.Load() <= 2, cur.Load(), len(sem), cap(sem))
	var sm SafeMap[string, []int]
	for i := range 4 {
		wg.Add(1)
		go func(i int) {
			defer wg.Done()
			sm.Update("k", func(v []int, ok bool) []int { return append(v, i) })
		}(i)
	}
	wg.Wait()
	fmt.Println(len(sm.m["k"]), sm.Update("z", func(v []int, ok bool) []int { return []int{len(v)} }))
	c := make(chan int, 2)
	fmt.Println(try(c, 1), try(c, 2), try(c, 3), len(c))
	close(c)
	v, ok := <-c
	fmt.Println(v, ok, <-c)
	v, ok = <-c
	fmt.Println(v, ok)
	c1, c2 := make(chan string), make(chan string, 1)
	c2 <- "two"
	fmt.Println(firstOf(time.Second, c1, c2))
	fmt.Println(firstOf(time.Millisecond, c1))
	var mu sync.Mutex
	cond := sync.NewCond(&mu)
	ready := false
	done := make(chan bool)
	go func() {
		mu.Lock()
		for !ready {
			cond.Wait()
		}
		mu.Unlock()
		done <- true
	}()
	mu.Lock()
	ready = true
	cond.Broadcast()
	mu.Unlock()
	fmt.Println(<-done, mu.TryLock(), mu.TryLock())
	func() {
		defer func() { fmt.Println("recovered", recover()) }()
		close(c)
	}()
	func() {
		defer func() { fmt.Println("recovered", recover()) }()
		c <- 1
	}()
	var nilc chan int
	select {
	case <-nilc:
	case nilc <- 1:
	case <-time.After(time.Millisecond):
		fmt.Println("nil channels block")
	}
	t := time.NewTimer(time.Hour)
	fmt.Println(t.Stop(), t.Reset(time.Millisecond))
	<-t.C
	x := sync.OnceValue(func() int { fmt.Println("computing"); return 42 })
	fmt.Println(x(), x())
	p := sync.Pool{New: func() any { return new(Msg) }}
	m := p.Get().(*Msg)
	m.N = 3
	p.Put(m)
	var av atomic.Value
	av.Store([]int{1})
	fmt.Println(av.Load().([]int), m.N)
	errc := make(chan error)
	go func() {
		defer close(errc)
		defer func() {
			if r := recover(); r != nil {
				errc <- fmt.Errorf("goroutine: %v", r)
			}
		}()
		var s []int
		s[5]++
	}()
	for e := range errc {
		fmt.Println(e)
	}
	done2 := make(chan struct{})
	go func() {
		<-done2
		panic(errTimeout)
	}()
	close(done2)
	time.Sleep(time.Second)
	fmt.Println("unreachable")
}
