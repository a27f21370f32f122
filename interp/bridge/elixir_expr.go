package bridge

import (
	"go/ast"
	"go/token"
	"strconv"
	"strings"
)

func stringLiteral(e ast.Expr) (string, bool) {
	l, ok := e.(*ast.BasicLit)
	if !ok || l.Kind != token.STRING {
		return "", false
	}
	text, err := strconv.Unquote(l.Value)
	return text, err == nil
}

// elixirString is a string literal of Elixir.
func elixirString(text string) string {
	return strings.ReplaceAll(strconv.Quote(text), "#{", `\#{`)
}

// name is the Elixir variable for a Go name.
func (f *elixirFunction) name(name string) string {
	if renamed, ok := f.names[name]; ok {
		return renamed
	}
	return elixirVar(name)
}

// expr writes an expression.
func (f *elixirFunction) expr(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		return f.ident(e)
	case *ast.BasicLit:
		if text, ok := stringLiteral(e); ok {
			return elixirString(text)
		}
		return e.Value
	case *ast.ParenExpr:
		return "(" + f.expr(e.X) + ")"
	case *ast.TypeAssertExpr:
		return f.expr(e.X)
	case *ast.BinaryExpr:
		return f.binary(e)
	case *ast.UnaryExpr:
		if e.Op == token.NOT {
			return "not " + f.operand(e.X)
		}
		return e.Op.String() + f.operand(e.X)
	case *ast.CompositeLit:
		return f.composite(e)
	case *ast.SelectorExpr:
		if call := f.sourceOf(e); strings.HasPrefix(call, "time.") {
			return f.untranslated(e)
		}
		return f.expr(e.X) + "." + elixirName(e.Sel.Name)
	case *ast.IndexExpr:
		return "Enum.at(" + f.expr(e.X) + ", " + f.expr(e.Index) + ")"
	case *ast.FuncLit:
		return f.funcLit(e)
	case *ast.CallExpr:
		return f.call(e)
	}
	return "(" + f.untranslated(e) + ")"
}

// constants are the names of otp that are values.
var constants = map[string]string{
	"Normal": ":normal", "Shutdown": ":shutdown", "Kill": ":kill", "Infinity": ":infinity", "Undefined": ":undefined",
	"nil": "nil", "true": "true", "false": "false",
}

func (f *elixirFunction) ident(e *ast.Ident) string {
	if text, ok := constants[e.Name]; ok {
		return text
	}
	if e.Name == f.self && f.self != "" {
		return "__MODULE__"
	}
	return f.name(e.Name)
}

func (f *elixirFunction) operand(e ast.Expr) string {
	if _, ok := e.(*ast.BinaryExpr); ok {
		return "(" + f.expr(e) + ")"
	}
	return f.expr(e)
}

func (f *elixirFunction) list(exprs []ast.Expr) string {
	words := make([]string, len(exprs))
	for i, e := range exprs {
		words[i] = f.expr(e)
	}
	return strings.Join(words, ", ")
}

func (f *elixirFunction) binary(e *ast.BinaryExpr) string {
	if call, ok := e.X.(*ast.CallExpr); ok && f.sourceOf(call.Fun) == "Compare" && f.sourceOf(e.Y) == "0" && len(call.Args) == 2 {
		return f.operand(call.Args[0]) + " " + e.Op.String() + " " + f.operand(call.Args[1])
	}
	if ms, ok := f.milliseconds(e); ok {
		return ms
	}
	if text, ok := f.truthy(e); ok {
		return text
	}
	left, right := f.operand(e.X), f.operand(e.Y)
	switch e.Op {
	case token.LAND:
		return left + " and " + right
	case token.LOR:
		return left + " or " + right
	case token.REM:
		return "rem(" + left + ", " + right + ")"
	case token.QUO:
		return "div(" + left + ", " + right + ")"
	case token.ADD:
		if f.isText(e.X) || f.isText(e.Y) {
			return f.expr(e.X) + " <> " + f.expr(e.Y)
		}
	}
	return left + " " + e.Op.String() + " " + right
}

// truthy is x != nil && x != false, which is x as a condition.
func (f *elixirFunction) truthy(e *ast.BinaryExpr) (string, bool) {
	left, ok := e.X.(*ast.BinaryExpr)
	right, ok2 := e.Y.(*ast.BinaryExpr)
	if e.Op != token.LAND || !ok || !ok2 || left.Op != token.NEQ || right.Op != token.NEQ {
		return "", false
	}
	same := f.sourceOf(left.X) == f.sourceOf(right.X) && f.sourceOf(left.Y) == "nil" && f.sourceOf(right.Y) == "false"
	return f.expr(left.X), same
}

