package process

// The Erlang machine keeps the links and monitors of a process in red-black
// trees and lists them as it walks these: a node, what is right of it, what is
// left of it. This file finds that order, which process_info shows, and the one
// in which links are told of an end: what is left of a node, what is right of
// it, the node.

// node is a node of a red-black tree.
type node struct {
	key         uint64
	index       int // of the key among those inserted
	red         bool
	left, right *node
	parent      *node
}

// listed returns the order in which the machine lists what was inserted with
// the keys: positions in keys, which differ from each other.
func listed(keys []uint64) []int {
	order := make([]int, 0, len(keys))
	var walk func(*node)
	walk = func(n *node) {
		if n != nil {
			order = append(order, n.index)
			walk(n.right)
			walk(n.left)
		}
	}
	walk(tree(keys))
	return order
}

// felled returns the order in which the machine takes the tree apart.
func felled(keys []uint64) []int {
	order := make([]int, 0, len(keys))
	var walk func(*node)
	walk = func(n *node) {
		if n != nil {
			walk(n.left)
			walk(n.right)
			order = append(order, n.index)
		}
	}
	walk(tree(keys))
	return order
}

// tree is the tree into which the keys were inserted.
func tree(keys []uint64) *node {
	var root *node
	for i, key := range keys {
		root = insert(root, &node{key: key, index: i, red: true})
	}
	return root
}

// insert adds a red leaf to a tree and returns the new root.
func insert(root, n *node) *node {
	place := &root
	for *place != nil {
		n.parent = *place
		if n.key < n.parent.key {
			place = &n.parent.left
		} else {
			place = &n.parent.right
		}
	}
	*place = n
	for n.parent != nil && n.parent.red {
		n = mend(&root, n)
	}
	root.red = false
	return root
}

// mend repairs a red node below a red parent and returns the node to look at
// next.
func mend(root **node, n *node) *node {
	parent, grand := n.parent, n.parent.parent
	uncle := grand.left
	if parent == grand.left {
		uncle = grand.right
	}
	if uncle != nil && uncle.red {
		parent.red, uncle.red, grand.red = false, false, true
		return grand
	}
	if (n == parent.left) != (parent == grand.left) {
		rotate(root, parent, n)
		n, parent = parent, n
	}
	parent.red, grand.red = false, true
	rotate(root, grand, parent)
	return n
}

// rotate lifts a child to the place of its parent.
func rotate(root **node, parent, child *node) {
	if child == parent.left {
		parent.left, child.right = child.right, parent
		adopt(parent, parent.left)
	} else {
		parent.right, child.left = child.left, parent
		adopt(parent, parent.right)
	}
	switch above := parent.parent; {
	case above == nil:
		*root = child
	case above.left == parent:
		above.left = child
	default:
		above.right = child
	}
	child.parent, parent.parent = parent.parent, child
}

func adopt(parent, child *node) {
	if child != nil {
		child.parent = parent
	}
}
