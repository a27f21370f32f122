package lib

import (
	"slices"

	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// This file holds what a node that has no name says of others: that it cannot
// reach them.

const (
	ignoredAtom  = term.Atom("ignored")
	notFoundAtom = term.Atom("not_found")
	noCookie     = term.Atom("nocookie")
)

// nothingStarted is what stopping says that finds nothing to stop.
var nothingStarted = term.Tuple{term.ErrorAtom, notFoundAtom}

// nodeMore are functions of Node.
func nodeMore() []Function {
	return []Function{
		{"monitor", "node, flag", "Would tell of a node that goes; this one has no name, so only itself can be given.", monitorNode(at("Node", "monitor", 2, "node.ex", 113))},
		{"monitor", "node, flag, options", "As `monitor/2`.", monitorNode(at("Node", "monitor", 3, "node.ex", 126))},
		{"connect", "node", "`:ignored`, because this node has no name.", connectNode},
		{"disconnect", "node", "`:ignored`, because this node has no name.", constantTerm(ignoredAtom)},
		{"stop", "", "`{:error, :not_found}`, because this node is not part of a network.", constantTerm(nothingStarted)},
		{"get_cookie", "", "The secret that nodes share: there is none.", constantTerm(noCookie)},
	}
}

// erlangNode are the functions of erlang about other nodes.
func erlangNode() []Function {
	return []Function{
		{"monitor_node", "node, flag", "Would tell of a node that goes; this one has no name, so only itself can be given.", monitorNode()},
		{"monitor_node", "node, flag, options", "As `monitor_node/2`.", monitorNode()},
		{"disconnect_node", "node", "`:ignored`, because this node has no name.", constantTerm(ignoredAtom)},
		{"get_cookie", "node", "The secret that is shared with a node: there is none.", constantTerm(noCookie)},
	}
}

// netKernel is the module of the process that connects nodes, which a node
// without a name does not have.
func netKernel() Module {
	return Module{
		Name: "net_kernel",
		Doc:  "What connects nodes. This node has no name, so it ignores most.",
		Functions: []Function{
			{"connect_node", "node", "`:ignored`.", connectNode},
			{"monitor_nodes", "flag", "Would tell of nodes that come and go; there are none.", monitorNodes},
			{"monitor_nodes", "flag, options", "As `monitor_nodes/1`.", monitorNodes},
			{"allow", "nodes", "`:ignored`.", constantTerm(ignoredAtom)},
			{"stop", "", "`{:error, :not_found}`: nothing was started.", constantTerm(nothingStarted)},
			{"get_net_ticktime", "", "`:ignored`.", constantTerm(ignoredAtom)},
			{"nodename", "", "`:ignored`.", constantTerm(ignoredAtom)},
			{"longnames", "", "`:ignored`.", constantTerm(ignoredAtom)},
			{"get_state", "", "What was started: nothing.", constantTerm(term.NewMap(pair("started", term.Atom("no"))))},
		},
	}
}

// monitorNode is monitor_node; frames stand below its failures.
func monitorNode(frames ...exception.Frame) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		_, isAtom := a[0].(term.Atom)
		flag := a[1] == term.Term(term.True) || a[1] == term.Term(term.False)
		problems := []string{"", "", ""}
		if !isAtom {
			problems[0] = "not an atom"
		}
		if !flag {
			problems[1] = "not a boolean ('true' or 'false')"
		}
		badOptions := len(a) == 3 && !monitorOptions(a[2])
		if badOptions {
			problems[2] = "invalid option in list"
			if !term.IsList(a[2]) {
				problems[2] = "not a list"
			}
		}
		var err error
		switch {
		case !isAtom || badOptions:
			err = refused("erlang", "monitor_node", a, problems...)
		case flag && a[0] == term.Term(self.Node().Name()):
			return term.True, nil
		default:
			frame := borderFrame("erlang", "monitor_node", a)
			if !flag {
				frame.Problems = problems[:2]
			}
			err = exception.Raise(term.Atom("notalive")).In(frame)
		}
		return nil, exception.In(err, frames...)
	}
}

// monitorOptions reports whether t is a list of options of monitor_node.
func monitorOptions(t term.Term) bool {
	list, ok := term.Slice(t)
	return ok && !slices.ContainsFunc(list, func(o term.Term) bool { return o != term.Term(term.Atom("allow_passive_connect")) })
}

// connectNode is net_kernel:connect_node/1.
func connectNode(_ *process.Process, a []term.Term) (term.Term, error) {
	if _, isAtom := a[0].(term.Atom); !isAtom {
		return nil, exception.Raise(term.Atom("function_clause")).In(exception.Frame{
			Module: "net_kernel", Function: "connect_node", Args: a, HasArgs: true, File: "net_kernel.erl", Line: 358})
	}
	return ignoredAtom, nil
}

// monitorNodes is net_kernel:monitor_nodes, with or without options.
func monitorNodes(_ *process.Process, a []term.Term) (term.Term, error) {
	if len(a) == 2 {
		options, _ := term.Slice(a[1])
		var unknown []term.Term
		for _, o := range options {
			if o != term.Term(term.Atom("nodedown_reason")) && term.Tag(o, 2) != "node_type" {
				unknown = append(unknown, o)
			}
		}
		if len(unknown) > 0 {
			return term.Tuple{term.ErrorAtom, term.Tuple{term.Atom("unknown_options"), term.List(unknown...)}}, nil
		}
	}
	if a[0] != term.Term(term.True) && a[0] != term.Term(term.False) {
		return term.ErrorAtom, nil
	}
	return term.OK, nil
}
