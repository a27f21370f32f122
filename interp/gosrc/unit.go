package gosrc

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/late"
	"gex/runtime/otp"
	"gex/runtime/process"
	"gex/runtime/term"
)

// FunctionsModule is the module in which plain Go functions are published:
// func Double is Go.double. The notation imports it, so that double(2) works.
const FunctionsModule = term.Atom("Elixir.Go")

// Unit holds the Go that was typed in one session. It belongs to the owner of
// its node. Nothing is decoded or compiled before the first Define.
type Unit struct {
	node     *process.Node
	api      *otp.API
	importer *importer
	support  *supportFunctions
	store    store
	extra    []string // packages allowed by the user
	seed     int64
	// What is there of all generations by the names of the declarations:
	// package variables, and plain functions as they are published.
	variables map[string]variable
	functions map[string][]*code.Function
}

// New returns a unit without declarations.
func New(node *process.Node) *Unit {
	return &Unit{node: node, store: newStore()}
}

// Seed makes the random numbers of Go code the same at each run. It is called
// before the first Define.
func (u *Unit) Seed(seed int64) { u.seed = seed }

// Definition is what an input has defined.
type Definition struct {
	// Value is what the prompt shows: {:module, name, bytes, last} for a
	// module, where last is {function, arity} of the last function typed, or
	// the struct for a type without methods; {name, arity} for a function, as
	// def gives; the name as an atom for other declarations.
	Value term.Term
	// Main reports whether the input declares func main, as a whole program does:
	// who typed one wants it to run.
	Main bool
	// Modules are the modules that the input has changed.
	Modules []Module
}

// Module is a module that an input has changed.
type Module struct {
	Name term.Atom
	// Redefined says that the input replaced something that had been defined:
	// the prompt warns of it.
	Redefined bool
}

// Define takes declarations as typed at a line of a file ("iex"), and makes
// the modules they define available. If anything is wrong, the error is an
// *Error for the learner and everything stays as it was. It runs the
// initializers of package variables and the functions init of the input, if there
// are any, in the process that is running, and blocks as long as these do.
func (u *Unit) Define(src, file string, line int) (Definition, error) {
	u.prepare()
	added, err := split(src, file, line)
	if err != nil {
		return Definition{}, err
	}
	if len(added) == 0 {
		return Definition{Value: term.Nil}, nil
	}
	before := u.store
	next := before.with(added)
	part := next.concerned(before)
	p, exported, err := u.build(part)
	if err != nil {
		return Definition{}, err
	}
	published, functions, err := u.publish(p, exported, part, next)
	if err != nil {
		return Definition{}, err
	}
	redefined := u.redefined(before, added, published)
	variables := u.variables
	if err := u.takeVariables(p, exported, part, next); err != nil {
		return Definition{}, err
	}
	if hasInit(added) {
		if err := runInits(p, exported); err != nil {
			u.variables = variables
			return Definition{}, err
		}
	}
	u.store, u.functions = next, functions
	for _, m := range published {
		code.Of(u.node).Define(m)
	}
	return u.definition(added, published, redefined), nil
}

// prepare makes what the first input needs.
func (u *Unit) prepare() {
	if u.importer != nil {
		return
	}
	u.importer = newImporter()
	u.importer.extra = u.extra
	u.api = otp.For(u.node)
	u.support = newSupport(u.api)
	u.support.seed = u.seed
}

// build takes the declarations through the stages: generate, check, refuse,
// flatten, lower, load.
func (u *Unit) build(s store) (*program, exports, error) {
	p, err := generate(s, u.importer)
	if err != nil {
		return nil, nil, err
	}
	if err := p.check(u.importer); err != nil {
		return nil, nil, err
	}
	if err := p.refuse(); err != nil {
		return nil, nil, err
	}
	if err := p.checkPatterns(); err != nil {
		return nil, nil, err
	}
	if err := p.checkSizes(); err != nil {
		return nil, nil, err
	}
	if err := p.translate(u.importer); err != nil {
		return nil, nil, err
	}
	known := u.support.learn(p)
	u.support.kept = u.keptVariables(s, p)
	tree, entries, err := p.placed()
	if err != nil {
		return nil, nil, cannotRun(err)
	}
	at := newLines(u.support, entries)
	packages := u.symbols(p)
	packages[supportPath]["Entered"] = reflect.ValueOf(at.entered)
	exported, err := load(tree, packages, at)
	if err != nil {
		u.support.ids = known
		return nil, nil, cannotRun(err)
	}
	return p, exported, nil
}

// translate makes a checked program one for the interpreter. What this cannot do
// is refused, also where nobody has foreseen it: the learner's program is right.
func (p *program) translate(imp *importer) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = cannotRun(fmt.Errorf("%v", r))
		}
	}()
	p.describe()
	if err := p.flatten(imp); err != nil {
		return err
	}
	p.lower(passes)
	return nil
}

