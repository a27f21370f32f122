package lib

import (
	"math"
	"math/big"
	"slices"

	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

func mapSetModuleTable() Module {
	return Module{
		Name: mapSetModule,
		Doc:  "Sets: each element is in it once or not at all.",
		Functions: []Function{
			{"new", "", "An empty set.", func(*process.Process, []term.Term) (term.Term, error) { return newMapSet(term.NewMap()), nil }},
			{"new", "enumerable", "A set of the elements.", setNew},
			{"new", "enumerable, transform", "A set of what `transform` makes of the elements.", setNewWith},
			{"put", "map_set, value", "The set with `value`.", onSet(func(s *term.Map, a args) term.Term { return newMapSet(s.Put(a[1], term.Empty)) })},
			{"delete", "map_set, value", "The set without `value`.", onSet(func(s *term.Map, a args) term.Term { return newMapSet(s.Delete(a[1])) })},
			{"member?", "map_set, value", "Whether `value` is in the set.", onSet(func(s *term.Map, a args) term.Term { return term.Bool(inMap(s, a[1])) })},
			{"size", "map_set", "The number of elements.", onSet(func(s *term.Map, _ args) term.Term { return term.Int(s.Len()) })},
			{"to_list", "map_set", "The elements as a list.", onSet(func(s *term.Map, _ args) term.Term { return keysOf(s) })},
			{"union", "map_set1, map_set2", "The elements of either.", onSets(func(s, t *term.Map) term.Term {
				return newMapSet(term.NewMap(slices.Concat(s.Pairs(), t.Pairs())...))
			})},
			{"intersection", "map_set1, map_set2", "The elements of both.", onSets(func(s, t *term.Map) term.Term {
				return newMapSet(keepKeys(s, func(k term.Term) bool { return inMap(t, k) }))
			})},
			{"difference", "map_set1, map_set2", "The elements of the first that are not in the second.", onSets(func(s, t *term.Map) term.Term {
				return newMapSet(keepKeys(s, func(k term.Term) bool { return !inMap(t, k) }))
			})},
			{"symmetric_difference", "map_set1, map_set2", "The elements of one but not of both.", onSets(symmetricDifference)},
			{"subset?", "map_set1, map_set2", "Whether all elements of the first are in the second.", onSets(func(s, t *term.Map) term.Term { return term.Bool(subset(s, t)) })},
			{"disjoint?", "map_set1, map_set2", "Whether the sets have no element in common.", onSets(func(s, t *term.Map) term.Term {
				return term.Bool(keepKeys(s, func(k term.Term) bool { return inMap(t, k) }).Len() == 0)
			})},
			{"equal?", "map_set1, map_set2", "Whether the sets have the same elements.", onSets(func(s, t *term.Map) term.Term {
				return term.Bool(s.Len() == t.Len() && subset(s, t))
			})},
			{"filter", "map_set, fun", "The elements for which `fun` is true.", setFilter(true)},
			{"reject", "map_set, fun", "The elements for which `fun` is not true.", setFilter(false)},
		},
	}
}

func setNew(self *process.Process, a []term.Term) (term.Term, error) {
	return Into(self, a[0], newMapSet(term.NewMap()), nil)
}

func setNewWith(self *process.Process, a []term.Term) (term.Term, error) {
	return Into(self, a[0], newMapSet(term.NewMap()), caller(self, a[1]))
}

func inMap(m *term.Map, key term.Term) bool {
	_, ok := m.Get(key)
	return ok
}

func subset(s, t *term.Map) bool {
	return keepKeys(s, func(k term.Term) bool { return inMap(t, k) }).Len() == s.Len()
}

func symmetricDifference(s, t *term.Map) term.Term {
	left := keepKeys(s, func(k term.Term) bool { return !inMap(t, k) })
	right := keepKeys(t, func(k term.Term) bool { return !inMap(s, k) })
	return newMapSet(term.NewMap(slices.Concat(left.Pairs(), right.Pairs())...))
}

func keepKeys(m *term.Map, keep func(term.Term) bool) *term.Map {
	var pairs []term.Pair
	for _, p := range m.Pairs() {
		if keep(p.Key) {
			pairs = append(pairs, p)
		}
	}
	return term.NewMap(pairs...)
}

func onSet(f func(set *term.Map, a args) term.Term) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		m, ok := isStruct(a[0], mapSetModule)
		if !ok {
			return nil, errClause
		}
		return f(setOf(m), a), nil
	}
}

