package interp

import (
	"slices"

	"gex/interp/lib"
	"gex/runtime/code"
	"gex/runtime/process"
	"gex/runtime/term"
)

// doNotShow is the value that the shell does not print, as in IEx.
const doNotShow = term.Atom("do not show this result in output")

const helpersModule = lib.HelpersModule

// bindShell adds the helpers that need the session to IEx.Helpers.
func (s *Session) bindShell() {
	helpers := slices.Concat(s.helpers(), s.inspecting(), s.fileHelpers())
	if !s.options.Strict {
		helpers = append(helpers, leaveHelpers()...)
	}
	s.addFunctions(helpersModule, helpers, helperMacros...)
	s.table.Define(s.iexModule())
	s.addFunctions(term.Alias("Macro"), s.macroFunctions())
	s.addFunctions(term.Alias("Exception"), s.blameFunctions())
	s.addFunctions(term.Alias("Module"), s.evaluator.ModuleFunctions())
	s.table.Define(macroEnvModule())
	s.addFunctions(term.Alias("Code"), s.codeFunctions())
	s.addFunctions("ets", s.specFunctions())
}

// addFunctions adds functions that need the session to a module of the library, and
// notes which are macros.
func (s *Session) addFunctions(module term.Atom, functions []*code.Function, macros ...code.Key) {
	s.table.Amend(module, func(m *code.Module) {
		for _, f := range functions {
			m.Add(f)
		}
		m.AddMacros(macros...)
	})
}

// helperMacros are the macros of IEx.Helpers.
var helperMacros = []code.Key{
	{Name: "b", Arity: 1}, {Name: "break!", Arity: 1}, {Name: "break!", Arity: 2}, {Name: "h", Arity: 1},
	{Name: "import_file", Arity: 1}, {Name: "import_file", Arity: 2}, {Name: "import_file_if_available", Arity: 1},
	{Name: "import_if_available", Arity: 1}, {Name: "import_if_available", Arity: 2}, {Name: "open", Arity: 1},
	{Name: "t", Arity: 1}, {Name: "use_if_available", Arity: 1}, {Name: "use_if_available", Arity: 2},
}

func (s *Session) helpers() []*code.Function {
	return []*code.Function{
		{Name: "v", Arity: 0, Call: s.value},
		{Name: "v", Arity: 1, Params: []string{`n \\ -1`}, Call: s.value,
			Doc: "Returns the value of input `n`; a negative `n` counts from the last one."},
		{Name: "c", Arity: 1, Params: []string{"files"}, Call: s.compileFiles,
			Doc: "Defines the modules of a file (`.ex`, `.exs` or `.go`) and returns their names."},
		{Name: "c", Arity: 2, Params: []string{"files", "path"}, Call: s.compileFiles,
			Doc: "As `c/1`; gex writes nothing to `path`."},
		{Name: "recompile", Arity: 0, Call: s.recompile,
			Doc: "Loads again what `c` has loaded and what has changed since: `:ok`, or `:noop`. Needs a project, a module with `use Mix.Project`."},
		{Name: "respawn", Arity: 0, Call: s.respawn,
			Doc: "Starts a new shell process; the old one, with its mailbox and links, is gone."},
	}
}

// value is v/0 and v/1.
func (s *Session) value(_ *process.Process, args []term.Term) (term.Term, error) {
	if len(args) == 0 {
		args = []term.Term{term.Int(-1)}
	}
	return s.history.value(args[0])
}

// respawn is respawn/0: the evaluator ends, quietly, and a new one starts.
func (s *Session) respawn(self *process.Process, _ []term.Term) (term.Term, error) {
	s.shell.respawn = true
	self.Exit(self.PID(), term.Atom("kill"))
	return doNotShow, nil
}
