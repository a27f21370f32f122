package bridge

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"gex/interp/syntax"
)

// function writes a function of the module as a method. What Go cannot say
// becomes a comment and a panic.
func (g *generator) function(f *function) {
	if len(f.clauses) == 0 {
		return
	}
	g.line("")
	if f.doc != "" {
		g.comment(f.doc)
	}
	if f.defaults {
		g.comment(fmt.Sprintf("NOT TRANSLATED: %s has default arguments; a Go method takes all %d.", f.name, f.arity))
	}
	if !f.private && exportedName(f.name) != f.goName {
		g.comment(fmt.Sprintf("Note: %s/%d is seen from Go only, since a method has one arity.", f.name, f.arity))
	}
	f.closes(g)
	text, failed := g.attempt(f)
	if failed != nil {
		text = g.surrender(f, failed)
	}
	fmt.Fprint(g.out, text)
}

func (f *function) closes(g *generator) {
	g.closes = false
	for _, c := range f.clauses {
		syntax.Visit(c.body, func(n syntax.Node) {
			switch n := n.(type) {
			case *syntax.Fn, *syntax.Capture:
				g.closes = true
			case *syntax.Call:
				g.closes = g.closes || n.Target == nil && n.Name == "receive"
			}
		})
	}
}

func (g *generator) attempt(f *function) (text string, failed *inexpressible) {
	around, out := g.scope, g.out
	defer func() {
		if r := recover(); r != nil {
			x, ok := r.(inexpressible)
			if !ok {
				panic(r)
			}
			g.scope, g.out, failed = around, out, &x
		}
	}()
	return g.aside(func() { g.inside(func() { g.method(f) }) }), nil
}

// surrender writes a function whose body Go cannot say.
func (g *generator) surrender(f *function, failed *inexpressible) string {
	f.leaves = append(f.leaves, kindTerm)
	f.plain = true
	return g.aside(func() {
		var params []string
		for i := range f.arity {
			params = append(params, fmt.Sprintf("arg%d Term", i+1))
		}
		g.line("func (%s) %s(%s) Term {", typeName(g.module.name), f.goName, strings.Join(params, ", "))
		g.comment("NOT TRANSLATED: " + failed.why)
		for _, c := range f.clauses {
			g.comment(indent(syntax.Source(c.source)))
		}
		g.line("panic(%q)", "not translated from Elixir: "+f.name)
		g.line("}")
	})
}

func (g *generator) method(f *function) {
	names := g.paramNames(f)
	kinds := g.paramKinds(f)
	var params []string
	for i, name := range names {
		kind := kinds[i]
		switch last := i == f.arity-1; {
		case f.optional && last:
			kind = "...Term"
			kinds[i] = kindList
		case f.standard != nil && last:
			name, kind = "optional", "...Term"
			kinds[i] = kindTerm
		}
		params = append(params, name+" "+kind)
		if name != "_" {
			g.scope.goNames[name] = true
		}
	}
	f.kinds = kinds
	f.plain = f.plain || f.optional && f.callback
	fr := &frame{function: f, result: f.callback && !f.plain, ret: f.ret, leaves: &f.leaves, params: names}
	g.frame = fr
	body := g.aside(func() { g.clauses(f, names, kinds) })
	if f.loops {
		body = g.looped(f, body)
	}
	if f.standard != nil {
		body = g.standardValue(f, names[f.arity-1], body) + body
	}
	ret := f.ret
	switch {
	case fr.result:
		ret = " Result"
	case ret == kindVoid || ret == "":
		ret = ""
	case ret == kindOK:
		ret = " Term"
	default:
		ret = " " + ret
	}
	g.line("func (%s) %s(%s)%s {", typeName(g.module.name), f.goName, strings.Join(joined(params), ", "), ret)
	fmt.Fprint(g.out, body)
	g.line("}")
}

// standardValue gives a parameter that is left out its default. The clauses that
// would use it may be covered by others and not be in the body.
func (g *generator) standardValue(f *function, name, body string) string {
	if !regexp.MustCompile(`\b` + name + `\b`).MatchString(body) {
		return ""
	}
	return fmt.Sprintf("var %s Term = %s\nif len(optional) > 0 {\n%s = optional[0]\n}\n", name, g.expr(f.standard).code, name)
}

// looped puts the body of a function that calls itself last into a loop.
func (g *generator) looped(f *function, body string) string {
	if f.leaps {
		return "for done := false; !done; {\n" + body + "}\n"
	}
	return "for {\n" + strings.TrimSuffix(body, "continue\n") + "}\n"
}

// joined writes a, b Term for a Term, b Term.
func joined(params []string) []string {
	var short []string
	for i, p := range params {
		name, kind, _ := strings.Cut(p, " ")
		if i+1 < len(params) {
			if _, next, _ := strings.Cut(params[i+1], " "); next == kind {
				short = append(short, name)
				continue
			}
		}
		short = append(short, name+" "+kind)
	}
	return short
}

