package eval

import (
	"slices"
	"strings"

	"gex/interp/syntax"
	"gex/runtime/exception"
	"gex/runtime/term"
)

// term returns the quoted expression of a node.
func (q *quoter) term(n syntax.Node) term.Term {
	if value, ok := quotedLiteral(n); ok {
		return value
	}
	switch n := n.(type) {
	case *syntax.Var:
		return q.variable(n)
	case *syntax.Alias:
		return q.alias(n)
	case *syntax.Call:
		return q.call(n)
	case *syntax.AnonCall:
		dot := q.form(".", n, q.term(n.Fun))
		return term.Tuple{dot, q.meta(n), q.args(n.Args, n.Do)}
	case *syntax.Apply:
		return q.apply(n)
	case *syntax.MultiAlias:
		dot := q.form(".", n, q.term(n.Base), term.Atom("{}"))
		return term.Tuple{dot, q.meta(n), term.List(q.terms(n.Elems)...)}
	case *syntax.Access:
		dot := q.form(".", n, term.Alias("Access"), term.Atom("get"))
		return term.Tuple{dot, q.meta(n), term.List(q.term(n.X), q.term(n.Key))}
	case *syntax.Attribute:
		return q.attribute(n)
	}
	return q.composite(n)
}

// quotedLiteral returns what stands for itself.
func quotedLiteral(n syntax.Node) (term.Term, bool) {
	switch n := n.(type) {
	case *literalNode:
		return n.value, true
	case *syntax.Int:
		if n.Big != nil {
			return term.Integer(n.Big), true
		}
		return term.Int(n.Value), true
	case *syntax.Float:
		return term.Float(n.Value), true
	case *syntax.Atom:
		return term.Atom(n.Name), true
	case *syntax.String:
		text, ok := syntax.Constant(n.Parts)
		return term.Binary(text), ok
	case *syntax.Charlist:
		text, ok := syntax.Constant(n.Parts)
		return term.Charlist(text), ok
	}
	return nil, false
}

func (q *quoter) composite(n syntax.Node) term.Term {
	switch n := n.(type) {
	case *syntax.Tuple:
		if len(n.Elems) == 2 {
			return q.pair(n, n.Elems[0], n.Elems[1])
		}
		return q.form("{}", n, q.terms(n.Elems)...)
	case *syntax.Pair:
		return q.pair(n, n.Key, n.Value)
	case *syntax.List:
		return q.list(n)
	case *syntax.Keywords:
		return term.List(q.terms(pairNodes(n.Pairs))...)
	case *syntax.Map:
		return q.mapForm(n)
	case *syntax.Struct:
		return q.form("%", n, q.term(n.Name), q.term(n.Fields))
	case *syntax.Bitstring:
		return q.form("<<>>", n, q.terms(n.Segments)...)
	case *syntax.Range:
		return q.rangeForm(n)
	case *syntax.String, *syntax.Charlist, *syntax.QuotedAtom, *syntax.Sigil:
		return q.text(n)
	}
	return q.operator(n)
}

// pair is a tuple of two, or of more if what is spliced into it is.
func (q *quoter) pair(n, first, second syntax.Node) term.Term {
	pair := term.Tuple{q.term(first), q.term(second)}
	if isSplice(pair[0]) || isSplice(pair[1]) {
		return q.form("{}", n, pair...)
	}
	return pair
}

func (q *quoter) operator(n syntax.Node) term.Term {
	switch n := n.(type) {
	case *syntax.Unary:
		return term.Tuple{term.Atom(n.Op), q.imports(n, n.Op), term.List(q.term(n.X))}
	case *syntax.Binary:
		return term.Tuple{term.Atom(n.Op), q.imports(n, n.Op), term.List(q.term(n.Left), q.term(n.Right))}
	case *syntax.Pin:
		return q.form("^", n, q.term(n.X))
	case *syntax.Capture:
		return q.form("&", n, q.term(n.X))
	case *syntax.CaptureArg:
		return q.form("&", n, term.Int(n.Index))
	case *syntax.Block:
		return q.form("__block__", nil, q.terms(n.Exprs)...)
	case *syntax.Fn:
		return q.form("fn", n, q.terms(syntax.Children(n))...)
	case *syntax.Stab:
		return term.List(q.terms(syntax.Children(n))...)
	case *syntax.Clause:
		return q.clause(n)
	}
	q.c.fail(n.Position(), "expression cannot be quoted")
	return nil
}

func (q *quoter) clause(n *syntax.Clause) term.Term {
	args := q.terms(n.Args)
	if n.Guard != nil {
		args = []term.Term{q.form("when", n, append(args, q.term(n.Guard))...)}
	}
	return q.form("->", n, term.List(args...), q.term(n.Body))
}

