package lib

import (
	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

var gbTrees = gbKind{module: "gb_trees"}

func gbTreesTable() Module {
	return Module{
		Name: "gb_trees",
		Doc:  "Erlang's balanced trees of keys and values, `{size, tree}`.",
		Functions: []Function{
			{"empty", "", "The empty tree.", constantTerm(gbTrees.term(gbTree{}))},
			{"from_orddict", "list", "A tree of `{key, value}` in the order of the keys.", gbFromOrddict},
			{"is_empty", "tree", "Whether there is no key.", gbTrees.on(0, func(t gbTree, _ args) (term.Term, error) { return term.Bool(t.size == 0), nil })},
			{"size", "tree", "The number of keys.", gbTrees.on(0, func(t gbTree, _ args) (term.Term, error) { return term.Int(t.size), nil })},
			{"lookup", "key, tree", "`{:value, value}` of the key, or `:none`.", gbTrees.on(1, func(t gbTree, a args) (term.Term, error) {
				if n := t.root.find(a[0]); n != nil {
					return term.Tuple{term.Atom("value"), n.value}, nil
				}
				return term.Atom("none"), nil
			})},
			{"get", "key, tree", "The value of the key; an error if it is not there.", gbTrees.on(1, func(t gbTree, a args) (term.Term, error) {
				if n := t.root.find(a[0]); n != nil {
					return n.value, nil
				}
				return nil, gbTrees.absent("get_1", 244, args{a[0], term.Nil})
			})},
			{"is_defined", "key, tree", "Whether the key is there.", gbTrees.on(1, gbMember)},
			{"insert", "key, value, tree", "The tree with a key that is not in it yet.", gbTrees.on(2, func(t gbTree, a args) (term.Term, error) {
				if t.root.find(a[0]) != nil {
					return nil, gbTrees.exists(t, a[0], []int{319, 281, 296, 278}, 4, 3)
				}
				return gbTrees.term(t.insert(a[0], a[1])), nil
			})},
			{"enter", "key, value, tree", "The tree with the value of the key, new or changed.", gbTrees.on(2, func(t gbTree, a args) (term.Term, error) {
				if t.root.find(a[0]) != nil {
					return gbTrees.term(gbTree{t.size, t.root.update(a[0], a[1])}), nil
				}
				return gbTrees.term(t.insert(a[0], a[1])), nil
			})},
			{"update", "key, value, tree", "The tree with the value of a key changed.", gbTrees.on(2, func(t gbTree, a args) (term.Term, error) {
				if t.root.find(a[0]) == nil {
					return nil, gbTrees.onTheWay(t, a[0], gbTrees.absent("update_1", 263, args{a[0], a[1], term.Nil}), [2]int{263, 266}, "update_1", "update", 3, 258)
				}
				return gbTrees.term(gbTree{t.size, t.root.update(a[0], a[1])}), nil
			})},
			{"delete", "key, tree", "The tree without a key.", gbTrees.on(1, gbTrees.deletes(true, 408, 412, 409, 404))},
			{"delete_any", "key, tree", "The tree without a key, whether it is there or not.", gbTrees.on(1, gbTrees.deletes(false, 0, 0, 0, 0))},
			{"take", "key, tree", "`{value, tree}` of a key and the tree without it.", gbTrees.on(1, func(t gbTree, a args) (term.Term, error) {
				n := t.root.find(a[0])
				if n == nil {
					return nil, gbTrees.absent("take_1", 440, args{a[0], term.Nil})
				}
				return term.Tuple{n.value, gbTrees.term(gbTree{t.size - 1, t.root.delete(a[0])})}, nil
			})},
			{"take_any", "key, tree", "As `take/2`, or `:error`.", gbTrees.on(1, func(t gbTree, a args) (term.Term, error) {
				n := t.root.find(a[0])
				if n == nil {
					return term.ErrorAtom, nil
				}
				return term.Tuple{n.value, gbTrees.term(gbTree{t.size - 1, t.root.delete(a[0])})}, nil
			})},
			{"keys", "tree", "The keys in order.", gbTrees.on(0, gbEach(func(n *gbNode) term.Term { return n.key }))},
			{"values", "tree", "The values in the order of the keys.", gbTrees.on(0, gbEach(func(n *gbNode) term.Term { return n.value }))},
			{"to_list", "tree", "`{key, value}` in the order of the keys.", gbTrees.on(0, gbEach(gbTrees.entry))},
			{"smallest", "tree", "`{key, value}` of the smallest key.", gbTrees.on(0, gbTrees.end("smallest_1", 482, (*gbNode).smallest))},
			{"largest", "tree", "`{key, value}` of the largest key.", gbTrees.on(0, gbTrees.end("largest_1", 516, (*gbNode).largest))},
			{"take_smallest", "tree", "`{key, value, tree}` of the smallest key.", gbTrees.on(0, gbTrees.takesEnd((*gbNode).smallest, (*gbNode).withoutSmallest))},
			{"take_largest", "tree", "`{key, value, tree}` of the largest key.", gbTrees.on(0, gbTrees.takesEnd((*gbNode).largest, (*gbNode).withoutLargest))},
			{"balance", "tree", "The tree as flat as can be.", gbTrees.on(0, gbTrees.balances)},
			{"map", "fun, tree", "The tree with the values that `fun` makes of key and value.", gbMap},
			{"iterator", "tree", "An iterator for `next/1`.", gbTrees.on(0, gbTrees.iterates)},
			{"iterator_from", "key, tree", "An iterator that begins at a key.", gbTrees.on(1, gbTrees.iteratesFrom)},
			{"next", "iterator", "`{key, value, iterator}`, or `:none`.", gbTrees.next},
		},
	}
}

// on hands the tree that is argument i to f.
func (k gbKind) on(i int, f func(t gbTree, a args) (term.Term, error)) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		t, ok := k.tree(a[i])
		if !ok {
			return nil, errClause
		}
		return f(t, a)
	}
}

