package eval

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"gex/interp/syntax"
	"gex/runtime/exception"
	"gex/runtime/term"
)

// attribute is a module attribute with its value.
type attribute struct {
	value term.Term
	pos   syntax.Pos
	read  bool
}

// The attributes that Elixir itself reads.
var knownAttributes = map[string]bool{
	"behaviour": true, "moduledoc": true, "doc": true, "typedoc": true, "spec": true, "type": true, "typep": true,
	"opaque": true, "callback": true, "macrocallback": true, "optional_callbacks": true, "impl": true, "vsn": true,
	"enforce_keys": true, "derive": true, "compile": true, "dialyzer": true, "deprecated": true, "on_load": true,
	"before_compile": true, "after_compile": true, "after_verify": true, "on_definition": true, "external_resource": true, "since": true, "file": true, "fallback_to_any": true,
}

// gathered are the attributes whose values Elixir keeps elsewhere.
var gathered = map[string]bool{
	"spec": true, "type": true, "typep": true, "opaque": true, "callback": true, "macrocallback": true, "optional_callbacks": true,
}

// accumulating are the attributes of Elixir that keep all their values.
var accumulating = map[string]bool{"compile": true, "dialyzer": true, "external_resource": true, "derive": true, "before_compile": true, "after_compile": true, "after_verify": true, "on_definition": true}

// attribute compiles @name and @name value.
func (c *compiler) attribute(n *syntax.Attribute) thunk {
	c.inModule(n.Pos)
	if n.Value == nil {
		return c.readAttribute(n)
	}
	if typeAttributes[n.Name] {
		return c.typeAttribute(n)
	}
	if c.define != nil {
		panic(bail{err: exception.ArgumentError("cannot set attribute @%s inside function/macro", n.Name).In(
			kernelFrame("do_at", 5, 3489), expandingMacro(kernel, "@", 1), c.here(n.Pos))})
	}
	mod, inner := c.module, *c
	var value thunk
	c.expanding(n.Pos, "@", 1, func() { value = c.expr(n.Value, false) })
	return func(m *machine) (term.Term, error) {
		v, err := value(m)
		if err != nil {
			return nil, err
		}
		if old := mod.attributes[n.Name]; old != nil && !term.IsList(v) && mod.redefines(n.Name) {
			inner.warnModule(n.Pos, fmt.Sprintf("redefining @%s attribute previously set at line %d", n.Name, old.pos.Line))
		}
		if err := mod.set(n.Name, v, n.Pos); err != nil {
			return m.fail(n.Line, err)
		}
		if a := mod.attributes[n.Name]; a != nil && n.Quoted {
			a.read = true // who sets it may be no one who reads it
		}
		return term.OK, nil
	}
}

// typeAttributes are those that hold types.
var typeAttributes = map[string]bool{
	"spec": true, "type": true, "typep": true, "opaque": true, "callback": true, "macrocallback": true,
}

// inModule fails for an attribute where no module is being defined.
func (c *compiler) inModule(pos syntax.Pos) {
	if c.module == nil {
		panic(bail{err: exception.ArgumentError("cannot invoke @/1 outside module").In(
			exception.Frame{Module: kernel, Function: "assert_module_scope", Arity: 3, File: "lib/kernel.ex", Line: 6373},
			expandingMacro(kernel, "@", 1), c.here(pos))})
	}
}

// noAttribute fails for @ before what is no name.
func (c *compiler) noAttribute(n *syntax.Unary) {
	switch n.X.(type) {
	case *syntax.Alias:
		c.expanding(n.Pos, "@", 1, func() { c.failArgument("module attributes set via @ cannot start with an uppercase letter") })
	case *syntax.Int, *syntax.Float, *syntax.Atom, *syntax.String, *syntax.List:
		c.noMacroClause(&syntax.Call{Pos: n.Pos, Name: "@", Args: []syntax.Node{n.X}})
	}
}

