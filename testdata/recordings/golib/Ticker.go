package main

import (
	"fmt"
	. "gex/runtime/otp"
	"time"
)

// Ticker is a special process that counts for its owner.
type Ticker struct{}

func (Ticker) StartLink(owner PID, n int) Term { return ProcLib.StartLink(Ticker{}, "init", Self(), owner, n) }
func (Ticker) Bump(pid PID, by int) Term       { return Send(pid, T("bump", by)) }

func (t Ticker) Init(parent, owner PID, n Term) {
	Process.TrapExit(true)
	ProcLib.InitAck(parent, T("ok", Self()))
	t.loop(parent, T(parent, owner, n), Sys.DebugOptions())
}

func (Ticker) loop(parent PID, state Tuple, debug Term) {
	for {
		owner, n := state.At(1), state.At(2)
		Receive(
			On("{:bump, by}", func(by int) {
				n = n.(int) + by
				Send(owner, T("now", n))
				state = T(parent, owner, n)
			}),
			On("{:fail, how}", func(how Term) {
				var value Term
				switch {
				case how == Atom("raise"):
					panic(fmt.Sprint("at ", n))
				case Match(how, "{:exit, reason}", &value):
					Exit(value)
				case Match(how, "{:throw, value}", &value):
					Throw(value)
				}
			}),
			On("{:EXIT, from, reason}", func(from PID, reason Term) {
				if from == parent {
					Send(owner, T("parent_gone", reason))
					Exit(reason)
				}
				Send(owner, T("other_gone", reason))
			}),
			On("{:system, from, request}", func(from, request Term) {
				state = Sys.HandleSystemMsg(request, from, parent, Ticker{}, debug, state).(Tuple)
			}),
			On("other", func(other Term) { Send(owner, T("what", other)) }),
			After(100*time.Second, func() { Exit(Atom("timeout")) }),
		)
	}
}

func (Ticker) SystemContinue(parent PID, debug, state Term) Term { return state }

func (Ticker) SystemTerminate(reason, parent, debug Term, state Tuple) {
	Send(state.At(1), T("system_terminate", reason, state.At(2)))
	Exit(reason)
}

func (Ticker) SystemGetState(state Tuple) Term { return T("ok", state.At(2)) }

func (Ticker) SystemReplaceState(f func(Term) Term, state Tuple) Term {
	n := f(state.At(2))
	return T("ok", n, T(state.At(0), state.At(1), n))
}

func (Ticker) SystemCodeChange(state Tuple, module, old, extra Term) Term {
	return T("ok", T(state.At(0), state.At(1), T("from", old, extra, state.At(2))))
}
