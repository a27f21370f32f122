package termtest

import (
	"math/big"

	"pgregory.net/rapid"

	"gex/runtime/term"
)

// Any draws terms of every kind, nested as deep as depth. Small values are
// frequent, so that equal ones meet.
func Any(depth int) *rapid.Generator[term.Term] {
	return rapid.Custom(func(t *rapid.T) term.Term {
		if depth == 0 || rapid.IntRange(0, 2).Draw(t, "nest") == 0 {
			return rapid.OneOf(words...).Draw(t, "word")
		}
		elements := rapid.SliceOfN(Any(depth-1), 0, 5).Draw(t, "elements")
		switch rapid.IntRange(0, 4).Draw(t, "container") {
		case 0:
			return term.Tuple(elements)
		case 1:
			return term.List(elements...)
		case 2:
			return term.ListWithTail(elements, rapid.OneOf(words...).Draw(t, "tail"))
		case 3:
			return term.NewMap(pairsOf(elements)...)
		default:
			return drawStruct(t, elements)
		}
	})
}

func pairsOf(elements []term.Term) []term.Pair {
	var pairs []term.Pair
	for i := 1; i < len(elements); i += 2 {
		pairs = append(pairs, term.Pair{Key: elements[i-1], Value: elements[i]})
	}
	return pairs
}

// drawStruct makes structs with fields that the standard library knows, often
// with too few of them or with wrong values.
func drawStruct(t *rapid.T, elements []term.Term) term.Term {
	modules := []string{
		"MapSet", "Range", "Regex", "Stream", "HashDict", "URI", "RuntimeError", "KeyError", "FunctionClauseError",
		"UndefinedFunctionError", "File.Error", "ExUnit.AssertionError", "BadArityError", "SyntaxError", "ErlangError", "Protocol.UndefinedError", "Foo",
	}
	fields := []string{
		"map", "root", "first", "last", "source", "opts", "enum", "funs", "message", "key", "term", "module",
		"function", "arity", "args", "clauses", "file", "line", "column", "snippet", "value", "protocol", "reason", "context", "expr", "left",
	}
	pairs := []term.Pair{{Key: term.Atom("__struct__"), Value: term.Alias(rapid.SampledFrom(modules).Draw(t, "module"))}}
	if rapid.Bool().Draw(t, "exception") {
		pairs = append(pairs, term.Pair{Key: term.Atom("__exception__"), Value: term.True})
	}
	for _, e := range elements {
		field := term.Atom(rapid.SampledFrom(fields).Draw(t, "field"))
		pairs = append(pairs, term.Pair{Key: field, Value: e})
	}
	return term.NewMap(pairs...)
}

var words = []*rapid.Generator[term.Term]{
	of(rapid.SampledFrom([]string{"a", "b", "nil", "true", "Elixir.Foo", "a b", "::", "é"}), func(s string) term.Term { return term.Atom(s) }),
	of(rapid.String(), func(s string) term.Term { return term.Atom(s) }),
	of(rapid.IntRange(-3, 3), func(i int) term.Term { return term.Int(i) }),
	of(rapid.Int64(), func(i int64) term.Term { return term.Int(i) }),
	of(rapid.Int64(), bigOf),
	of(rapid.IntRange(-3, 3), func(i int) term.Term { return term.Float(i) }),
	of(rapid.Float64Range(-1e300, 1e300), func(f float64) term.Term { return term.Float(f) }),
	of(rapid.String(), func(s string) term.Term { return term.Binary(s) }),
	of(rapid.SliceOfN(rapid.Byte(), 0, 5), func(b []byte) term.Term { return term.Binary(b) }),
	of(rapid.IntRange(0, 7), func(i int) term.Term { return &term.Bits{Bytes: "a" + string(rune(16*i)), Size: 12} }),
	of(rapid.StringN(0, 9, -1), term.Charlist),
	of(rapid.Uint32Range(0, 5), func(n uint32) term.Term { return PID(n) }),
	of(rapid.Uint64Range(0, 5), func(n uint64) term.Term { return term.Ref{ID: n} }),
	of(rapid.IntRange(0, 5), func(n int) term.Term {
		return &term.Fun{Module: "m", Name: "f", Arity: n, External: n%2 == 0, Index: n}
	}),
	of(rapid.IntRange(0, 5), nativeOf),
}

func of[V any](g *rapid.Generator[V], make func(V) term.Term) *rapid.Generator[term.Term] {
	return rapid.Custom(func(t *rapid.T) term.Term { return make(g.Draw(t, "value")) })
}

// PID returns the pid #PID<0.n.0> of no process.
func PID(n uint32) term.PID { return term.PID{Identity: &term.Identity{Number: n}} }

func bigOf(i int64) term.Term {
	return term.Integer(new(big.Int).Mul(big.NewInt(i), big.NewInt(1<<40)))
}

func nativeOf(n int) term.Term {
	fields := func() []term.Field { return []term.Field{{Name: "Count", Value: term.Int(n)}} }
	return &term.Native{Name: "Broadcast", Fields: fields, Value: n}
}
