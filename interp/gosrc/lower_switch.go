package gosrc

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
)

// lowerSwitch turns a switch on an interface value into one without a tag:
// the interpreter converts the cases to the type of the first. So does one of
// which a case has several values that are no constants, since the interpreter
// sees only some of them. Several conditions of a case without a tag become one.
//
//	switch ev {        ev_gex1 := ev
//	case 1, 2:    =>   switch {
//	}                  case gex_.Equal(ev_gex1, 1) || gex_.Equal(ev_gex1, 2):
func lowerSwitch(p *program) {
	rewriteStatements(p.file, func(s ast.Stmt) []ast.Stmt {
		sw, ok := s.(*ast.SwitchStmt)
		if ok && sw.Tag == nil {
			for _, c := range sw.Body.List {
				joinConditions(c.(*ast.CaseClause))
			}
		}
		if !ok {
			return nil
		}
		if sw.Tag == nil || !p.comparesInterfaces(sw) && !p.hasComputedCases(sw) && !p.changesTag(sw) {
			return hoistInit(sw)
		}
		var before []ast.Stmt
		if sw.Init != nil {
			before = append(before, sw.Init)
		}
		value := p.fresh("tag")
		tag := p.typeOf(sw.Tag)
		before = append(before, define(value, sw.Tag), use(value))
		for _, c := range sw.Body.List {
			clause := c.(*ast.CaseClause)
			for i, e := range clause.List {
				clause.List[i] = p.equals(ast.NewIdent(value.Name), e, tag)
			}
			joinConditions(clause)
		}
		sw.Init, sw.Tag = nil, nil
		return []ast.Stmt{block(append(before, sw)...)}
	})
}

// equals is the condition that a tag equals the value of a case.
func (p *program) equals(tag, value ast.Expr, t types.Type) ast.Expr {
	if t == nil || p.nests(t) || isInterface(p.typeOf(value)) {
		return support("Equal", tag, value)
	}
	return &ast.BinaryExpr{X: tag, Op: token.EQL, Y: value}
}

// changesTag reports whether the evaluation of a case may change what the tag reads, which
// the interpreter reads again for each.
func (p *program) changesTag(sw *ast.SwitchStmt) bool {
	v := &evaluation{program: p}
	return p.readsLate(sw.Tag) && slices.ContainsFunc(sw.Body.List, func(c ast.Stmt) bool {
		return slices.ContainsFunc(c.(*ast.CaseClause).List, v.hasEffect)
	})
}

// hasComputedCases reports whether a case has several values of which one is no
// constant.
func (p *program) hasComputedCases(sw *ast.SwitchStmt) bool {
	for _, c := range sw.Body.List {
		list := c.(*ast.CaseClause).List
		if len(list) > 1 && slices.ContainsFunc(list, func(e ast.Expr) bool { return p.info.Types[e].Value == nil }) {
			return true
		}
	}
	return false
}

// hoistInit puts what a switch does first before it: the interpreter mixes up
// its variables and the tag.
func hoistInit(sw *ast.SwitchStmt) []ast.Stmt {
	if sw.Init == nil {
		return nil
	}
	init := sw.Init
	sw.Init = nil
	return []ast.Stmt{block(init, sw)}
}

// lowerLabels moves labels of blocks, which passes have put around a
// statement, to the statement itself, where break finds them.
//
//	L: { x := f(); switch x { case 1: break L } }  =>  { x := f(); L: switch x { case 1: break L } }
func lowerLabels(p *program) {
	ast.Inspect(p.file, func(n ast.Node) bool {
		if clause, ok := n.(*ast.CaseClause); ok {
			nestLabels(clause)
		}
		return true
	})
	rewriteStatements(p.file, func(s ast.Stmt) []ast.Stmt {
		l, ok := s.(*ast.LabeledStmt)
		if !ok {
			return nil
		}
		b, ok := l.Stmt.(*ast.BlockStmt)
		if !ok || len(b.List) == 0 || !breaksTo(b, l.Label.Name) {
			return nil
		}
		last := len(b.List) - 1
		b.List[last] = &ast.LabeledStmt{Label: l.Label, Stmt: b.List[last]}
		return []ast.Stmt{b}
	})
}

// nestLabels puts the body of a case with labels into a block: the interpreter
// does not find labels elsewhere in a case.
func nestLabels(clause *ast.CaseClause) {
	body := clause.Body
	labeled := slices.ContainsFunc(body, func(s ast.Stmt) bool {
		_, ok := s.(*ast.LabeledStmt)
		return ok
	})
	if !labeled {
		return
	}
	clause.Body = []ast.Stmt{block(body...)}
}

func breaksTo(b *ast.BlockStmt, label string) bool {
	found := false
	ast.Inspect(b, func(n ast.Node) bool {
		if branch, ok := n.(*ast.BranchStmt); ok && branch.Tok == token.BREAK && branch.Label != nil && branch.Label.Name == label {
			found = true
		}
		return !found
	})
	return found
}

// joinConditions makes one condition of several, of which the interpreter
// sees only some if they are calls.
func joinConditions(clause *ast.CaseClause) {
	if len(clause.List) < 2 {
		return
	}
	joined := clause.List[0]
	for _, e := range clause.List[1:] {
		joined = &ast.BinaryExpr{X: joined, Op: token.LOR, Y: e}
	}
	clause.List = []ast.Expr{joined}
}

func (p *program) comparesInterfaces(sw *ast.SwitchStmt) bool {
	if isInterface(p.typeOf(sw.Tag)) {
		return true
	}
	for _, c := range sw.Body.List {
		for _, e := range c.(*ast.CaseClause).List {
			if isInterface(p.typeOf(e)) {
				return true
			}
		}
	}
	return false
}

// lowerEqual compares interface values, and what holds some, with the compiler's
// own ==, and conversions to interfaces with nil.
//
//	a == b         =>  gex_.Equal(a, b)
//	any(p) == nil  =>  gex_.Equal(any(p), nil)
func lowerEqual(p *program) {
	rewriteExprs(p.file, func(e ast.Expr) ast.Expr {
		b, ok := e.(*ast.BinaryExpr)
		if !ok || b.Op != token.EQL && b.Op != token.NEQ {
			return e
		}
		x, y := p.typeOf(b.X), p.typeOf(b.Y)
		converted := isNil(y) && p.isConversion(b.X) || isNil(x) && p.isConversion(b.Y)
		if x == nil || y == nil || !converted && (!p.nests(x) && !p.nests(y) || isNil(x) || isNil(y)) {
			return e
		}
		var equal ast.Expr = support("Equal", b.X, b.Y)
		if b.Op == token.NEQ {
			equal = &ast.UnaryExpr{Op: token.NOT, X: equal}
		}
		return p.keep(equal, e)
	})
}

// isConversion reports whether an expression makes an interface value of another.
func (p *program) isConversion(e ast.Expr) bool {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	return ok && isInterface(p.typeOf(e)) && p.info.Types[call.Fun].IsType()
}

func isNil(t types.Type) bool { return t == types.Typ[types.UntypedNil] }
