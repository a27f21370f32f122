package process

import (
	"slices"
	"time"

	"gex/runtime/term"
)

// Forever is the timeout that never comes.
const Forever time.Duration = -1

// Send puts message into the mailbox of the process, if it is alive. It never
// blocks and never fails.
func (self *Process) Send(to term.PID, message term.Term) {
	self.check()
	if target := Lookup(to); target != nil {
		self.sendTo(target, Envelope{Body: message})
	} else if self.node.observed != 0 {
		self.node.emitLost(self.pid, to, Envelope{Body: message})
	}
}

func (self *Process) sendTo(target *Process, e Envelope) {
	if s := self.node.schedule; s != nil && self != target {
		s.post(self, target, e)
		return
	}
	self.arrive(target, e)
}

// arrive puts a message of self into the mailbox of target.
func (self *Process) arrive(target *Process, e Envelope) {
	target.deliver(e)
	if self.node.observed&MessageEvents != 0 {
		self.node.emitSend(self.pid, target, e)
	}
}

// Deliver puts a message from outside into the mailbox of p. It may be called
// from posted functions and between runs.
func (p *Process) Deliver(message term.Term) { p.deliver(Envelope{Body: message}) }

func (p *Process) deliver(e Envelope) {
	if p.status == statusDead {
		return
	}
	p.mailbox.push(p.node, e)
	if p.status == statusWaiting {
		p.ready()
	}
}

// ready puts a waiting process into the run queue.
func (p *Process) ready() {
	p.status = statusReady
	p.node.queue.push(p)
}

// Receive takes the first message that match accepts out of the mailbox,
// blocking until there is one. Match is called with the messages in order of
// arrival, each once; nil accepts any.
func (self *Process) Receive(match func(term.Term) bool) term.Term {
	message, _ := self.ReceiveTimeout(match, Forever)
	return message
}

// ReceiveTimeout is Receive that gives up after the timeout and returns false.
// A timeout of 0 looks at the messages that are there and does not block.
func (self *Process) ReceiveTimeout(match func(term.Term) bool, timeout time.Duration) (term.Term, bool) {
	seen := self.takeMark()
	var timer *Timer
	defer self.cancelWait()
	for {
		self.check()
		for ; seen < self.mailbox.size(); seen++ {
			if message := self.mailbox.term(seen); match == nil || match(message) {
				e := self.mailbox.remove(self.node, seen)
				if self.node.observed.Has(EventDeliver) {
					self.emitDeliver(e)
				}
				return message, true
			}
		}
		if timeout == 0 || timer.fired() {
			return nil, false
		}
		if timeout > 0 && timer == nil {
			timer = self.wakeAfter(timeout)
		}
		self.park()
	}
}

// Mark tells the kernel that the next Receive of self waits for a message that
// cannot be in the mailbox yet (it answers a reference made now), so that the
// messages already there need not be looked at.
func (self *Process) Mark() { self.mark = uint32(self.mailbox.size()) }

func (self *Process) takeMark() int {
	mark := min(int(self.mark), self.mailbox.size())
	self.mark = 0
	return mark
}

// TakeMatching takes the first message that match accepts, without blocking.
func (self *Process) TakeMatching(match func(term.Term) bool) (term.Term, bool) {
	self.mark = 0
	return self.ReceiveTimeout(match, 0)
}

// Messages returns the messages in the mailbox, oldest first.
func (p *Process) Messages() []term.Term {
	messages := p.mailbox.messages()
	if c := p.answered(); c != nil {
		messages = slices.Insert(messages, min(c.older, len(messages)), c.message())
	}
	return messages
}

// MailboxLen returns the number of messages in the mailbox.
func (p *Process) MailboxLen() int {
	if p.answered() != nil {
		return p.mailbox.size() + 1
	}
	return p.mailbox.size()
}

// Sleep blocks self for the duration; Forever blocks until it is killed.
func (self *Process) Sleep(d time.Duration) {
	if d == 0 {
		self.Yield()
		return
	}
	var timer *Timer
	if d > 0 {
		timer = self.wakeAfter(d)
	}
	defer self.cancelWait()
	for !timer.fired() {
		self.park()
	}
}

// Await blocks self until ready reports true. Ready is asked again each time
// the process is woken by Wake.
func (self *Process) Await(ready func() bool) {
	for !ready() {
		self.park()
	}
}

// Wake has p look again at what it awaits. It may be called from posted
// functions, between runs and by other processes.
func (p *Process) Wake() {
	if p.status == statusWaiting {
		p.ready()
	}
}

// Yield lets the other processes that are ready run first.
func (self *Process) Yield() {
	self.check()
	if self.node.queue.empty() && !self.node.posted.Load() {
		return
	}
	self.giveTurn()
}

// giveTurn goes to the end of the run queue.
func (self *Process) giveTurn() {
	self.status = statusReady
	self.node.queue.push(self)
	self.giveWay()
}
