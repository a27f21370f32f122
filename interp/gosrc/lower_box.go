package gosrc

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"
)

// lowerBoxes puts a value whose type the learner declared into a box when it
// becomes an interface value. The box holds the type, which the interpreter
// forgets; see Box.
//
//	var x any = Add{1}  =>  var x any = gex_.Box(Add{1}, "main.Add...")
func lowerBoxes(p *program) {
	ast.Inspect(p.file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncDecl:
			p.boxReturns(n.Body, p.info.Defs[n.Name].Type().(*types.Signature))
		case *ast.FuncLit:
			if s, ok := p.typeOf(n).(*types.Signature); ok {
				p.boxReturns(n.Body, s)
			}
		case *ast.CallExpr:
			p.boxArguments(n)
		case *ast.CompositeLit:
			p.boxElements(n)
		case *ast.AssignStmt:
			p.boxAssigned(n)
		case *ast.ValueSpec:
			p.boxValues(n)
		case *ast.SendStmt:
			if c, ok := coreType(p.typeOf(n.Chan)).(*types.Chan); ok {
				n.Value = p.box(n.Value, c.Elem())
			}
		case *ast.IndexExpr:
			if m, ok := coreType(p.typeOf(n.X)).(*types.Map); ok {
				n.Index = p.key(n.Index, m.Key())
			}
		case *ast.BinaryExpr:
			p.boxCompared(n)
		case *ast.SwitchStmt:
			p.boxCases(n)
		}
		return true
	})
}

func coreType(t types.Type) types.Type {
	if t == nil {
		return nil
	}
	return t.Underlying()
}

// inParentheses puts an operation that becomes an interface value into
// parentheses: without them the interpreter stores its result elsewhere, and
// the value is nil.
func (p *program) inParentheses(e ast.Expr) ast.Expr {
	switch e.(type) {
	case *ast.BinaryExpr, *ast.UnaryExpr:
		return p.keep(&ast.ParenExpr{X: e}, e)
	}
	return e
}

// box wraps e if it becomes a value of interface type to and has a type that
// the interpreter cannot tell from others.
func (p *program) box(e ast.Expr, to types.Type) ast.Expr {
	from := p.typeOf(e)
	if p.isOtherStruct(from, to) {
		return p.converted(e, from, to)
	}
	if from == nil || to == nil || !isInterface(to) || isNil(from) {
		return e
	}
	if isInterface(from) {
		return p.asStandard(e, from, to)
	}
	if !p.ours(from) {
		return p.inParentheses(e)
	}
	from = types.Default(from)
	if !p.boxesInto(to) {
		return p.adapted(e, from, to)
	}
	id := p.typeID(from)
	boxer := "Box"
	if types.Identical(to.Underlying(), types.Universe.Lookup("error").Type().Underlying()) {
		boxer = "BoxError"
	}
	if types.TypeString(to, nil) == "fmt.Stringer" {
		boxer = "BoxStringer"
	}
	boxed := support(boxer, e, text(id))
	p.info.Types[boxed] = types.TypeAndValue{Type: to}
	return boxed
}

// key wraps e as a key of a map, and checks one that may hold any number of
// values nested in each other.
func (p *program) key(e ast.Expr, t types.Type) ast.Expr {
	boxed := p.box(e, t)
	if tv := p.info.Types[e]; tv.Value != nil || tv.IsNil() || !p.nests(t) {
		return boxed
	}
	if from := p.typeOf(e); from != nil && !p.nests(from) && types.Comparable(from) {
		return boxed
	}
	if literal, ok := boxed.(*ast.CompositeLit); ok && literal.Type == nil {
		literal.Type = p.typeSyntax(t)
	}
	checked := p.helper("key", "x "+p.typeText(t), p.typeText(t), "gex_.CheckKey(x)\nreturn x")
	made := &ast.CallExpr{Fun: ast.NewIdent(checked), Args: []ast.Expr{boxed}}
	p.info.Types[made] = types.TypeAndValue{Type: t}
	return made
}

