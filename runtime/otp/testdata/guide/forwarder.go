package main

import . "gex/runtime/otp"

type Forwarder struct{ UseGenEvent }

func (Forwarder) HandleEvent(event, parent Term) Result {
	Send(parent, event)
	return OK(parent)
}
