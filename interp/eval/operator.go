package eval

import (
	"strings"

	"gex/interp/syntax"
	"gex/runtime/exception"
	"gex/runtime/term"
)

// operators are the names of operators that can be captured as functions.
var operators = map[string]bool{
	"+": true, "-": true, "*": true, "/": true, "++": true, "--": true, "<>": true,
	"==": true, "!=": true, "===": true, "!==": true, "<": true, ">": true, "<=": true, ">=": true,
	"and": true, "or": true, "not": true, "!": true, "&&": true, "||": true, "in": true, "=~": true,
	"|>": true, "..": true, "&&&": true, "|||": true, "<<<": true, ">>>": true, "~~~": true, "^^^": true,
}

// erlangNames are the operators that are functions of Erlang, by their names there.
var erlangNames = map[string]string{
	"+": "+", "-": "-", "*": "*", "/": "/", "++": "++", "--": "--", "==": "==", "!=": "/=", "===": "=:=",
	"!==": "=/=", "<": "<", ">": ">", "<=": "=<", ">=": ">=", "not": "not",
}

// binary compiles an operator between two operands.
func (c *compiler) binary(n *syntax.Binary, tail bool) thunk {
	if n.Op == "=" {
		return c.match(n)
	}
	if c.outsideKernel(n.Pos, n.Op, 2) {
		return c.call(&syntax.Call{Pos: n.Pos, Name: n.Op, Args: []syntax.Node{n.Left, n.Right}, Parens: true}, tail)
	}
	switch n.Op {
	case "|>":
		return c.pipe(n, tail)
	case "&&", "||", "and", "or", "in", "<>":
		return c.macroOperator(n, tail)
	}
	c.remarkFailing(n.Pos, "erlang", erlangNames[n.Op], []syntax.Node{n.Left, n.Right})
	if compute := arithmetic[n.Op]; compute != nil {
		return c.arithmetic(n, compute)
	}
	if compare := comparisons[n.Op]; compare != nil {
		return c.comparison(n, compare)
	}
	switch n.Op {
	case "++", "--":
		return c.listOperator(n)
	case "|":
		c.fail(n.Pos, "%s", misplacedBar)
	case "::":
		c.fail(n.Pos, "%s", misplacedType)
	case "->", "=>":
		c.fail(n.Pos, "misplaced operator %s/2", n.Op)
	}
	return c.call(&syntax.Call{Pos: n.Pos, Name: n.Op, Args: []syntax.Node{n.Left, n.Right}, Parens: true}, tail)
}

// macroOperator compiles the operators that are macros of Kernel.
func (c *compiler) macroOperator(n *syntax.Binary, tail bool) (compiled thunk) {
	c.expanding(n.Pos, n.Op, 2, func() {
		switch n.Op {
		case "in":
			compiled = c.membership(n)
		case "<>":
			compiled = c.concat(n)
		default:
			compiled = c.logical(n, tail)
		}
	})
	return compiled
}

const misplacedBar = `misplaced operator |/2

The | operator is typically used between brackets as the cons operator:

    [head | tail]

where head is a single element and the tail is the remaining of a list.
It is also used to update maps and structs, via the %{map | key: value} notation,
and in typespecs, such as @type and @spec, to express the union of two types`

const misplacedType = `misplaced operator ::/2

The :: operator is typically used in bitstrings to specify types and sizes of segments:

    <<size::32-integer, letter::utf8, rest::binary>>

It is also used in typespecs, such as @type and @spec, to describe inputs and outputs`

// arithmetic are the operators on numbers.
var arithmetic = map[string]func(a, b term.Term) (term.Term, bool){
	"+": term.Add, "-": term.Sub, "*": term.Mul, "/": term.Div,
}

// badArith is the exception of arithmetic on what it is not defined for.
func badArith(name string, args ...term.Term) *exception.Error {
	return exception.Raise(term.Atom("badarith")).In(exception.Frame{
		Module: "erlang", Function: name, Args: args, HasArgs: true, Info: builtinInfo,
	})
}

