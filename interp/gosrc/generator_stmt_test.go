package gosrc

import (
	"fmt"
	"strings"
)

// statement writes a random statement; nested ones are depth deep at most.
func (g *generator) statement(depth int) {
	simple := []func(){g.declare, g.declare, g.assign, g.print, g.print, g.update}
	nested := []func(int){g.branch, g.loop, g.ranged, g.choice, g.typeChoice, g.closure, g.boxed, g.deferred}
	simple, nested = append(simple, g.singles()...), append(nested, g.flow()...)
	if depth > 0 && g.chance(45) {
		before := len(g.scope)
		pick(g, nested)(depth - 1)
		g.scope = g.scope[:before]
		return
	}
	if g.chance(30) {
		g.open("{")
		before := len(g.scope)
		pick(g, g.values())()
		g.scope = g.scope[:before]
		g.close()
		return
	}
	pick(g, simple)()
}

func (g *generator) block(depth int) {
	before := len(g.scope)
	for range 1 + g.r.Intn(2) {
		g.statement(depth)
	}
	g.scope = g.scope[:before]
}

func (g *generator) declare() {
	v := gvar{name: g.fresh("v"), typ: g.anyType(2)}
	if g.chance(70) {
		g.line("var %s %s = %s", v.name, v.typ.name, g.expr(v.typ, 2))
	} else {
		g.line("var %s %s", v.name, v.typ.name)
	}
	g.line("_ = %s", v.name)
	g.scope = append(g.scope, v)
}

// variable finds a variable that passes a test.
func (g *generator) variable(test func(gvar) bool) (gvar, bool) {
	var found []gvar
	for _, v := range g.scope {
		if test(v) {
			found = append(found, v)
		}
	}
	if len(found) == 0 {
		return gvar{}, false
	}
	return pick(g, found), true
}

func ofKind(kind string) func(gvar) bool { return func(v gvar) bool { return v.typ.kind == kind } }

func (g *generator) assign() {
	v, ok := g.variable(func(v gvar) bool { return !v.fixed })
	if !ok {
		g.declare()
		return
	}
	if w, ok := g.variable(func(w gvar) bool { return !w.fixed && w.typ == v.typ && w.name != v.name }); ok && g.chance(30) {
		g.line("%s, %s = %s, %s", v.name, w.name, w.name, v.name)
		return
	}
	g.line("%s = %s", v.name, g.expr(v.typ, 2))
}

// update changes a part of a variable.
func (g *generator) update() {
	v, ok := g.variable(func(v gvar) bool { return !v.fixed })
	if !ok {
		return
	}
	switch v.typ.kind {
	case "int":
		g.line("%s %s %s", v.name, pick(g, []string{"+=", "-=", "*=", "^=", "|=", "&="}), g.expr(v.typ, 1))
	case "float", "string":
		g.line("%s += %s", v.name, g.expr(v.typ, 1))
	case "slice":
		if g.chance(50) {
			g.line("%s = append(%s, %s)", v.name, v.name, g.expr(v.typ.elem, 1))
		} else {
			g.line("if len(%s) > 0 { %s[len(%s)-1] = %s }", v.name, v.name, v.name, g.expr(v.typ.elem, 1))
		}
	case "array":
		g.line("%s[%d] = %s", v.name, g.r.Intn(v.typ.length), g.expr(v.typ.elem, 1))
	case "map":
		g.line("if %s != nil { %s[%s] = %s }", v.name, v.name, g.expr(v.typ.key, 1), g.expr(v.typ.elem, 1))
	case "struct":
		f := pick(g, v.typ.fields)
		g.line("%s.%s = %s", v.name, f.name, g.expr(f.typ, 1))
	case "pointer":
		f := pick(g, v.typ.elem.fields)
		g.line("if %s != nil { %s.%s = %s }", v.name, v.name, f.name, g.expr(f.typ, 1))
	}
}

func (g *generator) print() {
	v, ok := g.variable(func(v gvar) bool { return printable(v.typ, 0) })
	if !ok {
		g.line("fmt.Println(%s)", g.expr(pick(g, gBasics), 2))
		return
	}
	switch g.r.Intn(5) {
	case 0:
		g.line("fmt.Printf(\"%%v %%+v %%T\\n\", %s, %s, %s)", v.name, v.name, v.name)
	case 1:
		g.line("fmt.Printf(\"%%#v\\n\", %s)", v.name)
	case 2:
		if !printable(v.typ, 1) {
			g.line("fmt.Println(%s)", v.name)
			return
		}
		g.line("fmt.Println([]any{%s, %s}, struct{ A any }{%s})", v.name, g.expr(gInt, 1), v.name)
	default:
		g.line("fmt.Println(%q, %s)", v.name, v.name)
	}
}

// printable reports whether a type prints without addresses.
func printable(t *gtype, depth int) bool {
	switch t.kind {
	case "pointer":
		return depth == 0 && printable(t.elem, 1)
	case "any", "iface":
		return false
	case "slice", "array", "map":
		return printable(t.elem, depth+1)
	case "struct":
		for _, f := range t.fields {
			if !printable(f.typ, depth+1) {
				return false
			}
		}
	}
	return true
}

