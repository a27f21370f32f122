package interp

import (
	"slices"
	"strings"
	"unicode/utf8"

	"gex/runtime/process"
	"gex/runtime/term"
)

// managerCommands are the bare commands for event managers, in the order in
// which the guide needs them.
var managerCommands = []struct{ name, line string }{
	{"start_link", "Starts a manager linked to this shell."},
	{"add_handler", "Installs a handler: `add_handler Forwarder, self()`."},
	{"notify", "Sends an event and does not wait."},
	{"sync_notify", "Sends an event and waits until it is handled."},
	{"call", "Asks one handler: `call Forwarder, :request`."},
	{"which_handlers", "Lists the handlers."},
	{"remove_handler", "Removes a handler: `remove_handler Forwarder, :args`."},
	{"stream", "Starts a process that prints the events as they come."},
	{"stop", "Stops the manager."},
}

// helpHelpers is h/0: the commands, a line each, and where to go on.
func (s *Session) helpHelpers(self *process.Process, _ []term.Term) (term.Term, error) {
	d := document{color: s.options.Color}
	d.title("IEx.Helpers")
	d.markdown("What can be typed here beside everything that Elixir has. " +
		"`h` with a name tells more: `h flush`, `h GenEvent`, `h Enum.map/2`.\n\n" +
		"## Event managers\n\nWithout a manager as first argument they act on the one that was started last.")
	commands := s.commandLines()
	for _, c := range managerCommands {
		d.entry(c.name, c.line)
		delete(commands, c.name)
	}
	d.gap()
	d.markdown("## The prompt")
	for _, name := range sortedNames(commands) {
		d.entry(name, commands[name])
	}
	d.gap()
	if len(s.options.Lessons) > 0 {
		d.markdown("## Lessons\n\n`gex learn NAME` leads you through one: " + strings.Join(s.options.Lessons, ", ") + ".")
	}
	return doNotShow, s.say(self, d.String())
}

// commandLines are the names of the commands with a sentence about each.
func (s *Session) commandLines() map[string]string {
	lines := make(map[string]string)
	for _, f := range widest(s.table.Module(helpersModule).Exports()) {
		lines[f.Name] = firstSentence(f.Doc)
	}
	for _, m := range documentedMacros {
		if m.module == helpersModule {
			lines[m.name()] = firstSentence(m.doc)
		}
	}
	return lines
}

func sortedNames(lines map[string]string) []string {
	names := make([]string, 0, len(lines))
	for name := range lines {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// entryColumn is where the explanation of a command begins.
const entryColumn = 20

// entry writes a command and what it does.
func (d *document) entry(name, text string) {
	d.WriteString("  ")
	d.styled(sgrCode, name)
	d.WriteString(strings.Repeat(" ", max(entryColumn-2-utf8.RuneCountInString(name), 1)))
	d.wrapAt(max(entryColumn, utf8.RuneCountInString(name)+3), strings.Repeat(" ", entryColumn), strings.Fields(text))
}

// firstSentence returns the first sentence of a documentation.
func firstSentence(doc string) string {
	line, _, _ := strings.Cut(doc, "\n")
	if i := strings.Index(line, ". "); i > 0 {
		line = line[:i+1]
	}
	return line
}
