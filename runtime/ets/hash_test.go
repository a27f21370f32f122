package ets

import (
	"testing"

	"gex/runtime/term"
)

// The key of an atom is placed by the hash of its text.
func TestHashOfAtoms(t *testing.T) {
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
