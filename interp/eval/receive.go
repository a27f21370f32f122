package eval

import (
	"math"
	"time"

	"gex/interp/syntax"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// receiveForm compiles receive do clauses after timeout -> body end.
func receiveForm(c *compiler, n *syntax.Call, tail bool) thunk {
	_, sections, ok := c.sectionsOf(n, 0, "do", "after")
	if !ok {
		return c.invalidArguments(n)
	}
	if len(sections) == 0 {
		c.fail(n.Pos, `missing :do/:after option in "receive"`)
	}
	var clauses []clause
	timeout, after := constant(term.Infinity), constant(term.Nil)
	for _, s := range sections {
		switch {
		case s.Name == "after":
			timeout, after = c.afterClause(n.Pos, s, tail)
		case isEmptyBlock(s.Body):
		default:
			clauses = c.oneArg(s, construct{"receive", n.Pos}, tail)
		}
	}
	line, place := n.Line, c.waitsIn()
	return func(m *machine) (term.Term, error) {
		value, err := timeout(m)
		if err != nil {
			return nil, err
		}
		limit, ok := duration(value)
		if !ok {
			return m.fail(line, noTimeout(place))
		}
		m.self.SetWaitsIn(place)
		body := m.receive(clauses, limit)
		if body == nil {
			return after(m)
		}
		return body(m)
	}
}

// promptReceive is where code at the prompt waits.
var promptReceive = process.MFA{Module: "prim_eval", Function: "receive", Arity: 2}

// waitsIn is the function that is being compiled, in which a receive waits.
func (c *compiler) waitsIn() *process.MFA {
	switch fn := c.scope.fn; {
	case fn.inPrompt:
		return &promptReceive
	case fn.function != nil && fn.function.name != "":
		return &process.MFA{Module: fn.function.module, Function: fn.function.name, Arity: fn.function.arity}
	case c.module != nil && c.define != nil:
		return &process.MFA{Module: c.module.name, Function: c.define.key.Name, Arity: c.define.key.Arity}
	}
	return &promptReceive
}

// noTimeout is the error of a timeout that is none.
func noTimeout(place *process.MFA) error {
	x := exception.Raise(term.Atom("timeout_value"))
	if place == &promptReceive {
		x.In(exception.Frame{Module: place.Module, Function: place.Function, Arity: place.Arity})
	}
	return x
}

func isEmptyBlock(n syntax.Node) bool {
	b, ok := n.(*syntax.Block)
	return ok && len(b.Exprs) == 0
}

func (c *compiler) afterClause(pos syntax.Pos, s syntax.Section, tail bool) (timeout, body thunk) {
	stab, ok := s.Body.(*syntax.Stab)
	if !ok || len(stab.Clauses) != 1 {
		c.fail(s.Pos, `expected a single -> clause for :after in "receive"`)
	}
	clause := stab.Clauses[0]
	c.refuseWhen(clause)
	if len(clause.Args) != 1 {
		c.fail(s.Pos, `expected one argument for :after clauses (->) in "receive"`)
	}
	timeout = c.expr(clause.Args[0], false)
	return timeout, c.block(clause.Body, tail)
}

// receive takes the first message that a clause takes and returns the body of
// that clause, or nil after the timeout.
func (m *machine) receive(clauses []clause, limit time.Duration) thunk {
	var chosen thunk
	_, ok := m.self.ReceiveTimeout(func(message term.Term) bool {
		for i := range clauses {
			if clauses[i].takes(m, message) {
				chosen = clauses[i].body
				return true
			}
		}
		return false
	}, limit)
	if !ok {
		return nil
	}
	return chosen
}

// duration returns a timeout in milliseconds or :infinity as Go's.
func duration(t term.Term) (time.Duration, bool) {
	switch t := t.(type) {
	case term.Int:
		return time.Duration(t) * time.Millisecond, t >= 0 && t <= math.MaxUint32
	case term.Atom:
		return process.Forever, t == term.Infinity
	}
	return 0, false
}
