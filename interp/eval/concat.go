package eval

import (
	"strings"

	"gex/interp/syntax"
	"gex/runtime/exception"
	"gex/runtime/term"
)

// concat compiles a <> b <> c at once.
func (c *compiler) concat(n *syntax.Binary) thunk {
	operands := concatenated(n)
	parts := make([]thunk, len(operands))
	beside := c.siblings()
	for i, operand := range operands {
		c.refuseOperand(operand, i, len(operands))
		c.checkWhole(operand)
		spelled := c.spelled(operand)
		if spelled != operand {
			c.checkOperand(spelled)
		}
		parts[i] = beside.expr(spelled)
	}
	beside.done()
	line, inPrompt := n.Line, c.scope.fn.inPrompt
	return func(m *machine) (term.Term, error) {
		var b strings.Builder
		for i, part := range parts {
			value, err := part(m)
			if err != nil {
				return nil, err
			}
			text, ok := value.(term.Binary)
			if !ok {
				return m.fail(line, badConcat(i, value, inPrompt))
			}
			b.WriteString(string(text))
		}
		return term.Binary(b.String()), nil
	}
}

// checkOperand fails for an operand of <> that is spelled as a literal but is no
// string.
func (c *compiler) checkOperand(n syntax.Node) {
	c.checkSegment(n)
	if kind := literalKind(n); kind == "integer" || kind == "float" {
		c.failSegment(n.Position(), `conflicting type specification for bit field: "binary" and "%s"`, kind)
	}
}

// concatenated returns the operands of a chain of <>, which groups to the right.
func concatenated(n *syntax.Binary) []syntax.Node {
	operands := []syntax.Node{n.Left}
	for {
		right, ok := n.Right.(*syntax.Binary)
		if !ok || right.Op != "<>" {
			return append(operands, n.Right)
		}
		operands = append(operands, right.Left)
		n = right
	}
}

// refuseOperand ends the compilation at the i-th of n operands if it is a list, an
// atom or a number, as the macro does, which goes through the chain by recursion.
func (c *compiler) refuseOperand(n syntax.Node, i, count int) {
	switch value, _ := c.literal(n); value.(type) {
	case term.Atom, term.Int, *term.Big, term.Float, term.EmptyList, *term.Cons:
	default:
		if _, isList := n.(*syntax.List); !isList {
			return
		}
	}
	err := exception.ArgumentError("expected binary argument in <> operator but got: %s", syntaxText(n)).In(
		kernelFrame("wrap_concatenation", 3, 1934))
	depth, last := i+1, i == count-1
	if last {
		err, depth = err.In(kernelFrame("extract_concatenations", 2, 1925)), i
	}
	panic(bail{err: throughChain(err, depth, last)})
}

// throughChain adds the frames of the macro that has gone through so many
// operands of <>. Behind the first it waits for itself, in the line where it
// calls the other.
func throughChain(err *exception.Error, depth int, waits bool) *exception.Error {
	for level := range depth {
		frame := kernelFrame("extract_concatenations", 2, 1921)
		frame.Waits = level > 0 || waits
		err = err.In(frame)
	}
	return err
}

// badConcat is the exception of an operand that is no binary.
func badConcat(i int, value term.Term, inPrompt bool) error {
	_, isBits := value.(*term.Bits)
	switch {
	case !inPrompt:
		return badSegment(i, "binary", value)
	case isBits:
		return exception.Raise(term.Atom("badarg"))
	}
	return badArg("bit_size", value)
}
