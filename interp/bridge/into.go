package bridge

import (
	"fmt"
	"strings"

	"gex/interp/syntax"
)

// into writes the statements of an expression whose value goes to d.
func (g *generator) into(n syntax.Node, d dest) {
	switch n := n.(type) {
	case *syntax.Block:
		if len(n.Exprs) == 0 {
			g.leaf(&syntax.Atom{Pos: n.Pos, Name: "nil"}, d)
			return
		}
		for _, e := range n.Exprs[:len(n.Exprs)-1] {
			g.into(e, dest{})
		}
		g.into(n.Exprs[len(n.Exprs)-1], d)
	case *syntax.Binary:
		switch n.Op {
		case "=":
			g.assignment(n, d)
		case "|>":
			g.into(piped(n), d)
		default:
			g.leaf(n, d)
		}
	case *syntax.Call:
		if n.Target != nil || !g.control(n, d) {
			g.leaf(n, d)
		}
	default:
		g.leaf(n, d)
	}
}

// piped is the call that x |> f(y) means.
func piped(n *syntax.Binary) syntax.Node {
	switch call := n.Right.(type) {
	case *syntax.Call:
		copied := *call
		copied.Args = append([]syntax.Node{n.Left}, call.Args...)
		copied.Parens = true
		return &copied
	case *syntax.Var:
		return &syntax.Call{Pos: call.Pos, Name: call.Name, Args: []syntax.Node{n.Left}, Parens: true}
	case *syntax.AnonCall:
		copied := *call
		copied.Args = append([]syntax.Node{n.Left}, call.Args...)
		return &copied
	}
	return n
}

// control writes what branches, and reports false for all else.
func (g *generator) control(n *syntax.Call, d dest) bool {
	args, sections := syntax.Sections(n.Args, n.Do)
	switch n.Name {
	case "if", "unless":
		g.ifElse(n, args, sections, d)
	case "case":
		g.caseOf(n, args, sections, d)
	case "cond":
		g.cond(sections, d)
	case "receive":
		g.receive(n, sections, d)
	case "for":
		g.comprehension(n, args, sections, d)
	case "require":
		if d.mode != drop {
			return false
		}
	case "with":
		g.into(g.withCase(n, args, sections), d)
	case "try", "quote", "defmodule":
		g.fail(n, "%s has no counterpart here", n.Name)
	default:
		return false
	}
	return true
}

// leaf writes an expression that does not branch.
func (g *generator) leaf(n syntax.Node, d dest) {
	switch d.mode {
	case drop:
		g.statement(n)
	case assign:
		v := g.expr(n)
		if v.never {
			return
		}
		*d.seen = append(*d.seen, v.kind)
		g.line("%s = %s", d.name, g.converted(n, v, d.kind))
	default:
		g.returned(n, d)
	}
}

// statement writes an expression whose value nobody wants.
func (g *generator) statement(n syntax.Node) {
	if g.systemMessage(n) {
		return
	}
	v := g.natural(n, true)
	switch {
	case v.call && v.code != "":
		g.line("%s", v.code)
	case v.code == "" || v.kind == kindOK || isPlain(n):
	default:
		g.line("_ = %s", v.code)
	}
}

// isPlain reports whether an expression does nothing.
func isPlain(n syntax.Node) bool {
	switch n.(type) {
	case *syntax.Var, *syntax.Atom, *syntax.Int, *syntax.Float, *syntax.Alias:
		return true
	}
	return false
}

