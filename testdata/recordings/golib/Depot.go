package main

import (
	"time"

	. "gex/runtime/otp"
)

// Depot is a server that keeps stock and tells its owner what befalls it.
type Depot struct{ UseGenServer }

func (Depot) StartLink(arg Tuple) Term {
	owner, name, stock := arg.At(0), arg.At(1), arg.At(2)
	return Apply(Alias("GenServer"), "start_link", Alias("Depot"), T(owner, stock), []Term{T("name", name)})
}

func (Depot) Init(arg Term) Term {
	var owner PID
	var value Term
	switch {
	case Match(arg, "{:refuse, reason}", &value):
		return Stop(value)
	case arg == Atom("nothing"):
		return Ignore()
	case Match(arg, "{:wrong, value}", &value):
		return value
	case Match(arg, "{owner, stock}", &owner, &value):
		Process.TrapExit(true)
		state := NewMap(Atom("owner"), owner, Atom("stock"), value, Atom("waiting"), []Term{})
		return OK(state).Continue(Atom("opened"))
	}
	return BadCall(arg)
}

func depotTell(state Map, what Term) { Send(state.Get(Atom("owner")), what) }

func (Depot) HandleContinue(what Term, state Map) Result {
	depotTell(state, T("continued", what))
	return NoReply(state)
}

func (Depot) HandleCall(request, from Term, state Map) Term {
	var n int
	var value Term
	stock := state.Get(Atom("stock"))
	switch {
	case Match(request, "{:take, n}", &n):
		if have, ok := stock.(int); ok && n <= have {
			return Reply(T("ok", n), state.Put(Atom("stock"), have-n))
		}
		waiting := append(state.Get(Atom("waiting")).([]Term), T(from, n))
		return NoReply(state.Put(Atom("waiting"), waiting))
	case request == Atom("stock"):
		return Reply(stock, state).Continue(Atom("asked"))
	case request == Atom("idle"):
		return Reply(Atom("ok"), state).After(20 * time.Millisecond)
	case Match(request, "{:close, reason}", &value):
		return Stop(value, state).Reply(Atom("closing"))
	case Match(request, "{:fall, reason}", &value):
		return Stop(value, state)
	case Match(request, "{:bad, value}", &value):
		return value
	}
	return BadCall(request)
}

func (Depot) HandleCast(request Term, state Map) Result {
	var n int
	var reason Term
	switch {
	case Match(request, "{:put, n}", &n):
		stock := state.Get(Atom("stock")).(int) + n
		left, have := []Term{}, stock
		for _, waiting := range state.Get(Atom("waiting")).([]Term) {
			want := waiting.(Tuple).At(1).(int)
			if want > have {
				left = append(left, waiting)
				continue
			}
			GenServer.Reply(waiting.(Tuple).At(0), T("late", want))
			stock -= want
		}
		return NoReply(state.Put(Atom("stock"), stock).Put(Atom("waiting"), left))
	case Match(request, "{:fail, reason}", &reason):
		Exit(reason)
	}
	return BadCall(request)
}

func (Depot) HandleInfo(message Term, state Map) Result {
	var pid PID
	var reason Term
	switch {
	case message == Atom("timeout"):
		depotTell(state, Atom("idle"))
		return NoReply(state).Hibernate()
	case Match(message, "{:EXIT, pid, reason}", &pid, &reason):
		depotTell(state, T("exit_seen", pid, reason))
		return NoReply(state)
	}
	return BadCall(message)
}

func (Depot) Terminate(reason Term, state Map) Term {
	depotTell(state, T("terminated", reason, state.Get(Atom("stock"))))
	return Atom("ok")
}

func (Depot) CodeChange(vsn Term, state Map, extra Term) Term {
	return OK(state.Put(Atom("stock"), T(vsn, state.Get(Atom("stock")), extra)))
}
