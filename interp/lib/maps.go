package lib

import (
	"errors"

	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// mapsMore are the functions of :maps that learners meet less often.
func mapsMore() []Function {
	return []Function{
		{"filtermap", "fun, map", "Keeps what `fun` is true of, or the value of `{true, value}`.", inMaps("filtermap", onErlangMap(1, 2, mapsFilterMap))},
		{"foreach", "fun, map", "Calls `fun` with each key and value.", inMaps("foreach", onErlangMap(1, 2, mapsForeach))},
		{"from_keys", "list, value", "A map in which each key has the same value.", onList(func(_ *process.Process, list []term.Term, a args) (term.Term, error) {
			pairs := make([]term.Pair, len(list))
			for i, key := range list {
				pairs[i] = term.Pair{Key: key, Value: a[1]}
			}
			return term.NewMap(pairs...), nil
		})},
		{"groups_from_list", "fun, list", "A map from what `fun` makes of elements to these.", inMaps("groups_from_list", mapsGroups)},
		{"groups_from_list", "key_fun, value_fun, list", "A map from what `key_fun` makes of elements to what `value_fun` makes of them.", inMaps("groups_from_list", mapsGroups)},
		{"intersect", "map1, map2", "The keys of both, with the values of `map2`.", inMaps("intersect", mapsIntersect)},
		{"intersect_with", "combiner, map1, map2", "The keys of both, with what `combiner` makes of key and values.", inMaps("intersect_with", mapsCombine(true))},
		{"merge_with", "combiner, map1, map2", "The keys of either; `combiner` makes the values of those in both.", inMaps("merge_with", mapsCombine(false))},
		{"update_with", "key, fun, map", "The map with the value of `key` changed; an error if it is not there.", inMaps("update_with", mapsUpdateWith)},
		{"update_with", "key, fun, init, map", "The map with the value of `key` changed, or put in.", inMaps("update_with", mapsUpdateWith)},
	}
}

// onErlangMap is for functions of a function of so many arguments and a map.
func onErlangMap(at, arity int, f func(self *process.Process, m *term.Map, fun term.Term) (term.Term, error)) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		m, isMap := a[at].(*term.Map)
		switch {
		case !isMap:
			return nil, badmap(a[at])
		case !isFun(a[0], arity):
			return nil, exception.Raise(term.Atom("badarg"))
		}
		return f(self, m, a[0])
	}
}

func mapsFilterMap(self *process.Process, m *term.Map, fun term.Term) (term.Term, error) {
	var kept []term.Pair
	for _, p := range m.Pairs() {
		result, err := code.Call(self, fun, p.Key, p.Value)
		if err != nil {
			return nil, err
		}
		changed, isTuple := result.(term.Tuple)
		switch {
		case result == term.Term(term.True):
			kept = append(kept, p)
		case isTuple && len(changed) == 2 && changed[0] == term.Term(term.True):
			kept = append(kept, term.Pair{Key: p.Key, Value: changed[1]})
		case result != term.Term(term.False):
			return nil, caseClause(result)
		}
	}
	return term.NewMap(kept...), nil
}

func mapsForeach(self *process.Process, m *term.Map, fun term.Term) (term.Term, error) {
	for _, p := range m.Pairs() {
		if _, err := code.Call(self, fun, p.Key, p.Value); err != nil {
			return nil, err
		}
	}
	return term.OK, nil
}

func mapsGroups(self *process.Process, a []term.Term) (term.Term, error) {
	list, ok := term.Slice(a[len(a)-1])
	if !ok || !isFun(a[0], 1) || !isFun(a[len(a)-2], 1) {
		return nil, exception.Raise(term.Atom("badarg"))
	}
	groups := term.NewMap()
	for i := len(list) - 1; i >= 0; i-- {
		key, err := code.Call(self, a[0], list[i])
		if err != nil {
			return nil, err
		}
		value := list[i]
		if len(a) == 3 {
			if value, err = code.Call(self, a[1], list[i]); err != nil {
				return nil, err
			}
		}
		rest, ok := groups.Get(key)
		if !ok {
			rest = term.Empty
		}
		groups = groups.Put(key, &term.Cons{Head: value, Tail: rest})
	}
	return groups, nil
}

// twoMaps returns the last two arguments.
func twoMaps(a args) (x, y *term.Map, err error) {
	var ok bool
	if x, ok = a[len(a)-2].(*term.Map); !ok {
		return nil, nil, badmap(a[len(a)-2])
	}
	if y, ok = a[len(a)-1].(*term.Map); !ok {
		return nil, nil, badmap(a[len(a)-1])
	}
	return x, y, nil
}

func mapsIntersect(_ *process.Process, a []term.Term) (term.Term, error) {
	x, y, err := twoMaps(a)
	if err != nil {
		return nil, err
	}
	return keepKeys(y, func(k term.Term) bool { return inMap(x, k) }), nil
}

// mapsCombine is for merges in which a function makes the values of keys that
// are in both maps.
func mapsCombine(bothOnly bool) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		x, y, err := twoMaps(a)
		if err != nil {
			return nil, err
		}
		if !isFun(a[0], 3) {
			return nil, exception.Raise(term.Atom("badarg"))
		}
		out := term.NewMap()
		if !bothOnly {
			out = term.NewMap(append(x.Pairs()[:x.Len():x.Len()], y.Pairs()...)...)
		}
		for _, p := range x.Pairs() {
			other, ok := y.Get(p.Key)
			if !ok {
				continue
			}
			value, err := code.Call(self, a[0], p.Key, p.Value, other)
			if err != nil {
				return nil, err
			}
			out = out.Put(p.Key, value)
		}
		return out, nil
	}
}

func mapsUpdateWith(self *process.Process, a []term.Term) (term.Term, error) {
	m, isMap := a[len(a)-1].(*term.Map)
	switch {
	case !isMap:
		return nil, badmap(a[len(a)-1])
	case !isFun(a[1], 1):
		return nil, exception.Raise(term.Atom("badarg"))
	}
	value, ok := m.Get(a[0])
	switch {
	case !ok && len(a) == 4:
		return m.Put(a[0], a[2]), nil
	case !ok:
		return nil, exception.Raise(term.Tuple{term.Atom("badkey"), a[0]})
	}
	changed, err := code.Call(self, a[1], value)
	if err != nil {
		return nil, err
	}
	return m.Put(a[0], changed), nil
}

// inMaps adds the frame of a function of :maps that refuses its arguments
// itself: what a callback raised has frames already.
func inMaps(name string, f process.Func) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		value, err := f(self, a)
		var x *exception.Error
		if !errors.As(err, &x) || len(x.Stack) > 0 {
			return value, err
		}
		frame := borderFrame("maps", name, a)
		frame.File, frame.Line = "maps.erl", 581
		if tuple, isTuple := x.Reason.(term.Tuple); isTuple && tuple[0] == term.Term(term.Atom("badkey")) {
			frame.Line, frame.Info = 265, nil
		} else if !isTuple && (name == "filtermap" || name == "foreach" || name == "groups_from_list") {
			frame.Line = 578
		}
		return nil, x.In(frame)
	}
}