// attributeOfMany compiles @name(...) with other than one argument: none reads,
// more fail.
func (c *compiler) attributeOfMany(n *syntax.Unary, call *syntax.Call) thunk {
	c.inModule(n.Pos)
	args := c.arguments(call)
	if len(args) == 0 {
		return c.readAttribute(&syntax.Attribute{Pos: n.Pos, Name: call.Name})
	}
	if typeAttributes[call.Name] { // of which Elixir takes the first argument
		return c.attribute(&syntax.Attribute{Pos: n.Pos, Name: call.Name, Value: args[0]})
	}
	message, line := fmt.Sprintf("expected 0 or 1 argument for @%s, got: %d", call.Name, len(args)), 3584
	if value, ok := withBlock(call); ok {
		message, line = fmt.Sprintf("expected 0 or 1 argument for @%s, got 2.\n\nIt seems you are trying to use the do-syntax with @module "+
			"attributes but the do-block is binding to the attribute name. You probably want to wrap the argument value in parentheses, "+
			"like this:\n\n    @%s (%s)\n", call.Name, call.Name, strings.ReplaceAll(syntaxText(value), "\n", "\n    ")), 3573
	}
	panic(bail{err: exception.ArgumentError("%s", message).In(
		exception.Frame{Module: kernel, Function: "do_at", Arity: 5, File: "lib/kernel.ex", Line: line},
		expandingMacro(kernel, "@", 1), c.here(n.Pos))})
}

// withBlock is the only argument of a call with the do block of the call, which
// was meant for it.
func withBlock(call *syntax.Call) (syntax.Node, bool) {
	if call.Do == nil || len(call.Args) != 1 {
		return nil, false
	}
	switch arg := call.Args[0].(type) {
	case *syntax.Var:
		return &syntax.Call{Pos: arg.Pos, Name: arg.Name, Do: call.Do}, true
	case *syntax.Call:
		if arg.Do == nil {
			with := *arg
			with.Do, with.Parens = call.Do, false
			return &with, true
		}
	}
	return nil, false
}

// redefines reports whether a documentation was given that would be lost.
func (mod *module) redefines(name string) bool {
	switch name {
	case "doc":
		return mod.pendingDoc != nil && mod.pendingDoc != falseTerm
	case "typedoc":
		return mod.pendingTypeDoc
	case "deprecated":
		return mod.pendingAdvice != ""
	case "impl":
		return mod.pendingImpl != nil
	}
	return name == "moduledoc"
}

// typeAttribute keeps a type as it was written; it is not evaluated but for
// what is unquoted in it.
func (c *compiler) typeAttribute(n *syntax.Attribute) thunk {
	inner := *c
	q := &quoter{c: c, context: term.Nil, lines: true, unquotes: true}
	quoted := q.term(n.Value)
	text := "@spec " + syntaxText(n.Value)
	return func(m *machine) (term.Term, error) {
		expr, err := quoted, error(nil)
		if q.holes {
			if expr, err = m.fill(quoted); err != nil {
				return nil, err
			}
		}
		if n.Name == "spec" {
			inner.module.pendingSpec = text
		}
		if err := inner.declare(typed{n.Name, expr, n.Pos}); err != nil {
			return m.fail(n.Line, err)
		}
		return term.OK, nil
	}
}

// readAttribute compiles @name: inside of a function the value it has now, in
// the body of the module the value it has when the body runs.
func (c *compiler) readAttribute(n *syntax.Attribute) thunk {
	mod := c.module
	if c.define != nil {
		value, ok := mod.get(n.Name)
		if !ok {
			c.warnUndefinedAttribute(n)
		}
		return constant(value)
	}
	return func(*machine) (term.Term, error) {
		value, ok := mod.get(n.Name)
		if !ok {
			c.warnUndefinedAttribute(n)
		}
		return value, nil
	}
}

func (c *compiler) warnUndefinedAttribute(n *syntax.Attribute) {
	if c.ev.options.Warn == nil {
		return
	}
	c.ev.options.Warn(c.self, Warning{
		Message: "undefined module attribute @" + n.Name + ", please remove access to @" + n.Name + " or explicitly set it before access",
		File:    c.file, Line: n.Line, Place: aliasText(c.module.name) + " (module)",
	})
}

// get returns the value of an attribute, nil and false if there is none.
func (mod *module) get(name string) (term.Term, bool) {
	a := mod.attributes[name]
	switch {
	case a != nil:
		a.read = true
		return a.value, true
	case name == "behaviour":
		var names []term.Term
		for _, b := range mod.behaviours {
			names = append(names, b)
		}
		return term.List(names...), true
	case name == "on_definition":
		return term.List(term.Tuple{term.Alias("Module"), term.Atom("compile_definition_attributes")}), true
	case mod.accumulated[name] || accumulating[name] || gathered[name]:
		return term.Empty, true
	}
	return term.Nil, name == "moduledoc"
}

