package interp

import (
	"strings"

	"gex/interp/lib"
	"gex/interp/syntax"
	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// This file holds Exception.blame/3 and blame_mfa/3, which say of each clause of
// a function what does not take the arguments, as quoted expressions.

func (s *Session) blameFunctions() []*code.Function {
	return []*code.Function{
		{Name: "blame", Arity: 3, Params: []string{"kind", "error", "stacktrace"}, Call: s.exceptionBlame,
			Doc: "`{exception, stacktrace}`: the exception that stands for an error, a FunctionClauseError with its arguments and clauses."},
		{Name: "blame_mfa", Arity: 3, Params: []string{"module", "function", "args"}, Call: s.exceptionBlameMFA,
			Doc: "`{:ok, kind, clauses}` of a function of the library that not all arguments suit, or `:error`. " +
				"A clause is `{arguments, guards}`, their parts `%{match?: boolean, node: quoted}`."},
	}
}

func (s *Session) exceptionBlame(self *process.Process, a []term.Term) (term.Term, error) {
	if a[0] != term.Term(term.ErrorAtom) {
		return term.Tuple{a[1], a[2]}, nil
	}
	normalized, err := code.Apply(self, "Elixir.Exception", "normalize", a...)
	if err != nil {
		return nil, err
	}
	x, ok := normalized.(*term.Map)
	if ok && isUndefined(x) {
		text, err := code.Apply(self, "Elixir.Exception", "message", x)
		return term.Tuple{x.Put(term.Atom("message"), text), a[2]}, err
	}
	stack, _ := term.Slice(a[2])
	if name, _ := x.Get(term.Atom("__struct__")); !ok || name != term.Term(term.Alias("FunctionClauseError")) || len(stack) == 0 {
		return term.Tuple{normalized, a[2]}, nil
	}
	frame, _ := stack[0].(term.Tuple)
	if len(frame) != 4 || !term.IsList(frame[2]) {
		return term.Tuple{normalized, a[2]}, nil
	}
	args, _ := term.Slice(frame[2])
	x = x.Put(term.Atom("args"), frame[2])
	if kind, clauses, ok := s.blamed(self, frame[0], frame[1], args); ok {
		x = x.Put(term.Atom("kind"), kind).Put(term.Atom("clauses"), clauses)
	}
	stack[0] = term.Tuple{frame[0], frame[1], term.Int(len(args)), frame[3]}
	return term.Tuple{x, term.List(stack...)}, nil
}

// isUndefined reports whether an exception is an UndefinedFunctionError whose
// message is still to be worded.
func isUndefined(x *term.Map) bool {
	name, _ := x.Get(term.Atom("__struct__"))
	message, _ := x.Get(term.Atom("message"))
	return name == term.Term(term.Alias("UndefinedFunctionError")) && message == term.Term(term.Nil)
}

func (s *Session) exceptionBlameMFA(self *process.Process, a []term.Term) (term.Term, error) {
	args, ok := term.Slice(a[2])
	if !ok {
		return nil, exception.Raise(term.Atom("function_clause")).In(exception.Frame{
			Module: "Elixir.Exception", Function: "blame_mfa", Arity: 3, Args: a, HasArgs: true, File: "lib/exception.ex", Line: 233})
	}
	kind, clauses, ok := s.blamed(self, a[0], a[1], args)
	if !ok {
		return term.ErrorAtom, nil
	}
	return term.Tuple{term.OK, kind, clauses}, nil
}

// blamed are the clauses of a function, with what does not match; false for one
// whose clauses are not known.
func (s *Session) blamed(self *process.Process, module, function term.Term, args []term.Term) (kind term.Atom, clauses term.Term, ok bool) {
	name, _ := function.(term.Atom)
	of, _ := module.(term.Atom)
	heads, line := lib.ClauseHeads(of, string(name), len(args))
	var list []term.Term
	for _, head := range heads {
		word, rest, _ := strings.Cut(head, " ")
		kind = term.Atom(word)
		clause, ok := s.blamedClause(self, rest, line, args)
		if !ok {
			return "", nil, false
		}
		list = append(list, clause)
	}
	return kind, term.List(list...), list != nil
}

func (s *Session) blamedClause(self *process.Process, head string, line int, args []term.Term) (term.Term, bool) {
	open := strings.IndexByte(head, '(')
	end := endOfArguments(head, open)
	if open < 0 || end < 0 {
		return nil, false
	}
	patterns := splitTop(head[open+1:end-1], ",")
	if len(patterns) != len(args) {
		return nil, false
	}
	b := &blamer{session: s, self: self, args: term.Tuple(args)}
	matched := b.arguments(patterns)
	nodes := make([]term.Term, len(patterns))
	for i, p := range patterns {
		nodes[i] = s.blamedNode(self, p, line, matched[i])
		if !matched[i] {
			patterns[i] = "_"
		}
	}
	var guards []term.Term
	if text, ok := strings.CutPrefix(head[end:], " when "); ok {
		for guard := range strings.SplitSeq(text, " when ") {
			file, err := syntax.Parse(guard, syntax.Options{Line: line})
			if err != nil {
				return nil, false
			}
			guards = append(guards, b.condition(file.Body, patterns, line))
		}
	}
	return term.Tuple{term.List(nodes...), term.List(guards...)}, true
}

// condition is a guard; its operands are looked at one by one.
func (b *blamer) condition(n syntax.Node, patterns []string, line int) term.Term {
	if block, ok := n.(*syntax.Block); ok && len(block.Exprs) == 1 {
		n = block.Exprs[0]
	}
	if op, ok := n.(*syntax.Binary); ok && (op.Op == "and" || op.Op == "or") {
		meta := term.Keyword(term.Pair{Key: term.Atom("value"), Value: term.Bool(b.holds(patterns, syntax.Source(n)))},
			term.Pair{Key: term.Atom("line"), Value: term.Int(line)})
		return term.Tuple{term.Atom(op.Op), meta, term.List(b.condition(op.Left, patterns, line), b.condition(op.Right, patterns, line))}
	}
	text := syntax.Source(n)
	return b.session.blamedNode(b.self, text, line, b.holds(patterns, text))
}

// blamedNode is a part of a clause with whether it suits.
func (s *Session) blamedNode(self *process.Process, text string, line int, matches bool) term.Term {
	var node term.Term = term.Binary(text)
	if file, err := syntax.Parse(strings.TrimSpace(text), syntax.Options{Line: line}); err == nil {
		if quoted, err := s.evaluator.Quoted(self, file.Body); err == nil {
			node = quoted
		}
	}
	return term.NewMap(term.Pair{Key: term.Atom("match?"), Value: term.Bool(matches)}, term.Pair{Key: term.Atom("node"), Value: node})
}
