package otp_test

import (
	"fmt"
	"os"

	. "gex/runtime/otp"
)

type Forwarder struct{ UseGenEvent }

func (Forwarder) HandleEvent(event, parent Term) Result {
	Send(parent, event)
	return OK(parent)
}

// A handler that forwards events, as in the guide of GenEvent, in a program of
// its own.
func ExampleMain() {
	err := Main(os.Stdout, func() {
		manager, _ := GenEvent.StartLink()
		GenEvent.AddHandler(manager, Forwarder{}, Self())
		GenEvent.SyncNotify(manager, T("hello", Atom("world")))
		Receive(On("{:hello, who}", func(who Term) { IO.Inspect(who) }))
	})
	fmt.Println(err)
	// Output:
	// :world
	// <nil>
}
