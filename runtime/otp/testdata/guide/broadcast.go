package main

import . "gex/runtime/otp"

type BroadcastEventHandler struct{ UseGenEvent }

func (BroadcastEventHandler) Init(_ Term) Result { return OK([]Term{}) }

func (BroadcastEventHandler) HandleEvent(event Term, broadcasts []Term) Result {
	var x Term
	if Match(event, "{:broadcast, x}", &x) {
		return OK(append([]Term{x}, broadcasts...))
	}
	return OK(broadcasts)
}

func (BroadcastEventHandler) HandleCall(request Term, broadcasts []Term) Result {
	if request == Atom("broadcasts") {
		return Reply(broadcasts, []Term{})
	}
	return BadCall(request)
}
