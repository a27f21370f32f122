package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"
)

type key string

const userKey key = "user"

type requestID int

func handle(ctx context.Context, name string) string {
	if u, ok := ctx.Value(userKey).(string); ok {
		return name + " for " + u
	}
	return name + " anonymous"
}

func slow(ctx context.Context, d time.Duration) error {
	select {
	case <-time.After(d):
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func worker(ctx context.Context, id int, jobs <-chan int, out chan<- string, wg *sync.WaitGroup) {
	defer wg.Done()
	for {
		select {
		case <-ctx.Done():
			out <- fmt.Sprintf("worker %d: %v", id, ctx.Err())
			return
		case j, ok := <-jobs:
			if !ok {
				out <- fmt.Sprintf("worker %d: done", id)
				return
			}
			out <- fmt.Sprintf("worker %d: job %d", id, j)
		}
	}
}

func Main() {
	ctx := context.WithValue(context.Background(), userKey, "ann")
	fmt.Println(handle(ctx, "page"))
	fmt.Println(handle(context.Background(), "page"))
	fmt.Println(ctx.Value(key("other")), ctx.Value("user"))

	t, cancel := context.WithTimeout(ctx, 20*time.Millisecond)
	defer cancel()
	err := slow(t, 5*time.Second)
	fmt.Println(err, errors.Is(err, context.DeadlineExceeded), err == context.DeadlineExceeded)
	fmt.Println(slow(context.Background(), time.Millisecond))
	_, has := t.Deadline()
	fmt.Println(has, handle(t, "sub"))

	c, stop := context.WithCancel(context.Background())
	child, stopChild := context.WithCancel(c)
	defer stopChild()
	fmt.Println(c.Err(), child.Err())
	stop()
	<-child.Done()
	fmt.Println(c.Err(), child.Err(), errors.Is(child.Err(), context.Canceled))

	cc, fail := context.WithCancelCause(context.Background())
	fail(errors.New("disk full"))
	fmt.Println(cc.Err(), context.Cause(cc))

	jobs, out := make(chan int), make(chan string, 10)
	var wg sync.WaitGroup
	wctx, quit := context.WithCancel(context.Background())
	wg.Add(1)
	go worker(wctx, 1, jobs, out, &wg)
	jobs <- 1
	jobs <- 2
	quit()
	wg.Wait()
	close(out)
	for s := range out {
		fmt.Println(s)
	}
}

func main() { Main() }
