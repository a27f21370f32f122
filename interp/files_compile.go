package interp

import (
	"context"
	"errors"
	"path"
	"slices"
	"strings"

	"gex/interp/eval"
	"gex/interp/syntax"
	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/ioserver"
	"gex/runtime/process"
	"gex/runtime/term"
)

// compileFiles is c/1. All files must be there before the first is compiled.
func (s *Session) compileFiles(self *process.Process, args []term.Term) (term.Term, error) {
	names, err := fileNames(args[0])
	if err != nil {
		return nil, err
	}
	var missing []string
	for _, name := range names {
		if _, err := s.readFile(name); err != nil {
			missing = append(missing, name)
		}
	}
	if len(missing) > 0 {
		return nil, exception.ArgumentError("could not find files %s", strings.Join(missing, ", ")).In(compileFrame(184))
	}
	var modules []term.Term
	for _, name := range names {
		defined, err := s.compileFile(self, name)
		if err != nil {
			return nil, s.compilationFailed(self, name, err)
		}
		modules = append(modules, defined...)
	}
	return term.List(modules...), nil
}

// compileFrame is a place in c/2.
func compileFrame(line int) exception.Frame {
	return exception.Frame{Module: helpersModule, Function: "c", Arity: 2, File: "lib/iex/helpers.ex", Line: line}
}

// fileNames are the paths in the argument of c: one, or a list of them.
func fileNames(argument term.Term) ([]string, error) {
	given := []term.Term{argument}
	if list, ok := term.Slice(argument); ok && slices.ContainsFunc(list, isBinary) {
		given = list
	}
	var names []string
	for _, n := range given {
		name, ok := ioserver.Chars(n)
		if !ok {
			return nil, exception.ArgumentError("expected the path of a file")
		}
		names = append(names, name)
	}
	return names, nil
}

func isBinary(t term.Term) bool {
	_, ok := t.(term.Binary)
	return ok
}

// compilationFailed prints what is wrong with a file, as the compiler does, and
// returns the error of c itself. An interrupt stays what it is.
func (s *Session) compilationFailed(self *process.Process, name string, err error) error {
	x := exception.As(err)
	if x.Class == exception.ClassExit {
		return err
	}
	text := "\n== Compilation error in file " + name + " ==\n" + exception.Format(workerStack(x), s.exceptionOptions(false))
	ioserver.Write(s.node, ioserver.Output{Kind: ioserver.Warning, From: self.PID(), Text: text})
	return exception.Raise(exception.Struct("CompileError",
		term.Pair{Key: term.Atom("description"), Value: term.Binary("compile error")},
		term.Pair{Key: term.Atom("file"), Value: term.Nil},
		term.Pair{Key: term.Atom("line"), Value: term.Nil})).In(compileFrame(204))
}

// workerStack is the error with the stack of a worker of the parallel
// compiler: without the frames of Elixir's own compiler, and without any where
// the error comes from checking a whole module, which another process does.
func workerStack(x *exception.Error) *exception.Error {
	pruned := *x
	pruned.Stack = nil
	for _, f := range x.Stack {
		switch {
		case f.Module == "elixir_locals":
			pruned.Stack = nil
			return &pruned
		case f.Module == "erl_eval" || strings.Contains(f.Function, "lists^foldl"): // the shell's evaluator
		case f.Module == "elixir_compiler_0" || !strings.HasPrefix(string(f.Module), "elixir_"):
			pruned.Stack = append(pruned.Stack, f)
		}
	}
	pruned.Stack = append(pruned.Stack, exception.Frame{
		Module: "Elixir.Kernel.ParallelCompiler", Function: "-spawn_workers/7-fun-0-", Arity: 5,
		File: "lib/kernel/parallel_compiler.ex", Line: 347,
	})
	return &pruned
}

// compileFile defines the modules of a file and returns their names.
func (s *Session) compileFile(self *process.Process, name string) ([]term.Term, error) {
	source, err := s.readFile(name)
	if err != nil {
		return nil, err
	}
	before := s.versions()
	if path.Ext(name) == ".go" {
		_, err = s.defineGo(self, source, name, 1)
	} else {
		err = s.evalFile(self, source, name)
	}
	if err != nil {
		return nil, err
	}
	s.noteCompiled(name, source)
	return s.definedSince(before), nil
}

// Load defines the modules of an Elixir source, which begins at a line of a file, as
// if they had been there before the session: without a word, a prompt or an input.
// It blocks until that is done or ctx ends. The error is what the compiler says.
func (s *Session) Load(ctx context.Context, file string, line int, source string) error {
	var failed error
	loader := s.node.Spawn(func(self *process.Process) error {
		failed = contain(self, func() error { return s.evalPart(self, source, file, line) })
		return nil
	}, process.SpawnOptions{})
	muted := s.journal.muted
	s.journal.muted = true
	defer func() { s.journal.muted = muted }()
	if err := s.node.Run(ctx, func() bool { return !loader.Alive() }); err != nil {
		s.node.Post(loader.Kill)
		return err
	}
	if failed != nil {
		return errors.New(exception.FormatBanner(exception.As(failed), s.exceptionOptions(false)))
	}
	return nil
}

// HasModule reports whether there is a module of an Elixir name: "KV.Registry".
func (s *Session) HasModule(name string) bool { return s.table.Module(term.Alias(name)) != nil }

func (s *Session) versions() map[term.Atom]*code.Module {
	versions := make(map[term.Atom]*code.Module)
	for _, m := range s.table.Modules() {
		versions[m.Name] = m
	}
	return versions
}

func (s *Session) evalFile(self *process.Process, source, name string) error {
	return s.evalPart(self, source, name, 1)
}

// evalPart evaluates what begins at a line of a file.
func (s *Session) evalPart(self *process.Process, source, name string, line int) error {
	s.wrote(source)
	file, err := syntax.Parse(source, syntax.Options{File: name, Line: line})
	if err != nil {
		return syntaxError(err)
	}
	s.trees.note(s.table, file.Body, source)
	_, _, err = s.evaluator.Eval(self, file.Body, eval.NewEnv(name, term.Alias("Kernel")))
	return err
}
