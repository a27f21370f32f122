package eval

import (
	"cmp"
	"crypto/md5"
	"encoding/binary"
	"slices"

	"gex/interp/syntax"
	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// module is a module while it is defined.
type module struct {
	name term.Atom
	// outer is the module around the definition, or nil.
	outer *module
	file  string
	line  int
	// functions are those called or defined, clauses those defined so far.
	functions map[code.Key]*function
	clauses   map[code.Key]*clauses
	order     []*clauses
	last      *clauses // that a clause was added to
	// calls are the places where a function of the module is called.
	calls       []localUse
	usedImports map[code.Key]term.Atom

	attributes  map[string]*attribute
	accumulated map[string]bool
	// persistent are the attributes that were registered to be kept.
	persistent []string
	behaviours []term.Atom
	// declaredTwice are those of @behaviour that were there already.
	declaredTwice []term.Atom
	doc           string
	pendingDoc    term.Term
	// pendingTypeDoc says that a @typedoc waits for its type.
	pendingTypeDoc bool
	pendingSpec    string
	pendingAdvice  string // of @deprecated
	pendingImpl    term.Term
	implemented    []implemented
	callbacks      []Callback
	fields         []term.Pair // of the struct; nil if there is none
	enforced       []term.Atom
	exception      bool
	protocol       *protocol // nil for other modules
	implements     term.Atom // the protocol, of an implementation
	guards         map[code.Key]*guardMacro
	macros         map[code.Key]*userMacro
	// expanded are the macros of the module that it uses itself.
	expanded   map[code.Key]bool
	uses       []Use
	directives []*directive
	remotes    []remoteUse
	remarks    []remark
	deprecated map[code.Key]string // what @deprecated says
	types      []typed             // that are declared, with the specifications
	defaults   map[code.Key]*code.Function
	funs       int
	captures   map[code.Key]int // the numbers of the funs &f/1
	compiler   *compiler        // of its body
}

// localUse is a call of a function of the module.
type localUse struct {
	key code.Key
	pos syntax.Pos
	// from is the function that calls, nil for the body of the module.
	from *clauses
}

func newModule(name term.Atom, file string, line int) *module {
	return &module{
		name: name, file: file, line: line,
		functions: make(map[code.Key]*function), clauses: make(map[code.Key]*clauses),
		usedImports: make(map[code.Key]term.Atom), attributes: make(map[string]*attribute),
		accumulated: make(map[string]bool), guards: make(map[code.Key]*guardMacro),
		defaults: make(map[code.Key]*code.Function),
	}
}

// function returns the function of that key, which may be defined later.
func (mod *module) function(key code.Key, pos syntax.Pos, from *clauses) *function {
	mod.calls = append(mod.calls, localUse{key, pos, from})
	return mod.declared(key)
}

func (mod *module) declared(key code.Key) *function {
	fn := mod.functions[key]
	if fn == nil {
		fn = &function{module: mod.name, name: key.Name, arity: key.Arity, frameArity: key.Arity, file: mod.file, size: key.Arity}
		fn.body = fn.undefined
		mod.functions[key] = fn
	}
	return fn
}

// funIndex returns the number of the next fun. All captures &f/1 of a function
// of the module are one fun; local is that function, nil for other funs.
func (mod *module) funIndex(local *code.Key) int {
	if local == nil {
		mod.funs++
		return mod.funs - 1
	}
	index, known := mod.captures[*local]
	if !known {
		if mod.captures == nil {
			mod.captures = make(map[code.Key]int)
		}
		index = mod.funIndex(nil)
		mod.captures[*local] = index
	}
	return index
}

// unique is the second number of the funs of the module.
func (mod *module) unique() int {
	sum := md5.Sum([]byte(mod.name))
	return int(binary.BigEndian.Uint32(sum[:]) >> 5)
}

// defmoduleForm compiles defmodule Name do ... end: the module is compiled and
// defined when the expression runs.
func defmoduleForm(c *compiler, n *syntax.Call, _ bool) thunk { return c.moduleForm(n, nil) }

// moduleForm compiles the definition of a module, which preset may prepare.
func (c *compiler) moduleForm(n *syntax.Call, preset func(*module)) thunk {
	if len(c.arguments(n)) != 2 {
		return nil
	}
	args, sections := syntax.Sections(n.Args, n.Do)
	if len(args) != 1 || len(sections) != 1 || sections[0].Name != "do" {
		c.noMacroClause(n)
	}
	do := sections[0]
	name, dynamic := c.moduleName(args[0])
	outer := c.visibleValues(do.Body)
	inner := *c
	context := *c.context
	inner.context, inner.preset = &context, preset
	if alias, ok := args[0].(*syntax.Alias); ok && c.module != nil && alias.Base == nil {
		full := term.Atom(string(c.module.name) + "." + alias.Names[0])
		context.setAlias(alias.Names[0], full)
		c.context.setAlias(alias.Names[0], full)
	}
	return func(m *machine) (term.Term, error) {
		name := name
		if dynamic != nil {
			value, err := dynamic(m)
			if err != nil {
				return nil, err
			}
			if name, _ = value.(term.Atom); !validModule(name) {
				return nil, inner.compileError(n.Pos, "invalid module name: "+show(value))
			}
		}
		value, err := inner.defineModule(m, n, name, do.Body, outer)
		if err != nil {
			return m.fail(n.Line, err)
		}
		return value, nil
	}
}

// outerValue is a variable from around a module.
type outerValue struct {
	name string
	read thunk
}

// visibleValues finds the variables of the function around a module that the
// module mentions. Only its body sees them, not its functions.
func (c *compiler) visibleValues(body syntax.Node) []outerValue {
	var values []outerValue
	seen := make(map[string]bool)
	syntax.Visit(body, func(n syntax.Node) {
		v, ok := n.(*syntax.Var)
		if !ok || seen[v.Name] {
			return
		}
		seen[v.Name] = true
		if found := c.scope.lookup(v.Name); found != nil {
			values = append(values, outerValue{v.Name, readVariable(found)})
		} else if value, ok := c.env.Lookup(v.Name); ok && c.module == nil {
			values = append(values, outerValue{v.Name, constant(value)})
		}
	})
	return values
}

// defineModule compiles, runs and defines a module. c is the compiler as it
// was at the defmodule.
func (c compiler) defineModule(m *machine, n *syntax.Call, name term.Atom, body syntax.Node, outer []outerValue) (term.Term, error) {
	mod := newModule(name, c.file, n.Line)
	mod.outer = c.module
	if c.preset != nil {
		c.preset(mod)
	}
	c.self, c.module, c.define, c.preset = m.self, mod, nil, nil
	c.guard, c.stacktrace = false, nil
	c.scope = newScope(&fnScope{})
	for _, v := range outer {
		value, err := v.read(m)
		if err != nil {
			return nil, err
		}
		c.scope.declare(&variable{name: v.name, value: value, used: true})
	}
	if reservedModules[name] {
		return nil, c.compileError(n.Pos, "module "+aliasText(name)+" is reserved and cannot be defined")
	}
	if replaced := c.ev.table.Module(name); replaced != nil {
		c.warnRedefined(n.Pos, replaced)
	}
	mod.compiler = &c
	c.ev.defining[name] = mod
	defer delete(c.ev.defining, name)
	value, err := c.runBody(body)
	if err != nil {
		return nil, err
	}
	if err := c.beforeCompile(n.Pos); err != nil {
		return nil, err
	}
	if mod.protocol != nil {
		value = term.Tuple{term.Atom("__protocol__"), term.Int(1)}
	}
	var made *code.Module
	if err := c.catch(func() { made = c.finish(n.Pos) }); err != nil {
		return nil, err
	}
	passExit(c.self)
	if mod.outer == nil {
		passExit(c.self)
	}
	replaced := c.ev.table.Define(made)
	c.ev.forget(replaced)
	c.ev.uses = append(c.ev.uses, mod.remotes...)
	if c.ev.options.Defined != nil {
		c.ev.options.Defined(c.self, made, replaced)
	}
	object := Object(made)
	if err := c.afterCompile(n.Pos, object); err != nil {
		return nil, err
	}
	if err := c.afterVerify(); err != nil {
		return nil, err
	}
	return term.Tuple{term.Atom("module"), name, object, value}, nil
}

// passExit leaves what those who trap exits see of a compilation: Elixir
// compiles each module, and checks those of an input, in linked processes that
// end normally.
func passExit(self *process.Process) {
	if self.TrapExit() {
		self.Spawn(func(*process.Process) error { return nil }, process.SpawnOptions{Link: true})
		self.Yield()
	}
}

func (c *compiler) warnRedefined(pos syntax.Pos, replaced *code.Module) {
	if c.ev.options.Warn == nil {
		return
	}
	where := "in memory"
	if replaced.Language == code.Builtin {
		where = "by the shell"
	}
	c.ev.options.Warn(c.self, Warning{
		Message: "redefining module " + aliasText(c.module.name) + " (current version defined " + where + ")",
		File:    c.file, Line: pos.Line,
	})
}

// bodyModule is the module that stack traces show for the body of a module.
const bodyModule = term.Atom("elixir_compiler_0")

// runBody compiles the whole body of the module and then runs it.
func (c *compiler) runBody(body syntax.Node) (value term.Term, err error) {
	var compiled thunk
	if err := c.catch(func() { compiled = c.expr(body, false) }); err != nil {
		return nil, err
	}
	c.warnUnused(c.scope, false)
	fn := &function{cost: c.scope.fn.cost(), module: bodyModule, name: "__MODULE__", frameArity: 1, file: c.file, size: c.scope.fn.size, body: compiled}
	return fn.call(c.ev, c.self, nil, nil)
}

// forget drops the compiled code of a module that was replaced; calls that run
// it keep it.
func (ev *Evaluator) forget(m *code.Module) {
	if m == nil {
		return
	}
	for _, f := range m.Functions {
		delete(ev.compiled, f)
	}
}

// finish checks the module and makes what the table holds of it.
func (c *compiler) finish(pos syntax.Pos) *code.Module {
	mod := c.module
	c.checkHeads()
	c.checkConflicts()
	c.checkMacroCalls()
	c.warnUnusedFunctions()
	c.warnUnusedGuards()
	c.checkCalls()
	made := code.NewModule(mod.name, code.Elixir)
	for key, f := range mod.defaults {
		if mod.clauses[key] == nil {
			made.Functions[key] = f
		}
	}
	for _, def := range mod.order {
		made.Add(c.exported(def))
	}
	if mod.protocol != nil {
		c.addProtocol(made)
	}
	c.addReflection(made)
	made.File, made.Behaviours, made.Doc = mod.file, mod.behaviours, mod.doc
	made.Struct, made.Enforced, made.Attributes, made.Persisted = mod.fields, mod.enforced, mod.evaluated(), mod.persisted()
	c.addBehaviourInfo(made)
	c.ev.deprecated[made.Name], made.Deprecated = mod.deprecated, mod.deprecated
	made.AddMacros(c.publicMacros()...)
	c.checkBehaviours(pos)
	c.warnUses(pos, made)
	c.warnImplementation(pos)
	c.checkOnLoad()
	c.checkInlined()
	c.checkTypes()
	c.warnAttributes()
	c.reportRemarks()
	c.warnDirectives()
	return made
}

// publicMacros are the macros and guards of the module that others may use.
func (c *compiler) publicMacros() []code.Key {
	keys := c.ev.MacrosOf(c.module.name)
	for key, guard := range c.module.guards {
		if !guard.private {
			keys = append(keys, key)
		}
	}
	return keys
}

// exported is a function as the table has it.
func (c *compiler) exported(def *clauses) *code.Function {
	fn, ev := def.fn, c.ev
	f := &code.Function{
		Name: def.key.Name, Arity: def.key.Arity, Private: def.private, Hidden: def.hidden,
		Params: def.params, Spec: def.spec, Doc: def.doc, Line: def.fn.line,
		Call: process.Func(func(self *process.Process, args []term.Term) (term.Term, error) {
			return fn.call(ev, self, args, nil)
		}),
		CallResult: func(self *process.Process, args []term.Term, result *code.Result) error {
			return fn.callResult(ev, self, args, result)
		},
	}
	ev.compiled[f] = fn
	return f
}

// checkHeads fails if a function has a head and no clause.
func (c *compiler) checkHeads() {
	for _, def := range c.module.order {
		if len(def.list) == 0 && def.full == nil && c.module.protocol == nil {
			c.fail(def.pos, "implementation not provided for predefined %s %s", def.kind(), def.text())
		}
	}
}

// checkConflicts fails if a function has the name of an import that was used.
func (c *compiler) checkConflicts() {
	for _, def := range c.module.order {
		if module, used := c.module.usedImports[def.key]; used {
			c.fail(def.pos, "imported %s.%s/%d conflicts with local function", aliasText(module), def.key.Name, def.key.Arity)
		}
	}
}

// checkMacroCalls fails for the first call of what became a macro later.
func (c *compiler) checkMacroCalls() {
	for _, use := range c.module.calls {
		if c.module.clauses[use.key] == nil && c.module.defaults[use.key] == nil && c.module.macros[use.key] != nil {
			c.fail(use.pos, "cannot invoke macro %s before its definition", keyText(use.key))
		}
	}
}

// checkCalls fails for the first call of a function that is not defined.
func (c *compiler) checkCalls() {
	var missing []localUse
	for _, use := range c.module.calls {
		if c.module.clauses[use.key] == nil && c.module.defaults[use.key] == nil {
			missing = append(missing, use)
		}
	}
	slices.SortStableFunc(missing, func(a, b localUse) int { return cmp.Compare(a.pos.Line, b.pos.Line) })
	if len(missing) > 0 {
		for _, use := range missing[1:] {
			if use.key != missing[0].key {
				c.warnHere(use.pos, c.undefinedLocal(use.key))
			}
		}
		use := missing[0]
		err := c.compileError(use.pos, c.undefinedLocal(use.key))
		passExit(c.self)
		panic(bail{err: exception.In(err, localsFrames...)})
	}
	for _, use := range c.module.calls {
		if fn := c.module.functions[use.key]; c.module.clauses[use.key] == nil {
			c.useDefault(fn, c.module.defaults[use.key])
		}
	}
}

func (c *compiler) undefinedLocal(key code.Key) string {
	return "undefined function " + keyText(key) + " (expected " + aliasText(c.module.name) +
		" to define such a function or for it to be imported, but none are available)"
}

// localsFrames are the frames of Elixir that report an undefined function.
var localsFrames = []exception.Frame{
	{Module: "elixir_locals", Function: "-ensure_no_undefined_local/3-fun-0-", Arity: 4,
		File: "src/elixir_locals.erl", Line: 115},
	{Module: "elixir_erl_compiler", Function: "-spawn/1-fun-0-", Arity: 2, File: "src/elixir_erl_compiler.erl", Line: 12},
}

// useDefault makes fn call a default that use has put into the module.
func (c *compiler) useDefault(fn *function, f *code.Function) {
	arity := fn.arity
	fn.body = func(m *machine) (term.Term, error) {
		m.outside()
		return f.Call(m.self, slices.Clone(m.slots[:arity]))
	}
}

// warnUses reports the callbacks that behaviours miss.
func (c *compiler) warnUses(pos syntax.Pos, made *code.Module) {
	if c.ev.options.Warn == nil {
		return
	}
	for _, use := range c.module.uses {
		if use.Warn == nil {
			continue
		}
		defined := func(key code.Key) bool { return c.module.clauses[key] != nil }
		for _, remark := range use.Warn(c.module.name, defined) {
			c.ev.options.Warn(c.self, Warning{Message: remark, File: c.file, Line: pos.Line,
				Place: aliasText(made.Name) + " (module)"})
		}
	}
}

// Object is the third element of what defmodule returns: the beginning of
// an object file, with the names of the module, the same for the same module.
func Object(m *code.Module) term.Binary {
	names := []string{string(m.Name), "__info__", "attributes", "compile", "deprecated", "exports_md5", "functions",
		"macros", "md5", "module", "struct", "erlang", "get_module_info", "module_info"}
	var own []string
	for key := range m.Functions {
		own = append(own, key.Name)
	}
	slices.Sort(own)
	names = append(names, slices.Compact(own)...)
	var atoms []byte
	for _, name := range names {
		atoms = append(append(atoms, byte(len(name))), name...)
	}
	chunk := binary.BigEndian.AppendUint32(nil, uint32(len(names)))
	chunk = append(chunk, atoms...)
	sum := md5.Sum(chunk)
	object := append([]byte("BEAMAtU8"), binary.BigEndian.AppendUint32(nil, uint32(len(chunk)))...)
	object = append(append(object, chunk...), sum[:]...)
	header := append([]byte("FOR1"), binary.BigEndian.AppendUint32(nil, uint32(len(object)))...)
	return term.Binary(append(header, object...))
}
