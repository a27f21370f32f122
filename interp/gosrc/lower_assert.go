package gosrc

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"maps"
	"slices"
	"strings"
)

// lowerAsserts takes values out of their boxes: type assertions and type
// switches ask for the type of the box, and calls of methods of the learner's
// interfaces choose the method by it. These interfaces themselves become any.
//
//	x.(Add)                =>  as_gex1(x)
//	switch v := x.(type) { =>  switch v_gex1 := x; {
//	case Add:                  case gex_.Is(v_gex1, "main.Add..."):
//	                               v := unbox_gex2(v_gex1)
//	shape.Area()           =>  Area_gex3(shape)
func lowerAsserts(p *program) {
	for _, name := range p.pkg.Scope().Names() {
		if o, ok := p.pkg.Scope().Lookup(name).(*types.TypeName); ok && !isInterface(o.Type()) && !isGeneric(o.Type()) {
			p.typeID(o.Type())
			p.typeID(types.NewPointer(o.Type()))
		}
	}
	if p.has(withTypeSwitches) {
		p.lowerTypeSwitches()
	}
	if p.has(withAsserts) {
		p.lowerAssertions()
	}
	if p.has(withMembers) {
		p.lowerInterfaceCalls()
	}
	p.eraseInterfaces()
	p.registerMethods()
}

func isGeneric(t types.Type) bool {
	n, ok := t.(*types.Named)
	return ok && n.TypeParams().Len() > 0
}

// lowerTypeSwitches turns type switches into switches of conditions.
func (p *program) lowerTypeSwitches() {
	rewriteStatements(p.file, func(s ast.Stmt) []ast.Stmt {
		sw, ok := s.(*ast.TypeSwitchStmt)
		if !ok {
			return nil
		}
		value := p.fresh("value")
		bound, x := switched(sw)
		statements := []ast.Stmt{define(value, &ast.CallExpr{Fun: emptyInterface(), Args: []ast.Expr{x}}), use(value)}
		if sw.Init != nil {
			statements = append([]ast.Stmt{sw.Init}, statements...)
		}
		for _, c := range sw.Body.List {
			p.lowerTypeCase(c.(*ast.CaseClause), bound, value.Name, p.typeOf(x))
		}
		return []ast.Stmt{block(append(statements, &ast.SwitchStmt{Body: sw.Body})...)}
	})
}

func emptyInterface() ast.Expr { return ast.NewIdent("any") }

// switched returns the variable that a type switch binds, if it does, and the
// value it looks at.
func switched(sw *ast.TypeSwitchStmt) (*ast.Ident, ast.Expr) {
	switch s := sw.Assign.(type) {
	case *ast.AssignStmt:
		return s.Lhs[0].(*ast.Ident), ast.Unparen(s.Rhs[0]).(*ast.TypeAssertExpr).X
	case *ast.ExprStmt:
		return nil, ast.Unparen(s.X).(*ast.TypeAssertExpr).X
	}
	return nil, nil
}

func (p *program) lowerTypeCase(clause *ast.CaseClause, bound *ast.Ident, value string, static types.Type) {
	types := slices.Clone(clause.List)
	for i, t := range types {
		clause.List[i] = p.typeTest(ast.NewIdent(value), p.typeOf(t))
	}
	joinConditions(clause)
	if bound == nil || bound.Name == "_" {
		return
	}
	var taken ast.Expr = ast.NewIdent(value)
	if len(types) == 1 && !isNil(p.caseType(clause)) {
		taken = p.unboxed(ast.NewIdent(value), p.caseType(clause))
	} else {
		taken = p.unboxed(taken, static)
	}
	prepend2(clause, define(ast.NewIdent(bound.Name), taken), use(bound))
}

func prepend2(clause *ast.CaseClause, statements ...ast.Stmt) {
	clause.Body = append(statements, clause.Body...)
}

