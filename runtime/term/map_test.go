package term_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"gex/runtime/term"
	"gex/runtime/term/termtest"
)

// model is a map as a slice of pairs in no order.
type model []term.Pair

func (m model) index(key term.Term) int {
	return slices.IndexFunc(m, func(p term.Pair) bool { return term.Same(p.Key, key) })
}

func (m model) put(key, value term.Term) model {
	m = slices.Clone(m)
	if i := m.index(key); i >= 0 {
		m[i].Value = value
		return m
	}
	return append(m, term.Pair{Key: key, Value: value})
}

func (m model) delete(key term.Term) model {
	return slices.DeleteFunc(slices.Clone(m), func(p term.Pair) bool { return term.Same(p.Key, key) })
}

// checkMap compares a map with its model in all that can be seen.
func checkMap(t *rapid.T, m *term.Map, want model) {
	t.Helper()
	if m.Len() != len(want) {
		t.Fatalf("got %d pairs, want %d", m.Len(), len(want))
	}
	pairs := m.Sorted()
	if len(pairs) != len(want) || len(m.Pairs()) != len(want) {
		t.Fatalf("got %d pairs of a map of %d", len(pairs), len(want))
	}
	for _, p := range m.Pairs() { // of more than 32, in the order of their hashes
		if v, ok := m.Get(p.Key); !ok || !term.Same(v, p.Value) {
			t.Fatalf("pair %v is wrong", p)
		}
	}
	for i, p := range pairs {
		if i > 0 && term.CompareExact(pairs[i-1].Key, p.Key) >= 0 {
			t.Fatalf("pair %d is out of order", i)
		}
		j := want.index(p.Key)
		if j < 0 || !term.Same(want[j].Value, p.Value) {
			t.Fatalf("pair %d is wrong", i)
		}
		if value, ok := m.Get(p.Key); !ok || !term.Same(value, p.Value) {
			t.Fatalf("pair %d cannot be found", i)
		}
	}
	if !m.Balanced() {
		t.Fatal("the tree is not balanced")
	}
}

func TestMapAgainstModel(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		keys := rapid.OneOf(
			rapid.Map(rapid.IntRange(0, 100), func(i int) term.Term { return term.Int(i) }),
			rapid.Map(rapid.IntRange(0, 50), func(i int) term.Term { return term.Float(i) }),
			rapid.Map(rapid.StringMatching("[a-z]{1,2}"), func(s string) term.Term { return term.Atom(s) }),
			termtest.Any(1),
		)
		m, want := term.NewMap(), model(nil)
		for range rapid.IntRange(0, 200).Draw(t, "steps") {
			before, wantBefore := m, want
			key := keys.Draw(t, "key")
			switch rapid.IntRange(0, 3).Draw(t, "step") {
			case 0:
				if len(want) > 0 {
					key = want[rapid.IntRange(0, len(want)-1).Draw(t, "which")].Key
				}
				m, want = m.Delete(key), want.delete(key)
			default:
				value := term.Int(rapid.IntRange(0, 9).Draw(t, "value"))
				m, want = m.Put(key, value), want.put(key, value)
			}
			if _, ok := m.Get(key); ok != (want.index(key) >= 0) {
				t.Fatal("presence is wrong")
			}
			if before.Len() != len(wantBefore) {
				t.Fatal("the old map has changed")
			}
		}
		checkMap(t, m, want)
		if rebuilt := term.NewMap(slices.Clone(want)...); !term.Same(rebuilt, m) || term.CompareExact(rebuilt, m) != 0 {
			t.Fatal("a map built at once differs from one built by steps")
		}
	})
}

// What a map was before does not change, whatever is done to its successors.
func TestMapIsImmutable(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m, want := term.NewMap(), model(nil)
		for i := range rapid.IntRange(0, 70).Draw(t, "size") {
			m, want = m.Put(term.Int(i*7%71), term.Int(i)), want.put(term.Int(i*7%71), term.Int(i))
		}
		for range rapid.IntRange(0, 20).Draw(t, "changes") {
			key := term.Int(rapid.IntRange(0, 80).Draw(t, "key"))
			m.Put(key, term.OK).Delete(key).Delete(term.Int(0)).Put(term.Int(-1), term.OK)
			m.Delete(key).Put(key, term.Nil)
		}
		checkMap(t, m, want)
	})
}

func TestNewMapLastWins(t *testing.T) {
	m := term.NewMap(
		term.Pair{Key: term.Int(1), Value: term.Atom("first")},
		term.Pair{Key: term.Float(1), Value: term.Atom("float")},
		term.Pair{Key: term.Int(1), Value: term.Atom("last")},
	)
	if v, _ := m.Get(term.Int(1)); m.Len() != 2 || v != term.Term(term.Atom("last")) {
		t.Errorf("got %d pairs, %v", m.Len(), v)
	}
}

func BenchmarkMap(b *testing.B) {
	for name, size := range map[string]int{"3": 3, "30": 30, "1000": 1000} {
		m := term.NewMap()
		for i := range size {
			m = m.Put(term.Int(i), term.OK)
		}
		b.Run("Get/"+name, func(b *testing.B) {
			for b.Loop() {
				m.Get(term.Int(size / 2))
			}
		})
		b.Run("Put/"+name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				m.Put(term.Int(size/2), term.Nil)
			}
		})
	}
}
