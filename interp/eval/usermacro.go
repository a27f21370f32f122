package eval

import (
	"fmt"
	"strings"

	"gex/interp/syntax"
	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/term"
)

// userMacro is a macro that defmacro made: a function from quoted expressions
// to a quoted expression. Its first argument is the environment of the caller.
type userMacro struct {
	fn      *function
	private bool
}

const callerName = "__CALLER__"

// defmacroForm compiles defmacro and defmacrop as the definition of a function.
func defmacroForm(c *compiler, n *syntax.Call, tail bool) thunk {
	if len(n.Args) == 0 || len(n.Args) > 2 {
		return nil
	}
	c.assertModule(n, 2)
	if withUnquotes(n) {
		return c.definedByParts(n)
	}
	args, sections := syntax.Sections(n.Args, n.Do)
	if len(args) != 1 {
		return c.undefinable(n, args, sections)
	}
	h := c.definitionHead(n.Name, args[0])
	kind := "def"
	if n.Name == "defmacrop" {
		kind = "defp"
	}
	var head syntax.Node = &syntax.Call{Pos: n.Pos, Name: macroName(h.name), Parens: true,
		Args: append([]syntax.Node{&syntax.Var{Name: callerName}}, h.args...)}
	if h.guard != nil {
		head = &syntax.Binary{Pos: n.Pos, Op: "when", Left: head, Right: h.guard}
	}
	def := &syntax.Call{Pos: n.Pos, Name: kind, Args: []syntax.Node{head}}
	if len(sections) > 0 {
		def.Do = &syntax.DoBlock{Pos: n.Pos, Sections: sections}
	}
	define, mod := defForm(c, def, tail), c.module
	_, defaults := c.splitDefaults(h.args)
	return func(m *machine) (term.Term, error) {
		if _, err := define(m); err != nil {
			return nil, err
		}
		for arity := len(h.args); arity >= len(h.args)-len(defaults); arity-- {
			made := code.Key{Name: macroName(h.name), Arity: arity + 1}
			mod.clauses[made].hidden = true
			m.ev.defineMacro(mod, code.Key{Name: h.name, Arity: arity}, &userMacro{mod.declared(made), n.Name == "defmacrop"})
		}
		return term.Tuple{term.Atom(h.name), term.Int(len(h.args))}, nil
	}
}

func macroName(name string) string { return "MACRO-" + name }

func (ev *Evaluator) defineMacro(mod *module, key code.Key, macro *userMacro) {
	if mod.macros == nil {
		mod.macros = make(map[code.Key]*userMacro)
		ev.macros[mod.name] = mod.macros
	}
	mod.macros[key] = macro
}

// expands notes that the module uses a macro of its own.
func (mod *module) expands(key code.Key) {
	if mod.expanded == nil {
		mod.expanded = make(map[code.Key]bool)
	}
	mod.expanded[key] = true
}

// visibleMacro finds a macro by its bare name.
func (c *compiler) visibleMacro(key code.Key) (term.Atom, *userMacro) {
	if c.module != nil && c.module.macros[key] != nil {
		c.module.expands(key)
		return c.module.name, c.module.macros[key]
	}
	for i := len(c.context.imports) - 1; i >= 0; i-- {
		rule := c.context.imports[i]
		if macro := c.ev.macros[rule.module][key]; macro != nil && !macro.private && c.takes(rule, key) {
			c.usedImport(rule.module, key)
			return rule.module, macro
		}
	}
	return "", nil
}

// remoteMacro finds a macro of a module that was required.
func (c *compiler) remoteMacro(module term.Atom, key code.Key) *userMacro {
	macro := c.ev.macros[module][key]
	own := c.module != nil && c.module.name == module
	if macro == nil || macro.private && !own || !c.context.requires[module] && !own && !c.imports(module) {
		return nil
	}
	return macro
}

func (c *compiler) imports(module term.Atom) bool {
	for _, rule := range c.context.imports {
		if rule.module == module {
			return true
		}
	}
	return false
}

// expandUser runs a macro and returns the tree it makes of its arguments.
func (c *compiler) expandUser(pos syntax.Pos, module term.Atom, key code.Key, macro *userMacro, args []syntax.Node) syntax.Node {
	if c.expansions++; c.expansions > maxExpansions {
		c.fail(pos, "macro %s.%s is expanded without an end", aliasText(module), keyText(key))
	}
	defer func() { c.expansions-- }()
	q := &quoter{c: c, context: term.Nil, lines: true}
	terms := append([]term.Term{c.environment(pos)}, q.terms(args)...)
	value, err := macro.fn.call(c.ev, c.self, terms, nil)
	if err != nil {
		panic(bail{err: exception.In(withoutMacro(err), expandingMacro(module, key.Name, key.Arity), c.here(pos))})
	}
	c.ev.expanded++
	u := &unquoter{pos: pos, file: c.file, mark: fmt.Sprintf("%s.%d", aliasText(module), c.ev.expanded)}
	var tree syntax.Node
	c.expandingOf(module, pos, key.Name, key.Arity, func() { tree = u.node(value) })
	return tree
}

// expanded compiles what a macro made.
func (c *compiler) expanded(pos syntax.Pos, module term.Atom, key code.Key, tree syntax.Node, tail bool) (compiled thunk) {
	c.expandingOf(module, pos, key.Name, key.Arity, func() { compiled = c.expr(tree, tail) })
	return compiled
}

// withoutMacro drops the frame of the macro's function from an error, for
// which the frame of its expansion stands.
func withoutMacro(err error) error {
	x := exception.As(err)
	if last := len(x.Stack) - 1; last >= 0 && strings.HasPrefix(x.Stack[last].Function, macroName("")) {
		x.Stack = x.Stack[:last]
	}
	return x
}

// maxExpansions bounds macros that expand to themselves.
const maxExpansions = 200

// expandBare expands a call of a macro by its bare name.
func (c *compiler) expandBare(n *syntax.Call, args []syntax.Node) (syntax.Node, bool) {
	key := code.Key{Name: n.Name, Arity: len(args)}
	module, macro := c.visibleMacro(key)
	if macro == nil || c.definesLocal(key) {
		return nil, false
	}
	return c.expandUser(n.Pos, module, key, macro, args), true
}

// withUnquotes reports whether a definition has unquote in it, outside of quote.
func withUnquotes(n syntax.Node) bool {
	call, ok := n.(*syntax.Call)
	if ok && call.Name == "quote" && call.Target == nil {
		return false
	}
	if ok && (call.Name == "unquote" || call.Name == "unquote_splicing") && len(call.Args) == 1 {
		return true
	}
	for _, child := range syntax.Children(n) {
		if withUnquotes(child) {
			return true
		}
	}
	return false
}

// definedByParts compiles a definition with unquote in it: when the body of
// the module runs, the values are put into the tree, which is then defined.
func (c *compiler) definedByParts(n *syntax.Call) thunk {
	q := &quoter{c: c, context: term.Nil, lines: true, unquotes: true}
	quoted := q.term(n)
	inner := *c
	return func(m *machine) (value term.Term, err error) {
		filled, err := m.fill(quoted)
		if err != nil {
			return nil, err
		}
		at := inner
		context := *inner.context
		at.context = &context
		at.scope = newScope(&fnScope{})
		var define thunk
		err = at.catch(func() { define = at.expr((&unquoter{pos: n.Pos}).node(filled), false) })
		if err != nil {
			return m.fail(n.Line, err)
		}
		return define(m)
	}
}
