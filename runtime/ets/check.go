package ets

import "gex/runtime/term"

// This file refuses match specifications that cannot be compiled: variables
// that the pattern does not have, and calls of what is no guard.

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

// valid reports whether a clause can be compiled.
func (c clause) valid() bool {
	bound := map[int]bool{}
	boundIn(c.pattern, bound)
	return validAll(c.guards, bound) && validAll(c.body, bound)
}

func validAll(list []term.Term, bound map[int]bool) bool {
	for _, t := range list {
		if !validExpression(t, bound) {
			return false
		}
	}
	return true
}

func validExpression(t term.Term, bound map[int]bool) bool {
	if n, ok := variable(t); ok {
		return bound[n]
	}
	switch x := t.(type) {
	case *term.Cons:
		return validExpression(x.Head, bound) && validExpression(x.Tail, bound)
	case *term.Map:
		for _, pair := range x.Pairs() {
			if !validExpression(pair.Key, bound) || !validExpression(pair.Value, bound) {
				return false
			}
		}
	case term.Tuple:
		return validTuple(x, bound)
	}
	return true
}

func validTuple(t term.Tuple, bound map[int]bool) bool {
	if len(t) == 0 {
		return true
	}
	if inner, ok := t[0].(term.Tuple); ok {
		return len(t) == 1 && validAll(inner, bound)
	}
	name, ok := t[0].(term.Atom)
	switch {
	case !ok:
		return false
	case name == "const":
		return len(t) == 2
	case isLogical(name):
		return len(t) > 1 && validAll(t[1:], bound)
	}
	return isGuard(string(name), len(t)-1) && validAll(t[1:], bound)
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
