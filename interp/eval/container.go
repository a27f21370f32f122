package eval

import (
	"gex/interp/syntax"
	"gex/runtime/exception"
	"gex/runtime/term"
)

// tuple compiles {a, b, ...}.
func (c *compiler) tuple(elements []thunk) thunk {
	if len(elements) == 2 {
		first, second := elements[0], elements[1]
		return func(m *machine) (term.Term, error) {
			a, err := first(m)
			if err != nil {
				return nil, err
			}
			b, err := second(m)
			if err != nil {
				return nil, err
			}
			return term.Tuple2(a, b), nil
		}
	}
	return func(m *machine) (term.Term, error) {
		values, err := m.values(elements)
		return term.Tuple(values), err
	}
}

// result compiles {:tag, a} or {:tag, a, b} as the value of a function: the
// caller may want the parts and no tuple; see function.callResult.
func (c *compiler) result(n *syntax.Tuple) thunk {
	tag := term.Atom(n.Elems[0].(*syntax.Atom).Name)
	var tagTerm term.Term = tag
	parts := append(c.exprs(n.Elems[1:]), nil)
	first, second := parts[0], parts[1]
	return func(m *machine) (term.Term, error) {
		a, err := first(m)
		if err != nil {
			return nil, err
		}
		var b term.Term
		if second != nil {
			if b, err = second(m); err != nil {
				return nil, err
			}
		}
		if m.resultDepth > 0 && m.depth == m.resultDepth {
			m.result.Tag, m.result.First, m.result.Second = tag, a, b
			return a, nil
		}
		if second == nil {
			return term.Tuple2(tagTerm, a), nil
		}
		return term.Tuple3(tagTerm, a, b), nil
	}
}

// isResult reports whether a tuple is one of those that a code.Result is of.
func isResult(n *syntax.Tuple) bool {
	if len(n.Elems) != 2 && len(n.Elems) != 3 {
		return false
	}
	tag, ok := n.Elems[0].(*syntax.Atom)
	return ok && tag.Name != ""
}

// values runs thunks in turn into a new slice.
func (m *machine) values(thunks []thunk) ([]term.Term, error) {
	values := make([]term.Term, len(thunks))
	for i, t := range thunks {
		value, err := t(m)
		if err != nil {
			return nil, err
		}
		values[i] = value
	}
	return values, nil
}

// list compiles [a, b | tail].
func (c *compiler) list(n *syntax.List) thunk {
	beside := c.siblings()
	heads, tail := beside.exprs(n.Elems), constant(term.Empty)
	if n.Tail != nil {
		tail = beside.expr(n.Tail)
	}
	beside.done()
	if len(heads) == 1 {
		return cons(heads[0], tail)
	}
	return func(m *machine) (term.Term, error) {
		values, err := m.values(heads)
		if err != nil {
			return nil, err
		}
		end, err := tail(m)
		if err != nil {
			return nil, err
		}
		return term.ListWithTail(values, end), nil
	}
}

func cons(head, tail thunk) thunk {
	return func(m *machine) (term.Term, error) {
		h, err := head(m)
		if err != nil {
			return nil, err
		}
		t, err := tail(m)
		if err != nil {
			return nil, err
		}
		return &term.Cons{Head: h, Tail: t}, nil
	}
}

// keywords compiles a keyword list without brackets.
func (c *compiler) keywords(n *syntax.Keywords) thunk {
	list := listOf(n)
	if value, ok := c.literal(list); ok {
		return constant(value)
	}
	return c.list(list)
}

// listOf is a keyword list with its brackets.
func listOf(n *syntax.Keywords) *syntax.List {
	elements := make([]syntax.Node, len(n.Pairs))
	for i, p := range n.Pairs {
		elements[i] = p
	}
	return &syntax.List{Pos: n.Pos, Elems: elements}
}

// fields compiles the keys and values of a map, and what they update, if it is
// there.
func (c *compiler) fields(n *syntax.Map) (keys, values []thunk, base thunk) {
	beside := c.siblings()
	defer beside.done()
	if n.Base != nil {
		base = beside.expr(n.Base)
	}
	for _, e := range n.Elems {
		pair, ok := e.(*syntax.Pair)
		if !ok {
			c.expr(e, false)
			c.fail(e.Position(), "expected key-value pairs in a map, got: %s", syntaxText(e))
		}
		keys = append(keys, beside.expr(pair.Key))
		values = append(values, beside.expr(pair.Value))
	}
	return keys, values, base
}

