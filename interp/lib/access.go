package lib

import (
	"slices"

	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// This file holds Access and what reaches into nested data: get_in and its kin.

var accessModule = Module{
	Name: "Elixir.Access",
	Doc:  "What `data[key]` means for maps, keyword lists and nil.",
	Functions: slices.Concat(accessPaths, []Function{
		{"get", `container, key, default \\ nil`, "The value of `key`, else `default`.", accessGet},
		{"fetch", "container, key", "`{:ok, value}`, or `:error`.", accessFetch},
		{"fetch!", "container, key", "The value of `key`; raises `KeyError`.", accessMustFetch},
		{"pop", "container, key", "`{value, container without key}`.", accessPop},
		{"get_and_update", "container, key, fun", "`fun` returns `{value to return, new value}` or `:pop`.", accessGetAndUpdate},
	}),
}

var kernelPaths = []Function{
	{"get_in", "data, keys", "The value that the keys lead to, one inside the other.", kernelGetIn},
	{"put_in", "data, keys, value", "The data with the value at the end of the keys replaced.", kernelPutIn},
	{"update_in", "data, keys, fun", "The data with `fun` applied to the value at the end of the keys.", kernelUpdateIn},
	{"pop_in", "data, keys", "`{value, data without it}`.", kernelPopIn},
	{"get_and_update_in", "data, keys, fun", "As `Access.get_and_update/3`, at the end of the keys.", kernelGetAndUpdateIn},
}

// lookup finds a key in a map, a keyword list or nil.
func lookup(self *process.Process, container, key term.Term) (term.Term, bool, error) {
	switch c := container.(type) {
	case *term.Map:
		if module, ok := structName(c); ok {
			return fetchStruct(self, module, c, key)
		}
		value, ok := c.Get(key)
		return value, ok, nil
	case term.EmptyList, *term.Cons:
		atom, ok := key.(term.Atom)
		if !ok {
			return nil, false, exception.ArgumentError("the Access calls for keywords expect the key to be an atom, got: %s", show(key)).
				In(at("Access", "get", 3, "access.ex", 313))
		}
		value, ok := term.KeywordGet(c, atom)
		return value, ok, nil
	}
	if container == term.Term(term.Nil) {
		return nil, false, nil
	}
	return nil, false, noClause(self, "Elixir.Access", "get", args{container, key, term.Nil})
}

// fetchStruct asks the module of a struct.
func fetchStruct(self *process.Process, module term.Atom, s *term.Map, key term.Term) (term.Term, bool, error) {
	if !code.Of(self.Node()).Exports(module, "fetch", 2) {
		x := raise("UndefinedFunctionError", "module", module, "function", term.Atom("fetch"), "arity", term.Int(2), "message", term.Nil,
			"reason", term.Binary(show(module)+" does not implement the Access behaviour. If you are using get_in/put_in/update_in, "+
				"you can specify the field to be accessed using Access.key!/1"))
		return nil, false, x.In(exception.Frame{Module: module, Function: "fetch", Args: args{s, key}, HasArgs: true},
			at("Access", "get", 3, "access.ex", 288))
	}
	found, err := code.Apply(self, module, "fetch", s, key)
	if term.Tag(found, 2) != term.OK {
		return nil, false, err
	}
	return found.(term.Tuple)[1], true, nil
}

func accessGet(self *process.Process, a []term.Term) (term.Term, error) {
	value, ok, err := lookup(self, a[0], a[1])
	if !ok {
		value = a[2]
	}
	return value, err
}

func accessFetch(self *process.Process, a []term.Term) (term.Term, error) {
	value, ok, err := lookup(self, a[0], a[1])
	if !ok {
		return term.ErrorAtom, err
	}
	return okTuple(value), err
}

func accessMustFetch(self *process.Process, a []term.Term) (term.Term, error) {
	value, ok, err := lookup(self, a[0], a[1])
	if err == nil && !ok {
		err = keyError(a[1], a[0]).In(at("Access", "fetch!", 2, "access.ex", 256))
	}
	return value, err
}

func accessPop(self *process.Process, a []term.Term) (term.Term, error) {
	value, _, err := lookup(self, a[0], a[1])
	if err != nil {
		return nil, err
	}
	rest, err := removed(a[0], a[1])
	return term.Tuple{orNil(value), rest}, err
}

func removed(container, key term.Term) (term.Term, error) {
	if m, ok := container.(*term.Map); ok {
		return m.Delete(key), nil
	}
	list, ok := term.Slice(container)
	if !ok {
		return nil, exception.ArgumentError("could not pop key %s on a nil value", show(key)).In(at("Access", "pop", 2, "access.ex", 414))
	}
	return term.List(without(list, key)...), nil
}

func stored(container, key, value term.Term) (term.Term, error) {
	if m, ok := container.(*term.Map); ok {
		return m.Put(key, value), nil
	}
	if list, ok := term.Slice(container); ok {
		if i := slices.IndexFunc(list, func(x term.Term) bool { return hasKey(x, args{key}) }); i >= 0 {
			return replaced(list, i, key, value), nil
		}
		return &term.Cons{Head: term.Tuple{key, value}, Tail: container}, nil
	}
	return nil, exception.ArgumentError("could not put/update key %s on a nil value", show(key)).
		In(at("Access", "get_and_update", 3, "access.ex", 368))
}

func accessGetAndUpdate(self *process.Process, a []term.Term) (term.Term, error) {
	current, _, err := lookup(self, a[0], a[1])
	if err != nil {
		return nil, err
	}
	result, err := code.Call(self, a[2], orNil(current))
	if err != nil {
		return nil, err
	}
	if result == term.Term(term.Atom("pop")) {
		rest, err := removed(a[0], a[1])
		return term.Tuple{orNil(current), rest}, err
	}
	r, ok := result.(term.Tuple)
	if !ok || len(r) != 2 {
		return nil, badUpdate(result)
	}
	updated, err := stored(a[0], a[1], r[1])
	return term.Tuple{r[0], updated}, err
}

func kernelGetIn(self *process.Process, a []term.Term) (term.Term, error) {
	keys, ok := term.Slice(a[1])
	if !ok || len(keys) == 0 {
		return nil, errClause
	}
	data := a[0]
	for _, key := range keys {
		if isFun(key, 3) {
			break
		}
		value, _, err := lookup(self, data, key)
		if err != nil {
			return nil, err
		}
		data, keys = orNil(value), keys[1:]
	}
	if len(keys) == 0 {
		return data, nil
	}
	rest := term.List(keys[1:]...)
	return code.Call(self, keys[0], term.Atom("get"), data, native(1, func(self *process.Process, next []term.Term) (term.Term, error) {
		if len(keys) == 1 {
			return next[0], nil
		}
		return kernelGetIn(self, args{next[0], rest})
	}))
}

// descend applies change to the value at the end of the keys; change returns
// what to hand back and what to store, nil to remove.
func descend(self *process.Process, data term.Term, keys []term.Term, change func(old term.Term) (result, value term.Term, err error)) (result, changed term.Term, err error) {
	next := func(current term.Term) (result, value term.Term, err error) {
		if len(keys) == 1 {
			return change(orNil(current))
		}
		return descend(self, orNil(current), keys[1:], change)
	}
	if isFun(keys[0], 3) {
		return descendFunction(self, data, keys[0], next)
	}
	current, _, err := lookup(self, data, keys[0])
	if err != nil {
		return nil, nil, err
	}
	result, value, err := next(current)
	switch {
	case err != nil:
		return nil, nil, err
	case value == nil:
		changed, err = removed(data, keys[0])
	default:
		changed, err = stored(data, keys[0], value)
	}
	return result, changed, err
}

// descendFunction goes on through a key that is a function.
func descendFunction(self *process.Process, data, key term.Term, next func(term.Term) (result, value term.Term, err error)) (result, changed term.Term, err error) {
	pair, err := code.Call(self, key, term.Atom("get_and_update"), data, native(1, func(_ *process.Process, a []term.Term) (term.Term, error) {
		result, value, err := next(a[0])
		switch {
		case err != nil:
			return nil, err
		case value == nil:
			return term.Atom("pop"), nil
		}
		return term.Tuple{orNil(result), value}, nil
	}))
	if p, ok := pair.(term.Tuple); ok && len(p) == 2 && err == nil {
		return p[0], p[1], nil
	}
	if err == nil {
		err = badUpdate(pair)
	}
	return nil, nil, err
}

func pathOf(t term.Term) ([]term.Term, error) {
	keys, ok := term.Slice(t)
	if !ok || len(keys) == 0 {
		return nil, errClause
	}
	return keys, nil
}

func kernelPutIn(self *process.Process, a []term.Term) (term.Term, error) {
	keys, err := pathOf(a[1])
	if err != nil {
		return nil, err
	}
	_, data, err := descend(self, a[0], keys, func(term.Term) (term.Term, term.Term, error) { return nil, a[2], nil })
	return data, err
}

func kernelUpdateIn(self *process.Process, a []term.Term) (term.Term, error) {
	keys, err := pathOf(a[1])
	if err != nil {
		return nil, err
	}
	_, data, err := descend(self, a[0], keys, func(old term.Term) (term.Term, term.Term, error) {
		value, err := code.Call(self, a[2], old)
		return nil, value, err
	})
	return data, err
}

func kernelPopIn(self *process.Process, a []term.Term) (term.Term, error) {
	keys, err := pathOf(a[1])
	if err != nil {
		return nil, err
	}
	value, data, err := descend(self, a[0], keys, func(old term.Term) (term.Term, term.Term, error) { return old, nil, nil })
	return term.Tuple{orNil(value), orNil(data)}, err
}

func kernelGetAndUpdateIn(self *process.Process, a []term.Term) (term.Term, error) {
	keys, err := pathOf(a[1])
	if err != nil {
		return nil, err
	}
	value, data, err := descend(self, a[0], keys, func(old term.Term) (term.Term, term.Term, error) {
		result, err := code.Call(self, a[2], old)
		if err != nil {
			return nil, nil, err
		}
		if result == term.Term(term.Atom("pop")) {
			return old, nil, nil
		}
		r, ok := result.(term.Tuple)
		if !ok || len(r) != 2 {
			return nil, nil, badUpdate(result)
		}
		return r[0], r[1], nil
	})
	return term.Tuple{orNil(value), orNil(data)}, err
}
