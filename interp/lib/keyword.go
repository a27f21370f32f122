package lib

import (
	"slices"

	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

func keywordModule() Module {
	return Module{
		Name: "Elixir.Keyword",
		Doc:  "Functions on keyword lists, lists of pairs `{atom, value}`, in which a key may occur more than once.",
		Functions: []Function{
			{"new", "", "An empty keyword list.", func(*process.Process, []term.Term) (term.Term, error) { return term.Empty, nil }},
			{"new", "pairs", "A keyword list of the pairs; of equal keys the last counts.", keywordNew},
			{"new", "pairs, transform", "A keyword list of the pairs that `transform` makes.", keywordNewWith},
			{"keyword?", "term", "Whether `term` is a keyword list.", test(isKeyword)},
			{"get", `keywords, key, default \\ nil`, "The first value of `key`, else `default`.", keywordGet},
			{"get_lazy", "keywords, key, fun", "The first value of `key`, else what `fun` returns.", keywordGetLazy},
			{"get_values", "keywords, key", "All values of `key`.", keywordGetValues},
			{"fetch", "keywords, key", "`{:ok, value}` of the first `key`, or `:error`.", keywordFetch},
			{"fetch!", "keywords, key", "The first value of `key`; raises `KeyError` if there is none.", keywordMustFetch},
			{"put", "keywords, key, value", "The list with `key` set to `value` once, in front.", keywordPut},
			{"put_new", "keywords, key, value", "The list with `key`, unless it is there.", keywordPutNew},
			{"replace", "keywords, key, value", "The list with `key` set to `value`, only if it is there.", keywordReplace},
			{"put_new_lazy", "keywords, key, fun", "The list with `key` set to what `fun` returns, unless it is there.", keywordPutNewLazy},
			{"replace!", "keywords, key, value", "The list with `key` set to `value`; raises `KeyError` if it is not there.", keywordMustReplace},
			{"replace_lazy", "keywords, key, fun", "The list with `fun` applied to the value of `key`, only if it is there.", keywordReplaceLazy},
			{"get_and_update", "keywords, key, fun", "`fun.(value)` returns `{result, new value}` or `:pop`.", keywordGetAndUpdate},
			{"get_and_update!", "keywords, key, fun", "As `get_and_update/3`; raises `KeyError` if the key is not there.", keywordMustGetAndUpdate},
			{"from_keys", "keys, value", "A keyword list of the keys, all with `value`.", keywordFromKeys},
			{"map", "keywords, fun", "The list with values `fun.({key, value})`; deprecated.", keywordMap},
			{"size", "keywords", "The number of pairs; deprecated.", keywordSize},
			{"delete", "keywords, key, value", "The list without the pairs of `key` and `value`; deprecated.", keywordDeletePair},
			{"delete", "keywords, key", "The list without `key`.", keywordDelete},
			{"delete_first", "keywords, key", "The list without the first `key`.", keywordDeleteFirst},
			{"drop", "keywords, keys", "The list without the keys.", keywordDrop},
			{"take", "keywords, keys", "The list with the keys only.", keywordTake},
			{"split", "keywords, keys", "`{with the keys, without them}`.", keywordSplit},
			{"pop", `keywords, key, default \\ nil`, "`{first value, list without key}`.", keywordPop},
			{"pop_lazy", "keywords, key, fun", "As `pop/2`; `fun` makes the value if the key is not there.", keywordPopLazy},
			{"pop_values", "keywords, key", "`{all values of key, list without key}`.", keywordPopValues},
			{"pop!", "keywords, key", "As `pop/2`; raises `KeyError` if the key is not there.", keywordMustPop},
			{"pop_first", `keywords, key, default \\ nil`, "`{first value, list without that pair}`.", keywordPopFirst},
			{"update", "keywords, key, default, fun", "The list with `fun` applied to the value of `key`, or with `default`.", keywordUpdate},
			{"update!", "keywords, key, fun", "The list with `fun` applied to the value of `key`.", keywordMustUpdate},
			{"has_key?", "keywords, key", "Whether `key` is there.", keywordHasKey},
			{"keys", "keywords", "The keys, as often as they occur.", keywordKeys},
			{"values", "keywords", "The values.", keywordValues},
			{"to_list", "keywords", "The list itself.", keywordToList},
			{"merge", "keywords1, keywords2", "The pairs of both; keys of `keywords2` win.", keywordMerge},
			{"merge", "keywords1, keywords2, fun", "The pairs of both; `fun.(key, value1, value2)` decides.", keywordMergeWith},
			{"equal?", "left, right", "Whether both have the same pairs, in any order of the keys.", keywordEqual},
			{"filter", "keywords, fun", "The pairs for which `fun.({key, value})` is true.", keywordFilter},
			{"reject", "keywords, fun", "The pairs for which `fun.({key, value})` is not true.", keywordReject},
			{"validate", "keywords, values", "`{:ok, list with the defaults}`, or `{:error, unknown keys}`.", keywordValidate},
			{"validate!", "keywords, values", "The list with the defaults; raises for unknown keys.", keywordMustValidate},
		},
	}
}

func isKeyword(t term.Term) bool {
	list, ok := term.Slice(t)
	if !ok {
		return false
	}
	return !slices.ContainsFunc(list, func(x term.Term) bool { _, ok := keyOf(x); return !ok })
}

// keyOf returns the key of a pair of a keyword list.
func keyOf(x term.Term) (term.Atom, bool) {
	p, ok := x.(term.Tuple)
	if !ok || len(p) != 2 {
		return "", false
	}
	key, ok := p[0].(term.Atom)
	return key, ok
}

func valueOf(x term.Term) term.Term { return x.(term.Tuple)[1] }

// onKeyword decodes a list and a key, and hands on the list and where its
// first pair with the key is, -1 for nowhere.
func onKeyword(f func(self *process.Process, list []term.Term, i int, a args) (term.Term, error)) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		list, ok := term.Slice(a[0])
		key, isAtom := a[1].(term.Atom)
		if !ok || !isAtom {
			return nil, errClause
		}
		i := slices.IndexFunc(list, func(x term.Term) bool { k, ok := keyOf(x); return ok && k == key })
		return f(self, list, i, a)
	}
}

