package lib

import (
	"gex/runtime/process"
	"gex/runtime/term"
)

func arrayTable() Module {
	return Module{
		Name: "array",
		Doc:  "Erlang's arrays, whose elements are counted from 0. An element that was not set has the default, `:undefined`.",
		Functions: []Function{
			{"new", "", "An empty array that grows.", constantTerm(newArray(0, false, term.Undefined).term())},
			{"new", "options", "An array of a size that stays, or with options `:size`, `:fixed` and `:default`.", arrayCreate},
			{"new", "size, options", "An array of a size that stays, with options.", arrayCreate},
			{"is_array", "term", "Whether the term is an array.", func(_ *process.Process, a []term.Term) (term.Term, error) {
				_, ok := arrayOf(a[0])
				return term.Bool(ok), nil
			}},
			{"size", "array", "The number of elements.", onArray("size", 0, 325, func(x erlangArray, _ args) (term.Term, error) { return term.Int(x.size), nil })},
			{"default", "array", "The value of elements that were not set.", onArray("default", 0, 338, func(x erlangArray, _ args) (term.Term, error) { return x.absent, nil })},
			{"is_fix", "array", "Whether the size stays.", onArray("is_fix", 0, 417, func(x erlangArray, _ args) (term.Term, error) { return term.Bool(x.max == 0), nil })},
			{"fix", "array", "The array with a size that stays.", onArray("fix", 0, 402, func(x erlangArray, _ args) (term.Term, error) {
				x.max = 0
				return x.term(), nil
			})},
			{"relax", "array", "The array, which grows.", onArray("relax", 0, 452, func(x erlangArray, _ args) (term.Term, error) {
				x.max = roomFor(x.size)
				return x.term(), nil
			})},
			{"get", "i, array", "An element.", onArray("get", 1, 645, arrayGet)},
			{"set", "i, value, array", "The array with an element changed.", onArray("set", 2, 587, arraySet)},
			{"reset", "i, array", "The array with an element that has the default.", onArray("reset", 1, 691, arrayReset)},
			{"resize", "array", "The array up to the last element that was set.", onArray("resize", 0, 514, func(x erlangArray, _ args) (term.Term, error) {
				for x.size > 0 && term.Same(x.get(x.size-1), x.absent) {
					x.size--
				}
				return x.term(), nil
			})},
			{"resize", "size, array", "The array with another size.", onArray("resize", 1, 492, arrayResize)},
			{"to_list", "array", "The elements.", onArray("to_list", 0, 736, func(x erlangArray, _ args) (term.Term, error) { return term.List(x.list()...), nil })},
			{"sparse_to_list", "array", "The elements that have not the default.", onArray("sparse_to_list", 0, 810, func(x erlangArray, _ args) (term.Term, error) {
				var list []term.Term
				x.each(true, func(_ int, value term.Term) { list = append(list, value) })
				return term.List(list...), nil
			})},
			{"to_orddict", "array", "`{index, element}` of the elements.", onArray("to_orddict", 0, 964, arrayToOrddict(false))},
			{"sparse_to_orddict", "array", "`{index, element}` of the elements that have not the default.", onArray("sparse_to_orddict", 0, 1047, arrayToOrddict(true))},
			{"sparse_size", "array", "The index behind the last element that has not the default.", onArray("sparse_size", 0, 1800, func(x erlangArray, _ args) (term.Term, error) {
				for x.size > 0 && term.Same(x.get(x.size-1), x.absent) {
					x.size--
				}
				return term.Int(x.size), nil
			})},
			{"from_list", `list, default \\ :undefined`, "An array of the elements of a list.", arrayFromList},
			{"from_orddict", `orddict, default \\ :undefined`, "An array of `{index, element}` in order.", arrayFromOrddict},
			{"map", "fun, array", "The array with what `fun` makes of index and element.", arrayMap("map", 1314, false)},
			{"sparse_map", "fun, array", "As `map/2`, without the elements that have the default.", arrayMap("sparse_map", 1403, true)},
			{"foldl", "fun, acc, array", "Folds over index and element.", arrayFold("foldl", 1591, false, false)},
			{"foldr", "fun, acc, array", "Folds over index and element from the last.", arrayFold("foldr", 1720, true, false)},
			{"sparse_foldl", "fun, acc, array", "As `foldl/3`, without the elements that have the default.", arrayFold("sparse_foldl", 1655, false, true)},
			{"sparse_foldr", "fun, acc, array", "As `foldr/3`, without the elements that have the default.", arrayFold("sparse_foldr", 1787, true, true)},
		},
	}
}

