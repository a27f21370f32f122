package main

import (
	"time"

	. "gex/runtime/otp"
)

// Meter is a handler that keeps readings up to a limit.
type Meter struct{}

func meter(name, limit Term, seen []Term) Map {
	return NewMap(Atom("name"), name, Atom("limit"), limit, Atom("seen"), append([]Term{}, seen...))
}

func seenBy(m Map) []Term { return m.Get(Atom("seen")).([]Term) }

func saw(m Map, what Term) Map {
	return m.Put(Atom("seen"), append([]Term{what}, seenBy(m)...))
}

func (Meter) Init(args Term) Term {
	var name, limit, other Term
	var seen []Term
	switch {
	case Match(args, "{{name, limit}, {:readings, seen}}", &name, &limit, &seen):
		return OK(meter(name, limit, seen))
	case Match(args, "{{name, limit}, _}", &name, &limit):
		return OK(meter(name, limit, []Term{Atom("fresh")}))
	case Match(args, "{name, limit}", &name, &limit):
		return OK(meter(name, limit, nil))
	}
	other = args
	return T("error", T("bad_meter", other))
}

func (h Meter) HandleEvent(event Term, m Map) Term {
	var n, ms int
	var name, inner Term
	limit := m.Get(Atom("limit")).(int)
	switch {
	case Match(event, "{:read, n}", &n):
		switch {
		case n > limit*10:
			Exit(T("burst", n))
		case n > limit:
			return Swap(T("over", n), m, T(Alias("Meter"), Atom("spare")), T(m.Get(Atom("name")), limit*2))
		}
		return OK(saw(m, n))
	case Match(event, "{:only, name, inner}", &name, &inner):
		if Equal(name, m.Get(Atom("name"))) {
			return h.HandleEvent(inner, m)
		}
		return OK(m)
	case event == Atom("off"):
		return T("remove_handler", m)
	case event == Atom("rest"):
		return OK(m).Hibernate()
	case Match(event, "{:wait, ms}", &ms):
		Process.Sleep(time.Duration(ms) * time.Millisecond)
		return OK(m)
	}
	return BadCall(event)
}

func (Meter) HandleCall(request Term, m Map) Term {
	seen := seenBy(m)
	var digits, limit int
	var with, ref Term
	var pid PID
	switch {
	case request == Atom("seen"):
		return Reply(Apply(Alias("Enum"), "reverse", seen), m)
	case Match(request, "{:mean, digits}", &digits):
		sum := Apply(Alias("Enum"), "sum", seen)
		mean := Apply(Atom("erlang"), "/", sum, len(seen))
		return Reply(Apply(Alias("Float"), "round", mean, digits), m)
	case Match(request, "{:replace, with, limit}", &with, &limit):
		return Swap(Atom("manual"), m, T(Alias("Meter"), with), T(with, limit)).Reply(Atom("replaced"))
	case request == Atom("off"):
		var last Term
		if len(seen) > 0 {
			last = seen[0]
		}
		return Remove().Reply(T("last", last))
	case Match(request, "{:link, pid}", &pid):
		return Reply(Process.Link(pid), m)
	case Match(request, "{:self, ref}", &ref):
		return Reply(T(ref, Self()), m).Hibernate()
	}
	return BadCall(request)
}

func (h Meter) HandleInfo(message Term, m Map) Term {
	var ref Ref
	var why Term
	switch {
	case Match(message, "{:read, _}"):
		return h.HandleEvent(message, m)
	case Match(message, "{ref, :pong}", &ref):
		return OK(saw(m, Atom("pong")))
	case Match(message, "{:EXIT, _, why}", &why):
		return OK(saw(m, T("exit", why)))
	}
	return BadCall(message)
}

func (Meter) Terminate(reason Term, m Map) Term {
	name := m.Get(Atom("name"))
	var why Term
	switch {
	case Match(reason, "{:over, _}"):
		return T("readings", seenBy(m))
	case reason == Atom("manual"):
		return Atom("nothing")
	case Match(reason, "{:stop, why}", &why):
		Send(Atom("meter_owner"), T(name, Atom("stop"), why))
		return Atom("ok")
	}
	if _, ok := Process.Whereis(Atom("meter_owner")); ok {
		Send(Atom("meter_owner"), T(name, meterKind(reason)))
	}
	return T("bye", name)
}

func meterKind(reason Term) Term {
	var why Term
	switch {
	case Match(reason, "{:error, {:EXIT, {why, [_ | _]}}}", &why):
		return T("crash", why)
	case Match(reason, "{:error, {:EXIT, why}}", &why):
		return T("exit", why)
	}
	return reason
}

func (Meter) CodeChange(old Term, m Map, extra Term) Result {
	var n int
	if !Match(extra, "{:limit, n}", &n) {
		return BadCall(extra)
	}
	return OK(saw(m.Put(Atom("limit"), n), T("code", old)))
}

func (Meter) FormatStatus(status Map) Term {
	m, ok := status.Get(Atom("state")).(Map)
	if !ok {
		return status
	}
	return status.Put(Atom("state"), T("meter", m.Get(Atom("name")), len(seenBy(m))))
}
