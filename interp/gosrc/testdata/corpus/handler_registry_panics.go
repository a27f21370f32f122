package main

import (
	"errors"
	"fmt"
	"maps"
	"slices"
)

type Handler interface{ Handle(Event) (int, error) }
type HandlerFunc func(Event) (int, error)

func (f HandlerFunc) Handle(e Event) (int, error) { return f(e) }

type Event struct {
	Kind string
	Data any
}
type Manager struct {
	handlers []struct {
		name string
		Handler
	}
	removed map[string]error
}
type counting struct{ n int }

func (c *counting) Handle(e Event) (int, error) {
	c.n++
	if s, ok := e.Data.(string); ok && s == "boom" {
		panic(fmt.Errorf("handler saw %q", s))
	}
	return c.n, nil
}

func (m *Manager) Add(name string, h Handler) {
	m.handlers = append(m.handlers, struct {
		name string
		Handler
	}{name, h})
}

func (m *Manager) Notify(e Event) (out map[string]int) {
	out = map[string]int{}
	keep := m.handlers[:0]
	for _, h := range m.handlers {
		n, err := func() (n int, err error) {
			defer func() {
				switch r := recover().(type) {
				case nil:
				case error:
					err = fmt.Errorf("crash: %w", r)
				default:
					err = fmt.Errorf("crash: %v", r)
				}
			}()
			return h.Handle(e)
		}()
		if err != nil {
			if m.removed == nil {
				m.removed = make(map[string]error)
			}
			m.removed[h.name] = err
			continue
		}
		out[h.name] = n
		keep = append(keep, h)
	}
	m.handlers = keep
	return
}

func main() {
	var m Manager
	c := &counting{}
	m.Add("count", c)
	m.Add("div", HandlerFunc(func(e Event) (int, error) { return 100 / e.Data.(int), nil }))
	m.Add("idx", HandlerFunc(func(e Event) (int, error) { return []int{1, 2, 3}[e.Data.(int)], nil }))
	m.Add("err", HandlerFunc(func(e Event) (int, error) {
		if e.Kind == "bad" {
			return 0, errors.New("rejected")
		}
		return len(e.Kind), nil
	}))
	for _, e := range []Event{{"a", 1}, {"b", 0}, {"c", 2}, {"bad", 1}, {"d", 7}, {"e", "boom"}} {
		fmt.Println(e, m.Notify(e), len(m.handlers))
	}
	for _, k := range slices.Sorted(maps.Keys(m.removed)) {
		var re interface{ RuntimeError() }
		fmt.Println(k, m.removed[k], errors.As(m.removed[k], &re))
	}
}
