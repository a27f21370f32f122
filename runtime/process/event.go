package process

import (
	"time"

	"gex/runtime/term"
)

// EventKind says what happened.
type EventKind uint8

// The kinds of events. Rooms above emit those from EventHandlerAdd on.
const (
	EventSpawn EventKind = iota
	EventExit
	EventLink
	EventUnlink
	EventMonitor
	EventDown
	EventSend
	EventTimer
	EventRegister
	EventCall
	EventReply
	EventHandlerAdd
	EventHandlerRemove
	EventHandlerCrash
	EventPrint
)

// Event is one entry of the event log, from which everything that observes
// the node is drawn. From acts, To is acted upon; Message is what was sent,
// the reason of an exit, the name registered, the text printed.
type Event struct {
	Seq      uint64
	Time     time.Duration
	Kind     EventKind
	From, To term.PID
	Message  term.Term
	// Queued is the length of the receiver's mailbox after a send.
	Queued int
}

// Observe calls f for every event from now on, inside the running process; f
// must not call the node. Nil stops observing.
func (n *Node) Observe(f func(Event)) { n.observer = f }

// Observed reports whether somebody observes, so that callers need not build
// events for nobody.
func (n *Node) Observed() bool { return n.observer != nil }

// Emit adds an event to the log; Seq and Time are filled in.
func (n *Node) Emit(e Event) {
	if n.observer == nil {
		return
	}
	n.eventSeq++
	e.Seq, e.Time = n.eventSeq, n.Now()
	n.observer(e)
}
