package eval

import (
	"fmt"

	"gex/interp/syntax"
	"gex/runtime/code"
	"gex/runtime/inspect"
	"gex/runtime/process"
	"gex/runtime/term"
)

// Runtime is what compiled code runs on.
type Runtime machine

// Self returns the process that runs.
func (r *Runtime) Self() *process.Process { return r.self }

// MacroCall is a call of a macro while it is compiled. Its methods compile the
// arguments in the place where the call stands; they end the compilation with
// a CompileError if they cannot.
type MacroCall struct {
	Node *syntax.Call
	// Args are the arguments, a do block as the last one.
	Args []syntax.Node
	c    *compiler
}

// Self returns the process that compiles.
func (call *MacroCall) Self() *process.Process { return call.c.self }

// Expr compiles an expression.
func (call *MacroCall) Expr(n syntax.Node) Code {
	compiled := call.c.expr(n, false)
	return func(r *Runtime) (term.Term, error) { return compiled((*machine)(r)) }
}

// Module returns the module that the call stands in, "" if in none.
func (call *MacroCall) Module() term.Atom {
	if call.c.module == nil {
		return ""
	}
	return call.c.module.name
}

// Temporary is a value that compiled code computes once and reads by Node.
type Temporary struct {
	Node syntax.Node
	Eval Code
}

// Temporary compiles an expression whose value has no name in the source.
func (call *MacroCall) Temporary(n syntax.Node) Temporary {
	value := call.c.expr(n, false)
	scope := call.c.scope
	slot := scope.slot()
	name := fmt.Sprintf("temporary %d", slot)
	if scope.vars == nil {
		scope.vars = make(map[string]*variable)
	}
	scope.vars[name] = &variable{name: name, slot: slot, used: true}
	return Temporary{
		Node: &syntax.Var{Pos: n.Position(), Name: name},
		Eval: func(r *Runtime) (term.Term, error) {
			m := (*machine)(r)
			v, err := value(m)
			m.slots[slot] = v
			return v, err
		},
	}
}

// Literal returns the value of an expression that is known now.
func (call *MacroCall) Literal(n syntax.Node) (term.Term, bool) {
	if value, ok := call.c.literal(n); ok {
		return value, true
	}
	if v, ok := n.(*syntax.Var); ok {
		return call.c.env.Lookup(v.Name)
	}
	return nil, false
}

// Matcher is a compiled pattern with its guard. It binds the variables of the
// pattern and reports whether the value matched.
type Matcher func(r *Runtime, value term.Term) bool

// Pattern compiles pattern or pattern when guard. The variables of the pattern
// are visible in the code after the call.
func (call *MacroCall) Pattern(n syntax.Node) Matcher {
	match, guard := call.c.guardedPattern(n)
	return func(r *Runtime, value term.Term) bool {
		m := (*machine)(r)
		return match(m, value) && (guard == nil || guard(m))
	}
}

// Pins returns the pinned variables of a pattern with their values, in order,
// for messages about values that did not match.
func (call *MacroCall) Pins(n syntax.Node) func(r *Runtime) []Binding {
	var names []string
	var values []thunk
	syntax.Visit(n, func(n syntax.Node) {
		pin, ok := n.(*syntax.Pin)
		if !ok {
			return
		}
		if v, ok := pin.X.(*syntax.Var); ok {
			names = append(names, v.Name)
			values = append(values, call.c.expr(v, false))
		}
	})
	return func(r *Runtime) []Binding {
		pins := make([]Binding, len(names))
		for i, name := range names {
			value, err := values[i]((*machine)(r))
			if err == nil {
				pins[i] = Binding{name, value}
			}
		}
		return pins
	}
}

// Alias resolves an alias as it is written where the call stands.
func (call *MacroCall) Alias(n syntax.Node) (term.Atom, bool) { return call.c.constantAlias(n) }

// File returns the name of the source that is compiled.
func (call *MacroCall) File() string { return call.c.file }

// Fail ends the compilation with a CompileError at the call.
func (call *MacroCall) Fail(format string, args ...any) {
	call.c.fail(call.Node.Pos, "%s", fmt.Sprintf(format, args...))
}

