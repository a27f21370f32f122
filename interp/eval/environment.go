package eval

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"gex/interp/syntax"
	"gex/runtime/code"
	"gex/runtime/term"
)

// environment is __ENV__ for the code at pos.
func (c *compiler) environment(pos syntax.Pos) term.Term {
	var module, function term.Term = term.Nil, term.Nil
	var contexts []term.Term
	for mod := c.module; mod != nil; mod = mod.outer {
		contexts = append(contexts, mod.name)
	}
	if c.module != nil {
		module = c.module.name
	}
	if c.define != nil {
		key := c.define.named()
		function = term.Tuple{term.Atom(key.Name), term.Int(key.Arity)}
	}
	functions, macros := c.importedNames()
	pairs := map[string]term.Term{
		"__struct__": term.Alias("Macro.Env"), "aliases": c.aliasPairs(), "context": c.placeContext(),
		"context_modules": term.List(contexts...), "file": term.Binary(c.file), "function": function,
		"functions": functions, "lexical_tracker": term.Nil, "line": term.Int(pos.Line), "macro_aliases": term.Empty,
		"macros": macros, "module": module, "requires": c.requiredModules(), "tracers": term.Empty,
		"versioned_vars": c.versionedVars(),
	}
	list := make([]term.Pair, 0, len(pairs))
	for name, value := range pairs {
		list = append(list, term.Pair{Key: term.Atom(name), Value: value})
	}
	return term.NewMap(list...)
}

func (c *compiler) placeContext() term.Term {
	if c.matching {
		return term.Atom("match")
	}
	if c.guard {
		return term.Atom("guard")
	}
	return term.Nil
}

func (c *compiler) aliasPairs() term.Term {
	var aliases []term.Term
	for _, name := range sortedKeys(c.context.aliases) {
		aliases = append(aliases, term.Tuple{term.Alias(name), c.context.aliases[name]})
	}
	return term.List(aliases...)
}

// alwaysRequired are the modules that Elixir requires by itself.
var alwaysRequired = []term.Atom{"Elixir.Application", "Elixir.Kernel", "Elixir.Kernel.Typespec"}

func (c *compiler) requiredModules() term.Term {
	names := append([]term.Atom(nil), alwaysRequired...)
	for module := range c.context.requires {
		names = append(names, module)
	}
	for _, rule := range c.context.imports {
		if inElixir(rule) {
			names = append(names, rule.module)
		}
	}
	slices.Sort(names)
	var terms []term.Term
	for _, name := range slices.Compact(names) {
		terms = append(terms, name)
	}
	return term.List(terms...)
}

// inElixir reports whether Elixir knows of an import: the shell makes one for
// the functions that are declared in Go.
func inElixir(rule importRule) bool {
	return !rule.standing || rule.module == kernel || rule.module == term.Alias("IEx.Helpers")
}

// importedNames are the functions and the macros that have bare names, by
// module, the module imported last in front.
func (c *compiler) importedNames() (functions, macros term.Term) {
	var funs, macs []term.Term
	for _, rule := range slices.Backward(c.context.imports) {
		if !inElixir(rule) {
			continue
		}
		keys := c.exportedKeys(rule.module)
		var f, m []term.Term
		for _, key := range keys {
			pair := term.Tuple{term.Atom(key.Name), term.Int(key.Arity)}
			switch kind := c.exportKind(rule.module, key); {
			case !c.takes(rule, key):
			case kind == exportedMacro:
				m = append(m, pair)
			case kind == exportedFunction:
				f = append(f, pair)
			}
		}
		if f != nil {
			funs = append(funs, term.Tuple{rule.module, term.List(f...)})
		}
		if m != nil {
			macs = append(macs, term.Tuple{rule.module, term.List(m...)})
		}
	}
	return term.List(funs...), term.List(macs...)
}

// exportedKeys are the functions and macros of a module, in order.
func (c *compiler) exportedKeys(module term.Atom) []code.Key {
	keys := make(map[code.Key]bool)
	if made := c.ev.table.Module(module); made != nil {
		for _, f := range made.Exports() {
			keys[code.Key{Name: f.Name, Arity: f.Arity}] = true
		}
		maps.Copy(keys, made.Macros)
	}
	if module == kernel {
		for key := range intrinsics {
			keys[key] = true
		}
		for name, arities := range kernelFunctions {
			for _, arity := range arities {
				keys[code.Key{Name: name, Arity: arity}] = true
			}
		}
	}
	return slices.SortedFunc(maps.Keys(keys), func(a, b code.Key) int {
		return cmp.Or(strings.Compare(a.Name, b.Name), cmp.Compare(a.Arity, b.Arity))
	})
}

// versionedVars are the variables in sight, numbered in the order of their
// names.
func (c *compiler) versionedVars() term.Term {
	names := make(map[string]bool)
	if c.module == nil {
		for _, b := range c.env.Bindings() {
			names[b.Name] = true
		}
	}
	for s := c.scope; s != nil; s = s.parent {
		for name := range s.vars {
			names[name] = true
		}
	}
	var pairs []term.Pair
	for _, name := range sortedKeys(names) {
		if plain, in := inContext(name, term.Nil); in {
			key := term.Tuple{term.Atom(plain), term.Nil}
			pairs = append(pairs, term.Pair{Key: key, Value: term.Int(len(pairs))})
		}
	}
	return term.NewMap(pairs...)
}

// fromEnvironment returns a compiler for code in the place that a Macro.Env
// describes.
func (ev *Evaluator) fromEnvironment(c *compiler, env *term.Map) *compiler {
	c.context = &context{requires: make(map[term.Atom]bool)}
	c.env = NewEnv(textOf(env, "file"))
	c.file = c.env.file
	for e := range term.Elements(field(env, "aliases")) {
		if pair, ok := e.(term.Tuple); ok && len(pair) == 2 {
			short, _ := pair[0].(term.Atom)
			full, _ := pair[1].(term.Atom)
			c.context.setAlias(strings.TrimPrefix(string(short), "Elixir."), full)
		}
	}
	for e := range term.Elements(field(env, "requires")) {
		if module, ok := e.(term.Atom); ok {
			c.context.requires[module] = true
		}
	}
	for _, name := range []string{"functions", "macros"} {
		for e := range term.Elements(field(env, name)) {
			c.importFrom(e)
		}
	}
	if module, ok := field(env, "module").(term.Atom); ok && module != term.Nil {
		c.module = newModule(module, c.file, 0)
		c.module.macros = ev.macros[module]
	}
	return c
}

// importFrom adds {module, names} of a Macro.Env to the imports.
func (c *compiler) importFrom(t term.Term) {
	pair, ok := t.(term.Tuple)
	if !ok || len(pair) != 2 {
		return
	}
	module, _ := pair[0].(term.Atom)
	rule := importRule{module: module, only: make(map[code.Key]bool), standing: module == kernel}
	for e := range term.Elements(pair[1]) {
		if key, ok := e.(term.Tuple); ok && len(key) == 2 {
			name, _ := key[0].(term.Atom)
			arity, _ := key[1].(term.Int)
			rule.only[code.Key{Name: string(name), Arity: int(arity)}] = true
		}
	}
	for _, known := range c.context.imports {
		if known.module == module {
			maps.Copy(known.only, rule.only)
			return
		}
	}
	c.context.imports = append([]importRule{rule}, c.context.imports...)
}

func field(m *term.Map, name string) term.Term {
	value, ok := m.Get(term.Atom(name))
	if !ok {
		return term.Nil
	}
	return value
}

func textOf(m *term.Map, name string) string {
	text, _ := field(m, name).(term.Binary)
	return string(text)
}
