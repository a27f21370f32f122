package inspect

// This file decides how far elements behind a tag are indented: it walks
// through a term as the layout would, with one choice of the indentation, and
// gives up when something comes to stand in the right half of the line.

func (l *erlangLayout) suits(p *piece, col, tag, closers, used int) bool {
	if p.kind == word || len(p.elements) == 0 || l.fits(p.length, col, closers, used) {
		return true
	}
	switch p.kind {
	case listPiece:
		return l.suitsList(p.elements, p.tail, col+1, tag, closers, used+1)
	case tuplePiece:
		return l.suitsList(p.elements, p.tail, col+1, tag, closers, used+1)
	case taggedPiece:
		return l.suitsTagged(p, col, tag, closers, used+1)
	case mapPiece:
		return l.suitsPairs(p.elements, col+2, tag, closers, used+2)
	}
	return true
}

func (l *erlangLayout) suitsTagged(p *piece, col, tag, closers, used int) bool {
	length, rest := p.elements[0].length, p.elements[1:]
	room := length + 2
	if tag > 0 && room > tag {
		begin := col + tag
		return (l.longest+begin <= l.width || begin <= l.width/2) &&
			l.suitsTail(rest, p.tail, begin, col+room, tag, closers, used+length)
	}
	begin := col + room
	return (l.longest+begin < l.width || begin < l.width/2) &&
		l.suitsList(rest, p.tail, begin, tag, closers, used+length+1)
}

func (l *erlangLayout) suitsList(elements []*piece, tail *piece, col, tag, closers, used int) bool {
	if len(elements) == 0 { // dots only
		return true
	}
	width, ok := l.suitsElement(elements[0], col, tag, lastCloses(elements[1:], closers), used)
	return ok && l.suitsTail(elements[1:], tail, col, col+width, tag, closers, used+width)
}

func (l *erlangLayout) suitsElement(p *piece, col, tag, closers, used int) (int, bool) {
	if p.kind == word && l.fits(p.length, col, closers, used) {
		return p.length, true
	}
	return l.width, l.suits(p, col, tag, closers, used)
}

func (l *erlangLayout) suitsTail(elements []*piece, tail *piece, begin, col, tag, closers, used int) bool {
	for i, e := range elements {
		close := lastCloses(elements[i+1:], closers)
		if e.kind == word && l.follows(1+e.length, col, close, used) {
			col, used = col+1+e.length, used+1+e.length
			continue
		}
		width, ok := l.suitsElement(e, begin, tag, close, 0)
		if !ok {
			return false
		}
		col, used = begin+width, width
	}
	if tail == nil || l.tailFollows(tail, col, closers, used) {
		return true
	}
	return l.suits(tail, col, tag, closers+1, 0)
}

func (l *erlangLayout) suitsPairs(pairs []*piece, begin, tag, closers, used int) bool {
	col := begin
	for i, p := range pairs {
		close := lastCloses(pairs[i+1:], closers)
		if i > 0 && p.ofWords() && l.follows(1+p.length, col, close, used) {
			col, used = col+1+p.length, used+1+p.length
			continue
		}
		before := used
		if i > 0 {
			before = 0
		}
		width, ok := l.suitsPair(p, begin, tag, close, before)
		if !ok {
			return false
		}
		col, used = begin+width, before+width
	}
	return true
}

func (l *erlangLayout) suitsPair(p *piece, col, tag, closers, used int) (int, bool) {
	if l.fits(p.length, col, closers, used) {
		if p.ofWords() {
			return p.length, true
		}
		return l.width, true
	}
	by := l.valueIndent(tag)
	return l.width, l.suits(p.elements[0], col, tag, closers, used) &&
		l.suits(p.elements[1], col+by, tag, closers, 0)
}
