package bridge

import (
	"fmt"
	"strings"

	"gex/interp/syntax"
)

func section(sections []syntax.Section, name string) syntax.Node {
	for _, s := range sections {
		if s.Name == name {
			return s.Body
		}
	}
	return nil
}

// ifElse writes if and unless.
func (g *generator) ifElse(n *syntax.Call, args []syntax.Node, sections []syntax.Section, d dest) {
	if len(args) != 1 {
		g.fail(n, "this form of %s", n.Name)
	}
	yes, no := section(sections, "do"), section(sections, "else")
	condition := ""
	if n.Name == "unless" {
		condition = g.negated(args[0])
	} else {
		condition = g.condition(args[0])
	}
	if no == nil && d.mode != drop {
		no = &syntax.Atom{Pos: n.Pos, Name: "nil"}
	}
	inner := d
	inner.last = false
	then := g.aside(func() { g.inside(func() { g.into(yes, inner) }) })
	otherwise := ""
	if no != nil {
		if d.mode == give {
			inner.last = d.last
		}
		otherwise = g.aside(func() { g.inside(func() { g.into(no, inner) }) })
	}
	g.branches([]arm{{conditions: []string{condition}, body: then}}, otherwise, d)
}

func (g *generator) cond(sections []syntax.Section, d dest) {
	stab, ok := section(sections, "do").(*syntax.Stab)
	if !ok {
		return
	}
	var arms []arm
	final, open := "", true
	for _, c := range stab.Clauses {
		inner := d
		inner.last = d.last && d.mode != give
		if isAtom(c.Args[0], "true") {
			inner.last = d.last
			final, open = g.aside(func() { g.inside(func() { g.into(c.Body, inner) }) }), false
			break
		}
		condition := g.pure(c.Args[0], "or")
		arms = append(arms, arm{[]string{condition}, g.aside(func() { g.inside(func() { g.into(c.Body, inner) }) })})
	}
	if open {
		final = g.aside(func() { g.raised(`Atom("cond_clause")`, d) })
	}
	g.branches(arms, final, d)
}

// raised writes an error, and the return that Go wants behind it.
func (g *generator) raised(reason string, d dest) {
	g.line("Raise(%s)", reason)
	if d.mode != give {
		return
	}
	switch {
	case g.frame.result:
		g.line("return Result{}")
	case g.frame.ret != kindVoid && g.frame.ret != "":
		g.line("return %s", zero(g.frame.ret))
	}
}

func (g *generator) caseOf(n *syntax.Call, args []syntax.Node, sections []syntax.Section, d dest) {
	stab, ok := section(sections, "do").(*syntax.Stab)
	if !ok || len(args) != 1 {
		g.fail(n, "this form of case")
	}
	if g.caseOfSeveral(args[0], stab.Clauses, d) {
		return
	}
	subject := g.subject(args[0])
	var arms []armSource
	for _, c := range stab.Clauses {
		arms = append(arms, armSource{c.Args, c.Guard, c.Body})
	}
	reason := `T("case_clause", `
	if g.withs[n] {
		reason = `T("with_clause", `
	}
	g.chain([]value{subject}, arms, d, func() { g.raised(reason+subject.code+`)`, d) })
}

