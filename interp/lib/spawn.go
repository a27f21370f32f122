package lib

import (
	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/gen"
	"gex/runtime/process"
	"gex/runtime/term"
)

// This file holds the functions of Kernel that deal with processes.

func kernelProcesses() []Function {
	return []Function{
		{"self", "", "The pid of the process that asks.", func(self *process.Process, _ []term.Term) (term.Term, error) { return self.PID(), nil }},
		{"send", "dest, message", "Puts `message` into the mailbox of `dest`, a pid, a name or an alias, and returns it.", kernelSend},
		{"spawn", "fun", "Starts a process that runs `fun`, and returns its pid.", spawning("spawn", process.SpawnOptions{})},
		{"spawn", "module, fun, args", "Starts a process that runs a function of a module.", spawning("spawn", process.SpawnOptions{})},
		{"spawn_link", "fun", "As `spawn/1`; the two processes are linked before it runs.", spawning("spawn_link", process.SpawnOptions{Link: true})},
		{"spawn_link", "module, fun, args", "As `spawn/3`, linked.", spawning("spawn_link", process.SpawnOptions{Link: true})},
		{"spawn_monitor", "fun", "As `spawn/1`, monitored: returns `{pid, reference}`.", spawning("spawn_monitor", process.SpawnOptions{Monitor: true})},
		{"spawn_monitor", "module, fun, args", "As `spawn/3`, monitored.", spawning("spawn_monitor", process.SpawnOptions{Monitor: true})},
		{"exit", "reason", "Ends the process with `reason`, unless it is caught. At the prompt it is.", func(_ *process.Process, a []term.Term) (term.Term, error) { return nil, exception.Exit(a[0]) }},
		{"make_ref", "", "A reference that is unique.", func(self *process.Process, _ []term.Term) (term.Term, error) { return self.Node().MakeRef(), nil }},
		{"node", "", "The name of this node.", func(self *process.Process, _ []term.Term) (term.Term, error) { return self.Node().Name(), nil }},
		{"node", "arg", "The name of the node of a pid or reference.", kernelNode},
	}
}

func kernelNode(self *process.Process, a []term.Term) (term.Term, error) {
	switch a[0].(type) {
	case term.PID, term.Ref:
		return self.Node().Name(), nil
	}
	return nil, badarg("erlang", "node", a...)
}

func kernelSend(self *process.Process, a []term.Term) (term.Term, error) {
	return send(self, a[0], a[1])
}

func send(self *process.Process, dest, message term.Term) (term.Term, error) {
	switch d := dest.(type) {
	case term.PID:
		self.Send(d, message)
		return message, nil
	case term.Ref:
		self.SendAlias(d, message)
		return message, nil
	case term.Atom:
		if self.SendName(d, message) {
			return message, nil
		}
	case term.Tuple:
		if name, ok := localName(self, d); ok {
			self.SendName(name, message)
			return message, nil
		}
		if isElsewhere(self, d) {
			return message, nil
		}
	}
	return nil, badarg("erlang", "send", dest, message)
}

// localName reads {name, node} with this node.
func localName(self *process.Process, t term.Tuple) (term.Atom, bool) {
	if len(t) != 2 || t[1] != term.Term(self.Node().Name()) {
		return "", false
	}
	name, ok := t[0].(term.Atom)
	return name, ok
}

// isElsewhere reports whether dest is {name, node} with another node.
func isElsewhere(self *process.Process, dest term.Term) bool {
	t, ok := dest.(term.Tuple)
	if !ok || len(t) != 2 || t[1] == term.Term(self.Node().Name()) {
		return false
	}
	_, ok1 := t[0].(term.Atom)
	_, ok2 := t[1].(term.Atom)
	return ok1 && ok2
}

// spawning is spawn, spawn_link and spawn_monitor of a function of no
// arguments, or of module, function and arguments.
func spawning(builtin string, options process.SpawnOptions) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		return spawn(self, builtin, a, options)
	}
}

func spawn(self *process.Process, builtin string, a args, options process.SpawnOptions) (term.Term, error) {
	body, initial, ok := bodyOf(a)
	if !ok || options.Monitor && len(a) == 1 && !isFun(a[0], 0) {
		return nil, badarg("erlang", builtin, a...)
	}
	options.Initial = initial
	return spawned(self.Spawn(body, options), options), nil
}

// spawned is what spawn functions return.
func spawned(child process.Spawned, options process.SpawnOptions) term.Term {
	if options.Monitor {
		return term.Tuple{child.PID(), child.Monitor}
	}
	return child.PID()
}

// bodyOf makes the code of a process of a function, or of module, function
// and arguments. A function that takes arguments fails in the process.
func bodyOf(a args) (process.Body, process.MFA, bool) {
	if len(a) == 1 {
		fun, ok := a[0].(*term.Fun)
		if !ok {
			return nil, process.MFA{}, false
		}
		return func(self *process.Process) error {
			if fun.Arity != 0 {
				return exception.Raise(term.Tuple{term.Atom("badarity"), term.Tuple{fun, term.Empty}}).
					In(exception.Frame{Module: "erlang", Function: "apply", Arity: 2})
			}
			_, err := code.Call(self, fun)
			return err
		}, process.MFA{Module: "erlang", Function: "apply", Arity: 2}, true
	}
	module, ok1 := a[0].(term.Atom)
	name, ok2 := a[1].(term.Atom)
	list, ok3 := term.Slice(a[2])
	return func(self *process.Process) error {
		_, err := code.Apply(self, module, string(name), list...)
		return err
	}, process.MFA{Module: module, Function: string(name), Arity: len(list)}, ok1 && ok2 && ok3
}

// pidOf resolves a pid or a registered name.
func pidOf(self *process.Process, t term.Term) (term.PID, bool) {
	switch t := t.(type) {
	case term.PID:
		return t, true
	case term.Atom:
		if p := self.Node().Whereis(t); p != nil {
			return p.PID(), true
		}
	}
	return term.PID{}, false
}

// timeoutAt reads a timeout: milliseconds or :infinity.
var timeoutOf = gen.ParseTimeout
