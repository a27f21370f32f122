package repl

import (
	"context"
	"time"
)

// TEMPORARY (joined with interp when that exists)
type (
	OutputKind uint8
	Output     struct {
		Kind OutputKind
		Text string
	}
	Status  uint8
	Outcome struct{ OK, Silent, Exit bool }
)

const (
	User OutputKind = iota
	Log
	Warning
	Value
	Failure
	Notice
)

const (
	Complete Status = iota
	Incomplete
	Blank
	Wrong
)

// A Session is what the shell needs of interp.Session. All methods but
// Interrupt are called from one goroutine.
type Session interface {
	Status(text string) Status
	Continues(text, next string) bool
	Eval(ctx context.Context, text string) Outcome
	Number() int
	Settle()
	Woken() <-chan struct{}
	NextTimer() (time.Duration, bool)
	Interrupt()
	Complete(text string, cursor int) (start int, candidates []string)
}
