package main

import (
	"errors"
	"fmt"
	"sort"
	"sync"
	"sync/atomic"
)

type Job struct {
	ID int
	N  int
}
type Result struct {
	Job
	Out int
	Err error
}

var ErrNeg = errors.New("negative")

func work(j Job) (r Result) {
	r.Job = j
	if j.N < 0 {
		r.Err = fmt.Errorf("job %d: %w", j.ID, ErrNeg)
		return
	}
	r.Out = j.N * j.N
	return
}
func pool(n int, jobs []Job) []Result {
	in, out := make(chan Job), make(chan Result)
	var wg sync.WaitGroup
	for i := 0; i < n; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for j := range in {
				out <- work(j)
			}
		}()
	}
	go func() {
		for _, j := range jobs {
			in <- j
		}
		close(in)
		wg.Wait()
		close(out)
	}()
	var rs []Result
	for r := range out {
		rs = append(rs, r)
	}
	sort.Slice(rs, func(i, j int) bool { return rs[i].ID < rs[j].ID })
	return rs
}
func Main() {
	for _, r := range pool(3, []Job{{1, 2}, {2, -1}, {3, 5}, {4, 0}}) {
		fmt.Println(r.ID, r.Out, r.Err, errors.Is(r.Err, ErrNeg))
	}
	var total atomic.Int64
	var once sync.Once
	var wg sync.WaitGroup
	for i := range 10 {
		wg.Add(1)
		go func(k int) {
			defer wg.Done()
			once.Do(func() { total.Add(1000) })
			total.Add(int64(k))
		}(i)
	}
	wg.Wait()
	fmt.Println(total.Load())
	sem := make(chan struct{}, 2)
	var mu sync.Mutex
	active, peak := 0, 0
	for i := range 6 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			sem <- struct{}{}
			defer func() { <-sem }()
			mu.Lock()
			active++
			peak = max(peak, active)
			mu.Unlock()
			_ = i
			mu.Lock()
			active--
			mu.Unlock()
		}()
	}
	wg.Wait()
	fmt.Println(peak <= 2, active)
	done := make(chan bool)
	data := make(chan string, 1)
	go func() { defer close(done); data <- "x" }()
	<-done
	select {
	case s, ok := <-data:
		fmt.Println(s, ok)
	default:
		fmt.Println("none")
	}
}

func main() { Main() }
