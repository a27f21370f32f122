package lib

import (
	"slices"

	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

const dictTag = term.Atom("dict")

func erlangDictTable() Module {
	return Module{
		Name: "dict",
		Doc:  "Erlang's dictionaries as hash tables.",
		Functions: []Function{
			{"new", "", "The empty dictionary.", constantTerm(newHashTable(dictTag).term())},
			{"from_list", "list", "A dictionary of pairs; the last one of a key counts.", erlangDictFromList},
			{"to_list", "dict", "The pairs.", onErlangDict(0, func(_ *process.Process, d erlangDict, _ args) (term.Term, error) { return d.list(), nil })},
			{"size", "dict", "The number of keys.", onErlangDict(0, func(_ *process.Process, d erlangDict, _ args) (term.Term, error) { return term.Int(d.size), nil })},
			{"is_empty", "dict", "Whether there is no key.", onErlangDict(0, func(_ *process.Process, d erlangDict, _ args) (term.Term, error) { return term.Bool(d.size == 0), nil })},
			{"store", "key, value, dict", "The dictionary with `value` at `key`.", onErlangDict(2, func(_ *process.Process, d erlangDict, a args) (term.Term, error) {
				return d.store(a[0], a[1]).term(), nil
			})},
			{"fetch", "key, dict", "The value of `key`; an error if it is not there.", onErlangDict(1, func(_ *process.Process, d erlangDict, a args) (term.Term, error) {
				if value, ok := d.find(a[0]); ok {
					return value, nil
				}
				return nil, dictBad("fetch", 132, a)
			})},
			{"find", "key, dict", "`{:ok, value}` of `key`, or `:error`.", onErlangDict(1, func(_ *process.Process, d erlangDict, a args) (term.Term, error) {
				if value, ok := d.find(a[0]); ok {
					return okTuple(value), nil
				}
				return term.ErrorAtom, nil
			})},
			{"is_key", "key, dict", "Whether `key` is there.", onErlangDict(1, func(_ *process.Process, d erlangDict, a args) (term.Term, error) {
				_, ok := d.find(a[0])
				return term.Bool(ok), nil
			})},
			{"fetch_keys", "dict", "The keys.", onErlangDict(0, func(_ *process.Process, d erlangDict, _ args) (term.Term, error) {
				var keys []term.Term
				for _, x := range d.all() {
					keys = append(keys, keyOfCell(x))
				}
				return term.List(keys...), nil
			})},
			{"erase", "key, dict", "The dictionary without `key`.", onErlangDict(1, func(_ *process.Process, d erlangDict, a args) (term.Term, error) {
				return d.without(a[0]).term(), nil
			})},
			{"take", "key, dict", "`{value, dict}`, or `:error`.", onErlangDict(1, func(_ *process.Process, d erlangDict, a args) (term.Term, error) {
				if value, ok := d.find(a[0]); ok {
					return term.Tuple{value, d.without(a[0]).term()}, nil
				}
				return term.ErrorAtom, nil
			})},
			{"append", "key, value, dict", "The dictionary with `value` at the end of the list at `key`.", onErlangDict(2, func(_ *process.Process, d erlangDict, a args) (term.Term, error) {
				return d.appended(a[0], term.List(a[1]), "append", "append_bkt", 227, 221)
			})},
			{"append_list", "key, values, dict", "The dictionary with `values` at the end of the list at `key`.", onErlangDict(2, func(_ *process.Process, d erlangDict, a args) (term.Term, error) {
				return d.appended(a[0], a[1], "append_list", "app_list_bkt", 244, 238)
			})},
			{"update", "key, fun, dict", "The dictionary with the value of `key` changed.", onErlangDict(2, func(self *process.Process, d erlangDict, a args) (term.Term, error) {
				value, ok := d.find(a[0])
				if !ok {
					return nil, dictBad("update", 316, a)
				}
				return d.updated(self, a[0], value, a[1])
			})},
			{"update", "key, fun, initial, dict", "The dictionary with the value of `key` changed, or put in.", onErlangDict(3, func(self *process.Process, d erlangDict, a args) (term.Term, error) {
				value, ok := d.find(a[0])
				if !ok {
					return d.store(a[0], a[2]).term(), nil
				}
				return d.updated(self, a[0], value, a[1])
			})},
			{"update_counter", "key, increment, dict", "The dictionary with the number at `key` increased.", onErlangDict(2, func(_ *process.Process, d erlangDict, a args) (term.Term, error) {
				value, ok := d.find(a[0])
				if !ok {
					return d.store(a[0], a[1]).term(), nil
				}
				sum, ok := term.Add(value, a[1])
				if !ok {
					return nil, badarith("+", value, a[1])
				}
				return d.store(a[0], sum).term(), nil
			})},
			{"map", "fun, dict", "The dictionary with the values that `fun` makes of key and value.", onErlangDict(1, erlangDictMap)},
			{"filter", "pred, dict", "The keys and values of which `pred` is true.", onErlangDict(1, erlangDictFilter)},
			{"fold", "fun, acc, dict", "Folds over keys and values.", onErlangDict(2, erlangDictFold)},
			{"merge", "fun, dict1, dict2", "The keys of either; `fun` makes the values of those in both.", erlangDictMerge},
		},
	}
}

// erlangDict is a hash table whose elements are [key | value].
type erlangDict struct{ *hashTable }

func keyOfCell(x term.Term) term.Term {
	if cell, ok := x.(*term.Cons); ok {
		return cell.Head
	}
	return x
}

func onErlangDict(i int, f func(self *process.Process, d erlangDict, a args) (term.Term, error)) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		h, ok := hashTableOf(dictTag, a[i])
		if !ok {
			if len(a) == 1 {
				return nil, errClause
			}
			return nil, exception.Raise(term.Tuple{term.Atom("badrecord"), a[i]}).In(in("dict", "get_slot", 2, 414))
		}
		return f(self, erlangDict{h}, a)
	}
}