// returned writes the return of an expression.
func (g *generator) returned(n syntax.Node, d dest) {
	fr := g.frame
	if g.selfCall(n, d) || g.resumed(n) {
		return
	}
	if fr.literal && fr.loop == nil && g.systemMessage(n) {
		*fr.leaves = append(*fr.leaves, kindVoid)
		return
	}
	if fr.loop != nil {
		g.leave(n)
		return
	}
	if fr.result {
		if g.result(n) {
			return
		}
	}
	v := g.natural(n, fr.ret == "" || multiple(fr.ret) || fr.ret == kindVoid)
	if fr.result && v.kind != kindNever {
		fr.function.plain = true
	}
	*fr.leaves = append(*fr.leaves, v.kind)
	switch {
	case v.kind == kindNever:
		g.line("%s", v.code)
		if fr.result {
			g.line("return Result{}")
		} else if fr.ret != kindVoid {
			g.line("return %s", zero(fr.ret))
		} else if !d.last {
			g.line("return")
		}
	case fr.ret == kindVoid:
		if v.call && v.code != "" {
			g.line("%s", v.code)
		}
		if !d.last {
			g.line("return")
		}
	case v.kind == kindVoid:
		g.line("%s\nreturn Atom(\"ok\")", v.code)
	default:
		g.line("return %s", g.converted(n, v, fr.ret))
	}
}

// resumed writes the end of system_continue: the state, with which the receive
// loop goes on.
func (g *generator) resumed(n syntax.Node) bool {
	fr := g.frame
	call, ok := n.(*syntax.Call)
	if !ok || g.module.resumes == "" || fr.literal || fr.function.key != (key{"system_continue", 3}) {
		return false
	}
	*fr.leaves = append(*fr.leaves, kindTerm)
	g.line("return %s", g.expr(call.Args[g.module.statePos]).code)
	return true
}

// selfCall writes a call of the function by itself at its end, as a turn of a
// loop, and reports whether n is one.
func (g *generator) selfCall(n syntax.Node, d dest) bool {
	fr := g.frame
	inner := fr
	if fr.loop != nil {
		fr = fr.loop
	}
	f := fr.function
	call, ok := n.(*syntax.Call)
	if !ok || fr.literal || call.Target != nil || call.Name != f.name || len(call.Args) != f.arity || f.captures() {
		return false
	}
	f.loops = true
	var names, values []string
	for i, a := range call.Args {
		code := g.need(a, f.kinds[i])
		if code != fr.params[i] && fr.params[i] != "_" {
			names, values = append(names, fr.params[i]), append(values, code)
		}
	}
	if len(names) > 0 {
		g.line("%s = %s", strings.Join(names, ", "), strings.Join(values, ", "))
	}
	if inner.loop == nil {
		g.line("continue")
	}
	return true
}

// captures reports whether function literals see the parameters, which a loop
// would change under them.
func (f *function) captures() bool {
	found := false
	for _, c := range f.clauses {
		syntax.Visit(c.body, func(n syntax.Node) {
			switch n.(type) {
			case *syntax.Fn, *syntax.Capture:
				found = true
			}
		})
	}
	return found
}

// leave ends a loop from inside of a clause of a receive.
func (g *generator) leave(n syntax.Node) {
	loop := g.frame.loop
	if g.systemMessage(n) {
		return
	}
	v := g.natural(n, true)
	if v.kind == kindNever {
		g.line("%s", v.code)
		*loop.leaves = append(*loop.leaves, v.kind)
		return
	}
	if v.kind != kindVoid && v.kind != kindOK {
		g.fail(n, "a receive loop that ends with a value")
	}
	loop.function.leaps = true
	*loop.leaves = append(*loop.leaves, v.kind)
	if v.call && v.code != "" {
		g.line("%s", v.code)
	}
	g.line("done = true")
}

// assignment writes pattern = expression.
func (g *generator) assignment(n *syntax.Binary, d dest) {
	if target, ok := n.Left.(*syntax.Var); ok {
		g.assignVar(target, n.Right)
		if d.mode != drop {
			g.leaf(target, d)
		}
		return
	}
	if d.mode != drop {
		g.fail(n, "the value of a match is used")
	}
	if g.destructured(n) {
		return
	}
	subject := g.subject(n.Right)
	c := &chain{g: g, kinds: make(map[string]string), bound: make(map[string]string)}
	var conditions []string
	around := g.scope
	g.scope = &scope{parent: around, vars: around.vars, goNames: make(map[string]bool)}
	conditions = c.match(subject, n.Left, true)
	g.scope = around
	c.declare()
	if len(conditions) > 0 {
		g.line("if !(%s) {\nRaise(T(\"badmatch\", %s))\n}", strings.Join(conditions, " && "), subject.code)
		g.tidyNegation()
	}
}

