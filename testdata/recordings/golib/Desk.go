package main

import (
	"time"

	. "gex/runtime/otp"
)

// Desk has seats, which those who take them may have to wait for.
type Desk struct{ UseGenServer }

type desk struct {
	free  int
	taken map[PID]Ref
	queue []Tuple
	owner Term
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
		return OK(&desk{free: seats, taken: map[PID]Ref{}, owner: get("owner")})
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

func (d *desk) seat(pid PID) { d.taken[pid] = Process.Monitor(pid) }

func (d *desk) leave(pid PID) Result {
	ref, ok := d.taken[pid]
	if !ok {
		return NoReply(d)
	}
	delete(d.taken, pid)
	Process.Demonitor(ref)
	if len(d.queue) == 0 {
		d.free++
		return NoReply(d)
	}
	from := d.queue[0]
	d.queue = d.queue[1:]
	GenServer.Reply(from, Atom("seated"))
	d.seat(from.At(0).(PID))
	return NoReply(d)
}

func (Desk) HandleCall(request Term, from Tuple, d *desk) Result {
	var ms int
	var why Term
	switch {
	case request == Atom("take"):
		if d.free > 0 {
			d.free--
			d.seat(from.At(0).(PID))
			return Reply(Atom("seated"), d)
		}
		d.queue = append(d.queue, from)
		return NoReply(d).After(time.Second)
	case request == Atom("state"):
		return Reply(T(d.free, len(d.taken), len(d.queue)), d)
	case Match(request, "{:idle, ms}", &ms):
		return Reply(Atom("ok"), d).After(time.Duration(ms) * time.Millisecond)
	case request == Atom("nap"):
		return Reply(Atom("zzz"), d).Hibernate()
	case Match(request, "{:close, reason}", &why):
		GenServer.Reply(from, Atom("closing"))
		return Stop(why, d)
	case Match(request, "{:fail, :raise}"):
		panic("desk on fire")
	case Match(request, "{:fail, :badmatch}"):
		Raise(T("badmatch", Atom("error")))
	case Match(request, "{:fail, {:exit, why}}", &why):
		Exit(why)
	case Match(request, "{:fail, {:throw, v}}", &why):
		Throw(why)
	}
	return BadCall(request)
}

func (Desk) HandleCast(request Term, d *desk) Term {
	var pid PID
	var what Term
	switch {
	case Match(request, "{:free, pid}", &pid):
		return d.leave(pid)
	case Match(request, "{:continue, what}", &what):
		return NoReply(d).Continue(what)
	case Match(request, "{:return, v}", &what):
		return what
	}
	return BadCall(request)
}

func (Desk) HandleContinue(what Term, d *desk) Result {
	var pid PID
	if !Match(what, "{:tell, pid}", &pid) {
		return BadCall(what)
	}
	Send(pid, Atom("continued"))
	return NoReply(d)
}

func (Desk) HandleInfo(message Term, d *desk) Result {
	var pid PID
	var why Term
	switch {
	case Match(message, "{:DOWN, _, :process, pid, _}", &pid):
		return d.leave(pid)
	case message == Atom("timeout"):
		if d.owner != nil {
			Send(d.owner, Atom("desk_idle"))
		}
		return NoReply(d)
	case Match(message, "{:EXIT, _, why}", &why) && d.owner != nil:
		Send(d.owner, T("desk_exit", why))
		return NoReply(d)
	}
	return BadCall(message)
}

func (Desk) Terminate(reason Term, state Term) Term {
	d, ok := state.(*desk)
	if !ok {
		return Atom("ok")
	}
	if owner, ok := d.owner.(PID); ok {
		var e Term
		if Match(reason, "{e, [_ | _]}", &e) {
			reason = T("crash", e)
		}
		return Send(owner, T("desk_closed", reason))
	}
	return Atom("ok")
}

func (Desk) FormatStatus(_ Term, dictionaryAndState Term) Term {
	state := dictionaryAndState.([]Term)[1]
	if d, ok := state.(*desk); ok {
		return T("desk", d.free)
	}
	return state
}
