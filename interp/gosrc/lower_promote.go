package gosrc

import (
	"go/ast"
	"go/types"
)

// lowerPromotions writes out the path to fields and methods of embedded
// types, which the interpreter finds only at the first level.
//
//	d.Name()  =>  d.Named.Name()
func lowerPromotions(p *program) {
	ast.Inspect(p.file, func(n ast.Node) bool {
		sel, ok := n.(*ast.SelectorExpr)
		if !ok {
			return true
		}
		s := p.info.Selections[sel]
		if s == nil || s.Kind() == types.MethodExpr || len(s.Index()) < 2 {
			return true
		}
		t := s.Recv()
		for _, name := range embeddedPath(t, s.Index()) {
			f := structField(t, name)
			made := &ast.SelectorExpr{X: sel.X, Sel: &ast.Ident{NamePos: sel.Sel.Pos(), Name: name}}
			p.info.Types[made] = types.TypeAndValue{Type: f.Type()}
			sel.X, t = made, f.Type()
		}
		p.reselect(sel, s)
		return true
	})
}

// embeddedPath returns the names of the fields on the way to a selected field
// or method.
func embeddedPath(t types.Type, index []int) []string {
	var names []string
	for _, i := range index[:len(index)-1] {
		f := deref(t).Underlying().(*types.Struct).Field(i)
		names = append(names, f.Name())
		t = f.Type()
	}
	return names
}

func structField(t types.Type, name string) *types.Var {
	s := deref(t).Underlying().(*types.Struct)
	for f := range s.Fields() {
		if f.Name() == name {
			return f
		}
	}
	return nil
}

// reselect notes the method as selected from the embedded value itself.
func (p *program) reselect(sel *ast.SelectorExpr, s *types.Selection) {
	t := p.typeOf(sel.X)
	if s.Kind() == types.MethodVal {
		if found := types.NewMethodSet(pointerTo(t)).Lookup(p.pkg, sel.Sel.Name); found != nil {
			p.info.Selections[sel] = found
		}
	}
}

// pointerTo is the type whose method set has all methods of t.
func pointerTo(t types.Type) types.Type {
	if isInterface(t) {
		return t
	}
	return types.NewPointer(deref(t))
}
