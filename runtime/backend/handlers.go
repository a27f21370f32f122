package backend

import (
	"time"

	"gex/runtime/application"
	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/gen"
	"gex/runtime/genevent"
	"gex/runtime/genserver"
	"gex/runtime/inspect"
	"gex/runtime/ioserver"
	"gex/runtime/logger"
	"gex/runtime/process"
	"gex/runtime/term"
)

// define puts the handlers and the watcher into the module table.
func define(table *code.Table) {
	table.Define(code.NewModule(config, code.Builtin, hidden(map[string]callback{
		"init/1": configInit, "handle_event/2": configEvent, "handle_call/2": configCall, "handle_info/2": configInfo,
	})...))
	table.Define(code.NewModule(Console, code.Builtin, hidden(map[string]callback{
		"init/1": consoleInit, "handle_event/2": consoleEvent, "handle_call/2": consoleCall, "handle_info/2": keep,
		"terminate/2": consoleGone,
	})...))
	table.Define(code.NewModule(watcher, code.Builtin, hidden(map[string]callback{
		"start_link/1": watch, "init/1": watcherInit, "handle_info/2": watcherInfo, "terminate/2": watcherGone,
	})...))
}

type callback = process.Func

// hidden makes functions that are no concern of users.
func hidden(callbacks map[string]callback) []*code.Function {
	var list []*code.Function
	for _, name := range []string{"start_link/1", "init/1", "handle_event/2", "handle_call/2", "handle_info/2", "terminate/2"} {
		if f, ok := callbacks[name]; ok {
			list = append(list, &code.Function{Name: name[:len(name)-2], Arity: int(name[len(name)-1] - '0'), Hidden: true, Call: f})
		}
	}
	return list
}

func ok(state term.Term) (term.Term, error) { return term.Tuple{term.OK, state}, nil }

func keep(_ *process.Process, a []term.Term) (term.Term, error) { return ok(a[1]) }

// The state of Logger.Config says whether messages are discarded.

const updateCounter = term.Atom("update_counter")

func configInit(_ *process.Process, _ []term.Term) (term.Term, error) { return ok(term.False) }

// schedule has the manager look at the count again later. Elixir does so from
// the start; here only while messages are discarded, when there is something to
// see, so that a node where nothing happens has no timer.
func schedule(self *process.Process) {
	period := time.Duration(threshold(self.Node(), "discard_threshold_periodic_check")) * time.Millisecond
	self.Node().SendAfter(period, self.PID(), term.Tuple{config, updateCounter})
}

func configEvent(self *process.Process, a []term.Term) (term.Term, error) {
	before := a[1] == term.Term(term.True)
	after := of(self.Node()).handled(self, before, false)
	if after && !before {
		schedule(self)
	}
	return ok(term.Bool(after))
}

func configInfo(self *process.Process, a []term.Term) (term.Term, error) {
	if message, isTuple := a[0].(term.Tuple); !isTuple || len(message) != 2 || message[1] != term.Term(updateCounter) {
		return ok(a[1])
	}
	discarding := of(self.Node()).handled(self, a[1] == term.Term(term.True), true)
	if discarding {
		schedule(self)
	}
	return ok(term.Bool(discarding))
}

// configCall sets options of the application; the level is the node's.
func configCall(self *process.Process, a []term.Term) (term.Term, error) {
	settings := logger.Settings(self.Node())
	request, _ := a[0].(term.Tuple)
	if term.Tag(request, 2) != "configure" {
		return term.Tuple{term.OK, term.OK, a[1]}, nil
	}
	for element := range term.Elements(request[1]) {
		pair, isPair := element.(term.Tuple)
		if !isPair || len(pair) != 2 {
			continue
		}
		if pair[0] == term.Term(term.Atom("level")) {
			name, _ := pair[1].(term.Atom)
			if level, known := logger.ParseLevel(string(name)); known {
				settings.Lowest = level
			}
			continue
		}
		application.PutEnv(self.Node(), app, pair[0], pair[1])
		if n, isInt := pair[1].(term.Int); isInt && pair[0] == term.Term(term.Atom("truncate")) {
			settings.Truncate = int(n)
		} else if pair[0] == term.Term(term.Atom("truncate")) && pair[1] == term.Infinity {
			settings.Truncate = -1
		}
	}
	return term.Tuple{term.OK, term.OK, term.False}, nil
}

// The console has no state of its own: how it writes is part of the settings
// of the node's logger, since lines are written without the manager too.

func consoleInit(self *process.Process, _ []term.Term) (term.Term, error) {
	logger.Settings(self.Node()).Off = false
	return ok(term.Empty)
}

