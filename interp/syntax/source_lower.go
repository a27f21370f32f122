package syntax

import "strings"

// This file lowers calls, operators and clauses to forms.

func (l lower) calls(n Node) *form {
	switch n := n.(type) {
	case *Var:
		name := n.Name
		if i := strings.Index(name, NameMark); i > 0 { // @ itself is a name in &@/1
			name = name[:i]
		}
		return &form{kind: formVar, text: name, line: n.Line}
	case *Alias:
		return l.alias(n)
	case *Call:
		return l.named(n)
	case *AnonCall:
		f := &form{kind: formFun, line: n.Line, head: lower{n.Line}.node(n.Fun)}
		return l.call(f, n.Args, n.Do)
	case *Apply:
		f := &form{kind: formApply, line: n.Line, head: lower{n.Line}.node(n.Fun)}
		return l.call(f, n.Args, n.Do)
	case *MultiAlias:
		f := &form{kind: formRemote, text: "{}", line: n.Line, head: lower{n.Line}.node(n.Base)}
		return l.call(f, n.Elems, nil)
	case *Access:
		return l.call(&form{kind: formAccess, line: n.Line}, []Node{n.X, n.Key}, nil)
	case *Attribute:
		return l.attribute(n)
	}
	return nil
}

func (l lower) alias(n *Alias) *form {
	f := &form{kind: formAlias, line: n.Line}
	if n.Base != nil {
		f.args = []*form{lower{n.Line}.node(n.Base)}
	}
	for i, name := range n.Names {
		if i > 0 {
			f.text += "."
		}
		f.text += name
	}
	return f
}

func (l lower) named(n *Call) *form {
	f := named(n.Name, n.Line)
	if n.Target != nil {
		f.kind, f.head = formRemote, lower{n.Line}.node(n.Target)
	}
	f = l.call(f, n.Args, n.Do)
	if n.Target != nil && !n.Parens && len(n.Args) == 0 && n.Do == nil {
		f.closing = false
	}
	return f
}

// call gives f the arguments and the do block of a call.
func (l lower) call(f *form, args []Node, do *DoBlock) *form {
	arity := len(args)
	if do != nil {
		arity++
	}
	f.closing = f.kind != formNamed || !withoutParens(f.text, arity)
	if sections, rest, ok := doSections(args, do); ok {
		f.do = true
		f.args = append(lower{f.line}.nodes(rest), lower{f.line}.sections(sections))
		return f
	}
	f.args = l.nodes(args)
	if last := arity - 1; last >= 0 && isKeyword(args[last]) && splicesKeywords(f, arity) {
		f.args[last] = &form{kind: formItems, args: f.args[last].args}
	}
	return f
}

// splicesKeywords reports whether the keywords at the end of a call lose their
// brackets.
func splicesKeywords(f *form, arity int) bool {
	if f.kind != formNamed || f.text == "when" && arity == 2 {
		return true
	}
	return f.text != "{}" && !isOperator(f.text, arity)
}

// doSections returns the do block of a call, written as one or as keywords
// that begin with do:, and the arguments before it.
func doSections(args []Node, do *DoBlock) (sections []*Pair, rest []Node, ok bool) {
	if do != nil {
		for _, s := range do.Sections {
			sections = append(sections, &Pair{Pos: s.Pos, Key: &Atom{Name: s.Name}, Value: s.Body})
		}
		return sections, args, true
	}
	if len(args) == 0 {
		return nil, nil, false
	}
	last := len(args) - 1
	for i, e := range elements(args[last]) {
		key, value, ok := pairOf(e)
		if a, isAtom := key.(*Atom); !ok || i == 0 && !(isAtom && a.Name == "do") {
			return nil, nil, false
		}
		sections = append(sections, &Pair{Key: key, Value: value})
	}
	return sections, args[:last], len(sections) > 0
}

func (l lower) sections(sections []*Pair) *form {
	block := &form{kind: formItems}
	for _, s := range sections {
		body := l.node(s.Value)
		block.args = append(block.args, &form{kind: formPair, args: []*form{l.node(s.Key), body}})
	}
	return block
}

func (l lower) attribute(n *Attribute) *form {
	if n.Value == nil {
		return l.call(named("@", n.Line), []Node{&Var{Pos: n.Pos, Name: n.Name}}, nil)
	}
	value := l.node(n.Value)
	if isKeyword(n.Value) {
		value = &form{kind: formItems, args: value.args}
	}
	return named("@", n.Line, named(n.Name, n.Line, value))
}

