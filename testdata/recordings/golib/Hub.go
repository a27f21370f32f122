package main

import (
	"time"

	. "gex/runtime/otp"
)

// Hub is a handler that acts on the process it lives in. Its state is {name,
// owner, n}.
type Hub struct{}

func (h Hub) Init(args Term) Term {
	var name, from, action, rest Term
	var owner PID
	switch {
	case Match(args, "{{name, owner}, from}", &name, &owner, &from):
		return OK(T(name, owner, T("from", from)))
	case Match(args, "{name, owner}", &name, &owner):
		return OK(T(name, owner, 0))
	case Match(args, "{:first, action, rest}", &action, &rest):
		hubRun(action)
		return h.Init(rest)
	}
	return BadCall(args)
}

func (Hub) HandleEvent(event Term, state Tuple) Term {
	var name, action Term
	var n int
	switch {
	case Match(event, "{:run, name, action}", &name, &action):
		if Equal(name, state.At(0)) {
			Send(state.At(1), T(name, Atom("ran"), hubRun(action)))
		}
	case Match(event, "{:leave, name}", &name):
		if Equal(name, state.At(0)) {
			return Remove()
		}
	case Match(state.At(2), "n", &n):
		return OK(T(state.At(0), state.At(1), n+1))
	}
	return OK(state)
}

func (Hub) HandleCall(request Term, state Tuple) Term {
	var action, n Term
	switch {
	case Match(request, "{:run, action}", &action):
		return Reply(hubRun(action), state)
	case request == Atom("state"):
		return Reply(state, state)
	case Match(request, "{:set, n}", &n):
		return Reply(state.At(2), T(state.At(0), state.At(1), n))
	}
	return BadCall(request)
}

func (Hub) HandleInfo(message Term, state Tuple) Term {
	Send(state.At(1), T(state.At(0), Atom("info"), message))
	return OK(state)
}

func (Hub) Terminate(why Term, state Tuple) Term {
	var action Term
	if Match(why, "{:run, action}", &action) {
		return hubRun(action)
	}
	Send(state.At(1), T(state.At(0), Atom("terminate"), hubShort(why)))
	return state.At(2)
}

func (Hub) CodeChange(old Term, state Tuple, extra Term) Term {
	var action Term
	if Match(extra, "{:run, action}", &action) {
		return hubRun(action)
	}
	return OK(T(state.At(0), state.At(1), T(old, state.At(2), extra)))
}

func hubShort(why Term) Term {
	var reason Term
	if Match(why, "{:error, {:EXIT, {reason, [_ | _]}}}", &reason) {
		return T("error", T(Atom("EXIT"), T(reason, Atom("stack"))))
	}
	return why
}

// hubRun does what an action says, and returns what came of it.
func hubRun(action Term) Term {
	var pid PID
	var key, value, handler, args Term
	var ms int
	var text string
	var actions []Term
	gen := Atom("gen_event")
	switch {
	case Match(action, "{:link, pid}", &pid):
		return Process.Link(pid)
	case Match(action, "{:unlink, pid}", &pid):
		return Process.Unlink(pid)
	case Match(action, "{:watch, pid}", &pid):
		Process.Monitor(pid)
		return true
	case Match(action, "{:flag, key, value}", &key, &value):
		return Apply(Alias("Process"), "flag", key, value)
	case Match(action, "{:put, key, value}", &key, &value):
		return Process.Put(key, value)
	case Match(action, "{:register, key}", &key):
		return Process.Register(Self(), key)
	case Match(action, "{:signal, value}", &value):
		return Process.Exit(Self(), value)
	case Match(action, "{:exit, value}", &value):
		Exit(value)
	case Match(action, "{:throw, value}", &value):
		Throw(value)
	case Match(action, "{:raise, text}", &text):
		Raise(text)
	case Match(action, "{:send, value}", &value):
		return Send(Self(), value)
	case Match(action, "{:notify, value}", &value):
		return Apply(gen, "notify", Self(), value)
	case Match(action, "{:ask, key, handler, args, value}", &key, &handler, &args, &value):
		return Apply(gen, "call", key, handler, args, value)
	case Match(action, "{:sync, key, value}", &key, &value):
		return Apply(gen, "sync_notify", key, value)
	case Match(action, "{:supervise, key, handler, args}", &key, &handler, &args):
		return Apply(gen, "add_sup_handler", key, handler, args)
	case Match(action, "{:handlers, key}", &key):
		return Apply(gen, "which_handlers", key)
	case Match(action, "{:later, ms, value}", &ms, &value):
		Process.SendAfter(Self(), value, time.Duration(ms)*time.Millisecond)
		return true
	case action == Atom("mine"):
		return Self()
	case Match(action, "{:ended, value}", &value):
		SpawnLink(func() { Exit(value) })
		return true
	case action == Atom("take"):
		return Receive(
			On("message", func(message Term) Term { return message }),
			After(0, func() Term { return Atom("none") }))
	case Match(action, "{:all, actions}", &actions):
		results := []Term{}
		for _, a := range actions {
			results = append(results, hubRun(a))
		}
		return results
	}
	return BadCall(action)
}
