package gosrc

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"strings"
)

// typeExpr writes a type as an expression of the generated program.
func (p *program) typeExpr(t types.Type) ast.Expr {
	return syntaxOf(types.TypeString(p.atRunTime(types.Default(t)), p.qualifier))
}

// typeSyntax writes a type as typeText does: interfaces of the learner's are any.
func (p *program) typeSyntax(t types.Type) ast.Expr { return syntaxOf(p.typeText(t)) }

// resultList writes results of these types, or nil if there are none.
func (p *program) resultList(results *types.Tuple) *ast.FieldList {
	if results.Len() == 0 {
		return nil
	}
	list := &ast.FieldList{}
	for v := range results.Variables() {
		list.List = append(list.List, &ast.Field{Type: p.typeSyntax(v.Type())})
	}
	return list
}

// syntaxOf parses the text of a type.
func syntaxOf(text string) ast.Expr {
	if token.IsIdentifier(text) {
		return ast.NewIdent(text)
	}
	e, err := parser.ParseExpr(text)
	if err != nil {
		return ast.NewIdent(text)
	}
	dropPositions(e)
	return e
}

// dropPositions takes the positions out of a type, which are those in its text:
// the printer would break lines where the program has some.
func dropPositions(e ast.Expr) {
	ast.Inspect(e, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Ident:
			n.NamePos = token.NoPos
		case *ast.BasicLit:
			n.ValuePos = token.NoPos
		case *ast.FieldList:
			n.Opening, n.Closing = token.NoPos, token.NoPos
		case *ast.FuncType:
			n.Func = token.NoPos
		case *ast.ArrayType:
			n.Lbrack = token.NoPos
		case *ast.MapType:
			n.Map = token.NoPos
		case *ast.ChanType:
			n.Begin, n.Arrow = token.NoPos, token.NoPos
		case *ast.StarExpr:
			n.Star = token.NoPos
		case *ast.StructType:
			n.Struct = token.NoPos
		case *ast.InterfaceType:
			n.Interface = token.NoPos
		case *ast.Ellipsis:
			n.Ellipsis = token.NoPos
		case *ast.ParenExpr:
			n.Lparen, n.Rparen = token.NoPos, token.NoPos
		}
		return true
	})
}

// foreignBase is the type of another package of which a type of the learner's
// is declared, as type Timeout time.Duration is: values have that type at run
// time. It is nil for other types.
func (p *program) foreignBase(t types.Type) types.Type {
	named, ok := types.Unalias(t).(*types.Named)
	if !ok || named.Obj().Pkg() != p.pkg {
		return nil
	}
	for _, d := range p.allDecls() {
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
