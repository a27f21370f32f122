package lib

import (
	"gex/runtime/process"
	"gex/runtime/term"
)

// This file holds the functions of Macro that go through a quoted expression
// node by node.

// parts are the parts of a node in which there are more of them.
func quotedParts(t term.Term) []term.Term {
	switch t := t.(type) {
	case term.Tuple:
		switch {
		case len(t) == 2:
			return t
		case len(t) == 3 && term.IsList(t[1]) || len(t) == 3 && t[1] == term.Term(term.Empty):
			return formParts(t)
		}
	case *term.Cons:
		list, _ := term.Slice(t)
		return list
	}
	return nil
}

func formParts(t term.Tuple) []term.Term {
	var parts []term.Term
	if _, named := t[0].(term.Atom); !named {
		parts = append(parts, t[0])
	}
	args, _ := term.Slice(t[2])
	return append(parts, args...)
}

// eachNode calls f with every node, before its parts or after them.
func eachNode(t term.Term, before bool, f func(term.Term) error) error {
	if before {
		if err := f(t); err != nil {
			return err
		}
	}
	for _, part := range quotedParts(t) {
		if err := eachNode(part, before, f); err != nil {
			return err
		}
	}
	if before {
		return nil
	}
	return f(t)
}

func macroWalker(name string, index int, before bool) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		return &term.Fun{Module: "Elixir.Macro", Arity: 2, Index: index, Unique: 96475862, Place: "Macro." + name,
			Code: generator(func(_ *process.Process, emit func(term.Term) error) error { return eachNode(a[0], before, emit) })}, nil
	}
}

func macroPath(self *process.Process, a []term.Term) (term.Term, error) {
	if !isFun(a[1], 1) {
		return nil, errClause
	}
	path, err := pathTo(self, a[0], a[1])
	if path == nil || err != nil {
		return term.Nil, err
	}
	return term.List(path...), nil
}

// pathTo returns the first node for which fun is true, with the nodes around
// it; nil if there is none.
func pathTo(self *process.Process, t, fun term.Term) ([]term.Term, error) {
	ok, err := truth(self, fun, t)
	if err != nil {
		return nil, err
	}
	if ok {
		return []term.Term{t}, nil
	}
	for _, part := range quotedParts(t) {
		if path, err := pathTo(self, part, fun); path != nil || err != nil {
			return append(path, t), err
		}
	}
	return nil, nil
}
