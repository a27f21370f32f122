package main

import (
	"fmt"
	"sync"
	"time"
)

type msg struct {
	from string
	n    int
}

func producer(name string, n int, gap time.Duration, out chan<- msg, quit <-chan struct{}) {
	for i := range n {
		select {
		case out <- msg{name, i}:
		case <-quit:
			return
		}
		time.Sleep(gap)
	}
}

type Future[T any] struct {
	done chan struct{}
	val  T
	err  error
}

func Async[T any](f func() (T, error)) *Future[T] {
	fu := &Future[T]{done: make(chan struct{})}
	go func() {
		defer close(fu.done)
		defer func() {
			if r := recover(); r != nil {
				fu.err = fmt.Errorf("panic: %v", r)
			}
		}()
		fu.val, fu.err = f()
	}()
	return fu
}

func (f *Future[T]) Wait(d time.Duration) (v T, err error) {
	select {
	case <-f.done:
		return f.val, f.err
	case <-time.After(d):
		return v, fmt.Errorf("timeout after %v", d)
	}
}

func Main() {
	out, quit := make(chan msg), make(chan struct{})
	var wg sync.WaitGroup
	for i, name := range []string{"a", "b"} {
		wg.Add(1)
		go func() {
			defer wg.Done()
			producer(name, 3, time.Duration(i+1)*10*time.Millisecond, out, quit)
		}()
	}
	counts := map[string]int{}
	deadline := time.After(300 * time.Millisecond)
	for got := 0; got < 6; got++ {
		select {
		case m := <-out:
			counts[m.from] += m.n + 1
		case <-deadline:
			fmt.Println("late")
		}
	}
	close(quit)
	wg.Wait()
	fmt.Println(counts)
	fmt.Println(Async(func() (int, error) { return 42, nil }).Wait(time.Second))
	fmt.Println(Async(func() (string, error) { time.Sleep(time.Second); return "slow", nil }).Wait(5 * time.Millisecond))
	fmt.Println(Async(func() (struct{}, error) { panic("inside") }).Wait(time.Second))
	var once sync.Once
	results := make(chan int, 5)
	for i := range 5 {
		go func() {
			once.Do(func() { results <- 100 })
			results <- i * 0
		}()
	}
	sum := 0
	for range 6 {
		sum += <-results
	}
	fmt.Println(sum, len(results))
}

func main() { Main() }
