package syntax

// place says where an expression stands, which decides about parentheses.
type place uint8

const (
	inBlock place = iota
	inOperand
	inParens      // one of several arguments in parentheses, or of a container
	inParensAlone // the only argument in parentheses
	inPlain       // one of several arguments without parentheses
	inPlainAlone
)

// under is the context of the operands of an operator; own is what a block or
// an operand makes of it.
func (c place) under(own place) place {
	switch c {
	case inPlain, inPlainAlone:
		return inPlain
	case inParens, inParensAlone:
		return inParens
	}
	return own
}

// formatter turns forms into documents.
type formatter struct {
	nesting int // how much more than 2 the right side of an operator is nested
}

func (w *formatter) form(f *form, c place) *doc {
	switch f.kind {
	case formVar, formNumber, formCaptureArg:
		return plain(f.text)
	case formAtom:
		return plain(atomText(f.text))
	case formString:
		return concat(plain(`"`), stringText(f.text, `"`), plain(`"`))
	case formCharlist:
		return concat(plain("'"), stringText(f.text, "'"), plain("'"))
	case formText:
		return w.text(f)
	case formSigil:
		return w.sigil(f)
	case formNamed:
		return w.named(f, c)
	case formRemote, formFun, formApply, formAccess:
		return w.call(f, c)
	}
	return w.compound(f, c)
}

func (w *formatter) compound(f *form, c place) *doc {
	switch f.kind {
	case formList:
		return w.list(f.args)
	case formItems:
		if isClause(first(f.args)) {
			return w.typeFun(f.args)
		}
		return w.many(f.args, c)
	case formTuple:
		return w.tuple(f.args)
	case formPair:
		return w.pair(f, c)
	case formAlias:
		return w.alias(f, c)
	case formClauseArgs:
		return group(w.clauseArgs(f.args))
	case formSegment:
		return w.segment(f.args[0], -1, f.index)
	}
	return nil
}

func first(forms []*form) *form {
	if len(forms) == 0 {
		return nil
	}
	return forms[0]
}

func isClause(f *form) bool { return f != nil && f.is("->", 2) }

// named writes a call by name, which may be anything that has syntax of its
// own.
func (w *formatter) named(f *form, c place) *doc {
	switch {
	case f.text == "<<>>":
		return w.bitstring(f)
	case f.is("%", 2) && f.args[1].text == "%{}":
		return w.mapping(w.form(f.args[0], inParens), f.args[1].args)
	case f.text == "%{}":
		return w.mapping(nil, f.args)
	case f.text == "{}":
		return w.tuple(f.args)
	case f.text == "__block__":
		return w.parenthesized(f, c)
	case f.text == "fn" && isClause(first(f.args)):
		return w.anonymous(f.args)
	case f.is("..", 0):
		if c == inPlain || c == inPlainAlone {
			return plain("(..)")
		}
		return plain("..")
	case f.is("..//", 3):
		inner := named("..", f.line, f.args[0], f.args[1])
		return w.form(named("//", f.line, inner, f.args[2]), c)
	}
	return w.operator(f, c)
}

func (w *formatter) operator(f *form, c place) *doc {
	switch {
	case f.is("&", 1):
		return w.capture(f.args[0], c)
	case f.is("@", 1):
		return w.attribute(f.args[0], c)
	case f.is("not", 1) && f.args[0].is("in", 2):
		in := f.args[0]
		return w.binary("in", "not in", in.args[0], in.args[1], c)
	case len(f.args) == 1 && isUnaryOperator(f.text):
		return w.unary(f.text, f.args[0], c)
	case len(f.args) == 2:
		if _, ok := binaryOperator(f.text); ok {
			return w.binary(f.text, f.text, f.args[0], f.args[1], c)
		}
	}
	return w.call(f, c)
}

// parenthesized writes a block that stands in an expression.
func (w *formatter) parenthesized(f *form, c place) *doc {
	switch len(f.args) {
	case 0:
		return plain("nil")
	case 1:
		inner := f.args[0]
		d := w.form(inner, c)
		if inner.is("unquote_splicing", 1) {
			return parens(d)
		}
		return d
	}
	return surround(plain("("), w.block(f), ")")
}

// block writes the expressions of a block, one a line.
func (w *formatter) block(f *form) *doc {
	exprs := []*form{f}
	switch {
	case f.kind == formItems && isClause(first(f.args)):
		return w.typeFun(f.args)
	case f.kind == formNamed && f.text == "__block__" && len(f.args) != 1:
		exprs = f.args
	}
	docs := make([]*doc, len(exprs))
	for i, e := range exprs {
		docs[i] = w.form(e, inBlock)
	}
	switch len(docs) {
	case 0:
		return nil
	case 1:
		return group(docs[0])
	}
	return forceUnfit(fold(spaced(exprs, docs), lineEnd))
}

// spaced puts an empty line around each expression that takes several lines,
// but for attributes.
func spaced(exprs []*form, docs []*doc) []*doc {
	var left *doc
	out := make([]*doc, len(docs))
	for i, d := range docs {
		var right *doc
		if !(exprs[i].kind == formNamed && exprs[i].text == "@") {
			right = softBreak
		}
		if left != nil {
			d = cons(left, d)
		}
		if i < len(docs)-1 && right != nil {
			d = cons(d, cons(collapse(2), right))
		}
		out[i] = group(d)
		left = right
	}
	return out
}

// many writes forms with commas between them.
func (w *formatter) many(forms []*form, c place) *doc {
	out := w.form(forms[0], c)
	for _, f := range forms[1:] {
		out = concat(cons(out, plain(",")), spaceBreak, w.form(f, c))
	}
	return out
}

func (w *formatter) alias(f *form, c place) *doc {
	if len(f.args) == 0 {
		return plain(f.text)
	}
	return cons(w.parensIfOperator(f.args[0], c), plain("."+f.text))
}
