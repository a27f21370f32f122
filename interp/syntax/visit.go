package syntax

// Visit calls f with n and every node below it.
func Visit(n Node, f func(Node)) {
	if n == nil {
		return
	}
	f(n)
	for _, child := range Children(n) {
		Visit(child, f)
	}
}

// Children returns the nodes directly below n, without those that are missing.
func Children(n Node) []Node {
	switch n := n.(type) {
	case *QuotedAtom:
		return expressions(n.Parts)
	case *String:
		return expressions(n.Parts)
	case *Charlist:
		return expressions(n.Parts)
	case *Sigil:
		return expressions(n.Parts)
	case *Tuple:
		return n.Elems
	case *List:
		return present(append(n.Elems[:len(n.Elems):len(n.Elems)], n.Tail)...)
	case *Pair:
		return []Node{n.Key, n.Value}
	case *Keywords:
		return pairNodes(n.Pairs)
	case *Map:
		return present(append([]Node{n.Base}, n.Elems...)...)
	case *Struct:
		return []Node{n.Name, n.Fields}
	case *Bitstring:
		return n.Segments
	case *Range:
		return present(n.First, n.Last, n.Step)
	}
	return childrenOfCall(n)
}

func childrenOfCall(n Node) []Node {
	switch n := n.(type) {
	case *Alias:
		return present(n.Base)
	case *Call:
		return present(append(append([]Node{n.Target}, n.Args...), sections(n.Do)...)...)
	case *AnonCall:
		return present(append(append([]Node{n.Fun}, n.Args...), sections(n.Do)...)...)
	case *Apply:
		return present(append(append([]Node{n.Fun}, n.Args...), sections(n.Do)...)...)
	case *Access:
		return []Node{n.X, n.Key}
	case *Attribute:
		return present(n.Value)
	case *Unary:
		return []Node{n.X}
	case *Binary:
		return []Node{n.Left, n.Right}
	case *Pin:
		return []Node{n.X}
	case *Capture:
		return []Node{n.X}
	}
	return childrenOfClause(n)
}

func childrenOfClause(n Node) []Node {
	switch n := n.(type) {
	case *Fn:
		return clauseNodes(n.Clauses)
	case *Stab:
		return clauseNodes(n.Clauses)
	case *Clause:
		return present(append(n.Args[:len(n.Args):len(n.Args)], n.Guard, n.Body)...)
	case *Block:
		return n.Exprs
	case *MultiAlias:
		return append([]Node{n.Base}, n.Elems...)
	}
	return nil
}

// present leaves the missing nodes out.
func present(nodes ...Node) []Node {
	var there []Node
	for _, n := range nodes {
		if n != nil {
			there = append(there, n)
		}
	}
	return there
}

func expressions(parts []Part) []Node {
	var nodes []Node
	for _, p := range parts {
		if p.Expr != nil {
			nodes = append(nodes, p.Expr)
		}
	}
	return nodes
}

func sections(do *DoBlock) []Node {
	if do == nil {
		return nil
	}
	var nodes []Node
	for _, s := range do.Sections {
		nodes = append(nodes, s.Body)
	}
	return nodes
}
