// Package otp is the Go that learners write handlers, servers and processes
// in, at the prompt and in ordinary Go files. Its functions act for the process
// that is running, so that Go reads line for line as the Elixir of the guides.
//
//	type Forwarder struct{ UseGenEvent } // defmodule Forwarder, use GenEvent
//
//	func (Forwarder) HandleEvent(event, parent Term) Result {
//		Send(parent, event)
//		return OK(parent)
//	}
//
// A file with import . "gex/runtime/otp" that calls Main is a program of its
// own.
//
// It imports all of runtime and may be imported by interp/gosrc, interp/lib
// and by programs. It follows the Elixir modules Kernel, Process, GenEvent,
// GenServer, Agent, Task, Supervisor, DynamicSupervisor, Registry, Logger, IO
// and Erlang's ets, sys, proc_lib and timer.
//
// # Names
//
// A type is a module and a method one of its functions: KV_Registry is
// KV.Registry, HandleEvent is handle_event, GetURL is get_url. A method that
// returns a bool can be called with a question mark too: alive?. Elixir's
// modules are values whose methods are their functions: GenServer.Call.
//
// # Values
//
// Term is any. Its doc comment has the table of what is what. Strings are
// strings and atoms are written Atom("ok"); only the first element of T, the
// tag, may be a plain string: T("create", name) is {:create, name}. A Go struct
// is a term: it is sent, compared by type and content, and printed as
// %Broadcast{topic: "t"}. A time.Duration is a number of milliseconds.
//
// Tuples are compared by ==, maps and lists by Equal.
//
// A function of a module returns to the notation: nothing as :ok, (T, error)
// as {:ok, t} or {:error, reason}, (T, bool) as {:ok, t} or :error, several
// values as a tuple. Error(reason) makes an error with a term as its reason.
//
// # Results
//
//	OK(s)                    {:ok, s}
//	Reply(v, s)              {:reply, v, s}; {:ok, v, s} for event handlers
//	NoReply(s)               {:noreply, s}
//	Stop(reason, s)          {:stop, reason, s}; {:stop, reason} from Init
//	Remove()                 :remove_handler
//	Swap(a1, s, H2{}, a2)    {:swap_handler, a1, s, H2, a2}
//	Ignore()                 :ignore
//	BadCall(request)         no clause matches: FunctionClauseError
//	.Reply(v) .Hibernate() .After(d) .Continue(x)
//
// # Patterns
//
// Match(term, "{:create, name, _}", &name) is to terms what Sscanf is to text.
// A pointer with a type constrains: *string takes only a string. Parameters do
// the same: func (B) HandleEvent(ev Broadcast, log []string) is a clause that
// only a Broadcast matches; all else is a FunctionClauseError.
//
// Receive(On("{:ping, from}", func(from PID) { ... }), After(d, f)) is receive.
//
// # Failures
//
// A failed call into the runtime panics with the exception. A panic that Go
// code does not recover is an exception of the hosted language: a string, an
// error or a fmt.Stringer a RuntimeError with that message, a division by zero an
// ArithmeticError. Exit, Throw and Raise make the three classes on purpose;
// Catch turns one into an error.
//
// # Design notes
//
// Values cross the border in convert.go and assign.go and nowhere else. They
// become what a Go programmer would write for them, and not wrapped terms, so
// that == and type switches in Go code mean what they say. That costs a copy
// of each message; handlers of the guides have small ones.
//
// A tuple is an array in an interface: Go then compares tuples by content,
// which slices do not allow, also as keys of maps. A Map forbids == because
// it could only compare identity.
//
// Everything is a method of API, bound to a node, since tests and sessions
// have nodes of their own; the interpreter is given the functions of the node
// it runs on. Compiled programs use the default node through the functions of
// the package. It is the one value that is global to a program.
//
// SystemContinue of a special process returns the state to the receive loop
// instead of calling the loop, since Go has no tail calls.
package otp
