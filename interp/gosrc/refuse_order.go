package gosrc

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
)

// isReadBeside reports lists of values, as arguments, elements or results, in which
// a variable is made an interface value and a later value calls a function literal
// that changes it. The compiler reads a bool, a byte, a pointer, a struct or such
// before the call where it writes the literal into its caller, and after it where
// it does not, by rules that are its own. Strings, slices and other numbers it reads
// after it.
func isReadBeside(p *program, n ast.Node) bool {
	switch n := n.(type) {
	case *ast.CallExpr:
		sig, ok := coreType(p.typeOf(n.Fun)).(*types.Signature)
		return ok && !p.info.Types[n.Fun].IsType() && p.readBeside(n.Args, func(i int) types.Type { return paramAt(sig, i, n.Ellipsis.IsValid()) })
	case *ast.CompositeLit:
		return p.readBesideElement(n)
	case *ast.AssignStmt:
		return len(n.Lhs) == len(n.Rhs) && p.readBeside(n.Rhs, func(i int) types.Type { return p.typeOf(n.Lhs[i]) })
	case *ast.FuncDecl:
		if n.Body == nil {
			return false
		}
		return p.returnsBeside(n.Body, p.info.Defs[n.Name].Type().(*types.Signature))
	case *ast.FuncLit:
		return p.returnsBeside(n.Body, p.typeOf(n).(*types.Signature))
	}
	return false
}

// paramAt is the type of what an argument is given for.
func paramAt(sig *types.Signature, i int, list bool) types.Type {
	last := sig.Params().Len() - 1
	if sig.Variadic() && i >= last && !list {
		return sig.Params().At(last).Type().(*types.Slice).Elem()
	}
	if i > last {
		return nil
	}
	return sig.Params().At(i).Type()
}

func (p *program) readBesideElement(n *ast.CompositeLit) bool {
	values := make([]ast.Expr, len(n.Elts))
	for i, e := range n.Elts {
		values[i] = e
		if kv, ok := e.(*ast.KeyValueExpr); ok {
			values[i] = kv.Value
		}
	}
	switch t := coreType(p.typeOf(n)).(type) {
	case *types.Struct:
		return p.readBeside(values, func(i int) types.Type {
			if kv, ok := n.Elts[i].(*ast.KeyValueExpr); ok {
				if field, ok := p.info.Uses[kv.Key.(*ast.Ident)].(*types.Var); ok {
					return field.Type()
				}
			}
			return t.Field(i).Type()
		})
	case interface{ Elem() types.Type }:
		return p.readBeside(values, func(int) types.Type { return t.Elem() })
	}
	return false
}

func (p *program) returnsBeside(body *ast.BlockStmt, sig *types.Signature) bool {
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.ReturnStmt:
			found = found || len(n.Results) == sig.Results().Len() &&
				p.readBeside(n.Results, func(i int) types.Type { return sig.Results().At(i).Type() })
		}
		return !found
	})
	return found
}

// readBeside reports whether one of several values is such a variable and a later
// one changes it.
func (p *program) readBeside(values []ast.Expr, to func(int) types.Type) bool {
	for i, value := range values {
		v := p.madeInterface(value, to(i))
		if v != nil && slices.ContainsFunc(values[i+1:], func(later ast.Expr) bool { return p.changes(later, v) }) && isReadByRule(v.Type()) {
			return true
		}
	}
	return false
}

// madeInterface is the local variable that a value is, if it becomes an interface
// value there.
func (p *program) madeInterface(value ast.Expr, to types.Type) *types.Var {
	id, ok := ast.Unparen(value).(*ast.Ident)
	if !ok || to == nil || !isInterface(to) {
		return nil
	}
	v, ok := p.info.Uses[id].(*types.Var)
	if !ok || v.Parent() == p.pkg.Scope() || isInterface(v.Type()) {
		return nil
	}
	return v
}

// isReadByRule reports whether nobody but the compiler knows when it reads a variable
// of a type.
func isReadByRule(t types.Type) bool {
	if _, generic := types.Unalias(t).(*types.TypeParam); generic {
		return true
	}
	return isPointerShaped(t) || byAddress(t)
}

// isPointerShaped reports whether a value is a pointer in memory.
func isPointerShaped(t types.Type) bool {
	switch t.Underlying().(type) {
	case *types.Pointer, *types.Map, *types.Chan, *types.Signature:
		return true
	}
	return false
}

// changes reports whether an expression calls a function literal, or a variable that
// holds one, which assigns to v as a whole.
func (p *program) changes(e ast.Expr, v *types.Var) bool {
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.CallExpr:
			if literal := p.literalCalled(n); literal != nil && p.assigns(literal.Body, v) {
				found = true
			}
		}
		return !found
	})
	return found
}

// literalCalled is the function literal that a call is of, nil if that is not known.
func (p *program) literalCalled(call *ast.CallExpr) *ast.FuncLit {
	switch f := ast.Unparen(call.Fun).(type) {
	case *ast.FuncLit:
		return f
	case *ast.Ident:
		v, _ := p.info.Uses[f].(*types.Var)
		var found *ast.FuncLit
		ast.Inspect(p.file, func(n ast.Node) bool {
			s, ok := n.(*ast.AssignStmt)
			if ok && v != nil && s.Tok == token.DEFINE && len(s.Lhs) == len(s.Rhs) {
				for i, name := range s.Lhs {
					if id, ok := name.(*ast.Ident); ok && p.info.Defs[id] == v {
						found, _ = s.Rhs[i].(*ast.FuncLit)
					}
				}
			}
			return found == nil
		})
		return found
	}
	return nil
}

func (p *program) assigns(body *ast.BlockStmt, v *types.Var) bool {
	found := false
	is := func(e ast.Expr) {
		id, ok := ast.Unparen(e).(*ast.Ident)
		found = found || ok && p.info.Uses[id] == v
	}
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			for _, target := range n.Lhs {
				is(target)
			}
		case *ast.IncDecStmt:
			is(n.X)
		}
		return !found
	})
	return found
}
