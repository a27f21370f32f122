package lib

import (
	"slices"

	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

func listsModule() Module {
	return Module{
		Name: "lists",
		Doc:  "Erlang's functions on lists. Positions count from 1.",
		Functions: []Function{
			{"append", "lists", "The lists, one after the other.", onList(listsAppend)},
			{"append", "list1, list2", "The two lists, one after the other.", kernelAppend},
			{"all", "pred, list", "Whether `pred` is true of all elements.", overList("all", enumAllFun)},
			{"any", "pred, list", "Whether `pred` is true of some element.", overList("any", enumAnyFun)},
			{"delete", "element, list", "The list without the first `element`.", swapped(listDelete)},
			{"droplast", "list", "The list without its last element.", onList(listsDropLast)},
			{"dropwhile", "pred, list", "The elements from the first for which `pred` is not true.", overList("dropwhile", enumDropWhile)},
			{"duplicate", "n, element", "A list of `n` times the element.", swapped(listDuplicate)},
			{"filter", "pred, list", "The elements for which `pred` is true.", overList("filter", enumFilter)},
			{"flatmap", "fun, list", "Maps and joins the lists.", overList("flatmap", enumFlatMap)},
			{"flatten", "deep_list", "The elements of the list and of all lists inside.", listFlatten},
			{"foldl", "fun, acc, list", "Folds from the left.", folding("foldl", enumReduce)},
			{"foldr", "fun, acc, list", "Folds from the right.", folding("foldr", listFoldr)},
			{"foreach", "fun, list", "Calls `fun` with each element.", overList("foreach", enumEach)},
			{"keydelete", "key, n, list", "The list without the first tuple with `key` at position `n`.", keyFunction(listKeydelete)},
			{"keyfind", "key, n, list", "The first tuple with `key` at position `n`, or false.", builtinOnKey("keyfind", func(self *process.Process, a []term.Term) (term.Term, error) {
				return listKeyfind(self, append(a, term.False))
			})},
			{"keymember", "key, n, list", "Whether a tuple has `key` at position `n`.", builtinOnKey("keymember", listKeymember)},
			{"keyreplace", "key, n, list, tuple", "The list with the first such tuple replaced.", withTuple(listKeyreplace)},
			{"keystore", "key, n, list, tuple", "The list with the tuple replaced or added.", withTuple(listKeystore)},
			{"keysort", "n, list", "The tuples in the order of their elements at position `n`.", listsKeysort},
			{"keytake", "key, n, list", "`{:value, tuple, rest}`, or false.", listsKeytake},
			{"mapfoldl", "fun, acc, list", "Maps and folds at once, from the left.", folding("mapfoldl", enumMapReduce)},
			{"last", "list", "The last element.", onList(listsLast)},
			{"map", "fun, list", "The results of `fun` for each element.", overList("map", enumMap)},
			{"max", "list", "The greatest element.", onList(listsMax)},
			{"min", "list", "The least element.", onList(listsMin)},
			{"member", "element, list", "Whether the element is in the list.", listsMember},
			{"nth", "n, list", "The element at position `n`.", listsNth},
			{"nthtail", "n, list", "What follows the first `n` elements.", listsNthTail},
			{"partition", "pred, list", "`{those for which pred is true, the others}`.", overList("partition", enumSplitWith)},
			{"prefix", "list1, list2", "Whether `list2` begins with `list1`.", swapped(listStartsWith)},
			{"reverse", "list", "The elements from last to first.", onList(func(self *process.Process, _ []term.Term, a args) (term.Term, error) { return enumReverse(self, a) })},
			{"reverse", "list, tail", "The elements from last to first, then `tail`.", onList(func(self *process.Process, _ []term.Term, a args) (term.Term, error) { return enumReverseTail(self, a) })},
			{"seq", "from, to", "The integers from `from` to `to`.", listsSeq},
			{"seq", "from, to, step", "The integers from `from` to `to` by `step`.", listsSeq},
			{"sort", "list", "The elements in the order of terms.", onList(func(self *process.Process, _ []term.Term, a args) (term.Term, error) { return enumSort(self, a) })},
			{"sort", "fun, list", "The elements in the order of `fun`.", listsSortBy},
			{"split", "n, list", "`{first n elements, rest}`.", listsSplit},
			{"splitwith", "pred, list", "Splits before the first element for which `pred` is not true.", overList("splitwith", enumSplitWhile)},
			{"sublist", "list, n", "The first `n` elements.", listsSublist},
			{"sublist", "list, start, n", "`n` elements from position `start` on.", listsSublist},
			{"subtract", "list1, list2", "`list1` without one of each element of `list2`.", kernelSubtract},
			{"suffix", "list1, list2", "Whether `list2` ends with `list1`.", listsSuffix},
			{"sum", "list", "The sum of the numbers.", listsSum},
			{"takewhile", "pred, list", "The elements before the first for which `pred` is not true.", overList("takewhile", enumTakeWhile)},
			{"unzip", "list", "Takes a list of pairs apart.", enumUnzip},
			{"usort", "list", "The elements in order, each once.", onList(listsUsort)},
			{"zip", "list1, list2", "Pairs of the elements of two lists of the same length.", listsZip},
			{"concat", "things", "The text of the things, as a charlist.", listsConcat},
		},
	}
}

// swapped is a function of Enum or List whose first two arguments are given
// the other way round, for proper lists only.
func swapped(f process.Func) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		if fun, ok := a[0].(*term.Fun); ok || fun != nil {
			if _, proper := term.Slice(a[1]); !proper {
				return nil, errClause
			}
		}
		return f(self, args{a[1], a[0]})
	}
}

