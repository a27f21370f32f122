package gosrc

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"strings"
)

// lowerMethods turns methods into functions with the receiver as first
// parameter. The interpreter finds some methods only in certain orders of
// declarations, looks at the receiver of a method value when it is called, and
// loses promoted methods. Publishing and boxes know the functions by their
// names.
//
//	func (a Add) Sum(n int) int  =>  func Add_Sum_gex(a Add, n int) int
//	a.Sum(1)                     =>  Add_Sum_gex(a, 1)
//	f := a.Sum                   =>  f := bind_gex1(a)
//	Add.Sum                      =>  Add_Sum_gex
func lowerMethods(p *program) {
	if p.has(withMembers) {
		p.lowerMethodUses()
	}
	for _, d := range p.file.Decls {
		if f, ok := d.(*ast.FuncDecl); ok && f.Recv != nil && len(f.Recv.List) > 0 {
			p.becomeFunction(f)
		}
	}
}

// lowerMethodUses lowers calls and values of methods.
func (p *program) lowerMethodUses() {
	called, callees := p.calledDirectly(), p.callees()
	rewriteExprs(p.file, func(e ast.Expr) ast.Expr {
		switch e := e.(type) {
		case *ast.CallExpr:
			sel, ok := ast.Unparen(e.Fun).(*ast.SelectorExpr)
			if f := p.methodOf(sel); ok && f != nil && called[sel] {
				p.callFunction(e, sel, f)
			}
		case *ast.SelectorExpr:
			if s := p.info.Selections[e]; s != nil && s.Kind() == types.MethodExpr && !isInterface(s.Recv()) {
				return p.keepRaw(p.methodExpression(e, s), e)
			}
			if f := p.methodOf(e); f != nil && !called[e] {
				return p.keepRaw(p.bound(e, f), e)
			}
			if f := p.foreignMethod(e); f != nil && !callees[e] {
				return p.keepRaw(p.bound(e, f), e)
			}
		}
		return e
	})
}

// callees are the functions of all calls.
func (p *program) callees() map[ast.Expr]bool {
	found := map[ast.Expr]bool{}
	ast.Inspect(p.file, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok {
			found[ast.Unparen(call.Fun)] = true
		}
		return true
	})
	return found
}

// foreignMethod returns the method of a type of another package that is
// selected from a value, or nil.
func (p *program) foreignMethod(sel *ast.SelectorExpr) *types.Func {
	s := p.info.Selections[sel]
	if s == nil || s.Kind() != types.MethodVal || isInterface(s.Recv()) {
		return nil
	}
	f := s.Obj().(*types.Func)
	named, ok := types.Unalias(deref(types.Unalias(f.Signature().Recv().Type()))).(*types.Named)
	if !ok || f.Pkg() == p.pkg || named.TypeArgs().Len() > 0 || isInterface(named) || syncMethods[f.FullName()] != "" || f.Name() == "RLocker" || strings.HasPrefix(f.Pkg().Path(), "gex/") {
		return nil
	}
	return f
}

// keepRaw records the type of a function that stands for a method.
func (p *program) keepRaw(made, original ast.Expr) ast.Expr {
	if p.raw == nil {
		p.raw = map[ast.Expr]bool{}
	}
	p.raw[made] = true
	return p.keep(made, original)
}

// methodOf returns the method of a type of the learner's that is selected from
// a value, or nil.
func (p *program) methodOf(sel *ast.SelectorExpr) *types.Func {
	if sel == nil {
		return nil
	}
	s := p.info.Selections[sel]
	if s == nil || s.Kind() != types.MethodVal || isInterface(s.Recv()) {
		return nil
	}
	f := s.Obj().(*types.Func)
	if f.Pkg() != p.pkg || isInterface(f.Signature().Recv().Type()) {
		return nil
	}
	return f
}

// methodCalled is the function that a method becomes, where lowered code uses it.
func (p *program) methodCalled(f *types.Func) string {
	name := methodName(f)
	if p.called == nil {
		p.called = map[string]bool{}
	}
	p.called[name] = true
	return name
}

// methodName is the function that a method becomes.
func methodName(f *types.Func) string {
	receiver := types.Unalias(deref(types.Unalias(f.Signature().Recv().Type())))
	if named, ok := receiver.(*types.Named); ok {
		return functionOf(named.Obj().Name(), f.Name())
	}
	return f.Name()
}

func functionOf(typeName, method string) string { return typeName + "_" + method + "_gex" }

// callFunction makes a call of a method one of its function.
func (p *program) callFunction(call *ast.CallExpr, sel *ast.SelectorExpr, f *types.Func) {
	name := &ast.Ident{NamePos: sel.Pos(), Name: p.methodCalled(f)}
	p.info.Types[name] = types.TypeAndValue{Type: withReceiver(f.Signature())}
	call.Fun = name
	call.Args = append([]ast.Expr{p.receiverOf(sel, f)}, call.Args...)
}

// withReceiver is the signature of a method as a function.
func withReceiver(s *types.Signature) *types.Signature {
	params := []*types.Var{types.NewParam(token.NoPos, nil, "", s.Recv().Type())}
	for v := range s.Params().Variables() {
		params = append(params, v)
	}
	return types.NewSignatureType(nil, nil, nil, types.NewTuple(params...), s.Results(), s.Variadic())
}

