package eval

import "gex/interp/syntax"

// visit calls f with n and every node below it.
func visit(n syntax.Node, f func(syntax.Node)) {
	if n == nil {
		return
	}
	f(n)
	for _, child := range children(n) {
		visit(child, f)
	}
}

// children returns the nodes directly below n, without those that are missing.
func children(n syntax.Node) []syntax.Node {
	switch n := n.(type) {
	case *syntax.QuotedAtom:
		return expressions(n.Parts)
	case *syntax.String:
		return expressions(n.Parts)
	case *syntax.Charlist:
		return expressions(n.Parts)
	case *syntax.Sigil:
		return expressions(n.Parts)
	case *syntax.Tuple:
		return n.Elems
	case *syntax.List:
		return present(append(n.Elems[:len(n.Elems):len(n.Elems)], n.Tail)...)
	case *syntax.Pair:
		return []syntax.Node{n.Key, n.Value}
	case *syntax.Keywords:
		return pairNodes(n.Pairs)
	case *syntax.Map:
		return present(append([]syntax.Node{n.Base}, n.Elems...)...)
	case *syntax.Struct:
		return []syntax.Node{n.Name, n.Fields}
	case *syntax.Bitstring:
		return n.Segments
	case *syntax.Range:
		return present(n.First, n.Last, n.Step)
	}
	return childrenOfCall(n)
}

func childrenOfCall(n syntax.Node) []syntax.Node {
	switch n := n.(type) {
	case *syntax.Alias:
		return present(n.Base)
	case *syntax.Call:
		return present(append(append([]syntax.Node{n.Target}, n.Args...), sections(n.Do)...)...)
	case *syntax.AnonCall:
		return present(append(append([]syntax.Node{n.Fun}, n.Args...), sections(n.Do)...)...)
	case *syntax.Apply:
		return present(append(append([]syntax.Node{n.Fun}, n.Args...), sections(n.Do)...)...)
	case *syntax.Access:
		return []syntax.Node{n.X, n.Key}
	case *syntax.Attribute:
		return present(n.Value)
	case *syntax.Unary:
		return []syntax.Node{n.X}
	case *syntax.Binary:
		return []syntax.Node{n.Left, n.Right}
	case *syntax.Pin:
		return []syntax.Node{n.X}
	case *syntax.Capture:
		return []syntax.Node{n.X}
	}
	return childrenOfClause(n)
}

func childrenOfClause(n syntax.Node) []syntax.Node {
	switch n := n.(type) {
	case *syntax.Fn:
		return clauseNodes(n.Clauses)
	case *syntax.Stab:
		return clauseNodes(n.Clauses)
	case *syntax.Clause:
		return present(append(n.Args[:len(n.Args):len(n.Args)], n.Guard, n.Body)...)
	case *syntax.Block:
		return n.Exprs
	case *syntax.MultiAlias:
		return append([]syntax.Node{n.Base}, n.Elems...)
	}
	return nil
}

// present leaves the missing nodes out.
func present(nodes ...syntax.Node) []syntax.Node {
	var there []syntax.Node
	for _, n := range nodes {
		if n != nil {
			there = append(there, n)
		}
	}
	return there
}

func expressions(parts []syntax.Part) []syntax.Node {
	var nodes []syntax.Node
	for _, p := range parts {
		if p.Expr != nil {
			nodes = append(nodes, p.Expr)
		}
	}
	return nodes
}

func sections(do *syntax.DoBlock) []syntax.Node {
	if do == nil {
		return nil
	}
	var nodes []syntax.Node
	for _, s := range do.Sections {
		nodes = append(nodes, s.Body)
	}
	return nodes
}

func pairNodes(pairs []*syntax.Pair) []syntax.Node {
	nodes := make([]syntax.Node, len(pairs))
	for i, p := range pairs {
		nodes[i] = p
	}
	return nodes
}

func clauseNodes(clauses []*syntax.Clause) []syntax.Node {
	nodes := make([]syntax.Node, len(clauses))
	for i, cl := range clauses {
		nodes[i] = cl
	}
	return nodes
}
