package gosrc

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strconv"
	"strings"

	"gex/runtime/late"
)

// flatten writes every instance of a generic function or type out as one of
// its own, and moves types that are declared in functions to the package. The
// interpreter infers type arguments wrongly, and lowered code needs a name for
// every type. The program is then checked again, as what it has become.
//
//	func Map[T any](xs []T) {}  =>  func Map_gex1(xs []int) {}
//	Map(ints)                       Map_gex1(ints)
func (p *program) flatten(imp *importer) error {
	if len(p.info.Instances) == 0 && !p.hasLocalTypes() {
		p.dropGenerics()
		return nil
	}
	f := &flattener{program: p, importer: imp, names: map[string]string{}, declared: newDeclared(), libraries: map[string]*library{}, moved: map[types.Object]string{}, origins: map[types.Object]string{}}
	f.collect()
	var kept []ast.Decl
	for _, d := range p.file.Decls {
		if !f.generic(d) {
			kept = append(kept, f.copier().decl(d))
		}
	}
	for len(f.pending) > 0 {
		next := f.pending[0]
		f.pending = f.pending[1:]
		next()
	}
	if f.failure != nil {
		return cannotRun(f.failure)
	}
	p.file.Decls = slices.Concat(f.imported, withoutGeneric(kept), f.made)
	p.importSequences()
	if err := p.check(imp); err != nil {
		return cannotRun(err)
	}
	p.linkCoroutines()
	p.redescribePromoted()
	p.labels = f.labels
	return nil
}

func (p *program) hasLocalTypes() bool {
	found := false
	ast.Inspect(p.file, func(n ast.Node) bool {
		if s, ok := n.(*ast.DeclStmt); ok && s.Decl.(*ast.GenDecl).Tok == token.TYPE {
			found = true
		}
		return !found
	})
	return found
}

// dropGenerics removes generic declarations that nothing uses.
func (p *program) dropGenerics() {
	f := &flattener{program: p}
	var kept []ast.Decl
	for _, d := range p.file.Decls {
		if !f.generic(d) {
			kept = append(kept, d)
		}
	}
	p.file.Decls = kept
}

// flattener holds what has been instantiated.
type flattener struct {
	*program
	names  map[string]string // instances by object and type arguments
	labels typeNames
	declared
	pending []func()
	made    []ast.Decl

	importer   *importer
	libraries  map[string]*library
	imported   []ast.Decl
	moved      map[types.Object]string // names of local types of functions that are not generic
	origins    map[types.Object]string // of generic ones among them
	coroutines bool
	failure    error // of loading a library
}

// copier copies declarations of the program.
func (f *flattener) copier() *copier { return &copier{flattener: f, info: f.info, pkg: f.pkg} }

// library returns a generic package of the standard library.
func (f *flattener) library(path string) *library {
	l := f.libraries[path]
	if l == nil {
		loaded, err := loadLibrary(path, f.fset, f.importer)
		if err != nil {
			f.failure = err
			return nil
		}
		l = loaded
		f.libraries[path] = l
		switch path {
		case "slices":
			f.needImport("sort")
		case "errors":
			f.needImport("errors")
		}
	}
	return l
}

// needImport imports a package that instances use.
func (f *flattener) needImport(path string) {
	if !f.imports()[path] {
		f.imported = append(f.imported, &ast.GenDecl{Tok: token.IMPORT, Specs: []ast.Spec{&ast.ImportSpec{Path: text(path)}}})
	}
}

// withoutGeneric drops the imports of generic packages, of which nothing is
// left.
func withoutGeneric(decls []ast.Decl) []ast.Decl {
	return slices.DeleteFunc(decls, func(d ast.Decl) bool {
		g, ok := d.(*ast.GenDecl)
		if !ok || g.Tok != token.IMPORT {
			return false
		}
		g.Specs = slices.DeleteFunc(g.Specs, func(s ast.Spec) bool {
			path, _ := strconv.Unquote(s.(*ast.ImportSpec).Path.Value)
			return genericPackages[path]
		})
		return len(g.Specs) == 0
	})
}

// importSequences imports package iter again if its types are left.
func (p *program) importSequences() {
	named := false
	ast.Inspect(p.file, func(n ast.Node) bool {
		if sel, ok := n.(*ast.SelectorExpr); ok && !named {
			id, ok := sel.X.(*ast.Ident)
			named = ok && id.Name == sequencePackage && strings.HasPrefix(sel.Sel.Name, "Seq")
		}
		return !named
	})
	if named {
		p.file.Decls = slices.Insert(p.file.Decls, 0, ast.Decl(&ast.GenDecl{Tok: token.IMPORT, Specs: []ast.Spec{&ast.ImportSpec{Path: text(sequencePackage)}}}))
	}
}

