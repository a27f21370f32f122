package eval

import (
	"cmp"
	"math"

	"gex/interp/syntax"
	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/term"
)

// builtin is a function that is compiled in place, because guards need it and
// because it is called often. It belongs to Kernel and, by its other name, to
// the module erlang.
type builtin struct {
	erlang string // its name there, if it differs
	one    func(a term.Term) (term.Term, error)
	two    func(a, b term.Term) (term.Term, error)
}

// intrinsics are the functions of Kernel that are compiled in place.
var intrinsics = makeIntrinsics()

// callsErlang are the functions of Kernel that are no intrinsics and stand for
// the function of erlang with the same name.
var callsErlang = map[code.Key]bool{
	{Name: "self"}: true, {Name: "make_ref"}: true, {Name: "node"}: true, {Name: "node", Arity: 1}: true,
	{Name: "send", Arity: 2}: true, {Name: "exit", Arity: 1}: true, {Name: "spawn", Arity: 1}: true,
	{Name: "spawn", Arity: 3}: true, {Name: "spawn_link", Arity: 1}: true, {Name: "spawn_link", Arity: 3}: true,
	{Name: "spawn_monitor", Arity: 1}: true, {Name: "spawn_monitor", Arity: 3}: true, {Name: "apply", Arity: 2}: true, {Name: "apply", Arity: 3}: true,
	{Name: "binary_part", Arity: 3}: true,
}

// erlangBuiltins are the names of Kernel that are functions of erlang.
var erlangBuiltins = makeErlangBuiltins()

func makeErlangBuiltins() map[string]bool {
	names := map[string]bool{"self": true, "send": true, "spawn": true, "spawn_link": true, "node": true, "exit": true}
	for key := range intrinsics {
		names[key.Name] = true
	}
	delete(names, "is_nil")
	delete(names, "is_struct")
	delete(names, "is_exception")
	for name, erlang := range erlangNames {
		names[name] = name == erlang
	}
	return names
}

func makeIntrinsics() map[code.Key]*builtin {
	all := make(map[code.Key]*builtin)
	for name, is := range typeTests {
		all[code.Key{Name: name, Arity: 1}] = &builtin{one: func(a term.Term) (term.Term, error) { return truth(is(a)), nil }}
	}
	for name, f := range functionsOfOne {
		all[code.Key{Name: name, Arity: 1}] = &builtin{one: f}
	}
	for name, f := range functionsOfTwo {
		all[code.Key{Name: name, Arity: 2}] = &builtin{two: f}
	}
	all[code.Key{Name: "elem", Arity: 2}].erlang = "element"
	return all
}

var typeTests = map[string]func(term.Term) bool{
	"is_atom":      isAtom,
	"is_binary":    func(t term.Term) bool { _, ok := t.(term.Binary); return ok },
	"is_bitstring": func(t term.Term) bool { _, bits := t.(*term.Bits); _, ok := t.(term.Binary); return ok || bits },
	"is_boolean":   func(t term.Term) bool { return t == trueTerm || t == falseTerm },
	"is_float":     func(t term.Term) bool { _, ok := t.(term.Float); return ok },
	"is_function":  func(t term.Term) bool { _, ok := t.(*term.Fun); return ok },
	"is_integer":   term.IsInteger,
	"is_list":      term.IsList,
	"is_map":       func(t term.Term) bool { _, ok := term.AsMap(t); return ok },
	"is_nil":       func(t term.Term) bool { return t == term.Term(term.Nil) },
	"is_number":    func(t term.Term) bool { _, float := t.(term.Float); return float || term.IsInteger(t) },
	"is_pid":       func(t term.Term) bool { _, ok := t.(term.PID); return ok },
	"is_port":      func(term.Term) bool { return false },
	"is_reference": func(t term.Term) bool { _, ok := t.(term.Ref); return ok },
	"is_tuple":     func(t term.Term) bool { _, ok := t.(term.Tuple); return ok },
	"is_struct":    func(t term.Term) bool { _, ok := structName(t); return ok },
	"is_exception": isException,
}

func structName(t term.Term) (term.Atom, bool) {
	m, ok := term.AsMap(t)
	if !ok {
		return "", false
	}
	name, _ := m.Get(term.Atom("__struct__"))
	atom, ok := name.(term.Atom)
	return atom, ok
}

func isException(t term.Term) bool {
	if _, ok := structName(t); !ok {
		return false
	}
	m, _ := term.AsMap(t)
	flag, _ := m.Get(term.Atom("__exception__"))
	return flag == trueTerm
}