// nests reports whether values of a type hold others that are compared with them
// and may hold others themselves.
func (p *program) nests(t types.Type) bool {
	switch u := t.Underlying().(type) {
	case *types.Interface:
		return true
	case *types.Array:
		return p.nests(u.Elem())
	case *types.Struct:
		for f := range u.Fields() {
			if p.nests(f.Type()) {
				return true
			}
		}
	}
	return false
}

// boxesInto reports whether values of an interface type are boxed: any, error
// and the interfaces the learner declares. Those of the standard library are
// left to the interpreter, which implements them for compiled code.
func (p *program) boxesInto(to types.Type) bool {
	i := to.Underlying().(*types.Interface)
	if i.NumMethods() == 0 || types.TypeString(to, nil) == "fmt.Stringer" || types.Identical(i, types.Universe.Lookup("error").Type().Underlying()) {
		return true
	}
	return p.erased(to)
}

// asStandard turns a value of an interface that the learner declared into one
// of an interface of the standard library.
func (p *program) asStandard(e ast.Expr, from, to types.Type) ast.Expr {
	if !p.erased(from) || to.Underlying().(*types.Interface).NumMethods() == 0 || p.erased(to) {
		return e
	}
	if _, ok := adapters[types.TypeString(to, nil)]; ok {
		return p.adapted(e, from, to)
	}
	return p.keep(p.asInterface(e, to), e)
}

// adapted makes a value one of an interface of the standard library, by an
// adapter with its methods. Types of the interpreter's own have none.
func (p *program) adapted(e ast.Expr, from, to types.Type) ast.Expr {
	name := types.TypeString(to, nil)
	if _, ok := adapters[name]; !ok {
		return e
	}
	set := types.NewMethodSet(from)
	boxed := "x"
	if !isInterface(from) {
		boxed = printed(support("Box", ast.NewIdent("x"), text(p.typeID(from))))
	}
	args := []string{boxed}
	var b strings.Builder
	for i, m := range methodsOf(to) {
		f := fmt.Sprintf("f%d", i)
		selected := set.Lookup(p.pkg, m.Name())
		params, passed := p.parameterList(m.Signature())
		call := p.callText(selected, "x", strings.Join(passed, ", "))
		fmt.Fprintf(&b, "%s := %s\n", f, p.literal(m.Signature(), params, call))
		args = append(args, f)
	}
	fmt.Fprintf(&b, "return gex_.%s(%s)", adapterName(name), strings.Join(args, ", "))
	helper := p.helper("adapt", "x "+p.typeText(from), p.typeText(to), b.String())
	made := &ast.CallExpr{Fun: ast.NewIdent(helper), Args: []ast.Expr{e}}
	p.info.Types[made] = types.TypeAndValue{Type: to}
	return made
}

// methodsOf are the methods of an interface in the order of their names.
func methodsOf(t types.Type) []*types.Func {
	methods := slices.Collect(t.Underlying().(*types.Interface).Methods())
	slices.SortFunc(methods, func(a, b *types.Func) int { return strings.Compare(a.Name(), b.Name()) })
	return methods
}

// erased reports whether an interface type is any in lowered code and called
// something else in the program: those with methods, and names for any.
func (p *program) erased(t types.Type) bool {
	i, ok := t.Underlying().(*types.Interface)
	if !ok {
		return false
	}
	if named, ok := types.Unalias(t).(*types.Named); ok {
		return named.Obj().Pkg() == p.pkg
	}
	return i.NumMethods() > 0
}

// ours reports whether a type is made of types that the learner declared.
func (p *program) ours(t types.Type) bool { return p.mentions(t, map[types.Type]bool{}) }

func (p *program) mentions(t types.Type, seen map[types.Type]bool) bool {
	if seen[t] {
		return false
	}
	seen[t] = true
	switch t := types.Unalias(t).(type) {
	case *types.Named:
		return t.Obj().Pkg() == p.pkg || isSequence(t)
	case *types.Pointer:
		return p.mentions(t.Elem(), seen)
	case *types.Slice:
		return p.mentions(t.Elem(), seen)
	case *types.Array:
		return p.mentions(t.Elem(), seen)
	case *types.Chan:
		return p.mentions(t.Elem(), seen)
	case *types.Map:
		return p.mentions(t.Key(), seen) || p.mentions(t.Elem(), seen)
	case *types.Struct:
		return true
	case *types.Signature:
		return p.mentionsAny(t.Params(), seen) || p.mentionsAny(t.Results(), seen)
	}
	return false
}

