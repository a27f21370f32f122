package logger

import (
	"unicode/utf8"

	"gex/runtime/exception"
	"gex/runtime/ioserver"
	"gex/runtime/process"
	"gex/runtime/term"
)

// Options configure the logger of a node; the zero value logs everything.
type Options struct {
	// Lowest is the level below which reports are left out.
	Lowest Level
	// Off drops all log lines, as without a console.
	Off bool
	// Console says how lines look; the zero value is Elixir's default.
	Console Console
	// Truncate is how many bytes of a text are kept; 0 is 8096, -1 all.
	Truncate int
	// Deliver, if it is set, may take a line over instead of having it written
	// at once, and says whether it did. Self is nil for those who are no process.
	Deliver func(node *process.Node, self *process.Process, e Entry) bool
	// Exception is how errors are worded.
	Exception exception.Options
	// WithoutElixir says that Elixir's Logger was removed from Erlang's handlers;
	// Handlers are the others.
	WithoutElixir bool
	Handlers      []*Handler
	// Filters are the primary ones: a list of {id, {fun, extra}}; FilterDefault
	// is what happens to what they ignore.
	Filters, FilterDefault term.Term
	// FormatDepth, if it is set, returns where Erlang's reports cut terms off
	// unless they are told, 0 for nowhere.
	FormatDepth func() int
	// Translators are {module, function} of what makes texts of reports, first to
	// last; nil is Translator alone.
	Translators []term.Tuple
	// Modules are the levels of modules that have their own.
	Modules map[term.Atom]Level
	// Message, if it is set, is the message that a filter of all handlers has made
	// of a report: {:string, text}, {:report, data} or {format, arguments}.
	Message func(self *process.Process, level Level, data term.Term, metadata *term.Map) (Message, bool)
	// Observe, if it is set, gets every report before it is written, also
	// those that are not.
	Observe func(Report)
}

type optionsKey struct{}

// Configure sets the options of the node's logger. From then on the logger
// also reports processes that end with an exception.
func Configure(node *process.Node, o Options) {
	node.SetValue(optionsKey{}, &o)
	node.OnCrash(func(p *process.Process, x *exception.Error) {
		Write(node, p.PID(), ProcessRaised{PID: p.PID(), Exception: x})
	})
}

// Settings returns the options of the node's logger, which may be changed.
func Settings(node *process.Node) *Options {
	o, ok := node.Value(optionsKey{}).(*Options)
	if !ok {
		o = &Options{}
		node.SetValue(optionsKey{}, o)
	}
	return o
}

// Entry is a line of the log before it is laid out.
type Entry struct {
	Level    Level
	Text     string
	Metadata *term.Map
}

// Log writes a report of self as a log line, at once, unless Options.Deliver
// takes it; that may block self.
func Log(self *process.Process, r Report) { write(self.Node(), self, self.PID(), r) }

// Write is Log for those who are no process; from may be the zero PID. It does
// not block.
func Write(node *process.Node, from term.PID, r Report) { write(node, nil, from, r) }

func write(node *process.Node, self *process.Process, from term.PID, r Report) {
	o := optionsOf(node)
	if o.Observe != nil {
		o.Observe(r)
	}
	if o.Handlers != nil || o.Filters != nil {
		w := o.handled(node, self, from, r)
		if w.stopped {
			return
		}
		r = o.rewritten(w, r)
	}
	if o.WithoutElixir {
		return
	}
	e, ok := o.entry(self, r)
	if !ok {
		return
	}
	if o.Deliver == nil || !o.Deliver(node, self, e) {
		if _, given := e.Metadata.Get(term.Atom("pid")); !given && o.Console.wants("pid") {
			e.Metadata = e.Metadata.Put(term.Atom("pid"), from)
		}
		WriteEntry(node, from, e)
	}
}

