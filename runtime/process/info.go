package process

import (
	"gex/runtime/exception"
	"gex/runtime/term"
)

// Dictionary returns the process dictionary.
func (p *Process) Dictionary() *term.Map {
	if p.dictionary == nil {
		return term.NewMap()
	}
	return p.dictionary
}

// Put stores value in the process dictionary and returns the old one, nil if
// there was none.
func (self *Process) Put(key, value term.Term) term.Term {
	old, _ := self.Dictionary().Get(key)
	self.dictionary = self.Dictionary().Put(key, value)
	return old
}

// Get returns the value of key in the process dictionary, nil if there is none.
func (p *Process) Get(key term.Term) term.Term {
	value, _ := p.Dictionary().Get(key)
	return value
}

// Erase removes key from the process dictionary and returns its value.
func (self *Process) Erase(key term.Term) term.Term {
	old := self.Get(key)
	self.dictionary = self.Dictionary().Delete(key)
	return old
}

// Parent returns the process that spawned p, the zero PID for the first ones.
func (p *Process) Parent() term.PID { return p.parent }

// SetWaitsIn says in which function self is about to wait, for process_info. It
// counts until the next such word.
func (self *Process) SetWaitsIn(function *MFA) { self.waitsIn = function }

// Waits returns the frames on which p waits for the reply to a call; false if it
// does not wait for one.
func (p *Process) Waits() ([]exception.Frame, bool) {
	if c := p.inCall(); c != nil && c.from.caller == p {
		return c.form.Waits, true
	}
	return nil, false
}

// SetBase says on which frames the code of self runs, innermost first.
func (self *Process) SetBase(frames *[]exception.Frame) { self.base = frames }

// Base returns the frames on which the code of p runs, as far as it has said.
func (p *Process) Base() []exception.Frame {
	if p.base == nil {
		return nil
	}
	return *p.base
}

// Current returns the function that a waiting process is in, as process_info
// shows it: the one it was started with if it has not said.
func (p *Process) Current() MFA {
	if p.Hibernated() {
		return MFA{"erlang", "hibernate", 3}
	}
	if w, ok := p.server.(Waiter); ok {
		return w.WaitsIn()
	}
	if p.waitsIn != nil {
		return *p.waitsIn
	}
	return *p.initial
}

// GroupLeader returns the process that does the input and output of p.
func (p *Process) GroupLeader() term.PID { return p.groupLeader }

// SetGroupLeader makes leader do the input and output of p.
func (p *Process) SetGroupLeader(leader term.PID) { p.groupLeader = leader }

// Initial returns the function the process was started with.
func (p *Process) Initial() MFA { return *p.initial }

// SetInitial replaces what process_info shows as initial_call.
func (p *Process) SetInitial(initial MFA) { p.initial = p.node.intern(initial) }

// Reductions returns how much the process has done.
func (p *Process) Reductions() uint64 { return p.reductions }

// Status returns the status as process_info names it: running, runnable,
// waiting, suspended or exiting.
func (p *Process) Status() term.Atom {
	switch p.status {
	case statusRunning:
		return "running"
	case statusReady:
		return "runnable"
	case statusWaiting:
		return "waiting"
	case statusSuspended:
		return "suspended"
	}
	return "exiting"
}

// Busy reports whether the process is a server that waits for something inside
// a callback, or works, so that it takes no messages now.
func (p *Process) Busy() bool { return p.server != nil && p.co != nil }

// Hibernated reports whether the process hibernates, which process_info shows
// as current_function {erlang, hibernate, 3}.
func (p *Process) Hibernated() bool { return p.hibernated && p.status == statusWaiting }

// SetHibernated marks the process as hibernating until it next does something.
func (self *Process) SetHibernated(on bool) { self.hibernated = on }

// SendName sends to the process registered as name and reports whether there
// is one.
func (self *Process) SendName(name term.Atom, message term.Term) bool {
	return self.SendEnvelopeName(name, Envelope{Body: message})
}
