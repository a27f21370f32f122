package task

import (
	"time"

	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/logger"
	"gex/runtime/process"
	"gex/runtime/proclib"
	"gex/runtime/term"
)

// This file holds the processes of tasks: Elixir's Task.Supervised.

const (
	supervisedModule = term.Atom("Elixir.Task.Supervised")
	callersKey       = term.Atom("$callers")
)

// handOverTimeout is how long a process waits to be told what to run.
const handOverTimeout = 5 * time.Second

// owner is {node, name or pid, pid} of the process that starts a task.
func owner(self *process.Process) term.Tuple {
	var name term.Term = self.PID()
	if n := self.RegisteredName(); n != "" {
		name = n
	}
	return term.Tuple{self.Node().Name(), name, self.PID()}
}

// callers are the process that starts a task and those that called it.
func callers(self *process.Process) term.Term {
	rest := self.Get(callersKey)
	if rest == nil {
		rest = term.Empty
	}
	return &term.Cons{Head: self.PID(), Tail: rest}
}

// Start runs something in a process without a link, whose answer nobody gets.
func Start(self *process.Process, mfa term.Tuple) term.PID { return spawn(self, mfa, false) }

// StartLink is Start with a link to self.
func StartLink(self *process.Process, mfa term.Tuple) term.PID { return spawn(self, mfa, true) }

func spawn(self *process.Process, mfa term.Tuple, link bool) term.PID {
	return spawnFor(self, owner(self), callers(self), mfa, link)
}

// spawnFor is spawn on behalf of another process.
func spawnFor(self *process.Process, owner term.Tuple, callers term.Term, mfa term.Tuple, link bool) term.PID {
	return proclib.Spawn(self, func(self *process.Process) error {
		prepare(self, callers, mfa)
		_, err := invoke(self, owner, mfa, &startBase)
		return err
	}, process.SpawnOptions{Link: link, Initial: process.MFA{Module: supervisedModule, Function: "noreply", Arity: 4}}).PID()
}

// startAsync starts a process that waits to be told what to run.
func startAsync(self *process.Process, owner term.Tuple, link bool) term.PID {
	ownerPID := owner[2].(term.PID)
	return proclib.Spawn(self, func(self *process.Process) error {
		return answering(self, owner, ownerPID)
	}, process.SpawnOptions{Link: link, Initial: process.MFA{Module: supervisedModule, Function: "reply", Arity: 3}}).PID()
}

// answering waits for {owner, ref, alias, callers, mfa} and sends the answer.
func answering(self *process.Process, owner term.Tuple, ownerPID term.PID) error {
	monitor := self.Monitor(ownerPID)
	message, ok := self.ReceiveTimeout(func(m term.Term) bool {
		t, ok := m.(term.Tuple)
		return ok && len(t) == 5 && (t[0] == term.Term(ownerPID) || process.IsDown(m, monitor))
	}, handOverTimeout)
	if !ok {
		return exception.Exit(term.Atom("timeout"))
	}
	m := message.(term.Tuple)
	if process.IsDown(m, monitor) {
		return exception.Exit(term.Tuple{shutdownAtom, m[4]})
	}
	self.DemonitorFlush(monitor)
	ref, mfa := m[1], m[4].(term.Tuple)
	prepare(self, m[3], mfa)
	answer, err := invoke(self, owner, mfa, &asyncBase)
	if err != nil {
		return err
	}
	self.SendAliasOf(ownerPID, m[2].(term.Ref), term.Tuple{ref, answer})
	return nil
}

// The frames on which tasks run: those that nobody waits for, and those that
// answer.
var (
	startBase = []exception.Frame{supervised("invoke_mfa", 2, 89), proclib.Frame(false)}
	asyncBase = []exception.Frame{supervised("invoke_mfa", 2, 89), supervised("reply", 4, 34), proclib.Frame(false)}
)

func supervised(function string, arity, line int) exception.Frame {
	return exception.Frame{Module: supervisedModule, Function: function, Arity: arity, File: "lib/task/supervised.ex", Line: line}
}

