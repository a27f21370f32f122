package gosrc

import (
	"go/ast"
	"go/token"
	"go/types"
)

// lowerRangeFunc turns a range over a function into a call of it with the body
// as function. How the body was left is kept in a variable: by return, or by a
// branch to a label of an outer statement; in another one where the loop is, as
// its function may be called only where it is ready for that.
//
//	for x := range seq {       leave_gex1 := 0
//		if x == 1 {            state_gex2 := 0
//			return 5      =>   body_gex3 := func(x int) bool {
//		}                          if state_gex2 != 0 { gex_.RangeFault(state_gex2, 7) }
//	}                              state_gex2 = 3
//	                               if x == 1 {
//	                                   result_gex4, leave_gex1 = 5, 1
//	                                   state_gex2 = 1
//	                                   return false
//	                               }
//	                               state_gex2 = 0
//	                               return true
//	                           }
//	                           seq(body_gex3)
//	                           if state_gex2 == 3 { gex_.RangeFault(4, 7) }
//	                           state_gex2 = 2
//	                           if leave_gex1 == 1 { return result_gex4 }
func lowerRangeFunc(p *program) {
	ast.Inspect(p.file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncDecl:
			if o := p.info.Defs[n.Name]; o != nil { // not one that a pass has made
				p.lowerRangeFuncs(n.Body, o.Type().(*types.Signature))
			}
		case *ast.FuncLit:
			if s, ok := p.typeOf(n).(*types.Signature); ok {
				p.lowerRangeFuncs(n.Body, s)
			}
		}
		return true
	})
}

func (p *program) lowerRangeFuncs(body *ast.BlockStmt, s *types.Signature) {
	if body == nil {
		return
	}
	labels := map[ast.Stmt]string{}
	ast.Inspect(body, func(n ast.Node) bool {
		if l, ok := n.(*ast.LabeledStmt); ok {
			labels[l.Stmt] = l.Label.Name
		}
		return true
	})
	rewriteOwn(body, func(statement ast.Stmt) []ast.Stmt {
		loop, ok := statement.(*ast.RangeStmt)
		if !ok {
			return nil
		}
		f, ok := coreType(p.typeOf(loop.X)).(*types.Signature)
		if !ok {
			return nil
		}
		return []ast.Stmt{p.rangeFunc(loop, labels[loop], f.Params().At(0).Type().Underlying().(*types.Signature), s)}
	})
}

// leaveReturn says that the body of a range over a function was left by return.
const leaveReturn = 1

func (p *program) rangeFunc(loop *ast.RangeStmt, label string, yield, enclosing *types.Signature) ast.Stmt {
	leave, state, run := p.fresh("leave"), p.fresh("state"), p.fresh("body")
	line := p.line(loop)
	results := make([]*ast.Ident, enclosing.Results().Len())
	statements := []ast.Stmt{define(leave, number(0)), define(state, number(rangeReady))}
	for i := range results {
		results[i] = p.fresh("result")
		statements = append(statements, declareVar(results[i], p.typeSyntax(enclosing.Results().At(i).Type())), use(results[i]))
	}
	params, assigned := p.yieldParams(loop, yield)
	outer := p.leaveBody(loop.Body, label, leave.Name, state.Name, results)
	body := []ast.Stmt{
		&ast.IfStmt{Cond: unequal(state.Name, rangeReady), Body: block(&ast.ExprStmt{X: support("RangeFault", ast.NewIdent(state.Name), line)})},
		become(state.Name, rangePanicked),
	}
	body = append(append(append(body, assigned...), loop.Body.List...), goesOn(state.Name)...)
	literal := &ast.FuncLit{
		Type: &ast.FuncType{Params: params, Results: &ast.FieldList{List: []*ast.Field{{Type: ast.NewIdent("bool")}}}},
		Body: block(body...),
	}
	p.inlined[literal] = true
	exit := &ast.ReturnStmt{}
	for _, r := range results {
		exit.Results = append(exit.Results, ast.NewIdent(r.Name))
	}
	statements = append(statements, define(run, literal),
		&ast.ExprStmt{X: &ast.CallExpr{Fun: loop.X, Args: []ast.Expr{ast.NewIdent(run.Name)}}},
		leaves(state.Name, rangePanicked, &ast.ExprStmt{X: support("RangeFault", number(rangeMissed), p.line(loop))}),
		become(state.Name, rangeDone), leaves(leave.Name, leaveReturn, exit))
	for i, branch := range outer {
		statements = append(statements, leaves(leave.Name, leaveReturn+1+i, branch))
	}
	return block(statements...)
}

