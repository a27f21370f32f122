package gosrc

import "go/ast"

// lowerCheckpoints puts a checkpoint at the beginning of every function and
// every loop, so that what runs for ever can be interrupted, counts its
// reductions, and what calls itself for ever is stopped.
//
//	for {        for {
//	}       =>       gex_.Loop()
//	             }
func lowerCheckpoints(p *program) {
	ast.Inspect(p.file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncDecl:
			if n.Body != nil {
				prepend(n.Body, &ast.ExprStmt{X: support("Enter")})
			}
		case *ast.FuncLit:
			prepend(n.Body, &ast.ExprStmt{X: support("Enter")})
		case *ast.ForStmt:
			prepend(n.Body, &ast.ExprStmt{X: support("Loop")})
		case *ast.RangeStmt:
			prepend(n.Body, &ast.ExprStmt{X: support("Loop")})
		}
		return true
	})
	p.lowerBackwardGotos()
}

// lowerBackwardGotos puts a checkpoint before each goto, which may be a loop.
func (p *program) lowerBackwardGotos() {
	rewriteStatements(p.file, func(s ast.Stmt) []ast.Stmt {
		if b, ok := s.(*ast.BranchStmt); ok && b.Tok.String() == "goto" {
			return []ast.Stmt{&ast.ExprStmt{X: support("Loop")}, b}
		}
		return nil
	})
}
