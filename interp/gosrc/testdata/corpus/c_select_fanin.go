package main

import (
	"context"
	"fmt"
	"time"
)

type Job struct{ ID, N int }
type Res struct {
	Job
	Out int
	By  string
}
type Stage[In, Out any] func(<-chan In) <-chan Out

func Pipe[A, B, C any](f Stage[A, B], g Stage[B, C]) Stage[A, C] {
	return func(in <-chan A) <-chan C { return g(f(in)) }
}
func MapStage[A, B any](f func(A) B) Stage[A, B] {
	return func(in <-chan A) <-chan B {
		out := make(chan B)
		go func() {
			defer close(out)
			for a := range in {
				out <- f(a)
			}
		}()
		return out
	}
}
func Source[T any](xs ...T) <-chan T {
	ch := make(chan T, len(xs))
	for _, x := range xs {
		ch <- x
	}
	close(ch)
	return ch
}

type Broker struct {
	sub, unsub chan chan string
	pub        chan string
	quit       chan struct{}
}

func NewBroker() *Broker {
	b := &Broker{make(chan chan string), make(chan chan string), make(chan string), make(chan struct{})}
	go b.run()
	return b
}
func (b *Broker) run() {
	subs := map[chan string]bool{}
	for {
		select {
		case s := <-b.sub:
			subs[s] = true
		case s := <-b.unsub:
			delete(subs, s)
			close(s)
		case m := <-b.pub:
			for s := range subs {
				select {
				case s <- m:
				default:
				}
			}
		case <-b.quit:
			for s := range subs {
				close(s)
			}
			return
		}
	}
}

func main() {
	sq := MapStage(func(j Job) Res { return Res{Job: j, Out: j.N * j.N, By: "sq"} })
	str := MapStage(func(r Res) string { return fmt.Sprintf("%d:%d by %s", r.ID, r.Out, r.By) })
	for s := range Pipe(sq, str)(Source(Job{1, 2}, Job{2, 3})) {
		fmt.Println(s)
	}
	b := NewBroker()
	s1, s2 := make(chan string, 3), make(chan string, 1)
	b.sub <- s1
	b.sub <- s2
	b.pub <- "one"
	b.pub <- "two"
	b.unsub <- s2
	b.pub <- "three"
	close(b.quit)
	for m := range s1 {
		fmt.Print(m, " ")
	}
	for m := range s2 {
		fmt.Print("/", m)
	}
	fmt.Println()
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
				fmt.Print("v", v, " ")
			case <-time.After(time.Second):
				fmt.Println("timeout")
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
	var in, out chan int
	buf := []int{}
	in = make(chan int, 3)
	for i := range 3 {
		in <- i * 10
	}
	close(in)
	sink := make(chan int, 10)
	for in != nil || len(buf) > 0 {
		var first int
		if out = nil; len(buf) > 0 {
			out, first = sink, buf[0]
		}
		select {
		case v, ok := <-in:
			if !ok {
				in = nil
				continue
			}
			buf = append(buf, v)
		case out <- first:
			buf = buf[1:]
		}
	}
	fmt.Println(len(sink), <-sink, <-sink, <-sink)
	errs := make(chan error, 1)
	go func() {
		defer func() { errs <- fmt.Errorf("recovered: %v", recover()) }()
		var c chan int
		close(c)
	}()
	fmt.Println(<-errs)
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Millisecond)
	defer cancel()
	select {
	case <-ctx.Done():
		fmt.Println(ctx.Err(), context.Cause(ctx))
	case <-make(chan int):
	}
	<-make(chan bool)
}
