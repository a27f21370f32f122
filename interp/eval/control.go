package eval

import (
	"gex/interp/syntax"
	"gex/runtime/exception"
	"gex/runtime/term"
)

// form compiles a construct that is written as a call. It returns nil if the
// call is not of its shape, which makes it an ordinary one.
type form func(c *compiler, n *syntax.Call, tail bool) thunk

// specialForms are the constructs by name.
var specialForms map[string]form

func init() {
	specialForms = map[string]form{
		"if": ifForm, "unless": unlessForm, "case": caseForm, "cond": condForm, "with": withForm,
		"for": forForm, "receive": receiveForm, "try": tryForm, "raise": raiseForm, "reraise": reraiseForm,
		"throw": throwForm, "match?": matchForm, "defmodule": defmoduleForm, "alias": aliasForm, "alias!": freshAliasForm,
		"import": importForm, "require": requireForm, "use": useForm, "destructure": destructureForm,
		"binding": bindingForm, "tap": tapForm, "then": thenForm, "quote": quoteForm, "unquote": unquoteForm,
		"unquote_splicing": unquoteForm, "super": superForm, "defmacro": defmacroForm, "defmacrop": defmacroForm,
		"defprotocol": defprotocolForm, "defimpl": defimplForm, "to_string": toStringForm, "to_char_list": toCharListForm, "put_in": putInForm,
		"update_in": updateInForm, "pop_in": popInForm, "get_and_update_in": getAndUpdateInForm, "dbg": dbgForm, "var!": varForm, "__block__": blockForm,
	}
	for _, letter := range sigilsInPlace + "rRDNTU" {
		specialForms["sigil_"+string(letter)] = sigilForm
	}
	for name, f := range definitions {
		specialForms[name] = f
	}
}

// branches takes the sections of if and unless apart.
func (c *compiler) branches(n *syntax.Call) (condition, do, otherwise syntax.Node, ok bool) {
	if len(c.arguments(n)) != 2 {
		return nil, nil, nil, false
	}
	args, sections := syntax.Sections(tuplesAsPairs(n.Args), n.Do)
	if len(args) != 1 {
		c.failBranches(n)
	}
	otherwise = &syntax.Atom{Pos: n.Pos, Name: "nil"}
	for i, s := range sections {
		switch {
		case i == 0 && s.Name == "do":
			do = s.Body
		case i == 1 && s.Name == "else":
			otherwise = s.Body
		default:
			c.failBranches(n)
		}
	}
	if do == nil {
		c.failBranches(n)
	}
	return args[0], do, otherwise, true
}

// tuplesAsPairs returns arguments whose last one, if it is a list of literal
// pairs, is written as keywords.
func tuplesAsPairs(args []syntax.Node) []syntax.Node {
	list, ok := args[len(args)-1].(*syntax.List)
	if !ok || list.Tail != nil || len(list.Elems) == 0 {
		return args
	}
	keywords := &syntax.Keywords{Pos: list.Pos}
	for _, e := range list.Elems {
		tuple, ok := e.(*syntax.Tuple)
		if !ok || len(tuple.Elems) != 2 {
			return args
		}
		keywords.Pairs = append(keywords.Pairs, &syntax.Pair{Pos: tuple.Pos, Key: tuple.Elems[0], Value: tuple.Elems[1]})
	}
	return append(args[:len(args)-1:len(args)-1], keywords)
}

// failBranches ends the compilation of an if or unless with other sections
// than those.
func (c *compiler) failBranches(n *syntax.Call) {
	line := 3731
	if n.Name == "unless" {
		line = 3775
	}
	panic(bail{err: exception.ArgumentError("invalid or duplicate keys for %s, only \"do\" and an optional \"else\" are permitted", n.Name).In(
		exception.Frame{Module: kernel, Function: "build_" + n.Name, Arity: 2, File: "lib/kernel.ex", Line: line})})
}

func ifForm(c *compiler, n *syntax.Call, tail bool) thunk {
	var compiled thunk
	c.expanding(n.Pos, "if", 2, func() {
		if condition, do, otherwise, ok := c.branches(n); ok {
			c.refuseGuard(&syntax.Call{Pos: n.Pos, Name: "case"})
			compiled = c.branch(condition, do, otherwise, tail)
		}
	})
	return compiled
}

