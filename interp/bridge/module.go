package bridge

import (
	"fmt"
	"go/format"
	"strings"

	"gex/interp/syntax"
)

// key is a function's name and arity.
type key struct {
	name  string
	arity int
}

// clause is one clause of a function.
type clause struct {
	params []syntax.Node
	guard  syntax.Node
	body   syntax.Node
	source *syntax.Call
}

// function is a function of the module with what earlier passes found out.
type function struct {
	key
	private  bool
	doc      string
	clauses  []*clause
	optional bool        // the last parameter may be left out: \\ []
	standard syntax.Node // the default of the last parameter, if it is another
	defaults bool        // it has other defaults, which Go has not
	goName   string
	ret      string // Go's result, "" when not yet known
	kinds    []string
	leaves   []string // the kinds of what it returns, of this pass
	callback bool     // it returns a Result
	plain    bool     // it is a callback, but returns what no Result is
	loops    bool     // it calls itself last
	leaps    bool     // it does so, or stops, inside of a receive
}

// module is a defmodule taken apart.
type module struct {
	name         string
	uses         string // GenServer, Agent or another, "" without
	behaviour    string // of the callbacks
	doc          string
	attributes   map[string]syntax.Node
	functions    []*function
	leftOut      []string
	tests        bool        // it uses ExUnit.Case
	project      bool        // it uses Mix.Project
	childOptions syntax.Node // the options of use, nil without
	state        *stateStruct
	resumes      string // the function that system_continue calls
	statePos     int    // its parameter that is the state
	stateArg     int    // the parameter of system_continue that is the state
	hashDict     bool
	arithmetic   bool
}

// passes is how often a module is written: what is learned of one function in
// a pass is used by those before it in the next.
const passes = 6

// Go writes the module of a defmodule as Go declarations, formatted, as they
// can be typed at the prompt. The error says why a tree is no module.
func Go(tree syntax.Node) (string, error) {
	call, ok := tree.(*syntax.Call)
	if !ok || call.Name != "defmodule" || len(call.Args) == 0 {
		return "", fmt.Errorf("not a defmodule")
	}
	m, err := readModule(call)
	if err != nil {
		return "", err
	}
	if m.tests {
		return "", fmt.Errorf("tests are macros, which Go does not have")
	}
	m.findResume()
	m.state = findState(m)
	g := &generator{module: m, facts: make(map[*syntax.Var]*fact), places: make(map[syntax.Node][]*syntax.Var),
		made: make(map[syntax.Node]syntax.Node), withs: make(map[*syntax.Call]bool)}
	var text string
	for range passes {
		text = g.pass()
	}
	formatted, err := format.Source([]byte(text))
	if err == nil {
		text, err = discarded(string(formatted))
	}
	if err != nil {
		return "", fmt.Errorf("the Go of %s cannot be formatted: %w", m.name, err)
	}
	return strings.TrimSpace(text) + "\n", nil
}

func readModule(call *syntax.Call) (*module, error) {
	args, sections := syntax.Sections(call.Args, call.Do)
	alias, ok := args[0].(*syntax.Alias)
	if !ok || alias.Base != nil || len(sections) == 0 {
		return nil, fmt.Errorf("the name of a module is an alias, as KV.Registry")
	}
	m := &module{name: strings.Join(alias.Names, "."), attributes: make(map[string]syntax.Node), stateArg: -1}
	doc := ""
	for _, n := range statements(sections[0].Body) {
		doc = m.readStatement(n, doc)
	}
	m.nameFunctions()
	return m, nil
}

// statements are the expressions of a body.
func statements(body syntax.Node) []syntax.Node {
	if b, ok := body.(*syntax.Block); ok {
		return b.Exprs
	}
	return []syntax.Node{body}
}

// readStatement takes one statement of the module's body in, and returns the
// documentation for the next function.
func (m *module) readStatement(n syntax.Node, doc string) string {
	switch n := n.(type) {
	case *syntax.Attribute:
		return m.readAttribute(n, doc)
	case *syntax.Call:
		switch {
		case n.Target == nil && n.Name == "use" && len(n.Args) > 0:
			m.readUse(n)
		case n.Target == nil && (n.Name == "def" || n.Name == "defp") && len(n.Args) > 0:
			m.readDef(n, doc)
			return ""
		case n.Target == nil && (n.Name == "require" || n.Name == "import"):
		default:
			m.leftOut = append(m.leftOut, syntax.Source(n))
		}
	default:
		m.leftOut = append(m.leftOut, syntax.Source(n))
	}
	return doc
}

func (m *module) readAttribute(n *syntax.Attribute, doc string) string {
	switch n.Name {
	case "doc":
		return documentation(n.Value)
	case "moduledoc":
		m.doc = documentation(n.Value)
	case "behaviour":
		m.behaviour = behaviourOf(n.Value)
	case "impl", "spec", "type", "typep", "opaque", "callback":
	default:
		if n.Value != nil {
			m.attributes[n.Name] = n.Value
		}
	}
	return doc
}

