package lib

import (
	"slices"
	"strconv"

	"gex/runtime/exception"
	"gex/runtime/gen"
	"gex/runtime/logger"
	"gex/runtime/process"
	"gex/runtime/proclib"
	"gex/runtime/sys"
	"gex/runtime/term"
)

func procLibTable() Module {
	return Module{
		Name: "proc_lib",
		Doc:  "Processes that are started as OTP's own: with ancestors, and a starter that waits until they are ready.",
		Functions: []Function{
			{"spawn", "fun", "Starts a process.", procSpawn(process.SpawnOptions{})},
			{"spawn", "module, function, args", "Starts a process.", procSpawn(process.SpawnOptions{})},
			{"spawn_link", "fun", "Starts a linked process.", procSpawn(process.SpawnOptions{Link: true})},
			{"spawn_link", "module, function, args", "Starts a linked process.", procSpawn(process.SpawnOptions{Link: true})},
			{"spawn_opt", "fun, options", "Starts a process with options, as `:erlang.spawn_opt/2`.", procSpawnOpt},
			{"spawn_opt", "module, function, args, options", "Starts a process with options, as `:erlang.spawn_opt/4`.", procSpawnOpt},
			{"start", "module, function, args", "Starts a process and waits for `init_ack`.", procStart(proclib.NoLink)},
			{"start", "module, function, args, timeout", "Starts a process and waits for `init_ack`.", procStart(proclib.NoLink)},
			{"start", "module, function, args, timeout, options", "Starts a process with the options of spawn_opt.", procStart(proclib.NoLink)},
			{"start_link", "module, function, args", "Starts a linked process and waits for `init_ack`.", procStart(proclib.Linked)},
			{"start_link", "module, function, args, timeout", "Starts a linked process and waits for `init_ack`.", procStart(proclib.Linked)},
			{"start_link", "module, function, args, timeout, options", "Starts a linked process with the options of spawn_opt.", procStart(proclib.Linked)},
			{"start_monitor", "module, function, args", "Starts a monitored process and waits for `init_ack`.", procStart(proclib.Monitored)},
			{"start_monitor", "module, function, args, timeout", "Starts a monitored process and waits for `init_ack`.", procStart(proclib.Monitored)},
			{"start_monitor", "module, function, args, timeout, options", "Starts a monitored process with the options of spawn_opt.", procStart(proclib.Monitored)},
			{"init_ack", "ret", "Tells the starter that this process is ready; it gets `ret`.", procInitAckParent},
			{"init_ack", "parent, ret", "Tells the starter that this process is ready; it gets `ret`.", procInitAck},
			{"initial_call", "process", "The function the process was started with.", procInitialCall},
			{"translate_initial_call", "process", "The function the process was started with, as the behaviours call it.", procTranslatedCall},
			{"format", "report", "The text of a crash report.", crashText},
			{"format", "report, encoding", "The text of a crash report.", crashText},
			{"format", "report, encoding, depth", "The text of a crash report with terms cut off at a depth.", crashText},
			{"hibernate", "module, function, args", "Waits for a message with an empty stack.", erlangHibernate},
			{"stop", "process", "Stops a process and waits until it is gone.", func(self *process.Process, a []term.Term) (term.Term, error) {
				return term.OK, sys.StopProcess(self, a[0], term.Normal, term.Infinity)
			}},
			{"stop", "process, reason, timeout", "Stops a process and waits until it is gone.", stopping(procStop)},
		},
	}
}

// crashText is the text of a crash report.
func crashText(_ *process.Process, a []term.Term) (term.Term, error) {
	var layout logger.Layout
	if len(a) == 3 {
		depth, _ := a[2].(term.Int)
		layout.Depth = int(depth)
	}
	text, ok := logger.CrashText(a[0], layout)
	if !ok {
		return nil, exception.Raise(term.Atom("function_clause")).In(exception.Frame{Module: "proc_lib", Function: "do_format", Args: a, HasArgs: true, File: "proc_lib.erl", Line: 812})
	}
	return term.Charlist(text), nil
}

func procSpawn(options process.SpawnOptions) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		body, initial, ok := bodyOf(a)
		if !ok {
			return nil, errClause
		}
		options.Initial = initialOf(a, initial)
		return proclib.Spawn(self, body, options).PID(), nil
	}
}

// initialOf returns the initial call that proc_lib notes: that of a fun is the
// function that it was compiled to.
func initialOf(a args, initial process.MFA) process.MFA {
	if fun, ok := a[0].(*term.Fun); ok {
		return process.MFA{Module: fun.Module, Function: fun.Name, Arity: fun.Arity}
	}
	return initial
}

// procSpawnOpt is spawn_opt of proc_lib.
func procSpawnOpt(self *process.Process, a []term.Term) (term.Term, error) {
	last := len(a) - 1
	body, initial, ok := bodyOf(a[:last])
	if !ok {
		return nil, errClause
	}
	process, options, err := proclib.SpawnOpt(self, body, initialOf(a, initial), a[last], func() []term.Term { return a[:last] })
	if err != nil {
		return nil, err
	}
	return spawned(process, options), nil
}

func procStart(link proclib.Link) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		body, initial, ok := bodyOf(a[:3])
		if !ok {
			return nil, errClause
		}
		o := proclib.StartOptions{Link: link, Initial: initial}
		if len(a) > 3 {
			o.Timeout = proclib.BadTimeout
			if d, ok := gen.ParseTimeout(a[3]); ok {
				o.Timeout = proclib.StartTimeout(d)
			}
		}
		if len(a) == 5 {
			o.Options, o.Call = a[4], func() []term.Term { return slices.Clone(a[:3]) }
		}
		started := proclib.Start(self, body, o)
		if started.Err != nil {
			return nil, started.Err
		}
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

func procStop(self *process.Process, server, reason, timeout term.Term) error {
	return sys.StopProcess(self, server, reason, timeout)
}

func procInitAck(self *process.Process, a []term.Term) (term.Term, error) {
	parent, ok := a[0].(term.PID)
	if !ok {
		return nil, exception.In(badarg("erlang", "send", a[0], term.Tuple{term.Atom("ack"), self.PID(), a[1]}),
			in("proc_lib", "init_ack", 2, 425))
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
		names[i] = term.Atom("Argument__" + strconv.Itoa(i+1))
	}
	return term.Tuple{call[0], call[1], term.List(names...)}, nil
}

// procTranslatedCall is the initial call, which is proc_lib's own for
// processes that proc_lib did not start.
func procTranslatedCall(self *process.Process, a []term.Term) (term.Term, error) {
	call, err := procInitialCall(self, a)
	if err == nil && call == term.Term(term.False) {
		return term.Tuple{term.Atom("proc_lib"), term.Atom("init_p"), term.Int(5)}, nil
	}
	if t, ok := call.(term.Tuple); ok && len(t) == 3 && term.IsList(t[2]) {
		list, _ := term.Slice(t[2])
		return term.Tuple{t[0], t[1], term.Int(len(list))}, err
	}
	return call, err
}
