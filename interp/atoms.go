package interp

import (
	"strconv"
	"strings"

	"gex/interp/syntax"
	"gex/runtime/term"
)

// wrote notes the atoms that reading a source makes: every name in it, whatever
// it stands for, as the tokenizers of Elixir and Erlang do.
func (s *Session) wrote(source string) {
	tokens := syntax.Tokens(source)
	for i, t := range tokens {
		switch {
		case t.Kind == syntax.Word:
			s.wroteWord(t.Text)
		case t.Kind != syntax.Text:
		case strings.Contains(t.Text, "#{"):
			s.wrote(strings.Trim(t.Text, `"'`))
		case beside(tokens, i-1, ":") || beside(tokens, i+1, ":"):
			s.table.MakeAtoms(term.Atom(unquoted(t.Text)))
		}
	}
}

// wroteWord notes a name: :ok, key:, open?, Shop.Till with its parts.
func (s *Session) wroteWord(word string) {
	word = strings.TrimSuffix(strings.TrimPrefix(word, ":"), ":")
	s.table.MakeAtoms(term.Atom(word))
	alias := ""
	for part := range strings.SplitSeq(word, ".") {
		s.table.MakeAtoms(term.Atom(part))
		if part != "" && part[0] >= 'A' && part[0] <= 'Z' {
			alias = strings.TrimPrefix(alias+"."+part, ".")
			s.table.MakeAtoms(term.Alias(alias))
		}
	}
}

// wroteGo notes the atoms of a source in Go, where a text may be one.
func (s *Session) wroteGo(source string) {
	s.wrote(source)
	for _, t := range syntax.Tokens(source) {
		if t.Kind == syntax.Text {
			s.table.MakeAtoms(term.Atom(unquoted(t.Text)))
		}
	}
}

// beside reports whether token i is the mark.
func beside(tokens []syntax.Token, i int, mark string) bool {
	return i >= 0 && i < len(tokens) && tokens[i].Text == mark
}

func unquoted(text string) string {
	if plain, err := strconv.Unquote(text); err == nil {
		return plain
	}
	return strings.Trim(text, `"'`)
}
