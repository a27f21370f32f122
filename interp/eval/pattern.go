package eval

import (
	"gex/interp/syntax"
	"gex/runtime/term"
)

// patternScope collects the variables of one pattern, or of the patterns of
// one clause, in which the same name means the same value.
type patternScope struct {
	c     *compiler
	bound map[string]*variable
	order []*variable
	pins  *scope // where pinned variables are looked for
	depth int    // of the pattern that is compiled, in the whole
}

func (c *compiler) newPattern() *patternScope {
	return &patternScope{c: c, bound: make(map[string]*variable), pins: c.scope}
}

// declare makes the variables of the pattern visible.
func (p *patternScope) declare() {
	for _, v := range p.order {
		v.shadows = p.c.sees(v.name)
		p.c.scope.declare(v)
	}
}

// sees reports whether a variable of that name is visible.
func (c *compiler) sees(name string) bool {
	_, found := c.env.Lookup(name)
	return found && c.module == nil || c.scope.sees(name)
}

// pattern compiles one pattern; its variables are visible from then on.
func (c *compiler) pattern(n syntax.Node) pattern {
	p := c.newPattern()
	compiled := p.compile(n)
	p.declare()
	return compiled
}

// matched compiles the left side of a match. Pinned variables are those that there
// were before the right side, when the scope had so many.
func (c *compiler) matched(n syntax.Node, mark int) (compiled pattern) {
	p := c.newPattern()
	p.pins = c.scope.before(mark)
	c.inMatched(p, func() { compiled = p.compile(n) })
	p.declare()
	return compiled
}

func matchAll(*machine, term.Term) bool { return true }

func matchSame(want term.Term) pattern {
	switch want := want.(type) {
	case term.Atom:
		return func(_ *machine, value term.Term) bool {
			atom, ok := value.(term.Atom)
			return ok && atom == want
		}
	case term.Int:
		return func(_ *machine, value term.Term) bool {
			i, ok := value.(term.Int)
			return ok && i == want
		}
	case term.EmptyList:
		return func(_ *machine, value term.Term) bool {
			_, ok := value.(term.EmptyList)
			return ok
		}
	}
	return func(_ *machine, value term.Term) bool { return term.Same(value, want) }
}

func (p *patternScope) compile(n syntax.Node) pattern {
	p.depth++
	compiled := p.node(n)
	p.depth--
	return compiled
}

func (p *patternScope) node(n syntax.Node) pattern {
	switch n := n.(type) {
	case *syntax.Var:
		return p.variable(n)
	case *syntax.Tuple:
		return p.tuple(p.all(n.Elems))
	case *syntax.List:
		return p.list(n)
	case *syntax.Map:
		return p.mapPattern(n, nil)
	case *syntax.Struct:
		return p.structPattern(n)
	case *syntax.Bitstring:
		return p.bitstring(n)
	case *syntax.Pin:
		return p.pin(n)
	case *syntax.Binary:
		return p.binary(n)
	case *syntax.Pair:
		return p.tuple([]pattern{p.compile(n.Key), p.compile(n.Value)})
	case *syntax.Keywords:
		return p.keywords(n)
	case *syntax.Range:
		return p.rangePattern(n)
	}
	return p.value(n)
}

// value compiles what must be a constant: literals, attributes, __MODULE__,
// sigils without interpolation.
func (p *patternScope) value(n syntax.Node) pattern {
	if value, ok := p.c.literal(n); ok {
		return matchSame(value)
	}
	switch n := n.(type) {
	case *syntax.Sigil:
		return p.sigil(n)
	case *syntax.Attribute, *syntax.Alias:
		return matchSame(p.c.constantValue(n))
	case *syntax.Block:
		switch len(n.Exprs) {
		case 0:
			return matchSame(term.Nil)
		case 1:
			return p.compile(n.Exprs[0])
		}
	case *syntax.Call:
		return p.call(n, n)
	case *syntax.Access:
		p.c.fail(n.Pos, remoteInMatch, "Access.get", 2)
	case *syntax.String, *syntax.Charlist, *syntax.QuotedAtom:
		p.interpolated(n.Position())
	case *syntax.Unary:
		if in := operandOf(n.X, "in"); in != nil && n.Op == "not" {
			return p.compile(in)
		}
		return p.call(&syntax.Call{Pos: n.Pos, Name: n.Op, Args: []syntax.Node{n.X}}, n)
	case *syntax.AnonCall:
		p.c.failMatched(n.Pos, "invalid pattern in match, anonymous call is not allowed in matches")
	case *syntax.Fn:
		p.c.failMatched(n.Pos, "invalid pattern in match, fn is not allowed in matches")
	case *syntax.CaptureArg:
		if p.c.scope.lookup(captureName(n.Index)) != nil {
			return p.variable(&syntax.Var{Name: captureName(n.Index)})
		}
		p.c.failMatched(n.Pos, "invalid pattern in match, & is not allowed in matches")
	case *syntax.Capture:
		p.c.failMatched(n.Pos, "invalid pattern in match, & is not allowed in matches")
	}
	p.c.fail(n.Position(), "invalid pattern in match")
	return nil
}