func (f *flattener) collect() {
	f.labels = typeNames{}
	f.declared.collect(f.file, f.info)
}

// generic reports whether a declaration has type parameters.
func (f *flattener) generic(d ast.Decl) bool {
	switch d := d.(type) {
	case *ast.FuncDecl:
		s, ok := f.info.Defs[d.Name].(*types.Func)
		return ok && (s.Signature().TypeParams().Len() > 0 || s.Signature().RecvTypeParams().Len() > 0)
	case *ast.GenDecl:
		for _, s := range d.Specs {
			if s, ok := s.(*ast.TypeSpec); ok && (s.TypeParams != nil || f.isConstraint(s)) {
				return true
			}
		}
	}
	return false
}

// isConstraint reports whether a type can only be a constraint.
func (f *flattener) isConstraint(s *ast.TypeSpec) bool {
	o := f.info.Defs[s.Name]
	if o == nil {
		return false
	}
	i, ok := o.Type().Underlying().(*types.Interface)
	return ok && !i.IsMethodSet()
}

// instance returns the name of a function or type with the type arguments.
func (f *flattener) instance(o types.Object, args []types.Type) string {
	var texts []string
	for _, a := range args {
		texts = append(texts, f.text(a))
	}
	key := fmt.Sprintf("%s.%s[%s]", o.Pkg().Path(), o.Name(), strings.Join(texts, ","))
	if origin, local := f.origins[o]; local {
		key += " " + origin
	}
	if name, ok := f.names[key]; ok {
		return name
	}
	name := lastingName(o.Name(), key)
	f.names[key] = name
	f.labels[name] = o.Name() + "[" + strings.Join(f.shownArguments(args), ",") + "]"
	if o.Pkg() != f.pkg {
		f.labels[name] = o.Pkg().Name() + "." + f.labels[name]
		f.pending = append(f.pending, func() { f.instantiateGeneric(o, name, args) })
		return name
	}
	f.pending = append(f.pending, func() { f.instantiate(o, name, args) })
	return name
}

// lastingName is a name that the learner cannot have typed, and the same in
// every generation: values that live on find their type by it.
func lastingName(name, key string) string {
	digest := sha256.Sum256([]byte(key))
	return name + "_gex" + hex.EncodeToString(digest[:4])
}

// lastingSuffix is the end of such a name.
var lastingSuffix = late.Regexp(`_gex[0-9a-f]{8}$`)

// typedName is the name that the learner has typed for a field: an embedded
// one is called as its type, for which flatten may have made another name.
func typedName(name string) string { return lastingSuffix().ReplaceAllString(name, "") }

// instantiateGeneric writes out an instance of a function of the standard
// library.
func (f *flattener) instantiateGeneric(o types.Object, name string, args []types.Type) {
	l := f.library(o.Pkg().Path())
	if l == nil {
		return
	}
	own := l.pkg.Scope().Lookup(o.Name())
	if own == nil {
		f.failure = fmt.Errorf("%s.%s", o.Pkg().Name(), o.Name())
		return
	}
	f.instantiateFrom(l.declared, func() *copier { return &copier{flattener: f, info: l.info, pkg: l.pkg} }, own, name, args)
}

// coroutineName is the function that stands for pull of package iter.
const coroutineName = "coroutine_gex"

// coroutine declares that function without a body, for the check.
func (f *flattener) coroutine() string {
	if !f.coroutines {
		f.coroutines = true
		boolean := &ast.FieldList{List: []*ast.Field{{Type: ast.NewIdent("bool")}}}
		step := &ast.FuncType{Params: &ast.FieldList{}, Results: boolean}
		stop := &ast.FuncType{Params: &ast.FieldList{}}
		each := &ast.FuncType{Params: &ast.FieldList{List: []*ast.Field{{Type: step}}}}
		f.made = append(f.made, &ast.FuncDecl{Name: ast.NewIdent(coroutineName), Type: &ast.FuncType{
			Params:  &ast.FieldList{List: []*ast.Field{{Names: []*ast.Ident{ast.NewIdent("each")}, Type: each}}},
			Results: &ast.FieldList{List: []*ast.Field{{Type: step}, {Type: stop}}},
		}})
	}
	return coroutineName
}

