package genevent

import (
	"gex/runtime/gen"
	"gex/runtime/process"
	"gex/runtime/term"
)

// The messages of which there are many are sent as envelopes, and handled
// without having been written as terms unless somebody looks at them.
var (
	notifyForm = &process.Form{Event: process.EventNotify, Write: func(e process.Envelope) term.Term {
		return term.Tuple2(async.tag(), e.Body)
	}}
	ackForm  = eventForm(ack, process.EventAckNotify)
	syncForm = eventForm(synchronous, process.EventSyncNotify)
)

// eventForm is the form of {caller, from, {mode, event}}.
func eventForm(how mode, event process.EventKind) *process.Form {
	return &process.Form{Event: event, Write: func(e process.Envelope) term.Term {
		e.Body = term.Tuple2(how.tag(), e.Body)
		return gen.ByCaller.Write(e)
	}}
}

// asCall returns handler and request of a request {call, handler, request}.
func asCall(e process.Envelope) (handler, request term.Term, ok bool) {
	c, _ := e.Body.(term.Tuple)
	if e.Form != gen.ByCaller || len(c) != 3 || c[0] != term.Term(callAtom) {
		return nil, nil, false
	}
	return c[1], c[2], true
}

// HandleEnvelope handles an event or a call.
func (m *erlangManager) HandleEnvelope(self *process.Process, e process.Envelope) error {
	handler, request, isCall := asCall(e)
	if m.Debugging() || !isCall && e.Form != notifyForm && e.Form != syncForm {
		return m.HandleMessage(self, e.Message())
	}
	m.wake(self)
	switch {
	case isCall:
		m.line = erlCall
		hibernate, reply := m.call(self, handler, request)
		gen.ReplyTo(self, e.From, reply)
		return m.loop(self, hibernate)
	case e.Form == notifyForm:
		m.line = erlNotify
		return m.loop(self, m.notify(self, e.Body, false))
	}
	m.line = erlSyncNotify
	hibernate := m.notify(self, e.Body, false)
	gen.ReplyTo(self, e.From, term.OK)
	return m.loop(self, hibernate)
}

// HandleEnvelope handles an event or a call.
func (m *elixirManager) HandleEnvelope(self *process.Process, e process.Envelope) error {
	handler, request, isCall := asCall(e)
	if m.Debugging() || !isCall && e.Form != notifyForm && e.Form != ackForm && e.Form != syncForm {
		return m.HandleMessage(self, e.Message())
	}
	m.wake(self)
	hibernate := false
	switch {
	case isCall:
		m.line = exCall
		var answer term.Term
		hibernate, answer = m.call(self, handler, request)
		replyTo(self, e.From, answer)
	case e.Form == notifyForm:
		m.line = exNotify
		hibernate = m.event(self, async, e.Body)
	case e.Form == ackForm:
		m.line = exAckNotify
		replyTo(self, e.From, term.OK)
		hibernate = m.event(self, ack, e.Body)
	default:
		m.line = exSyncNotify
		hibernate = m.event(self, synchronous, e.Body)
		replyTo(self, e.From, term.OK)
	}
	return m.loop(self, hibernate)
}

// replyTo is reply for a caller that has not been written as a term.
func replyTo(self *process.Process, from process.From, answer term.Term) {
	if !self.Answer(from, answer) {
		self.Send(from.Caller(), term.Tuple2(from.Tag(), answer))
	}
}
