package interp

import (
	"strings"
	"unicode/utf8"

	"gex/runtime/process"
	"gex/runtime/term"
)

// A command is a name that can be typed bare, with a line about it.
type command struct{ name, line string }

// managerCommands are the bare commands for event managers, in the order in
// which the guide needs them.
var managerCommands = []command{
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

// helpTopic are the commands for one purpose.
type helpTopic struct {
	title, introduction string
	commands            []command
}

// helpTopics is what h lists, in the order of a learner's first hours. Commands
// that are only there for somebody who knows them from IEx are left out.
var helpTopics = []helpTopic{
	{"Event managers", "Without a manager as first argument they act on the one that was started last.", managerCommands},
	{"Values and modules", "", []command{
		{"h", "Explains a module, a function or a command: `h GenEvent`."},
		{"i", "Says what kind of value something is, and more of processes."},
		{"b", "Shows the callbacks of a behaviour, in Elixir and in Go."},
		{"t", "Shows the types of a module: `t GenServer`."},
		{"v", "The value of the last input; `v(3)`, `v(-2)` of another one."},
		{"exports", "Lists the functions of a module."},
		{"open", "Edits a module in your editor and defines it anew."},
		{"source", "Prints the source of a module that was typed."},
	}},
	{"Processes", "", []command{
		{"flush", "Prints the messages in the shell's mailbox and empties it."},
		{"pid", "The pid with these numbers: `pid \"0.108.0\"`."},
		{"process_info", "Shows what a process is and what it is linked to."},
		{"runtime_info", "Shows versions, memory and processes of gex."},
		{"respawn", "Starts a new shell process with an empty mailbox."},
	}},
	{"Files", "", []command{
		{"c", "Defines the modules of a file: `c \"kv.ex\"`, `c \"kv.go\"`."},
		{"r", "Defines a module anew from its file."},
		{"import_file", "Runs a file as if it were typed here."},
		{"ls, cd, pwd", "List files, go elsewhere, say where."},
	}},
	{"The shell", "", []command{
		{"clear", "Clears the screen."},
		{"#iex:break", "Gives up an input that does not end. So does Ctrl-C."},
		{"exit", "Leaves, as Ctrl-D and twice Ctrl-C do."},
	}},
}

// slashHelp introduces what no expression can do.
const slashHelp = "Lines that begin with a slash show what no expression can: `/ps` and `/tree` the processes, " +
	"`/seq` what the last input sent, `/why PID` why a process is gone, `/undo` takes an input back. `/help` lists them all."

// helpHelpers is h/0: the commands, a line each, and where to go on.
func (s *Session) helpHelpers(self *process.Process, _ []term.Term) (term.Term, error) {
	d := s.document()
	d.title("IEx.Helpers")
	d.markdown("What can be typed here beside all that Elixir has. `h` with a name tells more: `h flush`, `h GenEvent`, `h Enum.map/2`.")
	for _, topic := range helpTopics {
		d.markdown("## " + topic.title + "\n\n" + topic.introduction)
		for _, c := range topic.commands {
			d.entry(c.name, c.line)
		}
		d.gap()
	}
	if !s.options.Strict {
		d.markdown("## More\n\n" + slashHelp)
	}
	if len(s.options.Lessons) > 0 {
		d.markdown("`gex learn NAME` leads you through a lesson: " + strings.Join(s.options.Lessons, ", ") + ".")
	}
	return doNotShow, s.say(self, d.String())
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
