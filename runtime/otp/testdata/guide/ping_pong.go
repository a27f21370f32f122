package main

import (
	"time"

	. "gex/runtime/otp"
)

type PingPong struct{}

func (PingPong) StartLink() Term { return ProcLib.StartLink(PingPong{}, "init", Self()) }

func (PingPong) Ping() Term {
	Send(PingPong{}, T("ping", Self()))
	return Receive(
		On("{:reply, response}", func(response Term) Term { return response }),
		After(10*time.Second, func() Term { return T("error", Atom("timeout")) }),
	)
}

func (PingPong) Init(parent PID) {
	debug := Sys.DebugOptions()
	Process.Link(parent)
	ProcLib.InitAck(parent, T("ok", Self()))
	Process.Register(Self(), PingPong{})
	PingPong{}.loop(Map{}, parent, debug)
}

func (PingPong) loop(state Term, parent PID, debug Term) {
	for {
		Receive(
			On("{:ping, from}", func(from PID) { Send(from, T("reply", Atom("pong"))) }),
			On("{:system, from, request}", func(from, request Term) {
				state = Sys.HandleSystemMsg(request, from, parent, PingPong{}, debug, state)
			}),
		)
	}
}

func (PingPong) SystemContinue(parent PID, debug, state Term) Term { return state }
func (PingPong) SystemTerminate(reason, parent, debug, state Term) { Exit(reason) }
func (PingPong) SystemGetState(state Term) Term                    { return T("ok", state) }
