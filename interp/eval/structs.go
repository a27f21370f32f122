package eval

import (
	"fmt"
	"slices"
	"strings"

	"gex/interp/syntax"
	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/inspect"
	"gex/runtime/process"
	"gex/runtime/term"
)

// structExpr compiles %Name{...} and %Name{base | ...}.
func (c *compiler) structExpr(n *syntax.Struct) thunk {
	keys, values, base := c.fields(n.Fields)
	name, fields := c.structFields(n, 1)
	if base != nil {
		return c.updateMap(structBase(name, base, n.Line), keys, values, n.Line)
	}
	c.checkEnforced(n, name)
	c.warnDuplicates(n.Fields)
	blank := term.NewMap(append(slices.Clone(fields), term.Pair{Key: term.Atom("__struct__"), Value: name})...)
	if len(keys) == 0 {
		return constant(blank)
	}
	return func(m *machine) (term.Term, error) {
		result := blank
		for i := range keys {
			key, err := keys[i](m)
			if err != nil {
				return nil, err
			}
			value, err := values[i](m)
			if err != nil {
				return nil, err
			}
			result = result.Put(key, value)
		}
		return result, nil
	}
}

// structBase checks that what is to be updated is a struct of the module.
func structBase(name term.Atom, base thunk, line int) thunk {
	return func(m *machine) (term.Term, error) {
		value, err := base(m)
		if err != nil {
			return nil, err
		}
		if _, ok := structOf(value, name); !ok {
			return m.fail(line, exception.Raise(term.Tuple{term.Atom("badstruct"), name, value}))
		}
		return value, nil
	}
}

// structFields finds the struct that a literal or pattern names and checks
// that it has the keys.
func (c *compiler) structFields(n *syntax.Struct, arity int) (term.Atom, []term.Pair) {
	name, ok := c.constantAlias(n.Name)
	if !ok {
		c.expr(n.Name, false)
		c.fail(n.Pos, "expected struct name to be a compile time atom or alias, got: %s", syntaxText(n.Name))
	}
	fields, ok := c.fieldsOf(name)
	if !ok {
		c.noStruct(n, name, arity)
	}
	for _, e := range n.Fields.Elems {
		pair, ok := e.(*syntax.Pair)
		if !ok {
			continue
		}
		key, ok := c.literal(pair.Key)
		if ok && !slices.ContainsFunc(fields, func(f term.Pair) bool { return f.Key == key }) {
			c.unknownField(name, arity, key, n)
		}
	}
	return name, fields
}

func (c *compiler) noStruct(n *syntax.Struct, name term.Atom, arity int) {
	text := aliasText(name)
	err := c.compileError(n.Pos, fmt.Sprintf("%s.__struct__/%d is undefined, cannot expand struct %s. Make sure the struct name is "+
		"correct. If the struct name exists and is correct but it still cannot be found, you likely have cyclic module usage in your code",
		text, arity, text))
	panic(bail{err: err.In(c.expandingStruct(name, arity, n.Pos)...)})
}

// expandingStruct are the frames of errors in a struct literal.
func (c *compiler) expandingStruct(name term.Atom, arity int, pos syntax.Pos) []exception.Frame {
	return []exception.Frame{
		{Module: name, Function: "__struct__", Arity: arity, File: "expanding struct"}, c.here(pos),
	}
}

func (c *compiler) unknownField(name term.Atom, arity int, key term.Term, n *syntax.Struct) {
	if n.Fields.Base != nil || arity == 0 {
		err := c.compileError(n.Pos, "unknown key "+show(key)+" for struct "+aliasText(name))
		panic(bail{err: err.In(c.expandingStruct(name, 0, n.Pos)...)})
	}
	err := exception.Raise(term.Tuple{term.Atom("badkey"), key})
	panic(bail{err: err.In(c.expandingStruct(name, 1, n.Pos)...)})
}

// fieldsOf returns the fields of a struct with their defaults, without
// __struct__.
func (c *compiler) fieldsOf(name term.Atom) ([]term.Pair, bool) {
	for mod := c.module; mod != nil; mod = mod.outer {
		if mod.name == name && mod.fields != nil {
			return mod.fields, true
		}
	}
	made := c.ev.table.Module(name)
	if made == nil {
		return nil, false
	}
	if made.Struct != nil {
		return made.Struct, true
	}
	return c.fieldsByCall(made)
}

// fieldsByCall asks __struct__/0 of a module of the library.
func (c *compiler) fieldsByCall(made *code.Module) ([]term.Pair, bool) {
	f := made.Functions[code.Key{Name: "__struct__"}]
	if f == nil {
		names, ok := inspect.StandardFields(made.Name)
		return nils(names...), ok
	}
	value, err := f.Call(c.self, nil)
	if err != nil {
		panic(bail{err: err})
	}
	m, ok := value.(*term.Map)
	if !ok {
		return nil, false
	}
	return m.Delete(term.Atom("__struct__")).Pairs(), true
}

