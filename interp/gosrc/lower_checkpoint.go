package gosrc

import (
	"go/ast"
	"go/token"
)

// checkEvery is how many iterations of a function's loops, or entries of
// functions, go by between two checkpoints: a call into compiled code costs as
// much as some turns of an interpreted loop.
const checkEvery = 64

// lowerCheckpoints puts a checkpoint at the beginning of every function and
// counts the iterations of its loops, so that what runs for ever can be
// interrupted, counts its reductions, and what calls itself for ever is
// stopped.
//
//	func f() {     func f() {
//		for {  =>      if entered_gex++; entered_gex >= 64 {
//		}                  entered_gex = gex_.Enter()
//	}                  }
//	                   turns_gex1 := 0
//	                   for {
//	                       if turns_gex1++; turns_gex1 >= 64 {
//	                           turns_gex1 = gex_.Loop()
//	                       }
//
// A function with marks of lowerLines begins with line_gex2 := gex_.Entered(1)
// and has *line_gex2 = 12 in their places. If there is one line only, that is noted
// among the entries, which is enough to find it.
//
// A function that may call itself counts its entries in a variable of its own, and
// begins with
//
//	if deep_gex++; deep_gex >= 64 {
//		deep_gex = gex_.Deep()
//		if deep_gex < 0 {
//			return deeper_gex1(n)
//		}
//	}
//
// A callback that is soon over makes no checkpoint, see brief.
func lowerCheckpoints(p *program) {
	g := p.callGraph()
	p.findRecursion(g)
	p.entries = map[*ast.BlockStmt]entry{}
	brief := p.findBrief(g)
	ast.Inspect(p.file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncDecl:
			if n.Body != nil {
				p.checkpoints(n.Body, brief[n])
			}
		case *ast.FuncLit:
			p.checkpoints(n.Body, false)
		}
		return true
	})
}

// checkpoints puts those of a function into its body, without one at its beginning if
// it is brief.
func (p *program) checkpoints(body *ast.BlockStmt, brief bool) {
	turns := p.fresh("turns")
	loops, jumps := false, false
	count := func() ast.Stmt {
		loops = true
		return countTurn(turns.Name, support("Loop"))
	}
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.ForStmt:
			prepend(n.Body, count())
		case *ast.RangeStmt:
			prepend(n.Body, count())
		case *ast.BranchStmt:
			jumps = jumps || n.Tok == token.GOTO
		}
		return true
	})
	if jumps {
		rewriteOwn(body, func(s ast.Stmt) []ast.Stmt {
			if b, ok := s.(*ast.BranchStmt); ok && b.Tok == token.GOTO {
				return []ast.Stmt{count(), b}
			}
			return nil
		})
	}
	if loops {
		prepend(body, define(turns, number(0)), use(turns))
	}
	marks := linesOf(body)
	switch len(marks) {
	case 0, 1:
		p.entries[body] = entry{}
		if len(marks) > 0 {
			p.entries[body] = entry{line: lineOf(marks[0])}
			replaceMarks(body, func(ast.Expr) ast.Stmt { return nil })
		}
		if !brief {
			p.countEntry(body)
		}
		return
	}
	if _, recursive := p.deeper[body]; recursive {
		p.countEntry(body)
	}
	p.entered++
	p.entries[body] = entry{cell: p.entered}
	line := p.fresh("line")
	replaceMarks(body, func(at ast.Expr) ast.Stmt { return assign(&ast.StarExpr{X: ast.NewIdent(line.Name)}, at) })
	prepend(body, define(line, support("Entered", number(p.entered))))
}

// The variables that count entries of functions, and of those that may call
// themselves.
const (
	enteredName = "entered_gex"
	deepName    = "deep_gex"
)

// countEntry has a function count its entries and make a checkpoint. Recursive
// ones make it at entries drawn by lot: else it could always meet the leaves of a
// tree of calls, and never a call from which others are made.
func (p *program) countEntry(body *ast.BlockStmt) {
	d, recursive := p.deeper[body]
	if !recursive {
		p.counter(enteredName)
		prepend(body, countTurn(enteredName, support("Enter")))
		return
	}
	p.counter(deepName)
	entry := countTurn(deepName, support("Deep"))
	entry.Body.List = append(entry.Body.List, &ast.IfStmt{
		Cond: &ast.BinaryExpr{X: ast.NewIdent(deepName), Op: token.LSS, Y: number(0)},
		Body: block(p.goDeeper(d)...),
	})
	prepend(body, entry)
}

// counter declares a variable that counts.
func (p *program) counter(name string) {
	if _, ok := p.helperNames[name]; !ok {
		p.remember(name, name)
		p.helpers = append(p.helpers, "var "+name+" int\n")
	}
}

// countTurn counts an iteration or entry and makes the checkpoint that is due, which
// says from where to count on.
func countTurn(turns string, checkpoint *ast.CallExpr) *ast.IfStmt {
	return &ast.IfStmt{
		Init: &ast.IncDecStmt{X: ast.NewIdent(turns), Tok: token.INC},
		Cond: &ast.BinaryExpr{X: ast.NewIdent(turns), Op: token.GEQ, Y: number(checkEvery)},
		Body: block(assign(ast.NewIdent(turns), checkpoint)),
	}
}
