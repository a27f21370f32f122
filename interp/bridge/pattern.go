package bridge

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"gex/interp/syntax"
)

// armSource is a clause of a function, case, fn or receive.
type armSource struct {
	patterns []syntax.Node
	guard    syntax.Node
	body     syntax.Node
}

// arm is a clause on its way: when its conditions hold, body runs.
type arm struct {
	conditions []string
	body       string
}

// chain is a sequence of clauses that are tried in turn.
type chain struct {
	g        *generator
	declared []declaration
	kinds    map[string]string // of the variables of its patterns
	bound    map[string]string // of the arm: Elixir's names and Go's
	counts   map[string]int    // of the arm: how often a name is in its patterns
}

type declaration struct{ name, kind string }

// chain writes clauses. When none matches otherwise does, nil for what needs
// nothing then.
func (g *generator) chain(subjects []value, arms []armSource, d dest, otherwise func()) {
	c := &chain{g: g, kinds: make(map[string]string)}
	var made []arm
	final := ""
	open := true
	for i, source := range arms {
		a := c.arm(subjects, source, c.typed(arms[i+1:]), d)
		if len(a.conditions) == 0 {
			final, open = c.body(subjects, source, d), false
			break
		}
		made = append(made, a)
	}
	if open && otherwise != nil {
		final = g.aside(otherwise)
	}
	c.declare()
	g.branches(made, final, d)
}

// typed reports, for each position, whether a variable there may have a type:
// what does not have it must not fall through to a later clause.
func (c *chain) typed(later []armSource) bool {
	for _, a := range later {
		all := true
		for _, p := range a.patterns {
			if _, isVar := p.(*syntax.Var); !isVar {
				all = false
			}
		}
		if all {
			return false
		}
	}
	return true
}

// arm compiles a clause whose body is one of several.
func (c *chain) arm(subjects []value, source armSource, typed bool, d dest) (a arm) {
	d.last = false
	c.begin(source)
	c.g.inside(func() {
		for i, p := range source.patterns {
			a.conditions = append(a.conditions, c.match(subjects[i], p, typed)...)
		}
		if source.guard != nil {
			a.conditions = append(a.conditions, c.g.guard(source.guard))
		}
		a.body = c.g.aside(func() { c.g.inside(func() { c.g.into(source.body, d) }) })
	})
	return a
}

// begin forgets the variables of the arm before and counts those of this one.
func (c *chain) begin(source armSource) {
	c.bound, c.counts = make(map[string]string), make(map[string]int)
	for _, p := range source.patterns {
		syntax.Visit(p, func(n syntax.Node) {
			if v, ok := n.(*syntax.Var); ok {
				c.counts[v.Name]++
			}
		})
	}
}

// body compiles a clause that always matches and is the last.
func (c *chain) body(subjects []value, source armSource, d dest) (body string) {
	c.begin(source)
	write := func() {
		for i, p := range source.patterns {
			c.match(subjects[i], p, true)
		}
		body = c.g.aside(func() { c.g.into(source.body, d) })
	}
	if d.mode == give {
		around := c.g.scope.vars
		c.g.scope.vars = make(map[string]*binding)
		for name, b := range around {
			c.g.scope.vars[name] = b
		}
		write()
		c.g.scope.vars = around
	} else {
		c.g.inside(write)
	}
	return body
}

func (c *chain) declare() {
	for i := 0; i < len(c.declared); {
		var names []string
		kind := c.declared[i].kind
		for ; i < len(c.declared) && c.declared[i].kind == kind; i++ {
			names = append(names, c.declared[i].name)
		}
		c.g.line("var %s %s", strings.Join(names, ", "), kind)
	}
}