// oddAttribute is @ before something else than a name that is a call of one
// argument in its quoted form. Elixir takes it for an attribute with this
// argument as its value, and a do block for keywords.
func (l lower) oddAttribute(n *Unary) *form {
	if n.Op != "@" {
		return nil
	}
	switch x := n.X.(type) {
	case *Alias:
		if x.Base == nil && len(x.Names) == 1 {
			return named("@", n.Line, l.atom(x.Names[0]))
		}
	case *Map:
		if x.Base == nil && len(x.Elems) == 1 {
			return named("@", n.Line, named("%{}", x.Line, l.node(x.Elems[0])))
		}
	case *Unary:
		return named("@", n.Line, named(x.Op, x.Line, l.node(x.X)))
	case *Capture:
		if i, ok := x.X.(*Int); ok {
			return named("@", n.Line, named("&", x.Line, l.literal(i)))
		}
	case *CaptureArg:
		return named("@", n.Line, named("&", x.Line, l.literal(&Int{Value: int64(x.Index)})))
	case *Call:
		if x.Target == nil && len(x.Args) == 0 && x.Do != nil {
			sections, _, _ := doSections(nil, x.Do)
			return l.attribute(&Attribute{Pos: n.Pos, Name: x.Name, Value: &Keywords{Pos: x.Pos, Pairs: sections}})
		}
	}
	return nil
}

func (l lower) operator(n Node) *form {
	switch n := n.(type) {
	case *Unary:
		if f := l.oddAttribute(n); f != nil {
			return f
		}
		return l.call(named(n.Op, n.Line), []Node{n.X}, nil)
	case *Binary:
		return l.call(named(n.Op, n.Line), []Node{n.Left, n.Right}, nil)
	case *Pin:
		return l.call(named("^", n.Line), []Node{n.X}, nil)
	case *Capture:
		if i, ok := n.X.(*Int); ok {
			return &form{kind: formCaptureArg, text: "&" + intText(i), line: n.Line}
		}
		return l.call(named("&", n.Line), []Node{n.X}, nil)
	case *CaptureArg:
		return &form{kind: formCaptureArg, text: "&" + intText(&Int{Value: int64(n.Index)}), line: n.Line}
	case *Block:
		return named("__block__", 0, l.nodes(n.Exprs)...)
	case *Fn:
		return l.call(named("fn", n.Line), clauseNodes(n.Clauses), nil)
	case *Stab:
		return &form{kind: formItems, args: l.nodes(clauseNodes(n.Clauses))}
	case *Clause:
		return l.clause(n)
	}
	return nil
}

func (l lower) clause(n *Clause) *form {
	args := n.Args
	if n.Guard == nil {
		head := &form{kind: formItems, args: lower{n.Line}.nodes(args)}
		return named("->", n.Line, head, lower{n.Line}.node(n.Body))
	}
	args = append(args[:len(args):len(args)], n.Guard)
	when := lower{n.Line}.call(named("when", n.Line), args, nil)
	head := &form{kind: formItems, args: []*form{when}}
	return named("->", n.Line, head, lower{n.Line}.node(n.Body))
}

// elements returns the elements of a list or of keywords, else nil.
func elements(n Node) []Node {
	switch n := n.(type) {
	case *List:
		return listElems(n)
	case *Keywords:
		return pairNodes(n.Pairs)
	}
	return nil
}

// pairOf returns the parts of a 2-tuple, however it is written.
func pairOf(n Node) (key, value Node, ok bool) {
	switch n := n.(type) {
	case *Pair:
		return n.Key, n.Value, true
	case *Tuple:
		if len(n.Elems) == 2 {
			return n.Elems[0], n.Elems[1], true
		}
	}
	return nil, nil, false
}

// isKeyword reports whether n is a keyword list with elements.
func isKeyword(n Node) bool {
	elems := elements(n)
	return len(elems) > 0 && allKeys(elems)
}

// allKeys reports whether each of elems is a 2-tuple of an atom, other than an
// alias, and something.
func allKeys(elems []Node) bool {
	for _, e := range elems {
		key, _, ok := pairOf(e)
		a, isAtom := key.(*Atom)
		if !ok || !isAtom || len(a.Name) >= 7 && a.Name[:7] == "Elixir." {
			return false
		}
	}
	return true
}

// printable returns the text of a list that is written as a charlist.
func printable(elems []Node) (string, bool) {
	var runes []byte
	for _, e := range elems {
		i, ok := e.(*Int)
		if !ok || i.Big != nil || !printableByte(i.Value) {
			return "", false
		}
		runes = append(runes, byte(i.Value))
	}
	return string(runes), len(runes) > 0
}

func printableByte(c int64) bool {
	return c >= ' ' && c <= '~' || c >= '\a' && c <= '\r' || c == '\x1b'
}

func codePoints(s string) []Node {
	var out []Node
	for _, r := range s {
		out = append(out, &Int{Value: int64(r)})
	}
	return out
}

// constantSegments returns the segments of a binary that has strings only,
// which the formatter writes as a string.
func constantSegments(segments []Node) ([]Part, bool) {
	var parts []Part
	for _, n := range segments {
		s, ok := n.(*String)
		if !ok {
			return nil, false
		}
		constant, ok := Constant(s.Parts)
		if !ok {
			return nil, false
		}
		parts = append(parts, Part{Text: constant})
	}
	return parts, len(parts) > 0
}
