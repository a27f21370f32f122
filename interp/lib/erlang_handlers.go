package lib

import (
	"slices"

	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/logger"
	"gex/runtime/process"
	"gex/runtime/term"
)

// This file holds the settings of :logger: those of all handlers, and those of
// each.

var processLevelFilter = term.List(term.Tuple{term.Atom("process_level"), term.Tuple{
	&term.Fun{Module: "Elixir.Logger.Filter", Name: "process_level", Arity: 2, External: true}, term.Empty}})

func getPrimaryConfig(self *process.Process, _ []term.Term) (term.Term, error) {
	return primaryConfig(self), nil
}

func primaryConfig(self *process.Process) *term.Map {
	o := logger.Settings(self.Node())
	filters, byDefault := o.Filters, o.FilterDefault
	if filters == nil {
		filters = processLevelFilter
	}
	if byDefault == nil {
		byDefault = term.Atom("log")
	}
	return term.NewMap(pair("level", term.Atom(o.Lowest.String())), pair("filter_default", byDefault), pair("filters", filters), pair("metadata", term.NewMap()))
}

func setPrimaryConfig(self *process.Process, a []term.Term) (term.Term, error) {
	return setPrimary(self, a[0], a[1]), nil
}

// setPrimary sets one setting and returns :ok or what is wrong with it.
func setPrimary(self *process.Process, key, value term.Term) term.Term {
	o := logger.Settings(self.Node())
	switch key {
	case term.Term(term.Atom("level")):
		level, ok := parseLevel(value)
		if !ok {
			return invalidLevel(value)
		}
		o.Lowest = level
	case term.Term(term.Atom("filter_default")):
		if value != term.Term(term.Atom("log")) && value != term.Term(term.Atom("stop")) {
			return errorTuple(term.Tuple{term.Atom("invalid_filter_default"), value})
		}
		o.FilterDefault = value
	case term.Term(term.Atom("filters")):
		o.Filters = value
	case term.Term(term.Atom("metadata")):
	default:
		return errorTuple(term.Tuple{term.Atom("invalid_primary_config"), term.Tuple{key, value}})
	}
	return term.OK
}

func resetPrimaryConfig(self *process.Process, a []term.Term) (term.Term, error) {
	o := logger.Settings(self.Node())
	lowest := o.Lowest
	o.Lowest, o.Filters, o.FilterDefault = logger.Notice, term.Empty, nil
	answer, err := updatePrimaryConfig(self, a)
	if answer != term.Term(term.OK) {
		o.Lowest = lowest
	}
	return answer, err
}

func updatePrimaryConfig(self *process.Process, a []term.Term) (term.Term, error) {
	m, ok := a[0].(*term.Map)
	if !ok {
		return errorTuple(term.Tuple{term.Atom("invalid_config"), a[0]}), nil
	}
	for _, p := range m.Pairs() {
		if answer := setPrimary(self, p.Key, p.Value); answer != term.Term(term.OK) {
			return answer, nil
		}
	}
	return term.OK, nil
}

func addPrimaryFilter(self *process.Process, a []term.Term) (term.Term, error) {
	o := logger.Settings(self.Node())
	filters, answer := withFilter(o.Filters, a[0], a[1])
	o.Filters = filters
	return answer, nil
}

func removePrimaryFilter(self *process.Process, a []term.Term) (term.Term, error) {
	o := logger.Settings(self.Node())
	filters, answer := withoutFilter(o.Filters, a[0])
	o.Filters = filters
	return answer, nil
}

// withFilter adds a filter at the end of a list.
func withFilter(filters, id, filter term.Term) (list, answer term.Term) {
	elements, _ := term.Slice(orEmpty(filters))
	for _, f := range elements {
		if term.Equal(f.(term.Tuple)[0], id) {
			return filters, errorTuple(term.Tuple{term.Atom("already_exist"), id})
		}
	}
	pair, _ := filter.(term.Tuple)
	if len(pair) == 2 {
		if fun, ok := pair[0].(*term.Fun); ok && fun.Arity == 2 {
			return term.List(append(slices.Clone(elements), term.Tuple{id, filter})...), term.OK
		}
	}
	return filters, errorTuple(term.Tuple{term.Atom("invalid_filter"), term.Tuple{id, filter}})
}

func orEmpty(t term.Term) term.Term {
	if t == nil {
		return term.Empty
	}
	return t
}

