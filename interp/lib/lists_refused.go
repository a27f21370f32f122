package lib

import (
	"slices"

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

// looksAtList are the functions that look at the list in the line below their
// head.
var looksAtList = map[string]bool{
	"all": true, "any": true, "flatmap": true, "foldl": true, "foldr": true, "foreach": true, "map": true, "mapfoldl": true,
}

// loopsOver checks the function and the list of a loop.
func loopsOver(name string, arity int, a args) error {
	if !isFun(a[0], arity) {
		return errClause
	}
	list := a[len(a)-1]
	if term.IsList(list) {
		return nil
	}
	if !looksAtList[name] {
		return errClause
	}
	place := clausesOf("lists", name, len(a))
	return exception.Raise(term.Tuple{term.Atom("case_clause"), list}).In(in("lists", name, len(a), place.line+1))
}

// inLoop adds the frames of a function that called itself for each of the n
// elements before.
func inLoop(name string, arity, n int, err error) error {
	frame := in("lists", name, arity, clausesOf("lists", name, arity).line)
	for range n {
		err = exception.In(err, frame)
	}
	return err
}

// listsMember and what builtinOnKey wraps are built into the machine and
// explain what is wrong.
func listsMember(self *process.Process, a []term.Term) (term.Term, error) {
	if !term.IsList(a[1]) {
		return nil, refused("lists", "member", a, "", "not a list")
	}
	return enumMember(self, args{a[1], a[0]})
}

func builtinOnKey(name string, f process.Func) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		position, list := "", ""
		if n, ok := intAt(a, 1); !ok {
			position = "not an integer"
		} else if n < 1 {
			position = "out of range"
		}
		if !term.IsList(a[2]) {
			list = "not a list"
		}
		if position != "" || list != "" {
			return nil, refused("lists", name, a, "", position, list)
		}
		return keyFunction(f)(self, a)
	}
}

// seqRefused is how lists:seq/3 says what is wrong with its arguments.
func seqRefused(a args) error {
	problems := make([]string, len(a))
	for i, t := range a {
		if _, ok := t.(term.Int); !ok {
			problems[i] = "not an integer"
		}
	}
	if slices.Equal(problems, make([]string, len(a))) {
		problems[2] = "not a positive increment"
		if term.Compare(a[0], a[1]) > 0 {
			problems[2] = "not a negative increment"
		}
	}
	return atLine(299, refused("lists", "seq", a, problems...))
}

// atLine puts the frame on top of the stack of an error into lists.erl.
func atLine(line int, err error) error {
	top := &exception.As(err).Stack[0]
	top.File, top.Line = "lists.erl", line
	return err
}

// splitRefused is how lists:split/2 fails: without a word.
func splitRefused(a args) error {
	err := exception.Raise(term.Atom("badarg")).In(borderFrame("lists", "split", a))
	err.Stack[0].Info = nil
	return atLine(1568, err)
}

// noClauseAt is the exception of a function inside lists.erl that no clause of
// its own took.
func noClauseAt(name string, line int, a args) error {
	return exception.Raise(term.Atom("function_clause")).In(exception.Frame{
		Module: "lists", Function: name, Arity: len(a), Args: a, HasArgs: true, File: "lists.erl", Line: line,
	})
}

// withTuple is a function of List that puts a tuple into a list, with the
// arguments of :lists.
func withTuple(f process.Func) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		if _, ok := a[3].(term.Tuple); !ok {
			return nil, errClause
		}
		return keyFunction(f)(self, a)
	}
}

// sumLine is where lists:sum/2 adds.
const sumLine = 319

func listsSum(_ *process.Process, a []term.Term) (term.Term, error) {
	list, tail := term.SliceWithTail(a[0])
	var sum term.Term = term.Int(0)
	for _, x := range list {
		next, ok := term.Add(sum, x)
		if !ok {
			return nil, exception.In(badarith("+", sum, x), in("lists", "sum", 2, sumLine))
		}
		sum = next
	}
	if tail != term.Empty {
		return nil, noClauseAt("sum", sumLine, args{tail, sum})
	}
	return sum, nil
}

func listsSortBy(self *process.Process, a []term.Term) (term.Term, error) {
	if _, proper := term.Slice(a[1]); !proper || !isFun(a[0], 2) {
		return nil, errClause
	}
	return enumSortWith(self, args{a[1], a[0]})
}
