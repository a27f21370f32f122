package lib

import (
	"slices"

	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// dictTable and setTable are the modules of the first years that worked on
// whatever kind of dictionary or set they were given.
var (
	dictTable = Module{
		Name: "Elixir.Dict",
		Doc:  "Functions over maps, keyword lists and `HashDict`; see `Map` and `Keyword`, which took its place.",
		Functions: slices.Concat([]Function{
			{"equal?", "dict1, dict2", "Whether both have the same keys with the same values.", dictEqual},
			{"size", "dict", "The number of keys.", dictSize},
		}, passedOn(dictModuleOf, unsupportedDict, []Function{
			{"delete", "dict, key", "The dictionary without `key`.", nil}, {"drop", "dict, keys", "The dictionary without `keys`.", nil},
			{"fetch", "dict, key", "`{:ok, value}`, or `:error`.", nil}, {"fetch!", "dict, key", "The value of `key`; raises `KeyError` if there is none.", nil},
			{"get", `dict, key, default \\ nil`, "The value of `key`, else `default`.", nil},
			{"get_and_update", "dict, key, fun", "`fun` gets the value of `key` and returns what to return and the value to put.", nil},
			{"get_lazy", "dict, key, fun", "The value of `key`, else what `fun` returns.", nil},
			{"has_key?", "dict, key", "Whether `key` is there.", nil}, {"keys", "dict", "The keys.", nil},
			{"merge", "dict1, dict2", "Both together; the second one counts.", nil},
			{"merge", "dict1, dict2, fun", "Both together; `fun` decides about keys that are in both.", nil},
			{"pop", `dict, key, default \\ nil`, "The value of `key` and the dictionary without it.", nil},
			{"put", "dict, key, value", "The dictionary with `key` set to `value`.", nil},
			{"put_new", "dict, key, value", "The dictionary with `key`, unless it is there.", nil},
			{"split", "dict, keys", "Two dictionaries: of `keys`, and of the rest.", nil},
			{"take", "dict, keys", "The dictionary with only `keys`.", nil}, {"to_list", "dict", "The pairs as a list.", nil},
			{"update", "dict, key, default, fun", "Changes the value of `key` by `fun`, or puts `default`.", nil},
			{"update!", "dict, key, fun", "Changes the value of `key` by `fun`; raises `KeyError` if there is none.", nil},
			{"values", "dict", "The values.", nil},
		})),
	}
	setTable = Module{
		Name: "Elixir.Set",
		Doc:  "Functions over `MapSet` and `HashSet`; see `MapSet`, which took its place.",
		Functions: passedOn(setModuleOf, unsupportedSet, []Function{
			{"delete", "set, value", "The set without `value`.", nil}, {"difference", "set1, set2", "What is in the first one alone.", nil},
			{"disjoint?", "set1, set2", "Whether they share nothing.", nil}, {"equal?", "set1, set2", "Whether they have the same elements.", nil},
			{"intersection", "set1, set2", "What is in both.", nil}, {"member?", "set, value", "Whether `value` is in the set.", nil},
			{"put", "set, value", "The set with `value`.", nil}, {"size", "set", "The number of elements.", nil},
			{"subset?", "set1, set2", "Whether all of the first one is in the second.", nil}, {"to_list", "set", "The elements as a list.", nil},
			{"union", "set1, set2", "What is in one of them.", nil},
		}),
	}
)

// hashSetTable is HashSet: MapSet of the first years.
func hashSetTable() Module {
	return Module{
		Name: "Elixir.HashSet",
		Doc:  "Sets, as they were before `MapSet`.",
		Functions: []Function{
			{"__struct__", "", "The empty set.", func(*process.Process, []term.Term) (term.Term, error) { return newHashSet(term.NewMap()), nil }},
			{"new", "", "The empty set.", func(*process.Process, []term.Term) (term.Term, error) { return newHashSet(term.NewMap()), nil }},
			{"put", "set, value", "The set with `value`.", onHashSet(func(s *term.Map, a args) term.Term { return newHashSet(s.Put(a[1], term.Empty)) })},
			{"delete", "set, value", "The set without `value`.", onHashSet(func(s *term.Map, a args) term.Term { return newHashSet(s.Delete(a[1])) })},
			{"member?", "set, value", "Whether `value` is in the set.", onHashSet(func(s *term.Map, a args) term.Term { return term.Bool(inMap(s, a[1])) })},
			{"size", "set", "The number of elements.", onHashSet(func(s *term.Map, _ args) term.Term { return term.Int(s.Len()) })},
			{"to_list", "set", "The elements as a list.", onHashSet(func(s *term.Map, _ args) term.Term { return keysOf(s) })},
			{"union", "set1, set2", "What is in one of them.", onHashSets(func(s, t *term.Map) term.Term { return newHashSet(combined(s, t)) })},
			{"intersection", "set1, set2", "What is in both.", onHashSets(func(s, t *term.Map) term.Term { return newHashSet(selected(s, t, true)) })},
			{"difference", "set1, set2", "What is in the first one alone.", onHashSets(func(s, t *term.Map) term.Term { return newHashSet(selected(s, t, false)) })},
			{"subset?", "set1, set2", "Whether all of the first one is in the second.", onHashSets(func(s, t *term.Map) term.Term { return term.Bool(selected(s, t, true).Len() == s.Len()) })},
			{"disjoint?", "set1, set2", "Whether they share nothing.", onHashSets(func(s, t *term.Map) term.Term { return term.Bool(selected(s, t, true).Len() == 0) })},
			{"equal?", "set1, set2", "Whether they have the same elements.", onHashSets(func(s, t *term.Map) term.Term { return term.Bool(term.Same(s, t)) })},
		},
	}
}

func newHashSet(set *term.Map) *term.Map {
	return structOf(hashSetModule, pair("root", set), pair("size", term.Int(set.Len())))
}

func onHashSet(f func(s *term.Map, a args) term.Term) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		m, ok := isStruct(a[0], hashSetModule)
		if !ok {
			return nil, errClause
		}
		return f(setOf(m), a), nil
	}
}

