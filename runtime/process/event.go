package process

import (
	"time"

	"gex/runtime/term"
)

// EventKind says what happened.
type EventKind uint8

// The kinds of events. Those up to EventDeliver are messages; rooms above emit
// those from EventHandlerAdd on.
const (
	EventSend EventKind = iota
	EventCall
	EventNotify
	EventSyncNotify
	EventAckNotify
	EventReply
	EventAck
	EventDeliver
	EventSpawn
	EventExit
	EventSignal
	EventLink
	EventUnlink
	EventMonitor
	EventDown
	EventTimer
	EventRegister
	EventHandlerAdd
	EventHandlerRemove
	EventHandlerCrash
	EventPrint
	eventKinds
)

var eventNames = [eventKinds]string{
	EventSpawn: "spawn", EventExit: "exit", EventSignal: "signal", EventLink: "link", EventUnlink: "unlink",
	EventMonitor: "monitor", EventDown: "down", EventSend: "send", EventCall: "call", EventNotify: "notify",
	EventSyncNotify: "sync_notify", EventAckNotify: "ack_notify", EventReply: "reply", EventAck: "ack",
	EventDeliver: "deliver", EventTimer: "timer", EventRegister: "register", EventHandlerAdd: "handler_add",
	EventHandlerRemove: "handler_remove", EventHandlerCrash: "handler_crash", EventPrint: "print",
}

// String returns the name of the kind, as sync_notify.
func (k EventKind) String() string {
	if k < eventKinds {
		return eventNames[k]
	}
	return "unknown"
}

// EventSet is a set of kinds.
type EventSet uint32

// AllEvents are all kinds.
const AllEvents EventSet = 1<<eventKinds - 1

// MessageEvents are the kinds of which each message makes one.
const MessageEvents EventSet = 1<<EventSend | 1<<EventCall | 1<<EventNotify | 1<<EventSyncNotify |
	1<<EventAckNotify | 1<<EventReply | 1<<EventAck | 1<<EventDeliver

// Has reports whether the set has the kind.
func (s EventSet) Has(k EventKind) bool { return s&(1<<k) != 0 }

// Event is one entry of the event log, from which everything that observes
// the node is drawn.
//
// From acts and To is acted upon. Of an exit, From is the process that is
// gone and To the one whose exit signal ended it, the zero PID if it ended by
// itself. A signal is one that Process.exit(pid, reason) sends; the signals of
// links are seen by what they do. A deliver is a message on its way out of the
// mailbox, to the code of To.
//
// Message is what was sent or asked, without the envelope of a call; the
// answer; the reason of an exit; the name registered; the text printed; the
// handler, of a crash {handler, failure}, of a removal {handler, arguments}
// with what its terminate got.
type Event struct {
	Seq      uint64
	Time     time.Duration
	Kind     EventKind
	From, To term.PID
	Message  term.Term
	// Call is what a call, a sync_notify and the answer have in common; 0 for
	// other events.
	Call uint64
	// Queued is the length of the receiver's mailbox after a message came or
	// went.
	Queued int
	// Lost says that a message went to a process that is not alive.
	Lost bool
}

// Observe calls f for every event of the kinds from now on, inside the running
// process; f must not call the node. Nil stops observing.
func (n *Node) Observe(f func(Event), kinds EventSet) {
	n.observer = f
	if n.observed = kinds; f == nil {
		n.observed = 0
	}
}

// Observed reports whether somebody observes events of the kind, so that
// callers need not build them for nobody.
func (n *Node) Observed(k EventKind) bool { return n.observed.Has(k) }

// Emit adds an event to the log; Seq and Time are filled in.
func (n *Node) Emit(e Event) {
	if !n.observed.Has(e.Kind) {
		return
	}
	n.eventSeq++
	e.Seq, e.Time = n.eventSeq, n.Now()
	n.observer(e)
}

// emitSend emits that an envelope is in the mailbox of target.
func (n *Node) emitSend(from term.PID, target *Process, e Envelope) {
	event := e.event(from, target.pid)
	event.Queued = target.MailboxLen()
	n.Emit(event)
}

// emitLost emits that an envelope went to nobody.
func (n *Node) emitLost(from, to term.PID, e Envelope) {
	event := e.event(from, to)
	event.Lost = true
	n.Emit(event)
}

// event is the event of sending an envelope.
func (e Envelope) event(from, to term.PID) Event {
	if e.Form == nil || e.Form.Event == EventSend {
		return Event{Kind: EventSend, From: from, To: to, Message: e.Message()}
	}
	return Event{Kind: e.Form.Event, From: from, To: to, Message: e.Body, Call: e.From.ref &^ aliasBit}
}

// emitDeliver emits that p takes an envelope out of its mailbox.
func (p *Process) emitDeliver(e Envelope) {
	event := e.event(term.PID{}, p.pid)
	if e.From.caller != nil {
		event.From = e.From.caller.pid
	}
	event.Kind, event.Queued = EventDeliver, p.mailbox.size()
	p.node.Emit(event)
}

// answer returns the kind of the answer to a message of the kind.
func (k EventKind) answer() EventKind {
	if k == EventSyncNotify || k == EventAckNotify {
		return EventAck
	}
	return EventReply
}
