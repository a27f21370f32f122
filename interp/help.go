package interp

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"gex/interp/eval"
	"gex/interp/lib"
	"gex/interp/syntax"
	"gex/runtime/code"
	"gex/runtime/inspect"
	"gex/runtime/ioserver"
	"gex/runtime/process"
	"gex/runtime/term"
)

// subject is what h and b are asked about. An arity of -1 means any, a
// function of "" the module itself.
type subject struct {
	module   term.Atom
	function string
	arity    int
}

// about reads the argument of h as it was written: Enum, Enum.map, Enum.map/2,
// :gen_event.notify or the bare name of a command.
func about(call *eval.MacroCall, n syntax.Node) (subject, bool) {
	s := subject{arity: -1}
	if b, ok := n.(*syntax.Binary); ok && b.Op == "/" {
		if i, ok := b.Right.(*syntax.Int); ok {
			s.arity, n = int(i.Value), b.Left
		}
	}
	switch n := n.(type) {
	case *syntax.Alias:
		module, ok := call.Alias(n)
		s.module = module
		return s, ok
	case *syntax.Atom:
		s.module = term.Atom(n.Name)
		return s, true
	case *syntax.Var:
		s.function = n.Name
		return s, true
	case *syntax.Call:
		s.function = n.Name
		if n.Target == nil {
			return s, true
		}
		target, ok := about(call, n.Target)
		s.module = target.module
		return s, ok && target.function == ""
	}
	return s, false
}

// macroHelp is h/1.
func (s *Session) macroHelp(call *eval.MacroCall) (syntax.Node, eval.Code, error) {
	what, ok := about(call, call.Args[0])
	if !ok {
		call.Fail("h takes a module or a function, as h Enum, h Enum.map or h Enum.map/2")
	}
	return nil, func(r *eval.Runtime) (term.Term, error) {
		return doNotShow, s.say(r.Self(), s.help(what))
	}, nil
}

// helpHelpers is h/0: the commands.
func (s *Session) helpHelpers(self *process.Process, _ []term.Term) (term.Term, error) {
	var b strings.Builder
	b.WriteString(s.title("IEx.Helpers") + "\n")
	b.WriteString("The commands of this prompt. Type h with the name of one, of a module or of a\nfunction for more: h flush, h GenEvent, h Enum.map.\n\n")
	m := s.table.Module(helpersModule)
	for _, f := range widest(m.Exports()) {
		fmt.Fprintf(&b, "  %-34s %s\n", signature(f), firstSentence(f.Doc))
	}
	for _, c := range macroHelps {
		fmt.Fprintf(&b, "  %-34s %s\n", c.signature, firstSentence(c.doc))
	}
	return doNotShow, s.say(self, b.String()+"\n")
}

// macroHelps are the commands that are macros.
var macroHelps = []struct{ name, signature, doc string }{
	{"h", "h(what)", "Shows the documentation of a module or function."},
	{"b", "b(module)", "Shows the callbacks of a behaviour, in Elixir and in Go."},
	{"import_file", "import_file(path)", "Runs a file as if it were typed here, so that its variables stay."},
	{"import_file_if_available", "import_file_if_available(path)", "As `import_file/1`, if there is such a file."},
	{"assert_receive", "assert_receive(pattern, timeout \\\\ 500)", "Waits for a message that matches, and fails without one."},
	{"assert_received", "assert_received(pattern)", "Fails if no message in the mailbox matches."},
	{"refute_receive", "refute_receive(pattern, timeout \\\\ 100)", "Fails if a message comes that matches."},
	{"refute_received", "refute_received(pattern)", "Fails if a message in the mailbox matches."},
}

func (s *Session) say(self *process.Process, text string) error {
	return ioserver.PutChars(self, term.Atom("stdio"), text)
}

// title is a heading, in the middle of the line.
func (s *Session) title(text string) string {
	left := strings.Repeat(" ", max((maxWidth-len([]rune(text)))/2, 0))
	if s.options.Color {
		right := strings.Repeat(" ", max(maxWidth-len([]rune(text))-len(left), 0))
		return "\n\x1b[7m\x1b[33m" + left + text + right + "\x1b[0m\n"
	}
	return "\n" + left + text + "\n"
}

// help is the documentation of a module or function, or says that there is none.
func (s *Session) help(what subject) string {
	if what.module == "" {
		return s.helpBare(what)
	}
	m := s.table.Module(what.module)
	name := inspect.AtomText(what.module)
	switch {
	case m == nil && lib.Missing(s.table, what.module, "", 0) == lib.AbsentModule:
		return name + " is a module of Elixir 1.14 that gex does not have\n"
	case m == nil:
		return "Could not load module " + name + ", got: nofile\n"
	case what.function == "":
		return s.helpModule(m, name)
	}
	if text := s.helpFunctions(m, what); text != "" {
		return text
	}
	mfa := name + "." + what.function
	if what.arity >= 0 {
		mfa = fmt.Sprintf("%s/%d", mfa, what.arity)
	}
	if s.absent(what) {
		return mfa + " is a function of Elixir 1.14 that gex does not have\n"
	}
	return "No documentation for " + mfa + " was found\n"
}

