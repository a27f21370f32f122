package inspect_test

import (
	"fmt"
	"math/big"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"gex/runtime/inspect"
	"gex/runtime/term"
	"gex/runtime/term/termtest"
)

func atom(name string) term.Term { return term.Atom(name) }

func pid(n uint32) term.Term { return termtest.PID(n) }

func structure(module string, fields ...term.Pair) term.Term {
	return term.NewMap(append(fields, term.Pair{Key: atom("__struct__"), Value: term.Alias(module)})...)
}

func rangeOf(first, last, step int) term.Term {
	return structure("Range", term.Pair{Key: atom("first"), Value: term.Int(first)},
		term.Pair{Key: atom("last"), Value: term.Int(last)}, term.Pair{Key: atom("step"), Value: term.Int(step)})
}

// What no recording can hold: identities, functions, Go values.
func TestInspect(t *testing.T) {
	fields := func() []term.Field {
		return []term.Field{{Name: "Topic", Value: term.Binary("a")}, {Name: "Count", Value: term.Int(2)}}
	}
	dict := term.NewMap(term.Pair{Key: term.Int(1), Value: term.Int(2)})
	tests := []struct {
		in   term.Term
		want string
	}{
		{pid(108), "#PID<0.108.0>"},
		{term.PID{}, "#PID<0.0.0>"},
		{term.RefOf([3]uint32{1, 2, 3}), "#Reference<0.1.2.3>"},
		{&term.Fun{Arity: 1, Index: 42, Unique: 3316493, Place: ":erl_eval.expr/6"}, "#Function<42.3316493/1 in :erl_eval.expr/6>"},
		{&term.Fun{Arity: 2, Index: 1, Unique: 7}, "#Function<1.7/2>"},
		{&term.Fun{Module: term.Alias("Enum"), Name: "map", Arity: 2, External: true}, "&Enum.map/2"},
		{&term.Native{Name: "Broadcast", Fields: fields}, `%Broadcast{Topic: "a", Count: 2}`},
		{&term.Native{Name: "Chan"}, "#Chan<>"},
		{&term.Native{Name: "None", Fields: func() []term.Field { return nil }}, "%None{}"},
		{&term.Big{V: new(big.Int).Lsh(big.NewInt(1), 100)}, "1267650600228229401496703205376"},
		{structure("HashDict", term.Pair{Key: atom("root"), Value: dict}), "#HashDict<[{1, 2}]>"},
		{structure("HashSet", term.Pair{Key: atom("root"), Value: dict}), "#HashSet<[1]>"},
		{structure("MapSet", term.Pair{Key: atom("map"), Value: term.Int(1)}), "%{__struct__: MapSet, map: 1}"},
		{structure("Regex"), "%{__struct__: Regex}"},
		{structure("Stream"), "%{__struct__: Stream}"},
		{structure("Range"), "%{__struct__: Range}"},
		{rangeOf(1, 5, 1), "1..5"},
		{rangeOf(1, 1, 1), "1..1"},
		{rangeOf(0, -1, 1), "0..-1//1"},
		{rangeOf(5, 1, -2), "5..1//-2"},
		{term.Tuple{term.OK, pid(1)}, "{:ok, #PID<0.1.0>}"},
	}
	for _, test := range tests {
		if got := inspect.Inspect(test.in, inspect.Options{Pretty: true}); got != test.want {
			t.Errorf("Inspect(%#v) = %s, want %s", test.in, got, test.want)
		}
	}
}