// entry is what Elixir's Logger makes of a report, unless it leaves it out.
// Only a process can ask translators.
func (o *Options) entry(self *process.Process, r Report) (e Entry, shown bool) {
	lowest := o.Allowed(moduleOf(r))
	var more []term.Pair
	if self == nil || o.onlyOwn() {
		e.Level, e.Text, shown = Format(r, lowest, o.Exception)
	} else {
		e.Level, e.Text, more, shown = o.translated(self, r, lowest)
	}
	e.Text, e.Metadata = truncated(e.Text, o.Truncate), term.NewMap()
	if m, isMessage := r.(Message); isMessage && m.Metadata != nil {
		e.Metadata = m.Metadata
	}
	for _, p := range more {
		e.Metadata = e.Metadata.Put(p.Key, p.Value)
	}
	return e, shown
}

// handled asks the primary filters about a report and hands it to Erlang's
// handlers. What is stopped Elixir's Logger is not to see.
func (o *Options) handled(node *process.Node, self *process.Process, from term.PID, r Report) writing {
	e, ok := eventOf(node, r)
	if !ok || e.level < o.Allowed(moduleOf(r)) {
		return writing{}
	}
	w := writing{node: node, self: self, from: from, event: e}
	if w = w.filtered(o.Filters, o.FilterDefault, func(id term.Term) { o.Filters = WithoutFilter(o.Filters, id) }); w.stopped {
		return w
	}
	for _, h := range o.Handlers {
		o.deliver(w, h)
	}
	return w
}

// rewritten is the report that Elixir's Logger gets when the filters are done:
// what they have made of it if they have changed its level or its message, the
// report itself if all that they have changed is its metadata.
func (o *Options) rewritten(w writing, r Report) Report {
	if w.made == nil || o.Message == nil {
		return r
	}
	name, _ := w.made.Get(term.Atom("level"))
	data, _ := w.made.Get(term.Atom("msg"))
	meta, _ := w.made.Get(term.Atom("meta"))
	metadata, isMap := meta.(*term.Map)
	atom, _ := name.(term.Atom)
	level, ok := ParseLevel(string(atom))
	if !ok || !isMap || ofSASL(metadata) || level == w.event.level && term.Same(data, w.event.data) {
		return r
	}
	if term.Same(data, w.event.data) {
		_, text, shown := Format(r, o.Allowed(moduleOf(r)), o.Exception)
		return Message{Level: level, Text: text, Metadata: metadata, ElixirSilent: !shown}
	}
	if m, ok := o.Message(w.self, level, data, metadata); ok {
		return m
	}
	return r
}

// ofSASL reports whether an event is one that Elixir's Logger leaves out because
// of its domain, whatever it says.
func ofSASL(metadata *term.Map) bool {
	domain, _ := metadata.Get(term.Atom("domain"))
	names, _ := term.Slice(domain)
	return len(names) > 1 && names[0] == term.Term(term.Atom("otp")) && names[1] == term.Term(term.Atom("sasl"))
}

// Allowed is the lowest level at which a module may log.
func (o *Options) Allowed(module term.Atom) Level {
	if level, ok := o.Modules[module]; ok && module != "" {
		return level
	}
	return o.Lowest
}

// moduleOf is the module whose code logs a message, "" for others.
func moduleOf(r Report) term.Atom {
	m, _ := r.(Message)
	return m.Module
}

// WriteEntry writes a line to the console.
func WriteEntry(node *process.Node, from term.PID, e Entry) {
	o := optionsOf(node)
	if o.Off || e.Level < o.Console.Lowest {
		return
	}
	WriteLine(node, from, o.Console.Line(node.SystemTime(), e, o.Exception.Inspect))
}

// WriteLine writes a line that is laid out, with U+FFFD for each byte that is no
// part of a character.
func WriteLine(node *process.Node, from term.PID, line string) {
	if !utf8.ValidString(line) {
		line = string([]rune(line))
	}
	ioserver.Write(node, ioserver.Output{Kind: ioserver.Log, From: from, Text: line})
}

// FormatDepth is what error_logger:get_format_depth/0 returns, 0 for unlimited.
func FormatDepth(node *process.Node) int {
	if o := optionsOf(node); o.FormatDepth != nil {
		return o.FormatDepth()
	}
	return 0
}

func optionsOf(node *process.Node) *Options {
	if o, ok := node.Value(optionsKey{}).(*Options); ok {
		return o
	}
	return &Options{}
}
