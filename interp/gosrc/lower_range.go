package gosrc

import (
	"go/ast"
	"go/token"
	"go/types"
)

// lowerRange writes a range over an integer as a loop that counts.
//
//	for i := range n { }  =>  for i, n_gex1 := 0, n; i < n_gex1; i++ { }
func lowerRange(p *program) {
	rewriteStatements(p.file, func(s ast.Stmt) []ast.Stmt {
		r, ok := s.(*ast.RangeStmt)
		if !ok || !isInteger(p.typeOf(r.X)) {
			return nil
		}
		return []ast.Stmt{p.countingLoop(r)}
	})
}

func isInteger(t types.Type) bool {
	if t == nil {
		return false
	}
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsInteger != 0
}

// countingLoop counts in a variable of its own: in Go, what the body does to
// the loop variable of a range does not change how often it runs.
func (p *program) countingLoop(r *ast.RangeStmt) ast.Stmt {
	t := p.typeOf(r.X)
	if id, ok := r.Key.(*ast.Ident); ok && p.typeOf(id) != nil {
		t = p.typeOf(id)
	}
	counter, limit := p.fresh("count"), p.fresh("limit")
	typed := func(e ast.Expr) ast.Expr {
		return &ast.CallExpr{Fun: p.typeExpr(t), Args: []ast.Expr{e}}
	}
	body := r.Body
	switch key, isName := r.Key.(*ast.Ident); {
	case r.Key == nil || isName && key.Name == "_":
	case r.Tok == token.DEFINE:
		prepend(body, define(key, ast.NewIdent(counter.Name)), use(key))
	default:
		prepend(body, assign(r.Key, ast.NewIdent(counter.Name)))
	}
	return &ast.ForStmt{
		Init: &ast.AssignStmt{Lhs: []ast.Expr{counter, limit}, Tok: token.DEFINE, Rhs: []ast.Expr{typed(number(0)), typed(r.X)}},
		Cond: &ast.BinaryExpr{X: ast.NewIdent(counter.Name), Op: token.LSS, Y: ast.NewIdent(limit.Name)},
		Post: &ast.IncDecStmt{X: ast.NewIdent(counter.Name), Tok: token.INC},
		Body: body,
	}
}
