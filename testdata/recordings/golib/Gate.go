package main

import . "gex/runtime/otp"

// Gate is a handler with a plan: what each callback does is said when it is
// added. Its state is {owner, plan}.
type Gate struct{}

func (Gate) Init(args Term) Term {
	var owner PID
	var plan, old Term
	switch {
	case Match(args, "{{owner, plan}, old}", &owner, &plan, &old):
		Send(owner, T("init", old))
	case Match(args, "{owner, plan}", &owner, &plan):
	default:
		return BadCall(args)
	}
	return gateFollow(plan, "init", T("ok", T(owner, plan)))
}

func (Gate) HandleEvent(event Term, state Tuple) Term {
	Send(state.At(0), T("event", event))
	return gateFollow(state.At(1), "event", T("ok", state))
}

func (Gate) HandleCall(request Term, state Tuple) Term {
	Send(state.At(0), T("call", request))
	return gateFollow(state.At(1), "call", T("ok", Atom("fine"), state))
}

func (Gate) HandleInfo(message Term, state Tuple) Term {
	Send(state.At(0), T("info", message))
	return gateFollow(state.At(1), "info", T("ok", state))
}

func (Gate) Terminate(arg Term, state Tuple) Term {
	Send(state.At(0), T("terminate", arg))
	return gateFollow(state.At(1), "terminate", Atom("done"))
}

func (Gate) CodeChange(vsn Term, state Tuple, extra Term) Term {
	Send(state.At(0), T("code_change", vsn, extra))
	return gateFollow(state.At(1), "code_change", T("ok", state))
}

// gateFollow does what the plan has for a callback, or returns what is usual.
func gateFollow(plan Term, callback string, usual Term) Term {
	return Apply(Alias("Gate"), "follow", Apply(Alias("Access"), "get", plan, Atom(callback)), usual)
}

// Follow is a function of the module, so that what fails there fails in a
// function of its own.
func (Gate) Follow(step, usual Term) Term {
	var value Term
	var text string
	switch {
	case step == nil:
		return usual
	case Match(step, "{:return, value}", &value):
		return value
	case Match(step, "{:raise, text}", &text):
		Raise(text)
	case Match(step, "{:exit, value}", &value):
		Exit(value)
	case Match(step, "{:throw, value}", &value):
		Throw(value)
	case Match(step, "{:error, value}", &value):
		Raise(value)
	}
	return BadCall(step)
}
