package lib

import (
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// This file has how the functions of :lists refuse what they cannot work on.
// They fail where Erlang's own loops do, with what is left of the arguments
// there.

// overList is a function of Enum that takes a list and a function, with the
// arguments of :lists: the function, of one argument, and the list.
func overList(name string, f process.Func) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		if err := loopsOver(name, 1, a); err != nil {
			return nil, err
		}
		return f(self, args{a[1], a[0]})
	}
}

// folding is a function of Enum or List that folds, with the arguments of
// :lists: the function, the accumulator and the list.
func folding(name string, f process.Func) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		if err := loopsOver(name, 2, a); err != nil {
			return nil, err
		}
		return f(self, args{a[2], a[1], a[0]})
	}
}

// loopsOver checks the function and the list of a loop. The list is looked at
// in the line below the head.
func loopsOver(name string, arity int, a args) error {
	if !isFun(a[0], arity) {
		return errClause
	}
	list := a[len(a)-1]
	if _, ok := term.SliceWithTail(list); term.IsList(list) || ok != nil && term.IsList(ok) {
		return nil
	}
	place := clausesOf("lists", name, len(a))
	return exception.Raise(term.Tuple{term.Atom("case_clause"), list}).In(in("lists", name, len(a), place.line+1))
}
