package main

import (
	. "gex/runtime/otp"
	"time"
)

// Kid is a child of supervisors.
type Kid struct{ UseGenServer }

// StartLink takes the argument, behind one more if there are two.
func (Kid) StartLink(arg Term, more ...Term) Term {
	if len(more) > 0 {
		arg = T("both", arg, more[0])
	}
	return Apply(Alias("GenServer"), "start_link", Alias("Kid"), arg)
}

func (Kid) StartNamed(name Term) Term {
	return Apply(Alias("GenServer"), "start_link", Alias("Kid"), name, []Term{T("name", name)})
}

func (Kid) Refuse(reason Term) Term { return T("error", reason) }

func (Kid) Ignore() Term { return Atom("ignore") }

func (Kid) Wrong() Term { return Atom("wrong") }

func (Kid) Raises() Term { panic("in start") }

func (k Kid) WithInfo(arg Term) Term {
	var pid Term
	if result := k.StartLink(arg); !Match(result, "{:ok, pid}", &pid) {
		return result
	}
	return T("ok", pid, Atom("info"))
}

func (Kid) Init(arg Term) Term {
	var pid, what Term
	switch {
	case Match(arg, "{:stop, reason}", &what):
		return T("stop", what)
	case arg == Atom("ignore"):
		return arg
	case Match(arg, "{:tell, pid, what}", &pid, &what):
		Process.TrapExit(true)
		Send(pid, T("started", what))
	case Match(arg, "{:stubborn, _}"):
		Process.TrapExit(true)
	}
	return T("ok", arg)
}

func (Kid) HandleCall(request, from, state Term) Result {
	var reason Term
	if Match(request, "{:crash, reason}", &reason) {
		Exit(reason)
	}
	if request != Atom("state") {
		return BadCall(request)
	}
	return Reply(state, state)
}

func (Kid) HandleCast(request, state Term) Result {
	var reason Term
	if Match(request, "{:crash, reason}", &reason) {
		Exit(reason)
	}
	Match(request, "{:stop, reason}", &reason)
	return Stop(reason, state)
}

func (Kid) Terminate(reason, state Term) Term {
	var pid, what Term
	var ms int
	switch {
	case Match(state, "{:tell, pid, what}", &pid, &what):
		Send(pid, T("stopped", what, reason))
	case Match(state, "{:stubborn, ms}", &ms):
		Process.Sleep(time.Duration(ms) * time.Millisecond)
	}
	return Atom("ok")
}

// KidSup is a supervisor that does what its argument says.
type KidSup struct{ UseSupervisor }

func (KidSup) StartLink(arg Term, options ...Term) Term {
	return Apply(Alias("Supervisor"), "start_link", Alias("KidSup"), arg, append([]Term{}, options...))
}

func (KidSup) Init(arg Term) Term {
	var children, options, value Term
	var message string
	switch {
	case Match(arg, "{:children, children, options}", &children, &options):
		return Apply(Alias("Supervisor"), "init", children, options)
	case Match(arg, "{:return, value}", &value):
		return value
	case Match(arg, "{:raise, message}", &message):
		panic(message)
	}
	Raise(Atom("function_clause"))
	return nil
}

// KidTemp is a child that is not started again.
type KidTemp struct{ UseGenServer }

func (KidTemp) ChildSpec(arg Term) Term {
	return NewMap(Atom("id"), Atom("custom"), Atom("restart"), Atom("temporary"), Atom("shutdown"), 10_000,
		Atom("start"), T(Alias("KidTemp"), Atom("start_link"), []Term{arg}))
}

func (KidTemp) StartLink(arg Term) Term {
	return Apply(Alias("GenServer"), "start_link", Alias("KidTemp"), arg)
}

func (KidTemp) Init(arg Term) Result { return OK(arg) }

// KidDyn is a dynamic supervisor with a name.
type KidDyn struct{ UseDynamicSupervisor }

func (KidDyn) StartLink(arg Term) Term {
	return Apply(Alias("DynamicSupervisor"), "start_link", Alias("KidDyn"), arg, []Term{T("name", Alias("KidDyn"))})
}

func (KidDyn) Init(options Term) Term {
	var value Term
	if Match(options, "{:return, value}", &value) {
		return value
	}
	return Apply(Alias("DynamicSupervisor"), "init", options)
}

// KidAgent is an agent that is started again when it crashed.
type KidAgent struct{}

func (KidAgent) ChildSpec(arg Term) Term {
	return NewMap(Atom("id"), Alias("KidAgent"), Atom("restart"), Atom("transient"),
		Atom("start"), T(Alias("KidAgent"), Atom("start_link"), []Term{arg}))
}

func (KidAgent) StartLink(arg Term) (PID, error) {
	return Agent.StartLink(func() Term { return arg })
}

// KidTask is a task as a child.
type KidTask struct{ UseTask }

func (KidTask) StartLink(arg Term) Term {
	return Apply(Alias("Task"), "start_link", Alias("KidTask"), Atom("run"), []Term{arg})
}

func (KidTask) Run(arg Term) Term {
	var pid, message Term
	Match(arg, "{pid, message}", &pid, &message)
	return Send(pid, message)
}
