package gosrc

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
)

// lowerChannels lets other processes run while one waits at a channel, a lock
// or a group. What would block the node's goroutine goes through functions
// that try first and then wait as a process does.
//
//	v := <-c        =>  v := receive_gex1(c)
//	c <- v          =>  send_gex2(c, v)
//	for v := range c { }
//	select { ... }  =>  tries in turn until one of the cases is ready
//	mu.Lock()       =>  gex_.Lock(mu.TryLock)
//	wg.Wait()       =>  gex_.Block(wg.Wait)
func lowerChannels(p *program) {
	kept := p.communications()
	rewriteStatements(p.file, func(s ast.Stmt) []ast.Stmt {
		switch s := s.(type) {
		case *ast.SelectStmt:
			return p.blockingSelect(s)
		case *ast.RangeStmt:
			if c, ok := coreType(p.typeOf(s.X)).(*types.Chan); ok {
				return []ast.Stmt{p.rangeChannel(s, c)}
			}
		case *ast.SendStmt:
			if c, ok := coreType(p.typeOf(s.Chan)).(*types.Chan); ok && !kept[s] {
				return []ast.Stmt{&ast.ExprStmt{X: &ast.CallExpr{Fun: ast.NewIdent(p.sender(c)), Args: []ast.Expr{s.Chan, s.Value}}}}
			}
		}
		return nil
	})
	commaOK := p.commaOK()
	rewriteExprs(p.file, func(e ast.Expr) ast.Expr {
		switch e := e.(type) {
		case *ast.UnaryExpr:
			c, ok := coreType(p.typeOf(e.X)).(*types.Chan)
			if e.Op != token.ARROW || !ok || kept[e] {
				return e
			}
			return p.keep(&ast.CallExpr{Fun: ast.NewIdent(p.receiver(c, commaOK[e])), Args: []ast.Expr{e.X}}, e)
		case *ast.CallExpr:
			return p.blockingCall(e)
		}
		return e
	})
}

// communications are the sends and receives of select statements that do not
// block, and those that blockingSelect tries.
func (p *program) communications() map[ast.Node]bool {
	kept := map[ast.Node]bool{}
	ast.Inspect(p.file, func(n ast.Node) bool {
		clause, ok := n.(*ast.CommClause)
		if !ok {
			return true
		}
		switch s := clause.Comm.(type) {
		case *ast.SendStmt:
			kept[s] = true
		case *ast.ExprStmt:
			kept[ast.Unparen(s.X)] = true
		case *ast.AssignStmt:
			kept[ast.Unparen(s.Rhs[0])] = true
		}
		return true
	})
	return kept
}

func (p *program) receiver(c *types.Chan, commaOK bool) string {
	t := p.typeText(c.Elem())
	both := p.helper("receive", "c <-chan "+t, "("+t+", bool)", fmt.Sprintf(
		"select {\ncase v, ok := <-c:\nreturn v, ok\ndefault:\n}\nvar v %s\nvar ok bool\nf := func() { v, ok = <-c }\ngex_.Block(f)\nreturn v, ok", t))
	if commaOK {
		return both
	}
	return p.helper("receive", "c <-chan "+t, t, fmt.Sprintf("v, _ := %s(c)\nreturn v", both))
}

func (p *program) sender(c *types.Chan) string {
	t := p.typeText(c.Elem())
	return p.helper("send", "c chan<- "+t+", v "+t, "",
		"select {\ncase c <- v:\nreturn\ndefault:\n}\nf := func() { c <- v }\ngex_.Block(f)")
}

// rangeChannel receives until the channel is closed.
func (p *program) rangeChannel(r *ast.RangeStmt, c *types.Chan) ast.Stmt {
	channel, value, open := p.fresh("channel"), p.fresh("value"), p.fresh("open")
	start := []ast.Stmt{
		&ast.AssignStmt{
			Lhs: []ast.Expr{value, open}, Tok: token.DEFINE,
			Rhs: []ast.Expr{&ast.CallExpr{Fun: ast.NewIdent(p.receiver(c, true)), Args: []ast.Expr{ast.NewIdent(channel.Name)}}},
		},
		&ast.IfStmt{
			Cond: &ast.UnaryExpr{Op: token.NOT, X: ast.NewIdent(open.Name)},
			Body: block(&ast.BranchStmt{Tok: token.BREAK}),
		},
		use(value),
	}
	switch id, isName := r.Key.(*ast.Ident); {
	case r.Key == nil || isName && id.Name == "_":
	case r.Tok == token.DEFINE:
		start = append(start, define(ast.NewIdent(id.Name), ast.NewIdent(value.Name)), use(id))
	default:
		start = append(start, assign(r.Key, ast.NewIdent(value.Name)))
	}
	prepend(r.Body, start...)
	return &ast.ForStmt{Init: define(channel, r.X), Body: r.Body}
}

