package process

import (
	"gex/runtime/exception"
	"gex/runtime/term"
)

// Envelope is a message whose parts are kept apart until somebody looks at it
// as a term, which for most messages of behaviours nobody does.
type Envelope struct {
	// Form writes the message; nil if Body is the message itself.
	Form *Form
	Body term.Term
	// From waits for the answer; its zero value is nobody.
	From From
}

// Form is a kind of envelope: what all messages of that kind have in common.
// Those who send and those who handle it compare it by address.
type Form struct {
	// Write returns the message of an envelope of this form. It does the same
	// whenever it is called.
	Write func(Envelope) term.Term
	// Event is the kind of event that such a message is: EventCall, EventNotify,
	// EventSyncNotify or EventAckNotify, whose Message is the Body. The zero
	// value stands for EventSend, whose Message is the whole.
	Event EventKind
	// Waits are the frames on which who calls with the form waits for the reply,
	// innermost first; nil where they are not known.
	Waits []exception.Frame
}

// Message returns the message as a term.
func (e Envelope) Message() term.Term {
	if e.Form == nil {
		return e.Body
	}
	return e.Form.Write(e)
}

// EnvelopeServer is a Server that takes envelopes apart by itself. Messages
// without a form, and those that somebody has looked at, still come as terms.
type EnvelopeServer interface {
	Server
	HandleEnvelope(self *Process, e Envelope) error
}

// SendEnvelope is Send for a message that need not be written.
func (self *Process) SendEnvelope(to term.PID, e Envelope) {
	self.check()
	if target := Lookup(to); target != nil {
		self.sendTo(target, e)
	} else if self.node.observed != 0 {
		self.node.emitLost(self.pid, to, e)
	}
}

// SendEnvelopeName is SendName for a message that need not be written.
func (self *Process) SendEnvelopeName(name term.Atom, e Envelope) bool {
	self.check()
	target := self.node.names[name]
	if target == nil {
		return false
	}
	self.sendTo(target, e)
	return true
}

// From is who asks in a call: the caller, and the reference that its answer
// carries.
type From struct {
	caller *Process
	ref    uint64 // with aliasBit if it is an alias of the caller
}

// aliasBit is no part of any reference's number.
const aliasBit = 1 << 63

// NewFrom returns the From with that reference, or alias, of a process. It
// reports false if the process is not alive.
func NewFrom(caller term.PID, ref term.Ref, alias bool) (From, bool) {
	f := From{caller: Lookup(caller), ref: ref.ID}
	if alias {
		f.ref |= aliasBit
	}
	return f, f.caller != nil
}

// Caller returns the pid of the caller.
func (f From) Caller() term.PID { return f.caller.pid }

// IsAlias reports whether the reference is an alias of the caller, so that an
// answer may come too late.
func (f From) IsAlias() bool { return f.ref&aliasBit != 0 }

// Ref returns the reference.
func (f From) Ref() term.Ref { return term.Ref{ID: f.ref &^ aliasBit} }

// aliasTag stands before a reference that is an alias: [alias | ref].
const aliasTag = term.Atom("alias")

// fromTerm is the memory of a From as a term, in one piece.
type fromTerm struct {
	tuple    term.Tuple
	elements [2]term.Term
	ref      term.Ref
}

// aliasTerm is fromTerm with an alias.
type aliasTerm struct {
	fromTerm
	alias term.Cons
}

// Term returns {caller, ref}, or {caller, [alias | ref]}.
func (f From) Term() term.Term {
	if !f.IsAlias() {
		t := &fromTerm{ref: f.Ref()}
		return t.seal(f.caller.pid, term.RefAt(&t.ref))
	}
	t := &aliasTerm{fromTerm: fromTerm{ref: f.Ref()}}
	t.alias = term.Cons{Head: aliasTag, Tail: term.RefAt(&t.ref)}
	return t.seal(f.caller.pid, &t.alias)
}

func (t *fromTerm) seal(caller term.PID, tag term.Term) term.Term {
	t.elements = [2]term.Term{caller, tag}
	t.tuple = t.elements[:]
	return term.TupleAt(&t.tuple)
}

// Tag returns what an answer begins with: the second element of Term.
func (f From) Tag() term.Term {
	if f.IsAlias() {
		return &term.Cons{Head: aliasTag, Tail: f.Ref()}
	}
	return f.Ref()
}

// answers reports whether a message is {tag, value} with the tag of f.
func (f From) answers(message term.Term) (value term.Term, ok bool) {
	m, _ := message.(term.Tuple)
	if len(m) != 2 {
		return nil, false
	}
	tag := m[0]
	if cell, isCons := tag.(*term.Cons); isCons && cell.Head == term.Term(aliasTag) {
		tag = cell.Tail
	}
	ref, _ := tag.(term.Ref)
	return m[1], ref == f.Ref()
}