// isText reports whether an operand of + is a string for sure.
func (f *elixirFunction) isText(e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.BasicLit:
		return e.Kind == token.STRING
	case *ast.BinaryExpr:
		return f.isText(e.X) || f.isText(e.Y)
	case *ast.CallExpr:
		name := f.sourceOf(e.Fun)
		return name == "Text" || name == "Inspect"
	}
	return false
}

// milliseconds is 10*time.Second as a number.
func (f *elixirFunction) milliseconds(e ast.Expr) (string, bool) {
	units := map[string]int{"time.Millisecond": 1, "time.Second": 1000, "time.Minute": 60000, "time.Hour": 3600000}
	if n, ok := units[f.sourceOf(e)]; ok {
		return strconv.Itoa(n), true
	}
	b, ok := e.(*ast.BinaryExpr)
	if !ok || b.Op != token.MUL {
		return "", false
	}
	for _, pair := range [][2]ast.Expr{{b.X, b.Y}, {b.Y, b.X}} {
		unit, known := units[f.sourceOf(pair[1])]
		if !known {
			continue
		}
		if n, err := strconv.Atoi(f.sourceOf(pair[0])); err == nil {
			return strconv.Itoa(n * unit), true
		}
		text := f.operand(pair[0])
		if call, isCall := pair[0].(*ast.CallExpr); isCall && f.sourceOf(call.Fun) == "time.Duration" {
			text = f.operand(call.Args[0])
		}
		if unit == 1 {
			return text, true
		}
		return text + " * " + strconv.Itoa(unit), true
	}
	return "", false
}

// composite is a literal of a list, map, state or module.
func (f *elixirFunction) composite(e *ast.CompositeLit) string {
	name := typeText(e.Type)
	switch {
	case strings.HasPrefix(name, "[]"):
		return "[" + f.list(e.Elts) + "]"
	case name == "Map":
		return "%{}"
	case name == f.module && len(e.Elts) == 0:
		return "__MODULE__"
	}
	if s, ok := f.w.structs[name]; ok {
		return f.stateMap(e, s.Fields.List)
	}
	module := strings.ReplaceAll(name, "_", ".")
	if len(e.Elts) == 0 {
		return module
	}
	var pairs []string
	for _, elt := range e.Elts {
		kv, ok := elt.(*ast.KeyValueExpr)
		if !ok {
			return "(" + f.untranslated(e) + ")"
		}
		pairs = append(pairs, elixirName(f.sourceOf(kv.Key))+": "+f.expr(kv.Value))
	}
	return "%" + module + "{" + strings.Join(pairs, ", ") + "}"
}

// stateMap is a state: a map with all its keys.
func (f *elixirFunction) stateMap(e *ast.CompositeLit, fields []*ast.Field) string {
	given := make(map[string]string)
	var names []string
	kinds := make(map[string]string)
	for _, field := range fields {
		for _, n := range field.Names {
			names = append(names, n.Name)
			kinds[n.Name] = typeText(field.Type)
		}
	}
	for i, elt := range e.Elts {
		if kv, ok := elt.(*ast.KeyValueExpr); ok {
			given[f.sourceOf(kv.Key)] = f.expr(kv.Value)
		} else if i < len(names) {
			given[names[i]] = f.expr(elt)
		}
	}
	var pairs []string
	for _, n := range names {
		value, ok := given[n]
		if !ok {
			value = elixirZero(kinds[n])
		}
		pairs = append(pairs, elixirName(n)+": "+value)
	}
	return "%{" + strings.Join(pairs, ", ") + "}"
}

// elixirZero is the zero value of a Go type.
func elixirZero(kind string) string {
	switch {
	case kind == "Map":
		return "%{}"
	case strings.HasPrefix(kind, "[]"):
		return "[]"
	case kind == "int":
		return "0"
	case kind == "float64":
		return "0.0"
	case kind == "string":
		return `""`
	case kind == "bool":
		return "false"
	}
	return "nil"
}

// funcLit is a function literal as fn.
func (f *elixirFunction) funcLit(e *ast.FuncLit) string {
	var params []string
	for _, field := range e.Type.Params.List {
		for _, n := range field.Names {
			params = append(params, f.name(n.Name))
		}
	}
	inner := *f
	inner.decl = &ast.FuncDecl{Recv: f.decl.Recv, Name: f.decl.Name, Type: e.Type, Body: e.Body}
	if e.Type.Results == nil {
		inner.decl.Type = &ast.FuncType{Params: e.Type.Params, Results: &ast.FieldList{}}
	}
	return "fn " + strings.Join(params, ", ") + " ->\n" + inner.block(e.Body.List, false) + "\nend"
}
