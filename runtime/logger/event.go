package logger

import (
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// event is a report as Erlang's handlers get it.
type event struct {
	level Level
	// title is what a legacy header says.
	title string
	// data is {:string, text}, {:report, data} or {format, arguments}.
	data term.Term
	text func(Layout) string
	meta []term.Pair
}

// eventOf is what Erlang's handlers are told about a report; false for nothing.
func eventOf(node *process.Node, r Report) (event, bool) {
	e := event{level: Error}
	switch r := r.(type) {
	case Message:
		return r.event(), true
	case ChildReported:
		return r.event(), true
	case ProcessCrashed:
		e.title, e.data = "CRASH REPORT", reportData("proc_lib", "crash", term.Pair{Key: term.Atom("report"), Value: r.Report()})
		e.text = func(l Layout) string { text, _ := CrashText(r.Report(), l); return text }
		e.meta = append(domain("otp", "sasl"), madeIn("proc_lib", "crash_report", 4, 539)...)
		return e, true
	case HandlerTerminated:
		e.data = reportData("gen_event", "terminate", pair("handler", r.Handler), pair("name", r.Name),
			pair("last_message", r.LastMessage), pair("state", r.State), pair("reason", r.Reason))
		r.Reason = Explained(node, r.Reason)
		e.meta = madeIn("gen_event", "report_error", 5, 997)
		return e.words(r), true
	case NoHandleInfo:
		e.level, e.data = Warning, reportData(r.Behaviour, "no_handle_info", pair("module", r.Module), pair("message", r.Message))
		e.meta = madeIn("gen_server", "try_dispatch", 4, 1130)
		if r.Behaviour == "gen_event" {
			e.meta = madeIn(r.Behaviour, "server_update", 4, 814)
		}
		return e.words(r), true
	case ServerTerminated:
		e.data = reportData("gen_server", "terminate", pair("name", r.Name), pair("last_message", r.LastMessage), pair("state", r.State),
			pair("log", term.Empty), pair("reason", r.Reason), pair("client_info", r.Client.term()))
		r.Reason = ExplainUndef(node, r.Reason)
		e.meta = madeIn("gen_server", "error_info", 8, 1402)
		return e.words(r), true
	case TaskTerminated:
		e.data = reportData(term.Alias("Task.Supervisor"), "terminating", pair("report", term.NewMap(pair("name", r.Name),
			pair("starter", r.Starter), pair("function", r.Function), pair("args", r.Args), pair("reason", r.Reason))))
		return e.words(r), true
	case UnexpectedMessage:
		e.data = reportData(term.Alias("GenServer"), "no_handle_info", pair("report", term.NewMap(pair("module", r.Module),
			pair("message", r.Message), pair("name", r.Name))))
		return e.words(r), true
	case ApplicationExited:
		e.level, e.data = Notice, reportData("application_controller", "exit", pair("report", r.fields()))
		e.title = "INFO REPORT"
		return e.words(r), true
	case ProcessRaised:
		e.data = term.Tuple{term.Charlist("Error in process ~p with exit value:~n~p~n"), term.List(r.PID, exception.ExitReason(r.Exception))}
		return e.words(r), true
	case BadDebugOptions, GenEventHandlerTerminated:
		w := erlangWords(r, false)
		format, arguments := w.Format(0)
		e.data = term.Tuple{term.Charlist(format), term.List(arguments...)}
		return e.words(r), true
	}
	return e, false
}

func (m Message) event() event {
	e := event{level: m.Level, title: m.Title, data: m.Data, text: m.Words}
	if e.data == nil {
		e.data = term.Tuple{term.Atom("string"), term.Binary(m.Text)}
	}
	if e.text == nil {
		e.text = func(Layout) string { return m.Text }
	}
	if m.Metadata != nil {
		e.meta = m.Metadata.Pairs()
	}
	return e
}

// words words the event as those of its report.
func (e event) words(r Report) event {
	e.text = func(l Layout) string { return erlangWords(r, l.SingleLine).Text(l) }
	e.meta = append(e.meta, domain("otp")...)
	return e
}

func pair(key term.Atom, value term.Term) term.Pair { return term.Pair{Key: key, Value: value} }

func domain(names ...term.Atom) []term.Pair {
	atoms := make([]term.Term, len(names))
	for i, name := range names {
		atoms[i] = name
	}
	return []term.Pair{pair("domain", term.List(atoms...))}
}

// madeIn is what the metadata of a report say about the place in OTP that logs
// it.
func madeIn(module, function term.Atom, arity, line int) []term.Pair {
	return []term.Pair{
		pair("mfa", term.Tuple{module, function, term.Int(arity)}),
		pair("file", term.Charlist(string(module)+".erl")), pair("line", term.Int(line)),
	}
}

// reportData is {:report, data} with a label.
func reportData(from, what term.Atom, pairs ...term.Pair) term.Term {
	label := pair("label", term.Tuple{from, what})
	return term.Tuple{term.Atom("report"), term.NewMap(append(pairs, label)...)}
}

// term is what a report of a server says about its client.
func (c *Client) term() term.Term {
	switch {
	case c == nil:
		return term.Atom("undefined")
	case c.Dead:
		return term.Tuple{c.From, term.Atom("dead")}
	}
	return term.Tuple{c.From, term.Tuple{c.Name, exception.Exit(term.Nil).In(c.Stack...).StackTerm()}}
}

// term is the event as the map that handlers and filters get; it was logged
// by from at a time in microseconds.
func (e event) term(from, leader term.PID, at int64) *term.Map {
	meta := []term.Pair{pair("time", term.Int(at))}
	if leader != (term.PID{}) {
		meta = append(meta, pair("gl", leader))
	}
	if from != (term.PID{}) {
		meta = append(meta, pair("pid", from))
	}
	return term.NewMap(pair("level", term.Atom(e.level.String())), pair("msg", e.data), pair("meta", term.NewMap(append(meta, e.meta...)...)))
}
