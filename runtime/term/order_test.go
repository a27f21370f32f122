package term_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"gex/runtime/term"
	"gex/runtime/term/termtest"
)

// sign tells the letter of two terms as the recording script does.
func sign(a, b term.Term) byte {
	switch {
	case term.Same(a, b):
		return 'e'
	case term.Equal(a, b):
		return '='
	case term.Compare(a, b) < 0:
		return '<'
	}
	return '>'
}

func TestOrderRecorded(t *testing.T) {
	data, err := os.ReadFile("testdata/order.txt")
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(string(data)), "\n")
	list, err := termtest.Decode(lines[0])
	if err != nil {
		t.Fatal(err)
	}
	terms, _ := term.Slice(list)
	if len(terms) < 100 || len(lines) != len(terms)+1 {
		t.Fatalf("got %d terms and %d lines", len(terms), len(lines))
	}
	for i, a := range terms {
		for j, b := range terms {
			if got, want := sign(a, b), lines[i+1][j]; got != want {
				t.Errorf("%#v, %#v: got %c, want %c", a, b, got, want)
			}
		}
	}
}

func fun(f term.Fun) *term.Fun { return &f }

// Kinds that have no external format, and identities.
func TestOrderOfKinds(t *testing.T) {
	ordered := []term.Term{
		term.Int(1), term.Atom("a"), term.Ref{ID: 1}, term.Ref{ID: 2},
		fun(term.Fun{Module: "m", Index: 1}), fun(term.Fun{Module: "m", Index: 2}),
		fun(term.Fun{Module: "a", Name: "f", External: true}), fun(term.Fun{Module: "b", Name: "f", External: true}),
		&term.Native{Name: "Cat"},
		termtest.PID(1), termtest.PID(2), term.PID{Identity: &term.Identity{Number: 1, Serial: 1}},
		term.Tuple{}, term.Tuple{term.Int(9)}, term.Tuple{term.Int(1), term.Int(1)},
		term.NewMap(), native("Ant", 1), native("Bee", 1), native("Bee", 2), term.Empty, term.List(term.Int(1)), term.Binary(""),
	}
	for i, a := range ordered {
		for j, b := range ordered {
			want := byte('<')
			if i == j {
				want = 'e'
			} else if i > j {
				want = '>'
			}
			if got := sign(a, b); got != want {
				t.Errorf("%d, %d: got %c, want %c", i, j, got, want)
			}
		}
	}
}

func native(name string, count int) *term.Native {
	fields := func() []term.Field { return []term.Field{{Name: "Count", Value: term.Int(count)}} }
	return &term.Native{Name: name, Fields: fields, Value: count}
}

// Values whose content cannot be seen are equal only to themselves.
func TestIdentities(t *testing.T) {
	a, b := fun(term.Fun{Index: 42, Unique: 1}), fun(term.Fun{Index: 42, Unique: 1})
	if term.Equal(a, b) || term.Same(a, b) || !term.Same(a, a) {
		t.Error("two closures of one place are equal")
	}
	if term.Compare(a, b) != -term.Compare(b, a) {
		t.Error("closures have no order")
	}
	x, y := make(chan int), make(chan int)
	chanX, again, chanY := &term.Native{Name: "Chan", Value: x}, &term.Native{Name: "Chan", Value: x}, &term.Native{Name: "Chan", Value: y}
	if !term.Same(chanX, again) || term.Same(chanX, chanY) || term.Compare(chanX, chanY) != -term.Compare(chanY, chanX) {
		t.Error("channels are not equal by identity")
	}
	capture := fun(term.Fun{Module: "m", Name: "f", Arity: 1, External: true})
	if same := *capture; !term.Same(capture, &same) {
		t.Error("two captures of one function differ")
	}
	if !term.Same(term.PID{}, term.PID{}) || term.Same(term.PID{}, termtest.PID(1)) {
		t.Error("the pid of no process is not equal to itself only")
	}
	if !term.Same(native("Bee", 1), native("Bee", 1)) {
		t.Error("structs of equal content differ")
	}
}

// The order is total, and the three relations agree.
func TestOrderLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b, c := termtest.Any(2).Draw(t, "a"), termtest.Any(2).Draw(t, "b"), termtest.Any(2).Draw(t, "c")
		for name, compare := range map[string]func(a, b term.Term) int{"Compare": term.Compare, "CompareExact": term.CompareExact} {
			if compare(a, a) != 0 || compare(a, b) != -compare(b, a) {
				t.Fatalf("%s is not antisymmetric", name)
			}
			sorted := []term.Term{a, b, c}
			slices.SortFunc(sorted, compare)
			if compare(sorted[0], sorted[1]) > 0 || compare(sorted[1], sorted[2]) > 0 || compare(sorted[0], sorted[2]) > 0 {
				t.Fatalf("%s is not transitive", name)
			}
		}
		if term.Same(a, b) != (term.CompareExact(a, b) == 0) || term.Equal(a, b) != (term.Compare(a, b) == 0) {
			t.Fatal("equality and order disagree")
		}
		if term.Same(a, b) && !term.Equal(a, b) {
			t.Fatal("=== without ==")
		}
	})
}

func TestRefNumbers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := term.Ref{ID: rapid.Uint64().Draw(t, "id")}
		if got := term.RefOf(r.Numbers()); got != r {
			t.Fatalf("RefOf(Numbers(%v)) = %v", r, got)
		}
	})
}
