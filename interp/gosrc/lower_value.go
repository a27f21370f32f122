package gosrc

import (
	"go/ast"
	"go/types"
)

// lowerFunctionValues converts declared functions that are values to their
// type. The interpreter returns them as syntax, which nobody can call.
//
//	return double  =>  return (func(int) int)(double)
func lowerFunctionValues(p *program) {
	walk(p.file, nil, func(c *cursor) {
		id, ok := c.Node.(*ast.Ident)
		if !ok || c.IsName() || c.Role == atCallee {
			return
		}
		f, declared := p.info.Uses[id].(*types.Func)
		declared = declared && f.Pkg() == p.pkg && f.Signature().Recv() == nil
		s, ok := p.typeOf(id).(*types.Signature)
		if !ok || p.loops(s) || !declared && !p.raw[id] {
			return
		}
		made := &ast.CallExpr{Fun: &ast.ParenExpr{X: ast.NewIdent(p.signature(s))}, Args: []ast.Expr{id}}
		c.Replace(p.keep(made, id))
	})
}
