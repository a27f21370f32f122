package syntax

import (
	"fmt"
	"strings"
)

// extraction reads the inside of a string-like literal up to its closing
// delimiter, which it consumes.
type extraction struct {
	lx            *lexer
	closer        string // one rune, or three for heredocs
	interpolation bool
	where         string // for messages: (for string starting at line 1)
	text          strings.Builder
	pieces        []piece
}

// extract reads up to closer. The pieces keep their escapes but for those of
// the delimiter.
func (lx *lexer) extract(closer, where string, interpolation bool) []piece {
	x := &extraction{lx: lx, closer: closer, interpolation: interpolation, where: where}
	for !x.step() {
	}
	if x.text.Len() > 0 || len(x.pieces) == 0 {
		x.pieces = append(x.pieces, piece{text: x.text.String()})
	}
	return x.pieces
}

// step reads one unit. It reports true at the closing delimiter.
func (x *extraction) step() bool {
	lx := x.lx
	c := lx.peek(0)
	switch {
	case c == end:
		lx.fail("missing terminator: "+x.closer+x.where, "", "")
	case len(x.closer) == 1 && lx.has(x.closer):
		lx.skip(1)
		return true
	case c == '\n':
		return x.newline("\n", 1)
	case c == '\\':
		return x.escape()
	case c == '#' && lx.peek(1) == '{' && x.interpolation:
		x.interpolate()
	default:
		x.rune(c)
	}
	return false
}

func (x *extraction) rune(c rune) {
	if isBidi(c) {
		token := `\u` + codePoint(c)
		x.lx.fail("invalid bidirectional formatting character in string: ", token,
			". If you want to use such character, use it in its escaped "+token+" form instead")
	}
	x.text.WriteRune(c)
	x.lx.skip(1)
	if joins(c) && x.text.Len() > 1 {
		x.lx.column--
	}
}

// joins reports whether c makes one character with the code point before it,
// which counts as one column inside of strings.
func joins(c rune) bool {
	return c >= 0x300 && c <= 0x36f || c == 0x200d || c >= 0xfe00 && c <= 0xfe0f || c >= 0x1f3fb && c <= 0x1f3ff
}

// newline takes text, which ends a line. In a heredoc the closing delimiter
// may follow.
func (x *extraction) newline(text string, width int) bool {
	lx := x.lx
	x.text.WriteString(text)
	lx.at += width
	lx.line, lx.column = lx.line+1, 1
	if len(x.closer) == 1 {
		return false
	}
	n := lx.blanks(0)
	indent := lx.ahead(n)
	lx.skip(n)
	if lx.has(x.closer) {
		lx.skip(len(x.closer))
		return true
	}
	x.text.WriteString(indent)
	return false
}

// escape takes a backslash with what it protects. Only the delimiter loses
// its backslash here.
func (x *extraction) escape() bool {
	lx := x.lx
	switch next := lx.peek(1); {
	case next == '\n':
		return x.newline("\\\n", 2)
	case next == '\r' && lx.peek(2) == '\n':
		return x.newline("\\\r\n", 3)
	case next != end && strings.HasPrefix(lx.aheadFrom(1, len(x.closer)), x.closer):
		x.text.WriteString(x.closer)
		lx.skip(1 + len(x.closer))
	case next == '#' && lx.peek(2) == '{' && x.interpolation:
		x.text.WriteString(`\#{`)
		lx.at += 3
		lx.column++
	default:
		x.text.WriteRune('\\')
		lx.skip(1)
		if next != end && next != '\n' {
			x.rune(next)
		}
	}
	return false
}

func (lx *lexer) aheadFrom(from, n int) string {
	start := min(lx.at+from, len(lx.src))
	return string(lx.src[start:min(start+n, len(lx.src))])
}

// maxNesting bounds how deep literals with interpolations may stand in each
// other, and expressions in expressions.
const maxNesting = 2000

const messageNesting = "expression is nested too deeply, the limit is 2000 levels. Syntax error before: "

// interpolate reads #{ and the tokens up to its }.
func (x *extraction) interpolate() {
	lx := x.lx
	if x.text.Len() > 0 {
		x.pieces = append(x.pieces, piece{text: x.text.String()})
		x.text.Reset()
	}
	if lx.nested >= maxNesting {
		lx.fail(messageNesting, "#{", "")
	}
	p := piece{expr: true, pos: lx.pos()}
	lx.skip(2)
	in := &lexer{
		src: lx.src, at: lx.at, line: lx.line, column: lx.column, indentation: lx.indentation,
		opts: lx.opts, hints: lx.hints[:len(lx.hints):len(lx.hints)], nested: lx.nested + 1, warnings: lx.warnings, comments: lx.comments,
	}
	p.tokens = in.run()
	if in.peek(0) == end {
		bail(fault{pos: p.pos, before: `missing interpolation terminator: "}"` + x.where})
	}
	lx.at, lx.line, lx.column = in.at, in.line, in.column
	p.end = lx.pos()
	lx.skip(1)
	x.pieces = append(x.pieces, p)
}

