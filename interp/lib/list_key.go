package lib

import (
	"slices"

	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// keyIndex finds the first tuple with key at the position a[2], from 0.
func keyIndex(list []term.Term, a args) (int, error) {
	position, ok := intAt(a, 2)
	if !ok || position < 0 {
		return -1, errClause
	}
	return slices.IndexFunc(list, func(x term.Term) bool {
		t, ok := x.(term.Tuple)
		return ok && len(t) > position && term.Equal(t[position], a[1])
	}), nil
}

// onKey decodes list, key and position, and hands on where the key is.
func onKey(a args, f func(list []term.Term, i int) term.Term) (term.Term, error) {
	list, ok := term.Slice(a[0])
	if !ok {
		return nil, errClause
	}
	i, err := keyIndex(list, a)
	if err != nil {
		return nil, err
	}
	return f(slices.Clone(list), i), nil
}

func listKeyfind(_ *process.Process, a []term.Term) (term.Term, error) {
	return onKey(a, func(list []term.Term, i int) term.Term {
		if i < 0 {
			return a[3]
		}
		return list[i]
	})
}

func listMustKeyfind(_ *process.Process, a []term.Term) (term.Term, error) {
	found, err := onKey(a, func(list []term.Term, i int) term.Term {
		if i < 0 {
			return nil
		}
		return list[i]
	})
	if err == nil && found == nil {
		err = raise("KeyError", "key", a[1], "term", a[0], "message",
			term.Binary("key "+show(a[1])+" at position "+show(a[2])+" not found in: "+show(a[0]))).
			In(at("List", "keyfind!", 3, "list.ex", 381))
	}
	return found, err
}

func listKeymember(_ *process.Process, a []term.Term) (term.Term, error) {
	return onKey(a, func(_ []term.Term, i int) term.Term { return term.Bool(i >= 0) })
}

func listKeydelete(_ *process.Process, a []term.Term) (term.Term, error) {
	return onKey(a, func(list []term.Term, i int) term.Term {
		if i < 0 {
			return a[0]
		}
		return term.List(slices.Delete(list, i, i+1)...)
	})
}

func listKeyreplace(_ *process.Process, a []term.Term) (term.Term, error) {
	return onKey(a, func(list []term.Term, i int) term.Term {
		if i >= 0 {
			list[i] = a[3]
		}
		return term.List(list...)
	})
}

func listKeystore(_ *process.Process, a []term.Term) (term.Term, error) {
	return onKey(a, func(list []term.Term, i int) term.Term {
		if i < 0 {
			return term.List(append(list, a[3])...)
		}
		list[i] = a[3]
		return term.List(list...)
	})
}

func listKeytake(_ *process.Process, a []term.Term) (term.Term, error) {
	return onKey(a, func(list []term.Term, i int) term.Term {
		if i < 0 {
			return term.Nil
		}
		found := list[i]
		return term.Tuple{found, term.List(slices.Delete(list, i, i+1)...)}
	})
}

func listKeysort(self *process.Process, a []term.Term) (term.Term, error) {
	list, ok := term.Slice(a[0])
	position, isInt := intAt(a, 1)
	if !ok || !isInt {
		return nil, errClause
	}
	ascending := a[2] == term.Term(term.Atom("asc"))
	switch {
	case position < 0 && ascending:
		return nil, noClause(self, "lists", "keysort", args{term.Int(position + 1), a[0]})
	case len(list) < 2:
		return a[0], nil
	}
	for _, x := range list {
		if t, ok := x.(term.Tuple); !ok || position < 0 || len(t) <= position {
			return nil, noElement(position+1, x, ascending)
		}
	}
	keys := func(x term.Term) (term.Term, error) { return x.(term.Tuple)[position], nil }
	elements, err := sorted(self, term.List(list...), keys, sorter(self, a[2]))
	return elementsOf(elements), err
}

// noElement is the exception of sorting what has no element to sort by.
func noElement(n int, x term.Term, ascending bool) error {
	err := badarg("erlang", "element", term.Int(n), x)
	if ascending {
		return exception.In(err, in("lists", "keysort", 2, 789))
	}
	return exception.In(err, at("List", "-keysort_fun/2-fun-3-", 3, "list.ex", 508), in("lists", "sort", 2, 1022))
}
