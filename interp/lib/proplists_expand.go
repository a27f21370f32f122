package lib

import (
	"slices"

	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

func proplistsMore() []Function {
	return []Function{
		{"append_values", "key, list", "The values of `key`, which are lists, joined.", func(_ *process.Process, a []term.Term) (term.Term, error) {
			var all []term.Term
			for _, p := range entriesOf(a[1], a[0]) {
				if list, ok := term.Slice(p[1]); ok {
					all = append(all, list...)
				} else {
					all = append(all, p[1])
				}
			}
			return term.List(all...), nil
		}},
		{"compact", "list", "The list with atoms in place of `{atom, true}`.", onList(func(_ *process.Process, list []term.Term, _ args) (term.Term, error) {
			return mapTerms(list, compacted), nil
		})},
		{"unfold", "list", "The list with `{atom, true}` in place of atoms.", onList(func(_ *process.Process, list []term.Term, _ args) (term.Term, error) {
			return mapTerms(list, unfolded), nil
		})},
		{"lookup_all", "key, list", "All entries of `key`.", func(_ *process.Process, a []term.Term) (term.Term, error) {
			var all []term.Term
			for _, p := range entriesOf(a[1], a[0]) {
				all = append(all, p)
			}
			return term.List(all...), nil
		}},
		{"property", "property", "The entry in its shortest form.", pure1(compacted)},
		{"property", "key, value", "`{key, value}` in its shortest form.", func(_ *process.Process, a []term.Term) (term.Term, error) {
			return compacted(term.Tuple{a[0], a[1]}), nil
		}},
		{"from_map", "map", "The pairs of a map.", func(_ *process.Process, a []term.Term) (term.Term, error) {
			m, ok := a[0].(*term.Map)
			if !ok {
				return nil, badmap(a[0]).In(mapsFrame("to_list", a, 0))
			}
			return pairsOf(m), nil
		}},
		{"to_map", "list", "A map of the entries; the first of a key counts.", onList(func(_ *process.Process, list []term.Term, _ args) (term.Term, error) {
			m := term.NewMap()
			for _, x := range slices.Backward(list) {
				if p, ok := unfolded(x).(term.Tuple); ok && len(p) == 2 {
					m = m.Put(p[0], p[1])
				}
			}
			return m, nil
		})},
		{"split", "list, keys", "`{lists, rest}`: the entries of each key in a list of its own, and the others.", propSplit},
		{"substitute_aliases", "aliases, list", "The list with other names of keys, `{key, new_key}`.", func(_ *process.Process, a []term.Term) (term.Term, error) {
			return propSubstitute(a[1], a[0], false)
		}},
		{"substitute_negations", "negations, list", "The list with keys that mean the contrary of others, `{key, new_key}`.", func(_ *process.Process, a []term.Term) (term.Term, error) {
			return propSubstitute(a[1], a[0], true)
		}},
		{"expand", "expansions, list", "The list with several entries in place of one, `{property, entries}`.", propExpand},
		{"normalize", "list, stages", "The list after `aliases:`, `negations:` and `expand:`, in its shortest form.", propNormalize},
	}
}

func mapTerms(list []term.Term, f func(term.Term) term.Term) term.Term {
	out := make([]term.Term, len(list))
	for i, x := range list {
		out[i] = f(x)
	}
	return term.List(out...)
}

// compacted is an atom for {atom, true}.
func compacted(t term.Term) term.Term {
	if p, ok := t.(term.Tuple); ok && len(p) == 2 && p[1] == term.Term(term.True) {
		if key, isAtom := p[0].(term.Atom); isAtom {
			return key
		}
	}
	return t
}

// unfolded is {atom, true} for an atom.
func unfolded(t term.Term) term.Term {
	if key, ok := t.(term.Atom); ok {
		return term.Tuple{key, term.True}
	}
	return t
}

// entriesOf are the entries of a key as tuples.
func entriesOf(list, key term.Term) []term.Tuple {
	var entries []term.Tuple
	for x := range term.Elements(list) {
		if p, ok := unfolded(x).(term.Tuple); ok && len(p) >= 2 && term.Same(p[0], key) {
			entries = append(entries, p)
		}
	}
	return entries
}

// propKey is the key of an entry, nil if it has none.
func propKey(x term.Term) term.Term {
	if p, ok := unfolded(x).(term.Tuple); ok && len(p) > 0 {
		return p[0]
	}
	return nil
}

func propSplit(_ *process.Process, a []term.Term) (term.Term, error) {
	list, ok1 := term.Slice(a[0])
	keys, ok2 := term.Slice(a[1])
	if !ok1 || !ok2 {
		return nil, errClause
	}
	var lists, rest []term.Term
	for _, key := range keys {
		lists = append(lists, term.List(slices.DeleteFunc(slices.Clone(list), func(x term.Term) bool { return !sameKey(x, key) })...))
	}
	for _, x := range list {
		if !slices.ContainsFunc(keys, func(key term.Term) bool { return sameKey(x, key) }) {
			rest = append(rest, x)
		}
	}
	return term.Tuple{term.List(lists...), term.List(rest...)}, nil
}

func sameKey(x, key term.Term) bool {
	k := propKey(x)
	return k != nil && term.Same(k, key)
}

// propSubstitute gives keys other names, and other values if these mean the
// contrary.
func propSubstitute(list, names term.Term, contrary bool) (term.Term, error) {
	entries, ok := term.Slice(list)
	if !ok {
		return nil, errClause
	}
	return mapTerms(entries, func(x term.Term) term.Term {
		key := propKey(x)
		for n := range term.Elements(names) {
			pair, isPair := n.(term.Tuple)
			if !isPair || len(pair) != 2 || key == nil || !term.Same(pair[0], key) {
				continue
			}
			p := slices.Clone(unfolded(x).(term.Tuple))
			p[0] = pair[1]
			if contrary && len(p) == 2 {
				p[1] = term.Bool(p[1] != term.Term(term.True))
			}
			return compacted(p)
		}
		return x
	}), nil
}

func propExpand(_ *process.Process, a []term.Term) (term.Term, error) {
	list, ok := term.Slice(a[1])
	if !ok {
		return nil, errClause
	}
	var out []term.Term
	for _, x := range list {
		replaced := false
		for e := range term.Elements(a[0]) {
			pair, isPair := e.(term.Tuple)
			if !isPair || len(pair) != 2 || !term.Same(compacted(pair[0]), compacted(x)) {
				continue
			}
			entries, _ := term.Slice(pair[1])
			out, replaced = append(out, entries...), true
			break
		}
		if !replaced {
			out = append(out, x)
		}
	}
	return term.List(out...), nil
}

func propNormalize(self *process.Process, a []term.Term) (term.Term, error) {
	list := a[0]
	for stage := range term.Elements(a[1]) {
		pair, ok := stage.(term.Tuple)
		if !ok || len(pair) != 2 {
			return nil, exception.Raise(term.Atom("function_clause"))
		}
		var err error
		switch pair[0] {
		case term.Term(term.Atom("aliases")):
			list, err = propSubstitute(list, pair[1], false)
		case term.Term(term.Atom("negations")):
			list, err = propSubstitute(list, pair[1], true)
		case term.Term(term.Atom("expand")):
			list, err = propExpand(self, args{pair[1], list})
		}
		if err != nil {
			return nil, err
		}
	}
	entries, ok := term.Slice(list)
	if !ok {
		return nil, errClause
	}
	return mapTerms(entries, compacted), nil
}

// mapsFrame is a function of :maps that was given what is no map.
func mapsFrame(name string, a args, line int) exception.Frame {
	f := exception.Frame{Module: "maps", Function: name, Arity: len(a), Args: a, HasArgs: true}
	if line > 0 {
		f.File, f.Line = "maps.erl", line
	}
	return f
}
