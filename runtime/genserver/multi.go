package genserver

import (
	"time"

	"gex/runtime/exception"
	"gex/runtime/gen"
	"gex/runtime/process"
	"gex/runtime/term"
)

// Replies are what MultiCall collects.
type Replies struct {
	// Answered are {node, reply} in the order of the nodes.
	Answered []term.Term
	// Bad are the nodes without a server of the name, or where it died or was
	// late.
	Bad []term.Term
}

// Term is {replies, bad nodes}.
func (r Replies) Term() term.Term {
	return term.Tuple{term.List(r.Answered...), term.List(r.Bad...)}
}

// MultiCall makes a request to the servers that have a name at each node, and
// blocks until all of them have answered or the time is over. With a timeout a
// process of its own asks, so that no late answer reaches the caller.
func MultiCall(self *process.Process, nodes, name, request, timeout term.Term) (Replies, error) {
	list, ok := term.Slice(nodes)
	server, isName := name.(term.Atom)
	limit, isTimeout := gen.ParseTimeout(timeout)
	if !ok || !isName || !isTimeout {
		return Replies{}, exception.Raise(term.Atom("function_clause")).In(exception.Frame{
			Module: "gen_server", Function: "multi_call", File: "gen_server.erl", Line: 679,
			Args: []term.Term{nodes, name, request, timeout}, HasArgs: true,
		})
	}
	if limit == process.Forever {
		return askNodes(self, list, server, request, limit), nil
	}
	return askApart(self, list, server, request, limit)
}

// askNodes asks one node after the other; there is only one that can answer.
func askNodes(self *process.Process, nodes []term.Term, name term.Atom, request term.Term, limit time.Duration) (r Replies) {
	until, form := self.Node().Now()+limit, nodesForm
	if len(nodes) == 1 && limit == process.Forever {
		form = multiForm
	}
	for _, node := range nodes {
		if node != term.Term(self.Node().Name()) {
			r.Bad = append(r.Bad, node)
			continue
		}
		var timeout term.Term = term.Infinity
		if limit != process.Forever {
			timeout = term.Int(max(until-self.Node().Now(), 0).Milliseconds())
		}
		reply, err := gen.Call(self, name, form, request, timeout)
		if err != nil {
			r.Bad = append(r.Bad, node)
			continue
		}
		r.Answered = append(r.Answered, term.Tuple{node, reply})
	}
	return r
}

func askApart(self *process.Process, nodes []term.Term, name term.Atom, request term.Term, limit time.Duration) (r Replies, err error) {
	middleman := self.Spawn(func(self *process.Process) error {
		self.SetTrapExit(true)
		r = askNodes(self, nodes, name, request, limit)
		return nil
	}, process.SpawnOptions{Monitor: true})
	down := self.Receive(func(m term.Term) bool { return process.IsDown(m, middleman.Monitor) }).(term.Tuple)
	if reason := down[4]; reason != term.Term(term.Normal) {
		return Replies{}, exception.Exit(reason)
	}
	return r, nil
}

// Abcast sends a request to the servers that have a name at each node and does
// not wait.
func Abcast(self *process.Process, nodes []term.Term, name term.Atom, request term.Term) {
	for _, node := range nodes {
		if node == term.Term(self.Node().Name()) {
			self.SendName(name, term.Tuple2(castTag, request))
		}
	}
}