// keyFunction is a function of List on keys, with the arguments of :lists:
// key, position from 1, list.
func keyFunction(f process.Func) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		n, ok := intAt(a, 1)
		if !ok || n < 1 {
			return nil, errClause
		}
		return f(self, append(args{a[2], a[0], term.Int(n - 1)}, a[3:]...))
	}
}

func listsKeytake(self *process.Process, a []term.Term) (term.Term, error) {
	taken, err := keyFunction(listKeytake)(self, a)
	if t, ok := taken.(term.Tuple); ok {
		return term.Tuple{term.Atom("value"), t[0], t[1]}, err
	}
	return term.False, err
}

func listsAppend(_ *process.Process, lists []term.Term, _ args) (term.Term, error) {
	var out []term.Term
	for _, l := range lists {
		elements, ok := term.Slice(l)
		if !ok {
			return nil, errClause
		}
		out = append(out, elements...)
	}
	return term.List(out...), nil
}

func listsDropLast(_ *process.Process, list []term.Term, _ args) (term.Term, error) {
	if len(list) == 0 {
		return nil, errClause
	}
	return term.List(list[:len(list)-1]...), nil
}

func listsLast(_ *process.Process, list []term.Term, _ args) (term.Term, error) {
	if len(list) == 0 {
		return nil, errClause
	}
	return list[len(list)-1], nil
}

func listsMax(_ *process.Process, list []term.Term, _ args) (term.Term, error) {
	if len(list) == 0 {
		return nil, errClause
	}
	return slices.MaxFunc(list, term.Compare), nil
}

func listsMin(_ *process.Process, list []term.Term, _ args) (term.Term, error) {
	if len(list) == 0 {
		return nil, errClause
	}
	return slices.MinFunc(list, term.Compare), nil
}

func listsKeysort(self *process.Process, a []term.Term) (term.Term, error) {
	n, ok := intAt(a, 0)
	if !ok || n < 1 {
		return nil, errClause
	}
	if !term.IsList(a[1]) {
		return nil, exception.Raise(term.Tuple{term.Atom("case_clause"), a[1]}).In(in("lists", "keysort", 2, 785))
	}
	return listKeysort(self, args{a[1], term.Int(n - 1), term.Atom("asc")})
}

func listsNth(self *process.Process, a []term.Term) (term.Term, error) {
	n, ok := intAt(a, 0)
	list, tail := term.SliceWithTail(a[1])
	switch {
	case !ok || n < 1:
		return nil, errClause
	case n > len(list):
		return nil, noClause(self, "lists", "nth", args{term.Int(n - len(list)), tail})
	}
	return list[n-1], nil
}

func listsNthTail(self *process.Process, a []term.Term) (term.Term, error) {
	n, ok := intAt(a, 0)
	list, tail := term.SliceWithTail(a[1])
	switch {
	case !ok || n < 0:
		return nil, errClause
	case n > len(list):
		return nil, noClause(self, "lists", "nthtail", args{term.Int(n - len(list)), tail})
	}
	return term.ListWithTail(list[n:], tail), nil
}

