package code

import (
	"gex/runtime/process"
	"gex/runtime/term"
)

// Result is what a callback returned. Most callbacks return {tag, a} or {tag,
// a, b}, of which the behaviour takes the parts: those tuples are not made if
// they can be done without.
type Result struct {
	// Tag is the atom that such a tuple begins with, or "" if First is the
	// whole value.
	Tag term.Atom
	// First and Second are the other elements; Second is nil in a pair.
	First, Second term.Term
}

// ResultFunc is the code of a callback that may return its result taken
// apart: it fills in result, which is zero before and stays so if it fails. It
// must not keep args. (A result that was returned and copied from frame to
// frame cost as much as the tuple.)
type ResultFunc func(self *process.Process, args []term.Term, result *Result) error

// ResultOf returns a value as a Result.
func ResultOf(value term.Term) Result {
	t, _ := value.(term.Tuple)
	if len(t) != 2 && len(t) != 3 {
		return Result{First: value}
	}
	tag, _ := t[0].(term.Atom)
	switch {
	case tag == "":
		return Result{First: value}
	case len(t) == 2:
		return Result{Tag: tag, First: t[1]}
	}
	return Result{Tag: tag, First: t[1], Second: t[2]}
}

// Pair returns the second element of {tag, _}, and whether r is such a pair.
func (r *Result) Pair(tag term.Atom) (term.Term, bool) {
	return r.First, r.Second == nil && r.Tag == tag
}

// Triple returns the other elements of {tag, _, _}, and whether r is that.
func (r *Result) Triple(tag term.Atom) (first, second term.Term, ok bool) {
	return r.First, r.Second, r.Second != nil && r.Tag == tag
}

// Term returns the value.
func (r *Result) Term() term.Term {
	switch {
	case r.Tag == "":
		return r.First
	case r.Second == nil:
		return term.Tuple2(r.Tag, r.First)
	}
	return term.Tuple3(r.Tag, r.First, r.Second)
}
