package main

import (
	"context"
	"fmt"
	"strconv"
	"sync"
)

func gen(ctx context.Context, n int) <-chan int {
	ch := make(chan int)
	go func() {
		defer close(ch)
		for i := 1; i <= n; i++ {
			select {
			case ch <- i:
			case <-ctx.Done():
				return
			}
		}
	}()
	return ch
}

func mapc[A, B any](in <-chan A, f func(A) B) <-chan B {
	out := make(chan B, 2)
	go func() {
		defer close(out)
		for v := range in {
			out <- f(v)
		}
	}()
	return out
}

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	sum := 0
	for s := range mapc(mapc(gen(ctx, 10), func(i int) int { return i * i }), strconv.Itoa) {
		n, _ := strconv.Atoi(s)
		sum += n
		fmt.Print(s, " ")
	}
	fmt.Println("=", sum)
	cancel()
	<-ctx.Done()
	fmt.Println(ctx.Err(), context.Cause(ctx))
	var wg sync.WaitGroup
	var mu sync.Mutex
	counts := map[int]int{}
	for i := 0; i < 20; i++ {
		wg.Add(1)
		go func(id int) {
			defer wg.Done()
			mu.Lock()
			defer mu.Unlock()
			counts[id%4]++
		}(i)
	}
	wg.Wait()
	fmt.Println(counts)
}
