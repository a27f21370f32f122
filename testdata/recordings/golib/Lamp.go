package main

import (
	"fmt"
	"time"

	. "gex/runtime/otp"
)

// Lamp is a special process: a switch with a memory of one bit.
type Lamp struct{}

// pressed is the system event of a press.
func pressed(from Term) Term { return T("in", Atom("press"), from) }

func (Lamp) StartLink(opts ...Term) Term {
	var list Term = append([]Term{}, opts...)
	return ProcLib.StartLink(Lamp{}, "init", Self(), list)
}

func (Lamp) Press(lamp Term) Term {
	Send(lamp, T("press", Self()))
	if _, ok := lamp.(PID); !ok {
		Process.Sleep(100 * time.Millisecond) // the answer names the process
		return Atom("no_answer")
	}
	return Receive(
		On("{from, answer}", func(_ PID, answer Term) Term { return answer }),
		After(100*time.Millisecond, func() Term { return Atom("no_answer") }),
	)
}

func (Lamp) State(lamp Term) Term { return Sys.GetState(lamp) }

func (l Lamp) Init(parent PID, opts Term) {
	get := func(key string) Term { return Apply(Alias("Keyword"), "get", opts, Atom(key)) }
	debug := Apply(Atom("sys"), "debug_options", Apply(Alias("Keyword"), "get", opts, Atom("debug"), []Term{}))
	if on, ok := get("trap").(bool); ok && on {
		Process.TrapExit(true)
	}
	if name := get("name"); name != nil {
		Process.Register(Self(), name)
	}
	var value Term
	var text string
	switch how := get("fail"); {
	case how == nil:
		ProcLib.InitAck(parent, T("ok", Self()))
	case Match(how, "{:ack, value}", &value):
		ProcLib.InitAck(parent, value)
	case Match(how, "{:exit, why}", &value):
		Exit(value)
	case Match(how, "{:raise, text}", &text):
		panic(text)
	}
	l.loop(Atom("off"), parent, debug)
}

func (Lamp) loop(state Term, parent PID, debug Term) {
	for {
		Receive(
			On("{:press, from}", func(from PID) {
				next := Atom("on")
				if state != Atom("off") {
					next = Atom("off")
				}
				debug = note(debug, pressed(from))
				Send(from, T(Self(), next))
				debug = note(debug, T("out", next, from))
				state = next
			}),
			On("{:system, from, request}", func(from, request Term) {
				Match(Sys.HandleSystemMsg(request, from, parent, Lamp{}, debug, state), "{:go_on, debug, state}", &debug, &state)
			}),
			On("{:EXIT, pid, why}", func(pid PID, why Term) {
				if pid == parent {
					Exit(why)
				}
				state = T("lost", pid == Self(), why)
			}),
			On("{:break, value}", func(value int) { state = 1 + value }),
		)
	}
}

func note(debug, event Term) Term {
	return Apply(Atom("sys"), "handle_debug", debug, print3, Self(), event)
}

func print3(device, event, name Term) Term {
	who := "lamp"
	if _, ok := name.(PID); !ok {
		who = fmt.Sprint(name)
	}
	e := event.(Tuple)
	return Apply(Alias("IO"), "puts", device, fmt.Sprintf("%s: %s %s", who, Inspect(e.At(0)), Inspect(e.At(1))))
}

func (Lamp) SystemContinue(parent PID, debug, state Term) Term { return T("go_on", debug, state) }

func (Lamp) SystemTerminate(reason, parent, debug, state Term) { Exit(reason) }

func (Lamp) SystemGetState(state Term) Term { return T("ok", T("lamp", state)) }

func (Lamp) SystemReplaceState(f func(Term) Term, state Term) Term {
	var next Term
	if answer := f(T("lamp", state)); !Match(answer, "{:lamp, next}", &next) {
		Raise(T("badmatch", answer))
	}
	return T("ok", T("lamp", next), next)
}

func (Lamp) SystemCodeChange(state, module, old, extra Term) Term {
	if extra != Atom("invert") {
		return T("error", T(module, old, extra))
	}
	if state == Atom("on") {
		return T("ok", Atom("off"))
	}
	return T("ok", Atom("on"))
}
