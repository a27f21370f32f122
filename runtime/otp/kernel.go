package otp

import (
	"reflect"
	"time"

	"gex/runtime/exception"
	"gex/runtime/logger"
	"gex/runtime/process"
	"gex/runtime/term"
)

// Self returns the calling process.
func (a *API) Self() PID { return PID{a.main().PID()} }

// Send sends the message and returns it. The destination is a PID, a
// registered name or a module under whose name a process is registered.
// Sending to a PID never fails; a name that nobody has raises ArgumentError.
func (a *API) Send(to, message Term) Term {
	self, m := a.self(), ToTerm(message)
	switch to := moduleTerm(to).(type) {
	case term.PID:
		self.Send(to, m)
		return message
	case term.Atom:
		if self.SendName(to, m) {
			return message
		}
		panic(exception.Raise(term.Atom("badarg")).In(exception.Frame{
			Module: "erlang", Function: "send", Args: []term.Term{to, m}, HasArgs: true,
		}))
	case term.Ref:
		self.SendAlias(to, m)
		return message
	}
	panic(badArgument("Send: %s is no process", Inspect(to)))
}

// Spawn starts a process that runs f, and returns at once.
func (a *API) Spawn(f func()) PID { return a.spawn(f, process.SpawnOptions{}) }

// SpawnLink is Spawn, with the new process linked to the caller.
func (a *API) SpawnLink(f func()) PID { return a.spawn(f, process.SpawnOptions{Link: true}) }

// SpawnMonitor is Spawn, with the new process monitored by the caller.
func (a *API) SpawnMonitor(f func()) (PID, Ref) {
	child := a.main().Spawn(a.body(f), process.SpawnOptions{Monitor: true, Initial: initial})
	return PID{child.PID()}, Ref{child.Monitor}
}

var initial = process.MFA{Module: "erlang", Function: "apply", Arity: 2}

func (a *API) spawn(f func(), o process.SpawnOptions) PID {
	o.Initial = initial
	return PID{a.self().Spawn(a.body(f), o).PID()}
}

// body runs Go code as a process; an error or throw that ends it is reported.
func (a *API) body(f func()) process.Body {
	return func(self *process.Process) error {
		_, err := a.callGo(reflect.ValueOf(f), nil)
		if x, ok := err.(*exception.Error); ok && x.Class != exception.ClassExit {
			logger.Log(self, logger.ProcessRaised{PID: self.PID(), Exception: x})
		}
		return err
	}
}

// Clause is one clause of Receive, made by On or After.
type Clause struct {
	pattern string
	f       any
	timeout time.Duration
	after   bool
}

// On is a clause for messages that match the pattern. f gets what the
// variables of the pattern are bound to, in order of appearance; types of its
// parameters constrain. What it returns is what Receive returns.
func On(pattern string, f any) Clause { return Clause{pattern: pattern, f: Unboxed(f)} }

// After is the clause for the case that no message came for so long. f has no
// parameters; what it returns is what Receive returns.
func After(timeout time.Duration, f any) Clause {
	return Clause{timeout: timeout, f: Unboxed(f), after: true}
}

// Receive takes the first message out of the mailbox that one of the clauses
// matches, calls its function and returns the result. It blocks until there
// is such a message, or until the timeout of an After clause.
func (a *API) Receive(clauses ...Clause) Term {
	timeout, late := process.Forever, reflect.Value{}
	patterns := make([]*Pattern, len(clauses))
	for i, c := range clauses {
		if c.after {
			timeout, late = c.timeout, reflect.ValueOf(c.f)
			continue
		}
		patterns[i] = a.clausePattern(c)
	}
	var chosen reflect.Value
	var args []reflect.Value
	_, ok := a.alone("Receive").ReceiveTimeout(func(message term.Term) bool {
		for i, p := range patterns {
			if p == nil {
				continue
			}
			bound := make([]term.Term, len(p.Variables))
			if in, matches := a.matchClause(p, clauses[i], message, bound); matches {
				chosen, args = reflect.ValueOf(clauses[i].f), in
				return true
			}
		}
		return false
	}, timeout)
	if !ok {
		return a.goValue(late.Call(nil))
	}
	return a.goValue(chosen.Call(args))
}

func (a *API) clausePattern(c Clause) *Pattern {
	p := a.pattern(c.pattern)
	t := reflect.TypeOf(c.f)
	if t == nil || t.Kind() != reflect.Func || t.NumIn() != len(p.Variables) {
		panic(badArgument("On: pattern %q has %d variables, its function must have as many parameters", c.pattern, len(p.Variables)))
	}
	return p
}

func (a *API) matchClause(p *Pattern, c Clause, message term.Term, bound []term.Term) ([]reflect.Value, bool) {
	if !p.match(message, bound) {
		return nil, false
	}
	return a.arguments(bound, reflect.TypeOf(c.f))
}

// goValue is what a Go function returned as one Term.
func (a *API) goValue(out []reflect.Value) Term {
	switch len(out) {
	case 0:
		return nil
	case 1:
		return out[0].Interface()
	}
	return a.FromTerm(resultTerm(out))
}

// MakeRef returns a new reference.
func (a *API) MakeRef() Ref { return Ref{a.Node().MakeRef()} }

// Catch calls f and returns what it raised: nil if nothing, else an error
// whose Reason is {:EXIT, reason}, {:throw, value} or the exception.
func (a *API) Catch(f func()) error {
	_, err := a.callGo(reflect.ValueOf(f), nil)
	if err == nil {
		return nil
	}
	return Error(a.FromTerm(exception.Caught(err)))
}
