package eval

import (
	"fmt"
	"slices"

	"gex/interp/syntax"
	"gex/runtime/exception"
	"gex/runtime/term"
)

const stacktraceName = "@stacktrace"

// attempt is a compiled try.
type attempt struct {
	body      thunk
	rescues   []rescue
	catches   []fnClause
	otherwise []clause
	after     thunk
	hasElse   bool
	line      int
	// The slots where rescue and catch find what was raised.
	first, stack int
	// fn is the function around, or nil at the top of the prompt.
	fn *function
}

// rescue is a clause of rescue: the modules it takes, nil for any.
type rescue struct {
	modules thunk
	bind    int // slot of the variable, or -1
	body    thunk
}

// tryForm compiles try do ... rescue ... catch ... else ... after ... end.
func tryForm(c *compiler, n *syntax.Call, _ bool) thunk {
	c.refuseGuard(n)
	_, sections, ok := c.sectionsOf(n, 0, "do", "rescue", "catch", "else", "after")
	if !ok {
		return c.invalidArguments(n)
	}
	if len(sections) == 0 {
		c.fail(n.Pos, `missing :do option in "try"`)
	}
	if len(sections) == 1 && sections[0].Name == "do" {
		c.fail(n.Pos, "missing :catch/:rescue/:after option in \"try\"")
	}
	name := n.Name
	if n.Do != nil && n.Do.Pos == n.Pos && c.define != nil { // the body of a definition
		name = c.define.kind()
	}
	return c.attempt(construct{name, n.Pos}, sections)
}

// attempt compiles the sections of a try, or of a def with rescue.
func (c *compiler) attempt(of construct, sections []syntax.Section) thunk {
	a := &attempt{line: of.pos.Line, first: c.scope.slot(), fn: c.scope.fn.function}
	c.scope.slot()
	a.stack = c.scope.slot()
	c.refuseRepeated(construct{"try", of.pos}, sections, "do", "rescue", "catch", "else", "after")
	if len(sections) == 2 && sections[1].Name == "else" {
		c.warnHere(of.pos, fmt.Sprintf("\"else\" shouldn't be used as the only clause in %q, use \"case\" instead", of.name))
	}
	for _, s := range sections {
		switch s.Name {
		case "do":
			a.body = c.block(s.Body, false)
		case "rescue":
			c.handler(a, func() { a.rescues = c.rescues(s, of) })
		case "catch":
			c.handler(a, func() { a.catches = c.catches(s, of, a.first) })
		case "else":
			a.otherwise, a.hasElse = c.oneArg(s, of, false), true
		case "after":
			a.after = c.block(s.Body, false)
		}
	}
	return a.run
}

// handler compiles code in which __STACKTRACE__ is known.
func (c *compiler) handler(a *attempt, compile func()) {
	outer := c.stacktrace
	c.inBlock(func() {
		c.stacktrace = &variable{name: stacktraceName, slot: a.stack, used: true}
		c.scope.declare(c.stacktrace)
		compile()
	})
	c.stacktrace = outer
}

// rescues compiles the clauses of rescue.
func (c *compiler) rescues(s syntax.Section, of construct) []rescue {
	nodes := c.clauseBody(s, of)
	clauses := make([]rescue, len(nodes))
	for i, n := range nodes {
		if len(n.Args) != 1 {
			c.fail(n.Pos, "expected one argument for :rescue clauses (->) in \"try\"")
		}
		c.refuseWhen(n)
		c.inBlock(func() {
			clauses[i] = c.rescueHead(n.Args[0])
			clauses[i].body = c.expr(n.Body, false)
		})
	}
	return clauses
}

// refuseWhen fails for the guard of a clause that takes none.
func (c *compiler) refuseWhen(n *syntax.Clause) {
	if n.Guard != nil {
		c.fail(n.Pos, "undefined function when/2 (there is no such import)")
	}
}

// rescueHead compiles e, Module, e in Module and e in [Modules].
func (c *compiler) rescueHead(n syntax.Node) rescue {
	if in, ok := n.(*syntax.Binary); ok && in.Op == "in" {
		head := rescue{modules: c.rescueModules(in.Right), bind: -1}
		v, ok := in.Left.(*syntax.Var)
		if !ok {
			c.failRescue(n)
		}
		if v.Name != "_" {
			head.bind = c.bindVariable(v)
		}
		return head
	}
	if v, ok := n.(*syntax.Var); ok && v.Name != "__MODULE__" {
		if v.Name == "_" {
			return rescue{bind: -1}
		}
		return rescue{bind: c.bindVariable(v)}
	}
	return rescue{modules: c.rescueModules(n), bind: -1}
}

func (c *compiler) rescueModules(n syntax.Node) thunk {
	if isIgnored(n) {
		return nil
	}
	list, ok := n.(*syntax.List)
	if !ok {
		list = &syntax.List{Elems: []syntax.Node{n}}
	}
	if len(list.Elems) == 0 { // which takes everything
		return nil
	}
	for _, e := range list.Elems {
		if _, ok := c.constantAlias(e); !ok {
			c.failRescue(n)
		}
	}
	return c.expr(n, false)
}

