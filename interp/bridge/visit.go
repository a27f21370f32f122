package bridge

import "gex/interp/syntax"

// visit calls f for n and all nodes below it, in the order of the text.
func visit(n syntax.Node, f func(syntax.Node)) {
	if n == nil {
		return
	}
	f(n)
	for _, child := range children(n) {
		visit(child, f)
	}
}

func children(n syntax.Node) []syntax.Node {
	switch n := n.(type) {
	case *syntax.String:
		return partNodes(n.Parts)
	case *syntax.Charlist:
		return partNodes(n.Parts)
	case *syntax.QuotedAtom:
		return partNodes(n.Parts)
	case *syntax.Tuple:
		return n.Elems
	case *syntax.List:
		return present(append(n.Elems[:len(n.Elems):len(n.Elems)], n.Tail)...)
	case *syntax.Pair:
		return []syntax.Node{n.Key, n.Value}
	case *syntax.Keywords:
		return pairNodes(n)
	case *syntax.Map:
		return present(append([]syntax.Node{n.Base}, n.Elems...)...)
	case *syntax.Struct:
		return []syntax.Node{n.Name, n.Fields}
	case *syntax.Bitstring:
		return n.Segments
	case *syntax.Range:
		return present(n.First, n.Last, n.Step)
	case *syntax.Call:
		return append(present(append([]syntax.Node{n.Target}, n.Args...)...), sectionNodes(n.Do)...)
	case *syntax.AnonCall:
		return append(append([]syntax.Node{n.Fun}, n.Args...), sectionNodes(n.Do)...)
	}
	return childrenOfOperator(n)
}

func childrenOfOperator(n syntax.Node) []syntax.Node {
	switch n := n.(type) {
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
	case *syntax.Fn:
		return clauseNodes(n.Clauses)
	case *syntax.Stab:
		return clauseNodes(n.Clauses)
	case *syntax.Clause:
		return present(append(n.Args[:len(n.Args):len(n.Args)], n.Guard, n.Body)...)
	case *syntax.Block:
		return n.Exprs
	}
	return nil
}

func present(nodes ...syntax.Node) []syntax.Node {
	var kept []syntax.Node
	for _, n := range nodes {
		if n != nil {
			kept = append(kept, n)
		}
	}
	return kept
}

func partNodes(parts []syntax.Part) []syntax.Node {
	var nodes []syntax.Node
	for _, p := range parts {
		if p.Expr != nil {
			nodes = append(nodes, p.Expr)
		}
	}
	return nodes
}

func pairNodes(k *syntax.Keywords) []syntax.Node {
	var nodes []syntax.Node
	for _, p := range k.Pairs {
		nodes = append(nodes, p)
	}
	return nodes
}

func clauseNodes(clauses []*syntax.Clause) []syntax.Node {
	var nodes []syntax.Node
	for _, c := range clauses {
		nodes = append(nodes, c)
	}
	return nodes
}

func sectionNodes(do *syntax.DoBlock) []syntax.Node {
	if do == nil {
		return nil
	}
	var nodes []syntax.Node
	for _, s := range do.Sections {
		nodes = append(nodes, s.Body)
	}
	return nodes
}
