package otp

import (
	"iter"
	"time"

	"gex/runtime/gen"
	"gex/runtime/genevent"
	"gex/runtime/genserver"
	"gex/runtime/term"
)

// Option is an option of the start functions.
type Option struct {
	name    term.Term
	timeout time.Duration
	pair    term.Tuple // of an option of supervisors
}

// Name registers the process that is started: an atom, or a module as KV{}.
func Name(name Term) Option { return Option{name: moduleTerm(name)} }

// StartTimeout limits how long Init may take.
func StartTimeout(d time.Duration) Option { return Option{timeout: d} }

func startOptions(options []Option) gen.Options {
	var o gen.Options
	for _, option := range options {
		if option.name != nil {
			name, err := gen.NameOption(option.name)
			must(err)
			o.Name = name
		}
		if option.timeout > 0 {
			o.Timeout = option.timeout
		}
	}
	return o
}

// milliseconds is a timeout as a term; without one it is the default.
func milliseconds(timeout []time.Duration) term.Term {
	if len(timeout) == 0 {
		return nil
	}
	return term.Int(timeout[0].Milliseconds())
}

// GenServerModule is the module GenServer.
type GenServerModule struct{ api *API }

// GenServer returns the module GenServer.
func (a *API) GenServer() GenServerModule { return GenServerModule{a} }

// Start starts a server of the module and blocks until Init has returned.
func (m GenServerModule) Start(module, arg Term, options ...Option) (PID, error) {
	pid, err := genserver.Start(m.api.self(), m.api.module(module), ToTerm(arg), startOptions(options))
	return PID{pid}, asError(err, m.api)
}

// StartLink is Start with a link to the caller.
func (m GenServerModule) StartLink(module, arg Term, options ...Option) (PID, error) {
	pid, err := genserver.StartLink(m.api.self(), m.api.module(module), ToTerm(arg), startOptions(options))
	return PID{pid}, asError(err, m.api)
}

// Call makes a request and blocks until the reply is there, for five seconds
// or the timeout given. It exits if the server is not there or dies.
func (m GenServerModule) Call(server, request Term, timeout ...time.Duration) Term {
	reply, err := genserver.Call(m.api.self(), moduleTerm(server), ToTerm(request), milliseconds(timeout))
	must(err)
	return m.api.FromTerm(reply)
}

// Cast sends a request and does not wait.
func (m GenServerModule) Cast(server, request Term) {
	must(genserver.Cast(m.api.self(), moduleTerm(server), ToTerm(request)))
}

// Reply answers a call from elsewhere than HandleCall.
func (m GenServerModule) Reply(from, reply Term) {
	must(genserver.Reply(m.api.self(), ToTerm(from), ToTerm(reply)))
}

// Stop ends a server and blocks until it has ended.
func (m GenServerModule) Stop(server Term, reason ...Term) {
	must(genserver.Stop(m.api.self(), moduleTerm(server), reasonOr(reason), Infinity))
}

func reasonOr(reason []Term) term.Term {
	if len(reason) == 0 {
		return Normal
	}
	return ToTerm(reason[0])
}

// GenEventModule is the module GenEvent.
type GenEventModule struct{ api *API }

// GenEvent returns the module GenEvent.
func (a *API) GenEvent() GenEventModule { return GenEventModule{a} }

// Start starts an event manager.
func (m GenEventModule) Start(options ...Option) (PID, error) {
	pid, err := genevent.Elixir.Start(m.api.self(), startOptions(options))
	return PID{pid}, asError(err, m.api)
}

// StartLink starts an event manager linked to the caller.
func (m GenEventModule) StartLink(options ...Option) (PID, error) {
	pid, err := genevent.Elixir.StartLink(m.api.self(), startOptions(options))
	return PID{pid}, asError(err, m.api)
}

// AddHandler adds a handler: a module, or T(module, id) for several of one.
func (m GenEventModule) AddHandler(manager, handler, arg Term) error {
	result, err := genevent.Elixir.AddHandler(m.api.self(), moduleTerm(manager), m.handler(handler), ToTerm(arg))
	return m.answer(result, err)
}