// set gives an attribute a value.
func (mod *module) set(name string, value term.Term, pos syntax.Pos) error {
	if err := checkAttribute(name, value); err != nil {
		return err
	}
	switch name {
	case "doc", "typedoc", "moduledoc":
		if value != term.Empty && term.IsList(value) {
			return nil // data about the documentation, which nothing here shows
		}
	}
	switch name {
	case "behaviour":
		mod.addBehaviour(value.(term.Atom))
		return nil
	case "on_load":
		var err error
		if value, err = mod.setOnLoad(value); err != nil {
			return err
		}
	case "moduledoc":
		text, _ := value.(term.Binary)
		mod.doc = string(text)
	case "doc":
		mod.pendingDoc = value
	case "typedoc":
		mod.pendingTypeDoc = value != term.Term(term.False)
	case "impl":
		mod.pendingImpl = value
	case "deprecated":
		mod.pendingAdvice = string(value.(term.Binary))
	case "enforce_keys":
		mod.enforced = nil
		for key := range term.Elements(value) {
			if atom, ok := key.(term.Atom); ok {
				mod.enforced = append(mod.enforced, atom)
			}
		}
	}
	if old := mod.attributes[name]; old != nil && name == "optional_callbacks" {
		value = term.List(slices.Concat(term.Wrap(old.value), term.Wrap(value))...)
	}
	if mod.accumulated[name] || accumulating[name] {
		list := term.Empty
		if old := mod.attributes[name]; old != nil {
			list = old.value
		}
		value = &term.Cons{Head: value, Tail: list}
	}
	mod.attributes[name] = &attribute{value: value, pos: pos}
	return nil
}

func (mod *module) addBehaviour(name term.Atom) {
	if !slices.Contains(mod.behaviours, name) {
		mod.behaviours = append(mod.behaviours, name)
	} else {
		mod.declaredTwice = append(mod.declaredTwice, name)
	}
}

// alwaysPersistent are the attributes of Elixir that a module keeps, beside
// its behaviours.
var alwaysPersistent = []string{"external_resource", "dialyzer", "vsn"}

// persisted are the attributes that the compiled module keeps, each with its
// value in a list; what gathered is there value by value, the first one first.
func (mod *module) persisted() []term.Pair {
	var pairs []term.Pair
	for _, name := range slices.Concat(alwaysPersistent, mod.persistent) {
		a := mod.attributes[name]
		if a == nil {
			continue
		}
		values := []term.Term{a.value}
		if mod.accumulated[name] || accumulating[name] {
			values, _ = term.Slice(a.value)
		}
		for _, v := range slices.Backward(values) {
			if !term.IsList(v) {
				v = term.List(v)
			}
			pairs = append(pairs, term.Pair{Key: term.Atom(name), Value: v})
		}
	}
	return pairs
}

// evaluated are all attributes with the values that they had in the end.
func (mod *module) evaluated() []term.Pair {
	var pairs []term.Pair
	for _, name := range slices.Sorted(maps.Keys(mod.attributes)) {
		pairs = append(pairs, term.Pair{Key: term.Atom(name), Value: mod.attributes[name].value})
	}
	return pairs
}

// warnAttributes reports attributes that were set and never read.
func (c *compiler) warnAttributes() {
	for _, name := range slices.Sorted(maps.Keys(c.module.attributes)) {
		a := c.module.attributes[name]
		if !a.read && !knownAttributes[name] && !c.module.accumulated[name] && !slices.Contains(c.module.persistent, name) {
			c.warnHere(a.pos, "module attribute @"+name+" was set but never used")
		}
	}
	if a := c.module.attributes["impl"]; c.module.pendingImpl != nil && a != nil {
		c.warnHere(a.pos, "module attribute @impl was set but no definition follows it")
	}
	if c.module.pendingTypeDoc {
		c.warnHere(c.module.attributes["typedoc"].pos, "module attribute @typedoc was set but no type follows it")
	}
	if c.module.pendingDoc != nil {
		if a := c.module.attributes["doc"]; a != nil {
			c.warnHere(a.pos, "module attribute @doc was set but no definition follows it")
		}
	}
}

// warnModule is warn for a remark about the module that is being defined.
func (c *compiler) warnModule(pos syntax.Pos, message string) {
	if c.ev.options.Warn != nil {
		c.ev.options.Warn(c.self, Warning{Message: message, File: c.file, Line: pos.Line, Place: aliasText(c.module.name) + " (module)"})
	}
}

// warnHere is warn without the name of the module.
func (c *compiler) warnHere(pos syntax.Pos, message string) {
	if c.ev.options.Warn != nil {
		c.ev.options.Warn(c.self, Warning{Message: message, File: c.file, Line: pos.Line})
	}
}
