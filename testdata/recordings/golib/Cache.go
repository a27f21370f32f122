package main

import (
	"time"

	. "gex/runtime/otp"
)

// Cache_Stats counts what was found.
type Cache_Stats struct{ hits, misses int }

// Cache keeps values for keys, for some time.
type Cache struct{ UseGenServer }

func (Cache) ChildSpec(opts Term) Term {
	return NewMap(Atom("id"), Alias("Cache"), Atom("restart"), Atom("transient"), Atom("shutdown"), 1_000,
		Atom("start"), T(Alias("Cache"), Atom("start_link"), []Term{opts}))
}

func (Cache) StartLink(opts Term) Term {
	var init, rest Term
	Match(Apply(Alias("Keyword"), "pop", opts, Atom("init"), NewMap()), "{init, rest}", &init, &rest)
	return Apply(Alias("GenServer"), "start_link", Alias("Cache"), init, rest)
}

func (Cache) Put(server, key, value Term, ttl ...Term) {
	lasts := Term(Atom("infinity"))
	if len(ttl) > 0 {
		lasts = ttl[0]
	}
	GenServer.Cast(server, T("put", key, value, lasts))
}

func (Cache) Get(server, key Term, fallback ...Term) Term {
	if len(fallback) == 0 {
		fallback = []Term{nil}
	}
	return GenServer.Call(server, T("get", key, fallback[0]))
}

func (Cache) Fetch(server, key, fun Term) Term {
	return GenServer.Call(server, T("fetch", key, fun), 200*time.Millisecond)
}

func (Cache) Stats(server Term) Term { return GenServer.Call(server, Atom("stats")) }

func (Cache) Init(init Term) Result {
	var reason, list Term
	switch {
	case Match(init, "{:error, reason}", &reason):
		return Stop(reason)
	case init == Atom("ignore"):
		return Ignore()
	case Match(init, "{:load, list}", &list):
		return OK(T(NewMap(), Cache_Stats{})).Continue(init)
	}
	if m, ok := init.(Map); ok {
		return OK(T(m, Cache_Stats{}))
	}
	return BadCall(init)
}

// cacheParts takes the state apart.
func cacheParts(state Tuple) (Map, Cache_Stats) {
	return state.At(0).(Map), state.At(1).(Cache_Stats)
}

func (Cache) HandleContinue(what Term, state Tuple) Result {
	entries, stats := cacheParts(state)
	var key, value, rest Term
	var pid PID
	switch {
	case Match(what, "{:load, [{key, value} | rest]}", &key, &value, &rest):
		return NoReply(T(entries.Put(key, value), stats)).Continue(T("load", rest))
	case Match(what, "{:load, []}"):
		return NoReply(state)
	case Match(what, "{:notify, pid}", &pid):
		Send(pid, T("size", entries.Len()))
		return NoReply(state)
	}
	return BadCall(what)
}

func (Cache) HandleCall(request Term, from Tuple, state Tuple) Result {
	entries, stats := cacheParts(state)
	var key, value Term
	var pid PID
	switch {
	case Match(request, "{:get, key, default}", &key, &value):
		if found, ok := entries.Fetch(key); ok {
			stats.hits++
			return Reply(found, T(entries, stats))
		}
		stats.misses++
		return Reply(value, T(entries, stats))
	case Match(request, "{:fetch, key, fun}", &key, &value):
		found, ok := entries.Fetch(key)
		if !ok {
			found = Call(value)
		}
		return Reply(found, T(entries.Put(key, found), stats))
	case request == Atom("stats"):
		return Reply(stats, state)
	case Match(request, "{:count, pid}", &pid):
		return Reply(Atom("counting"), state).Continue(T("notify", pid))
	case Match(request, "{:wait_for, key}", &key):
		place := T("waiting", key)
		waiting, _ := entries.Get(place).([]Term)
		return NoReply(T(entries.Put(place, append([]Term{from}, waiting...)), stats))
	case Match(request, "{:stop, why}", &value):
		return Stop(value, state).Reply(T("stopping", value))
	case request == Atom("drop"):
		Send(from.At(0), Atom("dropped"))
		kept := NewMap()
		for _, k := range entries.Keys() {
			if Match(k, "{:waiting, _}") {
				kept = kept.Put(k, entries.Get(k))
			}
		}
		return Reply(Atom("ok"), T(kept, stats)).Hibernate()
	}
	return BadCall(request)
}

func (Cache) HandleCast(request Term, state Tuple) Result {
	entries, stats := cacheParts(state)
	var key, value, ttl Term
	var on bool
	switch {
	case Match(request, "{:put, key, value, ttl}", &key, &value, &ttl):
		if ms, ok := ttl.(int); ok {
			Process.SendAfter(Self(), T("expire", key), time.Duration(ms)*time.Millisecond)
		}
		waiting, rest := entries.Pop(T("waiting", key))
		if list, ok := waiting.([]Term); ok {
			for _, from := range list {
				GenServer.Reply(from, T("put", value))
			}
		}
		return NoReply(T(rest.Put(key, value), stats))
	case Match(request, "{:stop, why}", &value):
		return Stop(value, state)
	case Match(request, "{:trap, on}", &on):
		Process.TrapExit(on)
		return NoReply(state)
	}
	return BadCall(request)
}

func (Cache) HandleInfo(message Term, state Tuple) Result {
	entries, stats := cacheParts(state)
	var key, why Term
	switch {
	case Match(message, "{:expire, key}", &key):
		return NoReply(T(entries.Delete(key), stats))
	case Match(message, "{:EXIT, _, why}", &why):
		return NoReply(T(entries.Put(Atom("last_exit"), why), stats))
	case Match(message, "{:link, pid}", &why):
		Apply(Alias("Process"), "link", why)
		return NoReply(state)
	}
	return BadCall(message)
}

func (Cache) Terminate(reason Term, state Tuple) Term {
	if owner, ok := state.At(0).(Map).Fetch(Atom("owner")); ok {
		return Send(owner, T("cache_terminated", reason))
	}
	return Atom("ok")
}

func (Cache) CodeChange(old Term, state Tuple, extra Term) Term {
	var why Term
	switch {
	case extra == Atom("reset"):
		return OK(T(state.At(0), Cache_Stats{}))
	case Match(extra, "{:refuse, why}", &why):
		return T("error", Apply(Atom("erlang"), "list_to_tuple", []Term{old, why}))
	}
	return BadCall(extra)
}
