package syntax

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// TokenKind says what a [Token] is.
type TokenKind uint8

const (
	// Word is a name, a number, an atom with its colon or a key with its
	// colon: foo?, 1.5e3, :ok, Foo.Bar, key:.
	Word TokenKind = iota
	// Text is a quoted string or charlist on one line, with its quotes.
	Text
	// Opaque is a term that has no literal, as inspect prints it:
	// #PID<0.1.2>, #Function<...>, #Reference<...>.
	Opaque
	// Mark is an operator, a bracket or any other character.
	Mark
)

// Token is a piece of printed output or source for comparing, without regard
// to the white space around it.
type Token struct {
	Pos
	Kind TokenKind
	Text string
}

// Tokens splits src, which may be anything: prose, printed terms, error
// reports or source. It never fails; joined, the texts are src without its
// white space. "<<1, 2, ...>>" gives the tokens <<, 1, a comma, and so on.
func Tokens(src string) []Token {
	s := &scanner{src: src, pos: Pos{1, 1}}
	for s.skipSpace(); s.src != ""; s.skipSpace() {
		s.token()
	}
	return s.tokens
}

type scanner struct {
	src    string // what is left
	pos    Pos
	tokens []Token
}

func (s *scanner) skipSpace() {
	rest := strings.TrimLeftFunc(s.src, unicode.IsSpace)
	s.advance(len(s.src) - len(rest))
}

// advance moves behind the next n bytes.
func (s *scanner) advance(n int) {
	for _, r := range s.src[:n] {
		s.pos.Column++
		if r == '\n' {
			s.pos = Pos{s.pos.Line + 1, 1}
		}
	}
	s.src = s.src[n:]
}

func (s *scanner) add(k TokenKind, n int) {
	s.tokens = append(s.tokens, Token{Pos: s.pos, Kind: k, Text: s.src[:n]})
	s.advance(n)
}

func (s *scanner) token() {
	if n := opaqueLength(s.src); n > 0 {
		s.add(Opaque, n)
	} else if n := textLength(s.src); n > 0 {
		s.add(Text, n)
	} else if n := wordLength(s.src); n > 0 {
		s.add(Word, n)
	} else {
		s.add(Mark, markLength(s.src))
	}
}

// opaqueKinds are the terms whose inside says nothing to a reader.
var opaqueKinds = []string{"#PID<", "#Reference<", "#Port<", "#Function<"}

// opaqueLength returns the length of an opaque term at the start of s, or 0.
// It ends on its line, and the names in it may be quoted.
func opaqueLength(s string) int {
	for _, k := range opaqueKinds {
		if !strings.HasPrefix(s, k) {
			continue
		}
		quoted := false
		for i, r := range s {
			switch {
			case r == '\n':
				return 0
			case r == '"':
				quoted = !quoted
			case r == '>' && !quoted && s[i-1] != '-':
				return i + 1
			}
		}
	}
	return 0
}

// textLength returns the length of a string at the start of s, or 0 if the
// quote there is not closed on its line.
func textLength(s string) int {
	if s[0] != '"' && s[0] != '\'' {
		return 0
	}
	for i := 1; i < len(s) && s[i] != '\n'; i++ {
		switch s[i] {
		case '\\':
			i++
		case s[0]:
			return i + 1
		}
	}
	return 0
}

// wordLength returns the length of a word at the start of s, or 0.
func wordLength(s string) int {
	n := 0
	if s[0] == ':' {
		n = 1
	}
	start := n
	for n < len(s) {
		r, size := utf8.DecodeRuneInString(s[n:])
		if !isWordRune(r) && !joinsWord(s, n, start) {
			break
		}
		n += size
	}
	if n == start {
		return 0
	}
	if n < len(s) && (s[n] == '?' || s[n] == '!') && !strings.HasPrefix(s[n+1:], "=") {
		n++
	}
	if start == 0 && n < len(s) && s[n] == ':' && (n+1 == len(s) || isSpace(rune(s[n+1]))) {
		n++
	}
	return n
}

func isWordRune(r rune) bool {
	return r == '_' || r == '@' || unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
}

// joinsWord reports whether the byte at n joins two halves of a word: the dot
// of 1.5 and of Foo.Bar, the sign of 1.0e-5.
func joinsWord(s string, n, start int) bool {
	if n == start || n+1 >= len(s) {
		return false
	}
	before, after := rune(s[n-1]), rune(s[n+1])
	switch s[n] {
	case '.':
		return isDigit(before) && isDigit(after) || isWordRune(before) && unicode.IsUpper(after)
	case '-', '+':
		return (before == 'e' || before == 'E') && isDigit(after) && isDigit(rune(s[start]))
	}
	return false
}

// marks are the marks of more than one character, but for the operators.
var marks = []string{"...", "<<", ">>", "->", "=>", "//", "%{"}

func markLength(s string) int {
	for _, m := range marks {
		if strings.HasPrefix(s, m) {
			return len(m)
		}
	}
	for n := 3; n > 1; n-- {
		if len(s) >= n {
			if _, ok := operators[n][s[:n]]; ok {
				return n
			}
		}
	}
	_, size := utf8.DecodeRuneInString(s)
	return size
}
