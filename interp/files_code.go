package interp

import (
	"path"
	"slices"

	"gex/interp/eval"
	"gex/interp/lib"
	"gex/interp/syntax"
	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/inspect"
	"gex/runtime/ioserver"
	"gex/runtime/process"
	"gex/runtime/term"
)

// This file holds the functions of Code that load files, and recompile.

func codeLoader(function string, arity, line int) exception.Frame {
	return exception.Frame{Module: term.Alias("Code"), Function: function, Arity: arity, File: "lib/code.ex", Line: line}
}

// The places in Elixir's Code where loading a file fails.
var (
	evalFileFrame    = codeLoader("eval_file", 2, 1184)
	requireFileFrame = codeLoader("require_file", 2, 1237)
	requiredFrame    = codeLoader("require_file", 2, 1245)
	compileFileFrame = codeLoader("-compile_file/2-fun-0-", 2, 1502)
	stringFrame      = codeLoader("validated_eval_string", 3, 421)
)

// loaders are the functions of Code that load files.
func (s *Session) loaders() []*code.Function {
	file, relative := "file", `relative_to \\ nil`
	both := func(name, doc string, call process.Func) []*code.Function {
		return []*code.Function{
			{Name: name, Arity: 1, Params: []string{file, relative}, Doc: doc, Call: call},
			{Name: name, Arity: 2, Params: []string{file, relative}, Doc: doc, Call: call},
		}
	}
	return slices.Concat(
		both("eval_file", "Evaluates a file: `{value, binding}`.", s.codeEvalFile),
		both("require_file", "Loads a file unless it was: its modules as `{name, object code}`, or nil.", s.codeRequireFile),
		both("compile_file", "Loads a file: its modules as `{name, object code}`.", s.codeCompileFile),
		[]*code.Function{
			{Name: "load_file", Arity: 1, Params: []string{file}, Doc: "Loads a file, as `compile_file/1`.", Call: s.codeCompileFile},
			{Name: "required_files", Arity: 0, Doc: "The files that `require_file/1` has loaded.", Call: s.codeRequired},
			{Name: "unrequire_files", Arity: 1, Params: []string{"files"}, Doc: "Forgets that files were loaded.", Call: s.codeUnrequire},
		})
}

// located reads the file that the arguments of a loader name.
func (s *Session) located(args []term.Term, frame exception.Frame) (name, source string, err error) {
	name, err = lib.ToString(args[0])
	if err != nil {
		return "", "", err
	}
	if len(args) > 1 && args[1] != term.Term(term.Nil) {
		dir, err := lib.ToString(args[1])
		if err != nil {
			return "", "", err
		}
		name = path.Join(dir, name)
	}
	source, err = s.readFile(name)
	if reason := refusal(err); reason != "" {
		err = exception.Raise(exception.Struct("Code.LoadError",
			term.Pair{Key: term.Atom("file"), Value: term.Binary(name)},
			term.Pair{Key: term.Atom("message"), Value: term.Binary("could not load " + name + ". Reason: " + string(reason))})).
			In(codeLoader("find_file!", 2, 1807), frame)
	}
	return name, source, err
}

func (s *Session) codeEvalFile(self *process.Process, args []term.Term) (term.Term, error) {
	name, source, err := s.located(args, evalFileFrame)
	if err != nil {
		return nil, err
	}
	if path.Ext(name) == ".go" {
		value, err := s.defineGo(self, source, name, 1)
		return term.Tuple{value, term.Empty}, err
	}
	s.wrote(source)
	file, err := syntax.Parse(source, syntax.Options{File: name})
	if err != nil {
		return nil, exception.In(syntaxError(err), stringFrame)
	}
	s.trees.note(s.table, file.Body, source)
	return s.evalTreeIn(self, file.Body, eval.NewEnv(name, term.Alias("Kernel")))
}

// objects are modules with their object code, by name.
func (s *Session) objects(names []term.Term) term.Term {
	list := make([]term.Term, len(names))
	for i, name := range names {
		list[i] = term.Tuple{name, eval.Object(s.table.Module(name.(term.Atom)))}
	}
	return term.List(list...)
}

func (s *Session) codeCompileFile(self *process.Process, args []term.Term) (term.Term, error) {
	name, _, err := s.located(args, compileFileFrame)
	if err != nil {
		return nil, err
	}
	defined, err := s.compileFile(self, name)
	if err != nil {
		return nil, exception.In(err, compileFileFrame)
	}
	return s.objects(defined), nil
}

func (s *Session) codeRequireFile(self *process.Process, args []term.Term) (term.Term, error) {
	name, _, err := s.located(args, requireFileFrame)
	if err != nil || slices.Contains(s.required, name) {
		return term.Nil, err
	}
	defined, err := s.compileFile(self, name)
	if err != nil {
		return nil, exception.In(err, requiredFrame)
	}
	s.required = append(s.required, name)
	return s.objects(defined), nil
}

func (s *Session) codeRequired(*process.Process, []term.Term) (term.Term, error) {
	list := make([]term.Term, len(s.required))
	for i, name := range s.required {
		list[i] = term.Binary(name)
	}
	return term.List(list...), nil
}

func (s *Session) codeUnrequire(_ *process.Process, args []term.Term) (term.Term, error) {
	for e := range term.Elements(args[0]) {
		name, err := lib.ToString(e)
		if err != nil {
			return nil, err
		}
		s.required = slices.DeleteFunc(s.required, func(r string) bool { return r == name })
	}
	return term.OK, nil
}

// recompile is recompile/0: the files that c has loaded and that have changed
// since are loaded again. Without a project it says what IEx says.
func (s *Session) recompile(self *process.Process, _ []term.Term) (term.Term, error) {
	if len(s.projects) == 0 {
		text := "Mix is not running. Please start IEx with: iex -S mix\n"
		ioserver.Write(s.node, ioserver.Output{Kind: ioserver.Warning, From: self.PID(), Text: text})
		return term.ErrorAtom, nil
	}
	changed := false
	for _, f := range slices.Clone(s.compiled) {
		source, err := s.readFile(f.name)
		if err != nil || source == f.source {
			continue
		}
		if _, err := s.compileFile(self, f.name); err != nil {
			return nil, s.compilationFailed(self, f.name, err)
		}
		changed = true
	}
	if !changed {
		return term.Atom("noop"), nil
	}
	return term.OK, nil
}

// compiledFile is a file that was loaded, as it was then.
type compiledFile struct{ name, source string }

func (s *Session) noteCompiled(name, source string) {
	s.compiled = slices.DeleteFunc(s.compiled, func(f compiledFile) bool { return f.name == name })
	s.compiled = append(s.compiled, compiledFile{name, source})
}

// outside says why gex has nothing of some modules of OTP.
var outside = map[string]string{
	"gen_tcp": "network", "gen_udp": "network", "inet": "network", "ssl": "network", "httpc": "network",
	"observer": "windows", "wx": "windows",
}

// lacks is the sentence about a module that gex leaves out on purpose, "" for others.
func lacks(module term.Atom) string {
	if what := outside[string(module)]; what != "" {
		return "gex has no " + what + ", so module " + inspect.AtomText(module) + " is not there"
	}
	return ""
}
