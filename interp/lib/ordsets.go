package lib

import (
	"slices"

	"gex/runtime/code"
	"gex/runtime/process"
	"gex/runtime/term"
)

func ordsetsMore() []Function {
	return []Function{
		{"is_empty", "set", "Whether there is no element.", func(_ *process.Process, a []term.Term) (term.Term, error) {
			return term.Bool(a[0] == term.Term(term.Empty)), nil
		}},
		{"is_set", "term", "Whether the term is a list in order without doubles.", func(_ *process.Process, a []term.Term) (term.Term, error) {
			list, ok := term.Slice(a[0])
			for i := 1; i < len(list); i++ {
				ok = ok && term.Compare(list[i-1], list[i]) < 0
			}
			return term.Bool(ok), nil
		}},
		{"is_disjoint", "set1, set2", "Whether no element is in both sets.", onLists(func(x, y []term.Term) term.Term {
			return term.Bool(!slices.ContainsFunc(x, func(e term.Term) bool { return hasEqual(y, e) }))
		})},
		{"is_subset", "set1, set2", "Whether all elements of the first set are in the second.", onLists(func(x, y []term.Term) term.Term {
			return term.Bool(!slices.ContainsFunc(x, func(e term.Term) bool { return !hasEqual(y, e) }))
		})},
		{"union", "sets", "The elements of any set of a list.", onListOfLists(func(x, y []term.Term) []term.Term { return slices.Concat(x, y) })},
		{"intersection", "sets", "The elements of all sets of a list.", onListOfLists(func(x, y []term.Term) []term.Term {
			return slices.DeleteFunc(slices.Clone(x), func(e term.Term) bool { return !hasEqual(y, e) })
		})},
		{"filter", "pred, set", "The elements of which `pred` is true.", overList("filter", enumFilter)},
		{"fold", "fun, acc, set", "Folds over the elements.", ordsetsFold},
	}
}

func hasEqual(list []term.Term, x term.Term) bool {
	return slices.ContainsFunc(list, func(y term.Term) bool { return term.Equal(x, y) })
}

func onLists(f func(x, y []term.Term) term.Term) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		x, ok1 := term.Slice(a[0])
		y, ok2 := term.Slice(a[1])
		if !ok1 || !ok2 {
			return nil, errClause
		}
		return f(x, y), nil
	}
}

func onListOfLists(f func(x, y []term.Term) []term.Term) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		lists, ok := term.Slice(a[0])
		var all []term.Term
		for i, l := range lists {
			list, proper := term.Slice(l)
			switch ok = ok && proper; {
			case !ok:
				return nil, errClause
			case i == 0:
				all = list
			default:
				all = f(all, list)
			}
		}
		if !ok {
			return nil, errClause
		}
		return orderedSet(slices.Clone(all)), nil
	}
}

func ordsetsFold(self *process.Process, a []term.Term) (term.Term, error) {
	list, ok := term.Slice(a[2])
	if !ok || !isFun(a[0], 2) {
		return nil, errClause
	}
	acc := a[1]
	for _, x := range list {
		var err error
		if acc, err = code.Call(self, a[0], x, acc); err != nil {
			return nil, err
		}
	}
	return acc, nil
}