// macro expands a call of a macro: of the shell, or a defguard.
func (c *compiler) macro(n *syntax.Call, tail bool) (thunk, bool) {
	args := c.arguments(n)
	key := code.Key{Name: n.Name, Arity: len(args)}
	if guard := c.visibleGuard(key); guard != nil {
		return c.inlineGuard(guard, args), true
	}
	if tree, ok := c.expandBare(n, args); ok {
		module, _ := c.visibleMacro(key)
		return c.expanded(n.Pos, module, key, tree, tail), true
	}
	macro := c.libraryMacro(key)
	if macro == nil || c.definesLocal(key) {
		return nil, false
	}
	expanded, compiled, err := macro(&MacroCall{Node: n, Args: args, c: c})
	switch {
	case err != nil:
		panic(bail{err: err})
	case expanded != nil:
		return c.expr(expanded, tail), true
	}
	return func(m *machine) (term.Term, error) {
		value, err := compiled((*Runtime)(m))
		if err != nil {
			return m.fail(n.Line, err)
		}
		return value, nil
	}, true
}

// libraryMacro finds a macro of the shell or of an imported module of the library.
func (c *compiler) libraryMacro(key code.Key) Macro {
	if macro := c.ev.options.Macros[key]; macro != nil {
		return macro
	}
	for i := len(c.context.imports) - 1; i >= 0; i-- {
		rule := c.context.imports[i]
		if macro := c.ev.options.Imported[rule.module][key]; macro != nil && rule.takes(key) {
			c.usedImport(rule.module, key)
			return macro
		}
	}
	return nil
}

// expandMacro expands a call in a pattern.
func (c *compiler) expandMacro(n *syntax.Call) (syntax.Node, bool) {
	c.matching = true
	defer func() { c.matching = false }()
	if n.Target == nil {
		if tree, ok := c.expandBare(n, n.Args); ok {
			return tree, true
		}
	} else if module, ok := c.constantAlias(n.Target); ok {
		key := code.Key{Name: n.Name, Arity: len(n.Args)}
		if macro := c.remoteMacro(module, key); macro != nil {
			return c.expandUser(n.Pos, module, key, macro, n.Args), true
		}
	}
	macro := c.ev.options.Macros[code.Key{Name: n.Name, Arity: len(n.Args)}]
	if macro == nil || n.Target != nil {
		return nil, false
	}
	expanded, _, err := macro(&MacroCall{Node: n, Args: n.Args, c: c})
	if err != nil {
		panic(bail{err: err})
	}
	return expanded, expanded != nil
}

// defineGuard makes a defguard known to other modules.
func (ev *Evaluator) defineGuard(module term.Atom, key code.Key, macro *guardMacro) {
	if ev.guards[module] == nil {
		ev.guards[module] = make(map[code.Key]*guardMacro)
	}
	ev.guards[module][key] = macro
}

// guardOf returns the public defguard of a module, or nil.
func (ev *Evaluator) guardOf(module term.Atom, key code.Key) *guardMacro {
	macro := ev.guards[module][key]
	if macro == nil || macro.private {
		return nil
	}
	return macro
}

// visibleGuard finds a defguard by its bare name.
func (c *compiler) visibleGuard(key code.Key) *guardMacro {
	if c.module != nil && c.module.guards[key] != nil {
		c.module.expands(key)
		return c.module.guards[key]
	}
	for _, rule := range c.context.imports {
		if macro := c.ev.guardOf(rule.module, key); macro != nil && c.takes(rule, key) {
			c.usedImport(rule.module, key)
			return macro
		}
	}
	return nil
}

// inlineGuard compiles the body of a defguard with its parameters bound.
func (c *compiler) inlineGuard(macro *guardMacro, args []syntax.Node) thunk {
	values := c.exprs(args)
	slots := make([]int, len(values))
	scope, context := c.scope, c.context
	c.scope, c.context = newScope(c.scope.fn), macro.context
	for i, name := range macro.params {
		slots[i] = c.scope.slot()
		c.scope.declare(&variable{name: name, slot: slots[i], used: true})
	}
	body := c.expr(macro.body, false)
	c.scope, c.context = scope, context
	return func(m *machine) (term.Term, error) {
		for i, value := range values {
			v, err := value(m)
			if err != nil {
				return nil, err
			}
			m.slots[slots[i]] = v
		}
		return body(m)
	}
}

func inspectName(name string) string { return inspect.CallText(term.Atom(name)) }
