package main

import (
	"errors"
	"fmt"
	"slices"
	"sync"
)

type Event struct {
	Topic string
	Data  any
	Seq   int
}
type Subscriber interface{ OnEvent(Event) }
type SubFunc func(Event)

func (f SubFunc) OnEvent(e Event) { f(e) }

type Recorder struct {
	name string
	got  []Event
}

func (r *Recorder) OnEvent(e Event) { r.got = append(r.got, e) }

type Bus struct {
	mu   sync.Mutex
	subs map[string][]Subscriber
	seq  int
}

func (b *Bus) Subscribe(topic string, s Subscriber) (cancel func()) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.subs == nil {
		b.subs = make(map[string][]Subscriber)
	}
	b.subs[topic] = append(b.subs[topic], s)
	return func() {
		b.mu.Lock()
		defer b.mu.Unlock()
		b.subs[topic] = slices.DeleteFunc(b.subs[topic], func(o Subscriber) bool {
			p, ok := o.(*Recorder)
			q, ok2 := s.(*Recorder)
			return ok && ok2 && p == q
		})
	}
}
func (b *Bus) Publish(topic string, data any) int {
	b.mu.Lock()
	b.seq++
	e := Event{topic, data, b.seq}
	subs := append([]Subscriber(nil), b.subs[topic]...)
	subs = append(subs, b.subs["*"]...)
	b.mu.Unlock()
	for _, s := range subs {
		s.OnEvent(e)
	}
	return len(subs)
}

type UserCreated struct{ Name string }
type UserDeleted struct {
	Name   string
	Reason error
}

func main() {
	var b Bus
	r := &Recorder{name: "rec"}
	cancel := b.Subscribe("user", r)
	b.Subscribe("*", SubFunc(func(e Event) {
		switch d := e.Data.(type) {
		case UserCreated:
			fmt.Println(e.Seq, "created", d.Name)
		case UserDeleted:
			fmt.Println(e.Seq, "deleted", d.Name, "because", d.Reason)
		case string, int:
			fmt.Printf("%d plain %v %T\n", e.Seq, d, d)
		default:
			fmt.Printf("%d unknown %#v\n", e.Seq, d)
		}
	}))
	fmt.Println(b.Publish("user", UserCreated{"ann"}))
	fmt.Println(b.Publish("other", 5))
	fmt.Println(b.Publish("user", UserDeleted{"ann", errors.New("spam")}))
	cancel()
	fmt.Println(b.Publish("user", &UserCreated{"x"} == nil))
	for _, e := range r.got {
		fmt.Printf("%+v\n", e)
	}
	fmt.Println(r.name, len(r.got))
}