// caseType is the type that the variable of a type switch has in a clause.
func (p *program) caseType(clause *ast.CaseClause) types.Type {
	if o := p.info.Implicits[clause]; o != nil {
		return o.Type()
	}
	return types.Typ[types.UntypedNil]
}

// typeTest is the condition that a value has a type.
func (p *program) typeTest(value ast.Expr, t types.Type) ast.Expr {
	switch {
	case t == nil || isNil(t):
		return &ast.BinaryExpr{X: value, Op: token.EQL, Y: ast.NewIdent("nil")}
	case p.isStandard(t):
		return &ast.CallExpr{Fun: ast.NewIdent(p.standardTest(t)), Args: []ast.Expr{value}}
	case isInterface(t):
		return support("Implements", append([]ast.Expr{value}, p.methodTests(t)...)...)
	case p.ours(t):
		return support("Is", value, text(p.typeID(t)))
	}
	body := fmt.Sprintf("_, ok := x.(%s); return ok", p.typeText(t))
	if _, function := t.Underlying().(*types.Signature); function {
		_, named := types.Unalias(t).(*types.Named)
		body = fmt.Sprintf("_, ok := x.(%s); return ok && gex_.NamedFunc(x) == %t", p.typeText(t), named)
	} else if isAssignable(t) {
		body = fmt.Sprintf("var zero %s\nreturn gex_.SameType(x, zero)", p.typeText(t))
	}
	helper := p.helper("is", "x any", "bool", body)
	return &ast.CallExpr{Fun: ast.NewIdent(helper), Args: []ast.Expr{value}}
}

// isAssignable reports whether values of other types can be assigned to a type:
// the interpreter asserts those too.
func isAssignable(t types.Type) bool {
	switch t.Underlying().(type) {
	case *types.Chan, *types.Slice, *types.Map, *types.Array, *types.Struct, *types.Signature:
		return true
	}
	return false
}

// methodTests are the methods of an interface, as Name and signature.
func (p *program) methodTests(t types.Type) []ast.Expr {
	i := t.Underlying().(*types.Interface)
	var tests []ast.Expr
	for m := range i.Methods() {
		tests = append(tests, text(m.Name()+signatureText(m.Type())))
	}
	return tests
}

// signatureText identifies the signature of a method.
func signatureText(t types.Type) string {
	s := t.(*types.Signature)
	nameless := func(vars *types.Tuple) *types.Tuple {
		var all []*types.Var
		for v := range vars.Variables() {
			all = append(all, types.NewParam(0, nil, "", v.Type()))
		}
		return types.NewTuple(all...)
	}
	bare := types.NewSignatureType(nil, nil, nil, nameless(s.Params()), nameless(s.Results()), s.Variadic())
	return strings.TrimPrefix(types.TypeString(bare, mainQualifier), "func")
}

// unboxed takes a value of a type out of an interface value that holds one.
func (p *program) unboxed(value ast.Expr, t types.Type) ast.Expr {
	var body string
	switch {
	case isInterface(t):
		return p.asInterface(value, t)
	case !p.ours(t):
		body = fmt.Sprintf("return x.(%s)", p.typeText(t))
	default:
		body = "return " + p.unboxText("x", t)
	}
	name := p.helper("unbox", "x any", p.typeText(t), body)
	return &ast.CallExpr{Fun: ast.NewIdent(name), Args: []ast.Expr{value}}
}

// unboxText is the expression of the value of type t in the box x.
func (p *program) unboxText(x string, t types.Type) string {
	if s, ok := t.Underlying().(*types.Struct); ok && s.NumFields() == 0 {
		return p.typeText(t) + "{}" // which the interpreter cannot assert
	}
	if b, ok := t.Underlying().(*types.Basic); ok {
		held := b.Name()
		if foreign := p.foreignBase(t); foreign != nil {
			held = p.typeText(foreign)
		}
		return fmt.Sprintf("%s(gex_.Value(%s).(%s))", p.typeText(t), x, held)
	}
	if p.loops(t) {
		return "gex_.Value(" + x + ")"
	}
	if f, ok := t.Underlying().(*types.Signature); ok {
		return fmt.Sprintf("(%s)(gex_.Value(%s).(%s))", p.typeText(t), x, p.signature(f))
	}
	return fmt.Sprintf("gex_.Value(%s).(%s)", x, p.typeText(t))
}

