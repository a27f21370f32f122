package gosrc

import (
	"go/ast"
	"go/token"
	"go/types"
)

// lowerRange writes a range over an integer as a loop that counts, and one
// over a list of channels, which the interpreter takes for a channel, as one
// over its indices. A range that assigns declares variables of its own.
//
//	for i := range n { }  =>  for i, n_gex1 := 0, n; i < n_gex1; i++ { }
//	for x = range list    =>  for x_gex2 := range list { x = x_gex2 }
func lowerRange(p *program) {
	rewriteStatements(p.file, func(s ast.Stmt) []ast.Stmt {
		r, ok := s.(*ast.RangeStmt)
		switch {
		case !ok:
			return nil
		case isInteger(p.typeOf(r.X)):
			return []ast.Stmt{p.countingLoop(r)}
		case isListOfChannels(p.typeOf(r.X)):
			return []ast.Stmt{p.indexLoop(r)}
		}
		switch coreType(p.typeOf(r.X)).(type) {
		case *types.Chan, *types.Signature:
		default:
			if r.Tok == token.ASSIGN {
				p.declareRanged(r)
			}
		}
		return nil
	})
}

func isListOfChannels(t types.Type) bool {
	var element types.Type
	switch t := coreType(t).(type) {
	case *types.Slice:
		element = t.Elem()
	case *types.Array:
		element = t.Elem()
	default:
		return false
	}
	_, ok := coreType(element).(*types.Chan)
	return ok
}

// indexLoop is a range over a list as a loop over its indices.
func (p *program) indexLoop(r *ast.RangeStmt) ast.Stmt {
	list, index := p.fresh("list"), p.fresh("index")
	var start []ast.Stmt
	take := func(target, from ast.Expr) {
		id, isName := target.(*ast.Ident)
		switch {
		case target == nil || isName && id.Name == "_":
		case r.Tok == token.DEFINE:
			start = append(start, define(id, from), use(id))
		default:
			start = append(start, assign(target, from))
		}
	}
	take(r.Key, ast.NewIdent(index.Name))
	take(r.Value, &ast.IndexExpr{X: ast.NewIdent(list.Name), Index: ast.NewIdent(index.Name)})
	prepend(r.Body, start...)
	return &ast.ForStmt{
		Init: &ast.AssignStmt{Lhs: []ast.Expr{list, index}, Tok: token.DEFINE, Rhs: []ast.Expr{r.X, number(0)}},
		Cond: &ast.BinaryExpr{X: ast.NewIdent(index.Name), Op: token.LSS, Y: &ast.CallExpr{Fun: ast.NewIdent("len"), Args: []ast.Expr{ast.NewIdent(list.Name)}}},
		Post: &ast.IncDecStmt{X: ast.NewIdent(index.Name), Tok: token.INC},
		Body: r.Body,
	}
}

// declareRanged lets a range that assigns declare variables, and assigns these.
func (p *program) declareRanged(r *ast.RangeStmt) {
	var start []ast.Stmt
	own := func(target ast.Expr) ast.Expr {
		if id, isName := target.(*ast.Ident); target == nil || isName && id.Name == "_" {
			return target
		}
		v := p.fresh("ranged")
		start = append(start, assign(target, ast.NewIdent(v.Name)))
		return v
	}
	r.Key, r.Value = own(r.Key), own(r.Value)
	if len(start) > 0 {
		r.Tok = token.DEFINE
		prepend(r.Body, start...)
	}
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
