package gosrc

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
)

// backingBytes is the size of the array that the compiler keeps on the stack for
// a slice that grows there.
const backingBytes = 32

// lowerBacking gives slices that never leave their function the capacity that the
// compiler gives them: the first append that has to make room for an empty one
// takes an array of 32 bytes on the stack. Nobody can tell but by cap, so programs
// without that stay as they are.
//
//	func f() int {                 func f() int {
//		var s []int                    made_gex1 := false
//		s = append(s, 1)       =>      var s []int
//		return cap(s)                  if !made_gex1 && len(s) == 0 && 1 > cap(s) {
//	}                                      s, made_gex1 = make([]int, 0, 4), true
//	                                   }
//	                                   s = append(s, 1)
//	                                   return cap(s)
//	                               }
//
// One that is returned in one place, and does not leave otherwise, is moved from
// the stack then. Until it outgrows the array, it has no more room than it needs.
//
//	s = append(s, 1)  =>  s = backing_gex2(s, 1)
//	                      s = append(s, 1)
//
// What the compiler puts into its caller, and analyses there, is not known here.
func lowerBacking(p *program) {
	if !p.calls("cap") {
		return
	}
	kept := p.keptSlices()
	ast.Inspect(p.file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncDecl:
			p.backSlices(n.Body, kept)
		case *ast.FuncLit:
			p.backSlices(n.Body, kept)
		}
		return true
	})
}

// calls reports whether the program calls a builtin function.
func (p *program) calls(builtin string) bool {
	for _, o := range p.info.Uses {
		if o == types.Universe.Lookup(builtin) {
			return true
		}
	}
	return false
}

// backSlices makes the arrays of the slices that grow in a function.
func (p *program) backSlices(body *ast.BlockStmt, kept map[*types.Var]keeping) {
	if body == nil {
		return
	}
	seen := map[*types.Var]bool{}
	var flags []ast.Stmt
	rewriteOwn(body, func(s ast.Stmt) []ast.Stmt {
		v, call := p.growth(s)
		if v == nil || kept[v] == escapes || seen[v] {
			return nil
		}
		size := max(int(targetSizes.Sizeof(v.Type().Underlying().(*types.Slice).Elem())), 1)
		room, more := backingBytes/size, len(call.Args)-1
		if kept[v] == returned && room > 0 && !call.Ellipsis.IsValid() {
			t := p.typeText(v.Type())
			grow := p.helper("backing", "s "+t+", n int", t, fmt.Sprintf(
				"if len(s)+n <= cap(s) || len(s)+n > %d { return s }\nreturn append(make(%s, 0, ((len(s)+n)*%d+7)/8*8/%d), s...)", room, t, size, size))
			return []ast.Stmt{assign(ast.NewIdent(v.Name()), &ast.CallExpr{Fun: ast.NewIdent(grow), Args: []ast.Expr{ast.NewIdent(v.Name()), number(more)}}), s}
		}
		seen[v] = true
		if kept[v] != stays || call.Ellipsis.IsValid() || more == 0 || more > room {
			return nil
		}
		made := p.fresh("made")
		flags = append(flags, define(made, ast.NewIdent("false")))
		name := func() *ast.Ident { return ast.NewIdent(v.Name()) }
		of := func(builtin string) ast.Expr {
			return &ast.CallExpr{Fun: ast.NewIdent(builtin), Args: []ast.Expr{name()}}
		}
		empty := &ast.BinaryExpr{
			X:  &ast.BinaryExpr{X: &ast.UnaryExpr{Op: token.NOT, X: ast.NewIdent(made.Name)}, Op: token.LAND, Y: &ast.BinaryExpr{X: of("len"), Op: token.EQL, Y: number(0)}},
			Op: token.LAND,
			Y:  &ast.BinaryExpr{X: number(more), Op: token.GTR, Y: of("cap")},
		}
		array := &ast.CallExpr{Fun: ast.NewIdent("make"), Args: []ast.Expr{p.typeExpr(v.Type()), number(0), number(room)}}
		return []ast.Stmt{&ast.IfStmt{Cond: empty, Body: block(assign(name(), array), assign(ast.NewIdent(made.Name), ast.NewIdent("true")))}, s}
	})
	prepend(body, flags...)
}

// growth returns the variable that a statement appends to, and the call.
func (p *program) growth(s ast.Stmt) (*types.Var, *ast.CallExpr) {
	a, ok := s.(*ast.AssignStmt)
	if !ok || a.Tok != token.ASSIGN || len(a.Lhs) != 1 || len(a.Rhs) != 1 {
		return nil, nil
	}
	call, ok := a.Rhs[0].(*ast.CallExpr)
	if !ok || !p.isBuiltin(call.Fun, "append") {
		return nil, nil
	}
	v := p.variableOf(a.Lhs[0])
	if v == nil || p.variableOf(call.Args[0]) != v {
		return nil, nil
	}
	return v, call
}

func (p *program) variableOf(e ast.Expr) *types.Var {
	id, ok := e.(*ast.Ident)
	if !ok {
		return nil
	}
	v, _ := p.info.ObjectOf(id).(*types.Var)
	return v
}

// keeping says where the array of a slice may end up.
type keeping int

const (
	escapes  keeping = iota // anywhere
	stays                   // in the function that has the variable
	returned                // with its caller, at one return
)

