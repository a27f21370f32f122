package inspect

import (
	"strings"
	"unicode/utf8"

	"gex/runtime/term"
)

// ErlangText builds a text with terms in Erlang's notation, as io:format does.
type ErlangText string

// Text adds text.
func (e ErlangText) Text(text string) ErlangText { return e + ErlangText(text) }

// Term adds a term as the directive ~tp: one that is too long for the line is
// broken and goes on in the column where it began.
func (e ErlangText) Term(t term.Term) ErlangText { return e.Styled(t, ErlangStyle{}) }

// Styled is Term in a style.
func (e ErlangText) Styled(t term.Term, style ErlangStyle) ErlangText {
	line := string(e)[strings.LastIndexByte(string(e), '\n')+1:]
	return e + ErlangText(style.At(t, utf8.RuneCountInString(line), defaultWidth))
}

// Flat adds a term on one line, as the directive ~tw.
func (e ErlangText) Flat(t term.Term) ErlangText { return e + ErlangText(ErlangLine(t)) }

// End returns the text with a newline.
func (e ErlangText) End() string { return string(e) + "\n" }

// Share divides the characters that a text may have among its terms, as the
// option chars_limit of io_lib:format does: what is no term comes first, and
// what a term leaves of its part is there for the ones behind it.
type Share struct {
	Chars int // less than 0 for no limit
	Terms int // those that are still to come
}

// Text takes the characters of a text.
func (s *Share) Text(text string) {
	if s.Chars >= 0 {
		s.Chars = max(s.Chars-utf8.RuneCountInString(text), 0)
	}
}

// Next returns how many characters the next term may have.
func (s *Share) Next() int {
	terms := s.Terms
	s.Terms--
	if s.Chars < 0 {
		return s.Chars
	}
	return s.Chars / terms
}
