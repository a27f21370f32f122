package main

import (
	"fmt"
	"slices"
	"strings"
	"sync"
)

type Event interface {
	Topic() string
}

type Base struct {
	id    int
	topic string
}

func (b Base) Topic() string { return b.topic }
func (b *Base) SetID(i int)  { b.id = i }

type UserCreated struct {
	Base
	Name string
	Tags []string
}

type OrderPlaced struct {
	*Base
	Total float64
}

type Raw string

func (r Raw) Topic() string { return "raw:" + string(r) }

type Handler func(Event) error

func (h Handler) Then(next Handler) Handler {
	return func(e Event) error {
		if err := h(e); err != nil {
			return fmt.Errorf("first: %w", err)
		}
		return next(e)
	}
}

type Bus struct {
	mu       sync.RWMutex
	handlers map[string][]Handler
	log      []string
}

func (b *Bus) Subscribe(topic string, h Handler) (cancel func()) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.handlers == nil {
		b.handlers = make(map[string][]Handler)
	}
	i := len(b.handlers[topic])
	b.handlers[topic] = append(b.handlers[topic], h)
	return func() {
		b.mu.Lock()
		defer b.mu.Unlock()
		b.handlers[topic][i] = nil
	}
}

func (b *Bus) Publish(events ...Event) (errs []error) {
	for _, e := range events {
		b.mu.RLock()
		hs := slices.Clone(b.handlers[e.Topic()])
		hs = append(hs, b.handlers["*"]...)
		b.mu.RUnlock()
		for i, h := range hs {
			if h == nil {
				continue
			}
			func() {
				defer func() {
					if r := recover(); r != nil {
						errs = append(errs, fmt.Errorf("handler %d of %s: %v", i, e.Topic(), r))
					}
				}()
				if err := h(e); err != nil {
					errs = append(errs, err)
				}
			}()
		}
	}
	return
}

type Counter map[string]int

func (c Counter) Handle(e Event) error {
	c[e.Topic()]++
	return nil
}

func describe(e Event) string {
	switch v := e.(type) {
	case nil:
		return "nil event"
	case UserCreated:
		return "user " + v.Name + " " + strings.Join(v.Tags, "/")
	case *UserCreated:
		return "pointer to user " + v.Name
	case OrderPlaced:
		return fmt.Sprintf("order of %.2f by %d", v.Total, v.id)
	case Raw:
		return "raw " + strings.ToUpper(string(v))
	case interface{ Topic() string }:
		return fmt.Sprintf("other %T", v)
	}
	return "?"
}

type Loud struct{ Event }

func (l Loud) Topic() string { return strings.ToUpper(l.Event.Topic()) }

func main() {
	bus := &Bus{}
	c := Counter{}
	bus.Subscribe("*", c.Handle)
	cancel := bus.Subscribe("user", func(e Event) error {
		fmt.Println("got", describe(e))
		return nil
	})
	bus.Subscribe("order", Handler(func(e Event) error {
		if o := e.(OrderPlaced); o.Total < 0 {
			return fmt.Errorf("negative total: %v", o.Total)
		}
		return nil
	}).Then(func(e Event) error {
		fmt.Println("order ok:", describe(e))
		return nil
	}))
	bus.Subscribe("raw:crash", func(e Event) error {
		var m map[string]int
		m[string(e.(Raw))] = 1
		return nil
	})
	u := UserCreated{Base{1, "user"}, "Ann", []string{"x", "y"}}
	up := &u
	up.SetID(7)
	o := OrderPlaced{&Base{topic: "order"}, 9.5}
	o.SetID(3)
	for _, err := range bus.Publish(u, up, o, OrderPlaced{&Base{topic: "order"}, -1}, Raw("crash"), Raw("ok"), Loud{u}) {
		fmt.Println("error:", err)
	}
	cancel()
	fmt.Println(len(bus.Publish(u)))
	fmt.Println(c, u.id, o.id, up.Topic())
	fmt.Println(describe(nil), describe(Loud{Raw("z")}), Loud{Raw("z")}.Topic())
	fmt.Printf("%v %+v %v\n", u, u, *up)
	fmt.Printf("%T %T %T\n", u, o, Event(Raw("")))
	var e1, e2 Event = Raw("a"), Raw("a")
	fmt.Println(e1 == e2, e1 != Event(Raw("b")), Event(up) == Event(&u))
	func() {
		defer func() { fmt.Println(recover()) }()
		fmt.Println(Event(u) == Event(u))
	}()
	set := map[Event]bool{Raw("a"): true, up: true, o: true}
	fmt.Println(set[e2], set[up], set[o], set[Raw("q")], len(set))
}
