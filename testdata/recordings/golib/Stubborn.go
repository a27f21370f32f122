package main

import (
	. "gex/runtime/otp"
	"time"
)

// Stubborn takes its time to terminate; its state is {ms, value}.
type Stubborn struct{}

func (Stubborn) Init(state Term) Result { return OK(state) }

func (Stubborn) HandleEvent(event, state Term) Result { return OK(state) }

func (Stubborn) HandleCall(request, state Term) Result {
	var ms int
	if !Match(request, "{:wait, ms}", &ms) {
		return BadCall(request)
	}
	Process.Sleep(time.Duration(ms) * time.Millisecond)
	return Reply(Atom("waited"), state)
}

func (Stubborn) Terminate(reason Term, state Tuple) Term {
	Process.Sleep(time.Duration(state.At(0).(int)) * time.Millisecond)
	return state.At(1)
}
