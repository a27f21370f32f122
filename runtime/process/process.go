package process

import (
	"sync/atomic"

	"gex/runtime/exception"
	"gex/runtime/term"
)

// Body is the code of a process. The error it returns becomes the exit reason
// (exception.ExitReason); nil is :normal. To go on as a server without a
// stack it returns Become.
type Body func(self *Process) error

// Server handles messages one at a time and waits without a stack.
//
// HandleMessage may block as any code of a process may. An error ends the
// process with exception.ExitReason(err).
type Server interface {
	HandleMessage(self *Process, message term.Term) error
}

// TimeoutServer is a Server that asks, with SetIdleTimeout, to be told when
// no message came for a while.
type TimeoutServer interface {
	Server
	HandleTimeout(self *Process) error
}

// Waiter is a Server that tells the function in which it waits for messages,
// which process_info shows as current_function.
type Waiter interface {
	Server
	WaitsIn() MFA
}

// Func is the code of a function value (term.Fun.Code) and of a function of a
// module: it runs in self and blocks as long as the function does.
type Func func(self *Process, args []term.Term) (term.Term, error)

// become is the error with which a Body turns into a Server.
type become struct{ server Server }

func (become) Error() string { return "process becomes a server" }

// Become is what a Body returns to go on as server.
func Become(server Server) error { return become{server} }

// status of a process.
type status uint8

const (
	statusReady     status = iota // in the run queue
	statusRunning                 // on the processor
	statusWaiting                 // for a message, a time or a wake-up
	statusSuspended               // until it is resumed
	statusCarrying                // no process but a courier, see schedule.go
	statusDead
)

// MFA names the function a process was started with.
type MFA struct {
	Module   term.Atom
	Function string
	Arity    int
}

// Term returns the MFA as {module, function, arity}.
func (m MFA) Term() term.Term {
	return term.Tuple{m.Module, term.Atom(m.Function), term.Int(m.Arity)}
}

// Process is the kernel's record of one process. What each turn needs stands
// first. It takes 256 bytes, which there may be a million times: what few
// processes have is behind a pointer.
type Process struct {
	node    *Node
	mailbox mailbox
	server  Server
	accept  func(term.Term) bool // messages a server takes now; nil means all
	co      *coroutine           // its own stack, while it is suspended in some code
	body    Body
	idle    *idleTimer

	reductions uint64
	slice      int32  // reductions left before it gives way
	mark       uint32 // messages before it cannot match the receive that follows Mark
	status     status
	waits      bool // waker is running
	trapExit   bool
	hibernated bool
	dying      bool // has been told to die, its stack not yet unwound
	interrupt  bool
	abandoned  atomic.Bool

	pid   term.PID
	waker *Timer // wakes it from a receive or a sleep

	links     ordered[*Process, struct{}]
	monitors  ordered[uint64, *monitor] // by this process
	monitored ordered[uint64, *monitor] // of this process
	rare      *rare

	name        term.Atom // "" for none
	dictionary  *term.Map
	groupLeader term.PID
	parent      term.PID
	initial     *MFA
	waitsIn     *MFA               // the function that it waits in, nil if it has not said
	base        *[]exception.Frame // on which its code runs, nil if it has not said
	exitReason  term.Term          // once it is dead

	older, newer *Process // the other processes that are alive
}

// rare is what few processes have.
type rare struct {
	aliases []uint64
	flags   map[term.Atom]term.Term // process flags that the kernel does not look at
	label   any
	part    *part
	// what Suspend has done to others and to it
	suspending []Suspension
	suspended  suspension
}

// more returns what the process has of that, to be added to.
func (p *Process) more() *rare {
	if p.rare == nil {
		p.rare = &rare{}
	}
	return p.rare
}

// PID returns the pid of the process.
func (p *Process) PID() term.PID { return p.pid }

// Node returns the node the process lives in.
func (p *Process) Node() *Node { return p.node }

// Alive reports whether the process has not exited.
func (p *Process) Alive() bool { return p.status != statusDead }

// ExitReason returns the reason with which the process exited, nil while it
// is alive.
func (p *Process) ExitReason() term.Term { return p.exitReason }

// SpawnOptions say how a process is started.
type SpawnOptions struct {
	// Link and Monitor tie the new process to its parent before it runs.
	Link, Monitor bool
	// MonitorOptions are those of the monitor.
	MonitorOptions MonitorOptions
	// Flags are pairs of a flag, as SetFlag knows it, and its value.
	Flags []term.Tuple
	// GroupLeader is inherited from the parent if it is not set.
	GroupLeader term.PID
	// Number is the number of the pid, for processes of the system that are
	// older than Options.FirstPID; 0 takes the next one. What such a process
	// spawns is of the system too.
	Number uint32
	// Initial is the function that process_info shows as initial_call.
	Initial MFA
}

