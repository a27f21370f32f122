package main

import (
	"context"
	"errors"
	"fmt"
	"sort"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

type Task func(ctx context.Context) (string, error)

type Group struct {
	wg     sync.WaitGroup
	once   sync.Once
	err    error
	cancel context.CancelCauseFunc
}

func WithContext(ctx context.Context) (*Group, context.Context) {
	ctx, cancel := context.WithCancelCause(ctx)
	return &Group{cancel: cancel}, ctx
}
func (g *Group) Go(f func() error) {
	g.wg.Add(1)
	go func() {
		defer g.wg.Done()
		if err := f(); err != nil {
			g.once.Do(func() {
				g.err = err
				g.cancel(err)
			})
		}
	}()
}
func (g *Group) Wait() error { g.wg.Wait(); g.cancel(nil); return g.err }

type PanicError struct{ V any }

func (p PanicError) Error() string { return fmt.Sprintf("panic: %v", p.V) }

type Future[T any] struct {
	done chan struct{}
	val  T
	err  error
}

func Async[T any](f func() T) *Future[T] {
	fu := &Future[T]{done: make(chan struct{})}
	go func() {
		defer close(fu.done)
		defer func() {
			if r := recover(); r != nil {
				fu.err = PanicError{r}
			}
		}()
		fu.val = f()
	}()
	return fu
}
func (f *Future[T]) Await() (T, error) { <-f.done; return f.val, f.err }
func Then[T, U any](f *Future[T], g func(T) U) *Future[U] {
	return Async(func() U {
		v, err := f.Await()
		if err != nil {
			panic(err)
		}
		return g(v)
	})
}

type PubSub[T any] struct {
	mu   sync.RWMutex
	subs map[string][]chan T
	done bool
}

func (p *PubSub[T]) Sub(topic string, n int) <-chan T {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.subs == nil {
		p.subs = make(map[string][]chan T)
	}
	c := make(chan T, n)
	p.subs[topic] = append(p.subs[topic], c)
	return c
}
func (p *PubSub[T]) Pub(topic string, v T) (sent, dropped int) {
	p.mu.RLock()
	defer p.mu.RUnlock()
	for _, c := range p.subs[topic] {
		select {
		case c <- v:
			sent++
		default:
			dropped++
		}
	}
	return
}
func (p *PubSub[T]) Close() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.done {
		return
	}
	p.done = true
	for _, cs := range p.subs {
		for _, c := range cs {
			close(c)
		}
	}
}

type Limiter struct {
	tokens chan struct{}
	stop   func()
}

func NewLimiter(n int, every time.Duration) *Limiter {
	l := &Limiter{tokens: make(chan struct{}, n)}
	for range n {
		l.tokens <- struct{}{}
	}
	t := time.NewTicker(every)
	quit := make(chan struct{})
	l.stop = sync.OnceFunc(func() { t.Stop(); close(quit) })
	go func() {
		for {
			select {
			case <-t.C:
				select {
				case l.tokens <- struct{}{}:
				default:
				}
			case <-quit:
				return
			}
		}
	}()
	return l
}
func (l *Limiter) Allow() bool {
	select {
	case <-l.tokens:
		return true
	default:
		return false
	}
}

type Stage[I, O any] func(<-chan I) <-chan O

func MapStage[I, O any](f func(I) O) Stage[I, O] {
	return func(in <-chan I) <-chan O {
		out := make(chan O)
		go func() {
			defer close(out)
			for x := range in {
				out <- f(x)
			}
		}()
		return out
	}
}
func Connect[A, B, C any](f Stage[A, B], g Stage[B, C]) Stage[A, C] {
	return func(in <-chan A) <-chan C { return g(f(in)) }
}
func From[T any](xs ...T) <-chan T {
	c := make(chan T, len(xs))
	defer close(c)
	for _, x := range xs {
		c <- x
	}
	return c
}