// cannotRun is the error of a program that is right and that the interpreter
// does not take. Its own words are kept, without a position, which would be
// one of the lowered source.
func cannotRun(err error) error {
	if x := new(exception.Error); errors.As(err, &x) {
		return x
	}
	message := enginePosition().ReplaceAllString(err.Error(), "")
	return &Error{File: "iex", Line: 1, Col: 1, Message: "this is valid Go, but the interpreter cannot run it: " + message}
}

// enginePosition is the position before a message of the interpreter.
var enginePosition = late.Regexp(`^(-|[^ ]*\d+:\d+): `)

// symbols returns the values of the packages that the program imports.
func (u *Unit) symbols(p *program) symbols {
	all := symbols{supportPath: u.support.symbols()}
	for path := range p.imports() {
		if path == otpPath {
			all[path] = otpSymbols(u.api)
		} else if path != supportPath {
			all[path] = u.support.importedSymbols(path, slices.Contains(u.extra, path))
		}
	}
	return all
}

// redefined returns the modules of which the input replaced a part, or which
// somebody else had defined.
func (u *Unit) redefined(before store, added []*declaration, published []*code.Module) map[term.Atom]bool {
	redefined := map[term.Atom]bool{}
	for _, d := range added {
		if old := before.declarations[d.key()]; old != nil && (d.kind == kindType || d.kind == kindMethod) {
			redefined[d.module()] = true
		}
	}
	for _, m := range published {
		old := code.Of(u.node).Module(m.Name)
		if old != nil && old.Language != code.Go {
			redefined[m.Name] = true
		}
	}
	return redefined
}

// module is the module a declaration belongs to.
func (d *declaration) module() term.Atom {
	switch d.kind {
	case kindType:
		return term.Alias(otp.ModuleName(d.names[0]))
	case kindMethod:
		return term.Alias(otp.ModuleName(d.receiver()))
	}
	return FunctionsModule
}

// definition puts together what the prompt shows for an input.
func (u *Unit) definition(added []*declaration, published []*code.Module, redefined map[term.Atom]bool) Definition {
	d := Definition{}
	for _, decl := range added {
		name := decl.module()
		m := find(published, name)
		d.Main = d.Main || decl.kind == kindFunc && decl.names[0] == "main"
		switch {
		case decl.kind == kindFunc:
			if d.Value == nil || !isModuleValue(d.Value) {
				d.Value = functionValue(m, decl.names[0])
			}
		case (decl.kind == kindType || decl.kind == kindMethod) && m != nil:
			d.Value = u.moduleValue(m, decl)
		case d.Value == nil || !isModuleValue(d.Value):
			d.Value = term.Atom(strings.Join(decl.names, ", "))
		}
		if m != nil && name != FunctionsModule && !slices.ContainsFunc(d.Modules, func(seen Module) bool { return seen.Name == name }) {
			d.Modules = append(d.Modules, Module{name, redefined[name]})
		}
	}
	return d
}

func find(modules []*code.Module, name term.Atom) *code.Module {
	i := slices.IndexFunc(modules, func(m *code.Module) bool { return m.Name == name })
	if i < 0 {
		return nil
	}
	return modules[i]
}

func isModuleValue(t term.Term) bool { return term.Tag(t, 4) == "module" }

func functionValue(m *code.Module, goName string) term.Term {
	name := otp.FunctionName(goName)
	if m != nil {
		for _, f := range m.Exports() {
			if f.Name == name {
				return term.Tuple{term.Atom(name), term.Int(f.Arity)}
			}
		}
	}
	return term.Atom(name)
}

// Source returns the Go text of a module as it was typed, and false if it is
// not defined here.
func (u *Unit) Source(module term.Atom) (string, bool) {
	var parts []string
	for _, d := range u.store.sorted() {
		if d.kind != kindImport && d.module() == module {
			parts = append(parts, d.doc+d.text)
		}
	}
	return strings.Join(parts, "\n\n"), len(parts) > 0
}

// Text returns all declarations but the imports, as they were typed.
func (u *Unit) Text() string {
	var b strings.Builder
	for _, d := range u.store.sorted() {
		if d.kind != kindImport {
			b.WriteString(d.doc + d.text + "\n\n")
		}
	}
	return b.String()
}

// Names returns the names that are declared, for completion.
func (u *Unit) Names() []string {
	var names []string
	for _, d := range u.store.sorted() {
		names = append(names, d.names...)
	}
	return names
}

// AsError returns err as an error of the learner's input, and false if it is
// something else.
func AsError(err error) (*Error, bool) {
	var e *Error
	return e, errors.As(err, &e)
}
