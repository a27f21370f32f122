package repl

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"gex/interp/observe"
)

// painter draws the line that is being typed: the editor only keeps it. The
// editor counts columns in ways that are wrong for wide characters and tabs
// and moves the cursor by them; so the painter draws all there is and puts the
// cursor in its place, and what the editor writes behind that is cut off. It
// runs under the lock of the editor's buffer.
type painter struct{ t *terminal }

const (
	lineBreakSign = "\x1b[2m⏎\x1b[22m"
	tabWidth      = 4
	drawn         = '\uE00C' // ends what the painter draws
)

// Paint implements readline.Painter.
func (p painter) Paint(line []rune, pos int) []rune {
	t := p.t
	t.length.Store(int64(len(line)))
	t.line, t.pos = append(t.line[:0], line...), pos
	text, end, cursor := t.layout()
	if end.column == end.width {
		text += " \b" // leave the edge, where terminals disagree
	}
	t.row = cursor.normal().row
	if len(line) > 0 && line[len(line)-1] == '\n' {
		t.row = 0 // done with this one
	}
	return []rune(text + end.normal().to(cursor.normal()) + string(drawn))
}

// layout returns what is shown of the line, and the places of its end and of
// the cursor.
func (t *terminal) layout() (text string, end, cursor place) {
	var b strings.Builder
	end = place{width: t.columns(), column: int(t.prompt.Load())}
	for i, r := range t.line {
		if i == t.pos {
			cursor = end
		}
		shown, width := appearance(r)
		b.WriteString(shown)
		end.advance(r, width)
	}
	if t.pos >= len(t.line) {
		cursor = end
	}
	return b.String(), end, cursor
}

// columns returns the width of the terminal. It is more than a prompt: readline
// never returns from moving back in a line that is as wide as its prompt.
func (t *terminal) columns() int { return max(minColumns, columns(t.outFD)) }

const minColumns = 20

// appearance returns what is shown for a rune of the line, and its columns.
func appearance(r rune) (string, int) {
	switch r {
	case lineBreakRune:
		return lineBreakSign, 1
	case insertRune:
		return "", 0
	case '\t':
		return strings.Repeat(" ", tabWidth), tabWidth
	}
	return string(r), observe.RuneWidth(r)
}

// place is a place of the cursor, counted from the first row of the line.
type place struct{ row, column, width int }

// advance moves behind a rune, as terminals wrap lines.
func (p *place) advance(r rune, width int) {
	switch {
	case r == '\n':
		p.row, p.column = p.row+1, 0
	case r == '\t':
		for range width {
			p.advance(' ', 1)
		}
	case p.column+width > p.width:
		p.row, p.column = p.row+1, width
	default:
		p.column += width
	}
}

// normal returns the place where the next rune goes.
func (p place) normal() place {
	if p.column >= p.width {
		return place{p.row + 1, 0, p.width}
	}
	return p
}

// to returns the sequence that moves the cursor from p up to q.
func (p place) to(q place) string {
	if p == q {
		return ""
	}
	var b strings.Builder
	if p.row > q.row {
		fmt.Fprintf(&b, "\x1b[%dA", p.row-q.row)
	}
	b.WriteByte('\r')
	if q.column > 0 {
		fmt.Fprintf(&b, "\x1b[%dC", q.column)
	}
	return b.String()
}

// canvas is what the editor writes to.
type canvas struct{ t *terminal }

var (
	drawnMark  = []byte(string(drawn))
	cleanStart = []byte("\x1b[J\x1b[2K\r") // how the editor begins to wipe its line
)

// Write implements io.Writer.
func (c canvas) Write(p []byte) (int, error) {
	n := len(p)
	if bytes.HasPrefix(p, cleanStart) {
		p = c.wipe()
	} else if i := bytes.Index(p, drawnMark); i >= 0 {
		p = p[:i]
	}
	_, err := c.t.screen.out.Write(p)
	return n, err
}

// wipe returns the sequence that removes the line from the screen.
func (c canvas) wipe() []byte {
	up := ""
	if c.t.row > 0 {
		up = fmt.Sprintf("\x1b[%dA", c.t.row)
	}
	c.t.row = 0
	return []byte(up + "\r\x1b[J")
}

var _ io.Writer = canvas{}
