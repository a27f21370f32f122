package eval

import (
	"fmt"
	"strconv"
	"strings"

	"gex/interp/syntax"
	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/term"
)

// definitions are the forms that define functions and what belongs to them.
var definitions = map[string]form{
	"def": defForm, "defp": defForm, "defstruct": defstructForm, "defexception": defexceptionForm,
	"defguard": defguardForm, "defguardp": defguardForm, "defdelegate": defdelegateForm,
	"defoverridable": defoverridableForm,
}

// clauses are the clauses of one function of a module.
type clauses struct {
	key      code.Key
	pos      syntax.Pos
	private  bool
	hidden   bool
	fn       *function
	list     []fnClause
	params   []string
	funs     int // anonymous functions in it so far
	doc      string
	docLine  int
	spec     string
	defaults int
	// mixed says that the clause before, the first one, has a body and defaults.
	mixed   bool
	earlier []earlier
	// covered is the line of the clause that takes whatever comes, or 0.
	covered int
	// full is the function whose defaults this one fills in, or nil.
	full *clauses
	// overridable says that a definition replaces the function, which is then
	// kept in super.
	overridable bool
	super       *clauses
}

// signature is the left side of a definition: name, parameters and guard.
type signature struct {
	name  string
	args  []syntax.Node
	guard syntax.Node
}

// definitionHead takes the head of a def apart.
func (c *compiler) definitionHead(n syntax.Node) signature {
	if when, ok := n.(*syntax.Binary); ok && when.Op == "when" {
		h := c.definitionHead(when.Left)
		h.guard = when.Right
		return h
	}
	switch n := n.(type) {
	case *syntax.Call:
		if n.Target == nil {
			return signature{name: n.Name, args: n.Args}
		}
	case *syntax.Var:
		return signature{name: plainName(n.Name)}
	case *syntax.Binary:
		return signature{name: n.Op, args: []syntax.Node{n.Left, n.Right}}
	case *syntax.Unary:
		return signature{name: n.Op, args: []syntax.Node{n.X}}
	}
	c.failDefinition(n.Position(), "invalid syntax in def %s", syntaxText(n))
	return signature{}
}

// outsideModule ends the compilation as the macros of definitions do when
// there is no module.
func (c *compiler) outsideModule(n *syntax.Call, arity int) {
	panic(bail{err: exception.ArgumentError("cannot invoke %s/%d outside module", n.Name, arity).In(
		exception.Frame{Module: kernel, Function: "assert_module_scope", Arity: 3, File: "lib/kernel.ex", Line: 6373},
		exception.Frame{Module: kernel, Function: "define", Arity: 4, File: "lib/kernel.ex", Line: 5070},
		expandingMacro(kernel, n.Name, len(c.arguments(n))), c.here(n.Pos))})
}

// defForm compiles def and defp. The clause is compiled when the body of the
// module runs, so that it sees attributes and structs defined before it.
func defForm(c *compiler, n *syntax.Call, _ bool) thunk {
	if len(n.Args) == 0 || len(n.Args) > 2 {
		return nil
	}
	c.assertModule(n, 2)
	if withUnquotes(n) {
		return c.definedByParts(n)
	}
	args, sections := syntax.Sections(n.Args, n.Do)
	if len(args) != 1 {
		return nil
	}
	inner := *c
	return func(m *machine) (value term.Term, err error) {
		at := inner
		context := *inner.context
		at.context = &context
		err = at.catch(func() { value = at.defineFunction(n, args[0], sections) })
		if err != nil {
			return m.fail(noFrame, at.inDefinition(err, n.Pos))
		}
		return value, nil
	}
}

// failDefinition ends the definition of a function with a CompileError.
func (c *compiler) failDefinition(pos syntax.Pos, format string, args ...any) {
	err := c.compileError(pos, fmt.Sprintf(format, args...))
	panic(bail{err: err.In(exception.Frame{Module: bodyModule, Function: "__MODULE__", Arity: 1, File: c.file, Line: pos.Line})})
}

func (c *compiler) assertModule(n *syntax.Call, arity int) {
	if c.module == nil {
		c.outsideModule(n, arity)
	}
	if c.define != nil {
		panic(bail{err: exception.ArgumentError("cannot invoke %s/%d inside function/macro", n.Name, arity)})
	}
}

