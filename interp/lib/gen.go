package lib

import (
	"gex/runtime/exception"
	"gex/runtime/gen"
	"gex/runtime/process"
	"gex/runtime/term"
)

// genModule is the module below the behaviours of Erlang: their calls with a
// label of one's own.
func genModule() Module {
	return Module{
		Name: "gen",
		Doc:  "What `:gen_server` and `:gen_event` have in common: calls with a label, `{label, {pid, tag}, request}`.",
		Functions: []Function{
			{"call", "server, label, request", "Sends `{label, from, request}` and waits: `{:ok, reply}`.", genCall},
			{"call", "server, label, request, timeout", "As `call/3`, for so many milliseconds.", genCall},
			{"reply", "from, reply", "Answers a call.", func(self *process.Process, a []term.Term) (term.Term, error) {
				return term.OK, gen.Reply(self, a[0], a[1])
			}},
			{"send_request", "server, label, request", "Sends `{label, from, request}` and does not wait: returns the id of the request.", func(self *process.Process, a []term.Term) (term.Term, error) {
				ref, err := gen.SendRequest(self, a[0], a[1], a[2])
				if err != nil {
					return nil, err
				}
				return ref, nil
			}},
			{"send_request", "server, label, request, request_label, collection", "As `send_request/3`; the collection with the id under a label.", func(self *process.Process, a []term.Term) (term.Term, error) {
				ref, err := gen.SendRequest(self, a[0], a[1], a[2])
				if err != nil {
					return nil, err
				}
				return gen.ReqidsAdd(ref, a[3], a[4])
			}},
			{"receive_response", "request_id, timeout", "Waits for the response and gives the request up when it is late.", genReceive},
			{"receive_response", "collection, timeout, delete", "Waits for the response of any request of a collection, and gives them all up when none comes.", manager3(gen.ReceiveCollection)},
			{"wait_response", "request_id, timeout", "Waits for the response; after `:timeout` it may be asked for again.", asking2(gen.WaitResponse)},
			{"wait_response", "collection, timeout, delete", "Waits for the response of any request of a collection.", manager3(gen.WaitCollection)},
			{"check_response", "message, request_id", "The response if `message` is one to the request, else `:no_reply`.", asking2(gen.CheckResponse)},
			{"check_response", "message, collection, delete", "The response if `message` is one to a request of the collection, else `:no_reply`.", manager3(gen.CheckCollection)},
			{"reqids_new", "", "An empty collection of requests.", func(*process.Process, []term.Term) (term.Term, error) { return gen.ReqidsNew(), nil }},
			{"reqids_add", "request_id, label, collection", "The collection with one request more.", func(_ *process.Process, a []term.Term) (term.Term, error) {
				return gen.ReqidsAdd(a[0], a[1], a[2])
			}},
			{"reqids_size", "collection", "The number of requests in a collection.", func(_ *process.Process, a []term.Term) (term.Term, error) {
				return gen.ReqidsSize(a[0])
			}},
			{"reqids_to_list", "collection", "The requests of a collection with their labels.", func(_ *process.Process, a []term.Term) (term.Term, error) {
				return gen.ReqidsToList(a[0])
			}},
		},
	}
}

// genReceive is gen:receive_response of one request.
func genReceive(self *process.Process, a []term.Term) (term.Term, error) {
	answer, err := gen.ReceiveResponse(self, a[0], a[1])
	if _, isRef := a[0].(term.Ref); err != nil && !isRef {
		return nil, exception.In(refused("erlang", "demonitor", args{a[0], term.List(term.Atom("flush"))}, "not a reference"), in("gen", "receive_response", 2, 377))
	}
	return answer, err
}

// genCall is gen:call: the answer is {:ok, reply}.
func genCall(self *process.Process, a []term.Term) (term.Term, error) {
	timeout := term.Term(term.Int(5000))
	if len(a) == 4 {
		timeout = a[3]
	}
	reply, err := gen.Call(self, a[0], gen.Labelled(a[1]), a[2], timeout)
	if err != nil {
		return nil, err
	}
	return okTuple(reply), nil
}
