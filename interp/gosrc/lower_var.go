package gosrc

import (
	"fmt"
	"go/ast"
	"go/token"
)

// lowerVariables lets package variables keep their values when the program is
// loaded again: an initializer is not run for a variable that will be given
// the value it has had.
//
//	var n = f()  =>  var n = initial_gex1()
//
//	func initial_gex1() (r0 int) {
//		if gex_.Keeps("n") { return }
//		r0 = f()
//		return
//	}
//	func pointer_n_gex() any { return &n }
func lowerVariables(p *program) {
	for _, d := range p.file.Decls {
		g, ok := d.(*ast.GenDecl)
		if !ok || g.Tok != token.VAR {
			continue
		}
		for _, s := range g.Specs {
			p.lowerVariable(s.(*ast.ValueSpec))
		}
	}
}

func (p *program) lowerVariable(v *ast.ValueSpec) {
	for _, id := range v.Names {
		if id.Name != "_" {
			p.declare(pointerName(id.Name), "", "any", "return &"+id.Name)
		}
	}
	switch {
	case len(v.Values) == 1:
		v.Values[0] = p.initial(v.Names, v.Values[0])
	case len(v.Values) == len(v.Names):
		for i := range v.Values {
			v.Values[i] = p.initial(v.Names[i:i+1], v.Values[i])
		}
	}
}

func pointerName(variable string) string { return "pointer_" + variable + "_gex" }

// initial is a call of a function that evaluates an initializer if it must.
func (p *program) initial(names []*ast.Ident, value ast.Expr) ast.Expr {
	a := &ast.AssignStmt{Tok: token.ASSIGN, Rhs: []ast.Expr{value}}
	results := &ast.FieldList{}
	for i, id := range names {
		o := p.info.Defs[id]
		if o == nil || o.Type() == nil {
			return value
		}
		r := fmt.Sprintf("r%d_gex", i)
		a.Lhs = append(a.Lhs, ast.NewIdent(r))
		results.List = append(results.List, &ast.Field{Names: []*ast.Ident{ast.NewIdent(r)}, Type: ast.NewIdent(p.typeText(o.Type()))})
	}
	name := p.fresh("initial")
	kept := &ast.IfStmt{Cond: support("Keeps", text(names[0].Name)), Body: block(&ast.ReturnStmt{})}
	p.file.Decls = append(p.file.Decls, &ast.FuncDecl{
		Name: name,
		Type: &ast.FuncType{Params: &ast.FieldList{}, Results: results},
		Body: block(kept, a, &ast.ReturnStmt{}),
	})
	return &ast.CallExpr{Fun: ast.NewIdent(name.Name)}
}
