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

// Tree returns the tree of a quoted expression as it is written, for Macro.to_string
// with syntax.Source. What is no quoted expression is a CompileError.
func Tree(quoted term.Term) (syntax.Node, error) { return treeOf(quoted, &unquoter{}) }

// EvalTree is Tree for evaluation in a file: variables of other contexts than nil are
// others, whose names VariableName tells.
func EvalTree(quoted term.Term, file string) (syntax.Node, error) {
	return treeOf(quoted, &unquoter{file: file, contexts: true})
}

func treeOf(quoted term.Term, u *unquoter) (tree syntax.Node, err error) {
	u.pos = syntax.Pos{Line: 1, Column: 1}
	err = new(compiler).catch(func() { tree = u.node(quoted) })
	return tree, err
}
