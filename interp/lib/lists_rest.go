package lib

import (
	"slices"

	"gex/runtime/code"
	"gex/runtime/process"
	"gex/runtime/term"
)

var listsRest = []Function{
	{"merge", "fun, list1, list2", "Two lists in the order of `fun` as one.", listsMergeWith(false)},
	{"umerge", "fun, list1, list2", "As `merge/3`, each element once.", listsMergeWith(true)},
	{"merge3", "list1, list2, list3", "Three lists in order as one.", listsMerge3(false)},
	{"umerge3", "list1, list2, list3", "As `merge3/3`, each element once.", listsMerge3(true)},
}

func listsMerge3(once bool) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		all, ok := term.Slice(term.List(a...))
		if !ok {
			return nil, errClause
		}
		return listsMergeAll(once)(self, all, nil)
	}
}

// listsMergeWith merges by a function that tells whether the first of two
// elements comes first.
func listsMergeWith(once bool) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		left, ok1 := term.Slice(a[1])
		right, ok2 := term.Slice(a[2])
		if !ok1 || !ok2 || !isFun(a[0], 2) {
			return nil, errClause
		}
		var out []term.Term
		for len(left) > 0 && len(right) > 0 {
			first, err := code.Call(self, a[0], left[0], right[0])
			if err != nil {
				return nil, err
			}
			if first != term.Term(term.True) {
				out, right = append(out, right[0]), right[1:]
				continue
			}
			if once {
				same, err := code.Call(self, a[0], right[0], left[0])
				if err != nil {
					return nil, err
				}
				if same == term.Term(term.True) {
					right = right[1:]
				}
			}
			out, left = append(out, left[0]), left[1:]
		}
		return term.List(slices.Concat(out, left, right)...), nil
	}
}

// mapsIterators are maps:iterator/1 and next/1. An iterator is the pairs that
// are left, {key, value, iterator} or :none.
var mapsIterators = []Function{
	{"iterator", "map", "An iterator for `next/1`.", func(_ *process.Process, a []term.Term) (term.Term, error) {
		m, ok := a[0].(*term.Map)
		if !ok {
			return nil, badmap(a[0]).In(mapsFrame("iterator", a, 581))
		}
		return &term.Cons{Head: term.Int(0), Tail: m}, nil
	}},
	{"next", "iterator", "`{key, value, iterator}`, or `:none`.", mapsNext},
}

func mapsNext(_ *process.Process, a []term.Term) (term.Term, error) {
	if a[0] == term.Term(term.Atom("none")) {
		return a[0], nil
	}
	if _, ok := a[0].(term.Tuple); ok {
		return a[0], nil
	}
	cell, ok := a[0].(*term.Cons)
	if !ok {
		return nil, badarg("maps", "next", a...)
	}
	m, ok := cell.Tail.(*term.Map)
	if !ok {
		return nil, badarg("maps", "next", a...)
	}
	var rest term.Term = term.Atom("none")
	for _, p := range slices.Backward(m.Pairs()) {
		rest = term.Tuple{p.Key, p.Value, rest}
	}
	return rest, nil
}

var queueRest = []Function{
	{"cons", "item, queue", "The queue with `item` at the front.", onQueue(1, func(q []term.Term, a args) term.Term { return queueOf(append([]term.Term{a[0]}, q...)) })},
	{"snoc", "queue, item", "The queue with `item` at the rear.", onQueue(0, func(q []term.Term, a args) term.Term { return queueIn(a[0], a[1], len(q)) })},
	{"daeh", "queue", "The item at the rear.", queueEnd("get_r", func(q []term.Term) term.Term { return q[len(q)-1] })},
	{"lait", "queue", "The queue without the item at the rear.", queueWithout("drop_r", queueOutRear)},
	{"liat", "queue", "The queue without the item at the rear.", queueWithout("drop_r", queueOutRear)},
	{"delete", "item, queue", "The queue without the first such item.", onQueue(1, func(q []term.Term, a args) term.Term {
		i := slices.IndexFunc(q, func(x term.Term) bool { return term.Same(x, a[0]) })
		if i < 0 {
			return a[1]
		}
		return queueOf(slices.Delete(slices.Clone(q), i, i+1))
	})},
	{"delete_r", "item, queue", "The queue without the last such item.", onQueue(1, func(q []term.Term, a args) term.Term {
		for i, x := range slices.Backward(q) {
			if term.Same(x, a[0]) {
				return queueOf(slices.Delete(slices.Clone(q), i, i+1))
			}
		}
		return a[1]
	})},
	{"delete_with", "pred, queue", "The queue without the first item of which `pred` is true.", queueDeleteWith(false)},
	{"delete_with_r", "pred, queue", "The queue without the last item of which `pred` is true.", queueDeleteWith(true)},
	{"filter", "fun, queue", "The items of which `fun` is true, or those of the list that it returns.", queueFilter},
	{"filtermap", "fun, queue", "The items of which `fun` is true, or the value of `{true, value}`.", queueFilter},
}

func queueDeleteWith(fromRear bool) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		items, ok := queueItems(a[1])
		if !ok || !isFun(a[0], 1) {
			return nil, badarg("queue", "delete_with", a...)
		}
		for n := range items {
			i := n
			if fromRear {
				i = len(items) - 1 - n
			}
			found, err := code.Call(self, a[0], items[i])
			if err != nil {
				return nil, err
			}
			if found == term.Term(term.True) {
				return queueOf(slices.Delete(slices.Clone(items), i, i+1)), nil
			}
		}
		return a[1], nil
	}
}

func queueFilter(self *process.Process, a []term.Term) (term.Term, error) {
	items, ok := queueItems(a[1])
	if !ok || !isFun(a[0], 1) {
		return nil, badarg("queue", "filter", a...)
	}
	var kept []term.Term
	for _, x := range items {
		answer, err := code.Call(self, a[0], x)
		if err != nil {
			return nil, err
		}
		switch answer := answer.(type) {
		case term.Atom:
			if answer == term.True {
				kept = append(kept, x)
			}
		case *term.Cons:
			list, _ := term.Slice(answer)
			kept = append(kept, list...)
		case term.Tuple:
			if len(answer) == 2 && answer[0] == term.Term(term.True) {
				kept = append(kept, answer[1])
			}
		}
	}
	return queueOf(kept), nil
}
