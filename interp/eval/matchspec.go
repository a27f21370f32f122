package eval

import (
	"fmt"
	"slices"
	"strings"

	"gex/interp/syntax"
	"gex/runtime/inspect"
	"gex/runtime/process"
	"gex/runtime/term"
)

// MatchSpec is what ms_transform:transform_from_shell/3 makes of a fun for ets.
type MatchSpec struct {
	Spec    term.Term
	Problem string // why there is none, in the words of ms_transform; empty if there is one
	// Outer has the variables from outside that the fun uses, with their values.
	// Elixir keeps them in a map, in which ms_transform cannot find them.
	Outer []term.Term
}

// MatchSpec makes a match specification of a fun that was written at the prompt;
// false if it was not.
func (ev *Evaluator) MatchSpec(self *process.Process, fun *term.Fun) (spec MatchSpec, ok bool) {
	call, ok := fun.Code.(process.Func)
	if !ok || fun.Place != promptPlace {
		return MatchSpec{}, false
	}
	m := ev.enter(self)
	found, _, _ := m.unwrap(fun, call, nil)
	ev.leave(m)
	if found == nil || found.fn.source == nil {
		return MatchSpec{}, false
	}
	source := found.fn.source
	c := newCompiler(ev, self, &Env{})
	c.context = &source.context
	maker := &specMaker{c: c, versions: map[string]int{}}
	spec = maker.clauses(source.clauses)
	for _, name := range maker.outer {
		spec.Outer = append(spec.Outer, source.value(name, found.captured))
	}
	return spec, true
}

// value is that of a variable from outside the fun.
func (f *funSource) value(name string, captured []term.Term) term.Term {
	if i := slices.Index(f.captured, name); i >= 0 {
		return captured[i]
	}
	return f.prompt[name]
}

// promptVariables are the variables of the prompt that clauses speak of.
func (c *compiler) promptVariables(clauses []*syntax.Clause) map[string]term.Term {
	values := map[string]term.Term{}
	note := func(n syntax.Node) {
		if v, ok := n.(*syntax.Var); ok {
			if value, ok := c.env.Lookup(v.Name); ok {
				values[v.Name] = value
			}
		}
	}
	for _, cl := range clauses {
		for _, part := range append([]syntax.Node{cl.Guard, cl.Body}, cl.Args...) {
			syntax.Visit(part, note)
		}
	}
	return values
}

// specMaker turns clauses into a match specification.
type specMaker struct {
	c        *compiler
	versions map[string]int       // how often a name has been bound, by which the compiler tells variables apart
	vars     map[string]term.Atom // what stands for the variables of the clause
	part     string               // of the clause: "guard" or "body"
	outer    []string             // variables from outside that are used
}

// specProblem ends the work on a specification.
type specProblem string

func (s *specMaker) fail(format string, args ...any) {
	panic(specProblem(fmt.Sprintf(format, args...)))
}

func (s *specMaker) clauses(clauses []*syntax.Clause) (spec MatchSpec) {
	defer func() {
		switch problem := recover().(type) {
		case nil:
		case specProblem:
			spec, s.outer = MatchSpec{Problem: string(problem)}, nil
		default:
			panic(problem)
		}
	}()
	var all []term.Term
	for _, cl := range clauses {
		for _, guard := range alternatives(cl.Guard) {
			all = append(all, s.clause(cl, guard))
		}
	}
	return MatchSpec{Spec: term.List(all...)}
}

// alternatives are the guards of when a when b, one of none if there is no guard.
func alternatives(guard syntax.Node) []syntax.Node {
	if when, ok := guard.(*syntax.Binary); ok && when.Op == "when" {
		return append(alternatives(when.Left), alternatives(when.Right)...)
	}
	return []syntax.Node{guard}
}

func (s *specMaker) clause(cl *syntax.Clause, guard syntax.Node) term.Term {
	s.vars = map[string]term.Atom{}
	head := s.head(cl.Args)
	guards := term.Empty
	if guard != nil {
		s.part = "guard"
		guards = term.List(s.expr(guard))
	}
	s.part = "body"
	return term.Tuple{head, guards, term.List(each(bodyOf(cl.Body), s.expr)...)}
}

func bodyOf(n syntax.Node) []syntax.Node {
	if block, ok := n.(*syntax.Block); ok && len(block.Exprs) > 0 {
		return block.Exprs
	}
	return []syntax.Node{n}
}

// head translates what the function takes.
func (s *specMaker) head(args []syntax.Node) term.Term {
	if len(args) != 1 {
		s.failHead()
	}
	arg := args[0]
	if match, ok := arg.(*syntax.Binary); ok && match.Op == "=" {
		whole, isVar := match.Left.(*syntax.Var)
		arg = match.Right
		if !isVar {
			if whole, isVar = match.Right.(*syntax.Var); !isVar {
				s.failHead()
			}
			arg = match.Left
		}
		defer s.name(whole.Name, "$_")
	}
	switch arg.(type) {
	case *syntax.Var, *syntax.CaptureArg, *syntax.Tuple:
	default:
		s.failHead()
	}
	return s.pattern(arg)
}

