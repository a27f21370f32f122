package main

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"sync"
	"time"
)

type Stage[In, Out any] func(context.Context, <-chan In) <-chan Out

func Source[T any](xs ...T) <-chan T {
	c := make(chan T)
	go func() {
		defer close(c)
		for _, x := range xs {
			c <- x
		}
	}()
	return c
}

func MapStage[In, Out any](f func(In) (Out, error), errs chan<- error) Stage[In, Out] {
	return func(ctx context.Context, in <-chan In) <-chan Out {
		out := make(chan Out)
		go func() {
			defer close(out)
			for x := range in {
				y, err := f(x)
				if err != nil {
					errs <- err
					continue
				}
				select {
				case out <- y:
				case <-ctx.Done():
					return
				}
			}
		}()
		return out
	}
}

type rateLimiter struct {
	tokens chan struct{}
	used   int
}

func newLimiter(n int) *rateLimiter {
	r := &rateLimiter{tokens: make(chan struct{}, n)}
	for range n {
		r.tokens <- struct{}{}
	}
	return r
}
func (r *rateLimiter) try() bool {
	select {
	case <-r.tokens:
		r.used++
		return true
	default:
		return false
	}
}

type safeMap[K comparable, V any] struct {
	sync.RWMutex
	m map[K]V
}

func (s *safeMap[K, V]) update(k K, f func(V, bool) V) {
	s.Lock()
	defer s.Unlock()
	if s.m == nil {
		s.m = map[K]V{}
	}
	old, ok := s.m[k]
	s.m[k] = f(old, ok)
}

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	errs := make(chan error, 10)
	parse := MapStage(func(s string) (int, error) { return strconv.Atoi(s) }, errs)
	square := MapStage(func(n int) (string, error) {
		if n > 100 {
			return "", fmt.Errorf("too big: %d", n)
		}
		return fmt.Sprintf("<%d>", n*n), nil
	}, errs)
	for s := range square(ctx, parse(ctx, Source("1", "x", "12", "500", "7"))) {
		fmt.Print(s, " ")
	}
	close(errs)
	fmt.Println()
	for e := range errs {
		var ne *strconv.NumError
		if errors.As(e, &ne) {
			fmt.Println("num:", ne.Num, ne.Func, ne.Err == strconv.ErrSyntax)
		} else {
			fmt.Println(e)
		}
	}
	l := newLimiter(2)
	fmt.Println(l.try(), l.try(), l.try(), l.used, cap(l.tokens), len(l.tokens))
	var sm safeMap[string, []int]
	var wg sync.WaitGroup
	for i := range 6 {
		wg.Add(1)
		go func(k string) {
			defer wg.Done()
			sm.update(k, func(old []int, ok bool) []int { return append(old, i) })
		}([]string{"even", "odd"}[i%2])
	}
	wg.Wait()
	for _, k := range slices.Sorted(maps.Keys(sm.m)) {
		slices.Sort(sm.m[k])
		fmt.Println(k, sm.m[k])
	}
	done := make(chan struct{})
	var order []string
	go func() {
		defer close(done)
		defer func() { order = append(order, fmt.Sprint("rec ", recover())) }()
		var m map[string]int
		m["x"]++
	}()
	<-done
	fmt.Println(order)
	timeout := time.NewTimer(time.Hour)
	fmt.Println(timeout.Stop(), timeout.Reset(time.Millisecond))
	<-timeout.C
	tick := time.NewTicker(time.Millisecond)
	n := 0
	for range tick.C {
		if n++; n == 3 {
			tick.Stop()
			break
		}
	}
	fmt.Println(n)
	results := make([]chan int, 3)
	for i := range results {
		results[i] = make(chan int, 1)
		go func() { results[i] <- i * i }()
	}
	total := 0
	for _, r := range results {
		total += <-r
	}
	fmt.Println(total)
	var nilch chan int
	select {
	case v := <-nilch:
		fmt.Println(v)
	case <-time.After(time.Millisecond):
		fmt.Println("timeout")
	}
}
