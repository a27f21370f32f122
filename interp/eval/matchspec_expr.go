package eval

import (
	"slices"
	"sync"

	"gex/interp/syntax"
	"gex/runtime/code"
	"gex/runtime/inspect"
	"gex/runtime/term"
)

// specFunctions are the functions of erlang that a match specification knows.
var specFunctions = sync.OnceValue(func() map[code.Key]bool {
	return arities(map[string][]int{
		"abs": {1}, "element": {2}, "hd": {1}, "length": {1}, "node": {0, 1}, "round": {1}, "size": {1}, "bit_size": {1},
		"byte_size": {1}, "map_size": {1}, "map_get": {2}, "binary_part": {2, 3}, "tl": {1}, "trunc": {1}, "self": {0}, "float": {1},
		"is_atom": {1}, "is_float": {1}, "is_integer": {1}, "is_list": {1}, "is_number": {1}, "is_pid": {1}, "is_port": {1},
		"is_reference": {1}, "is_tuple": {1}, "is_map": {1}, "is_map_key": {2}, "is_binary": {1}, "is_function": {1}, "is_record": {2},
		"and": {2}, "or": {2}, "xor": {2}, "not": {1}, "andalso": {2}, "orelse": {2},
		"+": {1, 2}, "-": {1, 2}, "*": {2}, "/": {2}, "div": {2}, "rem": {2},
		"band": {2}, "bor": {2}, "bxor": {2}, "bnot": {1}, "bsl": {2}, "bsr": {2},
		">": {2}, ">=": {2}, "<": {2}, "=<": {2}, "==": {2}, "=:=": {2}, "/=": {2}, "=/=": {2},
	})
})

var (
	// elements are what special forms and macros become, as ms_transform calls it.
	elements = map[string]string{
		"if": "case", "unless": "case", "case": "case", "cond": "case", "&&": "case", "||": "case", "!": "case", "to_string": "case",
		"with": "case", "receive": "receive", "try": "try", "match?": "case", "to_charlist": "case",
	}
	// remotes are macros of Kernel by the function that they call in the end.
	remotes = map[string]code.Entry{
		"raise": {Module: "erlang", Name: "error", Arity: 3}, "for": {Module: "lists", Name: "reverse", Arity: 1},
	}
)

func arities(by map[string][]int) map[code.Key]bool {
	all := make(map[code.Key]bool)
	for name, arities := range by {
		for _, arity := range arities {
			all[code.Key{Name: name, Arity: arity}] = true
		}
	}
	return all
}

// expr translates an expression of a guard or a body.
func (s *specMaker) expr(n syntax.Node) term.Term {
	if value, ok := s.c.literal(n); ok {
		return quotedValue(value)
	}
	switch n := n.(type) {
	case *syntax.Var:
		return s.variable(n)
	case *syntax.CaptureArg:
		return s.vars[captureName(n.Index)]
	case *syntax.Tuple:
		return term.Tuple{term.Tuple(each(n.Elems, s.expr))}
	case *syntax.Pair:
		return term.Tuple{term.Tuple(each([]syntax.Node{n.Key, n.Value}, s.expr))}
	case *syntax.Keywords:
		return listed(listOf(n), s.expr)
	case *syntax.List:
		return listed(n, s.expr)
	case *syntax.Map:
		if n.Base != nil {
			s.failElement("map")
		}
		return mapOf(n, nil, s.expr)
	case *syntax.Struct:
		return s.structure(n)
	case *syntax.Block:
		if len(n.Exprs) == 1 {
			return s.expr(n.Exprs[0])
		}
		s.failElement("begin/end block")
	case *syntax.Binary:
		return s.binary(n)
	case *syntax.Unary:
		if element := elements[n.Op]; element != "" {
			s.failElement(element)
		}
		return s.call("erlang", n.Op, []syntax.Node{n.X})
	case *syntax.Call:
		return s.called(n)
	}
	return s.other(n)
}

func (s *specMaker) variable(n *syntax.Var) term.Term {
	if bound, ok := s.vars[n.Name]; ok {
		return bound
	}
	if _, ok := s.c.importedFunction(n.Name, 0); ok {
		return s.called(&syntax.Call{Pos: n.Pos, Name: n.Name})
	}
	s.fromOutside(n.Name)
	return term.Nil
}

