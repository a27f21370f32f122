package otp

import (
	"time"

	"gex/runtime/exception"
	"gex/runtime/gen"
	"gex/runtime/process"
	"gex/runtime/proclib"
	"gex/runtime/sys"
	"gex/runtime/term"
)

// SysModule is the Erlang module sys.
type SysModule struct{ api *API }

// Sys returns the module sys.
func (a *API) Sys() SysModule { return SysModule{a} }

// DebugOptions returns the debug structure that a special process starts with.
func (m SysModule) DebugOptions(options ...Term) Term {
	debug, ok := sys.DebugOptions(m.api.self(), listTerm(options))
	if !ok {
		panic(badArgument("Sys.DebugOptions: %s", Inspect(options)))
	}
	return m.api.FromTerm(debug)
}

// HandleSystemMsg handles the request of a message {:system, from, request}
// in a special process. It blocks while the process is suspended, and returns
// what SystemContinue of the module returns, which in Go is the state: the
// receive loop goes on with it.
func (m SysModule) HandleSystemMsg(request, from Term, parent PID, module, debug, state Term) Term {
	result, err := sys.HandleSystemMessage(m.api.alone("Sys.HandleSystemMsg"), ToTerm(request), ToTerm(from), sys.Special{
		Parent: parent.pid, Module: m.api.module(module), Debug: ToTerm(debug), Misc: ToTerm(state),
	})
	must(err)
	return m.api.FromTerm(result)
}

// GetState returns the state of a process that understands system messages.
func (m SysModule) GetState(server Term) Term {
	state, err := sys.GetState(m.api.self(), moduleTerm(server), gen.DefaultTimeout)
	must(err)
	return m.api.FromTerm(state)
}

// ReplaceState replaces the state by what f makes of it, and returns it.
func (m SysModule) ReplaceState(server Term, f func(Term) Term) Term {
	state, err := sys.ReplaceState(m.api.self(), moduleTerm(server), ToTerm(f), gen.DefaultTimeout)
	must(err)
	return m.api.FromTerm(state)
}

// Suspend makes a process handle nothing but system messages.
func (m SysModule) Suspend(server Term) { m.request(server, "suspend") }

// Resume lets a suspended process go on.
func (m SysModule) Resume(server Term) { m.request(server, "resume") }

func (m SysModule) request(server Term, request term.Atom) {
	_, err := sys.Request(m.api.self(), moduleTerm(server), request, gen.DefaultTimeout)
	must(err)
}

// ProcLibModule is the Erlang module proc_lib.
type ProcLibModule struct{ api *API }

// ProcLib returns the module proc_lib.
func (a *API) ProcLib() ProcLibModule { return ProcLibModule{a} }

// StartLink starts a process that runs the function of the module, linked to
// the caller, and blocks until that has called InitAck. It returns what was
// acknowledged, or {:error, reason} if the process ended before.
func (m ProcLibModule) StartLink(module Term, function string, args ...Term) Term {
	started := proclib.Start(m.api.self(), m.body(module, function, args), proclib.StartOptions{
		Link: proclib.Linked, Initial: m.initial(module, function, args),
	})
	if started.Ack == nil {
		return m.api.FromTerm(term.Tuple{term.ErrorAtom, started.Reason})
	}
	return m.api.FromTerm(started.Ack)
}

// InitAck tells the process that waits in StartLink that this one is ready;
// value is what StartLink returns.
func (m ProcLibModule) InitAck(starter PID, value Term) {
	proclib.InitAck(m.api.self(), starter.pid, ToTerm(value))
}

// SpawnLink starts a process of proc_lib and returns at once.
func (m ProcLibModule) SpawnLink(module Term, function string, args ...Term) PID {
	return PID{proclib.Spawn(m.api.self(), m.body(module, function, args), process.SpawnOptions{
		Link: true, Initial: m.initial(module, function, args),
	}).PID()}
}

func (m ProcLibModule) initial(module Term, function string, args []Term) process.MFA {
	return process.MFA{Module: m.api.module(module), Function: function, Arity: len(args)}
}

func (m ProcLibModule) body(module Term, function string, args []Term) process.Body {
	return func(*process.Process) (err error) {
		defer func() {
			if r := recover(); r != nil {
				err = Failure(r)
			}
		}()
		m.api.Apply(module, function, args...)
		return nil
	}
}

// TimerModule is the Erlang module timer.
type TimerModule struct{ api *API }

// Timer returns the module timer.
func (a *API) Timer() TimerModule { return TimerModule{a} }

// Sleep blocks the caller for the duration.
func (m TimerModule) Sleep(d time.Duration) {
	m.api.self().Sleep(max(d, 0))
}

// SendAfter sends the message after the duration.
func (m TimerModule) SendAfter(d time.Duration, to PID, message Term) TimerRef {
	return m.api.Process().SendAfter(to, message, d)
}

// asError is a failed start as a Go error.
func asError(err error, a *API) error {
	switch e := err.(type) {
	case nil:
		return nil
	case *gen.StartError:
		return Error(a.FromTerm(e.Reason))
	case *exception.Error:
		panic(e)
	}
	if err == gen.ErrIgnore {
		return errIgnored
	}
	return err
}
