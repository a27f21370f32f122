package agent

import (
	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/genserver"
	"gex/runtime/process"
	"gex/runtime/proclib"
	"gex/runtime/term"
)

// ServerModule is the name of the callback module of agents.
const ServerModule = term.Atom("Elixir.Agent.Server")

// Tags of requests.
const (
	getAtom          = term.Atom("get")
	updateAtom       = term.Atom("update")
	getAndUpdateAtom = term.Atom("get_and_update")
	castAtom         = term.Atom("cast")
)

// define puts Agent.Server into the module table if it is not there.
func define(node *process.Node) {
	table := code.Of(node)
	if table.Module(ServerModule) == nil {
		table.Define(Module())
	}
}

// Module returns the module Agent.Server.
func Module() *code.Module {
	m := code.NewModule(ServerModule, code.Builtin, genserver.Defaults(ServerModule)...)
	m.Add(&code.Function{Name: "init", Arity: 1, Call: initAgent})
	m.Add(&code.Function{Name: "handle_call", Arity: 3, Call: handleCall})
	m.Add(&code.Function{Name: "handle_cast", Arity: 2, Call: handleCast})
	m.Add(&code.Function{Name: "code_change", Arity: 3, Call: codeChange})
	return m
}

// run calls a function of an agent and notes where in Agent.Server it failed.
func run(self *process.Process, fun term.Term, callback string, arity, line int, state ...term.Term) (term.Term, error) {
	result, err := apply(self, fun, state)
	if err != nil {
		return nil, exception.In(noFun(err), exception.Frame{
			Module: ServerModule, Function: callback, Arity: arity, File: "lib/agent/server.ex", Line: line,
		})
	}
	return result, nil
}

// noFun adds the frame of run/2 if what should be called is no function.
func noFun(err error) error {
	x := exception.As(err)
	if t, ok := x.Reason.(term.Tuple); ok && len(x.Stack) == 0 && term.Tag(t, 2) == "badfun" {
		return x.In(exception.Frame{Module: ServerModule, Function: "run", Arity: 2, File: "lib/agent/server.ex", Line: 50})
	}
	return err
}

func apply(self *process.Process, fun term.Term, state []term.Term) (term.Term, error) {
	mfa, ok := fun.(term.Tuple)
	if !ok || len(mfa) != 3 {
		return code.Call(self, fun, state...)
	}
	args, proper := term.Slice(mfa[2])
	module, isModule := mfa[0].(term.Atom)
	function, isFunction := mfa[1].(term.Atom)
	if !proper || !isModule || !isFunction {
		line := 56
		if len(state) == 0 {
			line = 49
		}
		return nil, exception.BadArg("erlang", "apply", mfa[0], mfa[1], term.ListWithTail(state, mfa[2])).In(exception.Frame{
			Module: ServerModule, Function: "run", Arity: 2, File: "lib/agent/server.ex", Line: line})
	}
	return code.Apply(self, module, string(function), append(state, args...)...)
}

func initAgent(self *process.Process, args []term.Term) (term.Term, error) {
	if mfa, ok := args[0].(term.Tuple); ok && len(mfa) == 3 && !isProper(mfa[2]) {
		in := func(function string, line int) exception.Frame {
			return exception.Frame{Module: ServerModule, Function: function, Arity: 1, File: "lib/agent/server.ex", Line: line}
		}
		return nil, exception.BadArg("erlang", "length", mfa[2]).In(in("get_initial_call", 46), in("initial_call", 35), in("init", 7))
	}
	self.Put(proclib.InitialCallKey, initialCall(args[0]))
	state, err := run(self, args[0], "init", 1, 8)
	if err != nil {
		return nil, err
	}
	return term.Tuple{term.OK, state}, nil
}

func isProper(t term.Term) bool {
	_, proper := term.Slice(t)
	return proper
}

// initialCall is the function that an agent was started with.
func initialCall(fun term.Term) term.Term {
	if f, ok := fun.(*term.Fun); ok {
		return term.Tuple{f.Module, term.Atom(f.Name), term.Int(0)}
	}
	mfa, _ := fun.(term.Tuple)
	if len(mfa) != 3 {
		return term.Nil
	}
	args, _ := term.Slice(mfa[2])
	return term.Tuple{mfa[0], mfa[1], term.Int(len(args))}
}

func handleCall(self *process.Process, args []term.Term) (term.Term, error) {
	request, _ := args[0].(term.Tuple)
	state := args[2]
	switch term.Tag(request, 2) {
	case getAtom:
		reply, err := run(self, request[1], "handle_call", 3, 12, state)
		if err != nil {
			return nil, err
		}
		return term.Tuple{term.Atom("reply"), reply, state}, nil
	case updateAtom:
		next, err := run(self, request[1], "handle_call", 3, 23, state)
		if err != nil {
			return nil, err
		}
		return term.Tuple{term.Atom("reply"), term.OK, next}, nil
	case getAndUpdateAtom:
		return getAndUpdate(self, request[1], state)
	}
	return nil, noClause("handle_call", 11, args)
}

func getAndUpdate(self *process.Process, fun, state term.Term) (term.Term, error) {
	result, err := run(self, fun, "handle_call", 3, 16, state)
	if err != nil {
		return nil, err
	}
	if pair, ok := result.(term.Tuple); ok && len(pair) == 2 {
		return term.Tuple{term.Atom("reply"), pair[0], pair[1]}, nil
	}
	bad := term.Tuple{term.Atom("bad_return_value"), result}
	return term.Tuple{term.Atom("stop"), bad, state}, nil
}

func handleCast(self *process.Process, args []term.Term) (term.Term, error) {
	request, _ := args[0].(term.Tuple)
	if term.Tag(request, 2) != castAtom {
		return nil, noClause("handle_cast", 26, args)
	}
	next, err := run(self, request[1], "handle_cast", 2, 27, args[1])
	if err != nil {
		return nil, err
	}
	return term.Tuple{term.Atom("noreply"), next}, nil
}

func codeChange(self *process.Process, args []term.Term) (term.Term, error) {
	next, err := run(self, args[2], "code_change", 3, 31, args[1])
	if err != nil {
		return nil, err
	}
	return term.Tuple{term.OK, next}, nil
}

func noClause(function string, line int, args []term.Term) error {
	return exception.Raise(term.Atom("function_clause")).In(exception.Frame{
		Module: ServerModule, Function: function, Args: args, HasArgs: true, File: "lib/agent/server.ex", Line: line,
	})
}
