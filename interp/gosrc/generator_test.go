package gosrc

import (
	"fmt"
	"math/rand"
	"strings"
)

// generator writes small well-typed programs: a few types with methods,
// functions, and a Main that prints what it does with values of them. All
// names begin with the prefix, so that many programs fit into one file.
type generator struct {
	r       *rand.Rand
	prefix  string
	out     strings.Builder
	structs []*gtype
	named   []*gtype
	iface   *gtype
	funcs   []gfunc
	scope   []gvar
	made    int
	indent  int
}

// gtype is a type of a generated program.
type gtype struct {
	name   string // as written
	kind   string // int, float, string, bool, struct, slice, map, array, pointer, any, iface, func
	elem   *gtype
	key    *gtype
	fields []gvar
	length int
}

type gvar struct {
	name  string
	typ   *gtype
	fixed bool // not to be assigned
}

type gfunc struct {
	name   string
	params []*gtype
	result *gtype
}

var (
	gInt    = &gtype{name: "int", kind: "int"}
	gInt8   = &gtype{name: "int8", kind: "int"}
	gUint8  = &gtype{name: "uint8", kind: "int"}
	gUint32 = &gtype{name: "uint32", kind: "int"}
	gInt64  = &gtype{name: "int64", kind: "int"}
	gFloat  = &gtype{name: "float64", kind: "float"}
	gString = &gtype{name: "string", kind: "string"}
	gBool   = &gtype{name: "bool", kind: "bool"}
	gAny    = &gtype{name: "any", kind: "any"}
	gBasics = []*gtype{gInt, gInt, gInt8, gUint8, gUint32, gInt64, gFloat, gString, gString, gBool}
)

func newGenerator(seed int64, prefix string) *generator {
	return &generator{r: rand.New(rand.NewSource(seed)), prefix: prefix}
}

// program writes a program whose entry is prefix+"Main".
func (g *generator) program() string {
	g.line("func %sid[T any](x T) T { return x }", g.prefix)
	g.types()
	g.valueDecls()
	for range 2 + g.r.Intn(3) {
		g.function()
	}
	g.generics()
	g.open("func %sMain() {", g.prefix)
	g.line("defer func() {")
	g.line("\tif r := recover(); r != nil {")
	g.line("\t\tfmt.Println(\"recovered\", r)")
	g.line("\t}")
	g.line("}()")
	g.scope = nil
	for range 6 + g.r.Intn(10) {
		g.statement(2)
	}
	g.close()
	return g.out.String()
}

func (g *generator) line(format string, args ...any) {
	g.out.WriteString(strings.Repeat("\t", g.indent) + fmt.Sprintf(format, args...) + "\n")
}

func (g *generator) open(format string, args ...any) { g.line(format, args...); g.indent++ }

func (g *generator) close() {
	g.indent--
	g.line("}")
}

func (g *generator) fresh(hint string) string {
	g.made++
	return fmt.Sprintf("%s%d", hint, g.made)
}

func (g *generator) chance(percent int) bool { return g.r.Intn(100) < percent }

func pick[T any](g *generator, list []T) T { return list[g.r.Intn(len(list))] }

// types declares named types, structs and an interface that some implement.
func (g *generator) types() {
	for i := range 1 + g.r.Intn(3) {
		base := pick(g, []*gtype{gInt, gString, gFloat, gInt8})
		t := &gtype{name: fmt.Sprintf("%sN%d", g.prefix, i), kind: base.kind}
		g.line("type %s %s", t.name, base.name)
		if g.chance(40) {
			g.line("func (x %s) String() string { return \"<\" + fmt.Sprint(%s(x)) + \">\" }", t.name, base.name)
		}
		g.named = append(g.named, t)
	}
	g.iface = &gtype{name: g.prefix + "I", kind: "iface"}
	g.line("type %s interface { Val(n int) int }", g.iface.name)
	for i := range 2 + g.r.Intn(2) {
		g.structure(i)
	}
}

func (g *generator) structure(i int) {
	t := &gtype{name: fmt.Sprintf("%sS%d", g.prefix, i), kind: "struct"}
	g.open("type %s struct {", t.name)
	if i > 0 && g.chance(30) {
		embedded := pick(g, g.structs)
		g.line("%s", embedded.name)
		t.fields = append(t.fields, gvar{name: embedded.name, typ: embedded})
	}
	for f := range 1 + g.r.Intn(3) {
		field := gvar{name: fmt.Sprintf("%s%d", pick(g, []string{"F", "f"}), f), typ: g.anyType(2)}
		g.line("%s %s", field.name, field.typ.name)
		t.fields = append(t.fields, field)
	}
	g.close()
	star := pick(g, []string{"", "", "*"})
	g.line("func (x %s%s) Val(n int) int { return n + %d }", star, t.name, g.r.Intn(10))
	if g.chance(25) {
		g.line("func (x %s) String() string { return \"%s!\" }", t.name, t.name)
	} else if g.chance(15) {
		g.line("func (x %s) Error() string { return \"err %s\" }", t.name, t.name)
	}
	g.structs = append(g.structs, t)
}

