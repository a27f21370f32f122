package gosrc

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"reflect"
)

// copier copies declarations for one instance: type parameters become their
// arguments, generic names those of instances, and local types move out.
type copier struct {
	*flattener
	info   *types.Info    // of what is copied
	pkg    *types.Package // its package
	params map[*types.TypeParam]types.Type
	local  map[types.Object]string // names of local types that have moved out
	within string                  // the declaration
	types  int                     // how many local types it has had
}

func (c *copier) bind(params *types.TypeParamList, args []types.Type) {
	c.params = map[*types.TypeParam]types.Type{}
	for i := range params.Len() {
		c.params[params.At(i)] = args[i]
	}
}

func (c *copier) decl(d ast.Decl) ast.Decl {
	c.within = declaredName(d)
	return c.copy(reflect.ValueOf(d)).Interface().(ast.Decl)
}

// declaredName is the first name that a declaration declares, T.Method for a method.
func declaredName(d ast.Decl) string {
	switch d := d.(type) {
	case *ast.FuncDecl:
		return function(d, "", token.Position{}).names[0]
	case *ast.GenDecl:
		for _, s := range d.Specs {
			switch s := s.(type) {
			case *ast.ValueSpec:
				return s.Names[0].Name
			case *ast.TypeSpec:
				return s.Name.Name
			}
		}
	}
	return ""
}

func (c *copier) expr(e ast.Expr) ast.Expr {
	v := c.copy(reflect.ValueOf(&e).Elem())
	return v.Interface().(ast.Expr)
}

// copy copies syntax deeply. Objects of the parser are left out: nothing after
// it looks at them.
func (c *copier) copy(v reflect.Value) reflect.Value {
	switch v.Kind() {
	case reflect.Interface:
		return c.copyInterface(v)
	case reflect.Pointer:
		if v.IsNil() || v.Type() == reflect.TypeFor[*ast.Object]() {
			return reflect.Zero(v.Type())
		}
		made := reflect.New(v.Type().Elem())
		made.Elem().Set(c.copy(v.Elem()))
		if id, ok := v.Interface().(*ast.Ident); ok {
			made.Interface().(*ast.Ident).Name = c.name(id)
		}
		return made
	case reflect.Slice:
		if v.IsNil() {
			return v
		}
		made := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
		for i := range v.Len() {
			made.Index(i).Set(c.copy(v.Index(i)))
		}
		return made
	case reflect.Struct:
		made := reflect.New(v.Type()).Elem()
		for i := range v.NumField() {
			made.Field(i).Set(c.copy(v.Field(i)))
		}
		return made
	}
	return v
}

// copyInterface copies an expression, statement or declaration, or puts
// something else in its place.
func (c *copier) copyInterface(v reflect.Value) reflect.Value {
	if v.IsNil() {
		return v
	}
	made := reflect.New(v.Type()).Elem()
	switch n := v.Interface().(type) {
	case *ast.Ident:
		if replaced := c.argument(n); replaced != nil {
			made.Set(reflect.ValueOf(replaced))
			return made
		}
	case *ast.IndexExpr:
		if aliased := c.aliased(n.X); aliased != nil {
			made.Set(reflect.ValueOf(aliased))
			return made
		}
		if c.isInstance(n.X) {
			made.Set(reflect.ValueOf(c.expr(n.X)))
			return made
		}
	case *ast.IndexListExpr:
		if aliased := c.aliased(n.X); aliased != nil {
			made.Set(reflect.ValueOf(aliased))
			return made
		}
		made.Set(reflect.ValueOf(c.expr(n.X)))
		return made
	case *ast.SelectorExpr:
		if replaced := c.generic(n); replaced != nil {
			made.Set(reflect.ValueOf(replaced))
			return made
		}
	case *ast.DeclStmt:
		if g := n.Decl.(*ast.GenDecl); g.Tok == token.TYPE {
			c.moveOut(g)
			made.Set(reflect.ValueOf(&ast.EmptyStmt{Semicolon: n.Pos(), Implicit: true}))
			return made
		}
	}
	made.Set(c.copy(v.Elem()))
	return made
}

func (c *copier) isInstance(e ast.Expr) bool {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		_, ok := c.info.Instances[e]
		return ok
	case *ast.SelectorExpr:
		_, ok := c.info.Instances[e.Sel]
		return ok
	}
	return false
}

// aliased returns the type that an instance of a generic alias is.
func (c *copier) aliased(e ast.Expr) ast.Expr {
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok {
		return nil
	}
	instance, ok := c.info.Instances[id]
	if o, isType := c.info.Uses[id].(*types.TypeName); !ok || !isType || !o.IsAlias() {
		return nil
	}
	made, err := parser.ParseExpr(c.text(c.substituted(instance.Type)))
	if err != nil {
		return nil
	}
	return made
}

