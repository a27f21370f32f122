package eval

import (
	"strings"

	"gex/interp/syntax"
	"gex/runtime/term"
)

// SourceText writes the term where a tree is written as source.
func (n *literalNode) SourceText() string { return show(n.value) }

// literalNode is a term that stands in a tree as it is.
type literalNode struct {
	*syntax.Atom // its place, and what makes it a node
	value        term.Term
}

// unquoter turns quoted expressions back into trees.
type unquoter struct {
	pos syntax.Pos // of what has no line
	// file is where the tree is going to be evaluated, "" if it is only written.
	file string
	// mark is put behind the names of variables that a macro made, so that
	// they differ from those of its caller and of other expansions.
	mark string
	// contexts has names marked by their contexts.
	contexts bool
}

// hygieneMark begins the mark in the name of a variable.
const hygieneMark = syntax.NameMark

// plainName is the name of a variable as it was written.
func plainName(name string) string {
	plain, _, _ := strings.Cut(name, hygieneMark)
	return plain
}

// badQuoted ends the conversion of what is no quoted expression.
func (u *unquoter) badQuoted(t term.Term) {
	panic(bail{err: (&compiler{file: u.file}).compileError(syntax.Pos{}, "invalid quoted expression: "+show(t)+
		"\n\nPlease make sure your quoted expressions are made of valid AST nodes. If you would like to introduce a value into the AST, "+
		"such as a four-element tuple or a map, make sure to call Macro.escape/1 before"), used: framesOfFailure})
}

// literal is a term that means itself. Those that are none may be written, but
// not evaluated.
func (u *unquoter) literal(t term.Term) syntax.Node {
	switch t.(type) {
	case *term.Map, term.Tuple, term.Ref, *term.Bits:
		if u.file != "" {
			u.badQuoted(t)
		}
	}
	return &literalNode{&syntax.Atom{Pos: u.pos}, t}
}

func (u *unquoter) node(t term.Term) syntax.Node {
	switch t := t.(type) {
	case term.Int:
		return &syntax.Int{Pos: u.pos, Value: int64(t)}
	case term.Float:
		return &syntax.Float{Pos: u.pos, Value: float64(t)}
	case term.Atom:
		return &syntax.Atom{Pos: u.pos, Name: string(t)}
	case term.Binary:
		return &syntax.String{Pos: u.pos, Parts: []syntax.Part{{Text: string(t)}}}
	case term.EmptyList, *term.Cons:
		return u.list(t)
	case term.Tuple:
		return u.tuple(t)
	}
	return u.literal(t)
}

func (u *unquoter) nodes(list term.Term) []syntax.Node {
	var nodes []syntax.Node
	for e := range term.Elements(list) {
		nodes = append(nodes, u.node(e))
	}
	return nodes
}

// list is a list, the clauses of a do block, or [a | b].
func (u *unquoter) list(t term.Term) syntax.Node {
	elements, tail := term.SliceWithTail(t)
	if _, proper := tail.(term.EmptyList); !proper {
		return &literalNode{&syntax.Atom{Pos: u.pos}, t}
	}
	if len(elements) > 0 && isForm(elements[0], "->") {
		return u.stab(elements)
	}
	list := &syntax.List{Pos: u.pos}
	for i, e := range elements {
		if i == len(elements)-1 && isForm(e, "|") {
			ends := u.nodes(e.(term.Tuple)[2])
			if len(ends) != 2 {
				u.badQuoted(t)
			}
			list.Elems, list.Tail = append(list.Elems, ends[0]), ends[1]
			break
		}
		list.Elems = append(list.Elems, u.pair(e, false))
	}
	return list
}

// isForm reports whether t is {name, meta, args}.
func isForm(t term.Term, name term.Atom) bool {
	tuple, ok := t.(term.Tuple)
	return ok && len(tuple) == 3 && tuple[0] == term.Term(name) && term.IsList(tuple[2])
}

// pair keeps {key, value} apart from other pairs, since a do block is one.
func (u *unquoter) pair(t term.Term, arrow bool) syntax.Node {
	tuple, ok := t.(term.Tuple)
	if !ok || len(tuple) != 2 || !arrow && !isAtom(tuple[0]) {
		return u.node(t)
	}
	return &syntax.Pair{Pos: u.pos, Key: u.node(tuple[0]), Value: u.node(tuple[1]), Arrow: arrow}
}

func (u *unquoter) stab(elements []term.Term) *syntax.Stab {
	stab := &syntax.Stab{Pos: u.pos}
	for _, e := range elements {
		if !isForm(e, "->") {
			u.badQuoted(e)
		}
		stab.Clauses = append(stab.Clauses, u.clause(e.(term.Tuple)))
	}
	return stab
}

