package gosrc

import (
	"fmt"
	"strings"
)

// This file writes statements about values: numbers at their limits, conversions,
// copies, methods that change their receivers, functions in containers.

// values are the statements of this file, none of which holds others.
func (g *generator) values() []func() {
	return []func(){g.floats, g.shifts, g.wraps, g.texts, g.complexes, g.copies, g.changed, g.stored, g.kinds,
		g.summed, g.jumped, g.fallen, g.unwound, g.nestedSeqs, g.promoted, g.errorsIs, g.passed, g.appended}
}

// valueDecls declares what they use.
func (g *generator) valueDecls() {
	p := g.prefix
	g.line("func %skind[T any](x T) string {\n\tswitch v := any(x).(type) {\n\tcase int, int8:\n\t\treturn fmt.Sprint(\"number \", v)\n\tcase string:\n\t\treturn \"string \" + v\n\tcase []T:\n\t\treturn \"list\"\n\tcase %s:\n\t\treturn fmt.Sprint(\"val \", v != nil)\n\tcase fmt.Stringer:\n\t\treturn v.String()\n\tcase error:\n\t\treturn v.Error()\n\tcase nil:\n\t\treturn \"nil\"\n\t}\n\treturn fmt.Sprintf(\"%%T\", x)\n}", p, g.iface.name)
	g.line("type %sNum interface{ ~int | ~int8 | ~float64 }", p)
	g.line("func %ssum[T %sNum](xs ...T) (t T) {\n\tfor i, x := range xs {\n\t\tif i %% 2 == 1 {\n\t\t\tt -= x\n\t\t\tcontinue\n\t\t}\n\t\tt += x\n\t}\n\treturn\n}", p, p)
	g.line("type %sC struct { N int; L []int; F float64 }", p)
	g.line("func (c *%sC) Add(n int) *%sC { c.N += n; c.L = append(c.L, c.N); return c }", p, p)
	g.line("func (c %sC) Less(o %sC) bool { return c.N < o.N || c.F < o.F }", p, p)
	g.line("func (c %sC) Neg(f float64) %sC { c.F, c.N = -c.F * f, -c.N; return c }", p, p)
	g.line("type %sD struct { *%sC; %sE; Name string }", p, p, p)
	g.line("type %sE struct { X, Y int }", p)
	g.line("func (e %sE) Sum() int { return e.X + e.Y }", p)
	g.line("func (e *%sE) Move(d int) { e.X += d; e.Y -= d }", p)
	g.line("type %sW struct { err error; at int }", p)
	g.line("func (w *%sW) Error() string { return fmt.Sprint(\"at \", w.at, \": \", w.err) }", p)
	g.line("func (w *%sW) Unwrap() error { return w.err }", p)
	g.line("func %sfloat(x, y float64) (float64, bool) { return x * y, math.Signbit(x) }", p)
}

func (g *generator) special() string {
	return pick(g, []string{"math.NaN()", "math.Inf(1)", "math.Inf(-1)", "math.Copysign(0, -1)", "0.1", "1e300", "-2.5", "5e-324",
		g.notConstant("0.0"), "-" + g.notConstant("0.0"), g.notConstant(g.expr(gFloat, 1))})
}

func (g *generator) floats() {
	x, y := g.fresh("x"), g.fresh("y")
	g.line("%s, %s := %s, %s", x, y, g.special(), g.special())
	g.line("fmt.Println(%s + %s, %s - %s, %s * %s, %s / %s, -%s)", x, y, x, y, x, y, x, y, x)
	g.line("fmt.Println(%s < %s, %s == %s, %s != %s, min(%s, %s), max(%s, %s), float32(%s))", x, y, x, y, x, x, x, y, x, y, x)
	g.line("fmt.Println(%sfloat(%s, %s))", g.prefix, x, y)
	g.line("fmt.Printf(\"%s %s\\n\", %s, %s)", pick(g, []string{"%6.2f", "%e", "%g", "%v", "%+.3g"}), pick(g, []string{"%08.3f", "%-9.1f|", "%G", "%x"}), x, y)
	g.line("%s %s %s", x, pick(g, []string{"+=", "-=", "*=", "/="}), y)
	g.line("fmt.Println(map[float64]int{%s: 1}[%s], [2]float64{%s} == [2]float64{%s}, math.Signbit(%s))", x, y, x, y, x)
}

