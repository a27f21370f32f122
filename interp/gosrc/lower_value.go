package gosrc

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/ast/astutil"
)

// lowerFunctionValues converts declared functions that are values to their
// type. The interpreter returns them as syntax, which nobody can call.
//
//	return double  =>  return (func(int) int)(double)
func lowerFunctionValues(p *program) {
	astutil.Apply(p.file, nil, func(c *astutil.Cursor) bool {
		id, ok := c.Node().(*ast.Ident)
		if !ok || isName(c) || isCallee(c) {
			return true
		}
		f, declared := p.info.Uses[id].(*types.Func)
		declared = declared && f.Pkg() == p.pkg && f.Signature().Recv() == nil
		s, ok := p.typeOf(id).(*types.Signature)
		if !ok || p.loops(s) || !declared && !p.raw[id] {
			return true
		}
		made := &ast.CallExpr{Fun: &ast.ParenExpr{X: ast.NewIdent(p.signature(s))}, Args: []ast.Expr{id}}
		c.Replace(p.keep(made, id))
		return true
	})
}

// isCallee reports whether a node is the function of a call.
func isCallee(c *astutil.Cursor) bool {
	_, call := c.Parent().(*ast.CallExpr)
	return call && c.Name() == "Fun"
}
