package main

import (
	"context"
	"errors"
	"fmt"
	"time"
)

type ctxKey string
type userKey struct{}

func handler(ctx context.Context, log func(string)) error {
	u, ok := ctx.Value(userKey{}).(string)
	if !ok {
		return errors.New("no user")
	}
	log("user " + u)
	if rid := ctx.Value(ctxKey("rid")); rid != nil {
		log(fmt.Sprint("rid ", rid))
	}
	select {
	case <-ctx.Done():
		return fmt.Errorf("handler: %w", ctx.Err())
	default:
		return nil
	}
}

func main() {
	var logs []string
	log := func(s string) { logs = append(logs, s) }
	bg := context.Background()
	fmt.Println(handler(bg, log))
	ctx := context.WithValue(bg, userKey{}, "ann")
	ctx = context.WithValue(ctx, ctxKey("rid"), 42)
	fmt.Println(handler(ctx, log), ctx.Value("rid"))
	c2, cancel := context.WithCancelCause(ctx)
	cancel(errors.New("because"))
	err := handler(c2, log)
	fmt.Println(err, errors.Is(err, context.Canceled), context.Cause(c2))
	fmt.Println(logs)
	c3, stop := context.WithTimeout(bg, 5*time.Millisecond)
	defer stop()
	_, has := c3.Deadline()
	child, cstop := context.WithCancel(c3)
	defer cstop()
	<-child.Done()
	fmt.Println(has, child.Err(), c3.Err() == context.DeadlineExceeded)
	fmt.Println(bg, context.TODO())
	after := make(chan string, 1)
	c4, cancel4 := context.WithCancel(bg)
	context.AfterFunc(c4, func() { after <- "after" })
	cancel4()
	fmt.Println(<-after)
	c5 := context.WithoutCancel(c4)
	fmt.Println(c5.Err(), c4.Err())
}
