package term

// node is a weight-balanced tree after Adams, with the parameters (3, 2) that
// Hirai and Yamamoto proved sound. A nil *node is the empty tree.
type node struct {
	pair        Pair
	left, right *node
	size        int
}

const (
	treeDelta = 3
	treeRatio = 2
)

func (n *node) len() int {
	if n == nil {
		return 0
	}
	return n.size
}

func join(left *node, pair Pair, right *node) *node {
	return &node{pair, left, right, left.len() + right.len() + 1}
}

// build makes a balanced tree of sorted pairs.
func build(pairs []Pair) *node {
	if len(pairs) == 0 {
		return nil
	}
	middle := len(pairs) / 2
	return join(build(pairs[:middle]), pairs[middle], build(pairs[middle+1:]))
}

func (n *node) get(key Term) (Term, bool) {
	for n != nil {
		switch c := CompareExact(key, n.pair.Key); {
		case c == 0:
			return n.pair.Value, true
		case c < 0:
			n = n.left
		default:
			n = n.right
		}
	}
	return nil, false
}

func (n *node) put(key, value Term) *node {
	if n == nil {
		return join(nil, Pair{key, value}, nil)
	}
	switch c := CompareExact(key, n.pair.Key); {
	case c == 0:
		return &node{Pair{n.pair.Key, value}, n.left, n.right, n.size}
	case c < 0:
		return balance(n.left.put(key, value), n.pair, n.right)
	default:
		return balance(n.left, n.pair, n.right.put(key, value))
	}
}

// delete removes a key that is there.
func (n *node) delete(key Term) *node {
	switch c := CompareExact(key, n.pair.Key); {
	case c < 0:
		return balance(n.left.delete(key), n.pair, n.right)
	case c > 0:
		return balance(n.left, n.pair, n.right.delete(key))
	case n.left == nil:
		return n.right
	case n.right == nil:
		return n.left
	}
	first, rest := n.right.popFirst()
	return balance(n.left, first, rest)
}

func (n *node) popFirst() (Pair, *node) {
	if n.left == nil {
		return n.pair, n.right
	}
	first, rest := n.left.popFirst()
	return first, balance(rest, n.pair, n.right)
}

// balance joins two trees of which one was changed by one node.
func balance(left *node, pair Pair, right *node) *node {
	l, r := left.len(), right.len()
	switch {
	case l+r <= 1:
	case r > treeDelta*l:
		if right.left.len() < treeRatio*right.right.len() {
			return join(join(left, pair, right.left), right.pair, right.right)
		}
		inner := right.left
		return join(join(left, pair, inner.left), inner.pair, join(inner.right, right.pair, right.right))
	case l > treeDelta*r:
		if left.right.len() < treeRatio*left.left.len() {
			return join(left.left, left.pair, join(left.right, pair, right))
		}
		inner := left.right
		return join(join(left.left, left.pair, inner.left), inner.pair, join(inner.right, pair, right))
	}
	return join(left, pair, right)
}

func (n *node) appendTo(pairs []Pair) []Pair {
	if n == nil {
		return pairs
	}
	return n.right.appendTo(append(n.left.appendTo(pairs), n.pair))
}
