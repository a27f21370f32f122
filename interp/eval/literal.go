package eval

import (
	"maps"
	"path"
	"slices"
	"strings"

	"gex/interp/syntax"
	"gex/runtime/inspect"
	"gex/runtime/term"
)

// literal returns the value of an expression that is known without running
// anything.
func (c *compiler) literal(n syntax.Node) (term.Term, bool) {
	if value, ok := quotedLiteral(n); ok {
		return value, true
	}
	switch n := n.(type) {
	case *syntax.Alias:
		if n.Base == nil {
			return c.resolve(n.Names), true
		}
	case *syntax.Tuple:
		elements, ok := c.literals(n.Elems)
		return term.Tuple(elements), ok
	case *syntax.List:
		return c.literalList(n)
	case *syntax.Unary:
		return c.literalSign(n)
	case *syntax.Pair:
		elements, ok := c.literals([]syntax.Node{n.Key, n.Value})
		return term.Tuple(elements), ok
	}
	return nil, false
}

func (c *compiler) literals(nodes []syntax.Node) ([]term.Term, bool) {
	values := make([]term.Term, len(nodes))
	for i, n := range nodes {
		value, ok := c.literal(n)
		if !ok {
			return nil, false
		}
		values[i] = value
	}
	return values, true
}

func (c *compiler) literalList(n *syntax.List) (term.Term, bool) {
	elements, ok := c.literals(n.Elems)
	if !ok {
		return nil, false
	}
	tail := term.Empty
	if n.Tail != nil {
		if tail, ok = c.literal(n.Tail); !ok {
			return nil, false
		}
	}
	return term.ListWithTail(elements, tail), true
}

func (c *compiler) literalSign(n *syntax.Unary) (term.Term, bool) {
	if n.Op != "-" && n.Op != "+" {
		return nil, false
	}
	switch n.X.(type) {
	case *syntax.Int, *syntax.Float:
		value, _ := c.literal(n.X)
		if n.Op == "-" {
			return term.Neg(value)
		}
		return value, true
	}
	return nil, false
}

// resolveAlias returns the module that an alias stands for.
func resolveAlias(aliases map[string]term.Atom, names []string) term.Atom {
	if names[0] == "Elixir" {
		return term.Atom(strings.Join(names, "."))
	}
	if full, ok := aliases[names[0]]; ok {
		return term.Atom(strings.Join(append([]string{string(full)}, names[1:]...), "."))
	}
	return term.Alias(strings.Join(names, "."))
}

// alias compiles an alias that begins with an expression: __MODULE__.Foo.
func (c *compiler) alias(n *syntax.Alias) thunk {
	base, ok := c.constantAlias(n)
	if ok {
		return constant(base)
	}
	c.expr(n.Base, false)
	c.fail(n.Pos, "invalid alias: \"%s\". If you wanted to define an alias, an alias must expand to an atom at compile time but it did not, "+
		"you may use Module.concat/2 to build it at runtime. If instead you wanted to invoke a function or access a field, "+
		"wrap the function or field name in double quotes", syntaxText(n))
	return nil
}

// constantAlias resolves an alias, also one on __MODULE__ or an atom.
func (c *compiler) constantAlias(n syntax.Node) (term.Atom, bool) {
	switch n := n.(type) {
	case *syntax.Alias:
		if n.Base == nil {
			return c.resolve(n.Names), true
		}
		base, ok := c.constantAlias(n.Base)
		if !ok {
			return "", false
		}
		return term.Atom(strings.Join(append([]string{string(base)}, n.Names...), ".")), true
	case *syntax.Atom:
		return term.Atom(n.Name), true
	case *syntax.Var:
		if n.Name == "__MODULE__" && c.module != nil {
			return c.module.name, true
		}
	}
	return "", false
}

// interpolated compiles a text with #{...} in it.
func (c *compiler) interpolated(n syntax.Node) thunk {
	switch n := n.(type) {
	case *syntax.String:
		return c.text(n.Parts)
	case *syntax.Charlist:
		text := c.text(n.Parts)
		return mapped(text, func(s string) term.Term { return term.Charlist(s) })
	case *syntax.QuotedAtom:
		text := c.text(n.Parts)
		table := c.ev.table
		return mapped(text, func(s string) term.Term {
			table.MakeAtoms(term.Atom(s))
			return term.Atom(s)
		})
	}
	return nil
}

func mapped(text thunk, f func(string) term.Term) thunk {
	return func(m *machine) (term.Term, error) {
		value, err := text(m)
		if err != nil {
			return nil, err
		}
		return f(string(value.(term.Binary))), nil
	}
}

// text compiles the parts of a string to a thunk whose value is a Binary.
func (c *compiler) text(parts []syntax.Part) thunk {
	if text, ok := syntax.Constant(parts); ok {
		return constant(term.Binary(text))
	}
	pieces := make([]thunk, len(parts))
	beside := c.siblings()
	for i, part := range parts {
		if part.Expr == nil {
			pieces[i] = constant(term.Binary(part.Text))
			continue
		}
		c.expanding(part.Expr.Position(), "to_string", 1, func() {
			c.inPlace(func() { pieces[i] = beside.compiled(func() thunk { return c.stringOf(part.Expr) }) })
		})
	}
	beside.done()
	return func(m *machine) (term.Term, error) {
		var b strings.Builder
		for _, piece := range pieces {
			value, err := piece(m)
			if err != nil {
				return nil, err
			}
			text, ok := value.(term.Binary)
			if !ok { // an implementation of String.Chars returned it
				return nil, badArg("bit_size", value)
			}
			b.WriteString(string(text))
		}
		return term.Binary(b.String()), nil
	}
}

// stringOf compiles an interpolated expression.
func (c *compiler) stringOf(n syntax.Node) thunk {
	value, line := c.expr(n, false), n.Position().Line
	return func(m *machine) (term.Term, error) {
		v, err := value(m)
		if err != nil {
			return nil, err
		}
		if text, ok := v.(term.Binary); ok {
			return text, nil
		}
		text, err := m.toString(v)
		if err != nil {
			return m.fail(line, err)
		}
		return text, nil
	}
}

func aliasText(a term.Atom) string { return inspect.AtomText(a) }

func directory(file string) string { return path.Dir(file) }

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }

// syntaxText renders a node for error messages.
func syntaxText(n syntax.Node) string { return syntax.Source(n) }
