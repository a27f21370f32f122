package bridge

import (
	"go/ast"
	"go/token"
)

// split makes clauses of the chain of Match that a body begins with.
func (f *elixirFunction) split(body []ast.Stmt, h head, clauses *[]string) {
	for len(body) > 0 && isVarDecl(body[0]) {
		body = body[1:]
	}
	if len(body) == 0 {
		f.clause(h, body, clauses)
		return
	}
	switch s := body[0].(type) {
	case *ast.IfStmt:
		if f.splitIf(s, body[1:], h, clauses) {
			return
		}
	case *ast.SwitchStmt:
		if s.Tag == nil && s.Init == nil && f.splitSwitch(s, body[1:], h, clauses) {
			return
		}
	}
	f.clause(h, body, clauses)
}

func isVarDecl(s ast.Stmt) bool {
	d, ok := s.(*ast.DeclStmt)
	if !ok {
		return false
	}
	g, ok := d.Decl.(*ast.GenDecl)
	if !ok || g.Tok != token.VAR {
		return false
	}
	for _, spec := range g.Specs {
		if v, ok := spec.(*ast.ValueSpec); !ok || len(v.Values) > 0 {
			return false
		}
	}
	return true
}

func (f *elixirFunction) splitIf(s *ast.IfStmt, rest []ast.Stmt, h head, clauses *[]string) bool {
	if s.Init != nil || s.Else != nil {
		return false
	}
	condition := s.Cond
	if not, ok := condition.(*ast.UnaryExpr); ok && not.Op == token.NOT {
		matched, ok := f.narrowed(not.X, h)
		if !ok || !returns(s.Body.List) && !f.refuses(s.Body.List) {
			return false
		}
		f.split(rest, matched, clauses)
		f.names = make(map[string]string)
		f.clause(h, s.Body.List, clauses)
		return true
	}
	if b, ok := condition.(*ast.BinaryExpr); ok && b.Op == token.LOR {
		return f.splitUnless(s, b, rest, h, clauses)
	}
	matched, ok := f.narrowed(condition, h)
	if !ok {
		return false
	}
	then := s.Body.List
	if !returns(then) {
		then = append(then[:len(then):len(then)], rest...)
	}
	f.clause(matched, then, clauses)
	f.names = make(map[string]string)
	f.split(rest, h, clauses)
	return true
}

// splitUnless makes two clauses of if !Match(...) || condition { return }.
func (f *elixirFunction) splitUnless(s *ast.IfStmt, either *ast.BinaryExpr, rest []ast.Stmt, h head, clauses *[]string) bool {
	not, ok := either.X.(*ast.UnaryExpr)
	if !ok || not.Op != token.NOT || !returns(s.Body.List) {
		return false
	}
	matched, ok := f.narrowed(not.X, h)
	if !ok {
		return false
	}
	inner := &ast.IfStmt{If: s.If, Cond: either.Y, Body: s.Body}
	f.clause(matched, append([]ast.Stmt{inner}, rest...), clauses)
	f.names = make(map[string]string)
	f.clause(h, s.Body.List, clauses)
	return true
}

func (f *elixirFunction) splitSwitch(s *ast.SwitchStmt, rest []ast.Stmt, h head, clauses *[]string) bool {
	for _, c := range s.Body.List {
		cc := c.(*ast.CaseClause)
		if cc.List != nil {
			if _, ok := f.headFor(cc.List[0], h); !ok || len(cc.List) > 1 {
				return false
			}
		}
	}
	var last []ast.Stmt
	for _, c := range s.Body.List {
		cc := c.(*ast.CaseClause)
		body := cc.Body
		if !returns(body) {
			body = append(body[:len(body):len(body)], rest...)
		}
		if cc.List == nil {
			last = body
			continue
		}
		f.names = make(map[string]string)
		matched, _ := f.headFor(cc.List[0], h)
		f.clause(matched, body, clauses)
	}
	f.names = make(map[string]string)
	if last == nil {
		last = rest
	}
	f.split(last, h, clauses)
	return true
}

// headFor is the head of the clause for which a condition holds, as patterns
// or, for a comparison of the parameters, as a guard.
func (f *elixirFunction) headFor(condition ast.Expr, h head) (head, bool) {
	if matched, ok := f.narrowed(condition, h); ok {
		return matched, true
	}
	if !f.isComparison(condition) {
		return h, false
	}
	guarded := head{h.patterns, append(append([]string(nil), h.guards...), f.expr(condition))}
	return guarded, true
}

// isComparison reports whether a condition is one that a guard may have.
func (f *elixirFunction) isComparison(condition ast.Expr) bool {
	simple := true
	ast.Inspect(condition, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok {
			name := f.sourceOf(call.Fun)
			simple = simple && (name == "Equal" || name == "Compare" || name == "Atom")
		}
		return true
	})
	return simple
}

// narrowed is the head of the clause for which a condition holds.
func (f *elixirFunction) narrowed(condition ast.Expr, h head) (head, bool) {
	n := head{append([]string(nil), h.patterns...), append([]string(nil), h.guards...)}
	if b, ok := condition.(*ast.BinaryExpr); ok && b.Op == token.LAND {
		first, ok := f.narrowed(b.X, n)
		if !ok {
			return h, false
		}
		if second, ok := f.narrowed(b.Y, first); ok {
			return second, true
		}
		first.guards = append(first.guards, f.expr(b.Y))
		return first, true
	}
	subject, pattern, ok := f.matched(condition)
	at := f.param(subject)
	if !ok || at < 0 || n.patterns[at] != elixirVar(f.params[at]) {
		return h, false
	}
	n.patterns[at] = pattern
	return n, true
}
