package main

import (
	"fmt"
)

type Event interface{ Name() string }
type (
	UserCreated struct {
		ID    int
		Name_ string
	}
	UserDeleted struct{ ID int }
	Tick        int
	Note        string
)

func (UserCreated) Name() string  { return "user.created" }
func (*UserDeleted) Name() string { return "user.deleted" }
func (t Tick) Name() string       { return fmt.Sprintf("tick.%d", int(t)) }
func (n Note) Name() string       { return "note" }
func (n Note) String() string     { return "«" + string(n) + "»" }

type HandlerFunc[E Event] func(E) error

type Bus struct {
	handlers map[string][]func(Event) error
	history  []Event
	errs     []error
}

func On[E Event](b *Bus, name string, h HandlerFunc[E]) {
	if b.handlers == nil {
		b.handlers = map[string][]func(Event) error{}
	}
	b.handlers[name] = append(b.handlers[name], func(ev Event) error {
		e, ok := ev.(E)
		if !ok {
			return fmt.Errorf("handler for %s got %T, want %T", name, ev, *new(E))
		}
		return h(e)
	})
}

func (b *Bus) Publish(evs ...Event) {
	for _, ev := range evs {
		b.history = append(b.history, ev)
		for _, h := range b.handlers[ev.Name()] {
			if err := b.call(h, ev); err != nil {
				b.errs = append(b.errs, err)
			}
		}
	}
}

func (b *Bus) call(h func(Event) error, ev Event) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%s: panic: %v", ev.Name(), r)
		}
	}()
	return h(ev)
}

func main() {
	var b Bus
	users := map[int]string{}
	On(&b, "user.created", func(e UserCreated) error {
		if _, dup := users[e.ID]; dup {
			return fmt.Errorf("duplicate %d", e.ID)
		}
		users[e.ID] = e.Name_
		return nil
	})
	On(&b, "user.deleted", func(e *UserDeleted) error {
		delete(users, e.ID)
		e.ID = -e.ID
		return nil
	})
	On(&b, "tick.3", HandlerFunc[Tick](func(t Tick) error { panic(t) }))
	On(&b, "note", func(t Tick) error { return nil })
	On[Event](&b, "note", func(e Event) error { fmt.Println("any handler:", e); return nil })
	b.Publish(UserCreated{1, "ann"}, UserCreated{2, "bob"}, UserCreated{1, "again"}, &UserDeleted{2}, Tick(3), Tick(4), Note("remember"))
	fmt.Println(users)
	for _, e := range b.errs {
		fmt.Println(" -", e)
	}
	for i, ev := range b.history {
		fmt.Printf("%d %T %v %+v\n", i, ev, ev.Name(), ev)
		if d, ok := ev.(*UserDeleted); ok {
			fmt.Println("  deleted", d.ID)
		}
	}
	counts := map[Event]int{}
	for _, ev := range append(b.history, Tick(3), Note("remember"), UserCreated{1, "ann"}) {
		counts[ev]++
	}
	fmt.Println(len(counts), counts[Tick(3)], counts[Note("remember")], counts[UserCreated{1, "ann"}])
}