func onSets(f func(s, t *term.Map) term.Term) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		s, ok1 := isStruct(a[0], mapSetModule)
		t, ok2 := isStruct(a[1], mapSetModule)
		if !ok1 || !ok2 {
			return nil, errClause
		}
		return f(setOf(s), setOf(t)), nil
	}
}

func setFilter(keep bool) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		m, ok := isStruct(a[0], mapSetModule)
		if !ok {
			return nil, errClause
		}
		list, err := filter(self, m, a[1], keep)
		if err != nil {
			return nil, err
		}
		return setNew(self, args{list})
	}
}

func hashDictModuleTable() Module {
	return Module{
		Name: hashDictModule,
		Doc:  "The dictionary of the old guides, from before maps. Use `Map`.",
		Functions: []Function{
			{"__struct__", "", "An empty dictionary.", func(*process.Process, []term.Term) (term.Term, error) { return newHashDict(term.NewMap()), nil }},
			{"new", "", "An empty dictionary.", func(*process.Process, []term.Term) (term.Term, error) { return newHashDict(term.NewMap()), nil }},
			{"put", "dict, key, value", "The dictionary with `key` set to `value`.", onDict(func(_ *process.Process, d *term.Map, a args) (term.Term, error) {
				return newHashDict(d.Put(a[1], a[2])), nil
			})},
			{"put_new", "dict, key, value", "The dictionary with `key`, unless it is there.", onDict(func(_ *process.Process, d *term.Map, a args) (term.Term, error) {
				if inMap(d, a[1]) {
					return a[0], nil
				}
				return newHashDict(d.Put(a[1], a[2])), nil
			})},
			{"get", `dict, key, default \\ nil`, "The value of `key`, else `default`.", onDict(func(_ *process.Process, d *term.Map, a args) (term.Term, error) {
				if value, ok := d.Get(a[1]); ok {
					return value, nil
				}
				return a[2], nil
			})},
			{"fetch", "dict, key", "`{:ok, value}`, or `:error`.", onDict(func(_ *process.Process, d *term.Map, a args) (term.Term, error) {
				if value, ok := d.Get(a[1]); ok {
					return okTuple(value), nil
				}
				return term.ErrorAtom, nil
			})},
			{"fetch!", "dict, key", "The value of `key`; raises `KeyError` if there is none.", onDict(func(_ *process.Process, d *term.Map, a args) (term.Term, error) {
				if value, ok := d.Get(a[1]); ok {
					return value, nil
				}
				return nil, keyError(a[1], a[0]).In(at("HashDict", "fetch!", 2, "hash_dict.ex", 10))
			})},
			{"has_key?", "dict, key", "Whether `key` is there.", onDict(func(_ *process.Process, d *term.Map, a args) (term.Term, error) {
				return term.Bool(inMap(d, a[1])), nil
			})},
			{"delete", "dict, key", "The dictionary without `key`.", onDict(func(_ *process.Process, d *term.Map, a args) (term.Term, error) {
				return newHashDict(d.Delete(a[1])), nil
			})},
			{"pop", `dict, key, default \\ nil`, "`{value, dictionary without key}`.", onDict(func(_ *process.Process, d *term.Map, a args) (term.Term, error) {
				value, ok := d.Get(a[1])
				if !ok {
					value = a[2]
				}
				return term.Tuple{value, newHashDict(d.Delete(a[1]))}, nil
			})},
			{"update", "dict, key, default, fun", "The dictionary with `fun` applied to the value of `key`, or with `default`.", onDict(dictUpdate)},
			{"keys", "dict", "The keys.", onDict(func(_ *process.Process, d *term.Map, _ args) (term.Term, error) { return keysOf(d), nil })},
			{"values", "dict", "The values.", onDict(func(self *process.Process, d *term.Map, _ args) (term.Term, error) { return mapValues(self, args{d}) })},
			{"to_list", "dict", "The pairs as a list.", onDict(func(_ *process.Process, d *term.Map, _ args) (term.Term, error) { return pairsOf(d), nil })},
			{"size", "dict", "The number of keys.", onDict(func(_ *process.Process, d *term.Map, _ args) (term.Term, error) { return term.Int(d.Len()), nil })},
		},
	}
}

