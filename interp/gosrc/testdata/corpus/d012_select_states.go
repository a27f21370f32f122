package main

import (
	"fmt"
	"strings"
	"sync"
	"time"
)

type result struct {
	id  int
	val string
	err error
}

func fetch(id int, delay time.Duration) <-chan result {
	c := make(chan result, 1)
	go func() {
		time.Sleep(delay)
		if id%3 == 0 {
			c <- result{id: id, err: fmt.Errorf("fetch %d failed", id)}
			return
		}
		c <- result{id, strings.Repeat("x", id), nil}
	}()
	return c
}
func merge[T any](cs ...<-chan T) <-chan T {
	out := make(chan T)
	var wg sync.WaitGroup
	wg.Add(len(cs))
	for _, c := range cs {
		go func() {
			defer wg.Done()
			out <- <-c
		}()
	}
	go func() { wg.Wait(); close(out) }()
	return out
}

type Throttle struct {
	tokens chan struct{}
	quit   chan struct{}
	once   sync.Once
}

func NewThrottle(n int) *Throttle {
	t := &Throttle{tokens: make(chan struct{}, n), quit: make(chan struct{})}
	for range n {
		t.tokens <- struct{}{}
	}
	return t
}
func (t *Throttle) Try() bool {
	select {
	case <-t.tokens:
		return true
	case <-t.quit:
		return false
	default:
		return false
	}
}
func (t *Throttle) Close() { t.once.Do(func() { close(t.quit) }) }

func main() {
	for r := range merge(fetch(1, 3*time.Millisecond), fetch(2, 9*time.Millisecond), fetch(3, 15*time.Millisecond)) {
		fmt.Printf("%d %q %v\n", r.id, r.val, r.err)
	}
	t := NewThrottle(2)
	fmt.Println(t.Try(), t.Try(), t.Try())
	t.Close()
	t.Close()
	_, open := <-t.quit
	fmt.Println(open)
	a, b := make(chan int), make(chan string)
	done := make(chan struct{})
	go func() {
		defer close(done)
		for a != nil || b != nil {
			select {
			case v, ok := <-a:
				if !ok {
					a = nil
					continue
				}
				fmt.Println("a", v)
			case s, ok := <-b:
				if !ok {
					b = nil
					break
				}
				fmt.Println("b", s)
			}
		}
	}()
	a <- 1
	b <- "x"
	ca, cb := a, b
	close(ca)
	cb <- "y"
	close(cb)
	<-done
	var mu sync.Mutex
	turn := 0
	var wg sync.WaitGroup
	cond := sync.NewCond(&mu)
	for i := range 3 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			mu.Lock()
			for turn != i {
				cond.Wait()
			}
			fmt.Println("turn", i)
			turn++
			cond.Broadcast()
			mu.Unlock()
		}()
	}
	wg.Wait()
	sieve := func(n int) (ps []int) {
		ch := make(chan int)
		go func() {
			for i := 2; ; i++ {
				ch <- i
			}
		}()
		for range n {
			p := <-ch
			ps = append(ps, p)
			next := make(chan int)
			go func(in <-chan int, out chan<- int, p int) {
				for {
					if v := <-in; v%p != 0 {
						out <- v
					}
				}
			}(ch, next, p)
			ch = next
		}
		return
	}
	fmt.Println(sieve(8))
	cc := make(chan chan int, 1)
	go func() {
		reply := <-cc
		reply <- 42
	}()
	rep := make(chan int)
	cc <- rep
	fmt.Println(<-rep)
}
