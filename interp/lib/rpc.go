package lib

import (
	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

func rpcTable() Module {
	return Module{
		Name: "rpc",
		Doc:  "Calls on a node, the old way: failures are `{:badrpc, reason}`.",
		Functions: []Function{
			{"call", "node, module, function, arguments", "Calls a function on a node: its value, or `{:badrpc, reason}`.", rpcCall},
			{"call", "node, module, function, arguments, timeout", "Calls a function on a node and waits so long.", rpcCall},
			{"block_call", "node, module, function, arguments", "As `call/4`.", rpcCall},
			{"block_call", "node, module, function, arguments, timeout", "As `call/5`.", rpcCall},
			{"cast", "node, module, function, arguments", "Has a function called on a node and does not wait: `true`.", rpcCast},
			{"multicall", "module, function, arguments", "Calls a function on all nodes: `{values, bad_nodes}`.", rpcMulticall},
			{"multicall", "nodes_or_module, module_or_function, function_or_arguments, arguments_or_timeout", "Calls a function on nodes, or on all nodes for so long.", rpcMulticall},
			{"multicall", "nodes, module, function, arguments, timeout", "Calls a function on nodes and waits so long.", rpcMulticall},
			{"async_call", "node, module, function, arguments", "Has a function called on a node: a key for `yield/1`.", rpcAsync},
			{"yield", "key", "Waits for the value of `async_call/4`.", rpcYield},
			{"nb_yield", "key", "`{:value, value}` if it is there, else `:timeout`.", rpcYieldSoon},
			{"nb_yield", "key, timeout", "Waits so long: `{:value, value}` or `:timeout`.", rpcYieldSoon},
			{"parallel_eval", "calls", "Calls `{module, function, arguments}` each, all at once: their values.", rpcParallel},
			{"pmap", "function, extra, list", "Calls `{module, function}` with each element and what is extra, all at once.", rpcMap},
			{"eval_everywhere", "module, function, arguments", "Has a function called on all nodes and does not wait.", rpcEverywhere},
			{"eval_everywhere", "nodes, module, function, arguments", "Has a function called on nodes and does not wait.", rpcEverywhere},
			{"abcast", "name, message", "Sends a message to the processes with a name on all nodes.", rpcAbcast},
			{"abcast", "nodes, name, message", "Sends a message to the processes with a name on nodes.", rpcAbcast},
			{"sbcast", "name, message", "As `abcast/2`, and says where there were such: `{nodes, bad_nodes}`.", rpcSbcast},
			{"sbcast", "nodes, name, message", "As `abcast/3`, and says where there were such: `{nodes, bad_nodes}`.", rpcSbcast},
			{"pinfo", "pid", "`Process.info/1` of a process.", rpcInfo},
			{"pinfo", "pid, item", "`Process.info/2` of a process.", rpcInfo},
		},
	}
}

var badrpc = term.Atom("badrpc")

// rpcOutcome is what rpc makes of how a call of erpc ended.
func rpcOutcome(value term.Term, err error) (term.Term, error) {
	if err == nil {
		return rpcValue(value), nil
	}
	x := exception.As(err)
	if x.Class == exception.ClassThrow {
		return rpcValue(x.Reason), nil
	}
	reason, _ := x.Reason.(term.Tuple)
	switch {
	case x.Class == exception.ClassExit && len(reason) == 2:
		return badExit(reason[1]), nil
	case len(reason) == 3:
		return badExit(term.Tuple{reason[1], reason[2]}), nil
	case len(reason) == 2 && reason[1] == term.Term(term.Atom("badarg")):
		return nil, rpcBad("rpcify_exception", 2, 446)
	case len(reason) == 2 && reason[1] == term.Term(term.Atom("noconnection")):
		return term.Tuple{badrpc, term.Atom("nodedown")}, nil
	case len(reason) == 2:
		return term.Tuple{badrpc, reason[1]}, nil
	}
	return nil, err
}

func badExit(reason term.Term) term.Term {
	return term.Tuple{badrpc, term.Tuple{term.Atom("EXIT"), reason}}
}

// rpcValue is a value, which is a failure if it looks like one.
func rpcValue(value term.Term) term.Term {
	if term.Tag(value, 2) == "EXIT" {
		return term.Tuple{badrpc, value}
	}
	return value
}

func rpcCall(self *process.Process, a []term.Term) (term.Term, error) {
	return rpcOutcome(erpcCall(self, a))
}

func rpcCast(self *process.Process, a []term.Term) (term.Term, error) {
	r, ok := remoteOf(a)
	if !ok {
		return nil, rpcBad("cast", 4, 0)
	}
	r.cast(self)
	return term.True, nil
}

// nodesFirst puts the list of all nodes in front of arguments that name none.
func nodesFirst(self *process.Process, a args, without bool) args {
	if !without {
		return a
	}
	return append(args{term.List(self.Node().Name())}, a...)
}

func rpcMulticall(self *process.Process, a []term.Term) (term.Term, error) {
	a = nodesFirst(self, a, len(a) == 3 || len(a) == 4 && !term.IsList(a[0]))
	results, ok := multicall(self, a[0], a[1:4], timeoutIn(a[4:]))
	if !ok {
		return nil, rpcBad("multicall", 5, 0)
	}
	nodes, _ := term.Slice(a[0])
	var values, bad []term.Term
	for i, result := range results {
		if value, reached := rpcResult(result.(term.Tuple)); reached {
			values = append(values, value)
		} else {
			bad = append(bad, nodes[i])
		}
	}
	return term.Tuple{term.List(values...), term.List(bad...)}, nil
}

// rpcResult is what a result of multicall stands for, false if its node was not
// reached in time.
func rpcResult(result term.Tuple) (term.Term, bool) {
	reason, _ := result[1].(term.Tuple)
	switch result[0] {
	case term.Term(term.OK), term.Term(term.Atom("throw")):
		return rpcValue(result[1]), true
	case term.Term(term.Atom("exit")):
		return badExit(reason[1]), true
	}
	if len(reason) == 3 {
		return badExit(term.Tuple{reason[1], reason[2]}), true
	}
	return nil, false
}

func rpcAsync(self *process.Process, a []term.Term) (term.Term, error) {
	r, ok := remoteOf(a)
	if !ok {
		return nil, rpcBad("async_call", 4, 0)
	}
	return r.request(self).term(), nil
}

func rpcYield(self *process.Process, a []term.Term) (term.Term, error) {
	return rpcOutcome(erpcReceive(self, a))
}

func rpcYieldSoon(self *process.Process, a []term.Term) (term.Term, error) {
	answer, err := erpcWait(self, a)
	if err == nil {
		pair, ok := answer.(term.Tuple)
		if !ok {
			return term.Atom("timeout"), nil
		}
		answer = pair[1]
	}
	value, err := rpcOutcome(answer, err)
	if err != nil {
		return nil, err
	}
	return term.Tuple{term.Atom("value"), value}, nil
}

func rpcParallel(self *process.Process, a []term.Term) (term.Term, error) {
	calls, ok := term.Slice(a[0])
	if !ok {
		return nil, errClause
	}
	keys := make([]term.Term, len(calls))
	for i, call := range calls {
		mfa, ok := call.(term.Tuple)
		if !ok || len(mfa) != 3 {
			return nil, errClause
		}
		key, err := rpcAsync(self, append(args{self.Node().Name()}, mfa...))
		if err != nil {
			return nil, err
		}
		keys[i] = key
	}
	values := make([]term.Term, len(keys))
	for i, key := range keys {
		var err error
		if values[i], err = rpcYield(self, args{key}); err != nil {
			return nil, err
		}
	}
	return term.List(values...), nil
}

func rpcMap(self *process.Process, a []term.Term) (term.Term, error) {
	f, ok := a[0].(term.Tuple)
	extra, ok1 := term.Slice(a[1])
	list, ok2 := term.Slice(a[2])
	if !ok || len(f) != 2 || !ok1 || !ok2 {
		return nil, errClause
	}
	calls := make([]term.Term, len(list))
	for i, element := range list {
		calls[i] = term.Tuple{f[0], f[1], term.List(append([]term.Term{element}, extra...)...)}
	}
	values, err := rpcParallel(self, args{term.List(calls...)})
	if err != nil {
		return nil, err
	}
	for value := range term.Elements(values) {
		if term.Tag(value, 2) == badrpc {
			return nil, exception.Exit(badrpc).In(in("rpc", "check", 2, 0))
		}
	}
	return values, nil
}

func rpcEverywhere(self *process.Process, a []term.Term) (term.Term, error) {
	a = nodesFirst(self, a, len(a) == 3)
	calls, ok := eachRemote(a[0], a[1:])
	if !ok {
		return nil, errClause
	}
	for _, r := range calls {
		r.cast(self)
	}
	return term.Atom("abcast"), nil
}

func rpcAbcast(self *process.Process, a []term.Term) (term.Term, error) {
	_, err := rpcSbcast(self, a)
	return term.Atom("abcast"), err
}

func rpcSbcast(self *process.Process, a []term.Term) (term.Term, error) {
	a = nodesFirst(self, a, len(a) == 2)
	nodes, ok := term.Slice(a[0])
	name, isName := a[1].(term.Atom)
	if !ok || !isName {
		return nil, errClause
	}
	var good, bad []term.Term
	for _, node := range nodes {
		if node == term.Term(self.Node().Name()) && self.SendName(name, a[2]) {
			good = append(good, node)
		} else {
			bad = append(bad, node)
		}
	}
	return term.Tuple{term.List(good...), term.List(bad...)}, nil
}

func rpcInfo(self *process.Process, a []term.Term) (term.Term, error) {
	return code.Apply(self, "erlang", "process_info", a...)
}

// rpcBad is the badarg of a function of rpc, at a line of its source or 0.
func rpcBad(name string, arity, line int) error {
	return exception.Raise(term.Atom("badarg")).In(in("rpc", name, arity, line))
}
