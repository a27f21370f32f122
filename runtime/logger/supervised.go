package logger

import (
	"gex/runtime/exception"
	"gex/runtime/inspect"
	"gex/runtime/term"
)

// ChildReported is what a supervisor reports of a child: that it was started, or
// what went wrong. Elixir's Logger shows it only when told to handle SASL
// reports, which IEx does not.
type ChildReported struct {
	Supervisor term.Term
	// Context is progress for a start, else start_error, child_terminated,
	// shutdown or shutdown_error, with the Reason.
	Context term.Atom
	Reason  term.Term
	// Child returns the child as a keyword list. It is called only if somebody
	// is told.
	Child func() term.Term
	// In is the function of OTP's supervisor that reports it; the zero frame
	// stands for Elixir's DynamicSupervisor, which leaves the words to the logger.
	In exception.Frame
}

const progress = term.Atom("progress")

func (ChildReported) isReport() {}

// items are what the report holds.
func (r ChildReported) items() []term.Term {
	if r.Context == progress {
		return []term.Term{entry("supervisor", r.Supervisor), entry("started", r.Child())}
	}
	return []term.Term{entry("supervisor", r.Supervisor), entry("errorContext", r.Context), entry("reason", r.Reason), entry("offender", r.Child())}
}

func (r ChildReported) event() event {
	items := r.items()
	e := event{level: Error, title: "SUPERVISOR REPORT", data: reportData("supervisor", r.Context, pair("report", term.List(items...)))}
	tag, kind := term.Atom("error_report"), term.Atom("supervisor_report")
	if r.Context == progress {
		e.level, e.title, tag, kind = Info, "PROGRESS REPORT", "info_report", progress
	}
	e.text = func(l Layout) string { return SupervisorText(items, l) }
	legacy := term.NewMap(pair("tag", tag), pair("type", kind))
	callback := externalFun("logger", "format_otp_report", 1)
	if r.In.Function != "" {
		callback = externalFun("supervisor", "format_log", 2)
		legacy = legacy.Put(term.Atom("report_cb"), externalFun("supervisor", "format_log", 1))
		e.meta = append(e.meta, pair("mfa", term.Tuple{r.In.Module, term.Atom(r.In.Function), term.Int(r.In.Arity)}),
			pair("file", term.Charlist(r.In.File)), pair("line", term.Int(r.In.Line)))
	} else {
		e.text = func(Layout) string { return ReportWords(term.List(items...), false).Text(Layout{}) }
	}
	e.meta = append(e.meta, domain("otp", "sasl")...)
	e.meta = append(e.meta, pair("report_cb", callback), pair("error_logger", legacy),
		pair("logger_formatter", term.NewMap(pair("title", term.Charlist(e.title)))))
	return e
}

func externalFun(module term.Atom, name string, arity int) term.Term {
	return &term.Fun{Module: module, Name: name, Arity: arity, External: true}
}

// SupervisorText is the text of a report of a supervisor, given as its items, as
// supervisor:format_log/2 makes it.
func SupervisorText(items []term.Term, l Layout) string {
	if l.SingleLine {
		return supervisorLine(items, l)
	}
	w := Words{Texts: []string{""}}
	for _, item := range items {
		p := item.(term.Tuple)
		w.Texts[len(w.Texts)-1] += "    " + string(p[0].(term.Atom)) + ": "
		w.Texts, w.Terms = append(w.Texts, "\n"), append(w.Terms, p[1])
	}
	return w.Text(l)
}

// supervisorLine is the text on one line, on which of the child are only its id
// and its pid, or the number of children, which no limit cuts.
func supervisorLine(items []term.Term, l Layout) string {
	labels := map[term.Term]string{term.Atom("supervisor"): "Supervisor: ", term.Atom("errorContext"): " Context: ", term.Atom("reason"): " Reason: "}
	w := Words{Texts: []string{""}}
	for _, item := range items[:len(items)-1] {
		p := item.(term.Tuple)
		w.Texts[len(w.Texts)-1] += labels[p[0]]
		w.Texts, w.Terms = append(w.Texts, "."), append(w.Terms, p[1])
	}
	last := items[len(items)-1].(term.Tuple)
	label := " Offender:"
	if last[0] == term.Term(term.Atom("started")) {
		label = " Started:"
	}
	child, _ := reportPairs(last[1])
	raw := inspect.ErlangStyle{Raw: true}
	var who, id string
	for _, p := range child {
		switch p.Key {
		case term.Term(term.Atom("id")):
			id = raw.Line(p.Value)
		case term.Term(term.Atom("pid")), term.Term(term.Atom("nb_children")):
			who = string(p.Key.(term.Atom)) + "=" + raw.Line(p.Value)
		}
	}
	w.Texts[len(w.Texts)-1] += label + " id=" + id + "," + who + "."
	return w.Text(l)
}
