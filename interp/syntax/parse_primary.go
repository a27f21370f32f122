package syntax

// primary reads a literal, a container, a name with its call, or anything in
// brackets.
func (p *parser) primary(ctx context) expr {
	switch t := p.peek(); t.kind {
	case tIdentifier, tParenIdentifier, tBracketIdentifier, tDoIdentifier, tOpIdentifier:
		p.next()
		return p.call(nil, t, ctx)
	case tFn:
		return p.fn()
	case tParenOpen:
		return p.parens()
	case tRangeOp:
		p.next()
		return expr{node: &Range{Pos: t.pos}, access: true}
	}
	return expr{node: p.access(), access: true}
}

// access reads one of the primaries that may be followed by [key].
func (p *parser) access() Node {
	t := p.peek()
	switch t.kind {
	case tBracketOpen:
		return p.list()
	case tCurlyOpen:
		p.next()
		return &Tuple{Pos: t.pos, Elems: p.container(tCurlyClose)}
	case tBitOpen:
		p.next()
		return &Bitstring{Pos: t.pos, Segments: p.container(tBitClose)}
	case tPercentMap:
		p.next()
		return p.mapBody(t.pos)
	case tPercent:
		return p.structure()
	}
	n := p.literal(t)
	if n == nil {
		p.fail()
	}
	p.next()
	return n
}

// literal returns the node of a literal token, or nil.
func (p *parser) literal(t token) Node {
	switch t.kind {
	case tInt, tFloat, tChar, tHandle:
		return t.lit
	case tAtom, tAtomQuoted, tLiteral:
		return &Atom{Pos: t.pos, Name: t.text}
	case tAtomParts:
		return &QuotedAtom{Pos: t.pos, Parts: p.parts(t.pieces)}
	case tString, tStringHeredoc:
		return &String{Pos: t.pos, Parts: p.parts(t.pieces)}
	case tCharlist, tCharlistHeredoc:
		return &Charlist{Pos: t.pos, Parts: p.parts(t.pieces)}
	case tAlias:
		return &Alias{Pos: t.pos, Names: []string{t.text}}
	case tSigil:
		return &Sigil{
			Pos: t.pos, Name: t.sigil.name, Parts: p.parts(t.pieces),
			Modifiers: t.sigil.modifiers, Delimiter: t.sigil.delimiter,
		}
	}
	return nil
}

// parts parses the interpolations among pieces.
func (p *parser) parts(pieces []piece) []Part {
	parts := make([]Part, len(pieces))
	for i, pc := range pieces {
		if !pc.expr {
			parts[i].Text = pc.text
			continue
		}
		in := &parser{
			tokens: pc.tokens, depth: p.depth, nested: true, warnings: p.warnings,
			firstParen: -1, callParen: -1,
		}
		in.enter()
		parts[i].Expr = in.source()
	}
	return parts
}

// containerExpr reads an element of a container.
func (p *parser) containerExpr() Node {
	x := p.expression(0, 0)
	if x.shape == noParens {
		p.failArguments(x.node, messageContainer)
	}
	return x.node
}

// container reads elements, optionally with keywords at the end, up to the
// closing bracket k.
func (p *parser) container(k kind) []Node {
	p.accept(tEOL)
	elems := []Node{}
	if p.accept(k) {
		return elems
	}
	elems = append(elems, p.containerExpr())
	for p.accept(tComma) {
		if p.isKey() {
			pos := p.peek().pos
			elems = append(elems, &Keywords{Pos: pos, Pairs: p.keywords(messageKeywordData)})
			break
		}
		if p.closes(k) {
			break
		}
		elems = append(elems, p.containerExpr())
	}
	p.close(k)
	return elems
}

// list reads [elements].
func (p *parser) list() Node {
	l := &List{Pos: p.next().pos, Elems: []Node{}}
	p.accept(tEOL)
	if p.accept(tBracketClose) {
		return l
	}
	for {
		if p.isKey() {
			l.Elems = append(l.Elems, pairNodes(p.keywords(messageKeywordData))...)
			break
		}
		l.Elems = append(l.Elems, p.containerExpr())
		if !p.accept(tComma) || p.closes(tBracketClose) {
			break
		}
	}
	p.close(tBracketClose)
	splitTail(l)
	return l
}

// splitTail takes the tail off the last element of [a, b | tail].
func splitTail(l *List) {
	last := len(l.Elems) - 1
	if cons, ok := l.Elems[last].(*Binary); ok && cons.Op == "|" {
		l.Elems[last], l.Tail = cons.Left, cons.Right
	}
}

func pairNodes(pairs []*Pair) []Node {
	nodes := make([]Node, len(pairs))
	for i, pair := range pairs {
		nodes[i] = pair
	}
	return nodes
}

// structure reads %Name{fields}.
func (p *parser) structure() Node {
	t := p.next()
	name, ok := p.structName()
	if _, op := binary[p.peek().kind]; op { // a dot further on could still make a name of it
		p.operators(expr{node: name}, 0, inMap)
		p.fail()
	}
	p.accept(tEOL)
	if !ok || !p.is(tCurlyOpen) {
		p.fail()
	}
	return &Struct{Pos: t.pos, Name: name, Fields: p.mapBody(p.peek().pos)}
}

// structName reads the name of a struct. It reports false for an expression
// that is none.
func (p *parser) structName() (Node, bool) {
	p.enter()
	defer p.leave()
	t := p.peek()
	switch t.kind {
	case tUnaryOp, tDualOp, tTernaryOp, tAtOp:
		p.next()
		p.accept(tEOL)
		x, ok := p.structName()
		if t.kind == tAtOp {
			return buildAttribute(t, expr{node: x}), ok
		}
		return buildUnary(t, x), ok
	}
	x := p.primaryName()
	ok := x.name || isStructName(x.node)
	for p.is(tDot) || p.is(tDotCall) {
		x = p.dottedName(x)
		ok = x.name || isStructName(x.node)
	}
	return x.node, ok
}

func isStructName(n Node) bool {
	switch n.(type) {
	case *Alias, *Atom, *MultiAlias:
		return true
	}
	return false
}

// primaryName reads a primary whose { is that of the struct and no argument.
func (p *parser) primaryName() expr {
	t := p.peek()
	if t.kind == tIdentifier && p.ahead(1).kind == tCurlyOpen {
		p.next()
		return expr{node: &Var{Pos: t.pos, Name: t.text}, name: true}
	}
	return p.keyed(p.primary(noDo))
}

func (p *parser) dottedName(x expr) expr {
	if t := p.ahead(1); p.is(tDot) && t.kind == tIdentifier && p.ahead(2).kind == tCurlyOpen {
		p.at += 2
		return expr{node: &Call{Pos: t.pos, Target: x.node, Name: t.text}, name: true}
	}
	return p.dotted(x, noDo)
}
