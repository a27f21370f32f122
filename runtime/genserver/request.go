package genserver

import (
	"gex/runtime/exception"
	"gex/runtime/gen"
	"gex/runtime/process"
	"gex/runtime/term"
)

// The functions of gen_server for requests that do not wait; see package gen.
// Each raises badarg, as a call of itself, for arguments that are none.

// SendRequest sends a request to a server and returns its id at once.
func SendRequest(self *process.Process, server, request term.Term) (term.Term, error) {
	ref, err := gen.SendRequest(self, server, callTag, request)
	if err != nil {
		return nil, rebadarg(err, "send_request", 401, 398, server, request)
	}
	return ref, nil
}

// SendRequestAdd is SendRequest that adds the id to a collection under a label.
func SendRequestAdd(self *process.Process, server, request, label, collection term.Term) (term.Term, error) {
	c, ok := collection.(*term.Map)
	if !ok {
		return nil, exception.Raise(term.Atom("function_clause")).In(exception.Frame{
			Module: "gen", Function: "send_request", File: "gen.erl", Line: 306, HasArgs: true,
			Args: []term.Term{server, callTag, request, label, collection},
		}, erl("send_request", 4, 412))
	}
	ref, err := gen.SendRequest(self, server, callTag, request)
	if err != nil {
		return nil, rebadarg(err, "send_request", 415, 412, server, request, label, collection)
	}
	return c.Put(ref, label), nil
}

// WaitResponse blocks until the response is there or returns :timeout.
func WaitResponse(self *process.Process, id, timeout term.Term) (term.Term, error) {
	answer, err := gen.WaitResponse(self, id, timeout)
	return answer, rebadarg(err, "wait_response", 430, 427, id, timeout)
}

// WaitCollection blocks until one of the requests is answered; see
// gen.WaitCollection.
func WaitCollection(self *process.Process, collection, timeout, del term.Term) (term.Term, error) {
	answer, err := gen.WaitCollection(self, collection, timeout, del)
	return answer, rebadarg(err, "wait_response", 450, 447, collection, timeout, del)
}

// ReceiveResponse is WaitResponse that abandons the request on timeout.
func ReceiveResponse(self *process.Process, id, timeout term.Term) (term.Term, error) {
	answer, err := gen.ReceiveResponse(self, id, timeout)
	return answer, rebadarg(err, "receive_response", 465, 462, id, timeout)
}

// ReceiveCollection is WaitCollection that abandons all requests on timeout.
func ReceiveCollection(self *process.Process, collection, timeout, del term.Term) (term.Term, error) {
	answer, err := gen.ReceiveCollection(self, collection, timeout, del)
	return answer, rebadarg(err, "receive_response", 485, 482, collection, timeout, del)
}

// CheckResponse returns the response if message is one, else :no_reply.
func CheckResponse(self *process.Process, message, id term.Term) (term.Term, error) {
	answer, err := gen.CheckResponse(self, message, id)
	return answer, rebadarg(err, "check_response", 500, 497, message, id)
}

// CheckCollection is CheckResponse for a collection.
func CheckCollection(self *process.Process, message, collection, del term.Term) (term.Term, error) {
	answer, err := gen.CheckCollection(self, message, collection, del)
	return answer, rebadarg(err, "check_response", 520, 517, message, collection, del)
}

// ReqidsSize returns the number of requests in a collection.
func ReqidsSize(collection term.Term) (term.Term, error) {
	size, err := gen.ReqidsSize(collection)
	return size, rebadarg(err, "reqids_size", 536, 534, collection)
}

// ReqidsAdd adds a request to a collection under a label.
func ReqidsAdd(id, label, collection term.Term) (term.Term, error) {
	added, err := gen.ReqidsAdd(id, label, collection)
	return added, rebadarg(err, "reqids_add", 547, 545, id, label, collection)
}

// ReqidsToList returns {id, label} of each request of a collection.
func ReqidsToList(collection term.Term) (term.Term, error) {
	list, err := gen.ReqidsToList(collection)
	return list, rebadarg(err, "reqids_to_list", 557, 555, collection)
}

// rebadarg raises badarg again, as from a function of gen_server with its
// arguments at a line; other exceptions pass through its call of gen.
func rebadarg(err error, function string, line, call int, args ...term.Term) error {
	if err == nil {
		return nil
	}
	x := exception.As(err)
	if x.Reason != term.Term(term.Atom("badarg")) {
		return x.In(erl(function, len(args), call))
	}
	return exception.Raise(x.Reason).In(exception.Frame{
		Module: "gen_server", Function: function, File: "gen_server.erl", Line: line, Args: args, HasArgs: true,
	})
}