// refused is the exception of an operator that could not be computed: integers
// that give too large a number are a limit of the system.
func refused(op string, a, b term.Term) *exception.Error {
	if op == "*" && term.IsInteger(a) && term.IsInteger(b) {
		return exception.Raise(term.Atom("system_limit"))
	}
	return badArith(op, a, b)
}

// builtinInfo is the error_info of arithmetic that failed.
var builtinInfo term.Term = term.NewMap(term.Pair{Key: term.Atom("module"), Value: term.Atom("erl_erts_errors")})

func (c *compiler) arithmetic(n *syntax.Binary, compute func(a, b term.Term) (term.Term, bool)) thunk {
	left, right := c.two(n.Left, n.Right)
	line := n.Line
	if fast := c.increment(n, left, right); fast != nil {
		return fast
	}
	if n.Op == "+" || n.Op == "-" {
		return c.additive(n, left, right)
	}
	op := n.Op
	return func(m *machine) (term.Term, error) {
		a, b, err := m.two(left, right)
		if err != nil {
			return nil, err
		}
		value, ok := compute(a, b)
		if !ok {
			return m.fail(line, refused(op, a, b))
		}
		return value, nil
	}
}

func (m *machine) two(left, right thunk) (a, b term.Term, err error) {
	if a, err = left(m); err != nil {
		return nil, nil, err
	}
	b, err = right(m)
	return a, b, err
}

// additive is + and -, the commonest of operators, without a call for small
// integers.
func (c *compiler) additive(n *syntax.Binary, left, right thunk) thunk {
	line := n.Line
	if n.Op == "+" {
		return func(m *machine) (term.Term, error) {
			a, err := left(m)
			if err != nil {
				return nil, err
			}
			b, err := right(m)
			if err != nil {
				return nil, err
			}
			x, okX := a.(term.Int)
			y, okY := b.(term.Int)
			if sum := x + y; okX && okY && (sum > x) == (y > 0) {
				return m.integer(sum), nil
			}
			value, ok := term.Add(a, b)
			if !ok {
				return m.fail(line, badArith("+", a, b))
			}
			return value, nil
		}
	}
	return func(m *machine) (term.Term, error) {
		a, b, err := m.two(left, right)
		if err != nil {
			return nil, err
		}
		x, okX := a.(term.Int)
		y, okY := b.(term.Int)
		if difference := x - y; okX && okY && (difference < x) == (y > 0) {
			return m.integer(difference), nil
		}
		value, ok := term.Sub(a, b)
		if !ok {
			return m.fail(line, badArith("-", a, b))
		}
		return value, nil
	}
}

// increment compiles x + 1, 1 + x and x - 1 for any small literal.
func (c *compiler) increment(n *syntax.Binary, left, right thunk) thunk {
	literal, ok := n.Right.(*syntax.Int)
	swapped := false
	if number, isLeft := n.Left.(*syntax.Int); isLeft && n.Op == "+" {
		literal, ok, swapped, left = number, true, true, right
	}
	_, okLeft := c.literal(n.Left)
	_, okRight := c.literal(n.Right)
	if !ok || okLeft && okRight || literal.Big != nil || literal.Value == 0 || literal.Value > 1<<32 || n.Op != "+" && n.Op != "-" {
		return nil
	}
	step, op, line, compiled := term.Int(literal.Value), n.Op, n.Line, !c.scope.fn.inPrompt
	if op == "-" {
		step = -step
	}
	failed := func(m *machine, a term.Term) (term.Term, error) {
		if compiled { // the instruction for it does not tell its operands
			return m.fail(line, exception.Raise(term.Atom("badarith")))
		}
		if swapped {
			return m.fail(line, badArith(op, term.Int(literal.Value), a))
		}
		return m.fail(line, badArith(op, a, term.Int(literal.Value)))
	}
	operand := n.Left
	if swapped {
		operand = n.Right
	}
	if slot, ok := c.slotOf(operand); ok {
		return incrementSlot(slot, step, failed)
	}
	return incrementValue(left, step, failed)
}

func incrementSlot(slot int, step term.Int, failed func(*machine, term.Term) (term.Term, error)) thunk {
	return func(m *machine) (term.Term, error) { return m.increment(m.slots[slot], step, failed) }
}

