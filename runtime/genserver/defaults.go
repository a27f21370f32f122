package genserver

import (
	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/inspect"
	"gex/runtime/logger"
	"gex/runtime/process"
	"gex/runtime/term"
)

// Defaults returns the callbacks that `use GenServer` gives to a module which
// does not define them itself, init/1 among them.
func Defaults(module term.Atom) []*code.Function {
	return []*code.Function{
		{Name: "init", Arity: 1, Params: []string{"init_arg"}, Call: okFirst},
		{Name: "handle_call", Arity: 3, Params: []string{"msg", "_from", "state"},
			Call: raiseMissing(module, "call", "handle_call", 3, 787)},
		{Name: "handle_info", Arity: 2, Params: []string{"msg", "state"}, Call: unexpected(module)},
		{Name: "handle_cast", Arity: 2, Params: []string{"msg", "state"},
			Call: raiseMissing(module, "cast", "handle_cast", 2, 832)},
		{Name: "terminate", Arity: 2, Params: []string{"_reason", "_state"}, Call: ok},
		{Name: "code_change", Arity: 3, Params: []string{"_old", "state", "_extra"}, Call: okSecond},
	}
}

func ok(*process.Process, []term.Term) (term.Term, error) { return term.OK, nil }

func okFirst(_ *process.Process, args []term.Term) (term.Term, error) {
	return term.Tuple{term.OK, args[0]}, nil
}

func okSecond(_ *process.Process, args []term.Term) (term.Term, error) {
	return term.Tuple{term.OK, args[1]}, nil
}

// raiseMissing is a callback that raises because the module has none.
func raiseMissing(module term.Atom, verb, function string, arity, line int) process.Func {
	return func(self *process.Process, _ []term.Term) (term.Term, error) {
		text := "attempted to " + verb + " GenServer " + inspect.Inspect(name(self), inspect.Options{}) +
			" but no " + function + "/" + string(rune('0'+arity)) + " clause was provided"
		return nil, exception.New("RuntimeError", text).In(exception.Frame{
			Module: module, Function: function, Arity: arity, File: "lib/gen_server.ex", Line: line,
			Info: raiseInfo(),
		})
	}
}

// unexpected is the handle_info/2 that logs each message.
func unexpected(module term.Atom) process.Func {
	return func(self *process.Process, args []term.Term) (term.Term, error) {
		logger.Log(self, logger.UnexpectedMessage{Module: module, Name: name(self), Message: args[0]})
		return term.Tuple{noreplyAtom, args[1]}, nil
	}
}

// name returns the registered name of the process, or its pid.
func name(self *process.Process) term.Term {
	if n := self.RegisteredName(); n != "" {
		return n
	}
	return self.PID()
}

// raiseInfo is the error_info of frames that raise an exception.
func raiseInfo() term.Term {
	return term.NewMap(term.Pair{Key: term.Atom("module"), Value: term.Alias("Exception")})
}
