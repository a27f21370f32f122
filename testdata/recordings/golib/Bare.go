package main

import . "gex/runtime/otp"

// Bare has only the mandatory callbacks. Its state is the list of events.
type Bare struct{}

func (Bare) Init(state Term) Result { return OK(state) }

func (Bare) HandleEvent(event Term, events []Term) Result {
	return OK(append([]Term{event}, events...))
}

func (Bare) HandleCall(request, state Term) Result {
	if request == Atom("get") {
		return Reply(state, state)
	}
	return BadCall(request)
}
