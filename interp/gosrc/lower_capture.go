package gosrc

import (
	"go/ast"
	"go/types"
)

// lowerCaptures passes function literals in loops that are arguments of compiled
// functions through a function of their own. Given straight, the interpreter
// lets them see the variables of the latest iteration instead of theirs.
//
//	time.AfterFunc(d, func() { i })  =>  time.AfterFunc(d, captured_gex1(func() { i }))
func lowerCaptures(p *program) {
	var loops []int // how many loops are around, for each function
	loops = append(loops, 0)
	enter := func(c *cursor) bool {
		switch c.Node.(type) {
		case *ast.ForStmt, *ast.RangeStmt:
			loops[len(loops)-1]++
		case *ast.FuncLit:
			loops = append(loops, 0)
		}
		return true
	}
	walk(p.file, enter, func(c *cursor) {
		switch n := c.Node.(type) {
		case *ast.ForStmt, *ast.RangeStmt:
			loops[len(loops)-1]--
		case *ast.FuncLit:
			loops = loops[:len(loops)-1]
			if call, ok := c.Parent.(*ast.CallExpr); ok && c.Role == inList && loops[len(loops)-1] > 0 && p.mayBeCompiled(call.Fun) {
				if t, ok := p.typeOf(n).(*types.Signature); ok {
					text := p.signature(t)
					helper := p.helper("captured", "f "+text, text, "return f")
					c.Replace(p.keep(&ast.CallExpr{Fun: ast.NewIdent(helper), Args: []ast.Expr{n}}, n))
				}
			}
		}
	})
}

// mayBeCompiled reports whether a call may be one of a compiled function: not one
// that is declared, by the learner or by a pass.
func (p *program) mayBeCompiled(f ast.Expr) bool {
	switch f := ast.Unparen(f).(type) {
	case *ast.FuncLit:
		return false
	case *ast.Ident:
		_, variable := p.info.Uses[f].(*types.Var)
		return variable
	}
	return !p.info.Types[f].IsType()
}
