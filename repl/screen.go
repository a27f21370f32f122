package repl

import (
	"io"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// A screen writes output and knows whether the cursor stands at the start of
// a line.
type screen struct {
	mu     sync.Mutex
	out    io.Writer
	column int // of the cursor, after what went through Write
	escape bool
}

// Write writes p and follows the cursor.
func (s *screen) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.follow(p)
	return s.out.Write(p)
}

// raw writes text that does not belong to the output: escape sequences that
// leave the cursor where follow expects it.
func (s *screen) raw(text string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	io.WriteString(s.out, text)
}

// freshLine starts a new line unless the cursor is at the start of one, and
// returns the column it was in.
func (s *screen) freshLine() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	column := s.column
	if column > 0 {
		io.WriteString(s.out, "\n")
	}
	s.column = 0
	return column
}

// atStart notes that the terminal itself has started a new line.
func (s *screen) atStart() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.column = 0
}

// resume moves the cursor from the start of a line to the given column of the
// line above it.
func (s *screen) resume(column int) {
	if column == 0 {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	io.WriteString(s.out, "\x1b[A\x1b["+strconv.Itoa(column)+"C")
	s.column = column
}

func (s *screen) follow(p []byte) {
	for len(p) > 0 {
		r, size := utf8.DecodeRune(p)
		p = p[size:]
		switch {
		case s.escape:
			s.escape = !endsEscape(r)
		case r == '\x1b':
			s.escape = true
		case r == '\n', r == '\r':
			s.column = 0
		case r == '\t':
			s.column += 8 - s.column%8
		case r == '\b':
			s.column = max(0, s.column-1)
		default:
			s.column += runeWidth(r)
		}
	}
}

// endsEscape reports whether r is the last of a sequence ESC [ ... letter.
func endsEscape(r rune) bool {
	return r >= '@' && r <= '~' && r != '['
}

// wide lists the ranges of runes that take two columns and that the tables of
// package unicode do not name.
var wide = []struct{ first, last rune }{
	{0x1100, 0x115F}, {0x2E80, 0x303E}, {0xFE30, 0xFE4F}, {0xFF00, 0xFF60},
	{0xFFE0, 0xFFE6}, {0x1F300, 0x1F64F}, {0x1F680, 0x1F6FF}, {0x1F900, 0x1F9FF},
	{0x1FA70, 0x1FAFF}, {0x20000, 0x3FFFD},
}

// runeWidth returns the columns a terminal gives to r.
func runeWidth(r rune) int {
	switch {
	case r < ' ' || r == 0x7F:
		return 0
	case r < 0x300:
		return 1
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	case unicode.In(r, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana):
		return 2
	}
	for _, w := range wide {
		if r >= w.first && r <= w.last {
			return 2
		}
	}
	return 1
}

// textWidth returns the columns of a text without escape sequences.
func textWidth(text string) int {
	n := 0
	for _, r := range text {
		n += runeWidth(r)
	}
	return n
}

// columnsOf lays out words in columns as IEx lists candidates: as many to a
// row as fit, each padded to the longest and four.
func columnsOf(words []string, width int) string {
	longest := 0
	for _, w := range words {
		longest = max(longest, textWidth(w))
	}
	perRow := max(1, width/(longest+4))
	var b strings.Builder
	for i, w := range words {
		b.WriteString(w)
		if (i+1)%perRow == 0 || i == len(words)-1 {
			b.WriteByte('\n')
			continue
		}
		b.WriteString(strings.Repeat(" ", longest+4-textWidth(w)))
	}
	return b.String()
}
