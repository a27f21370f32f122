package main

import (
	"errors"
	"fmt"
	"maps"
	"sync"
	"time"
)

type (
	deposit  struct{ amt int; done chan<- int }
	withdraw struct {
		amt  int
		done chan<- error
	}
	query struct{ reply chan<- snapshot }
	snapshot struct {
		balance int
		ops     map[string]int
	}
)
type insufficient struct{ have, want int }

func (i insufficient) Error() string { return fmt.Sprintf("have %d, want %d", i.have, i.want) }

type Actor struct {
	inbox chan any
	quit  chan struct{}
	wg    sync.WaitGroup
}

func NewActor() *Actor {
	a := &Actor{inbox: make(chan any), quit: make(chan struct{})}
	a.wg.Add(1)
	go a.loop(snapshot{ops: map[string]int{}})
	return a
}
func (a *Actor) loop(s snapshot) {
	defer a.wg.Done()
	for {
		select {
		case <-a.quit:
			return
		case m := <-a.inbox:
			s.ops[fmt.Sprintf("%T", m)]++
			switch m := m.(type) {
			case deposit:
				s.balance += m.amt
				m.done <- s.balance
			case withdraw:
				if m.amt > s.balance {
					m.done <- insufficient{s.balance, m.amt}
					continue
				}
				s.balance -= m.amt
				m.done <- nil
			case query:
				cp := s
				cp.ops = maps.Clone(s.ops)
				m.reply <- cp
			default:
				fmt.Printf("odd message %#v\n", m)
			}
		}
	}
}
func call[R any](a *Actor, mk func(chan<- R) any) R {
	c := make(chan R)
	a.inbox <- mk(c)
	return <-c
}

type Registry struct {
	mu   sync.RWMutex
	byID map[string]*Actor
}

func (r *Registry) Get(id string) *Actor {
	r.mu.RLock()
	a, ok := r.byID[id]
	r.mu.RUnlock()
	if ok {
		return a
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if a, ok = r.byID[id]; !ok {
		if r.byID == nil {
			r.byID = make(map[string]*Actor)
		}
		a = NewActor()
		r.byID[id] = a
	}
	return a
}

func main() {
	var reg Registry
	acct := reg.Get("x")
	var wg sync.WaitGroup
	for i := 1; i <= 10; i++ {
		wg.Go(func() { call(acct, func(c chan<- int) any { return deposit{i, c} }) })
	}
	wg.Wait()
	fmt.Println(call(acct, func(c chan<- snapshot) any { return query{c} }))
	err := call(acct, func(c chan<- error) any { return withdraw{100, c} })
	var in insufficient
	fmt.Println(err, errors.As(err, &in), in.have, in == insufficient{55, 100})
	fmt.Println(call(acct, func(c chan<- error) any { return withdraw{amt: 5, done: c} }))
	acct.inbox <- struct{ X, Y int }{1, 2}
	acct.inbox <- &deposit{amt: 1}
	fmt.Println(reg.Get("x") == acct, reg.Get("y") != acct, len(reg.byID))
	for _, a := range reg.byID {
		close(a.quit)
		a.wg.Wait()
	}
	select {
	case acct.inbox <- nil:
		fmt.Println("sent?")
	case <-time.After(time.Millisecond):
		fmt.Println("stopped")
	}
}
