package process

import "gex/runtime/term"

// Interrupt interrupts what p is waiting for, as Ctrl-C does. If another
// process keeps the node busy, that process is interrupted instead. It may be
// called from any goroutine.
//
// The code interrupted sees the exception exit(:interrupted). A process that
// hangs in host code, where the kernel cannot reach it, is abandoned: it
// counts as killed, and unwinds if that code ever returns, see stray.go.
func (n *Node) Interrupt(p *Process) {
	n.intr.Store(p)
	select {
	case n.interrupts <- struct{}{}:
	default:
	}
	n.notifyOwner()
}

// Uninterrupt forgets an Interrupt that has had no effect yet.
func (n *Node) Uninterrupt() { n.intr.Store(nil) }

// interruptWaiting interrupts the process Ctrl-C was meant for, now that
// nobody is running.
func (n *Node) interruptWaiting() bool {
	p := n.intr.Swap(nil)
	if p == nil || p.status != statusWaiting {
		return false
	}
	p.interrupt = true
	p.ready()
	return true
}

// abandon gives up the engine with the process that hangs on it.
func (n *Node) abandon() {
	n.intr.Store(nil)
	p := n.current.load()
	p.abandoned.Store(true)
	n.strays.add(n.co)
	n.engine = n.newEngine()
	n.current.store(nil)
	n.co = nil
	p.co = nil
	p.doom(killedReason, term.PID{})
}
