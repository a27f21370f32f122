package lib

import (
	"slices"

	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// The functions of Access that are keys of get_in and its kin. Each is a
// function of three arguments: :get or :get_and_update, the data, and what to
// do with what it leads to.

func accessPaths() []Function {
	return []Function{
		{"all", "", "A key for all elements of a list.", accessAll},
		{"at", "index", "A key for one element of a list.", accessAt(elementKey{"at", "at/1", 1, 690, false})},
		{"at!", "index", "A key for one element of a list that must be there.", accessAt(elementKey{"at!", "at!/1", 3, 748, true})},
		{"filter", "func", "A key for the elements of a list for which `func` is true.", accessFilter},
		{"slice", "range", "A key for the elements of a list at the positions of a range.", accessSlice},
		{"elem", "index", "A key for one element of a tuple.", accessElem},
		{"key", `key, default \\ nil`, "A key of a map or struct, with a default.", accessKey},
		{"key!", "key", "A key of a map or struct that must be there.", accessMustKey},
	}
}

func accessFrame(function string, arity, line int) exception.Frame {
	return at("Access", function, arity, "access.ex", line)
}

// accessLambda is the frame of a function value that Access made.
func accessLambda(function string, arity, line int) exception.Frame {
	return exception.Frame{Module: "Elixir.Access", Function: "-" + function + "-fun-0-", Arity: arity, File: "lib/access.ex", Line: line}
}

// accessFun is the function of that index that Access makes in a place.
func accessFun(index int, place string, f process.Func) *term.Fun {
	fun := native(3, f)
	fun.Module, fun.Index, fun.Unique, fun.Place = "Elixir.Access", index, 73798650, "Access."+place
	return fun
}

func getting(a args) bool { return a[0] == term.Term(term.Atom("get")) }

// outcome reads what the function of get_and_update returned: a value with
// what takes its place, or :pop.
func outcome(result, current term.Term) (value, updated term.Term, pop bool, err error) {
	if result == term.Term(term.Atom("pop")) {
		return current, nil, true, nil
	}
	if r, ok := result.(term.Tuple); ok && len(r) == 2 {
		return r[0], r[1], false, nil
	}
	return nil, nil, false, exception.Raise(term.Tuple{term.Atom("case_clause"), result})
}

// further calls what a key is given for a value; at is where Access waits for it
// in order to put something in its place.
func further(self *process.Process, a args, value term.Term, at exception.Frame) (term.Term, error) {
	result, err := code.Call(self, a[2], value)
	if err != nil && !getting(a) {
		return nil, exception.In(err, at)
	}
	return result, err
}

// reach applies the key to the chosen elements of a list.
func reach(self *process.Process, list []term.Term, chosen func(int) bool, a args, at exception.Frame) (term.Term, error) {
	var values, rest []term.Term
	for i, x := range list {
		if !chosen(i) {
			rest = append(rest, x)
			continue
		}
		result, err := further(self, a, x, at)
		if err != nil {
			if getting(a) {
				return nil, exception.In(err, mappingFrames(len(values) > 0)...)
			}
			return nil, err
		}
		if getting(a) {
			values = append(values, result)
			continue
		}
		value, updated, pop, err := outcome(result, x)
		if err != nil {
			return nil, exception.In(err, at)
		}
		values = append(values, value)
		if !pop {
			rest = append(rest, updated)
		}
	}
	if getting(a) {
		return term.List(values...), nil
	}
	return term.Tuple{term.List(values...), term.List(rest...)}, nil
}

// mappingFrames are those of Enum.map/2 over a list.
func mappingFrames(behind bool) []exception.Frame {
	mapper := functionName{"Elixir.Enum", "map", 2}
	frames := frameTable()[frameKey{mapper, "list"}]
	if behind {
		return waiting(mapper, frames)
	}
	return frames
}

func accessAll(*process.Process, []term.Term) (term.Term, error) {
	return accessFun(0, `"-fun.all/3-"`, func(self *process.Process, a []term.Term) (term.Term, error) {
		list, ok := term.Slice(a[1])
		if !ok {
			return nil, exception.New("RuntimeError", "Access.all/0 expected a list, got: "+shown(self, a[1])).In(accessFrame("all", 3, 615))
		}
		return reach(self, list, func(int) bool { return true }, a, accessFrame("all", 4, 619))
	}), nil
}

func accessFilter(_ *process.Process, key []term.Term) (term.Term, error) {
	if _, ok := key[0].(*term.Fun); !ok {
		return nil, errClause
	}
	return accessFun(6, "filter/1", func(self *process.Process, a []term.Term) (term.Term, error) {
		list, ok := term.Slice(a[1])
		if !ok {
			return nil, exception.New("RuntimeError", "Access.filter/1 expected a list, got: "+shown(self, a[1])).In(accessFrame("filter", 4, 812))
		}
		chosen := make([]bool, len(list))
		for i, x := range list {
			var err error
			if chosen[i], err = truth(self, key[0], x); err != nil {
				return nil, notFiltered(err, a, i)
			}
		}
		return reach(self, list, func(i int) bool { return chosen[i] }, a, accessFrame("get_and_update_filter", 5, 817))
	}), nil
}

// notFiltered adds the frames to an error of the function that filters, which
// was called for element i.
func notFiltered(err error, a args, i int) error {
	if !getting(a) {
		return exception.In(err, accessFrame("get_and_update_filter", 5, 816))
	}
	filter := functionName{"Elixir.Enum", "filter", 2}
	frames := frameTable()[frameKey{filter, "list"}]
	if i > 0 {
		frames = waiting(filter, frames)
	}
	return exception.In(exception.In(err, frames...), accessFrame("filter", 4, 804))
}

func accessSlice(_ *process.Process, key []term.Term) (term.Term, error) {
	r, ok := rangeOf(key[0])
	switch {
	case !ok:
		return nil, errClause
	case r.step < 0:
		return nil, exception.ArgumentError("Access.slice/1 does not accept ranges with negative steps, got: %s", show(key[0])).
			In(accessFrame("slice", 1, 887))
	}
	return accessFun(9, "slice/1", func(self *process.Process, a []term.Term) (term.Term, error) {
		list, ok := term.Slice(a[1])
		if !ok {
			return nil, exception.ArgumentError("Access.slice/1 expected a list, got: %s", shown(self, a[1])).In(accessFrame("slice", 4, 909))
		}
		first, last := sliceBounds(r, len(list))
		return reach(self, list, func(i int) bool { return i >= first && i <= last && (i-first)%int(r.step) == 0 }, a,
			accessFrame("get_and_update_slice", 6, 924))
	}), nil
}

// elementKey is Access.at/1 or at!/1.
type elementKey struct {
	function, name string
	index, line    int
	must           bool
}

func accessAt(k elementKey) process.Func {
	return func(_ *process.Process, key []term.Term) (term.Term, error) {
		index, ok := intAt(key, 0)
		if !ok {
			return nil, errClause
		}
		return accessFun(k.index, k.name, func(self *process.Process, a []term.Term) (term.Term, error) { return k.apply(self, index, a) }), nil
	}
}

func (k elementKey) apply(self *process.Process, index int, a args) (term.Term, error) {
	list, ok := term.Slice(a[1])
	if !ok {
		return nil, exception.New("RuntimeError", "Access."+k.name+" expected a list, got: "+shown(self, a[1])).In(accessFrame(k.function, 4, k.line))
	}
	if index < 0 {
		index += len(list)
	}
	if index < 0 || index >= len(list) {
		return k.outside(self, a)
	}
	at := accessFrame("get_and_update_at", 5, 694)
	result, err := further(self, a, list[index], at)
	if err != nil || getting(a) {
		return result, err
	}
	value, updated, pop, err := outcome(result, list[index])
	if err != nil {
		return nil, exception.In(err, at)
	}
	list = slices.Clone(list)
	if pop {
		return term.Tuple{value, term.List(slices.Delete(list, index, index+1)...)}, nil
	}
	list[index] = updated
	return term.Tuple{value, term.List(list...)}, nil
}

// outside is what happens at an index that there is not.
func (k elementKey) outside(self *process.Process, a args) (term.Term, error) {
	switch {
	case k.must:
		return nil, raise("Enum.OutOfBoundsError", "message", term.Binary("out of bounds error")).In(accessFrame(k.function, 4, 739))
	case getting(a):
		return code.Call(self, a[2], term.Nil)
	}
	return term.Tuple{term.Nil, a[1]}, nil
}

func accessElem(_ *process.Process, key []term.Term) (term.Term, error) {
	i, ok := intAt(key, 0)
	if !ok || i < 0 {
		return nil, errClause
	}
	return accessFun(5, "elem/1", func(self *process.Process, a []term.Term) (term.Term, error) {
		t, ok := a[1].(term.Tuple)
		if !ok {
			return nil, exception.New("RuntimeError", "Access.elem/1 expected a tuple, got: "+shown(self, a[1])).In(accessLambda("elem/1", 4, 564))
		}
		if i >= len(t) {
			return nil, badarg("erlang", "element", term.Int(i+1), a[1])
		}
		at := accessLambda("elem/1", 4, 558)
		result, err := further(self, a, t[i], at)
		if err != nil || getting(a) {
			return result, err
		}
		value, updated, pop, err := outcome(result, t[i])
		if pop {
			return nil, exception.New("RuntimeError", "cannot pop data from a tuple").In(accessLambda("elem/1", 4, 560))
		}
		changed := slices.Clone(t)
		changed[i] = updated
		return term.Tuple{value, changed}, exception.In(err, at)
	}), nil
}

// inKey applies the key to the value of a map and puts the result there.
func inKey(self *process.Process, m *term.Map, key, value term.Term, a args, at exception.Frame) (term.Term, error) {
	result, err := further(self, a, value, at)
	if err != nil || getting(a) {
		return result, err
	}
	value, updated, pop, err := outcome(result, value)
	if pop || err != nil {
		return term.Tuple{orNil(value), m.Delete(key)}, exception.In(err, at)
	}
	return term.Tuple{value, m.Put(key, updated)}, nil
}

func accessKey(_ *process.Process, key []term.Term) (term.Term, error) {
	return accessFun(7, "key/2", func(self *process.Process, a []term.Term) (term.Term, error) {
		m, ok := a[1].(*term.Map)
		switch {
		case a[1] == term.Term(term.Nil) && getting(a):
			m = term.NewMap()
		case !ok:
			return nil, badmap(a[1]).In(exception.Frame{
				Module: "Elixir.Map", Function: "get", Args: args{a[1], key[0], key[1]}, HasArgs: true, File: "lib/map.ex", Line: 534,
			}, accessLambda("key/2", 5, 459))
		}
		value, ok := m.Get(key[0])
		if !ok {
			value = key[1]
		}
		return inKey(self, m, key[0], value, a, accessLambda("key/2", 5, 464))
	}), nil
}

func accessMustKey(_ *process.Process, key []term.Term) (term.Term, error) {
	return accessFun(8, "key!/1", func(self *process.Process, a []term.Term) (term.Term, error) {
		m, ok := a[1].(*term.Map)
		if !ok {
			return nil, exception.New("RuntimeError", "Access.key!/1 expected a map/struct, got: "+shown(self, a[1])).In(accessLambda("key!/1", 4, 514))
		}
		value, ok := m.Get(key[0])
		if !ok {
			return nil, badkey(key[0], "map_get", key[0], m).In(accessLambda("key!/1", 4, 503))
		}
		return inKey(self, m, key[0], value, a, accessLambda("key!/1", 4, 508))
	}), nil
}
