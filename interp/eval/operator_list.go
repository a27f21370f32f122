package eval

import (
	"gex/interp/syntax"
	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/term"
)

// pipe compiles left |> call(args): left becomes the first argument.
func (c *compiler) pipe(n *syntax.Binary, tail bool) thunk {
	var compiled thunk
	c.expanding(n.Pos, "|>", 2, func() {
		c.inPlace(func() { compiled = c.expr(c.piped(n), tail) })
	})
	return compiled
}

func (c *compiler) piped(n *syntax.Binary) syntax.Node {
	left, given := n.Left, syntax.Node(n.Left)
	if call, ok := n.Right.(*syntax.Call); ok && call.Name == "dbg" && call.Target == nil {
		return &syntax.Call{Pos: call.Pos, Name: "dbg", Args: append([]syntax.Node{left}, call.Args...), Parens: true}
	}
	if v, ok := n.Right.(*syntax.Var); ok && plainName(v.Name) == "dbg" {
		return &syntax.Call{Pos: v.Pos, Name: "dbg", Args: []syntax.Node{left}, Parens: true}
	}
	switch right := n.Right.(type) {
	case *syntax.Call:
		call := *right
		call.Args = append([]syntax.Node{left}, right.Args...)
		call.Parens = true
		return &call
	case *syntax.Var:
		return &syntax.Call{Pos: right.Pos, Name: plainName(right.Name), Args: []syntax.Node{left}}
	case *syntax.AnonCall:
		call := *right
		call.Args = append([]syntax.Node{left}, right.Args...)
		return &call
	case *syntax.Sigil: // in its quoted form a call like the following
		return &syntax.Call{Pos: right.Pos, Name: "sigil_" + string(right.Name), Args: []syntax.Node{left, &syntax.Bitstring{Pos: right.Pos},
			&syntax.List{Pos: right.Pos}}, Parens: true}
	case *syntax.Access:
		return &syntax.Call{Pos: right.Pos, Target: &syntax.Atom{Pos: right.Pos, Name: string(accessModule)}, Name: "get",
			Args: []syntax.Node{left, right.X, right.Key}, Parens: true}
	case *syntax.Range:
		if right.Step != nil {
			return &syntax.Call{Pos: right.Pos, Name: "..//", Args: []syntax.Node{left, right.First, right.Last, right.Step}, Parens: true}
		}
	case *syntax.Unary:
		return c.pipedUnary(right)
	case *syntax.Fn:
		c.failPipe(299, "cannot pipe %s into an anonymous function without calling the function; use Kernel.then/2 instead or "+
			"define the anonymous function as a regular private function", syntaxText(given))
	}
	switch op := operatorName(n.Right); op {
	case "":
	case "+", "-": // may have one operand, too
		c.failPipe(318, "cannot pipe %s into %s, the %s operator can only take one argument",
			syntaxText(given), syntaxText(n.Right), show(term.Atom(op)))
	default:
		c.failPipe(323, "cannot pipe %s into %s, the %s operator can only take two arguments",
			syntaxText(given), syntaxText(n.Right), show(term.Atom(op)))
	}
	c.failPipe(lineOfPipe(n.Right), "cannot pipe %s into %s, can only pipe into local calls foo(), remote calls Foo.bar() or "+
		"anonymous function calls foo.()", syntaxText(given), syntaxText(n.Right))
	return nil
}

// operatorName is the binary operator that a tree applies, or "".
func operatorName(n syntax.Node) string {
	switch n := n.(type) {
	case *syntax.Binary:
		return n.Op
	case *syntax.Range:
		if n.Step == nil {
			return ".."
		}
	}
	return ""
}

func (c *compiler) pipedUnary(right *syntax.Unary) syntax.Node {
	c.failPipe(310, "piping into a unary operator is not supported, please use the qualified name: Kernel.%s(%s), instead of %s",
		right.Op, syntaxText(right.X), syntaxText(right))
	return nil
}

// lineOfPipe is the line of macro.ex that refuses to pipe into n.
func lineOfPipe(n syntax.Node) int {
	switch n.(type) {
	case *syntax.Capture:
		return 274
	case *syntax.Map, *syntax.Struct, *syntax.Tuple:
		return 278
	case *syntax.Bitstring:
		return 287
	case *syntax.Alias:
		return 283
	}
	return 333
}

// failPipe ends the compilation as Macro.pipe/3 does; the line is that of macro.ex.
func (c *compiler) failPipe(line int, format string, args ...any) {
	panic(bail{err: exception.ArgumentError(format, args...).In(
		exception.Frame{Module: term.Alias("Macro"), Function: "pipe", Arity: 3, File: "lib/macro.ex", Line: line}, foldlFrame)})
}

// failArgument ends the compilation with an ArgumentError, as macros do.
func (c *compiler) failArgument(format string, args ...any) {
	panic(bail{err: exception.ArgumentError(format, args...)})
}

