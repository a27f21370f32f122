package eval

import (
	"cmp"
	"slices"

	"gex/interp/syntax"
	"gex/runtime/code"
	"gex/runtime/exception"
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
	// place is what stands for the line in all meta data: line or keep, from
	// the options; nil for none.
	place *term.Pair
}

// hole stands in a quoted expression for what unquote puts there. It is
// wrapped in a *term.Native.
type hole struct {
	value  thunk
	splice bool
	check  func(term.Term) error // refuses a value; nil takes all
}

// quoteForm compiles quote options do ... end.
func quoteForm(c *compiler, n *syntax.Call, _ bool) thunk {
	if arity := len(c.arguments(n)); arity != 1 && arity != 2 {
		return nil
	}
	args, sections := syntax.Sections(n.Args, n.Do)
	if len(sections) > 1 {
		c.fail(n.Pos, "unsupported option :%s given to quote", sections[1].Name)
	}
	if len(sections) == 0 {
		if syntax.KeywordPairs(n.Args[len(n.Args)-1]) != nil {
			c.fail(n.Pos, "missing :do option in \"quote\"")
		}
		c.fail(n.Pos, "invalid arguments for \"quote\"")
	}
	q := &quoter{c: c, context: c.quoteContext(), unquotes: true}
	bindings := c.quoteOptions(q, args)
	body := q.term(sections[0].Body)
	if isSplice(body) {
		panic(bail{err: exception.ArgumentError("unquote_splicing only works inside arguments and block contexts, " +
			"wrap it in parens if you want it to work with one-liners")})
	}
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
		if value, known := c.literal(arg); known && !term.IsList(value) {
			c.fail(arg.Position(), "invalid options for quote, expected a keyword list, got: %s", syntaxText(arg))
		}
		for _, p := range keywordPairs(arg) {
			key, _ := p.Key.(*syntax.Atom)
			if key == nil {
				continue
			}
			switch key.Name {
			case "unquote":
				value, _ := c.literal(p.Value)
				q.unquotes = value != falseTerm
			case "line", "file", "location":
				q.placed(key.Name, p)
			case "bind_quoted":
				q.unquotes = false
				for _, b := range keywordPairs(p.Value) {
					name, _ := b.Key.(*syntax.Atom)
					variable := term.Tuple{term.Atom(name.Name), lineMeta(b.Pos), q.context}
					bindings = append(bindings, q.form("=", nil, variable, q.hole(b.Value, false)))
				}
			case "context":
				q.contextOption(p)
			case "generated":
			default:
				c.expr(p.Value, false)
				c.fail(arg.Position(), "unsupported option :%s given to quote", key.Name)
			}
		}
	}
	return bindings
}

// contextOption reads context:, an atom that is known when the quote runs.
func (q *quoter) contextOption(p *syntax.Pair) {
	if value, ok := q.c.literal(p.Value); ok {
		if context, ok := value.(term.Atom); ok && context != term.Nil {
			q.context = context
			return
		}
	}
	q.context = q.hole(p.Value, false)
	holeIn(q.context).check = func(context term.Term) error {
		if atom, ok := context.(term.Atom); !ok || atom == term.Nil {
			return exception.ArgumentError("invalid runtime value for option :context in quote, got: %s", show(context))
		}
		return nil
	}
}

// placed reads line:, file: and location: :keep; the file stands with the line
// of the quote, whatever line: says.
func (q *quoter) placed(option string, p *syntax.Pair) {
	value, ok := q.c.literal(p.Value)
	if !ok {
		if s, isText := p.Value.(*syntax.String); isText && len(s.Parts) == 1 && s.Parts[0].Expr == nil {
			value, ok = term.Binary(s.Parts[0].Text), true
		}
	}
	keep := q.place != nil && q.place.Key == term.Term(term.Atom("keep"))
	switch {
	case !ok || option == "location" && value != term.Term(term.Atom("keep")):
	case option == "line" && !keep && value != falseTerm:
		q.place = &term.Pair{Key: term.Atom("line"), Value: value}
	case option == "file":
		q.place = &term.Pair{Key: term.Atom("keep"), Value: term.Tuple{value, term.Int(p.Position().Line)}}
	case option == "location":
		q.place = &term.Pair{Key: term.Atom("keep"), Value: term.Tuple{term.Binary(q.c.file), term.Int(p.Position().Line)}}
	}
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
	if q.place != nil {
		return term.Keyword(append([]term.Pair{*q.place}, pairs...)...)
	}
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
	return &term.Native{Name: "unquote", Value: &hole{value: q.c.expr(n, false), splice: splice}}
}

