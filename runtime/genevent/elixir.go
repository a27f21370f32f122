package genevent

import (
	"gex/runtime/exception"
	"gex/runtime/gen"
	"gex/runtime/process"
	"gex/runtime/proclib"
	"gex/runtime/sys"
	"gex/runtime/term"
)

// Elixir is the functions of the module GenEvent; see Erlang for the forms of
// arguments and errors.
var Elixir elixir

type elixir struct{}

// elixirModule is the atom of the module GenEvent.
const elixirModule = term.Atom("Elixir.GenEvent")

var elixirInitial = process.MFA{Module: elixirModule, Function: "init_it", Arity: 6}

// NameOption returns the form that gen.Options takes for the option name: of
// Elixir; see gen.NameOption.
func (elixir) NameOption(option term.Term) (term.Term, error) {
	name, err := gen.NameOption(option)
	return name, exception.In(err, ex("do_start", 2, 182))
}

// Start starts a manager without a link. Of the options only the name counts.
func (elixir) Start(self *process.Process, o gen.Options) (term.PID, error) {
	return startElixir(self, gen.Options{Link: proclib.NoLink, Name: o.Name})
}

// StartLink starts a manager linked to self, which is its parent.
func (elixir) StartLink(self *process.Process, o gen.Options) (term.PID, error) {
	return startElixir(self, gen.Options{Link: proclib.Linked, Name: o.Name})
}

func startElixir(self *process.Process, o gen.Options) (term.PID, error) {
	pid, _, err := gen.Start(self, o, gen.Server{Initial: elixirInitial, Init: initElixir(o)})
	return pid, err
}

func (elixir) rpc(self *process.Process, manager, command term.Term) (term.Term, error) {
	reply, err := gen.Call(self, manager, gen.ByCaller, command, term.Infinity)
	if err != nil {
		return nil, exception.In(err, ex("rpc", 2, exRPC))
	}
	return reply, nil
}

// AddHandler installs a handler: init(args) is called in the manager. It
// returns :ok or {:error, reason}.
func (e elixir) AddHandler(self *process.Process, manager, handler, args term.Term) (term.Term, error) {
	return e.rpc(self, manager, term.Tuple{term.Atom("add_handler"), handler, args})
}

// AddMonHandler is AddHandler with self as owner of the handler: the manager
// monitors it, and it gets {:gen_event_EXIT, handler, reason}.
func (e elixir) AddMonHandler(self *process.Process, manager, handler, args term.Term) (term.Term, error) {
	return e.rpc(self, manager, term.Tuple{term.Atom("add_mon_handler"), handler, args, self.PID()})
}

// RemoveHandler removes a handler and returns what terminate(args, state)
// answered, or {:error, :not_found}.
func (e elixir) RemoveHandler(self *process.Process, manager, handler, args term.Term) (term.Term, error) {
	return e.rpc(self, manager, term.Tuple{term.Atom("delete_handler"), handler, args})
}

// SwapHandler replaces a handler by another one.
func (e elixir) SwapHandler(self *process.Process, manager, handler1, args1, handler2, args2 term.Term) (term.Term, error) {
	return e.rpc(self, manager, term.Tuple{swapHandler, handler1, args1, handler2, args2})
}

// SwapMonHandler is SwapHandler with self as owner of the new handler.
func (e elixir) SwapMonHandler(self *process.Process, manager, handler1, args1, handler2, args2 term.Term) (term.Term, error) {
	return e.rpc(self, manager, term.Tuple{term.Atom("swap_mon_handler"), handler1, args1, handler2, args2, self.PID()})
}

// Notify sends an event and does not wait. It fails only for an atom that is
// no registered name, and for what is no reference to a process at all.
func (elixir) Notify(self *process.Process, manager, event term.Term) error {
	message := process.Envelope{Form: notifyForm, Body: event}
	switch m := manager.(type) {
	case term.PID:
		self.SendEnvelope(m, message)
		return nil
	case term.Atom:
		return exception.In(send(self, manager, message), ex("notify", 2, 243))
	case term.Tuple:
		if gen.SendTuple(self, m, message) {
			return nil
		}
	}
	return exception.Raise(term.Atom("function_clause")).In(exception.Frame{
		Module: elixirModule, Function: "notify", File: "lib/gen_event.ex", Line: 221,
		Args: []term.Term{manager, event}, HasArgs: true,
	})
}

// SyncNotify sends an event and blocks until all handlers have handled it.
func (e elixir) SyncNotify(self *process.Process, manager, event term.Term) error {
	return e.event(self, manager, syncForm, event)
}

// AckNotify sends an event and blocks until the manager has received it.
func (e elixir) AckNotify(self *process.Process, manager, event term.Term) error {
	return e.event(self, manager, ackForm, event)
}

func (elixir) event(self *process.Process, manager term.Term, form *process.Form, event term.Term) error {
	if _, err := gen.Call(self, manager, form, event, term.Infinity); err != nil {
		return exception.In(err, ex("rpc", 2, exRPC))
	}
	return nil
}

// Call calls handle_call of one handler and returns its reply. Timeout is nil
// for the default. A failure exits with {reason, {GenEvent, :call, arguments}}.
func (elixir) Call(self *process.Process, manager, handler, request, timeout term.Term) (term.Term, error) {
	if timeout == nil {
		timeout = gen.DefaultTimeout
	}
	reply, err := gen.Call(self, manager, gen.ByCaller, term.Tuple3(callAtom, handler, request), timeout)
	if err != nil {
		args := []term.Term{manager, handler, request, timeout}
		return nil, callFailed(err, elixirModule, args, ex("call", 4, exCallExit), 266)
	}
	return reply, nil
}

// WhichHandlers returns the list of the handlers' names, newest first.
func (e elixir) WhichHandlers(self *process.Process, manager term.Term) (term.Term, error) {
	return e.rpc(self, manager, term.Atom("which_handlers"))
}

// Stop terminates a manager and blocks until it has; see sys.StopGen.
func (elixir) Stop(self *process.Process, manager, reason, timeout term.Term) error {
	return sys.StopGen(self, manager, reason, timeout)
}
