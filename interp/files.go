package interp

import (
	"errors"
	"io/fs"
	"path"

	"gex/interp/eval"
	"gex/interp/syntax"
	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/ioserver"
	"gex/runtime/process"
	"gex/runtime/term"
)

// macros are the helpers that do not get the values of their arguments.
func (s *Session) macros() map[code.Key]eval.Macro {
	return map[code.Key]eval.Macro{
		{Name: "import_file", Arity: 1}:              s.importFile(true),
		{Name: "import_file_if_available", Arity: 1}: s.importFile(false),
		{Name: "h", Arity: 1}:                        s.macroHelp,
		{Name: "b", Arity: 1}:                        s.macroCallbacks,
		{Name: "assert_receive", Arity: 1}:           s.assertReceive(defaultAssertTimeout),
		{Name: "assert_receive", Arity: 2}:           s.assertReceive(defaultAssertTimeout),
		{Name: "assert_received", Arity: 1}:          s.assertReceive(0),
		{Name: "refute_receive", Arity: 1}:           s.refuteReceive(defaultRefuteTimeout),
		{Name: "refute_receive", Arity: 2}:           s.refuteReceive(defaultRefuteTimeout),
		{Name: "refute_received", Arity: 1}:          s.refuteReceive(0),
	}
}

// importFile is import_file: a file in IEx notation takes the place of the
// call, so that its variables stay; one in Go is defined when the call runs.
func (s *Session) importFile(needed bool) eval.Macro {
	return func(call *eval.MacroCall) (syntax.Node, eval.Code, error) {
		literal, _ := call.Literal(call.Args[0])
		name, ok := ioserver.Chars(literal)
		if !ok {
			call.Fail("import_file expects the path of a file, known before the input runs")
		}
		source, err := s.readFile(name)
		if err != nil && !needed {
			return &syntax.Atom{Pos: call.Node.Pos, Name: "nil"}, nil, nil
		}
		if err != nil {
			return nil, nil, err
		}
		if path.Ext(name) == ".go" {
			return nil, func(r *eval.Runtime) (term.Term, error) {
				return s.defineGo(r.Self(), source, name, 1)
			}, nil
		}
		file, err := syntax.Parse(source, syntax.Options{File: name})
		if err != nil {
			return nil, nil, syntaxError(err)
		}
		s.trees.note(s.table, file.Body)
		return file.Body, nil, nil
	}
}

// readFile returns the text of a file, or raises File.Error.
func (s *Session) readFile(name string) (string, error) {
	read := s.options.ReadFile
	if read == nil {
		read = func(string) ([]byte, error) { return nil, fs.ErrNotExist }
	}
	source, err := read(name)
	if err == nil {
		return string(source), nil
	}
	reason, why := term.Atom("einval"), err.Error()
	switch {
	case errors.Is(err, fs.ErrNotExist):
		reason, why = "enoent", "no such file or directory"
	case errors.Is(err, fs.ErrPermission):
		reason, why = "eacces", "permission denied"
	}
	return "", exception.Raise(exception.Struct("File.Error",
		term.Pair{Key: term.Atom("action"), Value: term.Binary("read file")},
		term.Pair{Key: term.Atom("path"), Value: term.Binary(name)},
		term.Pair{Key: term.Atom("reason"), Value: reason},
		term.Pair{Key: term.Atom("message"), Value: term.Binary("could not read file \"" + name + "\": " + why)},
	))
}

// compileFiles is c/1.
func (s *Session) compileFiles(self *process.Process, args []term.Term) (term.Term, error) {
	names, ok := term.Slice(args[0])
	if _, text := ioserver.Chars(args[0]); text || !ok {
		names = []term.Term{args[0]}
	}
	var modules []term.Term
	for _, n := range names {
		name, ok := ioserver.Chars(n)
		if !ok {
			return nil, exception.ArgumentError("expected the path of a file")
		}
		if _, err := s.readFile(name); err != nil {
			return nil, exception.ArgumentError("could not find files %s", name).In(iexFrame("c", 2, 184))
		}
		defined, err := s.compileFile(self, name)
		if err != nil {
			return nil, err
		}
		modules = append(modules, defined...)
	}
	return term.List(modules...), nil
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
	var defined []term.Term
	for _, m := range s.table.Modules() {
		if before[m.Name] != m {
			defined = append(defined, m.Name)
		}
	}
	return defined, nil
}

func (s *Session) versions() map[term.Atom]*code.Module {
	versions := make(map[term.Atom]*code.Module)
	for _, m := range s.table.Modules() {
		versions[m.Name] = m
	}
	return versions
}

func (s *Session) evalFile(self *process.Process, source, name string) error {
	file, err := syntax.Parse(source, syntax.Options{File: name})
	if err != nil {
		return syntaxError(err)
	}
	s.trees.note(s.table, file.Body)
	_, _, err = s.evaluator.Eval(self, file.Body, eval.NewEnv(name, term.Alias("Kernel")))
	return err
}
