package gosrc

import "go/ast"

// rewriteExprs replaces the expressions under root by what f returns for
// them, children first. Names that declare, field names and labels are no
// expressions for f.
func rewriteExprs(root ast.Node, f func(ast.Expr) ast.Expr) {
	walk(root, nil, func(c *cursor) {
		e, ok := c.Node.(ast.Expr)
		if !ok || c.IsName() {
			return
		}
		if replaced := f(e); replaced != e {
			c.Replace(replaced)
		}
	})
}
