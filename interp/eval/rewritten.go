package eval

import (
	"gex/interp/syntax"
	"gex/runtime/code"
	"gex/runtime/term"
)

// rewritten are the functions that Elixir's compiler replaces by one of Erlang that
// takes the same arguments in another order; see elixir_rewrite.
var rewritten = map[code.Entry]rewriting{
	{Module: kernel, Name: "elem", Arity: 2}:                   {"erlang", "element", []int{1, 0}, true},
	{Module: kernel, Name: "put_elem", Arity: 3}:               {"erlang", "setelement", []int{1, 0, 2}, true},
	{Module: kernel, Name: "is_map_key", Arity: 2}:             {"erlang", "is_map_key", []int{1, 0}, false},
	{Module: kernel, Name: "is_struct", Arity: 2}:              {order: []int{1, 0}}, // these two are macros that bind the name first
	{Module: kernel, Name: "is_exception", Arity: 2}:           {order: []int{1, 0}},
	{Module: "Elixir.Map", Name: "delete", Arity: 2}:           {"maps", "remove", []int{1, 0}, false},
	{Module: "Elixir.Map", Name: "fetch", Arity: 2}:            {"maps", "find", []int{1, 0}, false},
	{Module: "Elixir.Map", Name: "fetch!", Arity: 2}:           {"maps", "get", []int{1, 0}, false},
	{Module: "Elixir.Map", Name: "has_key?", Arity: 2}:         {"maps", "is_key", []int{1, 0}, false},
	{Module: "Elixir.Map", Name: "replace!", Arity: 3}:         {"maps", "update", []int{1, 2, 0}, false},
	{Module: "Elixir.Process", Name: "group_leader", Arity: 2}: {"erlang", "group_leader", []int{1, 0}, false},
	{Module: "Elixir.Process", Name: "send_after", Arity: 3}:   {"erlang", "send_after", []int{2, 0, 1}, false},
	{Module: "Elixir.Process", Name: "send_after", Arity: 4}:   {"erlang", "send_after", []int{2, 0, 1, 3}, false},
	{Module: "Elixir.Tuple", Name: "delete_at", Arity: 2}:      {"erlang", "delete_element", []int{1, 0}, true},
	{Module: "Elixir.Tuple", Name: "duplicate", Arity: 2}:      {"erlang", "make_tuple", []int{1, 0}, false},
	{Module: "Elixir.Tuple", Name: "insert_at", Arity: 3}:      {"erlang", "insert_element", []int{1, 0, 2}, true},
}

// rewriting is what a function is replaced by.
type rewriting struct {
	module term.Atom
	name   string
	order  []int // where its arguments stand in the call, in the order in which they are evaluated
	counts bool  // the first is the number of an element, from 1 and not from 0
}

// orderOf is the order in which the arguments of a call are evaluated, nil if it
// is that in which they stand or if it makes no difference.
func orderOf(entry code.Entry, args []syntax.Node) []int {
	order := rewritten[entry].order
	if order == nil {
		return nil
	}
	acting := 0
	for _, arg := range args {
		if !isStill(arg) {
			acting++
		}
	}
	if acting < 2 {
		return nil
	}
	return order
}

// isStill reports whether evaluating an expression does nothing but give a value.
func isStill(n syntax.Node) bool {
	switch n := n.(type) {
	case *syntax.Var:
		return !n.Called
	case *syntax.Int, *syntax.Float, *syntax.Atom, *syntax.Attribute, *syntax.Fn, *syntax.Capture, *syntax.CaptureArg:
		return true
	case *syntax.Alias:
		return n.Base == nil
	case *syntax.String:
		return isConstant(n.Parts)
	}
	return false
}

// callReversed is callTwo for arguments that are evaluated from the right.
func callReversed(first, second thunk, f func(a, b term.Term) (term.Term, error), line int) thunk {
	return callTwo(second, first, func(b, a term.Term) (term.Term, error) { return f(a, b) }, line)
}
