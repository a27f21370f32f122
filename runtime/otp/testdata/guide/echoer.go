package main

import . "gex/runtime/otp"

type Echoer struct{ UseGenEvent }

func (Echoer) HandleEvent(event Term, state []Term) Result {
	IO.Puts(event)
	return OK(state)
}
