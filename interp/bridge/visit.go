package bridge

import "gex/interp/syntax"

func pairNodes(k *syntax.Keywords) []syntax.Node {
	var nodes []syntax.Node
	for _, p := range k.Pairs {
		nodes = append(nodes, p)
	}
	return nodes
}
