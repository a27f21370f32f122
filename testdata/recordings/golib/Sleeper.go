package main

import . "gex/runtime/otp"

// Sleeper hibernates on demand.
type Sleeper struct{}

func (Sleeper) Init(state Term) Result {
	if state == Atom("hibernate") {
		return OK(Atom("asleep")).Hibernate()
	}
	return OK(state)
}

func (Sleeper) HandleEvent(event, state Term) Result {
	if event == Atom("hibernate") {
		return OK(state).Hibernate()
	}
	return OK(state)
}

func (Sleeper) HandleCall(request, state Term) Result {
	if request == Atom("hibernate") {
		return Reply(Atom("zzz"), state).Hibernate()
	}
	return Reply(state, state)
}

func (Sleeper) HandleInfo(message, state Term) Result {
	if message == Atom("hibernate") || Match(message, "{:EXIT, _, :hibernate}") {
		return OK(state).Hibernate()
	}
	return OK(state)
}
