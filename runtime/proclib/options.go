package proclib

import (
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// Call is the function that a process of proc_lib is started with, as the
// exceptions of its start show it: a fun, or module, function and a list of
// arguments. It is called only when there is something to show.
type Call func() []term.Term

// SpawnOpt starts a process of proc_lib with options of a list, as spawn_opt/2
// and spawn_opt/4. An option that is none raises ArgumentError.
func SpawnOpt(self *process.Process, body process.Body, initial process.MFA, list term.Term, call Call) (process.Spawned, process.SpawnOptions, error) {
	options, ok := process.ParseSpawnOptions(list)
	if !ok {
		return process.Spawned{}, options, badOption(self, call(), list)
	}
	options.Initial = initial
	return Spawn(self, body, options), options, nil
}

// badOption is the exception of spawn_opt for a list with a wrong option.
func badOption(self *process.Process, call []term.Term, list term.Term) error {
	init := term.List(append([]term.Term{name(self), Ancestors(self)}, call...)...)
	arity, line := 4, 191
	if len(call) == 1 {
		arity, line = 2, 170
	}
	return exception.BadArgCause("badopt", "erlang", "spawn_opt", term.Atom("proc_lib"), term.Atom("init_p"), init, list).
		In(procFrame("spawn_opt", arity, line))
}

// starters are the functions that start a process and wait for it, each with
// the lines where it looks for a monitor in the options and where it spawns.
var starters = map[Link]struct {
	function     string
	check, spawn int
}{
	NoLink:    {"start", 304, 305},
	Linked:    {"start_link", 348, 349},
	Monitored: {"start_monitor", 395, 396},
}

// spawnOptions reads the options of a start function, which may not ask for a
// monitor.
func (o StartOptions) spawnOptions(self *process.Process) (process.SpawnOptions, error) {
	if o.Options == nil {
		return process.SpawnOptions{}, nil
	}
	starter, monitor := starters[o.Link], term.Atom("monitor")
	if _, proper := term.Slice(o.Options); !proper {
		return process.SpawnOptions{}, exception.BadArg("lists", "member", monitor, o.Options).
			In(procFrame(starter.function, 5, starter.check))
	}
	tie := term.Term(monitor)
	if o.Link == Linked {
		tie = term.Atom("link")
	}
	for option := range term.Elements(o.Options) {
		if option == term.Term(monitor) {
			frame := procFrame(starter.function, 5, starter.check)
			frame.Args, frame.HasArgs = append(o.Call(), o.timeoutTerm(), o.Options), true
			return process.SpawnOptions{}, exception.Raise(term.Atom("badarg")).In(frame)
		}
	}
	options, ok := process.ParseSpawnOptions(o.Options)
	if !ok {
		return options, exception.In(badOption(self, o.Call(), &term.Cons{Head: tie, Tail: o.Options}),
			procFrame(starter.function, 5, starter.spawn))
	}
	return options, nil
}

// timeoutTerm is the timeout as the caller gave it.
func (o StartOptions) timeoutTerm() term.Term {
	switch o.Timeout {
	case 0, BadTimeout:
		return term.Infinity
	case noWait:
		return term.Int(0)
	}
	return term.Int(o.Timeout.Milliseconds())
}

func procFrame(function string, arity, line int) exception.Frame {
	return exception.Frame{Module: "proc_lib", Function: function, Arity: arity, File: "proc_lib.erl", Line: line}
}
