package gosrc

import (
	"go/ast"
	"go/token"
	"go/types"
)

// This file is the part of lowerDefers that is about recover, which knows of a
// panic only if a deferred function calls it itself. In a function literal in a
// defer statement it asks for the panic of the function around that. Any other
// function asks, as the first thing it does, for the panic that it is called about;
// what may be such a function is deferred by DeferDirect.
//
//	func f() {        func f() {
//		recover()  =>     panic_gex1 := gex_.Deferred()
//	}                     panic_gex1.Recover()
//	                  }

// findRecovers finds the declared functions, and the variables with a function
// literal as their only value, that call recover themselves.
func (p *program) findRecovers() {
	p.recovering, p.literals = map[string]bool{}, map[types.Object]bool{}
	for _, d := range p.file.Decls {
		if f, ok := d.(*ast.FuncDecl); ok {
			p.recovering[f.Name.Name] = p.hasRecover(f.Body)
		}
	}
	changed := map[types.Object]bool{}
	change := func(e ast.Expr) {
		if id, ok := ast.Unparen(e).(*ast.Ident); ok && p.info.Uses[id] != nil {
			changed[p.info.Uses[id]] = true
		}
	}
	ast.Inspect(p.file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.UnaryExpr:
			if n.Op == token.AND {
				change(n.X)
			}
		case *ast.AssignStmt:
			for i, e := range n.Lhs {
				literal, ok := n.Rhs[min(i, len(n.Rhs)-1)].(*ast.FuncLit)
				if id, isName := e.(*ast.Ident); ok && isName && p.info.Defs[id] != nil {
					p.literals[p.info.Defs[id]] = p.hasRecover(literal.Body)
				}
				change(e)
			}
		}
		return true
	})
	for v := range changed {
		delete(p.literals, v)
	}
}

// lowerRecovers lowers a function that may call recover and defer calls.
func (p *program) lowerRecovers(t *ast.FuncType, body *ast.BlockStmt) {
	if !p.hasRecover(body) {
		p.lowerDefersOf(t, body)
		return
	}
	about := p.fresh("panic")
	p.bindOwnRecover(body, about.Name)
	p.lowerDefersOf(t, body)
	prepend(body, define(about, support("Deferred")))
}

// hasRecover reports whether a function calls recover itself.
func (p *program) hasRecover(body *ast.BlockStmt) bool {
	found := false
	p.inspectOwn(body, func(n ast.Node) {
		call, ok := n.(*ast.CallExpr)
		found = found || ok && p.isBuiltin(call.Fun, "recover")
	})
	return found
}

// inspectOwn visits what belongs to a function itself, also what passes have put
// into a function of its own.
func (p *program) inspectOwn(body *ast.BlockStmt, visit func(ast.Node)) {
	if body == nil {
		return
	}
	ast.Inspect(body, func(n ast.Node) bool {
		if n == nil || p.isOtherFunction(n) {
			return false
		}
		visit(n)
		return true
	})
}

// isOtherFunction reports whether a node inside a function is a function literal
// that the learner has typed.
func (p *program) isOtherFunction(n ast.Node) bool {
	literal, ok := n.(*ast.FuncLit)
	return ok && literal.Type.Func.IsValid() && !p.inlined[literal]
}

// bindRecover lets recover in a function literal that is deferred here ask for
// the panic of this function.
func (p *program) bindRecover(body *ast.BlockStmt, defers string) {
	rewriteOwn(body, func(s ast.Stmt) []ast.Stmt {
		d, ok := s.(*ast.DeferStmt)
		if !ok {
			return nil
		}
		if literal, ok := ast.Unparen(d.Call.Fun).(*ast.FuncLit); ok {
			p.bindOwnRecover(literal.Body, defers)
		}
		return nil
	})
}

// bindOwnRecover binds recover in a function's own statements: in a function
// literal among them it is about another panic.
func (p *program) bindOwnRecover(body *ast.BlockStmt, defers string) {
	walk(body, func(c *cursor) bool { return !p.isOtherFunction(c.Node) }, func(c *cursor) {
		if call, ok := c.Node.(*ast.CallExpr); ok && p.isBuiltin(call.Fun, "recover") {
			c.Replace(p.keep(method(defers, "Recover"), call))
		}
	})
}

// mayRecover reports whether a deferred function may be one that asks for its
// panic.
func (p *program) mayRecover(f ast.Expr) bool {
	switch f := ast.Unparen(f).(type) {
	case *ast.FuncLit:
		return false
	case *ast.CallExpr:
		if id, ok := f.Fun.(*ast.Ident); ok {
			if method, binds := p.binders[id.Name]; binds {
				return p.recovering[method]
			}
		}
	case *ast.SelectorExpr: // a field, or a function or method of a package
		s := p.info.Selections[f]
		return s != nil && (s.Kind() == types.FieldVal || isInterface(s.Recv()))
	case *ast.Ident:
		if _, variable := p.info.Uses[f].(*types.Var); !variable {
			return p.recovering[f.Name]
		}
		if recovers, literal := p.literals[p.info.Uses[f]]; literal {
			return recovers
		}
	}
	return true
}
