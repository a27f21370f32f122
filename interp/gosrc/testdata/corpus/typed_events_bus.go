package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"sync"
)

type Event interface{ Topic() string }

type base struct{ topic string }

func (b base) Topic() string { return b.topic }

type UserCreated struct {
	base
	Name string
}
type OrderPlaced struct {
	base
	Items []string
	Total float64
}
type Tick int

func (t Tick) Topic() string { return fmt.Sprintf("tick/%d", int(t)) }

type Handler func(Event) error
type Middleware func(Handler) Handler

type Bus struct {
	mu   sync.RWMutex
	subs map[string][]Handler
	mws  []Middleware
	errs []error
}

func NewBus(mws ...Middleware) *Bus { return &Bus{subs: map[string][]Handler{}, mws: mws} }

func (b *Bus) On(pattern string, h Handler) (cancel func()) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, mw := range slices.Backward(b.mws) {
		h = mw(h)
	}
	b.subs[pattern] = append(b.subs[pattern], h)
	i := len(b.subs[pattern]) - 1
	return func() { b.subs[pattern][i] = nil }
}

func Subscribe[E Event](b *Bus, pattern string, f func(E)) func() {
	return b.On(pattern, func(e Event) error {
		typed, ok := e.(E)
		if !ok {
			return fmt.Errorf("%T is no %T", e, *new(E))
		}
		f(typed)
		return nil
	})
}

func match(pattern, topic string) bool {
	if p, ok := strings.CutSuffix(pattern, "*"); ok {
		return strings.HasPrefix(topic, p)
	}
	return pattern == topic
}

func (b *Bus) Emit(e Event) int {
	b.mu.RLock()
	defer b.mu.RUnlock()
	n := 0
	var patterns []string
	for p := range b.subs {
		patterns = append(patterns, p)
	}
	slices.SortFunc(patterns, func(x, y string) int { return cmp.Or(cmp.Compare(len(x), len(y)), cmp.Compare(x, y)) })
	for _, p := range patterns {
		if !match(p, e.Topic()) {
			continue
		}
		for _, h := range b.subs[p] {
			if h == nil {
				continue
			}
			n++
			if err := h(e); err != nil {
				b.errs = append(b.errs, err)
			}
		}
	}
	return n
}

func logging(log *[]string) Middleware {
	return func(next Handler) Handler {
		return func(e Event) error {
			*log = append(*log, fmt.Sprintf("%s:%T", e.Topic(), e))
			return next(e)
		}
	}
}

func recovering(next Handler) Handler {
	return func(e Event) (err error) {
		defer func() {
			if r := recover(); r != nil {
				err = fmt.Errorf("handler panicked: %v", r)
			}
		}()
		return next(e)
	}
}

func describe(e Event) string {
	switch e := e.(type) {
	case UserCreated:
		return "user " + e.Name + " on " + e.topic
	case *OrderPlaced:
		return fmt.Sprintf("order of %d for %.2f", len(e.Items), e.Total)
	case Tick:
		return strings.Repeat("tick ", int(e))
	default:
		return "unknown"
	}
}

func Main() {
	var log []string
	b := NewBus(logging(&log), recovering)
	Subscribe(b, "user", func(u UserCreated) { fmt.Println("hello", u.Name) })
	cancel := Subscribe(b, "*", func(t Tick) { fmt.Println("t", int(t)) })
	b.On("order", func(e Event) error {
		o := e.(*OrderPlaced)
		if len(o.Items) == 0 {
			panic("empty order " + o.Topic())
		}
		o.Total *= 1.1
		return nil
	})
	order := &OrderPlaced{base{"order"}, []string{"pen"}, 10}
	events := []Event{UserCreated{base{"user"}, "ann"}, order, Tick(2), &OrderPlaced{base: base{"order"}}}
	for _, e := range events {
		fmt.Println(b.Emit(e), describe(e))
	}
	cancel()
	fmt.Println(b.Emit(Tick(1)))
	for _, err := range b.errs {
		fmt.Println("error:", err)
	}
	fmt.Println(strings.Join(log, " "))
	fmt.Printf("%v %+v\n", events[0], *order)
	seen := map[Event]int{Tick(1): 1, UserCreated{base{"u"}, "x"}: 2, nil: 3}
	fmt.Println(seen[Tick(1)], seen[UserCreated{base{"u"}, "x"}], seen[nil], seen[Tick(3)])
}

func main() { Main() }