// constantValue runs an expression now, whose value does not depend on variables.
func (c *compiler) constantValue(n syntax.Node) term.Term {
	return c.now(c.expr(n, false))
}

// now runs code while the program is compiled; its error ends the compilation.
func (c *compiler) now(body thunk) term.Term {
	m := c.ev.enter(c.self)
	m.slots = m.push(c.scope.fn.size)
	value, err := body(m)
	c.ev.leave(m)
	if err != nil {
		panic(bail{err: err})
	}
	return value
}

func (p *patternScope) all(nodes []syntax.Node) []pattern {
	patterns := make([]pattern, len(nodes))
	for i, n := range nodes {
		patterns[i] = p.compile(n)
	}
	return patterns
}

func (p *patternScope) variable(n *syntax.Var) pattern {
	switch n.Name {
	case "_":
		return matchAll
	case "__MODULE__", "__DIR__":
		return matchSame(p.c.constantValue(n))
	case "__ENV__", "__STACKTRACE__", callerName:
		if n.Line > 0 { // the head of a macro has one that is not in the source
			p.c.fail(n.Pos, notInMatch, n.Name)
		}
	}
	if v := p.bound[n.Name]; v != nil {
		if n.Name[0] == '_' && !v.used {
			p.c.warn(n.Pos, "the underscored variable %q appears more than once in a match. This means the pattern will only match "+
				"if all %q bind to the same value. If this is the intended behaviour, please remove the leading underscore from "+
				"the variable name, otherwise give the variables different names", n.Name, n.Name)
		}
		v.used = true
		slot := v.slot
		return func(m *machine, value term.Term) bool { return term.Same(m.slots[slot], value) }
	}
	slot := p.bind(n).slot
	return func(m *machine, value term.Term) bool {
		m.slots[slot] = value
		return true
	}
}

// bind takes a slot for a variable that occurs for the first time.
func (p *patternScope) bind(n *syntax.Var) *variable {
	v := &variable{name: n.Name, slot: p.c.scope.slot(), pos: n.Pos}
	p.bound[n.Name] = v
	p.order = append(p.order, v)
	return v
}

// bindAt is bind for a variable that has its slot: an argument.
func (p *patternScope) bindAt(n *syntax.Var, slot int) {
	v := &variable{name: n.Name, slot: slot, pos: n.Pos}
	p.bound[n.Name] = v
	p.order = append(p.order, v)
}

func (p *patternScope) pin(n *syntax.Pin) pattern {
	v, ok := n.X.(*syntax.Var)
	if !ok {
		p.c.fail(n.Pos, "invalid argument for unary operator ^, expected an existing variable, got: ^%s", syntaxText(n.X))
	}
	if found := p.pins.lookup(v.Name); found != nil {
		if found.value != nil {
			return matchSame(found.value)
		}
		slot := found.slot
		return func(m *machine, value term.Term) bool { return term.Same(m.slots[slot], value) }
	}
	if value, ok := p.c.env.Lookup(v.Name); ok && p.c.module == nil {
		return matchSame(value)
	}
	p.c.fail(n.Pos, "undefined variable ^%s. No variable %q has been defined before the current pattern", v.Name, v.Name)
	return nil
}

func (p *patternScope) tuple(elements []pattern) pattern {
	switch len(elements) {
	case 2:
		first, second := elements[0], elements[1]
		return func(m *machine, value term.Term) bool {
			t, ok := value.(term.Tuple)
			return ok && len(t) == 2 && first(m, t[0]) && second(m, t[1])
		}
	}
	return func(m *machine, value term.Term) bool {
		t, ok := value.(term.Tuple)
		if !ok || len(t) != len(elements) {
			return false
		}
		for i, e := range elements {
			if !e(m, t[i]) {
				return false
			}
		}
		return true
	}
}

func (p *patternScope) list(n *syntax.List) pattern {
	for _, e := range n.Elems {
		if operandOf(e, "|") != nil {
			p.c.fail(e.Position(), "%s", misplacedBar)
		}
	}
	heads := p.all(n.Elems)
	tail := matchSame(term.Empty)
	if n.Tail != nil {
		tail = p.compile(n.Tail)
	}
	return matchList(heads, tail)
}

func matchList(heads []pattern, tail pattern) pattern {
	if len(heads) == 1 {
		head := heads[0]
		return func(m *machine, value term.Term) bool {
			cell, ok := value.(*term.Cons)
			return ok && head(m, cell.Head) && tail(m, cell.Tail)
		}
	}
	return func(m *machine, value term.Term) bool {
		for _, head := range heads {
			cell, ok := value.(*term.Cons)
			if !ok || !head(m, cell.Head) {
				return false
			}
			value = cell.Tail
		}
		return tail(m, value)
	}
}

