package main

import (
	"context"
	"errors"
	"fmt"
	"sort"
	"sync"
	"sync/atomic"
	"time"
)

type Job struct {
	ID   int
	Cost time.Duration
	Fn   func(context.Context) (any, error)
}

type Result struct {
	Job   *Job
	Value any
	Err   error
}

type Pool struct {
	jobs    chan *Job
	results chan Result
	wg      sync.WaitGroup
	done    atomic.Int64
	failed  int32
}

type timeoutError struct{ id int }

func (t timeoutError) Error() string { return fmt.Sprintf("job %d timed out", t.id) }
func (t timeoutError) Timeout() bool { return true }
func (t timeoutError) Unwrap() error { return context.DeadlineExceeded }

func (p *Pool) worker(ctx context.Context, id int) {
	defer p.wg.Done()
	for {
		select {
		case <-ctx.Done():
			return
		case j, ok := <-p.jobs:
			if !ok {
				return
			}
			p.results <- p.run(ctx, j)
		}
	}
}

func (p *Pool) run(ctx context.Context, j *Job) (r Result) {
	r.Job = j
	defer func() {
		if x := recover(); x != nil {
			atomic.AddInt32(&p.failed, 1)
			switch x := x.(type) {
			case error:
				r.Err = fmt.Errorf("job %d panicked: %w", j.ID, x)
			default:
				r.Err = fmt.Errorf("job %d panicked: %v", j.ID, x)
			}
			return
		}
		p.done.Add(1)
	}()
	ctx, cancel := context.WithTimeout(ctx, 50*time.Millisecond)
	defer cancel()
	if j.Cost > 0 {
		select {
		case <-time.After(j.Cost):
		case <-ctx.Done():
			r.Err = timeoutError{j.ID}
			return
		}
	}
	r.Value, r.Err = j.Fn(context.WithValue(ctx, key("job"), j.ID))
	return
}

type key string

func Square(ctx context.Context) (any, error) {
	n, _ := ctx.Value(key("job")).(int)
	if n%4 == 0 {
		return nil, fmt.Errorf("square %d: %w", n, errFour)
	}
	return n * n, nil
}

var errFour = errors.New("multiple of four")

func main() {
	p := &Pool{jobs: make(chan *Job), results: make(chan Result, 4)}
	ctx, cancel := context.WithCancel(context.Background())
	for i := range 3 {
		p.wg.Add(1)
		go p.worker(ctx, i)
	}
	go func() {
		defer close(p.jobs)
		for i := 1; i <= 8; i++ {
			j := &Job{ID: i, Fn: Square}
			switch i {
			case 3:
				j.Cost = time.Hour
			case 5:
				j.Fn = func(context.Context) (any, error) { var p *Job; return p.ID, nil }
			case 6:
				j.Fn = func(context.Context) (any, error) { panic(errFour) }
			case 7:
				j.Fn = func(ctx context.Context) (any, error) { panic(fmt.Sprint("id ", ctx.Value(key("job")))) }
			}
			p.jobs <- j
		}
	}()
	go func() { p.wg.Wait(); close(p.results) }()
	var all []Result
	for r := range p.results {
		all = append(all, r)
	}
	sort.Slice(all, func(i, j int) bool { return all[i].Job.ID < all[j].Job.ID })
	for _, r := range all {
		var t interface{ Timeout() bool }
		var te timeoutError
		fmt.Printf("%d: %v %v four=%t timeout=%t deadline=%t as=%t\n", r.Job.ID, r.Value, r.Err,
			errors.Is(r.Err, errFour), errors.As(r.Err, &te), errors.Is(r.Err, context.DeadlineExceeded), errors.As(r.Err, &t))
	}
	cancel()
	fmt.Println(p.done.Load(), atomic.LoadInt32(&p.failed), ctx.Err(), context.Cause(ctx))
	c2, stop := context.WithCancelCause(context.Background())
	c3, _ := context.WithTimeout(c2, time.Minute)
	stop(errFour)
	<-c3.Done()
	fmt.Println(c3.Err(), context.Cause(c3), c2.Err())
	var once sync.Once
	for range 3 {
		once.Do(func() { fmt.Println("once") })
	}
	var m sync.Map
	m.Store("a", 1)
	v, loaded := m.LoadOrStore("a", 2)
	fmt.Println(v, loaded)
	m.Range(func(k, v any) bool { fmt.Println(k, v); return true })
	fmt.Println(context.Background(), ctx)
}