// asInterface is an interface value as one of another interface type.
func (p *program) asInterface(value ast.Expr, t types.Type) ast.Expr {
	i := t.Underlying().(*types.Interface)
	switch {
	case i.NumMethods() == 0 || p.erased(t):
		return value
	case types.TypeString(t, nil) == "error":
		return support("AsError", value)
	case types.TypeString(t, nil) == "fmt.Stringer":
		return support("AsStringer", value)
	}
	body := fmt.Sprintf("return x.(%s)", p.typeText(t))
	if p.isStandard(t) {
		body = p.standardCases(t, func(made types.Type) string {
			v := ast.NewIdent("v")
			p.info.Types[v] = types.TypeAndValue{Type: made}
			return "v := " + p.unboxText("x", made) + "\nreturn " + printed(p.adapted(v, made, t))
		}) + body
	}
	name := p.helper("as", "x any", p.typeText(t), body)
	return &ast.CallExpr{Fun: ast.NewIdent(name), Args: []ast.Expr{value}}
}

// isStandard reports whether a type is an interface of the standard library
// for which there is an adapter.
func (p *program) isStandard(t types.Type) bool {
	_, ok := adapters[types.TypeString(t, nil)]
	return ok && isInterface(t)
}

// standardTest returns the function that reports whether a value implements an
// interface of the standard library.
func (p *program) standardTest(t types.Type) string {
	cases := p.standardCases(t, func(types.Type) string { return "return true" })
	return p.helper("is", "x any", "bool", cases+fmt.Sprintf("if x == nil { return false } // of which the interpreter makes a failure\n_, ok := x.(%s); return ok", p.typeText(t)))
}

// standardCases does something for the values of each of the learner's types
// that implements an interface.
func (p *program) standardCases(t types.Type, do func(types.Type) string) string {
	var b strings.Builder
	b.WriteString("switch gex_.TypeOf(x) {\n")
	for _, id := range slices.Sorted(maps.Keys(p.boxed)) {
		made := p.boxed[id]
		if !isInterface(made) && p.expressible(made) && types.Implements(made, t.Underlying().(*types.Interface)) {
			fmt.Fprintf(&b, "case %q:\n%s\n", id, do(made))
		}
	}
	return b.String() + "}\n"
}

func (p *program) typeText(t types.Type) string {
	if p.erased(t) {
		return "any"
	}
	return types.TypeString(p.atRunTime(types.Default(t)), p.qualifier)
}

// lowerAssertions turns type assertions into calls.
func (p *program) lowerAssertions() {
	commaOK, taken := p.commaOK(), p.takenWithOK()
	rewriteExprs(p.file, func(e ast.Expr) ast.Expr {
		a, ok := e.(*ast.TypeAssertExpr)
		if !ok || a.Type == nil {
			return e
		}
		t := p.typeOf(a.Type)
		plain := t != nil && !p.ours(t) && !isInterface(t) && !isAssignable(t)
		if t == nil || plain && commaOK[a] && !taken[a] {
			return e
		}
		test := printed(p.typeTest(ast.NewIdent("x"), t))
		take := printed(p.unboxed(ast.NewIdent("x"), t))
		tt := p.typeText(t)
		var helper string
		if plain && commaOK[a] {
			helper = p.helper("as", "x any", "("+tt+", bool)", fmt.Sprintf("if v, ok := x.(%s); ok { return v, true }\nvar zero %s\nreturn zero, false", tt, tt))
		} else if plain {
			helper = p.helper("as", "x any", tt,
				fmt.Sprintf("v, ok := x.(%s)\nif !ok { gex_.NotAsserted(x, %q, %q, \"\", %d) }\nreturn v",
					tt, p.labels.of(p.typeOf(a.X)), p.labels.of(t), p.position(a).Line))
		} else if commaOK[a] {
			helper = p.helper("as", "x any", "("+tt+", bool)",
				fmt.Sprintf("if %s { return %s, true }\nvar zero %s\nreturn zero, false", test, take, tt))
		} else {
			helper = p.helper("as", "x any", tt,
				fmt.Sprintf("if !(%s) { gex_.NotAsserted(x, %q, %q, %q, %d) }\nreturn %s",
					test, p.labels.of(p.typeOf(a.X)), p.labels.of(t), methodNames(t), p.position(a).Line, take))
		}
		return p.keep(&ast.CallExpr{Fun: ast.NewIdent(helper), Args: []ast.Expr{a.X}}, a)
	})
}

