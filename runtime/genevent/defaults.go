package genevent

import (
	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/inspect"
	"gex/runtime/process"
	"gex/runtime/term"
)

// Defaults returns the callbacks that `use GenEvent` gives to a module which
// does not define them itself.
func Defaults(module term.Atom) []*code.Function {
	return []*code.Function{
		{Name: "init", Arity: 1, Params: []string{"args"}, Call: okArgument(0)},
		{Name: "handle_event", Arity: 2, Params: []string{"_event", "state"}, Call: okArgument(1)},
		{Name: "handle_call", Arity: 2, Params: []string{"msg", "state"}, Call: noHandleCall(module)},
		{Name: "handle_info", Arity: 2, Params: []string{"_msg", "state"}, Call: okArgument(1)},
		{Name: "terminate", Arity: 2, Params: []string{"_reason", "_state"}, Call: ok},
		{Name: "code_change", Arity: 3, Params: []string{"_old", "state", "_extra"}, Call: okArgument(1)},
	}
}

func ok(*process.Process, []term.Term) (term.Term, error) { return term.OK, nil }

// okArgument is a callback that answers {:ok, argument i}.
func okArgument(i int) process.Func {
	return func(_ *process.Process, args []term.Term) (term.Term, error) {
		return term.Tuple{term.OK, args[i]}, nil
	}
}

// noHandleCall is the handle_call/2 that raises because the module has none.
func noHandleCall(module term.Atom) process.Func {
	return func(self *process.Process, _ []term.Term) (term.Term, error) {
		var name term.Term = self.PID()
		if n := self.RegisteredName(); n != "" {
			name = n
		}
		text := "attempted to call GenEvent " + inspect.Inspect(name, inspect.Options{}) +
			" but no handle_call/2 clause was provided"
		return nil, exception.New("RuntimeError", text).In(exception.Frame{
			Module: module, Function: "handle_call", Arity: 2, File: "lib/gen_event.ex", Line: 120,
			Info: raiseInfo(),
		})
	}
}

// raiseInfo is the error_info of frames that raise an exception.
func raiseInfo() term.Term {
	return term.NewMap(term.Pair{Key: term.Atom("module"), Value: term.Alias("Exception")})
}
