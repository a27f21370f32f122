package term

import (
	"cmp"
	"unicode"
)

// AsMap returns a map as it is, and a Go struct as the struct that it is in
// Elixir: a map of its fields with the module of its type under :__struct__. Of
// other terms it reports false. Maps and Go structs that are the same map are
// equal, and one key of maps.
func AsMap(t Term) (*Map, bool) {
	switch t := t.(type) {
	case *Map:
		return t, true
	case *Native:
		if t.Fields != nil {
			return t.structMap(), true
		}
	}
	return nil, false
}

func (n *Native) structMap() *Map {
	name := Atom(n.Name) // of a type that could not be a module
	if n.Name != "" && unicode.IsUpper(rune(n.Name[0])) {
		name = Alias(n.Name)
	}
	pairs := []Pair{{Key: Atom("__struct__"), Value: name}}
	for _, f := range n.Fields() {
		pairs = append(pairs, Pair{Key: Atom(f.Name), Value: f.Value})
	}
	return NewMap(pairs...)
}

// compareOpaque orders Go values that have no fields: by name, and then by where
// they are.
func compareOpaque(a, b *Native) int {
	if a == b {
		return 0
	}
	return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(address(a.Value, a), address(b.Value, b)))
}

// compareAsMaps compares maps, and Go structs as those that they are.
func compareAsMaps(a, b Term, exact bool) int {
	if a, ok := a.(*Native); ok && Term(a) == b {
		return 0
	}
	x, _ := AsMap(a)
	y, _ := AsMap(b)
	return compareMaps(x, y, exact)
}
