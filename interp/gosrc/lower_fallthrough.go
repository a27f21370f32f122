package gosrc

import (
	"go/ast"
	"go/token"
)

// lowerFallthrough takes the bodies out of a switch in which one case goes on with
// the next: the interpreter goes on with another one where the default stands
// between them. The switch chooses one, and a second runs it and those after it.
//
//	switch n {             chosen_gex1 := 0
//	case 1:                switch n {
//		f()                case 1:
//		fallthrough            chosen_gex1 = 1
//	default:           =>  default:
//		g()                    chosen_gex1 = 2
//	}                      }
//	                       switch {
//	                       default:
//	                           if chosen_gex1 == 1 {
//	                               f()
//	                               chosen_gex1 = 2
//	                           }
//	                           if chosen_gex1 == 2 {
//	                               g()
//	                           }
//	                       }
func lowerFallthrough(p *program) {
	rewriteStatements(p.file, func(s ast.Stmt) []ast.Stmt {
		sw, ok := s.(*ast.SwitchStmt)
		if !ok || !fallsThrough(sw) {
			return nil
		}
		var all []ast.Stmt
		if sw.Init != nil {
			all, sw.Init = append(all, sw.Init), nil
		}
		chosen := p.fresh("chosen")
		var bodies []ast.Stmt
		for i, c := range sw.Body.List {
			clause := c.(*ast.CaseClause)
			body := clause.Body
			if n := len(body); n > 0 && isFallthrough(body[n-1]) {
				body[n-1] = assign(ast.NewIdent(chosen.Name), number(i+2))
			}
			clause.Body = []ast.Stmt{assign(ast.NewIdent(chosen.Name), number(i+1))}
			bodies = append(bodies, &ast.IfStmt{
				Cond: &ast.BinaryExpr{X: ast.NewIdent(chosen.Name), Op: token.EQL, Y: number(i + 1)},
				Body: block(body...),
			})
		}
		run := &ast.SwitchStmt{Body: block(&ast.CaseClause{Body: bodies})}
		return []ast.Stmt{block(append(all, define(chosen, number(0)), sw, run)...)}
	})
}

func fallsThrough(sw *ast.SwitchStmt) bool {
	for _, c := range sw.Body.List {
		if body := c.(*ast.CaseClause).Body; len(body) > 0 && isFallthrough(body[len(body)-1]) {
			return true
		}
	}
	return false
}

func isFallthrough(s ast.Stmt) bool {
	b, ok := s.(*ast.BranchStmt)
	return ok && b.Tok == token.FALLTHROUGH
}