// AddMonHandler is AddHandler with a monitor on the caller: if it exits, the
// handler is removed, and if the handler is removed, the caller is told.
func (m GenEventModule) AddMonHandler(manager, handler, arg Term) error {
	result, err := genevent.Elixir.AddMonHandler(m.api.self(), moduleTerm(manager), m.handler(handler), ToTerm(arg))
	return m.answer(result, err)
}

// answer is :ok or {:error, reason} as a Go error.
func (m GenEventModule) answer(result term.Term, err error) error {
	must(err)
	if tuple, ok := result.(term.Tuple); ok && term.Tag(result, 2) == term.ErrorAtom {
		return Error(m.api.FromTerm(tuple[1]))
	}
	return nil
}

// handler is the name of a handler, with its module defined.
func (m GenEventModule) handler(handler Term) term.Term {
	if t, ok := handler.(Tuple); ok && t.Len() == 2 {
		return term.Tuple{m.api.module(t.At(0)), ToTerm(t.At(1))}
	}
	if _, ok := ToTerm(handler).(*term.Native); ok {
		return m.api.module(handler)
	}
	return ToTerm(handler)
}

// RemoveHandler removes a handler and returns what its Terminate returned.
func (m GenEventModule) RemoveHandler(manager, handler, arg Term) Term {
	result, err := genevent.Elixir.RemoveHandler(m.api.self(), moduleTerm(manager), m.handler(handler), ToTerm(arg))
	must(err)
	return m.api.FromTerm(result)
}

// SwapHandler replaces a handler by another one.
func (m GenEventModule) SwapHandler(manager, handler1, arg1, handler2, arg2 Term) error {
	result, err := genevent.Elixir.SwapHandler(m.api.self(), moduleTerm(manager),
		m.handler(handler1), ToTerm(arg1), m.handler(handler2), ToTerm(arg2))
	return m.answer(result, err)
}

// Notify sends an event to all handlers and does not wait.
func (m GenEventModule) Notify(manager, event Term) {
	must(genevent.Elixir.Notify(m.api.self(), moduleTerm(manager), ToTerm(event)))
}

// SyncNotify sends an event and blocks until all handlers have handled it.
func (m GenEventModule) SyncNotify(manager, event Term) {
	must(genevent.Elixir.SyncNotify(m.api.self(), moduleTerm(manager), ToTerm(event)))
}

// AckNotify sends an event and blocks until the manager has received it.
func (m GenEventModule) AckNotify(manager, event Term) {
	must(genevent.Elixir.AckNotify(m.api.self(), moduleTerm(manager), ToTerm(event)))
}

// Call makes a request to one handler and blocks until its reply is there.
func (m GenEventModule) Call(manager, handler, request Term, timeout ...time.Duration) Term {
	reply, err := genevent.Elixir.Call(m.api.self(), moduleTerm(manager), m.handler(handler), ToTerm(request), milliseconds(timeout))
	must(err)
	return m.api.FromTerm(reply)
}

// WhichHandlers returns the handlers, newest first.
func (m GenEventModule) WhichHandlers(manager Term) []Term {
	handlers, err := genevent.Elixir.WhichHandlers(m.api.self(), moduleTerm(manager))
	must(err)
	list, _ := m.api.FromTerm(handlers).([]Term)
	return list
}

// Stop ends a manager and blocks until it has ended.
func (m GenEventModule) Stop(manager Term, reason ...Term) {
	must(genevent.Elixir.Stop(m.api.self(), moduleTerm(manager), reasonOr(reason), Infinity))
}

// Stream returns the events of a manager from now on. Ranging over it blocks
// the caller until the manager ends; a break ends the subscription.
func (m GenEventModule) Stream(manager Term) iter.Seq[Term] {
	return func(yield func(Term) bool) {
		self := m.api.alone("GenEvent.Stream")
		s, err := genevent.Subscribe(self, genevent.StreamStruct(moduleTerm(manager), Infinity))
		must(err)
		for {
			event, ok, err := s.Next(self)
			must(err)
			if !ok {
				break
			}
			more := yield(m.api.FromTerm(event.Value))
			event.Done(self)
			if !more {
				break
			}
		}
		must(s.Stop(self))
	}
}
