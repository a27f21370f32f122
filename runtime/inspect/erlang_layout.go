package inspect

import "strings"

// This file breaks a piece into lines as io_lib_pretty does: elements fill a
// line as long as they are words; what has parts of its own and does not fit
// begins a line. Elements behind a tag are indented by the length of the tag,
// or by less when that would push them beyond the middle of the line.

// erlangLayout is the state of printing a term in Erlang's notation.
//
// In its methods, col is the column of the text, counted from 1; indent the
// spaces at the begin of the next line; closers the number of brackets that
// will follow the text directly; used how much of the line is written.
type erlangLayout struct {
	out     strings.Builder
	width   int
	longest int // the length of the whole term on one line
	// tagIndent is the indentation behind a tag, or noTagIndent for as much as
	// the tag is long.
	tagIndent int
}

const (
	noTagIndent    = -1
	smallTagIndent = 4
	leastTagIndent = 1
	mapValueIndent = 4
	// narrowBits is the least room that the bytes of a bitstring get.
	narrowBits = 8
)

func (l *erlangLayout) print(p *piece, col int) string {
	if p.kind == word || l.width == 0 || p.length < l.width-col {
		p.write(&l.out)
		return l.out.String()
	}
	l.tagIndent = leastTagIndent
	for _, indent := range []int{noTagIndent, smallTagIndent} {
		if l.suits(p, col, indent, 0, 0) {
			l.tagIndent = indent
			break
		}
	}
	l.piece(p, col, col-1, 0, 0)
	return l.out.String()
}

// fits reports whether length more characters and the closers fit.
func (l *erlangLayout) fits(length, col, closers, used int) bool {
	return length < l.width-col-closers && length+used+closers <= l.longest
}

func (l *erlangLayout) newLine(indent int) {
	l.out.WriteByte('\n')
	for range indent {
		l.out.WriteByte(' ')
	}
}

func (l *erlangLayout) piece(p *piece, col, indent, closers, used int) {
	if p.kind == word || l.fits(p.length, col, closers, used) {
		p.write(&l.out)
		return
	}
	switch p.kind {
	case listPiece:
		l.out.WriteByte('[')
		l.list(p, p.elements, col+1, indent+1, closers, used+1)
		l.out.WriteByte(']')
	case tuplePiece:
		l.out.WriteByte('{')
		l.list(p, p.elements, col+1, indent+1, closers, used+1)
		l.out.WriteByte('}')
	case taggedPiece:
		l.out.WriteByte('{')
		l.tagged(p, col, indent, closers, used+1)
		l.out.WriteByte('}')
	case mapPiece:
		l.out.WriteString("#{")
		l.pairs(p, col+2, indent+2, closers, used+1)
		l.out.WriteByte('}')
	case bitsPiece:
		l.bits(p.segments, max(narrowBits, min(l.width-col-2, l.longest-4-used)-closers), indent+2)
	}
}

func (l *erlangLayout) tagged(p *piece, col, indent, closers, used int) {
	if len(p.elements) == 0 {
		p.tail.write(&l.out)
		return
	}
	tag, rest := p.elements[0], p.elements[1:]
	tag.write(&l.out)
	room := tag.length + 2
	if l.tagIndent > 0 && room > l.tagIndent {
		l.tail(p, rest, col+l.tagIndent, col+room, indent+l.tagIndent, closers, used+tag.length)
		return
	}
	l.out.WriteByte(',')
	l.list(p, rest, col+room, indent+room, closers, used+tag.length+1)
}

// lastCloses is the number of brackets that follow an element: none if
// another one does.
func lastCloses(rest []*piece, closers int) int {
	if len(rest) > 0 {
		return 0
	}
	return closers + 1
}

// list writes elements of p up to the last, and its tail.
func (l *erlangLayout) list(p *piece, elements []*piece, col, indent, closers, used int) {
	if len(elements) == 0 {
		p.tail.write(&l.out)
		return
	}
	width := l.element(elements[0], col, indent, lastCloses(elements[1:], closers), used)
	l.tail(p, elements[1:], col, col+width, indent, closers, used+width)
}

