package repl

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"gex/interp/observe"

	"github.com/chzyer/readline"
)

// painter draws the line that is being typed: the editor only keeps it. The
// editor counts columns in ways that are wrong for wide characters and tabs
// and moves the cursor by them; so the painter draws all there is and puts the
// cursor in its place, and what the editor writes behind that is cut off. It
// runs under the lock of the editor's buffer.
type painter struct{ t *terminal }

const (
	tabWidth = 4
	drawn    = '\uE00C' // ends what the painter draws
)

// Paint implements readline.Painter.
func (p painter) Paint(line []rune, pos int) []rune {
	t := p.t
	t.length.Store(int64(len(line)))
	t.line, t.pos = append(t.line[:0], line...), pos
	view := t.layout()
	if len(line) > 0 && line[len(line)-1] == '\n' {
		t.row = 0 // done with this one: it goes by whole
		return []rune(view.text(0, len(view.rows)) + string(drawn))
	}
	t.scroll(view)
	return []rune(view.window(t.top, t.top+t.height()) + string(drawn))
}

// scroll moves the rows that are shown of a line that is higher than the
// screen, as little as the cursor asks for.
func (t *terminal) scroll(view picture) {
	height, row := t.height(), view.cursor.row
	t.top = min(t.top, row, max(0, len(view.rows)-height))
	t.top = max(t.top, row-height+1)
	t.row = row - t.top
}

// picture is what a line looks like on a screen of endless height.
type picture struct {
	rows   []string // the first one without the prompt
	end    place
	cursor place
}

// layout returns the picture of the line. A line break of the statement is one
// on the screen, with the prompt of a continued statement behind it.
func (t *terminal) layout() picture {
	width := t.columns()
	view := picture{end: place{width: width, column: int(t.prompt.Load())}}
	var row strings.Builder
	feed := func() {
		view.rows = append(view.rows, row.String())
		row.Reset()
	}
	put := func(r rune, w int) {
		before := view.end.row
		view.end.advance(r, w)
		if view.end.row > before {
			feed()
		}
		row.WriteRune(r)
	}
	for i, r := range t.line {
		if i == t.pos {
			view.cursor = view.end.normal()
		}
		switch r {
		case lineBreakRune:
			put('\n', 0)
			row.WriteString(t.continuation)
			view.end.column = observe.Width(t.continuation)
		case '\t':
			for range tabWidth {
				put(' ', 1)
			}
		case insertRune, moveRune:
		default:
			put(r, observe.RuneWidth(r))
		}
	}
	feed()
	if view.end.column == width && (len(t.line) == 0 || t.line[len(t.line)-1] != '\n') {
		view.rows = append(view.rows, "") // the cursor does not stay at the edge
	}
	view.end = view.end.normal()
	if t.pos >= len(t.line) {
		view.cursor = view.end
	}
	return view
}

// text returns rows from up to to, as they are to be written: a row that ends
// at the edge goes on by itself.
func (v picture) text(from, to int) string {
	var b strings.Builder
	for i, row := range v.rows[from:to] {
		if hard, ok := strings.CutPrefix(row, "\n"); ok {
			b.WriteString("\r\n" + hard)
			continue
		}
		if i > 0 && row == "" {
			row = " \b" // leave the edge, where terminals disagree
		}
		b.WriteString(row)
	}
	return b.String()
}

// window returns the text of the rows from up to to, as far as there are any,
// and puts the cursor in its place. If the first row is not among them, nor is
// the prompt.
func (v picture) window(from, to int) string {
	to = min(to, len(v.rows))
	text := v.text(from, to)
	if from > 0 {
		text = "\r\x1b[K" + strings.TrimPrefix(text, "\r\n")
	}
	end := v.end
	if to < len(v.rows) {
		end = place{row: to - 1, column: -1}
	}
	return text + end.to(v.cursor)
}

// columns returns the width of the terminal. It is more than a prompt: readline
// never returns from moving back in a line that is as wide as its prompt.
func (t *terminal) columns() int { return max(minColumns, columns(t.outFD)) }

const minColumns = 20

// height returns how many rows the line may take: all but one, in which a
// search is shown.
func (t *terminal) height() int {
	_, rows, err := readline.GetSize(t.outFD)
	if err != nil || rows <= 0 {
		rows = defaultRows
	}
	return max(1, rows-1)
}

const defaultRows = 24

// place is a place of the cursor, counted from the first row of the line.
type place struct{ row, column, width int }

// advance moves behind a rune, as terminals wrap lines.
func (p *place) advance(r rune, width int) {
	switch {
	case r == '\n':
		p.row, p.column = p.row+1, 0
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
	searchMark = []byte("-i-search: ")
	bell       = []byte("\a")
)

// Write implements io.Writer.
func (c canvas) Write(p []byte) (int, error) {
	n := len(p)
	switch i := bytes.Index(p, drawnMark); {
	case bytes.HasPrefix(p, cleanStart):
		p = c.wipe()
	case i >= 0:
		p = p[:i]
	case bytes.Contains(p, searchMark):
		p = c.search(p)
	case c.t.editor.Operation.IsSearchMode() && !bytes.Equal(p, bell):
		return n, nil // what was found, once more and underlined, where the editor takes it to be
	}
	_, err := c.t.screen.out.Write(p)
	return n, err
}

// wipe returns the sequence that removes the line from the screen. It erases the
// row first and what is below from the second column on: were all of a screen
// erased from its corner, terminals that keep what goes off it would keep it,
// once for each key that is typed on the first row.
func (c canvas) wipe() []byte {
	up := ""
	if c.t.row > 0 {
		up = fmt.Sprintf("\x1b[%dA", c.t.row)
	}
	c.t.row = 0
	return []byte(up + "\r\x1b[K\x1b[C\x1b[J\r")
}

// search puts the state of a search, which the editor wants to show in the row
// below the cursor, below the whole line.
func (c canvas) search(p []byte) []byte {
	note := p[bytes.Index(p, []byte("\x1b[J"))+len("\x1b[J") : bytes.LastIndex(p, []byte("\r\x1b["))]
	view := c.t.layout()
	last := min(len(view.rows), c.t.top+c.t.height()) - 1
	down := ""
	if last > view.cursor.row {
		down = fmt.Sprintf("\x1b[%dB", last-view.cursor.row)
	}
	back := place{row: last + 1, column: -1}.to(view.cursor)
	return []byte(down + "\r\n\x1b[J" + string(note) + back)
}

var _ io.Writer = canvas{}
