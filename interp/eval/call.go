package eval

import (
	"slices"

	"gex/interp/syntax"
	"gex/runtime/code"
	"gex/runtime/term"
)

// call compiles a call by name: a special form, a macro of the shell, a local,
// imported or remote function, or the field of a map.
func (c *compiler) call(n *syntax.Call, tail bool) thunk {
	if n.Target != nil {
		return c.qualified(n, tail)
	}
	c.unambiguousSign(n)
	form := specialForms[n.Name]
	if arities := kernelMacros[n.Name]; form != nil && arities != nil {
		arity := len(c.arguments(n))
		if c.outsideKernel(n.Pos, n.Name, arity) || n.Do != nil && !slices.Contains(arities, arity) {
			form = nil
		}
	}
	if form != nil && n.Do != nil && !takesBlock[n.Name] {
		n = &syntax.Call{Pos: n.Pos, Name: n.Name, Args: c.arguments(n)}
	}
	if form != nil {
		if t := form(c, n, tail); t != nil {
			return t
		}
	}
	if t, ok := c.macro(n, tail); ok {
		return t
	}
	if c.imports(recordModule) {
		if t := c.recordForm(n, tail); t != nil {
			return t
		}
	}
	return c.localCall(n.Pos, n.Name, c.arguments(n), tail)
}

// takesBlock are the forms for which a do block is more than their last argument.
var takesBlock = map[string]bool{
	"if": true, "unless": true, "case": true, "cond": true, "with": true, "for": true, "receive": true, "try": true, "quote": true,
	"super": true, "dbg": true, "__block__": true, "defmodule": true, "defprotocol": true, "defimpl": true, "def": true, "defp": true,
	"defmacro": true, "defmacrop": true, "defguard": true, "defguardp": true, "defdelegate": true, "defstruct": true,
	"defexception": true, "defoverridable": true,
}

// unambiguousSign fails for f -1 where f is a variable: the parser has taken it
// for a call.
func (c *compiler) unambiguousSign(n *syntax.Call) {
	if n.Parens || n.Do != nil || len(n.Args) != 1 {
		return
	}
	sign, ok := n.Args[0].(*syntax.Unary)
	if !ok || sign.Op != "-" && sign.Op != "+" {
		return
	}
	if _, bound := c.env.Lookup(n.Name); c.scope.lookup(n.Name) == nil && !(bound && c.module == nil) {
		return
	}
	arg := syntaxText(sign)
	c.fail(n.Pos, "\"%s %s\" looks like a function call but there is a variable named \"%s\". If you want to perform a function call, use parentheses:\n\n"+
		"    %s(%s)\n\nIf you want to perform an operation on the variable %s, use spaces around the unary operator", n.Name, arg, n.Name, n.Name, arg, n.Name)
}

// arguments are those of a call with its do block as the last one.
func (c *compiler) arguments(n *syntax.Call) []syntax.Node {
	if n.Do == nil {
		return n.Args
	}
	pairs := make([]*syntax.Pair, len(n.Do.Sections))
	for i, s := range n.Do.Sections {
		pairs[i] = &syntax.Pair{Pos: s.Pos, Key: &syntax.Atom{Pos: s.Pos, Name: s.Name}, Value: s.Body}
	}
	return append(n.Args[:len(n.Args):len(n.Args)], &syntax.Keywords{Pos: n.Do.Pos, Pairs: pairs})
}

// formsWithoutArguments are the special forms that a bare name may stand for.
var formsWithoutArguments = map[string]bool{"binding": true, "super": true, "dbg": true}

// bareName compiles a name without arguments that is no variable.
func (c *compiler) bareName(n *syntax.Var, tail bool) thunk {
	name := plainName(n.Name)
	call := &syntax.Call{Pos: n.Pos, Name: name}
	if _, known := c.ev.options.Macros[code.Key{Name: name}]; known || formsWithoutArguments[name] {
		if name == "super" {
			c.warnBareCall(n.Pos, name)
		}
		return c.call(call, tail)
	}
	key := code.Key{Name: name}
	if module, macro := c.visibleMacro(key); macro != nil {
		if c.module != nil && module == c.module.name {
			c.warnBareCall(n.Pos, name)
		}
		return c.call(call, tail)
	}
	_, imported := c.imported(key)
	if called := n.Called || c.env.atPrompt && n.Name == name; !called || c.definesLocal(key) || !imported && intrinsics[key] == nil {
		c.warnBareCall(n.Pos, name)
	}
	return c.localCall(n.Pos, name, nil, tail)
}

func (c *compiler) warnBareCall(pos syntax.Pos, name string) {
	c.warn(pos, "variable %q does not exist and is being expanded to \"%s()\", please use parentheses "+
		"to remove the ambiguity or change the variable name", name, name)
}

// localCall compiles a call of a function by its bare name.
func (c *compiler) localCall(pos syntax.Pos, name string, args []syntax.Node, tail bool) thunk {
	key := code.Key{Name: name, Arity: len(args)}
	c.outsideKernel(pos, name, len(args))
	if c.definesLocal(key) {
		if module, ok := c.imported(key); ok { // which Elixir would call, and then refuses
			c.module.usedImports[key] = module
		}
		return c.callFunction(pos, c.module.function(key, pos, c.define), args, tail)
	}
	if c.define != nil || c.known(key) {
		c.noClauses(pos, name, args)
	}
	if module, ok := c.imported(key); ok {
		if !standingImport(c.context.imports, module) {
			c.unambiguous(pos, key)
		}
		if c.module != nil {
			c.module.usedImports[key] = module
		}
		if t := c.intrinsic(pos, module, key, args); t != nil {
			return t
		}
		return c.remoteCall(pos, module, name, args, tail)
	}
	if c.importsKernel(key) {
		if t := c.intrinsic(pos, kernel, key, args); t != nil {
			return t
		}
	}
	if c.module == nil || c.define == nil {
		c.fail(pos, "undefined function %s/%d (there is no such import)", name, len(args))
	}
	return c.callFunction(pos, c.module.function(key, pos, c.define), args, tail)
}

