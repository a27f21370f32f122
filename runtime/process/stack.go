package process

import (
	"fmt"
	"runtime"
	"strings"

	"gex/runtime/exception"
)

// This file lets code of a process that is deep in calls go on with a stack of
// its own. A panic that passes through deep code takes a time that may grow with
// the square of the depth of a stack, where every call recovers and panics again.

// stack is one that a process goes on with.
type stack struct {
	below  *stack // that of the caller, nil for the first one
	depth  int
	calls  int // below
	done   bool
	raised any // what it ends with, if that is a panic
}

// Stacks returns how many stacks of the process wait below the present one, and
// how many calls are under way on them, as OnNewStack was told.
func (self *Process) Stacks() (stacks, calls int) {
	if part := self.ownPart(); part != nil && part.stack != nil {
		return part.stack.depth, part.stack.calls
	}
	return 0, 0
}

// TooDeep is the exception of code that called itself so often that it may not
// go on. Unlike the end of a process it can be recovered.
func TooDeep(calls int) *exception.Error {
	return exception.New("RuntimeError", fmt.Sprintf("%smore than %d calls; use a loop", tooDeep, calls))
}

// tooDeep is what the message of TooDeep begins with.
const tooDeep = "recursion too deep: "

// IsTooDeep reports whether an exception is one of TooDeep.
func IsTooDeep(x *exception.Error) bool {
	return strings.HasPrefix(exception.Message(x.Reason, nil, exception.Options{}), tooDeep)
}

// OnNewStack calls f on a stack of its own, and blocks until that has come to
// its end. Calls is how many are under way on the caller's stack, for Stacks. A
// panic in f goes on in the caller as with Raise.
func (self *Process) OnNewStack(calls int, f func(), deaf func() bool) {
	part := self.parts()
	stacks, below := self.Stacks()
	s := &stack{below: part.stack, depth: stacks + 1, calls: below + calls}
	part.stack = s
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		defer s.end()
		f()
		s.done = true
	}()
	<-ended
	part.stack = s.below
	switch {
	case s.done:
	case s.raised == nil: // not a panic but Goexit, of a test
		runtime.Goexit()
	default:
		self.Raise(s.raised, deaf)
	}
}

// Raise panics with a value. Deaf reports whether nobody on the caller's stack,
// from the OnNewStack before, can recover that: this stack then ends at once,
// with the deferred calls on it, and the panic goes on below it.
func (self *Process) Raise(value any, deaf func() bool) {
	if part := self.ownPart(); part != nil && part.stack != nil && deaf() {
		part.stack.raised = value
		runtime.Goexit()
	}
	panic(value)
}

// end notes with what the code of a stack has come to its end.
func (s *stack) end() {
	if r := recover(); r != nil {
		s.raised = r
	}
}
