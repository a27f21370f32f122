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
		if value, ok := c.literal(operand); ok {
			if _, text := value.(term.Binary); !text {
				c.failConcat(value, i, len(operands))
			}
		}
		c.checkWhole(operand)
		c.refuseSigil(n.Pos, operand)
		parts[i] = beside.expr(operand)
		c.refuseAttribute(operand)
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

// refuseAttribute fails for an attribute whose value, which stands in its place in
// a function, is a literal but no string.
func (c *compiler) refuseAttribute(operand syntax.Node) {
	attribute, ok := operand.(*syntax.Attribute)
	if !ok || attribute.Value != nil || c.define == nil {
		return
	}
	switch value, _ := c.module.get(attribute.Name); value.(type) {
	case term.Atom, *term.Cons, term.EmptyList:
		c.failSegment(attribute.Pos, "invalid literal %s in <<>>", show(value))
	case term.Int, *term.Big:
		c.failSegment(attribute.Pos, typesConflict, "binary", "integer")
	case term.Float:
		c.failSegment(attribute.Pos, typesConflict, "binary", "float")
	}
}

const typesConflict = `conflicting type specification for bit field: "%s" and "%s"`

// refuseSigil fails for a sigil that makes a list: the macro takes it for a call,
// but in <<>> it is a literal.
func (c *compiler) refuseSigil(pos syntax.Pos, operand syntax.Node) {
	if list, ok := c.sigilList(operand); ok {
		c.failSegment(pos, "invalid literal %s in <<>>", show(list))
	}
}

// sigilList is the list that a sigil without interpolations makes.
func (c *compiler) sigilList(n syntax.Node) (term.Term, bool) {
	sigil, ok := n.(*syntax.Sigil)
	if !ok || !strings.ContainsRune("cCwW", rune(sigil.Name)) {
		return nil, false
	}
	if _, constant := syntax.Constant(sigil.Parts); !constant {
		return nil, false
	}
	return c.now(c.expr(sigil, false)), true
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

// failConcat ends the compilation at the i-th of n operands, as the macro
// does, which goes through the chain by recursion.
func (c *compiler) failConcat(value term.Term, i, count int) {
	err := exception.ArgumentError("expected binary argument in <> operator but got: %s", show(value)).In(
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