// conventional are the names of the parameters of callbacks.
var conventional = map[string][]string{
	"init": {"args"}, "handle_event": {"event", "state"}, "handle_info": {"message", "state"},
	"handle_cast": {"request", "state"}, "handle_continue": {"argument", "state"},
	"terminate": {"reason", "state"}, "code_change": {"oldVsn", "state", "extra"},
}

// paramNames are the names of a function's parameters: that of the variables
// if all clauses agree, else that of the callback, else that of the first.
func (g *generator) paramNames(f *function) []string {
	usual := conventional[f.name]
	switch {
	case !f.callback && f.name != "terminate":
		usual = nil
	case f.name == "handle_call":
		usual = []string{"request", "from", "state"}
		if f.arity == 2 {
			usual = []string{"request", "state"}
		}
	}
	var names []string
	for i := range f.arity {
		name, agree := "", true
		for _, c := range f.clauses {
			if v := wholeVar(c.params[i]); v != nil && localName(v.Name) != "_" {
				agree = agree && (name == "" || name == localName(v.Name))
				if name == "" {
					name = localName(v.Name)
				}
			}
		}
		switch {
		case f.arity == 1 && f.ignores():
			name = "_"
		case usual != nil && i < len(usual) && (name == "" || !agree):
			name = usual[i]
		case name == "":
			name = fmt.Sprintf("arg%d", i+1)
		}
		for slices.Contains(names, name) {
			name += "2"
		}
		names = append(names, name)
	}
	return names
}

// ignores reports whether no clause looks at the only parameter.
func (f *function) ignores() bool {
	for _, c := range f.clauses {
		if v, ok := c.params[0].(*syntax.Var); !ok || v.Name != "_" {
			return false
		}
	}
	return true
}

// wholeVar is the variable that a parameter is as a whole, nil for others.
func wholeVar(n syntax.Node) *syntax.Var {
	switch n := n.(type) {
	case *syntax.Var:
		return n
	case *syntax.Binary:
		if n.Op == "=" {
			if v, ok := n.Right.(*syntax.Var); ok {
				return v
			}
			v, _ := n.Left.(*syntax.Var)
			return v
		}
	}
	return nil
}

// paramKinds are the types of a function's parameters: what all clauses use
// them as. The state of callbacks may be left alone by some.
func (g *generator) paramKinds(f *function) []string {
	kinds := make([]string, f.arity)
	statePos := g.module.statePosition(f.key)
	for i := range kinds {
		if i == statePos && g.module.state != nil {
			kinds[i] = g.module.state.name
			continue
		}
		kind, same := "", true
		for _, c := range f.clauses {
			v, whole := c.params[i].(*syntax.Var)
			want := ""
			if whole {
				want = g.fact(v).kind
			} else if _, ok := c.params[i].(*syntax.Int); ok {
				want, whole = kindInt, true
			}
			if !whole || want == "" && i != statePos {
				same = false
			}
			if kind != "" && want != "" && want != kind {
				same = false
			}
			if want != "" {
				kind = want
			}
		}
		kinds[i] = kindTerm
		if kind != "" && same {
			kinds[i] = kind
		}
	}
	return kinds
}

// clauses writes the body of a function: its clauses one after the other.
func (g *generator) clauses(f *function, names, kinds []string) {
	subjects := make([]value, len(names))
	for i := range names {
		subjects[i] = value{code: names[i], kind: kinds[i]}
	}
	var arms []armSource
	for _, c := range f.clauses {
		arms = append(arms, armSource{c.params, c.guard, c.body})
	}
	g.chain(subjects, arms, dest{mode: give, last: !f.loops}, func() { g.noClause(names) })
}

// noClause ends a function none of whose clauses matched.
func (g *generator) noClause(names []string) {
	switch {
	case g.frame.result:
		g.line("return BadCall(%s)", names[0])
	case g.frame.ret == kindVoid || g.frame.ret == "":
		g.line(`Raise(Atom("function_clause"))`)
	default:
		g.line(`Raise(Atom("function_clause"))`)
		g.line("return %s", zero(g.frame.ret))
	}
}

// zero is what stands in a return that is never reached.
func zero(kind string) string {
	switch kind {
	case kindInt:
		return "0"
	case kindString:
		return `""`
	case kindBool:
		return "false"
	case kindMap:
		return "Map{}"
	case kindPID:
		return "PID{}"
	case kindStarted:
		return "PID{}, nil"
	case kindFetched:
		return "nil, false"
	case kindPopped:
		return "nil, Map{}"
	case "Ref", "Tuple":
		return kind + "{}"
	}
	return "nil"
}
