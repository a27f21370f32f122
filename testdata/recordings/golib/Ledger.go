package main

import (
	"fmt"

	. "gex/runtime/otp"
)

// Entry is something to be booked.
type Entry struct {
	amount int
	note   string
}

// Ledger is an event handler that keeps a book: a balance and a log.
type Ledger struct{}

func book(balance int, log ...Term) Map {
	return NewMap(Atom("balance"), balance, Atom("log"), append([]Term{}, log...))
}

func balance(b Map) int { return b.Get(Atom("balance")).(int) }

func entries(b Map) []Term { return b.Get(Atom("log")).([]Term) }

func withBalance(b Map, n int) Map { return b.Put(Atom("balance"), n) }

func logged(b Map, line Term) Map {
	return b.Put(Atom("log"), append([]Term{line}, entries(b)...))
}

func (Ledger) Init(args Term) Term {
	var n int
	var taken, why Term
	var old Map
	switch {
	case Match(args, "{:recover, %{balance: n}}", &n):
		return OK(book(n, Atom("recovered")))
	case Match(args, "{taken, {:handover, old}}", &taken, &old):
		return OK(logged(old, T("taken", taken)))
	case Match(args, "n", &n):
		return OK(book(n))
	case args == Atom("sleepy"):
		return OK(book(0)).Hibernate()
	case args == Atom("refuse"):
		return T("error", Atom("refused"))
	case Match(args, "{:fail, why}", &why):
		Exit(why)
	}
	return BadCall(args)
}

func (Ledger) HandleEvent(event Term, b Map) Result {
	var n int
	var other Term
	switch e := event.(type) {
	case Entry:
		total := balance(b) + e.amount
		switch {
		case e.amount > 0:
			return OK(logged(withBalance(b, total), e.note))
		case total < 0:
			Raise(Apply(Alias("ArgumentError"), "exception", fmt.Sprintf("overdrawn by %d", -total)))
		}
		return OK(withBalance(b, total))
	}
	switch {
	case event == Atom("close"):
		return Remove()
	case Match(event, "{:pass_to, other}", &other):
		return Swap(Atom("handover"), b, other, Atom("passed"))
	case event == Atom("nap"):
		return OK(b).Hibernate()
	case Match(event, "{:divide, n}", &n):
		return OK(withBalance(b, balance(b)/n))
	}
	return BadCall(event)
}

func (Ledger) HandleCall(request Term, b Map) Term {
	var value Term
	var n int
	switch {
	case request == Atom("balance"):
		return Reply(balance(b), b)
	case request == Atom("log"):
		return Reply(Apply(Alias("Enum"), "reverse", entries(b)), b)
	case Match(request, "{:close, reply}", &value):
		return Remove().Reply(value)
	case Match(request, "{:set, n}", &n):
		return Reply(T("was", balance(b)), withBalance(b, n)).Hibernate()
	case Match(request, "{:odd, value}", &value):
		return value
	case Match(request, "{:raise, e}", &value):
		Raise(value)
	}
	return BadCall(request)
}

func (Ledger) HandleInfo(message Term, b Map) Result {
	var n int
	var pid PID
	var why Term
	switch {
	case Match(message, "{:deposit, n}", &n):
		return OK(withBalance(b, balance(b)+n))
	case Match(message, "{:tell, pid}", &pid):
		Send(pid, T("book", balance(b)))
		return OK(b)
	case message == Atom("stop_me"):
		return Remove()
	case Match(message, "{:EXIT, _, why}", &why):
		return OK(logged(b, T("exit", why)))
	}
	return BadCall(message)
}

func (Ledger) Terminate(reason Term, b Map) Term {
	var why Term
	var pid PID
	switch {
	case reason == Atom("handover"), Match(reason, "{:swapped_to, _}"):
		return T("handover", b)
	case Match(reason, "{:stop, why}", &why):
		return T("stopped", why, balance(b))
	case reason == Atom("stop"):
		return T("stopped", balance(b))
	case reason == Atom("remove_handler"):
		return T("removed", balance(b))
	case Match(reason, "{:error, _}"):
		return T("failed", balance(b))
	case Match(reason, "{:report, pid}", &pid):
		return Send(pid, T("final", balance(b)))
	}
	return BadCall(reason)
}

func (Ledger) CodeChange(vsn Term, b Map, extra Term) Term {
	var note, value Term
	switch {
	case extra == Atom("wipe"):
		return OK(b.Put(Atom("log"), []Term{}))
	case Match(extra, "{:note, note}", &note):
		return OK(logged(b, Apply(Atom("erlang"), "list_to_tuple", []Term{vsn, note})))
	case Match(extra, "{:return, value}", &value):
		return value
	}
	return BadCall(extra)
}