// blockingSelect turns a select without default into tries and a switch on
// the case that succeeded.
func (p *program) blockingSelect(s *ast.SelectStmt) []ast.Stmt {
	if len(s.Body.List) == 0 {
		return []ast.Stmt{&ast.ExprStmt{X: support("Forever")}}
	}
	for _, c := range s.Body.List {
		if c.(*ast.CommClause).Comm == nil {
			return nil
		}
	}
	chosen := p.fresh("chosen")
	statements := []ast.Stmt{define(chosen, number(0)), use(chosen)}
	tries := &ast.SelectStmt{Body: block()}
	choice := &ast.SwitchStmt{Tag: ast.NewIdent(chosen.Name), Body: block()}
	for i, c := range s.Body.List {
		clause := c.(*ast.CommClause)
		taken := assign(ast.NewIdent(chosen.Name), number(i+1))
		before, comm, after := p.tried(clause.Comm)
		statements = append(statements, before...)
		tries.Body.List = append(tries.Body.List, &ast.CommClause{Comm: comm, Body: []ast.Stmt{taken}})
		choice.Body.List = append(choice.Body.List, &ast.CaseClause{List: []ast.Expr{number(i + 1)}, Body: append(after, clause.Body...)})
	}
	tries.Body.List = append(tries.Body.List, &ast.CommClause{Body: []ast.Stmt{&ast.ExprStmt{X: support("Pause")}}})
	loop := &ast.ForStmt{Cond: &ast.BinaryExpr{X: ast.NewIdent(chosen.Name), Op: token.EQL, Y: number(0)}, Body: block(tries)}
	return []ast.Stmt{block(append(statements, loop, choice)...)}
}

// tried splits a communication into what is evaluated once before, the
// communication on that, and what the case does with what it received.
func (p *program) tried(comm ast.Stmt) (before []ast.Stmt, try ast.Stmt, after []ast.Stmt) {
	channel := p.fresh("channel")
	if s, ok := comm.(*ast.SendStmt); ok {
		value := p.fresh("value")
		element := coreType(p.typeOf(s.Chan)).(*types.Chan).Elem()
		before = []ast.Stmt{define(channel, s.Chan), declareVar(value, ast.NewIdent(p.typeText(element))), assign(ast.NewIdent(value.Name), s.Value)}
		return before, &ast.SendStmt{Chan: ast.NewIdent(channel.Name), Value: ast.NewIdent(value.Name)}, nil
	}
	receive, targets, tok := received(comm)
	value, open := p.fresh("value"), p.fresh("open")
	element := coreType(p.typeOf(receive.X)).(*types.Chan).Elem()
	before = []ast.Stmt{
		define(channel, receive.X), declareVar(value, ast.NewIdent(p.typeText(element))), use(value),
		declareVar(open, ast.NewIdent("bool")), use(open),
	}
	results := []ast.Expr{ast.NewIdent(value.Name), ast.NewIdent(open.Name)}
	try = &ast.AssignStmt{Lhs: results, Tok: token.ASSIGN, Rhs: []ast.Expr{&ast.UnaryExpr{Op: token.ARROW, X: ast.NewIdent(channel.Name)}}}
	for i, target := range targets {
		if id, ok := target.(*ast.Ident); ok && id.Name == "_" {
			continue
		}
		from := ast.NewIdent([]string{value.Name, open.Name}[i])
		after = append(after, &ast.AssignStmt{Lhs: []ast.Expr{target}, Tok: tok, Rhs: []ast.Expr{from}})
	}
	return before, try, after
}

// received takes a receiving communication apart.
func received(comm ast.Stmt) (*ast.UnaryExpr, []ast.Expr, token.Token) {
	if s, ok := comm.(*ast.AssignStmt); ok {
		return ast.Unparen(s.Rhs[0]).(*ast.UnaryExpr), s.Lhs, s.Tok
	}
	return ast.Unparen(comm.(*ast.ExprStmt).X).(*ast.UnaryExpr), nil, token.ASSIGN
}

// blockingCall replaces calls of package sync that block.
func (p *program) blockingCall(call *ast.CallExpr) ast.Expr {
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok || p.info.Selections[sel] == nil {
		return call
	}
	f, ok := p.info.Selections[sel].Obj().(*types.Func)
	if !ok || f.Pkg() == nil || f.Pkg().Path() != "sync" {
		return call
	}
	try := func(name string) ast.Expr { return &ast.SelectorExpr{X: sel.X, Sel: ast.NewIdent(name)} }
	switch f.FullName() {
	case "(*sync.Mutex).Lock", "(*sync.RWMutex).Lock":
		return support("Lock", try("TryLock"))
	case "(*sync.RWMutex).RLock":
		return support("Lock", try("TryRLock"))
	case "(*sync.WaitGroup).Wait":
		return support("Block", try("Wait"))
	}
	return call
}
