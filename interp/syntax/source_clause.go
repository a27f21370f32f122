package syntax

// This file writes clauses: of fn, of do blocks and in parentheses.

// severalLines reports whether a clause has a block of expressions as body.
func severalLines(clauses []*form) bool {
	for _, c := range clauses {
		if body := c.args[1]; body.kind == formNamed && body.text == "__block__" && len(body.args) > 1 {
			return true
		}
	}
	return false
}

// laidOut puts clauses on several lines if one of them needs that. The parts
// have breaks between them; the first one is what the others are nested in.
func laidOut(clauses []*form, write func(pause *doc) *doc) *doc {
	if severalLines(clauses) {
		return group(forceUnfit(write(lineEnd)))
	}
	return group(write(spaceBreak))
}

// head returns the arguments of a clause.
func head(clause *form) []*form { return clause.args[0].args }

func (w *formatter) anonymous(clauses []*form) *doc {
	if len(clauses) > 1 {
		body := nest(concat(plain("fn"), lineEnd, w.clauseLines(clauses)), 2, always)
		return forceUnfit(concat(body, lineEnd, plain("end")))
	}
	clause := clauses[0]
	start := plain("fn ->")
	if args := head(clause); len(args) > 0 {
		arrow := cons(w.clauseArgs(args), plain(" ->"))
		start = cons(plain("fn "), group(nest(arrow, 0, atCursor)))
	}
	body := w.block(clause.args[1])
	return laidOut(clauses, func(pause *doc) *doc {
		inner := nest(cons(cons(start, pause), body), 2, always)
		return cons(cons(inner, pause), plain("end"))
	})
}

// typeFun writes clauses in parentheses, as functions are in types.
func (w *formatter) typeFun(clauses []*form) *doc {
	if len(clauses) > 1 {
		body := nest(concat(plain("("), lineEnd, w.clauseLines(clauses)), 2, always)
		return forceUnfit(concat(body, lineEnd, plain(")")))
	}
	clause := clauses[0]
	body := w.block(clause.args[1])
	args := head(clause)
	return laidOut(clauses, func(pause *doc) *doc {
		if len(args) == 0 {
			return cons(cons(plain("(() -> "), nest(body, 0, atCursor)), plain(")"))
		}
		arrow := cons(w.clauseArgs(args), plain(" ->"))
		return parens(cons(group(arrow), nest(cons(pause, body), 2, always)))
	})
}

// clauses writes the body of a section of a do block; it is nil if that is
// empty.
func (w *formatter) clauses(f *form) *doc {
	if f.kind == formItems && isClause(first(f.args)) {
		return w.clauseLines(f.args)
	}
	if d := w.block(f); d != nil {
		return group(d)
	}
	return nil
}

// clauseLines writes clauses one below the other, with empty lines between
// them if one of them takes several lines.
func (w *formatter) clauseLines(clauses []*form) *doc {
	out := w.clause(clauses[0])
	for _, c := range clauses[1:] {
		out = concat(cons(out, nest(softBreak, 0, atMargin)), lineEnd, w.clause(c))
	}
	if severalLines(clauses) {
		out = forceUnfit(out)
	}
	return group(out)
}

func (w *formatter) clause(f *form) *doc {
	args := head(f)
	if len(args) == 0 {
		return nest(concat(plain("() ->"), spaceBreak, w.block(f.args[1])), 2, always)
	}
	inner := &formatter{nesting: w.nesting + 2}
	arrow := cons(inner.clauseArgs(args), plain(" ->"))
	body := w.block(f.args[1])
	return cons(group(arrow), nest(cons(spaceBreak, body), 2, always))
}

// clauseArgs writes the arguments of a clause with their guard.
func (w *formatter) clauseArgs(args []*form) *doc {
	if len(args) == 0 {
		return plain("()")
	}
	if when := args[0]; len(args) == 1 && when.kind == formNamed && when.text == "when" && len(when.args) > 0 {
		last := len(when.args) - 1
		left := &form{kind: formClauseArgs, args: when.args[:last], line: when.line}
		return w.binary("when", "when", left, when.args[last], inPlain)
	}
	return w.many(args, inPlain)
}
