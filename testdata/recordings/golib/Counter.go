package main

import . "gex/runtime/otp"

// Counter counts events; its state should be an integer.
type Counter struct{}

func (Counter) Init(n Term) Result { return OK(n) }

func (Counter) HandleEvent(event, state Term) Result {
	n, ok := state.(int)
	if !ok {
		Raise(Atom("badarith"))
	}
	return OK(n + 1)
}

func (Counter) HandleCall(request, n Term) Result {
	switch request {
	case Atom("count"):
		return Reply(n, n)
	case Atom("reset"):
		return Reply(n, 0)
	}
	return BadCall(request)
}

func (Counter) Terminate(reason, n Term) Term { return n }

func (Counter) CodeChange(oldVsn, n, extra Term) Result {
	return OK(Apply(Atom("erlang"), "*", n, extra))
}
