package main

import (
	"fmt"
	"strings"
)

type State int
type Input rune

const (
	Start State = iota
	InInt
	InFrac
	Bad
)

//go:generate stringer
func (s State) String() string {
	return map[State]string{Start: "Start", InInt: "InInt", InFrac: "InFrac", Bad: "Bad"}[s]
}

type key struct {
	State
	class string
}

var table = map[key]State{
	{Start, "digit"}:  InInt,
	{InInt, "digit"}:  InInt,
	{InInt, "dot"}:    InFrac,
	{InFrac, "digit"}: InFrac,
}

func class(r Input) string {
	switch {
	case r >= '0' && r <= '9':
		return "digit"
	case r == '.':
		return "dot"
	}
	return "other"
}

type Machine struct {
	state   State
	trace   []State
	onEnter map[State]func(from State, in Input)
}

func (m *Machine) Feed(s string) State {
	for _, r := range s {
		next, ok := table[key{m.state, class(Input(r))}]
		if !ok {
			next = Bad
		}
		if f := m.onEnter[next]; f != nil && next != m.state {
			f(m.state, Input(r))
		}
		m.trace = append(m.trace, next)
		if m.state = next; next == Bad {
			break
		}
	}
	return m.state
}

type stateFn func(*lexer) stateFn
type lexer struct {
	in    string
	pos   int
	items []string
}

func lexText(l *lexer) stateFn {
	for l.pos < len(l.in) {
		if strings.HasPrefix(l.in[l.pos:], "{{") {
			return lexAction
		}
		l.pos++
	}
	return nil
}

func lexAction(l *lexer) stateFn {
	end := strings.Index(l.in[l.pos:], "}}")
	if end < 0 {
		l.items = append(l.items, "unclosed")
		return nil
	}
	l.items = append(l.items, l.in[l.pos+2:l.pos+end])
	l.pos += end + 2
	return lexText
}

func main() {
	for _, s := range []string{"12.5", "7", "1.2.3", "", "x"} {
		m := &Machine{onEnter: map[State]func(State, Input){
			InFrac: func(f State, in Input) { fmt.Printf("  %v -%c-> frac\n", f, in) },
			Bad:    func(f State, in Input) { fmt.Printf("  bad %q in %s\n", in, f) },
		}}
		fmt.Println(s, m.Feed(s), m.trace)
	}
	for _, in := range []string{"a {{x}} b {{y z}}", "{{open", "plain"} {
		l := &lexer{in: in}
		for f := stateFn(lexText); f != nil; {
			f = f(l)
		}
		fmt.Printf("%q\n", l.items)
	}
}
