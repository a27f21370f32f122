package lib

import (
	"slices"

	"gex/runtime/code"
	"gex/runtime/process"
	"gex/runtime/term"
)

// listsMore are the functions of :lists that learners meet less often.
func listsMore() []Function {
	return []Function{
		{"enumerate", "list", "Pairs of a number from 1 on and an element.", onList(listsEnumerate)},
		{"enumerate", "index, list", "Pairs of a number from `index` on and an element.", listsEnumerateFrom},
		{"filtermap", "fun, list", "Keeps an element for which `fun` is true, or `value` for `{true, value}`.", listsFilterMap},
		{"zf", "fun, list", "As `filtermap/2`.", listsFilterMap},
		{"flatlength", "deep_list", "The number of elements of the list and of all lists inside.", listsFlatLength},
		{"flatten", "deep_list, tail", "The elements of the list and of all lists inside, then `tail`.", listsFlattenTail},
		{"join", "separator, list", "The list with the separator between its elements.", onListAt(1, listsJoin)},
		{"keymap", "fun, n, list", "The tuples with the element at position `n` changed by `fun`.", listsKeymap},
		{"keysearch", "key, n, list", "`{:value, tuple}` of the first tuple with `key` at position `n`, or false.", listsKeysearch},
		{"keymerge", "n, list1, list2", "Two lists of tuples in order at position `n` as one.", listsMerging(true, false)},
		{"ukeymerge", "n, list1, list2", "As `keymerge/3`, each key once.", listsMerging(true, true)},
		{"ukeysort", "n, list", "The tuples in the order of their elements at position `n`, each once.", listsUkeysort},
		{"mapfoldr", "fun, acc, list", "Maps and folds at once, from the right.", listsMapFoldr},
		{"merge", "list_of_lists", "Lists in order as one.", onList(listsMergeAll(false))},
		{"merge", "list1, list2", "Two lists in order as one.", listsMerging(false, false)},
		{"umerge", "list_of_lists", "Lists in order as one, each element once.", onList(listsMergeAll(true))},
		{"umerge", "list1, list2", "As `merge/2`, each element once.", listsMerging(false, true)},
		{"search", "pred, list", "`{:value, element}` of the first for which `pred` is true, or false.", listsSearch},
		{"uniq", "list", "The elements, each once, in their order.", onList(func(_ *process.Process, list []term.Term, _ args) (term.Term, error) {
			return term.List(firstOfEach(list, list)...), nil
		})},
		{"uniq", "fun, list", "The elements of which `fun` makes something new.", listsUniqBy},
		{"usort", "fun, list", "The elements in the order of `fun`, each once.", listsUsortBy},
		{"unzip3", "list", "Takes a list of triples apart.", onList(listsUnzip3)},
		{"zip3", "list1, list2, list3", "Triples of the elements of three lists of the same length.", listsZipping(3, false)},
		{"zipwith", "fun, list1, list2", "What `fun` makes of the elements of two lists of the same length.", listsZipping(2, true)},
		{"zipwith3", "fun, list1, list2, list3", "What `fun` makes of the elements of three lists of the same length.", listsZipping(3, true)},
	}
}

// onListAt is onList for the argument at a position.
func onListAt(i int, f func(self *process.Process, list []term.Term, a args) (term.Term, error)) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		list, ok := term.Slice(a[i])
		if !ok {
			return nil, errClause
		}
		return f(self, list, a)
	}
}

func numbered(from int, list []term.Term) term.Term {
	out := make([]term.Term, len(list))
	for i, x := range list {
		out[i] = term.Tuple{term.Int(from + i), x}
	}
	return term.List(out...)
}

func listsEnumerate(_ *process.Process, list []term.Term, _ args) (term.Term, error) {
	return numbered(1, list), nil
}

func listsEnumerateFrom(_ *process.Process, a []term.Term) (term.Term, error) {
	from, ok := intAt(a, 0)
	list, proper := term.Slice(a[1])
	if !ok || !proper {
		return nil, errClause
	}
	return numbered(from, list), nil
}