// Spawned is a new process, with the reference of the monitor if one was asked for.
type Spawned struct {
	*Process
	Monitor term.Ref
}

// System reports whether p is a process of the system, which was there before
// the first one of a user.
func (p *Process) System() bool { return p.pid.Number < p.node.options.FirstPID }

// Spawn starts a process that runs body. It does not block: the new process
// runs when its turn comes. Like spawn_opt/4.
func (self *Process) Spawn(body Body, options SpawnOptions) Spawned {
	self.check()
	n := self.node
	if n.processes.size >= n.MaxProcesses() {
		panic(interrupted{exception.Raise(term.Atom("system_limit"))})
	}
	if options.Number == 0 && self.System() {
		options.Number = n.nextSystem
		n.nextSystem++
	}
	child := n.newProcess(body, options)
	if options.GroupLeader.Identity == nil {
		child.groupLeader = self.groupLeader
	}
	child.parent = self.pid
	for _, flag := range options.Flags {
		child.SetFlag(flag[0].(term.Atom), flag[1])
	}
	spawned := Spawned{Process: child}
	self.node.emitSpawn(self.pid, child)
	if options.Link {
		self.addLink(child)
	}
	if options.Monitor {
		spawned.Monitor = self.monitorWith(child, child.pid, options.MonitorOptions)
	}
	return spawned
}

// Spawn starts a process without a parent.
func (n *Node) Spawn(body Body, options SpawnOptions) *Process {
	p := n.newProcess(body, options)
	n.emitSpawn(term.PID{}, p)
	return p
}

func (n *Node) emitSpawn(parent term.PID, p *Process) {
	if n.observed.Has(EventSpawn) {
		n.Emit(Event{Kind: EventSpawn, From: parent, To: p.pid, Message: p.initial.Term()})
	}
}

func (n *Node) newProcess(body Body, options SpawnOptions) *Process {
	p := &Process{
		node:        n,
		pid:         term.PID{Identity: &term.Identity{Number: n.nextPID}},
		body:        body,
		groupLeader: options.GroupLeader,
		initial:     n.intern(options.Initial),
	}
	if options.Number != 0 {
		p.pid.Number = options.Number
	} else {
		n.nextPID++
	}
	if p.groupLeader.Identity == nil {
		p.groupLeader = n.leader
	}
	p.pid.Process = p
	n.processes.add(p)
	n.queue.push(p)
	return p
}

// SetServerFilter makes the process, once it is a Server, take only messages
// that accept reports true for; others stay in the mailbox. Nil takes all.
func (self *Process) SetServerFilter(accept func(term.Term) bool) { self.accept = accept }

// SetServer replaces the server that handles the messages from the next one on.
func (self *Process) SetServer(server Server) { self.server = server }

// Server returns the server the process is, or nil.
func (p *Process) Server() Server { return p.server }

// Label returns what SetLabel stored: a description for process tables.
func (p *Process) Label() any {
	if p.rare == nil {
		return nil
	}
	return p.rare.label
}

// SetLabel stores what the process is, for those who observe.
func (p *Process) SetLabel(label any) { p.more().label = label }

// Guard calls f and returns its error. An interrupt of the process while f
// runs becomes the exception exit(:interrupted). Panics of any other kind,
// the kernel's own among them, pass.
func (self *Process) Guard(f func() error) (err error) {
	defer CatchInterrupt(&err)
	return f()
}

// CatchInterrupt is what Guard defers, for callers that want no closure: it
// turns an interrupt into the exception exit(:interrupted).
func CatchInterrupt(err *error) {
	if r := recover(); r != nil {
		stop, ok := r.(interrupted)
		if !ok {
			panic(r)
		}
		*err = stop.err
	}
}

// PassOn goes on with a panic of the kernel that leaves a function. If the
// process fails with an exception, that gets the frame.
func PassOn(value any, frame exception.Frame) {
	if stop, ok := value.(interrupted); ok && stop.err.Class == exception.ClassError {
		stop.err.In(frame)
	}
	panic(value)
}

// Interrupted is the exit reason of code that was interrupted.
const Interrupted = term.Atom("interrupted")

// Escape ends what Guard guards with an exception that nothing else can catch,
// or the process or thread with that as its reason.
func Escape(err *exception.Error) { panic(interrupted{err}) }

// IsKernelPanic reports whether a recovered value is the kernel's, which must
// be passed on with panic(value).
func IsKernelPanic(value any) bool {
	switch value.(type) {
	case killed, interrupted:
		return true
	}
	return false
}

type (
	killed      struct{}
	interrupted struct{ err *exception.Error }
)