func (s *specMaker) structure(n *syntax.Struct) term.Term {
	if n.Fields.Base != nil {
		s.failElement("map")
	}
	name, fields := s.c.structFields(n, 1)
	pairs := []term.Pair{{Key: term.Atom("__struct__"), Value: name}}
	for _, f := range fields {
		pairs = append(pairs, term.Pair{Key: f.Key, Value: quotedValue(f.Value)})
	}
	return mapOf(n.Fields, pairs, s.expr)
}

// other ends with what cannot be translated at all.
func (s *specMaker) other(n syntax.Node) term.Term {
	switch n := n.(type) {
	case *syntax.Fn, *syntax.Capture:
		s.failElement("fun")
	case *syntax.AnonCall:
		s.failElement("call")
	case *syntax.Access:
		s.failRemote(accessModule, "get", 2)
	case *syntax.Bitstring:
		s.failConstruction(n)
	case *syntax.Range:
		s.failRemote("Elixir.Range", "new", 2)
	}
	s.failElement("case")
	return nil
}

func (s *specMaker) binary(n *syntax.Binary) term.Term {
	name := n.Op
	switch n.Op {
	case "|>":
		return s.expr(s.c.piped(n))
	case "=":
		s.fail("fun with %s matching ('=' in %s) is illegal as match_spec", s.part, s.part)
	case "<>":
		s.failConstruction(n)
	case "in":
		return s.membership(n)
	case "and", "or":
		if s.part == "body" {
			s.failElement("case")
		}
		name += map[string]string{"and": "also", "or": "else"}[n.Op]
	}
	if element := elements[n.Op]; element != "" {
		s.failElement(element)
	}
	if erlang := erlangNames[n.Op]; erlang != "" {
		name = erlang
	} else if bits, ok := inlined()[code.Entry{Module: "Elixir.Bitwise", Name: n.Op, Arity: 2}]; ok {
		name = bits.Name
	}
	return s.call("erlang", name, []syntax.Node{n.Left, n.Right})
}

// membership translates left in right, which is a comparison with each in a guard.
func (s *specMaker) membership(n *syntax.Binary) term.Term {
	list, isList := n.Right.(*syntax.List)
	limits, isRange := n.Right.(*syntax.Range)
	switch {
	case s.part == "body" && isList:
		s.failRemote("lists", "member", 2)
	case s.part == "body" && !isRange:
		s.failRemote("Elixir.Enum", "member?", 2)
	case s.part == "body" || !isList && !isRange:
		s.failElement("case")
	}
	left := s.expr(n.Left)
	if isRange {
		return operation("andalso", operation("is_integer", left),
			operation("andalso", operation(">=", left, s.expr(limits.First)), operation("=<", left, s.expr(limits.Last))))
	}
	var all term.Term = term.False
	for i, e := range list.Elems {
		same := operation("=:=", left, s.expr(e))
		if all = operation("orelse", all, same); i == 0 {
			all = same
		}
	}
	return all
}

func operation(name string, args ...term.Term) term.Term {
	return append(term.Tuple{term.Atom(name)}, args...)
}

// called translates a call by name.
func (s *specMaker) called(n *syntax.Call) term.Term {
	args := s.c.arguments(n)
	key := code.Key{Name: n.Name, Arity: len(args)}
	module := kernel
	if n.Target != nil {
		var ok bool
		if module, ok = s.c.constantAlias(n.Target); !ok {
			s.failElement("case")
		}
	} else if imported, ok := s.c.importedFunction(n.Name, len(args)); ok {
		module = imported
	}
	entry := code.Entry{Module: module, Name: n.Name, Arity: len(args)}
	if m := s.mapMade(entry, args); m != nil {
		return s.expr(m)
	}
	if r := rewritten[entry]; r.name != "" {
		return s.rewritten(r, args)
	}
	if module != kernel {
		if erlang, ok := inlined()[entry]; ok {
			entry = erlang
		}
		return s.call(entry.Module, entry.Name, args)
	}
	if element := elements[n.Name]; element != "" {
		s.failElement(element)
	}
	if r, ok := remotes[n.Name]; ok {
		s.failRemote(r.Module, r.Name, r.Arity)
	}
	if n.Name == "is_nil" && len(args) == 1 {
		return operation("==", s.expr(args[0]), term.Nil)
	}
	name := n.Name
	if erlang := erlangNames[name]; erlang != "" {
		name = erlang
	}
	if _, inlined := intrinsics[key]; inlined || specFunctions()[code.Key{Name: name, Arity: len(args)}] || name == "send" {
		return s.call("erlang", name, args)
	}
	return s.call(kernel, name, args)
}

