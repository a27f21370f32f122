package lib

import (
	"slices"

	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

func mapModule() Module {
	return Module{
		Name: "Elixir.Map",
		Doc:  "Functions on maps. Maps never change: what puts or deletes returns a new one.",
		Functions: []Function{
			{"new", "", "An empty map.", func(*process.Process, []term.Term) (term.Term, error) { return term.NewMap(), nil }},
			{"new", "enumerable", "A map of the pairs `{key, value}`.", mapNew},
			{"new", "enumerable, transform", "A map of the pairs that `transform` makes of the elements.", mapNewWith},
			{"get", `map, key, default \\ nil`, "The value of `key`, else `default`.", mapGet},
			{"get_lazy", "map, key, fun", "The value of `key`, else what `fun` returns.", mapGetLazy},
			{"fetch", "map, key", "`{:ok, value}`, or `:error`.", mapFetch},
			{"fetch!", "map, key", "The value of `key`; raises `KeyError` if there is none.", mapMustFetch},
			{"put", "map, key, value", "The map with `key` set to `value`.", mapPut},
			{"put_new", "map, key, value", "The map with `key` set to `value`, unless it is there already.", mapPutNew},
			{"put_new_lazy", "map, key, fun", "As `put_new/3`, with the value from `fun`.", mapPutNewLazy},
			{"replace", "map, key, value", "The map with `key` set to `value`, only if it is there.", mapReplace},
			{"replace!", "map, key, value", "As `replace/3`; raises `KeyError` if the key is not there.", mapMustReplace},
			{"delete", "map, key", "The map without `key`.", mapDelete},
			{"drop", "map, keys", "The map without the keys.", mapDrop},
			{"take", "map, keys", "The map with the keys only.", mapTake},
			{"split", "map, keys", "`{with the keys, without them}`.", mapSplit},
			{"pop", `map, key, default \\ nil`, "`{value, map without key}`.", mapPop},
			{"pop!", "map, key", "As `pop/2`; raises `KeyError` if the key is not there.", mapMustPop},
			{"update", "map, key, default, fun", "The map with `fun` applied to the value of `key`, or with `default`.", mapUpdate},
			{"update!", "map, key, fun", "The map with `fun` applied to the value of `key`; raises if it is not there.", mapMustUpdate},
			{"get_and_update!", "map, key, fun", "As `get_and_update/3`; raises `KeyError` if the key is not there.", mapMustGetAndUpdate},
			{"pop_lazy", "map, key, fun", "As `pop/3`, with the default from `fun`.", mapPopLazy},
			{"replace_lazy", "map, key, fun", "The map with `fun` applied to the value of `key`, only if it is there.", mapReplaceLazy},
			{"size", "map", "The number of pairs; see `map_size/1`.", kernelMapSize},
			{"map", "map, fun", "A map of `fun.({key, value})` for each value.", mapMap},
			{"get_and_update", "map, key, fun", "`fun` returns `{value to return, new value}` or `:pop`.", mapGetAndUpdate},
			{"has_key?", "map, key", "Whether `key` is there.", mapHasKey},
			{"keys", "map", "The keys.", mapKeys},
			{"values", "map", "The values, in the order of their keys.", mapValues},
			{"to_list", "map", "The pairs as a list of `{key, value}`.", mapToList},
			{"merge", "map1, map2", "The pairs of both; `map2` wins.", mapMerge},
			{"merge", "map1, map2, fun", "The pairs of both; `fun.(key, value1, value2)` decides.", mapMergeWith},
			{"equal?", "map1, map2", "Whether the maps are the same.", mapEqual},
			{"filter", "map, fun", "The pairs for which `fun.({key, value})` is true.", mapFilter},
			{"reject", "map, fun", "The pairs for which `fun.({key, value})` is not true.", mapReject},
			{"from_keys", "keys, value", "A map from each key to the same value.", mapFromKeys},
			{"from_struct", "struct", "The struct as a plain map.", mapFromStruct},
		},
	}
}

// elixirBadMap is the exception of a function of Map that was given something
// else, with the call as its frame.
func elixirBadMap(name string, line int, a args) error {
	return badmap(a[0]).In(exception.Frame{
		Module: "Elixir.Map", Function: name, Arity: len(a), Args: a, HasArgs: true, File: "lib/map.ex", Line: line,
	})
}

// mapsError is badmap from a function of :maps that a function of Map is.
func mapsError(function string, m term.Term, a ...term.Term) error {
	return badmap(m).In(borderFrame("maps", function, a))
}

func mapNew(self *process.Process, a []term.Term) (term.Term, error) {
	m, ok := a[0].(*term.Map)
	if ok {
		if _, isStruct := structName(m); !isStruct {
			return m, nil
		}
	}
	made, err := Into(self, a[0], term.NewMap(), nil)
	if err == errNoPair {
		err = notPairs(self, a[0], at("Map", "new", 1, "map.ex", 221))
	}
	return made, err
}

func mapNewWith(self *process.Process, a []term.Term) (term.Term, error) {
	if !isFun(a[1], 1) {
		name := "new_from_enum"
		if m, ok := a[0].(*term.Map); ok && !hasStructName(m) {
			name = "new_from_map"
		}
		return nil, noClause(self, "Elixir.Map", name, a)
	}
	made, err := Into(self, a[0], term.NewMap(), caller(self, a[1]))
	if err == errNoPair {
		err = exception.Raise(term.Atom("badarg")).In(at("Map", "new", 2, "map.ex", 240))
	}
	return made, err
}

func mapGet(_ *process.Process, a []term.Term) (term.Term, error) {
	m, ok := a[0].(*term.Map)
	if !ok {
		return nil, elixirBadMap("get", 534, a)
	}
	if value, ok := m.Get(a[1]); ok {
		return value, nil
	}
	return a[2], nil
}

func mapGetLazy(self *process.Process, a []term.Term) (term.Term, error) {
	m, ok := a[0].(*term.Map)
	if !ok {
		return nil, elixirBadMap("get_lazy", 565, a)
	}
	if value, ok := m.Get(a[1]); ok {
		return value, nil
	}
	return code.Call(self, a[2])
}

func mapFetch(_ *process.Process, a []term.Term) (term.Term, error) {
	m, ok := a[0].(*term.Map)
	if !ok {
		return nil, mapsError("find", a[0], a[1], a[0])
	}
	if value, ok := m.Get(a[1]); ok {
		return okTuple(value), nil
	}
	return term.ErrorAtom, nil
}

func badkey(key term.Term, function string, a ...term.Term) *exception.Error {
	module := "maps"
	if function == "map_get" {
		module = "erlang"
	}
	return exception.Raise(term.Tuple{term.Atom("badkey"), key}).In(borderFrame(module, function, a))
}

func mapMustFetch(_ *process.Process, a []term.Term) (term.Term, error) {
	m, ok := a[0].(*term.Map)
	if !ok {
		return nil, mapsError("get", a[0], a[1], a[0])
	}
	if value, ok := m.Get(a[1]); ok {
		return value, nil
	}
	return nil, badkey(a[1], "get", a[1], m)
}

func mapPut(_ *process.Process, a []term.Term) (term.Term, error) {
	m, ok := a[0].(*term.Map)
	if !ok {
		return nil, mapsError("put", a[0], term.Atom("k"), term.Atom("v"), a[0])
	}
	return m.Put(a[1], a[2]), nil
}

func mapPutNew(_ *process.Process, a []term.Term) (term.Term, error) {
	m, ok := a[0].(*term.Map)
	if !ok {
		return nil, elixirBadMap("put_new", 325, a)
	}
	if _, ok := m.Get(a[1]); ok {
		return m, nil
	}
	return m.Put(a[1], a[2]), nil
}

func mapPutNewLazy(self *process.Process, a []term.Term) (term.Term, error) {
	m, ok := a[0].(*term.Map)
	if !ok {
		return nil, elixirBadMap("put_new_lazy", 420, a)
	}
	if _, ok := m.Get(a[1]); ok {
		return m, nil
	}
	value, err := code.Call(self, a[2])
	if err != nil {
		return nil, err
	}
	return m.Put(a[1], value), nil
}

func mapReplace(_ *process.Process, a []term.Term) (term.Term, error) {
	m, ok := a[0].(*term.Map)
	if !ok {
		return nil, elixirBadMap("replace", 345, a)
	}
	if _, ok := m.Get(a[1]); !ok {
		return m, nil
	}
	return m.Put(a[1], a[2]), nil
}

func mapMustReplace(_ *process.Process, a []term.Term) (term.Term, error) {
	m, ok := a[0].(*term.Map)
	if !ok {
		return nil, mapsError("update", a[0], a[1], a[2], a[0])
	}
	if _, ok := m.Get(a[1]); !ok {
		return nil, badkey(a[1], "update", a[1], a[2], m)
	}
	return m.Put(a[1], a[2]), nil
}

func mapDelete(_ *process.Process, a []term.Term) (term.Term, error) {
	m, ok := a[0].(*term.Map)
	if !ok {
		return nil, mapsError("remove", a[0], a[1], a[0])
	}
	return m.Delete(a[1]), nil
}

func mapPop(_ *process.Process, a []term.Term) (term.Term, error) {
	m, ok := a[0].(*term.Map)
	if !ok {
		return nil, elixirBadMap("pop", 712, a)
	}
	value, ok := m.Get(a[1])
	if !ok {
		value = a[2]
	}
	return term.Tuple{value, m.Delete(a[1])}, nil
}

func mapMustPop(_ *process.Process, a []term.Term) (term.Term, error) {
	m, ok := a[0].(*term.Map)
	if !ok {
		return nil, elixirBadMap("pop!", 738, a)
	}
	value, ok := m.Get(a[1])
	if !ok {
		return nil, keyError(a[1], m).In(at("Map", "pop!", 2, "map.ex", 743))
	}
	return term.Tuple{value, m.Delete(a[1])}, nil
}

func mapUpdate(self *process.Process, a []term.Term) (term.Term, error) {
	m, ok := a[0].(*term.Map)
	if !ok {
		return nil, elixirBadMap("update", 666, a)
	}
	value, ok := m.Get(a[1])
	if !ok {
		return m.Put(a[1], a[2]), nil
	}
	value, err := code.Call(self, a[3], value)
	if err != nil {
		return nil, err
	}
	return m.Put(a[1], value), nil
}

func mapMustUpdate(self *process.Process, a []term.Term) (term.Term, error) {
	m, ok := a[0].(*term.Map)
	if !ok {
		return nil, badmap(a[0]).In(borderFrame("erlang", "map_get", args{a[1], a[0]}), at("Map", "update!", 3, "map.ex", 319))
	}
	value, ok := m.Get(a[1])
	if !ok {
		return nil, badkey(a[1], "map_get", a[1], m).In(at("Map", "update!", 3, "map.ex", 319))
	}
	value, err := code.Call(self, a[2], value)
	if err != nil {
		return nil, exception.In(err, at("Map", "update!", 3, "map.ex", 883))
	}
	return m.Put(a[1], value), nil
}

func mapHasKey(_ *process.Process, a []term.Term) (term.Term, error) {
	m, ok := a[0].(*term.Map)
	if !ok {
		return nil, mapsError("is_key", a[0], a[1], a[0])
	}
	_, has := m.Get(a[1])
	return term.Bool(has), nil
}

func mapKeys(_ *process.Process, a []term.Term) (term.Term, error) {
	m, ok := a[0].(*term.Map)
	if !ok {
		return nil, mapsError("keys", a[0], a[0])
	}
	return keysOf(m), nil
}

func keysOf(m *term.Map) term.Term {
	keys := make([]term.Term, 0, m.Len())
	for _, p := range m.Listed() {
		keys = append(keys, p.Key)
	}
	return term.List(keys...)
}

func mapValues(_ *process.Process, a []term.Term) (term.Term, error) {
	m, ok := a[0].(*term.Map)
	if !ok {
		return nil, mapsError("values", a[0], a[0])
	}
	values := make([]term.Term, 0, m.Len())
	for _, p := range m.Listed() {
		values = append(values, p.Value)
	}
	return term.List(values...), nil
}

func pairsOf(m *term.Map) term.Term {
	pairs := make([]term.Term, 0, m.Len())
	for _, p := range m.Listed() {
		pairs = append(pairs, term.Tuple{p.Key, p.Value})
	}
	return term.List(pairs...)
}

func mapToList(_ *process.Process, a []term.Term) (term.Term, error) {
	m, ok := a[0].(*term.Map)
	if !ok {
		frame := borderFrame("maps", "to_list", a)
		frame.File, frame.Line = "maps.erl", 581
		return nil, badmap(a[0]).In(frame)
	}
	return pairsOf(m), nil
}

func mapMerge(_ *process.Process, a []term.Term) (term.Term, error) {
	left, ok1 := a[0].(*term.Map)
	right, ok2 := a[1].(*term.Map)
	switch {
	case !ok1 && ok2:
		return nil, mapsError("put", a[0], term.Atom("k"), term.Atom("v"), a[0])
	case !ok1:
		return nil, mapsError("merge", a[0], a...)
	case !ok2:
		return nil, mapsError("merge", a[1], a...)
	}
	return term.NewMap(slices.Concat(left.Pairs(), right.Pairs())...), nil
}

func mapMergeWith(self *process.Process, a []term.Term) (term.Term, error) {
	left, ok1 := a[0].(*term.Map)
	right, ok2 := a[1].(*term.Map)
	if !ok1 || !ok2 {
		return nil, errClause
	}
	for _, p := range right.Pairs() {
		value := p.Value
		if old, ok := left.Get(p.Key); ok {
			var err error
			if value, err = code.Call(self, a[2], p.Key, old, value); err != nil {
				return nil, err
			}
		}
		left = left.Put(p.Key, value)
	}
	return left, nil
}

func mapEqual(_ *process.Process, a []term.Term) (term.Term, error) {
	_, ok1 := a[0].(*term.Map)
	_, ok2 := a[1].(*term.Map)
	if !ok1 || !ok2 {
		return nil, errClause
	}
	return term.Bool(term.Same(a[0], a[1])), nil
}

func mapFilter(self *process.Process, a []term.Term) (term.Term, error) {
	return filterMap(self, a, true)
}

func mapReject(self *process.Process, a []term.Term) (term.Term, error) {
	return filterMap(self, a, false)
}

func filterMap(self *process.Process, a args, keep bool) (term.Term, error) {
	m, ok := a[0].(*term.Map)
	if !ok {
		return nil, errClause
	}
	var kept []term.Pair
	for _, p := range m.Pairs() {
		ok, err := truth(self, a[1], term.Tuple{p.Key, p.Value})
		if err != nil {
			return nil, err
		}
		if ok == keep {
			kept = append(kept, p)
		}
	}
	return term.NewMap(kept...), nil
}

func mapFromKeys(_ *process.Process, a []term.Term) (term.Term, error) {
	keys, ok := term.Slice(a[0])
	if !ok {
		return nil, exception.In(badarg("maps", "from_keys", a...), at("Map", "from_keys", 2, "map.ex", 141))
	}
	m := term.NewMap()
	for _, k := range keys {
		m = m.Put(k, a[1])
	}
	return m, nil
}

func mapFromStruct(self *process.Process, a []term.Term) (term.Term, error) {
	switch s := a[0].(type) {
	case *term.Map:
		if _, ok := structName(s); ok {
			return s.Delete(structKey), nil
		}
	case term.Atom:
		defaults, err := code.Apply(self, s, "__struct__")
		if m, ok := defaults.(*term.Map); ok {
			return m.Delete(structKey), err
		}
		return nil, exception.In(err, at("Map", "from_struct", 1, "map.ex", 1000))
	}
	return nil, errClause
}