func (u *unquoter) clause(t term.Tuple) *syntax.Clause {
	sides, _ := term.Slice(t[2])
	if len(sides) != 2 {
		u.badQuoted(t)
	}
	clause := &syntax.Clause{Pos: u.at(t[1]), Body: u.node(sides[1])}
	heads, _ := term.Slice(sides[0])
	if len(heads) == 1 && isForm(heads[0], "when") {
		args := u.nodes(heads[0].(term.Tuple)[2])
		if len(args) == 0 {
			u.badQuoted(t)
		}
		last := len(args) - 1
		clause.Args, clause.Guard = args[:last], args[last]
		return clause
	}
	clause.Args = u.nodes(sides[0])
	return clause
}

// at is the place that meta data tell.
func (u *unquoter) at(meta term.Term) syntax.Pos {
	if line, ok := term.KeywordGet(meta, "line"); ok {
		if n, ok := line.(term.Int); ok {
			return syntax.Pos{Line: int(n), Column: 1}
		}
	}
	return u.pos
}

func (u *unquoter) tuple(t term.Tuple) syntax.Node {
	switch len(t) {
	case 2:
		return &syntax.Tuple{Pos: u.pos, Elems: []syntax.Node{u.node(t[0]), u.node(t[1])}}
	case 3:
	default:
		return u.literal(t)
	}
	pos := u.at(t[1])
	name, isName := t[0].(term.Atom)
	if context, ok := t[2].(term.Atom); ok && isName {
		called, _ := term.KeywordGet(t[1], "if_undefined")
		return &syntax.Var{Pos: pos, Name: u.variableName(string(name), context), Called: called == term.Term(term.Atom("apply"))}
	}
	if !term.IsList(t[2]) {
		u.badQuoted(t)
	}
	if isName {
		return u.form(pos, string(name), t)
	}
	return u.dotted(pos, t)
}

func (u *unquoter) variableName(name string, context term.Atom) string {
	switch {
	case context == term.Nil || name == "_" || strings.HasPrefix(name, "__"):
		return name
	case u.contexts:
		return name + contextMark(context)
	case u.mark == "":
		return name
	}
	return name + hygieneMark + u.mark
}

// dotted is a call whose name is an expression: target.name(...), fun.(...).
func (u *unquoter) dotted(pos syntax.Pos, t term.Tuple) syntax.Node {
	args := u.nodes(t[2])
	if !isForm(t[0], ".") {
		return &syntax.Apply{Pos: pos, Fun: u.node(t[0]), Args: args}
	}
	parts, _ := term.Slice(t[0].(term.Tuple)[2])
	if len(parts) == 1 {
		return &syntax.AnonCall{Pos: pos, Fun: u.node(parts[0]), Args: args}
	}
	if len(parts) != 2 {
		u.badQuoted(t)
	}
	name, ok := parts[1].(term.Atom)
	if !ok {
		u.badQuoted(t)
	}
	if name == "get" && len(args) == 2 && parts[0] == term.Term(accessModule) {
		return &syntax.Access{Pos: pos, X: args[0], Key: args[1]}
	}
	if name == "{}" {
		return &syntax.MultiAlias{Pos: pos, Base: u.node(parts[0]), Elems: args}
	}
	if text, ok := u.quotedText(pos, t, parts[0], name); ok {
		return text
	}
	_, bare := term.KeywordGet(t[1], "no_parens")
	return &syntax.Call{Pos: pos, Target: u.node(parts[0]), Name: string(name), Args: args, Parens: !bare}
}

// quotedText is a charlist or atom with interpolations, whose quoted expression
// calls what makes it.
func (u *unquoter) quotedText(pos syntax.Pos, t term.Tuple, module term.Term, name term.Atom) (syntax.Node, bool) {
	args, _ := term.Slice(t[2])
	switch {
	case len(args) == 0:
	case module == term.Term(term.Alias("List")) && name == "to_charlist":
		if parts, ok := u.parts(args[0], toStringCall); ok {
			return &syntax.Charlist{Pos: pos, Parts: parts}, true
		}
	case module == term.Term(term.Atom("erlang")) && name == "binary_to_atom" && isForm(args[0], "<<>>"):
		if parts, ok := u.parts(args[0].(term.Tuple)[2], toStringSegment); ok {
			return &syntax.QuotedAtom{Pos: pos, Parts: parts}, true
		}
	}
	return nil, false
}

