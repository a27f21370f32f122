package gosrc

import (
	"go/ast"
	"go/token"
)

// lowerShifts checks counts of shifts that may be negative, which the
// interpreter takes for very large ones.
//
//	1 << n  =>  1 << gex_.Shift(n, 12)
func lowerShifts(p *program) {
	ast.Inspect(p.file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.BinaryExpr:
			if n.Op == token.SHL || n.Op == token.SHR {
				n.Y = p.shiftCount(n.Op, n.X, n.Y)
			}
		case *ast.AssignStmt:
			if n.Tok == token.SHL_ASSIGN || n.Tok == token.SHR_ASSIGN {
				n.Rhs[0] = p.shiftCount(n.Tok, n.Lhs[0], n.Rhs[0])
			}
		}
		return true
	})
}

// shiftCount is the count of a shift, checked if it needs to be.
func (p *program) shiftCount(op token.Token, x, count ast.Expr) ast.Expr {
	if !p.operatorFails(op, x, count) {
		return count
	}
	whole := &ast.CallExpr{Fun: ast.NewIdent("int"), Args: []ast.Expr{count}}
	return p.keep(support("Shift", whole, number(p.position(count).Line)), count)
}
