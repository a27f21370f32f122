package gosrc

import (
	"go/ast"
	"go/token"
)

// lowerInits puts assignments to several variables that stand before the
// condition of a statement before the statement, where the passes that follow
// can take them apart.
//
//	if err, ok = x.(*E); ok {  =>  err, ok = x.(*E)
//	                               if ok {
func lowerInits(p *program) {
	walk(p.file, nil, func(c *cursor) {
		s, ok := c.Node.(ast.Stmt)
		if _, labeled := c.Parent.(*ast.LabeledStmt); !ok || labeled {
			return
		}
		inner := s
		if l, ok := s.(*ast.LabeledStmt); ok {
			inner = l.Stmt
		}
		init := takeInit(inner)
		switch {
		case init == nil:
		case c.InList():
			c.InsertBefore(init)
		default:
			c.Replace(block(init, s))
		}
	})
}

// takeInit takes an assignment to several variables that exist already from a
// statement, or returns nil.
func takeInit(s ast.Stmt) ast.Stmt {
	var init *ast.Stmt
	switch s := s.(type) {
	case *ast.IfStmt:
		init = &s.Init
	case *ast.ForStmt:
		init = &s.Init
	case *ast.SwitchStmt:
		init = &s.Init
	case *ast.TypeSwitchStmt:
		init = &s.Init
	default:
		return nil
	}
	a, ok := (*init).(*ast.AssignStmt)
	if !ok || a.Tok != token.ASSIGN || len(a.Lhs) < 2 {
		return nil
	}
	*init = nil
	return a
}
