package eval

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"gex/interp/syntax"
	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// context is what directives change for the code that follows in their block.
type context struct {
	aliases  map[string]term.Atom
	imports  []importRule
	requires map[term.Atom]bool
}

// compiler turns the tree of one input, or of one module, into thunks.
type compiler struct {
	ev         *Evaluator
	self       *process.Process
	env        *Env
	file       string
	context    *context
	scope      *scope
	module     *module       // that is being defined, or nil
	define     *clauses      // the function of it that is being defined, or nil
	preset     func(*module) // of the next module to be defined
	expansions int           // of macros inside of each other
	level      int           // of nested expressions
	macroLine  int           // of the outermost macro of Kernel around, or 0
	local      *code.Key     // the function that the next fun is the capture of, or nil
	guard      bool          // a guard
	matching   bool          // a macro in a pattern
	// failed is what catch caught.
	failed bail
	// stacktrace holds __STACKTRACE__ inside of rescue and catch.
	stacktrace *variable
}

func newCompiler(ev *Evaluator, self *process.Process, env *Env) *compiler {
	return &compiler{
		ev: ev, self: self, env: env, file: env.file,
		context: &context{aliases: env.aliases, imports: env.imports, requires: env.requires},
		scope:   newScope(&fnScope{inPrompt: true}),
	}
}

// catch runs f and returns the error that ended it early.
func (c *compiler) catch(f func()) (err error) {
	defer func() {
		if r := recover(); r != nil {
			b, ok := r.(bail)
			if !ok {
				panic(r)
			}
			c.descend(&b, 0)
			c.failed = b
			err = b.err
		}
	}()
	f()
	return nil
}

// fail ends the compilation with a CompileError at pos.
func (c *compiler) fail(pos syntax.Pos, format string, args ...any) {
	panic(bail{err: c.compileError(pos, fmt.Sprintf(format, args...)), used: framesOfFailure})
}

// failMatched is fail for what is not allowed in a match.
func (c *compiler) failMatched(pos syntax.Pos, format string, args ...any) {
	panic(bail{err: c.compileError(pos, fmt.Sprintf(format, args...)), used: framesOfFailure + framesOfRefusal})
}

// failBelow is fail for what is found so far below that no frame of the code is
// left.
func (c *compiler) failBelow(pos syntax.Pos, format string, args ...any) {
	panic(bail{err: c.compileError(pos, fmt.Sprintf(format, args...)), used: exception.MaxDepth})
}

// failSegment is fail for a segment of a bitstring.
func (c *compiler) failSegment(pos syntax.Pos, format string, args ...any) {
	panic(bail{err: c.compileError(pos, fmt.Sprintf(format, args...)), used: framesOfFailure + framesOfSegment})
}

func (c *compiler) compileError(pos syntax.Pos, message string) *exception.Error {
	return exception.Raise(exception.Struct("CompileError",
		term.Pair{Key: term.Atom("description"), Value: term.Binary(message)},
		term.Pair{Key: term.Atom("file"), Value: term.Binary(c.file)},
		term.Pair{Key: term.Atom("line"), Value: term.Int(pos.Line)}))
}

// here is the frame of the code that is compiled at pos.
func (c *compiler) here(pos syntax.Pos) exception.Frame {
	f := exception.Frame{Module: bodyModule, Function: "__FILE__", Arity: 1, File: c.file, Line: pos.Line}
	switch {
	case c.define != nil:
		f.Module, f.Function, f.Arity = c.module.name, c.define.key.Name, c.define.key.Arity
	case c.module != nil:
		f.Module, f.Function, f.Arity = c.module.name, "__MODULE__", 0
	}
	return f
}

// expandingMacro is the frame of a macro that failed.
func expandingMacro(module term.Atom, name string, arity int) exception.Frame {
	return exception.Frame{Module: module, Function: name, Arity: arity, File: "expanding macro"}
}

// noMacroClause ends the compilation of a call that no clause of a macro of
// Kernel takes.
func (c *compiler) noMacroClause(n *syntax.Call) {
	panic(bail{err: exception.Raise(term.Atom("function_clause")).In(
		expandingMacro(kernel, n.Name, len(c.arguments(n))), c.here(n.Pos))})
}

// inBlock compiles with f a region whose variables and directives end with it.
func (c *compiler) inBlock(f func()) {
	scope, context, copied := c.scope, c.context, *c.context
	c.scope, c.context = scope.inner(), &copied
	f()
	c.warnUnused(c.scope, false)
	c.scope, c.context = scope, context
}

// block compiles n as a region of its own.
func (c *compiler) block(n syntax.Node, tail bool) (body thunk) {
	c.inBlock(func() { body = c.expr(n, tail) })
	return body
}

// place names the code being compiled for warnings.
func (c *compiler) place() string {
	switch {
	case c.define != nil && c.define.full != nil:
		return aliasText(c.module.name) + "." + c.define.full.text()
	case c.define != nil:
		return aliasText(c.module.name) + "." + c.define.text()
	case c.module != nil:
		return aliasText(c.module.name)
	}
	return ""
}

