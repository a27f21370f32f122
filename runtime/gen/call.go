package gen

import (
	"time"

	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// DefaultTimeout is the timeout of a call in milliseconds, as a term.
const DefaultTimeout = term.Int(5000)

const alias = term.Atom("alias")

// ParseTimeout returns the duration of a timeout: milliseconds that are not
// negative, or :infinity, which is process.Forever. It reports false for any
// other term.
func ParseTimeout(timeout term.Term) (time.Duration, bool) {
	switch t := timeout.(type) {
	case term.Int:
		return time.Duration(t) * time.Millisecond, t >= 0
	case term.Atom:
		return process.Forever, t == term.Infinity
	}
	return 0, false
}

// Call sends request to a server under a label and blocks until its reply is
// there, as gen:call/4. It exits with noproc or the server's reason when that
// is dead or dies, timeout, calling_self, or {nodedown, node}; a timeout that
// is none raises FunctionClauseError.
func Call(self *process.Process, server, label, request, timeout term.Term) (term.Term, error) {
	d, ok := ParseTimeout(timeout)
	if !ok {
		return nil, exception.Raise(term.Atom("function_clause")).In(exception.Frame{
			Module: "gen", Function: "call", File: "gen.erl", Line: lineCallClauses,
			Args: []term.Term{server, label, request, timeout}, HasArgs: true,
		})
	}
	pid, ok := server.(term.PID)
	if !ok {
		var err error
		if pid, err = Resolve(self, server); err != nil {
			return nil, err
		}
	}
	return callPID(self, pid, label, request, d)
}

// callPID is do_call/4.
func callPID(self *process.Process, pid term.PID, label, request term.Term, timeout time.Duration) (term.Term, error) {
	if pid == self.PID() {
		return nil, exception.Exit(term.Atom("calling_self")).In(frame("do_call", 4, lineCallingSelf))
	}
	self.Mark()
	observe(self, process.EventCall, pid, request)
	if timeout < 0 {
		e := &envelope{ref: self.Monitor(pid)}
		self.Send(pid, e.seal(label, self.PID(), term.RefAt(&e.ref), request))
		return await(self, e.ref, lineDownForever)
	}
	ref := self.MonitorAlias(pid)
	e := &aliasEnvelope{envelope: envelope{ref: ref}}
	e.alias = term.Cons{Head: alias, Tail: term.RefAt(&e.ref)}
	self.Send(pid, e.seal(label, self.PID(), &e.alias, request))
	message, ok := self.ReceiveTimeout(func(m term.Term) bool { return isAnswer(m, ref) }, timeout)
	if !ok {
		self.DemonitorFlush(ref)
		return nil, exception.Exit(term.Atom("timeout")).In(frame("do_call", 4, lineCallTimeout))
	}
	return answer(self, message, ref, lineDown)
}

// envelope is the memory of a request {label, {pid, tag}, request}, in one
// piece because calls are many.
type envelope struct {
	message, from term.Tuple
	elements      [3]term.Term
	caller        [2]term.Term
	ref           term.Ref
}

// aliasEnvelope is an envelope whose tag is [:alias | ref].
type aliasEnvelope struct {
	envelope
	alias term.Cons
}

// seal returns the request.
func (e *envelope) seal(label term.Term, caller term.PID, tag, request term.Term) term.Term {
	e.caller = [2]term.Term{caller, tag}
	e.from = e.caller[:]
	e.elements = [3]term.Term{label, term.TupleAt(&e.from), request}
	e.message = e.elements[:]
	return term.TupleAt(&e.message)
}

// observe tells those who observe the node of a call or a reply.
func observe(self *process.Process, kind process.EventKind, to term.PID, message term.Term) {
	if self.Node().Observed() {
		self.Node().Emit(process.Event{Kind: kind, From: self.PID(), To: to, Message: message})
	}
}

func await(self *process.Process, ref term.Ref, line int) (term.Term, error) {
	message := self.Receive(func(m term.Term) bool { return isAnswer(m, ref) })
	return answer(self, message, ref, line)
}

// isAnswer reports whether a message is {ref, reply}, {[:alias | ref], reply}
// or the DOWN of ref.
func isAnswer(message term.Term, ref term.Ref) bool {
	m, ok := message.(term.Tuple)
	if !ok {
		return false
	}
	return len(m) == 2 && tagOf(m[0]) == ref || len(m) == 5 && process.IsDown(m, ref)
}

// tagOf returns the reference of a reply tag, or the zero reference.
func tagOf(tag term.Term) term.Ref {
	switch t := tag.(type) {
	case term.Ref:
		return t
	case *term.Cons:
		if t.Head == term.Term(alias) {
			ref, _ := t.Tail.(term.Ref)
			return ref
		}
	}
	return term.Ref{}
}

// answer ends the monitor of a call and returns what the message says.
func answer(self *process.Process, message term.Term, ref term.Ref, line int) (term.Term, error) {
	m := message.(term.Tuple)
	if len(m) == 5 {
		return nil, exception.Exit(m[4]).In(frame("do_call", 4, line))
	}
	self.DemonitorFlush(ref)
	return m[1], nil
}

// Resolve returns the process that a server is referred to by, or exits with
// noproc or {nodedown, node}, as gen:do_for_proc/2.
func Resolve(self *process.Process, server term.Term) (term.PID, error) {
	switch s := server.(type) {
	case term.PID:
		return s, nil
	case term.Atom:
		if p := self.Node().Whereis(s); p != nil {
			return p.PID(), nil
		}
		return term.PID{}, exception.Exit(noproc).In(frame("do_for_proc", 2, lineNoName))
	case term.Tuple:
		return resolveTuple(self, s)
	}
	return term.PID{}, badReference(server)
}

func resolveTuple(self *process.Process, t term.Tuple) (term.PID, error) {
	if tag := term.Tag(t, len(t)); tag == global && len(t) == 2 || tag == via && len(t) == 3 {
		pid, ok, err := Where(self, t)
		if err == nil && !ok {
			err = exception.Exit(noproc).In(frame("do_for_proc", 2, lineNoGlobalName))
		}
		return pid, err
	}
	if len(t) != 2 {
		return term.PID{}, badReference(t)
	}
	node, ok := t[1].(term.Atom)
	switch {
	case !ok:
		return term.PID{}, badReference(t)
	case node == self.Node().Name():
		return Resolve(self, t[0])
	}
	return term.PID{}, exception.Exit(term.Tuple{term.Atom("nodedown"), node}).In(frame("do_for_proc", 2, lineNodeDownNamed))
}

// badReference is the error for what is no reference to a server.
func badReference(server term.Term) error {
	return exception.Raise(term.Atom("function_clause")).In(exception.Frame{
		Module: "gen", Function: "do_for_proc", File: "gen.erl", Line: 557,
		Args: []term.Term{server, callFun}, HasArgs: true,
	})
}

// callFun is what gen:call/4 hands to do_for_proc/2.
var callFun = &term.Fun{Module: "gen", Arity: 1, Unique: 81020319, Place: ":gen.call/4"}

// Reply sends the answer to a caller; from is {pid, tag} as the request had it.
func Reply(self *process.Process, from, reply term.Term) {
	f, ok := from.(term.Tuple)
	if !ok || len(f) != 2 {
		return
	}
	pid, isPID := f[0].(term.PID)
	ref, isAlias := aliasOf(f[1])
	observe(self, process.EventReply, pid, reply)
	switch {
	case isAlias && isPID:
		self.SendAliasOf(pid, ref, term.Tuple2(f[1], reply))
	case isAlias:
		self.SendAlias(ref, term.Tuple2(f[1], reply))
	case isPID:
		self.Send(pid, term.Tuple2(f[1], reply))
	}
}

// aliasOf returns the alias of a tag [:alias | ref] or [[:alias | ref] | term].
func aliasOf(tag term.Term) (term.Ref, bool) {
	cell, ok := tag.(*term.Cons)
	if !ok {
		return term.Ref{}, false
	}
	if inner, ok := cell.Head.(*term.Cons); ok {
		cell = inner
	}
	if cell.Head != term.Term(alias) {
		return term.Ref{}, false
	}
	ref, ok := cell.Tail.(term.Ref)
	return ref, ok
}
