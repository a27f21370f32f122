package syntax

// item is an element of a stab: a clause, an expression, or, if args is not
// nil, arguments that lack their ->.
type item struct {
	clause *Clause
	node   Node
	args   []Node
}

// stab reads clauses and expressions up to a closing token, with the
// separator behind the last one. It returns whether that separator was a
// newline with a semicolon.
func (p *parser) stab() (items []item, both bool) {
	for {
		it := p.stabItem()
		items = append(items, it)
		if it.args != nil {
			return items, false
		}
		line := p.accept(tEOL)
		semicolon := p.accept(tSemicolon)
		if !line && !semicolon {
			return items, false
		}
		switch p.peek().kind {
		case tParenClose, tEndWord, tBlock, tEnd:
			return items, line && semicolon
		}
	}
}

// stabItem reads a clause or an expression; which one shows at the ->.
func (p *parser) stabItem() item {
	switch {
	case p.is(tStabOp):
		return p.clause(nil, nil)
	case p.emptyParens():
		return p.emptyClause()
	case p.isKey():
		return p.clauseOrArgs([]Node{p.bareKeywords()})
	}
	if p.is(tParenOpen) {
		p.firstParen = p.at
	}
	x := p.expression(0, 0)
	switch {
	case x.shape == arguments:
		return p.guarded(x.args)
	case x.shape == matched && p.is(tComma):
		return p.clauseOrArgs(p.bareArgs(x.node))
	case x.shape != unmatched && p.is(tStabOp):
		return p.clause([]Node{x.node}, nil)
	}
	return item{node: x.node}
}

func (p *parser) clauseOrArgs(args []Node) item {
	if p.is(tStabOp) {
		return p.clause(args, nil)
	}
	return item{args: args}
}

// emptyParens reports whether () -> or () when comes next.
func (p *parser) emptyParens() bool {
	if !p.is(tParenOpen) {
		return false
	}
	n := 1
	if p.ahead(n).kind == tEOL {
		n++
	}
	after := p.ahead(n + 1).kind
	return p.ahead(n).kind == tParenClose && (after == tStabOp || after == tWhenOp)
}

func (p *parser) emptyClause() item {
	p.next()
	p.accept(tEOL)
	p.next()
	return p.guarded([]Node{})
}

// guarded reads an optional guard behind arguments in parentheses, and the
// rest of the clause.
func (p *parser) guarded(args []Node) item {
	if !p.accept(tWhenOp) {
		if !p.is(tStabOp) {
			p.fail()
		}
		return p.clause(args, nil)
	}
	p.accept(tEOL)
	x := p.expression(0, 0)
	if !p.is(tStabOp) {
		p.fail()
	}
	return p.clause(args, x.node)
}

// clause reads -> and the first expression of the body.
func (p *parser) clause(args []Node, guard Node) item {
	op := p.next()
	p.accept(tEOL)
	c := &Clause{Pos: op.pos, Args: args, Guard: guard}
	if guard == nil {
		unwrapGuard(c)
	}
	if p.startsExpression() {
		c.Body = p.expression(0, 0).node
	} else {
		p.warn(op.pos, messageEmptyClause)
		c.Body = &Atom{Pos: op.pos, Name: "nil"}
	}
	return item{clause: c}
}

// unwrapGuard takes the guard off the last argument.
func unwrapGuard(c *Clause) {
	if len(c.Args) == 0 {
		return
	}
	last := len(c.Args) - 1
	if when, ok := c.Args[last].(*Binary); ok && when.Op == "when" {
		c.Args[last], c.Guard = when.Left, when.Right
	}
}

// buildStab makes a *Stab of clauses or a block of expressions. Expressions
// behind a clause belong to its body.
func (p *parser) buildStab(pos Pos, items []item) Node {
	var exprs []Node
	stab := &Stab{Pos: pos}
	for _, it := range items {
		switch {
		case it.clause == nil:
			exprs = append(exprs, it.node)
		default:
			if len(stab.Clauses) == 0 && len(exprs) > 0 {
				p.failNode(it.clause.Pos, messageStab, "'->'")
			}
			endClause(stab, exprs)
			exprs = nil
			stab.Clauses = append(stab.Clauses, it.clause)
		}
	}
	if len(stab.Clauses) == 0 {
		return buildBlock(pos, exprs)
	}
	endClause(stab, exprs)
	return stab
}

// endClause completes the body of the last clause with exprs.
func endClause(stab *Stab, exprs []Node) {
	if len(stab.Clauses) == 0 {
		return
	}
	last := stab.Clauses[len(stab.Clauses)-1]
	last.Body = buildBlock(last.Pos, append([]Node{last.Body}, exprs...))
}

// fn reads fn clauses end.
func (p *parser) fn() expr {
	t := p.expect(tFn)
	p.endOfExpression()
	items, _ := p.stab()
	if last := items[len(items)-1]; last.args != nil {
		p.fail()
	}
	p.expect(tEndWord)
	stab, ok := p.buildStab(t.pos, items).(*Stab)
	if !ok || items[0].clause == nil {
		bail(fault{pos: t.pos, before: messageFn, token: "'fn'"})
	}
	return expr{node: &Fn{Pos: t.pos, Clauses: stab.Clauses}, access: true}
}

// parens reads a parenthesised expression, block or stab. Where the grammar
// allows it, several arguments may stand there.
func (p *parser) parens() expr {
	at := p.at
	open := p.expect(tParenOpen)
	p.accept(tEOL)
	if p.accept(tParenClose) {
		p.warn(open.pos, messageEmptyParens)
		return expr{node: &Block{Pos: open.pos}, access: true}
	}
	if p.accept(tSemicolon) && p.closes(tParenClose) {
		p.close(tParenClose)
		return expr{node: &Block{Pos: open.pos}, access: true}
	}
	first, call := at == p.firstParen, at == p.callParen
	items, both := p.stab()
	if args := items[len(items)-1].args; args != nil {
		if len(items) > 1 || !first && !call {
			p.fail()
		}
		p.close(tParenClose)
		if call {
			bail(fault{pos: open.pos, before: messageParens, token: "'('"})
		}
		return expr{node: &Block{Pos: open.pos}, shape: arguments, args: args}
	}
	if both {
		p.fail()
	}
	p.close(tParenClose)
	node := p.buildStab(open.pos, items)
	if block, ok := node.(*Block); ok {
		block.Parens = true
	}
	return expr{node: node, access: true}
}
