package process

import "gex/runtime/term"

// monitor is one monitor of target by owner. item is what DOWN names: the pid
// or {name, node}.
type monitor struct {
	ref    term.Ref
	owner  *Process
	target *Process
	item   term.Term
	alias  bool
}

// down delivers the DOWN message to the owner.
func (m *monitor) down(reason term.Term) {
	if m.alias {
		m.owner.dropAlias(m.ref)
	}
	m.owner.node.Emit(Event{Kind: EventDown, From: m.target.pid, To: m.owner.pid, Message: reason})
	m.owner.deliver(term.Tuple{downTag, m.ref, processTag, m.item, reason})
}

// Monitor monitors a process by pid. If it is not alive, the DOWN message with
// reason :noproc is delivered at once. Monitoring oneself does nothing.
func (self *Process) Monitor(target term.PID) term.Ref {
	self.check()
	if p := Lookup(target); p != nil {
		return self.monitorProcess(p, target)
	}
	return self.monitorNobody(target)
}

// MonitorName monitors the process registered as name now.
func (self *Process) MonitorName(name term.Atom) term.Ref {
	self.check()
	item := term.Tuple{name, self.node.Name()}
	if p := self.node.names[name]; p != nil {
		return self.monitorProcess(p, item)
	}
	return self.monitorNobody(item)
}

func (self *Process) monitorNobody(item term.Term) term.Ref {
	ref := self.node.MakeRef()
	self.deliver(term.Tuple{downTag, ref, processTag, item, noproc})
	return ref
}

func (self *Process) monitorProcess(target *Process, item term.Term) term.Ref {
	m := &monitor{ref: self.node.MakeRef(), owner: self, target: target, item: item}
	if target == self {
		return m.ref
	}
	self.monitors.put(m.ref.ID, m)
	target.monitored.put(m.ref.ID, m)
	self.node.Emit(Event{Kind: EventMonitor, From: self.pid, To: target.pid})
	return m.ref
}

// MonitorAlias monitors as Monitor does and makes the reference an alias of
// self: a message sent to it is delivered until Demonitor or the DOWN message.
// It is what a call uses, so that a late answer never arrives.
func (self *Process) MonitorAlias(target term.PID) term.Ref {
	ref := self.Monitor(target)
	if m, ok := self.monitors.get(ref.ID); ok {
		m.alias = true
		self.addAlias(ref)
	}
	return ref
}

// Demonitor removes the monitor, and its alias if it has one, and reports
// whether there was one. The DOWN message may already be in the mailbox: see
// FlushDown.
func (self *Process) Demonitor(ref term.Ref) bool {
	self.check()
	m, ok := self.monitors.get(ref.ID)
	if !ok {
		return false
	}
	self.monitors.delete(ref.ID)
	m.target.monitored.delete(ref.ID)
	if m.alias {
		self.dropAlias(ref)
	}
	return true
}

// DemonitorFlush is Demonitor that also removes the DOWN message if it has
// come already, as demonitor(ref, [flush]).
func (self *Process) DemonitorFlush(ref term.Ref) {
	if !self.Demonitor(ref) {
		self.FlushDown(ref)
	}
}

// FlushDown removes the DOWN message of the monitor from the mailbox, if it
// is there, and reports whether it was.
func (self *Process) FlushDown(ref term.Ref) bool {
	_, ok := self.TakeMatching(func(message term.Term) bool { return IsDown(message, ref) })
	return ok
}

// IsDown reports whether message is the DOWN message of ref.
func IsDown(message term.Term, ref term.Ref) bool {
	down, ok := message.(term.Tuple)
	return ok && len(down) == 5 && down[0] == downTag && down[1] == ref
}

// Monitors returns what self monitors: pids or {name, node}, oldest first.
func (p *Process) Monitors() []term.Term {
	items := make([]term.Term, 0, p.monitors.size)
	for _, m := range p.monitors.all() {
		items = append(items, m.item)
	}
	return items
}

// MonitoredBy returns the pids of those who monitor p, oldest first.
func (p *Process) MonitoredBy() []term.PID {
	pids := make([]term.PID, 0, p.monitored.size)
	for _, m := range p.monitored.all() {
		pids = append(pids, m.owner.pid)
	}
	return pids
}
