package lib

import (
	"math"
	"slices"

	"gex/runtime/code"
	"gex/runtime/process"
	"gex/runtime/term"
)

var gbSets = gbKind{module: "gb_sets", set: true}

func gbSetsTable() Module {
	return Module{
		Name: "gb_sets",
		Doc:  "Erlang's sets as balanced trees, `{size, tree}`.",
		Functions: []Function{
			{"empty", "", "The empty set.", constantTerm(gbSets.term(gbTree{}))},
			{"new", "", "The empty set.", constantTerm(gbSets.term(gbTree{}))},
			{"singleton", "element", "The set of one element.", func(_ *process.Process, a []term.Term) (term.Term, error) {
				return gbSets.term(gbTree{}.insert(a[0], nil)), nil
			}},
			{"from_list", "list", "The set of the elements of a list.", gbFromList},
			{"from_ordset", "list", "The set of the elements of a list in order without doubles.", gbFromOrdset},
			{"is_empty", "set", "Whether there is no element.", gbSets.on(0, func(t gbTree, _ args) (term.Term, error) { return term.Bool(t.size == 0), nil })},
			{"size", "set", "The number of elements.", gbSets.on(0, func(t gbTree, _ args) (term.Term, error) { return term.Int(t.size), nil })},
			{"is_set", "term", "Whether the term may be a set.", func(_ *process.Process, a []term.Term) (term.Term, error) {
				_, ok := gbSets.tree(a[0])
				return term.Bool(ok), nil
			}},
			{"is_member", "element, set", "Whether the element is in the set.", gbSets.on(1, gbMember)},
			{"is_element", "element, set", "Whether the element is in the set.", gbSets.on(1, gbMember)},
			{"insert", "element, set", "The set with an element that is not in it yet.", gbSets.on(1, func(t gbTree, a args) (term.Term, error) {
				if t.root.find(a[0]) != nil {
					return nil, gbSets.exists(t, a[0], []int{305, 267, 284, 264}, 3, 2)
				}
				return gbSets.term(t.insert(a[0], nil)), nil
			})},
			{"add", "element, set", "The set with an element.", gbSets.on(1, gbAdd)},
			{"add_element", "element, set", "The set with an element.", gbSets.on(1, gbAdd)},
			{"delete", "element, set", "The set without an element, which must be there.", gbSets.on(1, gbSets.deletes(true, 403, 407, 404, 401))},
			{"delete_any", "element, set", "The set without an element.", gbSets.on(1, gbSets.deletes(false, 0, 0, 0, 0))},
			{"del_element", "element, set", "The set without an element.", gbSets.on(1, gbSets.deletes(false, 0, 0, 0, 0))},
			{"to_list", "set", "The elements in order.", gbSets.on(0, gbEach(gbSets.entry))},
			{"smallest", "set", "The smallest element.", gbSets.on(0, gbSets.end("smallest_1", 435, (*gbNode).smallest))},
			{"largest", "set", "The largest element.", gbSets.on(0, gbSets.end("largest_1", 465, (*gbNode).largest))},
			{"take_smallest", "set", "`{element, set}` of the smallest element.", gbSets.on(0, gbSets.takesEnd((*gbNode).smallest, (*gbNode).withoutSmallest))},
			{"take_largest", "set", "`{element, set}` of the largest element.", gbSets.on(0, gbSets.takesEnd((*gbNode).largest, (*gbNode).withoutLargest))},
			{"balance", "set", "The set with its tree as flat as can be.", gbSets.on(0, gbSets.balances)},
			{"iterator", "set", "An iterator for `next/1`.", gbSets.on(0, gbSets.iterates)},
			{"iterator_from", "element, set", "An iterator that begins at an element.", gbSets.on(1, gbSets.iteratesFrom)},
			{"next", "iterator", "`{element, iterator}`, or `:none`.", gbSets.next},
			{"union", "set1, set2", "The elements of either set.", onTwoTrees(gbUnion)},
			{"union", "sets", "The elements of any set of a list.", onTrees(gbUnion)},
			{"intersection", "set1, set2", "The elements of both sets.", onTwoTrees(gbIntersection)},
			{"intersection", "sets", "The elements of all sets of a list.", onTrees(gbIntersection)},
			{"subtract", "set1, set2", "The elements of the first set that are not in the second.", onTwoTrees(gbDifference)},
			{"difference", "set1, set2", "As `subtract/2`.", onTwoTrees(gbDifference)},
			{"is_subset", "set1, set2", "Whether all elements of the first set are in the second.", gbCompared(true)},
			{"is_disjoint", "set1, set2", "Whether no element is in both sets.", gbCompared(false)},
			{"fold", "fun, acc, set", "Folds over the elements in order.", gbFold},
			{"filter", "pred, set", "The elements of which `pred` is true.", gbFilter},
		},
	}
}

