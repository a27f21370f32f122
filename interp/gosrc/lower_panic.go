package gosrc

import (
	"go/ast"
	"go/types"
)

// lowerPanics gives panics the line they come from.
//
//	panic(v)  =>  panic(gex_.Fault(v, 12))
func lowerPanics(p *program) {
	rewriteExprs(p.file, func(e ast.Expr) ast.Expr {
		if call, ok := e.(*ast.CallExpr); ok && p.isBuiltin(call.Fun, "panic") {
			call.Args[0] = support("Fault", call.Args[0], number(p.position(call).Line))
		}
		return e
	})
}

// lowerGo runs goroutines under a guard: a panic in one ends its process and
// not gex. Function and arguments are evaluated first, as in Go. All of it
// stands in a function of its own, because the interpreter writes into the
// frame that made a function when that function has ended.
//
//	go f(x)
//	=>
//	func() {
//		arg_gex1 := x
//		run_gex2 := func() { f(arg_gex1) }
//		gex_.Go(run_gex2, 12)
//	}()
func lowerGo(p *program) {
	rewriteStatements(p.file, func(s ast.Stmt) []ast.Stmt {
		g, ok := s.(*ast.GoStmt)
		if !ok {
			return nil
		}
		statements := p.evaluated(g.Call)
		run := p.fresh("run")
		statements = append(statements,
			define(run, thunk(&ast.ExprStmt{X: g.Call})),
			&ast.ExprStmt{X: support("Go", ast.NewIdent(run.Name), p.line(g))})
		return []ast.Stmt{&ast.ExprStmt{X: &ast.CallExpr{Fun: thunk(statements...)}}}
	})
}

// isComputed reports whether the function of a call is a value that must be
// taken down now: no declared function, method or builtin.
func (p *program) isComputed(f ast.Expr) bool {
	switch f := ast.Unparen(f).(type) {
	case *ast.Ident:
		_, variable := p.info.Uses[f].(*types.Var)
		return variable
	case *ast.SelectorExpr:
		return p.isField(f)
	}
	return true
}

// thunk is a function without parameters and results.
func thunk(statements ...ast.Stmt) *ast.FuncLit {
	return &ast.FuncLit{Type: &ast.FuncType{Params: &ast.FieldList{}}, Body: block(statements...)}
}

// evaluated moves the function value and the arguments of a call into
// variables, which the call then uses, and returns their definitions.
func (p *program) evaluated(call *ast.CallExpr) []ast.Stmt {
	var statements []ast.Stmt
	hold := func(e ast.Expr) ast.Expr {
		v := p.fresh("arg")
		statements = append(statements, define(v, e))
		return p.keep(ast.NewIdent(v.Name), e)
	}
	if p.isComputed(call.Fun) {
		call.Fun = hold(call.Fun)
	}
	for i, arg := range call.Args {
		tv := p.info.Types[arg]
		if tv.Value == nil && !tv.IsNil() && !tv.IsType() {
			call.Args[i] = hold(arg)
		}
	}
	return statements
}