// onArray hands the array that is argument i to f; the line is where Erlang
// refuses another.
func onArray(name string, i, line int, f func(x erlangArray, a args) (term.Term, error)) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		x, ok := arrayOf(a[i])
		if !ok {
			return nil, arrayBad(name, len(a), line)
		}
		return f(x, a)
	}
}

func (a erlangArray) each(sparse bool, f func(i int, value term.Term)) {
	for i := range a.size {
		if value := a.get(i); !sparse || !term.Same(value, a.absent) {
			f(i, value)
		}
	}
}

func arrayGet(x erlangArray, a args) (term.Term, error) {
	i, ok := intAt(a, 0)
	switch {
	case !ok || i < 0:
		return nil, arrayBad("get", 2, 645)
	case x.max == 0 && i >= x.size:
		return nil, arrayBad("get", 2, 642)
	}
	return x.get(i), nil
}

func arraySet(x erlangArray, a args) (term.Term, error) {
	i, ok := intAt(a, 0)
	switch {
	case !ok || i < 0:
		return nil, arrayBad("set", 3, 587)
	case x.max == 0 && i >= x.size:
		return nil, arrayBad("set", 3, 584)
	}
	return x.set(i, a[1]).term(), nil
}

func arrayReset(x erlangArray, a args) (term.Term, error) {
	i, ok := intAt(a, 0)
	switch {
	case !ok || i < 0, x.max == 0 && i >= x.size:
		return nil, arrayBad("reset", 2, 691)
	case i < x.size:
		x.elements = x.put(x.elements, i, x.absent)
	}
	return x.term(), nil
}

func arrayResize(x erlangArray, a args) (term.Term, error) {
	n, ok := intAt(a, 0)
	if !ok || n < 0 {
		return nil, arrayBad("resize", 2, 492)
	}
	for room(x.elements) < n {
		if _, unset := x.elements.(term.Int); unset {
			x.elements = term.Int(roomFor(n))
			break
		}
		grown := x.expanded(room(x.elements) * leafSize)
		grown[0] = x.elements
		x.elements = grown
	}
	if x.max > 0 {
		x.max = max(x.max, room(x.elements))
	}
	x.size = n
	return x.term(), nil
}

func arrayToOrddict(sparse bool) func(x erlangArray, _ args) (term.Term, error) {
	return func(x erlangArray, _ args) (term.Term, error) {
		var list []term.Term
		x.each(sparse, func(i int, value term.Term) { list = append(list, term.Tuple{term.Int(i), value}) })
		return term.List(list...), nil
	}
}

func arrayFromList(_ *process.Process, a []term.Term) (term.Term, error) {
	list, ok := term.Slice(a[0])
	if !ok {
		return nil, arrayBad("from_list", len(a), 874)
	}
	return arrayFrom(list, a[1]).term(), nil
}

func arrayFromOrddict(_ *process.Process, a []term.Term) (term.Term, error) {
	d, ok := ordDictIn(a[0])
	x := newArray(0, false, a[1])
	for _, p := range d {
		i, isInt := p.Key.(term.Int)
		if !isInt || int(i) < x.size {
			return nil, arrayBad("from_orddict", len(a), 1144)
		}
		x = x.set(int(i), p.Value)
	}
	if !ok {
		return nil, arrayBad("from_orddict", len(a), 1144)
	}
	return x.term(), nil
}
