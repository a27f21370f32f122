package ioserver

import (
	"testing"

	"gex/runtime/term"
)

// TestConsume reads by lines, characters and bytes, before and at the end.
func TestConsume(t *testing.T) {
	line := term.Tuple{term.Atom("get_line"), term.Atom("unicode"), term.Binary("")}
	chars := func(encoding term.Atom, n int) term.Tuple {
		return term.Tuple{term.Atom("get_chars"), encoding, term.Binary(""), term.Int(n)}
	}
	eof := term.Term(term.Atom("eof"))
	for _, c := range []struct {
		request term.Tuple
		input   string
		end     bool
		want    term.Term
		rest    string
	}{
		{line, "a\nb", false, term.Binary("a\n"), "b"},
		{line, "a", false, nil, "a"},
		{line, "a", true, term.Binary("a"), ""},
		{line, "", true, eof, ""},
		{chars("unicode", 2), "éab", false, term.Binary("éa"), "b"},
		{chars("latin1", 2), "éab", false, term.Binary("é"), "ab"},
		{chars("unicode", 5), "ab", false, nil, "ab"},
		{chars("unicode", 5), "ab", true, term.Binary("ab"), ""},
		{chars("unicode", 0), "ab", false, term.Binary(""), "ab"},
		{chars("unicode", 1), "", true, eof, ""},
	} {
		got, rest, ok := consume(c.request, c.input, c.end)
		if ok != (c.want != nil) || got != c.want || rest != c.rest {
			t.Errorf("consume(%v, %q, %v) = %v, %q, %v, want %v, %q", c.request, c.input, c.end, got, rest, ok, c.want, c.rest)
		}
	}
}