func (p *program) mentionsAny(vars *types.Tuple, seen map[types.Type]bool) bool {
	for v := range vars.Variables() {
		if p.mentions(v.Type(), seen) {
			return true
		}
	}
	return false
}

func (p *program) boxReturns(body *ast.BlockStmt, s *types.Signature) {
	if body == nil {
		return
	}
	ast.Inspect(body, func(n ast.Node) bool {
		if _, inner := n.(*ast.FuncLit); inner {
			return false
		}
		if r, ok := n.(*ast.ReturnStmt); ok && len(r.Results) == s.Results().Len() {
			for i := range r.Results {
				r.Results[i] = p.box(r.Results[i], s.Results().At(i).Type())
			}
		}
		return true
	})
}

func (p *program) boxArguments(call *ast.CallExpr) {
	tv, ok := p.info.Types[call.Fun]
	switch {
	case !ok:
	case tv.IsType():
		if len(call.Args) == 1 {
			call.Args[0] = p.box(call.Args[0], tv.Type)
		}
	case tv.IsBuiltin():
		p.boxBuiltin(call)
	case p.takesRaw(call):
	default:
		if s, ok := tv.Type.Underlying().(*types.Signature); ok {
			p.boxParameters(call, s)
		}
	}
}

func (p *program) boxParameters(call *ast.CallExpr, s *types.Signature) {
	lists := p.takesLists(call, s)
	defer func() {
		if lists {
			p.listArguments(call, s)
		}
	}()
	for i, arg := range call.Args {
		last := s.Params().Len() - 1
		switch {
		case i > last && !s.Variadic() || last < 0:
		case s.Variadic() && i >= last && call.Ellipsis == token.NoPos:
			call.Args[i] = p.box(arg, s.Params().At(last).Type().(*types.Slice).Elem())
		case s.Variadic() && i == last && p.info.Types[arg].IsNil():
			list := s.Params().At(last).Type() // the interpreter takes no nil for the list
			call.Args[i] = p.keepType(&ast.CallExpr{Fun: p.typeExpr(list), Args: []ast.Expr{arg}}, list)
		default:
			call.Args[i] = p.box(arg, s.Params().At(i).Type())
		}
	}
}

// takesLists reports whether an argument for a variadic parameter could be the list
// of all of them, for which the interpreter would take it.
func (p *program) takesLists(call *ast.CallExpr, s *types.Signature) bool {
	last := s.Params().Len() - 1
	if !s.Variadic() || call.Ellipsis.IsValid() || len(call.Args) <= last {
		return false
	}
	list := s.Params().At(last).Type()
	return slices.ContainsFunc(call.Args[last:], func(arg ast.Expr) bool {
		t := p.typeOf(arg)
		return t != nil && !isNil(t) && types.AssignableTo(t, list)
	})
}

// listArguments writes the list of the arguments for a variadic parameter out.
func (p *program) listArguments(call *ast.CallExpr, s *types.Signature) {
	last := s.Params().Len() - 1
	list := s.Params().At(last).Type()
	literal := &ast.CompositeLit{Type: p.typeExpr(list), Elts: slices.Clone(call.Args[last:])}
	call.Args = append(call.Args[:last:last], p.keepType(literal, list))
	call.Ellipsis = call.Rparen
}

// keepType records the type of an expression that has been made.
func (p *program) keepType(made ast.Expr, t types.Type) ast.Expr {
	p.info.Types[made] = types.TypeAndValue{Type: t}
	return made
}

// takesRaw reports whether a call is of a function that looks into its
// arguments by reflection: a box would be in its way.
func (p *program) takesRaw(call *ast.CallExpr) bool {
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok {
		return false
	}
	o := p.info.Uses[sel.Sel]
	if o == nil || o.Pkg() == nil {
		return false
	}
	return o.Pkg().Path() == "sort" && strings.HasPrefix(o.Name(), "Slice")
}

