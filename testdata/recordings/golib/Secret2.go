package main

import . "gex/runtime/otp"

// Secret2 hides its state with the older format_status/2 and fails on :crash.
type Secret2 struct{}

func (Secret2) Init(secret Term) Result { return OK(secret) }

func (Secret2) HandleEvent(event, secret Term) Result {
	if event == Atom("crash") {
		Raise(Atom("crashed"))
	}
	return OK(secret)
}

func (Secret2) HandleCall(request, secret Term) Result { return Reply(secret, secret) }

func (Secret2) FormatStatus(option, dictionaryAndState Term) Term { return T("hidden", option) }
