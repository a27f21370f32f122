package main

import (
	"context"
	"errors"
	"fmt"
	"sort"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

type Job struct {
	ID   int
	Body string
}

type Result[T any] struct {
	Job
	Value T
	Err   error
}

func generate(ctx context.Context, bodies ...string) <-chan Job {
	out := make(chan Job)
	go func() {
		defer close(out)
		for i, b := range bodies {
			select {
			case out <- Job{i, b}:
			case <-ctx.Done():
				return
			}
		}
	}()
	return out
}

func work[T any](n int, in <-chan Job, f func(Job) (T, error)) <-chan Result[T] {
	out := make(chan Result[T], n)
	var wg sync.WaitGroup
	wg.Add(n)
	for range n {
		go func() {
			defer wg.Done()
			for j := range in {
				out <- safely(j, f)
			}
		}()
	}
	go func() { wg.Wait(); close(out) }()
	return out
}

func safely[T any](j Job, f func(Job) (T, error)) (r Result[T]) {
	r.Job = j
	defer func() {
		if x := recover(); x != nil {
			r.Err = fmt.Errorf("job %d panicked: %v", j.ID, x)
		}
	}()
	r.Value, r.Err = f(j)
	return r
}

func merge[T any](cs ...<-chan T) <-chan T {
	out := make(chan T)
	var wg sync.WaitGroup
	for _, c := range cs {
		wg.Add(1)
		go func(c <-chan T) {
			for v := range c {
				out <- v
			}
			wg.Done()
		}(c)
	}
	go func() {
		defer close(out)
		wg.Wait()
	}()
	return out
}

type Semaphore chan struct{}

func (s Semaphore) Acquire() { s <- struct{}{} }
func (s Semaphore) Release() { <-s }

type Once[T any] struct {
	once sync.Once
	v    T
	err  error
}

func (o *Once[T]) Do(f func() (T, error)) (T, error) {
	o.once.Do(func() { o.v, o.err = f() })
	return o.v, o.err
}

var errShort = errors.New("too short")

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	words := strings.Fields("alpha be gamma x delta epsilon zz")
	results := work(3, generate(ctx, words...), func(j Job) (int, error) {
		switch {
		case len(j.Body) == 1:
			var m map[string]int
			m[j.Body] = 1
		case len(j.Body) < 3:
			return 0, fmt.Errorf("job %d %q: %w", j.ID, j.Body, errShort)
		}
		return len(j.Body), nil
	})
	var all []Result[int]
	for r := range results {
		all = append(all, r)
	}
	sort.Slice(all, func(i, j int) bool { return all[i].ID < all[j].ID })
	for _, r := range all {
		fmt.Println(r.ID, r.Body, r.Value, r.Err, errors.Is(r.Err, errShort))
	}
	fmt.Printf("%+v\n", all[0])
	cancel()
	fmt.Println(ctx.Err(), context.Cause(ctx), errors.Is(ctx.Err(), context.Canceled))

	a, b := make(chan int), make(chan int)
	go func() {
		defer close(a)
		for i := 0; i < 5; i++ {
			a <- i
		}
	}()
	go func() {
		defer close(b)
		for i := 10; i < 13; i++ {
			b <- i
		}
	}()
	sum, n := 0, 0
	for v := range merge(a, b) {
		sum += v
		n++
	}
	fmt.Println(sum, n)

	sem := make(Semaphore, 2)
	var running, most atomic.Int32
	var wg sync.WaitGroup
	for i := 0; i < 6; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			sem.Acquire()
			defer sem.Release()
			if r := running.Add(1); r > most.Load() {
				most.Store(r)
			}
			time.Sleep(time.Millisecond)
			running.Add(-1)
		}()
	}
	wg.Wait()
	fmt.Println(most.Load() <= 2, running.Load())

	var once Once[string]
	calls := 0
	for range 3 {
		v, err := once.Do(func() (string, error) { calls++; return "v", errShort })
		fmt.Print(v, err, calls, " ")
	}
	fmt.Println()
	timeout, stop := context.WithTimeout(context.Background(), 5*time.Millisecond)
	defer stop()
	select {
	case <-timeout.Done():
		fmt.Println(timeout.Err(), errors.Is(timeout.Err(), context.DeadlineExceeded))
	case <-time.After(5 * time.Second):
		fmt.Println("late")
	}
	var nilc chan int
	select {
	case v := <-nilc:
		fmt.Println(v)
	case nilc <- 1:
	default:
		fmt.Println("default", len(nilc), cap(nilc), cap(sem))
	}
	cond := sync.NewCond(&sync.Mutex{})
	ready := 0
	done := make(chan bool)
	for range 3 {
		go func() {
			cond.L.Lock()
			for ready == 0 {
				cond.Wait()
			}
			cond.L.Unlock()
			done <- true
		}()
	}
	cond.L.Lock()
	ready = 1
	cond.L.Unlock()
	cond.Broadcast()
	for range 3 {
		<-done
	}
	var m sync.Map
	m.Store("a", 1)
	v, loaded := m.LoadOrStore("a", 2)
	fmt.Println(v, loaded)
	tick := time.NewTicker(time.Millisecond)
	count := 0
loop:
	for {
		select {
		case <-tick.C:
			if count++; count == 3 {
				tick.Stop()
				break loop
			}
		}
	}
	fmt.Println(count)
	c := make(chan int, 3)
	c <- 1
	c <- 2
	close(c)
	for i := 0; i < 3; i++ {
		v, ok := <-c
		fmt.Print(v, ok, " ")
	}
	fmt.Println()
	defer func() { fmt.Println(recover()) }()
	c <- 1
}
