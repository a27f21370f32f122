package main

import (
	"errors"
	"fmt"
	"os"
	"sort"
	"strings"
)

type State uint8

const (
	Idle State = iota
	Connecting
	Connected
	Closing
	numStates
)

var names = [...]string{Idle: "idle", Connecting: "connecting", Connected: "connected", Closing: "closing"}

func (s State) String() string {
	if int(s) < len(names) {
		return names[s]
	}
	return fmt.Sprintf("State(%d)", uint8(s))
}

type Event string

type Transition struct {
	From State
	On   Event
}

type BadTransition struct {
	Transition
	Allowed []Event
}

func (b *BadTransition) Error() string {
	return fmt.Sprintf("no transition from %v on %q (allowed %v)", b.From, b.On, b.Allowed)
}

func (b *BadTransition) Is(target error) bool {
	t, ok := target.(*BadTransition)
	return ok && t.From == b.From
}

type Hook func(from, to State, ev Event)

type Machine struct {
	state   State
	table   map[Transition]State
	hooks   map[State][]Hook
	history []Transition
	counts  [numStates]int
}

func NewMachine() *Machine {
	return &Machine{
		table: map[Transition]State{
			{Idle, "dial"}:         Connecting,
			{Connecting, "ok"}:     Connected,
			{Connecting, "fail"}:   Idle,
			{Connected, "close"}:   Closing,
			{Closing, "done"}:      Idle,
			{Connected, "refresh"}: Connected,
		},
		hooks: map[State][]Hook{},
	}
}

func (m *Machine) OnEnter(s State, h ...Hook) *Machine {
	m.hooks[s] = append(m.hooks[s], h...)
	return m
}

func (m *Machine) Fire(ev Event) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("hook failed: %v", r)
			m.state = Idle
		}
	}()
	t := Transition{m.state, ev}
	to, ok := m.table[t]
	if !ok {
		var allowed []Event
		for k := range m.table {
			if k.From == m.state {
				allowed = append(allowed, k.On)
			}
		}
		sort.Slice(allowed, func(i, j int) bool { return allowed[i] < allowed[j] })
		return &BadTransition{t, allowed}
	}
	m.history = append(m.history, t)
	m.state = to
	m.counts[to]++
	for _, h := range m.hooks[to] {
		h(t.From, to, ev)
	}
	return nil
}

func main() {
	m := NewMachine()
	logger := func(prefix string) Hook {
		n := 0
		return func(from, to State, ev Event) {
			n++
			fmt.Fprintf(os.Stdout, "%s#%d %s -> %s on %s\n", prefix, n, from, to, ev)
		}
	}
	m.OnEnter(Connected, logger("A"), logger("B")).OnEnter(Closing, func(_, _ State, _ Event) { panic("boom") })
	for _, ev := range strings.Fields("dial fail dial ok refresh dial close ok") {
		err := m.Fire(Event(ev))
		var bad *BadTransition
		switch {
		case errors.As(err, &bad):
			fmt.Println("bad:", bad.From, bad.Allowed, bad)
			fmt.Println(errors.Is(err, &BadTransition{Transition: Transition{From: Connected}}), errors.Is(err, &BadTransition{}))
		case err != nil:
			fmt.Println("error:", err, m.state)
		default:
			fmt.Println("now", m.state)
		}
	}
	fmt.Printf("%v\n%+v\n%d\n", m.history, m.history[:2], m.counts)
	fmt.Printf("%v %d %x %s %q %T\n", m.state, m.state, m.state, State(9), Connected, m.state)
	fmt.Println(names, len(names), State(200))
	fmt.Printf("%#v\n", m.history[0])
	fmt.Printf("%#v %v\n", Event("x"), map[State]Event{Closing: "c", Idle: "i"})
	var zero Machine
	fmt.Println(zero.Fire("dial"))
	fmt.Println(zero.state == m.state, zero.history == nil)
	func() {
		defer func() { fmt.Println("recovered:", recover()) }()
		zero.OnEnter(Idle)
	}()
}
