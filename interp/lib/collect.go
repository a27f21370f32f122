package lib

import (
	"gex/runtime/exception"
	"gex/runtime/term"
)

// Collection takes elements one at a time, as the protocol Collectable does.
type Collection struct {
	// Put adds an element.
	Put func(term.Term) error
	// Done returns the collection with everything that was put into it.
	Done func() term.Term
}

// Collector starts to collect into a list, a map, a set, a HashDict or a
// string. It is what into: of a comprehension does.
func Collector(into term.Term) (Collection, error) {
	switch into := into.(type) {
	case term.EmptyList, *term.Cons:
		return listCollector(into), nil
	case term.Binary:
		return stringCollector(string(into)), nil
	case *term.Map:
		return mapCollector(into)
	}
	return Collection{}, notCollectable(into)
}

func notCollectable(t term.Term) error {
	return noProtocol("Collectable", t).In(
		at("Collectable", "impl_for!", 1, "collectable.ex", 1),
		at("Collectable", "into", 1, "collectable.ex", 60),
	)
}

func listCollector(start term.Term) Collection {
	elements, _ := term.Slice(start)
	return Collection{
		Put:  func(x term.Term) error { elements = append(elements, x); return nil },
		Done: func() term.Term { return term.List(elements...) },
	}
}

func stringCollector(start string) Collection {
	text := []byte(start)
	return Collection{
		Put: func(x term.Term) error {
			s, ok := x.(term.Binary)
			if !ok {
				return exception.ArgumentError("collecting into a binary requires a bitstring, got: %s", show(x))
			}
			text = append(text, s...)
			return nil
		},
		Done: func() term.Term { return term.Binary(text) },
	}
}

func mapCollector(into *term.Map) (Collection, error) {
	module, isStruct := structName(into)
	switch {
	case !isStruct:
		return pairCollector(into, func(m *term.Map) term.Term { return m }), nil
	case module == hashDictModule:
		return pairCollector(dictOf(into), func(m *term.Map) term.Term { return newHashDict(m) }), nil
	case module == mapSetModule:
		set := setOf(into)
		return Collection{
			Put:  func(x term.Term) error { set = set.Put(x, term.Empty); return nil },
			Done: func() term.Term { return newMapSet(set) },
		}, nil
	}
	return Collection{}, notCollectable(into)
}

func pairCollector(m *term.Map, done func(*term.Map) term.Term) Collection {
	return Collection{
		Put: func(x term.Term) error {
			p, ok := x.(term.Tuple)
			if !ok || len(p) != 2 {
				return badarg("erlang", "element", term.Int(1), x)
			}
			m = m.Put(p[0], p[1])
			return nil
		},
		Done: func() term.Term { return done(m) },
	}
}
