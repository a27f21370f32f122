package syntax

// call reads what follows the name t, after a dot if there is a target.
func (p *parser) call(target Node, t token, ctx context) expr {
	switch {
	case t.kind == tParenIdentifier:
		call := &Call{Pos: t.pos, Target: target, Name: t.text, Args: p.parenArgs(), Parens: true}
		return p.called(call, ctx)
	case t.kind == tDoIdentifier && ctx&noDo == 0:
		return p.withDo(&Call{Pos: t.pos, Target: target, Name: t.text})
	case t.kind == tOpIdentifier || t.kind == tIdentifier && p.startsArgument():
		return p.bareCall(target, t, ctx)
	}
	x := expr{access: t.kind == tBracketIdentifier, name: true}
	if target == nil {
		x.node = &Var{Pos: t.pos, Name: t.text}
	} else {
		x.node = &Call{Pos: t.pos, Target: target, Name: t.text}
	}
	return x
}

// called reads what follows a call with parentheses: a second pair of them, a
// do block.
func (p *parser) called(call Node, ctx context) expr {
	if p.is(tParenOpen) {
		pos := call.Position()
		call = &Apply{Pos: pos, Fun: call, Args: p.parenArgs()}
	}
	if p.is(tDo) && ctx&noDo == 0 {
		return p.withDo(call)
	}
	return expr{node: call, access: true, name: true}
}

// withDo reads the do block of call.
func (p *parser) withDo(call Node) expr {
	block := p.doBlock()
	switch c := call.(type) {
	case *Call:
		c.Do = block
	case *AnonCall:
		c.Do = block
	case *Apply:
		c.Do = block
	}
	return expr{node: call, shape: unmatched}
}

// startsArgument reports whether the next token makes a call of the name
// before it. A sign does not: f - 1 is a subtraction.
func (p *parser) startsArgument() bool {
	switch k := p.peek().kind; k {
	case tDualOp, tTernaryOp, tRangeOp:
		return false
	case tKeyword, tKeywordParts:
		return true
	default:
		return p.startsExpression()
	}
}

// startsExpression reports whether the next token can be the first of an
// expression.
func (p *parser) startsExpression() bool {
	switch p.peek().kind {
	case tInt, tFloat, tChar, tAtom, tAtomQuoted, tAtomParts, tString, tCharlist, tStringHeredoc,
		tCharlistHeredoc, tSigil, tHandle, tAlias, tIdentifier, tParenIdentifier, tBracketIdentifier,
		tDoIdentifier, tOpIdentifier, tLiteral, tFn, tParenOpen, tBracketOpen, tCurlyOpen, tBitOpen,
		tPercent, tPercentMap, tCaptureOp, tAtOp, tUnaryOp, tDualOp, tTernaryOp, tRangeOp:
		return true
	}
	return false
}

// bareCall reads arguments without parentheses, and the do block that belongs
// to the call.
func (p *parser) bareCall(target Node, t token, ctx context) expr {
	call := &Call{Pos: t.pos, Target: target, Name: t.text}
	x := expr{node: call, bare: true}
	if p.isKey() {
		call.Args = []Node{p.bareKeywords()}
	} else {
		if p.is(tParenOpen) && ctx&(inMap|refused) == 0 {
			p.callParen = p.at
		}
		first := p.expression(0, ctx&refused|noDo)
		call.Args = []Node{first.node}
		x.shape = first.shape
		if first.shape == matched && p.is(tComma) && ctx&refused == 0 {
			call.Args = p.bareArgs(first.node)
			x.shape = noParens
		}
	}
	if p.is(tDo) && ctx&noDo == 0 {
		return p.withDo(call)
	}
	x.name, x.open = x.shape == matched, x.shape == matched
	return x
}

// bareArgs reads the arguments behind the first one.
func (p *parser) bareArgs(first Node) []Node {
	args := []Node{first}
	for p.accept(tComma) {
		if p.isKey() {
			return append(args, p.bareKeywords())
		}
		x := p.expression(0, noDo)
		if x.shape == noParens {
			p.failNode(x.node.Position(), messageNestedCall, "','")
		}
		args = append(args, x.node)
	}
	return args
}

