package interp

import (
	"slices"
	"strings"

	"gex/interp/eval"
	"gex/interp/lib"
	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/inspect"
	"gex/runtime/ioserver"
	"gex/runtime/process"
	"gex/runtime/term"
)

// inspectOptions say how values are printed where IEx.configure has no say.
func (s *Session) inspectOptions() inspect.Options {
	o := lib.InspectOptions(s.node)
	o.Pretty, o.Width = true, s.width()
	if s.options.Color {
		o.Colors = inspect.IEx()
	}
	return o
}

// inspect returns the text of a result.
func (s *Session) inspect(value term.Term) (string, error) {
	text, err := lib.Shown(value, s.configured(s.inspectOptions()))
	if s.options.Color {
		text = sgrResult + text + sgrReset
	}
	return text, err
}

// shown is inspect in the evaluator, where implementations of Inspect can run.
func (s *Session) shown(self *process.Process, value term.Term) (text string, err error) {
	err = contain(self, func() error {
		text, err = s.inspect(value)
		return err
	})
	return text, err
}

// The colours of IEx for what is not a token of a value.
const (
	sgrResult = "\x1b[33m"
	sgrError  = "\x1b[31m"
	sgrReset  = "\x1b[0m"
)

// exceptionOptions say how errors are worded, at the prompt in its colours.
func (s *Session) exceptionOptions(atPrompt bool) exception.Options {
	o := lib.ExceptionOptions(s.node)
	o.Exports = s.exports
	if atPrompt {
		o.Inspect, o.Color = s.inspectOptions(), s.options.Color
	}
	return o
}

// exports tells the wording of errors what a module has.
func (s *Session) exports(module term.Atom) ([]exception.Export, bool) {
	m := s.table.Module(module)
	if m == nil {
		return nil, false
	}
	var exports []exception.Export
	for _, f := range m.Exports() {
		if !m.Macros[code.Key{Name: f.Name, Arity: f.Arity}] {
			exports = append(exports, exception.Export{Name: f.Name, Arity: f.Arity, Deprecated: deprecated(module)})
		}
	}
	for key := range m.Macros {
		exports = append(exports, exception.Export{Name: key.Name, Arity: key.Arity, Macro: true})
	}
	slices.SortFunc(exports, exception.Export.Compare)
	return exports, true
}

// deprecated reports whether Elixir 1.14 advises against a module that the
// guides use.
func deprecated(module term.Atom) bool {
	switch module {
	case "Elixir.GenEvent", "Elixir.HashDict", "Elixir.HashSet", "Elixir.Dict":
		return true
	}
	return false
}

// failure returns the text of the error of an input. It runs in the evaluator,
// because messages of exceptions may have to be computed.
func (s *Session) failure(self *process.Process, err error) string {
	x := s.explained(exception.As(err))
	if x.Class == exception.ClassExit && x.Reason == term.Term(process.Interrupted) && !s.options.Strict {
		return s.red("** (EXIT) interrupted") + "\n"
	}
	return exception.Format(x, s.exceptionOptions(true))
}

func (s *Session) red(text string) string {
	if s.options.Color {
		return sgrError + text + sgrReset
	}
	return text
}

// warn prints a remark of a compiler.
func (s *Session) warn(self *process.Process, text string) {
	if s.options.Color {
		text = "\x1b[33mwarning:\x1b[0m" + text[len("warning:"):]
	}
	ioserver.Write(s.node, ioserver.Output{Kind: ioserver.Warning, From: self.PID(), Text: text})
}

// compilerWarning prints a remark of the evaluator's compiler.
//
// That a name is no variable is left out unless the session is strict: the
// error that follows says so.
func (s *Session) compilerWarning(self *process.Process, w eval.Warning) {
	if s.options.Strict || !strings.Contains(w.Message, "does not exist and is being expanded to") {
		s.warn(self, w.String())
	}
}

// moduleName returns the name of a module as it is written.
func moduleName(module term.Atom) string {
	if name, ok := module.AliasName(); ok {
		return name
	}
	return ":" + string(module)
}
