package gosrc

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"strconv"
)

// lowerBuiltins writes min, max, clear and new of a value, which the
// interpreter does not know, out as functions of their type.
//
//	min(a, b)  =>  func(x, y int) int { if y < x { return y }; return x }(a, b)
//	max(x, y)  =>  float64(gex_.MaxFloat(float64(x), float64(y)))
//	new(7)     =>  new_gex1(7)
func lowerBuiltins(p *program) {
	rewriteExprs(p.file, func(e ast.Expr) ast.Expr {
		call, ok := e.(*ast.CallExpr)
		if !ok {
			return e
		}
		switch {
		case p.isBuiltin(call.Fun, "min"):
			return p.extreme(call, token.LSS)
		case p.isBuiltin(call.Fun, "max"):
			return p.extreme(call, token.GTR)
		case p.isBuiltin(call.Fun, "clear"):
			return support("Clear", call.Args...)
		case p.isBuiltin(call.Fun, "new") && !p.info.Types[call.Args[0]].IsType():
			return p.newOf(call)
		}
		return e
	})
}

// newOf is new of a value: a pointer to a variable that holds it.
func (p *program) newOf(call *ast.CallExpr) ast.Expr {
	t := p.typeText(deref(p.typeOf(call)))
	name := p.helper("new", "x "+t, "*"+t, "made := new("+t+")\n*made = x\nreturn made")
	return p.keep(&ast.CallExpr{Fun: ast.NewIdent(name), Args: call.Args}, call)
}

// extreme folds the arguments of min or max.
func (p *program) extreme(call *ast.CallExpr, op token.Token) ast.Expr {
	tv := p.info.Types[call]
	if tv.Value != nil {
		return p.keep(&ast.CallExpr{Fun: p.typeExpr(tv.Type), Args: []ast.Expr{literalOf(tv)}}, call)
	}
	t := p.typeExpr(tv.Type)
	result := call.Args[0]
	for _, arg := range call.Args[1:] {
		if isFloat(tv.Type) {
			result = &ast.CallExpr{Fun: t, Args: []ast.Expr{support(floatExtremes[op], float64Of(result), float64Of(arg))}}
			continue
		}
		result = &ast.CallExpr{Fun: extremeOf(t, op), Args: []ast.Expr{result, arg}}
	}
	return p.keep(result, call)
}

// floatExtremes are compiled functions, which know NaN and the sign of zero.
var floatExtremes = map[token.Token]string{token.LSS: "MinFloat", token.GTR: "MaxFloat"}

func isFloat(t types.Type) bool {
	b, ok := coreType(t).(*types.Basic)
	return ok && b.Info()&types.IsFloat != 0
}

func float64Of(e ast.Expr) ast.Expr {
	return &ast.CallExpr{Fun: ast.NewIdent("float64"), Args: []ast.Expr{e}}
}

// extremeOf is func(x, y T) T { if y op x { return y }; return x }.
func extremeOf(t ast.Expr, op token.Token) ast.Expr {
	x, y := ast.NewIdent("x"), ast.NewIdent("y")
	return &ast.FuncLit{
		Type: &ast.FuncType{
			Params:  &ast.FieldList{List: []*ast.Field{{Names: []*ast.Ident{x, y}, Type: t}}},
			Results: &ast.FieldList{List: []*ast.Field{{Type: t}}},
		},
		Body: block(
			&ast.IfStmt{Cond: &ast.BinaryExpr{X: y, Op: op, Y: x}, Body: block(&ast.ReturnStmt{Results: []ast.Expr{y}})},
			&ast.ReturnStmt{Results: []ast.Expr{x}},
		),
	}
}

// literalOf writes a constant.
func literalOf(tv types.TypeAndValue) ast.Expr {
	text := tv.Value.ExactString()
	if tv.Value.Kind() == constant.Float {
		f, _ := constant.Float64Val(tv.Value)
		text = strconv.FormatFloat(f, 'g', -1, 64)
	}
	return &ast.BasicLit{Kind: token.INT, Value: text}
}