func listsSeq(self *process.Process, a []term.Term) (term.Term, error) {
	from, ok1 := intAt(a, 0)
	to, ok2 := intAt(a, 1)
	step, ok3 := 1, true
	if len(a) == 3 {
		step, ok3 = intAt(a, 2)
	}
	if !ok1 || !ok2 || !ok3 || step == 0 || step > 0 && to < from-step || step < 0 && to > from-step {
		if len(a) == 2 {
			return nil, errClause
		}
		return nil, seqRefused(a)
	}
	r := span{int64(from), int64(to), int64(step)}
	if err := self.Reserve(int(r.size()), cellSize); err != nil {
		return nil, err
	}
	out := make([]term.Term, r.size())
	for i := range out {
		out[i] = term.Int(from + i*step)
	}
	return term.List(out...), nil
}

func listsSplit(_ *process.Process, a []term.Term) (term.Term, error) {
	n, ok := intAt(a, 0)
	list, proper := term.Slice(a[1])
	if !ok || !proper || n < 0 || n > len(list) {
		return nil, splitRefused(a)
	}
	return term.Tuple{term.List(list[:n]...), term.List(list[n:]...)}, nil
}

func listsSublist(_ *process.Process, a []term.Term) (term.Term, error) {
	start, ok1 := 1, true
	if len(a) == 3 {
		start, ok1 = intAt(a, 1)
	}
	list, ok := term.Slice(a[0])
	n, ok2 := intAt(a, len(a)-1)
	switch {
	case ok && ok2 && len(a) == 2 && n < 0:
		return nil, noClauseAt("sublist_2", 388, a)
	case !ok || !ok1 || !ok2 || start < 1 || n < 0:
		return nil, errClause
	}
	start = min(start, len(list)+1)
	return term.List(list[start-1 : min(start-1+n, len(list))]...), nil
}

func listsSuffix(_ *process.Process, a []term.Term) (term.Term, error) {
	suffix, ok1 := term.Slice(a[0])
	list, ok2 := term.Slice(a[1])
	if !ok1 || !ok2 {
		return nil, errClause
	}
	if len(suffix) > len(list) {
		return term.False, nil
	}
	return term.Bool(slices.EqualFunc(list[len(list)-len(suffix):], suffix, term.Same)), nil
}

func listsUsort(_ *process.Process, list []term.Term, _ args) (term.Term, error) {
	list = slices.Clone(list)
	slices.SortStableFunc(list, term.Compare)
	return term.List(slices.CompactFunc(list, term.Equal)...), nil
}

func listsZip(self *process.Process, a []term.Term) (term.Term, error) {
	left, leftTail := term.SliceWithTail(a[0])
	right, rightTail := term.SliceWithTail(a[1])
	n := min(len(left), len(right))
	if len(left) != len(right) || leftTail != term.Empty || rightTail != term.Empty {
		rest := args{term.ListWithTail(left[n:], leftTail), term.ListWithTail(right[n:], rightTail)}
		return nil, inLoop("zip", 2, n, noClause(self, "lists", "zip", rest))
	}
	out := make([]term.Term, n)
	for i := range left {
		out[i] = term.Tuple{left[i], right[i]}
	}
	return term.List(out...), nil
}

func listsConcat(_ *process.Process, a []term.Term) (term.Term, error) {
	things, ok := term.Slice(a[0])
	if !ok {
		return nil, errClause
	}
	text := ""
	for i, t := range things {
		switch t.(type) {
		case term.Int, *term.Big, term.Float, term.Atom, term.EmptyList, *term.Cons:
		default:
			err := noClauseAt("thing_to_list", 635, args{t})
			for waiting := range i + 1 {
				frame := in("lists", "flatmap_1", 2, 1335)
				frame.Waits = waiting > 0
				err = exception.In(err, frame)
			}
			return nil, err
		}
		s, err := ToString(t)
		if err != nil {
			return nil, err
		}
		text += s
	}
	return term.Charlist(text), nil
}

