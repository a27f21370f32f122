package eval

import (
	"slices"
	"strings"

	"gex/interp/syntax"
	"gex/runtime/term"
)

// spelled is what the compiler puts in the place of n if that may be a literal: the
// text or the list of a sigil, the value of an attribute in a function, what a macro
// makes. Where the compiler looks at the literal, in <<>>, <> and ++, it sees that.
func (c *compiler) spelled(n syntax.Node) syntax.Node {
	switch n := n.(type) {
	case *syntax.Sigil:
		return c.spelledSigil(n)
	case *syntax.Attribute:
		if n.Value == nil && c.define != nil {
			return valueNode(n.Pos, c.constantValue(n))
		}
	case *syntax.Block:
		if len(n.Exprs) == 1 {
			return c.spelled(n.Exprs[0])
		}
	case *syntax.Call:
		if tree, ok := c.expandMacro(n); ok {
			return c.spelled(tree)
		}
	}
	return n
}

func (c *compiler) spelledSigil(n *syntax.Sigil) syntax.Node {
	if !strings.ContainsRune(sigilsInPlace, rune(n.Name)) {
		if tree, ok := c.expandSigil(n, "sigil_"+string(n.Name)); ok {
			return c.spelled(tree)
		}
		return n
	}
	if !isConstant(n.Parts) {
		return n
	}
	return valueNode(n.Pos, c.constantValue(n))
}

// isConstant reports whether nothing is interpolated.
func isConstant(parts []syntax.Part) bool {
	_, constant := syntax.Constant(parts)
	return constant
}

// valueNode is the literal of a value.
func valueNode(pos syntax.Pos, value term.Term) syntax.Node {
	switch value := value.(type) {
	case term.Binary:
		return &syntax.String{Pos: pos, Parts: []syntax.Part{{Text: string(value)}}}
	case term.Int:
		return &syntax.Int{Pos: pos, Value: int64(value)}
	case term.Float:
		return &syntax.Float{Pos: pos, Value: float64(value)}
	}
	return &literalNode{&syntax.Atom{Pos: pos}, value}
}

// spelled is what stands in the place of n in a pattern, where nothing may be
// interpolated, and where ++ puts lists together.
func (p *patternScope) spelled(n syntax.Node) syntax.Node {
	if sigil, ok := n.(*syntax.Sigil); ok {
		p.refuseInterpolation(sigil)
	}
	n = p.c.spelled(n)
	if joined := operandOf(n, "++"); joined != nil {
		return p.joined(joined)
	}
	return n
}

// joined is the list that ++ makes in a pattern: the left one must be known.
func (p *patternScope) joined(n *syntax.Binary) *syntax.List {
	left := p.spelled(n.Left)
	list := p.listed(left)
	if sigil, ok := left.(*syntax.Sigil); ok {
		p.c.constantValue(sigil) // fails if there is none of that name
	}
	if list == nil || list.Tail != nil {
		p.c.fail(n.Pos, "invalid argument for ++ operator inside a match, expected a literal proper list, got: %s", syntaxText(left))
	}
	return &syntax.List{Pos: n.Pos, Elems: list.Elems, Tail: n.Right}
}

// listed is n as a list, if it is one: its elements and, if it is improper or not
// known, its tail.
func (p *patternScope) listed(n syntax.Node) *syntax.List {
	list, isList := n.(*syntax.List)
	if !isList {
		value, _ := p.c.literal(n)
		elements, tail := term.SliceWithTail(value)
		if elements == nil && tail != term.Empty {
			return nil
		}
		list = &syntax.List{Pos: n.Position()}
		for _, e := range elements {
			list.Elems = append(list.Elems, valueNode(list.Pos, e))
		}
		if tail != term.Empty {
			list.Tail = valueNode(list.Pos, tail)
		}
	}
	if list.Tail == nil {
		return list
	}
	tail := p.spelled(list.Tail)
	if rest := p.listed(tail); rest != nil {
		return &syntax.List{Pos: list.Pos, Elems: slices.Concat(list.Elems, rest.Elems), Tail: rest.Tail}
	}
	return &syntax.List{Pos: list.Pos, Elems: list.Elems, Tail: tail}
}
