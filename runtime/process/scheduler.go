package process

import (
	"errors"
	"fmt"

	"gex/runtime/exception"
	"gex/runtime/term"
)

// sliceReductions is how much a process may do before it gives way.
const sliceReductions = 4000

// clockTurns is the number of turns after which a busy node looks at the clock;
// processes that use up their slice do so as well.
const clockTurns = 16

// runQueue is a FIFO of processes.
type runQueue struct {
	ring []*Process
	head int
	size int
}

func (q *runQueue) empty() bool { return q.size == 0 }

func (q *runQueue) push(p *Process) {
	if q.size == len(q.ring) {
		q.grow()
	}
	q.ring[(q.head+q.size)&(len(q.ring)-1)] = p
	q.size++
}

func (q *runQueue) pop() *Process {
	if q.size == 0 {
		return nil
	}
	p := q.ring[q.head]
	q.ring[q.head] = nil
	q.head = (q.head + 1) & (len(q.ring) - 1)
	q.size--
	return p
}

func (q *runQueue) grow() {
	ring := make([]*Process, max(2*len(q.ring), 64))
	for i := range q.size {
		ring[i] = q.ring[(q.head+i)&(len(q.ring)-1)]
	}
	q.ring, q.head = ring, 0
}

// loop runs processes until the coroutine is stopped. Each turn of it is a
// process that runs until it waits, ends or has used its reductions.
func (n *Node) loop(c *coroutine) {
	for {
		p := n.nextReady()
		if p == nil {
			if c.yield(pausedIdle); n.retiring {
				return
			}
			continue
		}
		n.run(p)
		if p.abandoned.Load() {
			n.strays.remove(c)
			return
		}
		n.current.store(nil)
		if c.owner != nil {
			c.owner = nil
			if c.yield(pausedSpare); n.retiring {
				return
			}
		}
	}
}

// nextReady returns the process whose turn it is, or nil.
func (n *Node) nextReady() *Process {
	if n.engine.done() {
		return nil
	}
	if n.posted.Load() {
		n.takePosts()
	}
	if n.turns++; n.hasTimers() && !n.options.Virtual && (n.turns%clockTurns == 0 || n.queue.empty()) {
		n.fireDue()
	}
	for {
		if n.schedule != nil {
			n.schedule.draw(&n.queue)
		}
		p := n.queue.pop()
		if p == nil || p.status == statusReady {
			return p
		}
		p.skipped()
	}
}

func (n *Node) run(p *Process) {
	p.status = statusRunning
	p.slice = n.sliceOf()
	n.current.store(p)
	before := p.reductions
	if p.co != nil {
		n.resume(p)
	} else if reason, ended := p.turn(); ended && !p.abandoned.Load() {
		p.doom(reason, term.PID{})
	}
	if !p.abandoned.Load() {
		n.reductions += 1 + p.reductions - before
	}
}

// turn runs code of the process that needs no earlier stack. It returns the
// exit reason when the process has come to its end.
func (p *Process) turn() (reason term.Term, ended bool) {
	defer func() {
		r := recover()
		if p.abandoned.Load() {
			r = killed{}
		}
		switch r := r.(type) {
		case nil:
		case killed:
			ended = false
		case interrupted:
			p.reportCrash(r.err)
			reason, ended = exception.ExitReason(r.err), true
		default:
			reason, ended = panicReason(r), true
			p.reportCrash(exception.Raise(reason))
		}
	}()
	p.checkInterrupt()
	err := p.work()
	if err == errWaiting || p.abandoned.Load() {
		return nil, false
	}
	p.reportCrash(err)
	return exception.ExitReason(err), true
}

// panicReason is the exit reason of a process in whose code gex itself failed.
func panicReason(r any) term.Term {
	return term.Tuple{term.Atom("go_panic"), term.Binary(fmt.Sprint(r))}
}

// errWaiting is what work returns when the process goes on later.
var errWaiting = errors.New("process waits")

// work runs the body of a new process, or lets a server handle messages.
func (p *Process) work() error {
	if body := p.body; body != nil {
		p.body = nil
		err := body(p)
		if b, ok := err.(become); ok {
			p.server = b.server
		} else {
			return err
		}
	}
	return p.serve()
}

// serve handles messages until there is none left or the slice is used up.
func (p *Process) serve() error {
	for from := 0; ; {
		if p.abandoned.Load() || p.dying {
			return errWaiting
		}
		if p.idle != nil && p.idle.due {
			p.cancelIdle()
			if err := p.server.(TimeoutServer).HandleTimeout(p); err != nil {
				return err
			}
			continue
		}
		i, ok := p.nextMessage(&from)
		if !ok && p.idle != nil && p.idle.now {
			p.idle.due = true
			continue
		}
		if !ok {
			p.status = statusWaiting
			return errWaiting
		}
		if err := p.handle(i); err != nil {
			return err
		}
		if p.slice--; p.slice <= 0 {
			p.status = statusReady
			p.node.queue.push(p)
			return errWaiting
		}
	}
}

// handle has the server handle message i.
func (p *Process) handle(i int) error {
	if p.idle != nil {
		p.cancelIdle()
	}
	p.reductions++
	e := p.mailbox.remove(p.node, i)
	if p.node.observed.Has(EventDeliver) {
		p.emitDeliver(e)
	}
	if e.Form == nil {
		return p.server.HandleMessage(p, e.Body)
	}
	if s, ok := p.server.(EnvelopeServer); ok {
		return s.HandleEnvelope(p, e)
	}
	return p.server.HandleMessage(p, e.Message())
}

// nextMessage finds the next message that the server accepts. from is where
// to go on searching; a new filter starts over.
func (p *Process) nextMessage(from *int) (int, bool) {
	if p.accept == nil {
		*from = 0
		return 0, p.mailbox.size() > 0
	}
	for i := *from; i < p.mailbox.size(); i++ {
		if p.accept(p.mailbox.term(i)) {
			*from = 0
			return i, true
		}
		*from = i + 1
	}
	return 0, false
}

// Checkpoint counts one reduction and gives way when the slice is used up.
// Code that may run for long calls it in every loop and function entry. It
// does not return if the process was told to die or was interrupted.
func (self *Process) Checkpoint() { self.Reduce(1) }

// Reduce is Checkpoint for work of n reductions.
func (self *Process) Reduce(n int) {
	self.reductions += uint64(n)
	if self.slice -= int32(n); self.slice <= 0 {
		self.endSlice()
	}
}

// Notice is a checkpoint for code whose reductions take long: it looks for an
// interrupt without counting any.
func (self *Process) Notice() {
	if self.node.intr.Load() != nil {
		self.endSlice()
	}
}

func (self *Process) endSlice() {
	self.slice = self.node.sliceOf()
	self.check()
	n := self.node
	if n.intr.Load() != nil {
		n.intr.Store(nil)
		panic(interrupted{exception.Exit(Interrupted)})
	}
	self.CheckMemory()
	if n.posted.Load() || n.hasTimers() {
		n.pollFromProcess()
	}
	self.giveTurn()
}

// pollFromProcess lets time and the outside act while a process is busy.
func (n *Node) pollFromProcess() {
	if !n.options.Virtual {
		n.fireDue()
	}
	n.takePosts()
}

func (self *Process) checkInterrupt() {
	if !self.interrupt {
		return
	}
	self.interrupt = false
	why := exception.Exit(Interrupted)
	if part := self.ownPart(); part != nil && part.failure != nil {
		why, part.failure = part.failure, nil
	}
	panic(interrupted{why})
}
