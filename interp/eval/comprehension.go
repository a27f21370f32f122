package eval

import (
	"errors"
	"slices"

	"gex/interp/syntax"
	"gex/runtime/exception"
	"gex/runtime/term"
)

// comprehension is a compiled for.
type comprehension struct {
	qualifiers []qualifier
	body       thunk
	into       thunk    // nil for a list
	initial    thunk    // of reduce
	reducer    []clause // of reduce
	unique     bool
	line       int
	// inPrompt says that real IEx interprets the code.
	inPrompt bool
	// last says that the loop is the last thing that its function does.
	last bool
	// byProtocol says that the values are put into something else than an empty
	// list, map or text.
	byProtocol bool
}

// qualifier is a generator or a filter.
type qualifier struct {
	value  thunk
	match  pattern // nil for a filter
	guard  guard
	bits   *bitGenerator
	filter bool
	line   int
	// step is the function that compiled code calls for each element: this one is
	// its frame in stack traces. It is nil where real code has none.
	step *function
}

// collector receives the values of a for.
type collector struct {
	*comprehension
	m      *machine
	values []term.Term
	seen   *term.Map
	acc    term.Term
	// inStep says that an error has the frame of the step it came from.
	inStep bool
}

// forForm compiles for generators, filters, into: x, reduce: acc do ... end.
func forForm(c *compiler, n *syntax.Call, tail bool) thunk {
	args, options := c.optionsOf(n)
	if len(options) == 0 && len(args) == 0 {
		return nil
	}
	do, options := c.forBody(n.Pos, options)
	f := &comprehension{line: n.Line, inPrompt: c.scope.fn.inPrompt}
	values := make([]thunk, len(options))
	for i, p := range options {
		values[i] = c.expr(p.Value, false)
	}
	fn, watched := c.scope.fn.function, c.scope.fn.watch
	c.inBlock(func() {
		for _, arg := range args {
			f.qualifiers = append(f.qualifiers, c.qualifier(arg))
		}
		if len(args) == 0 || !isGenerator(args[0]) {
			c.fail(n.Pos, "for comprehensions must start with a generator")
		}
		c.forOptions(n.Pos, f, options, values)
		if f.initial != nil {
			f.reducer = c.reducer(n.Pos, do)
			return
		}
		if _, ok := do.Value.(*syntax.Stab); ok {
			c.fail(n.Pos, "the do block was written using acc -> expr clauses but the :reduce option was not given")
		}
		f.body = c.expr(do.Value, false)
	})
	for i := len(f.qualifiers) - 1; i >= 0; i-- {
		if step := f.qualifiers[i].step; step != nil {
			step.frameArity += len(c.scope.fn.watch.seen)
			if f.byProtocol {
				step.frameArity++ // what puts a value into the collectable
			}
			c.scope.fn.watch = c.scope.fn.watch.around
		}
	}
	f.last = tail && f.initial != nil
	c.scope.fn.function, c.scope.fn.watch = fn, watched
	return f.run
}

// forBody takes the first do: out of the options, all of which must be known.
func (c *compiler) forBody(pos syntax.Pos, options []*syntax.Pair) (do *syntax.Pair, rest []*syntax.Pair) {
	for _, p := range options {
		key, _ := p.Key.(*syntax.Atom)
		if key == nil || !slices.Contains([]string{"do", "into", "uniq", "reduce"}, key.Name) {
			c.fail(pos, "unsupported option %s given to for", syntaxText(p.Key))
		}
		if key.Name == "do" && do == nil {
			do = p
			continue
		}
		rest = append(rest, p)
	}
	if do == nil {
		c.fail(pos, `missing :do option in "for"`)
	}
	return do, rest
}

// reducer compiles the clauses of a for with reduce:.
func (c *compiler) reducer(pos syntax.Pos, do *syntax.Pair) []clause {
	stab, ok := do.Value.(*syntax.Stab)
	if !ok || slices.ContainsFunc(stab.Clauses, func(cl *syntax.Clause) bool { return len(cl.Args) != 1 }) {
		c.fail(pos, "when using :reduce with comprehensions, the do block must be written using acc -> expr clauses, "+
			"where each clause expects the accumulator as a single argument")
	}
	return c.oneArg(syntax.Section{Pos: do.Pos, Name: "do", Body: do.Value}, construct{"for", pos}, false)
}

