package eval

import (
	"slices"

	"gex/interp/syntax"
	"gex/runtime/code"
	"gex/runtime/term"
)

// quoter turns trees into quoted expressions: terms {name, meta, args}.
type quoter struct {
	c *compiler
	// context is what the variables get as third element.
	context term.Term
	// lines puts the line into the meta data, as in the arguments of macros.
	lines bool
	// unquotes makes unquote a hole that is filled when the code runs.
	unquotes bool
	holes    bool // there is one
}

// hole stands in a quoted expression for what unquote puts there. It is
// wrapped in a *term.Native.
type hole struct {
	value  thunk
	splice bool
}

// quoteForm compiles quote options do ... end.
func quoteForm(c *compiler, n *syntax.Call, _ bool) thunk {
	args, sections := syntax.Sections(n.Args, n.Do)
	if len(sections) == 0 {
		return nil
	}
	q := &quoter{c: c, context: c.quoteContext(), unquotes: true}
	bindings := c.quoteOptions(q, args)
	body := q.term(sections[0].Body)
	if bindings != nil {
		q.holes = true
		body = q.form("__block__", nil, append(bindings, body)...)
	}
	if !q.holes {
		return constant(body)
	}
	return func(m *machine) (term.Term, error) { return m.fill(body) }
}

func (c *compiler) quoteContext() term.Term {
	if c.module != nil {
		return c.module.name
	}
	return term.Atom("Elixir")
}

// quoteOptions reads bind_quoted: and unquote:, and returns the matches that
// bind_quoted puts in front.
func (c *compiler) quoteOptions(q *quoter, args []syntax.Node) []term.Term {
	var bindings []term.Term
	for _, arg := range args {
		for _, p := range keywordPairs(arg) {
			key, _ := p.Key.(*syntax.Atom)
			if key == nil {
				continue
			}
			switch key.Name {
			case "unquote":
				value, _ := c.literal(p.Value)
				q.unquotes = value != falseTerm
			case "bind_quoted":
				q.unquotes = false
				for _, b := range keywordPairs(p.Value) {
					name, _ := b.Key.(*syntax.Atom)
					variable := term.Tuple{term.Atom(name.Name), lineMeta(b.Pos), q.context}
					bindings = append(bindings, q.form("=", nil, variable, q.hole(b.Value, false)))
				}
			}
		}
	}
	return bindings
}

func keywordPairs(n syntax.Node) []*syntax.Pair {
	switch n := n.(type) {
	case *syntax.Keywords:
		return n.Pairs
	case *syntax.List:
		var pairs []*syntax.Pair
		for _, e := range n.Elems {
			if p, ok := e.(*syntax.Pair); ok {
				pairs = append(pairs, p)
			}
		}
		return pairs
	}
	return nil
}

func lineMeta(pos syntax.Pos) term.Term {
	return term.Keyword(term.Pair{Key: term.Atom("line"), Value: term.Int(pos.Line)})
}

// meta returns meta data for the node, with the given pairs behind the line.
func (q *quoter) meta(n syntax.Node, pairs ...term.Pair) term.Term {
	if q.lines && n != nil {
		pairs = append([]term.Pair{{Key: term.Atom("line"), Value: term.Int(n.Position().Line)}}, pairs...)
	}
	return term.Keyword(pairs...)
}

// form is {name, meta, args}.
func (q *quoter) form(name string, n syntax.Node, args ...term.Term) term.Term {
	return term.Tuple{term.Atom(name), q.meta(n), term.List(args...)}
}

func (q *quoter) terms(nodes []syntax.Node) []term.Term {
	terms := make([]term.Term, len(nodes))
	for i, n := range nodes {
		terms[i] = q.term(n)
	}
	return terms
}

func (q *quoter) hole(n syntax.Node, splice bool) term.Term {
	q.holes = true
	return &term.Native{Name: "unquote", Value: &hole{q.c.expr(n, false), splice}}
}

