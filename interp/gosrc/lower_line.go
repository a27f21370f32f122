package gosrc

import (
	"go/ast"
	"go/token"
	"go/types"
	"strconv"
)

// lowerLines marks statements that can fail with their lines. lowerCheckpoints
// makes assignments to the line of the function of the marks.
//
//	p.n = 1  =>  gex_.Line(12)
//	             p.n = 1
func lowerLines(p *program) {
	for _, d := range p.file.Decls {
		p.markLines(d, 0)
	}
}

// markLines marks the statements under n. The condition of the loop that they
// belong to can fail at line again, or line is 0.
func (p *program) markLines(n ast.Node, again int) {
	ast.Inspect(n, func(child ast.Node) bool {
		switch child := child.(type) {
		case *ast.FuncLit:
			p.markLines(child.Body, 0)
			return false
		case *ast.ForStmt:
			if child != n {
				p.markLoop(child)
				return false
			}
		case *ast.RangeStmt:
			if child != n {
				p.markLines(child, 0)
				return false
			}
		case *ast.BlockStmt:
			child.List = p.marked(child.List, again)
		case *ast.CaseClause:
			child.Body = p.marked(child.Body, again)
		case *ast.CommClause:
			child.Body = p.marked(child.Body, again)
		case *ast.IfStmt:
			if inner, ok := child.Else.(*ast.IfStmt); ok && p.faultLine(inner) > 0 {
				child.Else = block(inner)
			}
		}
		return true
	})
}

// markLoop marks the statements of a loop, and its end if its condition or what
// follows an iteration can fail.
func (p *program) markLoop(loop *ast.ForStmt) {
	again := 0
	for _, n := range []ast.Node{loop.Post, loop.Cond} {
		if again == 0 && !isNilNode(n) {
			again = p.faultLine(n)
		}
	}
	p.markLines(loop, again)
	if again > 0 {
		loop.Body.List = append(loop.Body.List, lineMark(again))
	}
}

func isNilNode(n ast.Node) bool { return n == nil || n == ast.Stmt(nil) || n == ast.Expr(nil) }

// marked puts marks before the statements that can fail.
func (p *program) marked(list []ast.Stmt, again int) []ast.Stmt {
	var marked []ast.Stmt
	for _, s := range list {
		line := 0
		switch s := s.(type) {
		case *ast.CaseClause, *ast.CommClause: // what they evaluate belongs to the switch
		case *ast.BranchStmt:
			if s.Tok == token.CONTINUE {
				line = again
			}
		default:
			line = p.faultLine(s)
		}
		if line > 0 {
			marked = append(marked, lineMark(line))
		}
		marked = append(marked, s)
	}
	return marked
}

func lineMark(line int) ast.Stmt { return &ast.ExprStmt{X: support("Line", number(line))} }

// lineOf is the line that a mark gives.
func lineOf(mark ast.Expr) int {
	line, _ := strconv.Atoi(mark.(*ast.BasicLit).Value)
	return line
}

// markedLine returns the line of a mark.
func markedLine(s ast.Stmt) (ast.Expr, bool) {
	e, ok := s.(*ast.ExprStmt)
	if !ok {
		return nil, false
	}
	call, ok := e.X.(*ast.CallExpr)
	if !ok || len(call.Args) != 1 {
		return nil, false
	}
	f, ok := call.Fun.(*ast.SelectorExpr)
	if !ok || f.Sel.Name != "Line" {
		return nil, false
	}
	x, ok := f.X.(*ast.Ident)
	return call.Args[0], ok && x.Name == supportName
}

// faultLine returns the line at which a statement by itself, without those in
// it, can fail, or 0.
func (p *program) faultLine(s ast.Node) int {
	line := 0
	var look func(n ast.Node) bool
	look = func(n ast.Node) bool {
		switch n := n.(type) {
		case nil, *ast.FuncLit, *ast.BlockStmt:
			return false
		case *ast.IfStmt:
			if n != s {
				return false
			}
		case *ast.CaseClause:
			for _, e := range n.List {
				ast.Inspect(e, look)
			}
			return false
		case *ast.CommClause:
			if n.Comm != nil {
				ast.Inspect(n.Comm, look)
			}
			return false
		case *ast.SwitchStmt, *ast.TypeSwitchStmt, *ast.SelectStmt:
			return p.lookIntoClauses(n, s, look)
		}
		if at := p.canFail(n); line == 0 && at.IsValid() {
			line = p.fset.Position(at).Line
		}
		return line == 0
	}
	ast.Inspect(s, look)
	return line
}

// lookIntoClauses looks at what a switch or select evaluates to choose.
func (p *program) lookIntoClauses(n, s ast.Node, look func(ast.Node) bool) bool {
	if n != s {
		if l, ok := s.(*ast.LabeledStmt); !ok || l.Stmt != n {
			return false
		}
	}
	var parts []ast.Node
	var body *ast.BlockStmt
	switch n := n.(type) {
	case *ast.SwitchStmt:
		parts, body = []ast.Node{n.Init, n.Tag}, n.Body
	case *ast.TypeSwitchStmt:
		parts, body = []ast.Node{n.Init, n.Assign}, n.Body
	case *ast.SelectStmt:
		body = n.Body
	}
	for _, part := range parts {
		if !isNilNode(part) {
			ast.Inspect(part, look)
		}
	}
	for _, clause := range body.List {
		ast.Inspect(clause, look)
	}
	return false
}

