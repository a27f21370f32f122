package interp

import (
	"gex/interp/lib"
	"gex/runtime/code"
	"gex/runtime/term"
)

// Left returns the status with which a process wished to end the session, as
// with System.halt(3), and whether one did. The owner is to close the session
// then; Eval runs nothing any more.
func (s *Session) Left() (status int, left bool) {
	wish := lib.Leaves(s.node)
	if wish == nil {
		return 0, false
	}
	return wish.Status, true
}

// halted reports whether the session ended while a process was running, so
// that it will not answer.
func (s *Session) halted() bool {
	wish := lib.Leaves(s.node)
	return wish != nil && wish.Halted
}

// leftOutcome is the outcome of an input in a session that ends.
func (s *Session) leftOutcome() (Outcome, bool) {
	status, left := s.Left()
	return Outcome{OK: true, Silent: true, Exit: true, Value: term.Int(status)}, left
}

// leaveHelpers are the commands with which people try to leave a shell. IEx
// does not have them.
func leaveHelpers() []*code.Function {
	return []*code.Function{
		{Name: "exit", Call: lib.Quit, Doc: "Leaves gex, as Ctrl-D at an empty prompt does."},
		{Name: "quit", Call: lib.Quit, Doc: "Leaves gex, as Ctrl-D at an empty prompt does."},
	}
}
