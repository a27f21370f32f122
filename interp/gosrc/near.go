package gosrc

import (
	"go/ast"
	"go/token"
	"go/types"
	"maps"
	"slices"

	"golang.org/x/tools/go/ast/astutil"

	"gex/interp/hint"
	"gex/runtime/late"
)

// notThere is how the compiler says that a name, a member of a package or
// a field or method is not there.
var notThere = late.Regexp(`^undefined: |^\S+ undefined \(type `)

// near returns a hint with the name that was meant, "" if the error is about
// something else or no name there is like the one that was typed.
func (p *program) near(e types.Error) string {
	if !notThere().MatchString(e.Msg) {
		return ""
	}
	path, _ := astutil.PathEnclosingInterval(p.file, e.Pos, e.Pos+1)
	if len(path) < 2 {
		return ""
	}
	name, ok := path[0].(*ast.Ident)
	if !ok {
		return ""
	}
	if selector, ok := path[1].(*ast.SelectorExpr); ok && selector.Sel == name {
		return hint.DidYouMean(name.Name, p.memberNames(selector.X))
	}
	return hint.DidYouMean(name.Name, p.scopeNames(e.Pos))
}

// scopeNames returns the names that can be used at a place: those of the blocks
// around it, what is declared, the builtin ones and those of otp.
func (p *program) scopeNames(at token.Pos) []string {
	names := slices.DeleteFunc(p.api.Scope().Names(), func(name string) bool { return !p.isAPI(name) })
	for scope := p.pkg.Scope().Innermost(at); scope != nil; scope = scope.Parent() {
		names = append(names, scope.Names()...)
	}
	return names
}

// memberNames returns what can stand behind the dot of x: what a package
// exports, or the fields and methods of a value.
func (p *program) memberNames(x ast.Expr) []string {
	if id, ok := x.(*ast.Ident); ok {
		if imported, ok := p.info.Uses[id].(*types.PkgName); ok {
			return slices.DeleteFunc(imported.Imported().Scope().Names(), func(name string) bool { return !token.IsExported(name) })
		}
	}
	t := p.info.Types[x].Type
	if t == nil {
		return nil
	}
	names := map[string]bool{}
	addFields(names, t, 0)
	methods := types.NewMethodSet(pointerTo(t))
	for i := range methods.Len() {
		names[methods.At(i).Obj().Name()] = true
	}
	return slices.Collect(maps.Keys(names))
}

// deepestField is how many embedded structs fields are looked for in.
const deepestField = 4

func addFields(names map[string]bool, t types.Type, depth int) {
	if pointer, ok := t.Underlying().(*types.Pointer); ok {
		t = pointer.Elem()
	}
	s, ok := t.Underlying().(*types.Struct)
	if !ok || depth == deepestField {
		return
	}
	for f := range s.Fields() {
		names[f.Name()] = true
		if f.Embedded() {
			addFields(names, f.Type(), depth+1)
		}
	}
}
