package eval

import (
	"slices"
	"strings"

	"gex/interp/syntax"
	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// moduleFunction compiles the functions of Module that act on a module being
// defined, which may be another one: a macro changes that of its caller. It
// returns nil for the functions that are in the library.
func (c *compiler) moduleFunction(n *syntax.Call, tail bool) thunk {
	key := code.Key{Name: n.Name, Arity: len(n.Args)}
	f, ok := moduleFunctions[key]
	if !ok {
		return nil
	}
	args, inner, pos, line := c.exprs(n.Args), *c, n.Pos, n.Line
	if tail {
		line = noFrame
	}
	return func(m *machine) (term.Term, error) {
		values, err := m.values(args)
		if err != nil {
			return nil, err
		}
		at := inner
		value, err := at.callModule(m, key, f, values, pos)
		if err != nil {
			return m.fail(line, err)
		}
		return value, nil
	}
}

// ModuleFunctions are the functions of Module that act on a module being defined, for
// those who call them by value.
func (ev *Evaluator) ModuleFunctions() []*code.Function {
	var list []*code.Function
	for key, f := range moduleFunctions {
		list = append(list, &code.Function{Name: key.Name, Arity: key.Arity, Params: f.params(key.Arity), Doc: f.doc,
			Call: func(self *process.Process, args []term.Term) (term.Term, error) {
				m := ev.enter(self)
				defer ev.leave(m)
				return newCompiler(ev, self, NewEnv("nofile")).callModule(m, key, f, args, syntax.Pos{})
			}})
	}
	return list
}

// callModule calls a function of Module on the module that its first argument
// names.
func (c *compiler) callModule(m *machine, key code.Key, f moduleForm, values []term.Term, pos syntax.Pos) (term.Term, error) {
	c.self = m.self
	if f.free != nil {
		return f.free(m, c, values, pos)
	}
	name := values[0]
	if env, ok := name.(*term.Map); ok {
		name, _ = env.Get(term.Atom("module"))
	}
	atom, _ := name.(term.Atom)
	mod := c.ev.defining[atom]
	if mod == nil {
		return nil, f.closed(atom, key)
	}
	return f.call(mod, values[1:], pos)
}

// moduleForm is a function of Module: what it does, and what it says of a
// module that is complete. free are those that need none that is being defined.
type moduleForm struct {
	call func(mod *module, args []term.Term, pos syntax.Pos) (term.Term, error)
	free func(m *machine, c *compiler, args []term.Term, pos syntax.Pos) (term.Term, error)
	// line is where the function looks at the module; changes says that it
	// changes it.
	line    int
	changes bool
	// instead is what to call when it is complete.
	instead string
	// inner is the function that looks at it, if it is another one.
	inner exception.Frame
	// names are the parameters, those of fewer arities in front.
	names, doc string
}

func (f moduleForm) params(arity int) []string { return strings.Split(f.names, ", ")[:arity] }

// closed is the exception of a module that is not being defined.
func (f moduleForm) closed(module term.Atom, key code.Key) error {
	guard := exception.Frame{Module: "Elixir.Module", Function: "assert_not_compiled!", Arity: 3, File: "lib/module.ex", Line: 2485}
	if f.changes {
		guard = exception.Frame{Module: "Elixir.Module", Function: "assert_not_readonly!", Arity: 2, File: "lib/module.ex", Line: 2500}
	}
	frames := []exception.Frame{guard}
	if f.inner.Function != "" {
		frames = append(frames, f.inner)
	}
	named := key
	if f.line > 0 {
		arity := key.Arity
		if key.Name == "get_attribute" || key.Name == "get_definition" {
			arity = 3
		}
		frames = append(frames, exception.Frame{Module: "Elixir.Module", Function: key.Name, Arity: arity, File: "lib/module.ex", Line: f.line})
	}
	if key.Name == "get_attribute" {
		named.Arity = 2
	}
	return exception.ArgumentError("could not call Module.%s because the module %s is already compiled%s", keyText(named), show(module), f.instead).In(frames...)
}

const (
	insteadOfAttribute   = ". Use the Module.__info__/1 callback or Code.fetch_docs/1 instead"
	insteadOfDefinitions = ". Use the Module.__info__/1 callback to get public functions and macros instead"
	insteadOfDefines     = ". Use Kernel.function_exported?/3 and Kernel.macro_exported?/3 to check for public functions and macros instead"
)

var moduleFunctions map[code.Key]moduleForm

func init() {
	getAttribute := moduleForm{call: getAttribute, line: 1505, instead: insteadOfAttribute,
		names: `module, key, default \\ nil`, doc: "The value of an attribute of a module that is being defined.",
		inner: exception.Frame{Module: "Elixir.Module", Function: "__get_attribute__", Arity: 4, File: "lib/module.ex", Line: 2119}}
	defines := moduleForm{call: definesFunction, line: 1094, instead: insteadOfDefines,
		names: "module, tuple, kind", doc: "Whether a module that is being defined has a function or macro, `{name, arity}`, so far."}
	evalQuoted := moduleForm{call: evalInModule, changes: true,
		names: "module_or_env, quoted, opts", doc: "Evaluates quoted code in a module that is being defined: `{value, binding}`."}
	moduleFunctions = map[code.Key]moduleForm{
		{Name: "register_attribute", Arity: 3}: {names: "module, attribute, options", doc: "Says that an attribute gathers the values that it is given, with `accumulate: true`, or that the module keeps it, with `persist: true`.", call: registerAttribute, line: 1622, changes: true},
		{Name: "put_attribute", Arity: 3}: {names: "module, key, value", doc: "Sets an attribute of a module that is being defined.", call: putAttribute, changes: true,
			inner: exception.Frame{Module: "Elixir.Module", Function: "__put_attribute__", Arity: 5, File: "lib/module.ex", Line: 2197}},
		{Name: "get_attribute", Arity: 2}:    getAttribute,
		{Name: "get_attribute", Arity: 3}:    getAttribute,
		{Name: "delete_attribute", Arity: 2}: {names: "module, key", doc: "Takes an attribute of a module that is being defined away and returns its value.", call: deleteAttribute, line: 1567, changes: true},
		{Name: "has_attribute?", Arity: 2}:   {names: "module, key", doc: "Whether a module that is being defined has an attribute.", call: hasAttribute, line: 1541},
		{Name: "attributes_in", Arity: 1}:    {names: "module", doc: "The names of the attributes of a module that is being defined.", call: attributesIn, line: 1178},
		{Name: "defines?", Arity: 2}:         defines,
		{Name: "defines?", Arity: 3}:         defines,
		{Name: "definitions_in", Arity: 1}:   {names: "module, kind", doc: "The functions and macros of a module that is being defined, as `{name, arity}`.", call: definitionsIn, line: 1232, instead: insteadOfDefinitions},
		{Name: "definitions_in", Arity: 2}:   {names: "module, kind", doc: "The functions and macros of a module that is being defined, as `{name, arity}`.", call: definitionsIn, line: 1257, instead: insteadOfDefinitions},
		{Name: "overridables_in", Arity: 1}:  {names: "module", doc: "The functions of a module that is being defined that may be defined anew.", call: overridablesIn, line: 1207},
		{Name: "overridable?", Arity: 2}:     {names: "module, tuple", doc: "Whether a function of a module that is being defined may be defined anew.", call: isOverridable, line: 1448},
		{Name: "make_overridable", Arity: 2}: {names: "module, tuples_or_behaviour", doc: "As `defoverridable`.", call: makeOverridable, line: 1345, changes: true},
		{Name: "open?", Arity: 1}:            {names: "module", doc: "Whether a module is being defined.", free: isOpen},
		{Name: "eval_quoted", Arity: 2}:      evalQuoted,
		{Name: "eval_quoted", Arity: 3}:      evalQuoted,
		{Name: "create", Arity: 3}:           {names: "module, quoted, env_or_opts", doc: "Defines a module of quoted code.", free: createModule},
	}
}

func isOpen(_ *machine, c *compiler, args []term.Term, _ syntax.Pos) (term.Term, error) {
	name, _ := args[0].(term.Atom)
	return term.Bool(c.ev.defining[name] != nil), nil
}

func registerAttribute(mod *module, args []term.Term, _ syntax.Pos) (term.Term, error) {
	name, _ := args[0].(term.Atom)
	accumulate, _ := term.KeywordGet(args[1], "accumulate")
	if accumulate == trueTerm && !mod.accumulated[string(name)] {
		delete(mod.attributes, string(name)) // values begin to gather now
	}
	mod.accumulated[string(name)] = accumulate == trueTerm
	if persist, _ := term.KeywordGet(args[1], "persist"); persist == trueTerm && !slices.Contains(mod.persistent, string(name)) {
		mod.persistent = append(mod.persistent, string(name))
	}
	return term.OK, nil
}

func putAttribute(mod *module, args []term.Term, pos syntax.Pos) (term.Term, error) {
	name, _ := args[0].(term.Atom)
	if err := mod.set(string(name), args[1], pos); err != nil {
		return nil, err
	}
	if a := mod.attributes[string(name)]; a != nil {
		a.read = true // only what @ sets has to be read
	}
	return term.OK, nil
}

func getAttribute(mod *module, args []term.Term, _ syntax.Pos) (term.Term, error) {
	name, _ := args[0].(term.Atom)
	value, ok := mod.get(string(name))
	if !ok && len(args) > 1 {
		return args[1], nil
	}
	return value, nil
}

func deleteAttribute(mod *module, args []term.Term, _ syntax.Pos) (term.Term, error) {
	name, _ := args[0].(term.Atom)
	value, _ := mod.get(string(name))
	delete(mod.attributes, string(name))
	return value, nil
}

func hasAttribute(mod *module, args []term.Term, _ syntax.Pos) (term.Term, error) {
	name, _ := args[0].(term.Atom)
	return term.Bool(mod.attributes[string(name)] != nil || mod.accumulated[string(name)]), nil
}

// ownAttributes are those that every module has.
var ownAttributes = []string{
	"after_compile", "after_verify", "before_compile", "behaviour", "callback", "compile", "derive", "dialyzer", "external_resource",
	"macrocallback", "moduledoc", "on_definition", "opaque", "optional_callbacks", "spec", "type", "typep",
}

func attributesIn(mod *module, _ []term.Term, _ syntax.Pos) (term.Term, error) {
	names := slices.Clone(ownAttributes)
	for name := range mod.attributes {
		names = append(names, name)
	}
	for name, accumulates := range mod.accumulated {
		if accumulates {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	var list []term.Term
	for _, name := range slices.Compact(names) {
		list = append(list, term.Atom(name))
	}
	return term.List(list...), nil
}

// definition is a function or macro of a module, with the form that defined it.
type definition struct {
	key  code.Key
	kind term.Atom
}

func (mod *module) definitions() []definition {
	var list []definition
	for _, def := range mod.order {
		d := definition{def.named(), "def"}
		if d.key != def.key {
			d.kind = "defmacro"
		}
		if def.private {
			d.kind += "p"
		}
		list = append(list, d)
	}
	return list
}

func definesFunction(mod *module, args []term.Term, _ syntax.Pos) (term.Term, error) {
	for _, d := range mod.definitions() {
		if term.Same(args[0], nameArity(d.key)) {
			return term.Bool(len(args) == 1 || args[1] == term.Term(d.kind)), nil
		}
	}
	return falseTerm, nil
}

func nameArity(key code.Key) term.Term { return term.Tuple{term.Atom(key.Name), term.Int(key.Arity)} }

func definitionsIn(mod *module, args []term.Term, _ syntax.Pos) (term.Term, error) {
	var list []term.Term
	for _, d := range mod.definitions() {
		if len(args) == 0 || args[0] == term.Term(d.kind) {
			list = append(list, nameArity(d.key))
		}
	}
	return term.List(list...), nil
}

func overridablesIn(mod *module, _ []term.Term, _ syntax.Pos) (term.Term, error) {
	var list []term.Term
	for _, def := range mod.order {
		if def.overridable || def.super != nil {
			list = append(list, nameArity(def.key))
		}
	}
	return term.List(list...), nil
}

func isOverridable(mod *module, args []term.Term, _ syntax.Pos) (term.Term, error) {
	for _, def := range mod.order {
		if term.Same(args[0], nameArity(def.key)) {
			return term.Bool(def.overridable || def.super != nil), nil
		}
	}
	return falseTerm, nil
}

// makeOverridable takes a list of names with arities, or a behaviour, whose
// callbacks it means.
func makeOverridable(mod *module, args []term.Term, _ syntax.Pos) (term.Term, error) {
	names := args[0]
	if behaviour, ok := names.(term.Atom); ok {
		var list []term.Term
		for _, c := range mod.compiler.ev.callbacksOf(behaviour) {
			list = append(list, nameArity(c.Key))
		}
		names = term.List(list...)
	}
	for e := range term.Elements(names) {
		for _, def := range mod.order {
			if term.Same(e, nameArity(def.key)) {
				def.overridable = true
			}
		}
	}
	return term.OK, nil
}

// evalInModule runs quoted code as if it stood in the module.
func evalInModule(mod *module, args []term.Term, pos syntax.Pos) (term.Term, error) {
	inner := *mod.compiler
	var tree syntax.Node
	if err := inner.catch(func() { tree = inner.ev.unquoted(args[0], pos) }); err != nil {
		return nil, err
	}
	value, err := inner.runBody(tree)
	if err != nil {
		return nil, err
	}
	return term.Tuple{value, term.Empty}, nil
}

// EvalInModule evaluates a tree in the module of an environment, if that is being
// defined: {value, []}. It reports whether it is.
func (ev *Evaluator) EvalInModule(tree syntax.Node, env term.Term) (value term.Term, ok bool, err error) {
	m, isMap := env.(*term.Map)
	if !isMap {
		return nil, false, nil
	}
	name, _ := field(m, "module").(term.Atom)
	mod := ev.defining[name]
	if mod == nil {
		return nil, false, nil
	}
	inner := *mod.compiler
	value, err = inner.runBody(tree)
	return term.Tuple{value, term.Empty}, true, err
}

// unquoted is the tree of quoted code; its variables are none of those around it.
func (ev *Evaluator) unquoted(quoted term.Term, pos syntax.Pos) syntax.Node {
	u := &unquoter{pos: pos}
	return u.node(quoted)
}

// createModule is Module.create/3: a module of quoted code.
func createModule(m *machine, c *compiler, args []term.Term, pos syntax.Pos) (term.Term, error) {
	name, ok := args[0].(term.Atom)
	if !ok {
		return nil, exception.Raise(term.Atom("function_clause")).In(exception.Frame{
			Module: "Elixir.Module", Function: "create", Arity: 3, Args: args, HasArgs: true, File: "lib/module.ex", Line: 863})
	}
	for _, option := range []term.Atom{"line", "file"} {
		var value term.Term
		if env, ok := args[2].(*term.Map); ok {
			value, _ = env.Get(option)
		} else {
			value, _ = term.KeywordGet(args[2], option)
		}
		switch value := value.(type) {
		case term.Int:
			pos.Line = int(value)
		case term.Binary:
			c.file = string(value)
		}
	}
	context := *c.context
	inner := *c
	inner.context, inner.module = &context, nil
	var tree syntax.Node
	if err := inner.catch(func() { tree = inner.ev.unquoted(args[1], pos) }); err != nil {
		return nil, err
	}
	return inner.defineModule(m, &syntax.Call{Pos: pos, Name: "defmodule"}, name, tree, nil)
}