// warnUnused reports the variables of s that nothing used. At the end of an
// input its variables stay, so it is none of theirs.
func (c *compiler) warnUnused(s *scope, input bool) {
	if input {
		return
	}
	byName := slices.Concat(s.order, s.gone)
	slices.SortStableFunc(byName, func(a, b *variable) int { return strings.Compare(a.name, b.name) })
	for _, v := range byName {
		if v.used || v.name[0] == '_' || v.pos.Line == 0 || strings.Contains(v.name, hygieneMark) {
			continue
		}
		remedy := "if the variable is not meant to be used, prefix it with an underscore"
		if v.shadows {
			remedy = "there is a variable with the same name in the context, use the pin operator (^) to match on it or " +
				"prefix this variable with underscore if it is not meant to be used"
		}
		c.warn(v.pos, "variable %q is unused (%s)", v.name, remedy)
	}
}

// constant is the thunk of a value.
func constant(value term.Term) thunk {
	return func(*machine) (term.Term, error) { return value, nil }
}

// expr compiles an expression. Tail says that its value is the value of the
// function it stands in.
func (c *compiler) expr(n syntax.Node, tail bool) thunk {
	levels := levelsOf(n)
	c.level += levels
	c.scope.fn.deepest = max(c.scope.fn.deepest, c.level)
	compiled := c.expression(n, tail)
	c.level -= levels
	return compiled
}

func (c *compiler) expression(n syntax.Node, tail bool) thunk {
	if value, ok := c.literal(n); ok {
		return constant(value)
	}
	switch n := n.(type) {
	case *syntax.Var:
		return c.variable(n, tail)
	case *syntax.Block:
		return c.sequence(n, tail)
	case *syntax.Call:
		return c.call(n, tail)
	case *syntax.AnonCall:
		return c.anonCall(n, tail)
	case *syntax.Binary:
		return c.binary(n, tail)
	case *syntax.Unary:
		return c.unary(n)
	case *syntax.Fn:
		return c.fn(n)
	case *syntax.Capture:
		return c.capture(n)
	case *syntax.CaptureArg:
		return c.captureArg(n)
	case *syntax.Tuple:
		if tail && isResult(n) {
			return c.result(n)
		}
	}
	return c.composite(n)
}

// composite compiles the expressions that build a value of parts.
func (c *compiler) composite(n syntax.Node) thunk {
	switch n := n.(type) {
	case *syntax.String, *syntax.Charlist, *syntax.QuotedAtom:
		return c.interpolated(n)
	case *syntax.Sigil:
		return c.sigil(n)
	case *syntax.Tuple:
		return c.tuple(c.exprs(n.Elems))
	case *syntax.List:
		return c.list(n)
	case *syntax.Pair:
		return c.tuple(c.exprs([]syntax.Node{n.Key, n.Value}))
	case *syntax.Keywords:
		return c.keywords(n)
	case *syntax.Map:
		return c.mapExpr(n)
	case *syntax.Struct:
		return c.structExpr(n)
	case *syntax.Bitstring:
		return c.bitstring(n)
	case *syntax.Range:
		return c.rangeExpr(n)
	case *syntax.Alias:
		return c.alias(n)
	case *syntax.Access:
		return c.access(n)
	case *syntax.Attribute:
		return c.attribute(n)
	}
	return c.misplaced(n)
}

const unhandledClause = "unhandled operator ->"

// misplaced fails for nodes that are no expressions where they stand.
func (c *compiler) misplaced(n syntax.Node) thunk {
	pos := n.Position()
	switch n := n.(type) {
	case *syntax.Pin:
		c.fail(pos, "cannot use ^%s outside of match clauses", syntaxText(n.X))
	case *syntax.Clause:
		c.fail(pos, unhandledClause)
	case *syntax.Stab:
		if len(n.Clauses) > 0 {
			pos = n.Clauses[0].Pos
		}
		c.fail(pos, unhandledClause)
	case *syntax.Handle:
		c.fail(pos, "%s<...> is not an expression", "#"+n.Kind)
	case *syntax.MultiAlias: // outside of directives a call like any other
		return c.call(&syntax.Call{Pos: pos, Target: n.Base, Name: "{}", Args: n.Elems, Parens: true}, false)
	case *syntax.Apply:
		c.fail(pos, "invalid call %s", syntaxText(n))
	}
	c.fail(pos, "invalid expression")
	return nil
}

// returned is a block without a last variable that only names the value of the
// expression before it: real code calls what gives the value in tail position.
func returned(n *syntax.Block) *syntax.Block {
	last := len(n.Exprs) - 1
	v, isVar := n.Exprs[last].(*syntax.Var)
	match, isMatch := n.Exprs[last-1].(*syntax.Binary)
	if !isVar || !isMatch || match.Op != "=" || v.Name[0] == '_' {
		return n
	}
	if bound, ok := match.Left.(*syntax.Var); !ok || bound.Name != v.Name {
		return n
	}
	short := *n
	short.Exprs = append(n.Exprs[:last-1:last-1], match.Right)
	return &short
}

