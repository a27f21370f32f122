package otp

import "gex/runtime/term"

// Map is an immutable map of terms. Its zero value is the empty map, and
// methods that change something return a new one.
type Map struct {
	_   [0]func() // not comparable: == would compare identity, Equal compares content
	api *API
	m   *term.Map
}

// NewMap returns a map of the keys and values given in turn.
func NewMap(keysAndValues ...Term) Map {
	if len(keysAndValues)%2 != 0 {
		panic(badArgument("NewMap: a key without a value: %s", Inspect(keysAndValues[len(keysAndValues)-1])))
	}
	var m Map
	for i := 0; i < len(keysAndValues); i += 2 {
		m = m.Put(keysAndValues[i], keysAndValues[i+1])
	}
	return m
}

func (m Map) term() *term.Map {
	if m.m == nil {
		return term.NewMap()
	}
	return m.m
}

// Get returns the value of key, or nil, or the default if one is given.
func (m Map) Get(key Term, fallback ...Term) Term {
	if value, ok := m.Fetch(key); ok || len(fallback) == 0 {
		return value
	}
	return fallback[0]
}

// Fetch returns the value of key and whether there is one: {:ok, value} or
// :error in the notation.
func (m Map) Fetch(key Term) (Term, bool) {
	value, ok := m.term().Get(ToTerm(key))
	if !ok {
		return nil, false
	}
	return m.api.FromTerm(value), true
}

// HasKey reports whether the key is there.
func (m Map) HasKey(key Term) bool {
	_, ok := m.term().Get(ToTerm(key))
	return ok
}

// Put returns the map with key set to value.
func (m Map) Put(key, value Term) Map {
	return Map{api: m.api, m: m.term().Put(ToTerm(key), ToTerm(value))}
}

// Delete returns the map without key.
func (m Map) Delete(key Term) Map { return Map{api: m.api, m: m.term().Delete(ToTerm(key))} }

// Pop returns the value of key, nil if there is none, and the map without it.
func (m Map) Pop(key Term) (Term, Map) { return m.Get(key), m.Delete(key) }

// Len returns the number of keys.
func (m Map) Len() int { return m.term().Len() }

// Keys returns the keys in order.
func (m Map) Keys() []Term {
	keys := make([]Term, 0, m.Len())
	for _, p := range m.term().Pairs() {
		keys = append(keys, m.api.FromTerm(p.Key))
	}
	return keys
}

// Values returns the values in the order of their keys.
func (m Map) Values() []Term {
	values := make([]Term, 0, m.Len())
	for _, p := range m.term().Pairs() {
		values = append(values, m.api.FromTerm(p.Value))
	}
	return values
}

// String returns the map in Elixir's notation.
func (m Map) String() string { return Inspect(m) }
