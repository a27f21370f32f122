package main

import (
	"fmt"
	"slices"
	"sort"
	"strings"
	"sync"
	"time"
)

type Job struct {
	ID   int
	Data string
}
type Result struct {
	Job
	Out    string
	Worker int
	Err    error
}

func generate(words ...string) <-chan Job {
	out := make(chan Job)
	go func() {
		defer close(out)
		for i, w := range words {
			out <- Job{i, w}
		}
	}()
	return out
}

func worker(id int, jobs <-chan Job, results chan<- Result, wg *sync.WaitGroup) {
	defer wg.Done()
	for j := range jobs {
		r := Result{Job: j, Worker: id}
		func() {
			defer func() {
				if e := recover(); e != nil {
					r.Err = fmt.Errorf("job %d: %v", j.ID, e)
				}
			}()
			if j.Data == "" {
				panic("empty")
			}
			r.Out = strings.ToUpper(j.Data[:1]) + j.Data[1:]
		}()
		results <- r
	}
}

func merge[T any](cs ...<-chan T) <-chan T {
	out := make(chan T)
	var wg sync.WaitGroup
	wg.Add(len(cs))
	for _, c := range cs {
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

func stage[A, B any](in <-chan A, f func(A) B) <-chan B {
	out := make(chan B, 1)
	go func() {
		defer close(out)
		for v := range in {
			out <- f(v)
		}
	}()
	return out
}

func numbers(from, to int) <-chan int {
	c := make(chan int)
	go func() {
		for i := from; i < to; i++ {
			c <- i
		}
		close(c)
	}()
	return c
}

type Broadcaster[T any] struct {
	mu   sync.Mutex
	subs map[int]chan T
	next int
}

func (b *Broadcaster[T]) Subscribe(buf int) (int, <-chan T) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.subs == nil {
		b.subs = make(map[int]chan T)
	}
	c := make(chan T, buf)
	b.subs[b.next] = c
	b.next++
	return b.next - 1, c
}

func (b *Broadcaster[T]) Publish(v T) (dropped int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, c := range b.subs {
		select {
		case c <- v:
		default:
			dropped++
		}
	}
	return
}

func (b *Broadcaster[T]) Close() {
	for id, c := range b.subs {
		close(c)
		delete(b.subs, id)
	}
}

func sieve(n int) (ps []int) {
	src := numbers(2, 1<<30)
	for range n {
		p := <-src
		ps = append(ps, p)
		in, out := src, make(chan int)
		go func() {
			for v := range in {
				if v%p != 0 {
					out <- v
				}
			}
		}()
		src = out
	}
	return
}

func Main() {
	results := make(chan Result)
	jobs := generate("go", "", "is", "fun", "")
	var wg sync.WaitGroup
	for id := range 3 {
		wg.Add(1)
		go worker(id, jobs, results, &wg)
	}
	go func() { wg.Wait(); close(results) }()
	var all []Result
	for r := range results {
		all = append(all, r)
	}
	sort.Slice(all, func(i, j int) bool { return all[i].ID < all[j].ID })
	for _, r := range all {
		fmt.Println(r.ID, r.Out, r.Err)
	}
	var got []int
	for v := range merge(numbers(0, 3), numbers(10, 13)) {
		got = append(got, v)
	}
	slices.Sort(got)
	fmt.Println(got)
	squares := stage(stage(numbers(1, 5), func(n int) int { return n * n }), func(n int) string { return fmt.Sprintf("<%d>", n) })
	for s := range squares {
		fmt.Print(s)
	}
	fmt.Println()
	var b Broadcaster[string]
	_, fast := b.Subscribe(3)
	_, slow := b.Subscribe(1)
	fmt.Println(b.Publish("a"), b.Publish("b"), b.Publish("c"))
	b.Close()
	for v := range fast {
		fmt.Print(v)
	}
	for v := range slow {
		fmt.Print(v)
	}
	fmt.Println(len(b.subs))
	fmt.Println(sieve(8))
	ping, pong := make(chan int), make(chan int)
	go func() {
		for v := range ping {
			pong <- v + 1
		}
		close(pong)
	}()
	v := 0
	for range 5 {
		ping <- v
		v = <-pong
	}
	close(ping)
	_, open := <-pong
	fmt.Println(v, open)
	limiter := time.Tick(time.Millisecond)
	start := time.Now()
	for range 3 {
		<-limiter
	}
	fmt.Println(time.Since(start) >= 3*time.Millisecond)
	done := make(chan struct{})
	data := make(chan int)
	go func() {
		defer close(done)
		for {
			select {
			case v, ok := <-data:
				if !ok {
					return
				}
				fmt.Print("got", v, " ")
			case <-time.After(time.Second):
				fmt.Print("timeout")
				return
			}
		}
	}()
	for i := range 3 {
		data <- i
	}
	close(data)
	<-done
	fmt.Println()
}

func main() { Main() }
