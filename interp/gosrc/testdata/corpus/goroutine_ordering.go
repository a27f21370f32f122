package main

import (
	"fmt"
	"io"
	"sync"
	"sync/atomic"
	"time"
)

type msg struct {
	from int
	text string
}
type actor struct {
	id    int
	inbox chan msg
	peers []*actor
	seen  []string
}

func (a *actor) run(done *sync.WaitGroup, quit <-chan struct{}) {
	defer done.Done()
	for {
		select {
		case m := <-a.inbox:
			a.seen = append(a.seen, fmt.Sprintf("%d:%s", m.from, m.text))
			if len(m.text) < 3 {
				for _, p := range a.peers {
					p.inbox <- msg{a.id, m.text + string(rune('a'+a.id))}
				}
			}
		case <-quit:
			return
		}
	}
}

type barrier struct {
	mu    sync.Mutex
	cond  *sync.Cond
	n, at int
}

func newBarrier(n int) *barrier {
	b := &barrier{n: n}
	b.cond = sync.NewCond(&b.mu)
	return b
}
func (b *barrier) wait() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.at++
	if b.at == b.n {
		b.cond.Broadcast()
		return
	}
	for b.at < b.n {
		b.cond.Wait()
	}
}

func pingpong(n int) []string {
	ping, pong, out := make(chan int), make(chan int), make(chan string, 2*n)
	go func() {
		for v := range ping {
			out <- fmt.Sprint("ping", v)
			pong <- v + 1
		}
		close(pong)
	}()
	ping <- 0
	for v := range pong {
		out <- fmt.Sprint("pong", v)
		if v >= n {
			close(ping)
			continue
		}
		ping <- v
	}
	close(out)
	var all []string
	for s := range out {
		all = append(all, s)
	}
	return all
}

func sieve(n int) (primes []int) {
	ch := make(chan int)
	go func() {
		for i := 2; ; i++ {
			ch <- i
		}
	}()
	for range n {
		p := <-ch
		primes = append(primes, p)
		next := make(chan int)
		go func(in <-chan int, out chan<- int) {
			for v := range in {
				if v%p != 0 {
					out <- v
				}
			}
		}(ch, next)
		ch = next
	}
	return
}

func main() {
	fmt.Println(pingpong(3))
	fmt.Println(sieve(8))
	a, b := &actor{id: 0, inbox: make(chan msg, 9)}, &actor{id: 1, inbox: make(chan msg, 9)}
	a.peers, b.peers = []*actor{b}, []*actor{a}
	var wg sync.WaitGroup
	quit := make(chan struct{})
	wg.Add(2)
	go a.run(&wg, quit)
	go b.run(&wg, quit)
	a.inbox <- msg{-1, "x"}
	time.Sleep(10 * time.Millisecond)
	close(quit)
	wg.Wait()
	fmt.Println(a.seen, b.seen)
	bar := newBarrier(3)
	var total atomic.Int32
	for range 3 {
		wg.Go(func() { bar.wait(); total.Add(1) })
	}
	wg.Wait()
	fmt.Println(total.Load())
	results := make([]int, 5)
	for i := range results {
		wg.Add(1)
		go func() { defer wg.Done(); results[i] = i * i }()
	}
	wg.Wait()
	fmt.Println(results)
	errc := make(chan error, 3)
	for i := range 3 {
		go func() {
			defer func() {
				if r := recover(); r != nil {
					errc <- fmt.Errorf("worker %d: %v", i, r)
				}
			}()
			var m map[int]int
			if i == 1 {
				m[i] = 1
			}
			errc <- nil
		}()
	}
	var failed []string
	for range 3 {
		if err := <-errc; err != nil {
			failed = append(failed, err.Error())
		}
	}
	fmt.Println(failed)
	once := sync.OnceValues(func() (int, error) { return 1, io.EOF })
	fmt.Println(once())
	tm := time.NewTimer(time.Millisecond)
	select {
	case <-tm.C:
		fmt.Println("fired")
	}
	var rw sync.RWMutex
	rw.RLock()
	fmt.Println(rw.TryRLock(), rw.TryLock())
	go func() { rw.RUnlock(); rw.RUnlock() }()
	rw.Lock()
	fmt.Println("locked")
	var mu sync.Mutex
	mu.Unlock()
}
