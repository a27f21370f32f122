package lib

import (
	"slices"

	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

func orddictTable() Module {
	return Module{
		Name: "orddict",
		Doc:  "Erlang's dictionaries as lists of `{key, value}` in the order of the keys.",
		Functions: []Function{
			{"new", "", "The empty dictionary.", pure3(term.Empty)},
			{"from_list", "list", "A dictionary of pairs; the last one of a key counts.", onList(func(_ *process.Process, list []term.Term, _ args) (term.Term, error) {
				var d ordDict
				for _, e := range list {
					p, ok := e.(term.Tuple)
					if !ok || len(p) != 2 {
						return nil, errClause
					}
					d = d.store(p[0], p[1])
				}
				return d.term(), nil
			})},
			{"to_list", "orddict", "The pairs.", pure1(func(t term.Term) term.Term { return t })},
			{"size", "orddict", "The number of keys.", onOrdDict(0, func(_ *process.Process, d ordDict, _ args) (term.Term, error) { return term.Int(len(d)), nil })},
			{"is_empty", "orddict", "Whether there is no key.", onOrdDict(0, func(_ *process.Process, d ordDict, _ args) (term.Term, error) { return term.Bool(len(d) == 0), nil })},
			{"store", "key, value, orddict", "The dictionary with `value` at `key`.", onOrdDict(2, func(_ *process.Process, d ordDict, a args) (term.Term, error) {
				return d.store(a[0], a[1]).term(), nil
			})},
			{"fetch", "key, orddict", "The value of `key`; an error if it is not there.", onOrdDict(1, ordFetch)},
			{"find", "key, orddict", "`{:ok, value}` of `key`, or `:error`.", onOrdDict(1, func(_ *process.Process, d ordDict, a args) (term.Term, error) {
				if i, ok := d.find(a[0]); ok {
					return okTuple(d[i].Value), nil
				}
				return term.ErrorAtom, nil
			})},
			{"is_key", "key, orddict", "Whether `key` is there.", onOrdDict(1, func(_ *process.Process, d ordDict, a args) (term.Term, error) {
				_, ok := d.find(a[0])
				return term.Bool(ok), nil
			})},
			{"fetch_keys", "orddict", "The keys.", onOrdDict(0, func(_ *process.Process, d ordDict, _ args) (term.Term, error) {
				keys := make([]term.Term, len(d))
				for i, p := range d {
					keys[i] = p.Key
				}
				return term.List(keys...), nil
			})},
			{"erase", "key, orddict", "The dictionary without `key`.", onOrdDict(1, func(_ *process.Process, d ordDict, a args) (term.Term, error) {
				return d.without(a[0]).term(), nil
			})},
			{"take", "key, orddict", "`{value, rest}`, or `:error`.", onOrdDict(1, func(_ *process.Process, d ordDict, a args) (term.Term, error) {
				if i, ok := d.find(a[0]); ok {
					return term.Tuple{d[i].Value, d.without(a[0]).term()}, nil
				}
				return term.ErrorAtom, nil
			})},
			{"append", "key, value, orddict", "The dictionary with `value` at the end of the list at `key`.", onOrdDict(2, ordAppend)},
			{"append_list", "key, values, orddict", "The dictionary with `values` at the end of the list at `key`.", onOrdDict(2, ordAppendList)},
			{"update", "key, fun, orddict", "The dictionary with the value of `key` changed.", onOrdDict(2, ordUpdate)},
			{"update", "key, fun, initial, orddict", "The dictionary with the value of `key` changed, or put in.", onOrdDict(3, ordUpdate)},
			{"update_counter", "key, increment, orddict", "The dictionary with the number at `key` increased.", onOrdDict(2, ordCount)},
			{"map", "fun, orddict", "The dictionary with the values that `fun` makes of key and value.", onOrdDict(1, ordMap)},
			{"filter", "pred, orddict", "The keys and values of which `pred` is true.", onOrdDict(1, ordFilter)},
			{"fold", "fun, acc, orddict", "Folds over keys and values.", onOrdDict(2, ordFold)},
			{"merge", "fun, orddict1, orddict2", "The keys of either; `fun` makes the values of those in both.", ordMerge},
		},
	}
}

// ordDict is a dictionary of :orddict: pairs in the order of their keys.
type ordDict []term.Pair

func ordDictIn(t term.Term) (ordDict, bool) {
	list, ok := term.Slice(t)
	d := make(ordDict, 0, len(list))
	for _, e := range list {
		p, isTuple := e.(term.Tuple)
		if !isTuple || len(p) != 2 {
			return nil, false
		}
		d = append(d, term.Pair{Key: p[0], Value: p[1]})
	}
	return d, ok
}

func (d ordDict) term() term.Term {
	list := make([]term.Term, len(d))
	for i, p := range d {
		list[i] = term.Tuple{p.Key, p.Value}
	}
	return term.List(list...)
}

// find returns where key is, or where it belongs.
func (d ordDict) find(key term.Term) (int, bool) {
	return slices.BinarySearchFunc(d, key, func(p term.Pair, key term.Term) int { return term.Compare(p.Key, key) })
}

func (d ordDict) store(key, value term.Term) ordDict {
	i, ok := d.find(key)
	if ok {
		d = slices.Clone(d)
		d[i] = term.Pair{Key: key, Value: value}
		return d
	}
	return slices.Insert(slices.Clone(d), i, term.Pair{Key: key, Value: value})
}

func (d ordDict) without(key term.Term) ordDict {
	i, ok := d.find(key)
	if !ok {
		return d
	}
	return slices.Delete(slices.Clone(d), i, i+1)
}

func onOrdDict(i int, f func(self *process.Process, d ordDict, a args) (term.Term, error)) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		d, ok := ordDictIn(a[i])
		if !ok {
			return nil, errClause
		}
		return f(self, d, a)
	}
}

