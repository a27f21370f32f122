package gosrc

import (
	"go/ast"
	"go/token"
	"go/types"
)

// lowerRange writes a range over an integer as a loop that counts, and one
// over a list or map of channels, which the interpreter takes for a channel, as
// one over its indices or keys. A range that assigns declares variables of its
// own. One over an array that is a part of something, or that a
// pointer leads to, goes over a copy or a slice, or counts.
// The places of characters in a string are counted by compiled code: the
// interpreter miscounts where it is no UTF-8.
//
//	for i := range n { }        =>  for i, n_gex1 := 0, n; i < n_gex1; i++ { }
//	for x = range list          =>  for x_gex2 := range list { x = x_gex2 }
//	for i, r := range text { }  =>  text_gex3 := text
//	                                offsets_gex4 := gex_.Offsets(text_gex3)
//	                                for i, r := range []rune(text_gex3) { i := offsets_gex4[i] }
func lowerRange(p *program) {
	labeled := p.labeledLoops()
	rewriteStatements(p.file, func(s ast.Stmt) []ast.Stmt {
		r, ok := s.(*ast.RangeStmt)
		switch {
		case !ok:
			return nil
		case p.isString(r.X) && r.Key != nil && !isBlank(r.Key) && !labeled[r]:
			if r.Tok == token.ASSIGN {
				p.declareRanged(r)
			}
			return p.stringLoop(r)
		case isMapOfChannels(p.typeOf(r.X)) && (isPath(r.X) || labeled[r]):
			return []ast.Stmt{p.keyLoop(r, r.X)}
		case isMapOfChannels(p.typeOf(r.X)):
			held := p.fresh("map")
			return []ast.Stmt{block(define(held, r.X), p.keyLoop(r, ast.NewIdent(held.Name)))}
		case p.isOddArray(r):
			return p.arrayLoop(r)
		case isInteger(p.typeOf(r.X)):
			return []ast.Stmt{p.countingLoop(r)}
		case isListOfChannels(p.typeOf(r.X)):
			return []ast.Stmt{p.indexLoop(r)}
		}
		switch coreType(p.typeOf(r.X)).(type) {
		case *types.Chan, *types.Signature:
		default:
			if r.Tok == token.ASSIGN {
				p.declareRanged(r)
			}
		}
		return nil
	})
}

// isOddArray reports a range over an array that is a part of something or that a
// pointer leads to: the interpreter would put a copy of it where something else is.
func (p *program) isOddArray(r *ast.RangeStmt) bool {
	if _, ok := arrayLength(p.typeOf(r.X)); !ok || isListOfChannels(p.typeOf(r.X)) {
		return false
	}
	_, pointer := coreType(p.typeOf(r.X)).(*types.Pointer)
	_, name := ast.Unparen(r.X).(*ast.Ident)
	return pointer || !name
}

// arrayLoop is a range over such an array: it counts, or goes over a copy, or over
// a slice of what the pointer leads to.
func (p *program) arrayLoop(r *ast.RangeStmt) []ast.Stmt {
	if r.Value != nil && isBlank(r.Value) {
		r.Value = nil
	}
	if n, _ := arrayLength(p.typeOf(r.X)); r.Value == nil && p.isRepeatable(r.X) {
		r.X = number(n)
		p.info.Types[r.X] = types.TypeAndValue{Type: types.Typ[types.Int]}
		return []ast.Stmt{p.countingLoop(r)}
	}
	t := p.typeOf(r.X)
	result, body := t, "return x"
	if pointer, ok := coreType(t).(*types.Pointer); ok {
		result, body = types.NewSlice(pointer.Elem().Underlying().(*types.Array).Elem()), "return x[:]"
	}
	whole := p.helper("array", "x "+p.typeText(t), p.typeText(result), body)
	call := &ast.CallExpr{Fun: ast.NewIdent(whole), Args: []ast.Expr{r.X}}
	p.info.Types[call] = types.TypeAndValue{Type: result}
	r.X = call
	switch {
	case isListOfChannels(result):
		return []ast.Stmt{p.indexLoop(r)}
	case r.Tok == token.ASSIGN:
		p.declareRanged(r)
	}
	return nil
}

