package main

import (
	. "gex/runtime/otp"
	"time"
)

// Peek tells whether a process is hibernating right now.
type Peek struct{}

func (Peek) Hibernating(pid PID) bool {
	Process.Sleep(20 * time.Millisecond)
	return Match(Apply(Alias("Process"), "info", pid, Atom("current_function")), "{:current_function, {:erlang, :hibernate, 3}}")
}
