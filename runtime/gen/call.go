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

// Labelled returns the form of the requests {label, from, request}.
func Labelled(label term.Term) *process.Form {
	return &process.Form{Event: process.EventCall, Write: func(e process.Envelope) term.Term {
		return term.Tuple3(label, e.From.Term(), e.Body)
	}}
}

// LabelledAt is Labelled for calls that are made on the frames.
func LabelledAt(label term.Term, callers ...exception.Frame) *process.Form {
	form := Labelled(label)
	form.Waits = append([]exception.Frame{frame("do_call", 4, lineWaits)}, callers...)
	return form
}

// ByCaller is the form of requests whose label is the caller, {caller, from,
// request}, which event managers take.
var ByCaller = &process.Form{Event: process.EventCall, Write: func(e process.Envelope) term.Term {
	return term.Tuple3(e.From.Caller(), e.From.Term(), e.Body)
}}

// Call sends a request to a server and blocks until its reply is there, as
// gen:call/4; form is how the request looks as a message {label, from,
// request}. It exits with noproc or the server's reason when that is dead or
// dies, timeout, calling_self, or {nodedown, node}; a timeout that is none
// raises FunctionClauseError.
func Call(self *process.Process, server term.Term, form *process.Form, body, timeout term.Term) (term.Term, error) {
	d, ok := ParseTimeout(timeout)
	if !ok {
		label, request := written(self, form, body)
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
	return callPID(self, pid, form, body, d)
}

// written returns label and request of a call as they stand in its message.
func written(self *process.Process, form *process.Form, body term.Term) (label, request term.Term) {
	from, _ := process.NewFrom(self.PID(), term.Ref{}, false)
	message := form.Write(process.Envelope{Form: form, Body: body, From: from}).(term.Tuple)
	return message[0], message[2]
}

var waitsInCall = process.MFA{Module: "gen", Function: "do_call", Arity: 4}

// callPID is do_call/4.
func callPID(self *process.Process, pid term.PID, form *process.Form, body term.Term, timeout time.Duration) (term.Term, error) {
	if pid == self.PID() {
		return nil, exception.Exit(term.Atom("calling_self")).In(frame("do_call", 4, lineCallingSelf))
	}
	self.SetWaitsIn(&waitsInCall)
	value, outcome := self.Call(pid, form, body, timeout)
	switch {
	case outcome == process.Replied:
		return value, nil
	case outcome == process.TimedOut:
		return nil, exception.Exit(term.Atom("timeout")).In(frame("do_call", 4, lineCallTimeout))
	case timeout < 0:
		return nil, exception.Exit(value).In(frame("do_call", 4, lineDownForever))
	}
	return nil, exception.Exit(value).In(frame("do_call", 4, lineDown))
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

// Resolve returns the process that a server is referred to by, or exits with
// noproc or {nodedown, node}, as gen:do_for_proc/2.
func Resolve(self *process.Process, server term.Term) (term.PID, error) {
	return resolve(self, server, callFun)
}

// ResolveToStop is Resolve for gen:stop/3.
func ResolveToStop(self *process.Process, server term.Term) (term.PID, error) {
	return resolve(self, server, stopFun)
}

// FoundBy are the frames below what is done with a process that a server's
// global name or registry leads to.
func FoundBy(server term.Term) []exception.Frame {
	if t, ok := server.(term.Tuple); ok && (term.Tag(t, 2) == global || term.Tag(t, 3) == via) {
		return []exception.Frame{frame("do_for_proc", 2, lineFound)}
	}
	return nil
}

// resolve is Resolve; fun is what gen hands to do_for_proc/2.
func resolve(self *process.Process, server term.Term, fun *term.Fun) (term.PID, error) {
	switch s := server.(type) {
	case term.PID:
		return s, nil
	case term.Atom:
		if p := self.Node().Whereis(s); p != nil {
			return p.PID(), nil
		}
		return term.PID{}, exception.Exit(noproc).In(frame("do_for_proc", 2, lineNoName))
	case term.Tuple:
		return resolveTuple(self, s, fun)
	}
	return term.PID{}, badReference(server, fun)
}

func resolveTuple(self *process.Process, t term.Tuple, fun *term.Fun) (term.PID, error) {
	if tag := term.Tag(t, len(t)); tag == global && len(t) == 2 || tag == via && len(t) == 3 {
		pid, ok, err := Where(self, t)
		if err != nil {
			return pid, exception.In(err, frame("do_for_proc", 2, lineGlobalName))
		}
		if !ok {
			err = exception.Exit(noproc).In(frame("do_for_proc", 2, lineNoGlobalName))
		}
		return pid, err
	}
	if len(t) != 2 {
		return term.PID{}, badReference(t, fun)
	}
	node, ok := t[1].(term.Atom)
	switch {
	case !ok:
		return term.PID{}, badReference(t, fun)
	case node == self.Node().Name():
		return resolve(self, t[0], fun)
	}
	return term.PID{}, exception.Exit(term.Tuple{term.Atom("nodedown"), node}).In(frame("do_for_proc", 2, lineNodeDownNamed))
}

// badReference is the error for what is no reference to a server.
func badReference(server term.Term, fun *term.Fun) error {
	return exception.Raise(term.Atom("function_clause")).In(exception.Frame{
		Module: "gen", Function: "do_for_proc", File: "gen.erl", Line: 557,
		Args: []term.Term{server, fun}, HasArgs: true,
	})
}

// callFun and sendFun are what gen:call/4 and gen:send_request/3 hand to
// do_for_proc/2.
var (
	callFun = &term.Fun{Module: "gen", Arity: 1, Unique: 81020319, Place: ":gen.call/4"}
	stopFun = &term.Fun{Module: "gen", Arity: 1, Unique: 81020319, Place: ":gen.stop/3"}
	sendFun = &term.Fun{Module: "gen", Arity: 1, Index: 1, Unique: 81020319, Place: ":gen.send_request/3"}
)

// Reply sends the answer to a caller; from is {to, tag} as the request had it,
// and anything else an error. Nobody gets the answer if there is no such
// process.
func Reply(self *process.Process, from, reply term.Term) error {
	f, ok := from.(term.Tuple)
	if !ok || len(f) != 2 {
		return exception.Raise(term.Atom("function_clause")).In(exception.Frame{
			Module: "gen", Function: "reply", File: "gen.erl", Line: lineReply, Args: []term.Term{from, reply}, HasArgs: true,
		})
	}
	pid, isPID := f[0].(term.PID)
	if caller, ok := FromOf(pid, f[1]); ok && self.Answer(caller, reply) {
		return nil
	}
	ref, isAlias := aliasOf(f[1])
	switch {
	case isAlias && isPID:
		self.SendAliasOf(pid, ref, term.Tuple2(f[1], reply))
	case isAlias:
		self.SendAlias(ref, term.Tuple2(f[1], reply))
	case isPID:
		self.Send(pid, term.Tuple2(f[1], reply))
	default:
		replyByName(self, f[0], term.Tuple2(f[1], reply))
	}
	return nil
}

// replyByName answers a caller that is given by name, {name, node} or alias.
func replyByName(self *process.Process, to, message term.Term) {
	switch t := to.(type) {
	case term.Ref:
		self.SendAlias(t, message)
	case term.Atom:
		self.SendName(t, message)
	case term.Tuple:
		if name := term.Tag(t, 2); name != "" && t[1] == term.Term(self.Node().Name()) {
			self.SendName(name, message)
		}
	}
}

// ReplyTo is Reply for a caller that has not been written as a term.
func ReplyTo(self *process.Process, from process.From, reply term.Term) {
	switch {
	case self.Answer(from, reply):
	case from.IsAlias():
		self.SendAliasOf(from.Caller(), from.Ref(), term.Tuple2(from.Tag(), reply))
	default:
		self.Send(from.Caller(), term.Tuple2(from.Tag(), reply))
	}
}

// FromOf returns the caller that waits for an answer with the tag of a call.
func FromOf(pid term.PID, tag term.Term) (process.From, bool) {
	switch t := tag.(type) {
	case term.Ref:
		return process.NewFrom(pid, t, false)
	case *term.Cons:
		if ref, ok := t.Tail.(term.Ref); ok && t.Head == term.Term(alias) {
			return process.NewFrom(pid, ref, true)
		}
	}
	return process.From{}, false
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
