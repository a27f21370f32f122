package main

import (
	"fmt"
	"time"

	. "gex/runtime/otp"
)

// Mill is a special process that grinds what it is given. Its state is {done,
// rest}.
type Mill struct{}

func millStart(function string, arg Term, more ...Term) Term {
	args := append([]Term{Alias("Mill"), Atom("init"), []Term{Self(), arg}, 100}, more...)
	return Apply(Atom("proc_lib"), function, args...)
}

func (Mill) Start(arg Term) Term        { return millStart("start", arg) }
func (Mill) StartMonitor(arg Term) Term { return millStart("start_monitor", arg) }
func (Mill) StartLink(arg Term, opts ...Term) Term {
	return millStart("start_link", arg, append([]Term{}, opts...)) // they come one by one
}

func (Mill) Grind(mill, grain Term) Term {
	Send(mill, T("grind", Self(), grain))
	return Receive(
		On("{from, flour}", func(_ PID, flour Term) Term { return flour }),
		After(50*time.Millisecond, func() Term { return Atom("nothing") }))
}

func (m Mill) Init(parent PID, arg Term) Term {
	var value, name Term
	var list []Term
	switch {
	case Match(arg, "{:never, reason}", &value):
		Exit(value)
	case arg == Atom("hang"):
		return Apply(Alias("Process"), "sleep", Atom("infinity"))
	case Match(arg, "{:refuse, value}", &value):
		return Apply(Atom("proc_lib"), "init_ack", parent, T("error", value))
	case Match(arg, "{:trap, arg}", &value):
		Process.TrapExit(true)
		return m.Init(parent, value)
	case Match(arg, "{:named, name, arg}", &name, &value):
		Process.Register(Self(), name)
		return m.Init(parent, value)
	case Match(arg, "list", &list):
		ProcLib.InitAck(parent, T("ok", Self()))
		return m.Loop(parent, Apply(Atom("sys"), "debug_options", []Term{}), T(0, list))
	}
	Raise(Atom("function_clause"))
	return nil
}

// Loop serves one message after the other.
func (m Mill) Loop(parent PID, debug Term, state Tuple) Term {
	for {
		done, rest := state.At(0).(int), state.At(1).([]Term)
		Receive(
			On("{:system, from, request}", func(from, request Term) {
				Match(Sys.HandleSystemMsg(request, from, parent, Mill{}, debug, state), "{:go_on, debug, state}", &debug, &state)
			}),
			On("{:EXIT, pid, reason}", func(pid PID, reason Term) {
				if pid == parent {
					Exit(T("parent", reason))
				}
				state = T(done, append(append([]Term{}, rest...), reason))
			}),
			On("{:grind, from, grain}", func(from, grain Term) {
				handle := func(event Term) {
					debug = Apply(Atom("sys"), "handle_debug", debug, millWrite, Alias("Mill"), event)
				}
				handle(T("in", grain))
				flour := Apply(Atom("erlang"), "*", grain, 2)
				Send(from, T(Self(), flour))
				handle(T("out", flour, from))
				state = T(done+1, rest)
			}),
			On(":rest", func() {
				Apply(Atom("proc_lib"), "hibernate", Alias("Mill"), Atom("loop"), []Term{parent, debug, state})
			}),
			On("{:stop, reason}", func(reason Term) { Exit(reason) }),
			On("{:raise, text}", func(text string) { panic(text) }),
			On(":parent", func() {
				first := Apply(Alias("Kernel"), "hd", Apply(Alias("Process"), "get", Atom("$ancestors")))
				Send(rest[0], T("parent", parent == first))
			}),
		)
	}
}

func millWrite(device, event, name Term) Term {
	var what, to Term
	text := Inspect(event)
	switch {
	case Match(event, "{:in, what}", &what):
		text = fmt.Sprintf("%s <- %s", Inspect(name), Inspect(what))
	case Match(event, "{:out, what, to}", &what, &to):
		_, is := to.(PID)
		text = fmt.Sprintf("%s -> %s %t", Inspect(name), Inspect(what), is)
	}
	return Apply(Alias("IO"), "write", device, text+"\n")
}

func (Mill) SystemContinue(parent, debug, state Term) Term {
	var done Term
	if Match(state, "{done, [:lost]}", &done) {
		state = T(done, []Term{Atom("found")})
	}
	return T("go_on", debug, state)
}

func (Mill) SystemTerminate(reason, parent, debug Term, state Tuple) {
	if reason == Atom("quietly") {
		Exit(Atom("normal"))
	}
	Exit(T(reason, state.At(0)))
}

func (Mill) SystemGetState(state Tuple) Term {
	return T("ok", NewMap(Atom("done"), state.At(0), Atom("rest"), len(state.At(1).([]Term))))
}

func (Mill) SystemReplaceState(f func(Term) Term, state Tuple) Term {
	done := f(state.At(0))
	return T("ok", done, T(done, state.At(1)))
}

func (Mill) SystemCodeChange(state Tuple, module, version, extra Term) Term {
	if module != Alias("Mill") {
		return T("error", Atom("another_mill"))
	}
	return T("ok", T(state.At(0), append([]Term{version, extra}, state.At(1).([]Term)...)))
}

func (Mill) FormatStatus(opt Term, status []Term) Term {
	return []Term{T("opt", opt), T("is", status[1]), T("done", status[4].(Tuple).At(0))}
}
