package lib

import (
	"slices"
	"strings"

	"gex/runtime/process"
	"gex/runtime/term"
)

// throughList are the functions of Enum that go through a map by way of
// maps:to_list/1, which has more than 32 keys the other way round than an
// iterator: the others fold over it.
var throughList = map[string]bool{
	"all?": true, "any?": true, "at": true, "fetch": true, "fetch!": true, "slice": true, "take": true,
	"zip": true, "zip_with": true, "zip_reduce": true, "chunk": true, "chunk_every": true, "chunk_by": true, "chunk_while": true,
	"take_while": true, "take_every": true, "drop_every": true, "find": true, "find_index": true, "find_value": true,
	"flat_map_reduce": true, "reduce_while": true, "to_list": true, "count_until": true, "slide": true,
}

// listing gives the functions that go through lists the list of a large map.
func listing(module term.Atom, name string, call process.Func) process.Func {
	if module != "Elixir.Enum" || !throughList[name] && name != "reduce" && name != "into" {
		return call
	}
	enumerables := 1
	if strings.HasPrefix(name, "zip") {
		enumerables = 2
	}
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		if !throughList[name] && len(a) != 2 || !slices.ContainsFunc(a[:min(enumerables, len(a))], isLarge) {
			return call(self, a)
		}
		a = slices.Clone(a)
		for i := range min(enumerables, len(a)) {
			a[i] = listed(a[i])
		}
		return call(self, a)
	}
}

// listed is the list of a large map, anything else as it is.
func listed(t term.Term) term.Term {
	if isLarge(t) {
		return pairsOf(t.(*term.Map))
	}
	return t
}

func isLarge(t term.Term) bool {
	m, ok := t.(*term.Map)
	if !ok || m.Len() <= term.SmallMap {
		return false
	}
	_, isStruct := structName(m)
	return !isStruct
}

// eachListed is Each by way of maps:to_list/1.
func eachListed(self *process.Process, enumerable term.Term, f func(term.Term) error) error {
	return Each(self, listed(enumerable), f)
}
