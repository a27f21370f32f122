package interp

import (
	"fmt"
	"strings"
	"unicode"

	"gex/interp/bridge"
	"gex/interp/gosrc"
	"gex/interp/hint"
	"gex/runtime/code"
	"gex/runtime/otp"
	"gex/runtime/term"
)

// slashCommand is a command that is no expression: /go KV.Registry. What run
// returns is printed as a notice.
type slashCommand struct {
	name, argument, doc string
	run                 func(s *Session, argument string) string
}

func slashCommands() []slashCommand {
	return append(sightCommands(), []slashCommand{
		{"go", "MODULE", "Shows a module typed in Elixir as the Go type that does the same.", (*Session).showGo},
		{"ex", "MODULE", "Shows the functions of a Go module in Elixir.", (*Session).showElixir},
		{"save", "FILE", "Writes the session to a file: .md is a transcript for gex test, .go a program.", (*Session).save},
		{"undo", "[N]", "Begins anew and runs all inputs again but the last one, or the last N.", (*Session).undo},
		{"replay", "", "Begins anew and runs all inputs again, the same way.", (*Session).replay},
		{"limits", "", "Lists what of Elixir is in and what is out.", func(*Session, string) string { return Limits() }},
		{"help", "", "Lists these commands.", func(*Session, string) string { return slashList() }},
	}...)
}

// slashLine takes a line apart that is a command: its name and what follows.
func slashLine(text string) (name, argument string, ok bool) {
	rest, ok := strings.CutPrefix(strings.TrimSpace(text), "/")
	if !ok || strings.ContainsAny(rest, "\n") {
		return "", "", false
	}
	name, argument, _ = strings.Cut(rest, " ")
	for _, r := range name {
		if !unicode.IsLetter(r) && r != '_' {
			return "", "", false
		}
	}
	return name, strings.TrimSpace(argument), name != ""
}

// slash returns the command that a line is, to be called for its text. A line
// that divides the value before it by a variable is none, and under Strict
// there are none.
func (s *Session) slash(text string) (run func() string, ok bool) {
	name, argument, ok := slashLine(text)
	if !ok || s.options.Strict {
		return nil, false
	}
	for _, c := range slashCommands() {
		if c.name == name {
			return func() string { return c.run(s, argument) }, true
		}
	}
	if _, bound := s.env.Lookup(name); bound {
		return nil, false
	}
	return func() string {
		if said := hint.TerminalCommand(name); said != "" {
			return "There is no command /" + name + ": " + said + "\n"
		}
		return "There is no command /" + name + ". " + slashList()
	}, true
}

// slashColumn is where in the list of commands their explanations begin.
const slashColumn = 16

func slashList() string {
	var b strings.Builder
	b.WriteString("The commands are:\n\n")
	for _, c := range slashCommands() {
		line := fmt.Sprintf("  /%-*s", slashColumn-len("  /"), strings.TrimSpace(c.name+" "+c.argument))
		b.WriteString(wrapWords(c.doc, line, strings.Repeat(" ", slashColumn)) + "\n")
	}
	return b.String() + "\n"
}

// moduleArgument is the module that the argument of a command names.
func moduleArgument(argument string) (term.Atom, bool) {
	argument = strings.TrimPrefix(strings.TrimSuffix(argument, "{}"), ":")
	argument = strings.ReplaceAll(argument, "_", ".")
	if argument == "" || !unicode.IsUpper([]rune(argument)[0]) {
		return "", false
	}
	return term.Alias(argument), true
}

const nameModule = "Name a module, as in: "

// showGo is /go MODULE.
func (s *Session) showGo(argument string) string {
	module, ok := moduleArgument(argument)
	if !ok {
		return nameModule + "/go KV.Registry\n"
	}
	m := s.table.Module(module)
	switch {
	case m == nil:
		return "There is no module " + moduleName(module) + ".\n"
	case m.Language == code.Go:
		source, _ := s.goUnit().Source(module)
		return moduleName(module) + " is typed in Go:\n\n" + source + "\n"
	case m.Language == code.Builtin:
		return moduleName(module) + " is part of gex; /go shows modules that were typed.\n"
	}
	tree := s.trees.find(s.table, module)
	if tree == nil {
		return "The source of " + moduleName(module) + " is not kept.\n"
	}
	text, err := bridge.Go(tree)
	if err != nil {
		return moduleName(module) + " cannot be shown in Go: " + err.Error() + "\n"
	}
	return text
}

// showElixir is /ex MODULE.
func (s *Session) showElixir(argument string) string {
	module, ok := moduleArgument(argument)
	if !ok {
		return nameModule + "/ex KV.Registry\n"
	}
	m := s.table.Module(module)
	switch {
	case m == nil:
		return "There is no module " + moduleName(module) + ".\n"
	case m.Language == code.Elixir:
		if text := s.trees.source(s.table, module); text != "" {
			return moduleName(module) + " is typed in Elixir:\n\n" + text + "\n"
		}
		return "The source of " + moduleName(module) + " is not kept.\n"
	case m.Language == code.Builtin || module == gosrc.FunctionsModule:
		return "/ex shows types of Go that were typed; " + moduleName(module) + " is none.\n"
	}
	source, _ := s.goUnit().Source(module)
	text, err := bridge.Elixir(source + s.hiddenTypes())
	if err != nil {
		return moduleName(module) + " cannot be shown in Elixir: " + err.Error() + "\n"
	}
	return text
}

// hiddenTypes is the source of the Go types that are no modules, the states of
// servers among them.
func (s *Session) hiddenTypes() string {
	var b strings.Builder
	for _, name := range s.goUnit().Names() {
		if unicode.IsLower([]rune(name)[0]) && !strings.Contains(name, ".") {
			if source, ok := s.goUnit().Source(term.Alias(otp.ModuleName(name))); ok {
				b.WriteString("\n\n" + source)
			}
		}
	}
	return b.String()
}
