package lib

import (
	"gex/runtime/gen"
	"gex/runtime/genevent"
	"gex/runtime/process"
	"gex/runtime/term"
)

// genEventRequests are the functions of gen_event for requests that do not
// wait, and its words for reports.
func genEventRequests() []Function {
	return []Function{
		{"send_request", "manager, handler, request", "Asks one handler and does not wait: returns the id of the request.", func(self *process.Process, a []term.Term) (term.Term, error) {
			return genevent.Erlang.SendRequest(self, a[0], a[1], a[2])
		}},
		{"send_request", "manager, handler, request, label, collection", "Asks one handler and adds the id of the request, with a label, to a collection.", func(self *process.Process, a []term.Term) (term.Term, error) {
			return genevent.Erlang.SendRequestAdd(self, a[0], a[1], a[2], a[3], a[4])
		}},
		{"receive_response", "request_id, timeout", "Waits for the response and gives the request up when it is late: `{:reply, reply}`, `{:error, reason}` or `:timeout`.", asking2(genevent.Erlang.ReceiveResponse)},
		{"receive_response", "collection, timeout, delete", "Waits for the response of any request of a collection, and gives them all up when none comes.", manager3(genevent.Erlang.ReceiveCollection)},
		{"wait_response", "request_id, timeout", "Waits for the response; after `:timeout` it may be asked for again.", asking2(genevent.Erlang.WaitResponse)},
		{"wait_response", "collection, timeout, delete", "Waits for the response of any request of a collection: `{response, label, collection}`.", manager3(genevent.Erlang.WaitCollection)},
		{"check_response", "message, request_id", "The response if `message` is one to the request, else `:no_reply`.", asking2(genevent.Erlang.CheckResponse)},
		{"check_response", "message, collection, delete", "The response if `message` is one to a request of the collection, else `:no_reply`.", manager3(genevent.Erlang.CheckCollection)},
		{"reqids_new", "", "An empty collection of requests.", func(*process.Process, []term.Term) (term.Term, error) { return gen.ReqidsNew(), nil }},
		{"reqids_add", "request_id, label, collection", "The collection with one request more.", func(_ *process.Process, a []term.Term) (term.Term, error) {
			return genevent.Erlang.ReqidsAdd(a[0], a[1], a[2])
		}},
		{"reqids_size", "collection", "The number of requests in a collection.", func(_ *process.Process, a []term.Term) (term.Term, error) {
			return genevent.Erlang.ReqidsSize(a[0])
		}},
		{"reqids_to_list", "collection", "The requests of a collection with their labels.", func(_ *process.Process, a []term.Term) (term.Term, error) {
			return genevent.Erlang.ReqidsToList(a[0])
		}},
		{"format_log", "report", "The format and arguments with which a report is logged.", func(self *process.Process, a []term.Term) (term.Term, error) {
			return genevent.Erlang.FormatLog(self, a[0])
		}},
		{"format_log", "report, options", "The text of a report. Options are `:single_line`, `:depth` and `:chars_limit`.", func(self *process.Process, a []term.Term) (term.Term, error) {
			return genevent.Erlang.FormatLogOptions(self, a[0], a[1])
		}},
	}
}

func asking2(f func(self *process.Process, x, y term.Term) (term.Term, error)) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) { return f(self, a[0], a[1]) }
}

// extended is a table with more functions.
func extended(m Module, more ...Function) Module {
	m.Functions = append(m.Functions[:len(m.Functions):len(m.Functions)], more...)
	return m
}
