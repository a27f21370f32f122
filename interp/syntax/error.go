package syntax

import (
	"fmt"
	"strings"
)

// ErrorKind tells the two kinds of syntax errors apart.
type ErrorKind uint8

const (
	// SyntaxError is text that no further input can make right.
	SyntaxError ErrorKind = iota
	// TokenMissing is text that ends too early.
	TokenMissing
)

// String returns the name of the exception in Elixir.
func (k ErrorKind) String() string {
	if k == TokenMissing {
		return "TokenMissingError"
	}
	return "SyntaxError"
}

// Error says why a source cannot be read. Its text is that of Elixir 1.14.
type Error struct {
	Kind    ErrorKind
	File    string
	Line    int
	Column  int    // 0 if only the line is known
	Message string // the description alone
	// Before, Token and After are the parts of the description as
	// Code.string_to_quoted/1 tells them.
	Before, Token, After string
	Snippet              *Snippet

	// Warnings are the remarks on what comes before the error.
	Warnings []Warning

	// Incomplete reports whether more input could make the source right. IEx
	// then asks for another line instead of complaining.
	Incomplete bool
}

// Snippet is the line of the source that an error points at.
type Snippet struct {
	Content string
	Offset  int // of the caret, in columns from the start of the line
}

// Error returns the message of the exception: place, description and, if
// there is one, the line with a caret below.
func (e *Error) Error() string {
	place := fmt.Sprintf("%s:%d:", e.File, e.Line)
	if e.Column > 0 {
		place += fmt.Sprintf("%d:", e.Column)
	}
	text := place + " " + e.Message
	if e.Snippet == nil || e.Column == 0 {
		return text
	}
	number := fmt.Sprintf("%2d", e.Line)
	blank := strings.Repeat(" ", len(number))
	return text + "\n" +
		" " + blank + " |\n" +
		" " + number + " | " + e.Snippet.Content + "\n" +
		" " + blank + " | " + strings.Repeat(" ", e.Snippet.Offset) + "^"
}

// Interrupted is the error of an input that was given up with #iex:break.
func Interrupted(opts Options) *Error {
	opts = opts.filled()
	return &Error{
		Kind: TokenMissing, File: opts.File, Line: opts.Line,
		Message: "incomplete expression",
	}
}

// fault is what lexer and parser know of an error: its place and the pieces
// its description is made of. A fault with an empty token means that the
// source ended too early.
type fault struct {
	pos    Pos
	before string
	token  string
	after  string
	plain  bool // Elixir shows no snippet
	closed bool // the end that was met is not the end of the source
}

const (
	beforeSyntax = "syntax error before: "
	beforeToken  = "unexpected token: "
	beforeWord   = "unexpected reserved word: "
)

// bail ends lexing or parsing; [Parse] catches it.
func bail(f fault) { panic(f) }

// unexpected is the fault of a token the grammar has no place for.
func unexpected(t token) fault {
	text := t.erlang()
	f := fault{pos: t.pos, before: beforeSyntax, token: text}
	word := strings.Trim(text, "'")
	switch {
	case t.kind == tString || t.kind == tCharlist || t.kind == tAtomParts || t.kind == tKeywordParts:
		f.plain = true
	case t.kind == tSigil:
		f.plain = true
	case text == "eol":
		f.before, f.plain = "unexpectedly reached end of line. The current expression is invalid or incomplete", true
		f.token = ""
	case strings.HasPrefix(text, "$"):
		f.token, f.plain = "?"+text[1:], true
	case reservedWords[word] && erlangAtom(word) == text:
		f.token, f.plain = word, true
		f.after = fmt.Sprintf(reservedHint, word)
	}
	return f
}

const reservedHint = ". %q is a reserved word in Elixir and therefore its usage is limited. For instance, " +
	"it can't be used as a variable or be defined nor invoked as a regular function"

// describe turns a fault into the error that Elixir raises for it.
func (f fault) describe(opts Options, src string) *Error {
	e := &Error{File: opts.File, Line: f.pos.Line, Column: f.pos.Column}
	e.Message, e.Before, e.Token, e.After = f.before+f.token+f.after, f.before, f.token, f.after
	if f.token == "" && !f.plain {
		e.Kind, e.Incomplete = TokenMissing, !f.closed
		if f.before == beforeSyntax {
			e.Message = "syntax error: expression is incomplete"
		}
	}
	if !f.plain && f.after == "" {
		e.Snippet = snippet(src, f.pos, opts.Line)
	}
	return e
}

var reservedWords = map[string]bool{
	"not": true, "and": true, "or": true, "when": true, "after": true, "catch": true, "end": true,
	"fn": true, "else": true, "rescue": true, "true": true, "false": true, "nil": true, "in": true,
}

// snippet cuts the line of pos out of src, unless it is blank.
func snippet(src string, pos Pos, firstLine int) *Snippet {
	lines := strings.Split(src, "\n")
	n := pos.Line - firstLine
	if n < 0 || n >= len(lines) || strings.TrimSpace(lines[n]) == "" {
		return nil
	}
	return &Snippet{Content: lines[n], Offset: pos.Column - 1}
}
