package process

import (
	"slices"

	"gex/runtime/term"
)

// monitor is one monitor of target by owner. item is what DOWN names: the pid
// or {name, node}.
type monitor struct {
	ref    term.Ref
	owner  *Process
	target *Process
	item   term.Term
	tag    term.Term    // in place of :DOWN; nil for that
	alias  AliasMode    // never ExplicitUnalias: the node knows these
	call   *pendingCall // that it belongs to, which hears of the end itself
	// owned and watched are its places among the monitors of the owner and of
	// the target.
	owned, watched entry[uint64, *monitor]
}

// AliasMode says until when the reference of a monitor is an alias too.
type AliasMode uint8

const (
	NoAlias         AliasMode = iota
	ExplicitUnalias           // until Unalias
	AliasDemonitor            // until that, or the end of the monitor
	ReplyDemonitor            // until that, or the first message through it, which ends the monitor
)

// MonitorOptions are the options of monitor/3.
type MonitorOptions struct {
	// Tag stands in the message in place of :DOWN.
	Tag term.Term
	// Alias makes the reference an alias.
	Alias AliasMode
}

// maxSpareMonitors bounds the monitors kept for later use.
const maxSpareMonitors = 256

// newMonitor returns a monitor, a used one if there is one: each call makes a
// monitor and removes it.
func (n *Node) newMonitor() *monitor {
	last := len(n.spareMonitors) - 1
	if last < 0 {
		return &monitor{}
	}
	m := n.spareMonitors[last]
	n.spareMonitors = n.spareMonitors[:last]
	return m
}

// releaseMonitor takes back a monitor that is in no list any more.
func (n *Node) releaseMonitor(m *monitor) {
	*m = monitor{}
	if len(n.spareMonitors) < maxSpareMonitors {
		n.spareMonitors = append(n.spareMonitors, m)
	}
}

// down delivers the DOWN message to the owner.
func (m *monitor) down(reason term.Term) {
	if n := m.owner.node; n.observed.Has(EventDown) {
		n.Emit(m.event(reason))
	}
	if m.call != nil {
		m.target = nil
		if m.call.outcome == pending {
			m.call.resolve(Down, reason)
		}
		return
	}
	m.owner.deliver(Envelope{Body: m.message(reason)})
}

// event is the event of the target's end; Call is set if the owner waits for
// an answer of it.
func (m *monitor) event(reason term.Term) Event {
	e := Event{Kind: EventDown, From: m.target.pid, To: m.owner.pid, Message: reason}
	if m.call != nil {
		e.Call = m.ref.ID
	}
	return e
}

// message is the DOWN message.
func (m *monitor) message(reason term.Term) term.Term {
	d := &down{ref: m.ref}
	d.elements = [5]term.Term{orDown(m.tag), term.RefAt(&d.ref), processTag, m.item, reason}
	d.message = d.elements[:]
	return term.TupleAt(&d.message)
}

func orDown(tag term.Term) term.Term {
	if tag != nil {
		return tag
	}
	return downTag
}

// down is the memory of a DOWN message, in one piece.
type down struct {
	message  term.Tuple
	elements [5]term.Term
	ref      term.Ref
}

// Monitor monitors a process by pid. If it is not alive, the DOWN message with
// reason :noproc is delivered at once. Monitoring oneself does nothing.
func (self *Process) Monitor(target term.PID) term.Ref {
	self.check()
	if p := Lookup(target); p != nil {
		return self.monitorProcess(p, target, self.node.MakeRef())
	}
	return self.monitorNobody(target, self.node.MakeRef())
}

// MonitorWith monitors a process by pid, or the one registered as a name, as
// monitor/3 does.
func (self *Process) MonitorWith(target term.Term, options MonitorOptions) term.Ref {
	self.check()
	item, p := target, (*Process)(nil)
	switch t := target.(type) {
	case term.PID:
		p = Lookup(t)
	case term.Atom:
		item, p = term.Tuple{t, self.node.Name()}, self.node.names[t]
	}
	return self.monitorWith(p, item, options)
}

