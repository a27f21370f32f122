package inspect

import (
	"strings"

	"gex/runtime/term"
)

// document is text with notes where it may be broken into lines. The text is
// the form on one line; marks are in its order.
type document struct {
	text  []byte
	blind int // bytes of text that take no room: escape sequences
	marks []mark
	open  []int // the group marks that are not closed
	// flat is for a first attempt without notes, which may stop when the text
	// is wider than enough.
	flat   bool
	enough int
	docs   []term.Term // the documents that others made
	halted bool        // whether it is no use to go on
}

// full reports whether the attempt has failed.
func (d *document) full() bool {
	return d.halted || d.flat && d.enough != unlimited && d.col() > d.enough
}

// mark is a note about the place before text[pos]. col is the width of the
// text up to there.
type mark struct {
	kind     markKind
	pos, col int
	// arg is the change of indentation of a nest, the length of the text of a
	// break, and for a group the column up to which it must fit, or -1 when
	// nothing in it can break.
	arg int
}

type markKind uint8

const (
	markNone markKind = iota
	markGroup
	markEnd
	markNest
	markStrict // breaks when its group does
	markFlex   // breaks when what follows does not fit
	markDoc    // a document that somebody else made
)

func (d *document) write(s string) { d.text = append(d.text, s...) }

func (d *document) escape(sequence string) {
	d.text = append(d.text, sequence...)
	d.blind += len(sequence)
}

func (d *document) col() int { return len(d.text) - d.blind }

func (d *document) mark(kind markKind, arg int) {
	if !d.flat {
		d.marks = append(d.marks, mark{kind, len(d.text), d.col(), arg})
	}
}

// group begins a group: what is written until end goes on one line or not.
func (d *document) group() {
	if d.flat {
		return
	}
	d.open = append(d.open, len(d.marks))
	d.mark(markGroup, -1)
}

// end ends the innermost group. breaks tells whether the group has a break of
// its own, outside of the groups in it.
//
// The algebra stops looking whether a group fits at its last break, or the
// last one of a group in it: text after that does not count.
func (d *document) end(breaks bool) {
	if d.flat {
		return
	}
	last := len(d.open) - 1
	g := &d.marks[d.open[last]]
	if breaks {
		g.arg = d.col()
	}
	d.open = d.open[:last]
	if last > 0 {
		outer := &d.marks[d.open[last-1]]
		outer.arg = max(outer.arg, g.arg)
	}
	d.mark(markEnd, 0)
}

// nest changes the indentation of the lines that begin from here on.
func (d *document) nest(by int) { d.mark(markNest, by) }

// line notes a break that is text as long as it does not break.
func (d *document) line(kind markKind, text string) {
	d.mark(kind, len(text))
	d.write(text)
}

// render returns the text broken into lines of a width.
func (d *document) render(width int) string {
	if d.col() <= width {
		return string(d.text)
	}
	l := layout{document: d, width: width, limits: d.limits()}
	l.out.Grow(len(d.text) + len(d.text)/4)
	for i := range d.marks {
		l.step(i)
	}
	l.out.Write(d.text[l.pos:])
	return l.out.String()
}

// limits returns for each flexible break the column of the next place at
// which the line can end: a break of the same or an outer group, or the end.
func (d *document) limits() []int {
	limits := make([]int, len(d.marks))
	var after []int // the limits behind the groups that are open, seen from the end
	next := d.col()
	for i := len(d.marks) - 1; i >= 0; i-- {
		switch m := d.marks[i]; m.kind {
		case markEnd:
			after = append(after, next)
		case markGroup:
			next = after[len(after)-1]
			after = after[:len(after)-1]
		case markStrict, markFlex:
			limits[i] = next
			next = m.col
		}
	}
	return limits
}

// layout is the state of writing a document in lines.
type layout struct {
	*document
	out    strings.Builder
	width  int
	limits []int
	modes  []bool // for each open group, whether it breaks
	pos    int    // how much of the text is written
	shift  int    // column on the line less column in the text
	indent int
}

func (l *layout) step(i int) {
	m := l.marks[i]
	if m.kind == markNone {
		return
	}
	l.out.Write(l.text[l.pos:m.pos])
	l.pos = m.pos
	switch m.kind {
	case markGroup:
		l.modes = append(l.modes, m.arg+l.shift > l.width)
	case markEnd:
		l.modes = l.modes[:len(l.modes)-1]
	case markNest:
		l.indent += m.arg
	default:
		l.breakLine(m, l.limits[i])
	}
}

func (l *layout) breakLine(m mark, limit int) {
	breaks := len(l.modes) > 0 && l.modes[len(l.modes)-1]
	if m.kind == markFlex && limit+l.shift <= l.width {
		breaks = false
	}
	if !breaks {
		return
	}
	l.out.WriteByte('\n')
	for range l.indent {
		l.out.WriteByte(' ')
	}
	l.pos = m.pos + m.arg
	l.shift = l.indent - (m.col + m.arg)
}
