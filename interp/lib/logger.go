package lib

import (
	"slices"

	"gex/runtime/backend"
	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/inspect"
	"gex/runtime/ioserver"
	"gex/runtime/logger"
	"gex/runtime/process"
	"gex/runtime/term"
)

const loggerName = term.Atom("Elixir.Logger")

func loggerModule() Module {
	return Module{
		Name: loggerName,
		Doc: "Messages with a level, and the reports of processes that crash.\n\n" +
			"A message below the lowest level is left out: `Logger.configure(level: :error)` keeps the prompt quiet, " +
			"`Logger.configure(level: :none)` silences even the reports of crashes.",
		Functions: append(levelFunctions(), loggerFunctions()...),
		Macros:    loggerMacros(),
	}
}

// loggerMacros are the functions that need require: those that log.
func loggerMacros() []code.Key {
	keys := []code.Key{{Name: "log", Arity: 2}, {Name: "log", Arity: 3}}
	for _, f := range levelFunctions() {
		keys = append(keys, code.Key{Name: f.Name, Arity: 1}, code.Key{Name: f.Name, Arity: 2})
	}
	return keys
}

func loggerFunctions() []Function {
	return []Function{
		{"log", `level, message_or_fun, metadata \\ []`, "Logs a message with a level.", logMessage()},
		{"bare_log", `level, message_or_fun, metadata \\ []`, "Logs a message with a level.", logMessage(at("Logger", "bare_log", 3, "logger.ex", 864))},
		{"level", "", "The lowest level that is logged.", loggerLevel},
		{"configure", "options", "Sets options: `level:`, the lowest level that is logged; `sync_threshold:` and `discard_threshold:`, how many messages may wait before those who log wait too, and before messages are dropped; `truncate:`.", loggerConfigure},
		{"compare_levels", "left, right", "`:lt`, `:eq` or `:gt`: how severe `left` is beside `right`.", compareLevels},
		{"metadata", "", "The metadata of this process.", loggerMetadata},
		{"metadata", "keyword", "Adds to the metadata of this process; `nil` takes a key away.", addMetadata},
		{"reset_metadata", `keyword \\ []`, "Sets the metadata of this process.", resetMetadata},
		{"enable", "pid", "Logs the messages of this process again.", processLevel(term.Atom("all"))},
		{"disable", "pid", "Logs no messages of this process.", processLevel(term.Atom("none"))},
		{"enabled?", "pid", "Whether messages of this process are logged.", loggerEnabled},
		{"put_process_level", "pid, level", "Sets the lowest level for messages of this process.", putProcessLevel},
		{"get_process_level", "pid", "The lowest level for messages of this process, or `nil`.", getProcessLevel},
		{"delete_process_level", "pid", "This process logs as all others do.", processLevel(nil)},
		{"put_module_level", "module, level", "Sets the lowest level of a module, or of a list of them.", setModuleLevel},
		{"get_module_level", "module", "The levels of a module, or of a list of them, that have their own.", getModuleLevel},
		{"delete_module_level", "module", "The module logs at the level of all.", unsetModuleLevel},
		{"delete_all_module_levels", "", "All modules log at the level of all.", unsetModuleLevels},
		{"put_application_level", "app, level", "Sets the lowest level of the modules of an application.", setApplicationLevel},
		{"delete_application_level", "app", "The modules of an application log at the level of all.", unsetApplicationLevel},
		{"flush", "", "Waits until all messages are written.", flushLogger},
		{"add_backend", `backend, opts \\ []`, "Adds a back end: `:console`, or a module of `:gen_event` callbacks, which gets `{level, group_leader, {Logger, message, timestamp, metadata}}` of each message.", addBackend},
		{"remove_backend", `backend, opts \\ []`, "Removes a back end; without `:console` no lines are shown.", removeBackend},
		{"add_translator", "translator", "Asks `{module, function}` first for the text of a report: it gets the lowest level, the level, `:report` or `:format` and the data, and returns `{:ok, text}`, `{:ok, text, metadata}`, `:skip` or, to ask the next one, `:none`.", changeTranslators(true)},
		{"remove_translator", "translator", "Asks a translator no longer.", changeTranslators(false)},
		{"configure_backend", "backend, options", "Gives options to a back end. The console has `:format`, a text or `{module, function}` of what makes the line, `:metadata` and `:level`.", configureBackend},
	}
}

// levelFunctions are the functions that have the name of a level.
func levelFunctions() []Function {
	var list []Function
	for level := logger.Debug; level < logger.None; level++ {
		list = append(list, Function{level.String(), `message_or_fun, metadata \\ []`, "Logs a message with the level " + level.String() + ".", logAt(level)})
	}
	return append(list, Function{"warn", `message_or_fun, metadata \\ []`, "As `warning/2`.", logAt(logger.Warning)})
}

// logAt logs a message with metadata.
func logAt(level logger.Level) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		metadata := messageMetadata(self, a)
		module := callerOf(metadata)
		if level < logger.Settings(self.Node()).Allowed(module) || level < levelOf(self) {
			return term.OK, nil
		}
		message, err := lazily(self, a[0], &metadata)
		if err != nil {
			return nil, err
		}
		text, err := logText(self, message)
		if err != nil {
			return nil, exception.In(err, at("Logger", "__do_log__", 4, "logger.ex", 906))
		}
		m := logger.Message{Level: level, Text: text, Metadata: metadata.Put(term.Atom("domain"), term.List(term.Atom("elixir"))), Module: module}
		if _, isText := ioserver.Chars(message); !isText && (term.IsList(message) || isMap(message)) {
			m.Data, m.Words = reportOf(message)
		}
		logger.Log(self, worded(self, m))
		return term.OK, nil
	}
}

