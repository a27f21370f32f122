package lib

import (
	"gex/runtime/code"
	"gex/runtime/process"
	"gex/runtime/term"
)

// The adapters below make functions of the library from plain Go functions.
// An argument of another kind is one that no clause takes.

// pure1 is for functions of one term that cannot fail.
func pure1(f func(term.Term) term.Term) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) { return f(a[0]), nil }
}

// test is for predicates of one term.
func test(f func(term.Term) bool) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) { return term.Bool(f(a[0])), nil }
}

// onString is for functions of one string.
func onString(f func(string) term.Term) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		s, ok := a[0].(term.Binary)
		if !ok {
			return nil, errClause
		}
		return f(string(s)), nil
	}
}

// onStrings is for functions of two strings.
func onStrings(f func(a, b string) term.Term) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		s, ok1 := a[0].(term.Binary)
		t, ok2 := a[1].(term.Binary)
		if !ok1 || !ok2 {
			return nil, errClause
		}
		return f(string(s), string(t)), nil
	}
}

// onList is for functions whose first argument is a proper list.
func onList(f func(self *process.Process, list []term.Term, a args) (term.Term, error)) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		list, ok := term.Slice(a[0])
		if !ok {
			return nil, errClause
		}
		return f(self, list, a)
	}
}

func intAt(a args, i int) (int, bool) {
	n, ok := a[i].(term.Int)
	return int(n), ok
}

func isFun(t term.Term, arity int) bool {
	f, ok := t.(*term.Fun)
	return ok && f.Arity == arity
}

// truth calls a predicate.
func truth(self *process.Process, fun term.Term, a ...term.Term) (bool, error) {
	result, err := code.Call(self, fun, a...)
	return err == nil && term.Truthy(result), err
}

// option returns the value of key in a keyword list of options.
func option(options term.Term, key term.Atom) (term.Term, bool) {
	if options == nil {
		return nil, false
	}
	return term.KeywordGet(options, key)
}

func okTuple(t term.Term) term.Term    { return term.Tuple{term.OK, t} }
func errorTuple(t term.Term) term.Term { return term.Tuple{term.ErrorAtom, t} }

// orNil returns t, or nil where Go has none.
func orNil(t term.Term) term.Term {
	if t == nil {
		return term.Nil
	}
	return t
}
