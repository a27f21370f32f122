package lib

import "gex/runtime/term"

// gbNode is a node of the trees of :gb_trees and :gb_sets, which are tuples
// {key, value, smaller, bigger}, without value in sets, and nil. Value is nil
// in a set.
type gbNode struct {
	key, value      term.Term
	smaller, bigger *gbNode
}

// gbKind is what differs between trees and sets.
type gbKind struct {
	module string
	set    bool
}

func (k gbKind) nodeTerm(n *gbNode) term.Term {
	switch {
	case n == nil:
		return term.Nil
	case k.set:
		return term.Tuple{n.key, k.nodeTerm(n.smaller), k.nodeTerm(n.bigger)}
	}
	return term.Tuple{n.key, n.value, k.nodeTerm(n.smaller), k.nodeTerm(n.bigger)}
}

func (k gbKind) node(t term.Term) (*gbNode, bool) {
	if t == term.Term(term.Nil) {
		return nil, true
	}
	tuple, ok := t.(term.Tuple)
	size := 4
	if k.set {
		size = 3
	}
	if !ok || len(tuple) != size {
		return nil, false
	}
	smaller, ok1 := k.node(tuple[size-2])
	bigger, ok2 := k.node(tuple[size-1])
	n := &gbNode{key: tuple[0], smaller: smaller, bigger: bigger}
	if !k.set {
		n.value = tuple[1]
	}
	return n, ok1 && ok2
}

// gbTree is {size, node}.
type gbTree struct {
	size int
	root *gbNode
}

func (k gbKind) term(t gbTree) term.Term { return term.Tuple{term.Int(t.size), k.nodeTerm(t.root)} }

func (k gbKind) tree(t term.Term) (gbTree, bool) {
	tuple, ok := t.(term.Tuple)
	if !ok || len(tuple) != 2 {
		return gbTree{}, false
	}
	size, ok1 := tuple[0].(term.Int)
	root, ok2 := k.node(tuple[1])
	return gbTree{int(size), root}, ok1 && ok2 && size >= 0
}

func (n *gbNode) find(key term.Term) *gbNode {
	for n != nil {
		switch c := term.Compare(key, n.key); {
		case c < 0:
			n = n.smaller
		case c > 0:
			n = n.bigger
		default:
			return n
		}
	}
	return nil
}

// path returns how many steps lead to a key, or to where it would be, and the
// directions, true for bigger.
func (n *gbNode) path(key term.Term) []bool {
	var steps []bool
	for n != nil {
		c := term.Compare(key, n.key)
		if c == 0 {
			return steps
		}
		steps = append(steps, c > 0)
		if c < 0 {
			n = n.smaller
		} else {
			n = n.bigger
		}
	}
	return steps
}

// inserted is the result of an insertion below: a node, and, as long as the
// tree may be too deep there, its height and number of nodes, counted as
// powers of 2.
type inserted struct {
	node         *gbNode
	height, size int // 0 when nothing is to be balanced
}

// insert puts a key that is not there into the tree below n. limit is the
// square of the nodes that the way down still allows.
func (n *gbNode) insert(key, value term.Term, limit int) inserted {
	if n == nil {
		leaf := &gbNode{key: key, value: value}
		if limit == 0 {
			return inserted{leaf, 1, 1}
		}
		return inserted{node: leaf}
	}
	smaller := term.Compare(key, n.key) < 0
	below, other := n.bigger, n.smaller
	if smaller {
		below, other = n.smaller, n.bigger
	}
	made := below.insert(key, value, limit>>1)
	changed := &gbNode{key: n.key, value: n.value, smaller: n.smaller, bigger: made.node}
	if smaller {
		changed.smaller, changed.bigger = made.node, n.bigger
	}
	if made.size == 0 {
		return inserted{node: changed}
	}
	height, size := other.count()
	total, tallest := made.size+size+1, 2*max(made.height, height)
	if squared := total * total; tallest > squared {
		return inserted{node: balanced(changed.list(nil), total)}
	}
	return inserted{changed, tallest, total}
}

// count returns the height of a tree as a power of 2, and its nodes.
func (n *gbNode) count() (height, size int) {
	if n == nil {
		return 1, 0
	}
	if n.smaller == nil && n.bigger == nil {
		return 1, 1
	}
	h1, s1 := n.smaller.count()
	h2, s2 := n.bigger.count()
	return 2 * max(h1, h2), s1 + s2 + 1
}

// list appends the nodes in the order of their keys.
func (n *gbNode) list(nodes []*gbNode) []*gbNode {
	if n == nil {
		return nodes
	}
	return n.bigger.list(append(n.smaller.list(nodes), n))
}

// balanced makes a tree of nodes in order that is as flat as can be, with more
// on the smaller side.
func balanced(nodes []*gbNode, n int) *gbNode {
	if n == 0 {
		return nil
	}
	bigger := (n - 1) / 2
	smaller := n - 1 - bigger
	middle := nodes[smaller]
	return &gbNode{middle.key, middle.value, balanced(nodes[:smaller], smaller), balanced(nodes[smaller+1:n], bigger)}
}

// balancedBigger is balanced with more on the bigger side.
func balancedBigger(nodes []*gbNode) *gbNode {
	n := len(nodes)
	if n == 0 {
		return nil
	}
	smaller := (n - 1) / 2
	middle := nodes[smaller]
	return &gbNode{middle.key, middle.value, balancedBigger(nodes[:smaller]), balancedBigger(nodes[smaller+1:])}
}

// insert puts in a key that is not there.
func (t gbTree) insert(key, value term.Term) gbTree {
	size := t.size + 1
	return gbTree{size, t.root.insert(key, value, size*size).node}
}

func (n *gbNode) update(key, value term.Term) *gbNode {
	c := term.Compare(key, n.key)
	changed := *n
	switch {
	case c < 0:
		changed.smaller = n.smaller.update(key, value)
	case c > 0:
		changed.bigger = n.bigger.update(key, value)
	default:
		changed.key, changed.value = key, value
	}
	return &changed
}

// delete takes a key that is there out of the tree below n.
func (n *gbNode) delete(key term.Term) *gbNode {
	c := term.Compare(key, n.key)
	changed := *n
	switch {
	case c < 0:
		changed.smaller = n.smaller.delete(key)
	case c > 0:
		changed.bigger = n.bigger.delete(key)
	case n.smaller == nil:
		return n.bigger
	case n.bigger == nil:
		return n.smaller
	default:
		first := n.bigger.smallest()
		return &gbNode{first.key, first.value, n.smaller, n.bigger.withoutSmallest()}
	}
	return &changed
}

func (n *gbNode) smallest() *gbNode {
	for n.smaller != nil {
		n = n.smaller
	}
	return n
}

func (n *gbNode) largest() *gbNode {
	for n.bigger != nil {
		n = n.bigger
	}
	return n
}

func (n *gbNode) withoutSmallest() *gbNode {
	if n.smaller == nil {
		return n.bigger
	}
	changed := *n
	changed.smaller = n.smaller.withoutSmallest()
	return &changed
}

func (n *gbNode) withoutLargest() *gbNode {
	if n.bigger == nil {
		return n.smaller
	}
	changed := *n
	changed.bigger = n.bigger.withoutLargest()
	return &changed
}
