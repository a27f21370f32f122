package main

import (
	. "gex/runtime/otp"
	"time"
)

// GProbe is a programmable handler for Elixir's GenEvent. Its state is {tag, owner}. Every callback
// reports {tag, callback, argument} to the owner. An argument {:do, action}
// makes that callback perform the action instead, {:only, tag, action} only
// in the handler with that tag; the others ignore it.
type GProbe struct{ UseGenEvent }

func (GProbe) Init(args Term) Term {
	var action, tag, old Term
	var owner PID
	switch {
	case Match(args, "{:do, action}", &action):
		return gprobeAct(action)
	case Match(args, "{{:do, action}, _}", &action):
		return gprobeAct(action)
	case Match(args, "{{tag, owner}, old}", &tag, &owner, &old):
		Send(owner, T(tag, Atom("init"), T("swapped", old)))
		return T("ok", T(tag, owner))
	case Match(args, "{tag, owner}", &tag, &owner):
		Send(owner, T(tag, Atom("init"), Atom("added")))
		return T("ok", args)
	}
	Raise(Atom("function_clause"))
	return nil
}

func (GProbe) HandleEvent(event Term, state Tuple) Term {
	return gprobeReport("event", event, state, T("ok", state))
}

func (GProbe) HandleCall(request Term, state Tuple) Term {
	return gprobeReport("call", request, state, T("ok", T("reply", state.At(0)), state))
}

func (GProbe) HandleInfo(message Term, state Tuple) Term {
	return gprobeReport("info", message, state, T("ok", state))
}

func (GProbe) Terminate(reason Term, state Tuple) Term {
	tag, owner := state.At(0), state.At(1)
	Send(owner, T(tag, Atom("terminate"), gprobeShort(reason)))
	var action Term
	if Match(reason, "{:do, action}", &action) {
		return gprobeAct(action)
	}
	return T("terminated", tag)
}

// gprobeReport sends what a callback was given to the owner, or acts.
func gprobeReport(callback string, argument Term, state Tuple, ok Term) Term {
	var action, tag Term
	switch {
	case Match(argument, "{:do, action}", &action):
		return gprobeAct(action)
	case Match(argument, "{:only, tag, action}", &tag, &action):
		if Equal(tag, state.At(0)) {
			return gprobeAct(action)
		}
		return ok
	}
	Send(state.At(1), T(state.At(0), Atom(callback), argument))
	return ok
}

// gprobeShort replaces stack traces by :stack so that flush stays readable.
func gprobeShort(reason Term) Term {
	var why Term
	switch {
	case Match(reason, "{:error, {why, [{_, _, _, _} | _]}}", &why):
		return T("error", T(why, Atom("stack")))
	}
	return reason
}

func gprobeAct(action Term) Term {
	var value Term
	var text string
	var ms int
	switch {
	case Match(action, "{:return, value}", &value):
		return value
	case Match(action, "{:raise, text}", &text):
		Raise(text)
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
