package term

import (
	"math/big"
	"slices"
	"testing"
)

// The numbers are those of erlang:phash2(Term, 1 bsl 32) of OTP 25; more of them
// are in testdata/elixir/hashes.txt.
func TestPortableHash(t *testing.T) {
	for _, test := range []struct {
		term Term
		want uint32
	}{
		{Atom("ok"), 1883}, {Int(-1), 1117813597}, {Int(134217728), 2562491755}, {Int(-134217729), 1418916782},
		{&Big{new(big.Int).Lsh(big.NewInt(1), 200)}, 2573322433}, {Float(0.1), 1590633087}, {Binary("hello world, long"), 969853995},
		{Empty, 3468870702}, {List(Int(1)), 2768963718}, {&Cons{Int(1), Int(2)}, 3844221178}, {Tuple{Int(1), Binary("x")}, 2689756898},
		{NewMap(Pair{Int(1), Int(2)}, Pair{Int(3), Int(4)}), 3188238634}, {&Bits{Bytes: "\x20", Size: 3}, 3965351140},
	} {
		if got, known := PortableHash(test.term); got != test.want || !known {
			t.Errorf("PortableHash(%v) = %d, %v, want %d", test.term, got, known, test.want)
		}
	}
	if _, known := PortableHash(Tuple{Ref{1}}); known {
		t.Error("the hash of a reference is said to be known outside of its node")
	}
}

// TestNodeHash compares with what erts_debug:get_internal_state({internal_hash, T})
// returns on OTP 25.
func TestNodeHash(t *testing.T) {
	i := func(n int64) Term { return Int(n) }
	b := func(s string) Term { return Binary(s) }
	for _, test := range []struct {
		key  Term
		want uint32
	}{
		{i(0), 3620831944}, {i(1), 2441450838}, {i(-1), 559702020}, {i(1000), 3445452635},
		{Empty, 2464209347}, {Tuple{}, 904478834}, {Tuple{i(1), i(2)}, 240741374},
		{List(i(1)), 1762143407}, {List(i(1), i(2), i(3)), 2915507666},
		{List(i(1), i(2), i(3), i(4)), 3100121232}, {List(i(1), i(2), i(3), i(4), i(5)), 1903991905},
		{List(i(1000)), 2455861932}, {List(List(i(1))), 3087188736},
		{&Cons{Head: i(1), Tail: i(2)}, 813403020}, {Tuple{List(i(1)), i(2)}, 3944139011},
		{b(""), 3580844982}, {b("a"), 1526245209}, {b("abc"), 298319117}, {b("abcd"), 286346489},
		{b("abcdefghijklm"), 4051861057}, {b("abcdefghijklmnopqrstuvwxyz0123456789"), 1744331577},
		{Tuple{b("x"), i(1)}, 2819645736}, {Float(1.5), 1817557079}, {Float(0), 2778859731},
	} {
		if got := NodeHash(test.key); got != test.want {
			t.Errorf("hash of %v = %d, want %d", test.key, got, test.want)
		}
	}
}

// The order is that of maps:iterator/1 in OTP 25; more is in
// testdata/elixir/large_maps.txt.
func TestLargeMapOrder(t *testing.T) {
	m := &Map{}
	for i := range 33 {
		m = m.Put(Int(i), Empty)
	}
	want := []int{16, 18, 5, 19, 27, 10, 24, 4, 21, 22, 17, 3, 8, 1, 7, 2, 14, 15, 20, 13, 0, 6, 28, 25, 32, 9, 11, 31, 26, 30, 29, 23, 12}
	keys := func(pairs []Pair) (keys []int) {
		for _, p := range pairs {
			keys = append(keys, int(p.Key.(Int)))
		}
		return keys
	}
	if got := keys(m.Pairs()); !slices.Equal(got, want) {
		t.Errorf("Pairs() = %v, want %v", got, want)
	}
	slices.Reverse(want)
	if got := keys(m.Listed()); !slices.Equal(got, want) {
		t.Errorf("Listed() = %v, want %v", got, want)
	}
	slices.Sort(want)
	if got := keys(m.Sorted()); !slices.Equal(got, want) {
		t.Errorf("Sorted() = %v, want %v", got, want)
	}
	if got := keys(m.Delete(Int(7)).Pairs()); !slices.IsSorted(got) || len(got) != SmallMap {
		t.Errorf("without a key: Pairs() = %v, want 32 keys in order", got)
	}
}

// Keys whose places are the same are told apart.
func TestPlacesThatAreTheSame(t *testing.T) {
	fun := func(unique int) Term { return &Native{Name: "N", Value: unique} }
	a, b := place(fun(1)), place(fun(2))
	if a.order != b.order || a.compare(b) == 0 || a.compare(b) != -b.compare(a) || a.compare(a) != 0 {
		t.Errorf("compare = %d and %d, want opposite signs", a.compare(b), b.compare(a))
	}
}
