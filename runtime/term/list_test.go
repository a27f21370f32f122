package term_test

import (
	"math/big"
	"slices"
	"testing"

	"gex/runtime/term"
)

func TestLists(t *testing.T) {
	one, two := term.Int(1), term.Int(2)
	list := term.List(one, two)
	if elements, ok := term.Slice(list); !ok || len(elements) != 2 || elements[1] != term.Term(two) {
		t.Errorf("Slice = %v, %v", elements, ok)
	}
	improper := term.ListWithTail([]term.Term{one}, two)
	if elements, ok := term.Slice(improper); ok || len(elements) != 1 {
		t.Errorf("Slice of an improper list = %v, %v", elements, ok)
	}
	if _, tail := term.SliceWithTail(improper); tail != term.Term(two) {
		t.Errorf("tail = %v", tail)
	}
	if elements, tail := term.SliceWithTail(one); elements != nil || tail != term.Term(one) {
		t.Errorf("SliceWithTail of no list = %v, %v", elements, tail)
	}
	if got := slices.Collect(term.Elements(list)); len(got) != 2 {
		t.Errorf("Elements = %v", got)
	}
	for range term.Elements(list) {
		break
	}
	if !term.IsList(term.Empty) || !term.IsList(list) || term.IsList(one) {
		t.Error("IsList")
	}
	if !term.Same(term.Charlist("aé"), term.List(term.Int('a'), term.Int('é'))) {
		t.Error("Charlist")
	}
}

func TestKeyword(t *testing.T) {
	list := term.Keyword(term.Pair{Key: term.Atom("a"), Value: term.Int(1)}, term.Pair{Key: term.Atom("a"), Value: term.Int(2)})
	mixed := &term.Cons{Head: term.Atom("bare"), Tail: &term.Cons{Head: term.Tuple{term.Tuple{}, term.Nil}, Tail: list}}
	for _, in := range []term.Term{list, mixed} {
		if v, ok := term.KeywordGet(in, "a"); !ok || v != term.Term(term.Int(1)) {
			t.Errorf("KeywordGet = %v, %v", v, ok)
		}
	}
	if _, ok := term.KeywordGet(term.OK, "a"); ok {
		t.Error("an atom has keys")
	}
}

func TestNames(t *testing.T) {
	tests := []struct {
		atom term.Atom
		name string
		ok   bool
	}{
		{"Elixir.KV.Registry", "KV.Registry", true},
		{"Elixir.kv", "kv", false},
		{"Elixir.", "", false},
		{"gen_event", "gen_event", false},
	}
	for _, test := range tests {
		if name, ok := test.atom.AliasName(); ok != test.ok || ok && name != test.name {
			t.Errorf("AliasName(%q) = %q, %v", test.atom, name, ok)
		}
	}
	if term.Alias("KV") != "Elixir.KV" {
		t.Error("Alias")
	}
}

func TestTag(t *testing.T) {
	pair := term.Tuple{term.OK, term.Int(1)}
	if term.Tag(pair, 2) != "ok" || term.Tag(pair, 3) != "" || term.Tag(term.OK, 1) != "" || term.Tag(term.Tuple{}, 0) != "" {
		t.Error("Tag")
	}
}

func TestIntegers(t *testing.T) {
	large := new(big.Int).Lsh(big.NewInt(1), 64)
	if _, ok := term.Integer(large).(*term.Big); !ok {
		t.Error("2^64 is no Big")
	}
	if got := term.Integer(big.NewInt(-5)); got != term.Term(term.Int(-5)) {
		t.Errorf("Integer(-5) = %v", got)
	}
	i, _ := term.BigInt(term.Integer(large))
	i.SetInt64(0)
	if large.Sign() == 0 {
		t.Error("BigInt gives away the integer of the term")
	}
	if !term.IsInteger(term.Int(0)) || term.IsInteger(term.Float(0)) {
		t.Error("IsInteger")
	}
	if !term.Truthy(term.Int(0)) || term.Truthy(term.Nil) || term.Truthy(term.Bool(false)) {
		t.Error("Truthy")
	}
}

func TestWrap(t *testing.T) {
	one, two := term.Int(1), term.Int(2)
	for _, tt := range []struct {
		of   term.Term
		want int
	}{
		{term.List(one, two), 2}, {term.Empty, 0}, {one, 1}, {&term.Cons{Head: one, Tail: two}, 1},
	} {
		if got := term.Wrap(tt.of); len(got) != tt.want {
			t.Errorf("Wrap(%v) = %v, want %d elements", tt.of, got, tt.want)
		}
	}
}