// linkCoroutines gives the function its body, which is compiled.
func (p *program) linkCoroutines() {
	p.file.Decls = slices.DeleteFunc(p.file.Decls, func(d ast.Decl) bool {
		f, ok := d.(*ast.FuncDecl)
		if !ok || f.Name.Name != coroutineName {
			return false
		}
		p.declare(coroutineName, "each func(func() bool)", "(func() bool, func())", "return gex_.Coroutine(each)")
		return true
	})
}

// shownArguments are type arguments as fmt prints them in the name of an
// instance.
func (f *flattener) shownArguments(args []types.Type) []string {
	var texts []string
	for _, a := range args {
		shown := typeNames(nil).of(f.concrete(a))
		texts = append(texts, madeName().ReplaceAllStringFunc(shown, func(name string) string {
			if label, ok := f.labels[strings.TrimPrefix(name, "main.")]; ok {
				return withPackage("main", label)
			}
			return name
		}))
	}
	return texts
}

// withPackage is the label of a type with the name of a package, unless it is that
// of an instance of another package's, which has it.
func withPackage(pkg, label string) string {
	if name, _, _ := strings.Cut(label, "["); strings.Contains(name, ".") {
		return label
	}
	return pkg + "." + label
}

// madeName is a name that flatten has made.
var madeName = late.Regexp(`main\.\w+_gex[0-9a-f]+`)

func (f *flattener) instantiate(o types.Object, name string, args []types.Type) {
	f.instantiateFrom(f.declared, f.copier, o, name, args)
}

// instantiateFrom writes out an instance of what a package declares.
func (f *flattener) instantiateFrom(from declared, copier func() *copier, o types.Object, name string, args []types.Type) {
	if d := from.decls[o]; d != nil {
		c := copier()
		c.bind(o.(*types.Func).Signature().TypeParams(), args)
		made := c.decl(d).(*ast.FuncDecl)
		made.Name, made.Type.TypeParams = renamed(d.Name, name), nil
		f.made = append(f.made, made)
		return
	}
	spec := from.specs[o]
	if spec == nil {
		return
	}
	c := copier()
	c.local = f.moved
	c.bind(o.Type().(*types.Named).TypeParams(), args)
	made := &ast.TypeSpec{Name: renamed(spec.Name, name), Type: c.expr(spec.Type)}
	f.made = append(f.made, &ast.GenDecl{Tok: token.TYPE, Specs: []ast.Spec{made}})
	if _, local := f.origins[o]; local {
		return
	}
	for _, m := range from.methods[o.Name()] {
		c := copier()
		c.bind(c.info.Defs[m.Name].(*types.Func).Signature().RecvTypeParams(), args)
		method := c.decl(m).(*ast.FuncDecl)
		method.Recv.List[0].Type = receiverOf(m.Recv.List[0].Type, name)
		f.made = append(f.made, method)
	}
}

// renamed is another name at the place of an identifier; go/types wants one.
func renamed(id *ast.Ident, name string) *ast.Ident {
	return &ast.Ident{NamePos: id.NamePos, Name: name}
}

// receiverOf is the receiver type T or *T as that of the named instance.
func receiverOf(e ast.Expr, name string) ast.Expr {
	if _, pointer := ast.Unparen(e).(*ast.StarExpr); pointer {
		return &ast.StarExpr{X: ast.NewIdent(name)}
	}
	return ast.NewIdent(name)
}

// text writes a type with the names of instances.
func (f *flattener) text(t types.Type) string {
	return types.TypeString(f.concrete(t), f.qualifier)
}

// concrete replaces instances of generic types in t by types with their names.
func (f *flattener) concrete(t types.Type) types.Type {
	return substitute(t, func(t types.Type) types.Type {
		n, ok := t.(*types.Named)
		if ok && f.moved[n.Obj()] != "" {
			return types.NewNamed(types.NewTypeName(n.Obj().Pos(), f.pkg, f.moved[n.Obj()], nil), n.Underlying(), nil)
		}
		if !ok || n.TypeArgs().Len() == 0 || n.Obj().Pkg() == nil {
			return nil
		}
		if n.Obj().Pkg() != f.pkg && !partlyGeneric[n.Obj().Pkg().Path()] {
			return nil
		}
		var args []types.Type
		for a := range n.TypeArgs().Types() {
			args = append(args, a)
		}
		name := types.NewTypeName(n.Obj().Pos(), f.pkg, f.instance(n.Origin().Obj(), args), nil)
		return types.NewNamed(name, n.Underlying(), nil)
	})
}