func unlessForm(c *compiler, n *syntax.Call, tail bool) thunk {
	var compiled thunk
	c.expanding(n.Pos, "unless", 2, func() {
		condition, do, otherwise, ok := c.branches(n)
		if ok {
			c.expanding(n.Pos, "if", 2, func() { compiled = c.branch(condition, otherwise, do, tail) })
		}
	})
	return compiled
}

// refuseGuard fails if the form stands in a guard.
func (c *compiler) refuseGuard(n *syntax.Call) {
	if c.guard {
		c.fail(n.Pos, notInGuard, n.Name)
	}
}

func (c *compiler) branch(condition, yes, no syntax.Node, tail bool) thunk {
	test := c.expr(condition, false)
	var then, otherwise thunk
	c.inClause(func() { then, otherwise = c.block(yes, tail), c.block(no, tail) })
	return func(m *machine) (term.Term, error) {
		value, err := test(m)
		if err != nil {
			return nil, err
		}
		if value == trueTerm || term.Truthy(value) {
			return then(m)
		}
		return otherwise(m)
	}
}

func caseForm(c *compiler, n *syntax.Call, tail bool) thunk {
	c.refuseGuard(n)
	args, sections, ok := c.sectionsOf(n, 1, "do")
	if !ok {
		return nil
	}
	if len(sections) == 0 {
		c.fail(n.Pos, `missing :do option in "case"`)
	}
	do := sections[0]
	subject, line, inPrompt := c.expr(args[0], false), n.Line, c.scope.fn.inPrompt
	clauses := c.oneArg(do, construct{"case", n.Pos}, tail)
	return func(m *machine) (term.Term, error) {
		value, err := subject(m)
		if err != nil {
			return nil, err
		}
		for i := range clauses {
			if clauses[i].takes(m, value) {
				return clauses[i].body(m)
			}
		}
		failed := exception.Raise(term.Tuple{term.Atom("case_clause"), value})
		if inPrompt {
			failed.In(frameOfCase)
		}
		return m.fail(line, failed)
	}
}

// invalidArguments fails for a construct that is given one argument which is no
// block.
func (c *compiler) invalidArguments(n *syntax.Call) thunk {
	if len(n.Args) == 1 && n.Do == nil {
		c.fail(n.Pos, "invalid arguments for %q", n.Name)
	}
	return nil
}

func condForm(c *compiler, n *syntax.Call, tail bool) thunk {
	c.refuseGuard(n)
	_, sections, ok := c.sectionsOf(n, 0, "do")
	if !ok {
		return c.invalidArguments(n)
	}
	if len(sections) == 0 {
		c.fail(n.Pos, `missing :do option in "cond"`)
	}
	do := sections[0]
	type branch struct{ test, body thunk }
	var branches []branch
	clauses := c.clauseBody(do, construct{"cond", n.Pos})
	if len(clauses) > 0 {
		if last := clauses[len(clauses)-1]; len(last.Args) == 1 && last.Guard == nil && isIgnored(last.Args[0]) {
			c.fail(last.Pos, `invalid use of _ inside "cond". If you want the last clause to always match, you probably meant to use: true ->`)
		}
	}
	for _, cl := range clauses {
		if len(cl.Args) != 1 {
			c.fail(n.Pos, "expected one argument for :do clauses (->) in \"cond\"")
		}
		if cl.Guard != nil {
			c.fail(cl.Pos, "undefined function when/2 (there is no such import)")
		}
		c.inBlock(func() {
			test := c.expr(cl.Args[0], false)
			branches = append(branches, branch{test, c.expr(cl.Body, tail)})
		})
	}
	line := n.Line
	return func(m *machine) (term.Term, error) {
		for _, b := range branches {
			value, err := b.test(m)
			if err != nil {
				return nil, err
			}
			if term.Truthy(value) {
				return b.body(m)
			}
		}
		return m.fail(line, exception.Raise(term.Atom("cond_clause")))
	}
}

// matchForm compiles match?(pattern, value).
func matchForm(c *compiler, n *syntax.Call, _ bool) thunk {
	if len(n.Args) != 2 {
		return nil
	}
	var value thunk
	var cl clause
	c.expanding(n.Pos, "match?", 2, func() {
		value = c.expr(n.Args[1], false)
		c.inClause(func() {
			c.inBlock(func() {
				cl.match, cl.guard = c.guardedPattern(n.Args[0])
			})
		})
	})
	return func(m *machine) (term.Term, error) {
		v, err := value(m)
		if err != nil {
			return nil, err
		}
		return truth(cl.takes(m, v)), nil
	}
}

