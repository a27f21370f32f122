package gosrc

import (
	"go/ast"

	"golang.org/x/tools/go/ast/astutil"
)

// rewriteExprs replaces the expressions under root by what f returns for
// them, children first. Names that declare, field names and labels are no
// expressions for f.
func rewriteExprs(root ast.Node, f func(ast.Expr) ast.Expr) {
	astutil.Apply(root, nil, func(c *astutil.Cursor) bool {
		e, ok := c.Node().(ast.Expr)
		if !ok || isName(c) {
			return true
		}
		if replaced := f(e); replaced != e {
			c.Replace(replaced)
		}
		return true
	})
}

// isName reports whether the node is an identifier that stands for itself.
func isName(c *astutil.Cursor) bool {
	switch c.Parent().(type) {
	case *ast.SelectorExpr:
		return c.Name() == "Sel"
	case *ast.Field, *ast.ValueSpec:
		return c.Name() == "Names"
	case *ast.TypeSpec, *ast.FuncDecl, *ast.ImportSpec, *ast.File:
		return c.Name() == "Name"
	case *ast.BranchStmt, *ast.LabeledStmt:
		return c.Name() == "Label"
	}
	return false
}