// checkEnforced fails if a key of @enforce_keys is not given.
func (c *compiler) checkEnforced(n *syntax.Struct, name term.Atom) {
	var missing []string
	for _, key := range c.enforcedKeys(name) {
		given := slices.ContainsFunc(n.Fields.Elems, func(e syntax.Node) bool {
			pair, ok := e.(*syntax.Pair)
			if !ok {
				return false
			}
			k, _ := c.literal(pair.Key)
			return k == term.Term(key)
		})
		if !given {
			missing = append(missing, show(key))
		}
	}
	if len(missing) > 0 {
		err := exception.ArgumentError("the following keys must also be given when building struct %s: [%s]",
			aliasText(name), strings.Join(missing, ", "))
		panic(bail{err: err.In(c.expandingStruct(name, 1, n.Pos)...)})
	}
}

func (c *compiler) enforcedKeys(name term.Atom) []term.Atom {
	if c.module != nil && c.module.name == name {
		return c.module.enforced
	}
	if made := c.ev.table.Module(name); made != nil {
		return made.Enforced
	}
	return nil
}

// structPattern compiles %Name{...}, %name{} and %_{}.
func (p *patternScope) structPattern(n *syntax.Struct) pattern {
	structKey := term.Atom("__struct__")
	if _, ok := p.c.constantAlias(n.Name); ok {
		name, _ := p.c.structFields(n, 0)
		return p.mapPattern(n.Fields, []term.Pair{{Key: structKey, Value: name}})
	}
	name := p.compile(n.Name)
	fields := p.mapPattern(n.Fields, nil)
	return func(m *machine, value term.Term) bool {
		module, ok := structName(value)
		return ok && name(m, module) && fields(m, value)
	}
}

// argumentOf compiles what a macro of Kernel with one argument is given.
func (c *compiler) argumentOf(n *syntax.Call) (arg thunk) {
	c.expanding(n.Pos, n.Name, 1, func() { arg = c.expr(n.Args[0], false) })
	return arg
}

// defstructForm compiles defstruct fields.
func defstructForm(c *compiler, n *syntax.Call, _ bool) thunk {
	if len(n.Args) != 1 {
		return nil
	}
	c.assertModule(n, 1)
	mod, line, file := c.module, n.Line, c.file
	fields := c.argumentOf(n)
	return func(m *machine) (term.Term, error) {
		value, err := fields(m)
		if err != nil {
			return nil, err
		}
		if mod.fields != nil {
			return m.fail(line, exception.ArgumentError("defstruct has already been called for %s, defstruct can only be called "+
				"once per module", aliasText(mod.name)).In(defstructFrame(107)))
		}
		if err := mod.setFields(value); err != nil {
			return m.fail(line, err)
		}
		m.warnDuplicateFields(mod.fields, file, line)
		if err := mod.checkDerived(m.ev.table); err != nil {
			return m.fail(line, err)
		}
		if err := mod.checkInspect(); err != nil {
			return m.fail(noFrame, framed(err, exception.Frame{Module: mod.name, Function: "__MODULE__", File: file, Line: line}))
		}
		if derive := mod.attributes["derive"]; derive != nil {
			derive.read = true
		}
		return mod.emptyStruct(), nil
	}
}

// setFields takes the fields of defstruct: names, or names with defaults.
func (mod *module) setFields(value term.Term) error {
	elements, ok := term.Slice(value)
	if !ok {
		return exception.ArgumentError("struct fields definition must be list, got: %s", show(value)).In(defstructFrame(117))
	}
	fields := []term.Pair{}
	for _, e := range elements {
		field := term.Pair{Key: e, Value: term.Nil}
		if pair, ok := e.(term.Tuple); ok && len(pair) == 2 {
			field = term.Pair{Key: pair[0], Value: pair[1]}
		}
		if !isAtom(field.Key) {
			return exception.ArgumentError("struct field names must be atoms, got: %s", show(field.Key)).In(
				exception.Frame{Module: term.Alias("Kernel.Utils"), Function: "-defstruct/3-fun-0-", Arity: 1, File: "lib/kernel/utils.ex", Line: 135},
				exception.Frame{Module: "lists", Function: "map", Arity: 2, File: "lists.erl", Line: 1315}, defstructFrame(138))
		}
		if fun, ok := field.Value.(*term.Fun); ok && fun.Place != "" {
			return notEscaped(field, len(fields))
		}
		fields = append(fields, field)
	}
	var missing []term.Term
	for _, key := range mod.enforced {
		if !slices.ContainsFunc(fields, func(f term.Pair) bool { return f.Key == term.Term(key) }) {
			missing = append(missing, key)
		}
	}
	if len(missing) > 0 {
		return exception.ArgumentError("@enforce_keys required keys (%s) that are not defined in defstruct: %s",
			show(term.List(missing...)), show(term.Keyword(fields...))).In(defstructFrame(217))
	}
	mod.fields = fields
	return nil
}

