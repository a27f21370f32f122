package main

import . "gex/runtime/otp"

// Secret12 has format_status/1 and format_status/2; only the first is used.
type Secret12 struct{}

func (Secret12) Init(secret Term) Result { return OK(secret) }

func (Secret12) HandleEvent(event, secret Term) Result { return OK(secret) }

func (Secret12) HandleCall(request, secret Term) Result { return Reply(secret, secret) }

// FormatStatus is a function of one argument and of two.
func (Secret12) FormatStatus(status Term, dictionaryAndState ...Term) Term {
	if m, ok := status.(Map); ok {
		return m.Put(Atom("state"), Atom("hidden_by_1"))
	}
	return Atom("hidden_by_2")
}