func incrementValue(value thunk, step term.Int, failed func(*machine, term.Term) (term.Term, error)) thunk {
	return func(m *machine) (term.Term, error) {
		a, err := value(m)
		if err != nil {
			return nil, err
		}
		return m.increment(a, step, failed)
	}
}

// increment returns a + step, or what failed returns if a is no number.
func (m *machine) increment(a term.Term, step term.Int, failed func(*machine, term.Term) (term.Term, error)) (term.Term, error) {
	if x, ok := a.(term.Int); ok {
		if sum := x + step; (sum > x) == (step > 0) {
			return m.integer(sum), nil
		}
	}
	if sum, ok := term.Add(a, step); ok {
		return sum, nil
	}
	return failed(m, a)
}

// slotOf returns the slot of a variable.
func (c *compiler) slotOf(n syntax.Node) (int, bool) {
	name, ok := n.(*syntax.Var)
	if !ok {
		return 0, false
	}
	v := c.scope.lookup(name.Name)
	if v == nil || v.value != nil {
		return 0, false
	}
	return v.slot, true
}

// comparisons are the operators that are defined for all terms.
var comparisons = map[string]func(a, b term.Term) bool{
	"==":  term.Equal,
	"!=":  func(a, b term.Term) bool { return !term.Equal(a, b) },
	"===": term.Same,
	"!==": func(a, b term.Term) bool { return !term.Same(a, b) },
	"<":   func(a, b term.Term) bool { return term.Compare(a, b) < 0 },
	">":   func(a, b term.Term) bool { return term.Compare(a, b) > 0 },
	"<=":  func(a, b term.Term) bool { return term.Compare(a, b) <= 0 },
	">=":  func(a, b term.Term) bool { return term.Compare(a, b) >= 0 },
}

// smallComparisons are the same for integers of 64 bits.
var smallComparisons = map[string]func(a, b term.Int) bool{
	"==":  func(a, b term.Int) bool { return a == b },
	"!=":  func(a, b term.Int) bool { return a != b },
	"===": func(a, b term.Int) bool { return a == b },
	"!==": func(a, b term.Int) bool { return a != b },
	"<":   func(a, b term.Int) bool { return a < b },
	">":   func(a, b term.Int) bool { return a > b },
	"<=":  func(a, b term.Int) bool { return a <= b },
	">=":  func(a, b term.Int) bool { return a >= b },
}

func (c *compiler) comparison(n *syntax.Binary, compare func(a, b term.Term) bool) thunk {
	test := c.compared(n, compare)
	return func(m *machine) (term.Term, error) {
		holds, err := test(m)
		if err != nil {
			return nil, err
		}
		return truth(holds), nil
	}
}

// compared compiles a comparison to a test.
func (c *compiler) compared(n *syntax.Binary, compare func(a, b term.Term) bool) test {
	left, right := c.two(n.Left, n.Right)
	small := smallComparisons[n.Op]
	c.warnComparison(n)
	slot, isSlot := c.slotOf(n.Left)
	limit, isLiteral := n.Right.(*syntax.Int)
	if isSlot && isLiteral && limit.Big == nil {
		return compareSlot(slot, term.Int(limit.Value), small, compare)
	}
	return func(m *machine) (bool, error) {
		a, err := left(m)
		if err != nil {
			return false, err
		}
		b, err := right(m)
		if err != nil {
			return false, err
		}
		if x, ok := a.(term.Int); ok {
			if y, ok := b.(term.Int); ok {
				return small(x, y), nil
			}
		}
		return compare(a, b), nil
	}
}

func compareSlot(slot int, limit term.Int, small func(a, b term.Int) bool, compare func(a, b term.Term) bool) test {
	var boxed term.Term = limit
	return func(m *machine) (bool, error) {
		if x, ok := m.slots[slot].(term.Int); ok {
			return small(x, limit), nil
		}
		return compare(m.slots[slot], boxed), nil
	}
}

