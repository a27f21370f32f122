package eval

import (
	"fmt"
	"strings"

	"gex/interp/syntax"
	"gex/runtime/term"
)

// debugged is one expression that dbg shows: its source, its value and the
// slot where the next one finds it.
type debugged struct {
	source string
	value  thunk
	slot   int
}

// dbgForm compiles dbg(code): it prints the code with its value, a pipeline
// step by step, and returns the value.
func dbgForm(c *compiler, n *syntax.Call, _ bool) thunk {
	if len(n.Args) > 2 || n.Do != nil {
		return nil
	}
	var subject syntax.Node = &syntax.Call{Pos: n.Pos, Name: "binding", Parens: true}
	if len(n.Args) > 0 {
		subject = n.Args[0]
	}
	options := constant(term.Empty)
	if len(n.Args) == 2 {
		options = c.expr(n.Args[1], false)
	}
	place := c.place()
	if place == "" {
		place = "(file)"
	}
	header := fmt.Sprintf("[%s:%d: %s]\n", c.file, n.Line, place)
	steps, line := c.debugSteps(subject), n.Line
	return func(m *machine) (term.Term, error) { return m.debug(header, steps, options, line) }
}

// debugSteps compiles an expression, or each step of a pipeline.
func (c *compiler) debugSteps(n syntax.Node) []debugged {
	pipe, ok := n.(*syntax.Binary)
	if !ok || pipe.Op != "|>" {
		return []debugged{{syntax.Source(n), c.expr(n, false), c.scope.slot()}}
	}
	steps := c.debugSteps(pipe.Left)
	// A name that no source can spell stands for the value so far.
	before := &variable{name: fmt.Sprintf("@dbg%d", len(steps)), slot: steps[len(steps)-1].slot, used: true}
	c.scope.declare(before)
	step := &syntax.Binary{Pos: pipe.Pos, Op: "|>", Left: &syntax.Var{Pos: pipe.Pos, Name: before.name}, Right: pipe.Right}
	return append(steps, debugged{"|> " + syntax.Source(pipe.Right), c.expr(step, false), c.scope.slot()})
}

// debug runs the steps and prints them.
func (m *machine) debug(header string, steps []debugged, options thunk, line int) (value term.Term, err error) {
	var text strings.Builder
	text.WriteString(header)
	given, err := options(m)
	if err != nil {
		return nil, err
	}
	inspected := &term.Cons{Head: term.Tuple{term.Atom("pretty"), term.True}, Tail: given}
	for _, step := range steps {
		if value, err = step.value(m); err != nil {
			return nil, err
		}
		m.slots[step.slot] = value
		shown, err := m.callNamed(kernel, "inspect", []term.Term{value, inspected}, line)
		if err != nil {
			return nil, err
		}
		fmt.Fprintf(&text, "%s #=> %s\n", step.source, string(shown.(term.Binary)))
	}
	_, err = m.callNamed("Elixir.IO", "puts", []term.Term{term.Atom("stdio"), term.Binary(text.String())}, line)
	return value, err
}
