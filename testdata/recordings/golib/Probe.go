package main

import (
	. "gex/runtime/otp"
	"time"
)

// Probe is a programmable handler. Its state is {tag, owner}. Every callback
// reports {tag, callback, argument} to the owner. An argument {:do, action}
// makes that callback perform the action instead, {:only, tag, action} only
// in the handler with that tag; the others ignore it.
type Probe struct{}

func (Probe) Init(args Term) Term {
	var action, tag, old Term
	var owner PID
	switch {
	case Match(args, "{:do, action}", &action):
		return probeAct(action)
	case Match(args, "{{:do, action}, _}", &action):
		return probeAct(action)
	case Match(args, "{{tag, owner}, old}", &tag, &owner, &old):
		Send(owner, T(tag, Atom("init"), T("swapped", old)))
		return T("ok", T(tag, owner))
	case Match(args, "{tag, owner}", &tag, &owner):
		Send(owner, T(tag, Atom("init"), Atom("added")))
		return T("ok", args)
	case Match(args, "{tag, owner, :hibernate}", &tag, &owner):
		Send(owner, T(tag, Atom("init"), Atom("hibernate")))
		return T("ok", T(tag, owner), Atom("hibernate"))
	}
	Raise(Atom("function_clause"))
	return nil
}

func (Probe) HandleEvent(event Term, state Tuple) Term {
	return probeReport("event", event, state, T("ok", state))
}

func (Probe) HandleCall(request Term, state Tuple) Term {
	return probeReport("call", request, state, T("ok", T("reply", state.At(0)), state))
}

func (Probe) HandleInfo(message Term, state Tuple) Term {
	return probeReport("info", message, state, T("ok", state))
}

func (Probe) Terminate(reason Term, state Tuple) Term {
	tag, owner := state.At(0), state.At(1)
	Send(owner, T(tag, Atom("terminate"), probeShort(reason)))
	var action Term
	if Match(reason, "{:do, action}", &action) {
		return probeAct(action)
	}
	return T("terminated", tag)
}

func (Probe) CodeChange(oldVsn Term, state Tuple, extra Term) Term {
	tag, owner := state.At(0), state.At(1)
	Send(owner, T(tag, Atom("code_change"), T(oldVsn, extra)))
	return T("ok", T(T("changed", tag), owner))
}

// probeReport sends what a callback was given to the owner, or acts.
func probeReport(callback string, argument Term, state Tuple, ok Term) Term {
	var action, tag Term
	switch {
	case Match(argument, "{:do, action}", &action):
		return probeAct(action)
	case Match(argument, "{:only, tag, action}", &tag, &action):
		if Equal(tag, state.At(0)) {
			return probeAct(action)
		}
		return ok
	}
	Send(state.At(1), T(state.At(0), Atom(callback), argument))
	return ok
}

// probeShort replaces stack traces by :stack so that flush stays readable.
func probeShort(reason Term) Term {
	var why Term
	switch {
	case Match(reason, "{:error, {:EXIT, {why, [{_, _, _, _} | _]}}}", &why):
		return T("error", T(Atom("EXIT"), T(why, Atom("stack"))))
	case Match(reason, "{:error, {why, [{_, _, _, _} | _]}}", &why):
		return T("error", T(why, Atom("stack")))
	}
	return reason
}

func probeAct(action Term) Term {
	var value Term
	var text string
	var ms int
	switch {
	case Match(action, "{:return, value}", &value):
		return value
	case Match(action, "{:raise, text}", &text):
		Raise(text)
	case Match(action, "{:error, value}", &value):
		Raise(value)
	case Match(action, "{:throw, value}", &value):
		Throw(value)
	case Match(action, "{:exit, value}", &value):
		Exit(value)
	case Match(action, "{:sleep, ms, value}", &ms, &value):
		Process.Sleep(time.Duration(ms) * time.Millisecond)
		return value
	}
	Raise(Atom("function_clause"))
	return nil
}
