package main

import (
	"errors"
	"fmt"
)

type Event interface{ Topic() string }
type Joined struct{ Who string }
type Left struct {
	Who    string
	Reason error
}
type Said struct{ Who, Text string }

func (Joined) Topic() string { return "presence" }
func (Left) Topic() string   { return "presence" }
func (*Said) Topic() string  { return "chat" }

type Handler func(Event) bool
type Bus struct {
	handlers map[string][]Handler
	count    int
}

func (b *Bus) On(topic string, h Handler) { b.handlers[topic] = append(b.handlers[topic], h) }
func (b *Bus) Publish(e Event) (n int) {
	b.count++
	for _, h := range b.handlers[e.Topic()] {
		if h(e) {
			n++
		}
	}
	return
}

func Main() {
	b := &Bus{handlers: map[string][]Handler{}}
	var log []string
	b.On("presence", func(e Event) bool {
		switch e := e.(type) {
		case Joined:
			log = append(log, e.Who+" joined")
		case Left:
			log = append(log, fmt.Sprintf("%s left (%v)", e.Who, e.Reason))
		default:
			return false
		}
		return true
	})
	b.On("chat", func(e Event) bool {
		s, ok := e.(*Said)
		if ok {
			log = append(log, s.Who+": "+s.Text)
		}
		return ok
	})
	b.On("chat", func(Event) bool { return false })
	for _, e := range []Event{Joined{"ann"}, &Said{"ann", "hi"}, Left{"ann", errors.New("timeout")}, Left{Who: "bob"}} {
		fmt.Printf("%T %d\n", e, b.Publish(e))
	}
	for i, l := range log {
		fmt.Println(i, l)
	}
	seen := map[Event]int{}
	seen[Joined{"x"}]++
	seen[Joined{"x"}]++
	seen[Joined{"y"}]++
	fmt.Println(len(seen), seen[Joined{"x"}], b.count)
}

func main() { Main() }
