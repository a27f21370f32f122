package syntax

// form is a quoted expression as the formatter of Elixir looks at it: names
// are told from calls, literals know whether they are keys, and every call
// knows whether it has parentheses and a do block. The formatter treats
// whatever is called like an operator as one, so operators, tuples, maps and
// binaries are calls by name.
type form struct {
	kind formKind
	// text is a variable's name, an atom's, the name that is called, the
	// digits of a number or the escaped content of a string.
	text string
	line int // the line that Elixir knows for it, or 0
	// head is what is called, unless that is a name; the target of a remote
	// call.
	head *form
	args []*form

	closing   bool   // calls: parentheses were written or are to be
	do        bool   // calls: the last argument is a do block
	key       bool   // atoms: written before its colon, as in a: 1
	delimiter string // sigils
	modifiers string
	index     int // formSegment: number of the last segment
}

type formKind uint8

const (
	formVar formKind = iota
	formNumber
	formAtom
	formString
	formCharlist
	formList   // a list in brackets
	formItems  // a list that stands for its elements: keywords, clauses
	formTuple  // a 2-tuple in braces
	formPair   // key: value or key => value
	formAlias  // args[0], if there are args, before the names in text
	formNamed  // a call by name
	formRemote // head.text(args)
	formFun    // head.(args)
	formApply  // head(args)
	formAccess // args[0][args[1]]
	formSigil  // args are its parts
	formText   // a string, charlist or atom with interpolations
	formPart   // an interpolation, of args[0]
	formCaptureArg
	formClauseArgs // the arguments of a clause before its when
	formSegment    // args[0], the first segment of a binary
)

func named(name string, line int, args ...*form) *form {
	return &form{kind: formNamed, text: name, line: line, args: args}
}

// is reports whether f is a call of name with n arguments.
func (f *form) is(name string, n int) bool {
	return f.kind == formNamed && f.text == name && len(f.args) == n
}

// lower turns trees into forms. The line of a literal, which Elixir does not
// know, is that of the form around it; up is this line, or 0.
type lower struct{}

func (l lower) nodes(nodes []Node, up int) []*form {
	out := make([]*form, len(nodes))
	for i, n := range nodes {
		out[i] = l.node(n, up)
	}
	return out
}

func (l lower) node(n Node, up int) *form {
	switch n := n.(type) {
	case *Int, *Float, *Atom, *String, *Charlist, *QuotedAtom, *Sigil, *Handle:
		return l.literal(n, up)
	case *Tuple, *List, *Pair, *Keywords, *Map, *Struct, *Bitstring, *Range:
		return l.container(n, up)
	case *Alias, *Var, *Call, *AnonCall, *Apply, *MultiAlias, *Access, *Attribute:
		return l.calls(n, up)
	}
	return l.operator(n, up)
}

func (l lower) literal(n Node, up int) *form {
	switch n := n.(type) {
	case *Int:
		return &form{kind: formNumber, text: underscored(intText(n)), line: up}
	case *Float:
		return &form{kind: formNumber, text: floatText(n.Value), line: up}
	case *Atom:
		return l.atom(n.Name, up)
	case *String:
		if s, ok := Constant(n.Parts); ok {
			return &form{kind: formString, text: escaped(s), line: up}
		}
		return l.interpolated(n, n.Parts, `"`)
	case *Charlist:
		if s, ok := Constant(n.Parts); ok {
			return l.list(&List{Pos: n.Pos, Elems: codePoints(s)}, up)
		}
		return l.interpolated(n, escapedParts(n.Parts), "'")
	case *QuotedAtom:
		return l.interpolated(n, escapedParts(n.Parts), `:"`)
	case *Sigil:
		f := l.interpolated(n, n.Parts, n.Delimiter)
		f.kind, f.text, f.modifiers = formSigil, string(n.Name), n.Modifiers
		return f
	case *Handle:
		return &form{kind: formVar, text: n.text(), line: up}
	}
	return nil
}

func (l lower) atom(name string, up int) *form {
	if rest, ok := aliasAtom(name); ok {
		return &form{kind: formAlias, text: rest, line: up}
	}
	return &form{kind: formAtom, text: escaped(name), line: up}
}

