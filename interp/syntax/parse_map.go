package syntax

// mapBody reads the braces of a map or struct.
func (p *parser) mapBody(pos Pos) *Map {
	p.expect(tCurlyOpen)
	p.accept(tEOL)
	m := &Map{Pos: pos, Elems: []Node{}}
	if p.accept(tCurlyClose) {
		return m
	}
	if p.isKey() {
		m.Elems = pairNodes(p.keywords(messageKeywordData))
	} else if p.mapFirst(m) {
		p.mapRest(m)
	}
	p.close(tCurlyClose)
	return m
}

// mapFirst reads the first element, or the base of an update with the first
// element behind it, and reports whether more may follow.
func (p *parser) mapFirst(m *Map) bool {
	x := p.expression(levelPipe+1, inMap)
	if !p.is(tPipeOp) || x.shape == noParens {
		m.Elems = append(m.Elems, p.mapElem(p.operators(x, 0, inMap)))
		return true
	}
	op := p.next()
	p.accept(tEOL)
	if p.isKey() {
		m.Base, m.Elems = x.node, pairNodes(p.keywords(messageKeywordData))
		return false
	}
	y := p.expression(levelPipe, inMap)
	if (y.shape != noParens || y.prefixed) && p.is(tAssocOp) || y.name && y.shape == matched && (p.is(tComma) || p.closes(tCurlyClose)) {
		m.Base = x.node
		m.Elems = append(m.Elems, p.mapElem(y))
		return true
	}
	s := y.shape
	if x.shape == unmatched {
		s = unmatched
	}
	x = expr{node: &Binary{Pos: op.pos, Op: "|", Left: x.node, Right: y.node}, shape: s}
	m.Elems = append(m.Elems, p.mapElem(p.operators(x, 0, inMap)))
	return true
}

// mapElem reads the => and the value behind a key. A name may stand alone, for
// unquote_splicing.
func (p *parser) mapElem(key expr) Node {
	if !p.is(tAssocOp) {
		if !key.name || key.shape != matched {
			p.fail()
		}
		return key.node
	}
	if key.shape == noParens && !key.prefixed {
		p.fail()
	}
	op := p.next()
	p.accept(tEOL)
	value := p.expression(0, inMap)
	if value.shape == noParens && !value.prefixed {
		p.fail()
	}
	return &Pair{Pos: op.pos, Key: key.node, Value: value.node, Arrow: true}
}

// mapRest reads the elements behind the first one.
func (p *parser) mapRest(m *Map) {
	for p.accept(tComma) {
		if p.isKey() {
			m.Elems = append(m.Elems, pairNodes(p.keywords(messageKeywordData))...)
			return
		}
		if p.closes(tCurlyClose) {
			return
		}
		m.Elems = append(m.Elems, p.mapElem(p.expression(0, inMap)))
	}
}
