package process

import (
	"slices"

	"gex/runtime/term"
)

// Alias makes a reference to which messages can be sent until Unalias, as
// alias/0 does.
func (self *Process) Alias() term.Ref {
	ref := self.node.makeAliasRef()
	self.addAlias(ref, false)
	return ref
}

// AliasOnce makes an alias that ends with the first message sent to it, as
// alias([reply]) does.
func (self *Process) AliasOnce() term.Ref {
	ref := self.node.makeAliasRef()
	self.addAlias(ref, true)
	return ref
}

// alias is who an alias stands for, and whether for one message only.
type alias struct {
	owner *Process
	once  bool
}

// Unalias ends an alias and reports whether it was one of self.
func (self *Process) Unalias(ref term.Ref) bool {
	if m, ok := self.monitors.get(ref.ID); ok && m.alias != NoAlias {
		m.alias = NoAlias
		return true
	}
	return self.dropAlias(ref)
}

func (p *Process) addAlias(ref term.Ref, once bool) {
	more := p.more()
	more.aliases = append(more.aliases, ref.ID)
	p.node.aliases[ref.ID] = alias{p, once}
}

// dropAlias reports whether p had the alias.
func (p *Process) dropAlias(ref term.Ref) bool {
	if p.node.aliases[ref.ID].owner != p {
		return false
	}
	i := slices.Index(p.rare.aliases, ref.ID)
	p.rare.aliases = slices.Delete(p.rare.aliases, i, i+1)
	delete(p.node.aliases, ref.ID)
	return true
}

func (p *Process) dropAliases() {
	if p.rare == nil {
		return
	}
	for _, id := range p.rare.aliases {
		delete(p.node.aliases, id)
	}
	p.rare.aliases = nil
}

// SendAlias sends to the process whose alias ref is; nobody gets the message
// if there is none any more. If the process is known, SendAliasOf is faster.
func (self *Process) SendAlias(ref term.Ref, message term.Term) {
	self.check()
	if self.sendKnownAlias(ref, message) {
		return
	}
	// The aliases of monitors are in no table, since each call makes one.
	for p := range self.node.processes.all() {
		if self.sendMonitorAlias(p, ref, message) {
			return
		}
	}
}

// SendAliasOf is SendAlias for an alias that is that of owner, if it is one.
func (self *Process) SendAliasOf(owner term.PID, ref term.Ref, message term.Term) {
	self.check()
	if target := Lookup(owner); target != nil && !self.sendMonitorAlias(target, ref, message) {
		self.sendKnownAlias(ref, message)
	}
}

// sendKnownAlias sends to an alias of the node's table and reports whether it
// is there.
func (self *Process) sendKnownAlias(ref term.Ref, message term.Term) bool {
	a, ok := self.node.aliases[ref.ID]
	if !ok {
		return false
	}
	if a.once {
		a.owner.dropAlias(ref)
	}
	self.sendTo(a.owner, Envelope{Body: message})
	return true
}

// sendMonitorAlias sends to p if ref is an alias that a monitor of p made, and
// reports whether it is.
func (self *Process) sendMonitorAlias(p *Process, ref term.Ref, message term.Term) bool {
	m, ok := p.monitors.get(ref.ID)
	if !ok || m.alias == NoAlias {
		return false
	}
	if m.alias == ReplyDemonitor {
		p.endMonitor(m)
	}
	self.sendTo(p, Envelope{Body: message})
	return true
}
