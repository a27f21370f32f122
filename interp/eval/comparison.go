package eval

import (
	"gex/interp/syntax"
)

// ordered are the operators that compare by order.
var ordered = map[string]bool{"<": true, ">": true, "<=": true, ">=": true}

// warnComparison reports comparisons that do not mean what they seem to: of
// structs, and of what another comparison returns.
func (c *compiler) warnComparison(n *syntax.Binary) {
	if c.ev.options.Warn == nil || !ordered[n.Op] {
		return
	}
	switch {
	case c.warnStructs(n.Pos, n.Left, n.Right):
	case c.isOrdered(n.Left) || c.isOrdered(n.Right):
		c.warn(n.Pos, "%s", nestedComparison+syntaxText(n))
	}
}

const nestedComparison = `Elixir does not support nested comparisons. Something like

     x < y < z

is equivalent to

     (x < y) < z

which ultimately compares z with the boolean result of (x < y). Instead, consider joining together each comparison segment with an "and", for example,

     x < y and y < z

You wrote: `

// isOrdered reports whether an operand is a comparison by order, by its operator
// or by name, the first side of which may come through a pipe.
func (c *compiler) isOrdered(n syntax.Node) bool {
	for {
		block, ok := n.(*syntax.Block)
		if !ok || len(block.Exprs) != 1 {
			break
		}
		n = block.Exprs[0]
	}
	arity := 2
	if pipe, ok := n.(*syntax.Binary); ok && pipe.Op == "|>" {
		n, arity = pipe.Right, 1
	}
	switch n := n.(type) {
	case *syntax.Binary:
		return arity == 2 && ordered[n.Op]
	case *syntax.Call:
		if n.Target == nil || !ordered[n.Name] || len(n.Args) != arity {
			return false
		}
		module, ok := c.constantAlias(n.Target)
		return ok && module == kernel
	}
	return false
}

// warnStructs reports the first operand that is the literal of a struct.
func (c *compiler) warnStructs(pos syntax.Pos, operands ...syntax.Node) bool {
	for _, n := range operands {
		if !isStructLiteral(n) {
			continue
		}
		c.warn(pos, "invalid comparison with struct literal %s. Comparison operators (>, <, >=, <=, min, and max) perform structural and "+
			"not semantic comparison. Comparing with a struct literal is unlikely to give a meaningful result. Struct modules typically "+
			"define a compare/2 function that can be used for semantic comparison", syntaxText(n))
		return true
	}
	return false
}

// isStructLiteral reports whether a tree makes a struct: %Name{}, a range of
// integers, a map with __struct__, and the sigils of dates and expressions.
func isStructLiteral(n syntax.Node) bool {
	switch n := n.(type) {
	case *syntax.Struct:
		return n.Fields.Base == nil
	case *syntax.Sigil:
		switch n.Name {
		case 'D', 'T', 'N', 'U', 'r', 'R':
			return true
		}
	case *syntax.Range:
		_, first := n.First.(*syntax.Int)
		_, last := n.Last.(*syntax.Int)
		return first && last
	case *syntax.Map:
		return n.Base == nil && hasStructKey(n)
	}
	return false
}

func hasStructKey(n *syntax.Map) bool {
	for _, e := range n.Elems {
		if pair, ok := e.(*syntax.Pair); ok {
			key, isAtom := pair.Key.(*syntax.Atom)
			_, isAlias := pair.Value.(*syntax.Alias)
			if isAtom && key.Name == "__struct__" && isAlias {
				return true
			}
		}
	}
	return false
}