func TestAtomSpellings(t *testing.T) {
	tests := []struct{ atom, literal, key, call string }{
		{"ok", ":ok", "ok:", "ok"},
		{"nil", "nil", "nil:", "nil"},
		{"Foo", ":Foo", "Foo:", `"Foo"`},
		{"a@b", ":a@b", "a@b:", `"a@b"`},
		{"Elixir.Foo", "Foo", `"Elixir.Foo":`, `"Elixir.Foo"`},
		{"+", ":+", "+:", "+"},
		{"::", `:"::"`, `"::":`, "::"},
		{"..", ":..", "..:", `".."`},
		{"a b", `:"a b"`, `"a b":`, `"a b"`},
		{"alive?", ":alive?", "alive?:", "alive?"},
		{"é", ":é", "é:", "é"},
		{"É", ":É", "É:", `"É"`},
		{"", `:""`, `"":`, `""`},
		{"?", `:"?"`, `"?":`, `"?"`},
	}
	for _, test := range tests {
		a := term.Atom(test.atom)
		if got := inspect.AtomText(a); got != test.literal {
			t.Errorf("AtomText(%q) = %s, want %s", test.atom, got, test.literal)
		}
		if got := inspect.KeyText(a); got != test.key {
			t.Errorf("KeyText(%q) = %s, want %s", test.atom, got, test.key)
		}
		if got := inspect.CallText(a); got != test.call {
			t.Errorf("CallText(%q) = %s, want %s", test.atom, got, test.call)
		}
	}
}

// The text of a term does not depend on the width but for the white space,
// and colours are all that Colors adds.
func TestAnyTerm(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		value := termtest.Any(3).Draw(t, "term")
		o := inspect.Options{
			Width: rapid.IntRange(1, 90).Draw(t, "width"),
			Limit: rapid.IntRange(-1, 60).Draw(t, "limit"),
		}
		flat := inspect.Inspect(value, o)
		o.Pretty = true
		pretty := inspect.Inspect(value, o)
		if squeeze(flat) != squeeze(pretty) {
			t.Fatalf("flat:\n%s\npretty:\n%s", flat, pretty)
		}
		o.Colors = inspect.IEx()
		if got := uncolor(inspect.Inspect(value, o)); got != uncolor(pretty) {
			t.Fatalf("got coloured:\n%s\nwant:\n%s", got, pretty)
		}
		inspect.Erlang(value)
	})
}

func squeeze(text string) string { return strings.Join(strings.Fields(text), "") }

func uncolor(text string) string {
	for _, code := range []string{"0", "32", "33", "35", "36", "39"} {
		text = strings.ReplaceAll(text, "\x1b["+code+"m", "")
	}
	return text
}

func FuzzInspect(f *testing.F) {
	f.Fuzz(rapid.MakeFuzz(func(t *rapid.T) {
		inspect.Inspect(termtest.Any(4).Draw(t, "term"), inspect.Options{Pretty: true, Width: 20})
	}))
}

func TestDeepTerm(t *testing.T) {
	value := term.Empty
	for range 10_000 {
		value = term.List(value)
	}
	text := inspect.Inspect(value, inspect.Options{Limit: -1})
	if want := strings.Repeat("[", 10_001) + strings.Repeat("]", 10_001); text != want {
		t.Errorf("got %d bytes, want %d", len(text), len(want))
	}
}

func ExampleInspect() {
	state := term.Tuple{term.OK, term.List(term.Int(1), term.Binary("two"), term.Atom("three"))}
	fmt.Println(inspect.Inspect(state, inspect.Options{}))
	fmt.Println(inspect.Inspect(state, inspect.Options{Pretty: true, Width: 12}))
	// Output:
	// {:ok, [1, "two", :three]}
	// {:ok,
	//  [1, "two",
	//   :three]}
}

func BenchmarkInspect(b *testing.B) {
	var numbers []term.Term
	for i := range 50 {
		numbers = append(numbers, term.Int(i))
	}
	for name, value := range map[string]term.Term{
		"ok pid":  term.Tuple{term.OK, pid(108)},
		"list":    term.List(numbers...),
		"keyword": term.List(term.Tuple{atom("a"), term.Int(1)}, term.Tuple{atom("b"), term.Binary("two")}),
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				inspect.Inspect(value, inspect.Options{Pretty: true})
			}
		})
	}
}