// prepare notes in the process dictionary what the process runs and for whom.
func prepare(self *process.Process, callers term.Term, mfa term.Tuple) {
	self.Put(proclib.InitialCallKey, initialCall(mfa))
	self.Put(callersKey, callers)
}

func initialCall(mfa term.Tuple) term.Term {
	fun, _ := running(mfa)
	f, ok := fun.(*term.Fun)
	if !ok {
		return arity(mfa)
	}
	name := f.Name
	if name == "" {
		// A function typed at the prompt, as the evaluator of Erlang names it.
		name = "-expr/6-fun-" + string(rune('2'+f.Arity)) + "-"
	}
	return term.Tuple{f.Module, term.Atom(name), term.Int(f.Arity)}
}

// running returns the function value and the arguments that a report shows: a
// function without arguments itself, any other as the call of it.
func running(mfa term.Tuple) (fun, args term.Term) {
	if mfa[0] == term.Term(term.Atom("erlang")) && mfa[1] == term.Term(term.Atom("apply")) {
		if list, ok := term.Slice(mfa[2]); ok && len(list) == 2 && list[1] == term.Term(term.Empty) {
			if f, isFun := list[0].(*term.Fun); isFun && f.Arity == 0 {
				return f, list[1]
			}
		}
	}
	module, _ := mfa[0].(term.Atom)
	name, _ := mfa[1].(term.Atom)
	list, _ := term.Slice(mfa[2])
	return &term.Fun{Module: module, Name: string(name), Arity: len(list), External: true}, mfa[2]
}

// invoke runs what a task is to run, on the frames of base. An exception is
// reported and becomes an exit.
func invoke(self *process.Process, owner, mfa term.Tuple, base *[]exception.Frame) (term.Term, error) {
	self.SetBase(base)
	answer, err := apply(self, mfa)
	if err == nil {
		return answer, nil
	}
	x := exception.As(err)
	if f, ok := mfaFun(mfa); ok && len(x.Stack) == 0 && f.Module == "erl_eval" {
		// The evaluator calls exit/1 for a function typed at the prompt.
		x.In(exception.Frame{Module: "erl_eval", Function: "do_apply", Arity: 7, File: "erl_eval.erl", Line: 742})
	}
	x.In(*base...)
	if len(x.Stack) > exception.MaxDepth {
		x.Stack = x.Stack[:exception.MaxDepth]
	}
	if x.Class == exception.ClassExit && proclib.Orderly(x.Reason) {
		return nil, x
	}
	value := x.Reason
	if x.Class == exception.ClassThrow {
		value = term.Tuple{term.Atom("nocatch"), value}
	}
	fun, args := running(mfa)
	logger.Log(self, logger.TaskTerminated{Name: name(self), Starter: owner[1], Function: fun, Args: args,
		Reason: term.Tuple{value, x.StackTerm()}})
	return nil, x
}

// mfaFun returns the function value that a task runs, if it is one.
func mfaFun(mfa term.Tuple) (*term.Fun, bool) {
	fun, _ := running(mfa)
	f, ok := fun.(*term.Fun)
	return f, ok
}

func name(self *process.Process) term.Term {
	if n := self.RegisteredName(); n != "" {
		return n
	}
	return self.PID()
}

func apply(self *process.Process, mfa term.Tuple) (term.Term, error) {
	if list, ok := term.Slice(mfa[2]); ok && len(list) == 2 && mfa[0] == term.Term(term.Atom("erlang")) && mfa[1] == term.Term(term.Atom("apply")) {
		args, proper := term.Slice(list[1])
		f, isFun := list[0].(*term.Fun)
		switch {
		case !proper:
		case isFun && f.Arity == len(args):
			return code.Call(self, f, args...)
		default:
			answer, err := code.Call(self, list[0], args...)
			return answer, exception.In(err, exception.Frame{Module: "erlang", Function: "apply", Arity: 2})
		}
	}
	fun, args := running(mfa)
	list, proper := term.Slice(args)
	f, ok := fun.(*term.Fun)
	switch {
	case !proper:
		return nil, exception.Raise(term.Atom("badarg"))
	case ok && f.External:
		return code.Apply(self, f.Module, f.Name, list...)
	}
	return code.Call(self, fun, list...)
}
