package gosrc

import (
	"go/ast"
	"go/token"
	"go/types"
)

// lowerNesting puts bodies of loops that declare the name of their variable
// again into blocks, since passes that follow declare that variable in the body.
//
//	for i := range 3 { i := i }  =>  for i := range 3 { { i := i } }
func lowerNesting(p *program) {
	ast.Inspect(p.file, func(n ast.Node) bool {
		r, ok := n.(*ast.RangeStmt)
		if ok && r.Tok == token.DEFINE && p.hidesNames(r.Body, r.Key, r.Value) {
			r.Body = block(r.Body)
		}
		return true
	})
}

// hidesNames reports whether a body declares the name of a variable again.
func (p *program) hidesNames(body *ast.BlockStmt, variables ...ast.Expr) bool {
	for _, v := range variables {
		if id, ok := v.(*ast.Ident); ok && id.Name != "_" && p.declaresAgain(body, id.Name, p.info.Defs[id]) {
			return true
		}
	}
	return false
}

// declaresAgain reports whether another variable in a body has the name of
// one.
func (p *program) declaresAgain(body *ast.BlockStmt, name string, variable types.Object) bool {
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		other, ok := n.(*ast.Ident)
		found = found || ok && other.Name == name && p.info.Defs[other] != nil && p.info.Defs[other] != variable
		return !found
	})
	return found
}
