package gosrc

import (
	"fmt"
	"go/ast"
	"go/types"
	"strings"
)

// lowerStructs copies a struct that becomes one of another type with the same
// fields: at run time each named struct type is a type of its own. Implicit
// conversions are found by lowerBoxes.
//
//	T(struct{ N int }{1})  =>  convert_gex1(struct{ N int }{1})
func lowerStructs(p *program) {
	rewriteExprs(p.file, func(e ast.Expr) ast.Expr {
		call, ok := e.(*ast.CallExpr)
		if !ok || len(call.Args) != 1 || !p.info.Types[call.Fun].IsType() {
			return e
		}
		from, to := p.typeOf(call.Args[0]), p.typeOf(call.Fun)
		if !p.isOtherStruct(from, to) {
			return e
		}
		return p.keep(p.converted(call.Args[0], from, to), call)
	})
}

// isOtherStruct reports whether both types are structs, and not the same.
func (p *program) isOtherStruct(from, to types.Type) bool {
	if from == nil || to == nil || types.Identical(from, to) {
		return false
	}
	_, fromStruct := from.Underlying().(*types.Struct)
	_, toStruct := to.Underlying().(*types.Struct)
	return fromStruct && toStruct && types.ConvertibleTo(from, to)
}

// converted copies a struct into one of another type.
func (p *program) converted(e ast.Expr, from, to types.Type) ast.Expr {
	var fields []string
	for f := range from.Underlying().(*types.Struct).Fields() {
		if f.Name() != "_" {
			fields = append(fields, fmt.Sprintf("%s: x.%s", f.Name(), f.Name()))
		}
	}
	name := p.helper("convert", "x "+p.typeText(from), p.typeText(to),
		fmt.Sprintf("return %s{%s}", p.typeText(to), strings.Join(fields, ", ")))
	made := &ast.CallExpr{Fun: ast.NewIdent(name), Args: []ast.Expr{e}}
	p.info.Types[made] = types.TypeAndValue{Type: to}
	return made
}
