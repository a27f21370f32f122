package eval

import (
	"gex/interp/syntax"
	"gex/runtime/exception"
	"gex/runtime/term"
)

// destructureForm compiles destructure(list, value): missing elements are nil.
func destructureForm(c *compiler, n *syntax.Call, _ bool) thunk {
	if len(n.Args) != 2 {
		return nil
	}
	list, ok := n.Args[0].(*syntax.List)
	if !ok || list.Tail != nil {
		c.noMacroClause(n)
	}
	value, line := c.expr(n.Args[1], false), n.Line
	match, size := c.pattern(list), len(list.Elems)
	return func(m *machine) (term.Term, error) {
		v, err := value(m)
		if err != nil {
			return nil, err
		}
		result, ok := padded(v, size)
		if !ok {
			return m.callNamed(utilsModule, "destructure", []term.Term{v, term.Int(size)}, line)
		}
		if !match(m, result) {
			return m.fail(line, exception.Raise(term.Tuple{term.Atom("badmatch"), result}))
		}
		return result, nil
	}
}

// utilsModule has the function that does the work in Elixir; in gex it only
// words what is wrong.
const utilsModule = term.Atom("Elixir.Kernel.Utils")

// padded returns the first elements of a list, with nil for those that are not
// there. It reports false for what is neither nil nor a list of so many
// elements or a proper one.
func padded(value term.Term, size int) (term.Term, bool) {
	elements := make([]term.Term, size)
	for i := range elements {
		elements[i] = term.Nil
	}
	if value == term.Term(term.Nil) {
		value = term.Empty
	}
	for i := range elements {
		cell, ok := value.(*term.Cons)
		if !ok {
			break
		}
		elements[i], value = cell.Head, cell.Tail
		if i == size-1 {
			return term.List(elements...), true
		}
	}
	_, empty := value.(term.EmptyList)
	return term.List(elements...), empty || size == 0 && term.IsList(value)
}
