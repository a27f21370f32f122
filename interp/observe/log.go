package observe

import (
	"strings"
	"time"

	"gex/runtime/process"
	"gex/runtime/term"
)

// Limits of a log.
const (
	// StepEvents is the number of events that are kept of one input.
	StepEvents = 5000
	// LogEvents is the number of events that are kept of all.
	LogEvents = 50000
	// Actors is the number of processes that are remembered.
	Actors = 20000
)

// Actor is what is known of one process, which may be gone.
type Actor struct {
	PID  term.PID
	Name string // the registered name as it is written, "" for none
	Role string // what it is: KV.Registry, GenEvent, shell
	// Behaviour is the behaviour of OTP that it follows, "" for none.
	Behaviour string
	// System says that it belongs to the system and not to the learner.
	System bool
	Parent term.PID
	Gone   bool
	Reason term.Term // of its exit
	// Cause is whose exit signal ended it, the zero PID if nobody's, and
	// Signal whether that was sent with Process.exit and not by a link.
	Cause  term.PID
	Signal bool
	// Step is the input at which it exited, and Died the time.
	Step int
	Died time.Duration
	// In and Out count the messages that it got and sent.
	In, Out int
}

// Kind is the behaviour and what it is, as far as these differ.
func (a *Actor) Kind() string {
	if a.Behaviour == "" || a.Behaviour == a.Role {
		return a.Role
	}
	return strings.TrimSpace(a.Behaviour + " " + a.Role)
}

// Title is how a process is called: its name, or what it is.
func (a *Actor) Title() string {
	switch {
	case a.Name != "":
		return a.Name
	case a.Role != "":
		return a.Role
	}
	return "process"
}

// Step is one input and what happened because of it.
type Step struct {
	Number int
	Input  string
	Events []process.Event
	// Dropped counts the events that there was no room for.
	Dropped int
}

// Log is the bounded event log of a node. It belongs to one goroutine at a
// time. The zero value is not useful; see NewLog.
type Log struct {
	// Describe fills in Role and System of a process that is alive. It may be
	// nil.
	Describe func(a *Actor)

	steps  []*Step
	kept   int // events in all steps
	actors map[uint32]*Actor
	order  []uint32 // of the actors, the oldest first
	signal process.Event
	// removals are the last handlers that were removed.
	removals []Removal
}

// NewLog returns a log that has begun no input.
func NewLog() *Log {
	return &Log{actors: make(map[uint32]*Actor), steps: []*Step{{}}}
}

// Begin starts the input with the number.
func (l *Log) Begin(number int, input string) {
	l.steps = append(l.steps, &Step{Number: number, Input: input})
	for len(l.steps) > 2 && l.kept > LogEvents {
		l.kept -= len(l.steps[0].Events)
		l.steps = l.steps[1:]
	}
}

// Last returns the newest step, which is empty at first.
func (l *Log) Last() *Step { return l.steps[len(l.steps)-1] }

// Step returns the newest step with the number, or nil.
func (l *Log) Step(number int) *Step {
	for i := len(l.steps) - 1; i >= 0; i-- {
		if l.steps[i].Number == number && number > 0 {
			return l.steps[i]
		}
	}
	return nil
}

// Full reports whether the newest step has no room for messages any more.
func (l *Log) Full() bool { return len(l.Last().Events) >= StepEvents }

// Actor returns what is known of a process, or nil.
func (l *Log) Actor(pid term.PID) *Actor {
	if pid.Identity == nil {
		return nil
	}
	return l.actors[pid.Number]
}

// Add takes an event into the log.
func (l *Log) Add(e process.Event) {
	step := l.Last()
	if len(step.Events) < StepEvents {
		step.Events = append(step.Events, e)
		l.kept++
	} else {
		step.Dropped++
	}
	switch {
	case e.Kind == process.EventDeliver:
	case process.MessageEvents.Has(e.Kind):
		l.count(e)
	default:
		l.change(e, step.Number)
	}
}

func (l *Log) count(e process.Event) {
	if from := l.know(e.From); from != nil {
		from.Out++
	}
	if to := l.know(e.To); to != nil && !e.Lost {
		to.In++
	}
}

// change notes what an event says of the processes themselves.
func (l *Log) change(e process.Event, step int) {
	switch e.Kind {
	case process.EventSpawn:
		l.know(e.To).Parent = e.From
	case process.EventRegister:
		if a := l.know(e.To); a != nil {
			a.Name = inspected(e.Message)
		}
	case process.EventSignal:
		l.signal = e
	case process.EventHandlerRemove:
		l.removed(e, step)
	case process.EventExit:
		a := l.know(e.From)
		l.describe(a)
		a.Gone, a.Reason, a.Cause, a.Step, a.Died = true, e.Message, e.To, step, e.Time
		a.Signal = e.To.Identity != nil && l.signal.From == e.To && l.signal.To == e.From
	}
}

// know returns the actor of a process, which it makes if there is none.
func (l *Log) know(pid term.PID) *Actor {
	if pid.Identity == nil {
		return nil
	}
	a := l.actors[pid.Number]
	if a == nil {
		a = &Actor{PID: pid}
		l.actors[pid.Number] = a
		l.order = append(l.order, pid.Number)
		l.forget()
	}
	return a
}

// forget drops an actor when there are too many, the oldest first.
func (l *Log) forget() {
	if len(l.order) > Actors {
		delete(l.actors, l.order[0])
		l.order = l.order[1:]
	}
}

func (l *Log) describe(a *Actor) {
	if l.Describe != nil && !a.Gone {
		l.Describe(a)
	}
}

// Refresh describes anew all processes that are alive; call it when the node
// rests.
func (l *Log) Refresh() {
	for _, number := range l.order {
		l.describe(l.actors[number])
	}
}

// Alive returns the actor of a process that is alive, made if need be, and
// described.
func (l *Log) Alive(pid term.PID) *Actor {
	a := l.know(pid)
	l.describe(a)
	return a
}

// Known returns all actors, the oldest first.
func (l *Log) Known() []*Actor {
	known := make([]*Actor, 0, len(l.order))
	for _, number := range l.order {
		known = append(known, l.actors[number])
	}
	return known
}