// caseOfSeveral writes case on a call that returns (T, bool) or (T, error) in
// Go, if its clauses are those two.
func (g *generator) caseOfSeveral(subject syntax.Node, clauses []*syntax.Clause, d dest) bool {
	kind := g.kindOf(subject)
	if len(clauses) != 2 || kind != kindFetched && kind != kindStarted || clauses[0].Guard != nil || clauses[1].Guard != nil {
		return false
	}
	good, bad := clauses[0], clauses[1]
	found, ok := pairVar(good.Args[0], "ok")
	if !ok {
		good, bad = bad, good
		if found, ok = pairVar(good.Args[0], "ok"); !ok {
			return false
		}
	}
	reason, failed := pairVar(bad.Args[0], "error")
	if kind == kindFetched && !isAtom(bad.Args[0], "error") && !isUnderscore(bad.Args[0]) || kind == kindStarted && !failed {
		return false
	}
	v := g.natural(subject, true)
	valueKind, flag, test := kindTerm, "ok", "ok"
	if kind == kindStarted {
		valueKind, flag = kindPID, "err"
	}
	inner := d
	inner.last = false
	var head, then, otherwise string
	g.inside(func() {
		name := g.bindNew(found, valueKind)
		flag = g.fresh(flag)
		test = flag
		if kind == kindStarted {
			test = flag + " == nil"
		}
		head = fmt.Sprintf("%s, %s := %s; %s", name, flag, v.code, test)
		then = g.aside(func() { g.inside(func() { g.into(good.Body, inner) }) })
		otherwise = g.aside(func() {
			g.inside(func() {
				if kind == kindStarted && g.fact(reason).used > 0 {
					g.bind(reason, "Reason("+flag+")", kindTerm)
				}
				g.into(bad.Body, inner)
			})
		})
	})
	if kind == kindStarted || d.mode != give {
		g.line("if %s {\n%s} else {\n%s}", head, then, otherwise)
		if d.mode == give && !g.frame.result && g.frame.ret != kindVoid {
			g.fail(subject, "both branches of a start")
		}
		if d.mode == give && g.frame.result {
			g.line(`panic("unreachable")`)
		}
		return true
	}
	g.line("if %s {\n%s}\n%s", head, then, strings.TrimSuffix(otherwise, "\n"))
	return true
}

func isUnderscore(n syntax.Node) bool {
	v, ok := n.(*syntax.Var)
	return ok && v.Name == "_"
}

// pairVar is the variable of {:tag, variable}.
func pairVar(n syntax.Node, tag string) (*syntax.Var, bool) {
	t, ok := n.(*syntax.Tuple)
	if !ok || len(t.Elems) != 2 || !isAtom(t.Elems[0], tag) {
		return nil, false
	}
	v, ok := t.Elems[1].(*syntax.Var)
	return v, ok
}

// receive writes receive with its clauses as functions.
func (g *generator) receive(n *syntax.Call, sections []syntax.Section, d dest) {
	stab, _ := section(sections, "do").(*syntax.Stab)
	var clauses []string
	kinds := make([]string, 0, 4)
	ret := kindTerm
	switch {
	case d.mode == drop || d.mode == give && g.frame.ret == kindVoid:
		ret = kindVoid
	case d.mode == give && g.frame.ret == "":
		ret = ""
	}
	if stab != nil {
		for _, c := range stab.Clauses {
			clauses = append(clauses, g.onClause(c, ret, d, &kinds))
		}
	}
	if after, ok := section(sections, "after").(*syntax.Stab); ok && len(after.Clauses) == 1 {
		c := after.Clauses[0]
		clauses = append(clauses, "After("+g.duration(c.Args[0])+", "+g.handler("", c.Body, ret, d, &kinds)+")")
	}
	call := "Receive(\n" + strings.Join(clauses, ",\n") + ",\n)"
	switch {
	case d.mode == assign:
		*d.seen = append(*d.seen, kindTerm)
		g.line("%s = %s", d.name, call)
	case d.mode == drop:
		g.line("%s", call)
	case g.frame.loop == nil && g.loopsHere(n):
		g.line("%s", call)
	default:
		*g.frame.leaves = append(*g.frame.leaves, receiveKind(kinds))
		if ret == kindTerm {
			g.line("return %s", call)
		} else {
			g.line("%s", call)
			if !d.last {
				g.line("return")
			}
		}
	}
}

// receiveKind is the kind of a receive whose clauses have the kinds.
func receiveKind(kinds []string) string {
	if combine(kinds) == kindVoid {
		return kindVoid
	}
	return kindTerm
}

// loopsHere reports whether clauses of a receive end with a call of the
// function around it.
func (g *generator) loopsHere(n *syntax.Call) bool {
	f := g.frame.function
	if g.frame.literal || f.captures() {
		return false
	}
	_, sections := syntax.Sections(n.Args, n.Do)
	for _, s := range sections {
		for _, leaf := range leaves(s.Body) {
			call, ok := leaf.(*syntax.Call)
			if ok && call.Target == nil && call.Name == f.name && len(call.Args) == f.arity {
				return true
			}
		}
	}
	return false
}

