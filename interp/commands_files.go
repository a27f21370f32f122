package interp

import (
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"gex/interp/eval"
	"gex/interp/lib"
	"gex/interp/syntax"
	"gex/runtime/code"
	"gex/runtime/inspect"
	"gex/runtime/process"
	"gex/runtime/term"
)

// fileHelpers are the commands about directories and sources, and those of the
// debugger of IEx, in place of which gex has others.
func (s *Session) fileHelpers() []*code.Function {
	const noPry = "Pry session is not currently enabled\n"
	helpers := []*code.Function{
		{Name: "pwd", Call: s.pwd, Doc: "Prints the directory that files are looked for in."},
		{Name: "ls", Call: s.ls, Doc: "Lists the files of the directory."},
		{Name: "ls", Arity: 1, Params: []string{"path"}, Call: s.ls, Doc: "Lists the files of a directory."},
		{Name: "cd", Arity: 1, Params: []string{"directory"}, Call: s.cd, Doc: "Goes to another directory and prints its name."},
		{Name: "l", Arity: 1, Params: []string{"module"}, Call: s.loaded,
			Doc: "`{:module, module}` of a module that there is. In gex a module is loaded as soon as it is defined."},
		{Name: "runtime_info", Arity: 1, Params: []string{"topics"}, Call: s.runtimeInfo, Doc: "As `runtime_info/0`, of one topic or of several: `:system`, `:memory`, `:limits`, `:applications`."},
		{Name: "open", Call: s.openLast, Doc: "Opens what was typed last in the editor of `VISUAL` or `EDITOR`; what it leaves is typed anew."},
		{Name: "nl", Arity: 1, Params: []string{"module"}, Call: s.networkLoad, Doc: "Loads a module on all nodes that are connected. gex is alone: `{:ok, []}`."},
		{Name: "breaks", Call: s.says("No breakpoints set\n"), Doc: "Lists breakpoints, of which gex has none."},
		{Name: "break!", Arity: 2, Params: []string{"function", `stops \\ 1`}, Call: s.says(noBreak), Doc: noBreak},
		{Name: "break!", Arity: 1, Params: []string{"function"}, Call: s.says(noBreak), Doc: noBreak},
	}
	for _, name := range []string{"whereami", "continue", "next", "n"} {
		helpers = append(helpers, &code.Function{Name: name, Call: s.says(noPry), Doc: "Of the debugger of IEx, which gex has not. " + noBreak})
	}
	if !s.options.Strict {
		helpers = append(helpers, &code.Function{Name: "source", Arity: 1, Params: []string{"module"}, Call: s.source,
			Doc: "Prints the source of a module that was typed."})
	}
	return helpers
}

// noBreak is what gex has to say of breakpoints.
const noBreak = "gex has no breakpoints: `/trace PID` shows what a process gets and sends, `/watch PID` its state after each input.\n"

// says returns a command that prints a text.
func (s *Session) says(text string) func(*process.Process, []term.Term) (term.Term, error) {
	return func(self *process.Process, _ []term.Term) (term.Term, error) {
		return doNotShow, s.say(self, strings.ReplaceAll(text, "`", ""))
	}
}

// directory is the directory that files are looked for in.
func (s *Session) directory() string {
	if s.given.Files == nil {
		return "/"
	}
	dir, err := s.given.Files.Getwd()
	if err != nil {
		return "."
	}
	return dir
}

func (s *Session) pwd(self *process.Process, _ []term.Term) (term.Term, error) {
	return doNotShow, s.say(self, s.directory()+"\n")
}

// ls is ls/0 and ls/1.
func (s *Session) ls(self *process.Process, args []term.Term) (term.Term, error) {
	dir := "."
	if len(args) == 1 {
		name, err := lib.ToString(args[0])
		if err != nil {
			return nil, err
		}
		dir = name
	}
	files := s.given.Files
	if files == nil {
		files = lib.MemoryFiles(s.given.ReadFile)
	}
	names, err := files.ReadDir(dir)
	if err != nil {
		return doNotShow, s.say(self, s.redLine("No such file or directory "+dir))
	}
	slices.Sort(names)
	for i, name := range names {
		if info, err := files.Stat(path.Join(dir, name)); err == nil && info.IsDir() {
			names[i] = name + "/"
		}
	}
	return doNotShow, s.say(self, s.inColumns(names))
}

// inColumns lists words in columns, five wider than the longest of them. Those
// of IEx may be wider than the screen: its last column only begins before the
// 80th character, and has blanks behind it.
func (s *Session) inColumns(words []string) string {
	longest := 0
	for _, w := range words {
		longest = max(longest, utf8.RuneCountInString(w))
	}
	width := min(longest, 30) + 5
	perLine := max((s.screenWidth()+4)/width, 1)
	if s.options.Strict {
		perLine = (maxWidth + width - 1) / width
	}
	var b strings.Builder
	for row := range slices.Chunk(words, perLine) {
		line := ""
		for _, w := range row {
			line += w + strings.Repeat(" ", max(width-utf8.RuneCountInString(w), 1))
		}
		if !s.options.Strict {
			line = strings.TrimRight(line, " ")
		}
		b.WriteString(line + "\n")
	}
	return b.String()
}

// cd is cd/1.
func (s *Session) cd(self *process.Process, args []term.Term) (term.Term, error) {
	name, err := lib.ToString(args[0])
	if err != nil {
		return nil, err
	}
	if s.given.Chdir == nil || s.given.Chdir(name) != nil {
		return doNotShow, s.say(self, s.redLine("No directory "+name))
	}
	return s.pwd(self, nil)
}

// loaded is l/1.
func (s *Session) loaded(_ *process.Process, args []term.Term) (term.Term, error) {
	if module, ok := args[0].(term.Atom); ok && s.table.Module(module) != nil {
		return term.Tuple{term.Atom("module"), module}, nil
	}
	return term.Tuple{term.ErrorAtom, term.Atom("nofile")}, nil
}

// networkLoad is nl/1.
func (s *Session) networkLoad(_ *process.Process, args []term.Term) (term.Term, error) {
	if module, ok := args[0].(term.Atom); ok && s.table.Module(module) != nil {
		return term.Tuple{term.Atom("ok"), term.Empty}, nil
	}
	return term.Tuple{term.ErrorAtom, term.Atom("nofile")}, nil
}

// source is source/1.
func (s *Session) source(self *process.Process, args []term.Term) (term.Term, error) {
	module, _ := args[0].(term.Atom)
	return doNotShow, s.say(self, s.sourceText(module))
}

// sourceText is the source of a module that was typed, or says why there is no such text.
func (s *Session) sourceText(module term.Atom) string {
	m := s.table.Module(module)
	switch {
	case m == nil:
		return s.redLine("Could not load module " + inspect.AtomText(module) + ", got: nofile")
	case m.Language == code.Go:
		text, _ := s.goUnit().Source(module)
		return text + "\n"
	case m.Language == code.Elixir:
		if text := s.trees.source(s.table, module); text != "" {
			return text + "\n"
		}
	}
	return inspect.AtomText(module) + " is part of gex: h " + inspect.AtomText(module) + " explains it.\n"
}

// macroBreak is break!/1 and break!/2, which name a function and do not call it.
func (s *Session) macroBreak(*eval.MacroCall) (syntax.Node, eval.Code, error) {
	say := s.says(noBreak)
	return nil, func(r *eval.Runtime) (term.Term, error) { return say(r.Self(), nil) }, nil
}
