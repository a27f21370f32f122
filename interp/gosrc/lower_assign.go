package gosrc

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
)

// lowerAssignments takes assignments of several values apart, in the order of
// the language: first all operands, then the assignments from left to right.
// The interpreter mixes up targets that depend on each other, and
// cannot assign several interface values or results of make.
//
//	a[i], i = i, 2  =>  index_gex1 := i
//	                    value_gex2, value_gex3 := i, 2
//	                    a[index_gex1] = value_gex2
//	                    i = value_gex3
//
// What a pointer leads to is read although nothing is done with it: the
// interpreter would not notice that the pointer is nil.
//
//	_ = *p  =>  value_gex4 := *p
//	            _ = value_gex4
func lowerAssignments(p *program) {
	walk(p.file, nil, func(c *cursor) {
		if d, ok := c.Node.(*ast.DeclStmt); ok && c.InList() {
			p.splitVariables(c, d)
		}
		if init := initOf(c.Node); init != nil && c.InList() && p.mustSplit(init) {
			for i, value := range init.Rhs {
				if tv := p.info.Types[value]; tv.Value == nil && !tv.IsNil() {
					held := p.fresh("value")
					c.InsertBefore(define(held, value))
					init.Rhs[i] = p.keep(ast.NewIdent(held.Name), value)
				}
			}
		}
		a, ok := c.Node.(*ast.AssignStmt)
		inList := c.InList()
		if ok && inList && len(a.Lhs) == 1 && len(a.Rhs) == 1 && isBlank(a.Lhs[0]) && a.Tok == token.ASSIGN {
			if star, ok := ast.Unparen(a.Rhs[0]).(*ast.StarExpr); ok && p.typeOf(star) != nil {
				held := p.fresh("value")
				c.InsertBefore(define(held, star))
				a.Rhs[0] = p.keep(ast.NewIdent(held.Name), star)
			}
		}
		if !ok || !inList && c.Role != atPost || len(a.Lhs) < 2 || len(a.Lhs) != len(a.Rhs) || !p.mustSplit(a) {
			return
		}
		statements := p.splitAssignment(a)
		if !inList {
			c.Replace(&ast.ExprStmt{X: &ast.CallExpr{Fun: thunk(statements...)}})
			return
		}
		for _, s := range statements[:len(statements)-1] {
			c.InsertBefore(s)
		}
		c.Replace(statements[len(statements)-1])
	})
}

// splitVariables declares variables one by one.
//
//	var a, b = b, a  =>  value_gex1 := b
//	                     value_gex2 := a
//	                     var a = value_gex1
//	                     var b = value_gex2
func (p *program) splitVariables(c *cursor, d *ast.DeclStmt) {
	g := d.Decl.(*ast.GenDecl)
	if g.Tok != token.VAR || len(g.Specs) != 1 {
		return
	}
	v := g.Specs[0].(*ast.ValueSpec)
	if len(v.Names) < 2 || len(v.Names) != len(v.Values) {
		return
	}
	specs := make([]ast.Spec, len(v.Names))
	for i, value := range v.Values {
		if tv := p.info.Types[value]; tv.Value == nil && !tv.IsNil() {
			held := p.fresh("value")
			c.InsertBefore(define(held, value))
			value = p.keep(ast.NewIdent(held.Name), value)
		}
		specs[i] = &ast.ValueSpec{Names: v.Names[i : i+1], Type: v.Type, Values: []ast.Expr{value}}
	}
	g.Lparen, g.Specs = g.Pos(), specs
}

// initOf is the statement before a condition or a switch, if it declares
// several variables with a value for each.
func initOf(n ast.Node) *ast.AssignStmt {
	var s ast.Stmt
	switch n := n.(type) {
	case *ast.IfStmt:
		s = n.Init
	case *ast.ForStmt:
		s = n.Init
	case *ast.SwitchStmt:
		s = n.Init
	case *ast.TypeSwitchStmt:
		s = n.Init
	}
	if a, ok := s.(*ast.AssignStmt); ok && a.Tok == token.DEFINE && len(a.Lhs) > 1 && len(a.Lhs) == len(a.Rhs) {
		return a
	}
	return nil
}