// automatic are the functions that every module has.
var automatic = map[code.Key]bool{
	{Name: "__info__", Arity: 1}: true, {Name: "module_info", Arity: 0}: true, {Name: "module_info", Arity: 1}: true,
	{Name: "behaviour_info", Arity: 1}: true,
}

// defineFunction adds a clause to a function of the module.
func (c *compiler) defineFunction(n *syntax.Call, head syntax.Node, sections []syntax.Section) term.Term {
	h := c.definitionHead(head)
	args, defaults := c.splitDefaults(h.args)
	key := code.Key{Name: h.name, Arity: len(args)}
	if automatic[key] {
		c.failDefinition(n.Pos, "cannot define def %s as it is automatically defined by Elixir", keyText(key))
	}
	def := c.clausesOf(n, key, args)
	c.warnMixedDefaults(n.Pos, def, len(defaults))
	c.defineDefaults(n, def, h.args, defaults)
	c.scope, c.define, c.level = newScope(&fnScope{size: key.Arity, function: def.fn}), def, 0
	if len(sections) == 0 {
		def.mixed = false
		if h.guard != nil {
			c.failDefinition(n.Pos, "missing :do option in %q", n.Name)
		}
		c.checkHead(n.Pos, args)
		if c.module.protocol != nil {
			c.defineDispatch(n, def)
		}
		c.onDefinition(n, h, sections)
		return term.Tuple{term.Atom(key.Name), term.Int(key.Arity)}
	}
	late := def.covered > 0
	switch {
	case late:
	case takesAll(args, h.guard):
		def.covered = n.Line
	default:
		def.earlier = c.remarkLate(def.earlier, n.Pos, args, h.guard)
	}
	def.list = append(def.list, c.fnClauseSections(n.Pos, args, h.guard, sections))
	if late {
		c.module.warnCovered(c, n.Pos, def)
	}
	def.fn.size = max(def.fn.size, c.scope.fn.size)
	def.fn.cost = max(def.fn.cost, c.scope.fn.cost())
	def.fn.body = dispatch(def.list, def.fn.noClause)
	c.onDefinition(n, h, sections)
	return term.Tuple{term.Atom(key.Name), term.Int(key.Arity)}
}

// kind is the macro that defines the function.
func (def *clauses) kind() string {
	kind := "def"
	if def.isMacro() {
		kind = "defmacro"
	}
	if def.private {
		kind += "p"
	}
	return kind
}

// isMacro reports whether defmacro made the function.
func (def *clauses) isMacro() bool { return strings.HasPrefix(def.key.Name, macroName("")) }

// named is the key as the source has it: macros have one argument less than
// their functions.
func (def *clauses) named() code.Key {
	if !def.isMacro() {
		return def.key
	}
	return code.Key{Name: strings.TrimPrefix(def.key.Name, macroName("")), Arity: def.key.Arity - 1}
}

// text names the function or macro in warnings: f/1.
func (def *clauses) text() string {
	key := def.named()
	return key.Name + "/" + strconv.Itoa(key.Arity)
}

// warnMixedDefaults reports a function of several clauses one of which has
// defaults, which belong into a head.
func (c *compiler) warnMixedDefaults(pos syntax.Pos, def *clauses, defaults int) {
	if len(def.list) > 0 && def.defaults == 0 && defaults > 0 || defaults == 0 && def.mixed {
		c.warnHere(pos, def.kind()+" "+keyText(def.named())+mixedDefaults)
	}
	def.mixed = defaults > 0 && len(def.list) == 0
}

const mixedDefaults = ` has multiple clauses and also declares default values. In such cases, the default values should be defined in a header. Instead of:

    def foo(:first_clause, b \\ :default) do ... end
    def foo(:second_clause, b) do ... end

one should write:

    def foo(a, b \\ :default)
    def foo(:first_clause, b) do ... end
    def foo(:second_clause, b) do ... end
`

// checkHead fails if a head without a body has patterns.
func (c *compiler) checkHead(pos syntax.Pos, args []syntax.Node) {
	for _, arg := range args {
		if _, ok := arg.(*syntax.Var); !ok {
			c.failDefinition(pos, "%s", headHelp)
		}
	}
}

const headHelp = `only variables and \\ are allowed as arguments in function head.

If you did not intend to define a function head, make sure your function definition has the proper syntax by wrapping the arguments in parentheses and using the do instruction accordingly:

    def add(a, b), do: a + b

    def add(a, b) do
      a + b
    end
`