// tidyNegation writes !(f(x)) as !f(x) in the last statement.
func (g *generator) tidyNegation() {
	text := g.out.String()
	i := strings.LastIndex(text, "if !(Match(")
	if i < 0 || strings.Contains(text[i:], " && ") {
		return
	}
	end := strings.Index(text[i:], ") {\n")
	if end < 0 {
		return
	}
	fixed := text[:i] + "if !" + text[i+len("if !("):i+end] + " {\n" + text[i+end+len(") {\n"):]
	g.out.Reset()
	g.out.WriteString(fixed)
}

// destructured writes {:ok, x} = start and {x, map} = pop, which Go returns as
// several values.
func (g *generator) destructured(n *syntax.Binary) bool {
	pattern, ok := n.Left.(*syntax.Tuple)
	if ok && len(pattern.Elems) == 2 {
		return g.destructuredPair(pattern, n.Right)
	}
	if !isAtom(n.Left, "ok") || g.kindOf(n.Right) != kindError {
		return false
	}
	v := g.natural(n.Right, true)
	name := g.fresh("err")
	g.line("if %s := %s; %s != nil {\nRaise(T(\"badmatch\", T(\"error\", Reason(%s))))\n}", name, v.code, name, name)
	return true
}

func (g *generator) destructuredPair(pattern *syntax.Tuple, right syntax.Node) bool {
	second, ok := pattern.Elems[1].(*syntax.Var)
	if !ok {
		return false
	}
	first, isVar := pattern.Elems[0].(*syntax.Var)
	switch kind := g.kindOf(right); {
	case kind == kindPopped && isVar:
		v := g.natural(right, true)
		g.line("%s, %s := %s", g.bindNew(first, kindTerm), g.bindNew(second, kindMap), v.code)
	case kind == kindStarted && isAtom(pattern.Elems[0], "ok"):
		v := g.natural(right, true)
		name := g.bindNew(second, kindPID)
		err := g.fresh("err")
		g.line("%s, %s := %s", name, err, v.code)
		g.line("if %s != nil {\nRaise(T(\"badmatch\", T(\"error\", Reason(%s))))\n}", err, err)
	case kind == kindFetched && isAtom(pattern.Elems[0], "ok"):
		v := g.natural(right, true)
		name := g.bindNew(second, kindTerm)
		ok := g.fresh("ok")
		g.line("%s, %s := %s", name, ok, v.code)
		g.line("if !%s {\nRaise(T(\"badmatch\", Atom(\"error\")))\n}", ok)
	default:
		return false
	}
	return true
}

// bindNew declares a variable in the block; one that is not used is _.
func (g *generator) bindNew(v *syntax.Var, kind string) string {
	if v.Name == "_" || g.fact(v).used == 0 {
		g.bind(v, "_", kind)
		return "_"
	}
	name := g.fresh(localName(v.Name))
	g.bind(v, name, kind)
	return name
}

// kindOf is the kind of an expression, which is not written.
func (g *generator) kindOf(n syntax.Node) string {
	if b, ok := n.(*syntax.Binary); ok && b.Op == "|>" {
		n = piped(b)
	}
	call, ok := n.(*syntax.Call)
	if !ok {
		return ""
	}
	if f := g.localFunction(call); f != nil {
		return f.ret
	}
	if c, _ := g.known(call); c != nil {
		return c.kind
	}
	return ""
}

