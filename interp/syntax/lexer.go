package syntax

import (
	"fmt"
	"strings"
	"unicode"
)

// lexer turns a source into tokens. Interpolations are lexed by nested
// lexers over the same text.
type lexer struct {
	src         []rune
	at          int // index of the next rune
	line        int
	column      int
	indentation int // of the current line
	opts        Options

	tokens []token
	open   []opener // unclosed brackets and words, innermost last
	hints  []opener // suspicious ones, newest last
	nested int      // depth of interpolation; 0 for the source itself

	warnings *[]Warning
	comments *[]Comment
}

// opener is a token that wants its counterpart.
type opener struct {
	word   string
	line   int
	indent int
}

func newLexer(src string, opts Options) *lexer {
	return &lexer{src: []rune(src), line: opts.Line, column: 1, opts: opts, warnings: new([]Warning), comments: new([]Comment)}
}

// end stands for the rune after the last one.
const end rune = -1

// peek returns the rune n places ahead without consuming anything.
func (lx *lexer) peek(n int) rune {
	if lx.at+n < len(lx.src) {
		return lx.src[lx.at+n]
	}
	return end
}

// has reports whether the text ahead starts with s.
func (lx *lexer) has(s string) bool {
	n := 0
	for _, r := range s {
		if lx.peek(n) != r {
			return false
		}
		n++
	}
	return true
}

func (lx *lexer) skip(n int) {
	lx.at += n
	lx.column += n
}

func (lx *lexer) pos() Pos { return Pos{lx.line, lx.column} }

// add appends a token that starts here and consumes n runes.
func (lx *lexer) add(k kind, text string, n int) {
	lx.tokens = append(lx.tokens, token{kind: k, pos: lx.pos(), text: text})
	lx.skip(n)
}

// join appends a token that may begin a line and still continue the
// expression before it.
func (lx *lexer) join(t token) {
	if n := len(lx.tokens); n > 0 && lx.tokens[n-1].kind == tEOL {
		lx.tokens[n-1] = t
		return
	}
	lx.tokens = append(lx.tokens, t)
}

func (lx *lexer) last() *token {
	if len(lx.tokens) == 0 {
		return &token{}
	}
	return &lx.tokens[len(lx.tokens)-1]
}

func (lx *lexer) warn(pos Pos, format string, args ...any) {
	*lx.warnings = append(*lx.warnings, Warning{pos, fmt.Sprintf(format, args...)})
}

// fail reports a fault at the current place.
func (lx *lexer) fail(before, token, after string) {
	bail(fault{pos: lx.pos(), before: before, token: token, after: after})
}

// run lexes up to the end of the source, or of the interpolation if nested.
func (lx *lexer) run() []token {
	for lx.at < len(lx.src) {
		if lx.nested > 0 && len(lx.open) == 0 && lx.peek(0) == '}' {
			return lx.tokens
		}
		lx.next()
	}
	lx.checkClosed()
	return lx.tokens
}

func (lx *lexer) next() {
	switch c := lx.peek(0); {
	case c == '<' && lx.column == 1 && lx.has("<<<<<<<"):
		lx.conflict()
	case c == ' ' || c == '\t':
		lx.space()
	case c == '\n':
		lx.newline(1)
	case c == '\r' && lx.peek(1) == '\n':
		lx.newline(2)
	case c == '#':
		lx.comment()
	case c >= '0' && c <= '9':
		lx.number()
	case lx.literalStart(c):
	case lx.atomStart(c):
	case lx.operatorOrBracket():
	case c == ';':
		lx.semicolon()
	case c == '\\':
		lx.backslash()
	default:
		lx.word()
	}
}

// literalStart lexes the literals that a punctuation mark begins.
func (lx *lexer) literalStart(c rune) bool {
	switch c {
	case '"', '\'':
		if lx.peek(1) == c && lx.peek(2) == c {
			lx.heredoc(c)
		} else {
			lx.quoted(c)
		}
		return true
	case '~':
		return lx.sigil()
	case '?':
		return lx.char()
	}
	return false
}

func isBlank(c rune) bool { return c == ' ' || c == '\t' }

func isSpace(c rune) bool { return isBlank(c) || c == '\r' || c == '\n' }

func isDigit(c rune) bool { return c >= '0' && c <= '9' }

func isLetter(c rune) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }

// blanks returns how many blanks are n places ahead.
func (lx *lexer) blanks(n int) int {
	count := 0
	for isBlank(lx.peek(n + count)) {
		count++
	}
	return count
}