// known reports whether a bare name is that of a function elsewhere.
func (c *compiler) known(key code.Key) bool {
	_, imported := c.imported(key)
	return imported || c.inKernel(key) && c.importsKernel(key)
}

// noClauses fails for the clauses of a do block that a function is given, which
// only macros can handle: the block belongs to the call furthest out.
func (c *compiler) noClauses(pos syntax.Pos, name string, args []syntax.Node) {
	if len(args) == 0 {
		return
	}
	options, ok := args[len(args)-1].(*syntax.Keywords)
	if !ok {
		return
	}
	for _, p := range options.Pairs {
		if _, isStab := p.Value.(*syntax.Stab); isStab {
			c.fail(pos, "the function %q cannot handle clauses with the -> operator because it is not a macro. "+
				"Please make sure you are invoking the proper name and that it is a macro", name)
		}
	}
}

func (c *compiler) definesLocal(key code.Key) bool {
	return c.module != nil && c.define != nil && c.module.clauses[key] != nil
}

// imported finds the module that a bare name is imported from; the import
// that came last counts.
func (c *compiler) imported(key code.Key) (term.Atom, bool) {
	for i := len(c.context.imports) - 1; i >= 0; i-- {
		rule := c.context.imports[i]
		if c.takes(rule, key) && c.ev.table.Exports(rule.module, key.Name, key.Arity) {
			c.usedImport(rule.module, key)
			return rule.module, true
		}
	}
	return "", false
}

// callFunction compiles a call of a function of the module being defined.
func (c *compiler) callFunction(pos syntax.Pos, fn *function, args []syntax.Node, tail bool) thunk {
	if c.guard {
		c.fail(pos, "cannot find or invoke local %s/%d inside guards. Only macros can be invoked in a guards and they must "+
			"be defined before their invocation. Called as: %s", fn.name, len(args),
			syntaxText(&syntax.Call{Name: fn.name, Args: args, Parens: true}))
	}
	c.noClauses(pos, fn.name, args)
	call := localCall{fn, c.exprs(args), pos.Line}
	if tail {
		return call.tail
	}
	return call.run
}

// callable reports whether a value is a function of so many arguments.
func callable(fun term.Term, arity int) bool {
	f, ok := fun.(*term.Fun)
	return ok && f.Arity == arity
}

type localCall struct {
	fn   *function
	args []thunk
	line int
}

// run calls the function; its frame is filled in place.
func (s localCall) run(m *machine) (term.Term, error) {
	stack, top, slots := m.stack, m.top, m.slots
	frame := m.push(s.fn.size)
	for i, arg := range s.args {
		value, err := arg(m)
		if err != nil {
			m.stack, m.top = stack, top
			return nil, err
		}
		frame[i] = value
	}
	m.slots = frame
	value, err := s.fn.run(m)
	m.stack, m.top, m.slots = stack, top, slots
	if err != nil {
		m.line = s.line
	}
	return value, err
}

// tail notes the call; the arguments stay above the frame until it is replaced.
func (s localCall) tail(m *machine) (term.Term, error) {
	args, err := m.pushValues(s.args)
	if err != nil {
		return nil, err
	}
	m.tail = tailCall{fn: s.fn, args: args}
	return nil, nil
}

// pushValues runs thunks into slots above the stack's top, where they are safe
// until the next push.
func (m *machine) pushValues(thunks []thunk) ([]term.Term, error) {
	stack, top := m.stack, m.top
	values := m.push(len(thunks))
	for i, t := range thunks {
		value, err := t(m)
		if err != nil {
			m.stack, m.top = stack, top
			return nil, err
		}
		values[i] = value
	}
	m.stack, m.top = stack, top
	return values, nil
}

// anonCall compiles fun.(args).
func (c *compiler) anonCall(n *syntax.AnonCall, tail bool) thunk {
	beside := c.siblings()
	fun, args, line, inPrompt := beside.expr(n.Fun), beside.exprs(n.Args), n.Line, c.scope.fn.inPrompt
	beside.done()
	if value, ok := c.literal(n.Fun); ok && isAtom(value) {
		c.fail(n.Pos, "invalid function call :%s.()", string(value.(term.Atom)))
	} else if ok {
		c.remark(n.Pos, "invalid function call")
	}
	if c.guard {
		c.fail(n.Pos, notInGuard, "anonymous call")
	}
	prepare := func(m *machine) (term.Term, []term.Term, error) {
		f, err := fun(m)
		if err != nil {
			return nil, nil, err
		}
		values, err := m.values(args)
		return f, values, err
	}
	if tail {
		return func(m *machine) (term.Term, error) {
			f, values, err := prepare(m)
			if err != nil {
				return nil, err
			}
			if inPrompt && !callable(f, len(values)) {
				_, err := code.Call(m.self, f, values...)
				return m.fail(line, framed(err, frameOfBadArity))
			}
			return m.applyTail(f, values, line)
		}
	}
	caller := c.scope.fn.function
	return func(m *machine) (term.Term, error) {
		f, values, err := prepare(m)
		if err != nil {
			return nil, err
		}
		if caller != nil && !inPrompt && !callable(f, len(values)) {
			// The call that cannot be made has a frame, and so has who waits for it.
			_, err := code.Call(m.self, f, values...)
			return m.fail(line, framed(err, caller.frame(line)))
		}
		return m.apply(f, values, line)
	}
}
