package lib

import (
	"gex/runtime/gen"
	"gex/runtime/genserver"
	"gex/runtime/process"
	"gex/runtime/term"
)

// genServerNodes are the functions of GenServer for servers that have the same
// name at several nodes.
func genServerNodes() []Function {
	return []Function{
		{"multi_call", `nodes \\ [node() | Node.list()], name, request, timeout \\ :infinity`, "Asks the servers with this name at each node: `{replies, bad_nodes}`, replies as `{node, reply}`.", multiCall},
		{"abcast", "name, request", "Sends a request to the servers with this name at all nodes.", abcastAll("Elixir.GenServer")},
		{"abcast", "nodes, name, request", "Sends a request to the servers with this name at each node.", abcast},
	}
}

// genServerRequests are the functions of gen_server for requests that do not
// wait, for several nodes, and enter_loop.
func genServerRequests() []Function {
	return []Function{
		{"multi_call", "name, request", "Asks the servers with this name at all nodes: `{replies, bad_nodes}`.", multiCall},
		{"multi_call", "nodes, name, request", "Asks the servers with this name at each node.", multiCall},
		{"multi_call", "nodes, name, request, timeout", "Asks the servers with this name at each node.", multiCall},
		{"abcast", "name, request", "Sends a request to the servers with this name at all nodes.", abcastAll("gen_server")},
		{"abcast", "nodes, name, request", "Sends a request to the servers with this name at each node.", abcast},
		{"send_request", "server, request", "Asks the server and does not wait: returns the id of the request.", asking2(genserver.SendRequest)},
		{"send_request", "server, request, label, collection", "Asks the server and adds the id of the request, with a label, to a collection.", func(self *process.Process, a []term.Term) (term.Term, error) {
			return genserver.SendRequestAdd(self, a[0], a[1], a[2], a[3])
		}},
		{"receive_response", "request_id, timeout", "Waits for the response and gives the request up when it is late: `{:reply, reply}`, `{:error, reason}` or `:timeout`.", asking2(genserver.ReceiveResponse)},
		{"receive_response", "collection, timeout, delete", "Waits for the response of any request of a collection, and gives them all up when none comes.", manager3(genserver.ReceiveCollection)},
		{"wait_response", "request_id, timeout", "Waits for the response; after `:timeout` it may be asked for again.", asking2(genserver.WaitResponse)},
		{"wait_response", "collection, timeout, delete", "Waits for the response of any request of a collection: `{response, label, collection}`.", manager3(genserver.WaitCollection)},
		{"check_response", "message, request_id", "The response if `message` is one to the request, else `:no_reply`.", asking2(genserver.CheckResponse)},
		{"check_response", "message, collection, delete", "The response if `message` is one to a request of the collection, else `:no_reply`.", manager3(genserver.CheckCollection)},
		{"reqids_new", "", "An empty collection of requests.", func(*process.Process, []term.Term) (term.Term, error) { return gen.ReqidsNew(), nil }},
		{"reqids_add", "request_id, label, collection", "The collection with one request more.", func(_ *process.Process, a []term.Term) (term.Term, error) {
			return genserver.ReqidsAdd(a[0], a[1], a[2])
		}},
		{"reqids_size", "collection", "The number of requests in a collection.", func(_ *process.Process, a []term.Term) (term.Term, error) {
			return genserver.ReqidsSize(a[0])
		}},
		{"reqids_to_list", "collection", "The requests of a collection with their labels.", func(_ *process.Process, a []term.Term) (term.Term, error) {
			return genserver.ReqidsToList(a[0])
		}},
		{"enter_loop", "module, options, state", "Makes this process, which `:proc_lib` started, a server.", enterLoop},
		{"enter_loop", "module, options, state, name_or_timeout", "Makes this process a server with a name, a timeout, `:hibernate` or `{:continue, term}`.", enterLoop},
		{"enter_loop", "module, options, state, name, timeout", "Makes this process a server.", enterLoop},
	}
}

func multiCall(self *process.Process, a []term.Term) (term.Term, error) {
	var nodes, timeout term.Term = nil, term.Infinity
	if len(a) == 2 {
		a = args{nil, a[0], a[1]}
	}
	if nodes = a[0]; nodes == nil || nodes == term.Term(term.Nil) {
		nodes = term.List(self.Node().Name())
	}
	if len(a) == 4 {
		timeout = a[3]
	}
	replies, err := genserver.MultiCall(self, nodes, a[1], a[2], timeout)
	if err != nil {
		return nil, err
	}
	return replies.Term(), nil
}

func abcast(self *process.Process, a []term.Term) (term.Term, error) {
	nodes, ok := term.Slice(a[0])
	name, isName := a[1].(term.Atom)
	if !ok || !isName {
		return nil, errClause
	}
	genserver.Abcast(self, nodes, name, a[2])
	return term.Atom("abcast"), nil
}

// abcastAll is abcast/2, which calls abcast/3 of its module with all nodes.
func abcastAll(module term.Atom) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		return blamed(module, "abcast", abcast)(self, args{term.List(self.Node().Name()), a[0], a[1]})
	}
}

func enterLoop(self *process.Process, a []term.Term) (term.Term, error) {
	module, ok := a[0].(term.Atom)
	if !ok || !term.IsList(a[1]) {
		return nil, errClause
	}
	var name, next term.Term = self.PID(), term.Infinity
	switch {
	case len(a) == 5:
		name, next = a[3], a[4]
	case len(a) == 4 && isServerName(a[3]):
		name = a[3]
	case len(a) == 4:
		next = a[3]
	}
	if !genserver.IsNext(next) {
		return nil, errClause
	}
	return nil, genserver.EnterLoop(self, module, a[1], a[2], name, next)
}

func isServerName(t term.Term) bool {
	return term.Tag(t, 2) == "local" || term.Tag(t, 2) == "global" || term.Tag(t, 3) == "via"
}
