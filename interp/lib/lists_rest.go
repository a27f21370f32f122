package lib

import (
	"slices"

	"gex/runtime/code"
	"gex/runtime/process"
	"gex/runtime/term"
)

func listsRest() []Function {
	return []Function{
		{"merge", "fun, list1, list2", "Two lists in the order of `fun` as one.", listsMergeWith(false)},
		{"umerge", "fun, list1, list2", "As `merge/3`, each element once.", listsMergeWith(true)},
		{"merge3", "list1, list2, list3", "Three lists in order as one.", listsMerge3(false)},
		{"umerge3", "list1, list2, list3", "As `merge3/3`, each element once.", listsMerge3(true)},
	}
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
func mapsIterators() []Function {
	return []Function{
		{"iterator", "map", "An iterator for `next/1`.", func(_ *process.Process, a []term.Term) (term.Term, error) {
			m, ok := a[0].(*term.Map)
			if !ok {
				return nil, badmap(a[0]).In(mapsFrame("iterator", a, 581))
			}
			return &term.Cons{Head: term.Int(0), Tail: m}, nil
		}},
		{"next", "iterator", "`{key, value, iterator}`, or `:none`.", mapsNext},
	}
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
