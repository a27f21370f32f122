package gosrc

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
)

// lowerVariadics takes functions with any number of arguments out of fields by a
// function: of a field the interpreter knows the last parameter as a slice only.
//
//	l.printf("%d", 1)  =>  field_gex1(l.printf)("%d", 1)
func lowerVariadics(p *program) {
	targets := p.targets()
	rewriteExprs(p.file, func(e ast.Expr) ast.Expr {
		sel, ok := e.(*ast.SelectorExpr)
		if !ok || targets[sel] || !p.isField(sel) {
			return e
		}
		s, ok := coreType(p.typeOf(sel)).(*types.Signature)
		if !ok || !s.Variadic() || p.loops(s) {
			return e
		}
		t := p.typeText(p.typeOf(sel))
		helper := p.helper("field", "f "+t, t, "return f")
		return p.keep(&ast.CallExpr{Fun: ast.NewIdent(helper), Args: []ast.Expr{sel}}, e)
	})
}

// isField reports whether a selection is that of a field of a value.
func (p *program) isField(sel *ast.SelectorExpr) bool {
	s := p.info.Selections[sel]
	return s != nil && s.Kind() == types.FieldVal
}

// targets are the expressions that are assigned to, and those of which the address is
// taken.
func (p *program) targets() map[ast.Expr]bool {
	found := map[ast.Expr]bool{}
	ast.Inspect(p.file, func(n ast.Node) bool {
		var targets []ast.Expr
		switch n := n.(type) {
		case *ast.AssignStmt:
			targets = n.Lhs
		case *ast.RangeStmt:
			targets = slices.DeleteFunc([]ast.Expr{n.Key, n.Value}, func(e ast.Expr) bool { return e == nil })
		case *ast.UnaryExpr:
			if n.Op == token.AND {
				targets = []ast.Expr{n.X}
			}
		}
		for _, e := range targets {
			found[ast.Unparen(e)] = true
		}
		return true
	})
	return found
}
