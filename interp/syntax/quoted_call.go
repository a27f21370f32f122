package syntax

func (q *quoter) call(n Node) {
	switch n := n.(type) {
	case *Var:
		q.WriteByte('{')
		q.atom(n.Name)
		q.WriteString(", [], nil}")
	case *Alias:
		q.alias(n)
	case *Call:
		q.named(n)
	case *AnonCall:
		q.WriteString("{{:., [], [")
		q.node(n.Fun)
		q.WriteString("]}, [], ")
		q.args(n.Args, n.Do)
	case *Apply:
		q.WriteByte('{')
		q.node(n.Fun)
		q.WriteString(", [], ")
		q.args(n.Args, n.Do)
	case *MultiAlias:
		q.dot(n.Base, "{}")
		q.args(n.Elems, nil)
	case *Access:
		q.WriteString("{{:., [], [Access, :get]}, [], ")
		q.list([]Node{n.X, n.Key})
		q.WriteByte('}')
	case *Attribute:
		q.attribute(n)
	}
}

func (q *quoter) alias(n *Alias) {
	q.WriteString("{:__aliases__, [], [")
	if n.Base != nil {
		q.node(n.Base)
	}
	for i, name := range n.Names {
		if i > 0 || n.Base != nil {
			q.WriteString(", ")
		}
		if name == "Elixir" {
			q.WriteString(name) // the one atom of an alias that inspect writes as an alias
		} else {
			q.WriteString(":" + name)
		}
	}
	q.WriteString("]}")
}

// dot writes the beginning of a call of target.name, up to its arguments.
func (q *quoter) dot(target Node, name string) {
	q.WriteString("{{:., [], [")
	q.node(target)
	q.WriteString(", ")
	q.atom(name)
	q.WriteString("]}, [], ")
}

func (q *quoter) named(n *Call) {
	if n.Target != nil {
		q.dot(n.Target, n.Name)
	} else {
		q.WriteByte('{')
		q.atom(n.Name)
		q.WriteString(", [], ")
	}
	q.args(n.Args, n.Do)
}

// args writes arguments with the do block as their last, and the end of the
// call.
func (q *quoter) args(args []Node, do *DoBlock) {
	q.WriteByte('[')
	for i, a := range args {
		q.comma(i)
		q.node(a)
	}
	if do != nil {
		q.comma(len(args))
		q.doBlock(do)
	}
	q.WriteString("]}")
}

func (q *quoter) doBlock(do *DoBlock) {
	q.WriteByte('[')
	for i, s := range do.Sections {
		q.comma(i)
		q.pair(&Atom{Name: s.Name}, s.Body)
	}
	q.WriteByte(']')
}

func (q *quoter) attribute(n *Attribute) {
	if n.Value == nil {
		q.form("@", &Var{Name: n.Name})
		return
	}
	q.form("@", &Call{Name: n.Name, Args: []Node{n.Value}})
}

func (q *quoter) operator(n Node) {
	switch n := n.(type) {
	case *Unary:
		q.form(n.Op, n.X)
	case *Binary:
		q.form(n.Op, n.Left, n.Right)
	case *Pin:
		q.form("^", n.X)
	case *Capture:
		q.form("&", n.X)
	case *CaptureArg:
		q.form("&", &Int{Value: int64(n.Index)})
	case *Block:
		q.form("__block__", n.Exprs...)
	case *Fn:
		q.form("fn", clauseNodes(n.Clauses)...)
	case *Stab:
		q.list(clauseNodes(n.Clauses))
	case *Clause:
		q.clause(n)
	}
}

func clauseNodes(clauses []*Clause) []Node {
	nodes := make([]Node, len(clauses))
	for i, c := range clauses {
		nodes[i] = c
	}
	return nodes
}

func (q *quoter) clause(c *Clause) {
	q.WriteString("{:->, [], [")
	if c.Guard == nil {
		q.list(c.Args)
	} else {
		q.WriteByte('[')
		q.form("when", append(c.Args[:len(c.Args):len(c.Args)], c.Guard)...)
		q.WriteByte(']')
	}
	q.WriteString(", ")
	q.node(c.Body)
	q.WriteString("]}")
}