func mapsModule() Module {
	return Module{
		Name: "maps",
		Doc:  "Erlang's functions on maps.",
		Functions: []Function{
			{"new", "", "An empty map.", func(*process.Process, []term.Term) (term.Term, error) { return term.NewMap(), nil }},
			{"get", "key, map", "The value of `key`.", mapsGet},
			{"get", "key, map, default", "The value of `key`, else `default`.", onMapAt(1, func(m *term.Map, a args) term.Term {
				if value, ok := m.Get(a[0]); ok {
					return value
				}
				return a[2]
			})},
			{"find", "key, map", "`{:ok, value}`, or `:error`.", onMapAt(1, func(m *term.Map, a args) term.Term {
				if value, ok := m.Get(a[0]); ok {
					return okTuple(value)
				}
				return term.ErrorAtom
			})},
			{"put", "key, value, map", "The map with `key` set to `value`.", onMapAt(2, func(m *term.Map, a args) term.Term { return m.Put(a[0], a[1]) })},
			{"update", "key, value, map", "The map with `key`, which is there, set to `value`.", mapsUpdate},
			{"take", "key, map", "`{value, map without key}`, or `:error`.", onMapAt(1, func(m *term.Map, a args) term.Term {
				if value, ok := m.Get(a[0]); ok {
					return term.Tuple{value, m.Delete(a[0])}
				}
				return term.ErrorAtom
			})},
			{"remove", "key, map", "The map without `key`.", onMapAt(1, func(m *term.Map, a args) term.Term { return m.Delete(a[0]) })},
			{"is_key", "key, map", "Whether `key` is there.", onMapAt(1, func(m *term.Map, a args) term.Term { return term.Bool(inMap(m, a[0])) })},
			{"keys", "map", "The keys.", onMapAt(0, func(m *term.Map, _ args) term.Term { return keysOf(m) })},
			{"values", "map", "The values.", mapValues},
			{"size", "map", "The number of pairs.", onMapAt(0, func(m *term.Map, _ args) term.Term { return term.Int(m.Len()) })},
			{"to_list", "map", "The pairs as a list.", onMapAt(0, func(m *term.Map, _ args) term.Term { return pairsOf(m) })},
			{"from_list", "list", "A map of the pairs.", func(self *process.Process, a []term.Term) (term.Term, error) {
				return Into(self, a[0], term.NewMap(), nil)
			}},
			{"merge", "map1, map2", "The pairs of both; `map2` wins.", mapMerge},
			{"map", "fun, map", "The map with `fun.(key, value)` for each value.", mapsMap},
			{"filter", "pred, map", "The pairs for which `pred.(key, value)` is true.", mapsFilter},
			{"fold", "fun, acc, map", "Folds with `fun.(key, value, acc)`.", mapsFold},
			{"with", "keys, map", "The map with the keys only.", mapsWith},
			{"without", "keys, map", "The map without the keys.", mapsWithout},
		},
	}
}

func mapsGet(self *process.Process, a []term.Term) (term.Term, error) {
	return mapMustFetch(self, args{a[1], a[0]})
}

// onMapAt is for functions of :maps with the map as argument i.
func onMapAt(i int, f func(m *term.Map, a args) term.Term) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		m, ok := a[i].(*term.Map)
		if !ok {
			return nil, badmap(a[i])
		}
		return f(m, a), nil
	}
}

func mapsUpdate(self *process.Process, a []term.Term) (term.Term, error) {
	return mapMustReplace(self, args{a[2], a[0], a[1]})
}

func mapsMap(self *process.Process, a []term.Term) (term.Term, error) {
	m, ok := a[1].(*term.Map)
	if !ok {
		return nil, badmap(a[1])
	}
	out := slices.Clone(m.Pairs())
	for i, p := range out {
		value, err := code.Call(self, a[0], p.Key, p.Value)
		if err != nil {
			return nil, err
		}
		out[i].Value = value
	}
	return term.NewMap(out...), nil
}

func mapsFilter(self *process.Process, a []term.Term) (term.Term, error) {
	m, ok := a[1].(*term.Map)
	if !ok {
		return nil, badmap(a[1])
	}
	var kept []term.Pair
	for _, p := range m.Pairs() {
		ok, err := truth(self, a[0], p.Key, p.Value)
		if err != nil {
			return nil, err
		}
		if ok {
			kept = append(kept, p)
		}
	}
	return term.NewMap(kept...), nil
}

func mapsFold(self *process.Process, a []term.Term) (term.Term, error) {
	m, ok := a[2].(*term.Map)
	if !ok {
		return nil, badmap(a[2])
	}
	acc := a[1]
	for _, p := range m.Pairs() {
		var err error
		if acc, err = code.Call(self, a[0], p.Key, p.Value, acc); err != nil {
			return nil, err
		}
	}
	return acc, nil
}
