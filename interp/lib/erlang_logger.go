package lib

import (
	"slices"

	"gex/runtime/application"
	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/ioserver"
	"gex/runtime/logger"
	"gex/runtime/process"
	"gex/runtime/term"
)

// erlangLogger is Erlang's side of Logger.
func erlangLogger() Module {
	return Module{
		Name: "logger",
		Doc: "Erlang's side of Logger: messages with a format or as data, levels of modules, filters, and handlers. " +
			"`:logger.add_handler(:default, :logger_std_h, %{})` shows what happens in Erlang's words, and " +
			"`:logger.remove_handler(Logger)` takes Elixir's away.",
		Functions: append(erlangLevels(),
			Function{"log", "level, text_or_report", "Logs a text, or data as a map or list of pairs.", erlangLog},
			Function{"log", "level, format, args", "Logs a text with its controls replaced by the arguments.", erlangLog},
			Function{"log", "level, format, args, metadata", "Logs a text with metadata, a map.", erlangLog},
			Function{"macro_log", "location, level, text_or_report", "As `log/2`.", func(self *process.Process, a []term.Term) (term.Term, error) { return erlangLog(self, a[1:]) }},
			Function{"allow", "level, module", "Whether the module may log at the level.", loggerAllow},
			Function{"compare_levels", "level1, level2", "`:lt`, `:eq` or `:gt`: how severe the first is beside the second.", erlangCompareLevels},
			Function{"timestamp", "", "The time now, in microseconds.", func(self *process.Process, _ []term.Term) (term.Term, error) {
				return term.Int(self.Node().SystemTime().UnixMicro()), nil
			}},
			Function{"format_report", "report", "The format and arguments with which data is shown.", formatReport},
			Function{"get_primary_config", "", "The settings for all handlers: a map.", getPrimaryConfig},
			Function{"set_primary_config", "key, value", "Sets one of `:level`, `:filter_default`, `:filters`, `:metadata`.", setPrimaryConfig},
			Function{"set_primary_config", "config", "Sets all settings.", resetPrimaryConfig},
			Function{"update_primary_config", "config", "Sets the settings of a map.", updatePrimaryConfig},
			Function{"add_primary_filter", "id, filter", "Adds a filter, `{fun, extra}`, that every event goes through: it returns the event, `:stop` or `:ignore`.", addPrimaryFilter},
			Function{"remove_primary_filter", "id", "Removes a filter.", removePrimaryFilter},
			Function{"set_module_level", "modules, level", "Sets the lowest level of a module, or of some.", setModuleLevel},
			Function{"get_module_level", "", "The modules that have a level of their own.", getModuleLevels},
			Function{"get_module_level", "modules", "The levels of those modules that have their own.", getModuleLevel},
			Function{"unset_module_level", "", "All modules log at the level of all.", unsetModuleLevels},
			Function{"unset_module_level", "modules", "The modules log at the level of all.", unsetModuleLevel},
			Function{"set_application_level", "application, level", "Sets the lowest level of the modules of an application.", setApplicationLevel},
			Function{"unset_application_level", "application", "The modules of an application log at the level of all.", unsetApplicationLevel},
			Function{"set_process_metadata", "metadata", "Sets the metadata of this process, a map.", setProcessMetadata},
			Function{"update_process_metadata", "metadata", "Adds to the metadata of this process.", updateProcessMetadata},
			Function{"get_process_metadata", "", "The metadata of this process, or `:undefined`.", func(self *process.Process, _ []term.Term) (term.Term, error) {
				if m := self.Get(metadataKey); m != nil {
					return m, nil
				}
				return term.Atom("undefined"), nil
			}},
			Function{"unset_process_metadata", "", "Removes the metadata of this process.", func(self *process.Process, _ []term.Term) (term.Term, error) {
				self.Erase(metadataKey)
				return term.OK, nil
			}},
			Function{"get_handler_ids", "", "The names of the handlers.", handlerIDs},
			Function{"get_handler_config", "", "The settings of all handlers.", handlerConfigs},
			Function{"get_handler_config", "id", "The settings of a handler.", handlerConfig},
			Function{"add_handler", "id, module, config", "Adds a handler: `:logger_std_h`, or a module with `log/2`, which gets the event and its settings.", addHandler},
			Function{"remove_handler", "id", "Removes a handler.", removeHandler},
			Function{"set_handler_config", "id, key, value", "Sets one of the settings of a handler.", setting("set")},
			Function{"set_handler_config", "id, config", "Sets all settings of a handler.", resetHandlerConfig},
			Function{"update_handler_config", "id, key, value", "Sets one of the settings of a handler; those of its own are merged.", setting("update")},
			Function{"update_handler_config", "id, config", "Sets the settings of a map.", updateHandlerConfig},
			Function{"add_handler_filter", "id, filter_id, filter", "Adds a filter, `{fun, extra}`, that the events of a handler go through.", addHandlerFilter},
			Function{"remove_handler_filter", "id, filter_id", "Removes a filter of a handler.", removeHandlerFilter},
		),
	}
}

