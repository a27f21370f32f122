package bridge

import (
	"strconv"
	"strings"

	"gex/interp/syntax"
)

// expr is an expression as a single value of Go, of whatever kind.
func (g *generator) expr(n syntax.Node) value {
	v := g.natural(n, false)
	switch v.kind {
	case kindVoid:
		if v.code != "" {
			g.line("%s", v.code)
		}
		return value{code: `Atom("ok")`, kind: kindTerm}
	case kindOK:
		v.kind = kindTerm
	case kindNever:
		g.line("%s", v.code)
		return value{code: "nil", kind: kindTerm, never: true}
	}
	return v
}

// need is an expression as a Go value of a type. A variable of any type learns
// that it is wanted as that.
func (g *generator) need(n syntax.Node, kind string) string {
	v := g.expr(n)
	return g.converted(n, v, kind)
}

func (g *generator) converted(n syntax.Node, v value, kind string) string {
	if v.kind == kind || kind == kindTerm || kind == "" || multiple(kind) {
		return v.code
	}
	name := ""
	switch n := n.(type) {
	case *syntax.Var:
		name = n.Name
	case *syntax.CaptureArg:
		name = captureName(n.Index)
	}
	if b := g.lookup(name); b != nil {
		g.fact(b.node).wants[kind] = true
	}
	if _, constant := n.(*syntax.Atom); v.kind != kindTerm || constant {
		g.fail(n, "%s is not of Go's type %s", syntax.Source(n), kind)
	}
	if strings.Contains(v.code, " ") && !v.call {
		return "(" + v.code + ").(" + kind + ")"
	}
	return v.code + ".(" + kind + ")"
}

// natural is an expression in Go with the kind it has by itself. With several
// it may be a call with several results, or none.
func (g *generator) natural(n syntax.Node, several bool) value {
	switch n := n.(type) {
	case *syntax.Int:
		if n.Big != nil {
			g.fail(n, "an integer of more than 64 bits")
		}
		return value{code: strconv.FormatInt(n.Value, 10), kind: kindInt}
	case *syntax.Float:
		return value{code: "float64(" + strconv.FormatFloat(n.Value, 'g', -1, 64) + ")", kind: "float64"}
	case *syntax.Atom:
		return atomValue(n.Name)
	case *syntax.String:
		return g.text(n.Parts)
	case *syntax.Alias:
		return value{code: "Alias(" + strconv.Quote(strings.Join(n.Names, ".")) + ")", kind: kindTerm}
	case *syntax.Var:
		return g.variable(n, several)
	case *syntax.Tuple:
		return g.tuple(n)
	case *syntax.List:
		return g.list(n)
	case *syntax.Keywords:
		return value{code: "[]Term{" + strings.Join(g.elements(pairNodes(n)), ", ") + "}", kind: kindList}
	case *syntax.Pair:
		return value{code: g.pair(n), kind: kindTerm}
	case *syntax.Map:
		return g.mapLiteral(n)
	case *syntax.Attribute:
		if v := g.module.attributes[n.Name]; v != nil && n.Value == nil {
			return g.natural(v, several)
		}
	}
	return g.operation(n, several)
}

func (g *generator) operation(n syntax.Node, several bool) value {
	switch n := n.(type) {
	case *syntax.Call:
		return g.call(n, several)
	case *syntax.AnonCall:
		args := append([]string{g.expr(n.Fun).code}, g.elements(n.Args)...)
		return value{code: "Call(" + strings.Join(args, ", ") + ")", kind: kindTerm, call: true}
	case *syntax.Fn:
		return value{code: g.literal(n, nil), kind: "func"}
	case *syntax.Capture:
		return value{code: g.capture(n, nil), kind: "func"}
	case *syntax.CaptureArg:
		return g.variable(&syntax.Var{Pos: n.Pos, Name: captureName(n.Index)}, false)
	case *syntax.Binary:
		return g.binary(n, several)
	case *syntax.Unary:
		return g.unary(n)
	case *syntax.Range:
		if n.First != nil {
			return g.rangeCall(n)
		}
	case *syntax.Access:
		return g.apply("Access", "get", n.X, n.Key)
	case *syntax.Block:
		return g.block(n)
	}
	g.fail(n, "%s has no counterpart here", syntax.Source(n))
	return value{}
}

// block is an expression of several statements.
func (g *generator) block(n *syntax.Block) value {
	if len(n.Exprs) == 1 {
		return g.expr(n.Exprs[0])
	}
	return g.subject(n)
}

func atomValue(name string) value {
	switch name {
	case "true", "false":
		return value{code: name, kind: kindBool}
	case "ok":
		return value{code: `Atom("ok")`, kind: kindOK}
	}
	return value{code: atomCode(name), kind: kindTerm}
}

func atomCode(name string) string {
	switch name {
	case "true", "false", "nil":
		return name
	case "normal", "shutdown", "kill", "infinity", "undefined":
		return exportedName(name)
	}
	return "Atom(" + strconv.Quote(name) + ")"
}

// text is a string with its interpolations.
func (g *generator) text(parts []syntax.Part) value {
	var words []string
	for _, p := range parts {
		switch {
		case p.Expr == nil && p.Text == "":
		case p.Expr == nil:
			words = append(words, strconv.Quote(p.Text))
		default:
			v := g.expr(p.Expr)
			if v.kind != kindString {
				v.code = "Text(" + v.code + ")"
			}
			words = append(words, v.code)
		}
	}
	if len(words) == 0 {
		return value{code: `""`, kind: kindString}
	}
	return value{code: strings.Join(words, " + "), kind: kindString}
}