func (q *quoter) variable(n *syntax.Var) term.Term {
	meta := q.meta(n)
	if !q.lines && !unimported[n.Name] {
		meta = q.imports(n, n.Name)
		if q.c.importsVariable(n.Name) {
			meta = q.called(meta)
		}
	}
	return term.Tuple{term.Atom(n.Name), meta, q.context}
}

// called adds to the meta data of a variable that it may be a call.
func (q *quoter) called(meta term.Term) term.Term {
	pair := term.Tuple{term.Atom("if_undefined"), term.Atom("apply")}
	if q.place != nil && q.place.Key == term.Term(term.Atom("keep")) { // which stands first
		keep := meta.(*term.Cons)
		return &term.Cons{Head: keep.Head, Tail: &term.Cons{Head: pair, Tail: keep.Tail}}
	}
	return &term.Cons{Head: pair, Tail: meta}
}

// importsVariable reports whether a name alone may mean an imported function.
func (c *compiler) importsVariable(name string) bool {
	return slices.ContainsFunc(c.importedArities(name), func(i imported) bool { return i.arity == 0 })
}

func (q *quoter) alias(n *syntax.Alias) term.Term {
	var names []term.Term
	if n.Base != nil {
		names = append(names, q.term(n.Base))
	}
	for _, name := range n.Names {
		names = append(names, term.Atom(name))
	}
	meta := q.meta(n)
	_, named := n.Base.(*syntax.Alias)
	if whole := n.Base == nil && n.Names[0] == "Elixir"; !q.lines && !whole && (n.Base == nil || named) {
		q.c.usedAlias(n.Names[0])
		var full term.Term = term.False
		if module, ok := q.c.context.aliases[n.Names[0]]; ok {
			full = resolveAlias(map[string]term.Atom{n.Names[0]: module}, n.Names)
		}
		meta = q.meta(n, term.Pair{Key: term.Atom("alias"), Value: full})
	}
	return term.Tuple{term.Atom("__aliases__"), meta, term.List(names...)}
}

// args are the arguments of a call with its do block.
func (q *quoter) args(args []syntax.Node, do *syntax.DoBlock) term.Term {
	terms := q.terms(args)
	if do != nil {
		var pairs []term.Pair
		for _, s := range do.Sections {
			pairs = append(pairs, term.Pair{Key: term.Atom(s.Name), Value: q.term(s.Body)})
		}
		terms = append(terms, term.Keyword(pairs...))
	}
	return term.List(terms...)
}

func (q *quoter) call(n *syntax.Call) term.Term {
	if q.unquotes && n.Target == nil && len(n.Args) == 1 && n.Do == nil {
		switch n.Name {
		case "unquote":
			return q.hole(n.Args[0], false)
		case "unquote_splicing":
			return q.hole(n.Args[0], true)
		}
	}
	if n.Target == nil {
		args := q.args(n.Args, n.Do)
		if strings.HasPrefix(n.Name, "def") && kernelMacros[n.Name] != nil && !q.lines {
			args = q.markHead(args)
		}
		return term.Tuple{term.Atom(n.Name), q.ambiguous(n, q.imports(n, n.Name)), args}
	}
	var name term.Term = term.Atom(n.Name)
	args := q.args(n.Args, n.Do)
	field := !n.Parens && len(n.Args) == 0 && n.Do == nil
	if q.unquotes && n.Name == "unquote" && len(n.Args) == 1 {
		name, args, field = q.hole(n.Args[0], false), term.Empty, true
	}
	meta := q.meta(n)
	if field {
		meta = q.meta(n, term.Pair{Key: term.Atom("no_parens"), Value: term.True})
	}
	return term.Tuple{q.form(".", n, q.term(n.Target), name), meta, args}
}

// ambiguous notes in the meta data that a call, f -1, might have been meant as
// an operator.
func (q *quoter) ambiguous(n *syntax.Call, meta term.Term) term.Term {
	if q.lines || n.Parens || n.Do != nil || len(n.Args) != 1 {
		return meta
	}
	sign, ok := n.Args[0].(*syntax.Unary)
	if !ok || sign.Op != "-" && sign.Op != "+" {
		return meta
	}
	return &term.Cons{Head: term.Tuple{term.Atom("ambiguous_op"), q.context}, Tail: meta}
}

// markHead notes the context in the head of a definition.
func (q *quoter) markHead(args term.Term) term.Term {
	elements, _ := term.Slice(args)
	if len(elements) == 0 {
		return args
	}
	if head, ok := elements[0].(term.Tuple); ok && len(head) == 3 && (isAtom(head[0]) || isHole(head[0])) {
		elements[0] = term.Tuple{head[0], q.meta(nil, term.Pair{Key: term.Atom("context"), Value: q.context}), head[2]}
	}
	return term.List(elements...)
}

