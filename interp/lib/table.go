package lib

import (
	"slices"
	"strconv"
	"strings"
	"sync"

	"gex/runtime/agent"
	"gex/runtime/code"
	"gex/runtime/logger"
	"gex/runtime/process"
	"gex/runtime/term"
)

// Module is the table of one module: what h, completion, exports and calls
// all read.
type Module struct {
	Name      term.Atom
	Doc       string
	Functions []Function
	// Macros are the functions that are macros in Elixir.
	Macros []code.Key
	// Struct are the fields of the module's struct with their defaults; nil
	// for a module without one.
	Struct []term.Pair
	// Enforced are those of the fields that a struct must be given.
	Enforced []term.Atom
}

// Function is one line of a table.
//
// Params are the parameters as the signature shows them, "server, timeout \\
// 5000"; each default adds an arity. Call gets all of them, with the defaults
// filled in. A default that is no simple literal reaches Call as a nil Term.
type Function struct {
	Name, Params, Doc string
	Call              process.Func
}

// args are the arguments of a call.
type args = []term.Term

// Define puts all modules of the library into the module table of the node;
// newer is whether with what came after Elixir 1.14 and OTP 25. All nodes share
// the modules; code.Table.Amend changes one for one of them. A module is
// expanded when it is first asked for: a session uses few of them.
func Define(node *process.Node, newer bool) {
	all := sharedModules
	if newer {
		all = sharedNewer
	}
	table := code.Of(node)
	for _, m := range all() {
		table.DefineLater(m.name, m.module)
	}
	logger.Settings(node).FormatDepth = func() int { return formatDepth(node) }
	logger.Settings(node).Message = filteredMessage
}

var (
	sharedModules = sync.OnceValue(func() []sharedModule { return shareAll(Modules()) })
	sharedNewer   = sync.OnceValue(func() []sharedModule { return shareAll(withNewer(Modules())) })
)

// sharedModule is a module that is made once, for all nodes.
type sharedModule struct {
	name   term.Atom
	module func() *code.Module
}

func share(name term.Atom, module func() *code.Module) sharedModule {
	return sharedModule{name, sync.OnceValue(module)}
}

func shareAll(tables []Module) []sharedModule {
	all := make([]sharedModule, 0, len(tables)+len(exceptionStructs)+1)
	for _, m := range tables {
		all = append(all, share(m.Name, m.compile))
	}
	for _, x := range exceptionStructs {
		all = append(all, share(term.Alias(x.name), func() *code.Module { return exceptionModule(x) }))
	}
	return append(all, share(agent.ServerModule, agent.Module))
}

// DefineModule puts a module that is made of a table into the module table of
// the node.
func DefineModule(node *process.Node, m Module) { code.Of(node).Define(m.compile()) }

// compile expands the table into the functions of a module, one an arity.
func (m Module) compile() *code.Module {
	compiled := code.NewModule(m.Name, code.Builtin)
	compiled.Doc, compiled.Struct, compiled.Enforced = m.Doc, m.Struct, m.Enforced
	compiled.AddMacros(m.Macros...)
	for _, f := range m.Functions {
		params := parseParams(f.Params)
		call := blamed(m.Name, f.Name, listing(m.Name, f.Name, withMaps(params.maps(), f.Call)))
		for arity := params.required(); arity <= len(params); arity++ {
			compiled.Add(&code.Function{
				Name: f.Name, Arity: arity, Params: params.texts(), Doc: f.Doc,
				Call: followed(functionName{m.Name, f.Name, arity}, params.filling(arity, call)),
			})
		}
	}
	if m.Struct != nil {
		for _, f := range structFunctions(m.Name, m.Struct, m.Enforced) {
			if compiled.Functions[code.Key{Name: f.Name, Arity: f.Arity}] == nil {
				compiled.Add(f)
			}
		}
	}
	code.Reflect(compiled)
	return compiled
}

// param is one parameter; the default is nil when there is none or when it is
// no simple literal.
type param struct {
	text       string
	optional   bool
	defaultsTo term.Term
}

type params []param

const defaultMark = ` \\ `

func parseParams(text string) params {
	if text == "" {
		return nil
	}
	var list params
	for _, p := range splitParams(text) {
		_, value, optional := strings.Cut(p, defaultMark)
		list = append(list, param{p, optional, literal(value)})
	}
	return list
}

// splitParams splits at the commas that are not between braces.
func splitParams(text string) []string {
	var parts []string
	depth, from := 0, 0
	for i := range len(text) {
		switch text[i] {
		case '{':
			depth++
		case '}':
			depth--
		case ',':
			if depth == 0 {
				parts = append(parts, text[from:i])
				from = i + len(", ")
			}
		}
	}
	return append(parts, text[from:])
}

// literal reads the defaults that signatures have: atoms, aliases, integers,
// strings without escapes and [].
func literal(text string) term.Term {
	switch {
	case text == "nil", text == "true", text == "false":
		return term.Atom(text)
	case text == "[]":
		return term.Empty
	case strings.HasPrefix(text, ":"):
		return term.Atom(text[1:])
	case text != "" && text[0] >= 'A' && text[0] <= 'Z':
		return term.Alias(text)
	case strings.HasPrefix(text, `"`):
		return term.Binary(strings.Trim(text, `"`))
	}
	if n, err := strconv.Atoi(text); err == nil {
		return term.Int(n)
	}
	return nil
}

// maps are the places of the parameters that are maps by their names.
func (ps params) maps() []int {
	var places []int
	for i, p := range ps {
		if slices.Contains([]string{"map", "map1", "map2", "struct", "container"}, p.text) {
			places = append(places, i)
		}
	}
	return places
}

// withMaps gives a function the structs that Go structs are, in the places of maps.
func withMaps(places []int, call process.Func) process.Func {
	if len(places) == 0 {
		return call
	}
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		for _, i := range places {
			if _, native := a[i].(*term.Native); !native {
				continue
			}
			if m, ok := term.AsMap(a[i]); ok {
				a = slices.Clone(a)
				a[i] = m
			}
		}
		return call(self, a)
	}
}

func (ps params) texts() []string {
	texts := make([]string, len(ps))
	for i, p := range ps {
		texts[i] = p.text
	}
	return texts
}

func (ps params) required() int {
	n := 0
	for _, p := range ps {
		if !p.optional {
			n++
		}
	}
	return n
}

// filling returns call for the arity: the arguments go to the parameters
// without default and, from the left, to as many of the others as are left.
func (ps params) filling(arity int, call process.Func) process.Func {
	if arity == len(ps) {
		return call
	}
	spare := arity - ps.required()
	from := make([]int, len(ps)) // the argument for each parameter, -1 for the default
	next := 0
	for i, p := range ps {
		switch {
		case !p.optional:
			from[i] = next
			next++
		case spare > 0:
			from[i] = next
			next++
			spare--
		default:
			from[i] = -1
		}
	}
	return func(self *process.Process, given []term.Term) (term.Term, error) {
		all := make([]term.Term, len(ps))
		for i, n := range from {
			if n < 0 {
				all[i] = ps[i].defaultsTo
			} else {
				all[i] = given[n]
			}
		}
		return call(self, all)
	}
}
