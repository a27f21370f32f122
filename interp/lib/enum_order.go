package lib

import (
	"cmp"
	"errors"
	"slices"

	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// This file holds the functions of Enum that compare or combine elements.

func enumOrders() []Function {
	return []Function{
		{"sort", "enumerable", "The elements in the order of terms.", enumSort},
		{"sort", "enumerable, fun", "The elements in the order of `fun.(a, b)`, which says whether `a` may come before `b`; or `:asc`, `:desc`, a module with `compare/2`.", enumSortWith},
		{"sort_by", `enumerable, mapper, sorter \\ :asc`, "The elements in the order of what `mapper` makes of them.", enumSortBy},
		{"min", `enumerable, sorter \\ nil, empty_fallback \\ nil`, "The least element.", enumMin},
		{"max", `enumerable, sorter \\ nil, empty_fallback \\ nil`, "The greatest element.", enumMax},
		{"min_by", `enumerable, fun, sorter \\ nil, empty_fallback \\ nil`, "The element for which `fun` is least.", enumMinBy},
		{"max_by", `enumerable, fun, sorter \\ nil, empty_fallback \\ nil`, "The element for which `fun` is greatest.", enumMaxBy},
		{"min_max", `enumerable, empty_fallback \\ nil`, "`{least, greatest}`; of nothing, what the function returns.", enumMinMax},
		{"min_max_by", `enumerable, fun, sorter_or_empty_fallback \\ nil, empty_fallback \\ nil`, "The elements for which `fun` is least and greatest.", enumMinMaxBy},
		{"group_by", `enumerable, key_fun, value_fun \\ nil`, "A map from each result of `key_fun` to the list of the elements with it, mapped by `value_fun`.", enumGroupBy},
	}
}

func enumCombinations() []Function {
	return []Function{
		{"zip", "enumerables", "A list of tuples, of the first elements, the second and so on, as long as the shortest.", enumZip},
		{"zip", "enumerable1, enumerable2", "A list of pairs of the elements, as long as the shorter of the two.", enumZip2},
		{"zip_with", "enumerables, zip_fun", "Zips, with each list of elements mapped by `zip_fun`.", enumZipWith},
		{"zip_with", "enumerable1, enumerable2, zip_fun", "Zips, with `zip_fun.(a, b)` for each pair.", enumZipWith2},
		{"zip_reduce", "enums, acc, reducer", "Folds over lists of the elements: `reducer.(elements, acc)`.", enumZipReduce},
		{"zip_reduce", "left, right, acc, reducer", "Folds over two enumerables: `reducer.(left, right, acc)`.", enumZipReduce2},
		{"unzip", "list", "Takes a list of pairs apart into two lists.", enumUnzip},
	}
}

// less compares two elements for a sort; it says whether a may come first.
type less func(a, b term.Term) (bool, error)

// sorter returns what :asc, :desc, a module or a function means.
func sorter(self *process.Process, by term.Term) less {
	switch by := by.(type) {
	case nil:
		return func(a, b term.Term) (bool, error) { return term.Compare(a, b) <= 0, nil }
	case term.Atom:
		switch by {
		case "asc":
			return sorter(self, nil)
		case "desc":
			return func(a, b term.Term) (bool, error) { return term.Compare(a, b) >= 0, nil }
		}
		return byModule(self, by, "gt")
	case term.Tuple:
		if len(by) != 2 {
			break
		}
		if module, ok := by[1].(term.Atom); ok {
			if by[0] == term.Term(term.Atom("desc")) {
				return byModule(self, module, "lt")
			}
			return byModule(self, module, "gt")
		}
	}
	return func(a, b term.Term) (bool, error) { return truth(self, by, a, b) }
}

func byModule(self *process.Process, module, not term.Atom) less {
	return func(a, b term.Term) (bool, error) {
		result, err := code.Apply(self, module, "compare", a, b)
		var x *exception.Error
		if errors.As(err, &x) {
			x.In(at("Enum", "-to_sort_fun/1-fun-0-", 3, "enum.ex", 3138))
		}
		return err == nil && result != term.Term(not), err
	}
}

// keyed is an element with what it is compared by and the place where it came.
type keyed struct {
	key, element term.Term
	index        int
}

// sortStable sorts as :lists.sort/2 does: before is asked about two elements in
// the order in which they came, so that one that is not true for equal ones
// turns them round. The first error ends the comparing.
func sortStable(elements []keyed, before less) error {
	var failure error
	for i := range elements {
		elements[i].index = i
	}
	slices.SortFunc(elements, func(a, b keyed) int {
		order := -1
		if a.index > b.index {
			a, b, order = b, a, 1
		}
		if failure != nil || a.index == b.index {
			return 0
		}
		ok, err := before(a.key, b.key)
		if failure = err; !ok {
			order = -order
		}
		return order
	})
	return failure
}

func sorted(self *process.Process, enumerable term.Term, keyOf func(term.Term) (term.Term, error), before less) ([]keyed, error) {
	var elements []keyed
	err := Each(self, enumerable, func(x term.Term) error {
		key, err := keyOf(x)
		if err != nil {
			return atElement(err, enumerable, len(elements))
		}
		elements = append(elements, keyed{key: key, element: x})
		return nil
	})
	if len(elements) > 0 && errors.As(err, new(improper)) {
		err = behind(err)
	}
	if err == nil {
		err = sortStable(elements, before)
	}
	return elements, err
}

func elementsOf(list []keyed) term.Term {
	out := make([]term.Term, len(list))
	for i, k := range list {
		out[i] = k.element
	}
	return term.List(out...)
}

func enumSort(self *process.Process, a []term.Term) (term.Term, error) {
	list, err := sorted(self, a[0], identity, sorter(self, nil))
	return elementsOf(list), err
}

func enumSortWith(self *process.Process, a []term.Term) (term.Term, error) {
	list, err := sorted(self, a[0], identity, sorter(self, a[1]))
	return elementsOf(list), err
}

func enumSortBy(self *process.Process, a []term.Term) (term.Term, error) {
	if !isFun(a[1], 1) {
		return nil, noClause(self, "Elixir.Enum", "sort_by", args{a[0], a[1], cmp.Or(a[2], term.Term(term.Atom("asc")))})
	}
	list, err := sorted(self, a[0], caller(self, a[1]), sorter(self, a[2]))
	return elementsOf(list), err
}

func caller(self *process.Process, fun term.Term) func(term.Term) (term.Term, error) {
	return func(x term.Term) (term.Term, error) { return code.Call(self, fun, x) }
}

// extreme finds the element that comes first by before.
type extreme struct {
	function string // the frame that is seen when there is no element
	line     int
	by       term.Term // the default of sorter
}

func (e extreme) find(self *process.Process, enumerable term.Term, keyOf func(term.Term) (term.Term, error), options args) (term.Term, error) {
	by, fallback := options[0], options[1]
	if isFun(by, 0) {
		by, fallback = term.Nil, by
	}
	if by == term.Term(term.Nil) {
		by = e.by
	} else if e.by == term.Term(term.Atom("desc")) {
		by = reversed(by)
	}
	before := sorter(self, by)
	var best keyed
	err := Each(self, enumerable, func(x term.Term) error {
		key, err := keyOf(x)
		if err != nil && best.element != nil && term.IsList(enumerable) && (e == leastBy || e == greatestBy) {
			return exception.In(err, inEnum("-aggregate_by/4-fun-1-", 4, 4052), inEnum("-aggregate_by/4-lists^foldl/2-0-", 3, 4067), inEnum("aggregate_by", 4, 4067))
		}
		if err != nil {
			return err
		}
		if best.element != nil {
			if keep, err := before(best.key, key); keep || err != nil {
				return err
			}
		}
		best = keyed{key: key, element: x}
		return nil
	})
	switch {
	case err != nil && best.element != nil:
		return nil, reached(err, &term.Cons{Head: best.element, Tail: best.key})
	case err != nil || best.element != nil:
		return best.element, err
	case isFun(fallback, 0):
		return code.Call(self, fallback)
	}
	return nil, emptyError(e.function, 0, e.line)
}

// reversed is the sorter of max for the one that was given: functions are
// given as >= to max already, modules not.
func reversed(by term.Term) term.Term {
	if module, ok := by.(term.Atom); ok && module != "asc" && module != "desc" {
		return term.Tuple{term.Atom("desc"), module}
	}
	return by
}

var (
	least      = extreme{"-min/1-fun-0-", 2035, term.Atom("asc")}
	greatest   = extreme{"-max/1-fun-0-", 1855, term.Atom("desc")}
	leastBy    = extreme{"-min_by/2-fun-0-", 2105, term.Atom("asc")}
	greatestBy = extreme{"-max_by/2-fun-0-", 1925, term.Atom("desc")}
)

func enumMin(self *process.Process, a []term.Term) (term.Term, error) {
	return least.find(self, a[0], identity, a[1:])
}

func enumMax(self *process.Process, a []term.Term) (term.Term, error) {
	return greatest.find(self, a[0], identity, a[1:])
}

func enumMinBy(self *process.Process, a []term.Term) (term.Term, error) {
	return leastBy.find(self, a[0], caller(self, a[1]), a[2:])
}

func enumMaxBy(self *process.Process, a []term.Term) (term.Term, error) {
	return greatestBy.find(self, a[0], caller(self, a[1]), a[2:])
}

func enumMinMax(self *process.Process, a []term.Term) (term.Term, error) {
	return minMax(self, a[0], identity, args{term.Nil, a[1]}, extreme{"-min_max/1-fun-0-", 2131, term.Atom("asc")})
}

func enumMinMaxBy(self *process.Process, a []term.Term) (term.Term, error) {
	return minMax(self, a[0], caller(self, a[1]), a[2:], extreme{"-min_max_by/2-fun-0-", 2223, term.Atom("asc")})
}

func minMax(self *process.Process, enumerable term.Term, keyOf func(term.Term) (term.Term, error), options args, least extreme) (term.Term, error) {
	by, fallback := options[0], options[1]
	if isFun(by, 0) {
		by, fallback = term.Nil, by
	}
	none := new(halt)
	onEmpty := native(0, func(*process.Process, []term.Term) (term.Term, error) { return nil, none })
	options = args{by, fallback}
	if isFun(fallback, 0) {
		options[1] = onEmpty
	}
	low, err := least.find(self, enumerable, keyOf, options)
	if err == error(none) {
		return code.Call(self, fallback)
	}
	if err != nil {
		return nil, err
	}
	if isFun(by, 2) {
		before := by
		by = native(2, func(self *process.Process, a []term.Term) (term.Term, error) {
			return code.Call(self, before, a[1], a[0])
		})
	}
	high, err := greatest.find(self, enumerable, keyOf, args{by, fallback})
	return term.Tuple{low, high}, err
}

// eachFromEnd calls f with the elements from the last one on, as the functions do
// that Elixir builds lists with.
func eachFromEnd(self *process.Process, enumerable term.Term, f func(term.Term) error) error {
	elements, err := collect(self, enumerable)
	if err != nil {
		return err
	}
	slices.Reverse(elements)
	return Each(self, term.List(elements...), f)
}

func enumGroupBy(self *process.Process, a []term.Term) (term.Term, error) {
	keys := term.NewMap() // to the index of the group
	var groups [][]term.Term
	err := eachFromEnd(self, a[0], func(x term.Term) error {
		key, err := code.Call(self, a[1], x)
		if err != nil {
			return err
		}
		if a[2] != term.Term(term.Nil) {
			if x, err = code.Call(self, a[2], x); err != nil {
				return err
			}
		}
		index, ok := keys.Get(key)
		if !ok {
			index = term.Int(len(groups))
			keys = keys.Put(key, index)
			groups = append(groups, nil)
		}
		i := index.(term.Int)
		groups[i] = append(groups[i], x)
		return nil
	})
	pairs := slices.Clone(keys.Pairs())
	for i, p := range pairs {
		group := groups[p.Value.(term.Int)]
		slices.Reverse(group)
		pairs[i].Value = term.List(group...)
	}
	return term.NewMap(pairs...), err
}

func enumUnzip(self *process.Process, a []term.Term) (term.Term, error) {
	var left, right []term.Term
	err := Each(self, a[0], func(x term.Term) error {
		p, ok := x.(term.Tuple)
		if !ok || len(p) != 2 {
			return exception.Raise(term.Atom("function_clause"))
		}
		left, right = append(left, p[0]), append(right, p[1])
		return nil
	})
	return term.Tuple{term.List(left...), term.List(right...)}, err
}
