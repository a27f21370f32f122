package genevent

import (
	"gex/runtime/exception"
	"gex/runtime/gen"
	"gex/runtime/process"
	"gex/runtime/term"
)

// The functions of gen_event for requests that do not wait; see package gen.
// A reply that is itself {:error, reason} is the response, without {:reply, _}.

// SendRequest sends a request to a handler and returns its id at once.
func (erlang) SendRequest(self *process.Process, manager, handler, request term.Term) (term.Term, error) {
	ref, err := gen.SendRequest(self, manager, self.PID(), term.Tuple{term.Atom("call"), handler, request})
	if err != nil {
		return nil, rebadarg(err, "send_request", 265, manager, handler, request)
	}
	return ref, nil
}

// SendRequestAdd is SendRequest that adds the id to a collection under a label.
func (e erlang) SendRequestAdd(self *process.Process, manager, handler, request, label, collection term.Term) (term.Term, error) {
	c, ok := collection.(*term.Map)
	if !ok {
		return nil, exception.Raise(term.Atom("function_clause")).In(exception.Frame{
			Module: "gen", Function: "send_request", File: "gen.erl", Line: 306, HasArgs: true,
			Args: []term.Term{manager, self.PID(), term.Tuple{term.Atom("call"), handler, request}, label, collection},
		}, erl("send_request", 5, 276))
	}
	ref, err := e.SendRequest(self, manager, handler, request)
	if err != nil {
		return nil, err
	}
	return c.Put(ref, label), nil
}

// WaitResponse blocks until the response is there or returns :timeout.
func (erlang) WaitResponse(self *process.Process, id, timeout term.Term) (term.Term, error) {
	answer, err := gen.WaitResponse(self, id, timeout)
	return unwrapError(answer), rebadarg(err, "wait_response", 295, id, timeout)
}

// WaitCollection blocks until one of the requests is answered; see
// gen.WaitCollection.
func (erlang) WaitCollection(self *process.Process, collection, timeout, del term.Term) (term.Term, error) {
	answer, err := gen.WaitCollection(self, collection, timeout, del)
	return unwrapCollected(answer), rebadarg(err, "wait_response", 318, collection, timeout, del)
}

// ReceiveResponse is WaitResponse that abandons the request on timeout.
func (erlang) ReceiveResponse(self *process.Process, id, timeout term.Term) (term.Term, error) {
	answer, err := gen.ReceiveResponse(self, id, timeout)
	return unwrapError(answer), rebadarg(err, "receive_response", 334, id, timeout)
}

// ReceiveCollection is WaitCollection that abandons all requests on timeout.
func (erlang) ReceiveCollection(self *process.Process, collection, timeout, del term.Term) (term.Term, error) {
	answer, err := gen.ReceiveCollection(self, collection, timeout, del)
	return unwrapCollected(answer), rebadarg(err, "receive_response", 357, collection, timeout, del)
}

// CheckResponse returns the response if message is one, else :no_reply.
func (erlang) CheckResponse(self *process.Process, message, id term.Term) (term.Term, error) {
	answer, err := gen.CheckResponse(self, message, id)
	return unwrapError(answer), rebadarg(err, "check_response", 373, message, id)
}

// CheckCollection is CheckResponse for a collection.
func (erlang) CheckCollection(self *process.Process, message, collection, del term.Term) (term.Term, error) {
	answer, err := gen.CheckCollection(self, message, collection, del)
	return unwrapCollected(answer), rebadarg(err, "check_response", 396, message, collection, del)
}

// ReqidsSize returns the number of requests in a collection.
func (erlang) ReqidsSize(collection term.Term) (term.Term, error) {
	size, err := gen.ReqidsSize(collection)
	return size, rebadarg(err, "reqids_size", 412, collection)
}

// ReqidsAdd adds a request to a collection under a label.
func (erlang) ReqidsAdd(id, label, collection term.Term) (term.Term, error) {
	added, err := gen.ReqidsAdd(id, label, collection)
	return added, rebadarg(err, "reqids_add", 423, id, label, collection)
}

// ReqidsToList returns {id, label} of each request of a collection.
func (erlang) ReqidsToList(collection term.Term) (term.Term, error) {
	list, err := gen.ReqidsToList(collection)
	return list, rebadarg(err, "reqids_to_list", 433, collection)
}

// rebadarg raises badarg again, as from a function of gen_event with its
// arguments; other exceptions pass through its call of gen.
func rebadarg(err error, function string, line int, args ...term.Term) error {
	if err == nil {
		return nil
	}
	x := exception.As(err)
	if x.Reason != term.Term(term.Atom("badarg")) {
		return x.In(erl(function, len(args), callLines[line]))
	}
	return exception.Raise(x.Reason).In(exception.Frame{
		Module: "gen_event", Function: function, File: "gen_event.erl", Line: line, Args: args, HasArgs: true,
	})
}

// callLines are the lines of the calls of gen, by those of the functions'
// own errors.
var callLines = map[int]int{265: 262, 295: 290, 318: 311, 334: 329, 357: 350, 373: 368, 396: 389, 412: 410, 423: 421, 433: 431}

func unwrapError(answer term.Term) term.Term {
	if term.Tag(answer, 2) == "reply" {
		if reply := answer.(term.Tuple)[1]; term.Tag(reply, 2) == term.ErrorAtom {
			return reply
		}
	}
	return answer
}

func unwrapCollected(answer term.Term) term.Term {
	t, ok := answer.(term.Tuple)
	if !ok || len(t) != 3 {
		return answer
	}
	return term.Tuple{unwrapError(t[0]), t[1], t[2]}
}