// erlangLevels are the functions that have the name of a level.
func erlangLevels() []Function {
	var list []Function
	for level := logger.Debug; level < logger.None; level++ {
		call := func(self *process.Process, a []term.Term) (term.Term, error) {
			return erlangLog(self, append(args{term.Atom(level.String())}, a...))
		}
		name := level.String()
		list = append(list, Function{name, "text_or_report", "Logs a text, or data as a map or list of pairs, with the level " + name + ".", call},
			Function{name, "format, args", "Logs a text with its controls replaced by the arguments, with the level " + name + ".", call},
			Function{name, "format, args, metadata", "Logs a text with metadata, a map, with the level " + name + ".", call})
	}
	return list
}

// erlangLog logs at the level a[0] a text, report, or format with arguments.
func erlangLog(self *process.Process, a []term.Term) (term.Term, error) {
	name, _ := a[0].(term.Atom)
	level, ok := logger.ParseLevel(string(name))
	if !ok || name == "all" || name == "none" || name == "warn" {
		lowest := term.Int(logger.Settings(self.Node()).Lowest.Erlang())
		return nil, exception.Raise(term.Atom("function_clause")).In(exception.Frame{
			Module: "logger_config", Function: "less_or_equal_level", Args: args{a[0], lowest}, HasArgs: true, File: "logger_config.erl", Line: 75,
		}, exception.Frame{Module: "logger", Function: "do_log", Arity: len(a) + 1, File: "logger.erl", Line: 1140})
	}
	if level < logger.Settings(self.Node()).Lowest || level < levelOf(self) {
		return term.OK, nil
	}
	m, err := erlangMessage(self, level, a[1:])
	if err == nil {
		logger.Log(self, m)
	}
	return term.OK, err
}

// erlangMessage reads what is to be logged: text, report, a function that
// makes one, or a format and its arguments, with metadata behind it.
func erlangMessage(self *process.Process, level logger.Level, a args) (logger.Message, error) {
	m := logger.Message{Level: level, Metadata: metadataOf(self)}
	if meta, ok := a[len(a)-1].(*term.Map); ok && len(a) > 1 {
		for _, p := range meta.Pairs() {
			m.Metadata = m.Metadata.Put(p.Key, p.Value)
		}
		a = a[:len(a)-1]
	}
	if f, ok := a[0].(*term.Fun); ok && len(a) == 2 {
		value, err := code.Call(self, f, a[1])
		if err != nil {
			return m, err
		}
		a = args{value}
		if pair, ok := value.(term.Tuple); ok && len(pair) == 2 {
			a = args(pair)
		}
	}
	if len(a) == 2 {
		return formatMessage(m, a[0], a[1]), nil
	}
	if _, isMap := a[0].(*term.Map); isMap {
		return reportMessage(self, m, a[0]), nil
	}
	text, ok := ioserver.Chars(a[0])
	switch {
	case ok && a[0] != term.Term(term.Empty):
		m.Text, m.Data = text, term.Tuple{term.Atom("string"), a[0]}
	case term.IsList(a[0]):
		return reportMessage(self, m, a[0]), nil
	default:
		return m, exception.Raise(term.Atom("function_clause")).In(exception.Frame{
			Module: "logger", Function: "do_log_allowed", Args: args{term.Atom(level.String()), a[0], m.Metadata}, HasArgs: true, File: "logger.erl", Line: 1162,
		})
	}
	return m, nil
}