// warnCovered reports a clause that comes too late.
func (mod *module) warnCovered(c *compiler, pos syntax.Pos, def *clauses) {
	c.warnHere(pos, fmt.Sprintf("this clause for %s cannot match because a previous clause at line %d always matches",
		keyText(def.named()), def.covered))
}

// fnClauseSections compiles a clause whose body may have rescue and its kin.
func (c *compiler) fnClauseSections(pos syntax.Pos, args []syntax.Node, guard syntax.Node, sections []syntax.Section) fnClause {
	if len(sections) == 1 {
		return c.fnClause(args, guard, sections[0].Body)
	}
	do := &syntax.DoBlock{Pos: pos, Sections: sections}
	return c.fnClause(args, guard, &syntax.Call{Pos: pos, Name: "try", Do: do})
}

// clausesOf returns the clauses of a function, new ones if this is the first.
func (c *compiler) clausesOf(n *syntax.Call, key code.Key, args []syntax.Node) *clauses {
	mod := c.module
	def := mod.clauses[key]
	if def != nil && def.full != nil {
		c.failDefinition(n.Pos, "%s %s conflicts with defaults from %s", n.Name, keyText(key), keyText(def.full.key))
	}
	if def != nil && def.overridable {
		def = mod.override(def)
	}
	private := strings.HasSuffix(n.Name, "p")
	if def == nil {
		def = &clauses{key: key, pos: n.Pos, private: private, fn: mod.declared(key), params: paramNames(args)}
		def.fn.line = n.Line
		mod.clauses[key] = def
		mod.order = append(mod.order, def)
	} else if def.private != private {
		c.failDefinition(n.Pos, "%s %s already defined as %s in %s:%d", n.Name, keyText(key), def.kind(), c.file, def.pos.Line)
	} else if mod.last != def && len(def.list) > 0 {
		same := "name and arity (number of arguments)"
		if mod.last != nil && mod.last.key.Name == key.Name {
			same = "name"
		}
		c.warnHere(n.Pos, fmt.Sprintf("clauses with the same %s should be grouped together, "+
			"\"%s %s\" was previously defined (%s:%d)", same, def.kind(), keyText(def.named()), c.file, def.pos.Line))
	}
	mod.last = def
	c.takeDoc(def)
	c.takeImpl(def, n.Pos)
	return def
}

// override makes place for a new definition of a function. The code that
// calls it goes on to call what has its name.
func (mod *module) override(old *clauses) *clauses {
	kept := *old.fn
	super := *old
	super.fn = &kept
	*old.fn = function{module: kept.module, name: kept.name, arity: kept.arity, frameArity: kept.frameArity,
		file: kept.file, line: kept.line, size: kept.arity}
	old.fn.body = old.fn.undefined
	old.list, old.covered, old.overridable, old.super, old.earlier = nil, 0, false, &super, nil
	return old
}

// takeDoc gives the pending @doc and @spec to a function.
func (c *compiler) takeDoc(def *clauses) {
	switch doc := c.module.pendingDoc.(type) {
	case term.Binary:
		c.warnDoc(def)
		def.doc, def.docLine = string(doc), c.module.attributes["doc"].pos.Line
	case term.Atom:
		def.hidden = def.hidden || doc == term.False
	}
	if c.module.pendingSpec != "" {
		def.spec = c.module.pendingSpec
	}
	c.module.pendingDoc, c.module.pendingSpec = nil, ""
}

// warnDoc reports the documentation of a private function, and a second one.
func (c *compiler) warnDoc(def *clauses) {
	message := ""
	switch {
	case def.private:
		message = def.kind() + " " + keyText(def.named()) + " is private, @doc attribute is always discarded for private functions/macros/types"
	case def.docLine > 0:
		message = fmt.Sprintf(docTwice, def.docLine, def.named().Name)
	default:
		return
	}
	if c.ev.options.Warn != nil {
		c.ev.options.Warn(c.self, Warning{Message: message, File: c.file, Line: c.module.attributes["doc"].pos.Line,
			Place: aliasText(c.module.name) + "." + def.text()})
	}
}

const docTwice = `redefining @doc attribute previously set at line %d.

Please remove the duplicate docs. If instead you want to override a previously defined @doc, attach the @doc attribute to a function head (the function signature not followed by any do-block). For example:

    @doc """
    new docs
    """
    def %s(...)
`

