package bridge

import "gex/interp/syntax"

// This file says constructs by simpler ones. What is made of a node is kept,
// since every pass has to see the same variables.

// madeOf returns the tree that f makes of a node, once.
func (g *generator) madeOf(n syntax.Node, f func() syntax.Node) syntax.Node {
	if made, ok := g.made[n]; ok {
		return made
	}
	made := f()
	g.made[n] = made
	return made
}

// withCase is with as a case in a case for each arrow.
func (g *generator) withCase(n *syntax.Call, args []syntax.Node, sections []syntax.Section) syntax.Node {
	return g.madeOf(n, func() syntax.Node { return g.nestedCase(n, args, sections) })
}

func (g *generator) nestedCase(n *syntax.Call, steps []syntax.Node, sections []syntax.Section) syntax.Node {
	if len(steps) == 0 {
		return section(sections, "do")
	}
	rest := g.nestedCase(n, steps[1:], sections)
	arrow, ok := steps[0].(*syntax.Binary)
	if !ok || arrow.Op != "<-" {
		return &syntax.Block{Pos: n.Pos, Exprs: append([]syntax.Node{steps[0]}, statements(rest)...)}
	}
	good := &syntax.Clause{Pos: n.Pos, Args: []syntax.Node{arrow.Left}, Body: rest}
	if when, ok := arrow.Left.(*syntax.Binary); ok && when.Op == "when" {
		good.Args, good.Guard = []syntax.Node{when.Left}, when.Right
	}
	clauses := []*syntax.Clause{good}
	if v, ok := arrow.Left.(*syntax.Var); !ok || v.Name == "" {
		clauses = append(clauses, otherwise(n, sections)...)
	}
	made := caseNode(n.Pos, arrow.Right, clauses)
	g.withs[made] = true
	return made
}

func caseNode(pos syntax.Pos, subject syntax.Node, clauses []*syntax.Clause) *syntax.Call {
	return &syntax.Call{Pos: pos, Name: "case", Args: []syntax.Node{subject}, Do: &syntax.DoBlock{Pos: pos,
		Sections: []syntax.Section{{Pos: pos, Name: "do", Body: &syntax.Stab{Pos: pos, Clauses: clauses}}}}}
}

// otherwise are the clauses for a value that an arrow does not match.
func otherwise(n *syntax.Call, sections []syntax.Section) []*syntax.Clause {
	if stab, ok := section(sections, "else").(*syntax.Stab); ok {
		return stab.Clauses
	}
	other := &syntax.Var{Pos: n.Pos, Name: "other"}
	return []*syntax.Clause{{Pos: n.Pos, Args: []syntax.Node{other}, Body: other}}
}

// pathCall is a call of put_in/2 and its kin, which are macros, as the call of
// the function with the list of keys.
func (g *generator) pathCall(n *syntax.Call) (*syntax.Call, bool) {
	arity := map[string]int{"get_in": 1, "put_in": 2, "update_in": 2, "pop_in": 1, "get_and_update_in": 2}[n.Name]
	if n.Target != nil || arity == 0 || arity != len(n.Args) {
		return nil, false
	}
	root, keys := pathOf(n.Args[0], n.Name == "get_in")
	if len(keys) == 0 {
		return nil, false
	}
	made := g.madeOf(n, func() syntax.Node {
		args := append([]syntax.Node{root, &syntax.List{Pos: n.Pos, Elems: keys}}, n.Args[1:]...)
		return &syntax.Call{Pos: n.Pos, Name: n.Name, Args: args, Parens: true}
	})
	return made.(*syntax.Call), true
}

// pathOf takes a.b[c] apart: what it begins with, and the keys. The path of
// get_in may end early.
func pathOf(n syntax.Node, early bool) (root syntax.Node, keys []syntax.Node) {
	switch n := n.(type) {
	case *syntax.Access:
		root, keys = pathOf(n.X, early)
		return root, append(keys, n.Key)
	case *syntax.Call:
		switch n.Target.(type) {
		case nil, *syntax.Alias, *syntax.Atom:
			return n, nil
		}
		if n.Parens || len(n.Args) > 0 {
			return n, nil
		}
		name := "key!"
		if early {
			name = "key"
		}
		root, keys = pathOf(n.Target, early)
		key := &syntax.Atom{Pos: n.Pos, Name: n.Name}
		return root, append(keys, &syntax.Call{Pos: n.Pos, Target: &syntax.Alias{Pos: n.Pos, Names: []string{"Access"}}, Name: name,
			Args: []syntax.Node{key}, Parens: true})
	}
	return n, nil
}

// rangeCall is a range as the call that makes it.
func (g *generator) rangeCall(n *syntax.Range) value {
	args := []syntax.Node{n.First, n.Last}
	if n.Step != nil {
		args = append(args, n.Step)
	}
	return g.apply("Range", "new", args...)
}
