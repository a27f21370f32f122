package lib

import (
	"strconv"

	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// controlTerm is a control sequence as scan_format/2 shows it.
func controlTerm(c *control) term.Term {
	number := func(n int) term.Term {
		if n < 0 {
			return term.Atom("none")
		}
		return term.Int(n)
	}
	adjust, encoding := term.Atom("right"), term.Atom("latin1")
	if c.left {
		adjust = "left"
	}
	if c.unicode {
		encoding = "unicode"
	}
	return term.NewMap(pair("adjust", adjust), pair("args", term.List(c.args...)), pair("control_char", term.Int(c.letter)),
		pair("encoding", encoding), pair("pad_char", term.Int(c.pad)), pair("precision", number(c.precision)),
		pair("strings", term.Bool(!c.noStrings)), pair("width", number(c.width)))
}

// controlOf reads what controlTerm made.
func controlOf(m *term.Map) *control {
	get := func(key string) term.Term { value, _ := m.Get(term.Atom(key)); return value }
	number := func(key string) int {
		n, ok := get(key).(term.Int)
		if !ok {
			return -1
		}
		return int(n)
	}
	args, _ := term.Slice(get("args"))
	return &control{
		width: number("width"), precision: number("precision"), pad: rune(number("pad_char")), letter: rune(number("control_char")),
		left: get("adjust") == term.Term(term.Atom("left")), unicode: get("encoding") == term.Term(term.Atom("unicode")),
		noStrings: get("strings") == term.Term(term.False), args: args, depth: -1, chars: -1,
	}
}

func ioLibScan(_ *process.Process, a []term.Term) (term.Term, error) {
	text, ok1 := ioLibText(a[0])
	data, ok2 := term.Slice(a[1])
	if !ok1 || !ok2 {
		return nil, badarg("io_lib", "scan_format", a...)
	}
	parts, problem := scanFormat(text, data)
	if problem != nil {
		return nil, badarg("io_lib", "scan_format", a...)
	}
	var list []term.Term
	for _, p := range parts {
		if p.control != nil {
			list = append(list, controlTerm(p.control))
			continue
		}
		for _, r := range p.text {
			list = append(list, term.Int(r))
		}
	}
	return term.List(list...), nil
}

// scanned reads the result of scan_format/2.
func scanned(t term.Term) ([]part, bool) {
	list, ok := term.Slice(t)
	var parts []part
	for _, e := range list {
		switch e := e.(type) {
		case term.Int:
			parts = append(parts, part{text: string(rune(e))})
		case *term.Map:
			c := controlOf(e)
			if n, known := c.needs(); !known || len(c.args) != n {
				return nil, false
			}
			parts = append(parts, part{control: c})
		default:
			return nil, false
		}
	}
	return parts, ok
}

func ioLibBuild(_ *process.Process, a []term.Term) (term.Term, error) {
	parts, ok := scanned(a[0])
	chars, line := -1, 234
	if len(a) > 1 {
		limit, isLimit := charsLimit(a[1])
		chars, line, ok = limit, 248, ok && isLimit
	}
	if !ok || fillParts(parts, chars, erlangPrinter) != nil {
		err := badarg("io_lib", "build_text", a...)
		exception.As(err).Stack[0].File, exception.As(err).Stack[0].Line = "io_lib.erl", line
		return nil, err
	}
	return deepParts(parts), nil
}

func ioLibUnscan(_ *process.Process, a []term.Term) (term.Term, error) {
	parts, ok := scanned(a[0])
	if !ok {
		return nil, errClause
	}
	text := ""
	var data []term.Term
	for _, p := range parts {
		if p.control == nil {
			text += p.text
			continue
		}
		text += p.control.source()
		data = append(data, p.control.args...)
	}
	return term.Tuple{term.Charlist(text), term.List(data...)}, nil
}

// source is a control sequence as it is written in a format.
func (c *control) source() string {
	text := "~"
	if c.left {
		text += "-"
	}
	if c.width >= 0 {
		text += strconv.Itoa(c.width)
	}
	if c.precision >= 0 || c.pad != ' ' {
		text += "."
	}
	if c.precision >= 0 {
		text += strconv.Itoa(c.precision)
	}
	if c.pad != ' ' {
		text += "." + string(c.pad)
	}
	if c.unicode {
		text += "t"
	}
	if c.noStrings {
		text += "l"
	}
	return text + string(c.letter)
}
