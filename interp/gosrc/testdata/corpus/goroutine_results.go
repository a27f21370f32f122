package main

import (
	"errors"
	"fmt"
	"sync"
)

type Job struct {
	ID   int
	Data []int
}
type Result struct {
	Job
	Sum int
	By  int
}

func worker(id int, jobs <-chan Job, out chan<- Result, wg *sync.WaitGroup) {
	defer wg.Done()
	for j := range jobs {
		s := 0
		for _, d := range j.Data {
			s += d
		}
		out <- Result{j, s, id}
	}
}

type SafeMap struct {
	sync.RWMutex
	m map[string]int
}

func (s *SafeMap) Inc(k string) {
	s.Lock()
	defer s.Unlock()
	s.m[k]++
}
func (s *SafeMap) Get(k string) int {
	s.RLock()
	defer s.RUnlock()
	return s.m[k]
}

func pingpong(n int) (log []string) {
	ping, pong := make(chan int), make(chan int)
	done := make(chan struct{})
	go func() {
		for v := range ping {
			pong <- v + 1
		}
		close(done)
	}()
	for i := 0; i < n; i++ {
		ping <- i
		log = append(log, fmt.Sprint(i, "->", <-pong))
	}
	close(ping)
	<-done
	return
}

func Main() {
	jobs, out := make(chan Job), make(chan Result, 10)
	var wg sync.WaitGroup
	for i := range 3 {
		wg.Add(1)
		go worker(i, jobs, out, &wg)
	}
	for i := range 6 {
		jobs <- Job{i, []int{i, i * 2}}
	}
	close(jobs)
	wg.Wait()
	close(out)
	sums := map[int]int{}
	for r := range out {
		sums[r.ID] = r.Sum
	}
	fmt.Println(sums)
	sm := &SafeMap{m: map[string]int{}}
	var wg2 sync.WaitGroup
	for i := range 10 {
		wg2.Add(1)
		go func() {
			defer wg2.Done()
			sm.Inc([]string{"a", "b"}[i%2])
		}()
	}
	wg2.Wait()
	fmt.Println(sm.Get("a"), sm.Get("b"))
	fmt.Println(pingpong(3))
	errc := make(chan error, 3)
	for i := range 3 {
		go func() {
			if i == 2 {
				errc <- fmt.Errorf("task %d failed", i)
				return
			}
			errc <- nil
		}()
	}
	var errs []error
	for range 3 {
		if err := <-errc; err != nil {
			errs = append(errs, err)
		}
	}
	fmt.Println(errors.Join(errs...))
	tick := make(chan struct{})
	go func() {
		defer close(tick)
		for range 3 {
			tick <- struct{}{}
		}
	}()
	n := 0
	for range tick {
		n++
	}
	fmt.Println(n)
	var cond = sync.NewCond(&sync.Mutex{})
	ready := false
	go func() {
		cond.L.Lock()
		ready = true
		cond.L.Unlock()
		cond.Broadcast()
	}()
	cond.L.Lock()
	for !ready {
		cond.Wait()
	}
	cond.L.Unlock()
	fmt.Println(ready)
	future := func(f func() int) <-chan int {
		c := make(chan int, 1)
		go func() { c <- f() }()
		return c
	}
	a, b := future(func() int { return 1 }), future(func() int { return 2 })
	fmt.Println(<-a + <-b)
	var m sync.Map
	m.Store("k", 1)
	v, ok := m.Load("k")
	fmt.Println(v, ok)
}

func main() { Main() }
