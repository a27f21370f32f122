package lib

import (
	"slices"

	"gex/runtime/process"
	"gex/runtime/term"
)

func proplistsTable() Module {
	return Module{
		Name: "proplists",
		Doc:  "Erlang's property lists, in which a bare atom stands for `{atom, true}`.",
		Functions: []Function{
			{"get_value", "key, list", "The first value of `key`, or `:undefined`.", propValue},
			{"get_value", "key, list, default", "The first value of `key`, else `default`.", propValue},
			{"get_all_values", "key, list", "All values of `key`.", propAllValues},
			{"get_bool", "key, list", "Whether the first value of `key` is true.", propBool},
			{"get_keys", "list", "The keys, each once.", propKeys},
			{"is_defined", "key, list", "Whether `key` is there.", propDefined},
			{"lookup", "key, list", "The first entry of `key`, or `:none`.", propLookup},
			{"delete", "key, list", "The list without the entries of `key`.", propDelete},
		},
	}
}

// propEntry reads an entry of a property list.
func propEntry(x term.Term) (key, value term.Term, ok bool) {
	switch x := x.(type) {
	case term.Atom:
		return x, term.True, true
	case term.Tuple:
		if len(x) == 2 {
			return x[0], x[1], true
		}
	}
	return nil, nil, false
}

func propFind(key term.Term, list []term.Term) (term.Term, bool) {
	for _, x := range list {
		if k, value, ok := propEntry(x); ok && term.Same(k, key) {
			return value, true
		}
	}
	return nil, false
}

func propList(a args) ([]term.Term, error) {
	list, ok := term.Slice(a[1])
	if !ok {
		return nil, errClause
	}
	return list, nil
}

func propValue(_ *process.Process, a []term.Term) (term.Term, error) {
	list, err := propList(a)
	if err != nil {
		return nil, err
	}
	value, ok := propFind(a[0], list)
	switch {
	case ok:
		return value, nil
	case len(a) == 3:
		return a[2], nil
	}
	return term.Undefined, nil
}

func propAllValues(_ *process.Process, a []term.Term) (term.Term, error) {
	list, err := propList(a)
	var values []term.Term
	for _, x := range list {
		if k, value, ok := propEntry(x); ok && term.Same(k, a[0]) {
			values = append(values, value)
		}
	}
	return term.List(values...), err
}

func propBool(_ *process.Process, a []term.Term) (term.Term, error) {
	list, err := propList(a)
	value, _ := propFind(a[0], list)
	return term.Bool(value == term.Term(term.True)), err
}

func propDefined(_ *process.Process, a []term.Term) (term.Term, error) {
	list, err := propList(a)
	_, ok := propFind(a[0], list)
	return term.Bool(ok), err
}

func propLookup(_ *process.Process, a []term.Term) (term.Term, error) {
	list, err := propList(a)
	if err != nil {
		return nil, err
	}
	for _, x := range list {
		if k, value, ok := propEntry(x); ok && term.Same(k, a[0]) {
			return term.Tuple{k, value}, nil
		}
	}
	return term.Atom("none"), nil
}

func propKeys(_ *process.Process, a []term.Term) (term.Term, error) {
	list, ok := term.Slice(a[0])
	if !ok {
		return nil, errClause
	}
	seen := term.NewMap()
	for _, x := range list {
		if k, _, ok := propEntry(x); ok {
			seen = seen.Put(k, term.True)
		}
	}
	return keysOf(seen), nil
}

func propDelete(_ *process.Process, a []term.Term) (term.Term, error) {
	list, err := propList(a)
	return term.List(slices.DeleteFunc(slices.Clone(list), func(x term.Term) bool {
		k, _, ok := propEntry(x)
		return ok && term.Same(k, a[0])
	})...), err
}