// rewritten translates a call by what the compiler replaces it by.
func (s *specMaker) rewritten(r rewriting, args []syntax.Node) term.Term {
	ordered := make([]syntax.Node, len(args))
	for i, from := range r.order {
		ordered[i] = args[from]
	}
	translated := s.call(r.module, r.name, ordered)
	if call := translated.(term.Tuple); r.counts {
		if term.IsInteger(call[1]) {
			call[1], _ = term.Add(call[1], term.Int(1))
		} else {
			call[1] = operation("+", call[1], term.Int(1))
		}
	}
	return translated
}

// mapMade is the map that the compiler makes of Map.put/3, and of Map.merge/2 with a
// second map that is written out; nil for other calls.
func (s *specMaker) mapMade(entry code.Entry, args []syntax.Node) *syntax.Map {
	var into syntax.Node
	var pairs []syntax.Node
	switch entry {
	case code.Entry{Module: "Elixir.Map", Name: "put", Arity: 3}:
		into, pairs = args[0], []syntax.Node{&syntax.Pair{Pos: args[1].Position(), Key: args[1], Value: args[2]}}
	case code.Entry{Module: "maps", Name: "put", Arity: 3}:
		into, pairs = args[2], []syntax.Node{&syntax.Pair{Pos: args[0].Position(), Key: args[0], Value: args[1]}}
	case code.Entry{Module: "Elixir.Map", Name: "merge", Arity: 2}, code.Entry{Module: "maps", Name: "merge", Arity: 2}:
		second := s.mapIn(args[1])
		if second == nil || second.Base != nil {
			return nil
		}
		into, pairs = args[0], second.Elems
	default:
		return nil
	}
	first := s.mapIn(into)
	if first == nil {
		return &syntax.Map{Pos: into.Position(), Base: into, Elems: pairs}
	}
	return &syntax.Map{Pos: first.Pos, Base: first.Base, Elems: slices.Concat(first.Elems, pairs)}
}

// mapIn is the map that an expression is or that the compiler makes of it, or nil.
func (s *specMaker) mapIn(n syntax.Node) *syntax.Map {
	switch n := n.(type) {
	case *syntax.Map:
		return n
	case *syntax.Block:
		if len(n.Exprs) == 1 {
			return s.mapIn(n.Exprs[0])
		}
	case *syntax.Binary:
		if n.Op == "|>" {
			return s.mapIn(s.c.piped(n))
		}
	case *syntax.Call:
		if n.Target == nil {
			return nil
		}
		if module, ok := s.c.constantAlias(n.Target); ok {
			args := s.c.arguments(n)
			return s.mapMade(code.Entry{Module: module, Name: n.Name, Arity: len(args)}, args)
		}
	}
	return nil
}

func (s *specMaker) call(module term.Atom, name string, args []syntax.Node) term.Term {
	if module != "erlang" || !specFunctions()[code.Key{Name: name, Arity: len(args)}] {
		s.failRemote(module, name, len(args))
	}
	return operation(name, each(args, s.expr)...)
}

func (s *specMaker) failRemote(module term.Atom, name string, arity int) {
	s.fail("fun containing the remote function call '%s:%s/%d' (called in %s) cannot be translated into match_spec",
		inspect.ErlangAtom(module), inspect.ErlangAtom(term.Atom(name)), arity, s.part)
}

func (s *specMaker) failElement(name string) {
	s.fail("the language element %s (in %s) cannot be translated into match_spec", name, s.part)
}

func (s *specMaker) failConstruction(n syntax.Node) {
	s.fail("bit syntax construction with variable %s (in %s) cannot be translated into match_spec", s.compiled(firstVariable(n)), s.part)
}
