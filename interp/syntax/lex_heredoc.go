package syntax

import (
	"fmt"
	"strings"
)

// heredoc lexes """ or ”' and the lines up to the same delimiter.
func (lx *lexer) heredoc(c rune) {
	pos := lx.pos()
	pieces, indent := lx.extractHeredoc(pos, strings.Repeat(string(c), 3), 3, true)
	t := token{kind: tStringHeredoc, pos: pos, indent: indent, pieces: lx.unescape(pieces, pos)}
	if c == '\'' {
		t.kind = tCharlistHeredoc
	}
	lx.tokens = append(lx.tokens, t)
}

// extractHeredoc reads a heredoc whose opening takes width runes, and strips
// the indentation of the closing delimiter from each line.
func (lx *lexer) extractHeredoc(pos Pos, closer string, width int, interpolation bool) ([]piece, int) {
	n := width + lx.blanks(width)
	for lx.peek(n) == '\r' && lx.peek(n+1) != '\n' && isBlank(lx.peek(n+1)) {
		n++
	}
	if lx.peek(n) == '\r' && lx.peek(n+1) == '\n' {
		n++
	}
	if lx.peek(n) != '\n' {
		lx.fail(messageHeredoc, closer, "")
	}
	lx.skip(n)
	pieces := lx.extract(closer, starting("heredoc", pos.Line), interpolation)
	indent := lx.column - 1 - len(closer)
	line, outdented := pos.Line, 0
	for i := range pieces {
		if pieces[i].expr {
			line = pieces[i].end.Line
			continue
		}
		text, bad := stripIndent(pieces[i].text, indent)
		if bad > 0 && outdented == 0 {
			outdented = line + bad
		}
		line += strings.Count(pieces[i].text, "\n")
		pieces[i].text = text
	}
	pieces[0].text = strings.TrimPrefix(pieces[0].text, "\n")
	if outdented > 0 {
		lx.warn(Pos{outdented, pos.Column}, messageOutdented, closer)
	}
	return pieces, indent
}

// stripIndent removes up to n blanks after each newline of text. It also
// returns the number of the first line that has fewer, or 0.
func stripIndent(text string, n int) (string, int) {
	lines := strings.Split(text, "\n")
	outdented := 0
	for i, line := range lines[1:] {
		cut := 0
		for cut < n && cut < len(line) && isBlank(rune(line[cut])) {
			cut++
		}
		last := i == len(lines)-2
		empty := line[cut:] == "" || strings.HasPrefix(line[cut:], "\r") && !last
		if cut < n && !empty && outdented == 0 {
			outdented = i + 1
		}
		lines[i+1] = line[cut:]
	}
	return strings.Join(lines, "\n"), outdented
}

const sigilDelimiters = `/|"'([{<`

var sigilClosers = map[rune]rune{'(': ')', '[': ']', '{': '}', '<': '>'}

// sigil lexes ~x with its delimiters and modifiers. It reports false if ~
// begins no sigil.
func (lx *lexer) sigil() bool {
	s, open := lx.peek(1), lx.peek(2)
	if !isLetter(s) || open == end {
		return false
	}
	pos := lx.pos()
	t := token{kind: tSigil, pos: pos, sigil: &sigil{name: byte(s), delimiter: string(open)}}
	interpolation := s >= 'a'
	switch {
	case (open == '"' || open == '\'') && lx.peek(3) == open && lx.peek(4) == open:
		t.sigil.delimiter = strings.Repeat(string(open), 3)
		t.pieces, t.indent = lx.extractHeredoc(pos, t.sigil.delimiter, 5, interpolation)
	case strings.ContainsRune(sigilDelimiters, open):
		closer, ok := sigilClosers[open]
		if !ok {
			closer = open
		}
		lx.skip(3)
		t.pieces = lx.extract(string(closer), starting("sigil ~"+string(s)+string(open), pos.Line), interpolation)
	default:
		lx.failDelimiter(open)
	}
	t.sigil.modifiers = lx.modifiers()
	lx.tokens = append(lx.tokens, t)
	return true
}

func (lx *lexer) modifiers() string {
	n := 0
	for isLetter(lx.peek(n)) || isDigit(lx.peek(n)) {
		n++
	}
	text := lx.ahead(n)
	lx.skip(n)
	return text
}

func (lx *lexer) failDelimiter(c rune) {
	lx.fail("invalid sigil delimiter: ", fmt.Sprintf(messageDelimiter, c, lx.column+2, codePoint(c)), "")
}
