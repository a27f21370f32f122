package gosrc

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
)

// lowerTuples takes the results of a call with several into variables where
// they are passed on, so that each can be made what the place needs. A method
// has its receiver before them by now.
//
//	f(g())           =>  func() int { a_gex1, b_gex2 := g(); return f(a_gex1, b_gex2) }()
//	return g()       =>  a_gex3, b_gex4 := g()
//	                     return a_gex3, b_gex4
//	x, y = g()       =>  a_gex5, b_gex6 := g()
//	                     x, y = a_gex5, b_gex6
func lowerTuples(p *program) {
	var signatures []*types.Signature
	pre := func(c *cursor) bool {
		if s := p.signatureAt(c.Node); s != nil {
			signatures = append(signatures, s)
		}
		return true
	}
	walk(p.file, pre, func(c *cursor) {
		switch n := c.Node.(type) {
		case *ast.CallExpr:
			p.tupleArgument(c, n)
		case *ast.ReturnStmt:
			p.tupleReturn(c, n, signatures)
		case *ast.AssignStmt:
			p.tupleAssign(c, n)
		case *ast.DeclStmt:
			p.tupleVar(c, n)
		}
		if p.signatureAt(c.Node) != nil {
			signatures = signatures[:len(signatures)-1]
		}
	})
}

// signatureAt is the signature of a function declaration or literal.
func (p *program) signatureAt(n ast.Node) *types.Signature {
	switch n := n.(type) {
	case *ast.FuncDecl:
		if o := p.info.Defs[n.Name]; o != nil {
			return o.Type().(*types.Signature)
		}
	case *ast.FuncLit:
		s, _ := p.typeOf(n).(*types.Signature)
		return s
	}
	return nil
}

// taken defines variables for the results of an expression with several.
func (p *program) taken(e ast.Expr, tuple *types.Tuple) (ast.Stmt, []ast.Expr) {
	a := &ast.AssignStmt{Tok: token.DEFINE, Rhs: []ast.Expr{e}}
	var uses []ast.Expr
	for v := range tuple.Variables() {
		name := p.fresh("part")
		a.Lhs = append(a.Lhs, name)
		use := ast.NewIdent(name.Name)
		t := v.Type()
		p.info.Types[use] = types.TypeAndValue{Type: types.Default(t)}
		uses = append(uses, use)
	}
	return a, uses
}

// tuple is the type of an expression with several results, or nil.
func (p *program) tuple(list []ast.Expr) *types.Tuple {
	if len(list) != 1 {
		return nil
	}
	t, _ := p.typeOf(list[0]).(*types.Tuple)
	if t.Len() < 2 {
		return nil
	}
	return t
}

func (p *program) tupleArgument(c *cursor, call *ast.CallExpr) {
	if len(call.Args) == 0 {
		return
	}
	before, last := call.Args[:len(call.Args)-1], call.Args[len(call.Args)-1]
	tuple := p.tuple([]ast.Expr{last})
	s, ok := coreType(p.typeOf(call.Fun)).(*types.Signature)
	if tuple == nil || !ok {
		return
	}
	take, parts := p.taken(last, tuple)
	inner := &ast.CallExpr{Fun: call.Fun, Args: append(before, parts...)}
	var body []ast.Stmt
	for _, operand := range append([]*ast.Expr{&inner.Fun}, pointers(inner.Args[:len(before)])...) {
		if p.callsLearner(*operand) {
			held := p.fresh("first")
			body = append(body, define(held, *operand))
			*operand = p.keep(ast.NewIdent(held.Name), *operand)
		}
	}
	p.keep(inner, call)
	body = append(body, take)
	if s.Results().Len() == 0 {
		body = append(body, &ast.ExprStmt{X: inner})
	} else {
		body = append(body, &ast.ReturnStmt{Results: []ast.Expr{inner}})
	}
	literal := &ast.FuncLit{
		Type: &ast.FuncType{Params: &ast.FieldList{}, Results: p.resultList(s.Results())},
		Body: block(body...),
	}
	p.info.Types[literal] = types.TypeAndValue{Type: types.NewSignatureType(nil, nil, nil, nil, s.Results(), false)}
	c.Replace(p.keep(&ast.CallExpr{Fun: literal}, call))
}

// pointers are the places of the elements of a list.
func pointers(list []ast.Expr) []*ast.Expr {
	places := make([]*ast.Expr, len(list))
	for i := range list {
		places[i] = &list[i]
	}
	return places
}

func (p *program) tupleReturn(c *cursor, r *ast.ReturnStmt, signatures []*types.Signature) {
	tuple := p.tuple(r.Results)
	if tuple == nil || !c.InList() || len(signatures) == 0 {
		return
	}
	results := signatures[len(signatures)-1].Results()
	if !differs(tuple, func(i int) types.Type { return results.At(i).Type() }) {
		return
	}
	take, parts := p.taken(r.Results[0], tuple)
	c.InsertBefore(take)
	r.Results = parts
}

// differs reports whether some part is to become a value of another type.
func differs(tuple *types.Tuple, to func(int) types.Type) bool {
	for i := range tuple.Len() {
		if t := to(i); t != nil && !types.Identical(t, tuple.At(i).Type()) {
			return true
		}
	}
	return false
}

func (p *program) tupleAssign(c *cursor, a *ast.AssignStmt) {
	tuple := p.tuple(a.Rhs)
	if tuple == nil || !c.InList() || len(a.Lhs) != tuple.Len() {
		return
	}
	if !slices.ContainsFunc(a.Lhs, p.isEntry) && !differs(tuple, func(i int) types.Type { return p.typeOf(a.Lhs[i]) }) {
		return
	}
	take, parts := p.taken(a.Rhs[0], tuple)
	c.InsertBefore(take)
	a.Rhs = parts
}

// isEntry reports whether an expression is an entry of a map, to which the
// interpreter cannot assign one of several results.
func (p *program) isEntry(e ast.Expr) bool {
	index, ok := ast.Unparen(e).(*ast.IndexExpr)
	if !ok {
		return false
	}
	_, ok = coreType(p.typeOf(index.X)).(*types.Map)
	return ok
}

func (p *program) tupleVar(c *cursor, d *ast.DeclStmt) {
	g := d.Decl.(*ast.GenDecl)
	if g.Tok != token.VAR || len(g.Specs) != 1 || !c.InList() {
		return
	}
	v := g.Specs[0].(*ast.ValueSpec)
	tuple := p.tuple(v.Values)
	if tuple == nil || v.Type == nil || !differs(tuple, func(int) types.Type { return p.typeOf(v.Type) }) {
		return
	}
	take, parts := p.taken(v.Values[0], tuple)
	c.InsertBefore(take)
	v.Values = parts
}