func (s *specMaker) failHead() {
	s.fail("ets:fun2ms requires fun with single variable or tuple parameter")
}

func (s *specMaker) name(variable string, as term.Atom) {
	s.versions[variable]++
	s.vars[variable] = as
}

// bind returns what stands for a variable of the head.
func (s *specMaker) bind(variable string) term.Term {
	if variable == "_" {
		return term.Atom("_")
	}
	if s.vars[variable] == "" {
		s.name(variable, term.Atom(fmt.Sprintf("$%d", len(s.vars)+1)))
	}
	return s.vars[variable]
}

func (s *specMaker) pattern(n syntax.Node) term.Term {
	switch n := n.(type) {
	case *syntax.Var:
		return s.bind(n.Name)
	case *syntax.CaptureArg:
		return s.bind(captureName(n.Index))
	case *syntax.Tuple:
		return term.Tuple(each(n.Elems, s.pattern))
	case *syntax.Pair:
		return term.Tuple(each([]syntax.Node{n.Key, n.Value}, s.pattern))
	case *syntax.Keywords:
		return listed(listOf(n), s.pattern)
	case *syntax.List:
		return listed(n, s.pattern)
	case *syntax.Map:
		return mapOf(n, nil, s.pattern)
	case *syntax.Struct:
		name, _ := s.c.structFields(n, 1)
		return mapOf(n.Fields, []term.Pair{{Key: term.Atom("__struct__"), Value: name}}, s.pattern)
	case *syntax.Pin:
		if v, ok := n.X.(*syntax.Var); ok {
			s.fromOutside(v.Name)
		}
		return term.Nil
	case *syntax.Block:
		if len(n.Exprs) == 1 {
			return s.pattern(n.Exprs[0])
		}
	case *syntax.Binary:
		if n.Op == "<>" {
			s.failBits(n)
		}
		s.fail("in fun head, only matching (=) on toplevel can be translated into match_spec")
	case *syntax.Bitstring:
		s.failBits(n)
	}
	value := s.constant(n)
	if a, ok := value.(term.Atom); ok && isNumbered(a) {
		s.fail("fun head contains atom %s, which conflics with reserved atoms in match_spec heads", inspect.ErlangAtom(a))
	}
	return value
}

func (s *specMaker) fromOutside(variable string) {
	if !slices.Contains(s.outer, variable) {
		s.outer = append(s.outer, variable)
	}
}

// failBits ends with the first variable of a binary in the head.
func (s *specMaker) failBits(n syntax.Node) {
	if name := firstVariable(n); name != "" {
		s.bind(name)
		s.fail("fun head contains bit syntax matching of variable %s, which cannot be translated into match_spec", s.compiled(name))
	}
}

func firstVariable(n syntax.Node) (name string) {
	syntax.Visit(n, func(n syntax.Node) {
		if v, ok := n.(*syntax.Var); ok && name == "" {
			name = v.Name
		}
	})
	return name
}

// compiled is the name of a variable in what Elixir's compiler makes of it.
func (s *specMaker) compiled(variable string) string {
	return inspect.ErlangAtom(term.Atom(fmt.Sprintf("_%s@%d", variable, max(1, s.versions[variable]))))
}

func each(nodes []syntax.Node, translate func(syntax.Node) term.Term) []term.Term {
	all := make([]term.Term, len(nodes))
	for i, n := range nodes {
		all[i] = translate(n)
	}
	return all
}

func listed(n *syntax.List, translate func(syntax.Node) term.Term) term.Term {
	heads, tail := each(n.Elems, translate), term.Empty
	if n.Tail != nil {
		tail = translate(n.Tail)
	}
	return term.ListWithTail(heads, tail)
}

// mapOf translates a map without what it updates; it has pairs already.
func mapOf(n *syntax.Map, pairs []term.Pair, translate func(syntax.Node) term.Term) term.Term {
	for _, e := range n.Elems {
		pair := e.(*syntax.Pair)
		pairs = append(pairs, term.Pair{Key: translate(pair.Key), Value: translate(pair.Value)})
	}
	return term.NewMap(pairs...)
}

// constant is the value of what needs no variable.
func (s *specMaker) constant(n syntax.Node) term.Term {
	if value, ok := s.c.literal(n); ok {
		return value
	}
	s.fail("the language element case (in %s) cannot be translated into match_spec", s.part)
	return nil
}

// isNumbered reports whether an atom is that of a variable: $1.
func isNumbered(a term.Atom) bool {
	digits, ok := strings.CutPrefix(string(a), "$")
	return ok && digits != "" && strings.Trim(digits, "0123456789") == ""
}

// quotedValue is a value as it stands in a guard or a body, where tuples are calls.
func quotedValue(value term.Term) term.Term {
	switch v := value.(type) {
	case term.Atom:
		if isNumbered(v) || v == "$_" || v == "$$" {
			return term.Tuple{term.Atom("const"), v}
		}
	case term.Tuple:
		all := make(term.Tuple, len(v))
		for i, e := range v {
			all[i] = quotedValue(e)
		}
		return term.Tuple{all}
	case *term.Cons:
		return &term.Cons{Head: quotedValue(v.Head), Tail: quotedValue(v.Tail)}
	}
	return value
}
