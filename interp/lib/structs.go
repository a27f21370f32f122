package lib

import (
	"gex/runtime/term"
)

// The modules whose structs can be enumerated.
const (
	rangeModule    = term.Atom("Elixir.Range")
	mapSetModule   = term.Atom("Elixir.MapSet")
	hashSetModule  = term.Atom("Elixir.HashSet")
	hashDictModule = term.Atom("Elixir.HashDict")
	streamModule   = term.Atom("Elixir.Stream")
)

func structOf(module term.Atom, pairs ...term.Pair) *term.Map {
	return term.NewMap(append(pairs, term.Pair{Key: structKey, Value: module})...)
}

func pair(key string, value term.Term) term.Pair {
	return term.Pair{Key: term.Atom(key), Value: value}
}

func isStruct(t term.Term, module term.Atom) (*term.Map, bool) {
	m, ok := t.(*term.Map)
	if !ok {
		return nil, false
	}
	name, ok := structName(m)
	return m, ok && name == module
}

// span is a range first..last//step.
type span struct{ first, last, step int64 }

func rangeOf(t term.Term) (span, bool) {
	m, ok := isStruct(t, rangeModule)
	if !ok {
		return span{}, false
	}
	var n [3]int64
	for i, key := range []term.Atom{"first", "last", "step"} {
		value, _ := m.Get(key)
		number, ok := value.(term.Int)
		if !ok {
			return span{}, false
		}
		n[i] = int64(number)
	}
	return span{n[0], n[1], n[2]}, n[2] != 0
}

func (r span) size() int64 {
	switch {
	case r.step > 0 && r.first <= r.last:
		return (r.last-r.first)/r.step + 1
	case r.step < 0 && r.first >= r.last:
		return (r.first-r.last)/-r.step + 1
	}
	return 0
}

func (r span) term() term.Term {
	return structOf(rangeModule, pair("first", term.Int(r.first)), pair("last", term.Int(r.last)), pair("step", term.Int(r.step)))
}

func (r span) contains(t term.Term) bool {
	n, ok := t.(term.Int)
	if !ok || r.size() == 0 {
		return false
	}
	i := int64(n)
	low, high := min(r.first, r.last), max(r.first, r.last)
	return i >= low && i <= high && (i-r.first)%r.step == 0
}

// setOf returns the map whose keys are the elements of a MapSet or HashSet.
func setOf(m *term.Map) *term.Map {
	for _, key := range []term.Atom{"map", "root"} {
		if inner, ok := m.Get(key); ok {
			if set, ok := inner.(*term.Map); ok {
				return set
			}
		}
	}
	return term.NewMap()
}

func newMapSet(set *term.Map) *term.Map {
	return structOf(mapSetModule, pair("map", set), pair("version", term.Int(2)))
}

// dictOf returns the map inside a HashDict.
func dictOf(m *term.Map) *term.Map {
	root, _ := m.Get(term.Atom("root"))
	if dict, ok := root.(*term.Map); ok {
		return dict
	}
	return term.NewMap()
}

func newHashDict(dict *term.Map) *term.Map {
	return structOf(hashDictModule, pair("root", dict), pair("size", term.Int(dict.Len())))
}