// methodNames are the names of the methods of an interface type, in order.
func methodNames(t types.Type) string {
	if !isInterface(t) {
		return ""
	}
	var names []string
	for _, m := range methodsOf(t) {
		names = append(names, m.Name())
	}
	return strings.Join(names, " ")
}

func mainQualifier(p *types.Package) string { return p.Name() }

// commaOK finds the assertions of which the second result is used.
func (p *program) commaOK() map[ast.Expr]bool {
	found := map[ast.Expr]bool{}
	ast.Inspect(p.file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			if len(n.Lhs) == 2 && len(n.Rhs) == 1 {
				found[ast.Unparen(n.Rhs[0])] = true
			}
		case *ast.ValueSpec:
			if len(n.Names) == 2 && len(n.Values) == 1 {
				found[ast.Unparen(n.Values[0])] = true
			}
		}
		return true
	})
	return found
}

// lowerInterfaceCalls turns calls of methods of erased interfaces into calls of
// functions that choose the method by the type of the value.
func (p *program) lowerInterfaceCalls() {
	called := p.calledDirectly()
	rewriteExprs(p.file, func(e ast.Expr) ast.Expr {
		switch e := e.(type) {
		case *ast.CallExpr:
			sel, ok := ast.Unparen(e.Fun).(*ast.SelectorExpr)
			if ok && called[sel] && p.isErasedMethod(sel) {
				e.Fun = ast.NewIdent(p.dispatcher(p.info.Selections[sel].Obj().(*types.Func)))
				e.Args = append([]ast.Expr{sel.X}, e.Args...)
			}
		case *ast.SelectorExpr:
			s := p.info.Selections[e]
			if s != nil && s.Kind() == types.MethodExpr && isInterface(s.Recv()) {
				return p.keepRaw(p.methodExpression(e, s), e)
			}
			if !called[e] && p.isErasedMethod(e) {
				return p.keepRaw(&ast.CallExpr{Fun: ast.NewIdent(p.chooser(s.Obj().(*types.Func))), Args: []ast.Expr{e.X}}, e)
			}
		}
		return e
	})
}

// isErasedMethod reports whether a method of an erased interface is selected.
func (p *program) isErasedMethod(sel *ast.SelectorExpr) bool {
	s := p.info.Selections[sel]
	return s != nil && s.Kind() == types.MethodVal && p.erased(p.typeOf(sel.X))
}

