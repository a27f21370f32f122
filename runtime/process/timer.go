package process

import (
	"container/heap"
	"time"

	"gex/runtime/term"
)

// Timer is something that will happen at a time of the node.
type Timer struct {
	at    time.Duration
	seq   uint64
	fire  func()
	index int // in the heap; -1 when it is no longer in it
	later int // 1 + index among those still to be armed; 0 when it is not
	done  bool
	node  *Node
}

// After has f called on the node after d.
func (n *Node) After(d time.Duration, f func()) *Timer {
	t := &Timer{fire: f, node: n}
	n.arm(t, d)
	return t
}

// arm starts a timer that is not running.
func (n *Node) arm(t *Timer, d time.Duration) {
	n.timerSeq++
	t.at, t.seq, t.done = n.Now()+max(d, 0), n.timerSeq, false
	heap.Push(&n.timers, t)
}

// SendAfter delivers message to the process after d, unless it is dead then.
func (n *Node) SendAfter(d time.Duration, to term.PID, message term.Term) *Timer {
	return n.After(d, func() {
		if p := Lookup(to); p != nil {
			n.Emit(Event{Kind: EventTimer, To: to, Message: message})
			p.deliver(Envelope{Body: message})
		}
	})
}

// wakeAfter has the process woken from its receive or sleep.
// A process waits for one thing at a time, so it needs only one such timer.
func (self *Process) wakeAfter(d time.Duration) *Timer {
	t := self.waker
	if t == nil {
		t = &Timer{fire: self.Wake, node: self.node}
		self.waker = t
	}
	self.node.armLater(t, d)
	self.waits = true
	return t
}

// armLater arms a timer when the node next looks at the clock. Most receives
// get their message before that, so that their timeout costs next to nothing.
// It counts from that moment, which on a virtual clock is the same one.
func (n *Node) armLater(t *Timer, d time.Duration) {
	n.timerSeq++
	t.at, t.seq, t.done, t.index = max(d, 0), n.timerSeq, false, -1
	n.unarmed = append(n.unarmed, t)
	t.later = len(n.unarmed)
}

// forget takes a timer out of those still to be armed.
func (n *Node) forget(t *Timer) {
	last := len(n.unarmed) - 1
	moved := n.unarmed[last]
	n.unarmed[t.later-1], moved.later = moved, t.later
	n.unarmed[last] = nil
	n.unarmed = n.unarmed[:last]
	t.later = 0
}

// armAll arms the timers of armLater.
func (n *Node) armAll() {
	if len(n.unarmed) == 0 {
		return
	}
	now := n.Now()
	for i, t := range n.unarmed {
		t.at, t.later = now+t.at, 0
		heap.Push(&n.timers, t)
		n.unarmed[i] = nil
	}
	n.unarmed = n.unarmed[:0]
}

// hasTimers reports whether some timer is running.
func (n *Node) hasTimers() bool { return len(n.timers) > 0 || len(n.unarmed) > 0 }

func (self *Process) cancelWait() {
	if self.waits {
		self.waker.Cancel()
		self.waits = false
	}
}

// Cancel stops the timer and reports how much time was left and whether it
// had not fired. A nil timer has fired.
func (t *Timer) Cancel() (time.Duration, bool) {
	left, ok := t.Left()
	if ok && t.later > 0 {
		t.node.forget(t)
	} else if ok {
		heap.Remove(&t.node.timers, t.index)
	}
	return left, ok
}

// Left reports how much time is left and whether the timer is still running.
func (t *Timer) Left() (time.Duration, bool) {
	if t != nil && t.later > 0 {
		return t.at, true
	}
	if t == nil || t.index < 0 {
		return 0, false
	}
	return max(t.at-t.node.Now(), 0), true
}

func (t *Timer) fired() bool { return t != nil && t.done }

// fireDue fires the timers whose time has come and reports whether any was.
func (n *Node) fireDue() bool {
	n.armAll()
	if len(n.timers) == 0 {
		return false
	}
	now, fired := n.Now(), false
	for len(n.timers) > 0 && n.timers[0].at <= now {
		t := heap.Pop(&n.timers).(*Timer)
		t.done, fired = true, true
		t.fire()
	}
	return fired
}

// advance moves a virtual clock to the next timer.
func (n *Node) advance() bool {
	n.armAll()
	if !n.options.Virtual || len(n.timers) == 0 {
		return false
	}
	n.virtual = max(n.virtual, n.timers[0].at)
	return n.fireDue()
}

// untilNext returns how long it is to the next timer.
func (n *Node) untilNext() (time.Duration, bool) {
	n.armAll()
	if len(n.timers) == 0 {
		return 0, false
	}
	return max(n.timers[0].at-n.Now(), 0), true
}

// timerHeap orders timers by time, then by age.
type timerHeap []*Timer

func (h timerHeap) Len() int { return len(h) }
func (h timerHeap) Less(i, j int) bool {
	if h[i].at != h[j].at {
		return h[i].at < h[j].at
	}
	return h[i].seq < h[j].seq
}
func (h timerHeap) Swap(i, j int) {
	h[i], h[j] = h[j], h[i]
	h[i].index, h[j].index = i, j
}
func (h *timerHeap) Push(x any) {
	t := x.(*Timer)
	t.index = len(*h)
	*h = append(*h, t)
}
func (h *timerHeap) Pop() any {
	old := *h
	t := old[len(old)-1]
	old[len(old)-1] = nil
	*h = old[:len(old)-1]
	t.index = -1
	return t
}

// idleTimer tells a server that no message came. The process has none when it
// did not ask.
type idleTimer struct {
	timer *Timer
	due   bool
	now   bool // due as soon as the mailbox holds nothing for the server
}

// cancelIdle ends what SetIdleTimeout began.
func (p *Process) cancelIdle() {
	if p.idle != nil {
		p.idle.timer.Cancel()
		p.idle = nil
	}
}

// SetIdleTimeout has HandleTimeout of the server called if no message arrives
// within d after the current callback. It counts once; the next message the
// server takes cancels it. Forever cancels it now.
func (self *Process) SetIdleTimeout(d time.Duration) {
	self.cancelIdle()
	if d < 0 {
		return
	}
	idle := &idleTimer{now: d == 0}
	self.idle = idle
	if d == 0 {
		return
	}
	idle.timer = self.node.After(d, func() {
		idle.due = true
		self.Wake()
	})
}
