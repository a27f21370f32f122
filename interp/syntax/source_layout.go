package syntax

import (
	"math"
	"strings"
)

// unlimited is the width of an endless line.
const unlimited = math.MaxInt32

// layoutMode says what the breaks of a group do.
type layoutMode uint8

const (
	modeFlat layoutMode = iota
	modeBreak
	modeFlatNoBreak // while measuring: flat, and nothing may break for it
	modeBreakNoFlat // while measuring: the first break ends the line
)

// pending is a list of what is still to be written. It is never changed, so
// that measuring can go ahead and come back.
type pending struct {
	indent int
	mode   layoutMode
	doc    *doc
	next   *pending

	// end marks where a group ends that was being measured; whether there has
	// been a break is then again what it was before.
	end    bool
	breaks bool
}

func (p *pending) push(indent int, mode layoutMode, d *doc) *pending {
	return &pending{indent: indent, mode: mode, doc: d, next: p}
}

func (p *pending) pushEnd(breaks bool) *pending {
	return &pending{end: true, breaks: breaks, next: p}
}

// render writes d in lines of at most width columns, where it can.
func render(d *doc, width int) string {
	w := writer{width: width, limit: -1}
	rest := (*pending)(nil).push(0, modeFlat, d)
	for rest != nil {
		rest = w.step(rest)
	}
	w.flush()
	return w.out.String()
}

// writer is the state of a rendering.
type writer struct {
	out    strings.Builder
	width  int
	column int

	// After a collapse, until there is text: how many line ends are allowed,
	// how many there were, and the indentation after them. limit is -1 when
	// there is nothing to collapse.
	limit, lines, margin int
}

// step writes the first of what is pending and returns what remains.
func (w *writer) step(p *pending) *pending {
	d, rest := p.doc, p.next
	if d == nil {
		return rest
	}
	switch d.kind {
	case docText:
		w.text(d.text, d.n)
	case docLine:
		w.newline(p.indent)
	case docCons:
		return rest.push(p.indent, p.mode, d.y).push(p.indent, p.mode, d.x)
	case docBreak:
		w.pause(p)
	case docGroup:
		return rest.push(p.indent, w.groupMode(p), d.x)
	case docNest:
		return rest.push(w.nested(p), p.mode, d.x)
	case docForce, docFits:
		return rest.push(p.indent, p.mode, d.x)
	case docCollapse:
		w.flush()
		w.limit, w.lines, w.margin, w.column = d.n, 0, p.indent, p.indent
	case docNoLimit:
		rest = rest.push(p.indent, p.mode, &doc{kind: docRestore, n: w.width})
		w.width = unlimited
		return rest.push(p.indent, modeFlat, d.x)
	case docRestore:
		w.width = d.n
	}
	return rest
}

func (w *writer) text(s string, columns int) {
	if s != "" {
		w.flush()
	}
	w.out.WriteString(s)
	w.column += columns
}

func (w *writer) newline(indent int) {
	w.column = indent
	if w.limit >= 0 {
		w.lines++
		return
	}
	w.out.WriteByte('\n')
	w.spaces(indent)
}

func (w *writer) spaces(n int) { w.out.WriteString(strings.Repeat(" ", n)) }

// flush writes the line ends that have been collapsed.
func (w *writer) flush() {
	if w.limit < 0 {
		return
	}
	w.out.WriteString(strings.Repeat("\n", min(w.limit, w.lines)))
	w.spaces(w.margin)
	w.limit = -1
}

// pause writes a break, as a line end or as its text.
func (w *writer) pause(p *pending) {
	breaks := p.mode == modeBreak
	if p.doc.how == flex {
		fits := w.width == unlimited || p.mode == modeFlat
		breaks = !fits && !fitting(w.width, w.column+len(p.doc.text), true, p.next)
	}
	if breaks {
		w.newline(p.indent)
	} else {
		w.text(p.doc.text, len(p.doc.text))
	}
}

