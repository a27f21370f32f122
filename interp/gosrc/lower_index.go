package gosrc

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
)

// lowerIndex checks indices in compiled code, which fails with Go's words and
// the line; the interpreter knows neither. What is indexed is evaluated again for
// its length where nobody can tell, and else handed to a function.
//
//	a[i]         =>  a[gex_.Index(i, len(a), 12)]
//	grid[y][x]   =>  grid[gex_.Index(y, len(grid), 12)][gex_.Index(x, len(grid[y]), 12)]
//	f()[i] = 1   =>  *element_gex1(f(), i, 12) = 1
func lowerIndex(p *program) {
	ranged := p.rangedIndices()
	rewriteExprs(p.file, func(e ast.Expr) ast.Expr {
		switch e := e.(type) {
		case *ast.SliceExpr:
			if !p.checkBounds(e) {
				return p.slicer(e)
			}
		case *ast.IndexExpr:
			if p.isIndexed(e) && !p.hasKnownLength(e.X) && p.typeOf(e) != nil {
				return p.indexer(e)
			}
		}
		return e
	})
	lengths := map[*ast.IndexExpr]ast.Expr{}
	ast.Inspect(p.file, func(n ast.Node) bool {
		index, ok := n.(*ast.IndexExpr)
		if ok && !ranged[index] && p.isIndexed(index) && p.hasKnownLength(index.X) {
			lengths[index] = p.lengthOf(index.X)
		}
		return true
	})
	for index, length := range lengths {
		i := intOf(p, index.Index)
		index.Index = p.keep(support("Index", i, length, p.line(index)), index.Index)
	}
}

// isIndexed reports whether an expression is an element by a number, of which
// the index is checked.
func (p *program) isIndexed(e *ast.IndexExpr) bool {
	return p.hasLength(e.X) && isInteger(p.typeOf(e.Index))
}

// lengthOf is the length of what is indexed.
func (p *program) lengthOf(x ast.Expr) ast.Expr {
	if n, ok := arrayLength(p.typeOf(x)); ok {
		return number(n)
	}
	return &ast.CallExpr{Fun: ast.NewIdent("len"), Args: []ast.Expr{p.repeat(x)}}
}

// arrayLength is the length of an array or of that which a pointer leads to.
func arrayLength(t types.Type) (int, bool) {
	core := coreType(t)
	if pointer, ok := core.(*types.Pointer); ok {
		core = pointer.Elem().Underlying()
	}
	array, ok := core.(*types.Array)
	if !ok {
		return 0, false
	}
	return int(array.Len()), true
}

// hasKnownLength reports whether the length of what is indexed can be written: it
// is an array, or may be evaluated again.
func (p *program) hasKnownLength(x ast.Expr) bool {
	_, array := arrayLength(p.typeOf(x))
	return array || p.isRepeatable(x)
}

// indexer makes an index expression a call of a function that checks the index.
func (p *program) indexer(e *ast.IndexExpr) ast.Expr {
	params := "x " + p.typeText(p.typeOf(e.X)) + ", i, line int"
	args := []ast.Expr{e.X, intOf(p, e.Index), p.line(e)}
	result, element := p.typeText(p.typeOf(e)), "x[gex_.Index(i, len(x), line)]"
	if _, slice := coreType(p.typeOf(e.X)).(*types.Slice); slice {
		helper := p.helper("element", params, "*"+result, "return &"+element)
		call := &ast.CallExpr{Fun: ast.NewIdent(helper), Args: args}
		return p.keep(&ast.ParenExpr{X: p.keep(&ast.StarExpr{X: call}, e)}, e)
	}
	helper := p.helper("element", params, result, "return "+element)
	return p.keep(&ast.CallExpr{Fun: ast.NewIdent(helper), Args: args}, e)
}

// checkBounds checks the bounds of a slice expression in the same way. It
// reports false for one that is too involved.
//
//	a[i:j]  =>  a[gex_.Low(i, j, 12):gex_.High(j, cap(a), "capacity", 12)]
func (p *program) checkBounds(s *ast.SliceExpr) bool {
	if s.Low == nil && s.High == nil {
		return true
	}
	_, array := coreType(p.typeOf(s.X)).(*types.Array)
	if !isPath(s.X) || array || !p.hasLength(s.X) || s.Slice3 || s.Low != nil && s.High != nil && !isPath(s.High) && !isLiteral(s.High) {
		return false
	}
	line := p.position(s).Line
	limit, name := "cap", "capacity"
	if b, ok := coreType(p.typeOf(s.X)).(*types.Basic); ok && b.Info()&types.IsString != 0 {
		limit, name = "len", "length"
	}
	var high ast.Expr = &ast.CallExpr{Fun: ast.NewIdent("len"), Args: []ast.Expr{p.repeat(s.X)}}
	if s.High != nil {
		high = nil
		if isPath(s.High) {
			high = intOf(p, p.repeat(s.High))
		} else if literal, ok := s.High.(*ast.BasicLit); ok {
			high = literal
		}
		s.High = support("High", intOf(p, s.High), &ast.CallExpr{Fun: ast.NewIdent(limit), Args: []ast.Expr{p.repeat(s.X)}}, text(name), number(line))
	}
	if s.Low != nil && high != nil {
		s.Low = support("Low", intOf(p, s.Low), high, number(line))
	}
	return true
}

