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

func (Probe) HandleEvent(event, state Term) Term {
	return probeReport("event", event, state, T("ok", state))
}

func (Probe) HandleCall(request Term, state Tuple) Term {
	return probeReport("call", request, state, T("ok", T("reply", state.At(0)), state))
}

func (Probe) HandleInfo(message, state Term) Term {
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
	pair := Apply(Atom("erlang"), "list_to_tuple", []Term{oldVsn, extra}) // the first may be a text, which T takes for a tag
	Send(owner, T(tag, Atom("code_change"), pair))
	return T("ok", T(T("changed", tag), owner))
}

// probeReport calls Report as a function of the module.
func probeReport(callback string, argument, state, ok Term) Term {
	return Apply(Alias("Probe"), "report", Atom(callback), argument, state, ok)
}

// Report sends what a callback was given to the owner, or acts.
func (Probe) Report(callback, argument, state, ok Term) Term {
	var action, only, tag, owner Term
	switch {
	case Match(argument, "{:do, action}", &action):
		return probeAct(action)
	case Match(argument, "{:only, only, action}", &only, &action):
		if Match(state, "{tag, _}", &tag) && Equal(only, tag) {
			return probeAct(action)
		}
		return ok
	case Match(state, "{tag, owner}", &tag, &owner):
		Send(owner, T(tag, callback, argument))
		return ok
	}
	Raise(Atom("function_clause"))
	return nil
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

// probeAct calls Act as a function of the module, so that what fails there
// fails in a function of its own.
func probeAct(action Term) Term { return Apply(Alias("Probe"), "act", action) }

// Act does what the action says.
func (Probe) Act(action Term) Term {
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
