package eval

import (
	"maps"
	"slices"
	"strings"

	"gex/interp/syntax"
	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/term"
)

func joinNames(names []string) string { return strings.Join(names, ".") }

// keyText is a function as messages name it: f/1.
func keyText(key code.Key) string {
	if key.Name == "..." {
		return ".../" + show(term.Int(key.Arity))
	}
	return inspectName(key.Name) + "/" + show(term.Int(key.Arity))
}

// modulesOf resolves the first argument of a directive: one module, or
// several as in Foo.{Bar, Baz}.
func (c *compiler) modulesOf(call *syntax.Call) (modules []term.Atom, several bool) {
	n := call.Args[0]
	if multi, ok := n.(*syntax.MultiAlias); ok {
		base, ok := c.constantAlias(multi.Base)
		if !ok {
			c.fail(multi.Pos, "invalid argument for alias, expected a compile time atom or alias")
		}
		for _, e := range multi.Elems {
			alias, ok := e.(*syntax.Alias)
			if !ok {
				c.fail(e.Position(), "invalid argument for alias, expected a compile time atom or alias, got: %s", syntaxText(e))
			}
			modules = append(modules, base+"."+term.Atom(joinNames(alias.Names)))
		}
		return modules, true
	}
	module, ok := c.constantAlias(n)
	if !ok {
		c.failDirective(call, n)
	}
	return []term.Atom{module}, false
}

// failDirective ends the compilation of a directive for something that is no
// module.
func (c *compiler) failDirective(call *syntax.Call, n syntax.Node) {
	if call.Name == "use" {
		c.expanding(call.Pos, "use", len(call.Args), func() {
			err := exception.ArgumentError("invalid arguments for use, expected a compile time atom or alias, got: %s", syntaxText(n)).In(
				exception.Frame{Module: kernel, Function: "-MACRO-use/3-fun-1-", Arity: 3, File: "lib/kernel.ex", Line: 5684},
				exception.Frame{Module: term.Alias("Enum"), Function: "-map/2-lists^map/1-0-", Arity: 2, File: "lib/enum.ex", Line: 1658})
			if len(call.Args) == 1 { // the one with options is what use/1 becomes
				err = err.In(kernelFrame("MACRO-use", 3, 5676))
			}
			panic(bail{err: err})
		})
	}
	if _, literal := c.literal(n); !literal {
		c.expr(n, false)
	}
	c.fail(n.Position(), "invalid argument for %s, expected a compile time atom or alias, got: %s", call.Name, syntaxText(n))
}

// directiveValue is what a directive returns: its module or modules.
func directiveValue(modules []term.Atom, several bool) thunk {
	if !several {
		return constant(modules[0])
	}
	terms := make([]term.Term, len(modules))
	for i, m := range modules {
		terms[i] = m
	}
	return constant(term.List(terms...))
}

// option finds an option of a directive.
func option(args []syntax.Node, name string) syntax.Node {
	if len(args) < 2 {
		return nil
	}
	var pairs []syntax.Node
	switch options := args[1].(type) {
	case *syntax.Keywords:
		pairs = pairNodes(options.Pairs)
	case *syntax.List:
		pairs = options.Elems
	}
	for _, e := range pairs {
		if p, ok := e.(*syntax.Pair); ok {
			if key, ok := p.Key.(*syntax.Atom); ok && key.Name == name {
				return p.Value
			}
		}
	}
	return nil
}

// warns reports whether a directive that nothing uses is worth a remark.
func warns(n *syntax.Call) bool {
	word, ok := option(n.Args, "warn").(*syntax.Atom)
	return !ok || word.Name != "false"
}

func directiveArgs(n *syntax.Call) bool { return len(n.Args) == 1 || len(n.Args) == 2 }

// checkOptions fails for options that a directive does not have.
func (c *compiler) checkOptions(n *syntax.Call, known ...string) {
	if len(n.Args) < 2 {
		return
	}
	var pairs []syntax.Node
	switch options := n.Args[1].(type) {
	case *syntax.Keywords:
		pairs = pairNodes(options.Pairs)
	case *syntax.List:
		pairs = options.Elems
	default:
		c.expr(options, false)
		c.fail(n.Pos, "invalid options for %s, expected a keyword list, got: %s", n.Name, syntaxText(options))
	}
	for _, e := range pairs {
		pair, ok := e.(*syntax.Pair)
		if !ok {
			continue
		}
		if key, ok := pair.Key.(*syntax.Atom); ok && !slices.Contains(known, key.Name) {
			c.fail(n.Pos, "unsupported option %s given to %s", show(term.Atom(key.Name)), n.Name)
		}
	}
}

// aliasForm compiles alias Foo.Bar, as: Baz.
func aliasForm(c *compiler, n *syntax.Call, _ bool) thunk {
	if !directiveArgs(n) {
		return nil
	}
	c.checkOptions(n, "as", "warn")
	modules, several := c.modulesOf(n)
	c.setAliases(n, modules)
	return directiveValue(modules, several)
}