// parts are those of a text: pieces and what inner takes out of the others.
func (u *unquoter) parts(list term.Term, inner func(term.Term) (term.Term, bool)) ([]syntax.Part, bool) {
	var parts []syntax.Part
	expressions := false
	for e := range term.Elements(list) {
		if text, ok := e.(term.Binary); ok {
			parts = append(parts, syntax.Part{Text: string(text)})
			continue
		}
		expr, ok := inner(e)
		if !ok {
			return nil, false
		}
		parts, expressions = append(parts, syntax.Part{Expr: u.node(expr)}), true
	}
	return parts, expressions
}

// accessModule is the module that x[key] calls. It is an atom in quoted
// expressions of brackets, and an alias in those of Access.get.
const accessModule = term.Atom("Elixir.Access")

// interpolated returns the string whose quoted expression is a binary of texts
// and of Kernel.to_string(...) :: binary, false for other binaries.
func (u *unquoter) interpolated(pos syntax.Pos, segments term.Term) (syntax.Node, bool) {
	text := &syntax.String{Pos: pos}
	expressions := false
	for e := range term.Elements(segments) {
		if part, ok := e.(term.Binary); ok {
			text.Parts = append(text.Parts, syntax.Part{Text: string(part)})
			continue
		}
		inner, ok := toStringSegment(e)
		if !ok {
			return nil, false
		}
		expressions = true
		text.Parts = append(text.Parts, syntax.Part{Expr: u.node(inner)})
	}
	return text, expressions
}

// toStringSegment takes x out of Kernel.to_string(x) :: binary.
func toStringSegment(t term.Term) (term.Term, bool) {
	if !isForm(t, "::") {
		return nil, false
	}
	sides, _ := term.Slice(t.(term.Tuple)[2])
	if len(sides) != 2 {
		return nil, false
	}
	kind, ok := sides[1].(term.Tuple)
	if !ok || len(kind) != 3 || kind[0] != term.Term(term.Atom("binary")) {
		return nil, false
	}
	return toStringCall(sides[0])
}

// toStringCall takes x out of Kernel.to_string(x).
func toStringCall(t term.Term) (term.Term, bool) {
	call, ok := t.(term.Tuple)
	if !ok || len(call) != 3 || !isForm(call[0], ".") {
		return nil, false
	}
	parts, _ := term.Slice(call[0].(term.Tuple)[2])
	args, _ := term.Slice(call[2])
	if len(parts) != 2 || len(args) != 1 || parts[0] != term.Term(kernel) || parts[1] != term.Term(term.Atom("to_string")) {
		return nil, false
	}
	return args[0], true
}

// form is {name, meta, args} for a name.
func (u *unquoter) form(pos syntax.Pos, name string, t term.Tuple) syntax.Node {
	switch name {
	case "__aliases__":
		return u.alias(pos, t)
	case "%{}":
		return u.mapNode(pos, t[2])
	case "fn":
		elements, _ := term.Slice(t[2])
		if len(elements) == 0 {
			u.badQuoted(t)
		}
		return &syntax.Fn{Pos: pos, Clauses: u.stab(elements).Clauses}
	case "<<>>":
		if text, ok := u.interpolated(pos, t[2]); ok {
			return text
		}
	case "var!":
		return (&unquoter{pos: u.pos, file: u.file}).node(firstOf(t[2]))
	}
	args := u.nodes(t[2])
	if n := u.container(pos, name, args); n != nil {
		if sigil, ok := n.(*syntax.Sigil); ok {
			sigil.Delimiter = delimiterOf(t[1])
		}
		return n
	}
	if n := u.operator(pos, name, args); n != nil {
		if a, ok := n.(*syntax.Attribute); ok {
			_, a.Quoted = term.KeywordGet(t[1], "context")
		}
		return n
	}
	return u.call(pos, name, args)
}

// delimiterOf is what a sigil began with, as its meta data tell.
func delimiterOf(meta term.Term) string {
	value, _ := term.KeywordGet(meta, "delimiter")
	if text, ok := value.(term.Binary); ok && text != "" {
		return string(text)
	}
	return "("
}

func firstOf(list term.Term) term.Term {
	for e := range term.Elements(list) {
		return e
	}
	return term.Nil
}

func (u *unquoter) alias(pos syntax.Pos, t term.Tuple) syntax.Node {
	if full, ok := term.KeywordGet(t[1], "alias"); ok {
		if module, isModule := full.(term.Atom); isModule && module != term.False {
			return &syntax.Atom{Pos: pos, Name: string(module)}
		}
	}
	alias := &syntax.Alias{Pos: pos}
	for e := range term.Elements(t[2]) {
		if name, ok := e.(term.Atom); ok {
			alias.Names = append(alias.Names, string(name))
		} else {
			alias.Base = u.node(e)
		}
	}
	if len(alias.Names) == 0 {
		u.badQuoted(t)
	}
	return alias
}