// formatMessage is a message that is a format and its arguments: Elixir's
// Logger shows terms in its own notation.
func formatMessage(m logger.Message, format, list term.Term) logger.Message {
	m.Data = term.Tuple{format, list}
	text, _ := ioserver.Chars(format)
	values, ok := term.Slice(list)
	_, problem := formatErlang(text, values, erlangPrinter)
	if !ok || problem != nil {
		m.Words = logger.Words{Texts: []string{"FORMAT ERROR: ", " - ", ""}, Terms: []term.Term{format, list}}.Text
		m.ElixirSilent = true
		return m
	}
	shown, _ := formatErlang(text, values, elixirPrinter)
	m.Text = joinedParts(shown)
	m.Words = func(l logger.Layout) string { return formatLaidOut(text, values, l) }
	return m
}

// formatLaidOut is the text of a format in a layout, which has a depth for the
// terms that the format gives none.
func formatLaidOut(format string, data []term.Term, l logger.Layout) string {
	parts, _ := scanFormat(format, data)
	for _, p := range parts {
		if p.control == nil {
			continue
		}
		switch p.control.letter {
		case 'p', 'P':
			if l.SingleLine {
				p.control.width = 0
			}
		}
		if l.Depth > 0 {
			p.control.depth = l.Depth
		}
	}
	chars := l.Chars
	if chars == 0 {
		chars = -1
	}
	fillParts(parts, chars, erlangPrinter)
	return joinedParts(parts)
}

// reportMessage is a message that is data.
func reportMessage(self *process.Process, m logger.Message, data term.Term) logger.Message {
	m.Data, m.Words = reportOf(data)
	m.Text, _ = logText(self, data)
	return worded(self, m)
}

// reportOf is data as Erlang's handlers get it, and its text.
func reportOf(data term.Term) (term.Term, func(logger.Layout) string) {
	return term.Tuple{term.Atom("report"), data}, func(l logger.Layout) string { return logger.ReportWords(data, l.SingleLine).Text(l) }
}

func formatReport(_ *process.Process, a []term.Term) (term.Term, error) {
	w := logger.ReportWords(a[0], false)
	format, arguments := w.Format(0)
	return term.Tuple{term.Charlist(format), term.List(arguments...)}, nil
}

func loggerAllow(self *process.Process, a []term.Term) (term.Term, error) {
	level, ok := parseLevel(a[0])
	module, isAtom := a[1].(term.Atom)
	if !ok || !isAtom {
		return nil, errClause
	}
	return term.Bool(level >= logger.Settings(self.Node()).Allowed(module)), nil
}

func erlangCompareLevels(self *process.Process, a []term.Term) (term.Term, error) {
	answer, err := compareLevels(self, a)
	if err != nil {
		err = exception.Raise(term.Atom("badarg")).In(exception.Frame{Module: "logger", Function: "compare_levels", Args: a, HasArgs: true, File: "logger.erl", Line: 627})
	}
	return answer, err
}

func setProcessMetadata(self *process.Process, a []term.Term) (term.Term, error) {
	m, ok := a[0].(*term.Map)
	if !ok {
		return nil, badMetadata("set_process_metadata", a)
	}
	self.Put(metadataKey, m)
	return term.OK, nil
}

func updateProcessMetadata(self *process.Process, a []term.Term) (term.Term, error) {
	m, ok := a[0].(*term.Map)
	if !ok {
		return nil, badMetadata("update_process_metadata", a)
	}
	merged := metadataOf(self)
	for _, p := range m.Pairs() {
		merged = merged.Put(p.Key, p.Value)
	}
	self.Put(metadataKey, merged)
	return term.OK, nil
}

