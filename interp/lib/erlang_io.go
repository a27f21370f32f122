package lib

import (
	"fmt"
	"strconv"
	"strings"

	"gex/runtime/exception"
	"gex/runtime/inspect"
	"gex/runtime/ioserver"
	"gex/runtime/process"
	"gex/runtime/term"
)

var erlangIOTable = Module{
	Name: "io",
	Doc:  "Erlang's output. `~p` and `~w` show a term as Erlang writes it, `~s` text, `~n` a newline.",
	Functions: []Function{
		{"format", "format", "Prints a text with its controls replaced.", func(self *process.Process, a []term.Term) (term.Term, error) {
			return erlangFormat(self, args{term.Atom("standard_io"), a[0], term.Empty}, a)
		}},
		{"format", "format, data", "Prints a text with its controls replaced by the data.", func(self *process.Process, a []term.Term) (term.Term, error) {
			return erlangFormat(self, args{term.Atom("standard_io"), a[0], a[1]}, a)
		}},
		{"format", "device, format, data", "Prints on a device.", func(self *process.Process, a []term.Term) (term.Term, error) { return erlangFormat(self, a, a) }},
		{"fwrite", "format, data", "As `format/2`.", func(self *process.Process, a []term.Term) (term.Term, error) {
			return erlangFormat(self, args{term.Atom("standard_io"), a[0], a[1]}, a)
		}},
		{"put_chars", "chars", "Prints characters.", func(self *process.Process, a []term.Term) (term.Term, error) {
			return erlangPutChars(self, args{term.Atom("standard_io"), a[0]})
		}},
		{"put_chars", "device, chars", "Prints characters on a device.", erlangPutChars},
		{"nl", "", "Prints a newline.", func(self *process.Process, _ []term.Term) (term.Term, error) {
			return erlangPutChars(self, args{term.Atom("standard_io"), term.Binary("\n")})
		}},
	},
}

func erlangPutChars(self *process.Process, a []term.Term) (term.Term, error) {
	text, ok := ioserver.Chars(a[1])
	if !ok {
		return nil, badarg("io", "put_chars", a...)
	}
	return term.OK, ioserver.PutChars(self, a[0], text)
}

// erlangFormat prints on device a[0]; call is what the learner called it with.
func erlangFormat(self *process.Process, a, call args) (term.Term, error) {
	format, ok1 := ioserver.Chars(a[1])
	data, ok2 := term.Slice(a[2])
	if !ok1 || !ok2 {
		return nil, exception.In(badarg("io", "format", call...))
	}
	text, problem := formatErlang(format, data, erlangPrinter)
	if problem != "" {
		err := refused("io", "format", call, problem)
		exception.As(err).Stack[0].File, exception.As(err).Stack[0].Line = "io.erl", 99
		return nil, err
	}
	return term.OK, ioserver.PutChars(self, a[0], text)
}

// control is one control sequence of a format: ~F.P.PadC.
type control struct {
	width, precision int // -1 for none
	left             bool
	pad              rune
	letter           rune
}

// printer shows a term for ~p, if pretty, or ~w in text that ends before it.
type printer func(before string, t term.Term, pretty bool) string

// erlangPrinter shows terms as Erlang does, singlePrinter on one line;
// elixirPrinter is Elixir's Logger.
func erlangPrinter(before string, t term.Term, pretty bool) string {
	if !pretty {
		return inspect.ErlangLine(t)
	}
	return strings.TrimPrefix(string(inspect.ErlangText(before).Term(t)), before)
}

func singlePrinter(_ string, t term.Term, _ bool) string { return inspect.ErlangLine(t) }

func elixirPrinter(_ string, t term.Term, _ bool) string {
	return inspect.Inspect(t, inspect.Options{Pretty: true})
}

// formatErlang replaces the control sequences of a format by data.
func formatErlang(format string, data []term.Term, show printer) (text, problem string) {
	var b strings.Builder
	runes := []rune(format)
	for i := 0; i < len(runes); i++ {
		if runes[i] != '~' {
			b.WriteRune(runes[i])
			continue
		}
		c, next := parseControl(runes, i+1)
		i = next
		switch c.letter {
		case 'n':
			b.WriteByte('\n')
			continue
		case '~':
			b.WriteByte('~')
			continue
		}
		if len(data) == 0 {
			return "", "wrong number of arguments"
		}
		part, ok := c.format(b.String(), data[0], show)
		data = data[1:]
		if !ok {
			return "", "format string invalid (invalid control ~" + string(c.letter) + ")"
		}
		b.WriteString(c.padded(part))
	}
	if len(data) > 0 {
		return "", "wrong number of arguments"
	}
	return b.String(), ""
}

// parseControl reads a control sequence behind its tilde and returns the index
// of its letter.
func parseControl(runes []rune, i int) (control, int) {
	c := control{width: -1, precision: -1, pad: ' '}
	number := func() int {
		start := i
		for i < len(runes) && runes[i] >= '0' && runes[i] <= '9' {
			i++
		}
		n, err := strconv.Atoi(string(runes[start:i]))
		if err != nil {
			return -1
		}
		return n
	}
	if i < len(runes) && runes[i] == '-' {
		c.left = true
		i++
	}
	c.width = number()
	if i < len(runes) && runes[i] == '.' {
		i++
		c.precision = number()
	}
	if i+1 < len(runes) && runes[i] == '.' {
		c.pad = runes[i+1]
		i += 2
	}
	for i < len(runes) && (runes[i] == 't' || runes[i] == 'l') {
		i++
	}
	if i < len(runes) {
		c.letter = runes[i]
	}
	return c, i
}

func (c control) padded(text string) string {
	fill := strings.Repeat(string(c.pad), max(c.width-len([]rune(text)), 0))
	if c.left {
		return text + fill
	}
	return fill + text
}

// format returns the text of one term behind what is before it.
func (c control) format(before string, t term.Term, show printer) (string, bool) {
	switch c.letter {
	case 'p':
		return show(before, t, true), true
	case 'w', 'W', 'P':
		return show(before, t, false), true
	case 's':
		if a, ok := t.(term.Atom); ok {
			return string(a), true
		}
		text, ok := ioserver.Chars(t)
		return text, ok
	case 'b', 'B':
		n, ok := term.BigInt(t)
		if !ok {
			return "", false
		}
		return n.Text(max(c.precision, 10)), true
	case 'c':
		n, ok := t.(term.Int)
		return string(rune(n)), ok
	case 'f', 'e', 'g':
		f, ok := t.(term.Float)
		precision := c.precision
		if precision < 0 {
			precision = 6
		}
		return fmt.Sprintf("%.*"+string(c.letter), precision, float64(f)), ok
	case 'i':
		return "", true
	}
	return "", false
}
