package interp

import (
	"slices"

	"gex/interp/eval"
	"gex/interp/lib"
	"gex/interp/syntax"
	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/inspect"
	"gex/runtime/process"
	"gex/runtime/term"
)

// macroFunctions are the functions of Macro that need the compiler or the
// parser.
func (s *Session) macroFunctions() []*code.Function {
	return []*code.Function{
		{Name: "to_string", Arity: 1, Params: []string{"quoted"}, Call: macroToString, Doc: "The source of a quoted expression."},
		{Name: "escape", Arity: 1, Params: []string{"value"}, Call: macroEscape, Doc: "The quoted expression whose value is `value`."},
		{Name: "escape", Arity: 2, Params: []string{"value", "opts"}, Call: macroEscape,
			Doc: "The quoted expression whose value is `value`; `unquote: true` leaves unquoted parts alone."},
		{Name: "expand_once", Arity: 2, Params: []string{"ast", "env"}, Call: s.macroExpandOnce,
			Doc: "The quoted expression with the outermost macro or alias expanded, once."},
		{Name: "expand", Arity: 2, Params: []string{"ast", "env"}, Call: s.macroExpand,
			Doc: "The quoted expression with the outermost macro or alias expanded, until it is none."},
		{Name: "unescape_string", Arity: 1, Params: []string{"string"}, Call: macroUnescape, Doc: "The text with its escapes replaced."},
		{Name: "struct!", Arity: 2, Params: []string{"module", "env"}, Call: s.macroStruct, Doc: "The struct of a module with its defaults."},
	}
}

func (s *Session) macroExpandOnce(self *process.Process, args []term.Term) (term.Term, error) {
	env, ok := args[1].(*term.Map)
	if !ok {
		return nil, noMacroClause("expand_once", args)
	}
	expanded, _, err := s.evaluator.ExpandOnce(self, args[0], env)
	return expanded, err
}

// maxExpansions bounds macros that expand to themselves.
const maxExpansions = 10_000

func (s *Session) macroExpand(self *process.Process, args []term.Term) (term.Term, error) {
	env, ok := args[1].(*term.Map)
	if !ok {
		return nil, noMacroClause("expand", args)
	}
	quoted := args[0]
	for range maxExpansions {
		expanded, changed, err := s.evaluator.ExpandOnce(self, quoted, env)
		if err != nil || !changed {
			return expanded, err
		}
		quoted = expanded
	}
	return nil, exception.ArgumentError("the expression is expanded without an end")
}

func noMacroClause(name string, args []term.Term) error {
	return exception.Raise(term.Atom("function_clause")).In(exception.Frame{
		Module: term.Alias("Macro"), Function: name, Arity: len(args), Args: args, HasArgs: true})
}

func macroUnescape(_ *process.Process, args []term.Term) (term.Term, error) {
	text, ok := args[0].(term.Binary)
	if !ok {
		return nil, noMacroClause("unescape_string", args)
	}
	plain, err := syntax.Unescape(string(text))
	if err != nil {
		return nil, exception.ArgumentError("%s", err.Error())
	}
	return term.Binary(plain), nil
}

func (s *Session) macroStruct(self *process.Process, args []term.Term) (term.Term, error) {
	return code.Apply(self, term.Alias("Kernel"), "struct!", args[0], term.Empty)
}

func macroToString(_ *process.Process, args []term.Term) (term.Term, error) {
	if deeper(args[0], maxQuotedDepth) {
		return nil, exception.Raise(term.Atom("system_limit"))
	}
	tree, err := eval.Tree(args[0])
	if err != nil {
		return nil, err
	}
	return term.Binary(syntax.Source(tree)), nil
}

// maxQuotedDepth bounds the terms that become source: lines are indented by
// how deep they are, so that deep terms have no source of a reasonable size.
// What the parser takes is less deep.
const maxQuotedDepth = 3 * 2000

// deeper reports whether a term has more than so many levels.
func deeper(t term.Term, levels int) bool {
	if levels < 0 {
		return true
	}
	inner := func(e term.Term) bool { return deeper(e, levels-1) }
	switch t := t.(type) {
	case term.Tuple:
		return slices.ContainsFunc(t, inner)
	case *term.Cons:
		elements, tail := term.SliceWithTail(t)
		return slices.ContainsFunc(elements, inner) || inner(tail)
	}
	return false
}

func macroEscape(_ *process.Process, args []term.Term) (term.Term, error) {
	unquote := false
	if len(args) > 1 {
		value, _ := term.KeywordGet(args[1], "unquote")
		unquote = value == term.Term(term.True)
	}
	return escaped(args[0], unquote)
}

// escaped is the quoted expression of a value.
func escaped(t term.Term, unquote bool) (term.Term, error) {
	switch t := t.(type) {
	case term.Tuple:
		return escapedTuple(t, unquote)
	case *term.Map:
		var pairs []term.Term
		for _, p := range t.Pairs() {
			pairs = append(pairs, term.Tuple{p.Key, p.Value})
		}
		elements, err := allEscaped(pairs, unquote)
		return term.Tuple{term.Atom("%{}"), term.Empty, term.List(elements...)}, err
	case *term.Cons:
		elements, tail := term.SliceWithTail(t)
		out, err := allEscaped(elements, unquote)
		if err != nil || term.IsList(tail) {
			return term.List(out...), err
		}
		last := len(out) - 1
		rest, err := escaped(tail, unquote)
		out[last] = term.Tuple{term.Atom("|"), term.Empty, term.List(out[last], rest)}
		return term.List(out...), err
	case *term.Fun:
		if t.Place != "" {
			return nil, exception.ArgumentError("cannot escape %s. The supported values are: lists, tuples, maps, atoms, numbers, "+
				"bitstrings, PIDs and remote functions in the format &Mod.fun/arity", inspect.FunText(t))
		}
	}
	return t, nil
}

