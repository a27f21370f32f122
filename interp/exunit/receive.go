package exunit

import (
	"time"

	"gex/interp/eval"
	"gex/interp/syntax"
	"gex/runtime/exception"
	"gex/runtime/inspect"
	"gex/runtime/process"
	"gex/runtime/term"
)

// The timeouts of ExUnit in milliseconds, but for assert_receive: the guides
// promise 500, which was the default when they were written.
const (
	defaultAssertTimeout = 500
	defaultRefuteTimeout = 100
)

// assertFrame is where ExUnit raises that a message did not come.
var assertFrame = exception.Frame{
	Module: "Elixir.ExUnit.Assertions", Function: "__timeout__", Arity: 5, File: "lib/ex_unit/assertions.ex", Line: 549,
}

// assertReceive is assert_receive/1,2 and, with timeout 0, assert_received/1:
// it waits for a message that matches, takes it out and returns it.
func (u *Unit) assertReceive(milliseconds int) eval.Macro {
	return func(call *eval.MacroCall) (syntax.Node, eval.Code, error) {
		pattern := syntax.Source(call.Args[0])
		e := exception.Expectation{Code: call.Node.Name + " " + pattern, Pattern: pattern}
		timeout := timeoutOf(call, milliseconds)
		pins := call.Pins(call.Args[0])
		matches := call.Pattern(call.Args[0])
		return nil, func(r *eval.Runtime) (term.Term, error) {
			limit, err := timeout(r)
			if err != nil {
				return nil, err
			}
			self := r.Self()
			message, ok := self.ReceiveTimeout(func(m term.Term) bool { return matches(r, m) }, limit)
			if ok {
				return message, nil
			}
			failed := e
			failed.Timeout, failed.Mailbox = int(limit/time.Millisecond), self.Messages()
			for _, pin := range pins(r) {
				failed.Pins = append(failed.Pins, exception.Pin{Name: pin.Name, Value: pin.Value})
			}
			return nil, exception.NotReceived(failed, u.config.Exception()).In(assertFrame)
		}, nil
	}
}

// refuteReceive is refute_receive/1,2 and, with timeout 0, refute_received/1.
func (u *Unit) refuteReceive(milliseconds int) eval.Macro {
	return func(call *eval.MacroCall) (syntax.Node, eval.Code, error) {
		text := syntax.Source(call.Args[0])
		timeout := timeoutOf(call, milliseconds)
		matches := call.Pattern(call.Args[0])
		return nil, func(r *eval.Runtime) (term.Term, error) {
			limit, err := timeout(r)
			if err != nil {
				return nil, err
			}
			message, ok := r.Self().ReceiveTimeout(func(m term.Term) bool { return matches(r, m) }, limit)
			if !ok {
				return term.False, nil
			}
			shown := u.inspect(message)
			return nil, exception.AssertionError("Unexpectedly received message " + shown + " (which matched " + text + ")").In(assertCall)
		}, nil
	}
}

// timeoutOf compiles the second argument of a call, milliseconds or
// :infinity, if there is one.
func timeoutOf(call *eval.MacroCall, milliseconds int) func(*eval.Runtime) (time.Duration, error) {
	if len(call.Args) < 2 {
		d := time.Duration(milliseconds) * time.Millisecond
		return func(*eval.Runtime) (time.Duration, error) { return d, nil }
	}
	code := call.Expr(call.Args[1])
	return func(r *eval.Runtime) (time.Duration, error) {
		value, err := code(r)
		switch v := value.(type) {
		case term.Int:
			return time.Duration(max(v, 0)) * time.Millisecond, err
		case term.Atom:
			if v == term.Infinity {
				return process.Forever, err
			}
		}
		if err == nil {
			err = exception.ArgumentError("timeout must be a non-negative integer, got: %s", inspect.Inspect(value, inspect.Options{}))
		}
		return 0, err
	}
}