// mapExpr compiles %{...} and %{base | ...}.
func (c *compiler) mapExpr(n *syntax.Map) thunk {
	keys, values, base := c.fields(n)
	c.warnDuplicates(n)
	if base != nil {
		return c.updateMap(base, keys, values, n.Line)
	}
	if len(keys) == 0 {
		return constant(term.NewMap())
	}
	return func(m *machine) (term.Term, error) {
		pairs := make([]term.Pair, len(keys))
		for i := range keys {
			key, err := keys[i](m)
			if err != nil {
				return nil, err
			}
			value, err := values[i](m)
			if err != nil {
				return nil, err
			}
			pairs[i] = term.Pair{Key: key, Value: value}
		}
		return term.NewMap(pairs...), nil
	}
}

// warnDuplicates reports keys that are given twice.
func (c *compiler) warnDuplicates(n *syntax.Map) {
	c.duplicates(n, func(message string) { c.warnHere(n.Pos, message) })
}

// duplicates calls report for each literal key that comes again.
func (c *compiler) duplicates(n *syntax.Map, report func(message string)) {
	seen := term.NewMap()
	for _, e := range n.Elems {
		pair, ok := e.(*syntax.Pair)
		if !ok {
			continue
		}
		key, ok := c.literal(pair.Key)
		if !ok {
			continue
		}
		if has(seen, key) {
			report("key " + quotedText(key) + " will be overridden in map")
		}
		seen = seen.Put(key, trueTerm)
	}
}

// updateMap is %{base | key => value}: all keys must be there.
func (c *compiler) updateMap(base thunk, keys, values []thunk, line int) thunk {
	inPrompt := c.scope.fn.inPrompt
	return func(m *machine) (term.Term, error) {
		value, err := base(m)
		if err != nil {
			return nil, err
		}
		result, ok := term.AsMap(value)
		if !ok {
			return m.fail(line, badMap(value, inPrompt))
		}
		for i := range keys {
			key, err := keys[i](m)
			if err != nil {
				return nil, err
			}
			value, err := values[i](m)
			if err != nil {
				return nil, err
			}
			if _, found := result.Get(key); !found {
				return m.fail(line, badKey(key, value, result, inPrompt))
			}
			result = result.Put(key, value)
		}
		return result, nil
	}
}

// badMap and badKey are the exceptions of an update. Only code that is
// interpreted by real IEx tells the function that failed.
func badMap(value term.Term, inPrompt bool) error {
	err := exception.Raise(term.Tuple{term.Atom("badmap"), value})
	if !inPrompt {
		return err
	}
	return err.In(exception.Frame{
		Module: "maps", Function: "put", Arity: 3, Args: []term.Term{term.Atom("k"), term.Atom("v"), value}, HasArgs: true,
	})
}

// updateFrame and foldlFrame are the fold of erl_eval over the keys of an update.
var (
	updateFrame = interpreter("-expr/6-fun-0-", 2, 309)
	foldlFrame  = exception.Frame{Module: "lists", Function: "foldl", Arity: 3, File: "lists.erl", Line: 1350}
)

func badKey(key, value term.Term, m *term.Map, inPrompt bool) error {
	err := exception.Raise(term.Tuple{term.Atom("badkey"), key})
	if !inPrompt {
		return err
	}
	return err.In(exception.Frame{
		Module: "maps", Function: "update", Arity: 3, Args: []term.Term{key, value, m}, HasArgs: true,
		Info: term.NewMap(term.Pair{Key: term.Atom("module"), Value: term.Atom("erl_stdlib_errors")}),
	}, updateFrame, foldlFrame, interpreter("expr", 6, 306))
}

// rangeExpr compiles first..last//step.
func (c *compiler) rangeExpr(n *syntax.Range) (compiled thunk) {
	name, arity := "..", 2
	switch {
	case n.First == nil:
		return constant(rangeTerm(term.Int(0), term.Int(-1), term.Int(1)))
	case n.Step != nil:
		name, arity = "..//", 3
	}
	c.expanding(n.Pos, name, arity, func() { compiled = c.rangeOf(n) })
	return compiled
}

