package main

import . "gex/runtime/otp"

// Relay passes events on to another manager; it is its own state.
type Relay struct {
	name, to Term
	seen     int
	keep     []Term
}

func (Relay) New(name, to Term) Term { return Relay{name: name, to: to, keep: []Term{}} }

func (Relay) Init(args Term) Term {
	var r Relay
	var n int
	var value Term
	switch {
	case Match(args, "{r, {:seen, n}}", &r, &n):
		r.seen = n
		return OK(r)
	case Match(args, "{r, :error}", &r):
		r.keep = []Term{Atom("no_old_one")}
		return OK(r)
	case Match(args, "{r, value}", &r, &value):
		r.keep = []Term{value}
		return OK(r)
	case Match(args, "r", &r):
		if r.to == nil {
			return T("error", Atom("nowhere"))
		}
		return OK(r)
	case Match(args, "{:hibernate, value}", &value):
		return OK(value).Hibernate()
	}
	return BadCall(args)
}

func (Relay) counted(r Relay) Term {
	r.seen++
	return OK(r)
}

func (h Relay) HandleEvent(event Term, r Relay) Term {
	var n int
	var value, module, args Term
	switch {
	case Match(event, "{:stop_at, n}", &n) && r.seen >= n:
		return Remove()
	case Match(event, "{:bad, value}", &value):
		return value
	case Match(event, "{:hand_over, module, args}", &module, &args):
		r.seen += 100
		return Swap(Atom("handed"), r, module, args)
	case Match(event, "{:twice, value}", &value):
		for range 2 {
			relayNotify(r, value)
		}
		return h.counted(r)
	case Match(event, "{:sync, value}", &value):
		r.keep = append([]Term{Apply(Atom("gen_event"), "sync_notify", r.to, value)}, r.keep...)
		return OK(r)
	}
	relayNotify(r, T(r.name, event))
	return h.counted(r)
}

// fields are what Elixir's functions of maps read.
func (r Relay) fields() Map {
	return NewMap(Atom("__struct__"), Alias("Relay"), Atom("name"), r.name, Atom("to"), r.to, Atom("seen"), r.seen, Atom("keep"), r.keep)
}

func relayNotify(r Relay, event Term) { Apply(Atom("gen_event"), "notify", r.to, event) }

func (Relay) HandleCall(request Term, r Relay) Term {
	var n int
	var value, module, args Term
	switch {
	case request == Atom("seen"):
		return Reply(r.seen, r)
	case Match(request, "{:keep, value}", &value):
		had := len(r.keep)
		r.keep = append([]Term{value}, r.keep...)
		return Reply(had, r)
	case Match(request, "{:drop, n}", &n):
		n = min(n, len(r.keep))
		dropped := r.keep[:n]
		r.keep = r.keep[n:]
		return Reply(dropped, r).Hibernate()
	case Match(request, "{:fetch!, value}", &value):
		return Reply(Apply(Atom("erlang"), "map_get", value, r.fields()), r)
	case Match(request, "{:hand_over, value, module, args}", &value, &module, &args):
		return Swap(Atom("handed"), r, module, args).Reply(value)
	case Match(request, "{:retire, value}", &value):
		return Remove().Reply(value)
	case Match(request, "{:ask, module, value}", &module, &value):
		return Reply(Apply(Atom("gen_event"), "call", r.to, module, value), r)
	}
	return BadCall(request)
}

func (Relay) HandleInfo(message Term, r Relay) Term {
	var reason Term
	switch {
	case Match(message, "{:EXIT, _, reason}", &reason):
		r.keep = append([]Term{T("exit", reason)}, r.keep...)
		return OK(r)
	case Match(message, "{:DOWN, _, _, _, reason}", &reason):
		r.keep = append([]Term{T("down", reason)}, r.keep...)
		return OK(r)
	case message == Atom("leave"):
		return Remove()
	case Match(message, "{:nap, _}"):
		return OK(r).Hibernate()
	}
	return BadCall(message)
}

func (Relay) Terminate(reason Term, r Relay) Term {
	var why Term
	switch {
	case reason == Atom("handed"):
		return T("seen", r.seen)
	case Match(reason, "{:error, {:EXIT, {why, [_ | _]}}}", &why):
		return relayNote(r, T("failed", why))
	case Match(reason, "{:error, why}", &why):
		return relayNote(r, T("wrong", why))
	case reason == Atom("odd"):
		Throw(Atom("odd_end"))
	case reason == Atom("badly"):
		return Apply(Atom("erlang"), "/", r.seen, 0)
	}
	return relayNote(r, reason)
}

func relayNote(r Relay, what Term) Term {
	relayNotify(r, T("ended", r.name, what))
	return T("noted", what)
}

func (Relay) CodeChange(old Term, r Relay, extra Term) Term {
	var value Term
	switch {
	case Match(old, "{:down, value}", &value):
		r.keep = []Term{T("back_to", value)}
		return OK(r)
	case Match(extra, "{:rename, value}", &value):
		r.name = value
		return OK(r)
	case extra == Atom("exit"):
		Exit(Atom("no_upgrade"))
	}
	return BadCall(extra)
}

func (Relay) FormatStatus(opt Term, dictionaryAndState Term) Term {
	var r Relay
	Match(dictionaryAndState, "[_, r]", &r)
	if opt == Atom("normal") {
		return T("relay", r.name, r.seen)
	}
	return []Term{Atom("dying"), r.name}
}
