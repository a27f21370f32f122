package lib

import (
	"time"

	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/gen"
	"gex/runtime/process"
	"gex/runtime/term"
)

// This file holds calls on a node. The only node that there is is this one, so
// that a call on another fails as on one that cannot be reached.

func erpcTable() Module {
	return Module{
		Name: "erpc",
		Doc:  "Calls on a node, of which the only one here is `node()`.",
		Functions: []Function{
			{"call", "node, fun", "Calls a function on a node and returns its value, or fails as it does.", erpcCallFun},
			{"call", "node, fun, timeout", "Calls a function on a node, in a process of its own, and waits so long.", erpcCallFun},
			{"call", "node, module, function, arguments", "Calls a function on a node.", erpcCall},
			{"call", "node, module, function, arguments, timeout", "Calls a function on a node, in a process of its own, and waits so long.", erpcCall},
			{"cast", "node, fun", "Has a function called on a node and does not wait.", erpcCast},
			{"cast", "node, module, function, arguments", "Has a function called on a node and does not wait.", erpcCast},
			{"multicall", "nodes, fun", "Calls a function on each node: `{:ok, value}` or how it failed, one for each.", erpcMulticall},
			{"multicall", "nodes, fun, timeout", "Calls a function on each node and waits so long.", erpcMulticall},
			{"multicall", "nodes, module, function, arguments", "Calls a function on each node.", erpcMulticall},
			{"multicall", "nodes, module, function, arguments, timeout", "Calls a function on each node and waits so long.", erpcMulticall},
			{"multicast", "nodes, fun", "Has a function called on each node and does not wait.", erpcMulticast},
			{"multicast", "nodes, module, function, arguments", "Has a function called on each node and does not wait.", erpcMulticast},
			{"send_request", "node, fun", "Has a function called on a node: returns the id of the request.", erpcSendRequest},
			{"send_request", "node, module_or_fun, function_or_label, arguments_or_collection", "Has a function called on a node: returns the id of the request, or the collection with it.", erpcSendRequest},
			{"send_request", "node, module, function, arguments, label, collection", "Has a function called on a node and adds the id of the request, with a label, to a collection.", erpcSendRequest},
			{"receive_response", "request_id", "Waits for what the request returns.", erpcReceive},
			{"receive_response", "request_id, timeout", "Waits so long, and then gives the request up.", erpcReceive},
			{"receive_response", "collection, timeout, delete", "Waits for the response of any request of a collection: `{value, label, collection}`.", erpcReceive},
			{"wait_response", "request_id", "`{:response, value}` if it is there, else `:no_response`.", erpcWait},
			{"wait_response", "request_id, timeout", "Waits so long: `{:response, value}` or `:no_response`, after which it may be asked for again.", erpcWait},
			{"wait_response", "collection, timeout, delete", "Waits for the response of any request of a collection: `{{:response, value}, label, collection}`.", erpcWait},
			{"check_response", "message, request_id", "`{:response, value}` if the message is the response, else `:no_response`.", erpcCheck},
			{"check_response", "message, collection, delete", "The response if the message is one to a request of the collection, else `:no_response`.", erpcCheck},
			{"reqids_new", "", "An empty collection of requests.", func(*process.Process, []term.Term) (term.Term, error) { return term.NewMap(), nil }},
			{"reqids_size", "collection", "The number of requests in a collection.", erpcSize},
			{"reqids_add", "request_id, label, collection", "The collection with one request more.", erpcAdd},
			{"reqids_to_list", "collection", "The requests of a collection with their labels.", erpcToList},
		},
	}
}

// Lines of erpc.erl.
const (
	erpcFunLine      = 99  // call/3 refuses what is no function
	erpcExitLine     = 130 // call/5 on its own node
	erpcErrorLine    = 137
	erpcBadCallLine  = 157
	erpcThrowLine    = 698 // result/4, which is part of its callers
	erpcLostLine     = 710
	erpcTimeoutLine  = 714
	erpcBadTimeLine  = 797 // timeout_value/1, which is part of its callers
	erpcExecuteLine  = 607
	erpcThrownInLine = 126
)

const (
	erpcName      = term.Atom("erpc")
	spawnReplyTag = term.Atom("spawn_reply")
)

// remote is a call on a node.
type remote struct {
	node term.Atom
	run  process.Func
}

// remoteOf reads a node and a function, or a node, a module, a function and
// its arguments.
func remoteOf(a args) (remote, bool) {
	node, ok := a[0].(term.Atom)
	if len(a) == 2 {
		fun, isFun := a[1].(*term.Fun)
		return remote{node, func(self *process.Process, _ []term.Term) (term.Term, error) {
			value, err := code.Call(self, fun)
			if err != nil && exception.As(err).Class == exception.ClassError {
				err = exception.In(err, exception.Frame{Module: "erlang", Function: "apply", Arity: 2})
			}
			return value, err
		}}, ok && isFun && fun.Arity == 0
	}
	module, ok1 := a[1].(term.Atom)
	name, ok2 := a[2].(term.Atom)
	list, ok3 := term.Slice(a[3])
	return remote{node, func(self *process.Process, _ []term.Term) (term.Term, error) {
		return code.Apply(self, module, string(name), list...)
	}}, ok && ok1 && ok2 && ok3
}