func (g *generator) onClause(c *syntax.Clause, ret string, d dest, kinds *[]string) string {
	if c.Guard != nil {
		g.fail(c, "a guard in receive")
	}
	text := ""
	g.inside(func() {
		g.inside(func() {
			w := &patternText{chain: &chain{g: g, kinds: make(map[string]string), bound: make(map[string]string)}, root: c.Args[0], typed: true}
			pattern := w.node(c.Args[0])
			if len(w.more) > 0 {
				g.fail(c, "a pin in receive")
			}
			var params []string
			for _, b := range w.binds {
				params = append(params, b.goName+" "+b.kind)
			}
			text = "On(" + quote(pattern) + ", " + g.handler(strings.Join(joined(params), ", "), c.Body, ret, d, kinds) + ")"
		})
	})
	return text
}

// handler is a clause of receive as a function literal.
func (g *generator) handler(params string, body syntax.Node, ret string, d dest, kinds *[]string) string {
	around := g.frame
	fr := &frame{function: around.function, literal: true, leaves: kinds, ret: ret, params: around.params, loop: around.loop}
	if d.mode == give && !around.literal && around.loop == nil && g.receiveLoops(around) {
		fr.loop = around
	}
	g.frame = fr
	text := g.aside(func() { g.inside(func() { g.into(body, dest{mode: give, last: true}) }) })
	g.frame = around
	result := " Term"
	if fr.loop != nil || ret == kindVoid || ret == "" {
		result = ""
	}
	return inOneLine("func("+params+")"+result, text)
}

// receiveLoops reports whether the method calls itself from clauses of a
// receive that is its end.
func (g *generator) receiveLoops(fr *frame) bool {
	for _, c := range fr.function.clauses {
		for _, leaf := range leaves(c.body) {
			if call, ok := leaf.(*syntax.Call); ok && call.Target == nil && call.Name == "receive" && g.loopsHere(call) {
				return true
			}
		}
	}
	return false
}

// comprehension writes for with generators and filters.
func (g *generator) comprehension(n *syntax.Call, args []syntax.Node, sections []syntax.Section, d dest) {
	body := section(sections, "do")
	if len(args) == 0 || body == nil || len(sections) != 1 {
		g.fail(n, "this form of for")
	}
	name := ""
	if d.mode != drop {
		name = g.fresh("values")
		g.line("%s := []Term{}", name)
	}
	text := g.aside(func() { g.inside(func() { g.generators(n, args, body, name) }) })
	g.out.WriteString(text)
	switch d.mode {
	case assign:
		*d.seen = append(*d.seen, kindList)
		g.line("%s = %s", d.name, name)
	case give:
		if g.frame.result || g.frame.loop != nil {
			g.fail(n, "the value of for is returned here")
		}
		*g.frame.leaves = append(*g.frame.leaves, kindList)
		if g.frame.ret == kindVoid {
			g.line("_ = %s", name)
		} else {
			g.line("return %s", name)
		}
	}
}

func (g *generator) generators(n *syntax.Call, args []syntax.Node, body syntax.Node, name string) {
	if len(args) == 0 {
		if name == "" {
			g.into(body, dest{})
			return
		}
		g.line("%s = append(%s, %s)", name, name, g.expr(body).code)
		return
	}
	generator, ok := args[0].(*syntax.Binary)
	if !ok || generator.Op != "<-" {
		g.line("if %s {", g.condition(args[0]))
		g.generators(n, args[1:], body, name)
		g.line("}")
		return
	}
	v, ok := generator.Left.(*syntax.Var)
	if !ok {
		g.fail(n, "a pattern in for")
	}
	source := ""
	if call, ok := generator.Right.(*syntax.Call); ok && callName(call) == "GenEvent.stream/1" {
		source = "GenEvent.Stream(" + g.argument(call.Args[0], "server") + ")"
		g.line("for %srange %s {", assigned(g.bindNew(v, kindTerm)), source)
	} else {
		source = g.listOf(generator.Right)
		target := g.bindNew(v, kindTerm)
		if target != "_" {
			target = "_, " + target
		}
		g.line("for %srange %s {", assigned(target), source)
	}
	g.generators(n, args[1:], body, name)
	g.line("}")
}

// assigned is what stands before range: nothing if nothing is assigned to.
func assigned(target string) string {
	if target == "_" {
		return ""
	}
	return target + " := "
}

// listOf is an enumerable as a slice.
func (g *generator) listOf(n syntax.Node) string {
	v := g.expr(n)
	if v.kind == kindList {
		return v.code
	}
	return `Apply(Alias("Enum"), "to_list", ` + v.code + ").([]Term)"
}