func onDict(f func(self *process.Process, d *term.Map, a args) (term.Term, error)) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		m, ok := isStruct(a[0], hashDictModule)
		if !ok {
			return nil, errClause
		}
		return f(self, dictOf(m), a)
	}
}

func dictUpdate(self *process.Process, d *term.Map, a args) (term.Term, error) {
	value, ok := d.Get(a[1])
	if !ok {
		return newHashDict(d.Put(a[1], a[2])), nil
	}
	value, err := code.Call(self, a[3], value)
	if err != nil {
		return nil, err
	}
	return newHashDict(d.Put(a[1], value)), nil
}

func rangeModuleTable() Module {
	return Module{
		Name:     rangeModule,
		Doc:      "Ranges of integers, `first..last` and `first..last//step`.",
		Struct:   []term.Pair{pair("first", term.Nil), pair("last", term.Nil), pair("step", term.Nil)},
		Enforced: []term.Atom{"first", "last", "step"},
		Functions: []Function{
			{"new", "first, last", "The range `first..last`.", rangeNew},
			{"new", "first, last, step", "The range `first..last//step`.", rangeNewStep},
			{"size", "range", "The number of integers in the range.", onRange(func(r span, _ args) term.Term { return term.Int(r.size()) })},
			{"disjoint?", "range1, range2", "Whether no integer is in both.", rangeDisjoint},
			{"shift", "range, steps_to_shift", "The range moved by a number of its steps.", onRange(func(r span, a args) term.Term {
				n, _ := a[1].(term.Int)
				return span{r.first + int64(n)*r.step, r.last + int64(n)*r.step, r.step}.term()
			})},
		},
	}
}

func onRange(f func(r span, a args) term.Term) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		r, ok := rangeOf(a[0])
		if !ok {
			return nil, errClause
		}
		return f(r, a), nil
	}
}

func rangeNew(_ *process.Process, a []term.Term) (term.Term, error) {
	first, ok1 := a[0].(term.Int)
	last, ok2 := a[1].(term.Int)
	if !ok1 || !ok2 {
		return nil, exception.ArgumentError("ranges (first..last) expect both sides to be integers, got: %s..%s", show(a[0]), show(a[1])).
			In(at("Range", "new", 2, "range.ex", 193))
	}
	step := int64(1)
	if first > last {
		step = -1
	}
	return span{int64(first), int64(last), step}.term(), nil
}

func rangeNewStep(_ *process.Process, a []term.Term) (term.Term, error) {
	first, ok1 := a[0].(term.Int)
	last, ok2 := a[1].(term.Int)
	step, ok3 := a[2].(term.Int)
	if !ok1 || !ok2 || !ok3 || step == 0 {
		return nil, exception.ArgumentError("ranges (first..last//step) expect both sides to be integers and the step to be a non-zero integer, got: %s..%s//%s",
			show(a[0]), show(a[1]), show(a[2])).In(at("Range", "new", 3, "range.ex", 215))
	}
	return span{int64(first), int64(last), int64(step)}.term(), nil
}

func rangeDisjoint(_ *process.Process, a []term.Term) (term.Term, error) {
	r, ok1 := rangeOf(a[0])
	s, ok2 := rangeOf(a[1])
	if !ok1 || !ok2 {
		return nil, errClause
	}
	return term.Bool(r.disjoint(s)), nil
}

// disjoint reports whether the ranges have nothing in common, as Elixir 1.14
// reckons it: with steps other than one it is wrong about some, since it takes
// the end of a range that goes down for an element.
func (r span) disjoint(s span) bool {
	if r.size() == 0 || s.size() == 0 {
		return true
	}
	r, s = r.upward(), s.upward()
	switch {
	case s.last < r.first || r.last < s.first:
		return true
	case abs(r.step) == 1 && abs(s.step) == 1:
		return false
	}
	divisor, m, n := extendedGCD(big.NewInt(-r.step), big.NewInt(s.step))
	gcd, u, v := divisor.Int64(), m.Int64(), n.Int64()
	c := r.first - s.first + s.step - r.step
	t1 := float64(-c) / float64(r.step) * float64(u)
	t2 := float64(-c) / float64(s.step) * float64(v)
	t := max(int64(math.Floor(t1))+1, int64(math.Floor(t2))+1)
	x := (c*u+t*s.step)/gcd - 1
	y := (c*v+t*r.step)/gcd - 1
	return x < 0 || r.first+x*r.step > r.last || y < 0 || s.first+y*s.step > s.last
}