var functionsOfOne = map[string]func(term.Term) (term.Term, error){
	"abs":        arithmeticOfOne("abs", term.Abs),
	"hd":         head,
	"tl":         tail,
	"length":     length,
	"map_size":   mapSize,
	"tuple_size": tupleSize,
	"byte_size":  byteSize,
	"bit_size":   bitSize,
	"round":      truncated("round", math.Round),
	"trunc":      truncated("trunc", math.Trunc),
	"floor":      truncated("floor", math.Floor),
	"ceil":       truncated("ceil", math.Ceil),
}

// arithmeticOfOne is a function whose argument must be a number.
func arithmeticOfOne(name string, compute func(term.Term) (term.Term, bool)) func(term.Term) (term.Term, error) {
	return func(a term.Term) (term.Term, error) {
		value, ok := compute(a)
		if !ok {
			return nil, badArg(name, a)
		}
		return value, nil
	}
}

func truncated(name string, round func(float64) float64) func(term.Term) (term.Term, error) {
	return arithmeticOfOne(name, func(a term.Term) (term.Term, bool) { return term.Truncated(a, round) })
}

func head(a term.Term) (term.Term, error) {
	if cell, ok := a.(*term.Cons); ok {
		return cell.Head, nil
	}
	return nil, badArg("hd", a)
}

func tail(a term.Term) (term.Term, error) {
	if cell, ok := a.(*term.Cons); ok {
		return cell.Tail, nil
	}
	return nil, badArg("tl", a)
}

func length(a term.Term) (term.Term, error) {
	n, t := 0, a
	for {
		switch cell := t.(type) {
		case *term.Cons:
			n, t = n+1, cell.Tail
			continue
		case term.EmptyList:
			return integer(term.Int(n)), nil
		}
		return nil, badArg("length", a)
	}
}

func mapSize(a term.Term) (term.Term, error) {
	if m, ok := term.AsMap(a); ok {
		return integer(term.Int(m.Len())), nil
	}
	return nil, exception.Raise(term.Tuple{term.Atom("badmap"), a}).In(exception.Frame{
		Module: "erlang", Function: "map_size", Args: []term.Term{a}, HasArgs: true,
	})
}

func tupleSize(a term.Term) (term.Term, error) {
	if t, ok := a.(term.Tuple); ok {
		return integer(term.Int(len(t))), nil
	}
	return nil, badArg("tuple_size", a)
}

func byteSize(a term.Term) (term.Term, error) {
	switch b := a.(type) {
	case term.Binary:
		return integer(term.Int(len(b))), nil
	case *term.Bits:
		return integer(term.Int(len(b.Bytes))), nil
	}
	return nil, badArg("byte_size", a)
}

func bitSize(a term.Term) (term.Term, error) {
	switch b := a.(type) {
	case term.Binary:
		return integer(term.Int(8 * len(b))), nil
	case *term.Bits:
		return integer(term.Int(b.Size)), nil
	}
	return nil, badArg("bit_size", a)
}

var functionsOfTwo = map[string]func(a, b term.Term) (term.Term, error){
	"div":         integerArithmetic("div", term.IntDiv),
	"rem":         integerArithmetic("rem", term.Rem),
	"elem":        element,
	"is_function": hasArity,
	"is_map_key":  isMapKey,
	"is_struct":   isStructOf,
	"max":         func(a, b term.Term) (term.Term, error) { return larger(a, b), nil },
	"min":         func(a, b term.Term) (term.Term, error) { return smaller(a, b), nil },
	"is_exception": func(a, b term.Term) (term.Term, error) {
		s, err := isStructOf(a, b)
		return both(s, isException(a)), err
	},
}

func both(a term.Term, b bool) term.Term { return truth(a == trueTerm && b) }

func integerArithmetic(name string, compute func(a, b term.Term) (term.Term, bool)) func(a, b term.Term) (term.Term, error) {
	return func(a, b term.Term) (term.Term, error) {
		value, ok := compute(a, b)
		if !ok {
			return nil, badArith(name, a, b)
		}
		return value, nil
	}
}

func larger(a, b term.Term) term.Term {
	if term.Compare(a, b) < 0 {
		return b
	}
	return a
}

func smaller(a, b term.Term) term.Term {
	if term.Compare(a, b) > 0 {
		return b
	}
	return a
}

func element(a, b term.Term) (term.Term, error) {
	t, okT := a.(term.Tuple)
	i, okI := b.(term.Int)
	if okT && okI && i >= 0 && int(i) < len(t) {
		return t[i], nil
	}
	index, ok := term.Add(b, term.Int(1))
	if !ok {
		return nil, badArith("+", b, term.Int(1))
	}
	return nil, badArg("element", index, a)
}

