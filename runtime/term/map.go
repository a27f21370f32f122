package term

import "slices"

// Map is an immutable association from keys to values, kept in key order
// (CompareExact). OTP orders small maps so and large ones by hash; here all
// sizes are ordered, so that output never depends on a hash.
//
// Get, Put and Delete take O(log n). Small maps are flat slices, larger ones
// a weight-balanced tree that shares what did not change.
type Map struct {
	pairs []Pair // up to flatMax pairs, in order; unused when root is set
	root  *node
}

const flatMax = 32

// NewMap returns a map of the pairs; of equal keys the last one counts.
func NewMap(pairs ...Pair) *Map {
	sorted := slices.Clone(pairs)
	slices.SortStableFunc(sorted, func(a, b Pair) int { return CompareExact(a.Key, b.Key) })
	unique := sorted[:0]
	for i, p := range sorted {
		if i+1 < len(sorted) && CompareExact(p.Key, sorted[i+1].Key) == 0 {
			continue
		}
		unique = append(unique, p)
	}
	return fromSorted(unique)
}

func fromSorted(pairs []Pair) *Map {
	if len(pairs) <= flatMax {
		return &Map{pairs: pairs}
	}
	return &Map{root: build(pairs)}
}

// Len returns the number of pairs.
func (m *Map) Len() int {
	if m.root != nil {
		return m.root.size
	}
	return len(m.pairs)
}

// Get returns the value of key and whether there is one.
func (m *Map) Get(key Term) (Term, bool) {
	if m.root != nil {
		return m.root.get(key)
	}
	if i, found := m.search(key); found {
		return m.pairs[i].Value, true
	}
	return nil, false
}

// search finds an atom by a scan without comparing order, since maps with a
// few atom keys are the rule.
func (m *Map) search(key Term) (int, bool) {
	if atom, ok := key.(Atom); ok && len(m.pairs) <= 8 {
		for i := range m.pairs {
			if k, ok := m.pairs[i].Key.(Atom); ok && k == atom {
				return i, true
			}
		}
	}
	return slices.BinarySearchFunc(m.pairs, key, func(p Pair, key Term) int {
		return CompareExact(p.Key, key)
	})
}

// Put returns the map with key set to value.
func (m *Map) Put(key, value Term) *Map {
	if m.root != nil {
		return &Map{root: m.root.put(key, value)}
	}
	i, found := m.search(key)
	if found {
		pairs := slices.Clone(m.pairs)
		pairs[i].Value = value
		return &Map{pairs: pairs}
	}
	pairs := make([]Pair, 0, len(m.pairs)+1)
	pairs = append(pairs, m.pairs[:i]...)
	pairs = append(pairs, Pair{key, value})
	pairs = append(pairs, m.pairs[i:]...)
	return fromSorted(pairs)
}

// Delete returns the map without key.
func (m *Map) Delete(key Term) *Map {
	if m.root != nil {
		if _, found := m.root.get(key); !found {
			return m
		}
		if m.root.size-1 > flatMax/2 {
			return &Map{root: m.root.delete(key)}
		}
		return &Map{pairs: m.root.delete(key).appendTo(nil)}
	}
	i, found := m.search(key)
	if !found {
		return m
	}
	return &Map{pairs: slices.Concat(m.pairs[:i], m.pairs[i+1:])}
}

// Pairs returns the pairs in key order. The caller must not change them.
func (m *Map) Pairs() []Pair {
	if m.root != nil {
		return m.root.appendTo(make([]Pair, 0, m.root.size))
	}
	return m.pairs
}
