package term_test

import (
	"runtime"
	"testing"

	"gex/runtime/term"
)

func TestTuplesInOnePiece(t *testing.T) {
	a, b, c := term.Atom("a"), term.Int(1000), term.Binary("c")
	for _, test := range []struct {
		got  term.Term
		want term.Tuple
	}{
		{term.Tuple2(a, b), term.Tuple{a, b}},
		{term.Tuple3(a, b, c), term.Tuple{a, b, c}},
		{term.TupleAt(&term.Tuple{c}), term.Tuple{c}},
	} {
		runtime.GC() // must see that the elements are in use
		if got, ok := test.got.(term.Tuple); !ok || !term.Same(got, test.want) {
			t.Errorf("got %v, want %v", test.got, test.want)
		}
	}
	if r := term.RefAt(&term.Ref{ID: 7}); r != term.Term(term.Ref{ID: 7}) {
		t.Errorf("RefAt = %v", r)
	}
}

func TestTuplesTakeOneAllocation(t *testing.T) {
	var kept term.Term
	if n := testing.AllocsPerRun(100, func() { kept = term.Tuple2(term.OK, term.Nil) }); n != 1 {
		t.Errorf("Tuple2 allocates %v times", n)
	}
	if n := testing.AllocsPerRun(100, func() { kept = term.Tuple3(term.OK, kept, term.Nil) }); n != 1 {
		t.Errorf("Tuple3 allocates %v times", n)
	}
}
