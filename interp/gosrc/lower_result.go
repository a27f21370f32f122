package gosrc

import (
	"go/ast"
)

// lowerResults makes local variables of named results: where the interpreter
// keeps a result, something else may have been before.
//
//	func f() (n int) {      func f() int {
//		n++             =>      var n int
//		return                  n++
//	}                           return n
func lowerResults(p *program) {
	ast.Inspect(p.file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncDecl:
			p.localResults(n.Type, n.Body)
		case *ast.FuncLit:
			p.localResults(n.Type, n.Body)
		}
		return true
	})
}

func (p *program) localResults(t *ast.FuncType, body *ast.BlockStmt) {
	if body == nil || t.Results == nil || len(t.Results.List) == 0 || len(t.Results.List[0].Names) == 0 {
		return
	}
	var names []string
	var declared []ast.Stmt
	var unnamed []*ast.Field
	for _, field := range t.Results.List {
		for _, id := range field.Names {
			if id.Name == "_" {
				id = p.fresh("result")
			}
			names = append(names, id.Name)
			declared = append(declared, declareVar(ast.NewIdent(id.Name), p.typeAgain(field.Type)), use(id))
			unnamed = append(unnamed, &ast.Field{Type: field.Type})
		}
	}
	t.Results.List = unnamed
	rewriteOwn(body, func(s ast.Stmt) []ast.Stmt {
		if r, ok := s.(*ast.ReturnStmt); ok && len(r.Results) == 0 {
			return []ast.Stmt{returnNames(names)}
		}
		return nil
	})
	prepend(body, declared...)
}

// typeAgain writes the type that an expression names once more.
func (p *program) typeAgain(e ast.Expr) ast.Expr {
	if t := p.typeOf(e); t != nil {
		return ast.NewIdent(p.typeText(t))
	}
	return e
}

func returnNames(names []string) *ast.ReturnStmt {
	r := &ast.ReturnStmt{}
	for _, name := range names {
		r.Results = append(r.Results, ast.NewIdent(name))
	}
	return r
}
