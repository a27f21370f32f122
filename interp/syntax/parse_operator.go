package syntax

import "fmt"

// operand reads an expression without the operators between operands.
func (p *parser) operand(ctx context) expr {
	switch t := p.peek(); t.kind {
	case tUnaryOp, tDualOp, tTernaryOp:
		return p.unary(levelUnary, ctx)
	case tCaptureOp:
		return p.capture(ctx)
	case tAtOp:
		return p.attribute(ctx)
	default:
		return p.keyed(p.primary(ctx))
	}
}

// keyed reads the [key] after an expression that may have one.
func (p *parser) keyed(x expr) expr {
	for x.access && p.is(tBracketOpen) {
		open := p.peek()
		x = expr{node: &Access{Pos: open.pos, X: x.node, Key: p.accessKey()}, access: true}
	}
	if x.access && p.is(tKeyword) {
		t := p.peek()
		if t.text == "do" {
			bail(fault{pos: t.pos, before: "unexpected keyword: ", token: "do:", after: messageDo})
		}
		bail(fault{pos: t.pos, before: beforeSyntax, token: "'" + t.text + ":'"})
	}
	return x
}

// accessKey reads [key] and returns the key; a keyword list has no brackets of
// its own there.
func (p *parser) accessKey() Node {
	open := p.expect(tBracketOpen)
	p.accept(tEOL)
	if p.is(tKeyword) {
		pairs := p.keywords(messageKeywordData)
		p.close(tBracketClose)
		return &List{Pos: open.pos, Elems: pairNodes(pairs)}
	}
	x := p.containerExpr()
	p.accept(tComma)
	p.close(tBracketClose)
	return x
}

// unary reads a prefix operator with its operand.
func (p *parser) unary(level int, ctx context) expr {
	op := p.next()
	p.accept(tEOL)
	x := p.prefixed(level, ctx)
	x.node = buildUnary(op, x.node)
	return expr{node: x.node, shape: x.shape, open: x.open, prefixed: true}
}

// prefixed reads the operand of a prefix operator. One that ends with a do
// block takes all operators behind it, too.
func (p *parser) prefixed(level int, ctx context) expr {
	x := p.expression(level, ctx)
	if x.shape == unmatched {
		x = p.operators(x, 0, ctx)
	}
	return x
}

func buildUnary(op token, x Node) Node {
	switch op.text {
	case "^":
		return &Pin{Pos: op.pos, X: x}
	case "//": // &//2: the first / is the name, the second one the operator
		return &Binary{
			Pos: Pos{op.pos.Line, op.pos.Column + 1}, Op: "/",
			Left: &Var{Pos: op.pos, Name: "/"}, Right: x,
		}
	}
	return &Unary{Pos: op.pos, Op: op.text, X: x}
}

// capture reads &1 or & before an expression.
func (p *parser) capture(ctx context) expr {
	op := p.next()
	p.accept(tEOL)
	if p.is(tInt) {
		if n, ok := p.peek().lit.(*Int); ok && n.Big == nil && n.Value <= 1<<30 {
			p.next()
			return p.keyed(expr{node: &CaptureArg{Pos: op.pos, Index: int(n.Value)}, access: true})
		}
	}
	x := p.prefixed(levelCapture, ctx)
	return expr{node: &Capture{Pos: op.pos, X: x.node}, shape: x.shape, open: x.open, prefixed: true}
}

// attribute reads @ with its operand: @name, @name value, @name[key].
func (p *parser) attribute(ctx context) expr {
	op := p.next()
	p.accept(tEOL)
	if p.is(tBracketIdentifier) {
		name := p.next()
		return p.keyed(expr{node: &Attribute{Pos: op.pos, Name: name.text}, access: true})
	}
	if p.isPrefix() {
		x := p.prefixed(levelAt, ctx)
		return expr{node: buildAttribute(op, x), shape: x.shape, open: x.open, prefixed: true}
	}
	x := p.primary(ctx)
	if x.access && p.is(tBracketOpen) {
		return p.keyed(expr{node: buildAttribute(op, x), access: true})
	}
	x = p.keyed(x)
	if x.shape == unmatched {
		x = p.operators(x, 0, ctx)
	}
	return expr{node: buildAttribute(op, x), shape: x.shape, open: x.open, prefixed: true}
}

func (p *parser) isPrefix() bool {
	switch p.peek().kind {
	case tUnaryOp, tDualOp, tTernaryOp, tCaptureOp, tAtOp:
		return true
	}
	return false
}

