package gosrc

import (
	"go/ast"
	"go/token"
)

// lowerConditions lets the left side of && and || begin with a call if there is
// a literal in it, or a name or type in parentheses: the interpreter would take the
// first part of the literal, or that name, for the condition.
//
//	f(P{a: 1}) || ok  =>  gex_.True() && f(P{a: 1}) || ok
//
// What is assigned to an element, a field or by a pointer is held before: the
// interpreter would leave out how the target is found.
//
//	a[i][j] = x || y  =>  value_gex1 := x || y
//	                      a[i][j] = value_gex1
func lowerConditions(p *program) {
	walk(p.file, nil, func(c *cursor) {
		a, ok := c.Node.(*ast.AssignStmt)
		if !ok || !c.InList() || len(a.Lhs) != 1 || len(a.Rhs) != 1 || !isLogical(a.Rhs[0]) {
			return
		}
		if _, isName := ast.Unparen(a.Lhs[0]).(*ast.Ident); isName {
			return
		}
		held := p.fresh("value")
		c.InsertBefore(define(held, a.Rhs[0]))
		a.Rhs[0] = ast.NewIdent(held.Name)
	})
	rewriteExprs(p.file, func(e ast.Expr) ast.Expr {
		b, ok := e.(*ast.BinaryExpr)
		if ok && isLogical(b) && beginsInert(b.X) {
			b.X = &ast.ParenExpr{X: &ast.BinaryExpr{X: support("True"), Op: token.LAND, Y: &ast.ParenExpr{X: b.X}}}
		}
		return e
	})
}

// isLogical reports whether an expression is made by && or ||.
func isLogical(e ast.Expr) bool {
	b, ok := ast.Unparen(e).(*ast.BinaryExpr)
	return ok && (b.Op == token.LAND || b.Op == token.LOR)
}

// beginsInert reports whether an expression may begin with something that does
// nothing when it runs.
func beginsInert(e ast.Expr) bool {
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CompositeLit, *ast.FuncLit:
			found = true
		case *ast.ParenExpr:
			switch ast.Unparen(n.X).(type) {
			case *ast.BinaryExpr, *ast.UnaryExpr, *ast.CallExpr:
			default:
				found = true
			}
		}
		return !found
	})
	return found
}
