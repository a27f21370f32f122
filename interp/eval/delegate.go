package eval

import (
	"gex/interp/syntax"
	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/term"
)

// defdelegateForm compiles defdelegate f(args), to: Module, as: :name.
func defdelegateForm(c *compiler, n *syntax.Call, _ bool) thunk {
	if len(n.Args) != 2 {
		return nil
	}
	c.assertModule(n, 2)
	d := c.delegation(n)
	call := &syntax.Call{Pos: n.Pos, Target: d.to, Name: d.as, Args: d.args, Parens: true}
	def := &syntax.Call{Pos: n.Pos, Name: "def", Args: []syntax.Node{n.Args[0]},
		Do: &syntax.DoBlock{Pos: n.Pos, Sections: []syntax.Section{{Pos: n.Pos, Name: "do", Body: call}}}}
	var define thunk
	if d.wrong == nil {
		define = defForm(c, def, false)
	}
	return func(m *machine) (term.Term, error) {
		if d.wrong != nil {
			return m.fail(n.Line, d.wrong)
		}
		value, err := define(m)
		if defined, ok := value.(term.Tuple); ok {
			value = term.List(defined)
		}
		return value, err
	}
}

// delegation is what defdelegate says; wrong is what the body of the module
// fails with, or nil.
type delegation struct {
	to    syntax.Node
	as    string
	args  []syntax.Node
	wrong error
}

func (c *compiler) delegation(n *syntax.Call) delegation {
	h := c.definitionHead("def", n.Args[0])
	d := delegation{as: h.name}
	renamed := false
	for _, p := range keywordPairs(n.Args[1]) {
		key, _ := p.Key.(*syntax.Atom)
		if key == nil {
			continue
		}
		switch key.Name {
		case "as":
			if value, ok := p.Value.(*syntax.Atom); ok {
				d.as, renamed = value.Name, true
			}
		case "to":
			d.to = p.Value
		}
	}
	if d.to == nil {
		c.failArgument("expected to: to be given as argument")
	}
	d.args, _ = c.splitDefaults(h.args)
	to, _ := c.constantAlias(d.to)
	switch {
	case to == c.module.name && !renamed:
		d.wrong = exception.ArgumentError("defdelegate function is calling itself, which will lead to an infinite loop. " +
			"You should either change the value of the :to option or specify the :as option").In(utilsFrame("defdelegate_all", 3, 32))
	case h.guard != nil:
		d.wrong = c.inDelegate(n, exception.ArgumentError("guards are not allowed in defdelegate/2, got: when %s", syntaxText(h.guard)).In(
			utilsFrame("defdelegate_each", 2, 63)))
	default:
		for _, arg := range d.args {
			if _, ok := arg.(*syntax.Var); !ok && d.wrong == nil {
				d.wrong = c.inDelegate(n, exception.ArgumentError("defdelegate/2 only accepts function parameters, got: %s", syntaxText(arg)).In(
					utilsFrame("validate_arg", 1, 96), exception.Frame{Module: "lists", Function: "map", Arity: 2, File: "lists.erl", Line: 1315},
					utilsFrame("build_as_args", 2, 80), utilsFrame("defdelegate_each", 2, 74)))
			}
		}
	}
	return d
}

func utilsFrame(function string, arity, line int) exception.Frame {
	return exception.Frame{Module: "Elixir.Kernel.Utils", Function: function, Arity: arity, File: "lib/kernel/utils.ex", Line: line}
}

// inDelegate adds the frames of the loop that defdelegate makes.
func (c *compiler) inDelegate(n *syntax.Call, err error) error {
	return exception.In(err, exception.Frame{Module: bodyModule, Function: "-__MODULE__/1-fun-0-", Arity: 3, File: c.file, Line: n.Line},
		foldFrame)
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
	h := c.guardHead(n)
	if h.guard == nil {
		at := syntax.Pos{Line: n.Line}
		return func(*machine) (term.Term, error) { // a head, which no definition can follow
			key := code.Key{Name: macroName(h.name), Arity: len(h.args) + 1}
			def := &clauses{key: key, pos: at, private: n.Name == "defguardp"}
			c.module.order = append(c.module.order, def)
			return term.Tuple{term.Atom(h.name), term.Int(len(h.args))}, nil
		}
	}
	macro := &guardMacro{body: h.guard, context: c.context, private: n.Name == "defguardp", pos: n.Pos}
	for _, p := range h.args {
		macro.params = append(macro.params, p.(*syntax.Var).Name)
	}
	key := code.Key{Name: h.name, Arity: len(h.args)}
	c.checkGuard(macro, key)
	c.module.guards[key] = macro
	c.ev.defineGuard(c.module.name, key, macro)
	return constant(term.Tuple{term.Atom(h.name), term.Int(len(h.args))})
}

// guardHead takes the head of a defguard apart, which may have variables only.
func (c *compiler) guardHead(n *syntax.Call) (h signature) {
	c.expanding(n.Pos, n.Name, 1, func() {
		head := n.Args[0]
		if when, ok := head.(*syntax.Binary); ok && when.Op == "when" {
			head = when.Left
		}
		switch head := head.(type) {
		case *syntax.Call, *syntax.Var, *syntax.Binary, *syntax.Unary:
			h = c.definitionHead("def", n.Args[0])
		default:
			panic(bail{err: invalidGuard(head, kernelFrame("define_guard", 3, 5558))})
		}
		h.args, _ = c.splitDefaults(h.args)
		for _, p := range h.args {
			if _, ok := p.(*syntax.Var); !ok {
				panic(bail{err: invalidGuard(head, kernelFrame("-validate_variable_only_args!/2-fun-0-", 2, 5572),
					exception.Frame{Module: term.Alias("Enum"), Function: "-each/2-lists^foreach/1-0-", Arity: 2, File: "lib/enum.ex", Line: 975},
					kernelFrame("define_guard", 3, 5535))})
			}
		}
	})
	return h
}

func invalidGuard(head syntax.Node, frames ...exception.Frame) error {
	return exception.ArgumentError("invalid syntax in defguard %s", syntaxText(head)).In(frames...)
}

// checkGuard compiles the body of a defguard once where it is defined, so that
// what no guard may have is refused there.
func (c *compiler) checkGuard(macro *guardMacro, key code.Key) {
	inner := *c
	inner.scope = newScope(&fnScope{size: len(macro.params)})
	inner.define = &clauses{key: code.Key{Name: macroName(key.Name), Arity: key.Arity + 1}}
	for i, name := range macro.params {
		inner.scope.declare(&variable{name: name, slot: i, used: true})
	}
	if err := inner.catch(func() { inner.guardOf(macro.body) }); err != nil {
		const utils = "Elixir.Kernel.Utils"
		panic(bail{err: exception.In(err, exception.Frame{Module: utils, Function: "defguard", Arity: 3, File: "lib/kernel/utils.ex", Line: 322},
			expandingMacro(utils, "defguard", 2), exception.Frame{Module: c.module.name, Function: key.Name, Arity: key.Arity, File: c.file})})
	}
}