var gInts = []string{"int", "int8", "int16", "int32", "int64", "uint", "uint8", "uint16", "uint32", "uint64"}

func (g *generator) shifts() {
	t, u := pick(g, gInts), pick(g, gInts)
	x, n := g.fresh("x"), g.fresh("n")
	g.line("var %s %s = %s(%s)", x, t, t, g.notConstant(g.expr(gInt, 1)))
	g.line("%s := %s(%s & 127) %% 71", n, u, g.notConstant(g.expr(gInt, 1)))
	g.line("if %s < 0 { %s = 3 }", n, n)
	g.line("fmt.Println(%s << %s, %s >> %s, ^%s, -%s, %s &^ 5, 1 << %s >> 1)", x, n, x, n, x, x, x, n)
	g.line("%s %s %s", x, pick(g, []string{"<<=", ">>="}), n)
	g.line("fmt.Printf(\"%%b %%x %%T\\n\", %s, %s, %s << %s)", x, x, x, n)
}

func (g *generator) wraps() {
	t, u := pick(g, gInts), pick(g, gInts)
	x := g.fresh("x")
	g.line("var %s %s = %s(%s)", x, t, t, g.notConstant(fmt.Sprint(pick(g, []int{127, 128, 255, -1, 32767, 65536, 2147483647, -2147483648, 9}))))
	g.line("%s %s %s(%s)", x, pick(g, []string{"+=", "-=", "*=", "|=", "&^=", "^="}), t, g.notConstant(g.expr(gInt, 1)))
	g.line("%s%s", x, pick(g, []string{"++", "--"}))
	g.line("fmt.Println(%s, %s(%s), float64(%s), %s %% 7, %s / 3, %s * %s, uint8(%s))", x, u, x, x, x, x, x, x, x)
}

func (g *generator) texts() {
	s := g.fresh("s")
	g.line("%s := %s + string(rune(%s&0x3ff)) + %s", s, g.expr(gString, 1), g.notConstant(g.expr(gInt, 1)), pick(g, []string{`"\xff"`, `"世界"`, `"a\x00b"`, `""`}))
	g.line("fmt.Printf(\"%%q %%x %%d %%d\\n\", %s, %s, len(%s), len([]rune(%s)))", s, s, s, s)
	g.line("for i, r := range []rune(%s) { fmt.Print(i, r, string(r), \" \") }", s)
	g.line("for i := range %s { fmt.Print(i, %s[i], %s[i:] > %s, \" \") }", s, s, s, g.expr(gString, 1))
	g.line("b := []byte(%s)", s)
	g.line("if len(b) > 0 { b[0] ^= 0x20 }")
	g.line("fmt.Println(string(b) == %s, strings.ToUpper(string(b)), append(b, %s...))", s, s)
}

func (g *generator) complexes() {
	z := g.fresh("z")
	t := pick(g, []string{"complex128", "complex64"})
	f := map[string]string{"complex128": "float64", "complex64": "float32"}[t]
	g.line("var %s %s = complex(%s(%s), %s(%s))", z, t, f, g.notConstant(g.expr(gFloat, 1)), f, g.notConstant(g.expr(gFloat, 1)))
	g.line("fmt.Println(%s*(1+2i), %s == 2i, -%s, real(%s), imag(%s) * 2, %s)", z, z, z, z, z, z)
	g.line("%s %s 1i", z, pick(g, []string{"+=", "*=", "-="}))
	g.line("fmt.Printf(\"%%v %%.1f %%T\\n\", %s, %s, %s)", z, z, z)
}

