package bridge

import (
	"fmt"
	"strconv"
	"strings"

	"gex/interp/syntax"
)

// The kinds of values: Go types, and what is no single value.
const (
	kindTerm    = "Term"
	kindMap     = "Map"
	kindList    = "[]Term"
	kindInt     = "int"
	kindString  = "string"
	kindBool    = "bool"
	kindPID     = "PID"
	kindVoid    = "void"         // a call without a result, :ok in Elixir
	kindOK      = "ok"           // the atom :ok itself
	kindNever   = "never"        // does not return
	kindStarted = "(PID, error)" // {:ok, pid} or {:error, reason}
	kindError   = "error"        // :ok or {:error, reason}
	kindFetched = "(Term, bool)" // {:ok, value} or :error
	kindPopped  = "(Term, Map)"  // {value, map}
)

// multiple reports whether a kind is none of a single Go value.
func multiple(kind string) bool {
	switch kind {
	case kindStarted, kindError, kindFetched, kindPopped:
		return true
	}
	return false
}

// value is an expression of Go. One that is a call may stand as a statement;
// behind one that never returns nothing follows.
type value struct {
	code, kind  string
	call, never bool
}

// fact is what is known of a variable: how often it is used, and as what.
type fact struct {
	uses, used int
	wants      map[string]bool
	kind       string
}

// binding is a variable of Elixir that is in scope.
type binding struct {
	node   *syntax.Var
	goName string
	kind   string
	scope  *scope
}

// scope is a block of Go with the variables of Elixir that are visible in it.
type scope struct {
	parent  *scope
	vars    map[string]*binding
	goNames map[string]bool
}

// frame is a Go function on its way: a method or a function literal.
type frame struct {
	function *function // the method, or the one around the literal
	literal  bool
	result   bool   // returns a Result
	ret      string // "" as long as unknown
	leaves   *[]string
	params   []string // of a loop: what a call of itself assigns
	loop     *frame   // the loop around a clause of a receive
}

// dest says what becomes of the value of an expression.
type dest struct {
	mode mode
	name string // that is assigned
	kind string
	seen *[]string // the kinds of what is assigned
	last bool      // nothing follows in the function
}

type mode uint8

const (
	drop mode = iota
	assign
	give // return it
)

type generator struct {
	module *module
	facts  map[*syntax.Var]*fact
	rets   map[syntax.Node]string
	places map[syntax.Node][]*syntax.Var // the parameters of captures
	made   map[syntax.Node]syntax.Node   // trees that stand for others
	withs  map[*syntax.Call]bool         // the cases among them that a with became
	out    *strings.Builder
	scope  *scope
	frame  *frame
	closes bool // the function has function literals
}

// inexpressible is the panic of what has no counterpart in Go.
type inexpressible struct {
	node syntax.Node
	why  string
}

func (g *generator) fail(n syntax.Node, format string, args ...any) {
	panic(inexpressible{n, fmt.Sprintf(format, args...)})
}

func (g *generator) line(format string, args ...any) { fmt.Fprintf(g.out, format+"\n", args...) }

// aside returns what f writes.
func (g *generator) aside(f func()) string {
	around := g.out
	g.out = &strings.Builder{}
	defer func() { g.out = around }()
	f()
	return g.out.String()
}

// inside calls f in a block of its own.
func (g *generator) inside(f func()) {
	around := g.scope
	g.scope = &scope{parent: around, vars: make(map[string]*binding), goNames: make(map[string]bool)}
	defer func() { g.scope = around }()
	f()
}

func (g *generator) lookup(name string) *binding {
	for s := g.scope; s != nil; s = s.parent {
		if b := s.vars[name]; b != nil {
			return b
		}
	}
	return nil
}

func (g *generator) taken(name string) bool {
	for s := g.scope; s != nil; s = s.parent {
		if s.goNames[name] {
			return true
		}
	}
	return false
}

// fresh returns a Go name that hides none, and takes it in the block.
func (g *generator) fresh(name string) string {
	free := name
	for i := 2; g.taken(free); i++ {
		free = fmt.Sprintf("%s%d", name, i)
	}
	g.scope.goNames[free] = true
	return free
}

func (g *generator) fact(v *syntax.Var) *fact {
	f := g.facts[v]
	if f == nil {
		f = &fact{wants: make(map[string]bool), used: 1}
		g.facts[v] = f
	}
	return f
}

// bind makes a variable of Elixir known under a Go name.
func (g *generator) bind(v *syntax.Var, goName, kind string) *binding {
	g.fact(v)
	b := &binding{v, goName, kind, g.scope}
	g.scope.vars[v.Name] = b
	return b
}

