package gosrc

import (
	"go/ast"
	"go/token"
	"go/types"
)

// lowerTargets gives ranges and receiving cases that assign to variables of other
// types variables of their own, so that what they assign can be made what these
// need.
//
//	for _, x = range numbers {  =>  for _, x_gex1 := range numbers {
//	                                    x = x_gex1
//	case x, ok = <-c:           =>  case x_gex2, ok_gex3 := <-c:
//	                                    x, ok = x_gex2, ok_gex3
func lowerTargets(p *program) {
	ast.Inspect(p.file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.RangeStmt:
			if n.Tok == token.ASSIGN {
				p.ownRangeVariables(n)
			}
		case *ast.CommClause:
			if a, ok := n.Comm.(*ast.AssignStmt); ok && a.Tok == token.ASSIGN {
				p.ownReceived(n, a)
			}
		}
		return true
	})
}

func (p *program) ownRangeVariables(r *ast.RangeStmt) {
	targets := []*ast.Expr{&r.Key, &r.Value}
	elements := rangeTypes(p.typeOf(r.X))
	if back := p.ownVariables(targets, elements[:]); back != nil {
		r.Tok = token.DEFINE
		r.Body = block(back, r.Body)
	}
}

func (p *program) ownReceived(clause *ast.CommClause, a *ast.AssignStmt) {
	receive, ok := ast.Unparen(a.Rhs[0]).(*ast.UnaryExpr)
	if !ok {
		return
	}
	elements := []types.Type{coreType(p.typeOf(receive.X)).(*types.Chan).Elem(), types.Typ[types.Bool]}
	if back := p.ownVariables(pointers(a.Lhs), elements); back != nil {
		a.Tok = token.DEFINE
		clause.Body = append([]ast.Stmt{back}, clause.Body...)
	}
}

// ownVariables puts variables of their own in the place of targets if these have
// other types than what they get, and returns the assignment to the targets.
func (p *program) ownVariables(targets []*ast.Expr, elements []types.Type) ast.Stmt {
	differ := false
	for i, e := range targets {
		if *e != nil && !isBlank(*e) {
			if elements[i] == nil {
				return nil
			}
			differ = differ || !types.Identical(p.typeOf(*e), elements[i])
		}
	}
	if !differ {
		return nil
	}
	back := &ast.AssignStmt{Tok: token.ASSIGN}
	for i, e := range targets {
		if *e == nil || isBlank(*e) {
			continue
		}
		own := p.fresh("own")
		v := types.NewVar(token.NoPos, p.pkg, own.Name, elements[i])
		p.info.Defs[own] = v
		use := ast.NewIdent(own.Name)
		p.info.Uses[use] = v
		p.info.Types[use] = types.TypeAndValue{Type: elements[i]}
		back.Lhs, back.Rhs = append(back.Lhs, *e), append(back.Rhs, use)
		*e = own
	}
	return back
}

// rangeTypes are the types of what a range over a type gives, or nil.
func rangeTypes(t types.Type) [2]types.Type {
	number := types.Type(types.Typ[types.Int])
	core := coreType(t)
	if pointer, ok := core.(*types.Pointer); ok {
		core = pointer.Elem().Underlying()
	}
	switch t := core.(type) {
	case *types.Slice:
		return [2]types.Type{number, t.Elem()}
	case *types.Array:
		return [2]types.Type{number, t.Elem()}
	case *types.Map:
		return [2]types.Type{t.Key(), t.Elem()}
	case *types.Chan:
		return [2]types.Type{t.Elem(), nil}
	case *types.Basic:
		if t.Info()&types.IsString != 0 {
			return [2]types.Type{number, types.Universe.Lookup("rune").Type()}
		}
	case *types.Signature:
		params := t.Params().At(0).Type().Underlying().(*types.Signature).Params()
		var all [2]types.Type
		for i := range min(params.Len(), 2) {
			all[i] = params.At(i).Type()
		}
		return all
	}
	return [2]types.Type{}
}
