package main

import (
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
)

func gen(n int) <-chan int {
	ch := make(chan int)
	go func() {
		defer close(ch)
		for i := 1; i <= n; i++ {
			ch <- i
		}
	}()
	return ch
}

func sq(in <-chan int) <-chan int {
	out := make(chan int)
	go func() {
		for v := range in {
			out <- v * v
		}
		close(out)
	}()
	return out
}

func merge(cs ...<-chan int) <-chan int {
	var wg sync.WaitGroup
	out := make(chan int)
	for _, c := range cs {
		wg.Add(1)
		go func(c <-chan int) {
			defer wg.Done()
			for v := range c {
				out <- v
			}
		}(c)
	}
	go func() { wg.Wait(); close(out) }()
	return out
}

type req struct {
	n    int
	resp chan int
}

func server(reqs chan req, quit chan struct{}) {
	for {
		select {
		case r := <-reqs:
			r.resp <- r.n * 2
		case <-quit:
			return
		}
	}
}

type result struct {
	id  int
	val string
	err error
}

func Main() {
	for v := range sq(gen(5)) {
		fmt.Print(v, " ")
	}
	fmt.Println()
	sum := 0
	for v := range merge(gen(3), gen(4), sq(gen(2))) {
		sum += v
	}
	fmt.Println(sum)
	reqs, quit := make(chan req), make(chan struct{})
	go server(reqs, quit)
	for i := range 3 {
		r := req{i, make(chan int)}
		reqs <- r
		fmt.Print(<-r.resp, " ")
	}
	close(quit)
	fmt.Println()
	cc := make(chan chan string, 1)
	go func() { c := <-cc; c <- "hi" }()
	c := make(chan string)
	cc <- c
	fmt.Println(<-c)
	results := make(chan result)
	for i := range 3 {
		go func() {
			if i == 1 {
				results <- result{id: i, err: errors.New("failed")}
				return
			}
			results <- result{id: i, val: fmt.Sprint("ok", i)}
		}()
	}
	rs := make([]result, 3)
	for range 3 {
		r := <-results
		rs[r.id] = r
	}
	for _, r := range rs {
		fmt.Println(r.id, r.val, r.err)
	}
	sem := make(chan struct{}, 2)
	var mu sync.Mutex
	total := 0
	var wg sync.WaitGroup
	for i := 0; i < 5; i++ {
		wg.Add(1)
		go func(n int) {
			defer wg.Done()
			sem <- struct{}{}
			defer func() { <-sem }()
			mu.Lock()
			defer mu.Unlock()
			total += n
		}(i)
	}
	wg.Wait()
	fmt.Println(total)
	done := make(chan bool)
	data := make(chan int, 3)
	go func() {
		for {
			v, more := <-data
			if !more {
				done <- true
				return
			}
			fmt.Print("got", v, " ")
		}
	}()
	for i := range 3 {
		data <- i
	}
	close(data)
	fmt.Println(<-done)
	var nilch chan int
	select {
	case <-nilch:
	default:
		fmt.Println("nil blocks", len(data), cap(data))
	}
	var once sync.Once
	for range 3 {
		once.Do(func() { fmt.Println("once") })
	}
	var cnt atomic.Int64
	var wg2 sync.WaitGroup
	for range 10 {
		wg2.Add(1)
		go func() { defer wg2.Done(); cnt.Add(2) }()
	}
	wg2.Wait()
	fmt.Println(cnt.Load())
}

func main() { Main() }
