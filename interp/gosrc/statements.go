package gosrc

import (
	"go/ast"

	"golang.org/x/tools/go/ast/astutil"
)

// rewriteStatements replaces the statements under root, children first, by
// those that f returns; nil keeps a statement. Where only one statement may
// stand (an if without else, a label), more become a block.
func rewriteStatements(root ast.Node, f func(ast.Stmt) []ast.Stmt) {
	astutil.Apply(root, nil, func(c *astutil.Cursor) bool {
		s, ok := c.Node().(ast.Stmt)
		if !ok {
			return true
		}
		replaced := f(s)
		switch {
		case replaced == nil:
		case len(replaced) == 1:
			c.Replace(replaced[0])
		case c.Index() >= 0:
			for _, before := range replaced[:len(replaced)-1] {
				c.InsertBefore(before)
			}
			c.Replace(replaced[len(replaced)-1])
		default:
			c.Replace(block(replaced...))
		}
		return true
	})
}
