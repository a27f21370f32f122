package interp

import (
	"strings"

	"gex/interp/observe"
	"gex/runtime/genevent"
	"gex/runtime/genserver"
	"gex/runtime/inspect"
	"gex/runtime/ioserver"
	"gex/runtime/process"
	"gex/runtime/proclib"
	"gex/runtime/term"
)

// sight is what a session remembers to show what happens among processes.
type sight struct {
	log     *observe.Log            // nil under Strict
	looked  map[string]observe.Tree // what /tree showed last, by its argument
	traced  map[term.PID]bool
	watched []watched
	noTags  bool
}

// sightCommands are the commands that show processes.
func sightCommands() []slashCommand {
	return []slashCommand{
		{"ps", "", "Lists the processes.", (*Session).showProcesses},
		{"top", "", "Lists the processes, those first that get and send most.", (*Session).showTraffic},
		{"tree", "", "Shows who started whom, and what changed since the last look.", (*Session).showTree},
		{"seq", "[N]", "Draws what the last input, or input N, sent. Also: /seq mermaid, /seq svg, /seq json.", (*Session).showSequence},
		{"why", "PID", "Tells why a process is gone, or why handlers of a manager are.", (*Session).showWhy},
		{"trace", "PID", "Shows what a process gets and sends from now on; once more ends that.", (*Session).toggleTrace},
		{"watch", "PID", "Shows the state of a process after each input that changes it; once more ends that.", (*Session).toggleWatch},
		{"tags", "on|off", "Says whether lines that other processes print carry their pid.", (*Session).setTags},
	}
}

// openSight starts the event log of the session.
func (s *Session) openSight() {
	if s.options.Strict {
		return
	}
	s.sight.log = observe.NewLog()
	s.sight.log.Describe = s.describeActor
	s.sight.traced = make(map[term.PID]bool)
	s.sight.looked = make(map[string]observe.Tree)
	s.node.Observe(s.observed, process.AllEvents)
}

// beginSight begins the record of an input.
func (s *Session) beginSight(text string) {
	if s.sight.log == nil {
		return
	}
	s.sight.log.Begin(s.number, text)
	s.node.Observe(s.observed, process.AllEvents)
}

// observed takes an event, in the process that it is of. When an input has sent
// more than the log keeps, its messages are no longer looked at, unless they
// are traced.
func (s *Session) observed(e process.Event) {
	s.sight.log.Add(e)
	if len(s.sight.traced) > 0 {
		s.printTrace(e)
	} else if s.sight.log.Full() {
		s.node.Observe(s.observed, process.AllEvents&^process.MessageEvents)
	}
}

// describeActor fills in what a live process is.
func (s *Session) describeActor(a *observe.Actor) {
	p := process.Lookup(a.PID)
	if p == nil {
		return
	}
	a.System = p.System()
	if name := p.RegisteredName(); name != "" {
		a.Name = inspect.AtomText(name)
	}
	if a.Parent.Identity == nil {
		a.Parent = p.Parent()
	}
	a.Behaviour, a.Role = s.roleOf(p)
	if a.Role == plainRole && a.Name == "" {
		a.Name = s.variableOf(a.PID)
	}
}

// plainRole is the role of a process that follows no behaviour.
const plainRole = "process"

// variableOf returns the variable that is bound to a process, or "".
func (s *Session) variableOf(pid term.PID) string {
	for _, b := range s.env.Bindings() {
		if b.Value == term.Term(pid) {
			return b.Name
		}
	}
	return ""
}

// roleOf returns the behaviour that a process follows and what it is.
func (s *Session) roleOf(p *process.Process) (behaviour, role string) {
	if _, ok := genevent.Handlers(p); ok {
		role = "GenEvent"
		if proclib.InitialCall(p) != nil && strings.Contains(inspect.Inspect(proclib.InitialCall(p), inspect.Options{}), "{:gen_event") {
			role = ":gen_event"
		}
		return role, role
	}
	if module, ok := genserver.Callbacks(p); ok {
		return kindOfServer(module)
	}
	initial := p.Initial()
	switch {
	case s.shell != nil && p == s.shell.process || p.Label() == "shell":
		return "", "shell"
	case initial.Module == "proc_lib":
		return "", "Task"
	case initial.Module == "erlang" && initial.Function == "apply" || initial.Module == "":
		return "", plainRole
	}
	return "", inspect.MFA(initial.Module, initial.Function, initial.Arity)
}

// serverKinds are the servers of the library by their callback modules.
var serverKinds = map[term.Atom]string{
	"Elixir.Agent.Server": "Agent", "supervisor": "Supervisor", "Elixir.DynamicSupervisor": "DynamicSupervisor",
	"Elixir.Task.Supervisor": "Task.Supervisor", "Elixir.Registry.Partition": "Registry",
}

func kindOfServer(module term.Atom) (behaviour, role string) {
	if kind, ok := serverKinds[module]; ok {
		return kind, kind
	}
	return "GenServer", inspect.AtomText(module)
}

// tag names a process that prints, unless it is the shell.
func (s *Session) tag(out ioserver.Output) string {
	if !s.options.Tags || s.sight.noTags || out.Kind == ioserver.Log || out.From.Identity == nil {
		return ""
	}
	if s.shell != nil && out.From == s.shell.process.PID() {
		return ""
	}
	return out.From.String()
}

// setTags is /tags.
func (s *Session) setTags(argument string) string {
	switch {
	case argument == "on" || argument == "off":
		s.sight.noTags = argument == "off"
	case argument != "":
		return "Say /tags on or /tags off.\n"
	}
	if s.sight.noTags || !s.options.Tags {
		return "Lines are printed as they are.\n"
	}
	return "Lines of other processes carry their pid.\n"
}

// style says how pictures are drawn.
func (s *Session) style() observe.Style {
	return observe.Style{Width: s.screenWidth(), ASCII: s.options.ASCII}
}
