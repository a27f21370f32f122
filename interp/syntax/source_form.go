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
// know, is that of the form around it: up, or 0 if there is none.
type lower struct{ up int }

func (l lower) nodes(nodes []Node) []*form {
	out := make([]*form, len(nodes))
	for i, n := range nodes {
		out[i] = l.node(n)
	}
	return out
}

func (l lower) node(n Node) *form {
	switch n := n.(type) {
	case *Int, *Float, *Atom, *String, *Charlist, *QuotedAtom, *Sigil, *Handle:
		return l.literal(n)
	case *Tuple, *List, *Pair, *Keywords, *Map, *Struct, *Bitstring, *Range:
		return l.container(n)
	case *Alias, *Var, *Call, *AnonCall, *Apply, *MultiAlias, *Access, *Attribute:
		return l.calls(n)
	}
	if value, ok := n.(interface{ SourceText() string }); ok { // a value in place of a tree
		return &form{kind: formVar, text: value.SourceText(), line: l.up}
	}
	return l.operator(n)
}

func (l lower) literal(n Node) *form {
	switch n := n.(type) {
	case *Int:
		return &form{kind: formNumber, text: underscored(intText(n)), line: l.up}
	case *Float:
		return &form{kind: formNumber, text: floatText(n.Value), line: l.up}
	case *Atom:
		return l.atom(n.Name)
	case *String:
		if s, ok := Constant(n.Parts); ok {
			return &form{kind: formString, text: escaped(s), line: l.up}
		}
		return l.interpolated(n, n.Parts, `"`)
	case *Charlist:
		if s, ok := Constant(n.Parts); ok {
			return l.list(&List{Pos: n.Pos, Elems: codePoints(s)})
		}
		return l.interpolated(n, escapedParts(n.Parts), "'")
	case *QuotedAtom:
		return l.interpolated(n, escapedParts(n.Parts), `:"`)
	case *Sigil:
		f := l.interpolated(n, n.Parts, n.Delimiter)
		f.kind, f.text, f.modifiers = formSigil, string(n.Name), n.Modifiers
		return f
	case *Handle:
		return &form{kind: formVar, text: n.text(), line: l.up}
	}
	return nil
}

func (l lower) atom(name string) *form {
	if rest, ok := aliasAtom(name); ok {
		return &form{kind: formAlias, text: rest, line: l.up}
	}
	return &form{kind: formAtom, text: escaped(name), line: l.up}
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
		inner := lower{p.Expr.Position().Line}.node(p.Expr)
		f.args = append(f.args, &form{kind: formPart, args: []*form{inner}})
	}
	return f
}

func (l lower) container(n Node) *form {
	switch n := n.(type) {
	case *Tuple:
		return l.tuple(n)
	case *List:
		return l.list(n)
	case *Pair:
		return l.pair(n.Key, n.Value)
	case *Keywords:
		return l.list(&List{Pos: n.Pos, Elems: pairNodes(n.Pairs)})
	case *Map:
		return l.mapForm(n)
	case *Struct:
		return l.call(named("%", n.Line), []Node{n.Name, n.Fields}, nil)
	case *Bitstring:
		return l.bitstring(n)
	case *Range:
		return l.rangeForm(n)
	}
	return nil
}

func (l lower) tuple(n *Tuple) *form {
	if len(n.Elems) == 2 {
		return l.pair(n.Elems[0], n.Elems[1])
	}
	f := named("{}", n.Line)
	last := len(n.Elems) - 1
	if last > 0 && isKeyword(n.Elems[last]) {
		f.args = append(l.nodes(n.Elems[:last]), l.elements(elements(n.Elems[last]))...)
		return f
	}
	return l.call(f, n.Elems, nil)
}

// pair is the 2-tuple {left, right}.
func (l lower) pair(left, right Node) *form {
	f := &form{kind: formTuple, line: l.up}
	value := l.node(right)
	if isKeyword(right) {
		value = &form{kind: formItems, args: l.elements(elements(right))}
	}
	f.args = []*form{l.node(left), value}
	return f
}

func (l lower) list(n *List) *form {
	elems := listElems(n)
	if s, ok := printable(elems); ok {
		return &form{kind: formCharlist, text: escaped(s), line: l.up}
	}
	return &form{kind: formList, args: l.elements(elems), line: l.up}
}

// elements are those of a list or map, where 2-tuples with atoms up to the
// end are keywords.
func (l lower) elements(elems []Node) []*form {
	out := make([]*form, len(elems))
	for i, e := range elems {
		key, value, ok := pairOf(e)
		switch {
		case !ok:
			out[i] = l.node(e)
		case allKeys(elems[i:]):
			name := key.(*Atom).Name
			k := &form{kind: formAtom, text: escaped(name), key: true, line: l.up}
			out[i] = &form{kind: formPair, args: []*form{k, l.node(value)}}
		default:
			out[i] = &form{kind: formTuple, line: l.up, args: []*form{l.node(key), l.node(value)}}
		}
	}
	return out
}

func (l lower) mapForm(n *Map) *form {
	f := named("%{}", n.Line)
	if n.Base != nil {
		right := &form{kind: formItems, args: lower{n.Line}.mapElements(n.Elems)}
		f.args = []*form{named("|", n.Line, lower{n.Line}.node(n.Base), right)}
		return f
	}
	f.args = lower{n.Line}.mapElements(n.Elems)
	return f
}

func (l lower) mapElements(elems []Node) []*form {
	out := l.elements(elems)
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
	return named("<<>>", n.Line, lower{n.Line}.nodes(n.Segments)...)
}

func (l lower) rangeForm(n *Range) *form {
	switch {
	case n.First == nil:
		return l.call(named("..", n.Line), nil, nil)
	case n.Step == nil:
		return l.call(named("..", n.Line), []Node{n.First, n.Last}, nil)
	}
	return l.call(named("..//", n.Line), []Node{n.First, n.Last, n.Step}, nil)
}