func (c *compiler) setAliases(n *syntax.Call, modules []term.Atom) {
	as := option(n.Args, "as")
	for _, module := range modules {
		name := string(module)[strings.LastIndex(string(module), ".")+1:]
		switch as := as.(type) {
		case *syntax.Alias:
			if name = as.Names[0]; len(as.Names) > 1 {
				c.fail(n.Pos, "invalid value for option :as, expected a simple alias, got nested alias: %s", syntaxText(as))
			}
		case nil:
			if !strings.HasPrefix(string(module), "Elixir.") {
				c.fail(n.Pos, "alias cannot be inferred automatically for module: %s, please use the :as option. Implicit aliasing "+
					"is only supported with Elixir modules", show(module))
			}
		default:
			c.expr(as, false)
			if atom, ok := as.(*syntax.Atom); !ok || atom.Name != "nil" {
				c.fail(n.Pos, "invalid value for option :as, expected an alias, got: %s", syntaxText(as))
			}
		}
		c.context.setAlias(name, module)
		if warns(n) && term.Alias(name) != module {
			c.note("alias", name, module, n.Pos)
		}
	}
}

// requireForm compiles require Foo, as: Bar.
func requireForm(c *compiler, n *syntax.Call, _ bool) thunk {
	if !directiveArgs(n) {
		return nil
	}
	c.checkOptions(n, "as", "warn")
	modules, several := c.modulesOf(n)
	for _, module := range modules {
		c.mustBeDefined(n.Pos, module)
		c.require(module)
	}
	if option(n.Args, "as") != nil {
		c.setAliases(n, modules)
	}
	return directiveValue(modules, several)
}

// require makes the macros of a module available from here on.
func (c *compiler) require(module term.Atom) {
	requires := maps.Clone(c.context.requires)
	if requires == nil {
		requires = make(map[term.Atom]bool)
	}
	requires[module] = true
	c.context.requires = requires
}

func (c *compiler) mustBeDefined(pos syntax.Pos, module term.Atom) {
	if c.ev.table.Module(module) == nil && (c.module == nil || c.module.name != module) {
		err := c.compileError(pos, "module "+aliasText(module)+" is not loaded and could not be found")
		if c.define != nil {
			err.In(exception.Frame{Module: bodyModule, Function: "__MODULE__", Arity: 1, File: c.file, Line: c.define.pos.Line})
		}
		panic(bail{err: err})
	}
}

// importForm compiles import Foo, only: [f: 1], except: [g: 2].
func importForm(c *compiler, n *syntax.Call, _ bool) thunk {
	if !directiveArgs(n) {
		return nil
	}
	c.checkOptions(n, "only", "except", "warn")
	modules, several := c.modulesOf(n)
	for _, module := range modules {
		c.mustBeDefined(n.Pos, module)
		c.require(module)
		rule := c.importRule(n, module)
		if warns(n) {
			c.note("import", aliasText(module), module, n.Pos)
			if c.module != nil {
				last := c.module.directives[len(c.module.directives)-1]
				last.only = rule.only
			}
		}
		c.importAs(rule)
	}
	return directiveValue(modules, several)
}

// importRule is what the options of an import say of a module.
func (c *compiler) importRule(n *syntax.Call, module term.Atom) importRule {
	rule := importRule{module: module}
	only, except := option(n.Args, "only"), option(n.Args, "except")
	if only != nil {
		if word, ok := only.(*syntax.Atom); ok && (word.Name == "functions" || word.Name == "macros" || word.Name == "sigils") {
			rule.kind = word.Name
		} else {
			rule.only = c.importKeys(n.Pos, "only", only)
			c.checkImported(n.Pos, module, rule.only)
		}
	}
	if except != nil {
		rule.except = c.importKeys(n.Pos, "except", except)
		if rule.only != nil {
			c.fail(n.Pos, ":only and :except can only be given together to import when :only is :functions, :macros, or :sigils")
		}
	}
	return rule
}

// importAs puts a rule in the place of an older one for its module.
func (c *compiler) importAs(rule importRule) {
	imports := slices.DeleteFunc(slices.Clone(c.context.imports), func(r importRule) bool { return r.module == rule.module })
	c.context.imports = append(imports, rule)
}

// importKeys are the functions that an option of import lists.
func (c *compiler) importKeys(pos syntax.Pos, option string, n syntax.Node) map[code.Key]bool {
	value, ok := c.literal(n)
	if !ok || !term.IsList(value) {
		wanted := "a list literal"
		if option == "only" {
			wanted = "an atom :functions, :macros, or a list literal"
		}
		c.expr(n, false)
		c.fail(pos, "invalid :%s option for import, expected value to be %s, got: %s", option, wanted, syntaxText(n))
	}
	keys := make(map[code.Key]bool)
	for e := range term.Elements(value) {
		key, ok := keyOf(e)
		if !ok {
			c.fail(pos, "invalid :%s option for import, expected a keyword list with integer values", option)
		}
		if keys[key] {
			c.fail(pos, "invalid :%s option for import, %s is duplicated", option, keyText(key))
		}
		keys[key] = true
	}
	return keys
}

