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
// if there is none any more.
func (self *Process) SendAlias(ref term.Ref, message term.Term) {
	self.check()
	if target := self.node.aliases[ref.ID]; target != nil {
		self.sendTo(target, message)
	}
}