// goesOn and ends are what a body does at last: it has the iterator go on, or not.
func goesOn(state string) []ast.Stmt { return []ast.Stmt{become(state, rangeReady), returns("true")} }
func ends(state string) []ast.Stmt   { return []ast.Stmt{become(state, rangeLeft), returns("false")} }

func become(state string, what int) ast.Stmt { return assign(ast.NewIdent(state), number(what)) }

func unequal(variable string, value int) ast.Expr {
	return &ast.BinaryExpr{X: ast.NewIdent(variable), Op: token.NEQ, Y: number(value)}
}

// leaves is the statement that goes on where the body of a loop has led.
func leaves(variable string, way int, to ast.Stmt) ast.Stmt {
	return &ast.IfStmt{Cond: &ast.BinaryExpr{X: ast.NewIdent(variable), Op: token.EQL, Y: number(way)}, Body: block(to)}
}

func declareVar(name *ast.Ident, t ast.Expr) ast.Stmt {
	return &ast.DeclStmt{Decl: &ast.GenDecl{Tok: token.VAR, Specs: []ast.Spec{&ast.ValueSpec{Names: []*ast.Ident{name}, Type: t}}}}
}

func returns(value string) ast.Stmt {
	return &ast.ReturnStmt{Results: []ast.Expr{ast.NewIdent(value)}}
}

// yieldParams are the parameters of the body, and assignments of them to the
// variables of a loop that declares none.
func (p *program) yieldParams(loop *ast.RangeStmt, yield *types.Signature) (*ast.FieldList, []ast.Stmt) {
	list := &ast.FieldList{}
	var assigned []ast.Stmt
	for i, v := range []ast.Expr{loop.Key, loop.Value} {
		if i >= yield.Params().Len() {
			break
		}
		name := ast.NewIdent("_")
		id, isName := v.(*ast.Ident)
		switch {
		case v == nil || isName && id.Name == "_":
		case loop.Tok == token.DEFINE:
			name = id
			assigned = append(assigned, use(id))
		default:
			name = p.fresh("value")
			assigned = append(assigned, assign(v, ast.NewIdent(name.Name)))
		}
		list.List = append(list.List, &ast.Field{Names: []*ast.Ident{name}, Type: p.typeSyntax(yield.Params().At(i).Type())})
	}
	return list, assigned
}

// leaveBody rewrites what leaves the body of the loop, which may have a label.
// It returns the branches to labels outside, of which the first is way
// leaveReturn+1.
func (p *program) leaveBody(body *ast.BlockStmt, label, leave, state string, results []*ast.Ident) []ast.Stmt {
	inner := innerBranches(body)
	var outer []ast.Stmt
	rewriteOwn(body, func(s ast.Stmt) []ast.Stmt {
		switch s := s.(type) {
		case *ast.ReturnStmt:
			out := []ast.Stmt{assign(ast.NewIdent(leave), number(leaveReturn))}
			if len(s.Results) > 0 {
				out = append(p.assignAll(identNames(results), s.Results), out...)
			}
			return append(out, ends(state)...)
		case *ast.BranchStmt:
			own := s.Label == nil || s.Label.Name == label
			switch {
			case inner[s] || s.Tok != token.BREAK && s.Tok != token.CONTINUE:
			case own && s.Tok == token.BREAK:
				return ends(state)
			case own:
				return goesOn(state)
			default:
				outer = append(outer, s)
				return append([]ast.Stmt{assign(ast.NewIdent(leave), number(leaveReturn+len(outer)))}, ends(state)...)
			}
		}
		return nil
	})
	return outer
}

// innerBranches finds the breaks and continues that belong to statements
// inside the body.
func innerBranches(body *ast.BlockStmt) map[*ast.BranchStmt]bool {
	inner := map[*ast.BranchStmt]bool{}
	mark := func(n ast.Node, continues bool) {
		ast.Inspect(n, func(n ast.Node) bool {
			if b, ok := n.(*ast.BranchStmt); ok && b.Label == nil && (b.Tok == token.BREAK || continues && b.Tok == token.CONTINUE) {
				inner[b] = true
			}
			return true
		})
	}
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.LabeledStmt:
			ast.Inspect(n.Stmt, func(inside ast.Node) bool {
				if b, ok := inside.(*ast.BranchStmt); ok && b.Label != nil && b.Label.Name == n.Label.Name {
					inner[b] = true
				}
				return true
			})
		case *ast.ForStmt:
			mark(n.Body, true)
		case *ast.RangeStmt:
			mark(n.Body, true)
		case *ast.SwitchStmt:
			mark(n.Body, false)
		case *ast.TypeSwitchStmt:
			mark(n.Body, false)
		case *ast.SelectStmt:
			mark(n.Body, false)
		}
		return true
	})
	return inner
}
