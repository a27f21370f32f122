package process

import (
	"context"
	"errors"
	"sync/atomic"
	"time"

	"gex/runtime/exception"
	"gex/runtime/term"
)

// ErrIdle is returned by Run when nothing can ever happen any more without
// something from outside, which a virtual node does not wait for.
var ErrIdle = errors.New("all processes wait and no timer is set")

// engine is the goroutine on which the scheduler runs. The owner starts it and
// waits until it is idle; if a process hangs in host code, the owner abandons
// the engine with it and makes another.
type engine struct {
	node      *Node
	start     chan func() bool
	idle      chan struct{}
	until     func() bool
	scheduler *coroutine
}

func (n *Node) newEngine() *engine {
	e := &engine{node: n, start: make(chan func() bool), idle: make(chan struct{})}
	go e.serve()
	return e
}

// done reports whether the owner's condition holds.
func (e *engine) done() bool { return e.until != nil && e.until() }

func (e *engine) serve() {
	for until := range e.start {
		e.until = until
		if !e.runUntilIdle() {
			return
		}
		e.idle <- struct{}{}
	}
}

// runUntilIdle resumes schedulers until one has nothing to run; it returns
// false if the engine was abandoned.
func (e *engine) runUntilIdle() bool {
	n := e.node
	for {
		if e.scheduler == nil {
			e.scheduler = n.takeSpare()
		}
		n.co = e.scheduler
		why, alive := e.scheduler.next()
		switch {
		case !alive:
			return false
		case why == pausedIdle:
			return true
		case why == pausedDetach:
			e.scheduler = nil
		}
	}
}

// drive runs processes until until reports true or none is ready.
func (n *Node) drive(until func() bool) {
	if n.engine == nil {
		n.engine = n.newEngine()
	}
	n.engine.start <- until
	n.awaitEngine()
}

// interruptGrace is how long an interrupted process may go without reaching
// the kernel before it is abandoned.
const interruptGrace = 500 * time.Millisecond

// awaitEngine waits until the engine is idle, or abandons it when an
// interrupt has had no effect.
func (n *Node) awaitEngine() {
	var grace <-chan time.Time
	for {
		select {
		case <-n.engine.idle:
			return
		case <-n.interrupts:
			grace = time.After(interruptGrace)
		case <-grace:
			grace = nil
			if n.intr.Load() != nil {
				n.abandon()
				return
			}
		}
	}
}

// The bounds of Settle: on the real clock a time that nobody notices, on a
// virtual one a number of reductions, so that it ends at the same point always.
const (
	settleTime       = 50 * time.Millisecond
	settleReductions = 20_000_000
)

// Settle runs processes until none is ready, and reports whether it came to
// that: processes that never wait are left running after a while. It blocks
// the owner and does not move a virtual clock.
func (n *Node) Settle() bool {
	if n.options.Virtual {
		limit := n.reductions + settleReductions
		n.drive(func() bool { return n.reductions > limit })
	} else {
		deadline := time.Now().Add(settleTime)
		n.drive(func() bool { return time.Now().After(deadline) })
	}
	return n.queue.empty()
}

// RunProcess runs body in a new process without a parent and returns when that
// has ended: what body returned, an exit with the reason if something else than
// :normal ended the process before, or the error of Run, which leaves it as it is.
func (n *Node) RunProcess(ctx context.Context, body Body) error {
	var failure error
	returned, ended := false, false
	p := n.Spawn(func(self *Process) error {
		failure = body(self)
		returned = true
		return failure
	}, SpawnOptions{})
	p.AtExit(func() { ended = true })
	if err := n.Run(ctx, func() bool { return ended }); err != nil {
		return err
	}
	if reason := p.ExitReason(); !returned && reason != term.Term(term.Normal) {
		return exception.Exit(reason)
	}
	return failure
}

// Run runs processes until until reports true, waiting for timers and posts.
// On a virtual node time jumps to the next timer whenever all processes wait;
// Run returns ErrIdle when there is none. It returns the error of ctx when
// that ends first, with processes that are busy left as they are.
func (n *Node) Run(ctx context.Context, until func() bool) error {
	pause := until
	if ctx.Done() != nil {
		var ended atomic.Bool
		defer context.AfterFunc(ctx, func() { ended.Store(true) })()
		pause = func() bool { return ended.Load() || until() }
	}
	for {
		n.drive(pause)
		if until() {
			return nil
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		switch {
		case n.interruptWaiting():
		case n.isStuck() && n.stuck():
		case n.options.Virtual:
			if !n.advance() && !n.posted.Load() {
				return ErrIdle
			}
		default:
			if err := n.wait(ctx); err != nil {
				return err
			}
		}
	}
}

// wait blocks the owner until the next timer is due or something was posted.
func (n *Node) wait(ctx context.Context) error {
	var due <-chan time.Time
	if d, ok := n.untilNext(); ok {
		timer := time.NewTimer(d)
		defer timer.Stop()
		due = timer.C
	}
	select {
	case <-n.wake:
	case <-due:
	case <-ctx.Done():
		return ctx.Err()
	}
	return nil
}

// UntilNext returns how long it is until the node has something to do by
// itself, for an owner that waits for the node and for something else at once.
func (n *Node) UntilNext() (time.Duration, bool) {
	if !n.queue.empty() {
		return 0, true
	}
	return n.untilNext()
}

// Close kills all processes and ends the goroutines of the node.
func (n *Node) Close() {
	for n.processes.size > 0 {
		for _, p := range n.Processes() {
			p.doom(killedReason, term.PID{})
		}
	}
	for _, c := range n.spares {
		n.retire(c)
	}
	n.spares = nil
	if n.engine != nil {
		close(n.engine.start)
		if c := n.engine.scheduler; c != nil {
			n.retire(c)
		}
		n.engine = nil
	}
}
