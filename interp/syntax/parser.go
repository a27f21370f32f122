package syntax

import "sort"

// Parse reads a whole source. The error is an *Error in the words of Elixir
// 1.14; its Incomplete field tells whether more input could help.
func Parse(src string, opts Options) (file *File, err error) {
	opts = opts.filled()
	lx := newLexer(src, opts)
	var p *parser
	defer func() {
		switch f := recover().(type) {
		case nil:
		case fault:
			failed := f.describe(opts, src)
			*lx.warnings = p.given(*lx.warnings)
			failed.Warnings = lx.sortedWarnings()
			file, err = nil, failed
		default:
			panic(f)
		}
	}()
	tokens := continued(lx.run(), opts)
	p = &parser{tokens: tokens, warnings: lx.warnings, firstParen: -1, callParen: -1}
	body := p.source()
	return &File{Name: opts.File, Body: body, Warnings: lx.sortedWarnings(), Comments: *lx.comments}, nil
}

func (lx *lexer) sortedWarnings() []Warning {
	sort.SliceStable(*lx.warnings, func(i, j int) bool { return before((*lx.warnings)[i].Pos, (*lx.warnings)[j].Pos) })
	return *lx.warnings
}

func before(a, b Pos) bool {
	return a.Line < b.Line || a.Line == b.Line && a.Column < b.Column
}

// parser reads tokens by recursive descent, operators by precedence. Its
// methods consume what they return a node for, and bail at the first token
// that cannot continue the text.
type parser struct {
	tokens   []token
	at       int
	depth    int
	nested   bool // inside of an interpolation
	warnings *[]Warning
	warnedAt []int // the token that was next at each of the last warnings

	// firstParen is the index of a ( at the start of a clause, where it may
	// hold the arguments of the clause; callParen that of a ( after a name and
	// a blank, where several arguments are an error of its own.
	firstParen int
	callParen  int
}

// context says what surrounds an expression.
type context uint8

const (
	// noDo is inside of arguments without parentheses, where a do belongs to
	// the outermost call.
	noDo context = 1 << iota

	// inMap is an element of a map, where no call may have several arguments
	// without parentheses, unless a do block follows.
	inMap

	// refused is an expression behind a keyword list, which is an error: it is
	// read only to find the end of it. No comma belongs to it.
	refused
)

// shape is what the grammar knows of a parsed expression.
type shape uint8

const (
	matched   shape = iota // anything without a do block or an open argument list
	unmatched              // ends with a do block
	noParens               // ends with arguments that a comma would extend
	arguments              // (a, b) before ->
)

// expr is a parsed expression with its shape.
type expr struct {
	node   Node
	shape  shape
	access bool // may be followed by [key]
	name   bool // a name or call, which may stand alone in %{}
	bare   bool // a call with arguments without parentheses
	open   bool // ends with such a call of one argument

	// prefixed is an operand with its prefix operator, which a map takes even
	// if it ends with several arguments.
	prefixed bool
	args     []Node // of shape arguments
}

func (p *parser) peek() token { return p.ahead(0) }

func (p *parser) ahead(n int) token {
	if p.at+n < len(p.tokens) {
		return p.tokens[p.at+n]
	}
	t := token{kind: tEnd}
	if len(p.tokens) > 0 {
		t.pos = p.tokens[len(p.tokens)-1].pos
	}
	return t
}

func (p *parser) next() token {
	t := p.peek()
	p.at++
	return t
}

func (p *parser) is(k kind) bool { return p.kind(0) == k }

func (p *parser) kind(n int) kind {
	if p.at+n < len(p.tokens) {
		return p.tokens[p.at+n].kind
	}
	return tEnd
}

// accept consumes the next token if it is of kind k.
func (p *parser) accept(k kind) bool {
	if !p.is(k) {
		return false
	}
	p.at++
	return true
}

func (p *parser) expect(k kind) token {
	if !p.is(k) {
		p.fail()
	}
	return p.next()
}

// fail reports the next token as unexpected.
func (p *parser) fail() {
	f := unexpected(p.peek())
	f.closed = p.nested
	bail(f)
}

// failFollow fails if the next token cannot follow an expression.
func (p *parser) failFollow() {
	if p.startsExpression() || p.isKey() {
		p.fail()
	}
}

// failArguments reports arguments whose commas could belong to more than one
// call.
func (p *parser) failArguments(n Node, message string) {
	p.failFollow()
	p.failNode(n.Position(), message, "','")
}

// failNode reports a fault of a construct as a whole; only its line is known.
func (p *parser) failNode(pos Pos, message, token string) {
	bail(fault{pos: Pos{Line: pos.Line}, before: message, token: token})
}

func (p *parser) warn(pos Pos, message string) {
	*p.warnings = append(*p.warnings, Warning{pos, message})
	p.warnedAt = append(p.warnedAt, p.at)
}

// given returns the warnings that Elixir gives although the text is wrong: none if
// its tokens are, and else those that need not know the token that is, which says
// whether an operand is whole.
func (p *parser) given(warnings []Warning) []Warning {
	if p == nil {
		return nil
	}
	first := len(warnings) - len(p.warnedAt)
	given := warnings[:first:first]
	for i, w := range warnings[first:] {
		if p.warnedAt[i] != p.at || w.Message == messageEmptyClause {
			given = append(given, w)
		}
	}
	return given
}

// endOfExpression consumes what separates two expressions.
func (p *parser) endOfExpression() bool {
	line := p.accept(tEOL)
	return p.accept(tSemicolon) || line
}

// source reads all tokens as a sequence of expressions.
func (p *parser) source() Node {
	start := p.peek().pos
	p.endOfExpression()
	var exprs []Node
	for !p.is(tEnd) {
		exprs = append(exprs, p.expression(0, 0).node)
		if !p.is(tEnd) && !p.endOfExpression() {
			p.fail()
		}
	}
	return buildBlock(start, exprs)
}

// buildBlock makes one node of a sequence. A lone not or ! is kept in a block,
// so that it differs from one that an "in" after it could take apart.
func buildBlock(pos Pos, exprs []Node) Node {
	if len(exprs) == 1 && !staysInBlock(exprs[0]) {
		return exprs[0]
	}
	return &Block{Pos: pos, Exprs: exprs}
}

func staysInBlock(n Node) bool {
	switch n := n.(type) {
	case *Unary:
		return n.Op == "not" || n.Op == "!"
	case *Call:
		return n.Target == nil && n.Name == "unquote_splicing" && len(n.Args) == 1 && n.Do == nil
	}
	return false
}

// expression reads an expression whose operators bind at least as tight as
// level.
func (p *parser) expression(level int, ctx context) expr {
	p.enter()
	defer p.leave()
	return p.operators(p.operand(ctx), level, ctx)
}

func (p *parser) enter() {
	p.depth++
	if p.depth > maxNesting {
		t := p.peek()
		bail(fault{pos: t.pos, before: messageNesting, token: t.text})
	}
}

func (p *parser) leave() { p.depth-- }
