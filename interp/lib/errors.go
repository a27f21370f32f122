package lib

import (
	"errors"

	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// errClause is what a function returns when none of its clauses takes the
// arguments; blamed turns it into the exception.
var errClause = errors.New("no function clause matching")

// noClause is the exception of a call that no clause takes.
func noClause(self *process.Process, module term.Atom, name string, a args) error {
	known := clausesOf(module, name, len(a))
	given := make([]term.Term, len(a))
	for i, t := range a {
		given[i] = t
		if t == nil {
			given[i] = term.Nil
		}
	}
	x := exception.Raise(term.Atom("function_clause")).In(exception.Frame{
		Module: module, Function: name, Arity: len(a), Args: given, HasArgs: true,
		File: known.file, Line: known.line,
	})
	x.Attempted = attempt(self, x)
	return x
}

// attempt returns the clauses that were tried when a function of Elixir's
// raised a FunctionClauseError, nil for other exceptions.
func attempt(self *process.Process, x *exception.Error) *exception.Attempt {
	if len(x.Stack) == 0 || !x.Stack[0].HasArgs || x.Reason != term.Term(term.Atom("function_clause")) {
		return nil
	}
	top := x.Stack[0]
	known := clausesOf(top.Module, top.Function, len(top.Args))
	if len(known.heads) == 0 {
		return nil
	}
	heads := make([]string, len(known.heads))
	for i, head := range known.heads {
		heads[i] = blame(self, head, top.Args)
	}
	return &exception.Attempt{Args: top.Args, Clauses: heads}
}

// Blamer marks, with exception.Mismatch, the parts of the head of a clause that
// do not match the arguments.
type Blamer func(self *process.Process, head string, args []term.Term) string

type blamerKey struct{}

// SetBlamer has the clauses of functions that were called with arguments no
// clause takes marked by b. Patterns belong to the evaluator, so it comes from
// above.
func SetBlamer(node *process.Node, b Blamer) { node.SetValue(blamerKey{}, b) }

func blame(self *process.Process, head string, a args) string {
	if self == nil {
		return head
	}
	if b, ok := self.Node().Value(blamerKey{}).(Blamer); ok {
		return b(self, head, a)
	}
	return head
}

// at is a frame of a function of Elixir.
func at(module, function string, arity int, file string, line int) exception.Frame {
	return exception.Frame{Module: term.Alias(module), Function: function, Arity: arity, File: "lib/" + file, Line: line}
}

// in is a frame of a function of Erlang.
func in(module, function string, arity, line int) exception.Frame {
	return exception.Frame{Module: term.Atom(module), Function: function, Arity: arity, File: module + ".erl", Line: line}
}

// borderFrame is the frame of a built-in that refused its arguments.
func borderFrame(module, function string, a args) exception.Frame {
	return exception.Frame{Module: term.Atom(module), Function: function, Arity: len(a), Args: a, HasArgs: true, Info: errorInfo(module)}
}

// errorInfo is the location's error_info: the module that explains the error.
func errorInfo(module string) term.Term {
	explains := term.Atom("erl_stdlib_errors")
	if module == "erlang" {
		explains = "erl_erts_errors"
	}
	return term.NewMap(term.Pair{Key: term.Atom("module"), Value: explains})
}

// badarg is the exception of a built-in that refused its arguments.
func badarg(module, function string, a ...term.Term) error {
	return exception.Raise(term.Atom("badarg")).In(borderFrame(module, function, a))
}

// refused is badarg of a built-in for which package exception has no words:
// problems are what is wrong with each argument, "" for nothing.
func refused(module, function string, a args, problems ...string) error {
	frame := borderFrame(module, function, a)
	frame.Problems = problems
	return exception.Raise(term.Atom("badarg")).In(frame)
}

// badarith is the exception of arithmetic on what is no number, or by zero.
func badarith(function string, a ...term.Term) error {
	return exception.Raise(term.Atom("badarith")).In(borderFrame("erlang", function, a))
}

// badmap is the exception of a function of maps that was given something else.
func badmap(t term.Term) *exception.Error {
	return exception.Raise(term.Tuple{term.Atom("badmap"), t})
}

// raise is an exception struct with fields in pairs of name and value.
func raise(module string, fields ...any) *exception.Error {
	var pairs []term.Pair
	for i := 0; i < len(fields); i += 2 {
		pairs = append(pairs, term.Pair{Key: term.Atom(fields[i].(string)), Value: fields[i+1].(term.Term)})
	}
	return exception.Raise(exception.Struct(module, pairs...))
}

// keyError is the exception of a key that is not there.
func keyError(key, container term.Term) *exception.Error {
	return raise("KeyError", "key", key, "term", container, "message", term.Nil)
}

// noProtocol is the exception of a value for which a protocol is not implemented.
func noProtocol(protocol string, value term.Term) *exception.Error {
	return raise("Protocol.UndefinedError", "protocol", term.Alias(protocol), "value", value, "description", term.Binary(""))
}
