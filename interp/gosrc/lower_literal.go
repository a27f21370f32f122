package gosrc

import (
	"go/ast"
	"go/token"
	"go/types"
)

// lowerLiterals makes literals that a function literal assigns to a variable
// in a statement of their own: the interpreter makes them in the frame of the
// function literal, also for a variable of the function around it.
//
//	func() { p = Point{1, 2} }  =>  func() {
//	                                    value_gex1 := Point{1, 2}
//	                                    p = value_gex1
//	                                }
//
// A pointer to an array, slice or map of which a literal leaves the type out gets
// it, since the interpreter takes it for the element.
//
//	[]*[2]int{{1, 2}}  =>  []*[2]int{&[2]int{1, 2}}
func lowerLiterals(p *program) {
	rewriteExprs(p.file, p.spellPointer)
	depth := 0
	pre := func(c *cursor) bool {
		if _, ok := c.Node.(*ast.FuncLit); ok {
			depth++
		}
		return true
	}
	walk(p.file, pre, func(c *cursor) {
		switch n := c.Node.(type) {
		case *ast.FuncLit:
			depth--
		case *ast.AssignStmt:
			if depth > 0 && c.InList() && n.Tok == token.ASSIGN && len(n.Lhs) == len(n.Rhs) {
				p.holdLiterals(c, n)
			}
		}
	})
}

func (p *program) spellPointer(e ast.Expr) ast.Expr {
	literal, ok := e.(*ast.CompositeLit)
	if !ok || literal.Type != nil {
		return e
	}
	pointer, ok := coreType(p.typeOf(literal)).(*types.Pointer)
	if !ok {
		return e
	}
	if _, structure := pointer.Elem().Underlying().(*types.Struct); structure {
		return e
	}
	literal.Type = p.typeExpr(pointer.Elem())
	p.info.Types[literal] = types.TypeAndValue{Type: pointer.Elem()}
	made := &ast.UnaryExpr{Op: token.AND, X: literal}
	p.info.Types[made] = types.TypeAndValue{Type: pointer}
	return made
}

func (p *program) holdLiterals(c *cursor, a *ast.AssignStmt) {
	for i, e := range a.Rhs {
		literal, ok := ast.Unparen(e).(*ast.CompositeLit)
		if _, isName := ast.Unparen(a.Lhs[i]).(*ast.Ident); ok && isName && !isBlank(a.Lhs[i]) {
			held := p.fresh("value")
			c.InsertBefore(define(held, literal))
			a.Rhs[i] = p.keep(ast.NewIdent(held.Name), literal)
		}
	}
}
