package logger

import (
	"slices"

	"gex/runtime/code"
	"gex/runtime/inspect"
	"gex/runtime/ioserver"
	"gex/runtime/process"
	"gex/runtime/term"
)

// This file holds Erlang's handlers: what logger:add_handler/3 installs beside
// the one that is Elixir's Logger.

// Handler is one of Erlang's handlers.
type Handler struct {
	ID, Module term.Atom
	// Config is the map that logger:get_handler_config/1 returns.
	Config *term.Map
}

// StandardHandler is the module of Erlang's own handler, and Formatter that of
// its layout.
const (
	StandardHandler = term.Atom("logger_std_h")
	Formatter       = term.Atom("logger_formatter")
)

// NewHandler returns a handler with the settings of config and the defaults for
// others.
func NewHandler(id, module term.Atom, config *term.Map) *Handler {
	merged := term.NewMap(pair("id", id), pair("module", module), pair("level", term.Atom("all")), pair("filter_default", term.Atom("log")),
		pair("filters", term.Empty), pair("formatter", term.Tuple{Formatter, term.NewMap()}))
	for _, p := range config.Pairs() {
		merged = merged.Put(p.Key, p.Value)
	}
	if module == StandardHandler {
		merged = merged.Put(term.Atom("config"), standardConfig(merged))
	}
	return &Handler{ID: id, Module: module, Config: merged}
}

// standardConfig is what the standard handler makes of its own settings.
func standardConfig(config *term.Map) *term.Map {
	value, _ := config.Get(term.Atom("config"))
	own, ok := value.(*term.Map)
	if !ok {
		own = term.NewMap()
	}
	if file, ok := own.Get(term.Atom("file")); ok {
		return own.Put(term.Atom("type"), term.Atom("file")).Put(term.Atom("file"), file)
	}
	if _, ok := own.Get(term.Atom("type")); !ok {
		own = own.Put(term.Atom("type"), term.Atom("standard_io"))
	}
	return own
}

func (h *Handler) get(key term.Atom) term.Term {
	value, _ := h.Config.Get(key)
	return value
}

// level is the level below which the handler leaves events out.
func (h *Handler) level() Level {
	name, _ := h.get("level").(term.Atom)
	level, _ := ParseLevel(string(name))
	return level
}

// deliver hands an event to a handler. One that fails is removed.
func (o *Options) deliver(w writing, h *Handler) {
	if w.event.level < h.level() {
		return
	}
	w = w.filtered(h.get("filters"), h.get("filter_default"), func(id term.Term) {
		h.Config = h.Config.Put(term.Atom("filters"), WithoutFilter(h.get("filters"), id))
	})
	switch {
	case w.stopped:
	case h.Module == StandardHandler:
		h.write(w)
	case w.self != nil:
		if _, err := code.Apply(w.self, h.Module, "log", w.term(), h.Config); err != nil {
			o.Handlers = slices.DeleteFunc(slices.Clone(o.Handlers), func(other *Handler) bool { return other == h })
			w.internal("removed_failing_handler", h.ID)
		}
	}
}

// internal tells what the logger itself has done, where no handler can be told, as
// logger:internal_log/2: whose word it is where logs go, the term where the
// emulator displays terms.
func (w *writing) internal(what term.Atom, about term.Term) {
	ioserver.Write(w.node, ioserver.Output{Kind: ioserver.Log, From: w.from, Text: "Logger - error: "})
	text := inspect.Erlang(term.Tuple{what, about}) + "\n"
	ioserver.Write(w.node, ioserver.Output{Kind: ioserver.User, From: w.from, Text: text})
}

// write is what the standard handler does: it prints the event, or adds it to
// a file.
func (h *Handler) write(w writing) {
	text := h.line(w)
	config, _ := h.get("config").(*term.Map)
	if file, ok := config.Get(term.Atom("file")); ok {
		name, _ := ioserver.Chars(file)
		_ = ioserver.Append(w.node, name, text) // a log has nobody to tell
		return
	}
	ioserver.Write(w.node, ioserver.Output{Kind: ioserver.Log, From: w.from, Text: text})
}

// RemoveElixir takes Elixir's Logger from the handlers because it has failed, and
// says so.
func RemoveElixir(self *process.Process) {
	if o := Settings(self.Node()); !o.WithoutElixir {
		o.WithoutElixir = true
		w := writing{node: self.Node(), from: self.PID()}
		w.internal("removed_failing_handler", term.Alias("Logger"))
	}
}

// writing is an event on its way to the handlers. Self is nil if no process
// logs it.
type writing struct {
	node  *process.Node
	self  *process.Process
	from  term.PID
	event event
	// made is the event as a term, once that was asked for.
	made    *term.Map
	stopped bool
}

// term is the event as handlers and filters get it.
func (w *writing) term() *term.Map {
	if w.made == nil {
		leader := term.PID{}
		if w.self != nil {
			leader = w.self.GroupLeader()
		}
		w.made = w.event.term(w.from, leader, w.node.SystemTime().UnixMicro())
	}
	return w.made
}

// filtered asks filters, a list of {id, {fun, extra}}, what becomes of an
// event; byDefault is what happens if all of them ignore it: log or stop. The
// ids of filters that fail are given to drop.
func (w writing) filtered(filters, byDefault term.Term, drop func(id term.Term)) writing {
	list, _ := term.Slice(filters)
	if w.self == nil || len(list) == 0 {
		return w
	}
	logged := false
	for _, f := range list {
		pair, _ := f.(term.Tuple)
		fun, extra := filterOf(pair)
		if fun == nil {
			continue
		}
		answer, err := code.Call(w.self, fun, w.term(), extra)
		if err != nil {
			drop(pair[0])
			w.internal("removed_failing_filter", pair[0])
			continue
		}
		switch answer := answer.(type) {
		case *term.Map:
			w.made, logged = answer, true
		case term.Atom:
			if answer == "stop" {
				w.stopped = true
				return w
			}
		}
	}
	w.stopped = !logged && byDefault == term.Term(term.Atom("stop"))
	return w
}

// WithoutFilter returns a list of filters, {id, {fun, extra}}, without the one that
// has the id.
func WithoutFilter(filters, id term.Term) term.Term {
	list, _ := term.Slice(filters)
	return term.List(slices.DeleteFunc(list, func(f term.Term) bool {
		pair, _ := f.(term.Tuple)
		return len(pair) == 2 && term.Equal(pair[0], id)
	})...)
}

// filterOf takes {id, {fun, extra}} apart.
func filterOf(filter term.Tuple) (fun *term.Fun, extra term.Term) {
	if len(filter) != 2 {
		return nil, nil
	}
	pair, ok := filter[1].(term.Tuple)
	if !ok || len(pair) != 2 {
		return nil, nil
	}
	fun, _ = pair[0].(*term.Fun)
	return fun, pair[1]
}
