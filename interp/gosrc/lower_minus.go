package gosrc

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"slices"
	"strings"
)

// lowerMinusZeros makes parameters any that may be zero with a minus: numbers with
// a point, and arrays and structs that hold some. The interpreter leaves an
// argument out that is equal to zero, so that the parameter is zero without one,
// but not where the parameter is an interface.
//
//	func half(x float64) float64 {  =>  func half(x_gex1 any) float64 {
//		return x / 2                    	x := x_gex1.(float64)
//	}                                   	return x / 2
//	                                    }
//	half(1)                         =>  half(float64(1))
//
// Function literals get what they are given. Where a function is a value, a
// literal with its parameters calls it, see lowerFunctionValues and export.
func lowerMinusZeros(p *program) {
	for _, d := range p.file.Decls {
		if f, ok := d.(*ast.FuncDecl); ok && f.Body != nil && f.Recv == nil {
			p.receivePoints(f)
		}
	}
	if p.plain == nil {
		return
	}
	rewriteExprs(p.file, func(e ast.Expr) ast.Expr {
		if call, ok := e.(*ast.CallExpr); ok {
			p.giveTyped(call)
		}
		return e
	})
}

// receivePoints makes the parameters of a function any that may be minus zero.
func (p *program) receivePoints(f *ast.FuncDecl) {
	plain := *f.Type
	plain.Params = &ast.FieldList{List: f.Type.Params.List}
	var fields []*ast.Field
	var taken []ast.Stmt
	for _, field := range plain.Params.List {
		if len(field.Names) == 0 || !p.holdsPoint(field.Type) {
			fields = append(fields, field)
			continue
		}
		for _, id := range field.Names {
			if id.Name == "_" {
				fields = append(fields, &ast.Field{Names: []*ast.Ident{id}, Type: field.Type})
				continue
			}
			given := p.fresh(id.Name)
			fields = append(fields, &ast.Field{Names: []*ast.Ident{given}, Type: emptyInterface()})
			taken = append(taken, define(id, &ast.TypeAssertExpr{X: ast.NewIdent(given.Name), Type: field.Type}))
		}
	}
	if len(taken) == 0 {
		return
	}
	if p.plain == nil {
		p.plain = map[string]*ast.FuncType{}
	}
	p.plain[f.Name.Name] = &plain
	f.Type.Params = &ast.FieldList{List: fields}
	prepend(f.Body, taken...)
}

// giveTyped gives constants the types of the parameters that have become any.
func (p *program) giveTyped(call *ast.CallExpr) {
	id, ok := ast.Unparen(call.Fun).(*ast.Ident)
	if !ok || p.plain[id.Name] == nil {
		return
	}
	i := 0
	for _, field := range p.plain[id.Name].Params.List {
		for range max(1, len(field.Names)) {
			if i < len(call.Args) && p.holdsPoint(field.Type) && p.isUntyped(call.Args[i]) {
				call.Args[i] = &ast.CallExpr{Fun: field.Type, Args: []ast.Expr{call.Args[i]}}
			}
			i++
		}
	}
}

// isUntyped reports whether an argument is a constant, as far as passes have left
// something of it.
func (p *program) isUntyped(e ast.Expr) bool {
	if p.info.Types[e].Value != nil {
		return true
	}
	switch e := e.(type) {
	case *ast.BasicLit:
		return true
	case *ast.ParenExpr:
		return p.isUntyped(e.X)
	case *ast.UnaryExpr:
		return p.isUntyped(e.X)
	case *ast.BinaryExpr:
		return p.isUntyped(e.X) && p.isUntyped(e.Y)
	}
	return false
}

// holdsPoint reports whether values of a type may be equal to zero and have a
// minus. Types that passes have written are taken by their syntax, and may if
// they are names of which nothing is known.
func (p *program) holdsPoint(e ast.Expr) bool {
	if t := p.typeOf(e); t != nil {
		return holdsPoint(t)
	}
	switch e := e.(type) {
	case *ast.Ident:
		o := types.Universe.Lookup(e.Name)
		if o == nil {
			o = p.pkg.Scope().Lookup(e.Name)
		}
		return o == nil || holdsPoint(o.Type())
	case *ast.ParenExpr:
		return p.holdsPoint(e.X)
	case *ast.ArrayType:
		return e.Len != nil && p.holdsPoint(e.Elt)
	case *ast.StructType:
		return slices.ContainsFunc(e.Fields.List, func(f *ast.Field) bool { return p.holdsPoint(f.Type) })
	case *ast.SelectorExpr:
		o := p.imported(e)
		return o == nil || holdsPoint(o.Type())
	}
	return false
}

// imported returns what a name of a package stands for, or nil.
func (p *program) imported(e *ast.SelectorExpr) types.Object {
	id, ok := e.X.(*ast.Ident)
	if !ok {
		return nil
	}
	for _, pkg := range p.pkg.Imports() {
		if pkg.Name() == id.Name {
			return pkg.Scope().Lookup(e.Sel.Name)
		}
	}
	return nil
}

func holdsPoint(t types.Type) bool {
	switch t := t.Underlying().(type) {
	case *types.Basic:
		return t.Info()&(types.IsFloat|types.IsComplex) != 0
	case *types.Array, *types.Struct:
		return slices.ContainsFunc(madeOf(t), holdsPoint)
	}
	return false
}

// takesPoint reports whether a function has parameters that lowerMinusZeros
// makes any.
func takesPoint(s *types.Signature) bool {
	for v := range s.Params().Variables() {
		if holdsPoint(v.Type()) {
			return true
		}
	}
	return false
}

// asTyped is the text of a declared function with the parameters that were typed.
func (p *program) asTyped(name string) string {
	f := p.plain[name]
	if f == nil {
		return name
	}
	var params, args []string
	for _, field := range f.Params.List {
		for range max(1, len(field.Names)) {
			arg := fmt.Sprintf("a%d", len(args))
			params = append(params, arg+" "+printed(field.Type))
			if _, variadic := field.Type.(*ast.Ellipsis); variadic {
				arg += "..."
			}
			args = append(args, arg)
		}
	}
	call, results := fmt.Sprintf("%s(%s)", name, strings.Join(args, ", ")), ""
	if f.Results.NumFields() > 0 {
		call = "return " + call
		var all []string
		for _, field := range f.Results.List {
			for range max(1, len(field.Names)) {
				all = append(all, printed(field.Type))
			}
		}
		results = "(" + strings.Join(all, ", ") + ")"
	}
	return fmt.Sprintf("func(%s) %s { %s }", strings.Join(params, ", "), results, call)
}

// takingPoints is lowerMinusZeros for a function that a pass writes as text. It
// returns its parameters and body.
func (p *program) takingPoints(name, params, body string) (string, string) {
	e, err := parser.ParseExpr("func(" + params + ") {}")
	if err != nil {
		return params, body
	}
	f := &ast.FuncDecl{Name: ast.NewIdent(name), Type: e.(*ast.FuncLit).Type, Body: block()}
	if p.receivePoints(f); len(f.Body.List) == 0 {
		return params, body
	}
	var fields []string
	for _, field := range f.Type.Params.List {
		for _, id := range field.Names {
			fields = append(fields, id.Name+" "+printed(field.Type))
		}
	}
	for i := len(f.Body.List) - 1; i >= 0; i-- {
		a := f.Body.List[i].(*ast.AssignStmt)
		body = fmt.Sprintf("%s %s %s\n", printed(a.Lhs[0]), token.DEFINE, printed(a.Rhs[0])) + body
	}
	return strings.Join(fields, ", "), body
}