func (c *compiler) failRescue(n syntax.Node) {
	c.failBelow(n.Position(), "invalid \"rescue\" clause. The clause should match on an alias, a variable or be in the "+
		"\"var in [alias]\" format")
}

func (c *compiler) bindVariable(v *syntax.Var) int {
	p := c.newPattern()
	slot := p.bind(v).slot
	p.declare()
	return slot
}

// catches compiles the clauses of catch: one pattern for throw, or kind and
// value, which are put in two slots.
func (c *compiler) catches(s syntax.Section, of construct, first int) []fnClause {
	nodes := c.clauseBody(s, of)
	clauses := make([]fnClause, len(nodes))
	for i, n := range nodes {
		args := n.Args
		switch len(args) {
		case 1:
			args = []syntax.Node{&syntax.Atom{Pos: n.Pos, Name: "throw"}, args[0]}
		case 2:
		default:
			c.fail(n.Pos, "expected one or two args for :catch clauses (->) in \"try\"")
		}
		c.inBlock(func() {
			p := c.newPattern()
			clauses[i].patterns = p.all(args)
			p.declare()
			clauses[i].guard = c.guardOf(n.Guard)
			clauses[i].body = c.expr(n.Body, false)
		})
	}
	return clauses
}

func (a *attempt) run(m *machine) (term.Term, error) {
	value, err := a.handled(m)
	if a.after == nil {
		return value, err
	}
	line, info := m.line, m.info
	m.info = nil
	if _, failed := a.after(m); failed != nil {
		return nil, failed
	}
	m.line, m.info = line, info
	return value, err
}

// handled runs the body and what belongs to its outcome.
func (a *attempt) handled(m *machine) (term.Term, error) {
	stack, top, depth, slots := m.stack, m.top, m.depth, m.slots
	value, err := a.body(m)
	if err != nil {
		m.stack, m.top, m.depth, m.slots = stack, top, depth, slots
		return a.recover(m, err)
	}
	if !a.hasElse {
		return value, nil
	}
	for i := range a.otherwise {
		if a.otherwise[i].takes(m, value) {
			return a.otherwise[i].body(m)
		}
	}
	return m.fail(a.line, exception.Raise(term.Tuple{term.Atom("try_clause"), value}))
}

// recover finds the clause for an error, which passes on if there is none.
func (a *attempt) recover(m *machine, err error) (term.Term, error) {
	if len(a.rescues)+len(a.catches) == 0 {
		return nil, err
	}
	line, info := m.line, m.info
	m.info = nil
	x := exception.As(err)
	m.slots[a.stack] = a.stackOf(x, line, info)
	if x.Class == exception.ClassError {
		if body := a.rescuer(m, x); body != nil {
			return body(m)
		}
	}
	kind, reason := term.Term(term.Atom(x.Class.String())), x.Reason
	for i := range a.catches {
		cl := &a.catches[i]
		if cl.patterns[0](m, kind) && cl.patterns[1](m, reason) && (cl.guard == nil || cl.guard(m)) {
			return cl.body(m)
		}
	}
	m.info = info
	return m.fail(line, err)
}

// stackOf is __STACKTRACE__: the stack of the error with the frame of the
// function that handles it.
func (a *attempt) stackOf(x *exception.Error, line int, info term.Term) term.Term {
	if a.fn == nil || a.fn.inPrompt || line == noFrame {
		return x.StackTerm()
	}
	frame := a.fn.frame(line)
	frame.Info = info
	whole := exception.Error{Stack: append(slices.Clone(x.Stack), frame)}
	return whole.StackTerm()
}

// rescuer returns the body of the clause of rescue that takes the error.
func (a *attempt) rescuer(m *machine, x *exception.Error) thunk {
	if len(a.rescues) == 0 {
		return nil
	}
	raised := exception.Rescued(x.Reason, x.Stack)
	for i := range a.rescues {
		r := &a.rescues[i]
		if r.modules != nil && !m.rescuesFrom(r.modules, raised, !exception.IsException(x.Reason)) {
			continue
		}
		if r.bind >= 0 {
			m.slots[r.bind] = raised
		}
		return r.body
	}
	return nil
}

// rescuesFrom reports whether an exception is of one of the modules. ErlangError
// means every error of Erlang, whatever exception stands for it.
func (m *machine) rescuesFrom(modules thunk, raised *term.Map, ofErlang bool) bool {
	wanted, err := modules(m)
	if err != nil {
		return false
	}
	name, _ := structName(raised)
	takes := func(module term.Term) bool {
		return module == term.Term(name) || ofErlang && module == term.Term(term.Alias("ErlangError"))
	}
	if !term.IsList(wanted) {
		return takes(wanted)
	}
	for module := range term.Elements(wanted) {
		if takes(module) {
			return true
		}
	}
	return false
}

