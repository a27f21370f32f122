// Package loggertest is the world of a test of behaviours: a node on a virtual
// clock, with its logger, and one process that runs the test.
//
// It is part of the room logger, the lowest that all of this needs, and is
// imported by tests only.
package loggertest

import (
	"context"
	"strings"
	"testing"
	"time"

	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/inspect"
	"gex/runtime/ioserver"
	"gex/runtime/logger"
	"gex/runtime/process"
	"gex/runtime/term"
)

// World is the world of one test.
type World struct {
	testing.TB
	Self    *process.Process
	Printed strings.Builder // also what is logged
}

// Run runs body in the first process of a node with modules. The test fails if
// that process does.
func Run(t testing.TB, modules []*code.Module, body func(*World)) {
	t.Helper()
	node := process.NewNode(process.Options{Virtual: true})
	t.Cleanup(node.Close)
	w := &World{TB: t}
	ioserver.Start(node, func(o ioserver.Output) { w.Printed.WriteString(o.Text) })
	logger.Configure(node, logger.Options{})
	for _, m := range modules {
		code.Of(node).Define(m)
	}
	if err := node.RunProcess(context.Background(), func(self *process.Process) error {
		w.Self = self
		body(w)
		return nil
	}); err != nil {
		t.Fatalf("Run = %v\n%s", err, &w.Printed)
	}
}

// Settle lets the other processes run until they wait.
func (w *World) Settle() { w.Self.Sleep(time.Millisecond) }

// Text prints a term with the pid of the test as ME, so that tests need no
// numbers; a nil term is "".
func (w *World) Text(t term.Term) string {
	if t == nil {
		return ""
	}
	return w.Without(inspect.Inspect(t, inspect.Options{}), "ME", w.Self.PID())
}

// Without replaces the number of a pid in a text by a name.
func (w *World) Without(text, name string, pid term.Term) string {
	return strings.ReplaceAll(text, inspect.Inspect(pid, inspect.Options{}), name)
}

// Result is the text of a result, whether a value or an exception.
func (w *World) Result(got term.Term, err error) string {
	if err == nil {
		return w.Text(got)
	}
	x := exception.As(err)
	return x.Class.String() + " " + w.Text(x.Reason)
}

// Want compares the text of a result; what says which one it is.
func (w *World) Want(what, got, want string) {
	w.Helper()
	if got != want {
		w.Errorf("%s: got %s, want %s", what, got, want)
	}
}

// TakePrinted returns what was printed and logged since the last time.
func (w *World) TakePrinted() string {
	w.Settle()
	printed := w.Printed.String()
	w.Printed.Reset()
	return printed
}