func documentation(n syntax.Node) string {
	s, ok := n.(*syntax.String)
	if !ok {
		return ""
	}
	text, _ := syntax.Constant(s.Parts)
	return strings.TrimSpace(text)
}

func (m *module) readUse(n *syntax.Call) {
	switch used := behaviourOf(n.Args[0]); used {
	case "GenServer", "GenEvent":
		m.uses, m.behaviour = used, used
		m.useOptions(n)
	case "Supervisor", "DynamicSupervisor", "Agent", "Task", "Application":
		m.uses = used
		m.useOptions(n)
	case "Mix.Project":
		m.project = true
	case "ExUnit.Case":
		m.tests = true
	default:
		m.leftOut = append(m.leftOut, syntax.Source(n))
	}
}

// useOptions are the options of use that change the specification of the
// module as a child, which a method of Go says.
func (m *module) useOptions(n *syntax.Call) {
	if len(n.Args) > 1 {
		m.childOptions = n.Args[1]
	}
}

// behaviourOf is the Elixir behaviour of that name or of its Erlang twin.
func behaviourOf(n syntax.Node) string {
	switch n := n.(type) {
	case *syntax.Alias:
		return strings.TrimSuffix(strings.Join(n.Names, "."), ".Behaviour")
	case *syntax.Atom:
		switch n.Name {
		case "gen_event":
			return "GenEvent"
		case "gen_server":
			return "GenServer"
		}
	}
	return ""
}

func (m *module) readDef(n *syntax.Call, doc string) {
	args, sections := syntax.Sections(n.Args, n.Do)
	head := args[0]
	c := &clause{source: n}
	if when, ok := head.(*syntax.Binary); ok && when.Op == "when" {
		head, c.guard = when.Left, when.Right
	}
	k := key{}
	switch head := head.(type) {
	case *syntax.Var:
		k.name = head.Name
	case *syntax.Call:
		k.name, c.params = head.Name, head.Args
	default:
		m.leftOut = append(m.leftOut, syntax.Source(n))
		return
	}
	k.arity = len(c.params)
	f := m.find(k)
	if f == nil {
		f = &function{key: k, private: n.Name == "defp", doc: doc, kinds: make([]string, k.arity)}
		m.functions = append(m.functions, f)
	}
	f.readDefaults(c)
	if len(sections) == 1 {
		c.body = sections[0].Body
		f.clauses = append(f.clauses, c)
	} else if len(sections) > 1 {
		c.body = &syntax.Call{Pos: n.Pos, Name: "try", Do: n.Do}
		f.clauses = append(f.clauses, c)
	}
}

// readDefaults takes \\ out of the parameters.
func (f *function) readDefaults(c *clause) {
	params := append([]syntax.Node(nil), c.params...)
	for i, p := range params {
		b, ok := p.(*syntax.Binary)
		if !ok || b.Op != `\\` {
			continue
		}
		params[i] = b.Left
		if list, ok := b.Right.(*syntax.List); ok && len(list.Elems) == 0 && i == len(params)-1 {
			f.optional = true
		} else if i == len(params)-1 {
			f.standard = b.Right
		} else {
			f.defaults = true
		}
	}
	c.params = params
}

func (m *module) find(k key) *function {
	for _, f := range m.functions {
		if f.key == k {
			return f
		}
	}
	return nil
}

// nameFunctions gives each function its Go name. A second arity of a name gets
// one that the notation does not see, since a method of Go has one arity.
func (m *module) nameFunctions() {
	taken := make(map[string]bool)
	for _, f := range m.functions {
		f.goName = exportedName(f.name)
		if f.private {
			f.goName = localName(f.name)
		}
		if taken[f.goName] {
			f.goName = fmt.Sprintf("%s%d", localName(f.name), f.arity)
		}
		taken[f.goName] = true
		f.callback = m.isCallback(f.key)
	}
}

// callbacks are the functions of a behaviour that return a Result.
var callbacks = map[string]map[key]bool{
	"GenServer": {
		{"init", 1}: true, {"handle_call", 3}: true, {"handle_cast", 2}: true, {"handle_info", 2}: true,
		{"handle_continue", 2}: true, {"code_change", 3}: true,
	},
	"GenEvent": {
		{"init", 1}: true, {"handle_event", 2}: true, {"handle_call", 2}: true, {"handle_info", 2}: true, {"code_change", 3}: true,
	},
}

func (m *module) isCallback(k key) bool { return callbacks[m.behaviour][k] }

// findResume finds the receive loop of a special process: the function that
// system_continue/3 calls with its own parameters.
func (m *module) findResume() {
	f := m.find(key{"system_continue", 3})
	if f == nil || len(f.clauses) != 1 {
		return
	}
	call, ok := f.clauses[0].body.(*syntax.Call)
	if !ok || call.Target != nil || len(call.Args) != 3 {
		return
	}
	state, ok := f.clauses[0].params[2].(*syntax.Var)
	if !ok || m.find(key{call.Name, 3}) == nil {
		return
	}
	for i, a := range call.Args {
		if v, ok := a.(*syntax.Var); ok && v.Name == state.Name {
			m.resumes, m.statePos, m.stateArg = call.Name, i, 2
		}
	}
}
