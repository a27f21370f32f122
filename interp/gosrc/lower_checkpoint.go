package gosrc

import (
	"go/ast"
	"go/token"
)

// loopEvery is how many iterations go by between two checkpoints of a
// function's loops: a call into compiled code costs as much as some turns of
// an interpreted loop.
const loopEvery = 64

// lowerCheckpoints puts a checkpoint at the beginning of every function and
// counts the iterations of its loops, so that what runs for ever can be
// interrupted, counts its reductions, and what calls itself for ever is
// stopped.
//
//	func f() {     func f() {
//		for {  =>      gex_.Enter()
//		}              turns_gex1 := 0
//	}                  for {
//	                       if turns_gex1++; turns_gex1 == 64 {
//	                           turns_gex1 = 0
//	                           gex_.Loop()
//	                       }
//
// A function with marks of lowerLines begins with line_gex2 := gex_.Entered(1)
// and has *line_gex2 = 12 in their places.
func lowerCheckpoints(p *program) {
	ast.Inspect(p.file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncDecl:
			if n.Body != nil {
				p.checkpoints(n.Body)
			}
		case *ast.FuncLit:
			p.checkpoints(n.Body)
		}
		return true
	})
}

func (p *program) checkpoints(body *ast.BlockStmt) {
	turns := p.fresh("turns")
	loops := false
	count := func() ast.Stmt {
		loops = true
		return countTurn(turns.Name)
	}
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.ForStmt:
			prepend(n.Body, count())
		case *ast.RangeStmt:
			prepend(n.Body, count())
		}
		return true
	})
	rewriteOwn(body, func(s ast.Stmt) []ast.Stmt {
		if b, ok := s.(*ast.BranchStmt); ok && b.Tok == token.GOTO {
			return []ast.Stmt{count(), b}
		}
		return nil
	})
	if loops {
		prepend(body, define(turns, number(0)), use(turns))
	}
	line := p.fresh("line")
	if !assignLines(body, line) {
		prepend(body, &ast.ExprStmt{X: support("Enter")})
		return
	}
	p.entered++
	prepend(body, define(line, support("Entered", number(p.entered))))
}

// countTurn counts one iteration and makes the checkpoint that is due.
func countTurn(turns string) ast.Stmt {
	return &ast.IfStmt{
		Init: &ast.IncDecStmt{X: ast.NewIdent(turns), Tok: token.INC},
		Cond: &ast.BinaryExpr{X: ast.NewIdent(turns), Op: token.EQL, Y: number(loopEvery)},
		Body: block(assign(ast.NewIdent(turns), number(0)), &ast.ExprStmt{X: support("Loop")}),
	}
}
