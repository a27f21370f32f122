package main

import . "gex/runtime/otp"

// Fragile always fails to terminate; its HandleInfo knows one message only.
type Fragile struct{}

func (Fragile) Init(state Term) Result { return OK(state) }

func (Fragile) HandleEvent(event, state Term) Result {
	switch event {
	case Atom("remove"):
		return Remove()
	case Atom("crash"):
		Exit(Atom("first_reason"))
	}
	return OK(state)
}

func (Fragile) HandleCall(request, state Term) Result {
	if request == Atom("undef_inside") {
		Apply(Alias("NoSuchModule"), "handle_call", 1, 2)
	}
	return Reply(state, state)
}

func (Fragile) HandleInfo(message, state Term) Result {
	switch message {
	case Atom("undef_inside"):
		Apply(Alias("NoSuchModule"), "handle_info", 1, 2)
	case Atom("known"):
		return OK(state)
	}
	return BadCall(message)
}

func (Fragile) Terminate(reason, state Term) Term {
	if reason == Atom("undef_inside") {
		return Apply(Alias("NoSuchModule"), "terminate", 1, 2)
	}
	Exit(Atom("second_reason"))
	return nil
}
