package gosrc

import (
	"go/ast"
	"go/token"
	"go/types"
)

// lowerLoopVariables gives each iteration variables of its own where a
// function literal or a pointer holds on to them, as Go does since 1.22.
//
//	for i := 0; i < n; i++ { f(func() { i }) }
//	=>
//	for i_gex1 := 0; ; i_gex1++ {
//		i := i_gex1
//		if !(i < n) { break }
//		f(func() { i })
//		i_gex1 = i
//	}
func lowerLoopVariables(p *program) {
	rewriteStatements(p.file, func(s ast.Stmt) []ast.Stmt {
		switch s := s.(type) {
		case *ast.RangeStmt:
			p.copyRangeVariables(s)
		case *ast.ForStmt:
			p.copyForVariables(s)
			fillPost(s)
		}
		return nil
	})
}

// fillPost gives a post statement to a loop that has neither one nor a
// condition, only variables. The engine loses what is assigned to them there.
func fillPost(f *ast.ForStmt) {
	if f.Init != nil && f.Cond == nil && f.Post == nil {
		f.Post = assign(ast.NewIdent("_"), &ast.BasicLit{Kind: token.INT, Value: "0"})
	}
}

func (p *program) copyRangeVariables(r *ast.RangeStmt) {
	if r.Tok != token.DEFINE {
		return
	}
	for _, v := range []ast.Expr{r.Key, r.Value} {
		if id, ok := v.(*ast.Ident); ok && p.held(id, r.Body) {
			prepend(r.Body, define(ast.NewIdent(id.Name), ast.NewIdent(id.Name)))
		}
	}
}

func (p *program) copyForVariables(f *ast.ForStmt) {
	init, ok := f.Init.(*ast.AssignStmt)
	if !ok || init.Tok != token.DEFINE {
		return
	}
	for _, e := range init.Lhs {
		if id, ok := e.(*ast.Ident); ok && p.held(id, f) {
			p.copyForVariable(f, id)
		}
	}
}

// copyForVariable runs the loop on a hidden variable, of which each iteration
// gets a copy that it writes back at its end.
func (p *program) copyForVariable(f *ast.ForStmt, id *ast.Ident) {
	object := p.info.Defs[id]
	hidden := p.fresh(id.Name)
	own := id.Name
	if p.declaresAgain(f.Body, id.Name, p.info.Defs[id]) {
		own = p.fresh(id.Name).Name
		p.rename(f.Body, object, own)
		if f.Cond != nil {
			p.rename(&ast.ExprStmt{X: f.Cond}, object, own)
		}
	}
	back := func() ast.Stmt { return assign(ast.NewIdent(hidden.Name), ast.NewIdent(own)) }
	p.rename(f.Post, object, hidden.Name)
	writeBack(f.Body, back)
	f.Body.List = append(f.Body.List, back())
	if f.Cond != nil {
		prepend(f.Body, &ast.IfStmt{
			Cond: &ast.UnaryExpr{Op: token.NOT, X: &ast.ParenExpr{X: f.Cond}},
			Body: block(&ast.BranchStmt{Tok: token.BREAK}),
		})
		f.Cond = nil
	}
	prepend(f.Body, define(ast.NewIdent(own), ast.NewIdent(hidden.Name)), use(ast.NewIdent(own)))
	id.Name = hidden.Name
}

// rename gives the uses of a variable under n another name.
func (p *program) rename(n ast.Stmt, object types.Object, name string) {
	if n == nil {
		return
	}
	ast.Inspect(n, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && p.info.Uses[id] == object {
			id.Name = name
		}
		return true
	})
}

// writeBack puts a statement before each continue of the loop itself.
func writeBack(body *ast.BlockStmt, back func() ast.Stmt) {
	for i := range body.List {
		rewriteContinues(&body.List[i], back)
	}
}

func rewriteContinues(s *ast.Stmt, back func() ast.Stmt) {
	holder := block(*s)
	depth := map[ast.Node]bool{}
	ast.Inspect(*s, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ForStmt:
			markContinues(n.Body, depth)
		case *ast.RangeStmt:
			markContinues(n.Body, depth)
		case *ast.FuncLit:
			markContinues(n.Body, depth)
		}
		return true
	})
	rewriteStatements(holder, func(s ast.Stmt) []ast.Stmt {
		b, ok := s.(*ast.BranchStmt)
		if ok && b.Tok == token.CONTINUE && (b.Label != nil || !depth[b]) {
			return []ast.Stmt{back(), b}
		}
		return nil
	})
	*s = holder.List[0]
	if len(holder.List) > 1 {
		*s = holder
	}
}

// markContinues notes the continues without label in an inner loop.
func markContinues(body *ast.BlockStmt, inner map[ast.Node]bool) {
	ast.Inspect(body, func(n ast.Node) bool {
		if b, ok := n.(*ast.BranchStmt); ok && b.Tok == token.CONTINUE && b.Label == nil {
			inner[b] = true
		}
		return true
	})
}

// held reports whether a function literal under n uses the variable or its
// address is taken there.
func (p *program) held(id *ast.Ident, n ast.Node) bool {
	object := p.info.Defs[id]
	if object == nil {
		return false
	}
	found := false
	uses := func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		found = found || ok && p.info.Uses[id] == object
		return !found
	}
	ast.Inspect(n, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			ast.Inspect(n.Body, uses)
		case *ast.UnaryExpr:
			if n.Op == token.AND {
				ast.Inspect(n.X, uses)
			}
		}
		return !found
	})
	return found
}