func (s *Session) absent(what subject) bool {
	for arity := range 10 {
		if (what.arity < 0 || what.arity == arity) && lib.Missing(s.table, what.module, what.function, arity) == lib.AbsentFunction {
			return true
		}
	}
	return false
}

// helpBare looks for a command, then for a function of Kernel.
func (s *Session) helpBare(what subject) string {
	for _, c := range macroHelps {
		if c.name == what.function {
			return s.title(c.signature) + "\n" + wrapped(c.doc, s.options.Color) + "\n"
		}
	}
	for _, module := range []term.Atom{helpersModule, term.Alias("Kernel")} {
		what.module = module
		if m := s.table.Module(module); m != nil {
			if text := s.helpFunctions(m, what); text != "" {
				return text
			}
		}
	}
	return s.help(what)
}

func (s *Session) helpModule(m *code.Module, name string) string {
	text := s.title(name) + "\n"
	if m.Doc == "" {
		text += "No documentation for " + name + " was found\n"
	} else {
		text += wrapped(m.Doc, s.options.Color)
	}
	if m.Source != "" && m.Language == code.Go {
		text += "\nDefined in Go.\n"
	}
	var names []string
	for _, f := range widest(m.Exports()) {
		names = append(names, signature(f))
	}
	if len(names) > 0 {
		text += "\nFunctions:\n\n    " + strings.Join(names, "\n    ") + "\n"
	}
	return text + "\n"
}

func (s *Session) helpFunctions(m *code.Module, what subject) string {
	var b strings.Builder
	for _, f := range widest(m.Exports()) {
		if f.Name != what.function || what.arity >= 0 && !takes(f, what.arity) {
			continue
		}
		b.WriteString(s.title("def " + signature(f)))
		if f.Spec != "" {
			b.WriteString("\n  " + f.Spec + "\n")
		}
		b.WriteString("\n")
		if f.Doc != "" {
			b.WriteString(wrapped(f.Doc, s.options.Color) + "\n")
		}
	}
	return b.String()
}

// takes reports whether a function can be called with so many arguments.
func takes(f *code.Function, arity int) bool {
	return arity == f.Arity || arity < len(f.Params) && arity >= required(f) || len(f.Params) == arity
}

func required(f *code.Function) int {
	n := 0
	for _, p := range f.Params {
		if !strings.Contains(p, `\\`) {
			n++
		}
	}
	return n
}

// widest leaves, of the functions that one definition with defaults made, the
// one with all parameters.
func widest(functions []*code.Function) []*code.Function {
	var kept []*code.Function
	for _, f := range functions {
		if len(f.Params) == 0 || len(f.Params) == f.Arity {
			kept = append(kept, f)
		}
	}
	slices.SortStableFunc(kept, func(a, b *code.Function) int { return cmp.Compare(a.Name, b.Name) })
	return kept
}

func signature(f *code.Function) string {
	params := f.Params
	if len(params) != f.Arity {
		params = nil
		for i := range f.Arity {
			params = append(params, fmt.Sprintf("arg%d", i+1))
		}
	}
	return f.Name + "(" + strings.Join(params, ", ") + ")"
}

func firstSentence(doc string) string {
	line, _, _ := strings.Cut(doc, "\n")
	if i := strings.Index(line, ". "); i > 0 {
		line = line[:i+1]
	}
	return strings.ReplaceAll(line, "`", "")
}

// wrapped lays out Markdown as IEx does: paragraphs at the width of a line,
// code as it is, names in backquotes in colour.
func wrapped(markdown string, color bool) string {
	var b strings.Builder
	for i, paragraph := range strings.Split(strings.TrimSpace(markdown), "\n\n") {
		if i > 0 {
			b.WriteString("\n")
		}
		if strings.HasPrefix(paragraph, "    ") {
			b.WriteString(paragraph + "\n")
			continue
		}
		column := 0
		for _, word := range strings.Fields(paragraph) {
			plain := strings.ReplaceAll(word, "`", "")
			if n := len([]rune(plain)); column > 0 && column+1+n > maxWidth {
				b.WriteString("\n")
				column = 0
			}
			if column > 0 {
				b.WriteString(" ")
				column++
			}
			column += len([]rune(plain))
			b.WriteString(plain)
		}
		b.WriteString("\n")
	}
	text := b.String()
	if color {
		return "\x1b[0m" + text
	}
	return text
}
