package interp

import (
	"path"
	"slices"
	"strings"

	"gex/interp/lib"
	"gex/runtime/genevent"
	"gex/runtime/inspect"
	"gex/runtime/process"
	"gex/runtime/term"
)

// callText is a call whose arguments are being typed: the name of the function
// as it is written, and the arguments so far, the last being the one at the
// cursor. The name is "" outside of calls.
type callText struct {
	name string
	args []string
}

// argument is what has been typed of the argument at the cursor.
func (c callText) argument() string {
	if len(c.args) == 0 {
		return ""
	}
	return c.args[len(c.args)-1]
}

// base is the name without its module.
func (c callText) base() string { return c.name[strings.LastIndexByte(c.name, '.')+1:] }

// innermostOpen is the place of the innermost bracket that is open at the end of text,
// -1 if none is.
func innermostOpen(text string) int {
	var stack []int
	inside := false
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == '\\' && inside:
			i++
		case c == '"':
			inside = !inside
		case inside:
		case strings.IndexByte("([{", c) >= 0:
			stack = append(stack, i)
		case strings.IndexByte(")]}", c) >= 0 && len(stack) > 0:
			stack = stack[:len(stack)-1]
		}
	}
	if len(stack) == 0 {
		return -1
	}
	return stack[len(stack)-1]
}

// enclosingCall finds the call at the end of text: f(a, b or f a, b.
func enclosingCall(text string) callText {
	if open := innermostOpen(text); open >= 0 {
		if text[open] != '(' {
			return callText{}
		}
		if name := completable().FindString(text[:open]); name != "" {
			return callText{name, arguments(text[open+1:])}
		}
		text = text[open+1:]
	}
	return bareCall(text)
}

// bareCall finds a call without parentheses, as the last statement of text is
// one: add_handler Forwarder, self()
func bareCall(text string) callText {
	for _, separator := range []string{"\n", ";", " = ", "->", " do "} {
		if i := strings.LastIndex(text, separator); i >= 0 {
			text = text[i+len(separator):]
		}
	}
	name, rest, ok := strings.Cut(strings.TrimLeft(text, " "), " ")
	if !ok || completable().FindString(name) != name || strings.ContainsAny(name[:1], ":%#") && !strings.Contains(name, ".") {
		return callText{}
	}
	return callText{name, arguments(rest)}
}

// arguments cuts the text of arguments at the commas that are not within
// brackets.
func arguments(text string) []string {
	depth, from := 0, 0
	var args []string
	for i := range len(text) {
		switch {
		case strings.IndexByte("([{", text[i]) >= 0:
			depth++
		case strings.IndexByte(")]}", text[i]) >= 0:
			depth--
		case text[i] == ',' && depth == 0:
			args = append(args, strings.TrimSpace(text[from:i]))
			from = i + 1
		}
	}
	return append(args, strings.TrimLeft(text[from:], " "))
}

// callSubject finds the functions that a name means.
func (s *Session) callSubject(name string) (subjects []subject) {
	dot := strings.LastIndexByte(name, '.')
	switch {
	case dot < 0:
		for _, module := range []term.Atom{helpersModule, kernelModule} {
			subjects = append(subjects, subject{module, name, -1})
		}
	case name[0] == ':':
		subjects = append(subjects, subject{term.Atom(name[1:dot]), name[dot+1:], -1})
	case name[0] >= 'A' && name[0] <= 'Z':
		subjects = append(subjects, subject{s.env.Resolve(strings.Split(name[:dot], ".")), name[dot+1:], -1})
	}
	return subjects
}

// signatures are those of the functions with a name, a line each.
func (s *Session) signatures(name string) string {
	var lines []string
	for _, what := range s.callSubject(name) {
		m := s.table.Module(what.module)
		if m == nil {
			continue
		}
		for _, f := range widest(m.Exports()) {
			if f.Name == what.function && len(f.Params) > 0 {
				lines = append(lines, signature(f))
			}
		}
	}
	return strings.Join(slices.Compact(lines), "\n")
}

// optionsOf are the keys of the options of functions, by name and the number
// of arguments before them.
var optionsOf = []struct {
	names  string
	before int
	keys   string
}{
	{"GenServer.start_link GenServer.start", 2, "name timeout debug hibernate_after spawn_opt"},
	{"Agent.start_link Agent.start", 1, "name timeout debug hibernate_after spawn_opt"},
	{"GenEvent.start_link GenEvent.start", 0, "name timeout debug spawn_opt"},
	{"Supervisor.start_link Supervisor.init", 1, "strategy max_restarts max_seconds name"},
	{"DynamicSupervisor.start_link", 0, "strategy max_restarts max_seconds max_children extra_arguments name"},
	{"Registry.start_link", 0, "keys name partitions listeners meta"},
	{"Task.async_stream", 2, "max_concurrency ordered timeout on_timeout"},
	{"Process.send_after", 3, "abs"},
	{"IO.inspect inspect", 1, "label limit width pretty charlists binaries base printable_limit structs syntax_colors"},
	{"IEx.configure", 0, "colors inspect width history_size default_prompt alive_prompt"},
	{"Logger.configure", 0, "level truncate utc_log handle_otp_reports handle_sasl_reports"},
	{"String.split", 2, "parts trim"},
	{"GenEvent.stream", 1, "timeout"},
}

// managed are the functions whose argument after the manager is a handler that
// it has; of those of adding it is a module that can become one.
var managed = map[string]bool{
	"call": true, "remove_handler": true, "delete_handler": true, "swap_handler": true,
	"add_handler": false, "add_sup_handler": false, "add_mon_handler": false,
}

