package ets

import (
	"math"

	"gex/runtime/term"
)

// evaluation is where guards and results of a match specification get their
// values. In a body a call that fails is the atom EXIT.
type evaluation struct {
	bindings
	object term.Term
	body   bool
}

// guards reports whether all guards are true.
func (e evaluation) guards(list []term.Term) bool {
	for _, g := range list {
		if value, ok := e.value(g); !ok || value != term.Term(term.True) {
			return false
		}
	}
	return true
}

// value evaluates an expression: variables, '$_' (the object), '$$' (all
// variables), {:const, term}, {{...}} (a tuple) and calls {function, args...}.
func (e evaluation) value(t term.Term) (term.Term, bool) {
	switch x := t.(type) {
	case term.Atom:
		switch x {
		case "$_":
			return e.object, true
		case "$$":
			return e.values(), true
		}
		if n, ok := variable(x); ok {
			value, bound := e.bindings[n]
			return value, bound
		}
		return x, true
	case *term.Cons:
		head, ok1 := e.value(x.Head)
		tail, ok2 := e.value(x.Tail)
		return &term.Cons{Head: head, Tail: tail}, ok1 && ok2
	case *term.Map:
		made := term.NewMap()
		for _, pair := range x.Pairs() {
			key, ok1 := e.value(pair.Key)
			value, ok2 := e.value(pair.Value)
			if !ok1 || !ok2 {
				return nil, false
			}
			made = made.Put(key, value)
		}
		return made, true
	case term.Tuple:
		value, ok := e.tuple(x)
		if !ok && e.body {
			return term.Atom("EXIT"), true
		}
		return value, ok
	}
	return t, true
}

func (e evaluation) tuple(t term.Tuple) (term.Term, bool) {
	if len(t) == 0 {
		return t, true
	}
	if inner, ok := t[0].(term.Tuple); ok && len(t) == 1 {
		made, ok := e.all(inner)
		return term.Tuple(made), ok
	}
	name, ok := t[0].(term.Atom)
	if !ok {
		return nil, false
	}
	switch name {
	case "const":
		return t[len(t)-1], len(t) == 2
	case "andalso", "and":
		return e.logical(t[1:], term.True)
	case "orelse", "or":
		return e.logical(t[1:], term.False)
	}
	args, ok := e.all(t[1:])
	if !ok {
		return nil, false
	}
	return call(string(name), args)
}

func (e evaluation) all(list []term.Term) ([]term.Term, bool) {
	values := make([]term.Term, len(list))
	for i, t := range list {
		value, ok := e.value(t)
		if !ok {
			return nil, false
		}
		values[i] = value
	}
	return values, true
}

// logical goes on while the values are the neutral one of the operator.
func (e evaluation) logical(list []term.Term, neutral term.Atom) (term.Term, bool) {
	for _, t := range list {
		value, ok := e.value(t)
		if !ok || value != term.Term(term.True) && value != term.Term(term.False) {
			return nil, false
		}
		if value != term.Term(neutral) {
			return value, true
		}
	}
	return neutral, true
}

// call calls a guard function.
func call(name string, a []term.Term) (term.Term, bool) {
	switch len(a) {
	case 1:
		if test, ok := tests[name]; ok {
			return term.Bool(test(a[0])), true
		}
		if f, ok := unary[name]; ok {
			return f(a[0])
		}
	case 2:
		if test, ok := comparisons[name]; ok {
			return term.Bool(test(a[0], a[1])), true
		}
		if f, ok := binary[name]; ok {
			return f(a[0], a[1])
		}
	case 3:
		if f, ok := ternary[name]; ok {
			return f(a[0], a[1], a[2])
		}
	}
	return nil, false
}

var tests = map[string]func(term.Term) bool{
	"is_atom":      is[term.Atom],
	"is_float":     is[term.Float],
	"is_integer":   term.IsInteger,
	"is_number":    func(t term.Term) bool { return is[term.Float](t) || term.IsInteger(t) },
	"is_list":      term.IsList,
	"is_tuple":     is[term.Tuple],
	"is_binary":    is[term.Binary],
	"is_map":       is[*term.Map],
	"is_pid":       is[term.PID],
	"is_reference": is[term.Ref],
	"is_function":  is[*term.Fun],
	"is_port":      func(term.Term) bool { return false },
}

