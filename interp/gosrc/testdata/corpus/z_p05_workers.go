package main

import (
	"cmp"
	"fmt"
	"slices"
	"sync"
)

type job struct {
	id int
	in []int
}
type result struct {
	id, sum int
	err     error
}

func worker(id int, jobs <-chan job, out chan<- result, wg *sync.WaitGroup) {
	defer wg.Done()
	for j := range jobs {
		r := result{id: j.id}
		func() {
			defer func() {
				if p := recover(); p != nil {
					r.err = fmt.Errorf("job %d: %v", j.id, p)
				}
			}()
			for _, v := range j.in {
				r.sum += 100 / v
			}
		}()
		out <- r
	}
}

func main() {
	jobs, out := make(chan job), make(chan result, 10)
	var wg sync.WaitGroup
	for i := range 3 {
		wg.Add(1)
		go worker(i, jobs, out, &wg)
	}
	go func() {
		defer close(jobs)
		for i := 1; i <= 5; i++ {
			j := job{id: i, in: []int{i, i * 2}}
			if i == 4 {
				j.in = append(j.in, 0)
			}
			jobs <- j
		}
	}()
	go func() { wg.Wait(); close(out) }()
	var all []result
	for r := range out {
		all = append(all, r)
	}
	slices.SortFunc(all, func(a, b result) int { return cmp.Compare(a.id, b.id) })
	for _, r := range all {
		fmt.Printf("%d %d %v\n", r.id, r.sum, r.err)
	}
	var once sync.Once
	var mu sync.RWMutex
	n := 0
	var wg2 sync.WaitGroup
	for range 10 {
		wg2.Go(func() {
			once.Do(func() { fmt.Println("once") })
			mu.Lock()
			defer mu.Unlock()
			n++
		})
	}
	wg2.Wait()
	mu.RLock()
	fmt.Println(n)
	mu.RUnlock()
	done := make(chan struct{})
	ticks := make(chan int)
	go func() {
		for i := 0; ; i++ {
			select {
			case ticks <- i:
			case <-done:
				close(ticks)
				return
			}
		}
	}()
	fmt.Println(<-ticks, <-ticks)
	close(done)
	for range ticks {
	}
	select {
	case v, ok := <-ticks:
		fmt.Println(v, ok)
	default:
		fmt.Println("none")
	}
}