func isListOfChannels(t types.Type) bool {
	var element types.Type
	switch t := coreType(t).(type) {
	case *types.Slice:
		element = t.Elem()
	case *types.Array:
		element = t.Elem()
	default:
		return false
	}
	_, ok := coreType(element).(*types.Chan)
	return ok
}

func isMapOfChannels(t types.Type) bool {
	m, ok := coreType(t).(*types.Map)
	if !ok {
		return false
	}
	_, ok = coreType(m.Elem()).(*types.Chan)
	return ok
}

// labeledLoops are the loops that have labels, which have to stay before them.
func (p *program) labeledLoops() map[ast.Stmt]bool {
	labeled := map[ast.Stmt]bool{}
	ast.Inspect(p.file, func(n ast.Node) bool {
		if l, ok := n.(*ast.LabeledStmt); ok {
			labeled[l.Stmt] = true
		}
		return true
	})
	return labeled
}

// stringLoop is a range over the characters of a string with their places.
func (p *program) stringLoop(r *ast.RangeStmt) []ast.Stmt {
	whole, places, place := p.fresh("text"), p.fresh("offsets"), p.fresh("place")
	key := r.Key.(*ast.Ident)
	prepend(r.Body, define(key, &ast.IndexExpr{X: ast.NewIdent(places.Name), Index: ast.NewIdent(place.Name)}), use(key))
	statements := []ast.Stmt{
		define(whole, &ast.CallExpr{Fun: ast.NewIdent("string"), Args: []ast.Expr{r.X}}),
		define(places, support("Offsets", ast.NewIdent(whole.Name))),
		r,
	}
	r.Key, r.X = place, &ast.CallExpr{Fun: &ast.ArrayType{Elt: ast.NewIdent("rune")}, Args: []ast.Expr{ast.NewIdent(whole.Name)}}
	return []ast.Stmt{block(statements...)}
}

// keyLoop is a range over a map as one over its keys, where over is the map.
// Those that are gone by then are left out.
func (p *program) keyLoop(r *ast.RangeStmt, over ast.Expr) ast.Stmt {
	m := coreType(p.typeOf(r.X)).(*types.Map)
	whole := p.fresh("map")
	list := p.helper("keys", "m "+p.typeText(p.typeOf(r.X)), "[]"+p.typeText(m.Key()), "return gex_.Keys(m).([]"+p.typeText(m.Key())+")")
	entry := p.helper("entry", "m "+p.typeText(p.typeOf(r.X))+", k "+p.typeText(m.Key()), "("+p.typeText(m.Elem())+", bool)",
		"v, ok := m[k]\nreturn v, ok")
	key, value, there := p.fresh("key"), p.fresh("value"), p.fresh("there")
	start := []ast.Stmt{
		&ast.AssignStmt{Lhs: []ast.Expr{value, there}, Tok: token.DEFINE, Rhs: []ast.Expr{
			&ast.CallExpr{Fun: ast.NewIdent(entry), Args: []ast.Expr{ast.NewIdent(whole.Name), ast.NewIdent(key.Name)}}}},
		use(value),
		&ast.IfStmt{Cond: &ast.UnaryExpr{Op: token.NOT, X: ast.NewIdent(there.Name)}, Body: block(&ast.BranchStmt{Tok: token.CONTINUE})},
	}
	start = append(start, p.takeRanged(r, r.Key, ast.NewIdent(key.Name))...)
	start = append(start, p.takeRanged(r, r.Value, ast.NewIdent(value.Name))...)
	prepend(r.Body, start...)
	index, names := p.fresh("index"), p.fresh("keys")
	prepend(r.Body, define(key, &ast.IndexExpr{X: ast.NewIdent(names.Name), Index: ast.NewIdent(index.Name)}))
	return &ast.ForStmt{
		Init: &ast.AssignStmt{Lhs: []ast.Expr{whole, names, index}, Tok: token.DEFINE, Rhs: []ast.Expr{over, &ast.CallExpr{Fun: ast.NewIdent(list), Args: []ast.Expr{over}}, number(0)}},
		Cond: &ast.BinaryExpr{X: ast.NewIdent(index.Name), Op: token.LSS, Y: &ast.CallExpr{Fun: ast.NewIdent("len"), Args: []ast.Expr{ast.NewIdent(names.Name)}}},
		Post: &ast.IncDecStmt{X: ast.NewIdent(index.Name), Tok: token.INC},
		Body: r.Body,
	}
}

