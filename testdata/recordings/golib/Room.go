package main

import (
	. "gex/runtime/otp"
	"slices"
)

type Join struct{ name Term }

type Said struct{ by, text Term }

// Room tells its owner what happens in it.
type Room struct{ UseGenEvent }

func (Room) Init(owner PID) Result { return OK(T(owner, []Term{})) }

func (Room) HandleEvent(event Term, state Tuple) Result {
	owner, names := parts(state)
	switch e := event.(type) {
	case Join:
		Send(owner, T("joined", e.name))
		return OK(T(owner, append([]Term{e.name}, names...)))
	case Said:
		if !slices.Contains(names, e.by) {
			panic(Inspect(e) + " by a stranger")
		}
		Send(owner, T("said", e.by, e.text))
		return OK(state)
	}
	return BadCall(event)
}

func parts(state Tuple) (owner Term, names []Term) {
	Match(state, "{owner, names}", &owner, &names)
	return
}

func (Room) HandleCall(request Term, state Tuple) Result {
	owner, names := parts(state)
	var name Term
	switch {
	case request == Atom("names"):
		return Reply(names, state)
	case Match(request, "{:kick, name}", &name):
		left := slices.DeleteFunc(slices.Clone(names), func(n Term) bool { return n == name })
		return Reply(Atom("ok"), T(owner, left))
	case request == Atom("close"):
		return Remove().Reply(Atom("closed"))
	}
	return BadCall(request)
}

func (Room) HandleInfo(message Term, state Tuple) Result {
	var n int
	if !Match(message, "{:tick, n}", &n) {
		return BadCall(message)
	}
	Send(state.At(0), T("ticked", 100/n))
	return OK(state)
}

func (Room) Terminate(reason Term, state Tuple) Term {
	owner, names := parts(state)
	Send(owner, T("bye", kind(reason), len(names)))
	return T("gone", names)
}

func kind(reason Term) Term {
	switch {
	case Match(reason, "{:error, {_, [_ | _]}}"):
		return Atom("crashed")
	case Match(reason, "{:error, _}"):
		return Atom("wrong")
	case Match(reason, "{:stop, _}"):
		return Atom("stopped")
	}
	return reason
}