// absent is the error of a key that is not there: no clause of the inner
// function takes it.
func (k gbKind) absent(function string, line int, a args) error {
	err := exception.As(noClause(nil, term.Atom(k.module), function, a))
	err.Stack[0].File, err.Stack[0].Line = k.module+".erl", line
	return err
}

// exists is the error of a key that is there already. lines are those of the
// error, of the way to the smaller and to the bigger, and of the caller.
func (k gbKind) exists(t gbTree, key term.Term, lines []int, inner, outer int) error {
	err := exception.Raise(term.Tuple{term.Atom("key_exists"), key}).In(in(k.module, "insert_1", inner, lines[0]))
	return k.onTheWay(t, key, err, [2]int{lines[1], lines[2]}, "insert_1", "insert", outer, lines[3])
}

// onTheWay adds the frames of an inner function that called itself on the way
// to a key, at lines for smaller and bigger, and of the function around it.
func (k gbKind) onTheWay(t gbTree, key term.Term, err error, lines [2]int, inner, outer string, arity, line int) error {
	arityOfInner := exception.As(err).Stack[0].Arity
	steps := t.root.path(key)
	for i := len(steps) - 1; i >= 0; i-- {
		if i+1 < len(steps) && steps[i] == steps[i+1] {
			continue // one return address is one frame
		}
		at := lines[0]
		if steps[i] {
			at = lines[1]
		}
		err = exception.In(err, in(k.module, inner, arityOfInner, at))
	}
	return exception.In(err, in(k.module, outer, arity, line))
}

// deletes deletes a key that must be there, or one that may.
func (k gbKind) deletes(must bool, line, bigger, smaller, caller int) func(t gbTree, a args) (term.Term, error) {
	return func(t gbTree, a args) (term.Term, error) {
		if t.root.find(a[0]) == nil {
			if !must {
				return k.term(t), nil
			}
			return nil, k.onTheWay(t, a[0], k.absent("delete_1", line, args{a[0], term.Nil}), [2]int{smaller, bigger}, "delete_1", "delete", 2, caller)
		}
		return k.term(gbTree{t.size - 1, t.root.delete(a[0])}), nil
	}
}

func gbMember(t gbTree, a args) (term.Term, error) { return term.Bool(t.root.find(a[0]) != nil), nil }

