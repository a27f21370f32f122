package term

import "slices"

// Map is an immutable association from keys to values. As in OTP, up to 32
// keys are kept in order (CompareExact) and more in the order of a hash of them,
// which is OTP's where no atom is in the keys.
//
// Get, Put and Delete take O(log n). Small maps are flat slices, larger ones
// a weight-balanced tree that shares what did not change.
type Map struct {
	pairs []Pair // up to flatMax pairs, in order; unused when root is set
	root  *node
}

// SmallMap is the number of keys up to which a map is in the order of its keys.
const SmallMap = 32

// flatMax is the size above which OTP turns to a trie.
const flatMax = SmallMap

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

// fromSorted is the map of pairs in the order of their keys.
func fromSorted(pairs []Pair) *Map {
	if len(pairs) <= flatMax {
		return &Map{pairs: pairs}
	}
	placed := make([]placedPair, len(pairs))
	for i, p := range pairs {
		placed[i] = placedPair{place(p.Key), p}
	}
	slices.SortFunc(placed, func(a, b placedPair) int { return a.place.compare(b.place) })
	return &Map{root: build(placed)}
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
		return m.root.get(place(key))
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
		return &Map{root: m.root.put(place(key), value)}
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
		k := place(key)
		if _, found := m.root.get(k); !found {
			return m
		}
		root := m.root.delete(k)
		if root.size > flatMax {
			return &Map{root: root}
		}
		return &Map{pairs: byKey(root.appendTo(make([]Pair, 0, root.size)))}
	}
	i, found := m.search(key)
	if !found {
		return m
	}
	return &Map{pairs: slices.Concat(m.pairs[:i], m.pairs[i+1:])}
}

// Sorted returns the pairs in the order of their keys, whatever the size. The
// caller must not change them.
func (m *Map) Sorted() []Pair {
	if m.root != nil {
		return byKey(m.Pairs())
	}
	return m.pairs
}

// byKey sorts pairs in place.
func byKey(pairs []Pair) []Pair {
	slices.SortFunc(pairs, func(a, b Pair) int { return CompareExact(a.Key, b.Key) })
	return pairs
}

// Listed returns the pairs in the order of maps:to_list/1 and of what is made of
// that: of more than 32, the last one comes first. The caller must not change
// them.
func (m *Map) Listed() []Pair {
	pairs := m.Pairs()
	if m.root != nil {
		slices.Reverse(pairs)
	}
	return pairs
}

// Pairs returns the pairs in the order of an iterator of OTP. The caller must not
// change them.
func (m *Map) Pairs() []Pair {
	if m.root != nil {
		return m.root.appendTo(make([]Pair, 0, m.root.size))
	}
	return m.pairs
}
