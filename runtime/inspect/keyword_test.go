package inspect_test

import (
	"testing"

	"gex/runtime/inspect"
	"gex/runtime/term"
)

func pair(key string, value term.Term) term.Pair { return term.Pair{Key: atom(key), Value: value} }

func TestWithKeyword(t *testing.T) {
	numbers := term.List(term.Int(97), term.Int(98), term.Int(99))
	tests := []struct {
		options term.Term
		in      term.Term
		want    string
	}{
		{term.Empty, numbers, "'abc'"},
		{term.Keyword(pair("charlists", atom("as_lists"))), numbers, "[97, 98, 99]"},
		{term.Keyword(pair("charlists", atom("as_lists")), pair("limit", term.Int(1))), numbers, "[97, ...]"},
		{term.Keyword(pair("charlists", atom("as_lists")), pair("limit", term.Int(0))), numbers, "[...]"},
		{term.Keyword(pair("limit", term.Int(1)), pair("limit", term.Int(2)), pair("charlists", atom("as_lists"))), numbers, "[97, ...]"},
		{term.Keyword(pair("limit", atom("infinity"))), numbers, "'abc'"},
		{term.Keyword(pair("base", atom("hex")), pair("charlists", atom("as_lists"))), numbers, "[0x61, 0x62, 0x63]"},
		{term.Keyword(pair("pretty", term.True), pair("width", term.Int(5)), pair("charlists", atom("as_lists"))), numbers, "[97,\n 98,\n 99]"},
		{term.Keyword(pair("binaries", atom("as_binaries"))), term.Binary("a"), "<<97>>"},
		{term.Keyword(pair("printable_limit", term.Int(1))), term.Binary("ab"), `"a" <> ...`},
		{term.Keyword(pair("structs", term.False)), structure("RuntimeError"), "%{__struct__: RuntimeError}"},
		{term.Keyword(pair("syntax_colors", term.Keyword(pair("atom", atom("cyan"))))), term.OK, "\x1b[36m:ok\x1b[0m"},
		{
			term.Keyword(pair("syntax_colors", term.Keyword(pair("number", atom("red")), pair("reset", term.List(atom("reset"), atom("yellow")))))),
			term.Int(1), "\x1b[31m1\x1b[0m\x1b[33m",
		},
		{term.Keyword(pair("syntax_colors", term.Empty)), term.OK, ":ok"},
		{term.Keyword(pair("limit", term.Int(-1)), pair("base", term.Int(3)), pair("width", term.OK), pair("unknown", term.OK)), numbers, "'abc'"},
		{term.OK, numbers, "'abc'"},
		{term.List(term.Int(1), term.Tuple{term.Int(1), term.Int(2)}), numbers, "'abc'"},
	}
	for _, test := range tests {
		if got := inspect.Inspect(test.in, inspect.Options{}.WithKeyword(test.options)); got != test.want {
			t.Errorf("inspect(%s, %s) = %q, want %q",
				inspect.Inspect(test.in, inspect.Options{}), inspect.Inspect(test.options, inspect.Options{}), got, test.want)
		}
	}
}