// compiledElement is element in a module, where the instruction that adds to
// the index does not tell its operands.
func compiledElement(a, b term.Term) (term.Term, error) {
	value, err := element(a, b)
	if err != nil {
		if _, ok := term.Add(b, term.Int(1)); !ok {
			return nil, exception.Raise(term.Atom("badarith"))
		}
	}
	return value, err
}

func hasArity(a, b term.Term) (term.Term, error) {
	arity, ok := b.(term.Int)
	if !ok || arity < 0 {
		return nil, badArg("is_function", a, b)
	}
	f, ok := a.(*term.Fun)
	return truth(ok && f.Arity == int(arity)), nil
}

func isMapKey(a, b term.Term) (term.Term, error) {
	m, ok := term.AsMap(a)
	if !ok {
		return nil, exception.Raise(term.Tuple{term.Atom("badmap"), a}).In(exception.Frame{
			Module: "erlang", Function: "is_map_key", Args: []term.Term{b, a}, HasArgs: true,
		})
	}
	_, found := m.Get(b)
	return truth(found), nil
}

func isStructOf(a, b term.Term) (term.Term, error) {
	if !isAtom(b) {
		return nil, exception.Raise(term.Atom("badarg"))
	}
	name, ok := structName(a)
	return truth(ok && b == term.Term(name)), nil
}

// newerIntrinsics came after Elixir 1.14; they are there if the table of Kernel
// has them.
var newerIntrinsics = map[code.Key]*builtin{
	{Name: "is_non_struct_map", Arity: 1}: {one: func(a term.Term) (term.Term, error) {
		_, isMap := term.AsMap(a)
		_, isStruct := structName(a)
		return truth(isMap && !isStruct), nil
	}},
}

func (c *compiler) intrinsicOf(key code.Key) *builtin {
	if b := newerIntrinsics[key]; b != nil && c.ev.table.Exports(kernel, key.Name, key.Arity) {
		return b
	}
	return intrinsics[key]
}

// intrinsic compiles a call in place, or returns nil if it is none of those.
func (c *compiler) intrinsic(pos syntax.Pos, module term.Atom, key code.Key, args []syntax.Node) thunk {
	if module != kernel && module != "erlang" {
		return nil
	}
	b := c.intrinsicOf(key)
	if b == nil || module == "erlang" && b.erlang != "" {
		if t := c.sendMessage(pos, module, key, args); t != nil {
			return t
		}
		return nil
	}
	var thunks []thunk
	if key.Name == "is_nil" { // the only one that is a macro
		c.expanding(pos, key.Name, 1, func() { thunks = c.exprs(args) })
	} else {
		thunks = c.exprs(args)
	}
	c.remarkFailing(pos, "erlang", cmp.Or(erlangsName[key.Name], erlangNames[key.Name], key.Name), args)
	line, call := pos.Line, callTwo
	if orderOf(code.Entry{Module: module, Name: key.Name, Arity: key.Arity}, args) != nil {
		call = callReversed
	}
	switch {
	case b.one != nil:
		return callOne(thunks[0], b.one, line)
	case key.Name == "elem" && !c.scope.fn.inPrompt:
		return call(thunks[0], thunks[1], compiledElement, line)
	case key.Name == "max" || key.Name == "min":
		c.warnStructs(pos, args...)
	}
	return call(thunks[0], thunks[1], b.two, line)
}

func callOne(arg thunk, f func(term.Term) (term.Term, error), line int) thunk {
	return func(m *machine) (term.Term, error) {
		a, err := arg(m)
		if err != nil {
			return nil, err
		}
		value, err := f(a)
		if err != nil {
			return m.fail(line, err)
		}
		return value, nil
	}
}

func callTwo(first, second thunk, f func(a, b term.Term) (term.Term, error), line int) thunk {
	return func(m *machine) (term.Term, error) {
		a, b, err := m.two(first, second)
		if err != nil {
			return nil, err
		}
		value, err := f(a, b)
		if err != nil {
			return m.fail(line, err)
		}
		return value, nil
	}
}

// sendMessage compiles self() and sending to a pid in place; sending to
// anything else is left to the library.
func (c *compiler) sendMessage(pos syntax.Pos, module term.Atom, key code.Key, args []syntax.Node) thunk {
	switch {
	case key == code.Key{Name: "self"}:
		return func(m *machine) (term.Term, error) { return m.self.PID(), nil }
	case key == code.Key{Name: "node"} && c.guard:
		return constant(term.Atom("nonode@nohost"))
	}
	return nil
}
