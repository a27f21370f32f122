package gosrc

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"strings"
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
	f := &flattener{program: p, names: map[string]string{}, decls: map[types.Object]*ast.FuncDecl{},
		specs: map[types.Object]*ast.TypeSpec{}, methods: map[string][]*ast.FuncDecl{}}
	f.collect()
	var kept []ast.Decl
	for _, d := range p.file.Decls {
		if !f.generic(d) {
			kept = append(kept, (&copier{flattener: f}).decl(d))
		}
	}
	for len(f.pending) > 0 {
		next := f.pending[0]
		f.pending = f.pending[1:]
		next()
	}
	p.file.Decls = append(kept, f.made...)
	p.labels = f.labels
	if err := p.check(imp); err != nil {
		return cannotRun(err)
	}
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
	names   map[string]string // instances by object and type arguments
	labels  map[string]string // names to show for names made
	decls   map[types.Object]*ast.FuncDecl
	specs   map[types.Object]*ast.TypeSpec
	methods map[string][]*ast.FuncDecl
	pending []func()
	made    []ast.Decl
}

func (f *flattener) collect() {
	f.labels = map[string]string{}
	for _, d := range f.file.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			if d.Recv != nil && len(d.Recv.List) > 0 {
				name := receiverName(d.Recv.List[0].Type)
				f.methods[name] = append(f.methods[name], d)
			}
			f.decls[f.info.Defs[d.Name]] = d
		case *ast.GenDecl:
			for _, s := range d.Specs {
				if s, ok := s.(*ast.TypeSpec); ok {
					f.specs[f.info.Defs[s.Name]] = s
				}
			}
		}
	}
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
	key := fmt.Sprintf("%d[%s]", o.Pos(), strings.Join(texts, ","))
	if name, ok := f.names[key]; ok {
		return name
	}
	name := f.fresh(o.Name()).Name
	f.names[key] = name
	f.labels[name] = o.Name() + "[" + strings.Join(texts, ",") + "]"
	f.pending = append(f.pending, func() { f.instantiate(o, name, args) })
	return name
}

func (f *flattener) instantiate(o types.Object, name string, args []types.Type) {
	if d := f.decls[o]; d != nil {
		c := &copier{flattener: f}
		c.bind(o.(*types.Func).Signature().TypeParams(), args)
		made := c.decl(d).(*ast.FuncDecl)
		made.Name, made.Type.TypeParams = renamed(d.Name, name), nil
		f.made = append(f.made, made)
		return
	}
	spec := f.specs[o]
	if spec == nil {
		return
	}
	c := &copier{flattener: f}
	c.bind(o.Type().(*types.Named).TypeParams(), args)
	made := &ast.TypeSpec{Name: renamed(spec.Name, name), Type: c.expr(spec.Type)}
	f.made = append(f.made, &ast.GenDecl{Tok: token.TYPE, Specs: []ast.Spec{made}})
	for _, m := range f.methods[o.Name()] {
		c := &copier{flattener: f}
		c.bind(f.info.Defs[m.Name].(*types.Func).Signature().RecvTypeParams(), args)
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
		if !ok || n.TypeArgs().Len() == 0 || n.Obj().Pkg() != f.pkg {
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
