package observe

import (
	"gex/runtime/inspect"
	"gex/runtime/process"
	"gex/runtime/term"
)

// inspected is a term on one line.
func inspected(t term.Term) string {
	if t == nil {
		return ""
	}
	return inspect.Inspect(t, inspect.Options{Limit: 20, PrintableLimit: 200})
}

// Reason is an exit reason on one line, without the stack behind it.
func Reason(reason term.Term) string { return reasonText(reason) }

// reasonText is an exit reason on one line, without the stack that stands
// behind what was raised.
func reasonText(reason term.Term) string {
	if t, ok := reason.(term.Tuple); ok && len(t) == 2 && isStack(t[1]) {
		return inspected(t[0])
	}
	return inspected(reason)
}

// isStack reports whether a term is a list of {module, function, arity, where}.
func isStack(t term.Term) bool {
	cell, ok := t.(*term.Cons)
	if !ok {
		return false
	}
	frame, ok := cell.Head.(term.Tuple)
	if !ok || len(frame) != 4 {
		return false
	}
	_, isName := frame[1].(term.Atom)
	return isName && term.IsList(frame[3])
}

// Way is how a message travels.
type Way uint8

// The ways of messages: Async is for those nobody waits for, Sync for those
// that are waited for, Answer for what these get.
const (
	Async Way = iota
	Sync
	Answer
	printing // of the protocol by which processes print
)

// Message says how a message travels and what it says, without the envelope
// that the protocols of OTP put around it.
func Message(e process.Event) (Way, string) {
	switch e.Kind {
	case process.EventCall:
		return Sync, request(e.Message)
	case process.EventNotify:
		return Async, "notify " + inspected(e.Message)
	case process.EventSyncNotify:
		return Sync, "sync_notify " + inspected(e.Message)
	case process.EventAckNotify:
		return Sync, "ack_notify " + inspected(e.Message)
	case process.EventReply, process.EventAck:
		return Answer, inspected(e.Message)
	}
	if t, ok := e.Message.(term.Tuple); ok && len(t) > 1 {
		return byShape(t)
	}
	return Async, inspected(e.Message)
}

// request is what a call says; an event manager is asked {call, handler, request}.
func request(t term.Term) string {
	if term.Tag(t, 3) == "call" {
		r := t.(term.Tuple)
		return "call " + inspected(r[1]) + " " + inspected(r[2])
	}
	return "call " + inspected(t)
}

// shapes are the messages of protocols by their tag and length.
var shapes = map[term.Atom]struct {
	length int
	say    func(t term.Tuple) (Way, string)
}{
	"$gen_call": {3, func(t term.Tuple) (Way, string) { return Sync, "call " + inspected(t[2]) }},
	"$gen_cast": {2, func(t term.Tuple) (Way, string) { return Async, "cast " + inspected(t[1]) }},
	"system":    {3, func(t term.Tuple) (Way, string) { return Sync, "sys " + inspected(t[2]) }},
	"notify":    {2, func(t term.Tuple) (Way, string) { return Async, "notify " + inspected(t[1]) }},
	"ack":       {3, func(t term.Tuple) (Way, string) { return Answer, inspected(t[2]) }},
	"EXIT":      {3, func(t term.Tuple) (Way, string) { return Async, "EXIT " + reasonText(t[2]) }},
	"DOWN":      {5, func(t term.Tuple) (Way, string) { return Async, "DOWN " + reasonText(t[4]) }},
	"io_request": {4, func(t term.Tuple) (Way, string) {
		return printing, inspected(t[3])
	}},
	"io_reply": {3, func(t term.Tuple) (Way, string) { return printing, inspected(t[2]) }},
}

func byShape(t term.Tuple) (Way, string) {
	tag, _ := t[0].(term.Atom)
	if s, ok := shapes[tag]; ok && len(t) == s.length {
		return s.say(t)
	}
	if isAnswer(t) {
		return Answer, inspected(t[1])
	}
	return Async, inspected(t)
}

// isAnswer reports whether a message is {reference, answer} as servers answer
// requests that nobody waits in.
func isAnswer(t term.Tuple) bool {
	if len(t) != 2 {
		return false
	}
	tag := t[0]
	if cell, ok := tag.(*term.Cons); ok && cell.Head == term.Term(term.Atom("alias")) {
		tag = cell.Tail
	}
	_, ok := tag.(term.Ref)
	return ok
}
