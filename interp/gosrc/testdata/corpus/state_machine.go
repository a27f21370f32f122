package main

import (
	"errors"
	"fmt"
)

type State int

const (
	Idle State = iota
	Running
	Stopped
)

var names = map[State]string{Idle: "idle", Running: "running", Stopped: "stopped"}

func (s State) String() string { return names[s] }

type Event string
type Transition struct {
	From State
	On   Event
}
type Action func(m *Machine) error
type Machine struct {
	state State
	table map[Transition]struct {
		to State
		do Action
	}
	log []string
}

var ErrBad = errors.New("bad transition")

func (m *Machine) Add(f State, e Event, t State, a Action) {
	if m.table == nil {
		m.table = make(map[Transition]struct {
			to State
			do Action
		})
	}
	m.table[Transition{f, e}] = struct {
		to State
		do Action
	}{t, a}
}

func (m *Machine) Fire(e Event) error {
	tr, ok := m.table[Transition{m.state, e}]
	if !ok {
		return fmt.Errorf("%w: %v on %q", ErrBad, m.state, e)
	}
	if tr.do != nil {
		if err := tr.do(m); err != nil {
			return err
		}
	}
	m.log = append(m.log, fmt.Sprintf("%v->%v", m.state, tr.to))
	m.state = tr.to
	return nil
}

type stateFn func(*lexer) stateFn
type lexer struct {
	in  string
	pos int
	out []string
}

func lexStart(l *lexer) stateFn {
	if l.pos >= len(l.in) {
		return nil
	}
	if l.in[l.pos] >= '0' && l.in[l.pos] <= '9' {
		return lexNum
	}
	l.out = append(l.out, string(l.in[l.pos]))
	l.pos++
	return lexStart
}

func lexNum(l *lexer) stateFn {
	start := l.pos
	for l.pos < len(l.in) && l.in[l.pos] >= '0' && l.in[l.pos] <= '9' {
		l.pos++
	}
	l.out = append(l.out, "N"+l.in[start:l.pos])
	return lexStart
}

func Main() {
	m := &Machine{}
	m.Add(Idle, "start", Running, nil)
	m.Add(Running, "stop", Stopped, func(m *Machine) error { fmt.Println("stopping from", m.state); return nil })
	m.Add(Stopped, "start", Idle, func(*Machine) error { return errors.New("refused") })
	for _, e := range []Event{"stop", "start", "stop", "start"} {
		if err := m.Fire(e); err != nil {
			fmt.Println("error:", err, errors.Is(err, ErrBad))
		}
	}
	fmt.Println(m.state, m.log)
	l := &lexer{in: "12+345*6"}
	for st := stateFn(lexStart); st != nil; {
		st = st(l)
	}
	fmt.Println(l.out)
}

func main() { Main() }
