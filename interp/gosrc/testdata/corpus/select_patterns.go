package main

import (
	"fmt"
	"time"
)

type event struct {
	at   int
	name string
}

func producer(names ...string) <-chan event {
	out := make(chan event)
	go func() {
		defer close(out)
		for i, n := range names {
			time.Sleep(10 * time.Millisecond)
			out <- event{i, n}
		}
	}()
	return out
}

func main() {
	in := producer("a", "b", "c")
	timeout := time.After(time.Second)
	for open := true; open; {
		select {
		case e, ok := <-in:
			if !ok {
				open = false
				break
			}
			fmt.Println(e.at, e.name)
		case <-timeout:
			fmt.Println("timeout")
			return
		}
	}
	slow := make(chan int)
	select {
	case v := <-slow:
		fmt.Println(v)
	case <-time.After(20 * time.Millisecond):
		fmt.Println("too slow")
	}
	select {
	case v, ok := <-slow:
		fmt.Println(v, ok)
	default:
		fmt.Println("nothing ready")
	}
	buf := make(chan int, 2)
	for i := range 4 {
		select {
		case buf <- i:
			fmt.Println("sent", i, len(buf), cap(buf))
		default:
			fmt.Println("full", i)
		}
	}
	close(buf)
	for v := range buf {
		fmt.Println("drained", v)
	}
	v, ok := <-buf
	fmt.Println(v, ok)
	var never chan string
	tick := time.NewTicker(5 * time.Millisecond)
	n := 0
	for n < 3 {
		select {
		case <-never:
			fmt.Println("impossible")
		case <-tick.C:
			n++
		}
	}
	tick.Stop()
	fmt.Println("ticks", n)
	done := make(chan struct{})
	time.AfterFunc(5*time.Millisecond, func() { fmt.Println("after func"); close(done) })
	<-done
	t := time.NewTimer(time.Hour)
	fmt.Println(t.Stop(), t.Reset(time.Millisecond))
	<-t.C
	fmt.Println("end")
}
