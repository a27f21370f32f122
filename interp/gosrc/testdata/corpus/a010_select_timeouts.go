package main

import (
	"context"
	"errors"
	"fmt"
	"time"
)

func main() {
	c := make(chan string)
	go func() {
		time.Sleep(30 * time.Millisecond)
		c <- "late"
	}()
	select {
	case v := <-c:
		fmt.Println(v)
	case <-time.After(5 * time.Millisecond):
		fmt.Println("timeout")
	}
	fmt.Println(<-c)
	tick := time.NewTicker(10 * time.Millisecond)
	done := time.After(35 * time.Millisecond)
	n := 0
loop:
	for {
		select {
		case <-tick.C:
			n++
		case <-done:
			tick.Stop()
			break loop
		}
	}
	fmt.Println("ticks", n)
	var nilc chan int
	select {
	case <-nilc:
		fmt.Println("never")
	default:
		fmt.Println("default")
	}
	b := make(chan int, 2)
	b <- 1
	b <- 2
	fmt.Println(len(b), cap(b))
	select {
	case b <- 3:
		fmt.Println("sent")
	default:
		fmt.Println("full")
	}
	close(b)
	for v := range b {
		fmt.Print(v, " ")
	}
	v, ok := <-b
	fmt.Println(v, ok)
	timer := time.AfterFunc(time.Hour, func() { fmt.Println("no") })
	fmt.Println(timer.Stop(), timer.Stop())
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Millisecond)
	defer cancel()
	select {
	case <-ctx.Done():
		fmt.Println(ctx.Err(), errors.Is(ctx.Err(), context.DeadlineExceeded))
	case <-time.After(time.Second):
		fmt.Println("slow")
	}
}
