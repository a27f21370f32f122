package process

import "time"

// AdvanceTo lets a virtual clock go on until at: timers fire on the way and
// processes do what there is to do then. It blocks the owner.
func (n *Node) AdvanceTo(at time.Duration) {
	n.Settle()
	for {
		d, ok := n.untilNext()
		if !ok || n.virtual+d > at {
			break
		}
		n.advance()
		n.Settle()
	}
	n.virtual = max(n.virtual, at)
}

// GoLive has a node on a virtual clock keep real time from now on. Its own time
// goes on from where it stands. The owner calls it between two runs.
func (n *Node) GoLive() {
	n.options.Virtual = false
	n.started = time.Now().Add(-n.virtual)
}

// AwaitQuiet lets the other processes run until none of them is ready, or one
// that never waits has had its time: what Settle is for the owner of a node.
func (self *Process) AwaitQuiet() {
	for limit := self.node.reductions + settleReductions; self.node.reductions <= limit; {
		if self.check(); self.node.queue.empty() && !self.node.posted.Load() {
			return
		}
		self.giveTurn()
	}
}
