package eval

import (
	"gex/interp/syntax"
	"gex/runtime/code"
	"gex/runtime/term"
)

// This file compiles the defaults of parameters: a function with defaults has
// shorter ones beside it that fill them in.

// splitDefaults returns the parameters without their defaults, and the
// defaults by position.
func (c *compiler) splitDefaults(params []syntax.Node) ([]syntax.Node, map[int]syntax.Node) {
	args := make([]syntax.Node, len(params))
	defaults := make(map[int]syntax.Node)
	for i, p := range params {
		args[i] = p
		if d, ok := p.(*syntax.Binary); ok && d.Op == "\\\\" {
			args[i], defaults[i] = d.Left, d.Right
		}
	}
	return args, defaults
}

// defineDefaults defines the functions of fewer arguments that call def with
// the defaults for the others.
func (c *compiler) defineDefaults(n *syntax.Call, def *clauses, params []syntax.Node, defaults map[int]syntax.Node) {
	if len(defaults) == 0 {
		return
	}
	def.params = paramNames(params)
	def.defaults = len(defaults)
	for given := range len(defaults) {
		key := code.Key{Name: def.key.Name, Arity: len(params) - len(defaults) + given}
		if other := c.module.clauses[key]; other != nil {
			c.addDefault(n, def, other, len(params), defaults)
			continue
		}
		short := &clauses{full: def, key: key, pos: n.Pos, private: def.private, fn: c.module.declared(key)}
		short.fn.line = n.Line
		c.module.clauses[key] = short
		c.module.order = append(c.module.order, short)
		c.defineShort(n.Pos, short, def.key, given, len(params), defaults)
	}
	// The function with all arguments counts as the one defined last.
	last := len(c.module.order) - 1
	for i, other := range c.module.order {
		if other == def {
			copy(c.module.order[i:], c.module.order[i+1:])
			c.module.order[last] = def
			break
		}
	}
}

// addDefault makes the function that fills in defaults for def a clause of one
// that was defined before.
func (c *compiler) addDefault(n *syntax.Call, def, other *clauses, arity int, defaults map[int]syntax.Node) {
	if other.full == def {
		c.failDefinition(n.Pos, defaultsHelp, n.Name, keyText(def.key))
	}
	if other.full != nil || other.defaults > 0 {
		c.failDefinition(n.Pos, "%s %s defaults conflicts with %s", n.Name, keyText(def.key), keyText(other.key))
	}
	if other.private != def.private {
		c.refused(n, other.key, other).refuse()
	}
	if other.covered > 0 {
		c.module.warnCovered(c, n.Pos, other)
		return
	}
	body := c.shortBody(n.Pos, other, def.key, other.key.Arity-(arity-len(defaults)), arity, defaults)
	other.list = append(other.list, fnClause{body: body})
	other.covered = n.Line
	other.fn.body = dispatch(other.list, other.fn.noClause)
}

const defaultsHelp = `%s %s defines defaults multiple times. Elixir allows defaults to be declared once per definition. Instead of:

    def foo(:first_clause, b \\ :default) do ... end
    def foo(:second_clause, b \\ :default) do ... end

one should write:

    def foo(a, b \\ :default)
    def foo(:first_clause, b) do ... end
    def foo(:second_clause, b) do ... end
`

// defineShort compiles a function that takes the first given defaults as arguments.
func (c *compiler) defineShort(pos syntax.Pos, short *clauses, full code.Key, given, arity int, defaults map[int]syntax.Node) {
	short.fn.body = c.shortBody(pos, short, full, given, arity, defaults)
}

// shortBody compiles the call of the function with all arguments.
func (c *compiler) shortBody(pos syntax.Pos, short *clauses, full code.Key, given, arity int, defaults map[int]syntax.Node) thunk {
	inner := *c
	inner.scope, inner.define = newScope(&fnScope{size: short.key.Arity}), short
	values := make([]thunk, arity)
	next, used := 0, 0
	for i := range arity {
		value, optional := defaults[i]
		if optional && used >= given {
			values[i] = inner.expr(value, false)
			continue
		}
		if optional {
			used++
		}
		slot := next
		values[i] = func(m *machine) (term.Term, error) { return m.slots[slot], nil }
		next++
	}
	short.fn.size = max(short.fn.size, inner.scope.fn.size)
	short.fn.cost = max(short.fn.cost, inner.scope.fn.cost())
	return localCall{c.module.function(full, pos, short), values, pos.Line}.tail
}

// warnMixedDefaults reports a function of several clauses one of which has
// defaults, which belong into a head.
func (c *compiler) warnMixedDefaults(pos syntax.Pos, def *clauses, defaults int) {
	if len(def.list) > 0 && def.defaults == 0 && defaults > 0 || defaults == 0 && def.mixed {
		c.warnHere(pos, def.kind()+" "+keyText(def.named())+mixedDefaults)
	}
	def.mixed = defaults > 0 && len(def.list) == 0
}

const mixedDefaults = ` has multiple clauses and also declares default values. In such cases, the default values should be defined in a header. Instead of:

    def foo(:first_clause, b \\ :default) do ... end
    def foo(:second_clause, b) do ... end

one should write:

    def foo(a, b \\ :default)
    def foo(:first_clause, b) do ... end
    def foo(:second_clause, b) do ... end
`
