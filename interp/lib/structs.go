package lib

import (
	"slices"

	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/inspect"
	"gex/runtime/process"
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

// structTables are modules that have a struct, and no functions that anybody
// calls.
func structTables() []Module {
	line := pair("line_or_bytes", term.Atom("line"))
	return []Module{
		{Name: genEventStreamModule, Doc: "The stream of the events of a manager.", Struct: []term.Pair{
			pair("manager", term.Nil), pair("timeout", term.Atom("infinity")),
		}},
		{Name: statModule, Doc: "What is known about a file.", Struct: nilFields("size", "type", "access", "atime", "mtime",
			"ctime", "mode", "links", "major_device", "minor_device", "inode", "uid", "gid")},
		{Name: fileStreamModule, Doc: "The stream of the lines of a file.", Struct: []term.Pair{
			pair("path", term.Nil), pair("modes", term.Empty), line, pair("raw", term.True),
		}},
		{Name: ioStreamModule, Doc: "The stream of the lines of a device.", Struct: []term.Pair{
			pair("device", term.Nil), pair("raw", term.True), line,
		}},
	}
}

// nilFields are fields of a struct whose default is nil.
func nilFields(names ...string) []term.Pair {
	var fields []term.Pair
	for _, name := range names {
		fields = append(fields, pair(name, term.Nil))
	}
	return fields
}

// structFunctions make a struct with its defaults, and with fields set, of which
// enforced must be given.
func structFunctions(module term.Atom, fields []term.Pair, enforced []term.Atom) []*code.Function {
	empty := structOf(module, fields...)
	setting := []exception.Frame{
		{Module: module, Function: "-__struct__/1-fun-0-", Arity: 2},
		at("Enum", "-reduce/3-lists^foldl/2-0-", 3, "enum.ex", 2468),
	}
	if len(enforced) > 0 {
		setting = append(setting, exception.Frame{Module: module, Function: "__struct__", Arity: 1})
	}
	made := func(self *process.Process, a []term.Term) (term.Term, error) {
		missing := slices.Clone(enforced)
		s, err := withFields(self, empty, a[0], func(s *term.Map, key, value term.Term) (*term.Map, error) {
			if !inMap(s, key) {
				return nil, raise("KeyError", "key", key, "term", term.Nil, "message", term.Nil).In(setting...)
			}
			missing = slices.DeleteFunc(missing, func(given term.Atom) bool { return given == key })
			return s.Put(key, value), nil
		})
		if err == nil && len(missing) > 0 {
			return nil, exception.ArgumentError("the following keys must also be given when building struct %s: %s",
				inspect.Inspect(module, inspect.Options{}), inspect.Inspect(atoms(missing), inspect.Options{})).
				In(exception.Frame{Module: module, Function: "__struct__", Arity: 1})
		}
		return s, err
	}
	return []*code.Function{
		{Name: "__struct__", Arity: 0, Hidden: true, Call: func(*process.Process, []term.Term) (term.Term, error) { return empty, nil }},
		{Name: "__struct__", Arity: 1, Hidden: true, Call: made},
	}
}

func atoms(names []term.Atom) term.Term {
	var list []term.Term
	for _, name := range names {
		list = append(list, name)
	}
	return term.List(list...)
}

// structOf makes a struct. The pairs may be those of a table, which sessions share.
func structOf(module term.Atom, pairs ...term.Pair) *term.Map {
	return term.NewMap(append(pairs[:len(pairs):len(pairs)], term.Pair{Key: structKey, Value: module})...)
}

func pair(key string, value term.Term) term.Pair {
	return term.Pair{Key: term.Atom(key), Value: value}
}

func isStruct(t term.Term, module term.Atom) (*term.Map, bool) {
	m, ok := term.AsMap(t)
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