// isGenerator reports whether an argument of for is pattern <- enumerable, in
// <<...>> or not.
func isGenerator(n syntax.Node) bool {
	if bits, ok := n.(*syntax.Bitstring); ok && len(bits.Segments) > 0 {
		n = bits.Segments[len(bits.Segments)-1]
	}
	arrow, ok := n.(*syntax.Binary)
	return ok && arrow.Op == "<-"
}

// forOptions takes into:, reduce: and uniq:, whose values are compiled.
func (c *compiler) forOptions(pos syntax.Pos, f *comprehension, options []*syntax.Pair, values []thunk) {
	unique := false
	for i, p := range options {
		switch p.Key.(*syntax.Atom).Name {
		case "into":
			f.into = values[i]
			f.byProtocol = !c.isEmpty(p.Value)
		case "reduce":
			f.initial = values[i]
		case "uniq":
			value, _ := c.literal(p.Value)
			if value != trueTerm && value != falseTerm {
				c.fail(pos, ":uniq option for comprehensions only accepts a boolean, got: %s", syntaxText(p.Value))
			}
			f.unique, unique = value == trueTerm, true
		case "do":
			c.refuseBody(pos, options, i)
		}
	}
	if f.initial != nil && (f.into != nil || unique) {
		c.fail(pos, "cannot use :reduce alongside :into/:uniq in comprehension")
	}
}

// refuseBody ends the compilation at a second do:, which no clause of Elixir's
// compiler takes. It is left with the options from there on and with those before
// it, false if they were not given.
func (c *compiler) refuseBody(pos syntax.Pos, options []*syntax.Pair, second int) {
	q := &quoter{c: c, context: term.Nil, lines: true}
	option := func(p *syntax.Pair) term.Term { return term.Tuple{q.term(p.Key), q.term(p.Value)} }
	var rest []term.Term
	for _, p := range options[second:] {
		rest = append(rest, option(p))
	}
	args := []term.Term{term.List(rest...), falseTerm, falseTerm, falseTerm}
	for _, p := range options[:second] {
		args[slices.Index([]string{"", "into", "uniq", "reduce"}, p.Key.(*syntax.Atom).Name)] = option(p)
	}
	panic(bail{err: exception.Raise(term.Atom("function_clause")).In(exception.Frame{
		Module: "elixir_expand", Function: "validate_for_options", Arity: len(args), Args: args, HasArgs: true,
	})})
}

func (c *compiler) qualifier(n syntax.Node) qualifier {
	if bits, ok := n.(*syntax.Bitstring); ok {
		if q, ok := c.bitQualifier(bits); ok {
			return q
		}
	}
	arrow, ok := n.(*syntax.Binary)
	if !ok || arrow.Op != "<-" {
		return qualifier{value: c.expr(n, false), filter: true}
	}
	value := c.apart(arrow.Right)
	step := c.step()
	match, guard := c.guardedPattern(arrow.Left)
	return qualifier{value: value, match: match, guard: guard, line: n.Position().Line, step: step}
}

func (f *comprehension) run(m *machine) (term.Term, error) {
	c := &collector{comprehension: f, m: m, seen: term.NewMap()}
	var target term.Term
	var err error
	if f.initial != nil {
		if c.acc, err = f.initial(m); err != nil {
			return nil, err
		}
	}
	if f.into != nil {
		if target, err = f.into(m); err != nil {
			return nil, err
		}
	}
	if err := c.from(0); err != nil {
		m.halt(target, f.line)
		if c.inStep {
			m.line = f.line
		}
		if c.inStep && f.last {
			m.line = noFrame
		}
		return nil, err
	}
	switch {
	case f.initial != nil:
		return c.acc, nil
	case f.into != nil:
		value, err := m.collect(c.values, target, f.line)
		return value, c.collecting(target, err)
	}
	return term.List(c.values...), nil
}

// from runs the qualifiers from the i-th on.
func (c *collector) from(i int) error {
	if i == len(c.qualifiers) {
		return c.take()
	}
	q := &c.qualifiers[i]
	value, err := q.value(c.m)
	if err != nil {
		return err
	}
	switch {
	case q.filter:
		if !term.Truthy(value) {
			return nil
		}
		return c.from(i + 1)
	case q.bits != nil:
		return c.eachBits(q, value, i)
	}
	inside := false
	err = c.m.each(value, q.line, func(element term.Term) error {
		if !q.match(c.m, element) || q.guard != nil && !q.guard(c.m) {
			return nil
		}
		err := c.inReduce(q, value, c.from(i+1))
		inside = err != nil
		return err
	})
	c.inStep = c.inStep || err != nil && i > 0 && q.step != nil // the step before went on with this loop
	var x *exception.Error
	if !inside && c.inPrompt && c.into == nil && term.IsList(value) && errors.As(err, &x) {
		x.Stack[0] = c.endless(value)
	}
	return c.throughStream(value, err)
}

