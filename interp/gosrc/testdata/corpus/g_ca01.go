package main

import (
	"errors"
	"fmt"
	"sort"
	"strings"
	"sync"
	"time"
)

type Level int

const (
	Debug Level = iota
	Info
	Error
)

func (l Level) String() string { return [...]string{"DEBUG", "INFO", "ERROR"}[l] }

type Entry struct {
	Level
	Msg    string
	Fields map[string]any
}

type Sink interface{ Write(Entry) error }
type SinkFunc func(Entry) error

func (f SinkFunc) Write(e Entry) error { return f(e) }

type Middleware func(Sink) Sink

func Chain(s Sink, ms ...Middleware) Sink {
	for i := len(ms) - 1; i >= 0; i-- {
		s = ms[i](s)
	}
	return s
}

func Filter(min Level) Middleware {
	return func(next Sink) Sink {
		return SinkFunc(func(e Entry) error {
			if e.Level < min {
				return nil
			}
			return next.Write(e)
		})
	}
}

func Retry(n int) Middleware {
	return func(next Sink) Sink {
		return SinkFunc(func(e Entry) (err error) {
			for i := range n {
				if err = next.Write(e); err == nil {
					return
				}
				err = fmt.Errorf("attempt %d: %w", i+1, err)
			}
			return
		})
	}
}

type flaky struct {
	fails int
	lines []string
}

var errDown = errors.New("sink down")

func (f *flaky) Write(e Entry) error {
	if f.fails > 0 {
		f.fails--
		return errDown
	}
	keys := make([]string, 0, len(e.Fields))
	for k := range e.Fields {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	var sb strings.Builder
	fmt.Fprintf(&sb, "[%-5s] %s", e.Level, e.Msg)
	for _, k := range keys {
		fmt.Fprintf(&sb, " %s=%v", k, e.Fields[k])
	}
	f.lines = append(f.lines, sb.String())
	return nil
}

type Scheduler struct {
	mu    sync.Mutex
	tasks map[time.Duration][]func()
	now   time.Duration
}

func (s *Scheduler) At(d time.Duration, f func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.tasks == nil {
		s.tasks = map[time.Duration][]func(){}
	}
	s.tasks[d] = append(s.tasks[d], f)
}

func (s *Scheduler) Run(until time.Duration) (ran int) {
	for {
		s.mu.Lock()
		best := time.Duration(-1)
		for d := range s.tasks {
			if d <= until && (best < 0 || d < best) {
				best = d
			}
		}
		if best < 0 {
			s.mu.Unlock()
			return
		}
		fs := s.tasks[best]
		delete(s.tasks, best)
		s.now = best
		s.mu.Unlock()
		for _, f := range fs {
			f()
			ran++
		}
	}
}

func main() {
	f := &flaky{fails: 2}
	s := Chain(f, Filter(Info), Retry(2))
	fmt.Println(s.Write(Entry{Debug, "hidden", nil}))
	err := s.Write(Entry{Error, "boom", map[string]any{"z": 1, "a": []int{1}, "e": errDown, "l": Info}})
	fmt.Println(err, errors.Is(err, errDown), f.fails)
	fmt.Println(s.Write(Entry{Info, "ok", map[string]any{"d": 1500 * time.Millisecond, "n": nil}}), f.lines)
	fmt.Printf("%v %+v %T\n", Entry{Info, "m", nil}, Entry{Level: Error}, s)
	var sch Scheduler
	var trace []string
	for i, d := range []time.Duration{3, 1, 2, 1} {
		sch.At(d*time.Second, func() {
			trace = append(trace, fmt.Sprint(i, "@", sch.now))
			if i == 2 {
				sch.At(sch.now+500*time.Millisecond, func() { trace = append(trace, "nested@"+sch.now.String()) })
			}
		})
	}
	fmt.Println(sch.Run(2500*time.Millisecond), trace, len(sch.tasks))
	results := make(chan string, 3)
	var wg sync.WaitGroup
	for name, d := range map[string]time.Duration{"slow": 30, "fast": 1, "mid": 15} {
		wg.Add(1)
		go func() {
			defer wg.Done()
			time.Sleep(d * time.Millisecond)
			results <- name
		}()
	}
	wg.Wait()
	close(results)
	for r := range results {
		fmt.Print(r, " ")
	}
	fmt.Println()
	defer func() {
		if r := recover(); r != nil {
			fmt.Printf("%v %T\n", r, r)
			panic(fmt.Errorf("wrapped: %v", r))
		}
	}()
	fmt.Println(Entry{Level: 7})
	_ = f.lines[len(f.lines)+1]
}
