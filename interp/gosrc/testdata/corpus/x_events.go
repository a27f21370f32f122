package main

import (
	"fmt"
	"sort"
	"strings"
	"sync"
	"time"
)

type Event interface {
	isEvent()
	When() time.Duration
}
type header struct {
	At  time.Duration
	Seq int
}

func (header) isEvent()              {}
func (h header) When() time.Duration { return h.At }

type (
	UserCreated struct {
		header
		Name string
	}
	UserRenamed struct {
		header
		From, To string
	}
	UserDeleted struct {
		*header
		Name   string
		Reason error
	}
	Tick struct{ header }
)

type Handler interface{ Handle(Event) []Event }
type HandlerFunc func(Event) []Event

func (f HandlerFunc) Handle(e Event) []Event { return f(e) }

type Middleware func(Handler) Handler

func Chain(h Handler, ms ...Middleware) Handler {
	for i := len(ms) - 1; i >= 0; i-- {
		h = ms[i](h)
	}
	return h
}

type Projection struct {
	users map[string]struct {
		since   time.Duration
		renames int
	}
	history []string
}

func (p *Projection) Handle(e Event) (out []Event) {
	switch e := e.(type) {
	case UserCreated:
		if p.users == nil {
			p.users = make(map[string]struct {
				since   time.Duration
				renames int
			})
		}
		p.users[e.Name] = struct {
			since   time.Duration
			renames int
		}{since: e.At}
	case UserRenamed:
		u, ok := p.users[e.From]
		if !ok {
			return []Event{UserDeleted{&e.header, e.From, fmt.Errorf("unknown %q", e.From)}}
		}
		u.renames++
		delete(p.users, e.From)
		p.users[e.To] = u
	case UserDeleted:
		delete(p.users, e.Name)
		if e.Reason != nil {
			p.history = append(p.history, fmt.Sprintf("%v deleted: %v", e.At, e.Reason))
		}
	case interface{ Name() string }:
		p.history = append(p.history, "named "+e.Name())
	default:
		p.history = append(p.history, fmt.Sprintf("%T@%v", e, e.When()))
	}
	return nil
}

type Bus struct {
	mu       sync.Mutex
	handlers map[string][]Handler
	wild     []Handler
	queue    []Event
	seq      int
}

func (b *Bus) Subscribe(kind string, h Handler) (cancel func()) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if kind == "*" {
		b.wild = append(b.wild, h)
		return func() { b.wild = nil }
	}
	if b.handlers == nil {
		b.handlers = map[string][]Handler{}
	}
	b.handlers[kind] = append(b.handlers[kind], h)
	i := len(b.handlers[kind]) - 1
	return func() { b.handlers[kind][i] = nil }
}

func kindOf(e Event) string {
	k := fmt.Sprintf("%T", e)
	return strings.ToLower(k[strings.LastIndex(k, ".")+1:])
}

func (b *Bus) Publish(es ...Event) (n int) {
	b.queue = append(b.queue, es...)
	for len(b.queue) > 0 {
		e := b.queue[0]
		b.queue = b.queue[1:]
		for _, hs := range [][]Handler{b.handlers[kindOf(e)], b.wild} {
			for _, h := range hs {
				if h == nil {
					continue
				}
				n++
				b.queue = append(b.queue, h.Handle(e)...)
			}
		}
	}
	return
}

type counter map[string]int

func (c counter) Middleware(next Handler) Handler {
	return HandlerFunc(func(e Event) []Event {
		c[kindOf(e)]++
		return next.Handle(e)
	})
}

func (c counter) String() string {
	keys := make([]string, 0, len(c))
	for k := range c {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	var parts []string
	for _, k := range keys {
		parts = append(parts, fmt.Sprintf("%s×%d", k, c[k]))
	}
	return strings.Join(parts, ",")
}

func recovering(log *[]string) Middleware {
	return func(next Handler) Handler {
		return HandlerFunc(func(e Event) (out []Event) {
			defer func() {
				if r := recover(); r != nil {
					*log = append(*log, fmt.Sprint("recovered ", r))
					out = []Event{Tick{header{e.When(), -1}}}
				}
			}()
			return next.Handle(e)
		})
	}
}

func main() {
	var b Bus
	p := &Projection{}
	c := counter{}
	var log []string
	h := Chain(p, c.Middleware, recovering(&log))
	cancel := b.Subscribe("*", h)
	exploded := 0
	b.Subscribe("usercreated", Chain(HandlerFunc(func(e Event) []Event {
		if u := e.(UserCreated); u.Name == "boom" && exploded == 0 {
			exploded++
			var m map[string]int
			m[u.Name]++
		}
		return nil
	}), recovering(&log)))
	n := b.Publish(
		UserCreated{header{time.Second, 1}, "ann"},
		UserCreated{header{At: 2 * time.Second}, "boom"},
		UserRenamed{header{3 * time.Second, 3}, "ann", "anna"},
		UserRenamed{header{4 * time.Second, 4}, "zed", "z"},
		Tick{},
	)
	fmt.Println(n, c, log)
	fmt.Printf("%+v\n", p.users)
	fmt.Println(p.history, len(b.queue))
	cancel()
	fmt.Println(b.Publish(Tick{header{At: 1}}, UserCreated{Name: "x"}))
	e := UserCreated{header{1500 * time.Millisecond, 7}, "n"}
	fmt.Printf("%v %+v\n", e, e)
	fmt.Printf("%#v\n", UserRenamed{From: "a"})
	var ev Event = e
	fmt.Println(ev == UserCreated{header{1500 * time.Millisecond, 7}, "n"}, ev == Event(Tick{}), kindOf(ev))
	_, ok := ev.(interface{ isEvent() })
	fmt.Println(ok)
	m := map[Event]string{ev: "first", Tick{}: "tick"}
	fmt.Println(m[UserCreated{header{1500 * time.Millisecond, 7}, "n"}], m[Tick{header{0, 0}}], m[Tick{header{1, 0}}] == "")
	defer func() {
		fmt.Println(recover())
	}()
	fmt.Println(UserDeleted{Name: "q"}.When())
}