// completeArgument completes an argument by the function it is for. The
// candidates take the place of the whole argument.
func (s *Session) completeArgument(c callText) []Candidate {
	if c.name == "" {
		return nil
	}
	var found []Candidate
	if installed, ok := managed[c.base()]; ok && (len(c.args) == 2 || len(c.args) == 1 && c.base() == c.name) {
		found = s.handlersFor(c, installed)
	}
	for _, o := range optionsOf {
		if !slices.Contains(strings.Fields(o.names), c.name) || len(c.args) <= o.before {
			continue
		}
		for _, key := range strings.Fields(o.keys) {
			found = append(found, Candidate{Word: key + ": ", Label: key + ":"})
		}
	}
	if len(c.args) == 1 && c.argument() == "" && servers[c.base()] {
		found = append(found, s.liveNames()...)
	}
	return slices.DeleteFunc(found, func(f Candidate) bool { return !strings.HasPrefix(f.Word, c.argument()) })
}

// servers are the functions whose first argument is a process.
var servers = map[string]bool{
	"call": true, "cast": true, "notify": true, "sync_notify": true, "ack_notify": true, "which_handlers": true,
	"add_handler": true, "remove_handler": true, "swap_handler": true, "add_mon_handler": true, "stop": true,
	"get": true, "update": true, "get_and_update": true, "send": true, "exit": true, "link": true, "unlink": true,
	"monitor": true, "alive?": true, "info": true, "get_state": true, "get_status": true, "trace": true,
	"suspend": true, "resume": true, "process_info": true, "i": true,
}

// liveNames are the variables that hold live processes and the names of
// processes.
func (s *Session) liveNames() []Candidate {
	var found []Candidate
	for _, b := range s.env.Bindings() {
		if pid, ok := b.Value.(term.PID); ok && process.Lookup(pid) != nil {
			found = append(found, Candidate{b.Name, b.Name, s.role(process.Lookup(pid))})
		}
	}
	for _, name := range s.node.Registered() {
		if p := s.node.Whereis(name); p != nil && !p.System() {
			text := inspect.AtomText(name)
			found = append(found, Candidate{text, text, s.role(p)})
		}
	}
	return found
}

// handlersFor are the handlers of the manager that a call names first, or of
// all; or else the modules that can become one.
func (s *Session) handlersFor(c callText, installed bool) []Candidate {
	var words []string
	if !installed {
		for _, m := range s.table.Modules() {
			if s.table.Exports(m.Name, "handle_event", 2) && m.Name != "Elixir.GenEvent" {
				words = append(words, moduleName(m.Name))
			}
		}
		return plain(words)
	}
	managers := s.node.Processes()
	if value, ok := s.env.Lookup(c.args[0]); ok {
		pid, _ := value.(term.PID)
		managers = nil
		if p := process.Lookup(pid); p != nil {
			managers = []*process.Process{p}
		}
	}
	for _, p := range managers {
		handlers, ok := genevent.Handlers(p)
		if !ok || p.System() {
			continue
		}
		for h := range term.Elements(handlers) {
			words = append(words, inspect.Inspect(h, inspect.Options{}))
		}
	}
	return plain(words)
}

// completeSlash completes a command with a slash, and what it is about.
func (s *Session) completeSlash(text string) (start int, found []Candidate) {
	name, argument, ok := strings.Cut(text, " ")
	if !ok {
		for _, c := range slashCommands() {
			if word := "/" + c.name; strings.HasPrefix(word, text) {
				found = append(found, Candidate{word, strings.TrimSpace(word + " " + c.argument), c.doc})
			}
		}
		return 0, found
	}
	start = len(text) - len(argument)
	for _, c := range slashCommands() {
		if "/"+c.name != name {
			continue
		}
		switch c.argument {
		case "MODULE":
			found = s.completeModule("", argument)
		case "FILE":
			found = s.filesWith(argument)
		case "PID":
			found = append(s.completePID(""), s.liveNames()...)
		default:
			if strings.Contains(c.argument, "|") {
				found = plain(strings.Split(c.argument, "|"))
			}
		}
	}
	return start, slices.DeleteFunc(found, func(f Candidate) bool { return !strings.HasPrefix(f.Word, argument) })
}

// completeFile completes the name of a file in the string that text ends in,
// if it is for a function that reads files.
func (s *Session) completeFile(text string) (start int, found []Candidate) {
	quote := strings.LastIndexByte(text, '"')
	call := enclosingCall(text[:quote])
	switch call.base() {
	case "import_file", "import_file_if_available", "c", "cd", "ls", "read", "read!", "require_file", "compile_file":
		return quote + 1, s.filesWith(text[quote+1:])
	}
	return len(text), nil
}

// filesWith are the files whose names begin so; directories end with a slash.
func (s *Session) filesWith(prefix string) []Candidate {
	files := s.given.Files
	if files == nil {
		files = lib.MemoryFiles(s.given.ReadFile)
	}
	dir, base := path.Split(prefix)
	names, err := files.ReadDir(path.Join(".", dir))
	if strings.HasPrefix(dir, "/") {
		names, err = files.ReadDir(dir)
	}
	if err != nil {
		return nil
	}
	var found []Candidate
	for _, name := range names {
		if !strings.HasPrefix(name, base) || base == "" && strings.HasPrefix(name, ".") {
			continue
		}
		if info, err := files.Stat(dir + name); err == nil && info.IsDir() {
			name += "/"
		}
		found = append(found, Candidate{Word: dir + name, Label: name})
	}
	return found
}
