package syntax

// continued puts v(-1) before tokens that start with an operator.
func continued(tokens []token, opts Options) []token {
	if opts.Previous == NoPrevious || len(tokens) == 0 || !continues(tokens[0].kind) {
		return tokens
	}
	pos := Pos{opts.Line, 1}
	if opts.Previous == PreviousMatch {
		bail(fault{pos: pos, before: messagePrevious, token: "'" + tokens[0].text + "'"})
	}
	one := Pos{pos.Line, 4}
	return append([]token{
		{kind: tParenIdentifier, pos: pos, text: "v"},
		{kind: tParenOpen, pos: Pos{pos.Line, 2}, text: "("},
		{kind: tDualOp, pos: Pos{pos.Line, 3}, text: "-"},
		{kind: tInt, pos: one, text: "1", lit: &Int{Pos: one, Value: 1}},
		{kind: tParenClose, pos: Pos{pos.Line, 5}, text: ")"},
	}, tokens...)
}

// continues reports whether an operator of kind k at the start of an input
// takes the previous value as its left operand.
func continues(k kind) bool {
	switch k {
	case tOrOp, tAndOp, tCompOp, tRelOp, tArrowOp, tInOp, tConcatOp, tMultOp:
		return true
	}
	return false
}

// LeadingOperator reports the operator that line begins with, if it is one
// that IEx reads as v(-1) operator ...: "|> f" has one, "+ 2" has not.
func LeadingOperator(line string) (op string, ok bool) {
	first := firstTokens(line)
	if len(first) == 0 || !continues(first[0].kind) {
		return "", false
	}
	return first[0].text, true
}

// firstTokens lexes as much of line as tells its first token, of which "not
// in" has two words.
func firstTokens(line string) (tokens []token) {
	lx := newLexer(line, Options{}.filled())
	defer func() {
		f := recover()
		if _, ok := f.(fault); f != nil && !ok {
			panic(f)
		}
		tokens = lx.tokens
	}()
	for lx.at < len(lx.src) {
		if n := len(lx.tokens); n > 1 || n == 1 && lx.tokens[0].text != "not" {
			break
		}
		lx.next()
	}
	return lx.tokens
}
