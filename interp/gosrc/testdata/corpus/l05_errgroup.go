package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"
)

type Group struct {
	wg     sync.WaitGroup
	once   sync.Once
	err    error
	cancel context.CancelCauseFunc
	sem    chan struct{}
}

func WithContext(ctx context.Context, limit int) (*Group, context.Context) {
	ctx, cancel := context.WithCancelCause(ctx)
	g := &Group{cancel: cancel}
	if limit > 0 {
		g.sem = make(chan struct{}, limit)
	}
	return g, ctx
}
func (g *Group) Go(f func() error) {
	if g.sem != nil {
		g.sem <- struct{}{}
	}
	g.wg.Add(1)
	go func() {
		defer func() {
			if g.sem != nil {
				<-g.sem
			}
			g.wg.Done()
		}()
		if err := f(); err != nil {
			g.once.Do(func() {
				g.err = err
				if g.cancel != nil {
					g.cancel(err)
				}
			})
		}
	}()
}
func (g *Group) Wait() error {
	g.wg.Wait()
	if g.cancel != nil {
		g.cancel(g.err)
	}
	return g.err
}

type Stats struct {
	sync.Mutex
	byWorker map[int][]int
}

func (s *Stats) add(w, v int) {
	s.Lock()
	defer s.Unlock()
	s.byWorker[w] = append(s.byWorker[w], v)
}

type Future[T any] struct {
	done chan struct{}
	val  T
	err  error
}

func Async[T any](f func() (T, error)) *Future[T] {
	fu := &Future[T]{done: make(chan struct{})}
	go func() {
		defer close(fu.done)
		fu.val, fu.err = f()
	}()
	return fu
}
func (f *Future[T]) Await(ctx context.Context) (T, error) {
	select {
	case <-f.done:
		return f.val, f.err
	case <-ctx.Done():
		var zero T
		return zero, fmt.Errorf("await: %w", context.Cause(ctx))
	}
}
func All[T any](ctx context.Context, fs ...*Future[T]) (out []T, err error) {
	for i, f := range fs {
		v, e := f.Await(ctx)
		if e != nil {
			err = errors.Join(err, fmt.Errorf("future %d: %w", i, e))
			continue
		}
		out = append(out, v)
	}
	return
}

type Broadcaster[T any] struct {
	mu   sync.Mutex
	subs map[int]chan T
	next int
}

func (b *Broadcaster[T]) Sub(n int) (<-chan T, func()) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.subs == nil {
		b.subs = map[int]chan T{}
	}
	id := b.next
	b.next++
	c := make(chan T, n)
	b.subs[id] = c
	return c, sync.OnceFunc(func() {
		b.mu.Lock()
		defer b.mu.Unlock()
		delete(b.subs, id)
		close(c)
	})
}
func (b *Broadcaster[T]) Send(v T) (sent, dropped int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, c := range b.subs {
		select {
		case c <- v:
			sent++
		default:
			dropped++
		}
	}
	return
}

func main() {
	g, ctx := WithContext(context.Background(), 2)
	st := Stats{byWorker: map[int][]int{}}
	boom := errors.New("boom")
	for i := range 6 {
		g.Go(func() error {
			select {
			case <-ctx.Done():
				return ctx.Err()
			case <-time.After(time.Duration(i+1) * 3 * time.Millisecond):
			}
			if i == 3 {
				return fmt.Errorf("task %d: %w", i, boom)
			}
			st.add(i%2, i)
			return nil
		})
	}
	err := g.Wait()
	fmt.Println(err, errors.Is(err, boom), context.Cause(ctx) == err, ctx.Err())
	fmt.Println(st.byWorker[0], st.byWorker[1])
	c2, cancel := context.WithTimeoutCause(context.Background(), 20*time.Millisecond, errors.New("too slow"))
	defer cancel()
	fast := Async(func() (string, error) { return "fast", nil })
	slow := Async(func() (string, error) { time.Sleep(time.Second); return "slow", nil })
	bad := Async(func() (string, error) { return "", boom })
	vs, err := All(c2, fast, bad, slow)
	fmt.Println(vs, err, errors.Is(err, boom))
	var b Broadcaster[string]
	s1, stop1 := b.Sub(1)
	s2, stop2 := b.Sub(3)
	fmt.Println(b.Send("a"))
	fmt.Println(b.Send("b"))
	stop1()
	stop1()
	fmt.Println(b.Send("c"))
	stop2()
	for v := range s1 {
		fmt.Print(v, " ")
	}
	for v := range s2 {
		fmt.Print(v, " ")
	}
	fmt.Println(b.Send("d"))
}
