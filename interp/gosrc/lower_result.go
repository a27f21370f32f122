package gosrc

import (
	"go/ast"
	"go/token"
	"go/types"
)

// lowerResults makes local variables of named results: where the interpreter
// keeps a result, something else may have been before.
//
//	func f() (n int) {      func f() int {
//		n++             =>      var n int
//		return                  n++
//	}                           return n
//
// Calls of builtins among several results are made before: the interpreter
// would keep all that they give in the place of the first result.
//
//	return len(x), cap(x)  =>  var value_gex1 int = len(x)
//	                           var value_gex2 int = cap(x)
//	                           return value_gex1, value_gex2
func lowerResults(p *program) {
	ast.Inspect(p.file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncDecl:
			p.holdBuiltins(n.Type, n.Body)
			p.localResults(n.Type, n.Body)
		case *ast.FuncLit:
			p.holdBuiltins(n.Type, n.Body)
			p.localResults(n.Type, n.Body)
		}
		return true
	})
}

// holdBuiltins makes the calls of builtins of a return, and what stands before
// them, in statements of their own.
func (p *program) holdBuiltins(t *ast.FuncType, body *ast.BlockStmt) {
	if body == nil || t.Results.NumFields() < 2 {
		return
	}
	wanted := fieldTypes(t.Results)
	rewriteOwn(body, func(s ast.Stmt) []ast.Stmt {
		r, ok := s.(*ast.ReturnStmt)
		if !ok || len(r.Results) != len(wanted) {
			return nil
		}
		var before []ast.Stmt
		for i := range p.lastBuiltin(r.Results) + 1 {
			if tv := p.info.Types[r.Results[i]]; tv.Value != nil || tv.IsNil() {
				continue
			}
			held := p.fresh("value")
			before = append(before, &ast.DeclStmt{Decl: &ast.GenDecl{Tok: token.VAR, Specs: []ast.Spec{
				&ast.ValueSpec{Names: []*ast.Ident{held}, Type: p.typeAgain(wanted[i]), Values: []ast.Expr{r.Results[i]}},
			}}})
			r.Results[i] = ast.NewIdent(held.Name)
		}
		if before == nil {
			return nil
		}
		return append(before, r)
	})
}

// fieldTypes are the types of a list of results, one for each.
func fieldTypes(list *ast.FieldList) []ast.Expr {
	var all []ast.Expr
	for _, field := range list.List {
		for range max(len(field.Names), 1) {
			all = append(all, field.Type)
		}
	}
	return all
}

// lastBuiltin is the place of the last call of a builtin in a list, or -1.
func (p *program) lastBuiltin(list []ast.Expr) int {
	for i := len(list) - 1; i >= 0; i-- {
		call, ok := ast.Unparen(list[i]).(*ast.CallExpr)
		if !ok {
			continue
		}
		if id, ok := ast.Unparen(call.Fun).(*ast.Ident); ok {
			if _, ok := p.info.Uses[id].(*types.Builtin); ok {
				return i
			}
		}
	}
	return -1
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
		return p.typeSyntax(t)
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