// generic returns what stands for a function or type of a generic package of
// the standard library.
func (c *copier) generic(sel *ast.SelectorExpr) ast.Expr {
	instance, ok := c.info.Instances[sel.Sel]
	if !ok {
		return nil
	}
	o := c.info.Uses[sel.Sel]
	if o == nil || o.Pkg() == nil || !hasSource(o.Pkg().Path()) {
		return nil
	}
	if _, isType := o.(*types.TypeName); isType && genericPackages[o.Pkg().Path()] {
		e, err := parser.ParseExpr(c.text(c.substituted(instance.Type)))
		if err != nil {
			return nil
		}
		return e
	}
	return &ast.Ident{NamePos: sel.Pos(), Name: c.instance(o, c.arguments(instance))}
}

func (c *copier) arguments(instance types.Instance) []types.Type {
	var args []types.Type
	for t := range instance.TypeArgs.Types() {
		args = append(args, c.substituted(t))
	}
	return args
}

// argument returns the type argument that a type parameter stands for.
func (c *copier) argument(id *ast.Ident) ast.Expr {
	o, ok := c.info.Uses[id].(*types.TypeName)
	if !ok {
		return nil
	}
	param, ok := o.Type().(*types.TypeParam)
	if !ok || c.params[param] == nil {
		return nil
	}
	e, err := parser.ParseExpr(c.text(c.params[param]))
	if err != nil {
		return nil
	}
	return e
}

// name is the name of an identifier in the copy.
func (c *copier) name(id *ast.Ident) string {
	o := c.info.ObjectOf(id)
	if name, ok := c.local[o]; ok {
		return name
	}
	if f, ok := o.(*types.Func); ok && f.Name() == "pull" && f.Pkg() == c.pkg && c.pkg != c.flattener.pkg {
		return c.coroutine()
	}
	if v, ok := o.(*types.Var); ok && v.Embedded() {
		return c.embedded(v)
	}
	instance, ok := c.info.Instances[id]
	if !ok || o == nil || o.Pkg() != c.pkg {
		return id.Name
	}
	return c.instance(o, c.arguments(instance))
}

// embedded is the name of an embedded field in the copy: that of its type.
func (c *copier) embedded(v *types.Var) string {
	named, ok := types.Unalias(deref(v.Type())).(*types.Named)
	if !ok || named.Obj().Name() != v.Name() {
		return v.Name()
	}
	if name, ok := c.local[named.Obj()]; ok {
		return name
	}
	if made, ok := c.concrete(c.substituted(named)).(*types.Named); ok {
		return made.Obj().Name()
	}
	return v.Name()
}

// substituted is a type with type parameters replaced.
func (c *copier) substituted(t types.Type) types.Type {
	return substitute(t, func(t types.Type) types.Type {
		if param, ok := t.(*types.TypeParam); ok {
			return c.params[param]
		}
		if n, ok := t.(*types.Named); ok && c.local[n.Obj()] != "" {
			return types.NewNamed(types.NewTypeName(n.Obj().Pos(), c.flattener.pkg, c.local[n.Obj()], nil), n.Underlying(), nil)
		}
		return nil
	})
}

// origin tells a local type from all others: by the declaration that it is in,
// by its place among the local types there and, in an instance of a generic
// function, by the type arguments.
func (c *copier) origin() string {
	c.types++
	key := fmt.Sprintf("%s %d", c.within, c.types)
	for i := range len(c.params) {
		for param, t := range c.params {
			if param.Index() == i {
				key += " " + c.text(t)
			}
		}
	}
	return key
}

// moveOut declares the types of a statement at package level.
func (c *copier) moveOut(g *ast.GenDecl) {
	if c.local == nil {
		c.local = map[types.Object]string{}
	}
	for _, s := range g.Specs {
		spec := s.(*ast.TypeSpec)
		if spec.TypeParams != nil && c.params == nil {
			o := c.info.Defs[spec.Name] // of which instances move out
			c.declared.specs[o], c.origins[o] = spec, c.origin()
			continue
		}
		name := lastingName(spec.Name.Name, c.origin())
		c.local[c.info.Defs[spec.Name]] = name
		if c.params == nil {
			c.moved[c.info.Defs[spec.Name]] = name
		}
		c.labels[name] = spec.Name.Name
		made := &ast.TypeSpec{Name: renamed(spec.Name, name), Assign: spec.Assign, Type: c.expr(spec.Type)}
		c.made = append(c.made, &ast.GenDecl{Tok: token.TYPE, Specs: []ast.Spec{made}})
	}
}