func escapedTuple(t term.Tuple, unquote bool) (term.Term, error) {
	if unquote && len(t) == 3 && t[0] == term.Term(term.Atom("unquote")) {
		if inner, ok := term.Slice(t[2]); ok && len(inner) == 1 {
			return inner[0], nil
		}
	}
	elements, err := allEscaped(t, unquote)
	if err != nil || len(t) == 2 {
		return term.Tuple(elements), err
	}
	return term.Tuple{term.Atom("{}"), term.Empty, term.List(elements...)}, nil
}

func allEscaped(terms []term.Term, unquote bool) ([]term.Term, error) {
	out := make([]term.Term, len(terms))
	for i, e := range terms {
		value, err := escaped(e, unquote)
		if err != nil {
			return nil, err
		}
		out[i] = value
	}
	return out, nil
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
	add("string_to_quoted_with_comments", []string{"string", "opts"}, "`{:ok, quoted, comments}`, or `{:error, {place, message, token}}`.", s.quotedWithComments)
	add("string_to_quoted_with_comments!", []string{"string", "opts"}, "The quoted expression of a source, and its comments.", s.mustQuotedWithComments)
	return append(append(functions, s.sourceCompilers()...), s.loaders()...)
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
	s.wrote(text)
	options, name := syntax.Options{File: noFile}, noFile
	if len(args) > 2 {
		options = placeOptions(args[2], options)
		name = options.File
	}
	file, err := syntax.Parse(text, options)
	if err != nil {
		return nil, exception.In(syntaxError(err), codeFrame(421))
	}
	value, err := s.evalTree(self, name, file.Body, args[1:])
	if err != nil {
		return nil, exception.In(err, codeFrame(422))
	}
	return value, nil
}

func (s *Session) evalQuoted(self *process.Process, args []term.Term) (term.Term, error) {
	below := exception.Frame{Module: term.Alias("Code"), Function: "eval_quoted", Arity: 3, File: "lib/code.ex", Line: 825}
	tree, err := eval.EvalTree(args[0], noFile)
	if err != nil {
		return nil, exception.In(err, below)
	}
	value, err := s.evalTree(self, noFile, tree, args[1:])
	return value, exception.In(err, below)
}

// placeOptions reads file: and line: of the options of Code.
func placeOptions(options term.Term, o syntax.Options) syntax.Options {
	if !term.IsList(options) {
		return o
	}
	if file, ok := term.KeywordGet(options, "file"); ok {
		if text, ok := file.(term.Binary); ok {
			o.File = string(text)
		}
	}
	if line, ok := term.KeywordGet(options, "line"); ok {
		if n, ok := line.(term.Int); ok {
			o.Line = int(n)
		}
	}
	return o
}

// evalTree evaluates a tree with the binding, a keyword list, that may be the
// first of args.
func (s *Session) evalTree(self *process.Process, file string, tree syntax.Node, args []term.Term) (term.Term, error) {
	if len(args) > 1 {
		if value, ok, err := s.evaluator.EvalInModule(tree, args[1]); ok {
			return value, err
		}
	}
	env := eval.NewEnv(file, term.Alias("Kernel"))
	if len(args) > 0 {
		for e := range term.Elements(args[0]) {
			if pair, ok := e.(term.Tuple); ok && len(pair) == 2 {
				if name := eval.VariableName(pair[0]); name != "" {
					env = env.With(name, pair[1])
				}
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
	var binding []term.Term
	for _, b := range slices.Backward(env.Bindings()) {
		binding = append(binding, term.Tuple{eval.VariableKey(b.Name), b.Value})
	}
	return term.Tuple{value, term.List(binding...)}, nil
}

func (s *Session) mustStringToQuoted(self *process.Process, args []term.Term) (term.Term, error) {
	quoted, failed, err := s.quoted(self, args)
	if failed != nil {
		return nil, syntaxError(failed)
	}
	return quoted, err
}

func (s *Session) stringToQuoted(self *process.Process, args []term.Term) (term.Term, error) {
	quoted, failed, err := s.quoted(self, args)
	if failed == nil {
		return term.Tuple{term.OK, quoted}, err
	}
	place := term.Keyword(term.Pair{Key: term.Atom("line"), Value: term.Int(failed.Line)},
		term.Pair{Key: term.Atom("column"), Value: term.Int(failed.Column)})
	var message term.Term = term.Binary(failed.Before)
	if failed.After != "" {
		message = term.Tuple{term.Binary(failed.Before), term.Binary(failed.After)}
	}
	return term.Tuple{term.ErrorAtom, term.Tuple{place, message, term.Binary(failed.Token)}}, nil
}

// quoted reads a source. A source that cannot be read is failed.
// args are the source and, if there are any, the options file: and line:.
func (s *Session) quoted(self *process.Process, args []term.Term) (quoted term.Term, failed *syntax.Error, err error) {
	text, err := lib.ToString(args[0])
	if err != nil {
		return nil, nil, err
	}
	s.wrote(text)
	options := syntax.Options{File: noFile}
	if len(args) > 1 {
		options = placeOptions(args[1], options)
	}
	file, err := syntax.Parse(text, options)
	if failed, ok := err.(*syntax.Error); ok {
		return nil, failed, nil
	}
	if err != nil {
		return nil, nil, err
	}
	quoted, err = s.evaluator.Quoted(self, file.Body)
	return quoted, nil, err
}