// takeRanged gives a variable of a range its value.
func (p *program) takeRanged(r *ast.RangeStmt, target, from ast.Expr) []ast.Stmt {
	id, isName := target.(*ast.Ident)
	switch {
	case target == nil || isName && id.Name == "_":
		return nil
	case r.Tok == token.DEFINE:
		return []ast.Stmt{define(id, from), use(id)}
	}
	return []ast.Stmt{assign(target, from)}
}

// indexLoop is a range over a list as a loop over its indices.
func (p *program) indexLoop(r *ast.RangeStmt) ast.Stmt {
	list, index := p.fresh("list"), p.fresh("index")
	start := p.takeRanged(r, r.Key, ast.NewIdent(index.Name))
	start = append(start, p.takeRanged(r, r.Value, &ast.IndexExpr{X: ast.NewIdent(list.Name), Index: ast.NewIdent(index.Name)})...)
	prepend(r.Body, start...)
	return &ast.ForStmt{
		Init: &ast.AssignStmt{Lhs: []ast.Expr{list, index}, Tok: token.DEFINE, Rhs: []ast.Expr{r.X, number(0)}},
		Cond: &ast.BinaryExpr{X: ast.NewIdent(index.Name), Op: token.LSS, Y: &ast.CallExpr{Fun: ast.NewIdent("len"), Args: []ast.Expr{ast.NewIdent(list.Name)}}},
		Post: &ast.IncDecStmt{X: ast.NewIdent(index.Name), Tok: token.INC},
		Body: r.Body,
	}
}

// declareRanged lets a range that assigns declare variables, and assigns these.
func (p *program) declareRanged(r *ast.RangeStmt) {
	var start []ast.Stmt
	own := func(target ast.Expr) ast.Expr {
		if id, isName := target.(*ast.Ident); target == nil || isName && id.Name == "_" {
			return target
		}
		v := p.fresh("ranged")
		start = append(start, assign(target, ast.NewIdent(v.Name)))
		return v
	}
	r.Key, r.Value = own(r.Key), own(r.Value)
	if len(start) > 0 {
		r.Tok = token.DEFINE
		prepend(r.Body, start...)
	}
}

func isInteger(t types.Type) bool {
	if t == nil {
		return false
	}
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsInteger != 0
}

// countingLoop counts in a variable of its own: in Go, what the body does to
// the loop variable of a range does not change how often it runs.
func (p *program) countingLoop(r *ast.RangeStmt) ast.Stmt {
	t := p.typeOf(r.X)
	if id, ok := r.Key.(*ast.Ident); ok && p.typeOf(id) != nil {
		t = p.typeOf(id)
	}
	counter, limit := p.fresh("count"), p.fresh("limit")
	typed := func(e ast.Expr) ast.Expr {
		return &ast.CallExpr{Fun: p.typeExpr(t), Args: []ast.Expr{e}}
	}
	body := r.Body
	switch key, isName := r.Key.(*ast.Ident); {
	case r.Key == nil || isName && key.Name == "_":
	case r.Tok == token.DEFINE:
		prepend(body, define(key, ast.NewIdent(counter.Name)), use(key))
	default:
		prepend(body, assign(r.Key, ast.NewIdent(counter.Name)))
	}
	return &ast.ForStmt{
		Init: &ast.AssignStmt{Lhs: []ast.Expr{counter, limit}, Tok: token.DEFINE, Rhs: []ast.Expr{typed(number(0)), typed(r.X)}},
		Cond: &ast.BinaryExpr{X: ast.NewIdent(counter.Name), Op: token.LSS, Y: ast.NewIdent(limit.Name)},
		Post: &ast.IncDecStmt{X: ast.NewIdent(counter.Name), Tok: token.INC},
		Body: body,
	}
}
