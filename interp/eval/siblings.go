package eval

import "gex/interp/syntax"

// siblings are expressions that stand side by side: the arguments of a call, the
// elements of a tuple. What one of them binds is seen by what comes after all of
// them, and not by the others.
type siblings struct {
	c     *compiler
	bound []*variable
}

func (c *compiler) siblings() *siblings { return &siblings{c: c} }

// expr compiles the next one.
func (s *siblings) expr(n syntax.Node) thunk {
	return s.compiled(func() thunk { return s.c.expr(n, false) })
}

// compiled has f compile the next one.
func (s *siblings) compiled(f func() thunk) thunk {
	mark := len(s.c.scope.order)
	compiled := f()
	s.bound = append(s.bound, s.c.scope.hide(mark)...)
	return compiled
}

// exprs compiles all that there are.
func (s *siblings) exprs(nodes []syntax.Node) []thunk {
	thunks := make([]thunk, len(nodes))
	for i, n := range nodes {
		thunks[i] = s.expr(n)
	}
	return thunks
}

// done makes visible what they have bound.
func (s *siblings) done() {
	for _, v := range s.bound {
		s.c.scope.declare(v)
	}
}

// apart compiles an expression that binds nothing for what comes after it.
func (c *compiler) apart(n syntax.Node) thunk {
	mark := len(c.scope.order)
	compiled := c.expr(n, false)
	c.scope.gone = append(c.scope.gone, c.scope.hide(mark)...)
	return compiled
}

// exprs compiles expressions that stand side by side.
func (c *compiler) exprs(nodes []syntax.Node) []thunk {
	s := c.siblings()
	defer s.done()
	return s.exprs(nodes)
}

// two compiles two expressions that stand side by side.
func (c *compiler) two(left, right syntax.Node) (l, r thunk) {
	s := c.siblings()
	defer s.done()
	return s.expr(left), s.expr(right)
}