func (g *generator) branch(depth int) {
	g.open("if %s {", g.expr(gBool, 2))
	g.block(depth)
	g.indent--
	g.open("} else {")
	g.block(depth)
	g.close()
}

func (g *generator) loop(depth int) {
	i := g.fresh("i")
	if g.chance(50) {
		g.open("for %s := range %d {", i, 1+g.r.Intn(3))
	} else {
		g.open("for %s := 0; %s < %d; %s++ {", i, i, 1+g.r.Intn(3), i)
	}
	g.scope = append(g.scope, gvar{name: i, typ: gInt, fixed: true})
	if g.chance(20) {
		g.line("if %s == 1 { %s }", i, pick(g, []string{"break", "continue"}))
	}
	g.block(depth)
	g.line("_ = %s", i)
	g.close()
}

func (g *generator) ranged(depth int) {
	v, ok := g.variable(func(v gvar) bool { return v.typ.kind == "slice" || v.typ.kind == "array" })
	if !ok {
		g.loop(depth)
		return
	}
	k, e := g.fresh("k"), g.fresh("e")
	g.open("for %s, %s := range %s {", k, e, v.name)
	g.line("_, _ = %s, %s", k, e)
	g.line("if %s > 4 { break }", k)
	g.scope = append(g.scope, gvar{name: k, typ: gInt, fixed: true}, gvar{name: e, typ: v.typ.elem})
	g.block(depth)
	g.close()
}

func (g *generator) choice(depth int) {
	t := pick(g, []*gtype{gInt, gString, pick(g, g.named)})
	g.open("switch %s {", g.expr(t, 1))
	seen := map[string]bool{}
	for range 1 + g.r.Intn(3) {
		c := g.literal(t)
		if seen[c] {
			continue
		}
		seen[c] = true
		g.line("case %s:", c)
		g.block(depth)
	}
	if g.chance(60) {
		g.line("default:")
		g.block(depth)
	}
	g.close()
}

func (g *generator) typeChoice(depth int) {
	x, ok := g.variable(func(v gvar) bool { return v.typ.kind == "any" })
	subject := x.name
	if !ok {
		subject = g.fresh("x")
		g.line("var %s any = %s", subject, g.expr(g.anyType(2), 2))
	}
	v := g.fresh("t")
	g.open("switch %s := %s.(type) {", v, subject)
	seen := map[string]bool{}
	for range 2 + g.r.Intn(3) {
		t := g.anyType(1)
		if seen[t.name] || t.kind == "any" || t.kind == "iface" {
			continue
		}
		seen[t.name] = true
		g.line("case %s:", t.name)
		g.line("_ = %s", v)
		g.line("fmt.Println(\"is %s\")", t.name)
		before := len(g.scope)
		g.scope = append(g.scope, gvar{name: v, typ: t})
		g.block(depth)
		g.scope = g.scope[:before]
	}
	if g.chance(50) {
		g.line("case %s:", g.iface.name)
		g.line("fmt.Println(%s != nil)", v)
	}
	g.line("default:")
	g.line("fmt.Printf(\"other %%T\\n\", %s)", v)
	g.close()
}

// closure makes a function value that changes what it closes over.
func (g *generator) closure(depth int) {
	f := g.fresh("f")
	g.open("%s := func(a int) int {", f)
	before := len(g.scope)
	g.scope = append(g.scope, gvar{name: "a", typ: gInt})
	g.block(depth)
	g.line("return a + %s", g.expr(gInt, 1))
	g.scope = g.scope[:before]
	g.close()
	g.line("fmt.Println(%s(%s), %s(2))", f, g.expr(gInt, 1), f)
}

// boxed uses the generic declarations.
func (g *generator) boxed(int) {
	t := g.anyType(1)
	b := g.fresh("b")
	g.line("%s := %sBox[%s]{V: %s}", b, g.prefix, t.name, g.expr(t, 1))
	g.line("%s.Set(%s).Set(%s)", b, g.expr(t, 1), g.expr(t, 1))
	g.line("fmt.Printf(\"%%T\\n\", %s)", b)
	if printable(t, 2) {
		g.line("fmt.Println(%s.Get())", b)
		g.line("fmt.Println(%sMap([]%s{%s.V}, func(x %s) string { return fmt.Sprint(x) }))", g.prefix, t.name, b, t.name)
	}
}

func (g *generator) deferred(depth int) {
	g.open("func() {")
	g.line("defer fmt.Println(\"deferred\", %s)", g.expr(gInt, 1))
	g.block(depth)
	if g.chance(20) {
		g.line("defer func() { fmt.Println(recover()) }()")
		g.line("panic(%s)", g.expr(pick(g, []*gtype{gString, gInt, pick(g, g.named)}), 1))
	}
	g.indent--
	g.line("}()")
}

