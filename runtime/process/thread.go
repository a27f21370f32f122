package process

import (
	"fmt"

	"gex/runtime/exception"
	"gex/runtime/term"
)

// This file defines threads: code of a process with a stack of its own, as the
// goroutines are that Go code starts. Threads take turns with processes, so
// nothing in a node runs in parallel. A thread has no pid of its own: it acts
// under that of its process, and what answers it, it receives itself.

// Go starts a thread of self and does not block. An error that body returns
// ends the process with it, whether that traps exits or not; the end of the
// process ends its threads.
func (self *Process) Go(body Body) *Process {
	self.check()
	main := self.Main()
	t := &Process{
		node: self.node, body: body, groupLeader: main.groupLeader, initial: main.initial, rare: &rare{part: &part{main: main}},
	}
	identity := *main.pid.Identity
	identity.Process = t
	t.pid.Identity = &identity
	main.parts().threads.put(t, struct{}{})
	self.node.queue.push(t)
	return t
}

// part is what a process has only if Go code with threads or deep calls runs in it.
type part struct {
	main    *Process                    // of a thread: the process it belongs to
	threads ordered[*Process, struct{}] // of a process
	on      fmt.Stringer                // what AwaitOther waits for
	failure *exception.Error            // what an interrupt raises, if it is not Ctrl-C
	stack   *stack                      // that it goes on with, nil for its first
}

func (p *Process) parts() *part {
	more := p.more()
	if more.part == nil {
		more.part = &part{}
	}
	return more.part
}

// ownPart is the part of p, nil if it has none.
func (p *Process) ownPart() *part {
	if p.rare == nil {
		return nil
	}
	return p.rare.part
}

// Main returns the process itself, or the one that a thread belongs to.
func (p *Process) Main() *Process {
	if part := p.ownPart(); part != nil && part.main != nil {
		return part.main
	}
	return p
}

// IsThread reports whether p is a thread of a process.
func (p *Process) IsThread() bool { return p.Main() != p }

// leave takes a process that has ended out of what it belongs to.
func (p *Process) leave(reason term.Term, cause term.PID) {
	n := p.node
	switch {
	case p.IsThread():
		p.Main().parts().threads.delete(p)
		if reason != term.Normal {
			p.Main().doom(reason, cause)
		}
		return
	default:
		p.endThreads()
	}
	n.unregister(p)
	n.processes.remove(p)
	n.Emit(Event{Kind: EventExit, From: p.pid, To: cause, Message: reason})
}

// endThreads ends what runs as part of p.
func (p *Process) endThreads() {
	for _, t := range p.Threads() {
		t.doom(term.Normal, term.PID{})
	}
}

// AwaitOther is Await for something that only other code of the program can
// bring about, a channel or a lock: on says what, for Deadlocked. A nil ready
// never comes true.
func (self *Process) AwaitOther(on fmt.Stringer, ready func() bool) {
	part := self.parts()
	part.on = on
	defer func() { part.on = nil }()
	for ready == nil || !ready() {
		self.park()
	}
}

// Blocked returns what a process or thread waits for in AwaitOther, or nil.
func (p *Process) Blocked() fmt.Stringer {
	if p.status != statusWaiting || p.ownPart() == nil {
		return nil
	}
	return p.ownPart().on
}

// Threads returns the threads of a process that have not ended, oldest first.
func (p *Process) Threads() []*Process {
	if p.ownPart() == nil {
		return nil
	}
	var threads []*Process
	for t := range p.ownPart().threads.all() {
		threads = append(threads, t)
	}
	return threads
}

// Fail interrupts p, which waits, with an exception. Its code cannot catch it,
// as it cannot catch Ctrl-C; Guard does.
func (p *Process) Fail(err *exception.Error) {
	if p.status == statusWaiting {
		p.interrupt, p.parts().failure = true, err
		p.ready()
	}
}

// OnStuck has f called by Run when no process is ready and no timer is
// running. F reports whether it has changed that.
func (n *Node) OnStuck(f func() bool) { n.stuck = f }

// isStuck reports whether nothing will happen in the node by itself.
func (n *Node) isStuck() bool {
	return n.stuck != nil && n.queue.empty() && !n.hasTimers() && !n.posted.Load()
}

// Deadlocked returns what keeps p waiting for ever in a node that is stuck: a
// process that waits in AwaitOther, p or one that it waits for as callers do,
// with a monitor. It is nil if there is none.
func (n *Node) Deadlocked(p *Process) *Process {
	var found *Process
	seen := map[*Process]bool{}
	var visit func(*Process)
	visit = func(p *Process) {
		if p.status == statusDead || seen[p] {
			return
		}
		seen[p] = true
		if p.Blocked() != nil {
			found = p
		}
		for _, part := range append(p.Threads(), p) {
			for _, m := range part.monitors.all() {
				visit(m.target.Main())
			}
		}
	}
	visit(p.Main())
	return found
}
