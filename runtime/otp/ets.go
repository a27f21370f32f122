package otp

import (
	"gex/runtime/ets"
	"gex/runtime/term"
)

// ETSModule is the module ets: tables of tuples that belong to a process. A
// table is known by its name or by its reference.
type ETSModule struct{ api *API }

// ETS returns the module ets.
func (a *API) ETS() ETSModule { return ETSModule{a} }

// New makes a table that belongs to the caller. Options are "set",
// "ordered_set", "bag", "duplicate_bag", "public", "protected", "private" and
// "named_table".
func (m ETSModule) New(name Term, options ...string) Term {
	var o ets.Options
	for _, option := range options {
		switch atom := term.Atom(option); atom {
		case ets.Set, ets.OrderedSet, ets.Bag, ets.DuplicateBag:
			o.Type = atom
		case ets.Public, ets.Protected, ets.Private:
			o.Protection = atom
		case "named_table":
			o.Named = true
		default:
			panic(badArgument("%q is no option of a table", option))
		}
	}
	atom, ok := moduleTerm(name).(term.Atom)
	if !ok {
		panic(badArgument("%s is no name of a table", Inspect(name)))
	}
	t, err := ets.New(m.api.self(), atom, o)
	m.check(err)
	return m.api.FromTerm(t.Identifier())
}

// table returns a table that the caller may access so.
func (m ETSModule) table(table Term, access ets.Access) *ets.Table {
	t, err := ets.Find(m.api.self(), moduleTerm(table), access)
	m.check(err)
	return t
}

// check raises ArgumentError for what is wrong with an argument.
func (m ETSModule) check(err error) {
	if err != nil {
		panic(badArgument("%s", err))
	}
}

// Insert stores tuples; in a set they replace those with the same key.
func (m ETSModule) Insert(table Term, objects ...Tuple) {
	m.table(table, ets.Write).Insert(m.objects(objects)...)
}

// InsertNew is Insert if none of the keys is there, and reports whether it was.
func (m ETSModule) InsertNew(table Term, objects ...Tuple) bool {
	return m.table(table, ets.Write).InsertNew(m.objects(objects)...)
}

func (m ETSModule) objects(values []Tuple) []term.Tuple {
	objects := make([]term.Tuple, len(values))
	for i, v := range values {
		t, ok := ToTerm(v).(term.Tuple)
		if !ok || len(t) == 0 {
			panic(badArgument("%s is no object of a table", Inspect(v)))
		}
		objects[i] = t
	}
	return objects
}

func (m ETSModule) values(objects []term.Tuple) []Term {
	values := make([]Term, len(objects))
	for i, o := range objects {
		values[i] = m.api.FromTerm(o)
	}
	return values
}

// Lookup returns the objects with a key.
func (m ETSModule) Lookup(table, key Term) []Term {
	return m.values(m.table(table, ets.Read).Lookup(ToTerm(key)))
}

// Member reports whether there is an object with a key.
func (m ETSModule) Member(table, key Term) bool {
	return len(m.table(table, ets.Read).Lookup(ToTerm(key))) > 0
}

// Delete deletes the objects with a key.
func (m ETSModule) Delete(table, key Term) { m.table(table, ets.Write).Take(ToTerm(key)) }

// Take is Delete that returns the objects.
func (m ETSModule) Take(table, key Term) []Term {
	return m.values(m.table(table, ets.Write).Take(ToTerm(key)))
}

// DeleteTable deletes a table.
func (m ETSModule) DeleteTable(table Term) { m.table(table, ets.Write).Delete(m.api.node) }

// DeleteAllObjects deletes all objects.
func (m ETSModule) DeleteAllObjects(table Term) { m.table(table, ets.Write).Clear() }

// Tab2List returns all objects.
func (m ETSModule) Tab2List(table Term) []Term { return m.values(m.table(table, ets.Read).Objects()) }

// Size returns the number of objects.
func (m ETSModule) Size(table Term) int { return m.table(table, ets.Look).Len() }

// First returns the first key, and false if there is none.
func (m ETSModule) First(table Term) (Term, bool) { return m.key(m.table(table, ets.Read).First()) }

// Last returns the last key, and false if there is none.
func (m ETSModule) Last(table Term) (Term, bool) { return m.key(m.table(table, ets.Read).Last()) }

// Next returns the key behind another one, and false at the end.
func (m ETSModule) Next(table, key Term) (Term, bool) {
	next, ok, err := m.table(table, ets.Read).Next(ToTerm(key))
	m.check(err)
	return m.key(next, ok)
}

// Prev returns the key before another one, and false at the start.
func (m ETSModule) Prev(table, key Term) (Term, bool) {
	previous, ok, err := m.table(table, ets.Read).Previous(ToTerm(key))
	m.check(err)
	return m.key(previous, ok)
}

func (m ETSModule) key(key term.Term, ok bool) (Term, bool) {
	if !ok {
		return nil, false
	}
	return m.api.FromTerm(key), true
}

// UpdateCounter adds to the element behind the key and returns its new value.
// An object with the key and start is inserted first if there is none.
func (m ETSModule) UpdateCounter(table, key Term, by int, start ...int) int {
	t := m.table(table, ets.Write)
	var initial term.Tuple
	if len(start) > 0 {
		initial = term.Tuple{ToTerm(key), term.Int(start[0])}
	}
	values, err := t.UpdateCounter(ToTerm(key), initial, ets.Change{Position: t.KeyPosition + 1, By: term.Int(by)})
	m.check(err)
	n, _ := values[0].(term.Int)
	return int(n)
}

// UpdateElement replaces an element of an object, counted from 1, and reports
// whether the object is there.
func (m ETSModule) UpdateElement(table, key Term, position int, value Term) bool {
	there, err := m.table(table, ets.Write).UpdateElement(ToTerm(key), ets.Change{Position: position, Value: ToTerm(value)})
	m.check(err)
	return there
}

// Match returns what the variables :"$1", :"$2" of a pattern are in each object
// that matches.
func (m ETSModule) Match(table, pattern Term) []Term {
	return m.api.fromTerms(m.table(table, ets.Read).Match(ToTerm(pattern)))
}

// MatchObject returns the objects that match a pattern.
func (m ETSModule) MatchObject(table, pattern Term) []Term {
	return m.api.fromTerms(m.table(table, ets.Read).MatchObject(ToTerm(pattern)))
}

// Select returns what a match specification makes of the objects.
func (m ETSModule) Select(table, spec Term) []Term {
	s, ok := ets.ParseSpec(m.api.self(), ToTerm(spec))
	if !ok {
		panic(badArgument("%s is no match specification", Inspect(spec)))
	}
	return m.api.fromTerms(m.table(table, ets.Read).Select(s))
}

// SetHeir makes a process the owner when the caller, who is the owner, ends. It
// is told by {:"ETS-TRANSFER", table, from, data}.
func (m ETSModule) SetHeir(table Term, heir PID, data Term) {
	m.table(table, ets.Write).SetHeir(m.api.self(), heir.pid, ToTerm(data))
}

// GiveAway makes another process the owner at once.
func (m ETSModule) GiveAway(table Term, to PID, gift Term) {
	m.check(m.table(table, ets.Write).GiveAway(m.api.self(), to.pid, ToTerm(gift)))
}
