package main

import (
	"errors"
	"fmt"
)

type Event interface{ isEvent() }
type (
	Created struct {
		ID   int
		Name string
	}
	Renamed struct {
		ID       int
		From, To string
	}
	Deleted struct{ ID int }
	Batch   []Event
	Tick    int
)

func (Created) isEvent()  {}
func (*Renamed) isEvent() {}
func (Deleted) isEvent()  {}
func (Batch) isEvent()    {}
func (Tick) isEvent()     {}

type Projection struct {
	names map[int]string
	seen  map[string]int
	ticks Tick
}

func (p *Projection) Apply(e Event) (err error) {
	p.seen[fmt.Sprintf("%T", e)]++
	switch e := e.(type) {
	case Created:
		if _, dup := p.names[e.ID]; dup {
			return fmt.Errorf("duplicate %d", e.ID)
		}
		p.names[e.ID] = e.Name
	case *Renamed:
		if p.names[e.ID] != e.From {
			return fmt.Errorf("expected %q, was %q", e.From, p.names[e.ID])
		}
		p.names[e.ID] = e.To
	case Deleted:
		delete(p.names, e.ID)
	case Batch:
		for i, sub := range e {
			if err := p.Apply(sub); err != nil {
				return fmt.Errorf("batch[%d]: %w", i, err)
			}
		}
	case Tick:
		p.ticks += e
	case nil:
		return errors.New("nil event")
	default:
		return fmt.Errorf("unhandled %T", e)
	}
	return nil
}
func Main() {
	p := &Projection{names: map[int]string{}, seen: map[string]int{}}
	events := []Event{Created{1, "ann"}, &Renamed{1, "ann", "bea"}, Batch{Created{2, "cy"}, Created{2, "dup"}}, Deleted{1}, Tick(3), Tick(4), nil, Batch(nil), &Renamed{9, "x", "y"}}
	for _, e := range events {
		if err := p.Apply(e); err != nil {
			fmt.Println("error:", err)
		}
	}
	fmt.Println(p.names, p.ticks)
	fmt.Println(p.seen)
	fmt.Println(events[0] == Event(Created{1, "ann"}), events[3] == Deleted{1}, events[4] == Tick(3), events[1] == events[1], events[1] == &Renamed{1, "ann", "bea"})
	idx := map[Event]int{Created{1, "ann"}: 1, Tick(1): 2, Deleted{1}: 3}
	fmt.Println(idx[Created{1, "ann"}], idx[Tick(1)], idx[Tick(2)], idx[Deleted{1}])
	if c, ok := events[0].(Created); ok && c.Name == "ann" {
		fmt.Printf("%+v %#v\n", c, c)
	}
	_, ok := events[0].(*Renamed)
	fmt.Println(ok)
}

func main() { Main() }