func (p *program) boxBuiltin(call *ast.CallExpr) {
	switch {
	case p.isBuiltin(call.Fun, "append") && call.Ellipsis == token.NoPos:
		if s, ok := coreType(p.typeOf(call.Args[0])).(*types.Slice); ok {
			list := types.NewSignatureType(nil, nil, nil, types.NewTuple(types.NewParam(token.NoPos, nil, "", s), types.NewParam(token.NoPos, nil, "", types.NewSlice(s.Elem()))), nil, true)
			p.boxParameters(call, list)
		}
	case p.isBuiltin(call.Fun, "delete"):
		if m, ok := coreType(p.typeOf(call.Args[0])).(*types.Map); ok {
			call.Args[1] = p.key(call.Args[1], m.Key())
		}
	case p.isBuiltin(call.Fun, "panic"):
		call.Args[0] = p.box(call.Args[0], types.NewInterfaceType(nil, nil))
	}
}

func (p *program) boxElements(lit *ast.CompositeLit) {
	switch t := coreType(deref(p.typeOf(lit))).(type) {
	case *types.Slice:
		p.boxList(lit, t.Elem())
	case *types.Array:
		p.boxList(lit, t.Elem())
	case *types.Map:
		for _, e := range lit.Elts {
			if kv, ok := e.(*ast.KeyValueExpr); ok {
				kv.Key, kv.Value = p.key(kv.Key, t.Key()), p.box(kv.Value, t.Elem())
			}
		}
	case *types.Struct:
		p.boxFields(lit, t)
	}
}

// deref is the element of a pointer: the type of &T in a list of *T, where
// the & may be left out.
func deref(t types.Type) types.Type {
	if pointer, ok := coreType(t).(*types.Pointer); ok {
		return pointer.Elem()
	}
	return t
}

func (p *program) boxList(lit *ast.CompositeLit, element types.Type) {
	for i, e := range lit.Elts {
		if kv, ok := e.(*ast.KeyValueExpr); ok {
			kv.Value = p.box(kv.Value, element)
		} else {
			lit.Elts[i] = p.box(e, element)
		}
	}
}

func (p *program) boxFields(lit *ast.CompositeLit, s *types.Struct) {
	fields := map[string]types.Type{}
	for f := range s.Fields() {
		fields[f.Name()] = f.Type()
	}
	for i, e := range lit.Elts {
		kv, ok := e.(*ast.KeyValueExpr)
		if !ok {
			lit.Elts[i] = p.box(e, s.Field(i).Type())
		} else if id, ok := kv.Key.(*ast.Ident); ok {
			kv.Value = p.box(kv.Value, fields[id.Name])
		}
	}
}

func (p *program) boxAssigned(a *ast.AssignStmt) {
	if len(a.Lhs) != len(a.Rhs) {
		return
	}
	for i := range a.Rhs {
		a.Rhs[i] = p.box(a.Rhs[i], p.typeOf(a.Lhs[i]))
	}
}

func (p *program) boxValues(v *ast.ValueSpec) {
	if len(v.Names) != len(v.Values) {
		return
	}
	for i := range v.Values {
		if o := p.info.Defs[v.Names[i]]; o != nil {
			v.Values[i] = p.box(v.Values[i], o.Type())
		}
	}
}

func (p *program) boxCompared(b *ast.BinaryExpr) {
	if b.Op == token.EQL || b.Op == token.NEQ {
		x, y := p.typeOf(b.X), p.typeOf(b.Y)
		if p.isOtherStruct(x, y) {
			b.X = p.converted(b.X, x, y)
			return
		}
		b.X, b.Y = p.box(b.X, y), p.box(b.Y, x)
	}
}

func (p *program) boxCases(s *ast.SwitchStmt) {
	if s.Tag == nil {
		return
	}
	tag := p.typeOf(s.Tag)
	for _, c := range s.Body.List {
		clause := c.(*ast.CaseClause)
		for i, e := range clause.List {
			clause.List[i] = p.box(e, tag)
		}
	}
}
