package eval

import (
	"fmt"
	"slices"
	"strings"

	"gex/interp/syntax"
	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/term"
)

// clause is a compiled clause with one pattern: of case, receive, rescue.
type clause struct {
	match pattern
	guard guard // nil if there is none
	body  thunk
}

// takes reports whether the clause is the one for value.
func (cl *clause) takes(m *machine, value term.Term) bool {
	return cl.match(m, value) && (cl.guard == nil || cl.guard(m))
}

// construct is what has clauses, as errors name it, and where it stands.
type construct struct {
	name string
	pos  syntax.Pos
}

// clauseBody returns the clauses of a section, which must consist of them.
func (c *compiler) clauseBody(s syntax.Section, of construct) []*syntax.Clause {
	stab, ok := s.Body.(*syntax.Stab)
	if !ok {
		err := c.compileError(of.pos, fmt.Sprintf("expected -> clauses for :%s in %q", s.Name, of.name))
		used := framesOfFailure
		if strings.HasPrefix(of.name, "def") { // which is expanded far below
			used = exception.MaxDepth
		}
		panic(bail{err: err, used: used})
	}
	return stab.Clauses
}

// oneArg compiles clauses with a single pattern.
func (c *compiler) oneArg(s syntax.Section, construct construct, tail bool) []clause {
	nodes := c.clauseBody(s, construct)
	clauses := make([]clause, len(nodes))
	var before []earlier
	for i, n := range nodes {
		if len(n.Args) != 1 {
			c.fail(s.Pos, "expected one argument for :%s clauses (->) in %q", s.Name, construct.name)
		}
		if construct.name != "with" {
			before = c.remarkLate(before, n.Pos, n.Args, n.Guard)
		}
		clauses[i] = c.clause(n, tail)
	}
	return clauses
}

func (c *compiler) clause(n *syntax.Clause, tail bool) (compiled clause) {
	c.inBlock(func() {
		c.inClause(func() { compiled.match = c.pattern(n.Args[0]) })
		compiled.guard = c.guardOf(n.Guard)
		c.inClause(func() { compiled.body = c.expr(n.Body, tail) })
	})
	return compiled
}

// takesAll reports whether a clause matches whatever comes.
func takesAll(args []syntax.Node, guard syntax.Node) bool {
	seen := make(map[string]bool)
	for _, arg := range args {
		v, ok := arg.(*syntax.Var)
		if !ok || v.Name == "__MODULE__" || seen[v.Name] {
			return false
		}
		seen[v.Name] = v.Name != "_"
	}
	return guard == nil
}

// isIgnored reports whether a node is _.
func isIgnored(n syntax.Node) bool {
	v, ok := n.(*syntax.Var)
	return ok && v.Name == "_"
}

// fnClause is a clause of a function: as many patterns as arguments.
type fnClause struct {
	patterns []pattern // nil where the argument is taken as it is
	guard    guard
	body     thunk
}

// fnClause compiles a clause whose arguments are in the first slots.
func (c *compiler) fnClause(args []syntax.Node, guard, body syntax.Node) (compiled fnClause) {
	c.inBlock(func() {
		p := c.newPattern()
		compiled.patterns = make([]pattern, len(args))
		simple := true
		for i, arg := range args {
			if isIgnored(arg) {
				continue
			}
			if v, ok := arg.(*syntax.Var); ok && !strings.HasPrefix(v.Name, "__") && p.bound[v.Name] == nil {
				p.bindAt(v, i)
				continue
			}
			compiled.patterns[i] = p.compile(arg)
			simple = false
		}
		if simple {
			compiled.patterns = nil
		}
		p.declare()
		compiled.guard = c.guardOf(guard)
		compiled.body = c.expr(body, true)
	})
	return compiled
}

func (cl *fnClause) takes(m *machine) bool {
	for i, p := range cl.patterns {
		if p != nil && !p(m, m.slots[i]) {
			return false
		}
	}
	return cl.guard == nil || cl.guard(m)
}

// dispatch returns the body of a function: the first clause that takes the
// arguments, or none.
func dispatch(clauses []fnClause, none thunk) thunk {
	if len(clauses) == 1 && clauses[0].patterns == nil && clauses[0].guard == nil {
		return clauses[0].body
	}
	return func(m *machine) (term.Term, error) {
		for i := range clauses {
			if clauses[i].takes(m) {
				return clauses[i].body(m)
			}
		}
		return none(m)
	}
}

// undefined is the body of a function that is not defined yet.
func (fn *function) undefined(m *machine) (term.Term, error) {
	return m.fail(noFrame, code.Undef(fn.module, fn.name, slices.Clone(m.slots[:fn.arity])))
}

// noClause raises function_clause in fn.
func (fn *function) noClause(m *machine) (term.Term, error) {
	args := append([]term.Term(nil), m.slots[:fn.arity]...)
	for _, slot := range fn.captures {
		args = append(args, m.slots[slot])
	}
	err := exception.Raise(term.Atom("function_clause"))
	if fn.inPrompt {
		return m.fail(noFrame, err.In(exception.Frame{
			Module: "erl_eval", Function: "-inside-an-interpreted-fun-", Arity: fn.arity, Args: args[:fn.arity], HasArgs: true,
		}))
	}
	frame := fn.frame(fn.line)
	frame.Args, frame.HasArgs = args, true
	return m.fail(noFrame, err.In(frame))
}