// interpolated is a literal with interpolations, whose opening delimiter is
// open.
func (l lower) interpolated(n Node, parts []Part, open string) *form {
	f := &form{kind: formText, line: n.Position().Line, delimiter: open}
	for _, p := range parts {
		if p.Expr == nil {
			f.args = append(f.args, &form{kind: formString, text: p.Text})
			continue
		}
		inner := l.node(p.Expr, p.Expr.Position().Line)
		f.args = append(f.args, &form{kind: formPart, args: []*form{inner}})
	}
	return f
}

func (l lower) container(n Node, up int) *form {
	switch n := n.(type) {
	case *Tuple:
		return l.tuple(n, up)
	case *List:
		return l.list(n, up)
	case *Pair:
		return l.pair(n.Key, n.Value, up)
	case *Keywords:
		return l.list(&List{Pos: n.Pos, Elems: pairNodes(n.Pairs)}, up)
	case *Map:
		return l.mapForm(n)
	case *Struct:
		return l.call(named("%", n.Line), []Node{n.Name, n.Fields}, nil, up)
	case *Bitstring:
		return l.bitstring(n)
	case *Range:
		return l.rangeForm(n, up)
	}
	return nil
}

func (l lower) tuple(n *Tuple, up int) *form {
	if len(n.Elems) == 2 {
		return l.pair(n.Elems[0], n.Elems[1], up)
	}
	f := named("{}", n.Line)
	last := len(n.Elems) - 1
	if last > 0 && isKeyword(n.Elems[last]) {
		f.args = append(l.nodes(n.Elems[:last], up), l.elements(elements(n.Elems[last]), up)...)
		return f
	}
	return l.call(f, n.Elems, nil, up)
}

// pair is the 2-tuple {left, right}.
func (l lower) pair(left, right Node, up int) *form {
	f := &form{kind: formTuple, line: up}
	value := l.node(right, up)
	if isKeyword(right) {
		value = &form{kind: formItems, args: l.elements(elements(right), up)}
	}
	f.args = []*form{l.node(left, up), value}
	return f
}

func (l lower) list(n *List, up int) *form {
	elems := listElems(n)
	if s, ok := printable(elems); ok {
		return &form{kind: formCharlist, text: escaped(s), line: up}
	}
	return &form{kind: formList, args: l.elements(elems, up), line: up}
}

// elements are those of a list or map, where 2-tuples with atoms up to the
// end are keywords.
func (l lower) elements(elems []Node, up int) []*form {
	out := make([]*form, len(elems))
	for i, e := range elems {
		key, value, ok := pairOf(e)
		switch {
		case !ok:
			out[i] = l.node(e, up)
		case allKeys(elems[i:]):
			name := key.(*Atom).Name
			k := &form{kind: formAtom, text: escaped(name), key: true, line: up}
			out[i] = &form{kind: formPair, args: []*form{k, l.node(value, up)}}
		default:
			out[i] = &form{kind: formTuple, line: up, args: []*form{l.node(key, up), l.node(value, up)}}
		}
	}
	return out
}

func (l lower) mapForm(n *Map) *form {
	f := named("%{}", n.Line)
	if n.Base != nil {
		right := &form{kind: formItems, args: l.mapElements(n.Elems, n.Line)}
		f.args = []*form{named("|", n.Line, l.node(n.Base, n.Line), right)}
		return f
	}
	f.args = l.mapElements(n.Elems, n.Line)
	return f
}

func (l lower) mapElements(elems []Node, up int) []*form {
	out := l.elements(elems, up)
	for _, f := range out {
		if f.kind == formTuple {
			f.kind = formPair
		}
	}
	return out
}

func (l lower) bitstring(n *Bitstring) *form {
	if s, ok := constantSegments(n.Segments); ok {
		return l.interpolated(n, s, `"`)
	}
	return named("<<>>", n.Line, l.nodes(n.Segments, n.Line)...)
}

func (l lower) rangeForm(n *Range, up int) *form {
	switch {
	case n.First == nil:
		return l.call(named("..", n.Line), nil, nil, up)
	case n.Step == nil:
		return l.call(named("..", n.Line), []Node{n.First, n.Last}, nil, up)
	}
	return l.call(named("..//", n.Line), []Node{n.First, n.Last, n.Step}, nil, up)
}
