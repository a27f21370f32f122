package main

import (
	"errors"
	"fmt"
	"sort"
	"sync"
)

type Stage[I, O any] func(<-chan I) <-chan O

func Source[T any](xs ...T) <-chan T {
	out := make(chan T, len(xs))
	for _, x := range xs {
		out <- x
	}
	close(out)
	return out
}
func MapC[I, O any](f func(I) O) Stage[I, O] {
	return func(in <-chan I) <-chan O {
		out := make(chan O)
		go func() {
			defer close(out)
			for v := range in {
				out <- f(v)
			}
		}()
		return out
	}
}
func Merge[T any](cs ...<-chan T) <-chan T {
	var wg sync.WaitGroup
	out := make(chan T)
	for _, c := range cs {
		wg.Add(1)
		go func(c <-chan T) {
			defer wg.Done()
			for v := range c {
				out <- v
			}
		}(c)
	}
	go func() { wg.Wait(); close(out) }()
	return out
}
func Collect[T any](in <-chan T) (out []T) {
	for v := range in {
		out = append(out, v)
	}
	return
}

type Event struct {
	At   int
	Name string
}

func ticker(n int, stop <-chan struct{}) <-chan int {
	c := make(chan int)
	go func() {
		defer close(c)
		for i := 0; i < n; i++ {
			select {
			case c <- i:
			case <-stop:
				return
			}
		}
	}()
	return c
}
func Main() {
	sq := MapC(func(i int) int { return i * i })
	str := MapC(func(i int) string { return fmt.Sprintf("<%d>", i) })
	fmt.Println(Collect(str(sq(Source(1, 2, 3)))))
	all := Collect(Merge(Source(1, 2), sq(Source(10)), Source[int]()))
	sort.Ints(all)
	fmt.Println(all)
	stop := make(chan struct{})
	sum := 0
	for v := range ticker(100, stop) {
		sum += v
		if v == 4 {
			close(stop)
			break
		}
	}
	fmt.Println(sum)
	evs := make(chan Event, 3)
	evs <- Event{1, "a"}
	evs <- Event{2, "b"}
	close(evs)
	e, ok := <-evs
	fmt.Println(e, ok, len(evs), cap(evs))
	e, ok = <-evs
	fmt.Println(e, ok)
	e, ok = <-evs
	fmt.Printf("%+v %v\n", e, ok)
	var nilc chan int
	select {
	case v := <-nilc:
		fmt.Println(v)
	default:
		fmt.Println("nil channel never ready")
	}
	errc := make(chan error, 2)
	errc <- nil
	errc <- errors.New("late")
	for i := 0; i < cap(errc); i++ {
		switch err := <-errc; {
		case err == nil:
			fmt.Println("fine")
		default:
			fmt.Println("err:", err)
		}
	}
	fns := make(chan func() string, 1)
	fns <- func() string { return "called" }
	fmt.Println((<-fns)())
	cc := make(chan chan int, 1)
	c := make(chan int, 1)
	cc <- c
	(<-cc) <- 7
	fmt.Println(<-c)
	defer func() {
		fmt.Println("recovered:", recover())
		defer func() { fmt.Println("again:", recover()) }()
		close(c)
		c <- 1
	}()
	close(stop)
}

func main() { Main() }
