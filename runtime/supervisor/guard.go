package supervisor

import (
	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// stateSize is the size of the record of a supervisor.
const stateSize = 12

// isState reports whether a term is the record of a supervisor.
func isState(t term.Term) bool {
	r, ok := t.(term.Tuple)
	return ok && len(r) == stateSize && r[0] == term.Term(term.Atom("state"))
}

// guarded is a callback that anybody may call, with anything for the state,
// which comes last but in code_change/3. What is no state is refused at a line
// as OTP does.
func guarded(f *code.Function, line int) *code.Function {
	call, place := f.Call, max(f.Arity-1, 0)
	if f.Name == "code_change" {
		place = 1
	}
	f.Call = func(self *process.Process, args []term.Term) (term.Term, error) {
		state := args[place]
		if setup, ok := state.(term.Tuple); f.Name == "init" && ok && len(setup) == 3 || f.Name != "init" && isState(state) {
			return call(self, args)
		}
		frame := exception.Frame{Module: supervisorModule, Function: f.Name, Arity: f.Arity, File: "supervisor.erl", Line: line}
		switch f.Name {
		case "handle_info":
			return term.Tuple{term.Atom("noreply"), state}, nil
		case "terminate", "code_change":
			return nil, exception.Raise(term.Tuple{term.Atom("badrecord"), state}).In(frame)
		}
		frame.Args, frame.HasArgs = args, true
		return nil, exception.Raise(term.Atom("function_clause")).In(frame)
	}
	return f
}

// isDynamicState reports whether a term is the state of a dynamic supervisor.
func isDynamicState(t term.Term) bool {
	m, ok := t.(*term.Map)
	if !ok {
		return false
	}
	name, ok := m.Get(term.Atom("__struct__"))
	return ok && name == term.Term(dynamicModule)
}

// dynamicGuarded is a callback of DynamicSupervisor that anybody may call, or whose
// state sys:replace_state/2 may have made anything; the state comes last.
func dynamicGuarded(f *code.Function) *code.Function {
	call := f.Call
	f.Call = func(self *process.Process, args []term.Term) (term.Term, error) {
		state := args[len(args)-1]
		if isDynamicState(state) {
			return call(self, args)
		}
		frame := exception.Frame{Module: dynamicModule, Function: f.Name, Arity: f.Arity, File: "lib/dynamic_supervisor.ex", Args: args, HasArgs: true}
		switch message, _ := args[0].(term.Tuple); {
		case f.Name == "handle_info" && term.Tag(message, 3) == "EXIT":
			frame.Function, frame.Line = "maybe_restart_child", 958
			frame.Args = []term.Term{message[1], message[2], state}
		case f.Name == "handle_info" && term.Tag(message, 2) == genRestart:
			return nil, exception.Raise(term.Tuple{term.Atom("badmatch"), state})
		case f.Name == "handle_info":
			unexpected(self, args[0])
			return term.Tuple{term.Atom("noreply"), state}, nil
		case f.Name == "handle_cast":
			return term.Tuple{term.Atom("noreply"), state}, nil
		}
		return nil, exception.Raise(term.Atom("function_clause")).In(frame)
	}
	return f
}
