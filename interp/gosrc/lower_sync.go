package gosrc

import (
	"go/ast"
	"go/token"
	"go/types"
)

// syncMethods are the methods of package sync that block, wake or end the
// program, and those of timers, with the compiled functions that stand for them.
var syncMethods = map[string]string{
	"(*sync.Mutex).Lock": "Lock", "(*sync.Mutex).Unlock": "Unlock",
	"(*sync.RWMutex).Lock": "Lock", "(*sync.RWMutex).Unlock": "Unlock",
	"(*sync.RWMutex).RLock": "ReadLock", "(*sync.RWMutex).RUnlock": "ReadUnlock",
	"(sync.Locker).Lock": "Lock", "(sync.Locker).Unlock": "Unlock",
	"(*sync.WaitGroup).Add": "Add", "(*sync.WaitGroup).Done": "Done",
	"(*sync.WaitGroup).Wait": "WaitGroup", "(*sync.WaitGroup).Go": "GoIn",
	"(*sync.Once).Do":    "Once",
	"(*time.Timer).Stop": "StopTimer", "(*time.Timer).Reset": "ResetTimer",
	"(*time.Ticker).Stop": "StopTicker", "(*time.Ticker).Reset": "ResetTicker",
	"(*sync.Cond).Wait": "CondWait", "(*sync.Cond).Signal": "Signal", "(*sync.Cond).Broadcast": "Broadcast",
}

// lowerSync gives the methods of package sync that block to compiled code, in
// which a process or goroutine waits as processes do.
//
//	mu.Lock()       =>  gex_.Lock(&mu, 12)
//	f := wg.Done    =>  f := func() { gex_.Done(wg, 12) }, with wg as it is now
//	mu.RLocker()    =>  gex_.RLocker(&mu)
func lowerSync(p *program) {
	rewriteExprs(p.file, func(e ast.Expr) ast.Expr {
		switch e := e.(type) {
		case *ast.CallExpr:
			return p.syncCall(e)
		case *ast.SelectorExpr:
			return p.syncValue(e)
		}
		return e
	})
}

// syncMethod returns the function for a selector of a method of package sync.
func (p *program) syncMethod(e ast.Expr) (*ast.SelectorExpr, *types.Selection, string) {
	sel, ok := ast.Unparen(e).(*ast.SelectorExpr)
	if !ok || p.info.Selections[sel] == nil {
		return nil, nil, ""
	}
	selection := p.info.Selections[sel]
	f, ok := selection.Obj().(*types.Func)
	if !ok || f.Pkg() == nil {
		return nil, nil, ""
	}
	return sel, selection, syncMethods[f.FullName()]
}

// syncCall takes the receivers of calls whose methods syncValue has bound.
func (p *program) syncCall(call *ast.CallExpr) ast.Expr {
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok && p.info.Selections[sel] != nil {
		if f := p.info.Selections[sel].Obj(); f.Name() == "RLocker" && f.Pkg() != nil && f.Pkg().Path() == "sync" {
			return p.keep(support("RLocker", p.pointerTo(sel.X)), call)
		}
	}
	bound, ok := ast.Unparen(call.Fun).(*ast.CallExpr)
	if !ok || !p.boundSync[bound] {
		return call
	}
	method := bound.Args[0].(*ast.SelectorExpr)
	args := append([]ast.Expr{bound.Args[1]}, call.Args...)
	return p.keep(&ast.CallExpr{Fun: method, Args: append(args, bound.Args[2])}, call)
}

// syncValue binds a method to its receiver.
func (p *program) syncValue(e *ast.SelectorExpr) ast.Expr {
	sel, selection, name := p.syncMethod(e)
	if name == "" {
		return e
	}
	line := p.line(sel)
	p.spellPath(sel, selection)
	method := &ast.SelectorExpr{X: ast.NewIdent(supportName), Sel: ast.NewIdent(name)}
	if selection.Kind() == types.MethodExpr {
		return p.syncFunction(selection, method, line)
	}
	binder := "Bind"
	switch name {
	case "Add":
		binder = "BindAdd"
	case "GoIn", "Once":
		binder = "BindFunc"
	case "StopTimer", "ResetTimer", "ResetTicker":
		binder = name + "Later"
	}
	bound := support(binder, method, p.pointerTo(sel.X), line)
	if p.boundSync == nil {
		p.boundSync = map[*ast.CallExpr]bool{}
	}
	p.boundSync[bound] = true
	return p.keep(bound, sel)
}

// syncFunction is a method expression.
func (p *program) syncFunction(selection *types.Selection, method ast.Expr, line ast.Expr) ast.Expr {
	f := &ast.FuncLit{Type: &ast.FuncType{Params: &ast.FieldList{}}, Body: block()}
	call := &ast.CallExpr{Fun: method}
	for v := range selection.Type().(*types.Signature).Params().Variables() {
		name := p.fresh("arg").Name
		f.Type.Params.List = append(f.Type.Params.List, &ast.Field{Names: []*ast.Ident{ast.NewIdent(name)}, Type: p.typeExpr(v.Type())})
		call.Args = append(call.Args, ast.NewIdent(name))
	}
	call.Args = append(call.Args, line)
	f.Body.List = []ast.Stmt{&ast.ExprStmt{X: call}}
	if results := selection.Type().(*types.Signature).Results(); results.Len() > 0 {
		f.Type.Results = &ast.FieldList{List: []*ast.Field{{Type: p.typeExpr(results.At(0).Type())}}}
		f.Body.List = []ast.Stmt{&ast.ReturnStmt{Results: []ast.Expr{call}}}
	}
	return f
}

// spellPath selects from the embedded value itself, if the method is promoted.
func (p *program) spellPath(sel *ast.SelectorExpr, s *types.Selection) {
	if s.Kind() == types.MethodExpr {
		return
	}
	t := s.Recv()
	for _, name := range embeddedPath(t, s.Index()) {
		f := structField(t, name)
		made := &ast.SelectorExpr{X: sel.X, Sel: ast.NewIdent(name)}
		p.info.Types[made] = types.TypeAndValue{Type: f.Type()}
		sel.X, t = made, f.Type()
	}
}

// pointerTo is the pointer or interface that a method with a pointer receiver
// is called on.
func (p *program) pointerTo(e ast.Expr) ast.Expr {
	switch t := p.typeOf(e); {
	case t == nil, isInterface(t):
		return e
	default:
		if _, pointer := t.Underlying().(*types.Pointer); pointer {
			return e
		}
	}
	return &ast.UnaryExpr{Op: token.AND, X: e}
}
