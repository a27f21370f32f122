package main

import . "gex/runtime/otp"

// BadStatus has a FormatStatus that misbehaves; its state is {how, secret}.
type BadStatus struct{}

func (BadStatus) Init(state Term) Result { return OK(state) }

func (BadStatus) HandleEvent(event, state Term) Result {
	if event == Atom("crash") {
		Raise(Atom("crashed"))
	}
	return OK(state)
}

func (BadStatus) HandleCall(request, state Term) Result { return Reply(state, state) }

func (BadStatus) FormatStatus(status Map) Term {
	var how Term
	if !Match(status.Get(Atom("state")), "{how, _}", &how) {
		Raise(Atom("function_clause"))
	}
	hidden := status.Put(Atom("state"), Atom("hidden"))
	switch how {
	case Atom("raise"):
		Raise("no status")
	case Atom("not_a_map"):
		return Atom("not_a_map")
	case Atom("extra_key"):
		return hidden.Put(Atom("extra"), 1)
	case Atom("missing_key"):
		return NewMap()
	case Atom("log"):
		return hidden.Put(Atom("log"), []Term{Atom("hidden_log")})
	}
	return hidden
}
