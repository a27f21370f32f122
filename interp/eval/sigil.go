package eval

import (
	"strings"

	"gex/interp/syntax"
	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/term"
)

// sigil compiles ~s, ~S, ~w, ~W, ~c, ~C in place; others call sigil_x/2.
func (c *compiler) sigil(n *syntax.Sigil) thunk {
	parts := n.Parts
	lower := n.Name >= 'a'
	if lower && n.Name != 'r' {
		parts = c.unescaped(n)
	}
	text := c.sigilText(n, parts)
	switch n.Name {
	case 's', 'S':
		return text
	case 'c', 'C':
		return mapped(text, func(s string) term.Term { return term.Charlist(s) })
	case 'w', 'W':
		return c.words(n, text)
	}
	return c.sigilCall(n, text)
}

// sigilText compiles the text of a sigil: an error in an interpolation has the
// frames of the macro.
func (c *compiler) sigilText(n *syntax.Sigil, parts []syntax.Part) (text thunk) {
	if isConstant(parts) || strings.IndexByte("scwr", byte(n.Name)) < 0 {
		return c.text(parts)
	}
	c.expanding(n.Pos, "sigil_"+string(n.Name), 2, func() { c.inPlace(func() { text = c.text(parts) }) })
	return text
}

// sigilsInPlace are the sigils that are compiled in place; other ones are
// functions of the library.
const sigilsInPlace = "sScCwW"

// sigilForm is a sigil of Kernel that is called by its name.
func sigilForm(c *compiler, n *syntax.Call, _ bool) thunk {
	if len(n.Args) != 2 {
		return nil
	}
	name := n.Name[len("sigil_")]
	text, ok := c.sigilParts(n.Args[0])
	if !ok {
		c.noMacroClause(n)
	}
	modifiers, known := c.literal(n.Args[1])
	switch {
	case strings.IndexByte("wWrR", name) < 0 && modifiers != term.Empty:
		c.noMacroClause(n)
	case strings.IndexByte(sigilsInPlace, name) < 0:
		return nil
	case !known:
		modifiers = term.Charlist("?") // which is none that there is
	}
	var letters strings.Builder
	for e := range term.Elements(modifiers) {
		if point, ok := e.(term.Int); ok {
			letters.WriteRune(rune(point))
		}
	}
	return c.sigil(&syntax.Sigil{Pos: n.Pos, Name: name, Parts: text, Modifiers: letters.String(), Delimiter: "("})
}

// sigilParts are the parts of the first argument of a sigil: <<"text">>.
func (c *compiler) sigilParts(n syntax.Node) ([]syntax.Part, bool) {
	text, ok := n.(*syntax.Bitstring)
	if !ok || len(text.Segments) != 1 {
		return nil, false
	}
	content, ok := text.Segments[0].(*syntax.String)
	if !ok {
		return nil, false
	}
	return content.Parts, true
}

func (c *compiler) unescaped(n *syntax.Sigil) []syntax.Part {
	parts := make([]syntax.Part, len(n.Parts))
	for i, p := range n.Parts {
		parts[i] = p
		if p.Expr == nil {
			for _, remark := range syntax.DeprecatedEscapes(p.Text) {
				c.warnPlain(remark)
			}
			text, err := syntax.Unescape(p.Text)
			if err != nil {
				panic(bail{err: exception.ArgumentError("%s", err.Error())})
			}
			parts[i].Text = text
		}
	}
	return parts
}

// words splits the text of ~w at white space.
func (c *compiler) words(n *syntax.Sigil, text thunk) thunk {
	var word func(string) term.Term
	switch n.Modifiers {
	case "", "s":
		word = func(s string) term.Term { return term.Binary(s) }
	case "a":
		word = func(s string) term.Term { return term.Atom(s) }
	case "c":
		word = func(s string) term.Term { return term.Charlist(s) }
	default:
		c.expanding(n.Pos, "sigil_"+string(n.Name), 2, func() {
			panic(bail{err: exception.ArgumentError("modifier must be one of: s, a, c").In(kernelFrame("split_words", 3, 6366))})
		})
	}
	split := func(s string) term.Term {
		var words []term.Term
		for _, w := range strings.Fields(s) {
			words = append(words, word(w))
		}
		return term.List(words...)
	}
	if value, ok := syntax.Constant(n.Parts); ok && n.Name == 'W' {
		return constant(split(value))
	}
	return mapped(text, split)
}

// sigilCall calls the function sigil_x of the library or of a module with
// the text and the modifiers.
func (c *compiler) sigilCall(n *syntax.Sigil, text thunk) thunk {
	name := "sigil_" + string(n.Name)
	key := code.Key{Name: name, Arity: 2}
	modifiers, line := term.Charlist(n.Modifiers), n.Line
	if c.definesLocal(key) {
		return localCall{c.module.function(key, n.Pos, c.define), []thunk{text, constant(modifiers)}, line}.run
	}
	if tree, ok := c.expandSigil(n, name); ok {
		return c.expr(tree, false)
	}
	module, ok := c.imported(key)
	if !ok {
		c.fail(n.Pos, "undefined function %s/2 (there is no such import)", name)
	}
	call := dynamicCall(constant(module), name, []thunk{text, constant(modifiers)}, line)
	if !isConstant(n.Parts) || module != kernel {
		return call
	}
	var value term.Term
	c.expanding(n.Pos, name, 2, func() { value = c.now(call) })
	return constant(value)
}

// expandSigil expands a sigil that a macro defines. Its first argument is the
// text as a binary of parts, whether or not anything is interpolated.
func (c *compiler) expandSigil(n *syntax.Sigil, name string) (syntax.Node, bool) {
	segments := make([]syntax.Node, len(n.Parts))
	for i, part := range n.Parts {
		segments[i] = &syntax.String{Pos: n.Pos, Parts: []syntax.Part{part}}
	}
	call := &syntax.Call{Pos: n.Pos, Name: name, Parens: true}
	modifiers := &syntax.Charlist{Pos: n.Pos, Parts: []syntax.Part{{Text: n.Modifiers}}}
	return c.expandBare(call, []syntax.Node{&syntax.Bitstring{Pos: n.Pos, Segments: segments}, modifiers})
}