// upward turns a range round that goes down.
func (r span) upward() span {
	if r.first > r.last {
		return span{r.last, r.first, -r.step}
	}
	return r
}

func abs(n int64) int64 { return max(n, -n) }

func tupleModule() Module {
	return Module{
		Name: "Elixir.Tuple",
		Doc:  "Functions on tuples. See also `elem/2`, `put_elem/3` and `tuple_size/1`.",
		Functions: []Function{
			{"to_list", "tuple", "The elements as a list.", onTuple("tuple_to_list", func(t term.Tuple) term.Term { return term.List(t...) })},
			{"append", "tuple, value", "The tuple with `value` at the end.", func(_ *process.Process, a []term.Term) (term.Term, error) {
				return tupleInsert("append_element", a, a[0], -1, a[1])
			}},
			{"duplicate", "data, size", "A tuple of `size` times the same element.", tupleDuplicate},
			{"insert_at", "tuple, index, value", "The tuple with `value` at `index`, from 0.", tupleInsertAt},
			{"delete_at", "tuple, index", "The tuple without the element at `index`, from 0.", tupleDeleteAt},
			{"sum", "tuple", "The sum of the elements.", onTupleList(enumSum)},
			{"product", "tuple", "The product of the elements.", onTupleList(enumProduct)},
		},
	}
}

func onTuple(builtin string, f func(t term.Tuple) term.Term) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		t, ok := a[0].(term.Tuple)
		if !ok {
			return nil, badarg("erlang", builtin, a...)
		}
		return f(t), nil
	}
}

func onTupleList(f process.Func) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		t, ok := a[0].(term.Tuple)
		if !ok {
			return nil, badarg("erlang", "tuple_to_list", a[0])
		}
		return f(self, args{term.List(t...)})
	}
}

// tupleInsert puts value at an index, -1 for the end.
func tupleInsert(builtin string, call args, tuple term.Term, index int, value term.Term) (term.Term, error) {
	t, ok := tuple.(term.Tuple)
	if ok && index < 0 {
		index = len(t)
	}
	if !ok || index > len(t) {
		return nil, badarg("erlang", builtin, call...)
	}
	return slices.Insert(slices.Clone(t), index, value), nil
}

func tupleDuplicate(self *process.Process, a []term.Term) (term.Term, error) {
	n, ok := intAt(a, 1)
	if !ok || n < 0 {
		return nil, badarg("erlang", "make_tuple", a[1], a[0])
	}
	if err := self.Reserve(n, cellSize); err != nil {
		return nil, err
	}
	return term.Tuple(slices.Repeat([]term.Term{a[0]}, n)), nil
}

func tupleInsertAt(_ *process.Process, a []term.Term) (term.Term, error) {
	i, ok := intAt(a, 1)
	if !ok {
		return nil, badarith("+", a[1], term.Int(1))
	}
	call := args{term.Int(i + 1), a[0], a[2]}
	if i < 0 {
		return nil, badarg("erlang", "insert_element", call...)
	}
	return tupleInsert("insert_element", call, a[0], i, a[2])
}

func tupleDeleteAt(_ *process.Process, a []term.Term) (term.Term, error) {
	i, isInt := intAt(a, 1)
	if !isInt {
		return nil, badarith("+", a[1], term.Int(1))
	}
	t, ok := a[0].(term.Tuple)
	if !ok || i < 0 || i >= len(t) {
		return nil, badarg("erlang", "delete_element", term.Int(i+1), a[0])
	}
	return slices.Delete(slices.Clone(t), i, i+1), nil
}

func atomModule() Module {
	return Module{
		Name: "Elixir.Atom",
		Doc:  "Functions on atoms.",
		Functions: []Function{
			{"to_string", "atom", "The name of the atom.", atomText("atom_to_binary", func(s string) term.Term { return term.Binary(s) })},
			{"to_charlist", "atom", "The name of the atom as a charlist.", atomText("atom_to_list", func(s string) term.Term { return term.Charlist(s) })},
		},
	}
}

func atomText(builtin string, f func(string) term.Term) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		atom, ok := a[0].(term.Atom)
		if !ok {
			return nil, badarg("erlang", builtin, a[0])
		}
		return f(string(atom)), nil
	}
}
