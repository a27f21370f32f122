package main

import (
	. "gex/runtime/otp"
	"time"
)

// Todo keeps items under any keys.
type Todo struct{ UseGenServer }

func (Todo) StartLink(opts Term) Term {
	return Apply(Alias("GenServer"), "start_link", Alias("Todo"), Atom("ok"), opts)
}
func (Todo) Add(server, key, value Term) Term { return GenServer.Call(server, T("add", key, value)) }
func (Todo) Get(server, key Term) Term        { return GenServer.Call(server, T("get", key)) }

func (Todo) Init(_ Term) Result { return OK(NewMap()).Continue(Atom("load")) }

func (Todo) HandleContinue(_ Term, items Map) Result {
	return NoReply(items.Put(Atom("loaded"), true)).After(50 * time.Millisecond)
}

func (Todo) HandleCall(request, from Term, items Map) Result {
	var key, value Term
	var ms int
	switch {
	case Match(request, "{:add, key, value}", &key, &value):
		return Reply(items.Len(), items.Put(key, value))
	case Match(request, "{:get, key}", &key):
		if value, ok := items.Fetch(key); ok {
			return Reply(T("ok", value), items).After(50 * time.Millisecond)
		}
		return Reply(Atom("error"), items).Hibernate()
	case Match(request, "{:later, ms}", &ms):
		Process.SendAfter(Self(), T("reply", from), time.Duration(ms)*time.Millisecond)
		return NoReply(items)
	case request == Atom("all"):
		return Reply(Apply(Alias("Enum"), "sort", items), items)
	case request == Atom("stop"):
		return Stop(Atom("normal"), items).Reply(T("had", items.Len()))
	}
	return BadCall(request)
}

func (Todo) HandleCast(request Term, items Map) Result {
	var key Term
	switch {
	case Match(request, "{:delete, key}", &key):
		return NoReply(items.Delete(key))
	case request == Atom("clear"):
		return NoReply(NewMap()).Continue(Atom("load"))
	}
	return BadCall(request)
}

func (Todo) HandleInfo(message Term, items Map) Result {
	var from Term
	if Match(message, "{:reply, from}", &from) {
		GenServer.Reply(from, Atom("here"))
		return NoReply(items)
	}
	if message == Atom("timeout") {
		n, _ := items.Get(Atom("timeouts")).(int)
		return NoReply(items.Put(Atom("timeouts"), n+1))
	}
	return BadCall(message)
}
