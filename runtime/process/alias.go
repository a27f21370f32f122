package process

import (
	"slices"

	"gex/runtime/term"
)

// Alias makes a reference to which messages can be sent until Unalias, as
// alias/0 does.
func (self *Process) Alias() term.Ref {
	ref := self.node.MakeRef()
	self.addAlias(ref)
	return ref
}

// Unalias ends an alias and reports whether it was one of self.
func (self *Process) Unalias(ref term.Ref) bool {
	if m, ok := self.monitors.get(ref.ID); ok && m.alias {
		m.alias = false
		return true
	}
	if !slices.Contains(self.aliases, ref.ID) {
		return false
	}
	self.dropAlias(ref)
	return true
}

func (p *Process) addAlias(ref term.Ref) {
	p.aliases = append(p.aliases, ref.ID)
	p.node.aliases[ref.ID] = p
}

func (p *Process) dropAlias(ref term.Ref) {
	if i := slices.Index(p.aliases, ref.ID); i >= 0 {
		p.aliases = slices.Delete(p.aliases, i, i+1)
		delete(p.node.aliases, ref.ID)
	}
}

func (p *Process) dropAliases() {
	for _, id := range p.aliases {
		delete(p.node.aliases, id)
	}
	p.aliases = nil
}

// SendAlias sends to the process whose alias ref is; nobody gets the message
// if there is none any more. If the process is known, SendAliasOf is faster.
func (self *Process) SendAlias(ref term.Ref, message term.Term) {
	self.check()
	n := self.node
	target := n.aliases[ref.ID]
	if target == nil {
		target = n.monitorAlias(ref)
	}
	if target != nil {
		self.sendTo(target, Envelope{Body: message})
	}
}

// SendAliasOf is SendAlias for an alias that is that of owner, if it is one.
func (self *Process) SendAliasOf(owner term.PID, ref term.Ref, message term.Term) {
	self.check()
	target := Lookup(owner)
	if target == nil {
		return
	}
	if m, ok := target.monitors.get(ref.ID); ok && m.alias || self.node.aliases[ref.ID] == target {
		self.sendTo(target, Envelope{Body: message})
	}
}

// monitorAlias returns the process whose monitor ref is, if that is an alias.
// The aliases of monitors are in no table, since each call makes one.
func (n *Node) monitorAlias(ref term.Ref) *Process {
	for _, p := range n.processes {
		if m, ok := p.monitors.get(ref.ID); ok && m.alias {
			return p
		}
	}
	return nil
}
