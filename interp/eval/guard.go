package eval

import (
	"errors"

	"gex/interp/syntax"
	"gex/runtime/code"
	"gex/runtime/term"
)

// notInGuard is what is said of constructs that guards do not allow.
const notInGuard = "invalid expression in guards, %s is not allowed in guards. To learn more about guards, visit: " +
	"https://hexdocs.pm/elixir/patterns-and-guards.html"

// guard is a compiled guard. An error in it counts as false.
type guard func(m *machine) bool

// test is a compiled condition that is true or false.
type test func(m *machine) (bool, error)

// guardOf compiles a guard; a when b when c holds if one of them does.
func (c *compiler) guardOf(n syntax.Node) guard {
	if n == nil {
		return nil
	}
	if or, ok := n.(*syntax.Binary); ok && or.Op == "when" {
		left, right := c.guardOf(or.Left), c.guardOf(or.Right)
		return func(m *machine) bool { return left(m) || right(m) }
	}
	outer := c.guard
	c.guard = true
	var condition test
	c.inClause(func() { condition = c.test(n) })
	c.guard = outer
	c.remarkGuard(n)
	return func(m *machine) bool {
		holds, err := condition(m)
		return err == nil && holds
	}
}

// test compiles the condition of a guard without making terms of its truth
// values where its form allows.
func (c *compiler) test(n syntax.Node) test {
	switch n := n.(type) {
	case *syntax.Binary:
		if compare := comparisons[n.Op]; compare != nil {
			return c.compared(n, compare)
		}
		if n.Op == "and" || n.Op == "or" {
			return c.bothTests(n)
		}
	case *syntax.Call:
		is := typeTests[n.Name]
		if is != nil && n.Target == nil && len(n.Args) == 1 && !c.definesLocal(code.Key{Name: n.Name, Arity: 1}) {
			return c.typeTest(n.Args[0], is)
		}
	}
	value := c.expr(n, false)
	return func(m *machine) (bool, error) {
		v, err := value(m)
		if err == nil && v != trueTerm && v != falseTerm {
			err = errNoBoolean
		}
		return v == trueTerm, err
	}
}

// errNoBoolean fails a guard whose value is neither true nor false.
var errNoBoolean = errors.New("no boolean")

// bothTests compiles and, or of two tests.
func (c *compiler) bothTests(n *syntax.Binary) test {
	var left, right test
	stop := n.Op == "or"
	c.expanding(n.Pos, n.Op, 2, func() { left, right = c.test(n.Left), c.test(n.Right) })
	return func(m *machine) (bool, error) {
		holds, err := left(m)
		if err != nil || holds == stop {
			return holds, err
		}
		return right(m)
	}
}

func (c *compiler) typeTest(n syntax.Node, is func(term.Term) bool) test {
	if slot, ok := c.slotOf(n); ok {
		return func(m *machine) (bool, error) { return is(m.slots[slot]), nil }
	}
	value := c.expr(n, false)
	return func(m *machine) (bool, error) {
		v, err := value(m)
		return err == nil && is(v), err
	}
}