// without returns the pairs whose keys are not among keys.
func without(list []term.Term, keys ...term.Term) []term.Term {
	return slices.DeleteFunc(slices.Clone(list), func(x term.Term) bool { return hasKey(x, keys) })
}

func hasKey(x term.Term, keys []term.Term) bool {
	k, ok := keyOf(x)
	return ok && slices.Contains(keys, term.Term(k))
}

func keywordNew(self *process.Process, a []term.Term) (term.Term, error) {
	return newKeyword(self, a[0], identity)
}

func keywordNewWith(self *process.Process, a []term.Term) (term.Term, error) {
	return newKeyword(self, a[0], caller(self, a[1]))
}

func newKeyword(self *process.Process, enumerable term.Term, transform func(term.Term) (term.Term, error)) (term.Term, error) {
	var list []term.Term
	err := eachFromEnd(self, enumerable, func(x term.Term) error {
		x, err := transform(x)
		if err != nil {
			return err
		}
		key, ok := keyOf(x)
		if !ok {
			return badmatch(x).In(at("Keyword", "-new/2-fun-0-", 3, "keyword.ex", 198), at("Keyword", "-new/2-lists^foldl/2-0-", 3, "keyword.ex", 202))
		}
		if !slices.ContainsFunc(list, func(pair term.Term) bool { return hasKey(pair, args{key}) }) {
			list = append(list, x)
		}
		return nil
	})
	slices.Reverse(list)
	return term.List(list...), err
}