// imports is the meta data of a call: the modules that its name is imported
// from, by arity.
func (q *quoter) imports(n syntax.Node, name string) term.Term {
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
	arities := q.c.importedArities(name)
	if len(arities) == 0 {
		return q.meta(n)
	}
	var list []term.Term
	for _, a := range arities {
		list = append(list, term.Tuple{term.Int(a.arity), a.module})
	}
	return q.meta(n, context, term.Pair{Key: term.Atom("imports"), Value: term.List(list...)})
}

// unimported are the special forms that note their context.
var unimported = map[string]bool{"alias": true, "import": true, "require": true}

// importedArities finds all arities in which a name is imported, by module.
func (c *compiler) importedArities(name string) []imported {
	var all []imported
	for _, rule := range c.context.imports {
		for _, arity := range c.aritiesOf(rule.module, name) {
			if c.takes(rule, code.Key{Name: name, Arity: arity}) {
				all = append(all, imported{arity, rule.module})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b imported) int { return cmp.Compare(a.arity, b.arity) })
	return all
}

// imported is one arity of a name with the module that it is imported from.
type imported struct {
	arity  int
	module term.Atom
}

// aritiesOf returns the arities of the functions and macros of a module that
// have the name.
func (c *compiler) aritiesOf(module term.Atom, name string) []int {
	var arities []int
	if module == kernel {
		arities = append(slices.Clone(kernelMacros[name]), kernelFunctions[name]...)
		for arity := range 3 {
			if intrinsics[code.Key{Name: name, Arity: arity}] != nil {
				arities = append(arities, arity)
			}
		}
	}
	if made := c.ev.table.Module(module); made != nil {
		for key := range made.Functions {
			if key.Name == name && c.ev.table.Exports(module, key.Name, key.Arity) {
				arities = append(arities, key.Arity)
			}
		}
		for key := range made.Macros {
			if key.Name == name {
				arities = append(arities, key.Arity)
			}
		}
	}
	slices.Sort(arities)
	return slices.Compact(arities)
}

// fill returns the quoted expression with its holes filled.
func (m *machine) fill(t term.Term) (term.Term, error) {
	switch t := t.(type) {
	case *term.Native:
		if h := holeIn(t); h != nil {
			return h.fill(m)
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
		if !isSplice(e) {
			filled = append(filled, value)
			continue
		}
		spliced, err := splicedList(value)
		if err != nil {
			return nil, err
		}
		filled = append(filled, spliced...)
	}
	return term.ListWithTail(filled, tail), nil
}

func (h *hole) fill(m *machine) (term.Term, error) {
	value, err := h.value(m)
	if err == nil && h.check != nil {
		err = h.check(value)
	}
	return value, err
}

// holeIn returns the hole that a quoted expression is, nil if it is none.
func holeIn(t term.Term) *hole {
	native, ok := t.(*term.Native)
	if !ok {
		return nil
	}
	h, _ := native.Value.(*hole)
	return h
}

func isHole(t term.Term) bool { return holeIn(t) != nil }

// isSplice reports whether a quoted expression is a hole for several.
func isSplice(t term.Term) bool {
	h := holeIn(t)
	return h != nil && h.splice
}

// splicedList takes a value of unquote_splicing apart.
func splicedList(value term.Term) ([]term.Term, error) {
	if !term.IsList(value) {
		return nil, exception.ArgumentError("expected a list with quoted expressions in unquote_splicing/1, got: %s", show(value))
	}
	spliced, tail := term.SliceWithTail(value)
	if tail != term.Term(term.Empty) {
		return nil, exception.Raise(term.Atom("badarg")).In(
			exception.Frame{Module: "erlang", Function: "++", Args: []term.Term{value, term.Empty}, HasArgs: true})
	}
	return spliced, nil
}
