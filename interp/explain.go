package interp

import (
	"gex/interp/lib"
	"gex/runtime/exception"
	"gex/runtime/inspect"
	"gex/runtime/term"
)

// explained says, of a call of a function that Elixir or OTP has and gex has
// not, that it is gex which lacks it. Under Strict errors are left alone.
func (s *Session) explained(x *exception.Error) *exception.Error {
	if s.options.Strict || x.Reason != term.Term(term.Atom("undef")) || len(x.Stack) == 0 || !x.Stack[0].HasArgs {
		return x
	}
	f := x.Stack[0]
	arity := len(f.Args)
	reason := lacks(f.Module)
	switch absent := lib.Missing(s.table, f.Module, f.Function, arity); {
	case reason != "":
	case absent == lib.AbsentModule:
		reason = "module " + inspect.AtomText(f.Module) + " is part of Elixir 1.14, but gex does not have it"
	case absent == lib.AbsentFunction:
		reason = "it is part of Elixir 1.14, but gex does not have it"
	default:
		return x
	}
	explained := *x
	explained.Reason = exception.Struct("UndefinedFunctionError",
		term.Pair{Key: term.Atom("module"), Value: f.Module},
		term.Pair{Key: term.Atom("function"), Value: term.Atom(f.Function)},
		term.Pair{Key: term.Atom("arity"), Value: term.Int(arity)},
		term.Pair{Key: term.Atom("message"), Value: term.Nil},
		term.Pair{Key: term.Atom("reason"), Value: term.Binary(reason)})
	return &explained
}
