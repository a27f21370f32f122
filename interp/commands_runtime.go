package interp

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"time"

	"gex/runtime/application"
	"gex/runtime/exception"
	"gex/runtime/inspect"
	"gex/runtime/ioserver"
	"gex/runtime/process"
	"gex/runtime/term"
)

// runtimeTopics are the topics of runtime_info, those of runtime_info/0 first.
var runtimeTopics = []struct {
	name  term.Atom
	title string
	write func(*Session, *document)
}{
	{"system", "## System and architecture", (*Session).writeSystem},
	{"memory", "## Memory", (*Session).writeMemory},
	{"limits", "## Statistics / limits", (*Session).writeLimits},
	{"applications", "## Loaded OTP Applications", (*Session).writeApplications},
}

// runtimeInfo is runtime_info/0 and runtime_info/1: what there is to know of
// this node, by topic.
func (s *Session) runtimeInfo(self *process.Process, args []term.Term) (term.Term, error) {
	topics := []term.Term{runtimeTopics[0].name, runtimeTopics[1].name, runtimeTopics[2].name}
	if len(args) == 1 {
		list, proper := term.Slice(args[0])
		if _, isAtom := args[0].(term.Atom); isAtom {
			list, proper = []term.Term{args[0]}, true
		}
		if !proper {
			return nil, exception.Raise(term.Atom("function_clause")).In(exception.Frame{
				Module: helpersModule, Function: "runtime_info", Arity: 1, Args: args, HasArgs: true,
				File: "lib/iex/helpers.ex", Line: 549})
		}
		topics = list
	}
	d := s.document()
	rest := []term.Term{}
	for _, topic := range runtimeTopics {
		if !slices.Contains(topics, term.Term(topic.name)) {
			rest = append(rest, topic.name)
		}
	}
	for _, name := range topics {
		known := false
		for _, topic := range runtimeTopics {
			if name == term.Term(topic.name) {
				known = true
				d.heading(topic.title)
				topic.write(s, &d)
			}
		}
		if !known {
			return nil, exception.Raise(term.Atom("function_clause")).In(exception.Frame{
				Module: helpersModule, Function: "print_runtime_info_topic", Arity: 1, Args: []term.Term{name}, HasArgs: true,
				File: "lib/iex/helpers.ex", Line: 578})
		}
	}
	shown := func(list []term.Term) string { return inspect.Inspect(term.List(list...), inspect.Options{}) }
	d.WriteString("\n")
	d.field("Showing topics:", shown(topics))
	d.field("Additional topics:", shown(rest))
	d.WriteString("\nTo view a specific topic call runtime_info(topic)\n\n")
	return doNotShow, s.say(self, d.String())
}

func (s *Session) writeSystem(d *document) {
	d.field("Elixir version:", "1.14.0")
	d.field("Erlang/OTP version:", "25")
	if build, ok := debug.ReadBuildInfo(); ok {
		d.field("Built with:", strings.Replace(build.GoVersion, "go", "Go ", 1))
	}
	d.field("Compiled for:", runtime.GOOS+"/"+runtime.GOARCH)
	d.field("Schedulers:", "1")
	d.field("Schedulers online:", "1")
}

// writeMemory tells what is in use, garbage that has not been collected yet
// included. Go does not part it by its use as the BEAM does.
func (s *Session) writeMemory(d *document) {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	d.field("Total:", bytesText(m.HeapAlloc+m.StackInuse))
	d.field("Values:", bytesText(m.HeapAlloc))
	d.field("Stacks:", bytesText(m.StackInuse))
	d.field("From the system:", bytesText(m.Sys))
}

func bytesText(n uint64) string {
	switch {
	case n >= 1<<30:
		return fmt.Sprintf("%d GB", n>>30)
	case n >= 1<<20:
		return fmt.Sprintf("%d MB", n>>20)
	}
	return fmt.Sprintf("%d KB", n>>10)
}

func (s *Session) writeLimits(d *document) {
	d.field("Uptime:", uptime(s.node.Now()))
	d.field("Processes:", fmt.Sprint(len(s.node.Processes())))
	d.field("Registered names:", fmt.Sprint(len(s.node.Registered())))
	d.field("Modules:", fmt.Sprint(len(s.table.Modules())))
}

// uptime is a time in IEx's words: 2 hours, 1 minutes and 5 seconds.
func uptime(d time.Duration) string {
	seconds := int(d.Seconds())
	parts := []string{fmt.Sprintf("%d seconds", seconds%60)}
	for n, unit := range []string{"minutes", "hours", "days"} {
		size := []int{60, 3600, 86400}[n]
		if seconds < size {
			break
		}
		count := seconds / size
		if n < 2 {
			count %= []int{60, 24}[n]
		}
		parts = append([]string{fmt.Sprintf("%d %s", count, unit)}, parts...)
	}
	if len(parts) == 1 {
		return parts[0]
	}
	return strings.Join(parts[:len(parts)-1], ", ") + " and " + parts[len(parts)-1]
}

func (s *Session) writeApplications(d *document) {
	list, _ := term.Slice(application.Loaded(s.node))
	var lines []string
	for _, a := range list {
		spec := a.(term.Tuple)
		name := spec[0].(term.Atom)
		state := "(loaded)"
		if application.IsRunning(s.node, name) {
			state = "(started)"
		}
		version, _ := ioserver.Chars(spec[2])
		lines = append(lines, fmt.Sprintf("%-20s%-20s%s", string(name)+":", version, state))
	}
	slices.Sort(lines)
	d.WriteString(strings.Join(lines, "\n") + "\n")
}
