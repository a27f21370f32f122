package gosrc

import (
	"go/ast"
	"go/token"
	"go/types"
)

// lowerChannels gives the operations of channels to compiled code, in which a
// process or goroutine waits as processes do. The last argument is the line.
//
//	v := <-c        =>  v := receive_gex1(c, 12)
//	c <- v          =>  send_gex2(c, v, 12)
//	for v := range c { }
//	select { ... }  =>  switch chosen_gex3, ... := gex_.Select(...); chosen_gex3 { ... }
//	close(c)        =>  gex_.Close(c, 12)
func lowerChannels(p *program) {
	cases := p.sendCases()
	rewriteStatements(p.file, func(s ast.Stmt) []ast.Stmt {
		switch s := s.(type) {
		case *ast.SelectStmt:
			return p.compiledSelect(s)
		case *ast.RangeStmt:
			if c, ok := coreType(p.typeOf(s.X)).(*types.Chan); ok {
				return []ast.Stmt{p.rangeChannel(s, c)}
			}
		case *ast.SendStmt:
			if c, ok := coreType(p.typeOf(s.Chan)).(*types.Chan); ok && !cases[s] {
				return []ast.Stmt{&ast.ExprStmt{X: &ast.CallExpr{Fun: ast.NewIdent(p.sender(c)), Args: []ast.Expr{s.Chan, s.Value, p.line(s)}}}}
			}
		}
		return nil
	})
	commaOK := p.commaOK()
	rewriteExprs(p.file, func(e ast.Expr) ast.Expr {
		switch e := e.(type) {
		case *ast.UnaryExpr:
			c, ok := coreType(p.typeOf(e.X)).(*types.Chan)
			if e.Op != token.ARROW || !ok {
				return e
			}
			return p.keep(&ast.CallExpr{Fun: ast.NewIdent(p.receiver(c, commaOK[e])), Args: []ast.Expr{e.X, p.line(e)}}, e)
		case *ast.CallExpr:
			if p.isBuiltin(e.Fun, "close") {
				return support("Close", e.Args[0], p.line(e))
			}
			if p.isBuiltin(e.Fun, "make") {
				return p.makeChannel(e)
			}
		}
		return e
	})
}

// makeChannel makes a channel of one direction by one of both: the interpreter
// knows no other way.
//
//	make(<-chan int)  =>  (<-chan int)(make(chan int))
func (p *program) makeChannel(call *ast.CallExpr) ast.Expr {
	t := p.typeOf(call)
	c, ok := coreType(t).(*types.Chan)
	if !ok || c.Dir() == types.SendRecv {
		return call
	}
	call.Args[0] = p.typeExpr(types.NewChan(types.SendRecv, c.Elem()))
	return p.keep(&ast.CallExpr{Fun: &ast.ParenExpr{X: p.typeExpr(t)}, Args: []ast.Expr{call}}, call)
}

// sendCases are the sends that are cases of selects.
func (p *program) sendCases() map[ast.Stmt]bool {
	cases := map[ast.Stmt]bool{}
	ast.Inspect(p.file, func(n ast.Node) bool {
		if clause, ok := n.(*ast.CommClause); ok {
			cases[clause.Comm] = true
		}
		return true
	})
	return cases
}

// receiver returns a function that receives. Channel operations are compiled:
// the interpreter's select is not safe in several goroutines.
func (p *program) receiver(c *types.Chan, commaOK bool) string {
	t := p.typeText(c.Elem())
	taken := printed(p.bare(ast.NewIdent("x"), c.Elem()))
	if commaOK {
		return p.helper("receive", "c <-chan "+t+", line int", "("+t+", bool)", "x, ok := gex_.Receive(c, line)\nreturn "+taken+", ok")
	}
	return p.helper("receive", "c <-chan "+t+", line int", t, "x, _ := gex_.Receive(c, line)\nreturn "+taken)
}

func (p *program) sender(c *types.Chan) string {
	t := p.typeText(c.Elem())
	return p.helper("send", "c chan<- "+t+", v "+t+", line int", "", "gex_.Send(c, v, line)")
}