// gbEach makes a list of what f makes of each node.
func gbEach(f func(n *gbNode) term.Term) func(t gbTree, _ args) (term.Term, error) {
	return func(t gbTree, _ args) (term.Term, error) {
		var list []term.Term
		for _, n := range t.root.list(nil) {
			list = append(list, f(n))
		}
		return term.List(list...), nil
	}
}

// entry is a key, with its value in a tuple if it is not one of a set.
func (k gbKind) entry(n *gbNode) term.Term {
	if k.set {
		return n.key
	}
	return term.Tuple{n.key, n.value}
}

func (k gbKind) end(inner string, line int, pick func(*gbNode) *gbNode) func(t gbTree, _ args) (term.Term, error) {
	return func(t gbTree, _ args) (term.Term, error) {
		if t.root == nil {
			return nil, k.absent(inner, line, args{term.Nil})
		}
		return k.entry(pick(t.root)), nil
	}
}

func (k gbKind) takesEnd(pick, without func(*gbNode) *gbNode) func(t gbTree, _ args) (term.Term, error) {
	return func(t gbTree, _ args) (term.Term, error) {
		if t.root == nil {
			return nil, errClause
		}
		n := pick(t.root)
		rest := k.term(gbTree{t.size - 1, without(t.root)})
		if k.set {
			return term.Tuple{n.key, rest}, nil
		}
		return term.Tuple{n.key, n.value, rest}, nil
	}
}

func (k gbKind) balances(t gbTree, _ args) (term.Term, error) {
	return k.term(gbTree{t.size, balanced(t.root.list(nil), t.size)}), nil
}

// iterates returns the nodes on the way to the smallest, which is the first.
func (k gbKind) iterates(t gbTree, _ args) (term.Term, error) { return k.down(t.root, term.Empty), nil }

func (k gbKind) down(n *gbNode, rest term.Term) term.Term {
	for ; n != nil; n = n.smaller {
		rest = &term.Cons{Head: k.nodeTerm(n), Tail: rest}
	}
	return rest
}

func (k gbKind) iteratesFrom(t gbTree, a args) (term.Term, error) {
	var way term.Term = term.Empty
	for n := t.root; n != nil; {
		c := term.Compare(n.key, a[0])
		if c < 0 {
			n = n.bigger
			continue
		}
		way = &term.Cons{Head: k.nodeTerm(n), Tail: way}
		if c == 0 {
			break
		}
		n = n.smaller
	}
	return way, nil
}

func (k gbKind) next(_ *process.Process, a []term.Term) (term.Term, error) {
	cell, ok := a[0].(*term.Cons)
	if !ok {
		if a[0] == term.Term(term.Empty) {
			return term.Atom("none"), nil
		}
		return nil, errClause
	}
	n, ok := k.node(cell.Head)
	if !ok || n == nil {
		return nil, errClause
	}
	rest := k.down(n.bigger, cell.Tail)
	if k.set {
		return term.Tuple{n.key, rest}, nil
	}
	return term.Tuple{n.key, n.value, rest}, nil
}

func gbFromOrddict(_ *process.Process, a []term.Term) (term.Term, error) {
	d, ok := ordDictIn(a[0])
	if !ok {
		return nil, badarg("erlang", "length", a...)
	}
	nodes := make([]*gbNode, len(d))
	for i, p := range d {
		nodes[i] = &gbNode{key: p.Key, value: p.Value}
	}
	return gbTrees.term(gbTree{len(nodes), balanced(nodes, len(nodes))}), nil
}

func gbMap(self *process.Process, a []term.Term) (term.Term, error) {
	t, ok := gbTrees.tree(a[1])
	if !ok || !isFun(a[0], 2) {
		return nil, errClause
	}
	var change func(n *gbNode) (*gbNode, error)
	change = func(n *gbNode) (*gbNode, error) {
		if n == nil {
			return nil, nil
		}
		value, err := code.Call(self, a[0], n.key, n.value)
		if err != nil {
			return nil, err
		}
		smaller, err := change(n.smaller)
		if err != nil {
			return nil, err
		}
		bigger, err := change(n.bigger)
		return &gbNode{n.key, value, smaller, bigger}, err
	}
	root, err := change(t.root)
	return gbTrees.term(gbTree{t.size, root}), err
}
