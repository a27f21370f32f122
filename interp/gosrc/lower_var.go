package gosrc

import (
	"go/ast"
	"go/token"
)

// lowerVariables lets package variables keep their values when the program is
// loaded again: an initializer is not run for a variable that will be given
// the value it has had. Variables with the results of one call are declared one
// by one: the interpreter takes them for local ones.
//
//	var n = f()     =>  var n = initial_gex1()
//	var a, b = g()      var b string
//	                    var a = initial_gex2()
//
//	func initial_gex1() (r0 int) {
//		if gex_.Keeps("n") { return }
//		r0 = f()
//		return
//	}
//	func initial_gex2() (r0 int) {
//		if gex_.Keeps("a") { return }
//		part_gex3, part_gex4 := g()
//		r0 = part_gex3
//		b = part_gex4
//		return
//	}
func lowerVariables(p *program) {
	var decls []ast.Decl
	for _, d := range p.file.Decls {
		if g, ok := d.(*ast.GenDecl); ok && g.Tok == token.VAR {
			for _, s := range g.Specs {
				decls = append(decls, p.lowerVariable(s.(*ast.ValueSpec))...)
			}
		}
		decls = append(decls, d)
	}
	p.file.Decls = append(decls, p.initials...)
}

// lowerVariable lowers a declaration, and returns those that stand before it.
func (p *program) lowerVariable(v *ast.ValueSpec) (before []ast.Decl) {
	if len(v.Values) == len(v.Names) {
		for i := range v.Values {
			v.Values[i] = p.initial(v.Names[i:i+1], v.Values[i])
		}
		return nil
	}
	if len(v.Values) == 0 {
		return nil
	}
	v.Values[0] = p.initial(v.Names, v.Values[0])
	for _, id := range v.Names[1:] {
		if id.Name != "_" {
			before = append(before, &ast.GenDecl{Tok: token.VAR, Specs: []ast.Spec{
				&ast.ValueSpec{Names: []*ast.Ident{id}, Type: p.typeSyntax(p.info.Defs[id].Type())},
			}})
		}
	}
	v.Names = v.Names[:1]
	return before
}

// initial is a call of a function that evaluates an initializer if it must. It
// returns the value of the first variable and assigns those of the others.
func (p *program) initial(names []*ast.Ident, value ast.Expr) ast.Expr {
	o := p.info.Defs[names[0]]
	if o == nil || o.Type() == nil {
		return value
	}
	kept := names[0].Name
	for _, id := range names {
		if kept == "_" {
			kept = id.Name
		}
	}
	body := []ast.Stmt{&ast.IfStmt{Cond: support("Keeps", text(kept)), Body: block(&ast.ReturnStmt{})}}
	name, result := p.fresh("initial"), ast.NewIdent("r0_gex")
	if tuple := p.tuple([]ast.Expr{value}); tuple != nil && len(names) > 1 {
		take, parts := p.taken(value, tuple)
		body = append(body, take)
		for i, id := range names {
			target := ast.NewIdent(id.Name)
			if i == 0 {
				target = result
			}
			body = append(body, assign(target, p.box(parts[i], p.info.Defs[id].Type())))
		}
	} else {
		body = append(body, assign(result, value))
	}
	p.initials = append(p.initials, &ast.FuncDecl{
		Name: name,
		Type: &ast.FuncType{Params: &ast.FieldList{}, Results: &ast.FieldList{List: []*ast.Field{
			{Names: []*ast.Ident{result}, Type: p.typeSyntax(o.Type())},
		}}},
		Body: block(append(body, &ast.ReturnStmt{})...),
	})
	return &ast.CallExpr{Fun: ast.NewIdent(name.Name)}
}