func (w *writer) groupMode(p *pending) layoutMode {
	if p.mode == modeBreak && p.doc.how == inherit {
		return modeBreak
	}
	probe := (*pending)(nil).push(p.indent, modeFlat, p.doc.x)
	if w.width == unlimited || fitting(w.width, w.column, false, probe) {
		return modeFlat
	}
	return modeBreak
}

func (w *writer) nested(p *pending) int {
	onlyBroken := p.doc.how == onBreak || p.doc.how == atCursorOnBreak
	if onlyBroken && p.mode != modeBreak {
		return p.indent
	}
	return p.doc.nested(p.indent, w.column)
}

// nested returns the indentation inside of a docNest.
func (d *doc) nested(indent, column int) int {
	switch d.how {
	case atCursor, atCursorOnBreak:
		return column
	case atMargin:
		return 0
	}
	return indent + d.n
}

// fitting reports whether what is pending fits on the line from column on, as
// far as the line must go. breaks tells whether there has been a break in the
// group, without which no line is too long.
func fitting(width, column int, breaks bool, p *pending) bool {
	m := measure{width: width, column: column, breaks: breaks, rest: p}
	for !m.done {
		m.step()
	}
	return m.fits
}

// measure is the state of looking ahead.
type measure struct {
	width, column int
	breaks        bool
	rest          *pending
	done, fits    bool
}

func (m *measure) stop(fits bool) { m.done, m.fits = true, fits }

func (m *measure) step() {
	p := m.rest
	switch {
	case m.column > m.width && m.breaks:
		m.stop(false)
		return
	case p == nil:
		m.stop(true)
		return
	}
	m.rest = p.next
	switch {
	case p.end:
		m.breaks = p.breaks
	case p.doc == nil:
	default:
		m.measure(p)
	}
}

func (m *measure) measure(p *pending) {
	d := p.doc
	switch d.kind {
	case docText:
		m.column += d.n
	case docLine:
		m.line(p)
	case docBreak:
		m.pause(p)
	case docCons:
		m.rest = p.next.push(p.indent, p.mode, d.y).push(p.indent, p.mode, d.x)
	case docFits:
		m.push(p, fitsMode(p))
	case docForce:
		if p.mode != modeBreakNoFlat {
			m.stop(false)
			return
		}
		m.push(p, p.mode)
	case docGroup:
		m.group(p)
	case docNest:
		m.nest(p)
	case docCollapse:
		m.column = p.indent
	case docNoLimit:
		m.rest = p.next.push(p.indent, p.mode, &doc{kind: docRestore, n: m.width}).push(p.indent, modeFlat, d.x)
		m.width = unlimited
	case docRestore:
		m.width = d.n
	}
}

func (m *measure) push(p *pending, mode layoutMode) {
	m.rest = p.next.push(p.indent, mode, p.doc.x)
}

func fitsMode(p *pending) layoutMode {
	if p.doc.how == disabled || p.mode == modeFlatNoBreak {
		return modeFlatNoBreak
	}
	return modeBreakNoFlat
}

func (m *measure) line(p *pending) {
	if p.mode == modeBreak || p.mode == modeBreakNoFlat {
		m.stop(true)
		return
	}
	m.column, m.breaks = p.indent, false
}

func (m *measure) pause(p *pending) {
	if p.mode == modeBreak || p.mode == modeBreakNoFlat {
		m.stop(true)
		return
	}
	m.column += len(p.doc.text)
	m.breaks = true
}

func (m *measure) group(p *pending) {
	mode := p.mode
	if mode == modeBreak {
		mode = modeFlat
	}
	m.rest = p.next.pushEnd(m.breaks).push(p.indent, mode, p.doc.x)
}

func (m *measure) nest(p *pending) {
	indent := p.indent
	if p.doc.how != onBreak && p.doc.how != atCursorOnBreak {
		indent = p.doc.nested(indent, m.column)
	}
	m.rest = p.next.push(indent, p.mode, p.doc.x)
}
