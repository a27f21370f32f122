package interp_test

import (
	"context"
	"math"
	"math/big"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"gex/interp"
	"gex/runtime/inspect"
	"gex/runtime/term"
)

// texts draws texts. Elixir prints the characters that change the direction of
// writing as they are, and refuses to read them.
func texts() *rapid.Generator[string] {
	return rapid.StringOf(rapid.Rune().Filter(func(r rune) bool {
		return !(r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069)
	}))
}

// names draws texts of atoms, in scripts whose letters gex and Elixir agree
// on: the rarer ones need tables that Go's library does not have.
func names() *rapid.Generator[string] {
	return rapid.StringOf(rapid.RuneFrom([]rune("a_0?! \"\\#{@:"), asciiTable, unicode.Greek, unicode.Cyrillic).Filter(func(r rune) bool {
		return r < 0x80 || unicode.IsLower(r) && unicode.IsLetter(r) && r < 0x0600
	}))
}

var asciiTable = &unicode.RangeTable{R16: []unicode.Range16{{Lo: 0, Hi: 0x7f, Stride: 1}}}

// literal draws a term that has a literal.
func literal(depth int) *rapid.Generator[term.Term] {
	leaves := []*rapid.Generator[term.Term]{
		rapid.Map(names(), func(s string) term.Term { return term.Atom(s) }),
		rapid.Map(rapid.StringMatching(`(Elixir\.)?[A-Z][a-z]*(\.[A-Z][a-z]*)?`), func(s string) term.Term { return term.Atom(s) }),
		rapid.Map(rapid.Int64(), func(i int64) term.Term { return term.Int(i) }),
		rapid.Map(rapid.SliceOfN(rapid.Byte(), 9, 20), func(b []byte) term.Term { return term.Integer(new(big.Int).SetBytes(b)) }),
		rapid.Map(rapid.Float64().Filter(func(f float64) bool { return !math.IsNaN(f) && !math.IsInf(f, 0) }),
			func(f float64) term.Term { return term.Float(f) }),
		rapid.Map(texts(), func(s string) term.Term { return term.Binary(s) }),
		rapid.Map(rapid.SliceOf(rapid.Byte()), func(b []byte) term.Term { return term.Binary(b) }),
		rapid.Map(texts(), func(s string) term.Term { return term.Charlist(s) }),
		rapid.Just[term.Term](&term.Bits{Bytes: "\xa0", Size: 3}),
	}
	if depth == 0 {
		return rapid.OneOf(leaves...)
	}
	many := rapid.SliceOfN(literal(depth-1), 0, 4)
	return rapid.OneOf(append(leaves,
		rapid.Map(many, func(e []term.Term) term.Term { return term.Tuple(e) }),
		rapid.Map(many, func(e []term.Term) term.Term { return term.List(e...) }),
		rapid.Map(many, func(e []term.Term) term.Term { return term.ListWithTail(append(e, term.Int(1)), term.Int(2)) }),
		rapid.Map(many, func(e []term.Term) term.Term {
			var pairs []term.Pair
			for i := 0; i+1 < len(e); i += 2 {
				if e[i] != term.Term(term.Atom("__struct__")) {
					pairs = append(pairs, term.Pair{Key: e[i], Value: e[i+1]})
				}
			}
			return term.NewMap(pairs...)
		}),
		rapid.Map(many, func(e []term.Term) term.Term {
			var pairs []term.Pair
			for _, value := range e {
				pairs = append(pairs, term.Pair{Key: term.Atom("key"), Value: value})
			}
			return term.Keyword(pairs...)
		}))...)
}

// FuzzRoundTrip proves that what a term is printed as, typed at the prompt, is
// the term again.
func FuzzRoundTrip(f *testing.F) {
	failure := ""
	s := interp.New(interp.Options{Virtual: true, Output: func(o interp.Output) {
		if o.Kind == interp.Failure {
			failure = o.Text
		}
	}})
	f.Cleanup(s.Close)
	f.Fuzz(rapid.MakeFuzz(func(t *rapid.T) {
		want := literal(3).Draw(t, "term")
		for _, o := range []inspect.Options{
			{Limit: -1, PrintableLimit: -1},
			{Limit: -1, PrintableLimit: -1, Pretty: true, Width: 20},
		} {
			text := inspect.Inspect(want, o)
			failure = ""
			got := s.Eval(context.Background(), "( "+text+" )\n")
			if !got.OK || !term.Same(got.Value, want) {
				t.Fatalf("%s\nis read as %s%s", text, inspect.Inspect(got.Value, o), failure)
			}
		}
	}))
}