// assignVar writes name = expression.
func (g *generator) assignVar(target *syntax.Var, right syntax.Node) {
	if branches(right) {
		name := g.fresh(localName(target.Name))
		g.fact(target)
		kind := g.branched(name, right)
		g.bind(target, name, kind)
		if g.fact(target).used == 0 {
			g.line("_ = %s", name)
		}
		return
	}
	if g.fact(target).used == 0 || target.Name == "_" {
		g.statement(right)
		g.bind(target, "_", kindTerm)
		return
	}
	v := g.expr(right)
	old := g.lookup(target.Name)
	if old != nil && old.scope == g.scope && old.kind == v.kind && !g.closes && old.goName == localName(target.Name) {
		g.line("%s = %s", old.goName, v.code)
		g.bind(target, old.goName, old.kind)
		return
	}
	name := g.fresh(localName(target.Name))
	if v.kind == kindTerm && !v.call {
		g.line("var %s Term = %s", name, v.code)
	} else {
		g.line("%s := %s", name, v.code)
	}
	g.bind(target, name, v.kind)
}

// branched declares a variable with what an expression that branches is, and
// returns its kind: the one that all branches have.
func (g *generator) branched(name string, n syntax.Node) string {
	kind := g.rets[n]
	if kind == "" {
		kind = kindTerm
	}
	var seen []string
	g.line("var %s %s", name, kind)
	g.inside(func() { g.into(n, dest{mode: assign, name: name, kind: kind, seen: &seen}) })
	g.rets[n] = single(seen)
	return kind
}

// branches reports whether an expression needs statements in Go.
func branches(n syntax.Node) bool {
	switch n := n.(type) {
	case *syntax.Block:
		return true
	case *syntax.Call:
		switch n.Name {
		case "if", "unless", "case", "cond", "for", "with", "try":
			return n.Target == nil
		}
	}
	return false
}

// subject is an expression as a name that clauses can be tried on.
func (g *generator) subject(n syntax.Node) value {
	if v, ok := n.(*syntax.Var); ok && g.lookup(v.Name) != nil {
		return g.expr(n)
	}
	if b, ok := n.(*syntax.Binary); ok && b.Op == "=" {
		if v, ok := b.Left.(*syntax.Var); ok {
			g.assignVar(v, b.Right)
			return g.expr(v)
		}
	}
	if branches(n) {
		name := g.fresh("value")
		return value{code: name, kind: g.branched(name, n)}
	}
	v := g.expr(n)
	name := g.fresh("value")
	if v.call {
		g.line("%s := %s", name, v.code)
	} else {
		g.line("var %s Term = %s", name, v.code)
		v.kind = kindTerm
	}
	return value{code: name, kind: v.kind}
}

// systemMessage writes :sys.handle_system_msg of a special process, whose loop
// goes on with the state that it returns.
func (g *generator) systemMessage(n syntax.Node) bool {
	call, ok := n.(*syntax.Call)
	if !ok || call.Name != "handle_system_msg" || len(call.Args) != 6 || g.module.resumes == "" {
		return false
	}
	fr := g.frame
	if fr.loop != nil {
		fr = fr.loop
	}
	if fr.function.name != g.module.resumes {
		return false
	}
	state, ok := call.Args[5].(*syntax.Var)
	b := g.lookup(stateName(state, ok))
	if b == nil || b.goName != fr.params[g.module.statePos] {
		return false
	}
	g.line("%s = %s", b.goName, g.systemCall(call))
	return true
}

func stateName(v *syntax.Var, ok bool) string {
	if !ok {
		return ""
	}
	return v.Name
}

func (g *generator) systemCall(call *syntax.Call) string {
	var args []string
	for i, kind := range []string{kindTerm, kindTerm, kindPID, "module", kindTerm, kindTerm} {
		args = append(args, g.argument(call.Args[i], kind))
	}
	return fmt.Sprintf("Sys.HandleSystemMsg(%s)", strings.Join(args, ", "))
}
