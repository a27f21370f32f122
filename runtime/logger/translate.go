package logger

import (
	"slices"

	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/ioserver"
	"gex/runtime/process"
	"gex/runtime/term"
)

// Translator is the one that Elixir's Logger has from the start: Format.
var Translator = term.Tuple{term.Alias("Logger.Translator"), term.Atom("translate")}

// Elixir is the level as it was when Elixir's Logger knew four.
func (l Level) Elixir() term.Atom {
	switch {
	case l <= Debug:
		return "debug"
	case l <= Notice:
		return "info"
	case l == Warning:
		return "warn"
	}
	return "error"
}

// onlyOwn reports whether no translator is there but that of Logger itself.
func (o *Options) onlyOwn() bool {
	return o.Translators == nil || len(o.Translators) == 1 && slices.Equal(o.Translators[0], Translator)
}

// translated asks the translators, first to last, for the text of a report that
// is no plain text, as Logger.Handler does. It reports false for what one of
// them wants left out. A translator that fails is what is logged.
func (o *Options) translated(self *process.Process, r Report, lowest Level) (level Level, text string, metadata []term.Pair, shown bool) {
	e, ok := eventOf(self.Node(), r)
	kind, data := material(e.data)
	if !ok || kind == "" || ofSASL(term.NewMap(e.meta...)) {
		level, text, shown = Format(r, lowest, o.Exception)
		return level, text, nil, shown
	}
	if e.level < lowest {
		return e.level, "", nil, false
	}
	message, isMessage := r.(Message)
	for _, t := range o.Translators {
		if slices.Equal(t, Translator) {
			if isMessage {
				continue
			}
			level, text, shown = Format(r, lowest, o.Exception)
			return level, text, nil, shown
		}
		answer, err := applyTranslator(self, t, lowest.Elixir(), e.level.Elixir(), kind, data)
		switch a, _ := answer.(term.Tuple); {
		case err != nil:
			return e.level, o.failedToTranslate(err), nil, true
		case answer == term.Term(term.Atom("skip")):
			return e.level, "", nil, false
		case answer == term.Term(term.Atom("none")):
		case term.Tag(answer, 2) == term.OK:
			text, _ = ioserver.Chars(a[1])
			return e.level, text, nil, true
		case term.Tag(answer, 3) == term.OK:
			text, _ = ioserver.Chars(a[1])
			for element := range term.Elements(a[2]) {
				if p, isPair := element.(term.Tuple); isPair && len(p) == 2 {
					metadata = append(metadata, term.Pair{Key: p[0], Value: p[1]})
				}
			}
			return e.level, text, metadata, true
		default:
			err := exception.Raise(term.Tuple{term.Atom("case_clause"), answer})
			return e.level, o.failedToTranslate(err.In(handlerFrames...)), nil, true
		}
	}
	if isMessage {
		return message.Level, message.Text, nil, !message.ElixirSilent
	}
	return e.level, e.text(Layout{}), nil, true
}

func applyTranslator(self *process.Process, t term.Tuple, lowest, level, kind term.Atom, data term.Term) (term.Term, error) {
	module, _ := t[0].(term.Atom)
	function, _ := t[1].(term.Atom)
	answer, err := code.Apply(self, module, string(function), lowest, level, kind, data)
	if err != nil {
		return nil, exception.In(err, handlerFrames...)
	}
	return answer, nil
}

// handlerFrames are below a translator.
var handlerFrames = []exception.Frame{
	{Module: "Elixir.Logger.Handler", Function: "do_translate", Arity: 6, File: "lib/logger/handler.ex", Line: 227},
	{Module: "Elixir.Logger.Handler", Function: "do_log", Arity: 4, File: "lib/logger/handler.ex", Line: 129},
	{Module: "Elixir.Logger.Handler", Function: "log", Arity: 2, File: "lib/logger/handler.ex", Line: 84},
	{Module: "logger_backend", Function: "call_handlers", Arity: 3, File: "logger_backend.erl", Line: 51},
}

func (o *Options) failedToTranslate(err error) string {
	return "Failure while translating Erlang's logger event\n" + exception.Format(exception.As(err), o.Exception)
}

// material is what a translator is asked about, of the kind :report or :format;
// "" for a text, about which none is asked.
func material(data term.Term) (kind term.Atom, value term.Term) {
	pair, _ := data.(term.Tuple)
	if len(pair) != 2 || pair[0] == term.Term(term.Atom("string")) {
		return "", nil
	}
	if pair[0] != term.Term(term.Atom("report")) {
		return "format", pair
	}
	report, isMap := pair[1].(*term.Map)
	if !isMap {
		return "report", term.Tuple{term.Atom("logger"), pair[1]}
	}
	label, _ := report.Get(term.Atom("label"))
	whole, hasReport := report.Get(term.Atom("report"))
	format, hasFormat := report.Get(term.Atom("format"))
	switch {
	case hasReport && report.Len() == 2:
		return "report", term.Tuple{label, whole}
	case hasFormat && term.Tag(label, 2) == "error_logger":
		arguments, _ := report.Get(term.Atom("args"))
		return "format", term.Tuple{format, arguments}
	}
	return "report", term.Tuple{term.Atom("logger"), report}
}
