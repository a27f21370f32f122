package eval

import (
	"maps"
	"slices"

	"gex/runtime/code"
	"gex/runtime/term"
)

// Env is what one input leaves for the next. It is never changed: the methods
// return a new Env.
type Env struct {
	file     string
	bindings []Binding // by name
	aliases  map[string]term.Atom
	imports  []importRule
	requires map[term.Atom]bool
	atPrompt bool
}

// Binding is a variable with its value.
type Binding struct {
	Name  string
	Value term.Term
}

// importRule says which functions of a module are called by their bare name.
type importRule struct {
	module term.Atom
	only   map[code.Key]bool // nil means all
	except map[code.Key]bool
	// kind is "functions" or "macros" if only those are imported.
	kind string
	// standing says that the shell made it, not the source.
	standing bool
}

func (r importRule) takes(key code.Key) bool {
	if r.only != nil && !r.only[key] {
		return false
	}
	return !r.except[key]
}

// NewEnv returns the Env of the first input of a session whose code is said to
// stand in file ("iex"). The functions of the modules can be called by their
// bare names.
func NewEnv(file string, imports ...term.Atom) *Env {
	e := &Env{file: file}
	for _, module := range imports {
		e.imports = append(e.imports, importRule{module: module, standing: true})
	}
	return e
}

// AtPrompt returns the Env for inputs of the shell, whose names without
// arguments may stand for calls of imported functions, as IEx.Evaluator has it.
// In other code that is said to be a mistake.
func (e *Env) AtPrompt() *Env {
	next := *e
	next.atPrompt = true
	return &next
}

// File returns the name of the source.
func (e *Env) File() string { return e.file }

// WithFile returns the Env for code of another source.
func (e *Env) WithFile(file string) *Env {
	next := *e
	next.file = file
	return &next
}

// Bindings returns the variables by name. The caller must not change it.
func (e *Env) Bindings() []Binding { return e.bindings }

// Lookup returns the value of a variable.
func (e *Env) Lookup(name string) (term.Term, bool) {
	i, found := slices.BinarySearchFunc(e.bindings, name, compareName)
	if !found {
		return nil, false
	}
	return e.bindings[i].Value, true
}

func compareName(b Binding, name string) int {
	switch {
	case b.Name < name:
		return -1
	case b.Name > name:
		return 1
	}
	return 0
}

// With returns the Env with a variable bound to a value.
func (e *Env) With(name string, value term.Term) *Env {
	next := *e
	i, found := slices.BinarySearchFunc(e.bindings, name, compareName)
	if found {
		next.bindings = slices.Clone(e.bindings)
		next.bindings[i].Value = value
	} else {
		next.bindings = slices.Insert(slices.Clone(e.bindings), i, Binding{name, value})
	}
	return &next
}

// Without returns the Env without any variables.
func (e *Env) Without() *Env {
	next := *e
	next.bindings = nil
	return &next
}

// Aliases returns the short names that stand for modules.
func (e *Env) Aliases() map[string]term.Atom { return maps.Clone(e.aliases) }

// Imports returns the modules whose functions have bare names, the ones
// imported first in front.
func (e *Env) Imports() []term.Atom {
	var modules []term.Atom
	for _, rule := range e.imports {
		modules = append(modules, rule.module)
	}
	return modules
}

// Resolve returns the module that an alias written in the source stands for,
// "Bar.Baz" after alias Foo.Bar for Foo.Bar.Baz.
func (e *Env) Resolve(names []string) term.Atom { return resolveAlias(e.aliases, names) }
