package ets

import (
	"slices"

	"gex/runtime/term"
)

func sortByID(all []*Table) {
	slices.SortFunc(all, func(a, b *Table) int { return term.Compare(a.ID, b.ID) })
}

// Key returns the key of an object, which must be long enough; see Fits.
func (t *Table) Key(object term.Tuple) term.Term { return object[t.KeyPosition-1] }

// Fits reports whether an object has a key.
func (t *Table) Fits(object term.Tuple) bool { return len(object) >= t.KeyPosition }

// Insert adds objects. An object of a set replaces the one with its key. A bag
// takes the last object first, as in OTP.
func (t *Table) Insert(objects ...term.Tuple) {
	if t.Type == Bag {
		objects = slices.Clone(objects)
		slices.Reverse(objects)
	}
	for _, o := range objects {
		t.insert(o)
	}
}

func (t *Table) insert(o term.Tuple) {
	key := t.Key(o)
	if t.Type == Set || t.Type == OrderedSet {
		t.index.put(key, []term.Tuple{o})
		return
	}
	var objects []term.Tuple
	if e := t.index.get(key); e != nil {
		objects = e.objects
	}
	if t.Type == Bag && slices.ContainsFunc(objects, func(other term.Tuple) bool { return term.Same(o, other) }) {
		return
	}
	t.index.put(key, append(objects[:len(objects):len(objects)], o))
}

// InsertNew adds objects if none of their keys is there, and reports whether
// it did.
func (t *Table) InsertNew(objects ...term.Tuple) bool {
	for _, o := range objects {
		if t.index.get(t.Key(o)) != nil {
			return false
		}
	}
	t.Insert(objects...)
	return true
}

// Lookup returns the objects with a key, oldest first. The slice must not be
// changed.
func (t *Table) Lookup(key term.Term) []term.Tuple {
	if e := t.index.get(key); e != nil {
		return e.objects
	}
	return nil
}

// Take removes and returns the objects with a key.
func (t *Table) Take(key term.Term) []term.Tuple {
	objects := t.Lookup(key)
	t.index.put(key, nil)
	return objects
}

// Clear removes all objects.
func (t *Table) Clear() { t.index.clear() }

// Remove removes an object, in a duplicate bag all that are the same.
func (t *Table) Remove(object term.Tuple) {
	if !t.Fits(object) {
		return
	}
	var kept []term.Tuple
	for _, o := range t.Lookup(t.Key(object)) {
		if !term.Same(o, object) {
			kept = append(kept, o)
		}
	}
	t.index.put(t.Key(object), kept)
}

// Objects returns all objects as select/2 does, in key order or, but for
// ordered sets, from the last slot to the first. The slice is the caller's.
func (t *Table) Objects() []term.Tuple {
	entries := t.index.entries()
	if t.Type != OrderedSet {
		slices.Reverse(entries)
	}
	var all []term.Tuple
	for _, e := range entries {
		all = append(all, e.objects...)
	}
	return all
}

// Walk returns all objects in the order of first/1 and next/2, as foldl/3 goes
// through them, or of last/1 and prev/2, as foldr/3. The slice is the caller's.
func (t *Table) Walk(backwards bool) []term.Tuple {
	entries := t.index.entries()
	if backwards && t.Type == OrderedSet {
		slices.Reverse(entries)
	}
	var all []term.Tuple
	for _, e := range entries {
		objects := e.objects
		if backwards {
			objects = slices.Clone(objects)
			slices.Reverse(objects)
		}
		all = append(all, objects...)
	}
	return all
}

// Slots returns the objects of each slot: one key has a slot in an ordered set.
func (t *Table) Slots() [][]term.Tuple {
	if x, ok := t.index.(*linear); ok {
		return x.bySlot()
	}
	slots := make([][]term.Tuple, 0, t.Len())
	for _, e := range t.index.entries() {
		slots = append(slots, e.objects)
	}
	return slots
}

// First and Last return the keys at the ends, and false if there are none.
func (t *Table) First() (term.Term, bool) { return keyOf(t.index.first()) }

// Last returns the last key.
func (t *Table) Last() (term.Term, bool) { return keyOf(t.index.last()) }

// Next returns the key behind another one, which must be there unless the
// table is an ordered set.
func (t *Table) Next(key term.Term) (term.Term, bool, error) {
	if err := t.there(key); err != nil {
		return nil, false, err
	}
	next, ok := keyOf(t.index.after(key))
	return next, ok, nil
}