// notEscaped is the error of a field, the one at that index, whose default is a
// closure, which no literal of the struct can hold.
func notEscaped(field term.Pair, index int) error {
	frames := []exception.Frame{
		{Module: term.Alias("Kernel.Utils"), Function: "-defstruct/3-fun-0-", Arity: 1, File: "lib/kernel/utils.ex", Line: 126}}
	if index > 0 {
		frames = append(frames, exception.Frame{Module: "lists", Function: "map_1", Arity: 2, File: "lists.erl", Line: 1320})
	}
	frames = append(frames, exception.Frame{Module: "lists", Function: "map", Arity: 2, File: "lists.erl", Line: 1315}, defstructFrame(138))
	return exception.ArgumentError("invalid value for struct field %s, cannot escape %s. The supported values are: lists, tuples, maps, "+
		"atoms, numbers, bitstrings, PIDs and remote functions in the format &Mod.fun/arity", field.Key.(term.Atom), show(field.Value)).In(frames...)
}

// warnDuplicateFields warns of fields that are there twice; the last default counts.
func (m *machine) warnDuplicateFields(fields []term.Pair, file string, line int) {
	for i, f := range fields {
		if m.ev.options.Warn == nil || !slices.ContainsFunc(fields[:i], func(p term.Pair) bool { return p.Key == f.Key }) {
			continue
		}
		const source = "(elixir 1.14.0) lib/kernel/utils.ex"
		m.ev.options.Warn(m.self, Warning{
			Message: "duplicate key " + show(f.Key) + " found in struct",
			File:    source, Line: 228, Place: "Kernel.Utils.warn_on_duplicate_struct_key/1",
			More: []Warning{{File: source, Line: 148, Place: "Kernel.Utils.defstruct/3"}, {File: file, Line: line, Place: "(module)"}},
		})
	}
}

func defstructFrame(line int) exception.Frame {
	return exception.Frame{Module: term.Alias("Kernel.Utils"), Function: "defstruct", Arity: 3, File: "lib/kernel/utils.ex", Line: line}
}

func (mod *module) emptyStruct() *term.Map {
	return term.NewMap(append(slices.Clone(mod.fields), term.Pair{Key: term.Atom("__struct__"), Value: mod.name})...)
}

// defexceptionForm compiles defexception fields.
func defexceptionForm(c *compiler, n *syntax.Call, _ bool) thunk {
	if len(n.Args) != 1 {
		return nil
	}
	c.assertModule(n, 1)
	mod, line := c.module, n.Line
	fields := c.argumentOf(n)
	return func(m *machine) (term.Term, error) {
		value, err := fields(m)
		if err != nil {
			return nil, err
		}
		if err := mod.setFields(value); err != nil {
			return m.fail(line, err)
		}
		mod.exception = true
		mod.fields = append(mod.fields, term.Pair{Key: term.Atom("__exception__"), Value: term.True})
		mod.addBehaviour(term.Alias("Exception"))
		mod.addExceptionDefaults(m.ev, line)
		return term.OK, nil
	}
}

// addReflection adds __struct__/0, __struct__/1, __info__/1 and module_info.
func (c *compiler) addReflection(made *code.Module) {
	hidden := func(name string, arity int, call process.Func) {
		made.Functions[code.Key{Name: name, Arity: arity}] = &code.Function{Name: name, Arity: arity, Call: call, Hidden: true}
	}
	if c.module.fields != nil {
		mod, ev := c.module, c.ev
		empty := mod.emptyStruct()
		hidden("__struct__", 0, func(*process.Process, []term.Term) (term.Term, error) { return empty, nil })
		hidden("__struct__", 1, func(self *process.Process, args []term.Term) (term.Term, error) { return mod.filled(ev, self, args[0]) })
	}
	if protocol := c.module.implements; protocol != "" {
		of := c.module.attributes["for"].value
		hidden("__impl__", 1, func(_ *process.Process, args []term.Term) (term.Term, error) {
			return implementationInfo(made.Name, protocol, of, args[0])
		})
	}
	code.Reflect(made)
}

// implementationInfo is __impl__/1 of the implementation of a protocol.
func implementationInfo(module, protocol term.Atom, of, what term.Term) (term.Term, error) {
	switch what {
	case term.Term(term.Atom("for")):
		return of, nil
	case term.Term(term.Atom("protocol")):
		return protocol, nil
	case term.Term(term.Atom("target")):
		return module, nil
	}
	return nil, exception.Raise(term.Atom("function_clause")).In(exception.Frame{
		Module: module, Function: "__impl__", Arity: 1, Args: []term.Term{what}, HasArgs: true})
}