func buildAttribute(op token, x expr) Node {
	switch n := x.node.(type) {
	case *Var:
		return &Attribute{Pos: op.pos, Name: n.Name}
	case *Call:
		if n.Target == nil && len(n.Args) == 1 && n.Do == nil {
			return &Attribute{Pos: op.pos, Name: n.Name, Value: n.Args[0]}
		}
	}
	return &Unary{Pos: op.pos, Op: op.text, X: x.node}
}

// operators reads the operators after left that bind at least as tight as
// level, with their right operands.
func (p *parser) operators(left expr, level int, ctx context) expr {
	for left.shape == matched || left.shape == unmatched {
		k := p.peek().kind
		if k == tDot || k == tDotCall {
			if left.shape == unmatched || level > levelDot {
				return left
			}
			left = p.dotted(left, ctx)
			continue
		}
		prec, ok := binary[k]
		if !ok || prec.level < level {
			return left
		}
		left = p.binary(left, prec, ctx)
	}
	return left
}

// binary reads an operator and its right operand.
func (p *parser) binary(left expr, prec precedence, ctx context) expr {
	op := p.next()
	p.accept(tEOL)
	level := prec.level + 1
	if prec.right {
		level = prec.level
	}
	right := p.rightOperand(op, level, ctx)
	if op.kind == tArrowOp && right.bare {
		p.warn(op.pos, fmt.Sprintf(messagePipe, op.text))
	}
	s := right.shape
	if left.shape == unmatched {
		s = unmatched
	}
	if op.kind == tTernaryOp && right.open {
		p.failFollow()
	}
	return expr{node: p.buildBinary(op, left.node, right.node), shape: s, open: right.open, prefixed: right.prefixed}
}

// rightOperand reads what stands behind op. After when it may be keywords, as
// in a specification.
func (p *parser) rightOperand(op token, level int, ctx context) expr {
	if op.kind == tWhenOp && p.isKey() && ctx&(inMap|refused) == 0 {
		return expr{node: p.bareKeywords(), shape: noParens}
	}
	return p.expression(level, ctx)
}

func (p *parser) buildBinary(op token, left, right Node) Node {
	switch op.text {
	case "//":
		r, ok := left.(*Range)
		if !ok || r.First == nil || r.Step != nil {
			bail(fault{pos: op.pos, before: messageStep, token: "'//'"})
		}
		return &Range{Pos: r.Pos, First: r.First, Last: r.Last, Step: right}
	case "..":
		return &Range{Pos: op.pos, First: left, Last: right}
	case "not in":
		return &Unary{Pos: op.pos, Op: "not", X: &Binary{Pos: op.pos, Op: "in", Left: left, Right: right}}
	case "in":
		if u, ok := left.(*Unary); ok && (u.Op == "not" || u.Op == "!") {
			p.warn(op.pos, messageNotIn)
			return &Unary{Pos: op.pos, Op: u.Op, X: &Binary{Pos: op.pos, Op: "in", Left: u.X, Right: right}}
		}
	}
	return &Binary{Pos: op.pos, Op: op.text, Left: left, Right: right}
}

// dotted reads a dot and what it selects from x.
func (p *parser) dotted(x expr, ctx context) expr {
	dot := p.next()
	if dot.kind == tDotCall {
		call := &AnonCall{Pos: dot.pos, Fun: x.node, Args: p.parenArgs()}
		return p.keyed(p.called(call, ctx))
	}
	switch t := p.peek(); t.kind {
	case tIdentifier, tParenIdentifier, tBracketIdentifier, tDoIdentifier, tOpIdentifier:
		p.next()
		return p.keyed(p.call(x.node, t, ctx))
	case tAlias:
		p.next()
		return p.keyed(expr{node: p.buildDotAlias(x.node, dot, t), access: true})
	case tCurlyOpen:
		p.next()
		elems := p.container(tCurlyClose)
		return p.keyed(expr{node: &MultiAlias{Pos: dot.pos, Base: x.node, Elems: elems}, access: true})
	}
	p.fail()
	return x
}

func (p *parser) buildDotAlias(x Node, dot, t token) Node {
	switch x := x.(type) {
	case *Alias:
		x.Names = append(x.Names, t.text)
		return x
	case *Atom:
		bail(fault{pos: t.pos, before: messageBadAtom, token: "'.'"})
	}
	return &Alias{Pos: dot.pos, Base: x, Names: []string{t.text}}
}