func erpcFails(what term.Term, frame exception.Frame) error {
	return exception.Raise(term.Tuple{erpcName, what}).In(frame)
}

func erpcBad(frame exception.Frame) error { return erpcFails(term.Atom("badarg"), frame) }

// remoteTimeout reads a timeout: milliseconds, :infinity or {:abs, time}.
func remoteTimeout(self *process.Process, t term.Term) (time.Duration, bool) {
	if term.Tag(t, 2) == "abs" {
		at, ok := t.(term.Tuple)[1].(term.Int)
		return max(0, time.Duration(at)*time.Millisecond-self.Node().Monotonic()), ok
	}
	return gen.ParseTimeout(t)
}

// remoteRequest is a call that is on its way: the process that makes it ends
// with {res, ...}, which the monitor id tells.
type remoteRequest struct{ res, id term.Ref }

func (r remote) request(self *process.Process) remoteRequest {
	res := self.Node().MakeRef()
	if r.node != self.Node().Name() {
		q := remoteRequest{res, self.Node().MakeRef()}
		self.Deliver(term.Tuple{spawnReplyTag, q.id, term.ErrorAtom, term.Atom("noconnection")})
		return q
	}
	child := self.Spawn(func(self *process.Process) error {
		value, err := r.run(self, nil)
		return exception.Exit(append(term.Tuple{res}, remoteEnd(value, err)...))
	}, process.SpawnOptions{Monitor: true, Initial: process.MFA{Module: erpcName, Function: "execute_call", Arity: 4}})
	return remoteRequest{res, child.Monitor}
}

// remoteEnd is how a call ended: {return, value}, {throw, value}, {exit,
// reason} or {error, reason, stack}.
func remoteEnd(value term.Term, err error) term.Tuple {
	if err == nil {
		return term.Tuple{term.Atom("return"), orNil(value)}
	}
	x := exception.As(err)
	switch x.Class {
	case exception.ClassThrow:
		return term.Tuple{term.Atom("throw"), x.Reason}
	case exception.ClassExit:
		return term.Tuple{term.Atom("exit"), x.Reason}
	}
	return term.Tuple{term.ErrorAtom, x.Reason, x.StackTerm()}
}

// answers reports whether a message is the response to a request.
func (q remoteRequest) answers(m term.Term) bool { return responseID(m) == term.Term(q.id) }

// responseID is the id that a response has, nil for other messages.
func responseID(m term.Term) term.Term {
	t, _ := m.(term.Tuple)
	if len(t) == 4 && t[0] == term.Term(spawnReplyTag) || len(t) == 5 && t[0] == term.Term(term.Atom("DOWN")) {
		return t[1]
	}
	return nil
}

// result is what a response says: the value, or the failure with its frame, whose
// line it sets.
func (q remoteRequest) result(m term.Tuple, frame exception.Frame) (term.Term, error) {
	if m[0] == term.Term(spawnReplyTag) {
		frame.Line = erpcLostLine
		return nil, erpcFails(m[3], frame)
	}
	reason, _ := m[4].(term.Tuple)
	if len(reason) < 3 || reason[0] != term.Term(q.res) {
		frame.Line = erpcThrowLine + 10
		return nil, exception.Exit(term.Tuple{term.Atom("signal"), m[4]}).In(frame)
	}
	frame.Line = erpcThrowLine
	switch reason[1] {
	case term.Term(term.Atom("return")):
		return reason[2], nil
	case term.Term(term.Atom("throw")):
		return nil, exception.Throw(reason[2]).In(frame)
	case term.Term(term.Atom("exit")):
		frame.Line += 2
		return nil, exception.Exit(term.Tuple{term.Atom("exception"), reason[2]}).In(frame)
	}
	frame.Line += 4
	return nil, exception.Raise(append(term.Tuple{term.Atom("exception")}, reason[2:]...)).In(frame)
}

// wait waits for the response, and gives the request up if there is none.
func (q remoteRequest) wait(self *process.Process, d time.Duration, frame exception.Frame) (term.Term, error) {
	m, ok := self.ReceiveTimeout(q.answers, d)
	if !ok {
		self.DemonitorFlush(q.id)
		frame.Line = erpcTimeoutLine
		return nil, erpcFails(term.Atom("timeout"), frame)
	}
	return q.result(m.(term.Tuple), frame)
}

