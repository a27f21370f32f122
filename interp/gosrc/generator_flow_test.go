package gosrc

import (
	"fmt"
	"strings"
)

// This file writes statements that lead elsewhere: panics and recovers, labels,
// ranges over everything, switches of all forms, goroutines.

// flow are the statements of this file that hold others.
func (g *generator) flow() []func(int) {
	return []func(int){g.attempt, g.attempt, g.labeled, g.rangedText, g.rangedFunc, g.rangedMap, g.rangedChannel, g.rangedAssign,
		g.conditions, g.computedCases, g.collected, g.commaOK, g.returning, g.multiple}
}

// singles are those that hold no others.
func (g *generator) singles() []func() {
	return []func(){g.methodValue, g.ifaceCall, g.selected, g.swap, g.compared, g.formatted, g.sliced}
}

// attempt recovers from something that may fail, and prints what it was.
func (g *generator) attempt(depth int) {
	g.open("func() {")
	g.line("defer func() { fmt.Println(\"caught\", recover()) }()")
	before := len(g.scope)
	if g.chance(40) {
		g.block(depth)
	}
	i, j := g.notConstant(g.expr(gInt, 1)), g.notConstant(g.expr(gInt, 1))
	switch g.r.Intn(10) {
	case 0:
		t := pick(g, gBasics)
		g.line("fmt.Println([]%s{%s, %s}[%s])", t.name, g.expr(t, 1), g.expr(t, 1), i)
	case 1:
		g.line("fmt.Println(%s / %s)", g.expr(gInt, 1), i)
	case 2:
		t := g.anyType(1)
		g.line("_ = any(%s).(%s)", g.expr(g.anyType(1), 1), t.name)
		g.line("fmt.Println(\"was %s\")", t.name)
	case 3:
		m := mapOf(g.keyType(), g.simpleType())
		g.line("%s(nil)[%s] = %s", m.name, g.expr(m.key, 1), g.expr(m.elem, 1))
	case 4:
		s := pick(g, g.structs)
		f := pick(g, s.fields)
		g.line("var np *%s", s.name)
		g.line("np.%s = %s", f.name, g.expr(f.typ, 1))
	case 5:
		g.line("fmt.Println(\"abcdef\"[%s:%s])", i, j)
	case 6:
		t := pick(g, []*gtype{gString, gInt, gFloat, pick(g, g.named)})
		g.line("panic(%s)", g.expr(t, 1))
	case 7:
		g.line("panic(fmt.Errorf(\"e%%d %%w\", %s, fmt.Errorf(\"in\")))", i)
	case 8:
		if v, ok := g.variable(func(v gvar) bool { return v.typ.kind == "slice" || v.typ.kind == "array" }); ok {
			g.line("%s[%s] = %s", v.name, i, g.expr(v.typ.elem, 1))
			break
		}
		g.line("grid := [][]int{{1}, {2, 3}}")
		g.line("grid[%s][%s]++", i, j)
		g.line("fmt.Println(grid)")
	case 9:
		g.line("defer func() { panic(fmt.Sprint(\"again \", recover())) }()")
		g.line("panic(%s)", g.expr(gString, 1))
	}
	g.scope = g.scope[:before]
	g.indent--
	g.line("}()")
}

// notConstant keeps the compiler from seeing a value.
func (g *generator) notConstant(e string) string { return fmt.Sprintf("%sid(%s)", g.prefix, e) }

// labeled leaves nested loops by their labels.
func (g *generator) labeled(depth int) {
	label, i, j := g.fresh("L"), g.fresh("i"), g.fresh("j")
	g.indent--
	g.line("%s:", label)
	g.indent++
	g.open("for %s := range 3 {", i)
	g.open("for %s := 0; %s < 3; %s++ {", j, j, j)
	g.scope = append(g.scope, gvar{name: i, typ: gInt, fixed: true}, gvar{name: j, typ: gInt, fixed: true})
	g.open("switch {")
	g.line("case %s == %d && %s:", i, g.r.Intn(3), g.expr(gBool, 1))
	g.line("%s %s", pick(g, []string{"break", "continue"}), label)
	g.line("case %s == %d:", j, g.r.Intn(3))
	g.line("%s", pick(g, []string{"continue", "break", "fmt.Println(\"here\")"}))
	g.close()
	g.block(depth)
	g.line("fmt.Print(%s, %s, \" \")", i, j)
	g.close()
	g.close()
	g.line("fmt.Println()")
}

