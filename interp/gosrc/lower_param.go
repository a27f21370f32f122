package gosrc

import "go/ast"

// lowerParameters gives parameters without a name the name _: the interpreter
// takes the type of the first one for that of the result. The types of
// functions, which have no bodies, may keep theirs.
func lowerParameters(p *program) {
	ast.Inspect(p.file, func(n ast.Node) bool {
		switch f := n.(type) {
		case *ast.FuncDecl:
			nameParameters(f.Type)
		case *ast.FuncLit:
			nameParameters(f.Type)
		}
		return true
	})
}

func nameParameters(f *ast.FuncType) {
	for _, field := range f.Params.List {
		if len(field.Names) == 0 {
			field.Names = []*ast.Ident{ast.NewIdent("_")}
		}
	}
}
