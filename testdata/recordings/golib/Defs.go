package main

import . "gex/runtime/otp"

// Defs has the callbacks of UseGenServer and no others.
type Defs struct{ UseGenServer }

func (Defs) Init(x Term) Result { return OK(x) }

// Bares has no callbacks but Init.
type Bares struct{}

func (Bares) Init(x Term) Result { return OK(x) }

// NoInit has all callbacks of UseGenServer.
type NoInit struct{ UseGenServer }

// Secret hides its state with the old FormatStatus.
type Secret struct{ UseGenServer }

func (Secret) Init(x Term) Result { return OK(x) }

func (Secret) HandleCall(request, from, s Term) Result {
	if request == Atom("crash") {
		panic("secret")
	}
	return Reply(s, s)
}

func (Secret) HandleCast(request, s Term) Result {
	Exit(Atom("secret"))
	return NoReply(s)
}

func (Secret) FormatStatus(option, dictionaryAndState Term) Term {
	if option == Atom("normal") {
		return []Term{T("data", []Term{T(Apply(Alias("String"), "to_charlist", "State"), Atom("hidden"))})}
	}
	return Atom("hidden_too")
}

// Secret1 hides state, message and stack with the new one.
type Secret1 struct{ UseGenServer }

func (Secret1) Init(x Term) Result { return OK(x) }

func (Secret1) HandleCall(request, from, s Term) Result { panic("secret") }

func (Secret1) HandleCast(request, s Term) Result {
	Exit(Atom("secret"))
	return NoReply(s)
}

func (Secret1) FormatStatus(status Map) Term {
	for _, key := range status.Keys() {
		var reason Term
		switch key {
		case Atom("state"):
			status = status.Put(key, Atom("hidden"))
		case Atom("message"):
			status = status.Put(key, Atom("masked"))
		case Atom("reason"):
			if Match(status.Get(key), "{reason, _}", &reason) {
				status = status.Put(key, reason)
			}
		}
	}
	return status
}

// SecretBad has a FormatStatus that fails.
type SecretBad struct{ UseGenServer }

func (SecretBad) Init(x Term) Result { return OK(x) }

func (SecretBad) HandleCall(request, from, s Term) Result { panic("secret") }

func (SecretBad) FormatStatus(status Term) Term { panic("in format_status") }

// Coder changes its state as it is told.
type Coder struct{ UseGenServer }

func (Coder) Init(x Term) Result { return OK(x) }

func (Coder) HandleCall(request, from, s Term) Result {
	if request != Atom("state") {
		return BadCall(request)
	}
	return Reply(s, s)
}

func (Coder) CodeChange(old, state, extra Term) Term {
	switch extra {
	case Atom("fail"):
		return T("error", Atom("failed"))
	case Atom("raise"):
		panic("no change")
	case Atom("wrong"):
		return Atom("wrong")
	}
	return T("ok", T(old, state, extra))
}