func (g *generator) rangedText(depth int) {
	k, e := g.fresh("k"), g.fresh("r")
	g.open("for %s, %s := range %s {", k, e, g.expr(gString, 1))
	g.line("if %s > 3 { break }", k)
	g.line("fmt.Print(%s, string(%s), \" \")", k, e)
	g.scope = append(g.scope, gvar{name: k, typ: gInt, fixed: true})
	g.block(depth)
	g.close()
}

// rangedFunc ranges over a function that says when it is stopped.
func (g *generator) rangedFunc(depth int) {
	t := g.anyType(1)
	k, e := g.fresh("k"), g.fresh("e")
	g.open("for %s, %s := range %sSeq([]%s{%s, %s, %s}) {", k, e, g.prefix, t.name, g.expr(t, 1), g.expr(t, 1), g.expr(t, 0))
	g.line("_, _ = %s, %s", k, e)
	g.scope = append(g.scope, gvar{name: k, typ: gInt, fixed: true}, gvar{name: e, typ: t})
	if g.chance(50) {
		g.line("if %s { %s }", g.expr(gBool, 1), pick(g, []string{"break", "continue"}))
	}
	g.block(depth)
	if g.chance(30) {
		g.line("defer fmt.Println(\"late\", %s)", k)
	}
	g.close()
}

func (g *generator) rangedMap(depth int) {
	m := mapOf(g.keyType(), g.simpleType())
	k, e := g.fresh("k"), g.fresh("e")
	g.open("for %s, %s := range %s{%s: %s} {", k, e, m.name, g.literalKey(m.key), g.expr(m.elem, 1))
	g.line("_, _ = %s, %s", k, e)
	g.scope = append(g.scope, gvar{name: k, typ: m.key}, gvar{name: e, typ: m.elem})
	g.block(depth)
	g.close()
}

func (g *generator) rangedChannel(depth int) {
	t := g.simpleType()
	c, e := g.fresh("c"), g.fresh("e")
	g.line("%s := make(chan %s, %d)", c, t.name, g.r.Intn(3))
	values := []string{g.expr(t, 1), g.expr(t, 1)}
	g.line("go func(a, b %s) { defer close(%s); %s <- a; %s <- b }(%s)", t.name, c, c, c, strings.Join(values, ", "))
	g.open("for %s := range %s {", e, c)
	g.line("_ = %s", e)
	g.scope = append(g.scope, gvar{name: e, typ: t})
	g.block(depth)
	g.close()
	g.line("fmt.Println(len(%s))", c)
}

// rangedAssign ranges into variables that exist, of other types too.
func (g *generator) rangedAssign(depth int) {
	t := g.simpleType()
	k, e := g.fresh("k"), g.fresh("e")
	to := pick(g, []*gtype{t, gAny})
	g.line("var %s any", k)
	g.line("var %s %s", e, to.name)
	g.open("for %s, %s = range []%s{%s, %s} {", k, e, t.name, g.expr(t, 1), g.expr(t, 1))
	g.scope = append(g.scope, gvar{name: e, typ: to})
	g.block(depth)
	g.close()
	g.line("fmt.Printf(\"%%v %%T\\n\", %s, %s)", k, e)
}

// conditions is a switch without a tag, with an init and a fallthrough.
func (g *generator) conditions(depth int) {
	x := g.fresh("x")
	g.open("switch %s := %s; {", x, g.expr(gInt, 2))
	g.scope = append(g.scope, gvar{name: x, typ: gInt})
	for range 1 + g.r.Intn(2) {
		g.line("case %s, %s > %d:", g.expr(gBool, 1), x, g.r.Intn(9))
		g.block(depth)
		if g.chance(40) {
			g.line("fallthrough")
		}
		g.line("case %s:", g.expr(gBool, 1))
		g.line("fmt.Println(\"case\")")
	}
	g.line("default:")
	g.line("fmt.Println(\"default\", %s)", x)
	g.close()
}

