package main

import (
	. "gex/runtime/otp"
	"time"
)

// Srv is a server that does what its requests say.
type Srv struct{ UseGenServer }

func (Srv) Start(how Term, options ...Term) Term {
	return Apply(Alias("GenServer"), "start", Alias("Srv"), how, srvOptions(options))
}

func (Srv) StartLink(how Term, options ...Term) Term {
	return Apply(Alias("GenServer"), "start_link", Alias("Srv"), how, srvOptions(options))
}

// srvOptions are the options, which come one by one, as a list.
func srvOptions(options []Term) []Term { return append([]Term{}, options...) }

func (Srv) Init(how Term) Term { return srvAct(how, nil) }

func (Srv) HandleCall(request, from, state Term) Term {
	var how Term
	switch {
	case Match(request, "{:state, how}", &how):
		return srvAct(how, state)
	case request == Atom("state"):
		return T("reply", state, state)
	case Match(request, "{:later, how}", &how):
		return srvAct(how, from)
	}
	return srvAct(request, state)
}

func (Srv) HandleCast(how, state Term) Term { return srvAct(how, state) }

func (Srv) HandleInfo(how, state Term) Term {
	var pid, message Term
	if Match(how, "{:note, pid, message}", &pid, &message) {
		Send(pid, message)
		return T("noreply", state)
	}
	if how == Atom("timeout") && Match(state, "{:idle, pid}", &pid) {
		Send(pid, Atom("idle"))
		return T("noreply", state)
	}
	return srvAct(how, state)
}

func (Srv) HandleContinue(how, state Term) Term { return srvAct(how, state) }

func (Srv) Terminate(reason, state Term) Term {
	var pid, how Term
	if Match(state, "{:watched, pid, how}", &pid, &how) {
		Send(pid, T("terminate", reason))
		return srvAct(how, reason)
	}
	return Atom("ok")
}

// srvAct calls Act as a function of the module, so that what fails there fails
// in a function of its own.
func srvAct(how, state Term) Term { return Apply(Alias("Srv"), "act", how, state) }

// Act does what how says.
func (Srv) Act(how, state Term) Term {
	var value, pid, next, timeout Term
	var message string
	var ms int
	switch {
	case Match(how, "{:return, value}", &value):
		return value
	case Match(how, "{:raise, message}", &message):
		panic(message)
	case Match(how, "{:exit, reason}", &value):
		Exit(value)
	case Match(how, "{:throw, value}", &value):
		Throw(value)
	case Match(how, "{:error, reason}", &value):
		Raise(value)
	case Match(how, "{:keep, shape}", &value):
		return T(value, state)
	case Match(how, "{:reply, value}", &value):
		return T("reply", value, state)
	case Match(how, "{:sleep, ms, next}", &ms, &next):
		Process.Sleep(time.Duration(ms) * time.Millisecond)
		return srvAct(next, state)
	case Match(how, "{:tell, pid, message, next}", &pid, &value, &next):
		Send(pid, value)
		return srvAct(next, state)
	case Match(how, "{:answer, from, value, next}", &pid, &value, &next):
		Apply(Alias("GenServer"), "reply", pid, value)
		return srvAct(next, state)
	case Match(how, "{:trap, next}", &next):
		Process.TrapExit(true)
		return srvAct(next, state)
	case Match(how, "{:ask, server, request, timeout}", &pid, &value, &timeout):
		return T("reply", Apply(Alias("GenServer"), "call", pid, value, timeout), state)
	}
	Raise(Atom("function_clause"))
	return nil
}
