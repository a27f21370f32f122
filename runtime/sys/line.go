package sys

import (
	"strings"
	"unicode/utf8"

	"gex/runtime/inspect"
	"gex/runtime/term"
)

// Line builds a line of debug output in Erlang's notation, as io:format does.
type Line string

// Text adds text.
func (l Line) Text(text string) Line { return l + Line(text) }

// Term adds a term as the directive ~tp: one that is too long for the line is
// broken and goes on in the column where it began.
func (l Line) Term(t term.Term) Line {
	line := string(l)[strings.LastIndexByte(string(l), '\n')+1:]
	return l + Line(inspect.ErlangAt(t, utf8.RuneCountInString(line)))
}

// Flat adds a term on one line, as the directive ~tw.
func (l Line) Flat(t term.Term) Line { return l + Line(inspect.ErlangLine(t)) }

// End returns the line with its newline.
func (l Line) End() string { return string(l) + "\n" }