func starting(what string, line int) string {
	return fmt.Sprintf(" (for %s starting at line %d)", what, line)
}

// quoted lexes a string or charlist, or a quoted key.
func (lx *lexer) quoted(c rune) {
	pos := lx.pos()
	lx.skip(1)
	inside := lx.pos()
	pieces := lx.extract(string(c), starting("string", pos.Line), true)
	t := token{kind: tString, pos: pos}
	if c == '\'' {
		t.kind = tCharlist
	}
	if lx.peek(0) == ':' && isSpace(lx.peek(1)) {
		lx.skip(1)
		lx.warnQuotes(inside, pieces, messageQuotedKey)
		t.kind = tKeywordParts
	}
	t.pieces = lx.unescape(pieces, inside)
	if text, ok := plainPieces(t.pieces); ok && t.kind == tKeywordParts {
		lx.checkAtom(text, inside.Line, inside.Column-1)
		t.kind, t.text = tKeyword, text
	}
	lx.tokens = append(lx.tokens, t)
}

// quotedAtom lexes :"an atom".
func (lx *lexer) quotedAtom(c rune) {
	pos := lx.pos()
	lx.skip(2)
	pieces := lx.extract(string(c), starting("atom", pos.Line), true)
	lx.warnQuotes(pos, pieces, messageQuotedAtom)
	t := token{kind: tAtomParts, pos: pos, pieces: lx.unescape(pieces, pos)}
	if text, ok := plainPieces(t.pieces); ok {
		lx.checkAtom(text, pos.Line, pos.Column)
		t.kind, t.text = tAtomQuoted, text
	}
	lx.tokens = append(lx.tokens, t)
}

// quotedCall lexes the name of m."name"(), before which dot stands.
func (lx *lexer) quotedCall(dot Pos, c rune) {
	pos := lx.pos()
	lx.skip(1)
	pieces := lx.extract(string(c), starting("function name", pos.Line), true)
	text, ok := plainPieces(pieces)
	if !ok {
		bail(fault{pos: pos, before: messageQuotedCallParts, token: string(c)})
	}
	lx.warnQuotes(pos, pieces, messageQuotedCall)
	lx.checkAtom(text, pos.Line, pos.Column)
	lx.join(token{kind: tDot, pos: dot, text: "."})
	lx.tokens = append(lx.tokens, token{kind: lx.identifierKind(0), pos: pos, text: text})
}

// checkAtom refuses names longer than an atom may be.
func (lx *lexer) checkAtom(text string, line, column int) {
	if len([]rune(text)) > 255 || len(text) > 255 && lx.last().kind != tAtom {
		bail(fault{
			pos: Pos{line, column}, before: "atom length must be less than system limit: ", token: text,
		})
	}
}

// plainPieces returns the text of pieces without interpolation.
func plainPieces(pieces []piece) (string, bool) {
	if len(pieces) == 1 && !pieces[0].expr {
		return pieces[0].text, true
	}
	return "", false
}

// warnQuotes says that the quotes around a name are not needed.
func (lx *lexer) warnQuotes(pos Pos, pieces []piece, message string) {
	text, ok := plainPieces(pieces)
	if !ok {
		return
	}
	probe := &lexer{src: []rune(text)}
	nm, ok := probe.scanName(0)
	if ok && nm.width == len(probe.src) && nm.ascii && !nm.at && !nm.alias {
		lx.warn(pos, message, text)
	}
}

// unescape replaces the escapes in the text of pieces.
func (lx *lexer) unescape(pieces []piece, pos Pos) []piece {
	out := make([]piece, len(pieces))
	for i, p := range pieces {
		if !p.expr {
			for _, remark := range DeprecatedEscapes(p.text) {
				lx.warn(Pos{}, "%s", remark)
			}
			text, err := unescape(p.text)
			if err != nil {
				bail(fault{pos: pos, before: err.message + ". Syntax error after: ", token: err.token})
			}
			p.text = text
		}
		out[i] = p
	}
	return out
}
