package main

import (
	"context"
	"errors"
	"fmt"
	"sort"
	"sync"
	"time"
)

type Group struct {
	wg     sync.WaitGroup
	once   sync.Once
	err    error
	cancel context.CancelFunc
	sem    chan struct{}
}

func WithContext(ctx context.Context) (*Group, context.Context) {
	ctx, cancel := context.WithCancel(ctx)
	return &Group{cancel: cancel}, ctx
}

func (g *Group) SetLimit(n int) { g.sem = make(chan struct{}, n) }

func (g *Group) Go(f func() error) {
	if g.sem != nil {
		g.sem <- struct{}{}
	}
	g.wg.Add(1)
	go func() {
		defer g.wg.Done()
		defer func() {
			if g.sem != nil {
				<-g.sem
			}
		}()
		if err := f(); err != nil {
			g.once.Do(func() {
				g.err = err
				if g.cancel != nil {
					g.cancel()
				}
			})
		}
	}()
}

func (g *Group) Wait() error {
	g.wg.Wait()
	if g.cancel != nil {
		g.cancel()
	}
	return g.err
}

type result struct {
	id  int
	out string
}

var errBoom = errors.New("boom")

func fetch(ctx context.Context, id int) (string, error) {
	select {
	case <-ctx.Done():
		return "", fmt.Errorf("fetch %d: %w", id, ctx.Err())
	case <-time.After(time.Duration(id) * 10 * time.Millisecond):
		if id == 3 {
			return "", fmt.Errorf("fetch %d: %w", id, errBoom)
		}
		return fmt.Sprint("page", id), nil
	}
}

func fetchAll(ids ...int) ([]result, error) {
	g, ctx := WithContext(context.Background())
	var mu sync.Mutex
	var out []result
	for _, id := range ids {
		g.Go(func() error {
			s, err := fetch(ctx, id)
			if err != nil {
				return err
			}
			mu.Lock()
			defer mu.Unlock()
			out = append(out, result{id, s})
			return nil
		})
	}
	err := g.Wait()
	sort.Slice(out, func(i, j int) bool { return out[i].id < out[j].id })
	return out, err
}

type semaphore chan struct{}

func (s semaphore) acquire() { s <- struct{}{} }
func (s semaphore) release() { <-s }

func Main() {
	fmt.Println(fetchAll(1, 2))
	out, err := fetchAll(1, 2, 3, 5)
	fmt.Println(out, err, errors.Is(err, errBoom))
	var g Group
	g.SetLimit(2)
	running, peak := 0, 0
	var mu sync.Mutex
	for i := range 6 {
		g.Go(func() error {
			mu.Lock()
			running++
			peak = max(peak, running)
			mu.Unlock()
			time.Sleep(time.Millisecond)
			mu.Lock()
			running--
			mu.Unlock()
			if i == 99 {
				return errBoom
			}
			return nil
		})
	}
	fmt.Println(g.Wait(), peak <= 2, running)
	s := make(semaphore, 1)
	total := 0
	var wg sync.WaitGroup
	for i := range 10 {
		wg.Add(1)
		go func(n int) {
			defer wg.Done()
			s.acquire()
			defer s.release()
			total += n
		}(i)
	}
	wg.Wait()
	fmt.Println(total, len(s), cap(s))
	ticker := time.NewTicker(2 * time.Millisecond)
	n := 0
	timeout := time.After(15 * time.Millisecond)
loop:
	for {
		select {
		case <-ticker.C:
			if n++; n == 3 {
				ticker.Stop()
				break loop
			}
		case <-timeout:
			break loop
		}
	}
	fmt.Println("ticks", n)
	var nilch chan int
	select {
	case v := <-nilch:
		fmt.Println(v)
	default:
		fmt.Println("nil channel blocks")
	}
	timer := time.NewTimer(time.Hour)
	fmt.Println(timer.Stop(), timer.Reset(time.Millisecond))
	<-timer.C
	fired := make(chan string, 1)
	time.AfterFunc(time.Millisecond, func() { fired <- "fired" })
	fmt.Println(<-fired)
}

func main() { Main() }
