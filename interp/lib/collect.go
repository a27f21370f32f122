package lib

import (
	"errors"
	"slices"

	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// Collection takes elements one at a time, as the protocol Collectable does.
type Collection struct {
	// Put adds an element.
	Put func(term.Term) error
	// Done returns the collection with everything that was put into it.
	Done func() (term.Term, error)
	// Halt is told when nothing will be made of what was put; it may be nil.
	Halt func()
}

// Collector starts to collect into a list, a map, a set, a HashDict, a string,
// a file or a device. It is what into: of a comprehension does.
func Collector(self *process.Process, into term.Term) (Collection, error) {
	switch into := into.(type) {
	case term.EmptyList, *term.Cons:
		return listCollector(into), nil
	case term.Binary:
		return stringCollector(string(into)), nil
	case *term.Map:
		switch module, _ := structName(into); module {
		case fileStreamModule:
			return fileCollector(self, into)
		case ioStreamModule:
			return deviceCollector(self, into)
		}
		return mapCollector(self, into)
	}
	return Collection{}, notCollectable(into)
}

// errNoPair is what a collector of pairs returns for anything else.
var errNoPair = errors.New("not a pair")

// notPairs is the error of a map that is to be made of other things than pairs.
func notPairs(self *process.Process, enumerable term.Term, from exception.Frame) error {
	list, err := collect(self, enumerable)
	if err != nil {
		return err
	}
	return exception.Raise(term.Atom("badarg")).In(exception.Frame{
		Module: "maps", Function: "from_list", Args: args{term.List(list...)}, HasArgs: true,
	}, from)
}

func notCollectable(t term.Term) error {
	return noProtocol("Collectable", t).In(
		at("Collectable", "impl_for!", 1, "collectable.ex", 1),
		at("Collectable", "into", 1, "collectable.ex", 92),
	)
}

func listCollector(start term.Term) Collection {
	elements, _ := term.Slice(start)
	return Collection{
		Put:  func(x term.Term) error { elements = append(elements, x); return nil },
		Done: func() (term.Term, error) { return term.List(elements...), nil },
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
		Done: func() (term.Term, error) { return term.Binary(text), nil },
	}
}

func mapCollector(self *process.Process, into *term.Map) (Collection, error) {
	module, isStruct := structName(into)
	switch {
	case !isStruct:
		return pairCollector(into, func(m *term.Map) term.Term { return m }), nil
	case module == hashDictModule:
		return pairCollector(dictOf(into), func(m *term.Map) term.Term { return newHashDict(m) }), nil
	case module == mapSetModule || module == hashSetModule:
		elements := slices.Clone(setOf(into).Pairs())
		return Collection{
			Put: func(x term.Term) error {
				elements = append(elements, term.Pair{Key: x, Value: term.Empty})
				return nil
			},
			Done: func() (term.Term, error) {
				if module == hashSetModule {
					return newHashSet(term.NewMap(elements...)), nil
				}
				return newMapSet(term.NewMap(elements...)), nil
			},
		}, nil
	}
	if impl, ok := ownImpl(self, "Collectable", into); ok {
		return ownCollector(self, impl, into)
	}
	return Collection{}, notCollectable(into)
}

// ownCollector collects by what defimpl made: a first accumulator and a
// function that is told of every element and of the end.
func ownCollector(self *process.Process, impl term.Atom, into *term.Map) (Collection, error) {
	made, err := code.Apply(self, impl, "into", into)
	if err != nil {
		return Collection{}, err
	}
	start, ok := made.(term.Tuple)
	if !ok || len(start) != 2 {
		return Collection{}, exception.Raise(term.Tuple{term.Atom("badmatch"), made})
	}
	acc, fun := start[0], start[1]
	return Collection{
		Put: func(x term.Term) error {
			next, err := code.Call(self, fun, acc, term.Tuple{contTag, x})
			if err == nil {
				acc = next
			}
			return err
		},
		Done: func() (term.Term, error) { return code.Call(self, fun, acc, term.Atom("done")) },
		Halt: func() { _, _ = code.Call(self, fun, start[0], haltTag) }, // what it returns is of no use
	}, nil
}

func pairCollector(m *term.Map, done func(*term.Map) term.Term) Collection {
	pairs := slices.Clone(m.Pairs())
	return Collection{
		Put: func(x term.Term) error {
			p, ok := x.(term.Tuple)
			if !ok || len(p) != 2 {
				return errNoPair
			}
			pairs = append(pairs, term.Pair{Key: p[0], Value: p[1]})
			return nil
		},
		Done: func() (term.Term, error) { return done(term.NewMap(pairs...)), nil },
	}
}