func (u *unquoter) mapNode(pos syntax.Pos, args term.Term) *syntax.Map {
	m := &syntax.Map{Pos: pos}
	pairs := args
	if first := firstOf(args); isForm(first, "|") {
		sides, _ := term.Slice(first.(term.Tuple)[2])
		if len(sides) != 2 {
			u.badQuoted(first)
		}
		m.Base, pairs = u.node(sides[0]), sides[1]
	}
	for e := range term.Elements(pairs) {
		m.Elems = append(m.Elems, u.pair(e, true))
	}
	return m
}

func (u *unquoter) container(pos syntax.Pos, name string, args []syntax.Node) syntax.Node {
	switch {
	case name == "{}":
		return &syntax.Tuple{Pos: pos, Elems: args}
	case name == "<<>>":
		return &syntax.Bitstring{Pos: pos, Segments: args}
	case name == "__block__":
		return &syntax.Block{Pos: pos, Exprs: args}
	case name == "%" && len(args) == 2:
		if fields, ok := args[1].(*syntax.Map); ok {
			return &syntax.Struct{Pos: pos, Name: args[0], Fields: fields}
		}
	case name == ".." && len(args) == 2:
		return &syntax.Range{Pos: pos, First: args[0], Last: args[1]}
	case name == "..//" && len(args) == 3:
		return &syntax.Range{Pos: pos, First: args[0], Last: args[1], Step: args[2]}
	case name == ".." && len(args) == 0:
		return &syntax.Range{Pos: pos}
	case strings.HasPrefix(name, "sigil_") && len(name) == len("sigil_")+1 && len(args) == 2:
		return u.sigil(pos, name, args)
	}
	return nil
}

// sigil is a sigil with constant text; others are calls.
func (u *unquoter) sigil(pos syntax.Pos, name string, args []syntax.Node) syntax.Node {
	text, ok := args[0].(*syntax.Bitstring)
	var content *syntax.String
	if ok && len(text.Segments) == 1 {
		content, ok = text.Segments[0].(*syntax.String)
	} else {
		content, ok = args[0].(*syntax.String) // of pieces and interpolations
	}
	if !ok {
		return nil
	}
	var modifiers strings.Builder
	if list, ok := args[1].(*syntax.List); ok {
		for _, e := range list.Elems {
			if point, ok := e.(*syntax.Int); ok {
				modifiers.WriteRune(rune(point.Value))
			}
		}
	}
	return &syntax.Sigil{Pos: pos, Name: name[len(name)-1], Parts: content.Parts, Modifiers: modifiers.String(), Delimiter: "("}
}

// binaryForms are the operators beside those that are functions.
var binaryForms = map[string]bool{
	"=": true, "when": true, "<-": true, "\\\\": true, "::": true, "|": true, "not in": true,
}

func (u *unquoter) operator(pos syntax.Pos, name string, args []syntax.Node) syntax.Node {
	switch {
	case name == "^" && len(args) == 1:
		return &syntax.Pin{Pos: pos, X: args[0]}
	case name == "&" && len(args) == 1:
		if index, ok := args[0].(*syntax.Int); ok {
			return &syntax.CaptureArg{Pos: pos, Index: int(index.Value)}
		}
		return &syntax.Capture{Pos: pos, X: args[0]}
	case name == "@" && len(args) == 1:
		return u.attribute(pos, args[0])
	case len(args) == 2 && (operators[name] || binaryForms[name]) && name != "not" && name != "!":
		return &syntax.Binary{Pos: pos, Op: name, Left: args[0], Right: args[1]}
	case len(args) == 1 && operators[name]:
		return &syntax.Unary{Pos: pos, Op: name, X: args[0]}
	}
	return nil
}

func (u *unquoter) attribute(pos syntax.Pos, n syntax.Node) syntax.Node {
	switch n := n.(type) {
	case *syntax.Var:
		return &syntax.Attribute{Pos: pos, Name: plainName(n.Name)}
	case *syntax.Call:
		if len(n.Args) == 1 {
			return &syntax.Attribute{Pos: pos, Name: n.Name, Value: n.Args[0]}
		}
	}
	return &syntax.Unary{Pos: pos, Op: "@", X: n}
}

// call is a call by name. The keywords of a do block, which come as a list,
// are put back as such.
func (u *unquoter) call(pos syntax.Pos, name string, args []syntax.Node) syntax.Node {
	return &syntax.Call{Pos: pos, Name: name, Args: args, Parens: true}
}
