package main

import . "gex/runtime/otp"

// Crashy fails wherever it is told to.
type Crashy struct{ UseGenServer }

func (Crashy) Start(arg Term) (PID, error)     { return GenServer.Start(Crashy{}, arg) }
func (Crashy) StartLink(arg Term) (PID, error) { return GenServer.StartLink(Crashy{}, arg) }

func (Crashy) Init(how Term) Term {
	var state Term
	switch {
	case Match(how, "{:continue, state}", &state):
		return OK(state).Continue(Atom("go"))
	case Match(how, "{:fine, state}", &state):
		return OK(state)
	}
	return fail(how)
}

func (Crashy) HandleContinue(_, how Term) Term          { return fail(how) }
func (Crashy) HandleCall(how, from, state Term) Term { return fail(how) }
func (Crashy) HandleCast(how, state Term) Term          { return fail(how) }
func (Crashy) HandleInfo(how, state Term) Term          { return fail(how) }

func (Crashy) Terminate(reason, state Term) Term {
	var how Term
	if Match(state, "{:last, how}", &how) {
		return fail(how)
	}
	return Atom("ok")
}

func fail(how Term) Term {
	var value Term
	zero := 0
	switch {
	case how == Atom("raise"):
		panic("raised on purpose")
	case how == Atom("divide"):
		return 1 / zero
	case Match(how, "{:exit, reason}", &value):
		Exit(value)
	case Match(how, "{:throw, value}", &value):
		Throw(value)
	case Match(how, "{:error, reason}", &value):
		Raise(value)
	case Match(how, "{:stop, reason}", &value):
		return T("stop", value)
	case Match(how, "{:return, value}", &value):
		return value
	}
	return nil
}
