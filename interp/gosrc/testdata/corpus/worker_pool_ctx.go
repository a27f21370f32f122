package main

import (
	"context"
	"errors"
	"fmt"
	"sort"
	"strings"
	"sync"
	"time"
)

type Task struct {
	ID   int
	Cost time.Duration
}

type Outcome struct {
	Task
	Err error
}

var ErrTooBig = errors.New("too big")

func process(ctx context.Context, t Task) error {
	if t.Cost > 50*time.Millisecond {
		return fmt.Errorf("task %d: %w", t.ID, ErrTooBig)
	}
	select {
	case <-time.After(t.Cost):
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func pool(ctx context.Context, n int, tasks []Task) []Outcome {
	in, out := make(chan Task), make(chan Outcome)
	var wg sync.WaitGroup
	for w := 0; w < n; w++ {
		wg.Add(1)
		go func(id int) {
			defer wg.Done()
			for t := range in {
				out <- Outcome{t, process(ctx, t)}
			}
		}(w)
	}
	go func() {
		defer close(in)
		for _, t := range tasks {
			select {
			case in <- t:
			case <-ctx.Done():
				return
			}
		}
	}()
	go func() { wg.Wait(); close(out) }()
	var res []Outcome
	for o := range out {
		res = append(res, o)
	}
	sort.Slice(res, func(i, j int) bool { return res[i].ID < res[j].ID })
	return res
}

func gen[T any](ctx context.Context, vs ...T) <-chan T {
	ch := make(chan T)
	go func() {
		defer close(ch)
		for _, v := range vs {
			select {
			case <-ctx.Done():
				return
			case ch <- v:
			}
		}
	}()
	return ch
}

func mapc[A, B any](in <-chan A, f func(A) B) <-chan B {
	out := make(chan B)
	go func() {
		defer close(out)
		for v := range in {
			out <- f(v)
		}
	}()
	return out
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

func main() {
	var tasks []Task
	for i := 1; i <= 6; i++ {
		tasks = append(tasks, Task{i, time.Duration(i*10) * time.Millisecond})
	}
	for _, o := range pool(context.Background(), 3, tasks) {
		fmt.Println(o.ID, o.Cost, o.Err, errors.Is(o.Err, ErrTooBig))
	}
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	sum := 0
	for v := range mapc(gen(ctx, 1, 2, 3, 4), func(i int) string { return strings.Repeat("*", i) }) {
		fmt.Println(v)
		sum += len(v)
	}
	total := 0
	for v := range merge(gen(ctx, 1, 2), gen(ctx, 10, 20), gen(ctx, 100)) {
		total += v
	}
	fmt.Println(sum, total)
	sem := make(chan struct{}, 2)
	var mu sync.Mutex
	active, peak := 0, 0
	var wg sync.WaitGroup
	for range 6 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			sem <- struct{}{}
			defer func() { <-sem }()
			mu.Lock()
			active++
			peak = max(peak, active)
			mu.Unlock()
			time.Sleep(time.Millisecond)
			mu.Lock()
			active--
			mu.Unlock()
		}()
	}
	wg.Wait()
	fmt.Println(active, peak)
}
