package gosrc

import (
	"go/ast"
	"go/token"
	"go/types"
)

// lowerLookups makes calls of the lookups in maps of which the second result is
// used: the interpreter leaves the variable for the first one as it was, where
// the key is not in the map.
//
//	v, ok = m[k]  =>  v, ok = lookup_gex1(m, k)
func lowerLookups(p *program) {
	taken := p.takenWithOK()
	rewriteExprs(p.file, func(e ast.Expr) ast.Expr {
		index, ok := e.(*ast.IndexExpr)
		if !ok || !taken[e] {
			return e
		}
		m, ok := coreType(p.typeOf(index.X)).(*types.Map)
		if !ok {
			return e
		}
		value := p.typeText(m.Elem())
		helper := p.helper("lookup", "m "+p.typeText(p.typeOf(index.X))+", k "+p.typeText(m.Key()), "("+value+", bool)",
			"if v, ok := m[k]; ok { return v, true }\nvar zero "+value+"\nreturn zero, false")
		return p.keep(&ast.CallExpr{Fun: ast.NewIdent(helper), Args: []ast.Expr{index.X, index.Index}}, e)
	})
}

// takenWithOK finds the expressions of which both the value and whether there
// is one are used.
func (p *program) takenWithOK() map[ast.Expr]bool {
	found := p.commaOK()
	ast.Inspect(p.file, func(n ast.Node) bool {
		if a, ok := n.(*ast.AssignStmt); ok && len(a.Lhs) == 2 && len(a.Rhs) == 1 && isBlank(a.Lhs[0]) && (a.Tok == token.DEFINE || a.Tok == token.ASSIGN) {
			delete(found, ast.Unparen(a.Rhs[0]))
		}
		return true
	})
	return found
}