// take runs the body for the values of the qualifiers.
func (c *collector) take() error {
	if c.initial != nil {
		return c.reduce()
	}
	value, err := c.body(c.m)
	if err != nil {
		return err
	}
	if c.unique {
		if _, found := c.seen.Get(value); found {
			return nil
		}
		c.seen = c.seen.Put(value, trueTerm)
	}
	c.values = append(c.values, value)
	return nil
}

func (c *collector) reduce() error {
	for i := range c.reducer {
		cl := &c.reducer[i]
		if !cl.takes(c.m, c.acc) {
			continue
		}
		value, err := cl.body(c.m)
		c.acc = value
		return err
	}
	c.m.line = c.line
	return exception.Raise(term.Tuple{term.Atom("case_clause"), c.acc})
}

// each calls f with the elements of an enumerable.
func (m *machine) each(enumerable term.Term, line int, f func(term.Term) error) error {
	switch t := enumerable.(type) {
	case term.EmptyList:
		return nil
	case *term.Cons:
		return m.eachCell(t, line, f)
	case *term.Map:
		name, ok := structName(t)
		if !ok {
			return m.eachPair(t, f)
		}
		if name == term.Alias("Range") {
			return m.eachNumber(t, f)
		}
	}
	return m.eachOutside(enumerable, line, f)
}

func (m *machine) eachCell(cell *term.Cons, line int, f func(term.Term) error) error {
	for {
		m.self.Checkpoint()
		if err := f(cell.Head); err != nil {
			return err
		}
		switch next := cell.Tail.(type) {
		case *term.Cons:
			cell = next
			continue
		case term.EmptyList:
			return nil
		default:
			m.line = line
			return exception.Raise(term.Atom("function_clause")).In(exception.Frame{
				Module: "lists", Function: "foldl", Arity: 3})
		}
	}
}

func (m *machine) eachPair(t *term.Map, f func(term.Term) error) error {
	for _, p := range t.Pairs() {
		m.self.Checkpoint()
		if err := f(term.Tuple{p.Key, p.Value}); err != nil {
			return err
		}
	}
	return nil
}

func (m *machine) eachNumber(t *term.Map, f func(term.Term) error) error {
	first, last, step := rangeFields(t)
	down := term.Compare(step, term.Int(0)) < 0
	for at := first; ; at, _ = term.Add(at, step) {
		if c := term.Compare(at, last); down && c < 0 || !down && c > 0 {
			return nil
		}
		m.self.Checkpoint()
		if i, ok := at.(term.Int); ok {
			at = m.integer(i)
		}
		if err := f(at); err != nil {
			return err
		}
	}
}

// eachOutside leaves the enumerable to the library. The frame may not be the
// current one when the library calls back, so it is put in its place.
func (m *machine) eachOutside(enumerable term.Term, line int, f func(term.Term) error) error {
	each := m.ev.options.Each
	if each == nil {
		m.line = line
		return noProtocol("Enumerable", enumerable)
	}
	slots := m.slots
	m.outside()
	var inner error
	err := each(m.self, enumerable, func(element term.Term) error {
		m.slots = slots
		inner = f(element)
		return inner
	})
	m.slots = slots
	if err != nil && !(inner != nil && errors.Is(err, inner)) {
		m.line = line
		err = exception.In(err, framesOfReduce(err)...)
	}
	return err
}

// framesOfReduce are the frames of Enum.reduce/3, with which Elixir goes
// through what turned out to be no enumerable.
func framesOfReduce(err error) []exception.Frame {
	var x *exception.Error
	loop := exception.Frame{Module: term.Alias("Enum"), Function: "reduce", Arity: 3, File: "lib/enum.ex", Line: 4307}
	if errors.As(err, &x) && len(x.Stack) == 2 && x.Stack[1].Function == "-resource/3-fun-0-" {
		return []exception.Frame{loop}
	}
	if x == nil || len(x.Stack) != 1 {
		return nil
	}
	switch {
	case x.Stack[0].Module == term.Alias("Enumerable.Function"):
		return []exception.Frame{loop}
	case x.Stack[0].Function == "impl_for!":
		return []exception.Frame{{Module: term.Alias("Enumerable"), Function: "reduce", Arity: 3, File: "lib/enum.ex", Line: 166}, loop}
	}
	return nil
}