func (c *compiler) rangeOf(n *syntax.Range) thunk {
	c.checkLimits(n)
	beside := c.siblings()
	first, last, step := beside.expr(n.First), beside.expr(n.Last), constant(nil)
	if n.Step != nil {
		step = beside.expr(n.Step)
	}
	beside.done()
	line := n.Line
	return func(m *machine) (term.Term, error) {
		a, err := first(m)
		if err != nil {
			return nil, err
		}
		b, err := last(m)
		if err != nil {
			return nil, err
		}
		s, err := step(m)
		if err != nil {
			return nil, err
		}
		value, err := newRange(a, b, s)
		if err != nil {
			return m.fail(line, err)
		}
		return value, nil
	}
}

// checkLimits fails for limits that are known to be no integers.
func (c *compiler) checkLimits(n *syntax.Range) {
	if c.isNoLimit(n.First) || c.isNoLimit(n.Last) {
		shown := &syntax.Range{Pos: n.Pos, First: c.limitShown(n.First), Last: c.limitShown(n.Last)}
		panic(bail{err: exception.ArgumentError("ranges (first..last//step) expect both sides to be integers, got: %s", syntaxText(shown)).In(kernelFrame("validate_range!", 2, 3938))})
	}
	if n.Step == nil {
		return
	}
	if step, ok := c.literal(n.Step); ok && (!term.IsInteger(step) || term.Same(step, term.Int(0))) {
		panic(bail{err: exception.ArgumentError("ranges (first..last//step) expect the step to be a non-zero integer, got: %s",
			show(step)).In(kernelFrame("validate_step!", 1, 3947))})
	}
}

// isNoLimit reports whether an expression stands for an atom, a float, a string
// or a list, whatever its variables are.
func (c *compiler) isNoLimit(n syntax.Node) bool {
	switch n.(type) {
	case *syntax.List, *syntax.Keywords, *syntax.Float:
		return true
	case *syntax.Unary:
		return false
	}
	switch value, _ := c.literal(n); value.(type) {
	case term.Atom, term.Binary, term.EmptyList, *term.Cons:
		return true
	}
	return false
}

// limitShown is a limit in an error: a sigil by what it stands for.
func (c *compiler) limitShown(n syntax.Node) syntax.Node {
	if _, isSigil := n.(*syntax.Sigil); isSigil {
		if value, ok := c.literal(n); ok {
			return &literalNode{&syntax.Atom{Pos: n.Position()}, value}
		}
	}
	return n
}

func rangeTerm(first, last, step term.Term) *term.Map {
	return term.NewMap(
		term.Pair{Key: term.Atom("__struct__"), Value: term.Alias("Range")},
		term.Pair{Key: term.Atom("first"), Value: first},
		term.Pair{Key: term.Atom("last"), Value: last},
		term.Pair{Key: term.Atom("step"), Value: step})
}

// newRange checks the limits of a range; a nil step follows from them.
func newRange(first, last, step term.Term) (term.Term, error) {
	limits := "ranges (first..last) expect both sides to be integers, got: " + show(first) + ".." + show(last)
	if step != nil {
		limits = "ranges (first..last//step) expect both sides to be integers and the step to be a " +
			"non-zero integer, got: " + show(first) + ".." + show(last) + "//" + show(step)
	}
	if !term.IsInteger(first) || !term.IsInteger(last) {
		return nil, badRange(limits, step)
	}
	if step == nil {
		step = term.Int(1)
		if term.Compare(first, last) > 0 {
			step = term.Int(-1)
		}
	} else if !term.IsInteger(step) || step == term.Int(0) {
		return nil, badRange(limits, step)
	}
	return rangeTerm(first, last, step), nil
}

func badRange(message string, step term.Term) error {
	frame := exception.Frame{Module: term.Alias("Range"), Function: "new", Arity: 2, File: "lib/range.ex", Line: 193}
	if step != nil {
		frame.Arity, frame.Line = 3, 215
	}
	return exception.ArgumentError("%s", message).In(frame)
}

// badGenerator is the exception of a bitstring generator over something else.
func badGenerator(value term.Term) error {
	return exception.Raise(term.Tuple{term.Atom("bad_generator"), value})
}