func listsFilterMap(self *process.Process, a []term.Term) (term.Term, error) {
	list, ok := term.Slice(a[1])
	if !ok || !isFun(a[0], 1) {
		return nil, errClause
	}
	var kept []term.Term
	for _, x := range list {
		result, err := code.Call(self, a[0], x)
		if err != nil {
			return nil, err
		}
		changed, isTuple := result.(term.Tuple)
		switch {
		case result == term.Term(term.True):
			kept = append(kept, x)
		case isTuple && len(changed) == 2 && changed[0] == term.Term(term.True):
			kept = append(kept, changed[1])
		case result != term.Term(term.False):
			return nil, caseClause(result)
		}
	}
	return term.List(kept...), nil
}

func listsFlatLength(self *process.Process, a []term.Term) (term.Term, error) {
	flat, err := listFlatten(self, a)
	if err != nil {
		return nil, err
	}
	elements, _ := term.Slice(flat)
	return term.Int(len(elements)), nil
}

func listsFlattenTail(self *process.Process, a []term.Term) (term.Term, error) {
	flat, err := listFlatten(self, a[:1])
	if err != nil || !term.IsList(a[1]) {
		return nil, cmpErr(err)
	}
	elements, _ := term.Slice(flat)
	return term.ListWithTail(elements, a[1]), nil
}

// cmpErr returns err, or errClause where there is none.
func cmpErr(err error) error {
	if err == nil {
		return errClause
	}
	return err
}

func listsJoin(_ *process.Process, list []term.Term, a args) (term.Term, error) {
	var out []term.Term
	for i, x := range list {
		if i > 0 {
			out = append(out, a[0])
		}
		out = append(out, x)
	}
	return term.List(out...), nil
}

// tuplesAt returns the tuples of a list, all of which have a position n.
func tuplesAt(list term.Term, n int) ([]term.Term, bool) {
	elements, ok := term.Slice(list)
	for _, e := range elements {
		t, isTuple := e.(term.Tuple)
		ok = ok && isTuple && n >= 1 && n <= len(t)
	}
	return elements, ok
}

func listsKeymap(self *process.Process, a []term.Term) (term.Term, error) {
	n, ok := intAt(a, 1)
	list, tuples := tuplesAt(a[2], n)
	if !ok || !tuples || !isFun(a[0], 1) {
		return nil, errClause
	}
	out := make([]term.Term, len(list))
	for i, e := range list {
		changed := slices.Clone(e.(term.Tuple))
		value, err := code.Call(self, a[0], changed[n-1])
		if err != nil {
			return nil, err
		}
		changed[n-1], out[i] = value, changed
	}
	return term.List(out...), nil
}

func listsKeysearch(self *process.Process, a []term.Term) (term.Term, error) {
	found, err := builtinOnKey("keysearch", func(self *process.Process, a []term.Term) (term.Term, error) {
		return listKeyfind(self, append(a, term.False))
	})(self, a)
	if err != nil || found == term.Term(term.False) {
		return found, err
	}
	return term.Tuple{term.Atom("value"), found}, nil
}

// merged merges two lists in order; of equal ones the left comes first, and
// with once the right is left out.
func merged(left, right []term.Term, compare func(x, y term.Term) int, once bool) []term.Term {
	out := make([]term.Term, 0, len(left)+len(right))
	for len(left) > 0 && len(right) > 0 {
		switch c := compare(left[0], right[0]); {
		case c > 0:
			out, right = append(out, right[0]), right[1:]
		case c == 0 && once:
			right = right[1:]
		default:
			out, left = append(out, left[0]), left[1:]
		}
	}
	return append(append(out, left...), right...)
}

// byPosition compares tuples by their elements at position n.
func byPosition(n int) func(x, y term.Term) int {
	return func(x, y term.Term) int { return term.Compare(x.(term.Tuple)[n-1], y.(term.Tuple)[n-1]) }
}

func listsMerging(byKey, once bool) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		compare := term.Compare
		left, ok1 := term.Slice(a[len(a)-2])
		right, ok2 := term.Slice(a[len(a)-1])
		if byKey {
			n, _ := intAt(a, 0)
			left, ok1 = tuplesAt(a[1], n)
			right, ok2 = tuplesAt(a[2], n)
			compare = byPosition(n)
		}
		if !ok1 || !ok2 {
			return nil, errClause
		}
		return term.List(merged(left, right, compare, once)...), nil
	}
}

func listsMergeAll(once bool) func(*process.Process, []term.Term, args) (term.Term, error) {
	return func(_ *process.Process, lists []term.Term, _ args) (term.Term, error) {
		var all []term.Term
		for _, l := range lists {
			list, ok := term.Slice(l)
			if !ok {
				return nil, errClause
			}
			all = merged(all, list, term.Compare, once)
		}
		return term.List(all...), nil
	}
}

