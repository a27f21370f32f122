package main

import (
	"errors"
	"fmt"
	"sort"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

type Job struct {
	ID int
	In string
}
type Result struct {
	Job
	Out string
	Err error
}

func worker(id int, jobs <-chan Job, results chan<- Result, wg *sync.WaitGroup) {
	defer wg.Done()
	for j := range jobs {
		r := Result{Job: j}
		func() {
			defer func() {
				if p := recover(); p != nil {
					r.Err = fmt.Errorf("job %d panicked: %v", j.ID, p)
				}
			}()
			if j.ID%4 == 0 {
				panic("bad id " + strconv.Itoa(j.ID))
			}
			r.Out = strings.ToUpper(j.In)
		}()
		results <- r
	}
}

type semaphore chan struct{}

func (s semaphore) acquire() { s <- struct{}{} }
func (s semaphore) release() { <-s }

func main() {
	jobs := make(chan Job)
	results := make(chan Result, 3)
	var wg sync.WaitGroup
	for w := range 3 {
		wg.Add(1)
		go worker(w, jobs, results, &wg)
	}
	go func() {
		for i, s := range []string{"a", "b", "c", "d", "e", "f"} {
			jobs <- Job{i + 1, s}
		}
		close(jobs)
		wg.Wait()
		close(results)
	}()
	var all []Result
	for r := range results {
		all = append(all, r)
	}
	sort.Slice(all, func(i, j int) bool { return all[i].ID < all[j].ID })
	for _, r := range all {
		fmt.Printf("%d %q %v\n", r.ID, r.Out, r.Err)
	}
	sem := make(semaphore, 2)
	var cur, peak int32
	var wg2 sync.WaitGroup
	for range 6 {
		wg2.Add(1)
		go func() {
			defer wg2.Done()
			sem.acquire()
			defer sem.release()
			c := atomic.AddInt32(&cur, 1)
			for {
				p := atomic.LoadInt32(&peak)
				if c <= p || atomic.CompareAndSwapInt32(&peak, p, c) {
					break
				}
			}
			time.Sleep(time.Millisecond)
			atomic.AddInt32(&cur, -1)
		}()
	}
	wg2.Wait()
	fmt.Println(peak <= 2, cur)
	errc := make(chan error, 1)
	go func() { errc <- errors.New("async") }()
	fmt.Println(<-errc)
	ping, pong := make(chan string), make(chan string)
	go func() {
		for m := range ping {
			pong <- m + "-pong"
		}
		close(pong)
	}()
	for i := range 2 {
		ping <- fmt.Sprint("ping", i)
		fmt.Println(<-pong)
	}
	close(ping)
	_, ok := <-pong
	fmt.Println(ok)
}
