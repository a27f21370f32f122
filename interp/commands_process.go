package interp

import (
	"strings"
	"unicode/utf8"

	"gex/interp/lib"
	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/genevent"
	"gex/runtime/inspect"
	"gex/runtime/process"
	"gex/runtime/proclib"
	"gex/runtime/term"
)

// overview are the items of process_info/1 with their names, as IEx 1.18 has
// them; 1.14 has no such command.
var overview = []struct {
	title string
	key   term.Atom
}{
	{"Initial call", "initial_call"}, {"Current function", "current_function"}, {"Registered name", "registered_name"},
	{"Status", "status"}, {"Message queue length", "message_queue_len"}, {"Group leader", "group_leader"},
	{"Priority", "priority"}, {"Trap exit", "trap_exit"}, {"Reductions", "reductions"},
}

// processInfo is process_info/1.
func (s *Session) processInfo(self *process.Process, args []term.Term) (term.Term, error) {
	pid, ok := args[0].(term.PID)
	if name, isName := args[0].(term.Atom); isName {
		if p := s.node.Whereis(name); p != nil {
			pid, ok = p.PID(), true
		}
	}
	if !ok {
		return nil, exception.ArgumentError("process_info expects a pid or the name of a process, got: %s", inspect.Inspect(args[0], inspect.Options{}))
	}
	p := process.Lookup(pid)
	if p == nil {
		return doNotShow, s.say(self, s.redLine("Failed with reason: process "+inspect.Inspect(pid, inspect.Options{})+" is not alive"))
	}
	d := s.document()
	d.heading("# Process " + inspect.Inspect(pid, inspect.Options{}))
	d.heading("## Overview")
	for _, item := range overview {
		value, err := code.Apply(self, "Elixir.Process", "info", pid, item.key)
		if err != nil {
			return nil, err
		}
		if pair, ok := value.(term.Tuple); ok {
			d.field(item.title, inspect.Inspect(pair[1], inspect.Options{}))
		}
	}
	d.pids("## Links", p.Links())
	d.pids("## Monitors", monitored(p))
	if handlers, ok := genevent.Handlers(p); ok {
		d.heading("## Handlers")
		d.WriteString(inspect.Inspect(handlers, inspect.Options{}) + "\n")
	}
	d.WriteString("\n")
	return doNotShow, s.say(self, d.String())
}

func monitored(p *process.Process) []term.PID {
	var pids []term.PID
	for _, item := range p.Monitors() {
		if pid, ok := item.(term.PID); ok {
			pids = append(pids, pid)
		}
	}
	return pids
}

// heading writes the heading of a section with empty lines around it.
func (d *document) heading(text string) {
	d.WriteString("\n")
	d.styled(sgrHeading, text)
	d.WriteString("\n")
	if strings.HasPrefix(text, "##") {
		d.WriteString("\n")
	}
}

// fieldWidth is the width of the names of fields with the space behind them.
const fieldWidth = 21

func (d *document) field(name, value string) {
	d.WriteString(name + strings.Repeat(" ", max(fieldWidth-utf8.RuneCountInString(name), 1)) + value + "\n")
}

// pids writes a section about processes with what they are, if there are any.
func (d *document) pids(title string, pids []term.PID) {
	if len(pids) == 0 {
		return
	}
	d.heading(title)
	for _, pid := range pids {
		role := ""
		if p := process.Lookup(pid); p != nil {
			initial := proclib.InitialCall(p) // what proc_lib says that it was started for
			if initial == nil {
				initial = p.Initial().Term()
			}
			role = inspect.Inspect(initial, inspect.Options{})
			if p.RegisteredName() != "" {
				role = inspect.AtomText(p.RegisteredName())
			}
		}
		d.field(inspect.Inspect(pid, inspect.Options{}), role)
	}
}

// flush is flush/0: the messages in the mailbox, as values are shown. Whoever
// has something to do comes first, as in Erlang, where processes run at the
// same time and are quicker than the shell.
func (s *Session) flush(self *process.Process, _ []term.Term) (term.Term, error) {
	self.Yield()
	return lib.Flush(self, s.configured(s.inspectOptions()))
}

// clear is clear/0.
func (s *Session) clear(self *process.Process, _ []term.Term) (term.Term, error) {
	if !s.options.Color {
		return doNotShow, s.say(self, "Cannot clear the screen because ANSI escape codes are not enabled on this shell\n")
	}
	return doNotShow, s.say(self, "\x1b[H\x1b[2J")
}

// inspecting are the commands that show what there is.
func (s *Session) inspecting() []*code.Function {
	return []*code.Function{
		{Name: "flush", Call: s.flush, Doc: "Prints the messages in the shell's mailbox and empties it."},
		{Name: "exports", Call: s.exportsOf, Doc: "As `exports/1`, of Kernel."},
		{Name: "exports", Arity: 1, Params: []string{`module \\ Kernel`}, Call: s.exportsOf, Doc: "Lists the macros and functions of a module."},
		{Name: "h", Call: s.helpHelpers, Doc: "Lists the commands."},
		{Name: "h", Arity: 1, Params: []string{"term"}, Call: s.helpValue, Doc: "Shows the documentation of a module, a function or a command."},
		{Name: "i", Call: s.infoLast, Doc: "As `i/1`, for the last value."},
		{Name: "i", Arity: 1, Params: []string{"term"}, Call: s.info, Doc: "Says what kind of value `term` is, and more of processes and modules."},
		{Name: "process_info", Arity: 1, Params: []string{"pid"}, Call: s.processInfo, Doc: "Shows what a process is and what it is linked to."},
		{Name: "runtime_info", Call: s.runtimeInfo, Doc: "Shows what there is to know of this node."},
		{Name: "r", Arity: 1, Params: []string{"module"}, Call: s.reload, Doc: "Defines a module anew from the file that it came from."},
		{Name: "clear", Call: s.clear, Doc: "Clears the screen."},
	}
}
