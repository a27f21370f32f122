package logger

import (
	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// Explained returns the reason of a handler's end as Erlang's reports show it:
// what 'EXIT' wraps, with undef replaced by why the function was not there, and
// anything else as it is.
func Explained(node *process.Node, reason term.Term) term.Term {
	if term.Tag(reason, 2) == "EXIT" {
		return ExplainUndef(node, reason.(term.Tuple)[1])
	}
	return reason
}

// ExplainUndef replaces the undef of a reason by why the function was not
// there: its module could not be loaded, or it does not export it.
func ExplainUndef(node *process.Node, reason term.Term) term.Term {
	if term.Tag(reason, 2) != "undef" {
		return reason
	}
	stack := reason.(term.Tuple)[1]
	frames, ok := exception.ParseStack(stack)
	if !ok || len(frames) == 0 || !frames[0].HasArgs {
		return reason
	}
	f, table := frames[0], code.Of(node)
	switch {
	case table.Module(f.Module) == nil:
		return term.Tuple{term.Atom("module could not be loaded"), stack}
	case table.Exports(f.Module, f.Function, len(f.Args)):
		return reason
	}
	return term.Tuple{term.Atom("function not exported"), stack}
}
