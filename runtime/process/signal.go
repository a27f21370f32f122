package process

import "gex/runtime/term"

// The reasons of kernel signals.
const (
	kill         = term.Atom("kill")
	killedReason = term.Atom("killed")
	noproc       = term.Atom("noproc")
	exitTag      = term.Atom("EXIT")
	downTag      = term.Atom("DOWN")
	processTag   = term.Atom("process")
)

// doom is an exit that has been decided and not yet worked off.
type doom struct {
	process *Process
	reason  term.Term
	cause   term.PID // whose exit signal it is, zero if nobody's
}

// Exit sends the exit signal of exit/2: :kill ends the target whether it
// traps exits or not, :normal is ignored by everybody but self. It does not
// return if it ends self.
func (self *Process) Exit(to term.PID, reason term.Term) {
	self.check()
	target := Lookup(to)
	if target == nil {
		return
	}
	if self.node.observed.Has(EventSignal) {
		self.node.Emit(Event{Kind: EventSignal, From: self.pid, To: to, Message: reason})
	}
	self.signals(target)
	switch {
	case reason == kill:
		target.doom(killedReason, self.pid)
	case target == self && !self.trapExit:
		target.doom(reason, self.pid)
	default:
		target.exitSignal(self.pid, reason)
	}
	self.check()
}

// exitSignal is an exit signal that can be trapped.
func (p *Process) exitSignal(from term.PID, reason term.Term) {
	switch {
	case p.status == statusDead || p.dying:
	case p.trapExit:
		e := Envelope{Body: term.Tuple{exitTag, from, reason}}
		p.deliver(e)
		if p.node.observed.Has(EventSend) {
			p.node.emitSend(from, p, e)
		}
	case reason == term.Normal:
	default:
		p.doom(reason, from)
	}
}

// doom decides that p exits with reason, and works the exits off unless an
// outer call is already at it. Cause is whose signal decided it, if one did.
func (p *Process) doom(reason term.Term, cause term.PID) {
	if p.status == statusDead || p.dying {
		return
	}
	n := p.node
	p.dying = true
	n.doomed = append(n.doomed, doom{p, reason, cause})
	if n.dooming {
		return
	}
	n.dooming = true
	for i := 0; i < len(n.doomed); i++ {
		d := n.doomed[i]
		n.doomed[i] = doom{}
		d.process.exit(d.reason, d.cause)
	}
	n.doomed = n.doomed[:0]
	n.dooming = false
}

// exit ends p: its name becomes free, its links and monitors hear of it, and
// its stack is unwound (for the running process: by the next check).
func (p *Process) exit(reason term.Term, cause term.PID) {
	if p.status == statusDead {
		return
	}
	p.dying = true
	p.leave(reason, cause)
	p.dropAliases()
	p.releaseAll()
	running := p.status == statusRunning
	p.status = statusDead
	p.exitReason = reason
	p.pid.Process = nil
	p.runAtExit()
	p.tellLinks(reason)
	p.tellMonitors(reason)
	for _, m := range p.monitors.all() {
		m.stop()
	}
	p.cancelIdle()
	p.cancelWait()
	p.mailbox, p.dictionary, p.server, p.body = mailbox{}, nil, nil, nil
	if p.co != nil && !running {
		p.unwind()
	}
}

// AtExit has f called when the process ends, before its links and monitors
// hear of it, and after what was given before. What f is given for must not be
// asked of self, which is gone then.
func (p *Process) AtExit(f func()) {
	if p.node.atExit == nil {
		p.node.atExit = make(map[*Process][]func())
	}
	p.node.atExit[p] = append(p.node.atExit[p], f)
}

func (p *Process) runAtExit() {
	if len(p.node.atExit) == 0 {
		return
	}
	for _, f := range p.node.atExit[p] {
		f()
	}
	delete(p.node.atExit, p)
}

// tellLinks tells the linked processes that p has ended.
func (p *Process) tellLinks(reason term.Term) {
	if n := p.links.len(); n > 1 && n <= mostFelled {
		others, keys := make([]*Process, 0, n), make([]uint64, 0, n)
		for other := range p.links.all() {
			others, keys = append(others, other), append(keys, uint64(other.pid.Number))
		}
		for _, other := range inOrder(others, felled(keys)) {
			p.tellLink(other, reason)
		}
		return
	}
	for other := range p.links.all() {
		p.tellLink(other, reason)
	}
}

// mostFelled is how many links are told in the order of the machine; more are
// told in the order in which they were made, which is faster.
const mostFelled = 256

func (p *Process) tellLink(other *Process, reason term.Term) {
	other.links.delete(p)
	p.signals(other)
	other.exitSignal(p.pid, reason)
}

func (p *Process) tellMonitors(reason term.Term) {
	for _, m := range p.monitored.all() {
		m.stop()
		p.signals(m.owner)
		m.down(reason)
	}
}

// check unwinds the calling process if it has been told to die.
func (self *Process) check() {
	if self.dying || self.abandoned.Load() {
		panic(killed{})
	}
}

// SetTrapExit sets the flag trap_exit and returns its old value.
func (self *Process) SetTrapExit(on bool) bool {
	old := self.trapExit
	self.trapExit = on
	return old
}

// TrapExit returns the flag trap_exit.
func (p *Process) TrapExit() bool { return p.trapExit }

// Kill ends p from outside, as the exit signal :kill does. It may be called
// from posted functions and between runs.
func (p *Process) Kill() { p.doom(killedReason, term.PID{}) }