func withoutFilter(filters, id term.Term) (list, answer term.Term) {
	rest := logger.WithoutFilter(orEmpty(filters), id)
	if term.Same(rest, orEmpty(filters)) {
		return filters, notFound(id)
	}
	return rest, term.OK
}

func notFound(id term.Term) term.Term { return errorTuple(term.Tuple{term.Atom("not_found"), id}) }

// elixirHandler is the handler that is Elixir's Logger.
func elixirHandler(self *process.Process) *logger.Handler {
	return &logger.Handler{ID: loggerName, Module: "Elixir.Logger.Handler", Config: logger.NewHandler(loggerName, "Elixir.Logger.Handler", term.NewMap()).Config}
}

// handlersOf are all handlers: Elixir's first.
func handlersOf(self *process.Process) []*logger.Handler {
	o := logger.Settings(self.Node())
	if o.WithoutElixir {
		return o.Handlers
	}
	return append([]*logger.Handler{elixirHandler(self)}, o.Handlers...)
}

func findHandler(self *process.Process, id term.Term) *logger.Handler {
	for _, h := range handlersOf(self) {
		if h.ID == id {
			return h
		}
	}
	return nil
}

func handlerIDs(self *process.Process, _ []term.Term) (term.Term, error) {
	var ids []term.Term
	for _, h := range handlersOf(self) {
		ids = append(ids, h.ID)
	}
	return term.List(ids...), nil
}

func handlerConfigs(self *process.Process, _ []term.Term) (term.Term, error) {
	var configs []term.Term
	for _, h := range handlersOf(self) {
		configs = append(configs, h.Config)
	}
	return term.List(configs...), nil
}

func handlerConfig(self *process.Process, a []term.Term) (term.Term, error) {
	h := findHandler(self, a[0])
	if h == nil {
		return notFound(a[0]), nil
	}
	return term.Tuple{term.OK, h.Config}, nil
}

func addHandler(self *process.Process, a []term.Term) (term.Term, error) {
	id, ok1 := a[0].(term.Atom)
	module, ok2 := a[1].(term.Atom)
	config, ok3 := a[2].(*term.Map)
	if !ok1 || !ok2 || !ok3 {
		return nil, errClause
	}
	o := logger.Settings(self.Node())
	switch {
	case findHandler(self, id) != nil:
		return errorTuple(term.Tuple{term.Atom("already_exist"), id}), nil
	case id == loggerName && module == "Elixir.Logger.Handler":
		o.WithoutElixir = false
		return term.OK, nil
	}
	if level, ok := config.Get(term.Atom("level")); ok {
		if _, known := parseLevel(level); !known {
			return invalidLevel(level), nil
		}
	}
	h := logger.NewHandler(id, module, config)
	agreed, problem := askHandler(self, module, "adding_handler", h.Config)
	switch {
	case problem != nil:
		return errorTuple(term.Tuple{term.Atom("handler_not_added"), problem}), nil
	case module != logger.StandardHandler && !code.Of(self.Node()).Exports(module, "log", 2):
		return errorTuple(term.Tuple{term.Atom("invalid_handler"), term.Tuple{term.Atom("function_not_exported"),
			term.Tuple{module, term.Atom("log"), term.Int(2)}}}), nil
	}
	h.Config = agreed
	o.Handlers = append(slices.Clone(o.Handlers), h)
	return term.OK, nil
}

// askHandler calls an optional callback of a handler's module, of which the last
// argument are the settings that it is to have. It returns those that the module
// answers with, or its reason against them.
func askHandler(self *process.Process, module term.Atom, callback string, a ...term.Term) (agreed *term.Map, problem term.Term) {
	wanted := a[len(a)-1].(*term.Map)
	if !code.Of(self.Node()).Exports(module, callback, len(a)) {
		return wanted, nil
	}
	answer, err := code.Apply(self, module, callback, a...)
	if err != nil {
		return nil, term.Tuple{term.Atom("callback_crashed"), crash(err)}
	}
	pair, _ := answer.(term.Tuple)
	if len(pair) == 2 {
		if config, ok := pair[1].(*term.Map); ok && pair[0] == term.Term(term.OK) {
			return config, nil
		}
		if pair[0] == term.Term(term.Atom("error")) {
			return nil, pair[1]
		}
	}
	return wanted, nil
}