// space skips blanks. A sign after them that touches its operand makes the
// name before them a call: f -1.
func (lx *lexer) space() {
	lx.skip(lx.blanks(0))
	sign := lx.peek(0)
	if sign != '+' && sign != '-' || lx.last().kind != tIdentifier {
		return
	}
	if next := lx.peek(1); next == end || isSpace(next) || strings.ContainsRune("([<{%+-/>:", next) {
		return
	}
	lx.last().kind = tOpIdentifier
	lx.add(tDualOp, string(sign), 1)
}

// newline ends a line. After comma, semicolon and newline it is nothing new.
func (lx *lexer) newline(width int) {
	switch last := lx.last(); last.kind {
	case tComma, tSemicolon, tEOL:
		last.more = true
	default:
		lx.tokens = append(lx.tokens, token{kind: tEOL, pos: lx.pos(), text: "eol", more: true})
	}
	lx.startLine(width)
}

// startLine goes to the next line, behind its indentation.
func (lx *lexer) startLine(width int) {
	lx.at += width
	lx.line++
	lx.indentation = lx.blanks(0)
	lx.column = 1
	lx.skip(lx.indentation)
}

func (lx *lexer) semicolon() {
	if lx.last().kind == tSemicolon {
		lx.unexpectedRune()
	}
	lx.add(tSemicolon, ";", 1)
}

// backslash joins two lines.
func (lx *lexer) backslash() {
	width := 0
	switch {
	case lx.peek(1) == '\n':
		width = 2
	case lx.peek(1) == '\r' && lx.peek(2) == '\n':
		width = 3
	}
	switch {
	case lx.at+width >= len(lx.src) || lx.peek(1) == end:
		lx.fail(`invalid escape \ at end of file`, "", "")
	case width == 0:
		lx.unexpectedRune()
	}
	lx.startLine(width)
}

// comment skips to the end of the line, unless # begins a handle.
func (lx *lexer) comment() {
	if lx.opts.Handles && lx.handle() {
		return
	}
	for n := 0; ; n++ {
		c := lx.peek(n)
		if c == end || c == '\n' || c == '\r' && lx.peek(n+1) == '\n' {
			lx.noteComment(n)
			lx.at += n // and no columns: Elixir does not count them, either
			return
		}
		if isBidi(c) {
			lx.fail("invalid bidirectional formatting character in comment: ", `\u`+codePoint(c), "")
		}
	}
}

// noteComment keeps the comment that the next n characters are.
func (lx *lexer) noteComment(n int) {
	c := Comment{Pos: Pos{Line: lx.line, Column: lx.column}, Text: lx.ahead(n)}
	i := lx.at - 1
	for ; i >= 0 && unicode.IsSpace(lx.src[i]); i-- {
		if lx.src[i] == '\n' {
			c.LinesBefore++
		}
	}
	if i < 0 {
		c.LinesBefore++ // the begin of the source counts as the end of a line
	}
	for i = lx.at + n; i < len(lx.src) && unicode.IsSpace(lx.src[i]); i++ {
		if lx.src[i] == '\n' {
			c.LinesBehind++
		}
	}
	*lx.comments = append(*lx.comments, c)
}

// conflict reports the mark that version control leaves in a file.
func (lx *lexer) conflict() {
	n := 0
	for c := lx.peek(n); c != end && c != '\n' && c != '\r'; c = lx.peek(n) {
		n++
	}
	lx.fail("found an unexpected version control marker, please resolve the conflicts: ", lx.ahead(n), "")
}

// isBidi reports whether c reorders the text around it, so that a program
// could look different from what it is.
func isBidi(c rune) bool {
	return c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069
}

// unexpectedRune reports the rune here as out of place.
func (lx *lexer) unexpectedRune() {
	c := lx.peek(0)
	shown := `"` + string(c) + `"`
	if name, ok := runeNames[c]; ok {
		shown = name.name
	}
	lx.fail(beforeToken, fmt.Sprintf("%s (column %d, code point U+%s)", shown, lx.column, codePoint(c)), "")
}

// codePoint writes c with four hexadecimal digits, or as the stars that Elixir
// shows where four do not suffice.
func codePoint(c rune) string {
	if c > 0xffff {
		return "****"
	}
	return fmt.Sprintf("%04X", c)
}

// runeName is how a character without a face is written and called.
type runeName struct{ escape, name string }

var runeNames = map[rune]runeName{
	0:    {`\0`, "null byte"},
	7:    {`\a`, "alert"},
	'\b': {`\b`, "backspace"},
	127:  {`\d`, "delete"},
	27:   {`\e`, "escape"},
	'\f': {`\f`, "form feed"},
	'\n': {`\n`, "newline"},
	'\r': {`\r`, "carriage return"},
	' ':  {`\s`, "space"},
	'\t': {`\t`, "tab"},
	'\v': {`\v`, "vertical tab"},
}
