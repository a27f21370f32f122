package eval

import "gex/interp/syntax"

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

func pairNodes(pairs []*syntax.Pair) []syntax.Node {
	nodes := make([]syntax.Node, len(pairs))
	for i, p := range pairs {
		nodes[i] = p
	}
	return nodes
}
