package gosrc

import (
	"fmt"
	"go/ast"
	"go/types"
	"slices"
	"strings"
)

// lowerErrorsAs turns errors.As with a target of the learner's type into a
// search with a type test.
//
//	errors.As(err, &e)  =>  gex_.ErrorsAs(err, take_gex1(&e))
func lowerErrorsAs(p *program) {
	rewriteExprs(p.file, func(e ast.Expr) ast.Expr {
		call, ok := e.(*ast.CallExpr)
		if !ok || len(call.Args) != 2 || !p.isFunction(call.Fun, "errors", "As") {
			return e
		}
		pointer, ok := coreType(p.typeOf(call.Args[1])).(*types.Pointer)
		if !ok {
			return e
		}
		t := pointer.Elem()
		x := ast.NewIdent("x")
		take := p.helper("take", "target *"+p.typeText(t), "func(error) bool", fmt.Sprintf(
			"f := func(x error) bool {\nif !(%s) { return %s }\n*target = %s\nreturn true\n}\nreturn f",
			printed(p.typeTest(x, t)), p.otherwise(pointer), printed(p.unboxed(x, t))))
		err := p.box(call.Args[0], types.Universe.Lookup("error").Type())
		return p.keep(support("ErrorsAs", err, &ast.CallExpr{Fun: ast.NewIdent(take), Args: call.Args[1:]}), call)
	})
}

// otherwise is the text of what errors.As does with an error x that is not of the
// type that target points to: it asks its method As, if a type has one.
func (p *program) otherwise(pointer *types.Pointer) string {
	asks := slices.ContainsFunc(p.allDecls(), func(d ast.Decl) bool {
		f, ok := d.(*ast.FuncDecl)
		return ok && strings.HasSuffix(f.Name.Name, functionOf("", "As"))
	})
	if !asks {
		return "false"
	}
	target := ast.NewIdent("target")
	p.info.Types[target] = types.TypeAndValue{Type: pointer}
	return printed(support("AsksAs", ast.NewIdent("x"), p.box(target, types.NewInterfaceType(nil, nil))))
}

// isFunction reports whether e is a function of a package.
func (p *program) isFunction(e ast.Expr, path, name string) bool {
	sel, ok := ast.Unparen(e).(*ast.SelectorExpr)
	if !ok || sel.Sel.Name != name {
		return false
	}
	o := p.info.Uses[sel.Sel]
	return o != nil && o.Pkg() != nil && o.Pkg().Path() == path
}
