package ets

import (
	"gex/runtime/process"
	"gex/runtime/term"
)

// caller is the process that uses a match specification.
type caller struct{ self *process.Process }

// fill puts the caller's pid and node in the place of {:self} and {:node} in
// the expressions of a match specification, and the node, which all
// identities are of, behind the argument of {:node, identity}.
func (c caller) fill(t term.Term) term.Term {
	switch t := t.(type) {
	case *term.Cons:
		return &term.Cons{Head: c.fill(t.Head), Tail: c.fill(t.Tail)}
	case term.Tuple:
		switch {
		case len(t) == 1 && t[0] == term.Term(term.Atom("self")):
			return term.Tuple{term.Atom("const"), c.self.PID()}
		case len(t) == 1 && t[0] == term.Term(term.Atom("node")):
			return term.Tuple{term.Atom("const"), c.self.Node().Name()}
		case term.Tag(t, 2) == "const":
			return t
		case term.Tag(t, 2) == "node":
			return term.Tuple{t[0], c.fill(t[1]), c.self.Node().Name()}
		case len(t) == 1:
			if made, ok := t[0].(term.Tuple); ok {
				return term.Tuple{c.fillAll(made)}
			}
		}
		return c.fillAll(t)
	}
	return t
}

func (c caller) fillAll(t term.Tuple) term.Tuple {
	filled := make(term.Tuple, len(t))
	for i := range t {
		filled[i] = c.fill(t[i])
	}
	return filled
}