// apply is f(x)(y), which names a function by unquote.
func (q *quoter) apply(n *syntax.Apply) term.Term {
	args := q.args(n.Args, n.Do)
	if target, ok := n.Fun.(*syntax.Call); ok && target.Target != nil && target.Name == "unquote" && len(target.Args) == 1 {
		name := q.hole(target.Args[0], false)
		holeIn(name).check = namesCall
		dot := q.form(".", n, q.term(target.Target), name)
		return term.Tuple{dot, q.meta(n), args}
	}
	return term.Tuple{q.term(n.Fun), q.meta(n), args}
}

// namesCall refuses what cannot stand behind a dot.
func namesCall(value term.Term) error {
	if form, ok := value.(term.Tuple); isAtom(value) || ok && len(form) == 3 {
		return nil
	}
	return exception.ArgumentError("expected unquote after dot with args to return an atom or a quoted call, got: %s", show(value))
}

func (q *quoter) attribute(n *syntax.Attribute) term.Term {
	context := term.Pair{Key: term.Atom("context"), Value: q.context}
	meta := q.meta(n, context)
	if q.lines {
		meta = q.meta(n)
	}
	var inner term.Term = term.Tuple{term.Atom(n.Name), meta, q.context}
	if n.Value != nil {
		inner = term.Tuple{term.Atom(n.Name), meta, term.List(q.term(n.Value))}
	}
	return term.Tuple{term.Atom("@"), q.imports(n, "@"), term.List(inner)}
}

func (q *quoter) list(n *syntax.List) term.Term {
	elements := q.terms(n.Elems)
	if n.Tail != nil {
		last := len(elements) - 1
		elements[last] = q.form("|", nil, elements[last], q.term(n.Tail))
	}
	return term.List(elements...)
}

func (q *quoter) mapForm(n *syntax.Map) term.Term {
	pairs := q.terms(n.Elems)
	if n.Base == nil {
		return q.form("%{}", n, pairs...)
	}
	return q.form("%{}", n, q.form("|", n, q.term(n.Base), term.List(pairs...)))
}

func (q *quoter) rangeForm(n *syntax.Range) term.Term {
	args := q.terms(present(n.First, n.Last, n.Step))
	name := ".."
	if n.Step != nil {
		name = "..//"
	}
	return term.Tuple{term.Atom(name), q.imports(n, name), term.List(args...)}
}

func (q *quoter) text(n syntax.Node) term.Term {
	switch n := n.(type) {
	case *syntax.String:
		return q.segments(n, n.Parts)
	case *syntax.QuotedAtom:
		dot := q.form(".", n, term.Atom("erlang"), term.Atom("binary_to_atom"))
		return term.Tuple{dot, q.meta(n), term.List(q.segments(n, n.Parts), term.Atom("utf8"))}
	case *syntax.Charlist:
		var parts []term.Term
		for _, p := range n.Parts {
			if p.Expr == nil {
				parts = append(parts, term.Binary(p.Text))
			} else {
				parts = append(parts, q.toString(p.Expr))
			}
		}
		dot := q.form(".", n, term.Alias("List"), term.Atom("to_charlist"))
		return term.Tuple{dot, q.meta(n), term.List(term.List(parts...))}
	case *syntax.Sigil:
		return q.sigil(n)
	}
	return nil
}

func (q *quoter) sigil(n *syntax.Sigil) term.Term {
	name := "sigil_" + string(n.Name)
	delimiter := term.Tuple{term.Atom("delimiter"), term.Binary(n.Delimiter)}
	meta := &term.Cons{Head: delimiter, Tail: q.imports(n, name)}
	return term.Tuple{term.Atom(name), meta, term.List(q.segments(n, n.Parts), term.Charlist(n.Modifiers))}
}

func (q *quoter) segments(n syntax.Node, parts []syntax.Part) term.Term {
	var segments []term.Term
	for _, p := range parts {
		if p.Expr == nil {
			segments = append(segments, term.Binary(p.Text))
			continue
		}
		kind := term.Tuple{term.Atom("binary"), q.meta(n), q.context}
		segments = append(segments, q.form("::", n, q.toString(p.Expr), kind))
	}
	return q.form("<<>>", n, segments...)
}

func (q *quoter) toString(n syntax.Node) term.Term {
	dot := q.form(".", n, kernel, term.Atom("to_string"))
	return term.Tuple{dot, q.meta(n), term.List(q.term(n))}
}
