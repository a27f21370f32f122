package logger

import (
	"fmt"
	"strings"
	"time"

	"gex/runtime/code"
	"gex/runtime/inspect"
	"gex/runtime/ioserver"
	"gex/runtime/late"
	"gex/runtime/term"
)

// This file lays events out as logger_formatter does.

// settings are those of a formatter: a map that may be empty.
type settings struct{ m *term.Map }

func (s settings) flag(key term.Atom, otherwise bool) bool {
	value, ok := s.m.Get(key)
	if !ok {
		return otherwise
	}
	return value == term.Term(term.True)
}

// line is the text of an event.
func (h *Handler) line(w writing) string {
	formatter, _ := h.get("formatter").(term.Tuple)
	if len(formatter) != 2 {
		return ""
	}
	config, _ := formatter[1].(*term.Map)
	if module, _ := formatter[0].(term.Atom); module != Formatter && w.self != nil {
		answer, err := code.Apply(w.self, module, "format", w.term(), formatter[1])
		if err != nil {
			return ""
		}
		text, _ := ioserver.Chars(answer)
		return text
	}
	return settings{config}.format(w)
}

func (s settings) format(w writing) string {
	var b strings.Builder
	at := w.node.SystemTime()
	for _, item := range s.template() {
		b.WriteString(s.item(w, item, at))
	}
	return b.String()
}

// The templates of Erlang: with the header of old, on one line, and else.
var (
	headerPath      = term.List(Formatter, term.Atom("header"))
	legacyTemplate  = []term.Term{headerPath, term.Binary("\n"), term.Atom("msg"), term.Binary("\n")}
	singleTemplate  = []term.Term{term.Atom("time"), term.Binary(" "), term.Atom("level"), term.Binary(": "), term.Atom("msg"), term.Binary("\n")}
	severalTemplate = []term.Term{term.Atom("time"), term.Binary(" "), term.Atom("level"), term.Binary(":\n"), term.Atom("msg"), term.Binary("\n")}
	betweenLines    = late.Regexp(`,?\r?\n\s*`)
)

func (s settings) template() []term.Term {
	if value, ok := s.m.Get(term.Atom("template")); ok {
		items, _ := term.Slice(value)
		return items
	}
	switch {
	case s.flag("legacy_header", false):
		return legacyTemplate
	case s.single():
		return singleTemplate
	}
	return severalTemplate
}

func (s settings) single() bool { return s.flag("single_line", true) }

// item is the text of an item of a template: a key or a path of keys, {key,
// items if it is there, items if not}, or text.
func (s settings) item(w writing, item term.Term, at time.Time) string {
	if choice, ok := item.(term.Tuple); ok && len(choice) == 3 {
		return s.choice(w, choice, at)
	}
	if text, ok := ioserver.Chars(item); ok {
		return text
	}
	switch item {
	case term.Term(term.Atom("msg")):
		return s.message(w)
	case term.Term(term.Atom("level")):
		return w.event.level.String()
	case term.Term(term.Atom("time")):
		return at.Format("2006-01-02T15:04:05.000000-07:00")
	}
	if s.flag("legacy_header", false) && term.Equal(item, headerPath) {
		return w.event.header(at)
	}
	value, ok := w.meta(item)
	if !ok {
		return ""
	}
	return s.value(w, item, value)
}

func (s settings) choice(w writing, choice term.Tuple, at time.Time) string {
	items := choice[2]
	if _, ok := w.meta(choice[0]); ok {
		items = choice[1]
	}
	var b strings.Builder
	for inner := range term.Elements(items) {
		b.WriteString(s.item(w, inner, at))
	}
	return b.String()
}

// meta looks a key, or a path of keys, up in the metadata.
func (w *writing) meta(key term.Term) (term.Term, bool) {
	value, _ := w.term().Get(term.Atom("meta"))
	path := []term.Term{key}
	if term.IsList(key) {
		path, _ = term.Slice(key)
	}
	for _, k := range path {
		m, ok := value.(*term.Map)
		if !ok {
			return nil, false
		}
		if value, ok = m.Get(k); !ok {
			return nil, false
		}
	}
	return value, true
}

func (s settings) value(w writing, key, value term.Term) string {
	switch v := value.(type) {
	case term.Atom:
		return string(v)
	case term.Tuple:
		if key == term.Term(term.Atom("mfa")) && len(v) == 3 {
			return fmt.Sprintf("%s:%s/%s", inspect.Erlang(v[0]), inspect.Erlang(v[1]), inspect.Erlang(v[2]))
		}
	}
	if text, ok := ioserver.Chars(value); ok && term.IsList(value) {
		return text
	}
	return s.layout(w).term(value, 0)
}

// leastDepth is the least depth that a formatter takes.
const leastDepth = 5

func (s settings) layout(w writing) Layout {
	l := LayoutOf(s.m)
	l.SingleLine = s.single()
	if depth, ok := s.m.Get(term.Atom("depth")); !ok {
		l.Depth = FormatDepth(w.node)
	} else if _, ok := depth.(term.Int); ok {
		l.Depth = max(l.Depth, leastDepth)
	}
	return l
}

// message is the text of the event itself.
func (s settings) message(w writing) string {
	text := w.event.text(s.layout(w))
	if !s.single() {
		return text
	}
	return betweenLines().ReplaceAllString(strings.Trim(text, " \r\n"), ", ")
}

// header is the line that stood before events in OTP 20 and earlier.
func (e event) header(at time.Time) string {
	title := e.title
	if title == "" {
		title = strings.ToUpper(e.level.String()) + " REPORT"
	}
	return "=" + title + "==== " + at.Format("2-Jan-2006::15:04:05.000000") + " ==="
}
