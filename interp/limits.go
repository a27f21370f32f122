package interp

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"gex/interp/eval"
	"gex/interp/lib"
	"gex/interp/syntax"
	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/inspect"
	"gex/runtime/term"
)

// Limits is the page that says what of Elixir 1.14 and OTP 25 is in gex and
// what is out. Nothing in it is written down: constructs are tried in a
// session, and modules are compared with the names that Elixir has.
func Limits() string {
	s := New(Options{Virtual: true, NoHints: true})
	defer s.Close()
	in, out := s.tryConstructs()
	modules := s.surveyModules()
	var b strings.Builder
	b.WriteString("What of Elixir is in, and what is out\n\n" +
		wrapWords("The notation of the prompt is a part of Elixir 1.14. What is read is in the grammar, "+
			"interp/syntax/grammar.txt; what it means and which functions there are is below.", "", "") + "\n")
	section := func(title string, lines ...string) {
		if len(lines) > 0 {
			b.WriteString("\n" + title + "\n\n" + strings.Join(lines, "\n") + "\n")
		}
	}
	section("Constructs that work", in...)
	section("Constructs that do not", out...)
	section("Modules that are in as a whole", wrapWords(strings.Join(modules.whole, ", "), "  ", "  "))
	section("Modules that are in, and what they lack", modules.partly...)
	section("Modules of Elixir that are out", wrapWords(strings.Join(modules.elixir, ", "), "  ", "  "))
	section("Modules of Erlang that are out", wrapWords(strings.Join(modules.erlang, ", "), "  ", "  "))
	return b.String()
}

// wrapWords breaks a text at blanks into lines of the width of a page; margin
// is before the first, hang before the others.
func wrapWords(text, margin, hang string) string {
	var b strings.Builder
	column := 0
	for _, word := range strings.Fields(text) {
		n := len([]rune(word))
		switch {
		case column == 0:
			b.WriteString(margin)
			column = len(margin)
		case column+1+n > maxWidth-1:
			b.WriteString("\n" + hang)
			column = len(hang)
		default:
			b.WriteString(" ")
			column++
		}
		b.WriteString(word)
		column += n
	}
	return b.String()
}

// exampleColumn is where examples stand; those that do not fit are left out.
const exampleColumn = 30

// tryConstructs sorts the constructs by whether their examples run.
func (s *Session) tryConstructs() (in, out []string) {
	for _, c := range constructs {
		line := "  " + c.what
		if len(c.what) < exampleColumn && len(c.example) < maxWidth-exampleColumn && !strings.Contains(c.example, "\n") {
			line = fmt.Sprintf("  %-*s%s", exampleColumn-2, c.what, c.example)
		}
		if s.Eval(context.Background(), c.example).OK {
			in = append(in, line)
		} else {
			out = append(out, line)
		}
	}
	return in, out
}

// survey is which modules are in.
type survey struct{ whole, partly, elixir, erlang []string }

func (s *Session) surveyModules() survey {
	var found survey
	known := lib.Known()
	for _, module := range slices.Sorted(maps.Keys(known)) {
		name := inspect.AtomText(module)
		switch elixir := strings.HasPrefix(string(module), "Elixir."); {
		case s.table.Module(module) == nil && module != kernelForms && elixir:
			found.elixir = append(found.elixir, name)
		case s.table.Module(module) == nil && module != kernelForms:
			found.erlang = append(found.erlang, name)
		default:
			lacks := s.lacking(module, known[module])
			if len(lacks) == 0 {
				found.whole = append(found.whole, name)
				continue
			}
			found.partly = append(found.partly, wrapWords(name+": "+strings.Join(lacks, ", "), "  ", "      "))
		}
	}
	return found
}

const kernelForms = term.Atom("Elixir.Kernel.SpecialForms")

// lacking are the functions and macros of a module that gex does not have.
func (s *Session) lacking(module term.Atom, functions map[string][]int) []string {
	var lacks []string
	for _, name := range slices.Sorted(maps.Keys(functions)) {
		var arities []string
		for _, arity := range functions[name] {
			if !s.hasFunction(module, name, arity) {
				arities = append(arities, fmt.Sprint(arity))
			}
		}
		if len(arities) > 0 && !inner(name) {
			lacks = append(lacks, name+"/"+strings.Join(arities, ","))
		}
	}
	return lacks
}

// inner reports whether a function is for the system: what the compiler adds,
// and callbacks of the processes of OTP.
func inner(name string) bool {
	switch name {
	case "module_info", "handle_call", "handle_cast", "handle_info", "terminate", "code_change", "format_status", "init_it", "init_hib":
		return true
	}
	return strings.HasPrefix(name, "__") || strings.HasPrefix(name, "system_") || strings.HasPrefix(name, "sigil_")
}

func (s *Session) hasFunction(module term.Atom, name string, arity int) bool {
	if s.table.Exports(module, name, arity) || slices.Contains(s.evaluator.MacrosOf(module), code.Key{Name: name, Arity: arity}) {
		return true
	}
	if _, ok := s.macros()[code.Key{Name: name, Arity: arity}]; ok && module == helpersModule {
		return true
	}
	if module == term.Alias("Kernel") || module == kernelForms {
		return !isName(name) || s.isForm(name, arity)
	}
	return false
}

// isName reports whether a function is called by a name; the others are
// operators, which are among the constructs.
func isName(name string) bool {
	switch name {
	case "and", "or", "in", "not":
		return false
	}
	return name != "" && (name[0] == '_' || name[0] >= 'a' && name[0] <= 'z')
}

// isForm reports whether the evaluator knows a construct: of a call with
// nothing in it, or with a block, it says something else than that there is
// no such function.
func (s *Session) isForm(name string, arity int) bool {
	at := syntax.Pos{Line: 1, Column: 1}
	call := &syntax.Call{Pos: at, Name: name, Parens: true}
	for range arity {
		call.Args = append(call.Args, &syntax.Alias{Pos: at, Names: []string{"Limits"}})
	}
	if s.compiles(call) {
		return true
	}
	if arity == 0 {
		return false
	}
	block := *call
	block.Args = call.Args[:arity-1]
	block.Do = &syntax.DoBlock{Pos: at, Sections: []syntax.Section{{Pos: at, Name: "do", Body: &syntax.Block{Pos: at}}}}
	return s.compiles(&block)
}

func (s *Session) compiles(call *syntax.Call) bool {
	quiet := eval.New(s.table, eval.Options{Macros: s.macros(), Use: uses()})
	_, err := quiet.Compile(s.shell.process, call, s.env)
	if err == nil {
		return true
	}
	text := exception.Message(exception.As(err).Reason, nil, exception.Options{})
	return !strings.Contains(text, "undefined function "+call.Name+"/")
}
