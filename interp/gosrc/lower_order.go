package gosrc

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
)

// lowerOrder evaluates what a statement consists of in the order of the compiler:
// calls first, then variables, fields and elements; see evaluation.
//
//	return s.n + s.pop()     =>  first_gex1 := s.pop()
//	                             return s.n + first_gex1
//	for s.n < s.pop() {}     =>  for func() bool { first_gex1 := s.pop(); return s.n < first_gex1 }() {}
func lowerOrder(p *program) {
	later := p.has(withDefers | withGos)
	if later {
		rewriteStatements(p.file, p.callsBefore)
	}
	walk(p.file, nil, func(c *cursor) {
		if s, ok := c.Node.(ast.Stmt); ok && c.InList() {
			for _, before := range p.ordered(s) {
				c.InsertBefore(before)
			}
		}
	})
	var statements map[*ast.CallExpr]bool
	if later {
		statements = p.statementCalls()
	}
	rewriteExprs(p.file, func(e ast.Expr) ast.Expr {
		switch e := e.(type) {
		case *ast.CompositeLit:
			p.readInOrder(e)
		case *ast.CallExpr:
			if !statements[e] && !p.info.Types[e.Fun].IsType() {
				return p.callsFirst(e)
			}
		case *ast.BinaryExpr:
			return p.callsFirst(e)
		}
		return e
	})
}

// ordered returns what is to be evaluated before a statement.
func (p *program) ordered(s ast.Stmt) []ast.Stmt {
	first := &evaluation{program: p}
	if !p.evaluate(first, s) || !first.needed {
		return nil
	}
	second := &evaluation{program: p, hoist: true}
	p.evaluate(second, s)
	return second.before
}

// evaluate visits the expressions of a statement that are evaluated once, before
// anything else happens; it reports false if there are none.
func (p *program) evaluate(v *evaluation, s ast.Stmt) bool {
	switch s := s.(type) {
	case *ast.ExprStmt:
		v.kept = s.X
		v.expr(&s.X)
	case *ast.IncDecStmt:
		v.target(s.X, true)
	case *ast.SendStmt:
		v.expr(&s.Chan)
		v.expr(&s.Value)
	case *ast.ReturnStmt:
		v.values(s.Results, 0)
	case *ast.AssignStmt:
		if s.Tok != token.DEFINE {
			for _, target := range s.Lhs {
				v.target(target, s.Tok != token.ASSIGN)
			}
		}
		if s.Tok == token.ASSIGN && len(s.Lhs) == len(s.Rhs) && len(s.Lhs) > 1 {
			for i := range s.Rhs {
				v.converted(&s.Rhs[i], p.typeOf(s.Lhs[i]))
			}
			return true
		}
		v.values(s.Rhs, len(s.Lhs))
	case *ast.DeclStmt:
		g := s.Decl.(*ast.GenDecl)
		if g.Tok != token.VAR || len(g.Specs) != 1 {
			return false
		}
		spec := g.Specs[0].(*ast.ValueSpec)
		v.values(spec.Values, len(spec.Names))
	case *ast.IfStmt:
		return s.Init == nil && p.evaluateOnly(v, &s.Cond)
	case *ast.SwitchStmt:
		return s.Init == nil && s.Tag != nil && p.evaluateOnly(v, &s.Tag)
	case *ast.RangeStmt:
		return p.evaluateOnly(v, &s.X)
	default:
		return false
	}
	return true
}

func (p *program) evaluateOnly(v *evaluation, slot *ast.Expr) bool {
	v.expr(slot)
	return true
}

// values visits the values of an assignment to so many targets, or of a return. A
// single one stays where it is.
func (v *evaluation) values(list []ast.Expr, targets int) {
	if len(list) == 1 {
		v.kept = list[0]
		if targets > 1 { // v, ok := m[k], <-c or x.(T), or the results of a call
			v.pending, v.faults = 0, 0
		}
	}
	v.exprs(list)
}

// readInOrder reads the keys and values of a map literal when their turn comes,
// before calls in later entries.
//
//	map[string]int{"a": c.n, "b": c.inc()}  =>  map[string]int{"a": read_gex1(c.n), "b": c.inc()}
func (p *program) readInOrder(literal *ast.CompositeLit) {
	if !isMap(p.typeOf(literal)) {
		return
	}
	v := &evaluation{program: p}
	for i, e := range literal.Elts {
		if slices.ContainsFunc(literal.Elts[i+1:], v.hasEffect) {
			kv := e.(*ast.KeyValueExpr)
			kv.Key, kv.Value = p.readNow(kv.Key), p.readNow(kv.Value)
		}
	}
}

// readNow is an expression that is read when its turn comes.
func (p *program) readNow(e ast.Expr) ast.Expr {
	if !p.readsLate(e) {
		return e
	}
	if literal, ok := e.(*ast.CompositeLit); ok && literal.Type == nil {
		if isPointer(p.typeOf(e)) {
			return e
		}
		literal.Type = p.typeExpr(p.typeOf(e))
	}
	t := p.typeText(p.typeOf(e))
	read := p.helper("read", "x "+t, t, "return x")
	return p.keep(&ast.CallExpr{Fun: ast.NewIdent(read), Args: []ast.Expr{e}}, e)
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
		return p.isField(e)
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
	p.inspectAll(func(n ast.Node) bool {
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

// callsFirst is an expression as a function that evaluates it in the order of the
// compiler, if the interpreter would not. It is for places before which no
// statement can stand.
func (p *program) callsFirst(e ast.Expr) ast.Expr {
	t := p.typeOf(e)
	first := &evaluation{program: p, kept: e}
	slot := e
	first.expr(&slot)
	if t == nil || !first.needed {
		return e
	}
	second := &evaluation{program: p, kept: e, hoist: true}
	second.expr(&slot)
	var results []*types.Var
	if tuple, ok := t.(*types.Tuple); ok {
		for v := range tuple.Variables() {
			results = append(results, v)
		}
	} else {
		results = append(results, types.NewParam(token.NoPos, nil, "", types.Default(t)))
	}
	last := ast.Stmt(&ast.ReturnStmt{Results: []ast.Expr{slot}})
	if len(results) == 0 {
		last = &ast.ExprStmt{X: slot}
	}
	tuple := types.NewTuple(results...)
	literal := &ast.FuncLit{
		Type: &ast.FuncType{Params: &ast.FieldList{}, Results: p.resultList(tuple)},
		Body: block(append(second.before, last)...),
	}
	p.info.Types[literal] = types.TypeAndValue{Type: types.NewSignatureType(nil, nil, nil, nil, tuple, false)}
	return p.keep(&ast.CallExpr{Fun: literal}, e)
}