func badMetadata(function string, a args) error {
	return exception.Raise(term.Atom("badarg")).In(exception.Frame{Module: "logger", Function: function, Args: a, HasArgs: true, File: "logger.erl", Line: 729})
}

// The levels of modules.

// modulesOf reads a module or a list of modules.
func modulesOf(t term.Term) ([]term.Atom, bool) {
	if module, ok := t.(term.Atom); ok {
		return []term.Atom{module}, true
	}
	elements, ok := term.Slice(t)
	modules := make([]term.Atom, len(elements))
	for i, element := range elements {
		module, isAtom := element.(term.Atom)
		ok = ok && isAtom
		modules[i] = module
	}
	return modules, ok
}

func notModules(t term.Term) term.Term {
	return errorTuple(term.Tuple{term.Atom("not_a_list_of_modules"), t})
}

func setModuleLevel(self *process.Process, a []term.Term) (term.Term, error) {
	modules, ok := modulesOf(a[0])
	if !ok {
		return notModules(a[0]), nil
	}
	level, ok := parseLevel(a[1])
	if !ok {
		return invalidLevel(a[1]), nil
	}
	setLevels(self, modules, level)
	return term.OK, nil
}

func invalidLevel(level term.Term) term.Term {
	return errorTuple(term.Tuple{term.Atom("invalid_level"), level})
}

func setLevels(self *process.Process, modules []term.Atom, level logger.Level) {
	o := logger.Settings(self.Node())
	if o.Modules == nil {
		o.Modules = map[term.Atom]logger.Level{}
	}
	for _, module := range modules {
		o.Modules[module] = level
	}
}

func getModuleLevels(self *process.Process, _ []term.Term) (term.Term, error) {
	var names []term.Term
	for module := range logger.Settings(self.Node()).Modules {
		names = append(names, module)
	}
	slices.SortFunc(names, term.Compare)
	return levelsOf(self, names), nil
}

func getModuleLevel(self *process.Process, a []term.Term) (term.Term, error) {
	modules, ok := modulesOf(a[0])
	if !ok {
		return notModules(a[0]), nil
	}
	names := make([]term.Term, len(modules))
	for i, module := range modules {
		names[i] = module
	}
	return levelsOf(self, names), nil
}

// levelsOf is {module, level} of those modules that have a level.
func levelsOf(self *process.Process, modules []term.Term) term.Term {
	var list []term.Term
	for _, module := range modules {
		if level, ok := logger.Settings(self.Node()).Modules[module.(term.Atom)]; ok {
			list = append(list, term.Tuple{module, term.Atom(level.String())})
		}
	}
	return term.List(list...)
}

func unsetModuleLevels(self *process.Process, _ []term.Term) (term.Term, error) {
	clear(logger.Settings(self.Node()).Modules)
	return term.OK, nil
}

func unsetModuleLevel(self *process.Process, a []term.Term) (term.Term, error) {
	modules, ok := modulesOf(a[0])
	if !ok {
		return notModules(a[0]), nil
	}
	for _, module := range modules {
		delete(logger.Settings(self.Node()).Modules, module)
	}
	return term.OK, nil
}

// applicationModules are the modules of an application; an error for one that
// is not there.
func applicationModules(self *process.Process, name term.Term) (term.Term, term.Term) {
	app, _ := name.(term.Atom)
	modules, ok := application.Key(self.Node(), app, "modules")
	if !ok {
		return nil, errorTuple(term.Tuple{term.Atom("not_loaded"), name})
	}
	return modules, nil
}

func setApplicationLevel(self *process.Process, a []term.Term) (term.Term, error) {
	modules, failure := applicationModules(self, a[0])
	if failure != nil {
		return failure, nil
	}
	return setModuleLevel(self, args{modules, a[1]})
}

func unsetApplicationLevel(self *process.Process, a []term.Term) (term.Term, error) {
	modules, failure := applicationModules(self, a[0])
	if failure != nil {
		return failure, nil
	}
	return unsetModuleLevel(self, args{modules})
}