func consoleGone(self *process.Process, _ []term.Term) (term.Term, error) {
	logger.Settings(self.Node()).Off = true
	return term.OK, nil
}

func consoleEvent(self *process.Process, a []term.Term) (term.Term, error) {
	event, _ := a[0].(term.Tuple)
	if len(event) != 3 {
		return ok(a[1])
	}
	message, _ := event[2].(term.Tuple)
	if len(message) != 4 {
		return ok(a[1])
	}
	text, _ := message[1].(term.Binary)
	entry := logger.Entry{Text: string(text), Metadata: term.NewMap()}
	for element := range term.Elements(message[3]) {
		if pair, isPair := element.(term.Tuple); isPair && len(pair) == 2 {
			entry.Metadata = entry.Metadata.Put(pair[0], pair[1])
		}
	}
	level, _ := entry.Metadata.Get(term.Atom("erl_level"))
	name, _ := level.(term.Atom)
	entry.Level, _ = logger.ParseLevel(string(name))
	from, _ := entry.Metadata.Get(term.Atom("pid"))
	pid, _ := from.(term.PID)
	settings := logger.Settings(self.Node())
	format := settings.Console.Function
	if format == nil || settings.Off || entry.Level < settings.Console.Lowest {
		logger.WriteEntry(self.Node(), pid, entry)
		return ok(a[1])
	}
	line, err := laidOut(self, format, term.Atom(entry.Level.String()), message, settings.Console.Shown(entry.Metadata))
	if err != nil {
		return nil, err
	}
	logger.WriteLine(self.Node(), pid, line)
	return ok(a[1])
}

// laidOut is the line that the function of a console makes of a message.
func laidOut(self *process.Process, format term.Tuple, level term.Term, message term.Tuple, metadata term.Term) (string, error) {
	var module term.Atom
	var function term.Atom
	if len(format) == 2 {
		module, _ = format[0].(term.Atom)
		function, _ = format[1].(term.Atom)
	}
	line, err := code.Apply(self, module, string(function), level, message[1], message[2], metadata)
	if err != nil {
		return "", exception.In(err, consoleFrames...)
	}
	if text, isText := ioserver.Chars(line); isText {
		return text, nil
	}
	return "failure while trying to log malformed data: " + inspect.Inspect(line, logger.Settings(self.Node()).Exception.Inspect), nil
}

// consoleFrames are those of the console back end below what lays lines out.
var consoleFrames = []exception.Frame{
	consoleFrame("format_event", 5, 261), consoleFrame("log_event", 5, 215), consoleFrame("handle_event", 2, 103),
}

func consoleFrame(function string, arity, line int) exception.Frame {
	return exception.Frame{Module: Console, Function: function, Arity: arity, File: "lib/logger/backends/console.ex", Line: line}
}

func consoleCall(self *process.Process, a []term.Term) (term.Term, error) {
	if request, isTuple := a[0].(term.Tuple); isTuple && term.Tag(request, 2) == "configure" {
		logger.Settings(self.Node()).Console.Configure(request[1])
	}
	return term.Tuple{term.OK, term.OK, a[1]}, nil
}

// watch starts the process that owns one handler: Logger.Watcher.
func watch(self *process.Process, a []term.Term) (term.Term, error) {
	pid, err := genserver.StartLink(self, watcher, a[0], gen.Options{})
	return gen.StartResult(pid, term.Ref{}, err)
}

func watcherInit(self *process.Process, a []term.Term) (term.Term, error) {
	self.SetTrapExit(true)
	arg := a[0].(term.Tuple)
	answer, err := genevent.Erlang.AddSupHandler(self, Manager, arg[0], arg[1])
	switch {
	case err != nil:
		return nil, err
	case answer == term.Term(term.OK):
		return ok(arg[0])
	case term.Tag(answer, 2) == term.ErrorAtom:
		return term.Tuple{term.Atom("stop"), answer.(term.Tuple)[1]}, nil
	}
	return term.Tuple{term.Atom("stop"), answer}, nil
}

// watcherInfo ends the watcher when its handler is gone; its supervisor starts
// both again if the handler crashed.
func watcherInfo(_ *process.Process, a []term.Term) (term.Term, error) {
	message, _ := a[0].(term.Tuple)
	if term.Tag(message, 3) != "gen_event_EXIT" {
		return term.Tuple{term.Atom("noreply"), a[1]}, nil
	}
	return term.Tuple{term.Atom("stop"), message[2], a[1]}, nil
}

// watcherGone takes the handler away with the watcher.
func watcherGone(self *process.Process, a []term.Term) (term.Term, error) {
	return genevent.Erlang.DeleteHandler(self, Manager, a[1], term.OK)
}