// receiverOf is the value that a method is selected from, as the method takes it.
func (p *program) receiverOf(sel *ast.SelectorExpr, f *types.Func) ast.Expr {
	_, wantsPointer := types.Unalias(f.Signature().Recv().Type()).(*types.Pointer)
	t := p.typeOf(sel.X)
	_, isPointer := types.Unalias(t).(*types.Pointer)
	switch {
	case wantsPointer && !isPointer:
		e := &ast.UnaryExpr{Op: token.AND, X: sel.X}
		p.info.Types[e] = types.TypeAndValue{Type: types.NewPointer(t)}
		return e
	case !wantsPointer && isPointer:
		e := &ast.StarExpr{X: sel.X}
		p.info.Types[e] = types.TypeAndValue{Type: deref(t)}
		return e
	}
	return sel.X
}

// calledDirectly are the functions of calls that happen where they stand.
func (p *program) calledDirectly() map[ast.Expr]bool {
	called, later := map[ast.Expr]bool{}, map[*ast.CallExpr]bool{}
	ast.Inspect(p.file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.DeferStmt:
			later[n.Call] = true
		case *ast.GoStmt:
			later[n.Call] = true
		case *ast.CallExpr:
			if !later[n] {
				called[ast.Unparen(n.Fun)] = true
			}
		}
		return true
	})
	return called
}

// bound calls a function that returns the method of a receiver as it is now.
func (p *program) bound(sel *ast.SelectorExpr, f *types.Func) ast.Expr {
	receiver := p.receiverOf(sel, f)
	return &ast.CallExpr{Fun: ast.NewIdent(p.binder(f)), Args: []ast.Expr{receiver}}
}

// binder is the function that binds a method to its receiver.
func (p *program) binder(f *types.Func) string {
	params, args := p.parameterList(f.Signature())
	receiver, method, call := "x "+p.typeText(f.Signature().Recv().Type()), "", ""
	if f.Pkg() == p.pkg {
		method = p.methodCalled(f)
		call = fmt.Sprintf("%s(%s)", method, strings.Join(append([]string{"x"}, args...), ", "))
	} else {
		call = fmt.Sprintf("x.%s(%s)", f.Name(), strings.Join(args, ", "))
	}
	name := p.helper("bind", receiver, p.signature(f.Signature()), p.closure(f.Signature(), params, call))
	p.binders[name] = method
	return name
}

// closure is the text of a function body that returns a function of a
// signature which makes a call.
func (p *program) closure(s *types.Signature, params []string, call string) string {
	return "f := " + p.literal(s, params, call) + "\nreturn f"
}

// literal is the text of a function of a signature that makes a call.
func (p *program) literal(s *types.Signature, params []string, call string) string {
	if s.Results().Len() > 0 {
		call = "return " + call
	}
	_, results, _ := strings.Cut(p.signature(s), ") (")
	return fmt.Sprintf("func(%s) (%s {\n%s\n}", strings.Join(params, ", "), results, call)
}

// methodExpression is T.Method.
func (p *program) methodExpression(sel *ast.SelectorExpr, s *types.Selection) ast.Expr {
	f := s.Obj().(*types.Func)
	if f.Pkg() == p.pkg && len(s.Index()) == 1 && !isInterface(s.Recv()) && types.Identical(s.Recv(), f.Signature().Recv().Type()) {
		return &ast.Ident{NamePos: sel.Pos(), Name: p.methodCalled(f)}
	}
	signature := s.Type().(*types.Signature)
	params, args := p.parameterList(signature)
	call := p.callText(s, "a0", strings.Join(args[1:], ", "))
	name := p.helper("expression", "", p.signature(signature), p.closure(signature, params, call))
	return &ast.CallExpr{Fun: ast.NewIdent(name)}
}

// callText is the call of a selected method of the variable x.
func (p *program) callText(s *types.Selection, x, args string) string {
	f := s.Obj().(*types.Func)
	t := s.Recv()
	for _, name := range embeddedPath(t, s.Index()) {
		x += "." + name
		t = structField(t, name).Type()
	}
	if p.erased(t) {
		return p.dispatcher(f) + joinArgs(x, args)
	}
	if f.Pkg() != p.pkg || isInterface(t) {
		return x + "." + f.Name() + "(" + args + ")"
	}
	_, wantsPointer := types.Unalias(f.Signature().Recv().Type()).(*types.Pointer)
	_, isPointer := types.Unalias(t).(*types.Pointer)
	switch {
	case wantsPointer && !isPointer:
		x = "&" + x
	case !wantsPointer && isPointer:
		x = "*" + x
	}
	return p.methodCalled(f) + joinArgs(x, args)
}

func joinArgs(first, rest string) string {
	if rest == "" {
		return "(" + first + ")"
	}
	return "(" + first + ", " + rest + ")"
}

// parameterList writes the parameters of a function as declarations, and as
// the arguments of a call that passes them on.
func (p *program) parameterList(f *types.Signature) (params, args []string) {
	for i := range f.Params().Len() {
		t := f.Params().At(i).Type()
		param, arg := p.typeText(t), fmt.Sprintf("a%d", i)
		if f.Variadic() && i == f.Params().Len()-1 {
			param, arg = "..."+p.typeText(t.(*types.Slice).Elem()), arg+"..."
		}
		params, args = append(params, fmt.Sprintf("a%d %s", i, param)), append(args, arg)
	}
	return params, args
}

// becomeFunction makes a function of the declaration of a method.
func (p *program) becomeFunction(d *ast.FuncDecl) {
	f, ok := p.info.Defs[d.Name].(*types.Func)
	if !ok {
		return
	}
	receiver := d.Recv.List[0]
	if len(receiver.Names) == 0 {
		receiver.Names = []*ast.Ident{ast.NewIdent("_")}
	}
	nameParameters(d.Type)
	d.Type.Params.List = append([]*ast.Field{receiver}, d.Type.Params.List...)
	d.Recv = nil
	d.Name.Name = methodName(f)
}
