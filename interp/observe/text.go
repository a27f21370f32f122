package observe

import (
	"fmt"
	"strings"
)

// Style says how a picture is written in text.
type Style struct {
	// Width is the number of columns there are; 0 means 80.
	Width int
	// ASCII keeps to the characters that every terminal has.
	ASCII bool
}

func (s Style) width() int {
	if s.Width <= 0 {
		return 80
	}
	return max(s.Width, 20)
}

// glyphs are the characters that pictures are drawn with.
type glyphs struct {
	line, exit, note, print, timer, cut string
	body                                [RowTimer + 1][2]rune // of arrows, taken in turn
	loop                                [2]string             // a message to oneself, there and back
	branch, last, down, none            string                // of trees
	gone, fresh, handler                string
}

func bodies(line, double, dots rune) (b [RowTimer + 1][2]rune) {
	for kind := range b {
		b[kind] = [2]rune{line, line}
	}
	b[RowSync] = [2]rune{double, double}
	b[RowAnswer] = [2]rune{'-', ' '}
	for _, kind := range []RowKind{RowLink, RowUnlink, RowMonitor, RowDown} {
		b[kind] = [2]rune{dots, dots}
	}
	return b
}

var unicodeGlyphs = glyphs{
	line: "│", exit: "✗", note: "•", print: "»", timer: "<~", cut: "…", body: bodies('─', '═', '┄'),
	loop:   [2]string{"──╮ ", "<─╯"},
	branch: "├─ ", last: "└─ ", down: "│  ", none: "   ", gone: "✗ ", fresh: "+ ", handler: "• ",
}

var asciiGlyphs = glyphs{
	line: "|", exit: "x", note: "*", print: ">", timer: "<~", cut: "..", body: bodies('-', '=', '.'),
	loop:   [2]string{"--+ ", "<-+"},
	branch: "|- ", last: "`- ", down: "|  ", none: "   ", gone: "x ", fresh: "+ ", handler: "* ",
}

func (s Style) glyphs() *glyphs {
	if s.ASCII {
		return &asciiGlyphs
	}
	return &unicodeGlyphs
}

// widest is the most columns from one lifeline to the next.
const widest = 28

// Text draws the chart for a terminal: a head with names and pids, and below
// it a line or two for each row. It ends with a newline.
func (c Chart) Text(style Style) string {
	if len(c.Lifelines) == 0 {
		return "Nothing was sent.\n"
	}
	d := drawing{chart: c, glyphs: style.glyphs(), width: style.width()}
	d.pitch = min(d.width/len(c.Lifelines), widest)
	d.head(func(l Lifeline) string { return l.Title })
	d.head(func(l Lifeline) string { return l.PID })
	for i, row := range c.Rows {
		d.row(i, row)
	}
	if c.Dropped > 0 {
		fmt.Fprintf(&d.text, "(and %s that the log had no room for)\n", plural(c.Dropped, "event"))
	}
	return d.text.String()
}

// drawing is a chart on its way to text.
type drawing struct {
	chart  Chart
	glyphs *glyphs
	width  int
	pitch  int
	text   strings.Builder
}

// at is the column of a lifeline.
func (d *drawing) at(lifeline int) int { return lifeline*d.pitch + 1 }

func (d *drawing) head(text func(Lifeline) string) {
	c := newCanvas(d.width)
	for i, l := range d.chart.Lifelines {
		c.write(i*d.pitch, Cut(text(l), d.pitch-1, d.glyphs.cut))
	}
	d.emit(c)
}

func (d *drawing) emit(c *canvas) { d.text.WriteString(c.String() + "\n") }

// lines returns a canvas with the lifelines as they are at a row. A line that
// is drawn before what happens in it shows those that it ends.
func (d *drawing) lines(row int, before bool) *canvas {
	c := newCanvas(d.width)
	for i, l := range d.chart.Lifelines {
		born := l.Born < row || !before && l.Born == row
		if born && (l.Dies < 0 || l.Dies > row || l.Dies == row && before) {
			c.write(d.at(i), d.glyphs.line)
		}
	}
	return c
}

func (d *drawing) row(i int, row Row) {
	switch {
	case row.Kind == RowExit:
		d.beside(i, row, d.glyphs.exit, "exit "+row.Label)
	case row.Kind == RowNote:
		d.beside(i, row, d.glyphs.line, d.glyphs.note+" "+row.Label)
	case row.Kind == RowPrint:
		d.beside(i, row, d.glyphs.line, d.glyphs.print+" "+row.Label)
	case row.Kind == RowTimer:
		d.beside(i, row, d.glyphs.line, d.glyphs.timer+" "+row.Label)
	case row.To < 0 || row.From < 0:
		d.beside(i, row, d.glyphs.line, row.Label)
	case row.From == row.To:
		d.beside(i, row, d.glyphs.line, d.glyphs.loop[0]+row.Label)
		d.beside(i, row, d.glyphs.line, d.glyphs.loop[1])
	default:
		d.arrow(i, row)
	}
}

// beside writes text at the right of a lifeline.
func (d *drawing) beside(i int, row Row, mark, text string) {
	c := d.lines(i, false)
	at := d.at(max(row.From, row.To))
	c.write(at, mark)
	if !strings.HasPrefix(text, d.glyphs.loop[0]) && text != d.glyphs.loop[1] {
		text = " " + text
	}
	c.write(at+1, Cut(text, d.width-at-1, d.glyphs.cut))
	d.emit(c)
}

// arrow draws an arrow with its label in it, or above it if it is too long.
func (d *drawing) arrow(i int, row Row) {
	left, right := d.at(min(row.From, row.To))+1, d.at(max(row.From, row.To))-1
	label, room := row.Label, right-left+1
	if Width(label)+labelMargin > room {
		c := d.lines(i, true)
		c.write(left+1, Cut(label, d.width-left-1, d.glyphs.cut))
		d.emit(c)
		label = ""
	}
	c := d.lines(i, false)
	head, x, step := ">", right, -1
	if row.To < row.From {
		head, x, step = "<", left, 1
	}
	if row.Lost {
		head = d.glyphs.exit
	}
	c.write(x, head)
	for n := 1; n < room; n++ {
		c.write(x+n*step, string(d.glyphs.body[row.Kind][(n+1)%2]))
	}
	if label != "" {
		c.write(left+(room-Width(label)-2)/2, " "+label+" ")
	}
	d.emit(c)
}

// labelMargin is what an arrow needs beside its label: two spaces, a piece of
// line at both ends, and its head.
const labelMargin = 5

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
