package gosrc

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
)

// lowerOrder makes calls among the arguments of another call before the values
// of fields, elements and shared variables among them are read, as the compiler
// does; the interpreter reads from left to right.
//
//	append(s.list, s.pop())  =>  func() []int { first_gex1 := s.pop(); return append(s.list, first_gex1) }()
func lowerOrder(p *program) {
	rewriteStatements(p.file, p.callsBefore)
	walk(p.file, nil, func(c *cursor) {
		if a, ok := c.Node.(*ast.AssignStmt); ok && c.InList() {
			p.valueBefore(c, a)
		}
	})
	statements := p.statementCalls()
	rewriteExprs(p.file, func(e ast.Expr) ast.Expr {
		if literal, ok := e.(*ast.CompositeLit); ok {
			p.readInOrder(literal)
			return e
		}
		call, ok := e.(*ast.CallExpr)
		if !ok || statements[call] || p.info.Types[call.Fun].IsType() || !p.readsBeforeCall(call.Args) {
			return e
		}
		return p.callsFirst(call)
	})
}

// readInOrder reads the values of a map literal when their turn comes, before
// calls in later ones.
//
//	map[string]int{"a": c.n, "b": c.inc()}  =>  map[string]int{"a": read_gex1(c.n), "b": c.inc()}
func (p *program) readInOrder(literal *ast.CompositeLit) {
	if _, ok := coreType(p.typeOf(literal)).(*types.Map); !ok {
		return
	}
	for i, e := range literal.Elts {
		kv := e.(*ast.KeyValueExpr)
		later := slices.ContainsFunc(literal.Elts[i+1:], p.callsLearner)
		if t := p.typeOf(kv.Value); later && p.readsMemory(kv.Value) {
			read := p.helper("read", "x "+p.typeText(t), p.typeText(t), "return x")
			kv.Value = p.keep(&ast.CallExpr{Fun: ast.NewIdent(read), Args: []ast.Expr{kv.Value}}, kv.Value)
		}
	}
}

// callsBefore makes calls among the arguments of a go or defer statement before
// the statement, if other arguments are to be read after them.
//
//	defer f(x, g())  =>  first_gex1 := g()
//	                     defer f(x, first_gex1)
func (p *program) callsBefore(s ast.Stmt) []ast.Stmt {
	var call *ast.CallExpr
	switch s := s.(type) {
	case *ast.DeferStmt:
		call = s.Call
	case *ast.GoStmt:
		call = s.Call
	}
	if call == nil || !p.readsBeforeCall(call.Args) {
		return nil
	}
	var before []ast.Stmt
	for i, arg := range call.Args {
		if p.callsLearner(arg) {
			first := p.fresh("first")
			before = append(before, define(first, arg))
			call.Args[i] = p.keep(ast.NewIdent(first.Name), arg)
		}
	}
	return append(before, s)
}

// valueBefore makes the call that gives the value of an assignment before the
// statement, if the target is found by a pointer or an index, which fails after
// the call if it fails, or is read.
//
//	p.n += g()  =>  first_gex2 := g()
//	                p.n += first_gex2
func (p *program) valueBefore(c *cursor, a *ast.AssignStmt) {
	if len(a.Lhs) != 1 || len(a.Rhs) != 1 || a.Tok == token.DEFINE || !p.callsLearner(a.Rhs[0]) {
		return
	}
	if index, ok := ast.Unparen(a.Lhs[0]).(*ast.IndexExpr); ok && !isMap(p.typeOf(index.X)) && !p.callsLearner(index.X) && p.callsLearner(index.Index) {
		held := p.fresh("index")
		c.InsertBefore(define(held, index.Index))
		index.Index = p.keep(ast.NewIdent(held.Name), index.Index)
	}
	if p.callsLearner(a.Lhs[0]) {
		return
	}
	switch target := ast.Unparen(a.Lhs[0]).(type) {
	case *ast.Ident:
		if a.Tok == token.ASSIGN || !p.readsMemory(target) {
			return
		}
	case *ast.IndexExpr:
		if isMap(p.typeOf(target.X)) {
			return
		}
	}
	first := p.fresh("first")
	c.InsertBefore(define(first, a.Rhs[0]))
	a.Rhs[0] = p.keep(ast.NewIdent(first.Name), a.Rhs[0])
}