// logical compiles the operators that look at their right side only if needed.
func (c *compiler) logical(n *syntax.Binary, tail bool) thunk {
	left, line, op := c.expr(n.Left, false), n.Line, n.Op
	var right thunk
	c.inClause(func() { right = c.block(n.Right, tail && !c.guard) })
	if op == "&&" || op == "||" {
		stop := op == "||"
		return func(m *machine) (term.Term, error) {
			value, err := left(m)
			if err != nil || term.Truthy(value) == stop {
				return value, err
			}
			return right(m)
		}
	}
	stop := truth(op == "or")
	next := truth(op != "or")
	return func(m *machine) (term.Term, error) {
		value, err := left(m)
		switch {
		case err != nil || value == stop:
			return value, err
		case value == next:
			return right(m)
		}
		return m.fail(line, exception.Raise(term.Tuple{term.Atom("badbool"), term.Atom(op), value}))
	}
}

// unary compiles an operator before its operand.
func (c *compiler) unary(n *syntax.Unary) thunk {
	if c.outsideKernel(n.Pos, n.Op, 1) {
		return c.call(&syntax.Call{Pos: n.Pos, Name: n.Op, Args: []syntax.Node{n.X}, Parens: true}, false)
	}
	if n.Op == "@" {
		if call, ok := n.X.(*syntax.Call); ok && call.Target == nil {
			return c.attributeOfMany(n, call)
		}
	}
	if n.Op == "@" {
		c.noAttribute(n)
	}
	var x thunk
	line, op := n.Line, n.Op
	if op == "!" {
		c.expanding(n.Pos, "!", 1, func() { x = c.expr(n.X, false) })
	} else {
		x = c.expr(n.X, false)
	}
	var compute func(term.Term) (term.Term, error)
	switch op {
	case "!":
		compute = func(v term.Term) (term.Term, error) { return truth(!term.Truthy(v)), nil }
	case "not":
		compute = negate
	case "-":
		compute = computed("-", term.Neg)
	case "+":
		compute = computed("+", func(v term.Term) (term.Term, bool) { return term.Add(v, term.Int(0)) })
	default:
		return c.call(&syntax.Call{Pos: n.Pos, Name: op, Args: []syntax.Node{n.X}, Parens: true}, false)
	}
	return func(m *machine) (term.Term, error) {
		v, err := x(m)
		if err != nil {
			return nil, err
		}
		value, err := compute(v)
		if err != nil {
			return m.fail(line, err)
		}
		return value, nil
	}
}

func negate(v term.Term) (term.Term, error) {
	switch v {
	case term.Term(term.True):
		return falseTerm, nil
	case term.Term(term.False):
		return trueTerm, nil
	}
	return nil, exception.Raise(term.Atom("badarg")).In(exception.Frame{
		Module: "erlang", Function: "not", Args: []term.Term{v}, HasArgs: true,
	})
}

func computed(name string, compute func(term.Term) (term.Term, bool)) func(term.Term) (term.Term, error) {
	return func(v term.Term) (term.Term, error) {
		value, ok := compute(v)
		if !ok {
			return nil, badArith(name, v)
		}
		return value, nil
	}
}

// match compiles pattern = value. The value is computed first, without the
// variables of the pattern.
func (c *compiler) match(n *syntax.Binary) thunk {
	if c.guard {
		c.fail(n.Pos, notInGuard, "=")
	}
	mark := len(c.scope.order)
	value, line, inPrompt := c.expr(n.Right, false), n.Line, c.scope.fn.inPrompt
	if v, ok := n.Left.(*syntax.Var); ok && v.Name != "_" && !strings.HasPrefix(v.Name, "__") {
		p := c.newPattern()
		slot := p.bind(v).slot
		p.declare()
		return func(m *machine) (term.Term, error) {
			result, err := value(m)
			if err != nil {
				return nil, err
			}
			m.slots[slot] = result
			return result, nil
		}
	}
	matches := c.matched(n.Left, mark)
	return func(m *machine) (term.Term, error) {
		result, err := value(m)
		if err != nil {
			return nil, err
		}
		if !matches(m, result) {
			err := exception.Raise(term.Tuple{term.Atom("badmatch"), result})
			if inPrompt {
				err.In(frameOfMatch)
			}
			return m.fail(line, err)
		}
		return result, nil
	}
}
