package gosrc

import (
	"go/ast"
	"go/parser"
	"go/types"
	"strings"
)

// lowerFunctionValues converts declared functions that are values to their
// type. The interpreter returns them as syntax, which nobody can call. Types of
// functions that lead back to themselves cannot be written out, and parameters that
// may be minus zero are any, see lowerMinusZeros.
//
//	return double  =>  return (func(int) int)(double)
//	return next    =>  return func(a0 int) state { return next(a0) }
func lowerFunctionValues(p *program) {
	walk(p.file, nil, func(c *cursor) {
		id, ok := c.Node.(*ast.Ident)
		if !ok || c.IsName() || c.Role == atCallee {
			return
		}
		f, declared := p.info.Uses[id].(*types.Func)
		declared = declared && f.Pkg() == p.pkg && f.Signature().Recv() == nil
		s, ok := p.typeOf(id).(*types.Signature)
		if !ok || !declared && !p.raw[id] {
			return
		}
		if p.loops(s) || takesPoint(s) {
			if literal := p.calling(id, s); literal != nil && (declared || !p.loops(s)) {
				c.Replace(p.keep(literal, id))
			}
			return
		}
		made := &ast.CallExpr{Fun: &ast.ParenExpr{X: ast.NewIdent(p.signature(s))}, Args: []ast.Expr{id}}
		c.Replace(p.keep(made, id))
	})
}

// calling is a function literal that calls a declared function.
func (p *program) calling(id *ast.Ident, s *types.Signature) ast.Expr {
	params, passed := p.parameterList(s)
	literal, err := parser.ParseExpr(p.literal(s, params, id.Name+"("+strings.Join(passed, ", ")+")"))
	if err != nil {
		return nil
	}
	return literal
}
