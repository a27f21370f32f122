package lib

import (
	"slices"

	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// This file holds the functions of Map that let a function decide.

func mapGetAndUpdate(self *process.Process, a []term.Term) (term.Term, error) {
	m, ok := a[0].(*term.Map)
	if !ok {
		return nil, exception.In(elixirBadMap("get", 534, args{a[0], a[1], term.Nil}), at("Map", "get_and_update", 3, "map.ex", 525))
	}
	return updatedMap(self, m, a, at("Map", "get_and_update", 3, "map.ex", 924), 932)
}

func mapMustGetAndUpdate(self *process.Process, a []term.Term) (term.Term, error) {
	frame := at("Map", "get_and_update!", 3, "map.ex", 319)
	m, ok := a[0].(*term.Map)
	if !ok {
		return nil, exception.Raise(term.Tuple{term.Atom("badmap"), a[0]}).In(borderFrame("erlang", "map_get", args{a[1], a[0]}), frame)
	}
	if !inMap(m, a[1]) {
		return nil, badkey(a[1], "map_get", a[1], m).In(frame)
	}
	frame.Line = 966
	return updatedMap(self, m, a, frame, 974)
}

// updatedMap lets the function of a decide about a key; frame is that of the
// call, wrong the line that refuses what it returns.
func updatedMap(self *process.Process, m *term.Map, a args, frame exception.Frame, wrong int) (term.Term, error) {
	current, _ := m.Get(a[1])
	result, err := code.Call(self, a[2], orNil(current))
	if err != nil {
		return nil, exception.In(err, frame)
	}
	if result == term.Term(term.Atom("pop")) {
		return term.Tuple{orNil(current), m.Delete(a[1])}, nil
	}
	if r, ok := result.(term.Tuple); ok && len(r) == 2 {
		return term.Tuple{r[0], m.Put(a[1], r[1])}, nil
	}
	frame.Line = wrong
	return nil, badUpdate(result).In(frame)
}

func mapPopLazy(self *process.Process, a []term.Term) (term.Term, error) {
	m, ok := a[0].(*term.Map)
	if !ok {
		return nil, elixirBadMap("pop_lazy", 773, a)
	}
	if value, ok := m.Get(a[1]); ok {
		return term.Tuple{value, m.Delete(a[1])}, nil
	}
	value, err := code.Call(self, a[2])
	return term.Tuple{orNil(value), m}, err
}

func mapReplaceLazy(self *process.Process, a []term.Term) (term.Term, error) {
	m, ok := a[0].(*term.Map)
	if !ok {
		return nil, elixirBadMap("replace_lazy", 382, a)
	}
	value, ok := m.Get(a[1])
	if !ok {
		return m, nil
	}
	value, err := code.Call(self, a[2], value)
	if err != nil {
		return nil, err
	}
	return m.Put(a[1], value), nil
}

func mapMap(self *process.Process, a []term.Term) (term.Term, error) {
	m, ok := a[0].(*term.Map)
	if !ok {
		return nil, errClause
	}
	out := slices.Clone(m.Pairs())
	for i, p := range out {
		value, err := code.Call(self, a[1], term.Tuple{p.Key, p.Value})
		if err != nil {
			return nil, err
		}
		out[i].Value = value
	}
	return term.NewMap(out...), nil
}

func badUpdate(result term.Term) *exception.Error {
	return exception.New("RuntimeError", "the given function must return a two-element tuple or :pop, got: "+show(result))
}
