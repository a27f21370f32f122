package main

import (
	"context"
	"errors"
	"fmt"
	"time"
)

type key int

const (
	userKey key = iota
	traceKey
)

type user struct{ name string }

func worker(ctx context.Context, name string, steps int) error {
	for i := range steps {
		select {
		case <-ctx.Done():
			return fmt.Errorf("%s at %d: %w", name, i, ctx.Err())
		case <-time.After(10 * time.Millisecond):
		}
	}
	return nil
}

func who(ctx context.Context) string {
	if u, ok := ctx.Value(userKey).(*user); ok {
		return u.name
	}
	return "nobody"
}

func main() {
	root := context.Background()
	ctx := context.WithValue(root, userKey, &user{"ann"})
	ctx = context.WithValue(ctx, traceKey, "t-1")
	fmt.Println(who(root), who(ctx), ctx.Value(traceKey), ctx.Value(0), ctx.Value("x"))
	c1, cancel := context.WithCancel(ctx)
	c2, cancel2 := context.WithTimeout(c1, 35*time.Millisecond)
	defer cancel2()
	fmt.Println(worker(c2, "short", 2), c2.Err())
	err := worker(c2, "long", 50)
	fmt.Println(err, errors.Is(err, context.DeadlineExceeded), c1.Err())
	errs := make(chan error)
	go func() { errs <- worker(c1, "bg", 1000) }()
	time.Sleep(15 * time.Millisecond)
	cancel()
	err = <-errs
	fmt.Println(err, errors.Is(err, context.Canceled), who(c1))
	c3, cancel3 := context.WithCancelCause(root)
	cancel3(errors.New("my reason"))
	fmt.Println(c3.Err(), context.Cause(c3))
	_, has := root.Deadline()
	_, has2 := c2.Deadline()
	fmt.Println(has, has2)
	stop := context.AfterFunc(c3, func() { fmt.Println("after c3") })
	time.Sleep(time.Millisecond)
	fmt.Println(stop())
	fmt.Println(context.WithoutCancel(c3).Err(), context.TODO())
}