// computedCases is a switch whose cases are no constants.
func (g *generator) computedCases(depth int) {
	t := pick(g, []*gtype{gInt, gString, gFloat, pick(g, g.named), gAny})
	value := func() string {
		if t.kind == "any" {
			return "any(" + g.expr(pick(g, []*gtype{gInt, gString, pick(g, g.named)}), 1) + ")"
		}
		return g.notConstant(g.expr(t, 1))
	}
	g.open("switch %s {", value())
	g.line("case %s, %s:", value(), value())
	g.line("fmt.Println(\"first\")")
	g.line("case %s:", value())
	g.block(depth)
	g.line("default:")
	g.block(depth)
	g.close()
}

// collected keeps closures of a loop and calls them after it.
func (g *generator) collected(depth int) {
	fs, i, w := g.fresh("fs"), g.fresh("i"), g.fresh("w")
	g.line("var %s []func() int", fs)
	g.open("for %s, %s := 0, 10; %s < 3; %s, %s = %s+1, %s-1 {", i, w, i, i, w, i, w)
	g.line("%s = append(%s, func() int { %s += %s; return %s })", fs, fs, w, i, w)
	g.scope = append(g.scope, gvar{name: i, typ: gInt, fixed: true}, gvar{name: w, typ: gInt, fixed: true})
	g.block(depth)
	g.close()
	g.line("for _, f := range %s { fmt.Print(f(), f(), \" \") }", fs)
	g.line("fmt.Println()")
}

// commaOK takes two results in a condition, into variables of any type.
func (g *generator) commaOK(depth int) {
	t := g.simpleType()
	v, ok := g.fresh("v"), g.fresh("ok")
	from := pick(g, []string{
		fmt.Sprintf("map[string]%s{\"a\": %s}[%s]", t.name, g.expr(t, 1), g.expr(gString, 0)),
		fmt.Sprintf("any(%s).(%s)", g.expr(pick(g, []*gtype{t, gInt}), 1), t.name),
		fmt.Sprintf("<-%sClosed(%s)", g.prefix, g.expr(t, 1)),
	})
	if g.chance(50) {
		g.open("if %s, %s := %s; %s {", v, ok, from, ok)
		g.scope = append(g.scope, gvar{name: v, typ: t})
	} else {
		g.line("var %s any", v)
		g.line("var %s bool", ok)
		g.open("if %s, %s = %s; %s {", v, ok, from, ok)
		g.scope = append(g.scope, gvar{name: v, typ: gAny})
	}
	g.line("_ = %s", v)
	g.block(depth)
	g.indent--
	g.open("} else {")
	g.line("fmt.Printf(\"%%T %%v\\n\", %s, %s)", v, ok)
	g.close()
}

// returning calls a function that returns out of loops and has a deferred call
// that changes its result.
func (g *generator) returning(depth int) {
	f := g.fresh("f")
	g.open("%s := func(a int) (n int, err error) {", f)
	g.line("defer func() {")
	g.line("\tif r := recover(); r != nil { err = fmt.Errorf(\"r %%v\", r) }")
	g.line("\tn += a")
	g.line("}()")
	before := len(g.scope)
	g.scope = append(g.scope, gvar{name: "a", typ: gInt}, gvar{name: "n", typ: gInt})
	g.open("for i, x := range %sSeq([]int{a, 2, 3}) {", g.prefix)
	g.line("if x == i+1 || %s { return x * 10, nil }", g.expr(gBool, 1))
	g.block(depth)
	g.close()
	if g.chance(30) {
		g.line("panic(%s)", g.expr(gString, 1))
	} else {
		g.line("return %s, nil", g.expr(gInt, 1))
	}
	g.scope = g.scope[:before]
	g.close()
	g.line("fmt.Println(%s(%s))", f, g.expr(gInt, 1))
	g.line("fmt.Println(%s(2))", f)
}