// statementCalls are the calls of go and defer statements.
func (p *program) statementCalls() map[*ast.CallExpr]bool {
	calls := map[*ast.CallExpr]bool{}
	ast.Inspect(p.file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.DeferStmt:
			calls[n.Call] = true
		case *ast.GoStmt:
			calls[n.Call] = true
		}
		return true
	})
	return calls
}

// readsBeforeCall reports whether an argument reads memory that a call in a
// later one might change.
func (p *program) readsBeforeCall(args []ast.Expr) bool {
	reads := false
	for _, arg := range args {
		if reads && p.callsLearner(arg) {
			return true
		}
		reads = reads || p.readsMemory(arg)
	}
	return false
}

func (p *program) readsMemory(e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.ParenExpr:
		return p.readsMemory(e.X)
	case *ast.SelectorExpr:
		s := p.info.Selections[e]
		return s != nil && s.Kind() == types.FieldVal
	case *ast.StarExpr:
		return !p.info.Types[e].IsType()
	case *ast.Ident:
		v, ok := p.info.Uses[e].(*types.Var)
		return ok && (v.Parent() == p.pkg.Scope() || p.capturedVariables()[v])
	}
	return false
}

// capturedVariables are the variables that function literals use, or of which
// the address is taken.
func (p *program) capturedVariables() map[*types.Var]bool {
	if p.captured != nil {
		return p.captured
	}
	p.captured = map[*types.Var]bool{}
	mark := func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			if v, ok := p.info.Uses[id].(*types.Var); ok {
				p.captured[v] = true
			}
		}
		return true
	}
	ast.Inspect(p.file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			ast.Inspect(n.Body, mark)
		case *ast.UnaryExpr:
			if n.Op == token.AND {
				ast.Inspect(n.X, mark)
			}
		}
		return true
	})
	return p.captured
}

// callsLearner reports whether an expression calls code of the learner's.
func (p *program) callsLearner(e ast.Expr) bool {
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.CallExpr:
			tv := p.info.Types[n.Fun]
			found = found || !tv.IsType() && !tv.IsBuiltin() && !p.isForeign(n.Fun)
		}
		return !found
	})
	return found
}

// isForeign reports whether a function is one of another package.
func (p *program) isForeign(f ast.Expr) bool {
	sel, ok := ast.Unparen(f).(*ast.SelectorExpr)
	if !ok {
		return false
	}
	o, ok := p.info.Uses[sel.Sel].(*types.Func)
	return ok && o.Pkg() != nil && o.Pkg() != p.pkg
}

// callsFirst evaluates the arguments with calls before the others.
func (p *program) callsFirst(call *ast.CallExpr) ast.Expr {
	var first []ast.Stmt
	inner := &ast.CallExpr{Fun: call.Fun, Ellipsis: call.Ellipsis}
	for _, arg := range call.Args {
		if _, tuple := p.typeOf(arg).(*types.Tuple); tuple {
			return call
		}
		if p.callsLearner(arg) {
			name := p.fresh("first")
			first = append(first, define(name, arg))
			arg = p.keep(ast.NewIdent(name.Name), arg)
		}
		inner.Args = append(inner.Args, arg)
	}
	p.keep(inner, call)
	literal := &ast.FuncLit{Type: &ast.FuncType{Params: &ast.FieldList{}, Results: &ast.FieldList{}}}
	var results []*types.Var
	switch t := p.typeOf(call).(type) {
	case *types.Tuple:
		for v := range t.Variables() {
			results = append(results, v)
		}
	case nil:
		return call
	default:
		results = append(results, types.NewParam(token.NoPos, nil, "", t))
	}
	for _, v := range results {
		literal.Type.Results.List = append(literal.Type.Results.List, &ast.Field{Type: ast.NewIdent(p.typeText(v.Type()))})
	}
	last := ast.Stmt(&ast.ReturnStmt{Results: []ast.Expr{inner}})
	if len(results) == 0 {
		last = &ast.ExprStmt{X: inner}
	}
	literal.Body = block(append(first, last)...)
	p.info.Types[literal] = types.TypeAndValue{Type: types.NewSignatureType(nil, nil, nil, nil, types.NewTuple(results...), false)}
	return p.keep(&ast.CallExpr{Fun: literal}, call)
}
