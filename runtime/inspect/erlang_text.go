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
func (e ErlangText) Term(t term.Term) ErlangText {
	line := string(e)[strings.LastIndexByte(string(e), '\n')+1:]
	return e + ErlangText(ErlangAt(t, utf8.RuneCountInString(line)))
}

// Flat adds a term on one line, as the directive ~tw.
func (e ErlangText) Flat(t term.Term) ErlangText { return e + ErlangText(ErlangLine(t)) }

// End returns the text with a newline.
func (e ErlangText) End() string { return string(e) + "\n" }
