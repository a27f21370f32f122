package term

// Balanced reports whether the tree of a map keeps its invariants.
func (m *Map) Balanced() bool { return m.root.balanced() }

func (n *node) balanced() bool {
	if n == nil {
		return true
	}
	l, r := n.left.len(), n.right.len()
	even := l+r <= 1 || l <= treeDelta*r && r <= treeDelta*l
	return even && n.size == l+r+1 && n.left.balanced() && n.right.balanced()
}
