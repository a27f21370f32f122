package otp

import (
	"reflect"

	"gex/runtime/process"
)

// Go runs f as a goroutine of the calling process, as the go statement of
// interpreted code does; it was typed at the line. It takes turns with
// processes and ends with its own. Functions that act for a process act for
// that one, but messages are not for a goroutine: Receive fails in it. A panic
// ends the process, as it ends a compiled program.
func (a *API) Go(f func(), line int) {
	a.self().Go(func(*process.Process) error {
		_, err := a.callGoAt(reflect.ValueOf(f), nil, line)
		return err
	})
}

// GoIn runs f as a goroutine of a process, if that lives; it is for timers.
func (a *API) GoIn(owner *process.Process, f func()) {
	if owner.Alive() {
		owner.Go(func(*process.Process) error {
			_, err := a.callGo(reflect.ValueOf(f), nil)
			return err
		})
	}
}
