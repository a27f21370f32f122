package lib

import (
	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/sys"
	"gex/runtime/term"
)

func sysTable() Module {
	return Module{
		Name: "sys",
		Doc:  "System messages: looking into servers and managers, stopping them for a while, tracing what they do.",
		Functions: []Function{
			{"get_state", "name", "The state of a process.", func(self *process.Process, a []term.Term) (term.Term, error) { return sys.GetState(self, a[0], nil) }},
			{"get_state", "name, timeout", "The state of a process.", func(self *process.Process, a []term.Term) (term.Term, error) { return sys.GetState(self, a[0], a[1]) }},
			{"replace_state", "name, fun", "Replaces the state of a process by what `fun` makes of it.", func(self *process.Process, a []term.Term) (term.Term, error) {
				return sys.ReplaceState(self, a[0], a[1], nil)
			}},
			{"replace_state", "name, fun, timeout", "Replaces the state of a process.", func(self *process.Process, a []term.Term) (term.Term, error) {
				return sys.ReplaceState(self, a[0], a[1], a[2])
			}},
			{"get_status", "name", "All that is known about a process.", sysRequest(1, "get_status")},
			{"get_status", "name, timeout", "All that is known about a process.", sysRequest(1, "get_status")},
			{"suspend", "name", "Stops a process; only system messages are answered.", sysRequest(1, "suspend")},
			{"suspend", "name, timeout", "Stops a process.", sysRequest(1, "suspend")},
			{"resume", "name", "Lets a suspended process go on.", sysRequest(1, "resume")},
			{"resume", "name, timeout", "Lets a suspended process go on.", sysRequest(1, "resume")},
			{"terminate", "name, reason", "Orders a process to terminate.", sysTagged("terminate", 2)},
			{"terminate", "name, reason, timeout", "Orders a process to terminate.", sysTagged("terminate", 2)},
			{"change_code", "name, module, old_vsn, extra", "Lets a suspended process convert its state.", sysTagged("change_code", 4)},
			{"change_code", "name, module, old_vsn, extra, timeout", "Lets a suspended process convert its state.", sysTagged("change_code", 4)},
			{"trace", "name, flag", "Prints what the process does, or stops that.", sysDebug("trace")},
			{"trace", "name, flag, timeout", "Prints what the process does.", sysDebug("trace")},
			{"log", "name, flag", "Keeps the last events: true, false, `:get`, `:print` or `{true, n}`.", sysDebug("log")},
			{"log", "name, flag, timeout", "Keeps the last events.", sysDebug("log")},
			{"log_to_file", "name, flag", "Writes the events to a file, or false.", sysDebug("log_to_file")},
			{"log_to_file", "name, flag, timeout", "Writes the events to a file.", sysDebug("log_to_file")},
			{"statistics", "name, flag", "Counts messages: true, false or `:get`.", sysDebug("statistics")},
			{"statistics", "name, flag, timeout", "Counts messages.", sysDebug("statistics")},
			{"install", "name, func_spec", "Calls a function for each event.", sysInstall},
			{"install", "name, func_spec, timeout", "Calls a function for each event.", sysInstall},
			{"remove", "name, func_or_id", "Removes a function that was installed.", sysDebug("remove")},
			{"remove", "name, func_or_id, timeout", "Removes a function that was installed.", sysDebug("remove")},
			{"no_debug", "name", "Ends all tracing and logging.", sysNoDebug},
			{"no_debug", "name, timeout", "Ends all tracing and logging.", sysNoDebug},
			{"debug_options", "options", "Debug options for a special process.", sysDebugOptions},
			{"handle_system_msg", "msg, from, parent, module, debug, misc", "Handles a system message in a special process.", sysHandle},
			{"handle_system_msg", "msg, from, parent, module, debug, misc, hibernate", "Handles a system message in a special process.", sysHandle},
			{"handle_debug", "debug, form_func, name, event", "Tells the debug options of a special process about an event.", func(self *process.Process, a []term.Term) (term.Term, error) {
				return sys.HandleDebug(self, a[0], a[1], a[2], a[3]), nil
			}},
			{"get_log", "debug", "The events that the debug options have kept.", func(_ *process.Process, a []term.Term) (term.Term, error) {
				if err := noDebug(term.Atom("log"), a[0]); err != nil {
					return nil, exception.In(err, in("sys", "get_log", 1, 664))
				}
				return sys.GetLog(a[0]), nil
			}},
			{"print_log", "debug", "Prints the events that the debug options have kept.", func(self *process.Process, a []term.Term) (term.Term, error) {
				if err := noDebug(term.Atom("log"), a[0]); err != nil {
					return nil, exception.In(err, in("sys", "print_log", 1, 658))
				}
				sys.PrintLog(self, a[0])
				return term.OK, nil
			}},
			{"get_debug", "item, debug, default", "The data of the debug option `item`, or `default`.", func(_ *process.Process, a []term.Term) (term.Term, error) {
				return sys.GetDebug(a[0], a[1], a[2]), noDebug(a[0], a[1])
			}},
		},
	}
}

