package term

import "testing"

// A Go struct is the map that the struct of its name would be: for equality, for
// the order and as a key, whichever of them is asked for.
func TestNativeIsMap(t *testing.T) {
	native := func(name string, n int) *Native {
		return &Native{Name: name, Value: n, Fields: func() []Field { return []Field{{"n", Int(n)}, {"to", Atom("a")}} }}
	}
	plain := func(name Term, n int) *Map {
		return NewMap(Pair{Atom("__struct__"), name}, Pair{Atom("n"), Int(n)}, Pair{Atom("to"), Atom("a")})
	}
	event := native("KV.Event", 1)
	for _, same := range [][2]Term{
		{event, native("KV.Event", 1)},
		{event, plain(Alias("KV.Event"), 1)},
		{native("event", 1), plain(Atom("event"), 1)},
		{List(event), List(plain(Alias("KV.Event"), 1))},
	} {
		a, b := same[0], same[1]
		if !Same(a, b) || !Same(b, a) || !Equal(a, b) || Compare(a, b) != 0 {
			t.Errorf("%v and %v differ", a, b)
		}
		if value, ok := NewMap(Pair{a, Atom("found")}).Get(b); !ok || value != Term(Atom("found")) {
			t.Errorf("%v is not found as %v", a, b)
		}
		if a, b := NodeHash(a), NodeHash(b); a != b {
			t.Errorf("hashes are %d and %d", a, b)
		}
	}
	for _, other := range []Term{native("KV.Event", 2), native("Event", 1), plain(Alias("KV.Event"), 2), NewMap(), &Native{Name: "KV.Event"}} {
		if Same(event, other) || Compare(event, other) != -Compare(other, event) {
			t.Errorf("%v and %v are the same, or not in an order", event, other)
		}
	}
	if _, ok := AsMap(&Native{Name: "chan int"}); ok {
		t.Error("a Go value without fields is a map")
	}
}