func (p *program) mustSplit(a *ast.AssignStmt) bool {
	for _, e := range a.Lhs {
		if id, ok := ast.Unparen(e).(*ast.Ident); !ok || id.Name != "_" && isInterface(p.typeOf(id)) {
			return true
		}
	}
	return slices.ContainsFunc(a.Rhs, func(e ast.Expr) bool { return !p.isPlain(e) })
}

// isPlain reports whether an expression is made of variables, constants but nil
// and operators of basic types only.
func (p *program) isPlain(e ast.Expr) bool {
	if _, basic := coreType(p.typeOf(e)).(*types.Basic); !basic || p.info.Types[e].IsNil() {
		return false
	}
	switch e := e.(type) {
	case *ast.Ident, *ast.BasicLit:
		return true
	case *ast.ParenExpr:
		return p.isPlain(e.X)
	case *ast.BinaryExpr:
		return p.isPlain(e.X) && p.isPlain(e.Y)
	}
	return false
}

func (p *program) splitAssignment(a *ast.AssignStmt) []ast.Stmt {
	var before, after []ast.Stmt
	hold := func(hint string, e ast.Expr) ast.Expr {
		if tv := p.info.Types[e]; tv.Value != nil || tv.IsNil() {
			return e
		}
		v := p.fresh(hint)
		before = append(before, define(v, e))
		return p.keep(ast.NewIdent(v.Name), e)
	}
	for i := range a.Lhs {
		a.Lhs[i] = p.heldTarget(a.Lhs[i], hold)
	}
	for i := range a.Lhs {
		value := a.Rhs[i]
		id, isName := ast.Unparen(a.Lhs[i]).(*ast.Ident)
		switch {
		case isName && id.Name == "_":
			before = append(before, assign(a.Lhs[i], value))
		case isName && a.Tok == token.DEFINE && p.info.Defs[id] != nil:
			after = append(after, p.declared(id, hold("value", value)))
		default:
			after = append(after, assign(a.Lhs[i], hold("value", value)))
		}
	}
	return append(before, after...)
}

// declared declares a variable of the type that it has been given.
func (p *program) declared(id *ast.Ident, value ast.Expr) ast.Stmt {
	if _, made := value.(*ast.Ident); made {
		return define(id, value)
	}
	return &ast.DeclStmt{Decl: &ast.GenDecl{Tok: token.VAR, Specs: []ast.Spec{
		&ast.ValueSpec{Names: []*ast.Ident{id}, Type: p.typeSyntax(p.info.Defs[id].Type()), Values: []ast.Expr{value}},
	}}}
}

// assignAll assigns values to variables that passes have made, one after the
// other.
func (p *program) assignAll(names []string, values []ast.Expr) []ast.Stmt {
	a := &ast.AssignStmt{Tok: token.ASSIGN, Rhs: values}
	for _, name := range names {
		a.Lhs = append(a.Lhs, ast.NewIdent(name))
	}
	if len(values) == 1 || len(values) != len(names) {
		return []ast.Stmt{a}
	}
	return p.splitAssignment(a)
}

// heldTarget is the target of an assignment with its operands evaluated.
func (p *program) heldTarget(e ast.Expr, hold func(string, ast.Expr) ast.Expr) ast.Expr {
	switch e := e.(type) {
	case *ast.ParenExpr:
		return p.heldTarget(e.X, hold)
	case *ast.StarExpr:
		e.X = hold("pointer", e.X)
	case *ast.IndexExpr:
		if _, array := coreType(p.typeOf(e.X)).(*types.Array); array {
			e.X = p.heldTarget(e.X, hold)
		} else {
			e.X = hold("list", e.X)
		}
		e.Index = hold("index", e.Index)
	case *ast.SelectorExpr:
		if p.info.Selections[e] == nil {
			return e
		}
		if _, pointer := coreType(p.typeOf(e.X)).(*types.Pointer); pointer {
			e.X = hold("pointer", e.X)
		} else {
			e.X = p.heldTarget(e.X, hold)
		}
	}
	return e
}