func (p *parser) isKey() bool { return p.is(tKeyword) || p.is(tKeywordParts) }

// bareKeywords reads the key: value pairs at the end of arguments without
// parentheses.
func (p *parser) bareKeywords() *Keywords {
	k := &Keywords{Pos: p.peek().pos}
	for {
		pair := p.key()
		pair.Value = p.expression(0, noDo).node
		k.Pairs = append(k.Pairs, pair)
		if !p.is(tComma) {
			return k
		}
		comma := p.next()
		if !p.isKey() {
			p.refuse(comma, messageKeywordCall)
		}
	}
}

// refuse reports the expression behind the comma after a keyword list.
func (p *parser) refuse(comma token, message string) {
	if p.expression(0, noDo|refused).open {
		p.failFollow()
	}
	bail(fault{pos: comma.pos, before: message, token: "','"})
}

// key reads key: and returns the pair without its value.
func (p *parser) key() *Pair {
	t := p.next()
	p.accept(tEOL)
	pair := &Pair{Pos: t.pos}
	if t.kind == tKeyword {
		pair.Key = &Atom{Pos: t.pos, Name: t.text}
	} else {
		pair.Key = &QuotedAtom{Pos: t.pos, Parts: p.parts(t.pieces)}
	}
	return pair
}

// parenArgs reads (arguments).
func (p *parser) parenArgs() []Node {
	p.expect(tParenOpen)
	p.accept(tEOL)
	if p.accept(tParenClose) {
		return []Node{}
	}
	args := []Node{}
	for {
		if p.isKey() {
			args = append(args, p.callKeywords())
			p.close(tParenClose)
			return args
		}
		x := p.expression(0, 0)
		if x.shape == noParens && (len(args) > 0 || !p.is(tEOL) && !p.is(tParenClose)) {
			p.failArguments(x.node, messageNestedCall)
		}
		args = append(args, x.node)
		if x.shape == noParens || !p.accept(tComma) {
			p.close(tParenClose)
			return args
		}
	}
}

// callKeywords reads the pairs at the end of arguments in parentheses.
func (p *parser) callKeywords() *Keywords {
	pos := p.peek().pos
	pairs := p.keywords(messageKeywordCall)
	if last := p.tokens[p.at-1]; last.kind == tComma {
		p.warn(last.pos, messageTrailingComma)
	}
	return &Keywords{Pos: pos, Pairs: pairs}
}

// keywords reads key: value pairs inside of brackets, and a comma after them.
// Anything behind that comma is refused with message.
func (p *parser) keywords(message string) []*Pair {
	var pairs []*Pair
	for {
		pair := p.key()
		pair.Value = p.containerExpr()
		pairs = append(pairs, pair)
		if !p.is(tComma) {
			return pairs
		}
		comma := p.next()
		if p.isKey() {
			continue
		}
		if p.startsExpression() {
			p.refuse(comma, message)
		}
		return pairs
	}
}

// close reads a closing bracket, which may stand on a new line.
func (p *parser) close(k kind) token {
	p.accept(tEOL)
	return p.expect(k)
}

// closes reports whether a closing bracket comes next.
func (p *parser) closes(k kind) bool {
	if p.is(tEOL) {
		return p.ahead(1).kind == k
	}
	return p.is(k)
}

// doBlock reads do ... end.
func (p *parser) doBlock() *DoBlock {
	do := p.expect(tDo)
	block := &DoBlock{Pos: do.pos, Sections: []Section{{Pos: do.pos, Name: "do"}}}
	first := p.section()
	for !p.accept(tEndWord) {
		t := p.expect(tBlock)
		s := Section{Pos: t.pos, Name: t.text}
		s.Body = p.buildStab(t.pos, p.section())
		block.Sections = append(block.Sections, s)
	}
	block.Sections[0].Body = p.buildStab(do.pos, first)
	return block
}

// section reads the clauses or expressions of a section of a do block.
func (p *parser) section() []item {
	p.endOfExpression()
	if p.is(tBlock) || p.is(tEndWord) {
		return nil
	}
	items, _ := p.stab()
	if !p.is(tBlock) && !p.is(tEndWord) || items[len(items)-1].args != nil {
		p.fail()
	}
	return items
}
