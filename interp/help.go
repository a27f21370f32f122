package interp

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"gex/interp/eval"
	"gex/interp/gosrc"
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

// String returns the subject as it is written.
func (what subject) String() string {
	text := inspect.AtomText(what.module)
	if what.function != "" {
		text += "." + what.function
	}
	if what.arity >= 0 {
		text += fmt.Sprintf("/%d", what.arity)
	}
	return text
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
	text := ""
	if !ok {
		text = s.redLine("The \"h\" helper expects a Module, Module.fun or Module.fun/arity, got: "+syntax.Source(call.Args[0])) +
			s.redLine("If instead of accessing documentation you would like more information about a value or "+
				"about the result of an expression, use the \"i\" helper instead")
	}
	return nil, func(r *eval.Runtime) (term.Term, error) {
		if ok {
			text = s.help(what)
		}
		return doNotShow, s.say(r.Self(), text)
	}, nil
}

// helpValue is IEx.Helpers.h/1 for those who call it as a function.
func (s *Session) helpValue(self *process.Process, args []term.Term) (term.Term, error) {
	module, _ := args[0].(term.Atom)
	return doNotShow, s.say(self, s.help(subject{module: module, arity: -1}))
}

func (s *Session) say(self *process.Process, text string) error {
	return ioserver.PutChars(self, term.Atom("stdio"), text)
}

// redLine is a line about something that is not there.
func (s *Session) redLine(text string) string { return s.red(text) + "\n" }

// help is the documentation of a module or function, or says that there is none.
func (s *Session) help(what subject) string {
	if what.module == "" {
		return s.helpBare(what)
	}
	m := s.table.Module(what.module)
	if m == nil && !s.options.Strict {
		if text := s.helpGo(inspect.AtomText(what.module)); text != "" {
			return text
		}
	}
	switch {
	case m == nil && !s.options.Strict && lib.Missing(s.table, what.module, "", 0) == lib.AbsentModule:
		return s.redLine(inspect.AtomText(what.module) + " is a module of Elixir 1.14 that gex does not have")
	case m == nil:
		return s.redLine("Could not load module " + inspect.AtomText(what.module) + ", got: nofile")
	case s.options.Strict && m.Language != code.Builtin:
		return s.redLine(inspect.AtomText(what.module) + " was not compiled with docs")
	case what.function == "":
		return s.helpModule(m)
	}
	d := s.document()
	s.helpFunctions(&d, m, what)
	helpMacros(&d, what)
	switch {
	case d.Len() > 0:
		return d.String()
	case s.absent(what) && !s.options.Strict:
		return s.redLine(what.String() + " is a function of Elixir 1.14 that gex does not have")
	}
	if s.options.Strict && s.isCallback(what) {
		return s.redLine("No documentation for function "+what.String()+" was found, but there is a callback with the same name.\n"+
			"You can view callback documentation with the b/1 helper.") + "\n"
	}
	return s.redLine("No documentation for " + what.String() + " was found")
}

// helpGo is the documentation of a name of the API for Go, "" if it is none.
func (s *Session) helpGo(name string) string {
	declaration, comment, ok := gosrc.Documentation(name)
	if !ok {
		return ""
	}
	d := s.document()
	d.title(declaration)
	d.markdown(comment)
	return d.String()
}

// isCallback reports whether a function is one that modules of the behaviour have.
func (s *Session) isCallback(what subject) bool {
	for _, text := range s.callbacksOf(what.module) {
		if key := callbackKey(text); key.Name == what.function && (what.arity < 0 || what.arity == key.Arity) {
			return true
		}
	}
	return false
}

func (s *Session) absent(what subject) bool {
	for arity := range 10 {
		if (what.arity < 0 || what.arity == arity) && lib.Missing(s.table, what.module, what.function, arity) == lib.AbsentFunction {
			return true
		}
	}
	return false
}

// helpBare looks for a command, then for a function or macro of Kernel.
func (s *Session) helpBare(what subject) string {
	for _, module := range []term.Atom{helpersModule, kernelModule} {
		d := s.document()
		what.module = module
		if m := s.table.Module(module); m != nil {
			s.helpFunctions(&d, m, what)
		}
		helpMacros(&d, what)
		if d.Len() > 0 {
			return d.String()
		}
	}
	return s.help(what)
}

// helpModule is the documentation of a module and, since many have none, the
// functions it has.
func (s *Session) helpModule(m *code.Module) string {
	d := s.document()
	d.title(inspect.AtomText(m.Name))
	d.markdown(docOf(m))
	if s.options.Strict {
		return d.String()
	}
	var list strings.Builder
	for _, f := range widest(m.Exports()) {
		list.WriteString("    " + signature(f) + "\n")
	}
	if list.Len() > 0 {
		d.markdown("## Functions\n\n" + list.String())
	}
	if callbacks := s.callbacksOf(m.Name); len(callbacks) > 0 {
		d.markdown("It is a behaviour: `b " + inspect.AtomText(m.Name) + "` shows the callbacks.")
	}
	return d.String()
}

// helpFunctions writes the documentation of the functions of a module that
// are meant.
func (s *Session) helpFunctions(d *document, m *code.Module, what subject) {
	for _, f := range widest(m.Exports()) {
		if f.Name != what.function || what.arity >= 0 && !takes(f, what.arity) {
			continue
		}
		d.title("def " + signature(f))
		if f.Spec != "" {
			d.WriteString("  ")
			d.styled(sgrCode, "@spec")
			d.WriteString(" " + strings.TrimPrefix(f.Spec, "@spec ") + "\n\n")
		}
		d.markdown(functionDocOf(m, f))
	}
}

// takes reports whether a function can be called with so many arguments.
func takes(f *code.Function, arity int) bool {
	return arity == f.Arity || arity < len(f.Params) && arity >= required(f)
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
		narrower := func(g *code.Function) bool { return g.Name == f.Name && len(g.Params) > f.Arity && takes(g, f.Arity) }
		if len(f.Params) == f.Arity && f.Arity > 0 || len(f.Params) == 0 && !slices.ContainsFunc(functions, narrower) {
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