// branches writes the arms and what comes when none is taken.
func (g *generator) branches(arms []arm, final string, d dest) {
	closing := "}\n"
	if d.mode != give && final != "" {
		closing = "} else {\n" + final + "}\n"
	}
	switch {
	case len(arms) == 0 && d.mode == give, len(arms) == 0 && final == "":
		g.out.WriteString(final)
		return
	case len(arms) == 0:
		g.line("{\n%s}", final)
		return
	case len(arms) == 1:
		g.line("if %s {\n%s%s", strings.Join(arms[0].conditions, " && "), arms[0].body, strings.TrimSuffix(closing, "\n"))
	default:
		g.line("switch {")
		for _, a := range arms {
			g.line("case %s:\n%s", strings.Join(a.conditions, " && "), strings.TrimSuffix(a.body, "\n"))
		}
		if d.mode != give && final != "" {
			g.line("default:\n%s", strings.TrimSuffix(final, "\n"))
		}
		g.line("}")
	}
	if d.mode == give {
		g.out.WriteString(final)
	}
}

// match returns the conditions under which a subject matches a pattern, and
// binds the variables.
func (c *chain) match(subject value, pattern syntax.Node, typed bool) []string {
	switch p := pattern.(type) {
	case *syntax.Var:
		if p.Name == "_" {
			return nil
		}
		if first, ok := c.bound[p.Name]; ok {
			return []string{"Equal(" + subject.code + ", " + first + ")"}
		}
		c.bound[p.Name] = subject.code
		c.g.bind(p, subject.code, subject.kind)
		return nil
	case *syntax.Atom:
		return []string{subject.code + " == " + atomCode(p.Name)}
	case *syntax.Int:
		if subject.kind == kindInt && p.Big == nil {
			return []string{subject.code + " == " + strconv.FormatInt(p.Value, 10)}
		}
	case *syntax.Pin:
		return []string{"Equal(" + subject.code + ", " + c.g.expr(p.X).code + ")"}
	case *syntax.Binary:
		if p.Op == "=" {
			return append(c.match(subject, p.Left, typed), c.match(subject, p.Right, typed)...)
		}
	case *syntax.Attribute:
		if n := c.g.module.attributes[p.Name]; n != nil {
			return c.match(subject, n, typed)
		}
	}
	text, pointers, more := c.text(pattern, typed)
	call := "Match(" + strings.Join(append([]string{subject.code, quote(text)}, pointers...), ", ") + ")"
	return append([]string{call}, more...)
}

// quote is a Go string literal, in backquotes where that reads better.
func quote(text string) string {
	if strings.ContainsAny(text, `"\`) && !strings.ContainsAny(text, "`\n") {
		return "`" + text + "`"
	}
	return strconv.Quote(text)
}

// patternText is a pattern as Match reads it, with its variables.
type patternText struct {
	chain    *chain
	root     syntax.Node
	typed    bool
	pointers []string
	more     []string
	binds    []*binding
}

func (c *chain) text(pattern syntax.Node, typed bool) (text string, pointers, conditions []string) {
	w := &patternText{chain: c, root: pattern, typed: typed}
	text = w.node(pattern)
	return text, w.pointers, w.more
}

func (w *patternText) node(n syntax.Node) string {
	switch n := n.(type) {
	case *syntax.Var:
		return w.variable(n)
	case *syntax.Pin:
		return w.pin(n)
	case *syntax.Tuple:
		return "{" + w.nodes(n.Elems) + "}"
	case *syntax.List:
		if n.Tail != nil {
			return "[" + w.list(n.Elems) + " | " + w.node(n.Tail) + "]"
		}
		return "[" + w.list(n.Elems) + "]"
	case *syntax.Keywords:
		return "[" + w.nodes(pairNodes(n)) + "]"
	case *syntax.Map:
		if n.Base == nil {
			return "%{" + w.list(n.Elems) + "}"
		}
	case *syntax.Struct:
		if alias, ok := n.Name.(*syntax.Alias); ok {
			return "%" + strings.Join(alias.Names, ".") + "{" + w.list(n.Fields.Elems) + "}"
		}
	case *syntax.Pair:
		if n.Arrow {
			return w.node(n.Key) + " => " + w.node(n.Value)
		}
		return strings.TrimPrefix(w.node(n.Key), ":") + ": " + w.node(n.Value)
	case *syntax.Binary:
		if n.Op == "=" || n.Op == "<>" {
			return w.node(n.Left) + " " + n.Op + " " + w.node(n.Right)
		}
	case *syntax.Attribute:
		if value := w.chain.g.module.attributes[n.Name]; value != nil {
			return w.node(value)
		}
	case *syntax.Atom, *syntax.Int, *syntax.Float, *syntax.Unary, *syntax.String:
		return syntax.Source(n)
	case *syntax.Alias:
		return strings.Join(n.Names, ".")
	}
	w.chain.g.fail(n, "patterns of Match have nothing for %s", syntax.Source(n))
	return ""
}