func ordFetch(_ *process.Process, d ordDict, a args) (term.Term, error) {
	i, ok := d.find(a[0])
	if !ok {
		// The search ends at the first greater key, or at the end.
		return nil, exception.Raise(term.Atom("function_clause")).In(exception.Frame{
			Module: "orddict", Function: "fetch", Args: args{a[0], d[i:].term()}, HasArgs: true, File: "orddict.erl", Line: 80,
		})
	}
	return d[i].Value, nil
}

func ordAppend(_ *process.Process, d ordDict, a args) (term.Term, error) {
	return ordAppended(d, a[0], term.List(a[1]))
}

func ordAppended(d ordDict, key, more term.Term) (term.Term, error) {
	i, ok := d.find(key)
	if !ok {
		return d.store(key, more).term(), nil
	}
	old, proper := term.Slice(d[i].Value)
	if !proper {
		return nil, badarg("erlang", "++", d[i].Value, more)
	}
	return d.store(key, term.ListWithTail(old, more)).term(), nil
}

func ordAppendList(_ *process.Process, d ordDict, a args) (term.Term, error) {
	return ordAppended(d, a[0], a[1])
}

func ordUpdate(self *process.Process, d ordDict, a args) (term.Term, error) {
	i, ok := d.find(a[0])
	switch {
	case !ok && len(a) == 4:
		return d.store(a[0], a[2]).term(), nil
	case !ok:
		return nil, errClause
	}
	value, err := code.Call(self, a[1], d[i].Value)
	if err != nil {
		return nil, err
	}
	return d.store(a[0], value).term(), nil
}

func ordCount(_ *process.Process, d ordDict, a args) (term.Term, error) {
	i, ok := d.find(a[0])
	if !ok {
		return d.store(a[0], a[1]).term(), nil
	}
	sum, isNumber := term.Add(d[i].Value, a[1])
	if !isNumber {
		return nil, badarith("+", d[i].Value, a[1])
	}
	return d.store(a[0], sum).term(), nil
}

func ordMap(self *process.Process, d ordDict, a args) (term.Term, error) {
	out := make(ordDict, len(d))
	for i, p := range d {
		value, err := code.Call(self, a[0], p.Key, p.Value)
		if err != nil {
			return nil, err
		}
		out[i] = term.Pair{Key: p.Key, Value: value}
	}
	return out.term(), nil
}

func ordFilter(self *process.Process, d ordDict, a args) (term.Term, error) {
	var out ordDict
	for _, p := range d {
		keep, err := truth(self, a[0], p.Key, p.Value)
		if err != nil {
			return nil, err
		}
		if keep {
			out = append(out, p)
		}
	}
	return out.term(), nil
}

func ordFold(self *process.Process, d ordDict, a args) (term.Term, error) {
	acc := a[1]
	for _, p := range d {
		next, err := code.Call(self, a[0], p.Key, p.Value, acc)
		if err != nil {
			return nil, err
		}
		acc = next
	}
	return acc, nil
}

func ordMerge(self *process.Process, a []term.Term) (term.Term, error) {
	left, ok1 := ordDictIn(a[1])
	right, ok2 := ordDictIn(a[2])
	if !ok1 || !ok2 {
		return nil, errClause
	}
	out := left
	for _, p := range right {
		value := p.Value
		if i, ok := left.find(p.Key); ok {
			combined, err := code.Call(self, a[0], p.Key, left[i].Value, p.Value)
			if err != nil {
				return nil, err
			}
			value = combined
		}
		out = out.store(p.Key, value)
	}
	return out.term(), nil
}