// imports is the meta data of a call: the modules that its name is imported
// from, by arity.
func (q *quoter) imports(n syntax.Node, name string, arity int) term.Term {
	if q.lines {
		return q.meta(n)
	}
	context := term.Pair{Key: term.Atom("context"), Value: q.context}
	if unimported[name] {
		return q.meta(n, context)
	}
	if _, special := kernelMacros[name]; !special && specialForms[name] != nil {
		return q.meta(n)
	}
	module, arities := q.c.importedArities(name)
	if len(arities) == 0 {
		return q.meta(n)
	}
	var list []term.Term
	for _, a := range arities {
		list = append(list, term.Tuple{term.Int(a), module})
	}
	return q.meta(n, context, term.Pair{Key: term.Atom("imports"), Value: term.List(list...)})
}

// unimported are the special forms that note their context.
var unimported = map[string]bool{"alias": true, "import": true, "require": true}

// kernelMacros are the arities of the macros of Kernel.
var kernelMacros = map[string][]int{
	"if": {2}, "unless": {2}, "def": {1, 2}, "defp": {1, 2}, "defmacro": {1, 2}, "defmacrop": {1, 2}, "defmodule": {2},
	"defstruct": {1}, "defexception": {1}, "raise": {1, 2}, "reraise": {2, 3}, "use": {1, 2}, "and": {2}, "or": {2},
	"&&": {2}, "||": {2}, "!": {1}, "|>": {2}, "<>": {2}, "in": {2}, "..": {0, 2}, "..//": {3}, "@": {1}, "is_nil": {1},
	"match?": {2}, "to_string": {1}, "to_charlist": {1}, "binding": {0, 1}, "then": {2}, "tap": {2}, "destructure": {2},
	"sigil_w": {2}, "sigil_W": {2}, "sigil_s": {2}, "sigil_S": {2}, "sigil_c": {2}, "sigil_C": {2}, "sigil_r": {2},
	"sigil_D": {2}, "sigil_T": {2}, "sigil_N": {2}, "sigil_U": {2},
	"defguard": {1}, "defguardp": {1}, "defdelegate": {2}, "defprotocol": {2}, "defimpl": {2, 3}, "throw": {1},
	"+": {1, 2}, "-": {1, 2}, "not": {1}, "*": {2}, "/": {2}, "++": {2}, "--": {2}, "==": {2}, "!=": {2}, "===": {2},
	"!==": {2}, "<": {2}, ">": {2}, "<=": {2}, ">=": {2}, "put_in": {2, 3}, "update_in": {2, 3}, "dbg": {0, 1, 2},
}

// importedArities finds all arities in which a name is imported.
func (c *compiler) importedArities(name string) (term.Atom, []int) {
	if arities := kernelMacros[name]; arities != nil {
		return kernel, arities
	}
	for i := len(c.context.imports) - 1; i >= 0; i-- {
		rule := c.context.imports[i]
		made := c.ev.table.Module(rule.module)
		if made == nil {
			continue
		}
		var arities []int
		for key := range made.Functions {
			if key.Name == name && rule.takes(key) && c.ev.table.Exports(rule.module, key.Name, key.Arity) {
				arities = append(arities, key.Arity)
			}
		}
		if len(arities) > 0 {
			slices.Sort(arities)
			return rule.module, arities
		}
	}
	var arities []int
	for arity := range 3 {
		if intrinsics[code.Key{Name: name, Arity: arity}] != nil {
			arities = append(arities, arity)
		}
	}
	return kernel, arities
}

// fill returns the quoted expression with its holes filled.
func (m *machine) fill(t term.Term) (term.Term, error) {
	switch t := t.(type) {
	case *term.Native:
		if h, ok := t.Value.(*hole); ok {
			return h.value(m)
		}
	case term.Tuple:
		filled := make(term.Tuple, len(t))
		for i, e := range t {
			value, err := m.fill(e)
			if err != nil {
				return nil, err
			}
			filled[i] = value
		}
		return filled, nil
	case *term.Cons:
		return m.fillList(t)
	}
	return t, nil
}

func (m *machine) fillList(list *term.Cons) (term.Term, error) {
	var filled []term.Term
	elements, tail := term.SliceWithTail(list)
	for _, e := range elements {
		value, err := m.fill(e)
		if err != nil {
			return nil, err
		}
		if native, ok := e.(*term.Native); ok {
			if h, ok := native.Value.(*hole); ok && h.splice {
				spliced, _ := term.Slice(value)
				filled = append(filled, spliced...)
				continue
			}
		}
		filled = append(filled, value)
	}
	return term.ListWithTail(filled, tail), nil
}
