package main

import (
	"errors"
	"fmt"
)

type State int
type Event string

const (
	Idle State = iota
	Running
	Paused
	Done
)

//go:generate stringer
func (s State) String() string {
	switch s {
	case Idle:
		return "Idle"
	case Running:
		return "Running"
	case Paused:
		return "Paused"
	}
	return fmt.Sprintf("State(%d)", int(s))
}

type key struct {
	s State
	e Event
}
type action func(m *Machine) error
type Machine struct {
	State
	table map[key]struct {
		to State
		do action
	}
	hist []State
}
type BadTransition struct {
	From State
	Ev   Event
}

func (b *BadTransition) Error() string { return fmt.Sprintf("no %q from %v", b.Ev, b.From) }
func (m *Machine) Fire(e Event) error {
	t, ok := m.table[key{m.State, e}]
	if !ok {
		return &BadTransition{m.State, e}
	}
	if t.do != nil {
		if err := t.do(m); err != nil {
			return fmt.Errorf("action %s: %w", e, err)
		}
	}
	m.hist = append(m.hist, m.State)
	m.State = t.to
	return nil
}
func Main() {
	m := &Machine{}
	fails := 1
	m.table = map[key]struct {
		to State
		do action
	}{
		{Idle, "start"}:    {Running, nil},
		{Running, "pause"}: {to: Paused},
		{Paused, "resume"}: {Running, func(m *Machine) error {
			if fails > 0 {
				fails--
				return errors.New("not ready")
			}
			return nil
		}},
		{Running, "stop"}: {Done, func(m *Machine) error { fmt.Println("stopping after", len(m.hist)); return nil }},
	}
	for _, e := range []Event{"start", "resume", "pause", "resume", "resume", "stop", "start"} {
		err := m.Fire(e)
		var bt *BadTransition
		fmt.Printf("%-7s %v %v %t\n", e, m.State, err, errors.As(err, &bt))
		if bt != nil {
			fmt.Println("  from", bt.From)
		}
	}
	fmt.Println(m.hist, m)
	fmt.Printf("%d %v %s %x\n", m.State, m.State, m.State, int(m.State))
}

func main() { Main() }
