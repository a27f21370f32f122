package interp

import (
	"slices"

	"gex/interp/eval"
	"gex/interp/lib"
	"gex/interp/syntax"
	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// macroModule is Macro: what can be done with quoted expressions.
func macroModule() *code.Module {
	m := code.NewModule(term.Alias("Macro"), code.Builtin,
		&code.Function{Name: "to_string", Arity: 1, Params: []string{"quoted"}, Call: macroToString,
			Doc: "The source of a quoted expression."},
		&code.Function{Name: "escape", Arity: 1, Params: []string{`value`}, Call: macroEscape,
			Doc: "The quoted expression whose value is `value`."},
		&code.Function{Name: "var", Arity: 2, Params: []string{"name", "context"}, Call: macroVar,
			Doc: "The quoted expression of a variable."})
	m.Doc = "Quoted expressions."
	return m
}

func macroToString(_ *process.Process, args []term.Term) (term.Term, error) {
	tree, err := eval.Tree(args[0])
	if err != nil {
		return nil, err
	}
	return term.Binary(syntax.Source(tree)), nil
}

func macroEscape(_ *process.Process, args []term.Term) (term.Term, error) {
	return escaped(args[0]), nil
}

func macroVar(_ *process.Process, args []term.Term) (term.Term, error) {
	return term.Tuple{args[0], term.Empty, args[1]}, nil
}

// escaped is the quoted expression of a value.
func escaped(t term.Term) term.Term {
	switch t := t.(type) {
	case term.Tuple:
		elements := make([]term.Term, len(t))
		for i, e := range t {
			elements[i] = escaped(e)
		}
		if len(t) == 2 {
			return term.Tuple(elements)
		}
		return term.Tuple{term.Atom("{}"), term.Empty, term.List(elements...)}
	case *term.Map:
		var pairs []term.Term
		for _, p := range t.Pairs() {
			pairs = append(pairs, term.Tuple{escaped(p.Key), escaped(p.Value)})
		}
		return term.Tuple{term.Atom("%{}"), term.Empty, term.List(pairs...)}
	case *term.Cons:
		if !term.IsList(t.Tail) {
			return term.List(term.Tuple{term.Atom("|"), term.Empty, term.List(escaped(t.Head), escaped(t.Tail))})
		}
		return &term.Cons{Head: escaped(t.Head), Tail: escaped(t.Tail)}
	}
	return t
}

// codeFunctions are the functions of Code that evaluate or read sources.
func (s *Session) codeFunctions() []*code.Function {
	var functions []*code.Function
	add := func(name string, params []string, doc string, call func(self *process.Process, args []term.Term) (term.Term, error)) {
		for arity := 1; arity <= len(params); arity++ {
			functions = append(functions, &code.Function{Name: name, Arity: arity, Params: params[:arity], Doc: doc, Call: call})
		}
	}
	add("eval_string", []string{"string", "binding", "opts"}, "Evaluates a source: `{value, binding}`.", s.evalString)
	add("eval_quoted", []string{"quoted", "binding", "opts"}, "Evaluates a quoted expression: `{value, binding}`.", s.evalQuoted)
	add("string_to_quoted", []string{"string", "opts"}, "`{:ok, quoted}`, or `{:error, {place, message, token}}`.", s.stringToQuoted)
	add("string_to_quoted!", []string{"string", "opts"}, "The quoted expression of a source.", s.mustStringToQuoted)
	return append(functions, s.loaders()...)
}

// noFile is the name of a source that is a string.
const noFile = "nofile"

func codeFrame(line int) exception.Frame {
	return exception.Frame{Module: term.Alias("Code"), Function: "validated_eval_string", Arity: 3, File: "lib/code.ex", Line: line}
}

func (s *Session) evalString(self *process.Process, args []term.Term) (term.Term, error) {
	text, err := lib.ToString(args[0])
	if err != nil {
		return nil, err
	}
	file, err := syntax.Parse(text, syntax.Options{File: noFile})
	if err != nil {
		return nil, exception.In(syntaxError(err), codeFrame(421))
	}
	value, err := s.evalTree(self, file.Body, args[1:])
	if err != nil {
		return nil, exception.In(err, codeFrame(422))
	}
	return value, nil
}

func (s *Session) evalQuoted(self *process.Process, args []term.Term) (term.Term, error) {
	tree, err := eval.Tree(args[0])
	if err != nil {
		return nil, err
	}
	return s.evalTree(self, tree, args[1:])
}

// evalTree evaluates a tree with the binding, a keyword list, that may be the
// first of args.
func (s *Session) evalTree(self *process.Process, tree syntax.Node, args []term.Term) (term.Term, error) {
	env := eval.NewEnv(noFile, term.Alias("Kernel"))
	if len(args) > 0 {
		for e := range term.Elements(args[0]) {
			if name := term.Tag(e, 2); name != "" {
				env = env.With(string(name), e.(term.Tuple)[1])
			}
		}
	}
	return s.evalTreeIn(self, tree, env)
}

// evalTreeIn evaluates a tree: {value, binding}.
func (s *Session) evalTreeIn(self *process.Process, tree syntax.Node, env *eval.Env) (term.Term, error) {
	value, env, err := s.evaluator.Eval(self, tree, env)
	if err != nil {
		return nil, err
	}
	var binding []term.Pair
	for _, b := range slices.Backward(env.Bindings()) {
		binding = append(binding, term.Pair{Key: term.Atom(b.Name), Value: b.Value})
	}
	return term.Tuple{value, term.Keyword(binding...)}, nil
}

func (s *Session) mustStringToQuoted(self *process.Process, args []term.Term) (term.Term, error) {
	quoted, failed, err := s.quoted(self, args[0])
	if failed != nil {
		return nil, syntaxError(failed)
	}
	return quoted, err
}

func (s *Session) stringToQuoted(self *process.Process, args []term.Term) (term.Term, error) {
	quoted, failed, err := s.quoted(self, args[0])
	if failed == nil {
		return term.Tuple{term.OK, quoted}, err
	}
	place := term.Keyword(term.Pair{Key: term.Atom("line"), Value: term.Int(failed.Line)},
		term.Pair{Key: term.Atom("column"), Value: term.Int(failed.Column)})
	return term.Tuple{term.ErrorAtom, term.Tuple{place, term.Binary(failed.Message), term.Binary("")}}, nil
}

// quoted reads a source. A source that cannot be read is failed.
func (s *Session) quoted(self *process.Process, source term.Term) (quoted term.Term, failed *syntax.Error, err error) {
	text, err := lib.ToString(source)
	if err != nil {
		return nil, nil, err
	}
	file, err := syntax.Parse(text, syntax.Options{File: noFile})
	if failed, ok := err.(*syntax.Error); ok {
		return nil, failed, nil
	}
	if err != nil {
		return nil, nil, err
	}
	quoted, err = s.evaluator.Quoted(self, file.Body)
	return quoted, nil, err
}