// sequence compiles the expressions of a block; an empty one is nil.
func (c *compiler) sequence(n *syntax.Block, tail bool) thunk {
	if tail && !c.scope.fn.inPrompt && len(n.Exprs) > 1 {
		n = returned(n)
	}
	switch len(n.Exprs) {
	case 0:
		return constant(term.Nil)
	case 1:
		return c.expr(n.Exprs[0], tail)
	}
	last := len(n.Exprs) - 1
	steps := make([]thunk, last)
	for i, e := range n.Exprs[:last] {
		steps[i] = c.expr(e, false)
		if v, ok := e.(*syntax.Var); ok && c.scope.lookup(v.Name) != nil {
			c.warn(v.Pos, "variable %s in code block has no effect as it is never returned (remove the variable or "+
				"assign it to _ to avoid warnings)", v.Name)
		} else if a, ok := e.(*syntax.Attribute); ok && a.Value == nil {
			c.warn(a.Pos, "module attribute @%s in code block has no effect as it is never returned (remove the attribute or "+
				"assign it to _ to avoid warnings)", a.Name)
		} else if value, ok := quotedLiteral(e); ok && !isAtom(value) && !term.IsList(value) {
			c.warnLiteral(n, value)
		} else {
			c.remarkIgnored(e)
		}
	}
	result := c.expr(n.Exprs[last], tail)
	if c.scope.fn.inPrompt {
		return interpretedBlock(steps, result)
	}
	if last == 1 {
		first := steps[0]
		return func(m *machine) (term.Term, error) {
			if _, err := first(m); err != nil {
				return nil, err
			}
			return result(m)
		}
	}
	return func(m *machine) (term.Term, error) {
		for _, step := range steps {
			if _, err := step(m); err != nil {
				return nil, err
			}
		}
		return result(m)
	}
}

// interpretedBlock is a block of the prompt, whose first expressions leave a
// frame in the stack of an error.
func interpretedBlock(steps []thunk, result thunk) thunk {
	return func(m *machine) (term.Term, error) {
		for _, step := range steps {
			if _, err := step(m); err != nil {
				return nil, framed(err, frameOfBlock)
			}
		}
		return result(m)
	}
}

// warnLiteral reports a literal of a block whose value is ignored. Elixir knows
// the line of blocks in parentheses and of those that a macro was given.
func (c *compiler) warnLiteral(block *syntax.Block, value term.Term) {
	pos := syntax.Pos{Line: c.macroLine}
	if block.Parens {
		pos = block.Pos
	}
	c.warn(pos, "code block contains unused literal %s (remove the literal or assign it to _ to avoid warnings)", show(value))
}

// variable compiles a bare name: a variable, a pseudo-variable or, if there is
// none of them, a call.
func (c *compiler) variable(n *syntax.Var, tail bool) thunk {
	if value, ok := c.pseudoVariable(n); ok {
		return value
	}
	if v := c.scope.lookup(n.Name); v != nil {
		c.warnUnderscored(n)
		return readVariable(v)
	}
	if value, ok := c.env.Lookup(n.Name); ok && c.module == nil {
		c.warnUnderscored(n)
		return constant(value)
	}
	if n.Name == "_" {
		c.fail(n.Pos, `invalid use of _. "_" represents a value to be ignored in a pattern and cannot be used in expressions`)
	}
	return c.bareName(n, tail)
}

// warnUnderscored reports the use of a variable that is named as unused.
func (c *compiler) warnUnderscored(n *syntax.Var) {
	if strings.HasPrefix(n.Name, "_") && !strings.HasPrefix(n.Name, "__") && !strings.Contains(n.Name, hygieneMark) {
		c.warn(n.Pos, "the underscored variable %q is used after being set. A leading underscore indicates that the value of the "+
			"variable should be ignored. If this is intended please rename the variable to remove the underscore", n.Name)
	}
}

func readVariable(v *variable) thunk {
	if v.value != nil {
		return constant(v.value)
	}
	slot := v.slot
	return func(m *machine) (term.Term, error) { return m.slots[slot], nil }
}

func (c *compiler) pseudoVariable(n *syntax.Var) (thunk, bool) {
	switch n.Name {
	case "__MODULE__":
		if c.module == nil {
			return constant(term.Nil), true
		}
		return constant(c.module.name), true
	case "__DIR__":
		return constant(term.Binary(directory(c.file))), true
	case "__ENV__":
		return constant(c.environment(n.Pos)), true
	case "__STACKTRACE__":
		if c.stacktrace == nil {
			c.fail(n.Pos, "__STACKTRACE__ is available only inside catch and rescue clauses of try expressions")
		}
		return readVariable(c.scope.lookup(stacktraceName)), true
	case callerName:
		if v := c.scope.lookup(callerName); v != nil {
			return readVariable(v), true
		}
		c.fail(n.Pos, "__CALLER__ is available only inside defmacro and defmacrop")
	}
	return nil, false
}

// setAlias makes name stand for module from here on.
func (c *context) setAlias(name string, module term.Atom) {
	aliases := maps.Clone(c.aliases)
	if aliases == nil {
		aliases = make(map[string]term.Atom)
	}
	aliases[name] = module
	c.aliases = aliases
}
