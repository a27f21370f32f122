package repl

import (
	"io"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"gex/interp/observe"
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
			s.column += observe.RuneWidth(r)
		}
	}
}

// endsEscape reports whether r is the last of a sequence ESC [ ... letter.
func endsEscape(r rune) bool {
	return r >= '@' && r <= '~' && r != '['
}

// columnsOf lays out words in columns as IEx lists candidates: as many to a
// row as fit, each padded to the longest and four.
func columnsOf(words []string, width int) string {
	longest := 0
	for _, w := range words {
		longest = max(longest, observe.Width(w))
	}
	perRow := max(1, width/(longest+4))
	var b strings.Builder
	for i, w := range words {
		b.WriteString(w)
		if (i+1)%perRow == 0 || i == len(words)-1 {
			b.WriteByte('\n')
			continue
		}
		b.WriteString(strings.Repeat(" ", longest+4-observe.Width(w)))
	}
	return b.String()
}

// folded breaks lines that are wider than the screen between words, where they
// have words.
func folded(text string, columns int) string {
	lines := strings.SplitAfter(text, "\n")
	for i, line := range lines {
		if observe.Width(line) <= columns || strings.Contains(line, "\x1b[") {
			continue
		}
		var b strings.Builder
		column := 0
		for j, word := range strings.SplitAfter(line, " ") {
			width := observe.Width(strings.TrimRight(word, " \n"))
			if j > 0 && column > 0 && column+width > columns {
				b.WriteString("\n")
				column = 0
			}
			b.WriteString(word)
			column += observe.Width(strings.TrimRight(word, "\n"))
		}
		lines[i] = strings.ReplaceAll(b.String(), " \n", "\n")
	}
	return strings.Join(lines, "")
}
