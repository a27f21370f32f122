package interp_test

import (
	"strings"
	"testing"
)

// TestTooLarge types what no machine could hold; the shell must refuse it and
// go on.
func TestTooLarge(t *testing.T) {
	for _, input := range []string{
		`String.duplicate("ab", 10_000_000_000)`,
		`String.duplicate("abc", 1_000_000_000_000_000)`,
		`:binary.copy("abc", 1_000_000_000_000)`,
		`String.pad_leading("a", 100_000_000_000)`,
		`List.duplicate(:a, 100_000_000_000)`,
		`Tuple.duplicate(:a, 100_000_000_000)`,
		`:lists.seq(1, 100_000_000_000)`,
		`Enum.to_list(1..100_000_000_000)`,
		`f = fn f, n -> f.(f, n * n) end; f.(f, 2)`,
		`Macro.to_string(Enum.reduce(1..100_000, 1, fn _, a -> {:f, [], [a]} end))`,
		`n = 2 ** 16_000_000; Enum.reduce(1..10, n, fn _, n -> n * n end)`,
	} {
		out := corpusSession{{text: input, key: input}, {text: "1 + 1", key: input}}.run(t)
		if !strings.Contains(out[0], "SystemLimitError") || out[1] != "2\n" {
			t.Errorf("%s: got %q", input, out)
		}
	}
}

// TestNested types brackets, functions and operators inside of each other, 64
// KiB of them; the answer must be an error or a value, not silence or a crash.
func TestNested(t *testing.T) {
	const size = 64 << 10
	for _, c := range []struct{ open, middle, close string }{
		{"[", "", "]"}, {"{", "", "}"}, {"(", "1", ")"}, {"fn -> ", "1", " end"}, {"%{a: ", "1", "}"}, {"<<", "", ">>"},
		{`"#{`, "1", `}"`}, {"-", "1", ""}, {"!", "1", ""}, {"not ", "true", ""}, {"^", "x", ""}, {"&", "1", ""}, {"@", "a", ""},
		{"f ", "1", ""}, {"f(", "1", ")"}, {"a.", "b", ""}, {"1 + ", "1", ""}, {"[1 | ", "[]", "]"}, {"if true do ", "1", " end "},
		{"case 1 do _ -> ", "1", " end "}, {"quote do ", "1", " end "}, {"x = ", "1", ""}, {"1 |> ", "f", ""}, {"~s(", "", ")"},
		{"defmodule A do ", "", " end "}, {"1 <> ", "1", ""}, {"a: ", "1", ""}, {"1..", "2", ""}, {"\"a\" <> ", "\"b\"", ""},
		{"for x <- [1], do: ", "1", ""}, {"with a <- 1, do: ", "1", ""}, {"&(", "&1", ")"}, {"\\\\ ", "", ""}, {"::", "", ""},
	} {
		for _, closed := range []bool{true, false} {
			n := size / (len(c.open) + len(c.close))
			text := strings.Repeat(c.open, n) + c.middle
			if closed {
				text += strings.Repeat(c.close, n)
			}
			out := corpusSession{{text: text, key: c.open}, {text: "1 + 1", key: c.open}}.run(t)
			if !strings.HasSuffix(out[1], "2\n") {
				t.Errorf("%q closed %v: got %.200q", c.open, closed, out)
			}
		}
	}
}
