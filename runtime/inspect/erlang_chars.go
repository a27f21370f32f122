package inspect

import (
	"unicode/utf8"

	"gex/runtime/term"
)

// This file tells texts from other lists and binaries, as far as they are
// shown.

const (
	charsPerDepth = 4  // so much of a binary is a level of depth worth
	fewChars      = 20 // so many bytes are text even if the depth is more
)

// string returns a list of printable characters as "text", the begin of one
// that is too long as "te"... Of such a one only what is shown need be text.
func (s ErlangStyle) string(cell *term.Cons, chars int) (string, bool) {
	if chars < 0 {
		return erlangString(cell)
	}
	begin, rest := printableBegin(cell, without(chars, len(`""`)), !s.Latin1)
	switch {
	case rest == term.Empty:
		return ErlangQuoted(string(begin), '"'), true
	case len(begin) == 0 && !s.Latin1:
		return "", false
	}
	return ErlangQuoted(string(begin), '"') + dotsText, rest != nil
}

// printableBegin returns up to n printable characters of a list and what is
// behind them, nil when one is not printable. In clusters of characters the end
// of a line in two characters counts as one.
func printableBegin(t term.Term, n int, clusters bool) (begin []rune, rest term.Term) {
	for ; n > 0; n-- {
		cell, ok := t.(*term.Cons)
		if !ok {
			break
		}
		r, ok := printableItem(cell)
		if !ok {
			return nil, nil
		}
		begin, t = append(begin, r), cell.Tail
		if next, ok := t.(*term.Cons); ok && clusters && r == '\r' && next.Head == term.Term(term.Int('\n')) {
			begin, t = append(begin, '\n'), next.Tail
		}
	}
	if _, ok := t.(*term.Cons); !ok && t != term.Empty {
		return nil, nil
	}
	return begin, t
}

func printableItem(cell *term.Cons) (rune, bool) {
	n, ok := cell.Head.(term.Int)
	return rune(n), ok && n >= 0 && n <= utf8.MaxRune && printableInErlang(rune(n))
}

// ErlangString returns the characters of a list of at least one, and whether
// Erlang would print all of them.
func ErlangString(t term.Term) (string, bool) {
	var text []rune
	for t != term.Empty {
		cell, ok := t.(*term.Cons)
		if !ok {
			return "", false
		}
		r, ok := printableItem(cell)
		if !ok {
			return "", false
		}
		text, t = append(text, r), cell.Tail
	}
	return string(text), len(text) > 0
}

// erlangString returns a list of printable characters as "text".
func erlangString(cell *term.Cons) (string, bool) {
	text, ok := ErlangString(cell)
	return ErlangQuoted(text, '"'), ok
}

// bytesText is the text that the bytes of a binary are.
type bytesText struct {
	runes []rune
	wide  bool // a character has several bytes
	cut   bool // there are more bytes
}

// quoted is the text between << and what ends it.
func (t bytesText) quoted(end string) string {
	if t.wide {
		end = "/utf8" + end
	}
	return "<<" + ErlangQuoted(string(t.runes), '"') + end
}

// bytesText returns the text that bytes are, as far as the depth and the
// characters go; false if they are none, or too little of them is.
func (s ErlangStyle) bytesText(bytes string, depth, chars int) (bytesText, bool) {
	most := len(bytes)
	if depth >= 0 {
		most = min(most, charsPerDepth*depth)
		if chars >= 0 {
			most = min(most, chars)
		}
	}
	if most == 0 {
		return bytesText{}, false
	}
	var t bytesText
	at, n := 0, 0
	if !s.Latin1 && validBegin(bytes, most) {
		for n < most && at < len(bytes) {
			r, size := utf8.DecodeRuneInString(bytes[at:])
			if !printableInErlang(r) {
				break
			}
			t.runes, t.wide = append(t.runes, r), t.wide || size > 1
			at, n = at+size, n+1
		}
		t.cut = at < len(bytes)
		return t, !t.cut || depth > 0 && n >= depth
	}
	for n < most && printableInErlang(rune(bytes[n])) {
		t.runes, n = append(t.runes, rune(bytes[n])), n+1
	}
	t.cut = n < len(bytes)
	return t, !t.cut || n == most && n <= fewChars || depth > 0 && n >= depth
}

// validBegin reports whether the first n characters are UTF-8.
func validBegin(bytes string, n int) bool {
	for at := 0; n > 0 && at < len(bytes); n-- {
		r, size := utf8.DecodeRuneInString(bytes[at:])
		if r == utf8.RuneError && size == 1 {
			return false
		}
		at += size
	}
	return true
}