type ctxKey struct{ name string }

func main() {
	g, ctx := WithContext(context.WithValue(context.Background(), ctxKey{"user"}, "ann"))
	boom := errors.New("boom")
	var cancelled atomic.Int64
	for i := range 4 {
		g.Go(func() error {
			if i == 2 {
				time.Sleep(time.Millisecond)
				return fmt.Errorf("task %d for %v: %w", i, ctx.Value(ctxKey{"user"}), boom)
			}
			<-ctx.Done()
			cancelled.Add(1)
			return ctx.Err()
		})
	}
	err := g.Wait()
	fmt.Println(err, errors.Is(err, boom), cancelled.Load(), ctx.Err(), context.Cause(ctx) == err, ctx.Value("user"))
	f := Async(func() int { return 21 })
	d := Then(f, func(n int) string { return strings.Repeat("x", n/7) })
	bad := Then(Async(func() []int { var xs []int; return xs[:3] }), func([]int) int { return 1 })
	fmt.Println(d.Await())
	_, err = bad.Await()
	var pe PanicError
	fmt.Println(err, errors.As(err, &pe), pe.V)
	var ps PubSub[string]
	a, b := ps.Sub("t", 2), ps.Sub("t", 1)
	fmt.Println(ps.Pub("t", "one"))
	fmt.Println(ps.Pub("t", "two"))
	fmt.Println(ps.Pub("none", "x"))
	ps.Close()
	ps.Close()
	for v := range a {
		fmt.Print(v, " ")
	}
	v, ok := <-b
	_, ok2 := <-b
	fmt.Println(v, ok, ok2, len(a))
	l := NewLimiter(2, time.Hour)
	fmt.Println(l.Allow(), l.Allow(), l.Allow())
	l.stop()
	l.stop()
	p := Connect(Connect(MapStage(func(s string) int { return len(s) }), MapStage(func(n int) float64 { return float64(n) / 2 })), MapStage(func(f float64) string { return fmt.Sprintf("%.1f", f) }))
	for s := range p(From("a", "bcd", "")) {
		fmt.Print(s, " ")
	}
	fmt.Println()
	var mu sync.Mutex
	seen := map[int][]string{}
	var wg sync.WaitGroup
	for w := 1; w <= 3; w++ {
		wg.Go(func() {
			for i := range 3 {
				mu.Lock()
				seen[i] = append(seen[i], fmt.Sprint("w", w))
				mu.Unlock()
			}
		})
	}
	wg.Wait()
	for i := range 3 {
		sort.Strings(seen[i])
	}
	fmt.Println(seen)
	dl, stop := context.WithDeadline(context.Background(), time.Now().Add(-time.Second))
	defer stop()
	fmt.Println(dl.Err(), context.Cause(dl))
	timer := time.AfterFunc(time.Hour, func() { panic("never") })
	fmt.Println(timer.Stop(), timer.Stop())
	val := sync.OnceValue(func() int { fmt.Println("computed"); return 7 })
	fmt.Println(val()+val(), mu.TryLock(), mu.TryLock())
	done := make(chan struct{})
	stopAfter := context.AfterFunc(ctx, func() { close(done) })
	<-done
	fmt.Println(stopAfter())
	pool := sync.Pool{New: func() any { return new(strings.Builder) }}
	sb := pool.Get().(*strings.Builder)
	sb.WriteString("pooled")
	fmt.Println(sb)
	ptr := atomic.Pointer[Future[int]]{}
	fmt.Println(ptr.Load() == nil, ptr.CompareAndSwap(nil, f), ptr.Load().val)
	var av atomic.Value
	av.Store([]int{1})
	fmt.Println(av.Load().([]int)[0])
	ch := make(chan int)
	go func() { defer close(ch); defer func() { recover() }(); panic("in goroutine") }()
	_, ok = <-ch
	fmt.Println(ok)
	var block chan int
	<-block
}