// monitorWith monitors target, which item names; nil is nobody.
func (self *Process) monitorWith(target *Process, item term.Term, options MonitorOptions) term.Ref {
	ref := self.node.MakeRef()
	if options.Alias != NoAlias {
		ref.ID |= term.AliasRef
	}
	if target != nil {
		self.monitorProcess(target, item, ref)
	} else {
		self.deliver(Envelope{Body: term.Tuple{orDown(options.Tag), ref, processTag, item, noproc}})
	}
	if options.Alias == ExplicitUnalias && target != self { // who monitors itself has neither
		self.addAlias(ref, false)
		options.Alias = NoAlias
	}
	if m, ok := self.monitors.get(ref.ID); ok {
		m.tag, m.alias = options.Tag, options.Alias
	}
	return ref
}

// MonitorName monitors the process registered as name now.
func (self *Process) MonitorName(name term.Atom) term.Ref {
	self.check()
	item := term.Tuple{name, self.node.Name()}
	if p := self.node.names[name]; p != nil {
		return self.monitorProcess(p, item, self.node.MakeRef())
	}
	return self.monitorNobody(item, self.node.MakeRef())
}

func (self *Process) monitorNobody(item term.Term, ref term.Ref) term.Ref {
	self.deliver(Envelope{Body: term.Tuple{downTag, ref, processTag, item, noproc}})
	return ref
}

func (self *Process) monitorProcess(target *Process, item term.Term, ref term.Ref) term.Ref {
	if target == self {
		return ref
	}
	self.node.newMonitor().start(self, target, ref, item)
	return ref
}

func (m *monitor) start(owner, target *Process, ref term.Ref, item term.Term) {
	m.ref, m.owner, m.target, m.item = ref, owner, target, item
	m.owned.key, m.owned.value = ref.ID, m
	m.watched.key, m.watched.value = ref.ID, m
	owner.monitors.add(&m.owned)
	target.monitored.add(&m.watched)
	if n := owner.node; m.call == nil && n.observed.Has(EventMonitor) {
		n.Emit(Event{Kind: EventMonitor, From: owner.pid, To: target.pid})
	}
}

// stop takes the monitor out of both lists.
func (m *monitor) stop() {
	m.owner.monitors.remove(&m.owned)
	m.target.monitored.remove(&m.watched)
}

// MonitorAlias monitors as Monitor does and makes the reference an alias of
// self: a message sent to it is delivered until Demonitor or the DOWN message.
// It is what a call uses, so that a late answer never arrives.
func (self *Process) MonitorAlias(target term.PID) term.Ref {
	self.check()
	p := Lookup(target)
	if p == nil {
		return self.monitorNobody(target, self.node.makeAliasRef())
	}
	ref := self.monitorProcess(p, target, self.node.makeAliasRef())
	if m, ok := self.monitors.get(ref.ID); ok {
		m.alias = AliasDemonitor
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
	self.endMonitor(m)
	return true
}

// endMonitor forgets a monitor of p.
func (p *Process) endMonitor(m *monitor) {
	m.stop()
	p.node.releaseMonitor(m)
}

// DemonitorFlush is Demonitor that also removes the DOWN message if it has
// come already, as demonitor(ref, [flush]).
func (self *Process) DemonitorFlush(ref term.Ref) {
	if !self.Demonitor(ref) {
		self.FlushDown(ref)
	}
}

// FlushDown removes the DOWN message of the monitor, whatever its tag, from the
// mailbox if it is there, and reports whether it was.
func (self *Process) FlushDown(ref term.Ref) bool {
	_, ok := self.TakeMatching(func(message term.Term) bool {
		down, ok := message.(term.Tuple)
		return ok && len(down) == 5 && down[1] == ref
	})
	return ok
}

// IsDown reports whether message is the DOWN message of ref.
func IsDown(message term.Term, ref term.Ref) bool {
	down, ok := message.(term.Tuple)
	return ok && len(down) == 5 && down[0] == downTag && down[1] == ref
}

// Monitors returns what self monitors, pids or {name, node}, in the order in
// which process_info lists them.
func (p *Process) Monitors() []term.Term {
	items := make([]term.Term, 0, p.monitors.len())
	keys := make([]uint64, 0, p.monitors.len())
	for id, m := range p.monitors.all() {
		items = append(items, m.item)
		keys = append(keys, id)
	}
	return inOrder(items, listed(keys))
}

// MonitoredBy returns the pids of those who monitor p, the newest first.
func (p *Process) MonitoredBy() []term.PID {
	pids := make([]term.PID, 0, p.monitored.len())
	for _, m := range p.monitored.all() {
		pids = append(pids, m.owner.pid)
	}
	slices.Reverse(pids)
	return pids
}
