package gosrc

import (
	"go/ast"
	"go/parser"
	"go/types"
	"strings"
)

// typeExpr writes a type as an expression of the generated program.
func (p *program) typeExpr(t types.Type) ast.Expr {
	text := types.TypeString(p.atRunTime(types.Default(t)), p.qualifier)
	e, err := parser.ParseExpr(text)
	if err != nil {
		return ast.NewIdent(text)
	}
	return e
}

// qualifier names packages as the generated program imports them.
func (p *program) qualifier(pkg *types.Package) string {
	if pkg == p.pkg {
		return ""
	}
	if strings.HasPrefix(pkg.Path(), "gex/runtime/") {
		return "otp"
	}
	p.needed[pkg.Path()] = true
	return pkg.Name()
}
