package ets

import "gex/runtime/term"

// Keeps reports whether each clause of a specification visibly returns an
// object with the key of the object that it matched, as select_replace
// demands: the object itself, or one whose key is written as in the pattern or
// is taken out of the object.
func (t *Table) Keeps(s Spec) bool {
	for _, c := range s {
		if !t.keeps(c) {
			return false
		}
	}
	return true
}

func (t *Table) keeps(c clause) bool {
	if len(c.body) != 1 {
		return false
	}
	if c.body[0] == term.Term(term.Atom("$_")) {
		return true
	}
	pattern, ok := c.pattern.(term.Tuple)
	result, plain := constructed(c.body[0])
	if !ok || result == nil || !t.Fits(pattern) || !t.Fits(result) {
		return false
	}
	key := t.Key(result)
	if written(t.Key(pattern), key, plain) {
		return true
	}
	call, _ := key.(term.Tuple)
	return !plain && term.Same(call, term.Tuple{term.Atom("element"), term.Int(t.KeyPosition), term.Atom("$_")})
}

// constructed returns the tuple that {{...}} or {:const, tuple} makes, nil for
// other expressions, and whether it is one without variables and calls.
func constructed(expression term.Term) (made term.Tuple, plain bool) {
	t, _ := expression.(term.Tuple)
	switch {
	case len(t) == 1:
		made, _ = t[0].(term.Tuple)
	case term.Tag(t, 2) == "const":
		made, _ = t[1].(term.Tuple)
		return made, true
	}
	return made, false
}

// written reports whether an expression is the same as what a pattern matched.
// In a plain term variables are atoms like others. What else a matched map
// holds is not known.
func written(pattern, expression term.Term, plain bool) bool {
	switch x := expression.(type) {
	case *term.Cons:
		cell, ok := pattern.(*term.Cons)
		return ok && written(cell.Head, x.Head, plain) && written(cell.Tail, x.Tail, plain)
	case *term.Map:
		return false
	case term.Tuple:
		return writtenTuple(pattern, x, plain)
	case term.Atom:
		_, isVariable := variable(x)
		return pattern == expression && x != "_" && x != "$_" && (x != "$$" || plain) && !(plain && isVariable)
	}
	return term.Same(pattern, expression)
}

func writtenTuple(pattern term.Term, x term.Tuple, plain bool) bool {
	if !plain {
		if term.Tag(x, 2) == "const" {
			return written(pattern, x[1], true)
		}
		made, _ := constructed(x)
		if made == nil {
			return false
		}
		x = made
	}
	tuple, ok := pattern.(term.Tuple)
	if !ok || len(tuple) != len(x) {
		return false
	}
	for i := range x {
		if !written(tuple[i], x[i], plain) {
			return false
		}
	}
	return true
}