// dispatcher returns the function that calls the method of a value.
func (p *program) dispatcher(m *types.Func) string {
	s := m.Signature()
	key := "method " + m.Name() + signatureText(s)
	if name, ok := p.helperNames[key]; ok {
		return name
	}
	name := p.fresh(m.Name()).Name
	p.remember(key, name)
	params, args := p.parameterList(s)
	list := strings.Join(args, ", ")
	returns := func(call string) string {
		if s.Results().Len() == 0 {
			return call + "\nreturn"
		}
		return "return " + call
	}
	var b strings.Builder
	fmt.Fprintf(&b, "switch gex_.TypeOf(x) {\n")
	for _, id := range slices.Sorted(maps.Keys(p.boxed)) {
		t := p.boxed[id]
		if isInterface(t) || !p.expressible(t) {
			continue
		}
		found := types.NewMethodSet(t).Lookup(p.pkg, m.Name())
		if found == nil || !types.Identical(found.Type().(*types.Signature), s) {
			continue
		}
		fmt.Fprintf(&b, "case %q:\nv := %s\n%s\n", id, p.unboxText("x", t), returns(p.callText(found, "v", list)))
	}
	result := p.signature(s)
	fmt.Fprintf(&b, "}\nf := gex_.Method(x, %q).(%s)\n%s", m.Name(), result, returns("f("+list+")"))
	_, results, _ := strings.Cut(result, ") (")
	p.declare(name, strings.Join(append([]string{"x any"}, params...), ", "), "("+results, b.String())
	return name
}

// chooser returns the function that returns the method of a value.
func (p *program) chooser(m *types.Func) string {
	s := m.Signature()
	params, args := p.parameterList(s)
	call := p.dispatcher(m) + joinArgs("x", strings.Join(args, ", "))
	return p.helper("choose", "x any", p.signature(s), "gex_.NotNil(x)\n"+p.closure(s, params, call))
}

// expressible reports whether a type can be written at package level.
func (p *program) expressible(t types.Type) bool {
	if named, ok := types.Unalias(deref(t)).(*types.Named); ok && named.Obj().Pkg() == p.pkg {
		return named.Obj().Parent() == p.pkg.Scope()
	}
	return true
}

// signature writes a function type with erased interfaces.
func (p *program) signature(s *types.Signature) string {
	list := func(vars *types.Tuple, variadic bool) string {
		var texts []string
		for i := range vars.Len() {
			t := vars.At(i).Type()
			if variadic && i == vars.Len()-1 {
				texts = append(texts, "..."+p.typeText(t.(*types.Slice).Elem()))
				continue
			}
			texts = append(texts, p.typeText(t))
		}
		return strings.Join(texts, ", ")
	}
	return "func(" + list(s.Params(), s.Variadic()) + ") (" + list(s.Results(), false) + ")"
}

// eraseInterfaces replaces the interface types with methods that the learner
// wrote by any, and Term of otp, of which the interpreter does not know that it
// is any and looks it up at every call.
func (p *program) eraseInterfaces() {
	p.nameEmbedded()
	rewriteExprs(p.file, func(e ast.Expr) ast.Expr {
		if p.isFunction(e, otpPath, "Term") {
			return emptyInterface()
		}
		if id, ok := e.(*ast.Ident); ok {
			if o, ok := p.info.Uses[id].(*types.TypeName); ok && o.Pkg() == p.pkg && p.erased(o.Type()) {
				return emptyInterface()
			}
			return e
		}
		i, ok := e.(*ast.InterfaceType)
		if !ok || p.typeOf(i) == nil || i.Methods == nil || len(i.Methods.List) == 0 || p.constraint(i) {
			return e
		}
		return &ast.InterfaceType{Methods: &ast.FieldList{}}
	})
}

// nameEmbedded gives embedded interfaces the names of their types as fields.
func (p *program) nameEmbedded() {
	ast.Inspect(p.file, func(n ast.Node) bool {
		s, ok := n.(*ast.StructType)
		if !ok {
			return true
		}
		for _, f := range s.Fields.List {
			if t := p.typeOf(f.Type); len(f.Names) == 0 && t != nil && p.erased(t) {
				f.Names = []*ast.Ident{ast.NewIdent(embeddedName(f.Type))}
			}
		}
		return true
	})
}

// constraint reports whether an interface type can only be a constraint.
func (p *program) constraint(i *ast.InterfaceType) bool {
	t, ok := p.typeOf(i).(*types.Interface)
	return ok && !t.IsMethodSet()
}
