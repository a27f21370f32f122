package main

import . "gex/runtime/otp"

// Hand is a member of the crew.
type Hand struct{ UseGenServer }

func (Hand) StartLink(arg Tuple) Term {
	return Apply(Alias("GenServer"), "start_link", Alias("Hand"), arg, []Term{T("name", arg.At(0))})
}

func (Hand) Init(arg Term) Result {
	var name, owner Term
	Match(arg, "{name, owner}", &name, &owner)
	Process.TrapExit(true)
	Send(owner, T("up", name))
	return OK(T(name, owner, 0))
}

func (Hand) HandleCall(request, from Term, state Tuple) Result {
	var name, owner, reason Term
	var n int
	Match(state, "{name, owner, n}", &name, &owner, &n)
	switch {
	case request == Atom("count"):
		return Reply(n, T(name, owner, n+1))
	case Match(request, "{:stop, reason}", &reason):
		return Stop(reason, state).Reply(Atom("stopping"))
	}
	return BadCall(request)
}

func (Hand) HandleCast(request Term, state Tuple) Result {
	var reason Term
	if Match(request, "{:exit, reason}", &reason) {
		Exit(reason)
	}
	panic(string(state.At(0).(Atom)) + " crashed")
}

func (Hand) Terminate(reason Term, state Tuple) Term {
	what := reason
	if _, ok := reason.(Tuple); ok {
		what = Atom("crash")
	}
	return Send(state.At(1), T("down", state.At(0), what))
}

// Crew is a supervisor of three.
type Crew struct{ UseSupervisor }

func (Crew) StartLink(arg Term) Term { return Apply(Alias("Supervisor"), "start_link", Alias("Crew"), arg) }

func (Crew) Init(arg Term) Term {
	var strategy, owner Term
	Match(arg, "{strategy, owner}", &strategy, &owner)
	var children []Term
	for _, name := range []Atom{"bow", "mid", "aft"} {
		restart := Atom("permanent")
		if name == "aft" {
			restart = "transient"
		}
		children = append(children, NewMap(
			Atom("id"), name,
			Atom("start"), T(Alias("Hand"), Atom("start_link"), []Term{T(name, owner)}),
			Atom("restart"), restart))
	}
	return Apply(Alias("Supervisor"), "init", children, []Term{T("strategy", strategy), T("max_restarts", 2), T("max_seconds", 5)})
}
