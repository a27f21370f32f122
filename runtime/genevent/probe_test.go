package genevent_test

import (
	"time"

	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/genevent"
	"gex/runtime/process"
	"gex/runtime/term"
)

// modules are the handlers of the tests: Probe with all callbacks, Bare with
// init only, Sparse without handle_info and terminate.
func modules() []*code.Module {
	bare, sparse, use := term.Alias("Bare"), term.Alias("Sparse"), term.Alias("Use")
	return []*code.Module{
		probeModule(),
		code.NewModule(bare, code.Builtin, function("init", 1, okFirst)),
		code.NewModule(sparse, code.Builtin, function("init", 1, okFirst), function("handle_event", 2, keep)),
		code.NewModule(use, code.Builtin, genevent.Defaults(use)...),
	}
}

func function(name string, arity int, f process.Func) *code.Function {
	return &code.Function{Name: name, Arity: arity, Call: f}
}

func okFirst(_ *process.Process, args []term.Term) (term.Term, error) {
	return tuple(term.OK, args[0]), nil
}

func keep(_ *process.Process, args []term.Term) (term.Term, error) {
	return tuple(term.OK, args[1]), nil
}

// probeModule is a programmable handler whose state is {tag, owner}. Every
// callback reports {tag, callback, argument} to the owner; an argument {:do,
// action} makes it act instead, {:only, tag, action} in one handler alone.
func probeModule() *code.Module {
	return code.NewModule(probe, code.Builtin,
		function("init", 1, probeInit),
		function("handle_event", 2, probeReport("event")),
		function("handle_info", 2, probeReport("info")),
		function("handle_call", 2, probeReport("call")),
		function("terminate", 2, probeTerminate),
		function("code_change", 3, probeCodeChange),
	)
}

// owner returns tag and owner of a state, or reports that it is none.
func owner(state term.Term) (tag term.Term, pid term.PID, ok bool) {
	s, _ := state.(term.Tuple)
	if len(s) < 2 {
		return nil, pid, false
	}
	pid, ok = s[1].(term.PID)
	return s[0], pid, ok
}

func probeInit(self *process.Process, args []term.Term) (term.Term, error) {
	if action, ok := actionOf(args[0]); ok {
		return act(self, action)
	}
	report := term.Term(atom("added"))
	state, swapped := args[0].(term.Tuple)
	if swapped && len(state) == 2 {
		if action, ok := actionOf(state[0]); ok {
			return act(self, action)
		}
		if _, _, ok := owner(state[0]); ok {
			report, state = tuple(atom("swapped"), state[1]), state[0].(term.Tuple)
		}
	}
	tag, pid, ok := owner(state)
	if !ok {
		return nil, exception.Raise(atom("function_clause"))
	}
	if len(state) == 3 {
		self.Send(pid, tuple(tag, atom("init"), atom("hibernate")))
		return tuple(term.OK, state[:2], atom("hibernate")), nil
	}
	self.Send(pid, tuple(tag, atom("init"), report))
	return tuple(term.OK, state), nil
}

func actionOf(t term.Term) (term.Tuple, bool) {
	if term.Tag(t, 2) != "do" {
		return nil, false
	}
	action, ok := t.(term.Tuple)[1].(term.Tuple)
	return action, ok
}

func probeReport(callback string) process.Func {
	return func(self *process.Process, args []term.Term) (term.Term, error) {
		if action, ok := actionOf(args[0]); ok {
			return act(self, action)
		}
		tag, pid, _ := owner(args[1])
		var answer term.Term = tuple(term.OK, args[1])
		if callback == "call" {
			answer = tuple(term.OK, tuple(atom("reply"), tag), args[1])
		}
		if term.Tag(args[0], 3) == "only" {
			o := args[0].(term.Tuple)
			if term.Same(o[1], tag) {
				return act(self, o[2].(term.Tuple))
			}
			return answer, nil
		}
		self.Send(pid, tuple(tag, atom(callback), args[0]))
		return answer, nil
	}
}

func probeTerminate(self *process.Process, args []term.Term) (term.Term, error) {
	tag, pid, _ := owner(args[1])
	self.Send(pid, tuple(tag, atom("terminate"), short(args[0])))
	if action, ok := actionOf(args[0]); ok {
		return act(self, action)
	}
	return tuple(atom("terminated"), tag), nil
}

func probeCodeChange(self *process.Process, args []term.Term) (term.Term, error) {
	tag, pid, _ := owner(args[1])
	self.Send(pid, tuple(tag, atom("code_change"), tuple(args[0], args[2])))
	return tuple(term.OK, tuple(tuple(atom("changed"), tag), pid)), nil
}

// short replaces stack traces by :stack.
func short(t term.Term) term.Term {
	tu, ok := t.(term.Tuple)
	if !ok {
		return t
	}
	out := make(term.Tuple, len(tu))
	for i, e := range tu {
		out[i] = short(e)
	}
	if len(out) == 2 {
		if frames, ok := exception.ParseStack(out[1]); ok && len(frames) > 0 {
			out[1] = atom("stack")
		}
	}
	return out
}

func act(self *process.Process, action term.Tuple) (term.Term, error) {
	switch term.Tag(action, len(action)) {
	case "return":
		return action[1], nil
	case "raise":
		return nil, exception.New("RuntimeError", string(action[1].(term.Binary))).In(exception.Frame{
			Module: probe, Function: "act", Arity: 1, File: "lib/Probe.ex", Line: 60})
	case "error":
		return nil, exception.Raise(action[1])
	case "throw":
		return nil, exception.Throw(action[1])
	case "exit":
		return nil, exception.Exit(action[1])
	case "interrupt": // as Ctrl-C does
		process.Escape(exception.Exit(process.Interrupted))
	case "sleep":
		self.Sleep(time.Duration(action[1].(term.Int)) * time.Millisecond)
		return action[2], nil
	case "call":
		reply, err := genevent.Erlang.Call(self, action[1], probe, atom("x"), nil)
		return tuple(term.OK, reply, reply), err
	}
	return nil, exception.Raise(atom("function_clause"))
}
