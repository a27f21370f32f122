package lib

import (
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// byKeys is a function of Map that is given keys: its name, and the lines where
// map.ex refuses what is no map, warns of keys that are no list, and makes a
// list of them.
type byKeys struct {
	name                string
	noMap, warns, lists int
}

// read decodes the map and the keys. What they are in at the end of an improper
// list is handed to endless, which makes the error of the loop.
func (k byKeys) read(self *process.Process, a args, endless func(tail term.Term, m *term.Map, keys []term.Term) error) (*term.Map, []term.Term, error) {
	m, ok := a[0].(*term.Map)
	if !ok {
		return nil, nil, elixirBadMap(k.name, k.noMap, a)
	}
	if term.IsList(a[1]) {
		keys, tail := term.SliceWithTail(a[1])
		if tail != term.Term(term.Empty) {
			return nil, nil, endless(tail, m, keys)
		}
		return m, keys, nil
	}
	err := warning(self, "Map."+k.name+"/2 with an Enumerable of keys that is not a list is deprecated. "+
		" Use a list of keys instead.", at("Map", k.name, 2, "map.ex", k.warns))
	if err != nil {
		return nil, nil, err
	}
	keys, err := collect(self, a[1])
	if err != nil {
		err = passing(self, functionName{"Elixir.Enum", "to_list", 1}, args{a[1]}, err, false)
		return nil, nil, exception.In(err, at("Map", k.name, 2, "map.ex", k.lists))
	}
	return m, keys, nil
}

func mapDrop(self *process.Process, a []term.Term) (term.Term, error) {
	m, keys, err := byKeys{"drop", 807, 798, 803}.read(self, a, func(tail term.Term, m *term.Map, keys []term.Term) error {
		return noClause(self, "Elixir.Map", "drop_keys", args{tail, dropped(m, keys)})
	})
	if err != nil {
		return nil, err
	}
	return dropped(m, keys), nil
}

func dropped(m *term.Map, keys []term.Term) *term.Map {
	for _, key := range keys {
		m = m.Delete(key)
	}
	return m
}

func mapTake(self *process.Process, a []term.Term) (term.Term, error) {
	m, keys, err := byKeys{"take", 487, 478, 483}.read(self, a, func(tail term.Term, m *term.Map, keys []term.Term) error {
		return noClause(self, "Elixir.Map", "take", args{tail, m, term.List(backPairs(m, keys)...)})
	})
	if err != nil {
		return nil, err
	}
	return taken(m, keys), nil
}

func taken(m *term.Map, keys []term.Term) *term.Map {
	out := term.NewMap()
	for _, k := range keys {
		if value, ok := m.Get(k); ok {
			out = out.Put(k, value)
		}
	}
	return out
}

// backPairs are the keys that the map has with their values, the last one first.
func backPairs(m *term.Map, keys []term.Term) []term.Term {
	var pairs []term.Term
	for i := len(keys) - 1; i >= 0; i-- {
		if value, ok := m.Get(keys[i]); ok {
			pairs = append(pairs, term.Tuple{keys[i], value})
		}
	}
	return pairs
}

func mapSplit(self *process.Process, a []term.Term) (term.Term, error) {
	m, keys, err := byKeys{"split", 847, 838, 843}.read(self, a, func(tail term.Term, m *term.Map, keys []term.Term) error {
		return noClause(self, "Elixir.Map", "split", args{tail, term.List(backPairs(m, keys)...), dropped(m, keys)})
	})
	if err != nil {
		return nil, err
	}
	return term.Tuple{taken(m, keys), dropped(m, keys)}, nil
}