func dictBad(name string, line int, a args) error {
	return exception.Raise(term.Atom("badarg")).In(exception.Frame{
		Module: "dict", Function: name, Arity: len(a), Args: a, HasArgs: true, File: "dict.erl", Line: line})
}

func (d erlangDict) list() term.Term {
	var list []term.Term
	for _, x := range d.all() {
		if cell, ok := x.(*term.Cons); ok {
			list = append(list, term.Tuple{cell.Head, cell.Tail})
		}
	}
	return term.List(list...)
}

func (d erlangDict) index(key term.Term) (slot, i int) {
	slot = d.slot(key)
	return slot, slices.IndexFunc(d.buckets[slot], func(x term.Term) bool { return term.Same(keyOfCell(x), key) })
}

func (d erlangDict) find(key term.Term) (term.Term, bool) {
	slot, i := d.index(key)
	if i < 0 {
		return nil, false
	}
	cell, ok := d.buckets[slot][i].(*term.Cons)
	if !ok {
		return nil, false
	}
	return cell.Tail, true
}

func (d erlangDict) store(key, value term.Term) erlangDict {
	slot, i := d.index(key)
	c := d.clone()
	entry := &term.Cons{Head: key, Tail: value}
	bucket := slices.Clone(c.buckets[slot])
	if i >= 0 {
		bucket[i] = entry
		c.buckets[slot] = bucket
		return erlangDict{c}
	}
	c.buckets[slot] = append(bucket, entry)
	c.grown(keyOfCell)
	return erlangDict{c}
}

func (d erlangDict) without(key term.Term) erlangDict {
	slot, i := d.index(key)
	if i < 0 {
		return d
	}
	c := d.clone()
	c.buckets[slot] = slices.Delete(slices.Clone(c.buckets[slot]), i, i+1)
	c.shrunk(1)
	return erlangDict{c}
}

