package process

import (
	"iter"
	"unsafe"
)

// coroutine is a stack that can be left and resumed. It runs the scheduler
// loop until a process on it must wait; then it belongs to that process until
// its code has come to an end.
type coroutine struct {
	next  func() (pause, bool) // resumes it, until it pauses
	yield func(pause) bool     // pauses it; called on it
	owner *Process             // whose code is suspended on it; nil for a scheduler or spare
	call  *pendingCall         // that the owner waits in; nil if it never did

	labeled unsafe.Pointer // the label of its goroutines
}

// pause says why a coroutine gave control back.
type pause uint8

const (
	pausedIdle   pause = iota // a scheduler with nothing to run
	pausedDetach              // a scheduler that became the stack of a process
	pausedParked              // the stack of a process, which waits
	pausedSpare               // the stack of a process, which is not needed any more
)

// newCoroutine returns a coroutine that will run the scheduler loop.
func (n *Node) newCoroutine() *coroutine {
	c := &coroutine{}
	c.next, _ = iter.Pull(func(yield func(pause) bool) {
		c.yield = yield
		c.label()
		n.loop(c)
	})
	return c
}

// retire ends a coroutine that is a scheduler or spare.
func (n *Node) retire(c *coroutine) {
	n.retiring = true
	c.next()
	n.retiring = false
}

// maxSpares bounds the coroutines kept for later use.
const maxSpares = 64

func (n *Node) takeSpare() *coroutine {
	if last := len(n.spares) - 1; last >= 0 {
		c := n.spares[last]
		n.spares = n.spares[:last]
		return c
	}
	return n.newCoroutine()
}

// park suspends the running process until it is made ready, and unwinds it if
// it was told to die or was interrupted meanwhile. On the scheduler's own
// stack, that stack becomes the process's.
func (self *Process) park() {
	self.check()
	self.status = statusWaiting
	self.giveWay()
}

func (self *Process) giveWay() {
	c := self.node.co
	why := pausedParked
	if c.owner == nil {
		c.owner, why = self, pausedDetach
	}
	self.co = c
	c.yield(why)
	self.check()
	self.checkInterrupt()
}

// resume continues a process on its own stack.
func (n *Node) resume(p *Process) {
	scheduler := n.co
	n.co = p.co
	why, alive := p.co.next()
	if p.abandoned.Load() {
		return
	}
	n.co = scheduler
	if alive && why == pausedSpare {
		n.releaseSpare(p)
	}
}

func (n *Node) releaseSpare(p *Process) {
	c := p.co
	p.co = nil
	if c == nil {
		return
	}
	if len(n.spares) < maxSpares {
		n.spares = append(n.spares, c)
	} else {
		n.retire(c)
	}
}

// unwind resumes a dead process so that the code suspended on its stack ends.
func (p *Process) unwind() {
	n := p.node
	current := n.current.load()
	n.current.store(p)
	n.resume(p)
	n.current.store(current)
}