// membership compiles left in right, with a list or range known from the
// source without building it.
func (c *compiler) membership(n *syntax.Binary) thunk {
	beside := c.siblings()
	defer beside.done()
	left, line := beside.expr(n.Left), n.Line
	if list, ok := n.Right.(*syntax.List); ok && list.Tail == nil {
		return c.memberOf(left, beside.exprs(list.Elems))
	}
	if r, ok := n.Right.(*syntax.Range); ok && r.First != nil {
		right := beside.compiled(func() thunk { return c.rangeExpr(r) })
		return func(m *machine) (term.Term, error) {
			members, value, err := m.two(right, left)
			if err != nil {
				return nil, err
			}
			return truth(inRange(value, members.(*term.Map))), nil
		}
	}
	right := beside.expr(n.Right)
	if c.guard {
		if _, ok := c.literal(n.Right); !ok {
			c.failMembers(n.Right)
		}
	}
	_, isList := n.Right.(*syntax.List) // in which Erlang looks, and not Enum
	return func(m *machine) (value term.Term, err error) {
		var members term.Term
		if isList {
			value, members, err = m.two(left, right)
		} else {
			members, value, err = m.two(right, left)
		}
		if err != nil {
			return nil, err
		}
		return m.member(members, value, line)
	}
}

// memberOf compares with all in order.
func (c *compiler) memberOf(left thunk, members []thunk) thunk {
	return func(m *machine) (term.Term, error) {
		value, err := left(m)
		if err != nil {
			return nil, err
		}
		found := false
		for _, member := range members {
			candidate, err := member(m)
			if err != nil {
				return nil, err
			}
			found = found || term.Same(value, candidate)
		}
		return truth(found), nil
	}
}

func inRange(value term.Term, r *term.Map) bool {
	if !term.IsInteger(value) {
		return false
	}
	first, last, step := rangeFields(r)
	low, high := first, last
	if term.Compare(step, term.Int(0)) < 0 {
		low, high = last, first
	}
	if term.Compare(value, low) < 0 || term.Compare(value, high) > 0 {
		return false
	}
	offset, _ := term.Sub(value, first)
	rest, _ := term.Rem(offset, step)
	return rest == term.Term(term.Int(0))
}

func rangeFields(r *term.Map) (first, last, step term.Term) {
	first, _ = r.Get(term.Atom("first"))
	last, _ = r.Get(term.Atom("last"))
	step, ok := r.Get(term.Atom("step"))
	if !ok {
		step = term.Int(1)
		if term.Compare(first, last) > 0 {
			step = term.Int(-1)
		}
	}
	return first, last, step
}

// member is Enum.member?/2.
func (m *machine) member(members, value term.Term, line int) (term.Term, error) {
	if elements, ok := term.Slice(members); ok {
		for _, e := range elements {
			if term.Same(e, value) {
				return trueTerm, nil
			}
		}
		return falseTerm, nil
	}
	if r, ok := structOf(members, term.Alias("Range")); ok {
		return truth(inRange(value, r)), nil
	}
	if !m.ev.table.Exports("Elixir.Enum", "member?", 2) {
		return m.fail(line, noProtocol("Enumerable", members))
	}
	return m.callNamed("Elixir.Enum", "member?", []term.Term{members, value}, line)
}

// badArg is the exception of a function of module erlang that was called with
// wrong arguments.
func badArg(name string, args ...term.Term) *exception.Error {
	return exception.BadArg("erlang", name, args...)
}

// listOperator compiles ++ and --.
func (c *compiler) listOperator(n *syntax.Binary) thunk {
	left, right := c.two(n.Left, n.Right)
	line, op := n.Line, n.Op
	compute := appendLists
	if op == "--" {
		compute = subtractLists
	}
	return func(m *machine) (term.Term, error) {
		a, b, err := m.two(left, right)
		if err != nil {
			return nil, err
		}
		value, ok := compute(a, b)
		if !ok {
			return m.fail(line, exception.Raise(term.Atom("badarg")).In(exception.Frame{
				Module: "erlang", Function: op, Args: []term.Term{a, b}, HasArgs: true,
			}))
		}
		return value, nil
	}
}

func appendLists(a, b term.Term) (term.Term, bool) {
	elements, ok := term.Slice(a)
	return term.ListWithTail(elements, b), ok
}

func subtractLists(a, b term.Term) (term.Term, bool) {
	elements, okA := term.Slice(a)
	removed, okB := term.Slice(b)
	if !okA || !okB {
		return nil, false
	}
	pending := term.NewMap()
	for _, e := range removed {
		count, _ := pending.Get(e)
		n, _ := count.(term.Int)
		pending = pending.Put(e, n+1)
	}
	kept := make([]term.Term, 0, len(elements))
	for _, e := range elements {
		count, _ := pending.Get(e)
		if n, _ := count.(term.Int); n > 0 {
			pending = pending.Put(e, n-1)
			continue
		}
		kept = append(kept, e)
	}
	return term.List(kept...), true
}

// importedFunction finds what &name/arity captures outside of modules.
func (c *compiler) importedFunction(name string, arity int) (term.Atom, bool) {
	key := code.Key{Name: name, Arity: arity}
	if c.definesLocal(key) {
		return "", false
	}
	if _, known := intrinsics[key]; (known || erlangNames[name] != "" && arity == 2) && !c.outsideKernel(syntax.Pos{}, name, arity) {
		return kernel, true
	}
	return c.imported(key)
}
