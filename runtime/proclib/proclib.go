package proclib

import (
	"errors"
	"strings"

	"gex/runtime/exception"
	"gex/runtime/logger"
	"gex/runtime/process"
	"gex/runtime/term"
)

// Keys of the process dictionary.
const (
	AncestorsKey   = term.Atom("$ancestors")
	InitialCallKey = term.Atom("$initial_call")
)

// Spawn starts a process of proc_lib that runs body. Options.Initial is the
// initial call that its dictionary shows; options say whether it is linked or
// monitored. It does not block.
func Spawn(self *process.Process, body process.Body, options process.SpawnOptions) process.Spawned {
	parent, ancestors, initial := name(self), Ancestors(self), options.Initial
	options.Initial = process.MFA{Module: "proc_lib", Function: "init_p", Arity: 5}
	if strings.HasPrefix(initial.Function, "-") { // that of a fun
		options.Initial.Arity = 3
	}
	return self.Spawn(func(self *process.Process) error {
		self.Put(AncestorsKey, &term.Cons{Head: parent, Tail: ancestors})
		self.Put(InitialCallKey, initial.Term())
		return Run(self, body)
	}, options)
}

// Run runs body as init_p of proc_lib does: an exception that it does not
// catch is reported as a crash and becomes an exit. The error of a body that
// goes on as server passes; servers use Exit for their own ends.
func Run(self *process.Process, body process.Body) error {
	err := body(self)
	var x *exception.Error
	if err == nil || !errors.As(err, &x) {
		return err
	}
	return Exit(self, x.In(Frame(false)))
}

// Exit returns the exit with which a process of proc_lib ends whose code
// failed with x, and reports the crash.
func Exit(self *process.Process, x *exception.Error) error {
	reason := exception.ExitReason(x)
	if x.Class != exception.ClassExit || !Orderly(reason) {
		logger.Log(self, logger.ProcessCrashed{
			PID:       self.PID(),
			Name:      self.RegisteredName(),
			Initial:   self.Get(InitialCallKey),
			Ancestors: Ancestors(self),
			Exception: x,
			Process:   self,
		})
	}
	return &exception.Error{Class: exception.ClassExit, Reason: reason, Stack: x.Stack}
}

// Orderly reports whether reason is normal, shutdown or {shutdown, _}, with
// which processes end without a report.
func Orderly(reason term.Term) bool {
	switch r := reason.(type) {
	case term.Atom:
		return r == term.Normal || r == "shutdown"
	case term.Tuple:
		return term.Tag(r, 2) == "shutdown"
	}
	return false
}

// Frame is the frame at the bottom of every stack of a process of proc_lib:
// init_p_do_apply/3, or wake_up/3 in one that has ever hibernated.
func Frame(hibernated bool) exception.Frame {
	if hibernated {
		return exception.Frame{Module: "proc_lib", Function: "wake_up", Arity: 3, File: "proc_lib.erl", Line: 250}
	}
	return exception.Frame{Module: "proc_lib", Function: "init_p_do_apply", Arity: 3, File: "proc_lib.erl", Line: 240}
}

// name returns the registered name of the process, or its pid.
func name(p *process.Process) term.Term {
	if n := p.RegisteredName(); n != "" {
		return n
	}
	return p.PID()
}

// Ancestors returns the list of those who started p: pids or names, the
// parent first; empty for a process that proc_lib did not start.
func Ancestors(p *process.Process) term.Term {
	if list := p.Get(AncestorsKey); list != nil && term.IsList(list) {
		return list
	}
	return term.Empty
}

// InitialCall returns {module, function, arity} of a process that proc_lib
// started, and nil for others.
func InitialCall(p *process.Process) term.Term { return p.Get(InitialCallKey) }