// copies changes a copy of an array or struct.
func (g *generator) copies() {
	v, ok := g.variable(func(v gvar) bool { return (v.typ.kind == "array" || v.typ.kind == "struct") && printable(v.typ, 1) })
	if !ok {
		a, b, c, d := g.fresh("a"), g.fresh("b"), g.fresh("c"), g.fresh("d")
		g.line("%s, %s := [2][2]int{{1}, {2}}, [2][]int{{1}}", a, b)
		g.line("%s, %s := %s, %s", c, d, a, b)
		g.line("%s[0][0], %s[0][0] = %s, %s", c, d, g.expr(gInt, 1), g.expr(gInt, 1))
		g.line("fmt.Println(%s, %s, %s, %s, %s == %s, %s[1] == %s[1])", a, b, c, d, a, c, a, c)
		g.line("for i, x := range %s { %s[1][0] = 9; fmt.Print(i, x) }", a, a)
		g.line("for i, x := range &%s { %s[1][0] = 7; fmt.Print(i, x) }", a, a)
		return
	}
	c, p := g.fresh("c"), g.fresh("p")
	g.line("%s, %s := %s, &%s", c, p, v.name, v.name)
	part := fmt.Sprintf("[%d]", 0)
	elem := v.typ.elem
	if v.typ.kind == "struct" {
		f := pick(g, v.typ.fields)
		part, elem = "."+f.name, f.typ
	}
	g.line("%s%s = %s", c, part, g.expr(elem, 1))
	g.line("func(x %s) { x%s = %s; fmt.Println(x) }(%s)", v.typ.name, part, g.expr(elem, 1), c)
	if v.typ.kind == "struct" && !v.fixed {
		g.line("%s%s = %s", p, part, g.expr(elem, 1))
	}
	g.line("fmt.Println(%s, %s, *%s)", v.name, c, p)
}

// changed calls methods with pointer receivers on all that has an address.
func (g *generator) changed() {
	c, m, s := g.fresh("c"), g.fresh("m"), g.fresh("s")
	g.line("%s := %sC{N: %s, F: %s}", c, g.prefix, g.expr(gInt, 1), g.notConstant(g.expr(gFloat, 1)))
	g.line("%s := map[string]*%sC{\"a\": &%s, \"b\": {}}", m, g.prefix, c)
	g.line("%s := []%sC{%s, {N: 2}}", s, g.prefix, c)
	g.line("%s.Add(%s).Add(1)", c, g.expr(gInt, 1))
	g.line("%s[\"a\"].Add(2).N++", m)
	g.line("%s[1].Add(%s)", s, g.expr(gInt, 1))
	g.line("f, h := %s.Less, %s[0].Add", c, s)
	g.line("%s.N -= 5", c)
	g.line("h(4)")
	g.line("fmt.Println(%s, *%s[\"a\"], %s, f(%s), %s.Neg(%s), (*%sC).Add(&%s, 1).N)", c, m, s, c, c, g.special(), g.prefix, c)
}

// stored calls functions that are in maps, slices and fields.
func (g *generator) stored() {
	m, n := g.fresh("m"), g.fresh("n")
	g.line("%s := %s", n, g.expr(gInt, 1))
	g.line("%s := map[string]func(int) (int, string){", m)
	g.line("\t\"a\": func(x int) (int, string) { %s += x; return %s, %s },", n, n, g.expr(gString, 1))
	g.line("\t\"b\": func(x int) (int, string) { defer func() { %s *= 2 }(); return %s - x, \"b\" },", n, n)
	g.line("}")
	g.line("%s[\"c\"] = func(x int) (int, string) { r, t := %s[\"a\"](x); return r + 1, t + \"c\" }", m, m)
	g.line("for _, k := range []string{\"a\", \"b\", \"c\"} { fmt.Println(%s[k](%s)) }", m, g.expr(gInt, 1))
	g.line("if f, ok := %s[%s]; ok { fmt.Println(f(1)) } else { fmt.Println(%s, f == nil) }", m, g.expr(gString, 1), n)
}

