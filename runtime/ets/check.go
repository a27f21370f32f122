package ets

import (
	"fmt"
	"slices"
	"strings"

	"gex/runtime/inspect"
	"gex/runtime/term"
)

// This file says what is wrong with a match specification, in the words of OTP
// and in the order in which it finds them.

// Faults returns what is wrong with a match specification that test_ms is
// given; nothing is if it can be compiled. Of several wrong clauses only the
// first is looked at.
func Faults(spec term.Term) []string {
	list, tail := elements(spec)
	switch {
	case len(list) == 0:
		return []string{"Match programs are not in a list."}
	case tail != nil:
		return []string{"Match programs are not in a proper list."}
	}
	for _, c := range list {
		if t, ok := c.(term.Tuple); !ok || len(t) != 3 {
			return []string{"Match program part is not a tuple of arity 3."}
		}
	}
	for _, c := range list {
		if found := faultsOf(c.(term.Tuple)); len(found) > 0 {
			return found
		}
	}
	return nil
}

// elements returns the elements of a list, and its tail if that is not the
// empty list; what is no list is a tail.
func elements(t term.Term) (list []term.Term, tail term.Term) {
	for {
		cell, ok := t.(*term.Cons)
		if !ok {
			break
		}
		list, t = append(list, cell.Head), cell.Tail
	}
	if t == term.Term(term.Empty) {
		return list, nil
	}
	return list, t
}

// faults collects what is wrong with a clause.
type faults struct {
	bound map[int]bool
	found []string
}

func (f *faults) add(format string, a ...any) { f.found = append(f.found, fmt.Sprintf(format, a...)) }

// faultsOf returns what is wrong with {pattern, guards, body}.
func faultsOf(clause term.Tuple) []string {
	f := &faults{bound: map[int]bool{}}
	boundIn(clause[0], f.bound)
	f.expressions(clause[1], true, "Match expression is not a list.")
	f.expressions(clause[2], false, "Body clause does not return anything.")
	return f.found
}

// expressions looks at guards or at a body, which are lists.
func (f *faults) expressions(t term.Term, mayBeEmpty bool, noList string) {
	list, tail := elements(t)
	if len(list) == 0 && (tail != nil || !mayBeEmpty) {
		f.add("%s", noList)
		return
	}
	for _, element := range list {
		f.expression(element)
	}
	if tail != nil {
		f.add("Match expression is not a proper list.")
	}
}

func (f *faults) expression(t term.Term) {
	if n, ok := variable(t); ok && !f.bound[n] {
		f.add("Variable %s is unbound.", t)
		return
	}
	switch x := t.(type) {
	case *term.Cons:
		f.expression(x.Head)
		f.expression(x.Tail)
	case *term.Map:
		for _, pair := range slices.Backward(x.Pairs()) {
			f.expression(pair.Value)
			f.expression(pair.Key)
		}
	case term.Tuple:
		f.tuple(x)
	}
}

// backwards looks at arguments from the last to the first, as they are pushed.
func (f *faults) backwards(list []term.Term) {
	for _, element := range slices.Backward(list) {
		f.expression(element)
	}
}

func (f *faults) tuple(t term.Tuple) {
	if len(t) == 1 {
		if inner, ok := t[0].(term.Tuple); ok {
			f.backwards(inner)
			return
		}
	}
	var name term.Atom
	if len(t) > 0 {
		name, _ = t[0].(term.Atom)
	}
	if _, isVariable := variable(name); isVariable || name == "" {
		f.add("%s is neither a function call, nor a tuple (tuples are written {{ ... }}).", words(t))
		return
	}
	f.call(name, t)
}

func (f *faults) call(name term.Atom, t term.Tuple) {
	arity := len(t) - 1
	switch {
	case name == "const":
		if arity != 1 {
			f.add("Special form 'const' called with more than one argument in %s.", words(t))
		}
	case name == "self":
		if arity != 0 {
			f.add("Special form 'self' called with arguments in %s.", words(t))
		}
	case isLogical(name):
		f.logical(name, t)
	case name == "set_seq_token":
		f.add("Special form 'set_seq_trace' used in wrong dialect.")
	case ofTracing[name]:
		f.add("Special form '%s' used in wrong dialect.", name)
	case name == "set_tcw" && arity == 1, name == "get_tcw" && arity == 0:
		f.add("Function %s/%d cannot be called in this context.", name, arity)
	case name == "node" && arity < 2:
		f.backwards(t[1:])
	case name == "node", !isGuard(string(name), arity):
		f.add("Function %s/%d does_not_exist.", functionName(name), arity)
	default:
		f.backwards(t[1:])
	}
}

func (f *faults) logical(name term.Atom, t term.Tuple) {
	switch {
	case len(t) == 1:
		f.add("Special form '%s' called without arguments in {%s}.", name, name)
	case name == "andalso" || name == "orelse":
		for _, element := range t[1:] {
			f.expression(element)
		}
	default:
		f.backwards(t[1:])
	}
}

// ofTracing are the functions that only specifications for tracing may call.
var ofTracing = map[term.Atom]bool{
	"caller": true, "caller_line": true, "disable_trace": true, "display": true, "enable_trace": true,
	"exception_trace": true, "get_seq_token": true, "is_seq_trace": true, "message": true,
	"process_dump": true, "return_trace": true, "silent": true, "trace": true,
}

// words is a term as the messages show it.
func words(t term.Term) string { return inspect.ErlangStyle{Latin1: true}.Line(t) }

// functionName quotes what is not made of letters; words that Erlang reserves
// are as any other.
func functionName(name term.Atom) string {
	if strings.Trim(string(name), "abcdefghijklmnopqrstuvwxyz") == "" {
		return string(name)
	}
	return words(name)
}

// boundIn collects the variables of a pattern.
func boundIn(pattern term.Term, b map[int]bool) {
	if n, ok := variable(pattern); ok {
		b[n] = true
		return
	}
	switch p := pattern.(type) {
	case term.Tuple:
		for _, element := range p {
			boundIn(element, b)
		}
	case *term.Cons:
		boundIn(p.Head, b)
		boundIn(p.Tail, b)
	case *term.Map:
		for _, pair := range p.Pairs() {
			boundIn(pair.Value, b)
		}
	}
}

func isLogical(name term.Atom) bool {
	return name == "andalso" || name == "orelse" || name == "and" || name == "or"
}

// isGuard reports whether there is such a function for guards.
func isGuard(name string, arity int) bool {
	_, isTest := tests[name]
	_, isUnary := unary[name]
	_, isComparison := comparisons[name]
	_, isBinary := binary[name]
	_, isTernary := ternary[name]
	return arity == 3 && isTernary || arity == 1 && (isTest || isUnary) || arity == 2 && (isComparison || isBinary)
}
