package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

type Topic string
type Msg struct {
	Topic
	Body any
	hops int
}
type Sub interface{ Deliver(Msg) (keep bool) }
type SubFunc func(Msg) bool

func (f SubFunc) Deliver(m Msg) bool { return f(m) }

type Hub struct {
	subs map[Topic][]Sub
	seen [3]int
	last *Msg
}

func (h *Hub) Sub(t Topic, s Sub) func() {
	if h.subs == nil {
		h.subs = map[Topic][]Sub{}
	}
	h.subs[t] = append(h.subs[t], s)
	return func() {
		h.subs[t] = slices.DeleteFunc(h.subs[t], func(o Sub) bool {
			a, ok1 := o.(*counter)
			b, ok2 := s.(*counter)
			return ok1 && ok2 && a == b
		})
	}
}

type counter struct{ n int }

func (c *counter) Deliver(m Msg) bool { c.n += len(fmt.Sprint(m.Body)); return c.n < 8 }

func (h *Hub) Pub(m Msg) (n int) {
	m.hops++
	h.last = &m
	h.seen[m.hops%len(h.seen)]++
	kept := h.subs[m.Topic][:0]
	for _, s := range h.subs[m.Topic] {
		n++
		if s.Deliver(m) {
			kept = append(kept, s)
		}
	}
	h.subs[m.Topic] = kept
	return
}

func main() {
	h := Hub{}
	c := &counter{}
	off := h.Sub("a", c)
	var log []string
	h.Sub("a", SubFunc(func(m Msg) bool {
		switch b := m.Body.(type) {
		case int, int8:
			log = append(log, fmt.Sprintf("int %v", b))
		case []byte:
			log = append(log, "bytes "+string(b))
		case error:
			log = append(log, b.Error())
			return false
		case nil:
			log = append(log, "nil")
		case func() string:
			log = append(log, b())
		default:
			log = append(log, fmt.Sprintf("%T", b))
		}
		return true
	}))
	for _, b := range []any{1, int8(2), []byte("x"), nil, func() string { return "called" }, struct{ A int }{3}, errors.New("bye"), "after"} {
		fmt.Print(h.Pub(Msg{"a", b, 0}), " ")
	}
	off()
	fmt.Println(len(h.subs["a"]), c.n, h.seen, h.last.Body, h.last.hops)
	fmt.Println(strings.Join(log, "|"))
	fmt.Printf("%+v %v\n", *h.last, Msg{Topic: "z"})
}
