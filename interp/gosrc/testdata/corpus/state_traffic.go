package main

import (
	"errors"
	"fmt"
	"strings"
)

type State uint8
type Event string

const (
	Idle State = iota + 1
	Running
	Paused
	_
	Stopped
	numStates = iota
)

var names = map[State]string{Idle: "idle", Running: "running", Paused: "paused", Stopped: "stopped"}

func (s State) String() string {
	if n, ok := names[s]; ok {
		return n
	}
	return fmt.Sprintf("State(%d)", uint8(s))
}

type transition struct {
	from State
	ev   Event
}

type action func(*Machine, Event) error

type Machine struct {
	State
	table   map[transition]State
	actions map[State][]action
	History []string
	guards  map[transition]func() bool
}

type BadTransition struct {
	transition
	Reason string
}

func (b BadTransition) Error() string {
	return fmt.Sprintf("%v --%s--> ?: %s", b.from, b.ev, b.Reason)
}

var ErrGuard = errors.New("guarded")

func New() *Machine {
	m := &Machine{State: Idle, guards: map[transition]func() bool{}, actions: make(map[State][]action)}
	m.table = map[transition]State{
		{Idle, "start"}:    Running,
		{Running, "pause"}: Paused,
		{Paused, "start"}:  Running,
		{Running, "stop"}:  Stopped,
		{Paused, "stop"}:   Stopped,
	}
	return m
}

func (m *Machine) OnEnter(s State, as ...action) *Machine {
	m.actions[s] = append(m.actions[s], as...)
	return m
}

func (m *Machine) Fire(ev Event) (err error) {
	t := transition{m.State, ev}
	defer func(from State) {
		m.History = append(m.History, fmt.Sprintf("%v-%s->%v:%v", from, ev, m.State, err == nil))
	}(m.State)
	next, ok := m.table[t]
	if !ok {
		return BadTransition{t, "no such transition"}
	}
	if g := m.guards[t]; g != nil && !g() {
		return fmt.Errorf("%w: %v", ErrGuard, t)
	}
	m.State = next
	for i, a := range m.actions[next] {
		if err := a(m, ev); err != nil {
			m.State = t.from
			return fmt.Errorf("action %d of %v: %w", i, next, err)
		}
	}
	return
}

func Main() {
	count := 0
	m := New().OnEnter(Running, func(m *Machine, ev Event) error {
		count++
		if count > 2 {
			return errors.New("too many runs")
		}
		return nil
	}).OnEnter(Stopped, func(m *Machine, _ Event) error {
		fmt.Println("stopping from", strings.Join(m.History, ","))
		return nil
	})
	open := false
	m.guards[transition{Paused, "stop"}] = func() bool { return open }
	for _, ev := range []Event{"pause", "start", "pause", "stop", "start", "pause", "start"} {
		err := m.Fire(ev)
		var bad BadTransition
		switch {
		case errors.As(err, &bad):
			fmt.Println("bad:", bad.ev, bad.from, bad)
		case errors.Is(err, ErrGuard):
			fmt.Println("guard:", err)
			open = true
		case err != nil:
			fmt.Println("error:", err)
		default:
			fmt.Println(ev, "->", m.State)
		}
	}
	fmt.Println(m.Fire("stop"), m, State(4), numStates)
	fmt.Printf("%v %d %+v %T\n", m.State, m.State, transition{Idle, "x"}, m.State)
	for i, h := range m.History {
		fmt.Println(i, h)
	}
}

func (m *Machine) String() string { return fmt.Sprintf("Machine<%v,%d>", m.State, len(m.History)) }

func main() { Main() }
