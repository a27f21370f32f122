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

// foreignBase is the type of another package of which a type of the learner's
// is declared, as type Timeout time.Duration is: values have that type at run
// time. It is nil for other types.
func (p *program) foreignBase(t types.Type) types.Type {
	named, ok := types.Unalias(t).(*types.Named)
	if !ok || named.Obj().Pkg() != p.pkg {
		return nil
	}
	for _, d := range p.file.Decls {
		g, ok := d.(*ast.GenDecl)
		if !ok {
			continue
		}
		for _, s := range g.Specs {
			if spec, ok := s.(*ast.TypeSpec); ok && p.info.Defs[spec.Name] == named.Obj() {
				base, ok := types.Unalias(p.typeOf(spec.Type)).(*types.Named)
				if ok && base.Obj().Pkg() != nil && base.Obj().Pkg() != p.pkg {
					return base
				}
				return p.foreignBase(p.typeOf(spec.Type))
			}
		}
	}
	return nil
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