func listsUkeysort(_ *process.Process, a []term.Term) (term.Term, error) {
	n, ok := intAt(a, 0)
	list, tuples := tuplesAt(a[1], n)
	if !ok || !tuples {
		return nil, errClause
	}
	list = slices.Clone(list)
	slices.SortStableFunc(list, byPosition(n))
	return term.List(slices.CompactFunc(list, func(x, y term.Term) bool { return byPosition(n)(x, y) == 0 })...), nil
}

func listsMapFoldr(self *process.Process, a []term.Term) (term.Term, error) {
	list, ok := term.Slice(a[2])
	if !ok || !isFun(a[0], 2) {
		return nil, errClause
	}
	out, acc := slices.Clone(list), a[1]
	for i := len(list) - 1; i >= 0; i-- {
		result, err := code.Call(self, a[0], list[i], acc)
		if err != nil {
			return nil, err
		}
		both, ok := result.(term.Tuple)
		if !ok || len(both) != 2 {
			return nil, badmatch(result)
		}
		out[i], acc = both[0], both[1]
	}
	return term.Tuple{term.List(out...), acc}, nil
}

func listsSearch(self *process.Process, a []term.Term) (term.Term, error) {
	list, ok := term.Slice(a[1])
	if !ok || !isFun(a[0], 1) {
		return nil, errClause
	}
	for _, x := range list {
		result, err := code.Call(self, a[0], x)
		switch {
		case err != nil:
			return nil, err
		case result == term.Term(term.True):
			return term.Tuple{term.Atom("value"), x}, nil
		case result != term.Term(term.False):
			return nil, caseClause(result)
		}
	}
	return term.False, nil
}

// firstOfEach returns the elements whose keys were not there before.
func firstOfEach(list, keys []term.Term) []term.Term {
	seen := term.NewMap()
	var out []term.Term
	for i, x := range list {
		if !inMap(seen, keys[i]) {
			seen, out = seen.Put(keys[i], term.True), append(out, x)
		}
	}
	return out
}

func listsUniqBy(self *process.Process, a []term.Term) (term.Term, error) {
	list, ok := term.Slice(a[1])
	if !ok || !isFun(a[0], 1) {
		return nil, errClause
	}
	keys := make([]term.Term, len(list))
	for i, x := range list {
		key, err := code.Call(self, a[0], x)
		if err != nil {
			return nil, err
		}
		keys[i] = key
	}
	return term.List(firstOfEach(list, keys)...), nil
}

// listsUsortBy keeps of those that fun puts in either order the first.
func listsUsortBy(self *process.Process, a []term.Term) (term.Term, error) {
	sorted, err := listsSortBy(self, a)
	if err != nil {
		return nil, err
	}
	var out []term.Term
	for x := range term.Elements(sorted) {
		if len(out) > 0 {
			both, err := truth(self, a[0], x, out[len(out)-1])
			if err != nil {
				return nil, err
			}
			if both {
				continue
			}
		}
		out = append(out, x)
	}
	return term.List(out...), nil
}

func listsUnzip3(_ *process.Process, list []term.Term, _ args) (term.Term, error) {
	var columns [3][]term.Term
	for _, e := range list {
		t, ok := e.(term.Tuple)
		if !ok || len(t) != 3 {
			return nil, errClause
		}
		for i := range columns {
			columns[i] = append(columns[i], t[i])
		}
	}
	return term.Tuple{term.List(columns[0]...), term.List(columns[1]...), term.List(columns[2]...)}, nil
}

// listsZipping is for zips of n lists, into tuples or by the function that is
// the first argument.
func listsZipping(n int, withFun bool) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		lists := make([][]term.Term, n)
		for i := range lists {
			list, ok := term.Slice(a[len(a)-n+i])
			if !ok || len(list) != len(lists[0]) && i > 0 || withFun && !isFun(a[0], n) {
				return nil, errClause
			}
			lists[i] = list
		}
		out := make([]term.Term, len(lists[0]))
		for k := range out {
			row := make(term.Tuple, n)
			for i := range row {
				row[i] = lists[i][k]
			}
			out[k] = row
			if !withFun {
				continue
			}
			value, err := code.Call(self, a[0], row...)
			if err != nil {
				return nil, err
			}
			out[k] = value
		}
		return term.List(out...), nil
	}
}
