package ets

import (
	"testing"

	"gex/runtime/term"
)

// TestHash compares with what erts_debug:get_internal_state({internal_hash, T})
// returns on OTP 25.
func TestHash(t *testing.T) {
	i := func(n int64) term.Term { return term.Int(n) }
	b := func(s string) term.Term { return term.Binary(s) }
	for _, test := range []struct {
		key  term.Term
		want uint32
	}{
		{i(0), 3620831944}, {i(1), 2441450838}, {i(-1), 559702020}, {i(1000), 3445452635},
		{term.Empty, 2464209347}, {term.Tuple{}, 904478834}, {term.Tuple{i(1), i(2)}, 240741374},
		{term.List(i(1)), 1762143407}, {term.List(i(1), i(2), i(3)), 2915507666},
		{term.List(i(1), i(2), i(3), i(4)), 3100121232}, {term.List(i(1), i(2), i(3), i(4), i(5)), 1903991905},
		{term.List(i(1000)), 2455861932}, {term.List(term.List(i(1))), 3087188736},
		{&term.Cons{Head: i(1), Tail: i(2)}, 813403020}, {term.Tuple{term.List(i(1)), i(2)}, 3944139011},
		{b(""), 3580844982}, {b("a"), 1526245209}, {b("abc"), 298319117}, {b("abcd"), 286346489},
		{b("abcdefghijklm"), 4051861057}, {b("abcdefghijklmnopqrstuvwxyz0123456789"), 1744331577},
		{term.Tuple{b("x"), i(1)}, 2819645736}, {term.Float(1.5), 1817557079}, {term.Float(0), 2778859731},
	} {
		if got := hashTerm(test.key, seed); got != test.want {
			t.Errorf("hash of %v = %d, want %d", test.key, got, test.want)
		}
	}
	for name, want := range map[term.Atom]uint32{"a": 97, "ab": 97<<4 + 98} {
		if got := hashKey(name); got != want {
			t.Errorf("hash of %v = %d, want %d", name, got, want)
		}
	}
}

// TestLinear goes through a table that has grown, in the order of OTP 25.
func TestLinear(t *testing.T) {
	x := &linear{}
	for k := range term.Int(1000) {
		x.put(k+1, []term.Tuple{{k + 1}})
	}
	want := []term.Int{752, 768, 712, 832, 729, 168, 23, 985, 849, 679, 461, 814, 728, 699, 140, 842, 952, 702, 314, 277}
	entries := x.entries()
	for i, key := range want {
		if got := entries[len(entries)-1-i].key; got != term.Term(key) {
			t.Fatalf("entry %d from the end is %v, want %v", i, got, key)
		}
	}
	for k := range term.Int(990) {
		x.put(k+1, nil)
	}
	want, entries = []term.Int{1000, 999, 997, 995, 998, 996, 991, 994, 993, 992}, x.entries()
	if len(entries) != len(want) || x.len() != len(want) {
		t.Fatalf("%d entries, len %d, want %d", len(entries), x.len(), len(want))
	}
	e := x.first()
	for i := len(want) - 1; i >= 0; i-- {
		if e.key != term.Term(want[i]) {
			t.Fatalf("going through meets %v, want %v", e.key, want[i])
		}
		e = x.after(e.key)
	}
	if e != nil || x.get(term.Int(5)) != nil || x.get(term.Int(995)) == nil {
		t.Error("a table keeps what was deleted, or not what is left")
	}
}
