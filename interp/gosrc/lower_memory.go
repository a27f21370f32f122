package gosrc

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
)

// lowerMemory checks the sizes that make is given, and what grows by a factor,
// since a program that runs out of memory cannot be saved.
//
//	make([]int, n)        =>  make([]int, gex_.Size(n, 8, 12))
//	b.WriteString(s)      =>  b.WriteString(gex_.FitString(s, 12))
//	x.Exp(y, z, nil)      =>  gex_.Power(x, y, z, nil, 12)
//	s += t                =>  s += t; if len(s) > 65536 { gex_.Grown(12) }
//	f(append(a, b...))    =>  f(grown_gex1(append(a, b...), 12))
func lowerMemory(p *program) {
	checked := map[ast.Expr]bool{}
	rewriteStatements(p.file, func(s ast.Stmt) []ast.Stmt { return p.checkGrown(s, checked) })
	inner := p.innerSums()
	rewriteExprs(p.file, func(e ast.Expr) ast.Expr {
		if p.grows(e) && !checked[e] && !inner[e] {
			return p.grownExpr(e)
		}
		if call, ok := e.(*ast.CallExpr); ok {
			return p.limitCall(call)
		}
		return e
	})
}

// limitCall checks the arguments of calls that make something large.
func (p *program) limitCall(call *ast.CallExpr) ast.Expr {
	if p.isBuiltin(call.Fun, "make") && len(call.Args) > 1 {
		size := number(int(elementSize(targetSizes, p.typeOf(call.Args[0]))))
		checks := []string{"Size", "Capacity"}
		switch coreType(p.typeOf(call.Args[0])).(type) {
		case *types.Chan:
			checks = []string{"Places"}
		case *types.Map:
			checks = []string{"Entries"}
		}
		for i := range call.Args[1:] {
			call.Args[i+1] = support(checks[i], intOf(p, call.Args[i+1]), size, p.line(call))
		}
		return call
	}
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok || p.info.Selections[sel] == nil || p.info.Selections[sel].Kind() != types.MethodVal {
		return call
	}
	f, ok := p.info.Selections[sel].Obj().(*types.Func)
	if !ok || call.Ellipsis.IsValid() {
		return call
	}
	switch f.FullName() {
	case "(*strings.Builder).Grow", "(*bytes.Buffer).Grow":
		call.Args[0] = support("Size", intOf(p, call.Args[0]), number(1), p.line(call))
	case "(*strings.Builder).WriteString", "(*bytes.Buffer).WriteString":
		if p.info.Types[call.Args[0]].Value == nil {
			call.Args[0] = support("FitString", call.Args[0], p.line(call))
		}
	case "(*strings.Builder).Write", "(*bytes.Buffer).Write":
		call.Args[0] = support("FitBytes", call.Args[0], p.line(call))
	default:
		return p.limitBig(f.FullName(), sel, call)
	}
	return call
}

// limitBig checks operations of big numbers that may make huge ones.
func (p *program) limitBig(name string, sel *ast.SelectorExpr, call *ast.CallExpr) ast.Expr {
	switch name {
	case "(*math/big.Int).Lsh":
		call.Args[1] = support("Bits", call.Args[1], p.line(call))
	case "(*math/big.Int).Mul":
		call.Args[0] = support("Factor", call.Args[0], p.line(call))
		call.Args[1] = support("Factor", call.Args[1], p.line(call))
	case "(*math/big.Int).MulRange":
		if isPath(call.Args[0]) || p.info.Types[call.Args[0]].Value != nil {
			call.Args[1] = support("Range", call.Args[0], call.Args[1], p.line(call))
		}
	case "(*math/big.Int).Binomial":
		call.Args[1] = support("Range", number(0), call.Args[1], p.line(call))
	case "(*math/big.Int).Exp":
		return p.keep(support("Power", append([]ast.Expr{p.pointerTo(sel.X)}, append(call.Args, p.line(call))...)...), call)
	}
	return call
}