func (g *generator) kinds() {
	for range 3 {
		t := g.anyType(1)
		if t.kind == "any" || t.kind == "iface" {
			t = sliceOf(gInt)
		}
		g.line("fmt.Println(%skind(%s), %skind[any](%s))", g.prefix, g.expr(t, 1), g.prefix, g.expr(t, 1))
	}
}

func (g *generator) summed() {
	var number []*gtype
	for _, t := range append([]*gtype{gInt, gInt8, gFloat}, g.named...) {
		if t.kind != "string" {
			number = append(number, t)
		}
	}
	t := pick(g, number)
	g.line("fmt.Println(%ssum[%s](%s, %s, %s), %ssum([]%s{%s}...))", g.prefix, t.name, g.expr(t, 1), g.expr(t, 1), g.expr(t, 1), g.prefix, t.name, g.expr(t, 1))
}

// jumped loops with goto.
func (g *generator) jumped() {
	i, l := g.fresh("i"), g.fresh("again")
	g.open("func(n int) {")
	g.line("%s := 0", i)
	g.line("%s:", l)
	g.line("if %s++; %s < n%%5 {", i, i)
	g.line("\tif %s == 2 { goto %s }", i, l)
	g.line("\tfmt.Print(%s, \" \")", i)
	g.line("\tgoto %s", l)
	g.line("}")
	g.line("fmt.Println(%s)", i)
	g.indent--
	g.line("}(%s)", g.expr(gInt, 1))
}

// fallen goes from case to case, with the default anywhere.
func (g *generator) fallen() {
	parts := []string{"case 0, 3:\nfmt.Print(\"zero \")", "case 1:\nfmt.Print(\"one \")", "default:\nfmt.Print(\"default \")", "case 2:\nfmt.Print(\"two \")\nif x > 1 { break }\nfmt.Print(\"more \")"}
	g.r.Shuffle(len(parts), func(i, j int) { parts[i], parts[j] = parts[j], parts[i] })
	for i := range parts[:len(parts)-1] {
		if g.chance(50) {
			parts[i] += "\nfallthrough"
		}
	}
	g.line("for x := range 5 {\nswitch x {\n%s\n}\n}", strings.Join(parts, "\n"))
	g.line("fmt.Println()")
}

// unwound panics on while another panic is under way.
func (g *generator) unwound() {
	g.line("fmt.Println(func() (n int, err error) {")
	g.line("\tdefer func() { if r := recover(); r != nil { err = fmt.Errorf(\"%%v\", r); n++ } }()")
	g.line("\tfor i := range 3 { defer func(a int) { n = n*10 + a + i; %s }(n + i) }", pick(g, []string{"", "if i == 1 { panic(i) }", "if r := recover(); r != nil { panic(fmt.Sprint(\"re\", r)) }"}))
	g.line("\tn = %s", g.expr(gInt, 1))
	g.line("\t%s", pick(g, []string{"return n + 1, nil", "panic(\"p\")", "var s []int; return s[" + g.notConstant("n") + "], nil", "return 5 / " + g.notConstant("0") + ", nil"}))
	g.line("}())")
}

// nestedSeqs leaves ranges over functions inside others.
func (g *generator) nestedSeqs() {
	l, a, b := g.fresh("L"), g.fresh("a"), g.fresh("b")
	g.line("fmt.Println(func() (r int) {")
	g.line("%s:", l)
	g.line("for %s, x := range %sSeq([]int{1, 2, 3}) {", a, g.prefix)
	g.line("defer func() { r += %s }()", a)
	g.line("for %s, y := range %sSeq([]string{\"p\", \"q\"}) {", b, g.prefix)
	g.line("if r > 900 { continue %s }", l)
	g.line("fmt.Print(x, y, \" \")")
	g.line("if %s == %s { %s }", a, b, pick(g, []string{"continue " + l, "break " + l, "break", "continue", "return x * 100"}))
	g.line("r += x")
	g.line("}")
	g.line("}")
	g.line("return r")
	g.line("}())")
}