func gbAdd(t gbTree, a args) (term.Term, error) {
	if t.root.find(a[0]) != nil {
		return gbSets.term(t), nil
	}
	return gbSets.term(t.insert(a[0], nil)), nil
}

func gbFromList(self *process.Process, a []term.Term) (term.Term, error) {
	list, ok := term.Slice(a[0])
	if !ok {
		return nil, errClause
	}
	list = slices.Clone(list)
	slices.SortStableFunc(list, term.Compare)
	list = slices.CompactFunc(list, term.Equal)
	return gbFromOrdset(self, args{term.List(list...)})
}

func gbFromOrdset(_ *process.Process, a []term.Term) (term.Term, error) {
	list, ok := term.Slice(a[0])
	if !ok {
		return nil, badarg("erlang", "length", a...)
	}
	nodes := make([]*gbNode, len(list))
	for i, x := range list {
		nodes[i] = &gbNode{key: x}
	}
	return gbSets.term(gbTree{len(nodes), balanced(nodes, len(nodes))}), nil
}

func onTwoTrees(f func(a, b gbTree) gbTree) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		first, ok1 := gbSets.tree(a[0])
		second, ok2 := gbSets.tree(a[1])
		if !ok1 || !ok2 {
			return nil, errClause
		}
		return gbSets.term(f(first, second)), nil
	}
}

func onTrees(f func(a, b gbTree) gbTree) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		list, ok := term.Slice(a[0])
		var all gbTree
		for i, x := range list {
			t, isTree := gbSets.tree(x)
			switch ok = ok && isTree; {
			case !ok:
				return nil, errClause
			case i == 0:
				all = t
			default:
				all = f(all, t)
			}
		}
		if !ok {
			return nil, errClause
		}
		return gbSets.term(all), nil
	}
}

// mergeCost is how much an insertion costs against a step of a merge.
const mergeCost = 1.46

// gbUnion merges the elements, or inserts them one by one when they are few.
func gbUnion(a, b gbTree) gbTree {
	if b.size < a.size {
		a, b = b, a
	}
	nodes := a.root.list(nil)
	if b.size >= 10 && float64(b.size) >= float64(a.size)*math.Round(mergeCost*math.Log(float64(b.size))) {
		for _, n := range nodes {
			if b.root.find(n.key) == nil {
				b = b.insert(n.key, nil)
			}
		}
		return b
	}
	nodes = append(nodes, b.root.list(nil)...)
	slices.SortStableFunc(nodes, func(x, y *gbNode) int { return term.Compare(x.key, y.key) })
	nodes = slices.CompactFunc(nodes, func(x, y *gbNode) bool { return term.Equal(x.key, y.key) })
	return gbTree{len(nodes), balancedBigger(nodes)}
}

func gbKept(a, b gbTree, kept bool) gbTree {
	nodes := slices.DeleteFunc(a.root.list(nil), func(n *gbNode) bool { return (b.root.find(n.key) != nil) != kept })
	return gbTree{len(nodes), balancedBigger(nodes)}
}

func gbIntersection(a, b gbTree) gbTree { return gbKept(a, b, true) }
func gbDifference(a, b gbTree) gbTree   { return gbKept(a, b, false) }

// gbCompared tells whether all or none of the elements are in the other set.
func gbCompared(all bool) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		first, ok1 := gbSets.tree(a[0])
		second, ok2 := gbSets.tree(a[1])
		if !ok1 || !ok2 {
			return nil, errClause
		}
		common := gbIntersection(first, second).size
		return term.Bool(all && common == first.size || !all && common == 0), nil
	}
}

func gbFold(self *process.Process, a []term.Term) (term.Term, error) {
	t, ok := gbSets.tree(a[2])
	if !ok || !isFun(a[0], 2) {
		return nil, errClause
	}
	acc := a[1]
	for _, n := range t.root.list(nil) {
		var err error
		if acc, err = code.Call(self, a[0], n.key, acc); err != nil {
			return nil, err
		}
	}
	return acc, nil
}

func gbFilter(self *process.Process, a []term.Term) (term.Term, error) {
	t, ok := gbSets.tree(a[1])
	if !ok || !isFun(a[0], 1) {
		return nil, errClause
	}
	var kept []*gbNode
	for _, n := range t.root.list(nil) {
		keep, err := code.Call(self, a[0], n.key)
		if err != nil {
			return nil, err
		}
		if keep == term.Term(term.True) {
			kept = append(kept, n)
		}
	}
	return gbSets.term(gbTree{len(kept), balanced(kept, len(kept))}), nil
}
