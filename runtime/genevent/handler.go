package genevent

import (
	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// Names of callbacks, results and reasons.
const (
	handleEvent   = "handle_event"
	handleInfo    = "handle_info"
	hibernateAtom = term.Atom("hibernate")
	removeHandler = term.Atom("remove_handler")
	swapHandler   = term.Atom("swap_handler")
	shutdown      = term.Atom("shutdown")
	stopAtom      = term.Atom("stop")
	swappedAtom   = term.Atom("swapped")
	crashAtom     = term.Atom("crash")
	downAtom      = term.Atom("DOWN")
	removeAtom    = term.Atom("remove")
	callAtom      = term.Atom("call")
)

// handler is one installed handler.
type handler struct {
	module term.Atom
	// id is the second part of {module, id}; in Erlang false, and in Elixir
	// nil, for a handler named by its module alone.
	id    term.Term
	state term.Term
	// owner is the process that supervises (Erlang) or owns (Elixir) the
	// handler; its zero value is nobody.
	owner term.PID
	// ref is Elixir's monitor of the owner, or of the consumer of a stream.
	ref term.Ref
	// stream is the consumer if the handler is a stream, whose name is then
	// {pid of the manager, reference of the monitor}.
	stream term.PID
	name   term.Term

	event, call, info code.Entry
}

func newHandler(module term.Atom, id term.Term) *handler {
	return &handler{
		module: module,
		id:     id,
		event:  code.Entry{Module: module, Name: handleEvent, Arity: 2},
		call:   code.Entry{Module: module, Name: "handle_call", Arity: 2},
		info:   code.Entry{Module: module, Name: handleInfo, Arity: 2},
	}
}

// owned reports whether somebody supervises the handler.
func (h *handler) owned() bool { return h.owner.Identity != nil }

// splitName takes a handler's name apart: a module or {module, id}. A module
// that is no atom gives the module "", which no handler has.
func splitName(name, none term.Term) (module term.Atom, id term.Term) {
	if pair, ok := name.(term.Tuple); ok && len(pair) == 2 {
		module, _ = pair[0].(term.Atom)
		return module, pair[1]
	}
	module, _ = name.(term.Atom)
	return module, none
}

// apply calls a callback by name; a module that is no atom fails with badarg,
// as apply/3 does.
func apply(self *process.Process, name term.Term, function string, args ...term.Term) (result term.Term, err error) {
	if pair, isPair := name.(term.Tuple); isPair && len(pair) == 2 {
		name = pair[0]
	}
	module, ok := name.(term.Atom)
	if !ok {
		return nil, exception.BadArg("erlang", "apply", name, term.Atom(function), term.List(args...))
	}
	entry := code.Entry{Module: module, Name: function, Arity: len(args)}
	return entry.Call(self, args...)
}

// react calls handle_event or handle_info of a handler, for m.result.
func (m *manager) react(self *process.Process, h *handler, event term.Term, info bool) error {
	m.pair = [2]term.Term{event, h.state}
	return h.reaction(info).CallResult(self, m.pair[:], &m.result)
}

// reactAll is react for the handlers from *next on, whose states it keeps. It
// stops at one that fails or returns something else than {:ok, state}. One guard
// is enough for all of them: it takes a fifth of a callback.
func (m *manager) reactAll(self *process.Process, handlers []*handler, event term.Term, info bool, next *int) (err error) {
	defer process.CatchInterrupt(&err)
	for ; *next < len(handlers); *next++ {
		h := handlers[*next]
		m.pair = [2]term.Term{event, h.state}
		err := h.reaction(info).CallUnguarded(self, m.pair[:], &m.result)
		state, ok := m.result.Pair(term.OK)
		if err != nil || !ok {
			return err
		}
		h.state = state
	}
	return nil
}

// reaction is the callback for events, or for information.
func (h *handler) reaction(info bool) *code.Entry {
	if info {
		return &h.info
	}
	return &h.event
}