// Previous returns the key before another one; see Next. In tables that are no
// ordered sets it is Next, as in OTP.
func (t *Table) Previous(key term.Term) (term.Term, bool, error) {
	if t.Type != OrderedSet {
		return t.Next(key)
	}
	previous, ok := keyOf(t.index.before(key))
	return previous, ok, nil
}

var errNoKey = &ArgumentError{2, "not a key that exists in the table", "badkey"}

func (t *Table) there(key term.Term) error {
	if t.Type != OrderedSet && t.index.get(key) == nil {
		return errNoKey
	}
	return nil
}

func keyOf(e *entry) (term.Term, bool) {
	if e == nil {
		return nil, false
	}
	return e.key, true
}

// LookupElement returns an element of the objects with a key, from position 1.
func (t *Table) LookupElement(key term.Term, position int) ([]term.Term, error) {
	objects := t.Lookup(key)
	if objects == nil {
		return nil, errNoKey
	}
	elements := make([]term.Term, len(objects))
	for i, o := range objects {
		if position > len(o) {
			return nil, &ArgumentError{3, "position is greater than the size of the object", ""}
		}
		elements[i] = o[position-1]
	}
	return elements, nil
}

// single returns the object of a set that is to be changed.
func (t *Table) single(key term.Term) (term.Tuple, error) {
	if t.Type != Set && t.Type != OrderedSet {
		return nil, errType
	}
	objects := t.Lookup(key)
	if len(objects) == 0 {
		return nil, errNoKey
	}
	return slices.Clone(objects[0]), nil
}

// Change is one change of an element: a new value, or an increment that may
// stop at a threshold, behind which the element becomes Reset.
type Change struct {
	Position int
	Value    term.Term // nil for an increment
	By       term.Term
	// Threshold and Reset are nil where there are none.
	Threshold, Reset term.Term
}

// UpdateElement changes elements of the object with a key and reports whether
// it is there.
func (t *Table) UpdateElement(key term.Term, changes ...Change) (bool, error) {
	object, err := t.single(key)
	switch {
	case err == error(errNoKey):
		return false, nil
	case err == error(errType):
		return false, &ArgumentError{3, "out of range", ""} // so OTP says
	case err != nil:
		return false, err
	}
	for _, c := range changes {
		switch {
		case c.Position < 1 || c.Position > len(object):
			return false, &ArgumentError{3, "out of range", ""}
		case c.Position == t.KeyPosition:
			return false, &ArgumentError{3, "the position is the same as the key position", ""}
		}
		object[c.Position-1] = c.Value
	}
	t.insert(object)
	return true, nil
}

// UpdateCounter adds to elements of the object with a key and returns their
// new values. If there is none, initial is inserted first, unless it is nil.
func (t *Table) UpdateCounter(key term.Term, initial term.Tuple, changes ...Change) ([]term.Term, error) {
	object, err := t.single(key)
	if err == error(errNoKey) && initial != nil {
		object = slices.Clone(initial)
		if !t.Fits(object) {
			return nil, &ArgumentError{4, "not a tuple that has a key", ""}
		}
		object[t.KeyPosition-1] = key
		err = nil
	}
	if err != nil {
		return nil, err
	}
	var values []term.Term
	for _, c := range changes {
		switch {
		case c.Position < 1 || c.Position > len(object):
			return nil, &ArgumentError{3, "the position in the update operation is out of range", ""}
		case c.Position == t.KeyPosition:
			return nil, &ArgumentError{3, "the position is the same as the key position", ""}
		case !term.IsInteger(object[c.Position-1]):
			return nil, &ArgumentError{3, "the value in the given position, in the object, is not an integer", ""}
		}
		object[c.Position-1] = c.apply(object[c.Position-1])
		values = append(values, object[c.Position-1])
	}
	t.insert(object)
	return values, nil
}

func (c Change) apply(old term.Term) term.Term {
	sum, _ := term.Add(old, c.By)
	if c.Threshold == nil {
		return sum
	}
	up := term.Compare(c.By, term.Int(0)) >= 0
	if up && term.Compare(sum, c.Threshold) > 0 || !up && term.Compare(sum, c.Threshold) < 0 {
		return c.Reset
	}
	return sum
}
