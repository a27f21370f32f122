package eval

import (
	"gex/interp/syntax"
	"gex/runtime/exception"
	"gex/runtime/term"
)

// step is one part of a with: a match, or a plain expression if match is nil.
type step struct {
	value thunk
	match pattern
	guard guard
}

// withForm compiles with a <- x, b = y do ... else ... end.
func withForm(c *compiler, n *syntax.Call, tail bool) thunk {
	args, sections := syntax.Sections(n.Args, n.Do)
	if len(sections) == 0 {
		c.inBlock(func() {
			for _, arg := range n.Args {
				c.withStep(arg)
			}
		})
		c.fail(n.Pos, "missing :do option in \"with\"")
	}
	var steps []step
	var body thunk
	var otherwise []clause
	c.inBlock(func() {
		for _, arg := range args {
			steps = append(steps, c.withStep(arg))
		}
		body = c.expr(sections[0].Body, tail)
	})
	for _, s := range sections[1:] {
		if s.Name != "else" || otherwise != nil {
			c.fail(n.Pos, "unexpected option :%s in \"with\"", s.Name)
		}
		otherwise = c.oneArg(s, construct{"with", n.Pos}, tail)
	}
	line := n.Line
	return func(m *machine) (term.Term, error) {
		failed, err := m.withSteps(steps)
		switch {
		case err != nil:
			return nil, err
		case failed == nil:
			return body(m)
		case otherwise == nil:
			return failed, nil
		}
		for i := range otherwise {
			if otherwise[i].takes(m, failed) {
				return otherwise[i].body(m)
			}
		}
		return m.fail(line, exception.Raise(term.Tuple{term.Atom("with_clause"), failed}))
	}
}

func (c *compiler) withStep(n syntax.Node) step {
	arrow, ok := n.(*syntax.Binary)
	if !ok || arrow.Op != "<-" {
		return step{value: c.expr(n, false)}
	}
	value := c.expr(arrow.Right, false)
	match, guard := c.guardedPattern(arrow.Left)
	return step{value, match, guard}
}

// withSteps runs the steps and returns the first value that did not match.
func (m *machine) withSteps(steps []step) (failed term.Term, err error) {
	for i := range steps {
		s := &steps[i]
		value, err := s.value(m)
		if err != nil {
			return nil, err
		}
		if s.match != nil && (!s.match(m, value) || s.guard != nil && !s.guard(m)) {
			return value, nil
		}
	}
	return nil, nil
}
