package gosrc

import (
	"go/ast"
	"go/types"
)

// lowerShadows renames local names that hide what is predeclared, of which
// the passes that follow make use.
//
//	len := 3  =>  len_gex1 := 3
func lowerShadows(p *program) {
	names := map[types.Object]string{}
	ast.Inspect(p.file, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		if !ok {
			return true
		}
		o := p.info.ObjectOf(id)
		if o == nil || o.Pkg() != p.pkg || !p.hides(o) {
			return true
		}
		if names[o] == "" {
			names[o] = p.fresh(id.Name).Name
		}
		id.Name = names[o]
		return true
	})
}

// hides reports whether a local object has the name of something predeclared.
func (p *program) hides(o types.Object) bool {
	if v, ok := o.(*types.Var); ok && v.IsField() {
		return false
	}
	if _, imported := o.(*types.PkgName); imported || o.Parent() == nil || o.Parent() == p.pkg.Scope() {
		return false
	}
	return types.Universe.Lookup(o.Name()) != nil
}
