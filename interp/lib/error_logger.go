package lib

import (
	"strings"

	"gex/runtime/application"
	"gex/runtime/inspect"
	"gex/runtime/ioserver"
	"gex/runtime/logger"
	"gex/runtime/process"
	"gex/runtime/term"
)

// errorLogger is what :logger was called before there was one.
func errorLogger() Module {
	return Module{
		Name:      "error_logger",
		Doc:       "Error messages and reports, as they were logged before there was `:logger`.",
		Functions: errorLoggerFunctions(),
	}
}

// errorLoggerKinds are the kinds of event.
var errorLoggerKinds = []struct {
	name  string
	level logger.Level
	title string
}{
	{"error", logger.Error, ""}, {"warning", logger.Warning, ""}, {"info", logger.Notice, "INFO REPORT"},
}

func errorLoggerFunctions() []Function {
	var list []Function
	for _, kind := range errorLoggerKinds {
		text := func(self *process.Process, a []term.Term) (term.Term, error) {
			return errorMessage(self, logger.Message{Level: kind.level, Title: kind.title}, kind.name+"_msg", a)
		}
		report := func(self *process.Process, a []term.Term) (term.Term, error) {
			return errorReport(self, logger.Message{Level: kind.level, Title: kind.title}, kind.name+"_report", a[len(a)-1])
		}
		list = append(list,
			Function{kind.name + "_msg", "format", "Logs a text with the level " + kind.level.String() + ".", text},
			Function{kind.name + "_msg", "format, args", "Logs a text with its controls replaced by the arguments, with the level " + kind.level.String() + ".", text},
			Function{kind.name + "_report", "report", "Logs data: a list of pairs, or any term.", report},
			Function{kind.name + "_report", "type, report", "Logs data of a type of one's own.", report})
	}
	return append(list,
		Function{"format", "format, args", "As `error_msg/2`.", func(self *process.Process, a []term.Term) (term.Term, error) {
			return errorMessage(self, logger.Message{Level: logger.Error}, "error_msg", a)
		}},
		Function{"get_format_depth", "", "Where reports cut terms off: the environment's `error_logger_format_depth` of `:kernel`, 10 or more, or `:unlimited`.", func(self *process.Process, _ []term.Term) (term.Term, error) {
			if depth := formatDepth(self.Node()); depth > 0 {
				return term.Int(depth), nil
			}
			return term.Atom("unlimited"), nil
		}},
		Function{"limit_term", "term", "The term, cut off at `get_format_depth/0`.", func(self *process.Process, a []term.Term) (term.Term, error) {
			if depth := formatDepth(self.Node()); depth > 0 {
				return inspect.Limit(a[0], depth), nil
			}
			return a[0], nil
		}})
}

// formatDepth is where Erlang's reports cut terms off, 0 for nowhere.
func formatDepth(node *process.Node) int {
	value, _ := application.Env(node, term.Atom("kernel"), term.Atom("error_logger_format_depth"))
	depth, ok := value.(term.Int)
	if !ok {
		return 0
	}
	return int(max(10, depth))
}

// errorMessage logs a format with arguments.
func errorMessage(self *process.Process, m logger.Message, label string, a args) (term.Term, error) {
	var list term.Term = term.Empty
	if len(a) == 2 {
		list = a[1]
	}
	m = formatMessage(m, a[0], list)
	if m.ElixirSilent { // a format that fails alone, but not as a report
		m.ElixirSilent = false
		o := InspectOptions(self.Node())
		m.Text = "ERROR: " + inspect.Inspect(a[0], o) + " - " + inspect.Inspect(list, o)
	}
	data := term.NewMap(pair("label", term.Tuple{term.Atom("error_logger"), term.Atom(label)}), pair("format", a[0]), pair("args", list))
	m.Data = term.Tuple{term.Atom("report"), data}
	if !term.IsList(a[0]) { // Erlang's handlers take a list for a format only
		m.Words = func(l logger.Layout) string {
			return logger.Words{Texts: []string{"REPORT_CB/1 ERROR: ", "; Returned: ", ""}, Terms: []term.Term{data, term.Tuple{a[0], list}}}.Text(l)
		}
	}
	logger.Log(self, m)
	return term.OK, nil
}

// errorReport logs data.
func errorReport(self *process.Process, m logger.Message, label string, data term.Term) (term.Term, error) {
	m.Data = term.Tuple{term.Atom("report"), term.NewMap(pair("label", term.Tuple{term.Atom("error_logger"), term.Atom(label)}), pair("report", data))}
	text, isText := ioserver.Chars(data)
	if isText && term.IsList(data) && data != term.Term(term.Empty) {
		m.Text = text
		logger.Log(self, m)
		return term.OK, nil
	}
	if _, isMap := data.(*term.Map); isMap {
		m.Words = func(l logger.Layout) string {
			return logger.Words{Texts: []string{"", "\n"}, Terms: []term.Term{data}}.Text(l)
		}
		m.Text = inspect.Inspect(data, InspectOptions(self.Node())) + "\n"
	} else {
		w := logger.ReportWords(data, false)
		m.Words = func(l logger.Layout) string { return logger.ReportWords(data, l.SingleLine).Text(l) }
		var b strings.Builder
		b.WriteString(w.Texts[0])
		for i, t := range w.Terms {
			b.WriteString(inspect.Inspect(t, InspectOptions(self.Node())) + w.Texts[i+1])
		}
		m.Text = b.String()
	}
	logger.Log(self, m)
	return term.OK, nil
}
