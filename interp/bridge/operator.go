package bridge

import (
	"strconv"

	"gex/interp/syntax"
)

func (g *generator) binary(n *syntax.Binary, several bool) value {
	switch n.Op {
	case "|>":
		return g.natural(piped(n), several)
	case "=":
		return g.subject(n)
	case "+", "-", "*":
		g.module.arithmetic = true
		return value{code: g.operand(n.Left) + " " + n.Op + " " + g.operand(n.Right), kind: kindInt}
	case "<>":
		return value{code: g.need(n.Left, kindString) + " + " + g.need(n.Right, kindString), kind: kindString}
	case "++":
		left := "append([]Term{}, " + g.need(n.Left, kindList) + "...)"
		return value{code: "append(" + left + ", " + g.need(n.Right, kindList) + "...)", kind: kindList}
	case "==", "===", "!=", "!==", "<", ">", "<=", ">=", "and", "or", "in":
		return value{code: g.condition(n), kind: kindBool}
	case "||", "&&":
		return g.shortCircuit(n)
	case "/", "--":
		return g.applyErlang(n.Op, n.Left, n.Right)
	}
	g.fail(n, "the operator %s", n.Op)
	return value{}
}

// operand is a number: a Go int.
func (g *generator) operand(n syntax.Node) string {
	code := g.need(n, kindInt)
	if b, ok := n.(*syntax.Binary); ok && b.Op != "|>" {
		return "(" + code + ")"
	}
	return code
}

func (g *generator) applyErlang(function string, args ...syntax.Node) value {
	code := `Apply(Atom("erlang"), ` + strconv.Quote(function)
	for _, a := range g.elements(args) {
		code += ", " + a
	}
	return value{code: code + ")", kind: kindTerm, call: true}
}

// shortCircuit is a || b and a && b on any values.
func (g *generator) shortCircuit(n *syntax.Binary) value {
	left := g.expr(n.Left)
	name := g.fresh("value")
	g.line("var %s Term = %s", name, left.code)
	test := name + " == nil || " + name + " == false"
	if n.Op == "&&" {
		test = name + " != nil && " + name + " != false"
	}
	right := g.aside(func() {
		g.inside(func() { g.into(n.Right, dest{mode: assign, name: name, kind: kindTerm, seen: new([]string)}) })
	})
	g.line("if %s {\n%s}", test, right)
	return value{code: name, kind: kindTerm}
}

func (g *generator) unary(n *syntax.Unary) value {
	switch n.Op {
	case "-":
		if f, ok := n.X.(*syntax.Float); ok {
			return value{code: "float64(" + strconv.FormatFloat(-f.Value, 'g', -1, 64) + ")", kind: "float64"}
		}
		return value{code: "-" + g.operand(n.X), kind: kindInt}
	case "not", "!":
		return value{code: g.negated(n.X), kind: kindBool}
	}
	g.fail(n, "the operator %s", n.Op)
	return value{}
}

// negated is the condition that another one does not hold.
func (g *generator) negated(n syntax.Node) string {
	code := g.condition(n)
	if g.simpleCondition(n) {
		return "!" + code
	}
	return "!(" + code + ")"
}

func (g *generator) simpleCondition(n syntax.Node) bool {
	call, ok := n.(*syntax.Call)
	if !ok {
		return false
	}
	c, _ := g.known(call)
	return c != nil && c.kind == kindBool
}

// condition is an expression as a Go condition: neither nil nor false.
func (g *generator) condition(n syntax.Node) string {
	switch n := n.(type) {
	case *syntax.Block:
		if len(n.Exprs) == 1 {
			return "(" + g.condition(n.Exprs[0]) + ")"
		}
	case *syntax.Unary:
		if n.Op == "not" || n.Op == "!" {
			return g.negated(n.X)
		}
	case *syntax.Binary:
		switch n.Op {
		case "and", "&&":
			return g.part(n.Left, "or") + " && " + g.pure(n.Right, "or")
		case "or", "||":
			return g.part(n.Left, "and") + " || " + g.pure(n.Right, "and")
		case "==", "===", "!=", "!==", "<", ">", "<=", ">=":
			return g.comparison(n)
		case "in":
			return `Apply(Alias("Enum"), "member?", ` + g.expr(n.Right).code + ", " + g.expr(n.Left).code + ") == true"
		}
	}
	if a, ok := n.(*syntax.Atom); ok {
		return strconv.FormatBool(a.Name != "nil" && a.Name != "false")
	}
	v := g.expr(n)
	switch v.kind {
	case kindBool:
		return v.code
	case kindTerm:
		if !v.call {
			return v.code + " != nil && " + v.code + " != false"
		}
		name := g.fresh("found")
		g.line("%s := %s", name, v.code)
		return name + " != nil && " + name + " != false"
	}
	g.line("_ = %s", v.code)
	return "true"
}

// part is an operand of and or or.
func (g *generator) part(n syntax.Node, looser string) string {
	code := g.condition(n)
	if b, ok := n.(*syntax.Binary); ok && (b.Op == looser || b.Op == map[string]string{"and": "&&", "or": "||"}[looser]) {
		return "(" + code + ")"
	}
	return code
}

// pure is an operand that is evaluated only if the one before it says so: it
// may write no statements.
func (g *generator) pure(n syntax.Node, looser string) string {
	code := ""
	if statements := g.aside(func() { code = g.part(n, looser) }); statements != "" {
		g.fail(n, "this condition needs statements")
	}
	return code
}

// guard is the condition of a clause.
func (g *generator) guard(n syntax.Node) string {
	if b, ok := n.(*syntax.Binary); ok && b.Op == "when" {
		return "(" + g.guard(b.Left) + " || " + g.guard(b.Right) + ")"
	}
	code := g.pure(n, "or")
	if b, ok := n.(*syntax.Binary); ok && b.Op == "or" {
		return "(" + code + ")"
	}
	return code
}

var goComparison = map[string]string{"==": "==", "===": "==", "!=": "!=", "!==": "!=", "<": "<", ">": ">", "<=": "<=", ">=": ">="}

// comparison compares: with Go's operators what Go compares as Elixir does,
// with Compare and Equal all else.
func (g *generator) comparison(n *syntax.Binary) string {
	left, right := g.expr(n.Left), g.expr(n.Right)
	op := goComparison[n.Op]
	equality := op == "==" || op == "!="
	same := left.kind == right.kind && (left.kind == kindInt || left.kind == kindString)
	switch {
	case same, equality && (isName(n.Left) || isName(n.Right)):
		return left.code + " " + op + " " + right.code
	case n.Op == "===":
		return "Equal(" + left.code + ", " + right.code + ")"
	case n.Op == "!==":
		return "!Equal(" + left.code + ", " + right.code + ")"
	}
	return "Compare(" + left.code + ", " + right.code + ") " + op + " 0"
}

// isName reports whether Go's == does for comparing with an expression.
func isName(n syntax.Node) bool {
	switch n.(type) {
	case *syntax.Atom, *syntax.Alias:
		return true
	}
	return false
}