// literal is a constant of a basic or named type.
func (g *generator) literal(t *gtype) string {
	switch t.kind {
	case "int":
		return fmt.Sprint(g.r.Intn(8))
	case "float":
		return pick(g, []string{"0.5", "1", "2.25", "-3"})
	case "string":
		return pick(g, []string{`"a"`, `"b"`, `""`, `"xyz"`, `"é"`})
	}
	return pick(g, []string{"true", "false"})
}

// expr writes an expression of a type.
func (g *generator) expr(t *gtype, depth int) string {
	if v, ok := g.variable(func(v gvar) bool { return v.typ.name == t.name }); ok && g.chance(45) {
		return v.name
	}
	if depth > 0 && g.chance(20) {
		if call, ok := g.call(t, depth-1); ok {
			return call
		}
	}
	switch t.kind {
	case "int", "float", "string", "bool":
		return g.basic(t, depth)
	}
	return g.composite(t, depth)
}

func (g *generator) call(t *gtype, depth int) (string, bool) {
	for _, f := range g.funcs {
		if f.result.name != t.name {
			continue
		}
		var args []string
		for _, p := range f.params {
			args = append(args, g.expr(p, depth))
		}
		return f.name + "(" + strings.Join(args, ", ") + ")", true
	}
	return "", false
}

func (g *generator) basic(t *gtype, depth int) string {
	literal := fmt.Sprintf("%s(%s)", t.name, g.literal(t))
	if depth == 0 {
		return literal
	}
	x, y := g.expr(t, depth-1), fmt.Sprintf("%sid(%s)", g.prefix, g.expr(t, depth-1)) // no constant
	switch {
	case t.kind == "int" && g.chance(60):
		switch op := pick(g, []string{"+", "-", "*", "/", "%", "&", "|", "^", "&^", "<<"}); op {
		case "/", "%":
			return fmt.Sprintf("(%s %s (%s | 1))", x, op, y)
		case "<<":
			return fmt.Sprintf("(%s << (uint(%s) %% 9))", y, g.expr(gInt, 0))
		default:
			return fmt.Sprintf("(%s %s %s)", x, op, y)
		}
	case t.kind == "int" && g.chance(40):
		return fmt.Sprintf("%s(%s)", t.name, g.expr(pick(g, []*gtype{gInt, gUint8, gInt64, gUint32}), depth-1))
	case t.kind == "int" && t.name == "int":
		if v, ok := g.variable(func(v gvar) bool { return v.typ.kind == "slice" || v.typ.kind == "map" || v.typ.kind == "string" }); ok {
			return "len(" + v.name + ")"
		}
		if v, ok := g.variable(ofKind("struct")); ok {
			return v.name + ".Val(" + g.expr(gInt, 0) + ")"
		}
	case t.kind == "float":
		return fmt.Sprintf("(%s %s %s)", x, pick(g, []string{"+", "-", "*"}), y)
	case t.kind == "string":
		return fmt.Sprintf("(%s + %s)", x, y)
	case t.kind == "bool":
		return g.condition(depth)
	}
	return literal
}

func (g *generator) condition(depth int) string {
	if v, ok := g.variable(ofKind("any")); ok && g.chance(30) {
		return fmt.Sprintf("(%s == any(%s))", v.name, g.expr(pick(g, gBasics), 0))
	}
	t := pick(g, gBasics)
	op := pick(g, []string{"==", "!=", "<", ">="})
	if t.kind == "bool" {
		op = pick(g, []string{"==", "!=", "&&", "||"})
	}
	return fmt.Sprintf("(%s %s %s)", g.expr(t, depth-1), op, g.expr(t, depth-1))
}

func (g *generator) composite(t *gtype, depth int) string {
	depth = max(depth-1, 0)
	var parts []string
	switch t.kind {
	case "slice":
		if g.chance(15) {
			return t.name + "(nil)"
		}
		for range g.r.Intn(3) {
			parts = append(parts, g.expr(t.elem, depth))
		}
	case "array":
		for range t.length {
			parts = append(parts, g.expr(t.elem, depth))
		}
	case "map":
		if g.chance(70) {
			parts = append(parts, g.literalKey(t.key)+": "+g.expr(t.elem, depth))
		}
	case "struct":
		for _, f := range t.fields {
			if g.chance(75) {
				parts = append(parts, f.name+": "+g.expr(f.typ, depth))
			}
		}
	case "pointer":
		if g.chance(15) {
			return "(" + t.name + ")(nil)"
		}
		return "&" + g.composite(t.elem, depth)
	case "iface":
		s := pick(g, g.structs)
		return "&" + s.name + "{}"
	case "any":
		return "any(" + g.expr(pick(g, []*gtype{gInt, gString, pick(g, g.structs), pick(g, g.named), sliceOf(pick(g, g.named))}), depth) + ")"
	}
	return t.name + "{" + strings.Join(parts, ", ") + "}"
}

func (g *generator) literalKey(t *gtype) string { return fmt.Sprintf("%s(%s)", t.name, g.literal(t)) }