// bare is a value of type t that compiled code has returned as any.
func (p *program) bare(x ast.Expr, t types.Type) ast.Expr {
	if isInterface(t) {
		return p.asInterface(x, t)
	}
	return p.unboxed(x, t)
}

// rangeChannel receives until the channel is closed.
func (p *program) rangeChannel(r *ast.RangeStmt, c *types.Chan) ast.Stmt {
	channel, value, open := p.fresh("channel"), p.fresh("value"), p.fresh("open")
	start := []ast.Stmt{
		&ast.AssignStmt{
			Lhs: []ast.Expr{value, open}, Tok: token.DEFINE,
			Rhs: []ast.Expr{&ast.CallExpr{Fun: ast.NewIdent(p.receiver(c, true)), Args: []ast.Expr{ast.NewIdent(channel.Name), p.line(r)}}},
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

// compiledSelect turns a select into a switch on the case that was chosen.
func (p *program) compiledSelect(s *ast.SelectStmt) []ast.Stmt {
	if len(s.Body.List) == 0 {
		return []ast.Stmt{&ast.ExprStmt{X: support("Forever", p.line(s))}}
	}
	chosen, value, open := p.fresh("chosen"), p.fresh("value"), p.fresh("open")
	choice := &ast.SwitchStmt{Tag: ast.NewIdent(chosen.Name), Body: block()}
	blocking := ast.NewIdent("true")
	cases := []ast.Expr{blocking, p.line(s)}
	for i, c := range s.Body.List {
		clause := c.(*ast.CommClause)
		if clause.Comm == nil {
			blocking.Name = "false"
			choice.Body.List = append(choice.Body.List, &ast.CaseClause{Body: clause.Body})
			cases = append(cases, support("NoCase"))
			continue
		}
		communication, taken := p.communication(clause.Comm, value.Name, open.Name)
		cases = append(cases, communication)
		choice.Body.List = append(choice.Body.List, &ast.CaseClause{List: []ast.Expr{number(i)}, Body: append(taken, clause.Body...)})
	}
	selected := &ast.AssignStmt{Lhs: []ast.Expr{chosen, value, open}, Tok: token.DEFINE, Rhs: []ast.Expr{support("Select", cases...)}}
	return []ast.Stmt{block(selected, use(value), use(open), choice)}
}

// communication is a case for gex_.Select, and what the case does with what it
// has received.
func (p *program) communication(comm ast.Stmt, value, open string) (ast.Expr, []ast.Stmt) {
	if s, ok := comm.(*ast.SendStmt); ok {
		value := s.Value
		if tv := p.info.Types[value]; tv.Value != nil {
			value = &ast.CallExpr{Fun: p.typeExpr(tv.Type), Args: []ast.Expr{value}}
		}
		return support("SendCase", s.Chan, value), nil
	}
	receive, targets, tok := received(comm)
	element := coreType(p.typeOf(receive.X)).(*types.Chan).Elem()
	var taken []ast.Stmt
	for i, target := range targets {
		if id, ok := target.(*ast.Ident); ok && id.Name == "_" {
			continue
		}
		var from ast.Expr = ast.NewIdent(open)
		if i == 0 {
			from = p.bare(ast.NewIdent(value), element)
		}
		taken = append(taken, &ast.AssignStmt{Lhs: []ast.Expr{target}, Tok: tok, Rhs: []ast.Expr{from}})
	}
	return support("ReceiveCase", receive.X), taken
}

// received takes a receiving communication apart.
func received(comm ast.Stmt) (*ast.UnaryExpr, []ast.Expr, token.Token) {
	if s, ok := comm.(*ast.AssignStmt); ok {
		return ast.Unparen(s.Rhs[0]).(*ast.UnaryExpr), s.Lhs, s.Tok
	}
	return ast.Unparen(comm.(*ast.ExprStmt).X).(*ast.UnaryExpr), nil, token.ASSIGN
}

// line is where a node was typed.
func (p *program) line(n ast.Node) ast.Expr { return number(p.position(n).Line) }