// element writes one element and returns its width, or the width of the line
// when nothing may follow on this line.
func (l *erlangLayout) element(p *piece, col, indent, closers, used int) int {
	if p.kind == word && l.fits(p.length, col, closers, used) {
		p.write(&l.out)
		return p.length
	}
	l.piece(p, col, indent, closers, used)
	return l.width
}

// follows reports whether an element and the comma before it fit on the line.
func (l *erlangLayout) follows(length, col, closers, used int) bool {
	if closers == 0 {
		return length+1 < l.width-col && used+length+1 <= l.longest
	}
	return l.fits(length, col, closers, used)
}

// tail writes the elements of p after the first one. begin is the column of
// the elements that begin a line, col the one that is reached.
func (l *erlangLayout) tail(p *piece, elements []*piece, begin, col, indent, closers, used int) {
	for i, e := range elements {
		close := lastCloses(elements[i+1:], closers)
		l.out.WriteByte(',')
		if e.kind == word && l.follows(1+e.length, col, close, used) {
			e.write(&l.out)
			col, used = col+1+e.length, used+1+e.length
			continue
		}
		l.newLine(indent)
		used = l.element(e, begin, indent, close, 0)
		col = begin + used
	}
	if p.tail == nil {
		return
	}
	l.out.WriteString(p.beforeTail())
	if l.tailFollows(p.tail, col, closers, used) {
		p.tail.write(&l.out)
		return
	}
	l.newLine(indent)
	l.piece(p.tail, begin, indent, closers+1, 0)
}

// tailFollows reports whether a tail stays on the line, as dots always do.
func (l *erlangLayout) tailFollows(tail *piece, col, closers, used int) bool {
	return tail.kind == dotsPiece || tail.kind == word && l.fits(tail.length+1, col, closers+1, used)
}

func (p *piece) ofWords() bool { return p.elements[0].kind == word && p.elements[1].kind == word }

// pairs writes the pairs of a map, and the dots for those that are left out.
func (l *erlangLayout) pairs(m *piece, begin, indent, closers, used int) {
	col := begin
	for i, p := range m.elements {
		close := lastCloses(m.elements[i+1:], closers)
		if i > 0 {
			l.out.WriteByte(',')
			if p.ofWords() && l.follows(1+p.length, col, close, used) {
				p.write(&l.out)
				col, used = col+1+p.length, used+1+p.length
				continue
			}
			l.newLine(indent)
			used = 0
		}
		used = l.pair(p, begin, indent, close, used)
		col = begin + used
	}
	if m.tail != nil {
		l.out.WriteString(m.beforeTail())
		m.tail.write(&l.out)
	}
}

func (l *erlangLayout) pair(p *piece, col, indent, closers, used int) int {
	if l.fits(p.length, col, closers, used) {
		p.write(&l.out)
		if p.ofWords() {
			return p.length
		}
		return l.width
	}
	l.piece(p.elements[0], col, indent, closers, used)
	by := l.valueIndent(l.tagIndent)
	l.out.WriteString(" =>")
	l.newLine(indent + by)
	l.piece(p.elements[1], col+by, indent+by, closers, 0)
	return l.width
}

func (l *erlangLayout) valueIndent(tagIndent int) int {
	if tagIndent > 0 {
		return tagIndent
	}
	return mapValueIndent
}

// bits fills lines of room characters with the bytes of a bitstring.
func (l *erlangLayout) bits(segments []string, room, indent int) {
	l.out.WriteString("<<")
	left := room
	for i, s := range segments {
		last := i == len(segments)-1
		size := len(s)
		if !last {
			size++
		}
		if size > left {
			l.newLine(indent)
			left = room
		}
		left -= size
		l.out.WriteString(s)
		if !last {
			l.out.WriteByte(',')
		}
	}
	l.out.WriteString(">>")
}