var (
	keywordGet = onKeyword(func(_ *process.Process, list []term.Term, i int, a args) (term.Term, error) {
		if i < 0 {
			return a[2], nil
		}
		return valueOf(list[i]), nil
	})
	keywordGetLazy = onKeyword(func(self *process.Process, list []term.Term, i int, a args) (term.Term, error) {
		if i < 0 {
			return code.Call(self, a[2])
		}
		return valueOf(list[i]), nil
	})
	keywordGetValues = onKeyword(func(_ *process.Process, list []term.Term, _ int, a args) (term.Term, error) {
		var values []term.Term
		for _, x := range list {
			if hasKey(x, a[1:2]) {
				values = append(values, valueOf(x))
			}
		}
		return term.List(values...), nil
	})
	keywordFetch = onKeyword(func(_ *process.Process, list []term.Term, i int, a args) (term.Term, error) {
		if i < 0 {
			return term.ErrorAtom, nil
		}
		return okTuple(valueOf(list[i])), nil
	})
	keywordMustFetch = onKeyword(func(_ *process.Process, list []term.Term, i int, a args) (term.Term, error) {
		if i < 0 {
			return nil, keyError(a[1], a[0]).In(at("Keyword", "fetch!", 2, "keyword.ex", 595))
		}
		return valueOf(list[i]), nil
	})
	keywordPut = onKeyword(func(_ *process.Process, list []term.Term, _ int, a args) (term.Term, error) {
		return &term.Cons{Head: term.Tuple{a[1], a[2]}, Tail: term.List(without(list, a[1])...)}, nil
	})
	keywordPutNew = onKeyword(func(_ *process.Process, list []term.Term, i int, a args) (term.Term, error) {
		if i >= 0 {
			return a[0], nil
		}
		return &term.Cons{Head: term.Tuple{a[1], a[2]}, Tail: a[0]}, nil
	})
	keywordReplace = onKeyword(func(_ *process.Process, list []term.Term, i int, a args) (term.Term, error) {
		if i < 0 {
			return a[0], nil
		}
		return replaced(list, i, a[1], a[2]), nil
	})
	keywordDelete = onKeyword(func(_ *process.Process, list []term.Term, _ int, a args) (term.Term, error) {
		return term.List(without(list, a[1])...), nil
	})
	keywordDeleteFirst = onKeyword(func(_ *process.Process, list []term.Term, i int, a args) (term.Term, error) {
		if i < 0 {
			return a[0], nil
		}
		return term.List(slices.Delete(slices.Clone(list), i, i+1)...), nil
	})
	keywordPop = onKeyword(func(_ *process.Process, list []term.Term, i int, a args) (term.Term, error) {
		if i < 0 {
			return term.Tuple{a[2], a[0]}, nil
		}
		return term.Tuple{valueOf(list[i]), term.List(without(list, a[1])...)}, nil
	})
	keywordMustPop = onKeyword(func(_ *process.Process, list []term.Term, i int, a args) (term.Term, error) {
		if i < 0 {
			return nil, keyError(a[1], a[0]).In(at("Keyword", "pop!", 2, "keyword.ex", 1279))
		}
		return term.Tuple{valueOf(list[i]), term.List(without(list, a[1])...)}, nil
	})
	keywordPopFirst = onKeyword(func(_ *process.Process, list []term.Term, i int, a args) (term.Term, error) {
		if i < 0 {
			return term.Tuple{a[2], a[0]}, nil
		}
		return term.Tuple{valueOf(list[i]), term.List(slices.Delete(slices.Clone(list), i, i+1)...)}, nil
	})
	keywordUpdate = onKeyword(func(self *process.Process, list []term.Term, i int, a args) (term.Term, error) {
		if i < 0 {
			return term.List(append(slices.Clone(list), term.Tuple{a[1], a[2]})...), nil
		}
		value, err := code.Call(self, a[3], valueOf(list[i]))
		return replaced(list, i, a[1], value), err
	})
	keywordMustUpdate = onKeyword(func(self *process.Process, list []term.Term, i int, a args) (term.Term, error) {
		if i < 0 {
			return nil, updateMissing(list, a)
		}
		value, err := code.Call(self, a[2], valueOf(list[i]))
		return replaced(list, i, a[1], value), err
	})
	keywordHasKey = onKeyword(func(_ *process.Process, _ []term.Term, i int, _ args) (term.Term, error) {
		return term.Bool(i >= 0), nil
	})
)

// updateMissing is the KeyError of update!, which goes through the whole list
// before it notices.
func updateMissing(list []term.Term, a args) error {
	x := keyError(a[1], a[0]).In(at("Keyword", "update!", 4, "keyword.ex", 1115))
	for range list {
		x.In(at("Keyword", "update!", 4, "keyword.ex", 1111))
	}
	return x
}

// replaced returns the list with pair i replaced and later ones of the key removed.
func replaced(list []term.Term, i int, key, value term.Term) term.Term {
	out := append(slices.Clone(list[:i]), term.Tuple{key, value})
	return term.List(append(out, without(list[i+1:], key)...)...)
}

