package eval

import (
	"gex/interp/syntax"
	"gex/runtime/process"
	"gex/runtime/term"
)

// Quoted returns the quoted expression of a tree as Code.string_to_quoted
// does, with lines.
func (ev *Evaluator) Quoted(self *process.Process, n syntax.Node) (quoted term.Term, err error) {
	c := newCompiler(ev, self, NewEnv("nofile"))
	err = c.catch(func() { quoted = (&quoter{c: c, context: term.Nil, lines: true}).term(n) })
	return quoted, err
}

// Tree returns the tree of a quoted expression, for Code.eval_quoted and, with
// syntax.Source, Macro.to_string. What is no quoted expression is an
// ArgumentError.
func Tree(quoted term.Term) (tree syntax.Node, err error) {
	err = new(compiler).catch(func() { tree = (&unquoter{pos: syntax.Pos{Line: 1, Column: 1}}).node(quoted) })
	return tree, err
}