// learn turns what a pass has seen into what the next one knows.
func (g *generator) learn() {
	for _, f := range g.facts {
		f.used, f.uses = f.uses, 0
		f.kind = ""
		if len(f.wants) == 1 {
			for want := range f.wants {
				f.kind = want
			}
		}
	}
	for _, f := range g.module.functions {
		f.ret = combine(f.leaves)
		f.leaves = nil
	}
	if s := g.module.state; s != nil {
		for _, f := range s.fields {
			f.kind = single(f.seen)
			f.seen = nil
		}
	}
}

// combine is the result of a function that ends with values of the kinds.
func combine(kinds []string) string {
	var kept []string
	for _, k := range kinds {
		if k != kindNever {
			kept = append(kept, k)
		}
	}
	if len(kept) == 0 {
		return kindVoid
	}
	void, same := true, true
	for _, k := range kept {
		void = void && (k == kindVoid || k == kindOK)
		same = same && k == kept[0]
	}
	switch {
	case void:
		return kindVoid
	case same && kept[0] != "Tuple" && kept[0] != "func":
		return kept[0]
	}
	return kindTerm
}

// single is the Go type for values of the kinds.
func single(kinds []string) string {
	kind := combine(kinds)
	if kind == kindVoid || multiple(kind) || len(kinds) == 0 {
		return kindTerm
	}
	return kind
}

// pass writes the whole module once.
func (g *generator) pass() string {
	g.learn()
	if g.rets == nil {
		g.rets = make(map[syntax.Node]string)
	}
	g.scope = &scope{vars: make(map[string]*binding), goNames: make(map[string]bool)}
	m := g.module
	methods := g.aside(func() {
		g.childSpec()
		for _, f := range m.functions {
			g.function(f)
		}
	})
	return g.aside(func() {
		g.head()
		fmt.Fprint(g.out, "\n", methods)
	})
}

// childSpec writes the method for options of use that change it.
func (g *generator) childSpec() {
	options := pairsOf(g.module.childOptions)
	if len(options) == 0 || g.module.find(key{"child_spec", 1}) != nil {
		return
	}
	own := "Alias(" + strconv.Quote(g.module.name) + ")"
	changed := map[string]bool{}
	var words []string
	for _, p := range options {
		if name, ok := p.Key.(*syntax.Atom); ok {
			words, changed[name.Name] = append(words, "Atom("+strconv.Quote(name.Name)+"), "+g.expr(p.Value).code), true
		}
	}
	for _, standard := range [][2]string{
		{"start", "T(" + own + `, Atom("start_link"), []Term{arg})`}, {"id", own},
	} {
		if !changed[standard[0]] {
			words = append([]string{"Atom(" + strconv.Quote(standard[0]) + "), " + standard[1]}, words...)
		}
	}
	g.line("\n// ChildSpec says how a supervisor starts the module.")
	g.line("func (%s) ChildSpec(arg Term) Map {\nreturn NewMap(%s)\n}", typeName(g.module.name), strings.Join(words, ", "))
}

// pairsOf are the pairs of a keyword list.
func pairsOf(n syntax.Node) []*syntax.Pair {
	var nodes []syntax.Node
	switch n := n.(type) {
	case *syntax.Keywords:
		return n.Pairs
	case *syntax.List:
		nodes = n.Elems
	}
	var pairs []*syntax.Pair
	for _, e := range nodes {
		if p, ok := e.(*syntax.Pair); ok {
			pairs = append(pairs, p)
		}
	}
	return pairs
}

// head writes the type with its comments, and the state.
func (g *generator) head() {
	m := g.module
	for _, note := range []struct {
		when bool
		text string
	}{
		{m.doc != "", typeName(m.name) + ": " + m.doc},
		{m.hashDict, "Note: HashDict is Map in Go."},
		{m.arithmetic, "Note: numbers are Go's int here; Elixir's have no limit and may be floats."},
		{m.project, "Note: Mix reads projects in Elixir only."},
		{m.state != nil, "Note: the state, a map with fixed keys in Elixir, is a struct."},
	} {
		if note.when {
			g.comment(note.text)
		}
	}
	for _, n := range m.leftOut {
		g.comment("NOT TRANSLATED:\n" + indent(n))
	}
	embedded := ""
	if m.uses != "" {
		embedded = " Use" + m.uses + " "
	}
	g.line("type %s struct{%s}", typeName(m.name), embedded)
	if m.state != nil {
		g.line("\ntype %s struct {", m.state.name)
		for _, f := range m.state.fields {
			kind := f.kind
			if kind == "" {
				kind = kindTerm
			}
			g.line("%s %s", f.goName, kind)
		}
		g.line("}")
	}
}

func (g *generator) comment(text string) {
	for line := range strings.Lines(text) {
		g.line("// %s", strings.TrimRight(line, "\n"))
	}
}

func indent(text string) string { return "    " + strings.ReplaceAll(text, "\n", "\n    ") }
