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
	mixed bool
	// refuse ends the compilation of what cannot be defined; nil otherwise.
	refuse func()
	// apart is the remark about a clause that stands apart from those before.
	apart   string
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

// definitionHead takes the head of a definition of a kind, def or defmacro, apart.
func (c *compiler) definitionHead(kind string, n syntax.Node) signature {
	if when, ok := n.(*syntax.Binary); ok && when.Op == "when" {
		h := c.definitionHead(kind, when.Left)
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
	c.failDefinition(n.Position(), "invalid syntax in %s %s", kind, syntaxText(n))
	return signature{}
}

// outsideModule ends the compilation as the macros of definitions do when
// there is no module.
func (c *compiler) outsideModule(n *syntax.Call, arity int) {
	outer := []exception.Frame{expandingMacro(kernel, n.Name, len(c.arguments(n))), c.here(n.Pos)}
	name := fmt.Sprintf("%s/%d", n.Name, arity)
	frames := []exception.Frame{kernelFrame("assert_module_scope", 3, 6373)}
	switch n.Name {
	case "defdelegate", "defexception": // which set attributes first
		name, frames = "@/1", append(frames, expandingMacro(kernel, "@", 1), c.here(n.Pos))
	case "defguard", "defguardp":
		name, frames = "defmacro"+strings.TrimPrefix(n.Name, "defguard")+"/2", append(frames, kernelFrame("define", 4, 5070), kernelFrame("define_guard", 3, 5549))
	case "defoverridable":
		panic(bail{err: exception.ArgumentError("could not call Module.make_overridable/2 because the module nil is already compiled").In(
			moduleFrame("assert_not_readonly!", 2, 2500), moduleFrame("make_overridable", 2, 1345))})
	default:
		frames = append(frames, kernelFrame("define", 4, 5070))
	}
	panic(bail{err: exception.ArgumentError("cannot invoke %s outside module", name).In(append(frames, outer...)...)})
}

// defForm compiles def and defp. The clause is compiled when the body of the
// module runs, so that it sees attributes and structs defined before it.
func defForm(c *compiler, n *syntax.Call, _ bool) thunk {
	arity := len(c.arguments(n))
	if arity == 0 || arity > 2 {
		return nil
	}
	c.assertModule(n, 2)
	if arity == 2 && c.module.protocol != nil && n.Name == "def" {
		c.fail(n.Pos, "undefined function def/2 (there is no such import)") // a protocol's def has a head only
	}
	if withUnquotes(n) {
		return c.definedByParts(n)
	}
	args, sections := syntax.Sections(n.Args, n.Do)
	inner := *c
	if len(args) != 1 {
		return c.undefinable(n, args, sections)
	}
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

// undefinable compiles a definition that has something else than a do block, or
// nothing but that.
func (c *compiler) undefinable(n *syntax.Call, args []syntax.Node, sections []syntax.Section) thunk {
	if len(args) == 0 && c.module.protocol != nil {
		panic(bail{err: exception.ArgumentError("invalid arguments for %s inside defprotocol", n.Name).In(
			expandingMacro("Elixir.Protocol", n.Name, 1), c.here(n.Pos))})
	}
	if len(args) == 0 {
		return c.failingDefinition(n.Pos, "invalid syntax in %s %s", n.Name, syntaxText(c.arguments(n)[0]))
	}
	for _, p := range syntax.KeywordPairs(args[1]) {
		if key, ok := p.Key.(*syntax.Atom); ok && len(sections) > 0 {
			c.fail(n.Pos, "unexpected option :%s in \"try\"", key.Name)
		}
	}
	return c.failingDefinition(n.Pos, "missing :do option in %q", n.Name)
}

// failingDefinition fails when the body of the module runs.
func (c *compiler) failingDefinition(pos syntax.Pos, format string, args ...any) thunk {
	inner := *c
	return func(m *machine) (term.Term, error) {
		return m.fail(noFrame, inner.catch(func() { inner.failDefinition(pos, format, args...) }))
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
		panic(bail{err: exception.ArgumentError("cannot invoke %s/%d inside function/macro", n.Name, arity).In(
			kernelFrame("assert_no_function_scope", 3, 6381), kernelFrame("define", 4, 5071),
			expandingMacro(kernel, n.Name, len(c.arguments(n))), c.here(n.Pos))})
	}
}

// automatic are the functions that every module has.
var automatic = map[code.Key]bool{
	{Name: "__info__", Arity: 1}: true, {Name: "module_info", Arity: 0}: true, {Name: "module_info", Arity: 1}: true,
	{Name: "behaviour_info", Arity: 1}: true,
}

// defineFunction adds a clause to a function of the module.
func (c *compiler) defineFunction(n *syntax.Call, head syntax.Node, sections []syntax.Section) term.Term {
	h := c.definitionHead(n.Name, head)
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
		if def.refuse != nil {
			def.refuse()
		}
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
	if len(def.list) == 0 { // a head without a body has given its own
		def.fn.line = n.Line
	}
	def.list = append(def.list, c.fnClauseSections(n.Pos, args, h.guard, sections))
	if def.refuse != nil {
		def.refuse()
	}
	if def.apart != "" {
		c.warnHere(n.Pos, def.apart)
		def.apart = ""
	}
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
		if other := mod.clauses[otherKind(key)]; other != nil && other.full == nil {
			return c.refused(n, key, other)
		}
		def = &clauses{key: key, pos: n.Pos, private: private, fn: mod.declared(key), params: paramNames(args)}
		def.fn.line = n.Line
		mod.clauses[key] = def
		mod.order = append(mod.order, def)
	} else if def.private != private {
		return c.refused(n, key, def)
	} else if mod.last != def && len(def.list) > 0 {
		same := "name and arity (number of arguments)"
		if mod.last != nil && mod.last.key.Name == key.Name {
			same = "name"
		}
		def.apart = fmt.Sprintf("clauses with the same %s should be grouped together, "+
			"\"%s %s\" was previously defined (%s:%d)", same, def.kind(), keyText(def.named()), c.file, def.pos.Line)
	}
	mod.last = def
	c.takeDoc(def)
	c.takeImpl(def, n.Pos)
	return def
}

// otherKind is the key that a macro has in place of a function of the same name
// and the other way round.
func otherKind(key code.Key) code.Key {
	if def := (&clauses{key: key}); def.isMacro() {
		return def.named()
	}
	return code.Key{Name: macroName(key.Name), Arity: key.Arity + 1}
}

// refused is a definition of what is there as something else. Its clause is
// compiled before that is said.
func (c *compiler) refused(n *syntax.Call, key code.Key, other *clauses) *clauses {
	made := &clauses{key: key, private: strings.HasSuffix(n.Name, "p"), fn: &function{module: c.module.name, name: key.Name, arity: key.Arity}}
	made.refuse = func() {
		c.failDefinition(n.Pos, "%s %s already defined as %s in %s:%d", made.kind(), made.text(), other.kind(), c.file, other.pos.Line)
	}
	return made
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

// takeDoc gives the pending @doc, @deprecated and @spec to a function.
func (c *compiler) takeDoc(def *clauses) {
	if c.module.pendingAdvice != "" {
		if c.module.deprecated == nil {
			c.module.deprecated = make(map[code.Key]string)
		}
		c.module.deprecated[def.named()] = c.module.pendingAdvice
		c.module.pendingAdvice = ""
	}
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