func (d erlangDict) appended(key, values term.Term, name, inner string, line, caller int) (term.Term, error) {
	value, ok := d.find(key)
	if !ok {
		return d.store(key, values).term(), nil
	}
	list, proper := term.Slice(value)
	if !proper {
		return nil, exception.In(badarg("erlang", "++", value, values),
			in("dict", inner, 3, line), in("dict", "on_bucket", 3, 433), in("dict", name, 3, caller))
	}
	return d.store(key, term.ListWithTail(list, values)).term(), nil
}

func (d erlangDict) updated(self *process.Process, key, value, fun term.Term) (term.Term, error) {
	changed, err := code.Call(self, fun, value)
	if err != nil {
		return nil, err
	}
	return d.store(key, changed).term(), nil
}

func erlangDictFromList(_ *process.Process, a []term.Term) (term.Term, error) {
	list, ok := term.Slice(a[0])
	if !ok {
		return nil, exception.Raise(term.Tuple{term.Atom("case_clause"), a[0]}).In(in("lists", "foldl", 3, 1349))
	}
	d := erlangDict{newHashTable(dictTag)}
	for _, x := range list {
		p, isPair := x.(term.Tuple)
		if !isPair || len(p) != 2 {
			err := exception.As(noClause(nil, "dict", "-from_list/1-fun-0-", args{x, d.term()}))
			err.Stack[0].File, err.Stack[0].Line = "dict.erl", 112
			return nil, err.In(in("lists", "foldl", 3, 1350))
		}
		d = d.store(p[0], p[1])
	}
	return d.term(), nil
}

// each calls f with the cells of the dictionary in the order of fold/3, the
// last slot first.
func (d erlangDict) each(f func(cell *term.Cons) error) error {
	cells := d.all()
	for _, x := range slices.Backward(cells) {
		if cell, ok := x.(*term.Cons); ok {
			if err := f(cell); err != nil {
				return err
			}
		}
	}
	return nil
}

func erlangDictMap(self *process.Process, d erlangDict, a args) (term.Term, error) {
	mapped := d
	err := d.each(func(cell *term.Cons) error {
		value, err := code.Call(self, a[0], cell.Head, cell.Tail)
		if err == nil {
			mapped = mapped.store(cell.Head, value)
		}
		return err
	})
	return mapped.term(), err
}

func erlangDictFilter(self *process.Process, d erlangDict, a args) (term.Term, error) {
	kept := d
	err := d.each(func(cell *term.Cons) error {
		keep, err := code.Call(self, a[0], cell.Head, cell.Tail)
		if err == nil && keep != term.Term(term.True) {
			kept = kept.without(cell.Head)
		}
		return err
	})
	return kept.term(), err
}

func erlangDictFold(self *process.Process, d erlangDict, a args) (term.Term, error) {
	acc := a[1]
	err := d.each(func(cell *term.Cons) (err error) {
		acc, err = code.Call(self, a[0], cell.Head, cell.Tail, acc)
		return err
	})
	return acc, err
}

func erlangDictMerge(self *process.Process, a []term.Term) (term.Term, error) {
	first, ok1 := hashTableOf(dictTag, a[1])
	second, ok2 := hashTableOf(dictTag, a[2])
	if !ok1 || !ok2 {
		return nil, errClause
	}
	into, from, swapped := erlangDict{first}, erlangDict{second}, false
	if first.size < second.size {
		into, from, swapped = from, into, true
	}
	err := from.each(func(cell *term.Cons) error {
		value := cell.Tail
		if there, ok := into.find(cell.Head); ok {
			pair := args{cell.Head, there, value}
			if swapped {
				pair = args{cell.Head, value, there}
			}
			var err error
			if value, err = code.Call(self, a[0], pair...); err != nil {
				return err
			}
		}
		into = into.store(cell.Head, value)
		return nil
	})
	return into.term(), err
}
