package main

import (
	"errors"
	"fmt"
	"strings"
)

type State uint8
type Event string

const (
	Idle State = iota
	Running
	Paused
	Stopped
)

var names = [...]string{Idle: "idle", Running: "running", Paused: "paused", Stopped: "stopped"}

func (s State) String() string { return names[s] }

type transition struct {
	from State
	ev   Event
}
type Machine struct {
	state State
	table map[transition]State
	hooks map[State][]func(from, to State)
	log   []string
}

func (m *Machine) On(s State, f func(from, to State)) *Machine {
	if m.hooks == nil {
		m.hooks = map[State][]func(State, State){}
	}
	m.hooks[s] = append(m.hooks[s], f)
	return m
}
func (m *Machine) Fire(e Event) error {
	next, ok := m.table[transition{m.state, e}]
	if !ok {
		return &BadTransition{m.state, e}
	}
	from := m.state
	m.state = next
	for _, h := range m.hooks[next] {
		h(from, next)
	}
	return nil
}

type BadTransition struct {
	S State
	E Event
}

func (b *BadTransition) Error() string { return fmt.Sprintf("cannot %s while %v", b.E, b.S) }

type stateFn func(*lexer) stateFn
type lexer struct {
	in  string
	pos int
	out []string
}

func lexText(l *lexer) stateFn {
	i := strings.IndexByte(l.in[l.pos:], '{')
	if i < 0 {
		l.out = append(l.out, "T:"+l.in[l.pos:])
		return nil
	}
	l.out = append(l.out, "T:"+l.in[l.pos:l.pos+i])
	l.pos += i + 1
	return lexVar
}
func lexVar(l *lexer) stateFn {
	i := strings.IndexByte(l.in[l.pos:], '}')
	if i < 0 {
		l.out = append(l.out, "ERR")
		return nil
	}
	l.out = append(l.out, "V:"+l.in[l.pos:l.pos+i])
	l.pos += i + 1
	return lexText
}

func main() {
	m := Machine{table: map[transition]State{
		{Idle, "start"}:    Running,
		{Running, "pause"}: Paused,
		{Paused, "resume"}: Running,
		{Running, "stop"}:  Stopped,
	}}
	m.On(Running, func(f, t State) { m.log = append(m.log, fmt.Sprintf("%v->%v", f, t)) }).
		On(Stopped, func(f, _ State) { m.log = append(m.log, "bye "+f.String()) })
	for _, e := range []Event{"start", "start", "pause", "resume", "stop", "resume"} {
		if err := m.Fire(e); err != nil {
			fmt.Println(err)
			var bt *BadTransition
			if errors.As(err, &bt) && bt.S == Stopped {
				fmt.Printf("%+v %v\n", *bt, bt)
			}
			continue
		}
		fmt.Printf("%-7s -> %-8v|%d|%q\n", e, m.state, m.state, m.state)
	}
	fmt.Println(m.log)
	l := &lexer{in: "hi {name}, {n"}
	for f := stateFn(lexText); f != nil; {
		f = f(l)
	}
	fmt.Printf("%q\n", l.out)
}