// list is what stands between the brackets of a list, of which keywords at the end
// are elements, too.
func (w *patternText) list(nodes []syntax.Node) string {
	if last := len(nodes) - 1; last >= 0 {
		if keywords, ok := nodes[last].(*syntax.Keywords); ok {
			nodes = append(slices.Clone(nodes[:last]), pairNodes(keywords)...)
		}
	}
	return w.nodes(nodes)
}

func (w *patternText) nodes(nodes []syntax.Node) string {
	var parts []string
	for _, n := range nodes {
		parts = append(parts, w.node(n))
	}
	return strings.Join(parts, ", ")
}

func (w *patternText) variable(v *syntax.Var) string {
	switch {
	case v.Name == "__MODULE__":
		return w.chain.g.module.name
	case v.Name == "_":
		return "_"
	}
	if first, ok := w.chain.bound[v.Name]; ok {
		if w.within(v.Name) {
			return heard(v.Name, first)
		}
		return w.equal(v.Name, first)
	}
	f := w.chain.g.fact(v)
	if f.used == 0 && w.once(v.Name) && w.chain.counts[v.Name] < 2 {
		w.chain.g.bind(v, "_", kindTerm)
		return "_"
	}
	kind := kindTerm
	if w.typed && f.kind != "" {
		kind = f.kind
	}
	name := w.chain.name(localName(v.Name), kind)
	w.pointers = append(w.pointers, "&"+name)
	w.chain.bound[v.Name] = name
	w.binds = append(w.binds, w.chain.g.bind(v, name, kind))
	return heard(v.Name, name)
}

// heard is the name in a pattern of a variable that is used: Match takes no
// notice of one that begins with an underscore, which then has its name in Go.
func heard(name, goName string) string {
	if strings.HasPrefix(name, "_") {
		return goName
	}
	return name
}

// within reports whether this pattern, and not one before it, bound the name.
func (w *patternText) within(name string) bool {
	for _, b := range w.binds {
		if b.node.Name == name {
			return true
		}
	}
	return false
}

// once reports whether the name stands in the pattern once.
func (w *patternText) once(name string) bool {
	n := 0
	syntax.Visit(w.root, func(node syntax.Node) {
		if v, ok := node.(*syntax.Var); ok && v.Name == name {
			n++
		}
	})
	return n == 1
}

func (w *patternText) pin(p *syntax.Pin) string {
	v, ok := p.X.(*syntax.Var)
	if !ok {
		w.chain.g.fail(p, "a pin pins a variable")
	}
	return w.equal(v.Name, w.chain.g.expr(v).code)
}

// equal stands for a value that is known already: a variable with a condition.
func (w *patternText) equal(name, known string) string {
	other := w.chain.name(localName(name)+"Seen", kindTerm)
	w.pointers = append(w.pointers, "&"+other)
	w.more = append(w.more, fmt.Sprintf("Equal(%s, %s)", other, known))
	return name + "_seen"
}

// name returns the Go name of a variable of a pattern; arms share them.
func (c *chain) name(name, kind string) string {
	if c.kinds[name] == kind {
		return name
	}
	free := c.fresh(name)
	c.kinds[free] = kind
	c.declared = append(c.declared, declaration{free, kind})
	return free
}

// fresh takes a name in the block around the arm, where it is declared.
func (c *chain) fresh(name string) string {
	free := name
	for i := 2; c.g.taken(free); i++ {
		free = fmt.Sprintf("%s%d", name, i)
	}
	around := c.g.scope
	if around.parent != nil {
		around = around.parent
	}
	around.goNames[free] = true
	return free
}
