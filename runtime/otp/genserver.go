package otp

import (
	"time"

	"gex/runtime/gen"
	"gex/runtime/genserver"
	"gex/runtime/process"
	"gex/runtime/term"
)

// This file holds what GenServer does beside starting, calling and stopping.

// StartMonitor is Start with a monitor by the caller.
func (m GenServerModule) StartMonitor(module, arg Term, options ...Option) (PID, Ref, error) {
	pid, ref, err := genserver.StartMonitor(m.api.self(), m.api.module(module), ToTerm(arg), startOptions(options))
	return PID{pid}, Ref{ref}, asError(err, m.api)
}

// Whereis returns the process of a name, and false if there is none.
func (m GenServerModule) Whereis(server Term) (PID, bool) {
	found, err := genserver.Whereis(m.api.self(), moduleTerm(server))
	must(err)
	pid, ok := found.(term.PID)
	return PID{pid}, ok
}

// MultiCall asks the servers with a name at each node and blocks until all
// have answered, for ever or as long as the timeout says. Replies are {node,
// reply}; bad are the nodes that did not answer.
func (m GenServerModule) MultiCall(nodes []Term, name, request Term, timeout ...time.Duration) (replies, bad []Term) {
	limit := milliseconds(timeout)
	if limit == nil {
		limit = term.Infinity
	}
	r, err := genserver.MultiCall(m.api.self(), listTerm(nodes), moduleTerm(name), ToTerm(request), limit)
	must(err)
	return m.api.fromTerms(r.Answered), m.api.fromTerms(r.Bad)
}

// Abcast sends a request to the servers with a name at all nodes and does not
// wait.
func (m GenServerModule) Abcast(name, request Term) {
	server, _ := moduleTerm(name).(term.Atom)
	genserver.Abcast(m.api.self(), []term.Term{m.api.node.Name()}, server, ToTerm(request))
}

// SendRequest sends a request and returns its id at once; the answer is got
// with ReceiveResponse, WaitResponse or CheckResponse.
func (m GenServerModule) SendRequest(server, request Term) Ref {
	id, err := genserver.SendRequest(m.api.self(), moduleTerm(server), ToTerm(request))
	must(err)
	ref, _ := id.(term.Ref)
	return Ref{ref}
}

// ReceiveResponse blocks until the answer to a request is there, {:reply, v}
// or {:error, {reason, server}}. When the time is over it gives the request up
// and returns :timeout.
func (m GenServerModule) ReceiveResponse(id Ref, timeout time.Duration) Term {
	answer, err := genserver.ReceiveResponse(m.api.self(), id.ref, term.Int(timeout.Milliseconds()))
	must(err)
	return m.api.FromTerm(answer)
}

// WaitResponse is ReceiveResponse that may be called again after :timeout.
func (m GenServerModule) WaitResponse(id Ref, timeout time.Duration) Term {
	answer, err := genserver.WaitResponse(m.api.self(), id.ref, term.Int(timeout.Milliseconds()))
	must(err)
	return m.api.FromTerm(answer)
}

// CheckResponse returns the answer if message is one to the request, else
// :no_reply.
func (m GenServerModule) CheckResponse(message Term, id Ref) Term {
	answer, err := genserver.CheckResponse(m.api.self(), ToTerm(message), id.ref)
	must(err)
	return m.api.FromTerm(answer)
}

// fromTerms returns terms as Go values.
func (a *API) fromTerms(list []term.Term) []Term {
	values := make([]Term, len(list))
	for i, t := range list {
		values[i] = a.FromTerm(t)
	}
	return values
}

// pidResult is the result of a function that answers {:ok, pid}, {:ok, pid,
// info}, :ignore or {:error, reason}.
func (a *API) pidResult(answer term.Term, err error) (PID, error) {
	must(err)
	t, _ := answer.(term.Tuple)
	switch {
	case term.Tag(answer, len(t)) == term.OK && len(t) > 1:
		pid, _ := t[1].(term.PID)
		return PID{pid}, nil
	case term.Tag(answer, 2) == term.ErrorAtom:
		return PID{}, Error(a.FromTerm(t[1]))
	}
	return PID{}, asError(gen.ErrIgnore, a)
}

// okResult is the result of a function that answers :ok or {:error, reason}.
func (a *API) okResult(answer term.Term, err error) error {
	must(err)
	if term.Tag(answer, 2) == term.ErrorAtom {
		return Error(a.FromTerm(answer.(term.Tuple)[1]))
	}
	return nil
}

// timeoutOr is a timeout as a term, or a default.
func timeoutOr(timeout []time.Duration, otherwise term.Term) term.Term {
	if len(timeout) == 0 {
		return otherwise
	}
	if timeout[0] == process.Forever {
		return term.Infinity
	}
	return term.Int(timeout[0].Milliseconds())
}
