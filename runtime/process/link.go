package process

import (
	"gex/runtime/exception"
	"gex/runtime/term"
)

// Link links self to the process. A process that is not there sends the exit
// signal noproc if self traps exits, and raises noproc if not, as link/1.
func (self *Process) Link(to term.PID) error {
	self.check()
	other := Lookup(to)
	switch {
	case other == self:
	case other != nil:
		self.addLink(other)
	case self.trapExit:
		self.deliver(Envelope{Body: term.Tuple{exitTag, to, noproc}})
	default:
		return exception.Raise(noproc)
	}
	return nil
}

// addLink links two processes; links of a thread are those of its process.
func (p *Process) addLink(other *Process) {
	p, other = p.Main(), other.Main()
	if p.links.find(other) != nil {
		return
	}
	p.links.put(other, struct{}{})
	other.links.put(p, struct{}{})
	p.node.Emit(Event{Kind: EventLink, From: p.pid, To: other.pid})
}

// Unlink removes the link to the process, if there is one.
func (self *Process) Unlink(to term.PID) {
	self.check()
	other := Lookup(to)
	self = self.Main()
	if other == nil || !self.links.delete(other) {
		return
	}
	other.links.delete(self)
	self.node.Emit(Event{Kind: EventUnlink, From: self.pid, To: to})
}

// Links returns the pids of the linked processes in the order in which
// process_info lists them.
func (p *Process) Links() []term.PID {
	pids := make([]term.PID, 0, p.links.len())
	keys := make([]uint64, 0, p.links.len())
	for other := range p.links.all() {
		pids = append(pids, other.pid)
		keys = append(keys, uint64(other.pid.Number))
	}
	return inOrder(pids, listed(keys))
}

func inOrder[T any](list []T, order []int) []T {
	ordered := make([]T, len(list))
	for i, from := range order {
		ordered[i] = list[from]
	}
	return ordered
}
