package proclib

import (
	"time"

	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// Link says how a starter is tied to the process that it starts.
type Link uint8

// The ties.
const (
	NoLink Link = iota
	Linked
	Monitored
)

// StartOptions say how Start starts a process.
type StartOptions struct {
	Link    Link
	Initial process.MFA
	// Options are those of spawn_opt as a list, nil for none.
	Options term.Term
	// Call is what wrong options are shown with; needed only with Options.
	Call Call
	// Timeout is how long the new process may take to acknowledge; it is
	// killed when it takes longer. The zero value waits for ever, BadTimeout
	// fails once the process is there.
	Timeout time.Duration
}

// Started is what Start found out.
type Started struct {
	// Ack is what the new process gave to InitAck; nil if it gave nothing.
	Ack term.Term
	// Reason is why it ended before it acknowledged, or timeout.
	Reason term.Term
	PID    term.PID
	// Monitor is the monitor of a process started Monitored.
	Monitor term.Ref
	// Err is the exception of a timeout that is none, or of wrong options.
	Err error
}

// StartTimeout is the Timeout of StartOptions for a timeout that may be 0 or
// process.Forever.
func StartTimeout(d time.Duration) time.Duration {
	switch {
	case d == 0:
		return noWait
	case d < 0:
		return 0
	}
	return d
}

// noWait is the Timeout that is over at once.
const noWait time.Duration = -1

// BadTimeout is the Timeout of a term that is no timeout.
const BadTimeout time.Duration = -2

// waits are the functions that wait for the acknowledgement.
var waits = map[Link]exception.Frame{
	NoLink:    {Module: "proc_lib", Function: "sync_start", Arity: 2, File: "proc_lib.erl", Line: 310},
	Linked:    {Module: "proc_lib", Function: "sync_start_link", Arity: 2, File: "proc_lib.erl", Line: 351},
	Monitored: {Module: "proc_lib", Function: "sync_start_monitor", Arity: 2, File: "proc_lib.erl", Line: 404},
}

const ack = term.Atom("ack")

// Start starts a process that runs body and blocks until it has called
// InitAck, has ended or has used up the timeout, as start/5, start_link/5 and
// start_monitor/5 of proc_lib.
func Start(self *process.Process, body process.Body, o StartOptions) Started {
	self.Mark()
	spawn, err := o.spawnOptions(self)
	if err != nil {
		return Started{Err: err}
	}
	spawn.Link, spawn.Monitor, spawn.Initial = spawn.Link || o.Link == Linked, o.Link != Linked, o.Initial
	child := Spawn(self, body, spawn)
	timeout := o.Timeout
	switch timeout {
	case 0:
		timeout = process.Forever
	case noWait:
		timeout = 0
	}
	pid := child.PID()
	if timeout == BadTimeout {
		return Started{PID: pid, Monitor: child.Monitor, Err: exception.Raise(term.Atom("timeout_value")).In(waits[o.Link])}
	}
	started := Started{PID: pid, Monitor: child.Monitor}
	message, ok := self.ReceiveTimeout(func(m term.Term) bool {
		return isAck(m, pid) || o.Link == Linked && isExit(m, pid) || o.Link != Linked && process.IsDown(m, child.Monitor)
	}, timeout)
	switch {
	case !ok:
		killFlush(self, pid)
		started.Reason = term.Atom("timeout")
	case isAck(message, pid):
		started.Ack = message.(term.Tuple)[2]
	case o.Link == Linked:
		started.Reason = message.(term.Tuple)[2]
	default:
		started.Reason = message.(term.Tuple)[4]
		if o.Link == Monitored {
			self.Send(self.PID(), message)
		}
	}
	if o.Link == NoLink {
		self.Demonitor(child.Monitor)
		self.FlushDown(child.Monitor)
	}
	return started
}

// InitAck tells the starter that the process is ready; value is what Start
// returns.
func InitAck(self *process.Process, starter term.PID, value term.Term) {
	self.Send(starter, term.Tuple{ack, self.PID(), value})
}

func isAck(message term.Term, pid term.PID) bool {
	m, ok := message.(term.Tuple)
	return ok && len(m) == 3 && m[0] == term.Term(ack) && m[1] == term.Term(pid)
}

func isExit(message term.Term, pid term.PID) bool {
	m, ok := message.(term.Tuple)
	return ok && len(m) == 3 && m[0] == term.Term(term.Atom("EXIT")) && m[1] == term.Term(pid)
}

// killFlush kills a process and removes what it leaves behind.
func killFlush(self *process.Process, pid term.PID) {
	self.Unlink(pid)
	self.Exit(pid, term.Atom("kill"))
	self.TakeMatching(func(m term.Term) bool { return isExit(m, pid) })
}
