package process

import (
	"time"

	"gex/runtime/term"
)

// Outcome says how a call ended.
type Outcome uint8

// The outcomes of a call.
const (
	pending Outcome = iota
	// Replied: the value is the answer.
	Replied
	// Down: the target exited, or was not there; the value is the reason.
	Down
	// TimedOut: there was neither in time.
	TimedOut
)

// pendingCall is the call that a process waits in. A process that waits has a
// stack, and waits in one call at a time, so that the memory is the stack's.
type pendingCall struct {
	from    From // zero between calls
	outcome Outcome
	form    *Form // of the request
	value   term.Term
	older   int // messages that were in the mailbox when the outcome came
	monitor monitor
}

// Call sends an envelope to another process and blocks until that answers it,
// exits, or the timeout is over. It does what a monitor whose reference is the
// tag of the answer, a message and a receive would do, and what others can see
// of it is the same; but the answer comes in no message unless somebody sends
// it as one. With a timeout the reference is an alias, so that no answer comes
// afterwards.
func (self *Process) Call(to term.PID, form *Form, body term.Term, timeout time.Duration) (term.Term, Outcome) {
	self.check()
	n := self.node
	ref := n.MakeRef()
	target := Lookup(to)
	if target == nil {
		if n.observed != 0 {
			n.emitLost(self.pid, to, Envelope{Form: form, Body: body})
		}
		if timeout == 0 { // that there is nobody would be heard later
			return nil, TimedOut
		}
		return noproc, Down
	}
	if n.co.call == nil {
		n.co.call = &pendingCall{}
	}
	c := n.co.call
	c.form = form
	c.begin(self, target, ref, timeout >= 0)
	defer c.end()
	self.sendTo(target, Envelope{Form: form, Body: body, From: c.from})
	return c.wait(self, timeout)
}

func (c *pendingCall) begin(self, target *Process, ref term.Ref, alias bool) {
	c.from = From{caller: self, ref: ref.ID}
	if alias {
		c.from.ref |= aliasBit
	}
	m := &c.monitor
	m.call, m.alias = c, NoAlias
	if alias {
		m.alias = AliasDemonitor
	}
	m.start(self, target, ref, target.pid)
}

// wait blocks until the outcome is known.
func (c *pendingCall) wait(self *Process, timeout time.Duration) (term.Term, Outcome) {
	var timer *Timer
	for seen := self.mailbox.size(); ; {
		self.check()
		if value, ok := c.sent(self, &seen); ok {
			return value, Replied
		}
		switch {
		case c.outcome != pending:
			return c.value, c.outcome
		case timeout == 0 || timer.fired():
			return nil, TimedOut
		case timeout > 0 && timer == nil:
			timer = self.wakeAfter(timeout)
		}
		self.park()
	}
}

// sent takes an answer that was sent as a message, before any other came.
func (c *pendingCall) sent(self *Process, seen *int) (term.Term, bool) {
	end := self.mailbox.size()
	if c.outcome != pending {
		end = c.older
	}
	for ; *seen < end; *seen++ {
		e := self.mailbox.at(*seen)
		if e.Form != nil {
			continue
		}
		value, ok := c.from.answers(e.Body)
		if !ok {
			continue
		}
		if c.outcome == Replied {
			self.mailbox.push(self.node, Envelope{Body: c.message()})
		}
		self.mailbox.remove(self.node, *seen)
		return value, true
	}
	return nil, false
}

// message is the answer as a message.
func (c *pendingCall) message() term.Term { return term.Tuple2(c.from.Tag(), c.value) }

// end forgets the call. The monitors of a process that is dead are gone.
func (c *pendingCall) end() {
	self := c.from.caller
	self.cancelWait()
	if c.monitor.target != nil && self.status != statusDead {
		c.monitor.stop()
	}
	c.from, c.value, c.outcome, c.monitor.target = From{}, nil, pending, nil
}

// resolve is the end of what a call waits for.
func (c *pendingCall) resolve(outcome Outcome, value term.Term) {
	p := c.from.caller
	c.outcome, c.value, c.older = outcome, value, p.mailbox.size()
	p.Wake()
}

// inCall returns the call on the stack of p, or nil.
func (p *Process) inCall() *pendingCall {
	if p.co == nil {
		return nil
	}
	return p.co.call
}

// waits returns the call that waits for an answer to f, or nil.
func (f From) waits() *pendingCall {
	if c := f.caller.inCall(); c != nil && c.from == f && c.outcome == pending {
		return c
	}
	return nil
}

// Answer answers a call if its caller still waits for that, and reports
// whether it does. If not, the answer may be sent as a message.
func (self *Process) Answer(from From, value term.Term) bool {
	self.check()
	c := from.waits()
	if c == nil {
		return false
	}
	self.signals(from.caller)
	c.resolve(Replied, value)
	if n := self.node; n.observed&MessageEvents != 0 {
		n.Emit(Event{Kind: c.form.Event.answer(), From: self.pid, To: from.caller.pid, Message: value, Call: from.ref &^ aliasBit,
			Queued: from.caller.MailboxLen()})
	}
	return true
}

// answered returns the call of p whose outcome it has not seen yet, or nil.
// To others the outcome looks like a message.
func (p *Process) answered() *pendingCall {
	if c := p.inCall(); c != nil && c.from.caller == p && c.outcome != pending {
		return c
	}
	return nil
}
