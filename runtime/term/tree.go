package term

import "cmp"

// placed is a key with its place in a large map.
type placed struct {
	order uint32
	key   Term
}

func place(key Term) placed { return placed{trieOrder(key, 0), key} }

// compare is the order of a large map. Keys at one place are told apart by
// their places further down, and at last by themselves.
func (p placed) compare(q placed) int {
	if p.order != q.order {
		return cmp.Compare(p.order, q.order)
	}
	same := CompareExact(p.key, q.key)
	if same == 0 {
		return 0
	}
	for level := 1; level < maxLevel; level++ {
		if c := cmp.Compare(trieOrder(p.key, level), trieOrder(q.key, level)); c != 0 {
			return c
		}
	}
	return same
}

// maxLevel is where two keys with the same places all the way count as ordered
// by themselves: only keys of which no hash is known come so far.
const maxLevel = 4

// placedPair is a pair with the place of its key.
type placedPair struct {
	place placed
	pair  Pair
}

// node is a weight-balanced tree after Adams, with the parameters (3, 2) that
// Hirai and Yamamoto proved sound. A nil *node is the empty tree.
type node struct {
	order       uint32 // of the key
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

// place is that of the key.
func (n *node) place() placed { return placed{n.order, n.pair.Key} }

// join is n with other subtrees.
func (n *node) join(left, right *node) *node {
	return &node{n.order, n.pair, left, right, left.len() + right.len() + 1}
}

// build makes a balanced tree of pairs in the order of their places.
func build(pairs []placedPair) *node {
	if len(pairs) == 0 {
		return nil
	}
	middle := len(pairs) / 2
	at := pairs[middle]
	return (&node{order: at.place.order, pair: at.pair}).join(build(pairs[:middle]), build(pairs[middle+1:]))
}

func (n *node) get(key placed) (Term, bool) {
	for n != nil {
		switch c := key.compare(n.place()); {
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

func (n *node) put(key placed, value Term) *node {
	if n == nil {
		return &node{key.order, Pair{key.key, value}, nil, nil, 1}
	}
	switch c := key.compare(n.place()); {
	case c == 0:
		return &node{n.order, Pair{n.pair.Key, value}, n.left, n.right, n.size}
	case c < 0:
		return n.balance(n.left.put(key, value), n.right)
	default:
		return n.balance(n.left, n.right.put(key, value))
	}
}

// delete removes a key that is there.
func (n *node) delete(key placed) *node {
	switch c := key.compare(n.place()); {
	case c < 0:
		return n.balance(n.left.delete(key), n.right)
	case c > 0:
		return n.balance(n.left, n.right.delete(key))
	case n.left == nil:
		return n.right
	case n.right == nil:
		return n.left
	}
	first, rest := n.right.popFirst()
	return first.balance(n.left, rest)
}

func (n *node) popFirst() (first, rest *node) {
	if n.left == nil {
		return n, n.right
	}
	first, rest = n.left.popFirst()
	return first, n.balance(rest, n.right)
}

// balance is n with other subtrees, one of which was changed by one node.
func (n *node) balance(left, right *node) *node {
	l, r := left.len(), right.len()
	switch {
	case l+r <= 1:
	case r > treeDelta*l:
		if right.left.len() < treeRatio*right.right.len() {
			return right.join(n.join(left, right.left), right.right)
		}
		inner := right.left
		return inner.join(n.join(left, inner.left), right.join(inner.right, right.right))
	case l > treeDelta*r:
		if left.right.len() < treeRatio*left.left.len() {
			return left.join(left.left, n.join(left.right, right))
		}
		inner := left.right
		return inner.join(left.join(left.left, inner.left), n.join(inner.right, right))
	}
	return n.join(left, right)
}

func (n *node) appendTo(pairs []Pair) []Pair {
	if n == nil {
		return pairs
	}
	return n.right.appendTo(append(n.left.appendTo(pairs), n.pair))
}
