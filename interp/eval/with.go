package eval

import (
	"slices"

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
	if len(c.arguments(n)) == 0 {
		return nil
	}
	args, options := c.optionsOf(n)
	sections := sectionsFrom(options)
	take := func(name string) *syntax.Section {
		i := slices.IndexFunc(sections, func(s syntax.Section) bool { return s.Name == name })
		if i < 0 {
			return nil
		}
		taken := sections[i]
		sections = slices.Delete(sections, i, i+1)
		return &taken
	}
	var steps []step
	var body thunk
	var otherwise []clause
	c.inBlock(func() {
		for _, arg := range args {
			steps = append(steps, c.withStep(arg))
		}
		do := take("do")
		if do == nil {
			c.fail(n.Pos, `missing :do option in "with"`)
		}
		body = c.expr(do.Body, tail)
	})
	if s := take("else"); s != nil {
		otherwise = c.oneArg(*s, construct{"with", n.Pos}, tail)
	}
	if len(sections) > 0 {
		c.fail(n.Pos, "unexpected option :%s in \"with\"", sections[0].Name)
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
	value := c.apart(arrow.Right)
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