// canFail returns where a node by itself, without those in it, can fail when
// it is evaluated.
func (p *program) canFail(n ast.Node) token.Pos {
	switch n := n.(type) {
	case *ast.SelectorExpr:
		if s := p.info.Selections[n]; s != nil && s.Indirect() {
			return n.Sel.Pos()
		}
	case *ast.StarExpr:
		if p.info.Types[n].IsValue() {
			return n.Pos()
		}
	case *ast.IndexExpr:
		if p.info.Types[n].IsValue() && !isMap(p.typeOf(n.X)) && !p.isIndexed(n) {
			return n.Index.Pos()
		}
	case *ast.SliceExpr:
		if !isPath(n.X) || n.Slice3 {
			return n.Lbrack
		}
	case *ast.TypeAssertExpr:
		if n.Type != nil {
			return n.Lparen
		}
	case *ast.BinaryExpr:
		if p.operatorFails(n.Op, n.X, n.Y) {
			return n.OpPos
		}
	case *ast.AssignStmt:
		return p.assignmentFails(n)
	case *ast.IncDecStmt:
		if index, ok := ast.Unparen(n.X).(*ast.IndexExpr); ok && isMap(p.typeOf(index.X)) {
			return index.Lbrack
		}
	case *ast.CallExpr:
		if p.callFails(n) {
			return n.Lparen
		}
	}
	return token.NoPos
}

// operatorFails reports divisions by what may be zero, shifts by what may be
// negative and comparisons of what may not be comparable.
func (p *program) operatorFails(op token.Token, x, y ast.Expr) bool {
	switch op {
	case token.QUO, token.REM, token.QUO_ASSIGN, token.REM_ASSIGN:
		return isInteger(p.typeOf(x)) && p.info.Types[y].Value == nil
	case token.SHL, token.SHR, token.SHL_ASSIGN, token.SHR_ASSIGN:
		return p.info.Types[y].Value == nil && !isUnsigned(p.typeOf(y))
	case token.EQL, token.NEQ:
		return !p.info.Types[x].IsNil() && !p.info.Types[y].IsNil() && (isInterface(p.typeOf(x)) || isInterface(p.typeOf(y)))
	}
	return false
}

func (p *program) assignmentFails(a *ast.AssignStmt) token.Pos {
	if len(a.Lhs) == 1 && len(a.Rhs) == 1 && p.operatorFails(a.Tok, a.Lhs[0], a.Rhs[0]) {
		return a.TokPos
	}
	for _, e := range a.Lhs {
		if index, ok := ast.Unparen(e).(*ast.IndexExpr); ok && isMap(p.typeOf(index.X)) {
			return index.Lbrack
		}
	}
	return token.NoPos
}

// callFails reports whether a call can fail outside of functions of the
// learner: functions of packages, function values and methods of interfaces.
func (p *program) callFails(call *ast.CallExpr) bool {
	f := ast.Unparen(call.Fun)
	tv := p.info.Types[f]
	if tv.IsType() {
		return false
	}
	if tv.IsBuiltin() {
		return p.isBuiltin(f, "close")
	}
	if s, ok := f.(*ast.SelectorExpr); ok {
		if selection := p.info.Selections[s]; selection != nil {
			return isInterface(selection.Recv()) || selection.Obj().Pkg() != p.pkg || selection.Kind() == types.FieldVal
		}
		return true
	}
	id, ok := f.(*ast.Ident)
	if !ok {
		return true
	}
	_, declared := p.info.Uses[id].(*types.Func)
	return !declared
}

func isMap(t types.Type) bool {
	if t == nil {
		return false
	}
	_, ok := coreType(t).(*types.Map)
	return ok
}

func isUnsigned(t types.Type) bool {
	b, ok := coreType(t).(*types.Basic)
	return ok && b.Info()&types.IsUnsigned != 0
}

// linesOf returns the different lines of the marks of a function's own
// statements.
func linesOf(body *ast.BlockStmt) (marks []ast.Expr) {
	seen := map[string]bool{}
	ast.Inspect(body, func(n ast.Node) bool {
		if s, ok := n.(*ast.ExprStmt); ok {
			if at, ok := markedLine(s); ok && !seen[at.(*ast.BasicLit).Value] {
				seen[at.(*ast.BasicLit).Value] = true
				marks = append(marks, at)
			}
		}
		_, inner := n.(*ast.FuncLit)
		return !inner
	})
	return marks
}

// replaceMarks replaces the marks of a function's own statements by statements
// made of their lines, or removes them where there is none.
func replaceMarks(body *ast.BlockStmt, by func(line ast.Expr) ast.Stmt) {
	replaced := func(list []ast.Stmt) []ast.Stmt {
		var kept []ast.Stmt
		for _, s := range list {
			if at, ok := markedLine(s); ok {
				s = by(at)
			}
			if s != nil {
				kept = append(kept, s)
			}
		}
		return kept
	}
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.BlockStmt:
			n.List = replaced(n.List)
		case *ast.CaseClause:
			n.Body = replaced(n.Body)
		case *ast.CommClause:
			n.Body = replaced(n.Body)
		}
		return true
	})
}
