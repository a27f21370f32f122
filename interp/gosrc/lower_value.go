package gosrc

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/types"
	"strings"
)

// lowerFunctionValues converts declared functions that are values to their
// type. The interpreter returns them as syntax, which nobody can call. It does so
// in a function at the end: in a function literal, the interpreter would convert what
// is declared below without knowing its results. Types of functions that lead back to
// themselves cannot be written out, and parameters that may be minus zero are any, see
// lowerMinusZeros.
//
//	return double  =>  return value_gex1()
//	return next    =>  return func(a0 int) state { return next(a0) }
//
//	func value_gex1() func(int) (int) { return (func(int) (int))(double) }
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
		signature := p.signature(s)
		name := p.helper("value", "", signature, fmt.Sprintf("return (%s)(%s)", signature, id.Name))
		made := &ast.CallExpr{Fun: ast.NewIdent(name)}
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