// timeoutAfter is argument n, if it was given.
func timeoutAfter(a args, n int) term.Term {
	if len(a) > n {
		return a[n]
	}
	return nil
}

// sysRequest makes a request that is an atom.
func sysRequest(n int, request term.Atom) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		return sys.Request(self, a[0], request, timeoutAfter(a, n))
	}
}

// sysTagged makes a request {tag, arguments...}.
func sysTagged(tag term.Atom, n int) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		request := append(term.Tuple{tag}, a[1:n]...)
		return sys.Request(self, a[0], request, timeoutAfter(a, n))
	}
}

// sysDebug makes a request {:debug, {what, flag}}.
func sysDebug(what term.Atom) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		request := term.Tuple{term.Atom("debug"), term.Tuple{what, a[1]}}
		return sys.Request(self, a[0], request, timeoutAfter(a, 2))
	}
}

func sysNoDebug(self *process.Process, a []term.Term) (term.Term, error) {
	return sys.Request(self, a[0], term.Tuple{term.Atom("debug"), term.Atom("no_debug")}, timeoutAfter(a, 1))
}

func sysInstall(self *process.Process, a []term.Term) (term.Term, error) {
	if spec, ok := a[1].(term.Tuple); !ok || len(spec) != 2 && len(spec) != 3 {
		return nil, errClause
	}
	return sysDebug("install")(self, a)
}

func sysDebugOptions(self *process.Process, a []term.Term) (term.Term, error) {
	debug, ok := sys.DebugOptions(self, a[0])
	if !ok {
		return nil, exception.Raise(term.Atom("function_clause")).In(exception.Frame{
			Module: "sys", Function: "debug_options", File: "sys.erl", Line: 756, Args: args{a[0], term.Empty}, HasArgs: true,
		})
	}
	return debug, nil
}

func sysHandle(self *process.Process, a []term.Term) (term.Term, error) {
	parent, ok1 := a[2].(term.PID)
	module, ok2 := a[3].(term.Atom)
	if !ok1 || !ok2 {
		return nil, errClause
	}
	return sys.HandleSystemMessage(self, a[0], a[1], sys.Special{Parent: parent, Module: module, Debug: a[4], Misc: a[5]})
}

func codeTable() Module {
	return Module{
		Name: "Elixir.Code",
		Doc:  "Which modules there are.",
		Functions: []Function{
			{"ensure_loaded", "module", "`{:module, module}`, or `{:error, :nofile}`.", codeEnsure},
			{"ensure_loaded?", "module", "Whether there is such a module.", codeLoaded},
			{"ensure_loaded!", "module", "The module; raises `ArgumentError` if there is none.", mustLoad("ensure_loaded!", 1562)},
			{"ensure_compiled!", "module", "The module; raises `ArgumentError` if there is none.", mustLoad("ensure_compiled!", 1624)},
			{"ensure_compiled?", "module", "Whether there is such a module.", codeLoaded},
			{"ensure_compiled", "module", "`{:module, module}`, or `{:error, :nofile}`.", codeEnsure},
		},
	}
}

func codeEnsure(self *process.Process, a []term.Term) (term.Term, error) {
	module, ok := a[0].(term.Atom)
	if !ok {
		return nil, errClause
	}
	if code.Of(self.Node()).Module(module) == nil {
		return errorTuple(term.Atom("nofile")), nil
	}
	return term.Tuple{term.Atom("module"), module}, nil
}

func mustLoad(name string, line int) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		module, ok := a[0].(term.Atom)
		if !ok {
			return nil, errClause
		}
		if code.Of(self.Node()).Module(module) == nil {
			return nil, exception.ArgumentError("could not load module %s due to reason :nofile", show(module)).In(at("Code", name, 1, "code.ex", line))
		}
		return module, nil
	}
}

func codeLoaded(self *process.Process, a []term.Term) (term.Term, error) {
	module, ok := a[0].(term.Atom)
	if !ok {
		return nil, errClause
	}
	return term.Bool(code.Of(self.Node()).Module(module) != nil), nil
}

// noDebug is the error of an item that is looked for in what are no debug options.
func noDebug(item, debug term.Term) error {
	if term.IsList(debug) {
		return nil
	}
	return exception.In(refused("lists", "keysearch", args{item, term.Int(1), debug}, "", "", "not a list"), in("sys", "get_debug2", 3, 650))
}
