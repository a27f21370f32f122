package main

import . "gex/runtime/otp"

// Via is a registry of names for {:via, Via, name}.
type Via struct{}

func (Via) RegisterName(name Term, pid PID) Term {
	Process.Register(pid, name)
	return Atom("yes")
}

func (Via) UnregisterName(name Term) Term { return Process.Unregister(name) }

func (Via) WhereisName(name Term) Term {
	if pid, ok := Process.Whereis(name); ok {
		return pid
	}
	return Undefined
}

func (Via) Send(name, message Term) Term { return Send(name, message) }
