package bridge

import (
	"fmt"
	"strings"

	"gex/interp/syntax"
)

// shape says what a call wants of a function that it is given.
type shape struct {
	void bool // its value is dropped
	pair bool // it returns {value, state}, which Go returns as two values
}

// literal is fn as a function literal.
func (g *generator) literal(n *syntax.Fn, s *shape) string {
	arity := len(n.Clauses[0].Args)
	var arms []armSource
	for _, c := range n.Clauses {
		arms = append(arms, armSource{c.Args, c.Guard, c.Body})
	}
	return g.lambda(n, arity, arms, s)
}

// lambda writes a function literal for the clauses of fn or for a capture.
func (g *generator) lambda(n syntax.Node, arity int, arms []armSource, s *shape) string {
	f := &function{key: key{arity: arity}}
	for _, a := range arms {
		f.clauses = append(f.clauses, &clause{params: a.patterns, guard: a.guard, body: a.body})
	}
	around := g.frame
	var kinds []string
	ret, known := g.rets[n]
	fr := &frame{literal: true, leaves: &kinds, ret: ret}
	if around != nil {
		fr.function, fr.params = around.function, around.params
	}
	if s != nil && s.void {
		fr.ret = kindVoid
	} else if !known {
		fr.ret = ""
	}
	var params []string
	body := ""
	g.inside(func() {
		names, types := g.paramNames(f), g.paramKinds(f)
		for i := range names {
			names[i] = g.literalName(f, names[i])
			params = append(params, names[i]+" "+types[i])
		}
		g.frame = fr
		body = g.aside(func() { g.literalClauses(names, types, arms, s) })
		g.frame = around
	})
	g.rets[n] = combine(kinds)
	result := ""
	if fr.ret != kindVoid && fr.ret != "" {
		result = " " + fr.ret
	}
	return inOneLine(fmt.Sprintf("func(%s)%s", strings.Join(joined(params), ", "), result), body)
}

// inOneLine writes a function literal, in one line if its body is short.
func inOneLine(head, body string) string {
	if strings.Count(body, "\n") == 1 && len(body) < 60 {
		return head + " { " + strings.TrimSpace(body) + " }"
	}
	return head + " {\n" + body + "}"
}

func (g *generator) literalName(f *function, name string) string {
	if strings.HasPrefix(name, "arg") && len(f.params(0)) > 0 {
		if v, ok := f.params(0)[0].(*syntax.Var); ok && v.Name == "_" && len(f.clauses) == 1 {
			return "_"
		}
	}
	return g.fresh(name)
}

func (f *function) params(i int) []syntax.Node { return f.clauses[i].params }

func (g *generator) literalClauses(names, types []string, arms []armSource, s *shape) {
	subjects := make([]value, len(names))
	for i := range names {
		subjects[i] = value{code: names[i], kind: types[i]}
	}
	d := dest{mode: give, last: true}
	if s != nil && s.pair && len(arms) == 1 {
		if leaf, ok := arms[0].body.(*syntax.Tuple); ok && len(leaf.Elems) == 2 {
			c := &chain{g: g, kinds: make(map[string]string), bound: make(map[string]string)}
			for i, p := range arms[0].patterns {
				if len(c.match(subjects[i], p, true)) > 0 {
					g.fail(p, "a pattern in this function")
				}
			}
			first, second := g.expr(leaf.Elems[0]), g.expr(leaf.Elems[1])
			if second.kind == "func" || second.kind == "Tuple" {
				second.kind = kindTerm
			}
			*g.frame.leaves = append(*g.frame.leaves, "(Term, "+second.kind+")")
			g.line("return %s, %s", first.code, second.code)
			return
		}
	}
	g.chain(subjects, arms, d, func() { g.raised(`Atom("function_clause")`, d) })
}

func captureName(i int) string { return fmt.Sprintf("&%d", i) }

// capture is &f/1, &M.f/1 or &(&1 + 1) as a function literal.
func (g *generator) capture(n *syntax.Capture, s *shape) string {
	if b, ok := n.X.(*syntax.Binary); ok && b.Op == "/" {
		if arity, ok := b.Right.(*syntax.Int); ok {
			return g.captureNamed(n, b.Left, int(arity.Value), s)
		}
	}
	arity := 0
	syntax.Visit(n.X, func(x syntax.Node) {
		if a, ok := x.(*syntax.CaptureArg); ok {
			arity = max(arity, a.Index)
		}
	})
	return g.lambda(n, arity, []armSource{{patterns: g.captureParams(n, arity), body: n.X}}, s)
}

// captureParams are the parameters of a capture, the same in each pass.
func (g *generator) captureParams(n *syntax.Capture, arity int) []syntax.Node {
	if g.places[n] == nil {
		for i := range arity {
			g.places[n] = append(g.places[n], &syntax.Var{Pos: n.Pos, Name: captureName(i + 1)})
		}
	}
	var params []syntax.Node
	for _, v := range g.places[n] {
		params = append(params, v)
	}
	return params
}

func (g *generator) captureNamed(n *syntax.Capture, named syntax.Node, arity int, s *shape) string {
	params := g.captureParams(n, arity)
	var body syntax.Node
	switch named := named.(type) {
	case *syntax.Call:
		copied := *named
		copied.Args = params
		body = &copied
	case *syntax.Var:
		body = &syntax.Call{Pos: named.Pos, Name: named.Name, Args: params, Parens: true}
	default:
		g.fail(n, "this capture")
	}
	return g.lambda(n, arity, []armSource{{patterns: params, body: body}}, s)
}
