package eval

import (
	"gex/interp/syntax"
	"gex/runtime/term"
)

// moduleFunction compiles the functions of Module that act on the module being
// defined, and returns nil for the others.
func (c *compiler) moduleFunction(n *syntax.Call) thunk {
	f := moduleFunctions[n.Name]
	if f == nil || len(n.Args) < 2 {
		return nil
	}
	if name, ok := c.constantAlias(n.Args[0]); !ok || name != c.module.name {
		return nil
	}
	args, mod, pos := c.exprs(n.Args), c.module, n.Pos
	return func(m *machine) (term.Term, error) {
		values, err := m.values(args)
		if err != nil {
			return nil, err
		}
		value, err := f(mod, values[1:], pos)
		if err != nil {
			return m.fail(pos.Line, err)
		}
		return value, nil
	}
}

var moduleFunctions = map[string]func(mod *module, args []term.Term, pos syntax.Pos) (term.Term, error){
	"register_attribute": func(mod *module, args []term.Term, _ syntax.Pos) (term.Term, error) {
		name, _ := args[0].(term.Atom)
		if len(args) > 1 {
			accumulate, _ := term.KeywordGet(args[1], "accumulate")
			mod.accumulated[string(name)] = accumulate == trueTerm
		}
		return term.OK, nil
	},
	"put_attribute": func(mod *module, args []term.Term, pos syntax.Pos) (term.Term, error) {
		name, _ := args[0].(term.Atom)
		if len(args) > 1 {
			return term.OK, mod.set(string(name), args[1], pos)
		}
		return term.OK, nil
	},
	"get_attribute": func(mod *module, args []term.Term, _ syntax.Pos) (term.Term, error) {
		name, _ := args[0].(term.Atom)
		value, ok := mod.get(string(name))
		if !ok && len(args) > 1 {
			return args[1], nil
		}
		return value, nil
	},
	"delete_attribute": func(mod *module, args []term.Term, _ syntax.Pos) (term.Term, error) {
		name, _ := args[0].(term.Atom)
		value, _ := mod.get(string(name))
		delete(mod.attributes, string(name))
		return value, nil
	},
	"defines?": func(mod *module, args []term.Term, _ syntax.Pos) (term.Term, error) {
		pair, _ := args[0].(term.Tuple)
		for key := range mod.clauses {
			if len(pair) == 2 && pair[0] == term.Term(term.Atom(key.Name)) && pair[1] == term.Term(term.Int(key.Arity)) {
				return trueTerm, nil
			}
		}
		return falseTerm, nil
	},
}