// anyType is a random type of limited depth.
func (g *generator) anyType(depth int) *gtype {
	if depth == 0 || g.chance(45) {
		return g.simpleType()
	}
	switch g.r.Intn(7) {
	case 0, 1:
		return sliceOf(g.anyType(depth - 1))
	case 2:
		return mapOf(g.keyType(), g.anyType(depth-1))
	case 3:
		e := g.anyType(depth - 1)
		n := 1 + g.r.Intn(3)
		return &gtype{name: fmt.Sprintf("[%d]%s", n, e.name), kind: "array", elem: e, length: n}
	case 4:
		if len(g.structs) > 0 {
			s := pick(g, g.structs)
			return &gtype{name: "*" + s.name, kind: "pointer", elem: s}
		}
	case 5:
		if len(g.structs) > 0 {
			return g.iface
		}
	}
	return gAny
}

func sliceOf(e *gtype) *gtype { return &gtype{name: "[]" + e.name, kind: "slice", elem: e} }

func mapOf(k, e *gtype) *gtype {
	return &gtype{name: "map[" + k.name + "]" + e.name, kind: "map", key: k, elem: e}
}

func (g *generator) simpleType() *gtype {
	switch {
	case len(g.structs) > 0 && g.chance(25):
		return pick(g, g.structs)
	case len(g.named) > 0 && g.chance(30):
		return pick(g, g.named)
	}
	return pick(g, gBasics)
}

func (g *generator) keyType() *gtype {
	if g.chance(30) {
		return pick(g, g.named)
	}
	return pick(g, []*gtype{gInt, gString, gUint8, gBool})
}

// function declares a function with statements and a result.
func (g *generator) function() {
	f := gfunc{name: fmt.Sprintf("%sf%d", g.prefix, len(g.funcs)), result: g.anyType(2)}
	var params []string
	g.scope = nil
	for i := range g.r.Intn(3) {
		t := g.anyType(2)
		f.params = append(f.params, t)
		params = append(params, fmt.Sprintf("p%d %s", i, t.name))
		g.scope = append(g.scope, gvar{name: fmt.Sprintf("p%d", i), typ: t})
	}
	if g.chance(30) {
		g.open("func %s(%s) (res %s) {", f.name, strings.Join(params, ", "), f.result.name)
		g.line("defer func() {")
		g.line("\t_ = recover()")
		if f.result.kind == "int" {
			g.line("\tres++")
		}
		g.line("}()")
		g.scope = append(g.scope, gvar{name: "res", typ: f.result})
	} else {
		g.open("func %s(%s) %s {", f.name, strings.Join(params, ", "), f.result.name)
	}
	for range 1 + g.r.Intn(3) {
		g.statement(1)
	}
	g.line("return %s", g.expr(f.result, 2))
	g.close()
	g.funcs = append(g.funcs, f)
}

// generics declares a generic function and a generic type.
func (g *generator) generics() {
	g.line("func %sMap[T, U any](xs []T, f func(T) U) []U {\n\tvar out []U\n\tfor _, x := range xs {\n\t\tout = append(out, f(x))\n\t}\n\treturn out\n}", g.prefix)
	g.line("func %sSeq[T any](xs []T) func(func(int, T) bool) {\n\treturn func(yield func(int, T) bool) {\n\t\tfor i, x := range xs {\n\t\t\tif !yield(i, x) {\n\t\t\t\tfmt.Println(\"stopped\", i)\n\t\t\t\treturn\n\t\t\t}\n\t\t}\n\t}\n}", g.prefix)
	g.line("func %sClosed[T any](x T) chan T {\n\tc := make(chan T, 1)\n\tif fmt.Sprint(x) != \"\" {\n\t\tc <- x\n\t}\n\tclose(c)\n\treturn c\n}", g.prefix)
	g.line("type %sBox[T any] struct { V T; n int }", g.prefix)
	g.line("func (b *%sBox[T]) Set(v T) *%sBox[T] { b.V = v; b.n++; return b }", g.prefix, g.prefix)
	g.line("func (b %sBox[T]) Get() (T, int) { return b.V, b.n }", g.prefix)
}
