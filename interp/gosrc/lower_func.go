package gosrc

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
)

// lowerFunctions makes any of function types that lead back to themselves, as
// by a struct that holds functions of pointers to it: there is no such type at
// run time. Functions are taken out again where they are called.
//
//	type state func(*lexer) state     var s any = gex_.Func(start)
//	var s state = start            =>
//	s = s(l)                          s = call_gex1(s)(l)
func lowerFunctions(p *program) {
	if !slices.ContainsFunc(p.file.Decls, p.declaresFunctionType) {
		return
	}
	walk(p.file, nil, func(c *cursor) {
		e, ok := c.Node.(ast.Expr)
		if !ok || c.IsName() {
			return
		}
		called := false
		switch parent := c.Parent.(type) {
		case *ast.FuncLit, *ast.FuncDecl:
			if c.Role == atType {
				return
			}
		case *ast.CallExpr:
			called = parent.Fun == e
		}
		p.lowerFunction(c, e, called)
	})
}

// declaresFunctionType reports whether the types that are declared have functions in
// them, without which none leads back to itself.
func (p *program) declaresFunctionType(d ast.Decl) bool {
	g, ok := d.(*ast.GenDecl)
	return ok && g.Tok == token.TYPE && p.mayHave(g, withSignatures)
}

func (p *program) lowerFunction(c *cursor, e ast.Expr, called bool) {
	tv, known := p.info.Types[e]
	t := tv.Type
	if !known {
		t = p.typeOf(e)
	}
	if call, ok := e.(*ast.CallExpr); ok && p.info.Types[call.Fun].IsType() && p.loops(t) && len(call.Args) == 1 {
		c.Replace(p.keep(&ast.CallExpr{Fun: emptyInterface(), Args: call.Args}, e))
		return
	}
	switch {
	case t == nil || !p.loops(t):
	case known && tv.IsType() || p.namesType(e):
		c.Replace(emptyInterface())
	case known && tv.IsNil():
	case called && !p.isRaw(e):
		result := p.signature(t.Underlying().(*types.Signature))
		name := p.helper("call", "x any", result, "gex_.NotNil(x)\nreturn x.("+result+")")
		c.Replace(p.keep(&ast.CallExpr{Fun: ast.NewIdent(name), Args: []ast.Expr{e}}, e))
	case !called && p.isRaw(e):
		c.Replace(p.keep(support("Func", e), e))
	}
}

func (p *program) namesType(e ast.Expr) bool {
	id, ok := e.(*ast.Ident)
	if !ok {
		return false
	}
	_, isType := p.info.Uses[id].(*types.TypeName)
	return isType
}

// isRaw reports whether an expression of a function type that is any
// elsewhere is a function itself: a literal, a declared one or a method.
func (p *program) isRaw(e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.ParenExpr:
		return p.isRaw(e.X)
	case *ast.FuncLit:
		return true
	case *ast.Ident:
		o := p.info.Uses[e]
		_, declared := o.(*types.Func)
		return declared || o == nil && p.info.Defs[e] == nil
	}
	return p.raw[e]
}

// loops reports whether a function type leads back to itself.
func (p *program) loops(t types.Type) bool {
	if t == nil {
		return false
	}
	s, ok := t.Underlying().(*types.Signature)
	if !ok || s.TypeParams().Len() > 0 {
		return false
	}
	if looping, ok := p.looping.At(s).(bool); ok {
		return looping
	}
	seen := map[types.Type]bool{}
	looping := leadsTo(s.Params(), s, seen) || leadsTo(s.Results(), s, seen)
	p.looping.Set(s, looping)
	return looping
}

// leadsTo reports whether a type contains a function type, through fields,
// elements and signatures. Interfaces hold what they hold at run time.
func leadsTo(t types.Type, to *types.Signature, seen map[types.Type]bool) bool {
	if t == nil || seen[t] {
		return false
	}
	seen[t] = true
	switch t := types.Unalias(t).(type) {
	case *types.Named:
		return leadsTo(t.Underlying(), to, seen)
	case *types.Signature:
		if types.Identical(t, to) {
			return true
		}
	}
	return slices.ContainsFunc(madeOf(t), func(part types.Type) bool { return leadsTo(part, to, seen) })
}

// atRunTime is a type with any in the place of function types that lead back
// to themselves, and of erased interfaces.
func (p *program) atRunTime(t types.Type) types.Type {
	return substitute(t, func(t types.Type) types.Type {
		switch t.(type) {
		case *types.Named, *types.Signature, *types.Interface:
			if p.loops(t) || p.erased(t) {
				return types.Universe.Lookup("any").Type()
			}
			if isSequence(t) {
				return p.atRunTime(t.Underlying())
			}
		}
		return nil
	})
}