// callerOf is the module whose function logs a message, if its metadata say so.
func callerOf(metadata *term.Map) term.Atom {
	value, _ := metadata.Get(term.Atom("mfa"))
	place, _ := value.(term.Tuple)
	if len(place) != 3 {
		return ""
	}
	module, _ := place[0].(term.Atom)
	return module
}

// logMessage logs with a level that is given. For one that there is not the
// error is that of Erlang's comparison of levels, called by frames.
func logMessage(frames ...exception.Frame) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		if level, ok := parseLevel(a[0]); ok {
			return logAt(level)(self, a[1:])
		}
		lowest := term.Int(logger.Settings(self.Node()).Lowest.Erlang()) // as Erlang counts
		return nil, exception.Raise(term.Atom("function_clause")).In(exception.Frame{
			Module: "logger_config", Function: "less_or_equal_level", Args: args{a[0], lowest}, HasArgs: true,
			File: "logger_config.erl", Line: 75,
		}, at("Logger", "__should_log__", 2, "logger.ex", 874)).In(frames...)
	}
}

// messageMetadata is the metadata of the process with that of a call.
func messageMetadata(self *process.Process, a args) *term.Map {
	m := metadataOf(self)
	if len(a) < 2 {
		return m
	}
	for element := range term.Elements(a[1]) {
		if pair, ok := element.(term.Tuple); ok && len(pair) == 2 {
			m = m.Put(pair[0], pair[1])
		}
	}
	return m
}

func parseLevel(t term.Term) (logger.Level, bool) {
	name, _ := t.(term.Atom)
	return logger.ParseLevel(string(name))
}

func isMap(t term.Term) bool { _, ok := t.(*term.Map); return ok }

// lazily calls a function that makes the message, or {message, metadata}.
func lazily(self *process.Process, message term.Term, metadata **term.Map) (term.Term, error) {
	f, ok := message.(*term.Fun)
	if !ok || f.Arity != 0 {
		return message, nil
	}
	value, err := code.Call(self, f)
	if err != nil {
		return nil, exception.In(err, at("Logger", "__do_log__", 4, "logger.ex", 884))
	}
	pair, isPair := value.(term.Tuple)
	if !isPair || len(pair) != 2 {
		return value, nil
	}
	for element := range term.Elements(pair[1]) {
		if p, ok := element.(term.Tuple); ok && len(p) == 2 {
			*metadata = (*metadata).Put(p[0], p[1])
		}
	}
	return pair[0], nil
}

// logText returns the text of a message: characters, or data as a keyword list
// or a map.
func logText(self *process.Process, message term.Term) (string, error) {
	if text, ok := ioserver.Chars(message); ok && message != term.Term(term.Empty) {
		return text, nil
	}
	if m, ok := message.(*term.Map); ok {
		message = pairsOf(m)
	}
	if term.IsList(message) {
		return inspect.Inspect(message, InspectOptions(self.Node())), nil
	}
	return ToString(message)
}

func loggerLevel(self *process.Process, _ []term.Term) (term.Term, error) {
	return term.Atom(logger.Settings(self.Node()).Lowest.String()), nil
}

// configureKeys are the options that Elixir's Logger takes at run time.
var configureKeys = term.List(
	term.Atom("compile_time_application"), term.Atom("compile_time_purge_level"), term.Atom("compile_time_purge_matching"),
	term.Atom("sync_threshold"), term.Atom("truncate"), term.Atom("level"), term.Atom("utc_log"),
	term.Atom("discard_threshold"), term.Atom("translator_inspect_opts"))

func loggerConfigure(self *process.Process, a []term.Term) (term.Term, error) {
	options, err := code.Apply(self, "Elixir.Keyword", "take", a[0], configureKeys)
	if err != nil {
		return nil, exception.In(err, at("Logger", "configure", 1, "logger.ex", 625))
	}
	return backend.ConfigureAll(self, options)
}

func compareLevels(_ *process.Process, a []term.Term) (term.Term, error) {
	left, ok1 := parseLevel(a[0])
	right, ok2 := parseLevel(a[1])
	switch {
	case !ok1 || !ok2:
		return nil, errClause
	case left < right:
		return term.Atom("lt"), nil
	case left > right:
		return term.Atom("gt"), nil
	}
	return term.Atom("eq"), nil
}

func addBackend(self *process.Process, a []term.Term) (term.Term, error) {
	return backend.Add(self, a[0])
}

func removeBackend(self *process.Process, a []term.Term) (term.Term, error) {
	return backend.Remove(self, a[0])
}

func configureBackend(self *process.Process, a []term.Term) (term.Term, error) {
	if !term.IsList(a[1]) {
		return nil, errClause
	}
	return backend.Configure(self, a[0], a[1])
}

// changeTranslators puts a translator before all others, or takes it away.
func changeTranslators(add bool) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		t, _ := a[0].(term.Tuple)
		if len(t) != 2 {
			return nil, errClause
		}
		if _, isAtom := t[0].(term.Atom); !isAtom {
			return nil, errClause
		}
		if _, isAtom := t[1].(term.Atom); !isAtom {
			return nil, errClause
		}
		all := logger.Settings(self.Node()).Translators
		if all == nil {
			all = []term.Tuple{logger.Translator}
		}
		all = slices.DeleteFunc(slices.Clone(all), func(other term.Tuple) bool { return slices.Equal(other, t) })
		if add {
			all = slices.Insert(all, 0, t)
		}
		backend.Translate(self.Node(), all)
		return term.OK, nil
	}
}

func flushLogger(self *process.Process, _ []term.Term) (term.Term, error) {
	return term.OK, backend.Flush(self)
}
