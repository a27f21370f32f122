package eval

import (
	"slices"
	"strings"

	"gex/interp/syntax"
	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// protocol is what a module that defprotocol makes has beside its functions.
type protocol struct {
	functions []code.Key
}

// libraryProtocols are the protocols that the library implements itself.
var libraryProtocols = map[term.Atom]bool{
	"Elixir.String.Chars": true, "Elixir.Inspect": true, "Elixir.Enumerable": true, "Elixir.Collectable": true,
	"Elixir.List.Chars": true,
}

// defprotocolForm compiles defprotocol Name do heads end.
func defprotocolForm(c *compiler, n *syntax.Call, _ bool) thunk {
	return c.moduleForm(n, func(mod *module) { mod.protocol = &protocol{} })
}

// defineDispatch defines a function of a protocol: it calls the function of
// the same name in the implementation for its first argument.
func (c *compiler) defineDispatch(n *syntax.Call, def *clauses) {
	mod, key := c.module, def.key
	if key.Arity == 0 {
		panic(bail{err: exception.ArgumentError("protocol functions expect at least one argument").In(
			expandingMacro("Elixir.Protocol", "def", 1), exception.Frame{Module: c.module.name, Function: "__MODULE__", File: c.file, Line: n.Line})})
	}
	mod.protocol.functions = append(mod.protocol.functions, key)
	fn, line, name := def.fn, n.Line, mod.name
	protocolLine, file := mod.line, mod.file
	def.fn.body = func(m *machine) (term.Term, error) {
		args := slices.Clone(m.slots[:fn.arity])
		impl, ok, err := m.ev.implementation(name, args[0])
		if err == nil && !ok {
			err = noProtocolOf(name, args[0]).In(implFrame(name, file, protocolLine))
		}
		if err != nil {
			return m.fail(line, err)
		}
		found := m.ev.table.Function(impl, key.Name, key.Arity)
		if found == nil {
			return m.fail(line, code.Undef(impl, key.Name, args))
		}
		if compiled := m.ev.compiled[found]; compiled != nil {
			m.tail = tailCall{fn: compiled, args: args}
			return nil, nil
		}
		m.outside()
		value, err := found.Call(m.self, args)
		if err != nil {
			return m.fail(line, err)
		}
		return value, nil
	}
}

func implFrame(name term.Atom, file string, line int) exception.Frame {
	return exception.Frame{Module: name, Function: "impl_for!", Arity: 1, File: file, Line: line}
}

func noProtocolOf(name term.Atom, value term.Term) *exception.Error {
	return exception.Raise(exception.Struct("Protocol.UndefinedError",
		term.Pair{Key: term.Atom("protocol"), Value: name},
		term.Pair{Key: term.Atom("value"), Value: value},
		term.Pair{Key: term.Atom("description"), Value: term.Binary("")}))
}

// implementation finds the module that implements a protocol for a value, if
// there is one. It is an error if the protocol falls back to Any, for which
// nothing implements it.
func (ev *Evaluator) implementation(name term.Atom, value term.Term) (term.Atom, bool, error) {
	impl := implName(name, typeName(value))
	if ev.table.Module(impl) != nil {
		return impl, true, nil
	}
	if of, ok := structName(value); ok && ev.derives(of, name) {
		return implName(name, term.Alias("Any")), true, nil
	}
	made := ev.table.Module(name)
	if made == nil {
		return "", false, nil
	}
	for _, a := range made.Attributes {
		if a.Key == term.Term(term.Atom("fallback_to_any")) && a.Value == trueTerm {
			impl = implName(name, term.Alias("Any"))
			if ev.table.Module(impl) == nil {
				return "", false, code.Undef(impl, "__impl__", []term.Term{term.Atom("target")})
			}
			return impl, true, nil
		}
	}
	return "", false, nil
}

// derives reports whether the module of a struct has @derive for a protocol.
func (ev *Evaluator) derives(of, protocol term.Atom) bool {
	made := ev.table.Module(of)
	if made == nil {
		return false
	}
	for _, a := range made.Attributes {
		if a.Key == term.Term(term.Atom("derive")) {
			return slices.ContainsFunc(derivedProtocols(a.Value), func(p term.Atom) bool { return p == protocol })
		}
	}
	return false
}

// derivedProtocols are the protocols in the values of @derive: P, {P, options}
// and lists of them.
func derivedProtocols(value term.Term) []term.Atom {
	switch value := value.(type) {
	case term.Atom:
		return []term.Atom{value}
	case term.Tuple:
		if len(value) == 2 {
			return derivedProtocols(value[0])
		}
	case *term.Cons:
		var all []term.Atom
		for e := range term.Elements(value) {
			all = append(all, derivedProtocols(e)...)
		}
		return all
	}
	return nil
}

// checkDerived fails if a protocol of @derive does not exist or cannot be
// derived.
func (mod *module) checkDerived(table *code.Table) error {
	a := mod.attributes["derive"]
	if a == nil {
		return nil
	}
	for _, protocol := range derivedProtocols(a.value) {
		missing, frame := protocol, exception.Frame{Module: "Elixir.Protocol", Function: "assert_protocol!", Arity: 2, File: "lib/protocol.ex", Line: 323}
		derive := 1004
		if libraryProtocols[protocol] {
			continue
		}
		if table.Module(protocol) != nil {
			missing, derive = implName(protocol, term.Alias("Any")), 1006
			frame.Function, frame.Arity, frame.Line = "assert_impl!", 3, 354
		}
		if table.Module(missing) == nil {
			return exception.ArgumentError("could not load module %s due to reason :nofile, cannot derive %s for %s", aliasText(missing),
				aliasText(protocol), aliasText(mod.name)).In(frame,
				exception.Frame{Module: "Elixir.Protocol", Function: "derive", Arity: 5, File: "lib/protocol.ex", Line: derive},
				exception.Frame{Module: "lists", Function: "foreach_1", Arity: 2, File: "lists.erl", Line: 1442},
				exception.Frame{Module: "Elixir.Protocol", Function: "__derive__", Arity: 3, File: "lib/protocol.ex", Line: 997})
		}
	}
	return nil
}

// implName is the module of an implementation: Size.BitString.
func implName(protocol, of term.Atom) term.Atom {
	return protocol + "." + term.Atom(strings.TrimPrefix(string(of), "Elixir."))
}

// typeName is the module that stands for the type of a value in protocols.
func typeName(value term.Term) term.Atom {
	if name, ok := structName(value); ok {
		return name
	}
	name := "Any"
	switch value := value.(type) {
	case term.Atom:
		name = "Atom"
	case term.Int, *term.Big:
		name = "Integer"
	case term.Float:
		name = "Float"
	case term.Binary, *term.Bits:
		name = "BitString"
	case term.Tuple:
		name = "Tuple"
	case term.EmptyList, *term.Cons:
		name = "List"
	case *term.Map:
		name = "Map"
	case term.PID:
		name = "PID"
	case term.Ref:
		name = "Reference"
	case *term.Fun:
		name = "Function"
	case *term.Native:
		name = value.Name
	}
	return term.Alias(name)
}

// addProtocol adds the functions that every protocol has.
func (c *compiler) addProtocol(made *code.Module) {
	mod, ev := c.module, c.ev
	if len(mod.protocol.functions) == 0 {
		c.warnModule(syntax.Pos{Line: mod.line}, "protocols must define at least one function, but none was defined")
	}
	add := func(name string, call process.Func) {
		made.Add(&code.Function{Name: name, Arity: 1, Call: call, Line: mod.line})
	}
	add("impl_for", func(_ *process.Process, args []term.Term) (term.Term, error) {
		impl, ok, err := ev.implementation(mod.name, args[0])
		if err == nil && !ok {
			return term.Nil, nil
		}
		return impl, err
	})
	add("impl_for!", func(_ *process.Process, args []term.Term) (term.Term, error) {
		impl, ok, err := ev.implementation(mod.name, args[0])
		if err == nil && !ok {
			err = noProtocolOf(mod.name, args[0]).In(implFrame(mod.name, mod.file, mod.line))
		}
		return impl, err
	})
	add("__protocol__", func(_ *process.Process, args []term.Term) (term.Term, error) {
		switch args[0] {
		case term.Term(term.Atom("functions")):
			var pairs []term.Pair
			for _, key := range mod.protocol.functions {
				pairs = append(pairs, term.Pair{Key: term.Atom(key.Name), Value: term.Int(key.Arity)})
			}
			return term.Keyword(pairs...), nil
		case term.Term(term.Atom("module")):
			return mod.name, nil
		case term.Term(term.Atom("consolidated?")):
			return falseTerm, nil
		case term.Term(term.Atom("impls")):
			return term.Atom("not_consolidated"), nil
		}
		return term.Nil, nil
	})
}

// defimplForm compiles defimpl Protocol, for: Type do ... end.
func defimplForm(c *compiler, n *syntax.Call, _ bool) thunk {
	args, sections := syntax.Sections(n.Args, n.Do)
	if len(sections) == 0 || len(args) == 0 || len(args) > 2 {
		return nil
	}
	name, ok := c.constantAlias(args[0])
	if !ok {
		c.fail(n.Pos, "invalid argument for defimpl, expected a protocol, got: %s", syntaxText(args[0]))
	}
	types, several := c.implTypes(n, args)
	var defined []thunk
	for _, of := range types {
		defined = append(defined, c.defineImpl(n, name, of, sections[0].Body))
	}
	if !several {
		return defined[0]
	}
	return func(m *machine) (term.Term, error) {
		values, err := m.values(defined)
		return term.List(values...), err
	}
}

// implTypes are the types after for:, or the module around.
func (c *compiler) implTypes(n *syntax.Call, args []syntax.Node) (types []term.Atom, several bool) {
	of := option(args, "for")
	if of == nil {
		if c.module == nil {
			protocolFrame := func(function string, arity, line int) exception.Frame {
				return exception.Frame{Module: "Elixir.Protocol", Function: function, Arity: arity, File: "lib/protocol.ex", Line: line}
			}
			panic(bail{err: exception.ArgumentError("defimpl/3 expects a :for option when declared outside a module").In(
				protocolFrame("-__impl__/4-fun-0-", 1, 931),
				exception.Frame{Module: "Elixir.Keyword", Function: "pop_lazy", Arity: 3, File: "lib/keyword.ex", Line: 1344},
				protocolFrame("__impl__", 4, 929), expandingMacro(kernel, "defimpl", len(c.arguments(n))), c.here(n.Pos))})
		}
		return []term.Atom{c.module.name}, false
	}
	list, several := of.(*syntax.List)
	if !several {
		list = &syntax.List{Elems: []syntax.Node{of}}
	}
	for _, e := range list.Elems {
		name, ok := c.constantAlias(e)
		if !ok {
			c.fail(n.Pos, "invalid :for of defimpl: %s", syntaxText(e))
		}
		types = append(types, name)
	}
	return types, several
}

// defineImpl compiles the module of an implementation for one type.
func (c *compiler) defineImpl(n *syntax.Call, name, of term.Atom, body syntax.Node) thunk {
	inner := *c
	context := *c.context
	inner.context = &context
	inner.preset = func(mod *module) {
		mod.attributes["protocol"] = &attribute{value: name, read: true}
		mod.attributes["for"] = &attribute{value: of, read: true}
		mod.addBehaviour(name)
		mod.implements = name
	}
	return func(m *machine) (term.Term, error) {
		if m.ev.table.Module(name) == nil && !libraryProtocols[name] {
			return m.fail(n.Line, exception.ArgumentError("could not load module %s due to reason :nofile", aliasText(name)).In(
				exception.Frame{Module: term.Alias("Protocol"), Function: "assert_protocol!", Arity: 2, File: "lib/protocol.ex", Line: 323}))
		}
		if made := m.ev.table.Module(name); made != nil && !libraryProtocols[name] && made.Functions[code.Key{Name: "__protocol__", Arity: 1}] == nil {
			return m.fail(noFrame, exception.ArgumentError("%s is not a protocol", aliasText(name)).In(
				exception.Frame{Module: term.Alias("Protocol"), Function: "assert_protocol!", Arity: 2, File: "lib/protocol.ex", Line: 330}))
		}
		value, err := inner.defineModule(m, n, implName(name, of), body, nil)
		if err != nil {
			return m.fail(n.Line, err)
		}
		return value, nil
	}
}

// warnImplementation reports the functions that an implementation misses.
func (c *compiler) warnImplementation(pos syntax.Pos) {
	made := c.ev.table.Module(c.module.implements)
	if made == nil || c.ev.options.Warn == nil {
		return
	}
	for _, f := range made.Exports() {
		key := code.Key{Name: f.Name, Arity: f.Arity}
		own := key.Arity == 1 && (strings.HasPrefix(key.Name, "impl_for") || key.Name == "__protocol__")
		if !own && c.module.clauses[key] == nil {
			c.ev.options.Warn(c.self, Warning{
				Message: "function " + keyText(key) + " required by protocol " + aliasText(made.Name) +
					" is not implemented (in module " + aliasText(c.module.name) + ")",
				File: c.file, Line: pos.Line, Place: aliasText(c.module.name) + " (module)",
			})
		}
	}
}