// raiseForm compiles raise(message), raise(exception) and raise(module, options).
func raiseForm(c *compiler, n *syntax.Call, tail bool) thunk {
	if len(n.Args) != 1 && len(n.Args) != 2 {
		return nil
	}
	return c.raise(n.Pos, n.Args, nil, tail)
}

// reraiseForm compiles raise with a stack of an earlier error as last argument.
func reraiseForm(c *compiler, n *syntax.Call, _ bool) thunk {
	last := len(n.Args) - 1
	if last != 1 && last != 2 {
		return nil
	}
	return c.raise(n.Pos, n.Args[:last], n.Args[last], false)
}

func (c *compiler) raise(pos syntax.Pos, args []syntax.Node, stack syntax.Node, tail bool) thunk {
	if value, ok := c.literal(args[0]); ok && len(args) == 2 && !isAtom(value) && !isTuple(value) {
		call := &syntax.Call{Pos: pos, Target: args[0], Name: "exception", Args: args[1:], Parens: true}
		err := c.compileError(pos, "invalid call "+syntaxText(call))
		name, arity := "raise", 2
		if stack != nil {
			name, arity = "reraise", 3
		}
		panic(bail{err: err.In(expandingMacro(kernel, name, arity), c.here(pos))})
	}
	var values []thunk
	name := "raise"
	if stack != nil {
		name = "reraise"
		args = append(args[:len(args):len(args)], stack)
	}
	c.expanding(pos, name, len(args), func() { values = c.exprs(args) })
	info := raisedInfo
	if len(values) == 2 {
		info = nil
	}
	line, signal := pos.Line, c.signal(pos, tail, info)
	trace := constant(nil)
	if stack != nil {
		trace = values[len(values)-1]
		values = values[:len(values)-1]
	}
	return func(m *machine) (term.Term, error) {
		given, err := m.values(values)
		if err != nil {
			return nil, err
		}
		frames, err := trace(m)
		if err != nil {
			return nil, err
		}
		raised, err := m.exception(given, line)
		if err != nil && (frames == nil || len(given) == 2 || isAtom(given[0])) {
			return nil, err
		}
		if frames == nil {
			return signal(m, exception.Raise(raised))
		}
		if err != nil { // it is what is raised with the stack
			raised = exception.As(err).Reason
		}
		parsed, isStack := exception.ParseStack(frames)
		switch {
		case !isStack && len(given) == 2:
			return term.Atom("badarg"), nil // as erlang:raise/3 has it
		case !isStack:
			return m.fail(noFrame, exception.Raise(term.Atom("badarg")))
		}
		return m.fail(noFrame, exception.Raise(raised).In(parsed...))
	}
}

// signal returns what an error goes through that the code at pos makes itself.
func (c *compiler) signal(pos syntax.Pos, tail bool, info term.Term) func(*machine, error) (term.Term, error) {
	line := pos.Line
	if !c.scope.fn.inPrompt {
		return func(m *machine, err error) (term.Term, error) {
			m.info = info
			return m.fail(line, err)
		}
	}
	frame := frameOfCall
	if tail {
		frame = frameOfTailCall
	}
	frame.Info = info
	return func(m *machine, err error) (term.Term, error) { return m.fail(line, framed(err, frame)) }
}

// exception makes the exception of the arguments of raise.
func (m *machine) exception(args []term.Term, line int) (term.Term, error) {
	if module, ok := args[0].(term.Atom); ok {
		options := term.Empty
		if len(args) == 2 {
			options = args[1]
		}
		return m.newException(module, options, line)
	}
	if len(args) == 2 {
		return m.fail(line, badModule(args[0], "exception", args[1:]))
	}
	switch v := args[0].(type) {
	case term.Binary:
		return exception.Struct("RuntimeError", term.Pair{Key: term.Atom("message"), Value: v}), nil
	case *term.Map:
		if isException(v) {
			return v, nil
		}
	}
	return m.fail(line, exception.ArgumentError("raise/1 and reraise/2 expect a module name, string or exception as the "+
		"first argument, got: %s", show(args[0])))
}

// newException calls module.exception(options), which the exceptions of the
// standard library have even if the library does not define them.
func (m *machine) newException(module term.Atom, options term.Term, line int) (term.Term, error) {
	if !m.ev.table.Exports(module, "exception", 1) {
		if raised, ok := standardException(module, options); ok {
			return raised, nil
		}
	}
	return m.callNamed(module, "exception", []term.Term{options}, line)
}

// throwForm compiles throw(value).
func throwForm(c *compiler, n *syntax.Call, tail bool) thunk {
	if len(n.Args) != 1 || n.Do != nil {
		return nil
	}
	value, signal := c.expr(n.Args[0], false), c.signal(n.Pos, tail, nil)
	return func(m *machine) (term.Term, error) {
		v, err := value(m)
		if err != nil {
			return nil, err
		}
		return signal(m, exception.Throw(v))
	}
}
