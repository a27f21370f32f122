package lib

import (
	"gex/runtime/code"
	"gex/runtime/process"
	"gex/runtime/proclib"
	"gex/runtime/sys"
	"gex/runtime/term"
)

var sysTable = Module{
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
		{"install", "name, func_spec", "Calls a function for each event.", sysDebug("install")},
		{"install", "name, func_spec, timeout", "Calls a function for each event.", sysDebug("install")},
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
		{"get_log", "debug", "The events that the debug options have kept.", func(_ *process.Process, a []term.Term) (term.Term, error) { return sys.GetLog(a[0]), nil }},
	},
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

func sysDebugOptions(self *process.Process, a []term.Term) (term.Term, error) {
	debug, ok := sys.DebugOptions(self, a[0])
	if !ok {
		return nil, errClause
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

var procLibTable = Module{
	Name: "proc_lib",
	Doc:  "Processes that are started as OTP's own: with ancestors, and a starter that waits until they are ready.",
	Functions: []Function{
		{"spawn", "fun", "Starts a process.", procSpawn(process.SpawnOptions{})},
		{"spawn", "module, function, args", "Starts a process.", procSpawn(process.SpawnOptions{})},
		{"spawn_link", "fun", "Starts a linked process.", procSpawn(process.SpawnOptions{Link: true})},
		{"spawn_link", "module, function, args", "Starts a linked process.", procSpawn(process.SpawnOptions{Link: true})},
		{"start", "module, function, args", "Starts a process and waits for `init_ack`.", procStart(proclib.NoLink)},
		{"start", "module, function, args, timeout", "Starts a process and waits for `init_ack`.", procStart(proclib.NoLink)},
		{"start_link", "module, function, args", "Starts a linked process and waits for `init_ack`.", procStart(proclib.Linked)},
		{"start_link", "module, function, args, timeout", "Starts a linked process and waits for `init_ack`.", procStart(proclib.Linked)},
		{"start_monitor", "module, function, args", "Starts a monitored process and waits for `init_ack`.", procStart(proclib.Monitored)},
		{"start_monitor", "module, function, args, timeout", "Starts a monitored process and waits for `init_ack`.", procStart(proclib.Monitored)},
		{"init_ack", "ret", "Tells the starter that this process is ready; it gets `ret`.", procInitAckParent},
		{"init_ack", "parent, ret", "Tells the starter that this process is ready; it gets `ret`.", procInitAck},
		{"initial_call", "process", "The function the process was started with.", procInitialCall},
		{"hibernate", "module, function, args", "Waits for a message with an empty stack.", erlangHibernate},
		{"stop", "process", "Stops a process and waits until it is gone.", func(self *process.Process, a []term.Term) (term.Term, error) {
			return term.OK, sys.Stop(self, a[0], term.Normal, term.Infinity)
		}},
		{"stop", "process, reason, timeout", "Stops a process and waits until it is gone.", stopping(sys.Stop)},
	},
}

func procSpawn(options process.SpawnOptions) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		body, initial, ok := bodyOf(a)
		if !ok {
			return nil, badarg("proc_lib", "spawn", a...)
		}
		options.Initial = initial
		return proclib.Spawn(self, body, options).PID(), nil
	}
}

func procStart(link proclib.Link) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		body, initial, ok := bodyOf(a[:3])
		if !ok {
			return nil, errClause
		}
		o := proclib.StartOptions{Link: link, Initial: initial}
		if len(a) == 4 {
			d, ok := timeoutOf(a[3])
			if !ok {
				return nil, errClause
			}
			o.Timeout = max(d, 0)
		}
		started := proclib.Start(self, body, o)
		var result term.Term = errorTuple(orNil(started.Reason))
		if started.Ack != nil {
			result = started.Ack
		}
		if link == proclib.Monitored {
			return term.Tuple{result, started.Monitor}, nil
		}
		return result, nil
	}
}

func procInitAck(self *process.Process, a []term.Term) (term.Term, error) {
	parent, ok := a[0].(term.PID)
	if !ok {
		return nil, badarg("erlang", "send", a[0], term.Tuple{term.Atom("ack"), self.PID(), a[1]})
	}
	proclib.InitAck(self, parent, a[1])
	return term.OK, nil
}

func procInitAckParent(self *process.Process, a []term.Term) (term.Term, error) {
	if cell, ok := proclib.Ancestors(self).(*term.Cons); ok {
		if parent, ok := pidOf(self, cell.Head); ok {
			proclib.InitAck(self, parent, a[0])
		}
	}
	return term.OK, nil
}

func procInitialCall(self *process.Process, a []term.Term) (term.Term, error) {
	pid, ok := pidOf(self, a[0])
	p := process.Lookup(pid)
	if !ok || p == nil {
		return term.False, nil
	}
	call, ok := proclib.InitialCall(p).(term.Tuple)
	if !ok || len(call) != 3 {
		return term.False, nil
	}
	arity, _ := call[2].(term.Int)
	names := make([]term.Term, arity)
	for i := range names {
		names[i] = term.Atom("Argument__" + string(rune('1'+i)))
	}
	return term.Tuple{call[0], call[1], term.List(names...)}, nil
}

var stringCharsTable = Module{
	Name: "Elixir.String.Chars",
	Doc:  "The protocol by which terms become strings.",
	Functions: []Function{
		{"to_string", "term", "The term as a string.", kernelToString},
		{"impl_for", "term", "Whether there is a way to make the term a string.", implFor(func(t term.Term) bool { _, err := ToString(t); return err == nil })},
	},
}

var inspectTable = Module{
	Name: "Elixir.Inspect",
	Doc:  "The protocol by which terms are shown. Implementations cannot be added.",
	Functions: []Function{
		{"impl_for", "term", "Every term can be shown.", implFor(func(term.Term) bool { return true })},
	},
}

func implFor(has func(term.Term) bool) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		if has(a[0]) {
			return term.Atom("Elixir.Any"), nil
		}
		return term.Nil, nil
	}
}

var codeTable = Module{
	Name: "Elixir.Code",
	Doc:  "Which modules there are.",
	Functions: []Function{
		{"ensure_loaded", "module", "`{:module, module}`, or `{:error, :nofile}`.", codeEnsure},
		{"ensure_loaded?", "module", "Whether there is such a module.", codeLoaded},
		{"loaded?", "module", "Whether there is such a module.", codeLoaded},
		{"ensure_compiled", "module", "`{:module, module}`, or `{:error, :nofile}`.", codeEnsure},
	},
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

func codeLoaded(self *process.Process, a []term.Term) (term.Term, error) {
	module, ok := a[0].(term.Atom)
	if !ok {
		return nil, errClause
	}
	return term.Bool(code.Of(self.Node()).Module(module) != nil), nil
}