func (g *generator) variable(n *syntax.Var, several bool) value {
	switch n.Name {
	case "__MODULE__":
		return value{code: "Alias(" + strconv.Quote(g.module.name) + ")", kind: kindTerm}
	}
	b := g.lookup(n.Name)
	if b == nil {
		return g.call(&syntax.Call{Pos: n.Pos, Name: n.Name}, several)
	}
	g.fact(b.node).uses++
	return value{code: b.goName, kind: b.kind}
}

// elements are expressions as Terms, in order: what one of them writes as
// statements comes after what those before it do.
func (g *generator) elements(nodes []syntax.Node) []string {
	var codes []string
	for _, n := range nodes {
		var v value
		statements := g.aside(func() { v = g.expr(n) })
		if statements != "" {
			g.hoist(codes, nodes)
			g.out.WriteString(statements)
		}
		codes = append(codes, v.code)
	}
	return codes
}

// hoist keeps the order of evaluation: calls before a statement become
// variables.
func (g *generator) hoist(codes []string, nodes []syntax.Node) {
	for i, code := range codes {
		if isPlain(nodes[i]) || !strings.Contains(code, "(") || strings.HasPrefix(code, "Atom(") {
			continue
		}
		name := g.fresh("value")
		g.line("%s := %s", name, code)
		codes[i] = name
	}
}

func (g *generator) tuple(n *syntax.Tuple) value {
	codes := g.elements(n.Elems)
	if len(n.Elems) > 0 {
		if a, ok := n.Elems[0].(*syntax.Atom); ok && a.Name != "nil" && a.Name != "true" && a.Name != "false" {
			codes[0] = strconv.Quote(a.Name)
		} else if v, ok := n.Elems[0].(*syntax.String); ok {
			g.fail(v, "a tuple whose first element is a string")
		}
	}
	return value{code: "T(" + strings.Join(codes, ", ") + ")", kind: "Tuple"}
}

func (g *generator) pair(n *syntax.Pair) string {
	if a, ok := n.Key.(*syntax.Atom); ok {
		return "T(" + strconv.Quote(a.Name) + ", " + g.expr(n.Value).code + ")"
	}
	return "T(" + strings.Join(g.elements([]syntax.Node{n.Key, n.Value}), ", ") + ")"
}

// longList is how long a list may be on one line.
const longList = 100

func (g *generator) list(n *syntax.List) value {
	codes := g.elements(n.Elems)
	items := "[]Term{" + strings.Join(codes, ", ") + "}"
	if len(codes) > 1 && len(items) > longList {
		items = "[]Term{\n" + strings.Join(codes, ",\n") + ",\n}"
	}
	if n.Tail == nil {
		return value{code: items, kind: kindList}
	}
	return value{code: "append(" + items + ", " + g.need(n.Tail, kindList) + "...)", kind: kindList}
}

// mapLiteral is a map, the update of one, or the state of a server.
func (g *generator) mapLiteral(n *syntax.Map) value {
	keys, atoms := atomKeys(n)
	s := g.module.state
	if n.Base != nil {
		return g.update(n, keys, atoms)
	}
	if s != nil && atoms && g.frame != nil && g.frame.result && sameKeys(keys, s.keys()) {
		return value{code: g.stateLiteral(n), kind: s.name}
	}
	if len(n.Elems) == 0 {
		return value{code: "Map{}", kind: kindMap}
	}
	var nodes []syntax.Node
	for _, e := range n.Elems {
		p, ok := e.(*syntax.Pair)
		if !ok {
			g.fail(e, "this element of a map")
		}
		nodes = append(nodes, p.Key, p.Value)
	}
	return value{code: "NewMap(" + strings.Join(g.elements(nodes), ", ") + ")", kind: kindMap, call: true}
}

func sameKeys(a, b []string) bool { return strings.Join(a, " ") == strings.Join(b, " ") }

func (g *generator) stateLiteral(n *syntax.Map) string {
	var parts []string
	for _, e := range n.Elems {
		p := e.(*syntax.Pair)
		f := g.module.state.field(p.Key.(*syntax.Atom).Name)
		code := g.stored(f, p.Value)
		if code != "Map{}" && code != "nil" && code != "0" {
			parts = append(parts, f.goName+": "+code)
		}
	}
	return g.module.state.name + "{" + strings.Join(parts, ", ") + "}"
}

// stored is the value that a field of the state gets; the field learns its type.
func (g *generator) stored(f *field, n syntax.Node) string {
	v := g.expr(n)
	kind := v.kind
	if kind == "func" || kind == "Tuple" {
		kind = kindTerm
	}
	f.seen = append(f.seen, kind)
	return v.code
}

// update is %{map | key: value}.
func (g *generator) update(n *syntax.Map, keys []string, atoms bool) value {
	base := g.expr(n.Base)
	if s := g.module.state; s != nil && base.kind == s.name && atoms {
		var fields, values []string
		for i, e := range n.Elems {
			f := s.field(keys[i])
			fields = append(fields, f.goName)
			values = append(values, g.stored(f, e.(*syntax.Pair).Value))
		}
		name := base.code
		if g.closes || !g.frame.result {
			name = g.fresh("next")
			g.line("%s := %s", name, base.code)
		}
		for i := range fields {
			fields[i] = name + "." + fields[i]
		}
		g.line("%s = %s", strings.Join(fields, ", "), strings.Join(values, ", "))
		return value{code: name, kind: s.name}
	}
	code := base.code
	for _, e := range n.Elems {
		p, ok := e.(*syntax.Pair)
		if !ok {
			g.fail(n, "this update of a map")
		}
		code = `Apply(Alias("Map"), "replace!", ` + code + ", " + g.expr(p.Key).code + ", " + g.expr(p.Value).code + ")"
	}
	return value{code: code, kind: kindTerm, call: true}
}
