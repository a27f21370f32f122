package interp

import (
	"gex/interp/eval"
	"gex/interp/lib"
	"gex/interp/syntax"
	"gex/runtime/code"
	"gex/runtime/process"
	"gex/runtime/term"
)

// This file holds the functions of Code that define modules from a source or a
// quoted expression at hand.

func (s *Session) sourceCompilers() []*code.Function {
	var functions []*code.Function
	for arity := 1; arity <= 2; arity++ {
		functions = append(functions,
			&code.Function{Name: "compile_string", Arity: arity, Params: []string{"string", `file \\ "nofile"`}[:arity], Call: s.codeCompileString,
				Doc: "Evaluates a source: the modules that it defines as `{name, object code}`."},
			&code.Function{Name: "compile_quoted", Arity: arity, Params: []string{"quoted", `file \\ "nofile"`}[:arity], Call: s.codeCompileQuoted,
				Doc: "Evaluates a quoted expression: the modules that it defines as `{name, object code}`."})
	}
	return functions
}

// sourceName is the file that a source is said to come from.
func sourceName(args []term.Term) string {
	if len(args) > 1 {
		if name, ok := args[1].(term.Binary); ok {
			return string(name)
		}
	}
	return noFile
}

func (s *Session) codeCompileString(self *process.Process, args []term.Term) (term.Term, error) {
	text, err := lib.ToString(args[0])
	if err != nil {
		return nil, err
	}
	file, err := syntax.Parse(text, syntax.Options{File: sourceName(args)})
	if err != nil {
		return nil, syntaxError(err)
	}
	return s.compileTree(self, file.Body, sourceName(args))
}

func (s *Session) codeCompileQuoted(self *process.Process, args []term.Term) (term.Term, error) {
	tree, err := eval.EvalTree(args[0], sourceName(args))
	if err != nil {
		return nil, err
	}
	return s.compileTree(self, tree, sourceName(args))
}

func (s *Session) compileTree(self *process.Process, tree syntax.Node, file string) (term.Term, error) {
	before := s.versions()
	if _, _, err := s.evaluator.Eval(self, tree, eval.NewEnv(file, term.Alias("Kernel"))); err != nil {
		return nil, err
	}
	return s.objects(s.definedSince(before)), nil
}

// definedSince are the names of the modules that are others than before.
func (s *Session) definedSince(before map[term.Atom]*code.Module) []term.Term {
	var defined []term.Term
	for _, m := range s.table.Modules() {
		if before[m.Name] != m && m.Language != code.Builtin {
			defined = append(defined, m.Name)
		}
	}
	return defined
}
