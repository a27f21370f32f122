package eval

import (
	"gex/interp/syntax"
	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/term"
)

// defoverridableForm compiles defoverridable name: arity, ...
func defoverridableForm(c *compiler, n *syntax.Call, _ bool) thunk {
	if len(n.Args) != 1 {
		return nil
	}
	c.assertModule(n, 1)
	names, mod := c.expr(n.Args[0], false), c.module
	return func(m *machine) (term.Term, error) {
		value, err := names(m)
		if err != nil {
			return nil, err
		}
		if _, isBehaviour := value.(term.Atom); isBehaviour {
			return makeOverridable(mod, []term.Term{value}, n.Pos)
		}
		for e := range term.Elements(value) {
			pair, ok := e.(term.Tuple)
			if !ok || len(pair) != 2 {
				return m.fail(n.Line, exception.ArgumentError("each element in tuple list has to be a {function_name :: atom, arity :: 0..255} tuple, got: %s",
					show(e)).In(makingOverridable(1362)...))
			}
			name, _ := pair[0].(term.Atom)
			arity, _ := pair[1].(term.Int)
			key := code.Key{Name: string(name), Arity: int(arity)}
			if def := mod.clauses[key]; def != nil {
				def.overridable = true
			} else if mod.defaults[key] == nil && mod.macros[key] == nil {
				return m.fail(n.Line, notOverridable(key))
			}
		}
		return term.OK, nil
	}
}

// notOverridable is the error of defoverridable for what is not there.
func notOverridable(key code.Key) error {
	return exception.ArgumentError("cannot make function %s overridable because it was not defined", keyText(key)).In(makingOverridable(1352)...)
}

// makingOverridable are the frames of Module.make_overridable/2, which fails at
// the line.
func makingOverridable(line int) []exception.Frame {
	return []exception.Frame{
		{Module: "Elixir.Module", Function: "-make_overridable/2-fun-1-", Arity: 2, File: "lib/module.ex", Line: line},
		{Module: "lists", Function: "foreach_1", Arity: 2, File: "lists.erl", Line: 1442}}
}

// superForm compiles super(args): the definition that this one replaces.
func superForm(c *compiler, n *syntax.Call, tail bool) thunk {
	if c.module == nil {
		c.fail(n.Pos, "cannot invoke super outside module")
	}
	if c.define == nil {
		c.fail(n.Pos, "cannot invoke super outside function")
	}
	key := c.define.key
	if key.Arity != len(n.Args) {
		c.fail(n.Pos, "super must be called with the same number of arguments as the current definition")
	}
	if super := c.define.super; super != nil {
		call := localCall{super.fn, c.exprs(n.Args), n.Line}
		if tail {
			return call.tail
		}
		return call.run
	}
	f := c.module.defaults[key]
	if f == nil {
		c.fail(n.Pos, "no super defined for %s in module %s. Overridable functions available are: ", keyText(key), aliasText(c.module.name))
	}
	args, line := c.exprs(n.Args), n.Line
	return func(m *machine) (term.Term, error) {
		values, err := m.values(args)
		if err != nil {
			return nil, err
		}
		m.outside()
		value, err := f.Call(m.self, values)
		if err != nil {
			return m.fail(line, err)
		}
		return value, nil
	}
}
