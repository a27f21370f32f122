package interp

import (
	"errors"
	"io/fs"
	"path"
	"strings"

	"gex/interp/eval"
	"gex/interp/lib"
	"gex/interp/syntax"
	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/ioserver"
	"gex/runtime/term"
)

// macros are the helpers that do not get the values of their arguments.
func (s *Session) macros() map[code.Key]eval.Macro {
	macros := map[code.Key]eval.Macro{
		{Name: "import_file", Arity: 1}:              s.importFile(true),
		{Name: "import_file_if_available", Arity: 1}: s.importFile(false),
		{Name: "h", Arity: 1}:                        s.macroHelp,
		{Name: "b", Arity: 1}:                        s.macroCallbacks,
		{Name: "t", Arity: 1}:                        s.macroTypes,
		{Name: "open", Arity: 1}:                     s.macroOpen,
		{Name: "import_if_available", Arity: 1}:      s.ifAvailable("import"),
		{Name: "import_if_available", Arity: 2}:      s.ifAvailable("import"),
		{Name: "use_if_available", Arity: 1}:         s.ifAvailable("use"),
		{Name: "use_if_available", Arity: 2}:         s.ifAvailable("use"),
		{Name: "break!", Arity: 1}:                   s.macroBreak,
		{Name: "break!", Arity: 2}:                   s.macroBreak,
	}
	if !s.options.Strict {
		macros[code.Key{Name: "get_in", Arity: 1}] = safePath
	}
	return macros
}

// ifAvailable is import_if_available or use_if_available: the form itself where
// the module is there, else nil.
func (s *Session) ifAvailable(form string) eval.Macro {
	return func(call *eval.MacroCall) (syntax.Node, eval.Code, error) {
		if alias, ok := call.Args[0].(*syntax.Alias); ok {
			if module, ok := call.Alias(alias); ok && s.table.Module(module) == nil {
				return &syntax.Atom{Pos: call.Node.Pos, Name: "nil"}, nil, nil
			}
		}
		return &syntax.Call{Pos: call.Node.Pos, Name: form, Args: call.Args}, nil, nil
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
		whole := lib.ExpandPath(call.Self(), name)
		if strings.HasPrefix(name, "~") {
			name = whole
		}
		source, err := s.readShown(name, whole)
		if err != nil && !needed {
			return &syntax.Atom{Pos: call.Node.Pos, Name: "nil"}, nil, nil
		}
		if err != nil {
			return nil, nil, imported(call, exception.In(err, readFrames()...))
		}
		if path.Ext(name) == ".go" {
			return nil, func(r *eval.Runtime) (term.Term, error) {
				return s.defineGo(r.Self(), source, name, 1)
			}, nil
		}
		s.wrote(source)
		file, err := syntax.Parse(source, syntax.Options{File: name})
		if err != nil {
			return nil, nil, imported(call, syntaxError(err))
		}
		s.trees.note(s.table, file.Body, source)
		return file.Body, nil, nil
	}
}

// imported adds the frames of import_file to an error of the file.
func imported(call *eval.MacroCall, err error) error {
	return exception.In(err,
		exception.Frame{Module: helpersModule, Function: "import_file", Arity: 1, File: "expanding macro"},
		exception.Frame{Module: "elixir_compiler_0", Function: "__FILE__", Arity: 1, File: call.File(), Line: call.Node.Line})
}

// readFrames are those of reading the file of an import_file.
func readFrames() []exception.Frame {
	return []exception.Frame{
		{Module: "Elixir.File", Function: "read!", Arity: 1, File: "lib/file.ex", Line: 358},
		{Module: helpersModule, Function: "import_file_if_available", Arity: 2, File: "lib/iex/helpers.ex", Line: 1126},
	}
}

// readFile returns the text of a file, or raises File.Error.
func (s *Session) readFile(name string) (string, error) { return s.readShown(name, name) }

// readShown is readFile with the name that an error shows.
func (s *Session) readShown(name, shown string) (string, error) {
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
		term.Pair{Key: term.Atom("path"), Value: term.Binary(shown)},
		term.Pair{Key: term.Atom("reason"), Value: reason},
		term.Pair{Key: term.Atom("message"), Value: term.Binary("could not read file \"" + shown + "\": " + why)},
	))
}
