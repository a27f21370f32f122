package repl

import (
	"context"
	"time"

	"gex/interp"
)

// A Session is what the shell needs of interp.Session. All methods but
// Interrupt are called from one goroutine.
type Session interface {
	Status(text string) interp.Status
	Continues(text, next string) bool
	Eval(ctx context.Context, text string) interp.Outcome
	Prompt(continued bool) string
	Settle()
	Left() (status int, left bool)
	Woken() <-chan struct{}
	NextTimer() (time.Duration, bool)
	Interrupt()
	Complete(text string, cursor int) interp.Completion
}
