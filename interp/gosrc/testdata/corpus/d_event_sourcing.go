package main

import (
	"fmt"
)

type Event interface{ isEvent() }
type base struct{ At int }

func (base) isEvent() {}

type Opened struct {
	base
	Owner string
}
type Deposited struct {
	base
	Amount int
}
type Withdrawn struct {
	base
	Amount int
	Note   string
}
type Closed struct{ base }

type Account struct {
	Owner   string
	Balance int
	Open    bool
	Version int
}

func (a Account) Apply(e Event) Account {
	switch e := e.(type) {
	case Opened:
		a.Owner, a.Open = e.Owner, true
	case Deposited:
		a.Balance += e.Amount
	case *Withdrawn:
		a.Balance -= e.Amount
	case Closed:
		a.Open = false
	default:
		panic(fmt.Sprintf("cannot apply %T", e))
	}
	a.Version++
	return a
}

type Store struct {
	events map[string][]Event
	subs   []func(string, Event)
}

func (s *Store) Append(id string, es ...Event) {
	if s.events == nil {
		s.events = make(map[string][]Event)
	}
	for _, e := range es {
		s.events[id] = append(s.events[id], e)
		for _, f := range s.subs {
			f(id, e)
		}
	}
}
func (s *Store) Load(id string) (a Account) {
	for _, e := range s.events[id] {
		a = a.Apply(e)
	}
	return
}

type Projection[K comparable, V any] struct {
	data   map[K]V
	reduce func(V, string, Event) (K, V)
}
type Stranger struct{ base }

func main() {
	var s Store
	totals := map[string]int{}
	kinds := map[string]int{}
	s.subs = append(s.subs, func(id string, e Event) {
		kinds[fmt.Sprintf("%T", e)]++
	}, func(id string, e Event) {
		if d, ok := e.(Deposited); ok {
			totals[id] += d.Amount
		}
	})
	s.Append("a", Opened{base{1}, "ann"}, Deposited{base{2}, 100}, &Withdrawn{base: base{3}, Amount: 30})
	s.Append("b", Opened{Owner: "bob"}, Deposited{Amount: 5}, Deposited{Amount: 6}, Closed{})
	fmt.Printf("%+v\n%+v\n", s.Load("a"), s.Load("b"))
	fmt.Println(totals, kinds)
	for i, e := range s.events["a"] {
		fmt.Printf("%d %+v\n", i, e)
	}
	w := s.events["a"][2].(*Withdrawn)
	w.Amount = 99
	fmt.Println(s.Load("a").Balance, s.events["b"][3] == Event(Closed{}), s.events["a"][0] == Event(Opened{base{1}, "ann"}))
	p := Projection[string, []int]{map[string][]int{}, func(v []int, id string, e Event) (string, []int) {
		return id, append(v, len(v))
	}}
	for id, es := range s.events {
		for _, e := range es {
			k, v := p.reduce(p.data[id], id, e)
			p.data[k] = v
		}
	}
	fmt.Println(p.data)
	defer func() {
		r := recover()
		fmt.Println("recovered:", r)
		panic(fmt.Errorf("store: %v", r))
	}()
	s.Append("a", Withdrawn{Amount: 1})
	s.Load("a")
}