// multiple passes several results on.
func (g *generator) multiple(int) {
	t, u := g.simpleType(), g.anyType(1)
	f, x, y := g.fresh("f"), g.fresh("x"), g.fresh("y")
	g.line("%s := func() (%s, %s) { return %s, %s }", f, t.name, u.name, g.expr(t, 1), g.expr(u, 1))
	g.line("var %s any", x)
	g.line("var %s %s", y, u.name)
	g.line("%s, %s = %s()", x, y, f)
	g.line("_ = %s", y)
	g.line("fmt.Printf(\"%%T\\n\", %s)", x)
	g.line("func(p any, q %s) { fmt.Printf(\"%%T %%T\\n\", p, q) }(%s())", u.name, f)
}

func (g *generator) methodValue() {
	v, ok := g.variable(ofKind("struct"))
	if !ok {
		g.declare()
		return
	}
	f := g.fresh("m")
	g.line("%s := %s.Val", f, v.name)
	g.line("fmt.Println(%s(%s), (*%s).Val(&%s, 3))", f, g.expr(gInt, 1), v.typ.name, v.name)
}

func (g *generator) ifaceCall() {
	i := g.fresh("i")
	g.line("var %s %s = %s", i, g.iface.name, g.expr(g.iface, 1))
	g.line("if %s != nil { fmt.Printf(\"%%v %%T\\n\", %s.Val(%s), %s) }", i, i, g.expr(gInt, 1), i)
	g.line("_, _ = %s.(fmt.Stringer)", i)
	g.scope = append(g.scope, gvar{name: i, typ: g.iface})
}

func (g *generator) selected() {
	t := g.simpleType()
	c := g.fresh("c")
	g.line("%s := make(chan %s, 1)", c, t.name)
	for range 2 {
		g.line("select { case %s <- %s: fmt.Println(\"sent\"); default: fmt.Println(\"full\") }", c, g.expr(t, 1))
	}
	g.line("select { case x, ok := <-%s: fmt.Printf(\"%%T %%v\\n\", x, ok); default: fmt.Println(\"empty\") }", c)
}

// swap assigns elements to each other.
func (g *generator) swap() {
	v, ok := g.variable(func(v gvar) bool { return v.typ.kind == "array" && v.typ.length > 1 && !v.fixed })
	if !ok {
		g.assign()
		return
	}
	g.line("%s[0], %s[1] = %s[1], %s", v.name, v.name, v.name, g.expr(v.typ.elem, 1))
}

// compared compares values of types that hold others.
func (g *generator) compared() {
	t := g.anyType(2)
	if !isComparable(t) {
		t = gAny
	}
	g.line("fmt.Println(%s == %s)", g.notConstant(g.expr(t, 1)), g.notConstant(g.expr(t, 1)))
}

// isComparable reports whether == compiles, and cannot fail.
func isComparable(t *gtype) bool {
	switch t.kind {
	case "slice", "map", "func", "any", "iface":
		return false
	case "array":
		return isComparable(t.elem)
	case "struct":
		for _, f := range t.fields {
			if !isComparable(f.typ) {
				return false
			}
		}
	}
	return true
}

func (g *generator) formatted() {
	t := g.anyType(2)
	if !printable(t, 1) {
		t = pick(g, g.named)
	}
	verbs := []string{"%v", "%+v", "%#v", "%T", "%q", "%x", "%d", "%s", "%8v|", "%-8v|", "%08.3f", "%t", "%c", "%U"}
	g.line("fmt.Printf(%q, %s, %s)", pick(g, verbs)+" "+pick(g, verbs)+"\n", g.expr(t, 1), g.expr(t, 1))
}

func (g *generator) sliced() {
	v, ok := g.variable(ofKind("slice"))
	if !ok {
		g.print()
		return
	}
	s := g.fresh("s")
	g.line("%s := %s[:min(len(%s), %d)]", s, v.name, v.name, g.r.Intn(3))
	g.line("fmt.Println(len(%s), cap(%s) >= len(%s))", s, s, s)
	g.line("%s = append(%s[:len(%s):len(%s)], %s...)", v.name, s, s, s, g.expr(v.typ, 1))
	g.scope = append(g.scope, gvar{name: s, typ: v.typ})
}