// keyOf reads a pair of name and arity.
func keyOf(t term.Term) (code.Key, bool) {
	pair, ok := t.(term.Tuple)
	if !ok || len(pair) != 2 {
		return code.Key{}, false
	}
	name, okName := pair[0].(term.Atom)
	arity, okArity := pair[1].(term.Int)
	return code.Key{Name: string(name), Arity: int(arity)}, okName && okArity
}

func (c *compiler) checkImported(pos syntax.Pos, module term.Atom, keys map[code.Key]bool) {
	for key := range keys {
		if !c.ev.table.Exports(module, key.Name, key.Arity) && c.ev.guardOf(module, key) == nil &&
			c.ev.macros[module][key] == nil && c.ev.options.Imported[module][key] == nil {
			c.fail(pos, "cannot import %s.%s because it is undefined or private", aliasText(module), keyText(key))
		}
	}
}

const bitwise = term.Atom("Elixir.Bitwise")

// useForm compiles use Module, options.
func useForm(c *compiler, n *syntax.Call, _ bool) thunk {
	if !directiveArgs(n) {
		return nil
	}
	modules, several := c.modulesOf(n)
	options := constant(term.Empty)
	if len(n.Args) == 2 {
		c.expanding(n.Pos, "use", 2, func() {
			c.expandingOf(modules[0], n.Pos, "__using__", 1, func() {
				c.inMatch(func() { options = c.expr(n.Args[1], false) })
			})
		})
	}
	if modules[0] == bitwise && !several {
		return importForm(c, &syntax.Call{Pos: n.Pos, Name: "import", Args: n.Args[:1]}, false)
	}
	for _, module := range modules {
		if macro := c.ev.macros[module][code.Key{Name: "__using__", Arity: 1}]; macro != nil {
			return c.expandUse(n, module, macro)
		}
		c.checkUse(n, module)
		use := c.ev.options.Use[module]
		if use.Deprecated != "" {
			c.warn(n.Pos, "%s", use.Deprecated)
			c.warnModule(n.Pos, use.Remark)
		}
		for _, imported := range use.Imports {
			c.require(imported)
			c.importAs(importRule{module: imported})
		}
	}
	mod := c.module
	return func(m *machine) (term.Term, error) {
		value, err := options(m)
		if err != nil {
			return nil, err
		}
		for _, module := range modules {
			mod.use(m.ev.options.Use[module], value)
		}
		if several {
			return term.List(term.OK), nil
		}
		return term.OK, nil
	}
}

// expandUse compiles what the macro __using__ of a module makes.
func (c *compiler) expandUse(n *syntax.Call, module term.Atom, macro *userMacro) thunk {
	var options syntax.Node = &syntax.List{Pos: n.Pos}
	if len(n.Args) == 2 {
		options = n.Args[1]
	}
	tree := c.expandUser(n.Pos, module, code.Key{Name: "__using__", Arity: 1}, macro, []syntax.Node{options})
	return c.expr(tree, false)
}

func (c *compiler) checkUse(n *syntax.Call, module term.Atom) {
	if _, known := c.ev.options.Use[module]; !known {
		c.expanding(n.Pos, "use", len(n.Args), func() { c.mustBeDefined(n.Pos, module) })
		err := exception.As(code.Undef(module, "__using__", []term.Term{term.Empty}))
		if c.module != nil {
			err.In(exception.Frame{Module: bodyModule, Function: "__MODULE__", Arity: 1, File: c.file, Line: n.Line})
		}
		panic(bail{err: err})
	}
	if c.module == nil {
		here := c.here(n.Pos)
		panic(bail{err: exception.ArgumentError("cannot invoke @/1 outside module").In(
			exception.Frame{Module: kernel, Function: "assert_module_scope", Arity: 3, File: "lib/kernel.ex", Line: 6373},
			expandingMacro(kernel, "@", 1), here, expandingMacro(module, "__using__", 1), here, expandingMacro(kernel, "use", len(n.Args)), here)})
	}
}

// use adds the defaults of a behaviour to the module.
func (mod *module) use(u Use, options term.Term) {
	if u.Behaviour != "" {
		mod.addBehaviour(u.Behaviour)
	}
	mod.uses = append(mod.uses, u)
	for _, name := range u.Accumulates {
		mod.accumulated[name] = true
	}
	if u.Functions == nil {
		return
	}
	for _, f := range u.Functions(mod.name, options) {
		mod.defaults[code.Key{Name: f.Name, Arity: f.Arity}] = f
	}
}
