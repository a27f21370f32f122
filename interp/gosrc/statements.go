package gosrc

import (
	"go/ast"
)

// rewriteStatements replaces the statements under root, children first, by
// those that f returns; nil keeps a statement. Where only one statement may
// stand (an if without else, a label), more become a block.
func rewriteStatements(root ast.Node, f func(ast.Stmt) []ast.Stmt) {
	rewriteStatementsIf(root, nil, f)
}

// rewriteOwn is rewriteStatements for a function's own statements, without
// those of function literals in it.
func rewriteOwn(body *ast.BlockStmt, f func(ast.Stmt) []ast.Stmt) {
	rewriteStatementsIf(body, func(c *cursor) bool {
		_, literal := c.Node.(*ast.FuncLit)
		return !literal
	}, f)
}

func rewriteStatementsIf(root ast.Node, enter func(*cursor) bool, f func(ast.Stmt) []ast.Stmt) {
	walk(root, enter, func(c *cursor) {
		s, ok := c.Node.(ast.Stmt)
		if !ok {
			return
		}
		replaced := f(s)
		switch {
		case replaced == nil:
		case len(replaced) == 1:
			c.Replace(replaced[0])
		case c.InList():
			for _, before := range replaced[:len(replaced)-1] {
				c.InsertBefore(before)
			}
			c.Replace(replaced[len(replaced)-1])
		default:
			c.Replace(block(replaced...))
		}
	})
}
