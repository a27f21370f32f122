package gosrc

import (
	"go/ast"
	"go/token"
	"go/types"
)

// This file knows what may be evaluated twice.

// isPath reports whether an expression is a variable or a field of one.
func isPath(e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.Ident:
		return true
	case *ast.SelectorExpr:
		return isPath(e.X)
	}
	return false
}

// isRepeatable reports whether an expression is made of variables, fields,
// elements, pointers, literals and arithmetic, so that nobody can tell whether
// it has been evaluated once or twice.
func (p *program) isRepeatable(e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.Ident, *ast.BasicLit:
		return true
	case *ast.ParenExpr:
		return p.isRepeatable(e.X)
	case *ast.SelectorExpr:
		return p.isRepeatable(e.X)
	case *ast.StarExpr:
		return p.isRepeatable(e.X)
	case *ast.IndexExpr:
		return p.isRepeatable(e.X) && p.isRepeatable(e.Index) && p.isArithmetic(e.Index)
	case *ast.BinaryExpr:
		return p.isRepeatable(e.X) && p.isRepeatable(e.Y) && p.isArithmetic(e.X)
	case *ast.UnaryExpr:
		return e.Op != token.AND && e.Op != token.ARROW && p.isRepeatable(e.X)
	case *ast.CallExpr:
		if len(e.Args) != 1 || !p.isRepeatable(e.Args[0]) {
			return false
		}
		return p.isBuiltin(e.Fun, "len") || p.isBuiltin(e.Fun, "cap") ||
			p.info.Types[e.Fun].IsType() && p.isArithmetic(e) && p.isArithmetic(e.Args[0])
	}
	return false
}

// isArithmetic reports whether an expression has a basic type.
func (p *program) isArithmetic(e ast.Expr) bool {
	_, basic := coreType(p.typeOf(e)).(*types.Basic)
	return basic
}

// repeat is a repeatable expression once more, of which passes know what they
// know of the original.
func (p *program) repeat(e ast.Expr) ast.Expr {
	var made ast.Expr
	switch e := e.(type) {
	case *ast.Ident:
		id := ast.NewIdent(e.Name)
		if o := p.info.ObjectOf(e); o != nil {
			p.info.Uses[id] = o
		}
		made = id
	case *ast.BasicLit:
		made = &ast.BasicLit{Kind: e.Kind, Value: e.Value}
	case *ast.ParenExpr:
		made = &ast.ParenExpr{X: p.repeat(e.X)}
	case *ast.SelectorExpr:
		s := &ast.SelectorExpr{X: p.repeat(e.X), Sel: ast.NewIdent(e.Sel.Name)}
		if selection := p.info.Selections[e]; selection != nil {
			p.info.Selections[s] = selection
		}
		made = s
	case *ast.StarExpr:
		made = &ast.StarExpr{X: p.repeat(e.X)}
	case *ast.IndexExpr:
		made = &ast.IndexExpr{X: p.repeat(e.X), Index: p.repeat(e.Index)}
	case *ast.BinaryExpr:
		made = &ast.BinaryExpr{X: p.repeat(e.X), Op: e.Op, Y: p.repeat(e.Y)}
	case *ast.UnaryExpr:
		made = &ast.UnaryExpr{Op: e.Op, X: p.repeat(e.X)}
	case *ast.CallExpr:
		made = &ast.CallExpr{Fun: e.Fun, Args: []ast.Expr{p.repeat(e.Args[0])}}
	default:
		return e
	}
	return p.keep(made, e)
}
