package interp

import (
	"strconv"
	"strings"

	"gex/interp/eval"
	"gex/interp/syntax"
	"gex/runtime/code"
	"gex/runtime/inspect"
	"gex/runtime/late"
	"gex/runtime/otp"
	"gex/runtime/process"
	"gex/runtime/term"
)

// An Edit is what an input asked to have opened in an editor: a file, or a text
// that was typed and is typed again when the editor has left.
type Edit struct {
	// File is the file to edit; Text and Name count without one.
	File string
	// Reload is the input that loads File again, "" for none.
	Reload string
	// Text is what was typed, Name what a file with it may be called.
	Text, Name string
	// Line is where to begin, from 1.
	Line int
}

// openLast is open/0: what was typed last, since gex has no breakpoint to open.
func (s *Session) openLast(self *process.Process, _ []term.Term) (term.Term, error) {
	if s.options.Strict {
		return s.says("Pry session is not currently enabled\n")(self, nil)
	}
	inputs := s.journal.inputs
	for i := len(inputs) - 2; i >= 0; i-- {
		if text := inputs[i].Text; inputs[i].Outcome.Edit == nil {
			extension := ".exs"
			if Classify(text) == Go {
				extension = ".go"
			}
			s.edit = &Edit{Text: text, Name: "input" + extension, Line: 1}
			return doNotShow, nil
		}
	}
	return s.says("Nothing has been typed yet.\n")(self, nil)
}

// macroOpen is open/1 of a module, one of its functions, or {file, line}.
func (s *Session) macroOpen(call *eval.MacroCall) (syntax.Node, eval.Code, error) {
	argument := call.Args[0]
	what, ok := about(call, argument)
	if !ok || what.module == "" {
		place := call.Expr(argument)
		return nil, func(r *eval.Runtime) (term.Term, error) {
			value, err := place(r)
			if err != nil {
				return nil, err
			}
			return doNotShow, s.say(r.Self(), s.openPlace(value))
		}, nil
	}
	return nil, func(r *eval.Runtime) (term.Term, error) {
		return doNotShow, s.say(r.Self(), s.openModule(what))
	}, nil
}

// openPlace opens the place {file, line}, or says why it does not.
func (s *Session) openPlace(place term.Term) string {
	t, _ := place.(term.Tuple)
	if len(t) == 2 {
		file, isFile := t[0].(term.Binary)
		line, isLine := t[1].(term.Int)
		if isFile && isLine {
			return s.openFile(Edit{File: string(file), Line: int(line)}, nil)
		}
	}
	return s.redLine("Invalid arguments for open helper: " + inspect.Inspect(place, inspect.Options{}))
}

// openModule opens the source of a module or of a function.
func (s *Session) openModule(what subject) string {
	m := s.table.Module(what.module)
	switch {
	case m == nil:
		return s.redLine("Could not open: " + what.String() + ". Module is not available.")
	case what.function != "" && !defines(m, what):
		return s.redLine("Could not open: " + what.String() + ". Function/macro is not available.")
	case m.Language == code.Builtin:
		return s.sourceText(what.module)
	case m.File != "" && m.File != "iex":
		return s.openFile(Edit{File: m.File, Reload: "r " + inspect.AtomText(m.Name)}, &what)
	}
	extension := ".ex"
	if m.Language == code.Go {
		extension = ".go"
	}
	text := strings.TrimSuffix(s.sourceText(what.module), "\n")
	s.edit = &Edit{Text: text, Name: moduleName(m.Name) + extension, Line: lineOf(text, what)}
	return ""
}

// openFile opens a file that there is, where what is defined if that is given.
func (s *Session) openFile(e Edit, what *subject) string {
	source, err := s.readFile(e.File)
	if err != nil {
		return s.redLine("Could not open: " + strconv.Quote(e.File) + ". File is not available.")
	}
	if what != nil {
		e.Line = lineOf(source, *what)
	}
	s.edit = &e
	return ""
}

// defines reports whether a module has the function that is meant.
func defines(m *code.Module, what subject) bool {
	for key := range m.Functions {
		if key.Name == what.function && (what.arity < 0 || what.arity == key.Arity) {
			return true
		}
	}
	return false
}

// definition is a line that begins a module or a function in either language.
var definition = late.Regexp(`^\s*(defmodule|defp?|defmacrop?|type|func(?: \([^)]*\))?) ([\w.]+[?!]?)`)

// lineOf is the line in which a module or its function is defined first, 1 if
// none is.
func lineOf(text string, what subject) int {
	found := 1
	for i, line := range strings.Split(text, "\n") {
		m := definition().FindStringSubmatch(line)
		switch {
		case m == nil:
		case (m[1] == "defmodule" || m[1] == "type") && otp.ModuleName(m[2]) == moduleName(what.module):
			found = i + 1
			if what.function == "" {
				return found
			}
		case what.function != "" && (m[2] == what.function || otp.FunctionName(m[2]) == what.function):
			return i + 1
		}
	}
	return found
}
