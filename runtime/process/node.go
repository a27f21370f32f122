package process

import (
	"cmp"
	"sync"
	"sync/atomic"
	"time"

	"gex/runtime/exception"
	"gex/runtime/term"
)

// Options configure a node. The zero value is a node on the real clock.
type Options struct {
	// Virtual makes time stand still while processes run and jump to the next
	// timer when all of them wait.
	Virtual bool
	// FirstPID is the number of the first process; 0 means 108, as the shell
	// of IEx 1.14 has.
	FirstPID uint32
	// Epoch is the system time at which a virtual clock starts.
	Epoch time.Time
	// MemoryBudget is how many bytes may be in use before the process that is
	// running fails; 0 means 1 GiB.
	MemoryBudget uint64
	// MaxProcesses is how many processes there may be; 0 means 262,144, as in
	// an Erlang node without +P.
	MaxProcesses int
	// Schedule is the seed of an order drawn by lot in which processes run and
	// messages arrive, within what Erlang leaves open; 0 is the usual order.
	Schedule int64
}

// Node is a world of processes with its own time, names and numbers. See the
// package comment for who may call its methods.
type Node struct {
	options    Options
	started    time.Time
	virtual    time.Duration
	nextPID    uint32
	nextSystem uint32 // of a process that one of the system spawns
	nextRef    uint64
	eventSeq   uint64
	timerSeq   uint64
	// reductions is what all processes have done in turns that are over.
	reductions uint64

	processes population
	initials  map[MFA]*MFA
	initial   *MFA // the last one that was asked for
	names     map[term.Atom]*Process
	aliases   map[uint64]alias
	values    map[any]any
	observer  func(Event)
	observed  EventSet // what observer is called for
	crashed   func(*Process, *exception.Error)
	stuck     func() bool
	leader    term.PID // group leader of processes without a parent

	queue    runQueue
	schedule *schedule // nil for the usual order
	current  current
	co       *coroutine // the coroutine that is running
	spares   []*coroutine
	// retiring has the scheduler loop that is resumed end.
	retiring bool
	strays   strays
	doomed   []doom // exits still to be worked off
	dooming  bool
	memory   memory
	timers   timerHeap
	unarmed  []*Timer // see armLater
	turns    uint64

	spareMonitors []*monitor
	rings         rings

	engine *engine

	posted     atomic.Bool
	postMu     sync.Mutex
	posts      []func()
	wake       chan struct{}
	intr       atomic.Pointer[Process] // whom Ctrl-C is meant for
	interrupts chan struct{}
	atExit     map[*Process][]func() // what runs when a process ends, see AtExit
}

// firstSystem is the number of the first process that one of the system spawns.
const firstSystem = 41

