package lib

import (
	"gex/runtime/code"
	"gex/runtime/ioserver"
	"gex/runtime/logger"
	"gex/runtime/process"
	"gex/runtime/term"
)

// This file words data that is logged with a function of its own for that,
// report_cb in the metadata, as logger_formatter:format_msg/3 does for Erlang's
// handlers and Elixir's Logger for itself.

// elixirLayout are the options that Elixir's Logger gives to such a function.
var elixirLayout = term.NewMap(pair("chars_limit", term.Int(4096)), pair("depth", term.Int(50)), pair("single_line", term.False))

// worded is a message with data, in the words of its report_cb if it has one. Where
// the function fails Erlang's handlers show how, and Elixir's is removed.
func worded(self *process.Process, m logger.Message) logger.Message {
	data, ok := m.Data.(term.Tuple)
	f := reportCallback(m.Metadata)
	if !ok || f == nil || data[0] != term.Term(term.Atom("report")) {
		return m
	}
	report := data[1]
	text, err := elixirWords(self, f, report)
	m.Text, m.ElixirSilent = text, err != nil
	if err != nil {
		logger.RemoveElixir(self)
	}
	m.Words = func(l logger.Layout) string { return erlangWords(self, f, report, l) }
	return m
}

// reportCallback is the report_cb of metadata, nil if there is none.
func reportCallback(metadata *term.Map) *term.Fun {
	if metadata == nil {
		return nil
	}
	value, _ := metadata.Get(term.Atom("report_cb"))
	f, ok := value.(*term.Fun)
	if !ok || f.Arity != 1 && f.Arity != 2 {
		return nil
	}
	return f
}

// elixirWords is the text of a report for Elixir's Logger.
func elixirWords(self *process.Process, f *term.Fun, report term.Term) (string, error) {
	if f.Arity == 1 {
		answer, err := code.Call(self, f, report)
		format, values, ok := formatPair(answer)
		if err == nil && !ok {
			err = errClause
		}
		if err != nil {
			return "", err
		}
		parts, problem := formatErlang(format, values, elixirPrinter)
		if problem != nil {
			return "", errClause
		}
		return joinedParts(parts), nil
	}
	answer, err := code.Call(self, f, report, elixirLayout)
	if err != nil {
		return "", err
	}
	if text, ok := ioserver.Chars(answer); ok {
		return text, nil
	}
	return ToString(answer)
}

// erlangWords is the text of a report for Erlang's handlers.
func erlangWords(self *process.Process, f *term.Fun, report term.Term, l logger.Layout) string {
	a := args{report}
	if f.Arity == 2 {
		a = append(a, term.NewMap(pair("chars_limit", unlimited(l.Chars)), pair("depth", unlimited(l.Depth)), pair("single_line", term.Bool(l.SingleLine))))
	}
	name := "REPORT_CB/" + string('0'+rune(f.Arity))
	answer, err := code.Call(self, f, a...)
	if err != nil {
		return logger.Words{Texts: []string{name + " CRASH: ", "; Reason: ", ""}, Terms: args{report, crash(err)}}.Text(l)
	}
	if f.Arity == 1 {
		if format, values, ok := formatPair(answer); ok {
			return formatLaidOut(format, values, l)
		}
	} else if text, ok := ioserver.Chars(answer); ok {
		return text
	}
	return logger.Words{Texts: []string{name + " ERROR: ", "; Returned: ", ""}, Terms: args{report, answer}}.Text(l)
}

// formatPair takes {format, arguments} apart.
func formatPair(t term.Term) (format string, values []term.Term, ok bool) {
	pair, isTuple := t.(term.Tuple)
	if !isTuple || len(pair) != 2 {
		return "", nil, false
	}
	format, isText := ioserver.Chars(pair[0])
	values, isList := term.Slice(pair[1])
	return format, values, isText && isList
}

// unlimited is a limit of a layout as its functions are told.
func unlimited(n int) term.Term {
	if n == 0 {
		return term.Atom("unlimited")
	}
	return term.Int(n)
}
