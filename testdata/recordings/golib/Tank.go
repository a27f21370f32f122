package main

import (
	"fmt"
	"time"

	. "gex/runtime/otp"
)

// Tank is a server with a level, waiting customers and an alarm.
type Tank struct{ UseGenServer }

func (Tank) ChildSpec(arg Term) Term {
	return NewMap(Atom("id"), Alias("Tank"), Atom("restart"), Atom("temporary"),
		Atom("start"), T(Alias("Tank"), Atom("start_link"), []Term{arg}))
}

func tankOptions(opts []Term, keys ...Term) (all, taken Term) {
	all = append([]Term{}, opts...) // they come one by one
	return all, Apply(Alias("Keyword"), "take", all, keys)
}

// tankArgs is a pair whose first element may be a text, which T takes for a tag.
func tankArgs(level, opts Term) Term {
	return Apply(Atom("erlang"), "list_to_tuple", []Term{level, opts})
}

func (Tank) Start(level Term, opts ...Term) Term {
	all, taken := tankOptions(opts, Atom("name"), Atom("debug"), Atom("spawn_opt"), Atom("hibernate_after"))
	return Apply(Alias("GenServer"), "start", Alias("Tank"), tankArgs(level, all), taken)
}

func (Tank) StartLink(level Term, opts ...Term) Term {
	all, taken := tankOptions(opts, Atom("name"))
	return Apply(Alias("GenServer"), "start_link", Alias("Tank"), tankArgs(level, all), taken)
}

func (Tank) Fill(tank Term, n Term) { GenServer.Cast(tank, T("fill", n)) }

func (Tank) Draw(tank, n Term) Term {
	return Apply(Alias("GenServer"), "call", tank, T("draw", n), 50)
}

func (Tank) Take(tank, n Term) Term { return GenServer.Call(tank, T("take", n)) }
func (Tank) Level(tank Term) Term   { return GenServer.Call(tank, Atom("level")) }

func (Tank) Init(args Tuple) Term {
	get := func(key string) Term { return Apply(Alias("Keyword"), "get", args.At(1), Atom(key)) }
	if on, ok := get("trap").(bool); ok && on {
		Process.TrapExit(true)
	}
	level, ok := args.At(0).(int)
	state := NewMap(Atom("level"), level, Atom("waiting"), Apply(Atom("queue"), "new"), Atom("owner"), get("owner"), Atom("alarm"), nil)
	ms, idle := get("idle").(int)
	switch {
	case !ok:
		return Stop(T("bad_level", args.At(0)))
	case level < 0:
		return Ignore()
	case get("check") != nil:
		return OK(state).Continue(Atom("check"))
	case idle:
		return OK(state).After(time.Duration(ms) * time.Millisecond)
	}
	return OK(state)
}

func tankLevel(state Map) int           { return state.Get(Atom("level")).(int) }
func tankPut(state Map, level Term) Map { return state.Put(Atom("level"), level) }
func tankTell(state Map, what Term) Map {
	if owner := state.Get(Atom("owner")); owner != nil {
		Send(owner, T("tank", what))
	}
	return state
}

func (Tank) HandleContinue(what Term, state Map) Result {
	var n int
	switch {
	case what == Atom("check"):
		tankTell(state, T("checked", tankLevel(state)))
		if tankLevel(state) == 13 {
			panic("unlucky")
		}
		return NoReply(state)
	case Match(what, "{:serve, n}", &n):
		var from, rest Term
		var wanted int
		next := Apply(Atom("queue"), "out", state.Get(Atom("waiting")))
		if Match(next, "{{:value, {from, wanted}}, rest}", &from, &wanted, &rest) && wanted <= n {
			GenServer.Reply(from, T("late", wanted))
			return NoReply(tankPut(state, n-wanted).Put(Atom("waiting"), rest)).Continue(T("serve", n-wanted))
		}
		return NoReply(tankPut(state, n))
	}
	return BadCall(what)
}

func (Tank) HandleCall(request Term, from Tuple, state Map) Result {
	level := tankLevel(state)
	var n, ms int
	var reason, reply Term
	switch {
	case request == Atom("level"):
		return Reply(level, state)
	case Match(request, "{:draw, n}", &n):
		if n <= level {
			return Reply(T("ok", n), tankPut(state, level-n))
		}
		return NoReply(state.Put(Atom("waiting"), Apply(Atom("queue"), "in", T(from, n), state.Get(Atom("waiting")))))
	case Match(request, "{:take, n}", &n):
		if n > level {
			Raise(NewMap(Atom("__struct__"), Alias("ArgumentError"), Atom("__exception__"), true,
				Atom("message"), fmt.Sprintf("wanted %d, there are %d", n, level)))
		}
		return Reply(n, tankPut(state, level-n))
	case Match(request, "{:alarm, ms}", &ms):
		Process.SendAfter(Self(), T("alarm", from.At(0)), time.Duration(ms)*time.Millisecond)
		return Reply(true, state).Hibernate()
	case Match(request, "{:close, reason, reply}", &reason, &reply):
		return Stop(reason, state).Reply(reply)
	case Match(request, "{:close, reason}", &reason):
		return Stop(reason, state)
	case Match(request, "{:lend, reply}", &reply):
		return Reply(Call(reply, level), state).Continue(Atom("check"))
	}
	return BadCall(request)
}

func (Tank) HandleCast(request Term, state Map) Result {
	var n int
	var reason Term
	switch {
	case Match(request, "{:fill, n}", &n) && n > 0:
		return NoReply(state).Continue(T("serve", tankLevel(state)+n))
	case Match(request, "{:leak, n}", &n):
		return NoReply(tankPut(state, tankLevel(state)-n)).After(5 * time.Millisecond)
	case request == Atom("burst"):
		Raise(T("badkey", Atom("leak"), state))
	case Match(request, "{:close, reason}", &reason):
		return Stop(reason, state)
	}
	return BadCall(request)
}

func (Tank) HandleInfo(message Term, state Map) Result {
	var pid, reason Term
	switch {
	case Match(message, "{:alarm, pid}", &pid):
		return NoReply(state.Put(Atom("alarm"), Send(pid, Atom("ring"))))
	case message == Atom("timeout"):
		return NoReply(tankTell(state, Atom("idle")))
	case Match(message, "{:EXIT, _, reason}", &reason):
		return NoReply(tankTell(state, T("exit", reason)))
	}
	return BadCall(message)
}

func (Tank) Terminate(reason Term, state Map) Term {
	if reason == Atom("twice") {
		Exit(T("twice", tankLevel(state)))
	}
	return tankTell(state, T("closed", tankWhat(reason)))
}

func (Tank) CodeChange(old Term, state Map, extra Term) Term {
	if old == Atom("litres") {
		return OK(tankPut(state, Apply(Atom("erlang"), "*", tankLevel(state), extra)))
	}
	return T("error", extra)
}

func (Tank) FormatStatus(opt, dictionaryAndState Term) Term {
	var state Map
	Match(dictionaryAndState, "[_, state]", &state)
	if opt == Atom("terminate") {
		return T("level", tankLevel(state))
	}
	label := Apply(Alias("String"), "to_charlist", "Level")
	return []Term{T("data", []Term{T(label, tankLevel(state))})}
}

func tankWhat(reason Term) Term {
	var why Term
	switch {
	case Match(reason, "{%{__exception__: true, __struct__: why}, _}", &why):
		return why
	case Match(reason, "{why, [_ | _]}", &why):
		return T("error", why)
	}
	return reason
}