func is[T term.Term](t term.Term) bool {
	_, ok := t.(T)
	return ok
}

var comparisons = map[string]func(a, b term.Term) bool{
	"==":  term.Equal,
	"/=":  func(a, b term.Term) bool { return !term.Equal(a, b) },
	"=:=": term.Same,
	"=/=": func(a, b term.Term) bool { return !term.Same(a, b) },
	"<":   func(a, b term.Term) bool { return term.Compare(a, b) < 0 },
	"=<":  func(a, b term.Term) bool { return term.Compare(a, b) <= 0 },
	">":   func(a, b term.Term) bool { return term.Compare(a, b) > 0 },
	">=":  func(a, b term.Term) bool { return term.Compare(a, b) >= 0 },
}

var unary = map[string]func(term.Term) (term.Term, bool){
	"not": func(t term.Term) (term.Term, bool) {
		return term.Bool(t == term.Term(term.False)), t == term.Term(term.True) || t == term.Term(term.False)
	},
	"-":    term.Neg,
	"+":    func(t term.Term) (term.Term, bool) { return t, tests["is_number"](t) },
	"abs":  term.Abs,
	"bnot": term.Bnot,
	"round": func(t term.Term) (term.Term, bool) {
		return term.Truncated(t, math.Round)
	},
	"trunc": func(t term.Term) (term.Term, bool) { return term.Truncated(t, math.Trunc) },
	"float": func(t term.Term) (term.Term, bool) {
		f, ok := term.ToFloat(t)
		return term.Float(f), ok
	},
	"length": func(t term.Term) (term.Term, bool) {
		list, ok := term.Slice(t)
		return term.Int(len(list)), ok
	},
	"hd":        func(t term.Term) (term.Term, bool) { return part(t, func(c *term.Cons) term.Term { return c.Head }) },
	"tl":        func(t term.Term) (term.Term, bool) { return part(t, func(c *term.Cons) term.Term { return c.Tail }) },
	"size":      size,
	"byte_size": size,
	"bit_size": func(t term.Term) (term.Term, bool) {
		text, ok := t.(term.Binary)
		return term.Int(8 * len(text)), ok
	},
	"map_size": func(t term.Term) (term.Term, bool) {
		m, ok := t.(*term.Map)
		if !ok {
			return nil, false
		}
		return term.Int(m.Len()), true
	},
}

func part(t term.Term, of func(*term.Cons) term.Term) (term.Term, bool) {
	cell, ok := t.(*term.Cons)
	if !ok {
		return nil, false
	}
	return of(cell), true
}

func size(t term.Term) (term.Term, bool) {
	switch t := t.(type) {
	case term.Tuple:
		return term.Int(len(t)), true
	case term.Binary:
		return term.Int(len(t)), true
	}
	return nil, false
}

var binary = map[string]func(a, b term.Term) (term.Term, bool){
	"+":    term.Add,
	"-":    term.Sub,
	"*":    term.Mul,
	"/":    term.Div,
	"div":  term.IntDiv,
	"rem":  term.Rem,
	"band": term.Band,
	"bor":  term.Bor,
	"bxor": term.Bxor,
	"bsl":  term.Bsl,
	"bsr":  term.Bsr,
	"binary_part": func(t, at term.Term) (term.Term, bool) {
		pair, _ := at.(term.Tuple)
		if len(pair) != 2 {
			return nil, false
		}
		return binaryPart(t, pair[0], pair[1])
	},
	"xor": xor,
	"element": func(n, t term.Term) (term.Term, bool) {
		i, ok1 := n.(term.Int)
		tuple, ok2 := t.(term.Tuple)
		if !ok1 || !ok2 || i < 1 || int(i) > len(tuple) {
			return nil, false
		}
		return tuple[i-1], true
	},
	"node":       nodeOf, // of one argument, to which [caller.fill] adds the node
	"map_get":    mapGet,
	"is_map_key": isMapKey,
}