func onHashSets(f func(s, t *term.Map) term.Term) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		m, ok1 := isStruct(a[0], hashSetModule)
		n, ok2 := isStruct(a[1], hashSetModule)
		if !ok1 || !ok2 {
			return nil, errClause
		}
		return f(setOf(m), setOf(n)), nil
	}
}

// combined has the keys of both maps, selected those of the first which are,
// or are not, in the second.
func combined(s, t *term.Map) *term.Map {
	return term.NewMap(slices.Concat(s.Pairs(), t.Pairs())...)
}

func selected(s, t *term.Map, in bool) *term.Map {
	var kept []term.Pair
	for _, p := range s.Pairs() {
		if inMap(t, p.Key) == in {
			kept = append(kept, p)
		}
	}
	return term.NewMap(kept...)
}

// passedOn makes functions that call those of the same name of the module for
// their first argument.
func passedOn(moduleOf func(term.Term) (term.Atom, bool), unsupported func(term.Term) error, functions []Function) []Function {
	for i := range functions {
		name := functions[i].Name
		functions[i].Call = func(self *process.Process, a []term.Term) (term.Term, error) {
			module, ok := moduleOf(a[0])
			if !ok {
				return nil, unsupported(a[0])
			}
			return code.Apply(self, module, name, a...)
		}
	}
	return functions
}

func unsupportedDict(t term.Term) error {
	return exception.ArgumentError("unsupported dict: %s", show(t)).In(at("Dict", "unsupported_dict", 1, "dict.ex", 441))
}

func unsupportedSet(t term.Term) error {
	return exception.ArgumentError("unsupported set: %s", show(t)).In(at("Set", "unsupported_set", 1, "set.ex", 158))
}

func dictModuleOf(t term.Term) (term.Atom, bool) {
	switch t := t.(type) {
	case *term.Map:
		if name, ok := structName(t); ok {
			return name, true
		}
		return "Elixir.Map", true
	case term.EmptyList, *term.Cons:
		return "Elixir.Keyword", true
	}
	return "", false
}

func setModuleOf(t term.Term) (term.Atom, bool) {
	m, ok := t.(*term.Map)
	if !ok {
		return "", false
	}
	return structName(m)
}

func dictSize(self *process.Process, a []term.Term) (term.Term, error) {
	list, err := code.Apply(self, "Elixir.Dict", "to_list", a[0])
	elements, _ := term.Slice(list)
	return term.Int(len(elements)), err
}

func dictEqual(self *process.Process, a []term.Term) (term.Term, error) {
	var made [2]*term.Map
	for i := range made {
		list, err := code.Apply(self, "Elixir.Dict", "to_list", a[i])
		if err != nil {
			return nil, err
		}
		value, err := Into(self, list, term.NewMap(), nil)
		if err != nil {
			return nil, err
		}
		made[i] = value.(*term.Map)
	}
	return term.Bool(term.Same(made[0], made[1])), nil
}
