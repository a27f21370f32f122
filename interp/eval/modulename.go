package eval

import (
	"gex/interp/syntax"
	"gex/runtime/term"
)

// reservedModules name what is no module: the root of all, and what protocols
// call the types.
var reservedModules = map[term.Atom]bool{
	"Elixir": true, "Elixir.Any": true, "Elixir.BitString": true, "Elixir.PID": true, "Elixir.Reference": true,
}

func validModule(name term.Atom) bool { return name != "" && !isLiteralName(name) }

// moduleName returns the name of a defmodule, or what finds it when the
// definition runs; inside of a module an alias names a nested one.
func (c *compiler) moduleName(n syntax.Node) (term.Atom, thunk) {
	name, ok := c.constantAlias(n)
	if value, literal := c.literal(n); literal && (!ok || !validModule(name)) {
		c.fail(n.Position(), "invalid module name: %s", show(value))
	}
	if !ok {
		var dynamic thunk
		c.expanding(n.Position(), "defmodule", 2, func() { dynamic = c.expr(n, false) })
		return "", dynamic
	}
	alias, isAlias := n.(*syntax.Alias)
	if isAlias && c.module != nil && alias.Base == nil && alias.Names[0] != "Elixir" {
		if _, aliased := c.context.aliases[alias.Names[0]]; !aliased || len(alias.Names) == 1 {
			return term.Atom(string(c.module.name) + string(term.Alias(joinNames(alias.Names)))[len("Elixir"):]), nil
		}
	}
	return name, nil
}
