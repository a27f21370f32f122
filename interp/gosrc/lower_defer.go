package gosrc

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
)

// lowerDefers runs functions with deferred calls through compiled code, which
// keeps them: the interpreter takes arguments by reference, hangs on local
// function values and mixes up recover.
//
//	func f() (n int) {
//		defer g(n)
//		return 1
//	}
//	=>
//	func f() (n_gex1 int) {
//		defers_gex2 := gex_.NewDefers()
//		body_gex3 := func() {
//			arg_gex4 := n_gex1
//			defers_gex2.Defer(func() { g(arg_gex4) })
//			n_gex1 = 1
//			return
//		}
//		defers_gex2.Run(body_gex3)
//		return n_gex1
//	}
func lowerDefers(p *program) {
	p.findRecovers()
	ast.Inspect(p.file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncDecl:
			p.lowerRecovers(n.Type, n.Body)
		case *ast.FuncLit:
			if !p.inlined[n] {
				p.lowerRecovers(n.Type, n.Body)
			}
		}
		return true
	})
}

func (p *program) lowerDefersOf(t *ast.FuncType, body *ast.BlockStmt) {
	bodies := p.loopBodies(body)
	if body == nil || !slices.ContainsFunc(bodies, hasDefer) {
		return
	}
	results := p.nameResults(t, body)
	p.assignToResults(body, results)
	defers, run := p.fresh("defers"), p.fresh("body")
	for _, b := range bodies {
		p.bindRecover(b, defers.Name)
		rewriteOwn(b, func(s ast.Stmt) []ast.Stmt {
			if d, ok := s.(*ast.DeferStmt); ok {
				return p.deferred(d.Call, defers.Name)
			}
			return nil
		})
	}
	rewriteOwn(body, func(s ast.Stmt) []ast.Stmt {
		if r, ok := s.(*ast.ReturnStmt); ok {
			return p.assignResults(r, results)
		}
		return nil
	})
	inner := thunk(body.List...)
	final := &ast.ReturnStmt{}
	for _, r := range results {
		final.Results = append(final.Results, ast.NewIdent(r))
	}
	body.List = []ast.Stmt{
		define(defers, support("NewDefers")),
		define(run, inner),
		&ast.ExprStmt{X: method(defers.Name, "Run", ast.NewIdent(run.Name))},
		final,
	}
}

// loopBodies are the body of a function and those of its ranges over functions,
// which lowerRangeFunc has made functions of their own. What they defer is
// deferred by the function itself.
func (p *program) loopBodies(body *ast.BlockStmt) []*ast.BlockStmt {
	if body == nil {
		return nil
	}
	bodies := []*ast.BlockStmt{body}
	ast.Inspect(body, func(n ast.Node) bool {
		literal, ok := n.(*ast.FuncLit)
		if ok && p.inlined[literal] {
			bodies = append(bodies, literal.Body)
		}
		return !ok || p.inlined[literal]
	})
	return bodies
}

// assignToResults lets := at the top of a body, which becomes that of another
// function, assign to the results and not declare them anew.
func (p *program) assignToResults(body *ast.BlockStmt, results []string) {
	var list []ast.Stmt
	for _, s := range body.List {
		a, ok := s.(*ast.AssignStmt)
		if ok && a.Tok == token.DEFINE && slices.ContainsFunc(a.Lhs, func(e ast.Expr) bool { return slices.Contains(results, e.(*ast.Ident).Name) }) {
			for _, e := range a.Lhs {
				if v := p.info.Defs[e.(*ast.Ident)]; v != nil && v.Name() != "_" {
					name := e.(*ast.Ident).Name
					list = append(list, declareVar(ast.NewIdent(name), p.typeSyntax(v.Type())), use(ast.NewIdent(name)))
				}
			}
			a.Tok = token.ASSIGN
		}
		list = append(list, s)
	}
	body.List = list
}

func method(receiver, name string, args ...ast.Expr) *ast.CallExpr {
	return &ast.CallExpr{Fun: &ast.SelectorExpr{X: ast.NewIdent(receiver), Sel: ast.NewIdent(name)}, Args: args}
}

// hasDefer reports whether a body itself defers calls.
func hasDefer(body *ast.BlockStmt) bool {
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		switch n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.DeferStmt:
			found = true
		}
		return !found
	})
	return found
}

// nameResults gives every result a name that nothing in the body shadows.
func (p *program) nameResults(t *ast.FuncType, body *ast.BlockStmt) []string {
	if t.Results == nil {
		return nil
	}
	var names []string
	for _, field := range t.Results.List {
		if len(field.Names) == 0 {
			field.Names = []*ast.Ident{ast.NewIdent("_")}
		}
		for i, id := range field.Names {
			name := p.fresh("result").Name
			if object := p.info.Defs[id]; object != nil && id.Name != "_" {
				p.renameIn(body, object, name)
			}
			field.Names[i] = ast.NewIdent(name)
			names = append(names, name)
		}
	}
	return names
}

func (p *program) renameIn(n ast.Node, object types.Object, name string) {
	ast.Inspect(n, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && p.info.Uses[id] == object {
			id.Name = name
		}
		return true
	})
}

// deferred keeps a call for later, with function value and arguments as they
// are now.
func (p *program) deferred(call *ast.CallExpr, defers string) []ast.Stmt {
	keep := "Defer"
	if p.mayRecover(call.Fun) {
		keep = "DeferDirect"
	}
	statements := p.evaluated(call)
	later := p.fresh("later")
	return append(statements, define(later, thunk(&ast.ExprStmt{X: call})),
		&ast.ExprStmt{X: method(defers, keep, ast.NewIdent(later.Name))})
}

// assignResults turns return x, y into an assignment to the results.
func (p *program) assignResults(s *ast.ReturnStmt, results []string) []ast.Stmt {
	if len(s.Results) == 0 {
		return nil
	}
	return append(p.assignAll(results, s.Results), &ast.ReturnStmt{})
}
