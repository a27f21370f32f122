package gosrc

import (
	"go/ast"
	"go/types"
	"slices"
)

// sequencePackage is the package of which the types are names for functions.
const sequencePackage = "iter"

// lowerSequences writes the types of package iter out, of which the interpreter
// has none. Their names stay known where values of them become interface values.
//
//	var s iter.Seq[int]  =>  var s func(func(int) bool)
func lowerSequences(p *program) {
	rewriteExprs(p.file, func(e ast.Expr) ast.Expr {
		if tv := p.info.Types[e]; tv.IsType() && isSequence(tv.Type) && namesSequence(e) {
			return p.keep(p.typeExpr(tv.Type), e)
		}
		return e
	})
	p.file.Decls = slices.DeleteFunc(p.file.Decls, func(d ast.Decl) bool {
		g, ok := d.(*ast.GenDecl)
		if !ok || len(g.Specs) != 1 {
			return false
		}
		spec, ok := g.Specs[0].(*ast.ImportSpec)
		return ok && spec.Path.Value == text(sequencePackage).Value
	})
}

// namesSequence reports whether an expression is the name of the type itself.
func namesSequence(e ast.Expr) bool {
	switch e.(type) {
	case *ast.IndexExpr, *ast.IndexListExpr:
		return true
	}
	return false
}

// isSequence reports whether a type is one of package iter.
func isSequence(t types.Type) bool {
	named, ok := types.Unalias(t).(*types.Named)
	return ok && named.Obj().Pkg() != nil && named.Obj().Pkg().Path() == sequencePackage
}