// onKeywordKeys decodes a keyword list and a list of keys.
func onKeywordKeys(a args) (list, keys []term.Term, err error) {
	list, ok1 := term.Slice(a[0])
	keys, ok2 := term.Slice(a[1])
	if !ok1 || !ok2 {
		return nil, nil, errClause
	}
	return list, keys, nil
}

func keywordDrop(_ *process.Process, a []term.Term) (term.Term, error) {
	list, keys, err := onKeywordKeys(a)
	return term.List(without(list, keys...)...), err
}

func keywordTake(_ *process.Process, a []term.Term) (term.Term, error) {
	list, keys, err := onKeywordKeys(a)
	return term.List(only(list, keys)...), err
}

func only(list, keys []term.Term) []term.Term {
	return slices.DeleteFunc(slices.Clone(list), func(x term.Term) bool { return !hasKey(x, keys) })
}

func keywordSplit(_ *process.Process, a []term.Term) (term.Term, error) {
	list, keys, err := onKeywordKeys(a)
	return term.Tuple{term.List(only(list, keys)...), term.List(without(list, keys...)...)}, err
}

func keywordKeys(_ *process.Process, a []term.Term) (term.Term, error) {
	return mapPairs(a, at("Keyword", "keys", 1, "keyword.ex", 649), func(p term.Tuple) term.Term { return p[0] })
}

func keywordValues(_ *process.Process, a []term.Term) (term.Term, error) {
	list, ok := term.Slice(a[0])
	if !ok {
		return nil, errClause
	}
	values := make([]term.Term, len(list))
	for i, x := range list {
		pair, ok := x.(term.Tuple)
		if !ok || len(pair) != 2 {
			fun := at("Keyword", "-values/1-fun-0-", 1, "keyword.ex", 669)
			fun.Args, fun.HasArgs = args{x}, true
			return nil, exception.Raise(term.Atom("function_clause")).In(fun).In(slices.Repeat([]exception.Frame{at("Keyword", "-values/1-lists^map/1-0-", 2, "keyword.ex", 669)}, i+1)...)
		}
		values[i] = pair[1]
	}
	return term.List(values...), nil
}

func mapPairs(a args, in exception.Frame, f func(term.Tuple) term.Term) (term.Term, error) {
	list, ok := term.Slice(a[0])
	if !ok {
		return nil, errClause
	}
	out := make([]term.Term, len(list))
	for i, x := range list {
		if _, ok := keyOf(x); !ok {
			return nil, exception.ArgumentError("expected a keyword list, but an entry in the list is not a two-element tuple "+
				"with an atom as its first element, got: %s", show(x)).In(in)
		}
		out[i] = f(x.(term.Tuple))
	}
	return term.List(out...), nil
}

func keywordToList(_ *process.Process, a []term.Term) (term.Term, error) {
	if !term.IsList(a[0]) {
		return nil, errClause
	}
	return a[0], nil
}

func keywordMerge(_ *process.Process, a []term.Term) (term.Term, error) {
	left, ok1 := term.Slice(a[0])
	right, ok2 := term.Slice(a[1])
	if !ok1 || !ok2 {
		return nil, errClause
	}
	for i := 1; i >= 0; i-- { // the second one is looked at first
		if !isKeyword(a[i]) {
			ordinal := []string{"first", "second"}[i]
			return nil, exception.ArgumentError("expected a keyword list as the %s argument, got: %s", ordinal, show(a[i])).
				In(at("Keyword", "merge", 2, "keyword.ex", 995))
		}
	}
	keys := make([]term.Term, len(right))
	for i, x := range right {
		keys[i], _ = keyOf(x)
	}
	return term.List(append(without(left, keys...), right...)...), nil
}

func keywordFilter(self *process.Process, a []term.Term) (term.Term, error) {
	if !term.IsList(a[0]) || !isFun(a[1], 1) {
		return nil, errClause
	}
	return filter(self, a[0], a[1], true)
}

func keywordReject(self *process.Process, a []term.Term) (term.Term, error) {
	if !term.IsList(a[0]) || !isFun(a[1], 1) {
		return nil, errClause
	}
	return filter(self, a[0], a[1], false)
}