// sliceUses counts what is done with variables.
type sliceUses struct {
	*program
	uses, kept map[*types.Var]int // in all, and of those that keep the array
	returns    map[*types.Var]int
	weight     map[*types.Var]int          // of appends, more in loops
	passed     map[*types.Var][]*types.Var // as which parameters
	lent       map[*types.Var]bool         // to function literals, or by the address of an element
	depth      int                         // of loops
	depths     map[*types.Var]int
	found      map[*types.Var]keeping
}

// keptSlices finds the local variables of slice types of which all that is done
// with them keeps their arrays in the function, also what they are passed to.
func (p *program) keptSlices() map[*types.Var]keeping {
	u := sliceUses{
		program: p, uses: map[*types.Var]int{}, kept: map[*types.Var]int{}, returns: map[*types.Var]int{}, weight: map[*types.Var]int{},
		passed: map[*types.Var][]*types.Var{}, lent: p.capturedByLiterals(), depths: map[*types.Var]int{}, found: map[*types.Var]keeping{},
	}
	for _, d := range p.allDecls() {
		walk(d, func(c *cursor) bool {
			u.count(c.Node)
			return true
		}, func(c *cursor) {
			if isLoop(c.Node) {
				u.depth--
			}
		})
	}
	for v := range u.uses {
		u.judge(v)
	}
	return u.found
}

func isLoop(n ast.Node) bool {
	switch n.(type) {
	case *ast.ForStmt, *ast.RangeStmt:
		return true
	}
	return false
}

// count counts what a node does.
func (u *sliceUses) count(n ast.Node) {
	if isLoop(n) {
		u.depth++
	}
	switch n := n.(type) {
	case *ast.Ident:
		if v, ok := u.info.Uses[n].(*types.Var); ok {
			u.uses[v]++
		}
		if v, ok := u.info.Defs[n].(*types.Var); ok {
			u.depths[v] = u.depth
		}
	case *ast.ReturnStmt:
		for _, e := range n.Results {
			if v := u.variableOf(e); v != nil {
				u.returns[v] += 1 + u.depth - u.depths[v]
			}
		}
	case *ast.CallExpr:
		u.passes(n)
	case *ast.UnaryExpr:
		if index, ok := ast.Unparen(n.X).(*ast.IndexExpr); ok && n.Op == token.AND {
			u.lent[u.variableOf(index.X)] = true
		}
	}
	if s, ok := n.(ast.Stmt); ok {
		if v, _ := u.growth(s); v != nil {
			u.kept[v] += 2
			u.weight[v] += 1 + u.depth - u.depths[v]
		}
	}
	for _, v := range u.harmless(n) {
		u.kept[v]++
	}
}

// judge says where the array of a variable may end up.
func (u *sliceUses) judge(v *types.Var) keeping {
	if known, ok := u.found[v]; ok {
		return known
	}
	_, slice := v.Type().Underlying().(*types.Slice)
	u.found[v] = escapes
	switch {
	case !slice || u.lent[v] || v.Parent() == u.pkg.Scope() || v.IsField():
	case u.uses[v] == u.kept[v]:
		u.found[v] = stays
	case u.uses[v] == u.kept[v]+1 && u.returns[v] == 1 && u.weight[v] >= 2:
		u.found[v] = returned
	}
	for _, param := range u.passed[v] {
		if u.judge(param) != stays {
			u.found[v] = escapes
		}
	}
	return u.found[v]
}

// harmless returns the variables that a node uses by itself in a way that keeps
// what they hold.
func (p *program) harmless(n ast.Node) []*types.Var {
	var list []*types.Var
	add := func(e ast.Expr) {
		if v := p.variableOf(e); v != nil {
			list = append(list, v)
		}
	}
	switch n := n.(type) {
	case *ast.IndexExpr:
		add(n.X)
	case *ast.RangeStmt:
		add(n.X)
	case *ast.BinaryExpr:
		add(n.X)
		add(n.Y)
	case *ast.CallExpr:
		if p.isBuiltin(n.Fun, "len") || p.isBuiltin(n.Fun, "cap") {
			add(n.Args[0])
		}
	case *ast.AssignStmt:
		for i, e := range n.Lhs {
			if n.Tok == token.ASSIGN && len(n.Lhs) == len(n.Rhs) && p.info.Types[n.Rhs[i]].IsNil() {
				add(e)
			}
		}
	}
	return list
}

// passes notes the variables that a call of a declared function passes on.
func (u *sliceUses) passes(call *ast.CallExpr) {
	id, ok := ast.Unparen(call.Fun).(*ast.Ident)
	if !ok || call.Ellipsis.IsValid() {
		return
	}
	f, ok := u.info.Uses[id].(*types.Func)
	if !ok || f.Pkg() != u.pkg || f.Signature().Recv() != nil {
		return
	}
	for i, arg := range call.Args {
		v := u.variableOf(arg)
		if v == nil || i >= f.Signature().Params().Len() || f.Signature().Variadic() && i == f.Signature().Params().Len()-1 {
			continue
		}
		u.kept[v]++
		u.passed[v] = append(u.passed[v], f.Signature().Params().At(i))
	}
}

// capturedByLiterals are the variables that function literals use and have not
// declared.
func (p *program) capturedByLiterals() map[*types.Var]bool {
	captured := map[*types.Var]bool{}
	p.inspectAll(func(n ast.Node) bool {
		literal, ok := n.(*ast.FuncLit)
		if !ok {
			return true
		}
		ast.Inspect(literal, func(n ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok {
				if v, ok := p.info.Uses[id].(*types.Var); ok && (v.Pos() < literal.Pos() || v.Pos() > literal.End()) {
					captured[v] = true
				}
			}
			return true
		})
		return true
	})
	return captured
}
