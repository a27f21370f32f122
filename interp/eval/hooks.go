package eval

import (
	"slices"

	"gex/interp/syntax"
	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/term"
)

// hook is what @before_compile and its kin name: a function or macro.
type hook struct {
	module term.Atom
	name   string
}

// hooks returns the hooks of an attribute in the order in which they were set.
func (mod *module) hooks(attribute, name string) []hook {
	a := mod.attributes[attribute]
	if a == nil {
		return nil
	}
	var hooks []hook
	for e := range term.Elements(a.value) {
		switch e := e.(type) {
		case term.Atom:
			hooks = append(hooks, hook{e, name})
		case term.Tuple:
			if module, ok := e[0].(term.Atom); ok && len(e) == 2 && isAtom(e[1]) {
				hooks = append(hooks, hook{module, string(e[1].(term.Atom))})
			}
		}
	}
	slices.Reverse(hooks)
	return hooks
}

// beforeCompile runs the hooks of @before_compile: what a macro makes is put
// at the end of the module, a function is just called.
func (c *compiler) beforeCompile(pos syntax.Pos) error {
	for _, h := range c.module.hooks("before_compile", "__before_compile__") {
		if err := c.catch(func() { c.runHook(h, pos) }); err != nil {
			return err
		}
	}
	return nil
}

func (c *compiler) runHook(h hook, pos syntax.Pos) {
	key := code.Key{Name: h.name, Arity: 1}
	env := c.environment(pos)
	macro := c.ev.macros[h.module][key]
	if macro == nil || h.module == c.module.name { // whose own macros are not there yet
		if c.ev.table.Function(h.module, h.name, 1) == nil {
			panic(bail{err: exception.In(c.ev.undefined(c.self, h.module, h.name, []term.Term{env}), hookFrame)})
		}
		if _, err := code.Apply(c.self, h.module, h.name, env); err != nil {
			panic(bail{err: exception.In(err, hookFrame)})
		}
		return
	}
	var quoted syntax.Node = &literalNode{&syntax.Atom{Pos: pos}, env}
	if _, err := c.runBody(c.expandUser(pos, h.module, key, macro, []syntax.Node{quoted})); err != nil {
		panic(bail{err: err})
	}
}

// afterCompile calls the hooks of @after_compile with the module's object code.
func (c *compiler) afterCompile(pos syntax.Pos, object term.Term) error {
	for _, h := range c.module.hooks("after_compile", "__after_compile__") {
		if _, err := code.Apply(c.self, h.module, h.name, c.environment(pos), object); err != nil {
			return exception.In(err, hookFrame)
		}
	}
	return nil
}

// hookFrame is that of the fold over the hooks.
var hookFrame = exception.Frame{Module: "lists", Function: "foldl", Arity: 3, File: "lists.erl", Line: 1350}

// afterVerify calls the hooks of @after_verify with the name of the module.
func (c *compiler) afterVerify() error {
	for _, h := range c.module.hooks("after_verify", "__after_verify__") {
		if _, err := code.Apply(c.self, h.module, h.name, c.module.name); err != nil {
			return err
		}
	}
	return nil
}

// onDefinition calls the hooks of @on_definition for a clause.
func (c *compiler) onDefinition(n *syntax.Call, h signature, sections []syntax.Section) {
	hooks := c.module.hooks("on_definition", "__on_definition__")
	if hooks == nil {
		return
	}
	q := &quoter{c: c, context: term.Nil, lines: true}
	guards, body := term.Empty, term.Term(term.Nil)
	if h.guard != nil {
		guards = term.List(q.term(h.guard))
	}
	if len(sections) > 0 {
		var pairs []term.Pair
		for _, s := range sections {
			pairs = append(pairs, term.Pair{Key: term.Atom(s.Name), Value: q.term(s.Body)})
		}
		body = term.Keyword(pairs...)
	}
	args := term.List(q.terms(h.args)...)
	for _, hook := range hooks {
		_, err := code.Apply(c.self, hook.module, hook.name, c.environment(n.Pos), term.Atom(n.Name), term.Atom(h.name), args, guards, body)
		if err != nil {
			panic(bail{err: err})
		}
	}
}
