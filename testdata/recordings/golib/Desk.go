package main

import (
	"time"

	. "gex/runtime/otp"
)

// Desk has seats, which those who take them may have to wait for.
type Desk struct{ UseGenServer }

// deskField is a field of the map that the state is.
func deskField(desk Term, key string) Term {
	var value Term
	if !Match(desk, "%{"+key+": value}", &value) {
		Raise(T("badkey", Atom(key), desk))
	}
	return value
}

func deskPut(desk Term, key string, value Term) Term {
	return Apply(Alias("Map"), "put", desk, Atom(key), value)
}

func deskOptions(opts []Term) (all, start Term) {
	all = append([]Term{}, opts...)
	if len(opts) == 1 {
		if list, ok := opts[0].([]Term); ok {
			all = list
		}
	}
	return all, Apply(Alias("Keyword"), "take", all, []Term{Atom("name"), Atom("debug"), Atom("timeout")})
}

func (Desk) Start(opts ...Term) Term {
	all, start := deskOptions(opts)
	return Apply(Alias("GenServer"), "start", Alias("Desk"), all, start)
}

func (Desk) StartLink(opts ...Term) Term {
	all, start := deskOptions(opts)
	return Apply(Alias("GenServer"), "start_link", Alias("Desk"), all, start)
}

func (Desk) Take(server Term, timeout ...Term) Term {
	limit := Term(100)
	if len(timeout) > 0 {
		limit = timeout[0]
	}
	return Apply(Alias("GenServer"), "call", server, Atom("take"), limit)
}

func (Desk) Free(server Term) { GenServer.Cast(server, T("free", Self())) }

func (Desk) Init(opts Term) Term {
	get := func(key string) Term { return Apply(Alias("Keyword"), "get", opts, Atom(key)) }
	if on, ok := get("trap").(bool); ok && on {
		Process.TrapExit(true)
	}
	var ms int
	var text string
	var value Term
	switch how := get("init"); {
	case how == nil:
		seats, ok := get("seats").(int)
		if !ok {
			seats = 1
		}
		return OK(Apply(Alias("Map"), "new", []Term{
			T("free", seats), T("taken", Apply(Alias("Map"), "new")), T("queue", []Term{}), T("owner", get("owner")),
		}))
	case Match(how, "{:sleep, ms}", &ms):
		Process.Sleep(time.Duration(ms) * time.Millisecond)
		return OK(Atom("slept"))
	case Match(how, "{:raise, text}", &text):
		panic(text)
	case Match(how, "{:return, value}", &value):
		return value
	}
	return BadCall(opts)
}

func deskSeat(desk Term, pid Term) Term {
	return deskPut(desk, "taken", Apply(Alias("Map"), "put", deskField(desk, "taken"), pid, Process.Monitor(pid)))
}

func deskLeave(desk Term, pid PID) Result {
	taken := deskField(desk, "taken")
	ref := Apply(Alias("Map"), "get", taken, pid)
	if ref == nil {
		return NoReply(desk)
	}
	desk = deskPut(desk, "taken", Apply(Alias("Map"), "delete", taken, pid))
	Apply(Alias("Process"), "demonitor", ref, []Term{Atom("flush")})
	var next, from, rest Term
	if !Match(deskField(desk, "queue"), "[{next, _} = from | rest]", &next, &from, &rest) {
		return NoReply(deskPut(desk, "free", Apply(Atom("erlang"), "+", deskField(desk, "free"), 1)))
	}
	Apply(Alias("GenServer"), "reply", from, Atom("seated"))
	return NoReply(deskSeat(deskPut(desk, "queue", rest), next))
}

func (Desk) HandleCall(request Term, from Tuple, desk Term) Result {
	var ms, free int
	var why Term
	switch {
	case request == Atom("take"):
		if Match(desk, "%{free: free}", &free) && free > 0 {
			return Reply(Atom("seated"), deskSeat(deskPut(desk, "free", free-1), from.At(0)))
		}
		queue := Apply(Atom("erlang"), "++", deskField(desk, "queue"), []Term{from})
		return NoReply(deskPut(desk, "queue", queue)).After(time.Second)
	case request == Atom("state"):
		free := deskField(desk, "free")
		taken := Apply(Atom("erlang"), "map_size", deskField(desk, "taken"))
		return Reply(T(free, taken, Apply(Atom("erlang"), "length", deskField(desk, "queue"))), desk)
	case Match(request, "{:idle, ms}", &ms):
		return Reply(Atom("ok"), desk).After(time.Duration(ms) * time.Millisecond)
	case request == Atom("nap"):
		return Reply(Atom("zzz"), desk).Hibernate()
	case Match(request, "{:close, reason}", &why):
		GenServer.Reply(from, Atom("closing"))
		return Stop(why, desk)
	case Match(request, "{:fail, :raise}"):
		panic("desk on fire")
	case Match(request, "{:fail, :badmatch}"):
		Raise(T("badmatch", Apply(Alias("Map"), "fetch", desk, Atom("drawer"))))
	case Match(request, "{:fail, {:exit, why}}", &why):
		Exit(why)
	case Match(request, "{:fail, {:throw, v}}", &why):
		Throw(why)
	}
	return BadCall(request)
}

func (Desk) HandleCast(request, desk Term) Term {
	var pid PID
	var what Term
	switch {
	case Match(request, "{:free, pid}", &pid):
		return deskLeave(desk, pid)
	case Match(request, "{:continue, what}", &what):
		return NoReply(desk).Continue(what)
	case Match(request, "{:return, v}", &what):
		return what
	}
	return BadCall(request)
}

func (Desk) HandleContinue(what, desk Term) Result {
	var pid PID
	if !Match(what, "{:tell, pid}", &pid) {
		return BadCall(what)
	}
	Send(pid, Atom("continued"))
	return NoReply(desk)
}

func (Desk) HandleInfo(message, desk Term) Result {
	var pid PID
	var why, owner Term
	switch {
	case Match(message, "{:DOWN, _, :process, pid, _}", &pid):
		return deskLeave(desk, pid)
	case message == Atom("timeout") && Match(desk, "%{owner: owner}", &owner):
		if owner != nil {
			Send(owner, Atom("desk_idle"))
		}
		return NoReply(desk)
	case Match(message, "{:EXIT, _, why}", &why) && Match(desk, "%{owner: owner}", &owner) && owner != nil:
		Send(owner, T("desk_exit", why))
		return NoReply(desk)
	}
	return BadCall(message)
}

func (Desk) Terminate(reason, desk Term) Term {
	var owner PID
	if !Match(desk, "%{owner: owner}", &owner) {
		return Atom("ok")
	}
	var e Term
	if Match(reason, "{e, [_ | _]}", &e) {
		reason = T("crash", e)
	}
	return Send(owner, T("desk_closed", reason))
}

func (Desk) FormatStatus(_, dictionaryAndState Term) Term {
	state := dictionaryAndState.([]Term)[1]
	var free Term
	if Match(state, "%{free: free}", &free) {
		return T("desk", free)
	}
	return state
}
