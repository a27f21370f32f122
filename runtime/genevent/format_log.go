package genevent

import (
	"gex/runtime/exception"
	"gex/runtime/inspect"
	"gex/runtime/logger"
	"gex/runtime/process"
	"gex/runtime/term"
)

// reportWords returns the words of a report, or false for a term that is no
// report of gen_event.
func reportWords(self *process.Process, report term.Term, single bool) (logger.Words, bool) {
	r, ok := report.(*term.Map)
	if !ok {
		return logger.Words{}, false
	}
	label, _ := r.Get(term.Atom("label"))
	if term.Tag(label, 2) != "gen_event" {
		return logger.Words{}, false
	}
	switch label.(term.Tuple)[1] {
	case term.Term(term.Atom("terminate")):
		v, ok := valuesOf(r, "handler", "name", "last_message", "state", "reason")
		if !ok {
			return logger.Words{}, false
		}
		return logger.HandlerWords(logger.HandlerTerminated{
			Handler: v[0], Name: v[1], LastMessage: v[2], State: v[3], Reason: logger.Explained(self.Node(), v[4]),
		}, single), true
	case term.Term(term.Atom("no_handle_info")):
		v, ok := valuesOf(r, "module", "message")
		if !ok {
			return logger.Words{}, false
		}
		return logger.NoHandleInfoWords(v[0], v[1], single), true
	}
	return logger.Words{}, false
}

// valuesOf returns the values of keys, or false if one is missing.
func valuesOf(m *term.Map, keys ...term.Atom) ([]term.Term, bool) {
	values := make([]term.Term, len(keys))
	for i, key := range keys {
		value, ok := m.Get(key)
		if !ok {
			return nil, false
		}
		values[i] = value
	}
	return values, true
}

func noReport(arity, line int, args ...term.Term) error {
	return exception.Raise(term.Atom("function_clause")).In(exception.Frame{
		Module: "gen_event", Function: "format_log_multi", File: "gen_event.erl", Line: line, Args: args, HasArgs: true,
	}, erl("format_log", arity, line))
}

// FormatLog returns {format, arguments} of a report, as format_log/1: with the
// depth of logger.FormatDepth, to which what the handler knows is limited.
func (erlang) FormatLog(self *process.Process, report term.Term) (term.Term, error) {
	depth := logger.FormatDepth(self.Node())
	w, ok := reportWords(self, limited(report, depth), false)
	if !ok {
		return nil, noReport(1, 1093, report)
	}
	format, arguments := w.Format(depth)
	return term.Tuple{term.Charlist(format), term.List(arguments...)}, nil
}

// limited cuts off what is deep in the message, state and reason of a report.
func limited(report term.Term, depth int) term.Term {
	r, ok := report.(*term.Map)
	if !ok || depth == 0 {
		return report
	}
	for _, key := range []term.Atom{"last_message", "state", "reason", "message"} {
		if value, ok := r.Get(key); ok {
			r = r.Put(key, inspect.Limit(value, depth))
		}
	}
	return r
}

// FormatLogOptions returns the text of a report as format_log/2. Of the
// options single_line, depth and chars_limit count.
func (erlang) FormatLogOptions(self *process.Process, report, options term.Term) (term.Term, error) {
	o, isMap := options.(*term.Map)
	if !isMap {
		return nil, exception.Raise(term.Tuple{term.Atom("badmap"), options})
	}
	layout := logger.LayoutOf(o)
	w, ok := reportWords(self, report, layout.SingleLine)
	if !ok {
		return nil, noReport(2, 1093, report, options)
	}
	return term.Charlist(w.Text(layout)), nil
}