func removeHandler(self *process.Process, a []term.Term) (term.Term, error) {
	h := findHandler(self, a[0])
	o := logger.Settings(self.Node())
	switch {
	case h == nil:
		return notFound(a[0]), nil
	case h.ID == loggerName && !o.WithoutElixir:
		o.WithoutElixir = true
	default:
		askHandler(self, h.Module, "removing_handler", h.Config) // which cannot refuse
		o.Handlers = slices.DeleteFunc(slices.Clone(o.Handlers), func(other *logger.Handler) bool { return other == h })
	}
	return term.OK, nil
}

// crash is {class, reason, stack} of a callback that failed.
func crash(err error) term.Tuple {
	x := exception.As(err)
	return term.Tuple{term.Atom(x.Class.String()), x.Reason, x.StackTerm()}
}

// configureHandler is changeHandler where the handler's module has a say: how is
// :set or :update.
func configureHandler(self *process.Process, id term.Term, how term.Atom, change func(h *logger.Handler) (*term.Map, term.Term)) (term.Term, error) {
	return changeHandler(self, id, func(config *term.Map) (*term.Map, term.Term) {
		h := findHandler(self, id)
		wanted, problem := change(h)
		if problem != nil {
			return nil, problem
		}
		agreed, problem := askHandler(self, h.Module, "changing_config", how, config, wanted)
		if problem != nil {
			return nil, errorTuple(problem)
		}
		return agreed, nil
	})
}

// changeHandler gives a handler other settings, which change makes of those it
// has; it may say what is wrong instead.
func changeHandler(self *process.Process, id term.Term, change func(config *term.Map) (*term.Map, term.Term)) (term.Term, error) {
	h := findHandler(self, id)
	if h == nil {
		return notFound(id), nil
	}
	config, problem := change(h.Config)
	if problem != nil {
		return problem, nil
	}
	h.Config = config
	return term.OK, nil
}

// withSetting sets one setting of a handler.
func withSetting(config *term.Map, key, value term.Term) (*term.Map, term.Term) {
	if _, ok := parseLevel(value); key == term.Term(term.Atom("level")) && !ok {
		return nil, invalidLevel(value)
	}
	return config.Put(key, value), nil
}

// setting is set_handler_config/3 or update_handler_config/3.
func setting(how term.Atom) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		return configureHandler(self, a[0], how, func(h *logger.Handler) (*term.Map, term.Term) { return withSetting(h.Config, a[1], a[2]) })
	}
}

func updateHandlerConfig(self *process.Process, a []term.Term) (term.Term, error) {
	return configureHandler(self, a[0], "update", func(h *logger.Handler) (*term.Map, term.Term) { return withSettings(h.Config, a[1]) })
}

func resetHandlerConfig(self *process.Process, a []term.Term) (term.Term, error) {
	return configureHandler(self, a[0], "set", func(h *logger.Handler) (*term.Map, term.Term) {
		return withSettings(logger.NewHandler(h.ID, h.Module, term.NewMap()).Config, a[1])
	})
}

func withSettings(config *term.Map, settings term.Term) (*term.Map, term.Term) {
	m, ok := settings.(*term.Map)
	if !ok {
		return nil, errorTuple(term.Tuple{term.Atom("invalid_config"), settings})
	}
	for _, p := range m.Pairs() {
		changed, problem := withSetting(config, p.Key, p.Value)
		if problem != nil {
			return nil, problem
		}
		config = changed
	}
	return config, nil
}

func addHandlerFilter(self *process.Process, a []term.Term) (term.Term, error) {
	return changeFilters(self, a[0], func(filters term.Term) (term.Term, term.Term) { return withFilter(filters, a[1], a[2]) })
}

func removeHandlerFilter(self *process.Process, a []term.Term) (term.Term, error) {
	return changeFilters(self, a[0], func(filters term.Term) (term.Term, term.Term) { return withoutFilter(filters, a[1]) })
}

func changeFilters(self *process.Process, id term.Term, change func(term.Term) (list, answer term.Term)) (term.Term, error) {
	return changeHandler(self, id, func(config *term.Map) (*term.Map, term.Term) {
		filters, _ := config.Get(term.Atom("filters"))
		list, answer := change(filters)
		if answer != term.Term(term.OK) {
			return nil, answer
		}
		return config.Put(term.Atom("filters"), list), nil
	})
}
