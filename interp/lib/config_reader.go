package lib

import (
	"slices"

	"gex/runtime/process"
	"gex/runtime/term"
)

// configReaderTable is Config.Reader as far as it reads no files.
func configReaderTable() Module {
	return Module{
		Name: "Elixir.Config.Reader",
		Doc:  "What makes one configuration of two.",
		Functions: []Function{
			{"merge", "config1, config2", "Both configurations; where both set a key, keyword lists are merged and others are those of `config2`.", configMerge},
		},
	}
}

func configMerge(_ *process.Process, a []term.Term) (term.Term, error) {
	if !term.IsList(a[0]) || !term.IsList(a[1]) {
		return nil, errClause
	}
	return mergeDeeply(a[0], a[1], 1), nil
}

// mergeDeeply merges keyword lists, and those in them. Below depth, a key that is
// only on the left stays where it is; one of both comes with those on the right.
func mergeDeeply(left, right term.Term, depth int) term.Term {
	a, _ := term.Slice(left)
	b, _ := term.Slice(right)
	rest := slices.Clone(a)
	var merged []term.Term
	for _, pair := range b {
		key, ok := keyOf(pair)
		i := slices.IndexFunc(rest, func(t term.Term) bool { return hasKey(t, args{key}) })
		if !ok || i < 0 {
			merged = append(merged, pair)
			continue
		}
		old, new := valueOf(rest[i]), valueOf(pair)
		rest = without(rest, key)
		if depth > 0 || isKeyword(old) && isKeyword(new) && old != term.Term(term.Empty) {
			new = mergeDeeply(old, new, depth-1)
		}
		merged = append(merged, term.Tuple{key, new})
	}
	return term.List(append(rest, merged...)...)
}