// guardedPattern compiles pattern when guard.
func (c *compiler) guardedPattern(n syntax.Node) (match pattern, condition guard) {
	when, guarded := n.(*syntax.Binary)
	if guarded = guarded && when.Op == "when"; guarded {
		n = when.Left
	}
	c.inClause(func() { match = c.pattern(n) })
	if guarded {
		condition = c.guardOf(when.Right)
	}
	return match, condition
}

// bindingForm compiles binding(): the variables that are visible here.
func bindingForm(c *compiler, n *syntax.Call, _ bool) thunk {
	context, ok := c.bindingContext(n)
	if !ok {
		return nil
	}
	seen := make(map[string]thunk)
	if c.module == nil {
		for _, b := range c.env.Bindings() {
			if name, in := inContext(b.Name, context); in {
				seen[name] = constant(b.Value)
			}
		}
	}
	for s := c.scope; s != nil; s = s.parent {
		for name := range s.vars {
			if plain, in := inContext(name, context); in {
				seen[plain] = readVariable(c.scope.lookup(name))
			}
		}
	}
	names := sortedKeys(seen)
	return func(m *machine) (term.Term, error) {
		pairs := make([]term.Pair, len(names))
		for i, name := range names {
			value, err := seen[name](m)
			if err != nil {
				return nil, err
			}
			pairs[i] = term.Pair{Key: term.Atom(name), Value: value}
		}
		return term.Keyword(pairs...), nil
	}
}

func tapForm(c *compiler, n *syntax.Call, _ bool) thunk {
	if len(n.Args) != 2 {
		return nil
	}
	var value, fun thunk
	line := n.Line
	c.expanding(n.Pos, n.Name, 2, func() { fun, value = c.two(n.Args[1], n.Args[0]) })
	return func(m *machine) (term.Term, error) {
		v, f, err := m.two(value, fun)
		if err != nil {
			return nil, err
		}
		if _, err := m.apply(f, []term.Term{v}, line); err != nil {
			return nil, err
		}
		return v, nil
	}
}

func thenForm(c *compiler, n *syntax.Call, _ bool) thunk {
	if len(n.Args) != 2 {
		return nil
	}
	var value, fun thunk
	line := n.Line
	c.expanding(n.Pos, n.Name, 2, func() { fun, value = c.two(n.Args[1], n.Args[0]) })
	return func(m *machine) (term.Term, error) {
		v, f, err := m.two(value, fun)
		if err != nil {
			return nil, err
		}
		return m.apply(f, []term.Term{v}, line)
	}
}

func toStringForm(c *compiler, n *syntax.Call, _ bool) thunk {
	if len(n.Args) != 1 || n.Do != nil {
		return nil
	}
	var compiled thunk
	c.expanding(n.Pos, "to_string", 1, func() { c.inPlace(func() { compiled = c.stringOf(n.Args[0]) }) })
	return compiled
}

// toCharListForm compiles to_char_list(term), the old name of to_charlist.
func toCharListForm(c *compiler, n *syntax.Call, tail bool) thunk {
	if len(n.Args) != 1 || n.Do != nil {
		return nil
	}
	if c.ev.options.Deprecated != nil && c.ev.options.Warn != nil {
		place := c.place()
		if place == "" {
			place = "(file)"
		}
		c.ev.options.Warn(c.self, Warning{File: c.file, Line: n.Line, Place: place,
			Message: "Kernel.to_char_list/1 is deprecated, use Kernel.to_charlist/1 instead"})
	}
	return c.call(&syntax.Call{Pos: n.Pos, Name: "to_charlist", Args: n.Args, Parens: true}, tail)
}

func blockForm(c *compiler, n *syntax.Call, tail bool) thunk {
	return c.expr(&syntax.Block{Pos: n.Pos, Exprs: n.Args}, tail)
}

func unquoteForm(c *compiler, n *syntax.Call, _ bool) thunk {
	if len(n.Args) != 1 {
		return nil
	}
	c.fail(n.Pos, "%s called outside quote", n.Name)
	return nil
}
