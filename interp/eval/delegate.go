package eval

import (
	"gex/interp/syntax"
	"gex/runtime/code"
	"gex/runtime/term"
)

// defdelegateForm compiles defdelegate f(args), to: Module, as: :name.
func defdelegateForm(c *compiler, n *syntax.Call, _ bool) thunk {
	if len(n.Args) != 2 {
		return nil
	}
	c.assertModule(n, 2)
	options, _ := n.Args[1].(*syntax.Keywords)
	h := c.definitionHead(n.Args[0])
	var to syntax.Node
	name := h.name
	if options != nil {
		for _, p := range options.Pairs {
			key, _ := p.Key.(*syntax.Atom)
			switch value := p.Value.(type) {
			case *syntax.Atom:
				if key != nil && key.Name == "as" {
					name = value.Name
					continue
				}
			}
			if key != nil && key.Name == "to" {
				to = p.Value
			}
		}
	}
	if to == nil {
		c.failArgument("expected to: to be given as argument")
	}
	args, _ := c.splitDefaults(h.args)
	call := &syntax.Call{Pos: n.Pos, Target: to, Name: name, Args: args, Parens: true}
	def := &syntax.Call{Pos: n.Pos, Name: "def", Args: []syntax.Node{n.Args[0]},
		Do: &syntax.DoBlock{Pos: n.Pos, Sections: []syntax.Section{{Pos: n.Pos, Name: "do", Body: call}}}}
	define := defForm(c, def, false)
	return func(m *machine) (term.Term, error) {
		value, err := define(m)
		if defined, ok := value.(term.Tuple); ok {
			value = term.List(defined)
		}
		return value, err
	}
}

// guardMacro is a defguard: its body is compiled where it is called.
type guardMacro struct {
	params  []string
	body    syntax.Node
	context *context
	private bool
	pos     syntax.Pos
}

// defguardForm compiles defguard name(params) when guard.
func defguardForm(c *compiler, n *syntax.Call, _ bool) thunk {
	if len(n.Args) != 1 {
		return nil
	}
	c.assertModule(n, 1)
	h := c.definitionHead(n.Args[0])
	if h.guard == nil {
		c.failArgument("invalid syntax in defguard %s", syntaxText(n.Args[0]))
	}
	macro := &guardMacro{body: h.guard, context: c.context, private: n.Name == "defguardp", pos: n.Pos}
	for _, p := range h.args {
		v, ok := p.(*syntax.Var)
		if !ok {
			c.failArgument("invalid syntax in defguard %s, only variables are allowed", syntaxText(n.Args[0]))
		}
		macro.params = append(macro.params, v.Name)
	}
	key := code.Key{Name: h.name, Arity: len(h.args)}
	c.module.guards[key] = macro
	c.ev.defineGuard(c.module.name, key, macro)
	return constant(term.Tuple{term.Atom(h.name), term.Int(len(h.args))})
}
