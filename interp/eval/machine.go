package eval

import (
	"gex/runtime/code"
	"gex/runtime/process"
	"gex/runtime/term"
)

// thunk is a compiled expression. One that was compiled for tail position may
// return (nil, nil), which means: go on with the call in machine.tail.
type thunk func(m *machine) (term.Term, error)

// pattern is a compiled pattern. It binds slots of the frame and reports
// whether the value matched.
type pattern func(m *machine, value term.Term) bool

// machine runs compiled code for one call from outside.
type machine struct {
	ev    *Evaluator
	self  *process.Process
	slots []term.Term // the frame of the function that runs
	stack []term.Term // where frames are taken from
	top   int         // of stack
	spare []term.Term // the chunk used last after stack
	depth int         // bytes of Go's stack that unfinished calls may take
	line  int         // of the operation that failed; noFrame if the stack is complete
	tail  tailCall
	// resultDepth is the depth of the function whose result the caller wants
	// taken apart, 0 for none, and result where it wants that.
	resultDepth int
	result      *code.Result
	// info is the error_info of the frame that the error at hand gets next.
	info term.Term

	caller *machine // that was active before
	next   *machine // in the list of free machines
}

// tailCall is a call that a function makes as the last thing it does.
type tailCall struct {
	fn       *function
	args     []term.Term
	captured []term.Term
}

const (
	// noFrame in machine.line says that the function that failed is in the
	// stack of the error already.
	noFrame = -1
	// firstChunk is the size of a machine's stack at first: small, because a
	// process that waits keeps it.
	firstChunk = 64
	// maxDepth bounds the Go stack that the calls of a process take, as function.cost
	// estimates it: a quarter of what Go allows, since stacks grow by doubling.
	maxDepth = 230 << 20
	// callCost is what a call takes, expressionCost what a level of nested
	// expressions in it adds, entryCost what it adds to come from outside.
	callCost       = 280
	expressionCost = 130
	entryCost      = 700
	// maxIdleChunk is the largest stack that a free machine keeps.
	maxIdleChunk = 1 << 12
)

// enter returns a machine for a call from outside into compiled code. It is
// given back with leave, unless the process unwinds.
func (ev *Evaluator) enter(self *process.Process) *machine {
	m := ev.free
	if m == nil {
		m = &machine{ev: ev, stack: make([]term.Term, firstChunk)}
	} else {
		ev.free = m.next
	}
	m.self, m.depth = self, 0
	m.caller = nil
	if active := ev.active; active != nil && active.self == self {
		m.depth, m.caller = active.depth+entryCost, active
	}
	ev.active = m
	return m
}

func (ev *Evaluator) leave(m *machine) {
	ev.active = m.caller
	m.self, m.caller, m.slots, m.top, m.depth = nil, nil, nil, 0, 0
	m.tail = tailCall{}
	m.spare = nil
	if len(m.stack) > maxIdleChunk {
		m.stack = make([]term.Term, firstChunk)
	}
	m.next = ev.free
	ev.free = m
}

// push takes a frame of n slots from the stack. The caller gives it back by
// restoring stack and top.
func (m *machine) push(n int) []term.Term {
	top := m.top + n
	if top > len(m.stack) {
		return m.grow(n)
	}
	frame := m.stack[m.top:top:top]
	m.top = top
	return frame
}

// grow continues the stack in another chunk. The old one stays as it is, since
// frames point into it.
func (m *machine) grow(n int) []term.Term {
	if len(m.spare) < n || len(m.spare) <= len(m.stack) {
		m.spare = make([]term.Term, max(2*len(m.stack), n))
	}
	m.stack, m.top = m.spare, n
	return m.stack[:n:n]
}

// outside marks m as the machine that calls code which is not compiled by
// this package, so that a call back finds it.
func (m *machine) outside() { m.ev.active = m }

// fail notes the line of the operation that failed.
func (m *machine) fail(line int, err error) (term.Term, error) {
	m.line = line
	return nil, err
}