// splitDefaults returns the parameters without their defaults, and the
// defaults by position.
func (c *compiler) splitDefaults(params []syntax.Node) ([]syntax.Node, map[int]syntax.Node) {
	args := make([]syntax.Node, len(params))
	defaults := make(map[int]syntax.Node)
	for i, p := range params {
		args[i] = p
		if d, ok := p.(*syntax.Binary); ok && d.Op == "\\\\" {
			args[i], defaults[i] = d.Left, d.Right
		}
	}
	return args, defaults
}

// defineDefaults defines the functions of fewer arguments that call def with
// the defaults for the others.
func (c *compiler) defineDefaults(n *syntax.Call, def *clauses, params []syntax.Node, defaults map[int]syntax.Node) {
	if len(defaults) == 0 {
		return
	}
	def.params = paramNames(params)
	def.defaults = len(defaults)
	for given := range len(defaults) {
		key := code.Key{Name: def.key.Name, Arity: len(params) - len(defaults) + given}
		if other := c.module.clauses[key]; other != nil {
			c.addDefault(n, def, other)
			continue
		}
		short := &clauses{full: def, key: key, pos: n.Pos, private: def.private, fn: c.module.declared(key)}
		short.fn.line = n.Line
		c.module.clauses[key] = short
		c.module.order = append(c.module.order, short)
		c.defineShort(n.Pos, short, def.key, given, len(params), defaults)
	}
	// The function with all arguments counts as the one defined last.
	last := len(c.module.order) - 1
	for i, other := range c.module.order {
		if other == def {
			copy(c.module.order[i:], c.module.order[i+1:])
			c.module.order[last] = def
			break
		}
	}
}

// addDefault makes the function that fills in defaults for def a clause of one
// that was defined before.
func (c *compiler) addDefault(n *syntax.Call, def, other *clauses) {
	if other.full == def {
		c.failDefinition(n.Pos, defaultsHelp, n.Name, keyText(def.key))
	}
	if other.full != nil || other.covered == 0 || other.defaults > 0 {
		c.failDefinition(n.Pos, "%s %s defaults conflicts with %s", n.Name, keyText(def.key), keyText(other.key))
	}
	c.module.warnCovered(c, n.Pos, other)
}

const defaultsHelp = `%s %s defines defaults multiple times. Elixir allows defaults to be declared once per definition. Instead of:

    def foo(:first_clause, b \\ :default) do ... end
    def foo(:second_clause, b \\ :default) do ... end

one should write:

    def foo(a, b \\ :default)
    def foo(:first_clause, b) do ... end
    def foo(:second_clause, b) do ... end
`

// defineShort compiles a function that takes the first given defaults as arguments.
func (c *compiler) defineShort(pos syntax.Pos, short *clauses, full code.Key, given, arity int, defaults map[int]syntax.Node) {
	inner := *c
	inner.scope, inner.define = newScope(&fnScope{size: short.key.Arity}), short
	values := make([]thunk, arity)
	next, used := 0, 0
	for i := range arity {
		value, optional := defaults[i]
		if optional && used >= given {
			values[i] = inner.expr(value, false)
			continue
		}
		if optional {
			used++
		}
		slot := next
		values[i] = func(m *machine) (term.Term, error) { return m.slots[slot], nil }
		next++
	}
	short.fn.size = max(short.fn.size, inner.scope.fn.size)
	short.fn.cost = inner.scope.fn.cost()
	short.fn.body = localCall{c.module.function(full, pos, short), values, pos.Line}.tail
}

// paramNames are the parameters as documentation shows them.
func paramNames(params []syntax.Node) []string {
	names := make([]string, len(params))
	for i, p := range params {
		names[i] = paramName(p, i)
	}
	return names
}

func paramName(p syntax.Node, i int) string {
	switch p := p.(type) {
	case *syntax.Var:
		return strings.TrimLeft(p.Name, "_")
	case *syntax.Binary:
		switch p.Op {
		case "\\\\":
			return paramName(p.Left, i) + ` \\ ` + syntaxText(p.Right)
		case "=":
			if v, ok := p.Right.(*syntax.Var); ok {
				return v.Name
			}
			return paramName(p.Left, i)
		}
	case *syntax.Struct:
		if alias, ok := p.Name.(*syntax.Alias); ok {
			return strings.ToLower(alias.Names[len(alias.Names)-1])
		}
	}
	return fmt.Sprintf("arg%d", i+1)
}
