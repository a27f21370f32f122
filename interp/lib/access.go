package lib

import (
	"slices"

	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// This file holds Access and what reaches into nested data: get_in and its kin.

func accessModule() Module {
	return Module{
		Name: "Elixir.Access",
		Doc:  "What `data[key]` means for maps, keyword lists and nil.",
		Functions: slices.Concat(accessPaths(), []Function{
			{"get", `container, key, default \\ nil`, "The value of `key`, else `default`.", accessGet},
			{"fetch", "container, key", "`{:ok, value}`, or `:error`.", accessFetch},
			{"fetch!", "container, key", "The value of `key`; raises `KeyError`.", accessMustFetch},
			{"pop", "container, key", "`{value, container without key}`.", accessPop},
			{"get_and_update", "container, key, fun", "`fun` returns `{value to return, new value}` or `:pop`.", accessGetAndUpdate},
		}),
	}
}

func kernelPaths() []Function {
	return []Function{
		{"get_in", "data, keys", "The value that the keys lead to, one inside the other.", kernelGetIn},
		{"put_in", "data, keys, value", "The data with the value at the end of the keys replaced.", kernelPutIn},
		{"update_in", "data, keys, fun", "The data with `fun` applied to the value at the end of the keys.", kernelUpdateIn},
		{"pop_in", "data, keys", "`{value, data without it}`.", kernelPopIn},
		{"get_and_update_in", "data, keys, fun", "As `Access.get_and_update/3`, at the end of the keys.", kernelGetAndUpdateIn},
	}
}

// asker is the function of Access that looks a key up: keyword is where it refuses
// a key, module where it asks the module of a struct.
type asker struct {
	function               string
	arity, keyword, module int
}

var (
	accessGets    = asker{"get", 3, 313, 288}
	accessFetches = asker{"fetch", 2, 233, 212}
)

func (a asker) at(line int) exception.Frame {
	return at("Access", a.function, a.arity, "access.ex", line)
}

// lookup finds a key in a map, a keyword list or nil.
func (a asker) lookup(self *process.Process, container, key term.Term) (term.Term, bool, error) {
	switch c := container.(type) {
	case *term.Map:
		if module, ok := structName(c); ok {
			return a.fetchStruct(self, module, c, key)
		}
		value, ok := c.Get(key)
		return value, ok, nil
	case term.EmptyList, *term.Cons:
		atom, ok := key.(term.Atom)
		if !ok {
			return nil, false, exception.ArgumentError("the Access calls for keywords expect the key to be an atom, got: %s", shown(self, key)).
				In(a.at(a.keyword))
		}
		value, ok := term.KeywordGet(c, atom)
		return value, ok, nil
	}
	if container == term.Term(term.Nil) {
		return nil, false, nil
	}
	return nil, false, noClause(self, "Elixir.Access", a.function, args{container, key, term.Nil}[:a.arity])
}

// fetchStruct asks the module of a struct.
func (a asker) fetchStruct(self *process.Process, module term.Atom, s *term.Map, key term.Term) (term.Term, bool, error) {
	if !code.Of(self.Node()).Exports(module, "fetch", 2) {
		x := raise("UndefinedFunctionError", "module", module, "function", term.Atom("fetch"), "arity", term.Int(2), "message", term.Nil,
			"reason", term.Binary(shown(self, module)+" does not implement the Access behaviour. If you are using get_in/put_in/update_in, "+
				"you can specify the field to be accessed using Access.key!/1"))
		return nil, false, x.In(exception.Frame{Module: module, Function: "fetch", Args: args{s, key}, HasArgs: true},
			a.at(a.module))
	}
	found, err := code.Apply(self, module, "fetch", s, key)
	if term.Tag(found, 2) != term.OK {
		return nil, false, err
	}
	return found.(term.Tuple)[1], true, nil
}

func accessGet(self *process.Process, a []term.Term) (term.Term, error) {
	value, ok, err := accessGets.lookup(self, a[0], a[1])
	if !ok {
		value = a[2]
	}
	return value, err
}

func accessFetch(self *process.Process, a []term.Term) (term.Term, error) {
	value, ok, err := accessFetches.lookup(self, a[0], a[1])
	if !ok {
		return term.ErrorAtom, err
	}
	return okTuple(value), err
}

func accessMustFetch(self *process.Process, a []term.Term) (term.Term, error) {
	value, ok, err := accessFetches.lookup(self, a[0], a[1])
	if err != nil {
		return nil, exception.In(err, at("Access", "fetch!", 2, "access.ex", 254))
	}
	if !ok {
		err = keyError(a[1], a[0]).In(at("Access", "fetch!", 2, "access.ex", 256))
	}
	return value, err
}

func accessPop(self *process.Process, a []term.Term) (term.Term, error) {
	switch c := a[0].(type) {
	case *term.Map:
		if value, ok := c.Get(term.Atom("__struct__")); ok {
			if module, isAtom := value.(term.Atom); isAtom {
				return structCall(self, module, "pop", 399, a)
			}
		}
		value, _ := c.Get(a[1])
		return term.Tuple{orNil(value), c.Delete(a[1])}, nil
	case term.EmptyList, *term.Cons:
		list, ok := term.Slice(c)
		name, isName := a[1].(term.Atom)
		if !ok || !isName {
			return nil, noClause(self, "Elixir.Keyword", "pop", args{a[0], a[1], term.Nil})
		}
		value, _ := term.KeywordGet(c, name)
		return term.Tuple{orNil(value), term.List(without(list, a[1])...)}, nil
	}
	if a[0] == term.Term(term.Nil) {
		return nil, exception.ArgumentError("could not pop key %s on a nil value", shown(self, a[1])).In(at("Access", "pop", 2, "access.ex", 414))
	}
	return nil, errClause
}

func accessGetAndUpdate(self *process.Process, a []term.Term) (term.Term, error) {
	switch c := a[0].(type) {
	case *term.Map:
		if value, ok := c.Get(term.Atom("__struct__")); ok {
			if module, isAtom := value.(term.Atom); isAtom {
				return structCall(self, module, "get_and_update", 349, a)
			}
		}
		return mapGetAndUpdate(self, a)
	case term.EmptyList, *term.Cons:
		return keywordGetAndUpdate(self, a)
	}
	if a[0] == term.Term(term.Nil) {
		return nil, exception.ArgumentError("could not put/update key %s on a nil value", shown(self, a[1])).
			In(at("Access", "get_and_update", 3, "access.ex", 368))
	}
	return nil, errClause
}

// structCall calls the function of a struct's module that has the name of one
// of Access.
func structCall(self *process.Process, module term.Atom, name string, line int, a args) (term.Term, error) {
	if code.Of(self.Node()).Exports(module, name, len(a)) {
		return code.Apply(self, module, name, a...)
	}
	x := raise("UndefinedFunctionError", "module", module, "function", term.Atom(name), "arity", term.Int(len(a)), "message", term.Nil,
		"reason", term.Binary(shown(self, module)+" does not implement the Access behaviour. If you are using get_in/put_in/update_in, "+
			"you can specify the field to be accessed using Access.key!/1"))
	return nil, x.In(exception.Frame{Module: module, Function: name, Args: a, HasArgs: true}, at("Access", name, len(a), "access.ex", line))
}

// keywordGetAndUpdate is Keyword.get_and_update/3.
func keywordGetAndUpdate(self *process.Process, a []term.Term) (term.Term, error) {
	if _, ok := a[1].(term.Atom); !ok {
		return nil, noClause(self, "Elixir.Keyword", "get_and_update", a)
	}
	list, _ := term.Slice(a[0])
	i := slices.IndexFunc(list, func(x term.Term) bool { return hasKey(x, args{a[1]}) })
	current, line, wrong := term.Term(term.Nil), 488, 496
	if i >= 0 {
		current, line, wrong = list[i].(term.Tuple)[1], 473, 481
	}
	result, err := code.Call(self, a[2], current)
	if err != nil {
		return nil, exception.In(err, at("Keyword", "get_and_update", 4, "keyword.ex", line))
	}
	if result == term.Term(term.Atom("pop")) {
		return term.Tuple{current, term.List(without(list, a[1])...)}, nil
	}
	r, ok := result.(term.Tuple)
	if !ok || len(r) != 2 {
		return nil, badUpdate(result).In(at("Keyword", "get_and_update", 4, "keyword.ex", wrong))
	}
	if i >= 0 {
		return term.Tuple{r[0], replaced(list, i, a[1], r[1])}, nil
	}
	return term.Tuple{r[0], &term.Cons{Head: term.Tuple{a[1], r[1]}, Tail: a[0]}}, nil
}

func kernelGetIn(self *process.Process, a []term.Term) (term.Term, error) {
	keys, ok := term.Slice(a[1])
	if !ok || len(keys) == 0 {
		return nil, errClause
	}
	data := a[0]
	for _, key := range keys {
		if data == term.Term(term.Nil) {
			return data, nil
		}
		if isFun(key, 3) {
			break
		}
		value, _, err := accessGets.lookup(self, data, key)
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

// descend is get_and_update_in/3: last is called with the value at the end of
// the keys.
func descend(self *process.Process, data term.Term, keys []term.Term, last *term.Fun) (term.Term, error) {
	next := last
	if len(keys) > 1 {
		next = kernelFun("get_and_update_in/3", 6, nil)
		next.Code = process.Func(func(self *process.Process, a []term.Term) (term.Term, error) {
			return descend(self, a[0], keys[1:], last)
		})
	}
	if isFun(keys[0], 3) {
		return code.Call(self, keys[0], term.Atom("get_and_update"), data, next)
	}
	return code.Apply(self, "Elixir.Access", "get_and_update", data, keys[0], next)
}

// kernelFun is a function inside of a function of Kernel.
func kernelFun(place string, index int, f func(old term.Term) (term.Term, error)) *term.Fun {
	return &term.Fun{Module: "Elixir.Kernel", Arity: 1, Index: index, Unique: 98344383, Place: "Kernel." + place,
		Code: process.Func(func(_ *process.Process, a []term.Term) (term.Term, error) { return f(a[0]) })}
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
	last := kernelFun("put_in/3", 17, func(term.Term) (term.Term, error) { return term.Tuple{term.Nil, a[2]}, nil })
	return secondOf(descend(self, a[0], keys, last))(at("Kernel", "put_in", 3, "kernel.ex", 2701))
}

// secondOf returns the changed data of what descend returns; an error gets the
// frame of the function that called it.
func secondOf(pair term.Term, err error) func(frame exception.Frame) (term.Term, error) {
	return func(frame exception.Frame) (term.Term, error) {
		if err != nil {
			return nil, exception.In(err, frame)
		}
		if p, ok := pair.(term.Tuple); ok && len(p) == 2 {
			return p[1], nil
		}
		return nil, exception.Raise(term.Tuple{term.Atom("badmatch"), pair}).In(frame)
	}
}

func kernelUpdateIn(self *process.Process, a []term.Term) (term.Term, error) {
	keys, err := pathOf(a[1])
	if err != nil {
		return nil, err
	}
	last := kernelFun("update_in/3", 27, func(old term.Term) (term.Term, error) {
		value, err := code.Call(self, a[2], old)
		if err != nil {
			return nil, exception.In(err, at("Kernel", "-update_in/3-fun-0-", 2, "kernel.ex", 2734))
		}
		return term.Tuple{term.Nil, value}, nil
	})
	return secondOf(descend(self, a[0], keys, last))(at("Kernel", "update_in", 3, "kernel.ex", 2734))
}

func kernelGetAndUpdateIn(self *process.Process, a []term.Term) (term.Term, error) {
	keys, err := pathOf(a[1])
	if err != nil {
		return nil, err
	}
	fun, ok := a[2].(*term.Fun)
	if !ok || fun.Arity != 1 {
		return nil, errClause
	}
	return descend(self, a[0], keys, fun)
}

func kernelPopIn(self *process.Process, a []term.Term) (term.Term, error) {
	keys, err := pathOf(a[1])
	if err != nil {
		return nil, err
	}
	if a[0] == term.Term(term.Nil) {
		return nil, exception.ArgumentError("could not pop key %s on a nil value", shown(self, keys[0])).In(at("Kernel", "pop_in", 2, "kernel.ex", 2857))
	}
	return popData(self, a[0], keys)
}

// popData takes what is at the end of the keys out of data.
func popData(self *process.Process, data term.Term, keys []term.Term) (term.Term, error) {
	if data == term.Term(term.Nil) {
		return term.Atom("pop"), nil
	}
	rest := kernelFun("pop_in_data/2", 11, func(inner term.Term) (term.Term, error) {
		if len(keys) == 1 {
			return term.Atom("pop"), nil
		}
		return popData(self, inner, keys[1:])
	})
	switch {
	case isFun(keys[0], 3):
		return code.Call(self, keys[0], term.Atom("get_and_update"), data, rest)
	case len(keys) == 1:
		return code.Apply(self, "Elixir.Access", "pop", data, keys[0])
	}
	return code.Apply(self, "Elixir.Access", "get_and_update", data, keys[0], rest)
}