// call makes a call; with :infinity on this node self makes it.
func (r remote) call(self *process.Process, timeout term.Term) (term.Term, error) {
	frame := in("erpc", "call", 5, erpcBadTimeLine)
	if timeout == term.Term(term.Infinity) && r.node == self.Node().Name() {
		return r.callHere(self, frame)
	}
	d, ok := remoteTimeout(self, timeout)
	if !ok {
		return nil, erpcBad(frame)
	}
	return r.request(self).wait(self, d, frame)
}

func (r remote) callHere(self *process.Process, frame exception.Frame) (term.Term, error) {
	value, err := r.run(self, nil)
	if err == nil {
		return value, nil
	}
	x := exception.As(err)
	switch x.Class {
	case exception.ClassThrow:
		frame.Line = erpcThrownInLine
		return nil, x.In(in("erpc", "execute_call", 3, erpcExecuteLine), frame)
	case exception.ClassExit:
		frame.Line = erpcExitLine
		return nil, exception.Exit(term.Tuple{term.Atom("exception"), x.Reason}).In(frame)
	}
	frame.Line = erpcErrorLine
	return nil, exception.Raise(term.Tuple{term.Atom("exception"), x.Reason, x.StackTerm()}).In(frame)
}

func erpcCallFun(self *process.Process, a []term.Term) (term.Term, error) {
	r, ok := remoteOf(a[:2])
	if _, isAtom := a[0].(term.Atom); !ok && isAtom {
		return nil, erpcBad(in("erpc", "call", 3, erpcFunLine))
	}
	return r.callIf(self, ok, a[2:])
}

func erpcCall(self *process.Process, a []term.Term) (term.Term, error) {
	r, ok := remoteOf(a[:4])
	return r.callIf(self, ok, a[4:])
}

// callIf makes the call if it is one; rest holds the timeout or nothing.
func (r remote) callIf(self *process.Process, ok bool, rest args) (term.Term, error) {
	if !ok {
		return nil, erpcBad(in("erpc", "call", 5, erpcBadCallLine))
	}
	return r.call(self, timeoutIn(rest))
}

func timeoutIn(rest args) term.Term {
	if len(rest) == 0 {
		return term.Infinity
	}
	return rest[0]
}

// cast has a call made that nobody waits for.
func (r remote) cast(self *process.Process) {
	if r.node == self.Node().Name() {
		self.Spawn(func(self *process.Process) error { _, err := r.run(self, nil); return err },
			process.SpawnOptions{Initial: process.MFA{Module: erpcName, Function: "execute_cast", Arity: 3}})
	}
}

func erpcCast(self *process.Process, a []term.Term) (term.Term, error) {
	r, ok := remoteOf(a)
	if !ok {
		return nil, erpcBad(in("erpc", "cast", len(a), 0))
	}
	r.cast(self)
	return term.OK, nil
}

// eachRemote are the calls on nodes; false if these are no list or there is no
// call.
func eachRemote(nodes term.Term, call args) ([]remote, bool) {
	list, ok := term.Slice(nodes)
	calls := make([]remote, len(list))
	for i, node := range list {
		r, isCall := remoteOf(append(args{node}, call...))
		calls[i], ok = r, ok && isCall
	}
	return calls, ok
}

// callParts tells a call, by a function or by its name, from what follows it.
func callParts(a args) (call, rest args) {
	if len(a) < 3 {
		return a[:1], a[1:]
	}
	return a[:3], a[3:]
}

func erpcMulticast(self *process.Process, a []term.Term) (term.Term, error) {
	calls, ok := eachRemote(a[0], a[1:])
	if !ok {
		return nil, erpcBad(in("erpc", "multicast", len(a), 0))
	}
	for _, r := range calls {
		r.cast(self)
	}
	return term.OK, nil
}

func erpcMulticall(self *process.Process, a []term.Term) (term.Term, error) {
	call, rest := callParts(a[1:])
	results, ok := multicall(self, a[0], call, timeoutIn(rest))
	if !ok {
		return nil, erpcBad(in("erpc", "multicall", len(a), 0))
	}
	return term.List(results...), nil
}

// multicall makes a call on each node, all at once, and returns how they ended.
func multicall(self *process.Process, nodes term.Term, call args, timeout term.Term) ([]term.Term, bool) {
	calls, ok := eachRemote(nodes, call)
	d, isTimeout := remoteTimeout(self, timeout)
	if !ok || !isTimeout {
		return nil, false
	}
	requests := make([]remoteRequest, len(calls))
	for i, r := range calls {
		requests[i] = r.request(self)
	}
	end := self.Node().Monotonic() + d
	results := make([]term.Term, len(calls))
	for i, q := range requests {
		left := d
		if d > 0 {
			left = max(0, end-self.Node().Monotonic())
		}
		results[i] = multicallResult(q.wait(self, left, exception.Frame{}))
	}
	return results, true
}

// multicallResult is {:ok, value} or a class and what failed.
func multicallResult(value term.Term, err error) term.Term {
	if err == nil {
		return okTuple(value)
	}
	x := exception.As(err)
	return term.Tuple{term.Atom(x.Class.String()), x.Reason}
}
