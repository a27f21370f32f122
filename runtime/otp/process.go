package otp

import (
	"time"

	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// ProcessModule is the module Process.
type ProcessModule struct{ api *API }

// Process returns the module Process.
func (a *API) Process() ProcessModule { return ProcessModule{a} }

// Alive reports whether the process lives.
func (m ProcessModule) Alive(pid PID) bool { return process.Lookup(pid.pid) != nil }

// Monitor monitors a process, given by pid or name: when it exits, the caller
// gets {:DOWN, ref, :process, pid, reason}.
func (m ProcessModule) Monitor(item Term) Ref {
	self := m.api.main()
	switch t := moduleTerm(item).(type) {
	case term.PID:
		return Ref{self.Monitor(t)}
	case term.Atom:
		return Ref{self.MonitorName(t)}
	}
	panic(badArgument("Process.Monitor: %s is no process", Inspect(item)))
}

// Demonitor stops monitoring, and reports whether the monitor was there.
// Messages of it that are in the mailbox are removed.
func (m ProcessModule) Demonitor(ref Ref) bool {
	self := m.api.main()
	defer self.FlushDown(ref.ref)
	return self.Demonitor(ref.ref)
}

// Link links the caller to a process.
func (m ProcessModule) Link(pid PID) bool {
	must(m.api.main().Link(pid.pid))
	return true
}

// Unlink removes the link to a process.
func (m ProcessModule) Unlink(pid PID) bool {
	m.api.main().Unlink(pid.pid)
	return true
}

// Register gives a process a name: an atom or a module.
func (m ProcessModule) Register(pid PID, name Term) bool {
	atom, ok := moduleTerm(name).(term.Atom)
	if !ok || !m.api.node.Register(atom, pid.pid) {
		panic(badArgument("could not register %s with name %s because it is not alive, the name is already taken, or it has already been given another name",
			Inspect(pid), Inspect(moduleTerm(name))).In(exception.Frame{
			Module: "Elixir.Process", Function: "register", Args: []term.Term{pid.pid, moduleTerm(name)}, HasArgs: true, File: "lib/process.ex", Line: 611,
		}))
	}
	return true
}

// Unregister frees a name.
func (m ProcessModule) Unregister(name Term) bool {
	atom, ok := moduleTerm(name).(term.Atom)
	if !ok || !m.api.node.Unregister(atom) {
		panic(exception.BadArg("erlang", "unregister", moduleTerm(name)))
	}
	return true
}

// Whereis returns the process with the name and whether there is one. It raises
// ArgumentError for a name that is no atom.
func (m ProcessModule) Whereis(name Term) (PID, bool) {
	atom, ok := moduleTerm(name).(term.Atom)
	if !ok {
		panic(exception.BadArg("erlang", "whereis", moduleTerm(name)).
			In(exception.Frame{Module: "Elixir.Process", Function: "whereis", Arity: 1, File: "lib/process.ex", Line: 653}))
	}
	p := m.api.node.Whereis(atom)
	if p == nil {
		return PID{}, false
	}
	return PID{p.PID()}, true
}

// Registered returns all registered names.
func (m ProcessModule) Registered() []Atom { return m.api.node.Registered() }

// List returns all processes.
func (m ProcessModule) List() []PID {
	var pids []PID
	for _, p := range m.api.node.Processes() {
		pids = append(pids, PID{p.PID()})
	}
	return pids
}

// Exit sends an exit signal with the reason to a process.
func (m ProcessModule) Exit(pid PID, reason Term) bool {
	m.api.self().Exit(pid.pid, ToTerm(reason))
	return true
}

// TrapExit sets whether exit signals of linked processes arrive as messages
// {:EXIT, pid, reason}, and returns the old value: Process.flag(:trap_exit, on).
func (m ProcessModule) TrapExit(on bool) bool { return m.api.main().SetTrapExit(on) }

// Sleep blocks the caller for the duration.
func (m ProcessModule) Sleep(d time.Duration) { m.api.self().Sleep(max(d, 0)) }

// SendAfter sends the message after the duration. Cancel of what it returns
// stops it.
func (m ProcessModule) SendAfter(to PID, message Term, d time.Duration) TimerRef {
	return TimerRef{m.api.node.SendAfter(d, to.pid, ToTerm(message))}
}

// TimerRef is a message that will be sent.
type TimerRef struct{ timer *process.Timer }

// Cancel keeps the message from being sent; it returns the time that was left
// and whether it had not been sent yet.
func (t TimerRef) Cancel() (time.Duration, bool) { return t.timer.Cancel() }

// Get returns the value of key in the caller's process dictionary, or nil.
func (m ProcessModule) Get(key Term) Term {
	return m.api.FromTerm(orNil(m.api.main().Get(ToTerm(key))))
}

// Put stores value in the caller's process dictionary and returns the old one.
func (m ProcessModule) Put(key, value Term) Term {
	return m.api.FromTerm(orNil(m.api.main().Put(ToTerm(key), ToTerm(value))))
}

func orNil(t term.Term) term.Term {
	if t == nil {
		return term.Nil
	}
	return t
}

// GroupLeader returns the process that prints for the caller.
func (m ProcessModule) GroupLeader() PID { return PID{m.api.self().GroupLeader()} }