// grows reports whether an expression makes something that may be as large as
// several operands together: a concatenation, or append of a whole slice.
func (p *program) grows(e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.BinaryExpr:
		return e.Op == token.ADD && p.isString(e) && p.info.Types[e].Value == nil
	case *ast.CallExpr:
		return p.isBuiltin(e.Fun, "append") && e.Ellipsis.IsValid()
	}
	return false
}

func (p *program) isString(e ast.Expr) bool {
	t, ok := coreType(p.typeOf(e)).(*types.Basic)
	return ok && t.Info()&types.IsString != 0
}

// innerSums are the concatenations that are operands of others.
func (p *program) innerSums() map[ast.Expr]bool {
	inner := map[ast.Expr]bool{}
	ast.Inspect(p.file, func(n ast.Node) bool {
		if b, ok := n.(*ast.BinaryExpr); ok && p.grows(b) {
			inner[ast.Unparen(b.X)], inner[ast.Unparen(b.Y)] = true, true
		}
		return true
	})
	return inner
}

// checkGrown checks a variable that was assigned something that has grown.
func (p *program) checkGrown(s ast.Stmt, checked map[ast.Expr]bool) []ast.Stmt {
	a, ok := s.(*ast.AssignStmt)
	if !ok || len(a.Lhs) != 1 || len(a.Rhs) != 1 || !isPath(a.Lhs[0]) || isInterface(p.typeOf(a.Lhs[0])) || isBlank(a.Lhs[0]) {
		return nil
	}
	rhs := ast.Unparen(a.Rhs[0])
	if !p.grows(rhs) && !(a.Tok == token.ADD_ASSIGN && p.isString(a.Lhs[0])) {
		return nil
	}
	checked[rhs] = true
	return []ast.Stmt{a, &ast.IfStmt{
		Cond: &ast.BinaryExpr{
			X:  &ast.CallExpr{Fun: ast.NewIdent("len"), Args: []ast.Expr{p.repeat(a.Lhs[0])}},
			Op: token.GTR, Y: number(largeValue / p.elementBytes(a.Lhs[0])),
		},
		Body: block(&ast.ExprStmt{X: support("Grown", p.line(a))}),
	}}
}

func isBlank(e ast.Expr) bool {
	id, ok := e.(*ast.Ident)
	return ok && id.Name == "_"
}

// elementBytes is the size of an element of a slice or string.
func (p *program) elementBytes(e ast.Expr) int {
	if s, ok := coreType(p.typeOf(e)).(*types.Slice); ok {
		return int(min(max(targetSizes.Sizeof(s.Elem()), 1), largeValue))
	}
	return 1
}

// grownExpr checks a value that has grown where it stands.
func (p *program) grownExpr(e ast.Expr) ast.Expr {
	t := p.typeText(p.typeOf(e))
	check := p.helper("grown", "x "+t+", line int", t,
		fmt.Sprintf("if len(x) > %d { gex_.Grown(line) }\nreturn x", largeValue/p.elementBytes(e)))
	return p.keep(&ast.CallExpr{Fun: ast.NewIdent(check), Args: []ast.Expr{e, p.line(e)}}, e)
}

// targetSizes are the sizes of types on the machines gex is made for.
var targetSizes = types.SizesFor("gc", "amd64")

// elementSize is what one element of a slice, map or channel takes at least.
func elementSize(sizes types.Sizes, t types.Type) int64 {
	switch t := coreType(t).(type) {
	case *types.Slice:
		return max(sizes.Sizeof(t.Elem()), 1)
	case *types.Chan:
		return max(sizes.Sizeof(t.Elem()), 1)
	case *types.Map:
		return max(sizes.Sizeof(t.Key())+sizes.Sizeof(t.Elem()), 1)
	}
	return 1
}

// intOf is an integer expression as an int.
func intOf(p *program, e ast.Expr) ast.Expr {
	if t, ok := p.typeOf(e).(*types.Basic); ok && (t.Kind() == types.Int || t.Kind() == types.UntypedInt) {
		return e
	}
	return &ast.CallExpr{Fun: ast.NewIdent("int"), Args: []ast.Expr{e}}
}