func (p *patternScope) keywords(n *syntax.Keywords) pattern {
	heads := make([]pattern, len(n.Pairs))
	for i, pair := range n.Pairs {
		heads[i] = p.compile(pair)
	}
	return matchList(heads, matchSame(term.Empty))
}

// mapPattern compiles %{key => pattern}; fixed are pairs that must be there too.
func (p *patternScope) mapPattern(n *syntax.Map, fixed []term.Pair) pattern {
	type entry struct {
		key   thunk
		value pattern
	}
	var entries []entry
	if n.Base != nil {
		p.c.fail(n.Pos, "cannot use map/struct update syntax in match, got: %s", syntaxText(n))
	}
	p.c.duplicates(n, func(message string) { p.c.failBelow(n.Pos, "%s", message) })
	for _, pair := range fixed {
		entries = append(entries, entry{constant(pair.Key), matchSame(pair.Value)})
	}
	for _, e := range n.Elems {
		pair, ok := e.(*syntax.Pair)
		if !ok {
			p.c.fail(e.Position(), "expected key-value pairs in a map, got: %s", syntaxText(e))
		}
		entries = append(entries, entry{p.key(pair.Key), p.compile(pair.Value)})
	}
	p.checkKeys(n)
	return func(m *machine, value term.Term) bool {
		t, ok := term.AsMap(value)
		if !ok {
			return false
		}
		for _, e := range entries {
			key, err := e.key(m)
			if err != nil {
				return false
			}
			field, found := t.Get(key)
			if !found || !e.value(m, field) {
				return false
			}
		}
		return true
	}
}

// key compiles the key of a map pattern: a constant or a pinned variable.
func (p *patternScope) key(n syntax.Node) thunk {
	if pin, ok := n.(*syntax.Pin); ok {
		p.pin(pin)
		return p.c.expr(pin.X, false)
	}
	inside := p.c.newPattern()
	inside.compile(n) // fails for what is no pattern
	if len(inside.order) > 0 {
		p.c.failBelow(n.Position(), "cannot use variable %s as map key inside a pattern. Map keys in patterns can only be literals "+
			"(such as atoms, strings, tuples, and the like) or an existing variable matched with the pin operator "+
			"(such as ^some_var)", inside.order[0].name)
	}
	return p.c.expr(n, false)
}

// checkKeys fails if a map pattern has a key twice.
func (p *patternScope) checkKeys(n *syntax.Map) {
	seen := term.NewMap()
	for _, e := range n.Elems {
		key, ok := p.c.literal(e.(*syntax.Pair).Key)
		if !ok {
			continue
		}
		if _, twice := seen.Get(key); twice {
			panic(bail{err: p.c.compileError(n.Pos, "key "+quotedText(key)+" will be overridden in map")})
		}
		seen = seen.Put(key, term.True)
	}
}

func (p *patternScope) rangePattern(n *syntax.Range) pattern {
	if n.First == nil {
		return matchSame(rangeTerm(term.Int(0), term.Int(-1), term.Int(1)))
	}
	p.c.expanding(n.Pos, "..", 2, func() { p.c.checkLimits(n) })
	fields := []pattern{p.compile(n.First), p.compile(n.Last), matchAll}
	if n.Step != nil {
		fields[2] = p.compile(n.Step)
	}
	names := []term.Atom{"first", "last", "step"}
	return func(m *machine, value term.Term) bool {
		t, ok := structOf(value, term.Alias("Range"))
		if !ok {
			return false
		}
		for i, name := range names {
			if field, found := t.Get(name); !found || !fields[i](m, field) {
				return false
			}
		}
		return true
	}
}

// structOf returns value as a map if it is a struct of the module.
func structOf(value term.Term, module term.Atom) (*term.Map, bool) {
	t, ok := term.AsMap(value)
	if !ok {
		return nil, false
	}
	name, ok := t.Get(term.Atom("__struct__"))
	return t, ok && name == term.Term(module)
}

// binary compiles the operators that may stand in a pattern.
func (p *patternScope) binary(n *syntax.Binary) pattern {
	switch n.Op {
	case "=":
		left, right := p.compile(n.Left), p.compile(n.Right)
		return func(m *machine, value term.Term) bool { return left(m, value) && right(m, value) }
	case "<>":
		return p.concat(n)
	case "++":
		return p.list(p.joined(n))
	case "|":
		p.c.fail(n.Pos, "%s", misplacedBar)
	case "<-", "\\\\", "when":
		p.c.fail(n.Pos, "undefined function %s/2 (there is no such import)", n.Op)
	}
	return p.call(&syntax.Call{Pos: n.Pos, Name: n.Op, Args: []syntax.Node{n.Left, n.Right}}, n)
}
