package gosrc

import (
	"go/ast"
	"go/token"
)

// lowerConditions lets the left side of && and || begin with a call if there is
// a literal in it: the interpreter would take the first part of the literal for
// the condition.
//
//	f(P{a: 1}) || ok  =>  gex_.True() && f(P{a: 1}) || ok
func lowerConditions(p *program) {
	rewriteExprs(p.file, func(e ast.Expr) ast.Expr {
		b, ok := e.(*ast.BinaryExpr)
		if ok && (b.Op == token.LAND || b.Op == token.LOR) && hasLiteral(b.X) {
			b.X = &ast.ParenExpr{X: &ast.BinaryExpr{X: support("True"), Op: token.LAND, Y: &ast.ParenExpr{X: b.X}}}
		}
		return e
	})
}

func hasLiteral(e ast.Expr) bool {
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		switch n.(type) {
		case *ast.CompositeLit, *ast.FuncLit:
			found = true
		}
		return !found
	})
	return found
}