// promoted uses what embedded structs give.
func (g *generator) promoted() {
	d, p := g.fresh("d"), g.fresh("p")
	g.line("%s := %sD{&%sC{N: %s}, %sE{1, %s}, %s}", d, g.prefix, g.prefix, g.expr(gInt, 1), g.prefix, g.expr(gInt, 1), g.expr(gString, 1))
	g.line("%s := %s", p, d)
	g.line("%s.Add(2)", d)
	g.line("%s.Move(%s)", p, g.expr(gInt, 1))
	g.line("%s.X++", d)
	g.line("f, h := %s.Sum, %s.Move", p, d)
	g.line("%s.Y, %s.N = 50, 7", p, p)
	g.line("h(3)")
	g.line("fmt.Println(%s.N, %s.N, %s.%sE, %s.Sum(), f(), *%s.%sC, %sD.Sum(%s))", d, p, d, g.prefix, p, d, g.prefix, g.prefix, p)
	g.line("var i interface{ Sum() int; Move(int) } = &%s", d)
	g.line("i.Move(1)")
	g.line("fmt.Println(i.Sum(), %s.X)", d)
}

func (g *generator) errorsIs() {
	e := g.fresh("e")
	g.line("%s := fmt.Errorf(\"top %%d: %%w\", %s, &%sW{%s, %s})", e, g.expr(gInt, 1), g.prefix, pick(g, []string{"errBase", "fmt.Errorf(\"in %w\", errBase)", "errors.Join(errBase, nil, fmt.Errorf(\"two\"))", "nil"}), g.expr(gInt, 1))
	g.line("var w *%sW", g.prefix)
	g.line("fmt.Println(errors.Is(%s, errBase), errors.As(%s, &w), %s, errors.Unwrap(%s) == w)", e, e, e, e)
	g.line("if w != nil { fmt.Println(w.at, w) }")
}

// passed gives a function to another, which changes what is passed by value.
func (g *generator) passed() {
	t := pick(g, []string{"[3]int", "struct{ A, B int }", "[]int", "map[int]int", "*int"})
	change := map[string]string{"[3]int": "x[1]++", "struct{ A, B int }": "x.B = x.A + 1", "[]int": "if len(x) > 0 { x[0] = 7 }; x = append(x, 8)", "map[int]int": "x[len(x)] = 5", "*int": "*x += 3"}[t]
	value := map[string]string{"[3]int": "[3]int{1, 2}", "struct{ A, B int }": "struct{ A, B int }{4, 5}", "[]int": "make([]int, 1, 3)", "map[int]int": "map[int]int{}", "*int": "new(int)"}[t]
	shown := func(x string) string {
		if t == "*int" {
			return "*" + x
		}
		return x
	}
	v := g.fresh("v")
	g.line("%s := %s", v, value)
	g.line("func(do func(%s)) { do(%s); do(%s) }(func(x %s) { %s; fmt.Print(%s, \" \") })", t, v, v, t, change, shown("x"))
	g.line("fmt.Println(%s)", shown(v))
}

// appended shares arrays between slices.
func (g *generator) appended() {
	a, b := g.fresh("a"), g.fresh("b")
	g.line("%s := make([]int, %d, 6)", a, 1+g.r.Intn(3))
	g.line("%s := append(%s, %s)", b, a, g.expr(gInt, 1))
	g.line("%s = append(%s%s, 4)", a, a, pick(g, []string{"", "[:0]", "[:1:1]", "[:len(" + a + "):len(" + a + ")]"}))
	g.line("for i, x := range %s { %s = append(%s, x+i); if i == 0 { %s[0] = 60 } }", a, a, a, b)
	g.line("n := copy(%s[len(%s)/2:], %s)", b, b, a)
	g.line("fmt.Println(%s, %s, n, len(%s[:0]), %s[:2:3])", a, b, a, a)
}
