package lib

import (
	"slices"

	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

var (
	keywordPopLazy = onKeyword(func(self *process.Process, list []term.Term, i int, a args) (term.Term, error) {
		if i < 0 {
			value, err := code.Call(self, a[2])
			return term.Tuple{orNil(value), a[0]}, err
		}
		return term.Tuple{valueOf(list[i]), term.List(without(list, a[1])...)}, nil
	})
	keywordPopValues = onKeyword(func(_ *process.Process, list []term.Term, _ int, a args) (term.Term, error) {
		var values []term.Term
		for _, x := range only(list, a[1:2]) {
			values = append(values, valueOf(x))
		}
		return term.Tuple{term.List(values...), term.List(without(list, a[1])...)}, nil
	})
	keywordPutNewLazy = onKeyword(func(self *process.Process, _ []term.Term, i int, a args) (term.Term, error) {
		if i >= 0 {
			return a[0], nil
		}
		value, err := code.Call(self, a[2])
		return &term.Cons{Head: term.Tuple{a[1], orNil(value)}, Tail: a[0]}, err
	})
	keywordMustReplace = onKeyword(func(_ *process.Process, list []term.Term, i int, a args) (term.Term, error) {
		if i >= 0 {
			return replaced(list, i, a[1], a[2]), nil
		}
		x := keyError(a[1], a[0]).In(at("Keyword", "replace!", 4, "keyword.ex", 889))
		for range list {
			x.In(at("Keyword", "replace!", 4, "keyword.ex", 885))
		}
		return nil, x
	})
	keywordReplaceLazy = onKeyword(func(self *process.Process, list []term.Term, i int, a args) (term.Term, error) {
		if i < 0 {
			return a[0], nil
		}
		value, err := code.Call(self, a[2], valueOf(list[i]))
		return replaced(list, i, a[1], value), err
	})
	keywordMustGetAndUpdate = onKeyword(func(self *process.Process, _ []term.Term, i int, a args) (term.Term, error) {
		if i < 0 {
			return nil, keyError(a[1], a[0]).In(at("Keyword", "get_and_update!", 4, "keyword.ex", 554))
		}
		return keywordGetAndUpdate(self, a)
	})
	keywordDeletePair = onKeyword(func(_ *process.Process, list []term.Term, _ int, a args) (term.Term, error) {
		return term.List(slices.DeleteFunc(slices.Clone(list), func(x term.Term) bool {
			return hasKey(x, a[1:2]) && term.Same(valueOf(x), a[2])
		})...), nil
	})
)

func keywordFromKeys(_ *process.Process, a []term.Term) (term.Term, error) {
	keys, ok := term.Slice(a[0])
	if !ok {
		return nil, errClause
	}
	pairs := make([]term.Term, len(keys))
	for i, key := range keys {
		pairs[i] = term.Tuple{key, a[1]}
	}
	return term.List(pairs...), nil
}

func keywordMap(self *process.Process, a []term.Term) (term.Term, error) {
	list, ok := term.Slice(a[0])
	if !ok {
		return nil, errClause
	}
	out := make([]term.Term, len(list))
	for i, x := range list {
		key, _ := keyOf(x)
		value, err := code.Call(self, a[1], x)
		if err != nil {
			return nil, err
		}
		out[i] = term.Tuple{key, value}
	}
	return term.List(out...), nil
}

func keywordSize(_ *process.Process, a []term.Term) (term.Term, error) {
	list, ok := term.Slice(a[0])
	if !ok {
		return nil, badarg("erlang", "length", a[0])
	}
	return term.Int(len(list)), nil
}

// keywordMergeWith asks about the keys that left has; those of right follow in
// their order, and each key of left counts once.
func keywordMergeWith(self *process.Process, a []term.Term) (term.Term, error) {
	left, ok1 := term.Slice(a[0])
	right, ok2 := term.Slice(a[1])
	if !ok1 || !ok2 || !isFun(a[2], 3) {
		return nil, errClause
	}
	for i, ordinal := range []string{"first", "second"} {
		if !isKeyword(a[i]) {
			frame := at("Keyword", "do_merge", 6, "keyword.ex", 1062)
			if i == 0 {
				frame = at("Keyword", "merge", 3, "keyword.ex", 1034)
			}
			return nil, exception.ArgumentError("expected a keyword list as the %s argument, got: %s", ordinal, shown(self, a[i])).In(frame)
		}
	}
	var merged []term.Term
	paired := slices.Clone(left) // each pair on the left is merged once
	for _, x := range right {
		key, _ := keyOf(x)
		i := slices.IndexFunc(paired, func(y term.Term) bool { return hasKey(y, args{key}) })
		if i < 0 {
			merged = append(merged, x)
			continue
		}
		value, err := code.Call(self, a[2], key, valueOf(paired[i]), valueOf(x))
		if err != nil {
			return nil, err
		}
		paired = slices.Delete(paired, i, i+1)
		left = without(left, key)
		merged = append(merged, term.Tuple{key, value})
	}
	return term.List(slices.Concat(left, merged)...), nil
}

func keywordEqual(_ *process.Process, a []term.Term) (term.Term, error) {
	left, ok1 := term.Slice(a[0])
	right, ok2 := term.Slice(a[1])
	if !ok1 || !ok2 {
		return nil, errClause
	}
	order := func(list []term.Term) []term.Term {
		list = slices.Clone(list)
		slices.SortStableFunc(list, term.Compare)
		return list
	}
	return term.Bool(slices.EqualFunc(order(left), order(right), term.Same)), nil
}

// validation takes the allowed keys out of two piles as they are found, so
// that a key that comes twice is not allowed; the keys before it move from the
// one pile to the other, which decides the order of the defaults.
type validation struct{ first, second []term.Term }

// takeOut removes the entry of a key: a key, or a pair with a default.
func (v *validation) takeOut(key term.Atom) bool {
	return takeOut(key, &v.first, &v.second) || takeOut(key, &v.second, &v.first)
}

func takeOut(key term.Atom, from, to *[]term.Term) bool {
	for i, entry := range *from {
		name, isPair := keyOf(entry)
		if !isPair {
			name, _ = entry.(term.Atom)
		}
		if name == key {
			passed := slices.Clone((*from)[:i])
			slices.Reverse(passed)
			*to = append(passed, *to...)
			*from = (*from)[i+1:]
			return true
		}
	}
	return false
}

// validated returns the list with defaults added, and the keys that are not
// allowed, the last first.
func validated(a args) (list, bad []term.Term, err error) {
	list, values, err := onKeywordKeys(a)
	if err != nil {
		return nil, nil, err
	}
	v := validation{first: values}
	var found []term.Term
	for _, x := range list {
		key, ok := keyOf(x)
		switch {
		case !ok:
			return nil, nil, exception.ArgumentError("expected a keyword list as first argument, got invalid entry: %s", show(x)).
				In(at("Keyword", "validate", 5, "keyword.ex", 293))
		case v.takeOut(key):
			found = append(found, x)
		default:
			bad = append(bad, key)
		}
	}
	slices.Reverse(found)
	slices.Reverse(bad)
	for _, pile := range [][]term.Term{v.second, v.first} {
		for _, entry := range pile {
			if _, ok := keyOf(entry); ok {
				found = append([]term.Term{entry}, found...)
			}
		}
	}
	return found, bad, nil
}

func keywordValidate(_ *process.Process, a []term.Term) (term.Term, error) {
	list, bad, err := validated(a)
	if err != nil || len(bad) > 0 {
		return errorTuple(term.List(bad...)), err
	}
	return okTuple(term.List(list...)), nil
}

func keywordMustValidate(_ *process.Process, a []term.Term) (term.Term, error) {
	list, bad, err := validated(a)
	if err != nil || len(bad) == 0 {
		return term.List(list...), err
	}
	_, values, _ := onKeywordKeys(a)
	allowed := make([]term.Term, len(values))
	for i, v := range values {
		allowed[i] = v
		if key, ok := keyOf(v); ok {
			allowed[i] = key
		}
	}
	frame := at("Keyword", "validate!", 2, "keyword.ex", 355)
	unknown := slices.DeleteFunc(slices.Clone(bad), func(key term.Term) bool { return slices.Contains(allowed, key) })
	if len(unknown) == 0 {
		return nil, exception.ArgumentError("duplicate keys %s in %s", show(term.List(bad...)), show(a[0])).In(frame)
	}
	return nil, exception.ArgumentError("unknown keys %s in %s, the allowed keys are: %s",
		show(term.List(unknown...)), show(a[0]), show(term.List(allowed...))).In(frame)
}
