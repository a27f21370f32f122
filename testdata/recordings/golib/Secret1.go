package main

import . "gex/runtime/otp"

// Secret1 hides its state with FormatStatus and fails on :crash.
type Secret1 struct{}

func (Secret1) Init(secret Term) Result { return OK(secret) }

func (Secret1) HandleEvent(event, secret Term) Result {
	if event == Atom("crash") {
		Raise(Atom("crashed"))
	}
	return OK(secret)
}

func (Secret1) HandleCall(request, secret Term) Result { return Reply(secret, secret) }

func (Secret1) FormatStatus(status Map) Map {
	if status.HasKey(Atom("state")) {
		status = status.Put(Atom("state"), Atom("hidden"))
	}
	if status.HasKey(Atom("message")) {
		status = status.Put(Atom("message"), Atom("hidden_message"))
	}
	return status
}
