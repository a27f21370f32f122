package main

import (
	"errors"
	"fmt"
	"time"
)

type job struct {
	id   int
	work func() int
}

type result struct {
	id  int
	val int
	err error
}

func worker(jobs <-chan job, results chan<- result) {
	for j := range jobs {
		results <- func() (r result) {
			defer func() {
				if x := recover(); x != nil {
					r = result{id: j.id, err: fmt.Errorf("job %d: %v", j.id, x)}
				}
			}()
			return result{id: j.id, val: j.work()}
		}()
	}
}

func main() {
	jobs := make(chan job, 5)
	results := make(chan result, 5)
	go worker(jobs, results)
	var empty []int
	jobs <- job{1, func() int { return 42 }}
	jobs <- job{2, func() int { return empty[3] }}
	jobs <- job{3, func() int { var p *job; return p.id }}
	jobs <- job{4, func() int { panic(errors.New("custom")) }}
	close(jobs)
	for i := 0; i < 4; i++ {
		r := <-results
		fmt.Println(r.id, r.val, r.err)
	}
	done := make(chan bool)
	go func() {
		defer close(done)
		defer fmt.Println("goroutine cleanup")
		panic("nobody catches this")
	}()
	<-done
	time.Sleep(time.Second)
	fmt.Println("not reached")
}