func isLiteral(e ast.Expr) bool {
	_, ok := e.(*ast.BasicLit)
	return ok
}

// slicer makes a slice expression a call of a function that checks the bounds
// and takes an array by its address.
//
//	f(x)[i:j]  =>  slice_gex1(f(x), i, j, 12)
func (p *program) slicer(s *ast.SliceExpr) ast.Expr {
	t, x := p.typeOf(s.X), s.X
	limit, name, length := "cap(x)", "capacity", "len(x)"
	switch u := coreType(t).(type) {
	case *types.Array:
		t, x = types.NewPointer(t), &ast.UnaryExpr{Op: token.AND, X: x}
		limit, name, length = fmt.Sprint(u.Len()), "length", fmt.Sprint(u.Len())
	case *types.Pointer:
		n := fmt.Sprint(u.Elem().Underlying().(*types.Array).Len())
		limit, name, length = n, "length", n
	case *types.Basic:
		limit, name = "len(x)", "length"
	case *types.Slice:
	default:
		return s
	}
	args := []ast.Expr{x}
	params := "x " + p.typeText(t)
	low, high := "0", length
	for _, bound := range []struct {
		e    ast.Expr
		name string
		used *string
	}{{s.Low, "low", &low}, {s.High, "high", &high}, {s.Max, "max", new(string)}} {
		if bound.e != nil {
			*bound.used = bound.name
			params += ", " + bound.name + " int"
			args = append(args, intOf(p, bound.e))
		}
	}
	args = append(args, p.line(s))
	body := fmt.Sprintf("gex_.Bounds(%s, %s, %s, %q, line)\nreturn x[%s:%s]", low, high, limit, name, low, high)
	if s.Slice3 {
		body = fmt.Sprintf("gex_.FullBounds(%s, %s, max, %s, %q, line)\nreturn x[%s:%s:max]", low, high, limit, name, low, high)
	}
	helper := p.helper("slice", params+", line int", p.typeText(p.typeOf(s)), body)
	return p.keep(&ast.CallExpr{Fun: ast.NewIdent(helper), Args: args}, s)
}

// hasLength reports whether an expression has a type whose indices are checked.
func (p *program) hasLength(e ast.Expr) bool {
	switch t := coreType(p.typeOf(e)).(type) {
	case *types.Slice, *types.Array:
		return true
	case *types.Pointer:
		_, array := t.Elem().Underlying().(*types.Array)
		return array
	case *types.Basic:
		return t.Info()&types.IsString != 0
	}
	return false
}

// rangedIndices finds the indices a[i] in loops over a with i as key, which
// need no check.
func (p *program) rangedIndices() map[*ast.IndexExpr]bool {
	found := map[*ast.IndexExpr]bool{}
	ast.Inspect(p.file, func(n ast.Node) bool {
		loop, ok := n.(*ast.RangeStmt)
		if !ok {
			return true
		}
		key, ok := loop.Key.(*ast.Ident)
		over, isIdent := loop.X.(*ast.Ident)
		if !ok || !isIdent || p.assigned(loop.Body, p.info.Uses[over], p.info.Defs[key]) {
			return true
		}
		ast.Inspect(loop.Body, func(n ast.Node) bool {
			if index, ok := n.(*ast.IndexExpr); ok && p.refers(index.X, p.info.Uses[over]) && p.refers(index.Index, p.info.Defs[key]) {
				found[index] = true
			}
			return true
		})
		return true
	})
	return found
}

func (p *program) refers(e ast.Expr, o types.Object) bool {
	id, ok := e.(*ast.Ident)
	return ok && o != nil && p.info.Uses[id] == o
}

// assigned reports whether statements under n assign to one of the variables.
func (p *program) assigned(n ast.Node, objects ...types.Object) bool {
	found := false
	ast.Inspect(n, func(n ast.Node) bool {
		var targets []ast.Expr
		switch n := n.(type) {
		case *ast.AssignStmt:
			targets = n.Lhs
		case *ast.IncDecStmt:
			targets = []ast.Expr{n.X}
		case *ast.UnaryExpr:
			targets = []ast.Expr{n.X}
		}
		for _, e := range targets {
			for _, o := range objects {
				found = found || p.refers(e, o)
			}
		}
		return !found
	})
	return found
}