// NewNode returns a node without processes.
func NewNode(options Options) *Node {
	if options.FirstPID == 0 {
		options.FirstPID = 108
	}
	if options.Epoch.IsZero() {
		options.Epoch = time.Date(2015, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	n := &Node{
		options:    options,
		started:    time.Now(),
		nextPID:    options.FirstPID,
		nextSystem: firstSystem,
		nextRef:    firstRef,
		initials:   make(map[MFA]*MFA),
		names:      make(map[term.Atom]*Process),
		aliases:    make(map[uint64]alias),
		values:     make(map[any]any),
		memory:     memory{budget: cmp.Or(options.MemoryBudget, defaultMemoryBudget)},
		wake:       make(chan struct{}, 1),
		interrupts: make(chan struct{}, 1),
	}
	if options.Schedule != 0 {
		n.schedule = newSchedule(options.Schedule)
	}
	return n
}

// firstRef makes references look like those of a node that has been used.
const firstRef = 1032790275<<18 | 17410

// SetGroupLeader makes leader the group leader of processes that are spawned
// without a parent and without one of their own.
func (n *Node) SetGroupLeader(leader term.PID) { n.leader = leader }

// OnCrash has f called, in the process that fails and before anybody hears of
// its exit, for each process that ends with an exception of class error or
// throw that nothing caught, as the emulator reports it. Exits are no crashes.
func (n *Node) OnCrash(f func(*Process, *exception.Error)) { n.crashed = f }

// reportCrash tells the observer of crashes about err if it is one.
func (p *Process) reportCrash(err error) {
	if err == nil || p.node.crashed == nil {
		return
	}
	if x := exception.As(err); x.Class != exception.ClassExit {
		p.node.crashed(p.Main(), x)
	}
}

// Name returns the atom that node() returns on a node that is not alive.
func (n *Node) Name() term.Atom { return "nonode@nohost" }

// Monotonic returns the time of the node as erlang:monotonic_time/0 counts it,
// from a start that lies far below zero.
func (n *Node) Monotonic() time.Duration { return n.Now() - 1<<59 }

// Now returns the node's monotonic time since it was made.
func (n *Node) Now() time.Duration {
	if n.options.Virtual {
		return n.virtual
	}
	return time.Since(n.started)
}

// Virtual reports whether the node runs on a virtual clock.
func (n *Node) Virtual() bool { return n.options.Virtual }

// SystemTime returns the wall clock time, which stands at Options.Epoch when a
// virtual node starts.
func (n *Node) SystemTime() time.Time {
	if n.options.Virtual {
		return n.options.Epoch.Add(n.virtual)
	}
	return time.Now()
}

// MakeRef returns a new reference.
func (n *Node) MakeRef() term.Ref {
	n.nextRef++
	return term.Ref{ID: n.nextRef}
}

// MakeMagicRef is MakeRef for a reference that names something, as a table.
func (n *Node) MakeMagicRef() term.Ref {
	n.nextRef++
	return term.Ref{ID: n.nextRef | term.MagicRef}
}

// makeAliasRef is MakeRef for a reference to which messages can be sent, which
// comes after all others in the order of terms.
func (n *Node) makeAliasRef() term.Ref {
	n.nextRef++
	return term.Ref{ID: n.nextRef | term.AliasRef}
}

// Value returns what SetValue stored under key, or nil. Rooms keep what is
// one to a node there, under a key of a type of their own.
func (n *Node) Value(key any) any { return n.values[key] }

// SetValue stores value under key.
func (n *Node) SetValue(key, value any) { n.values[key] = value }

// Current returns the process that is running, or nil between processes. In one
// that was given up it does not return.
func (n *Node) Current() *Process {
	n.CheckAlive()
	return n.current.load()
}

// Lookup returns the live process of pid, or nil.
func Lookup(pid term.PID) *Process {
	if pid.Identity == nil {
		return nil
	}
	p, _ := pid.Process.(*Process)
	return p
}

// PID returns the pid with the given numbers; it names nobody if no such
// process is alive.
func (n *Node) PID(number, serial uint32) term.PID {
	if p := n.processes.find(number); p != nil && serial == 0 {
		return p.pid
	}
	return term.PID{Identity: &term.Identity{Number: number, Serial: serial}}
}

// Processes returns all live processes in order of their pids.
func (n *Node) Processes() []*Process { return n.processes.sorted() }

// intern returns the address of an MFA, one for all that are equal.
func (n *Node) intern(m MFA) *MFA {
	if n.initial != nil && *n.initial == m {
		return n.initial
	}
	if n.initials[m] == nil {
		n.initials[m] = &m
	}
	n.initial = n.initials[m]
	return n.initial
}

// Post has f called on the node between two processes. It may be called from
// any goroutine, and wakes an owner that waits in Run.
func (n *Node) Post(f func()) {
	n.postMu.Lock()
	n.posts = append(n.posts, f)
	n.postMu.Unlock()
	n.posted.Store(true)
	n.notifyOwner()
}

// Woken is ready to receive when something was posted or interrupted.
func (n *Node) Woken() <-chan struct{} { return n.wake }

func (n *Node) notifyOwner() {
	select {
	case n.wake <- struct{}{}:
	default:
	}
}

// takePosts runs what was posted.
func (n *Node) takePosts() {
	if !n.posted.Swap(false) {
		return
	}
	n.postMu.Lock()
	posts := n.posts
	n.posts = nil
	n.postMu.Unlock()
	for _, f := range posts {
		f()
	}
}
