package genevent

import (
	"gex/runtime/exception"
	"gex/runtime/gen"
	"gex/runtime/process"
	"gex/runtime/proclib"
	"gex/runtime/sys"
	"gex/runtime/term"
)

// Erlang is the functions of the module gen_event. A manager is referred to by
// any form of package gen; a handler is a module or {module, id}. Where
// gen_event answers {error, reason} as a value, so do these; a Go error is an
// exception of the caller or, from start functions, a *gen.StartError.
var Erlang erlang

type erlang struct{}

func erlangServer(o gen.Options) gen.Server {
	return gen.Server{Behaviour: "gen_event", Module: "no callback module", Args: term.Empty,
		Initial: process.MFA{Module: "gen_event", Function: "init_it", Arity: 6}, Init: initErlang(o)}
}

// Start starts a manager without a link. It blocks until that is ready.
func (erlang) Start(self *process.Process, o gen.Options) (term.PID, error) {
	o.Link = proclib.NoLink
	pid, _, err := gen.Start(self, o, erlangServer(o))
	return pid, err
}

// StartLink starts a manager linked to self, which is its parent.
func (erlang) StartLink(self *process.Process, o gen.Options) (term.PID, error) {
	o.Link = proclib.Linked
	pid, _, err := gen.Start(self, o, erlangServer(o))
	return pid, err
}

// StartMonitor starts a manager monitored by self, which is its parent.
func (erlang) StartMonitor(self *process.Process, o gen.Options) (term.PID, term.Ref, error) {
	o.Link = proclib.Monitored
	return gen.Start(self, o, erlangServer(o))
}

// rpc makes a request without timeout.
func (erlang) rpc(self *process.Process, manager, command term.Term) (term.Term, error) {
	reply, err := gen.Call(self, manager, gen.ByCaller, command, term.Infinity)
	if err != nil {
		return nil, exception.In(err, erl("rpc", 2, erlRPC))
	}
	return reply, nil
}

// AddHandler installs a handler: init(args) is called in the manager. It
// returns :ok or what init answered instead.
func (e erlang) AddHandler(self *process.Process, manager, handler, args term.Term) (term.Term, error) {
	return e.rpc(self, manager, term.Tuple{term.Atom("add_handler"), handler, args})
}

// AddSupHandler is AddHandler with self as supervisor of the handler: it is
// linked to the manager and gets {gen_event_EXIT, handler, reason}.
func (e erlang) AddSupHandler(self *process.Process, manager, handler, args term.Term) (term.Term, error) {
	return e.rpc(self, manager, term.Tuple{term.Atom("add_sup_handler"), handler, args, self.PID()})
}

// DeleteHandler removes a handler and returns what terminate(args, state)
// answered, or {:error, :module_not_found}.
func (e erlang) DeleteHandler(self *process.Process, manager, handler, args term.Term) (term.Term, error) {
	return e.rpc(self, manager, term.Tuple{term.Atom("delete_handler"), handler, args})
}

// SwapHandler replaces a handler by another one.
func (e erlang) SwapHandler(self *process.Process, manager, handler1, args1, handler2, args2 term.Term) (term.Term, error) {
	return e.rpc(self, manager, term.Tuple{swapHandler, handler1, args1, handler2, args2})
}

// SwapSupHandler is SwapHandler with self as supervisor of the new handler.
func (e erlang) SwapSupHandler(self *process.Process, manager, handler1, args1, handler2, args2 term.Term) (term.Term, error) {
	return e.rpc(self, manager, term.Tuple{term.Atom("swap_sup_handler"), handler1, args1, handler2, args2, self.PID()})
}

// Notify sends an event and does not wait. It fails only for an atom that is
// no registered name, and for what is no reference to a process at all; a reference
// is an alias.
func (erlang) Notify(self *process.Process, manager, event term.Term) error {
	message := process.Envelope{Form: notifyForm, Body: event}
	if pid, ok := manager.(term.PID); ok {
		self.SendEnvelope(pid, message)
		return nil
	}
	return exception.In(send(self, manager, message), erl("send", 2, 489))
}

// send sends a message to a manager that is no pid. Of these only an atom that
// is no name fails, and what names no process.
func send(self *process.Process, manager term.Term, message process.Envelope) error {
	switch m := manager.(type) {
	case term.Ref:
		self.SendAlias(m, message.Message())
		return nil
	case term.Atom:
		if self.SendEnvelopeName(m, message) {
			return nil
		}
	case term.Tuple:
		if gen.SendTuple(self, m, message) {
			return nil
		}
	}
	return exception.BadArg("erlang", "send", manager, message.Message())
}

// SyncNotify sends an event and blocks until all handlers have handled it.
func (e erlang) SyncNotify(self *process.Process, manager, event term.Term) error {
	_, err := gen.Call(self, manager, syncForm, event, term.Infinity)
	if err != nil {
		return exception.In(err, erl("rpc", 2, erlRPC))
	}
	return nil
}

// Call calls handle_call of one handler and returns its reply. Timeout is nil
// for the default of call/3. A failure exits with {reason, {gen_event, call,
// arguments}}.
func (erlang) Call(self *process.Process, manager, handler, request, timeout term.Term) (term.Term, error) {
	limit := timeout
	if timeout == nil {
		limit = gen.DefaultTimeout
	}
	reply, err := gen.Call(self, manager, gen.ByCaller, term.Tuple3(callAtom, handler, request), limit)
	if err == nil {
		return reply, nil
	}
	args, frame := []term.Term{manager, handler, request}, erl("call1", 3, erlCallDefault)
	if timeout != nil {
		args, frame = append(args, timeout), erl("call1", 4, erlCallTimeout)
	}
	return nil, callFailed(err, term.Atom("gen_event"), args, frame, frame.Line-5)
}

// callFailed wraps an exit in the call it comes from. Other exceptions pass;
// line is where the call stands in the source.
func callFailed(err error, module term.Atom, args []term.Term, frame exception.Frame, line int) error {
	x := exception.As(err)
	if x.Class != exception.ClassExit {
		frame.Line = line
		return x.In(frame)
	}
	return exception.Exit(term.Tuple{x.Reason, term.Tuple{module, term.Atom("call"), term.List(args...)}}).In(frame)
}

// WhichHandlers returns the list of the handlers' names, newest first.
func (e erlang) WhichHandlers(self *process.Process, manager term.Term) (term.Term, error) {
	return e.rpc(self, manager, term.Atom("which_handlers"))
}

// Stop terminates a manager and blocks until it has; see sys.StopGen.
func (erlang) Stop(self *process.Process, manager, reason, timeout term.Term) error {
	return sys.StopGen(self, manager, reason, timeout)
}
