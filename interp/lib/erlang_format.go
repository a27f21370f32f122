package lib

import (
	"math/big"
	"strconv"
	"strings"
	"unicode/utf8"

	"gex/runtime/inspect"
	"gex/runtime/ioserver"
	"gex/runtime/term"
)

// control is one control sequence of a format: ~F.P.PadModC.
type control struct {
	width, precision int // -1 for none
	left             bool
	pad              rune
	unicode          bool // the modifier t
	noStrings        bool // the modifier l
	letter           rune
	args             []term.Term
}

// part is a piece of a formatted text: characters as they stand, or what was
// made for a control sequence.
type part struct {
	text    string
	control *control
}

func joinedParts(parts []part) string {
	var b strings.Builder
	for _, p := range parts {
		b.WriteString(p.text)
	}
	return b.String()
}

// formatProblem is why a format cannot be filled. element is the number of the
// datum, from 1, that is not of the type, 0 if it is the format.
type formatProblem struct {
	reason  string
	element int
}

// words are what is wrong with the format and with its data.
func (p *formatProblem) words() [2]string {
	if p.element > 0 {
		return [2]string{"", "element " + strconv.Itoa(p.element) + " must be of type " + p.reason}
	}
	return [2]string{p.reason}
}

// printer shows a term for ~p or ~w in text that ends with before.
type printer func(before string, t term.Term, c *control) string

// erlangPrinter shows terms as Erlang does, singlePrinter on one line;
// elixirPrinter is Elixir's Logger.
func erlangPrinter(before string, t term.Term, c *control) string {
	switch c.letter {
	case 'w', 'W':
		return inspect.DepthText(inspect.ErlangStyle{Raw: true}.Line(t))
	}
	width, column := 80, utf8.RuneCountInString(before[strings.LastIndexByte(before, '\n')+1:])
	if c.width >= 0 {
		width = c.width
	}
	if c.precision >= 0 {
		column = c.precision - 1
	}
	style := inspect.ErlangStyle{Latin1: !c.unicode, NoStrings: c.noStrings}
	return inspect.DepthText(style.At(t, column, width))
}

func singlePrinter(_ string, t term.Term, _ *control) string { return inspect.ErlangLine(t) }

func elixirPrinter(_ string, t term.Term, _ *control) string {
	return inspect.Inspect(t, inspect.Options{Pretty: true})
}

// formatText is the text of a format: the bytes of a binary are characters.
func formatText(format term.Term, text string) string {
	if s, ok := format.(term.Binary); ok {
		return latin1(string(s))
	}
	return text
}

// latin1 reads bytes as characters of ISO 8859-1.
func latin1(s string) string {
	runes := make([]rune, len(s))
	for i := range len(s) {
		runes[i] = rune(s[i])
	}
	return string(runes)
}

// formatErlang replaces the control sequences of a format by data.
func formatErlang(format string, data []term.Term, show printer) ([]part, *formatProblem) {
	parts, problem := scanFormat(format, data)
	if problem != nil {
		return nil, problem
	}
	used := 0
	var before strings.Builder
	for i := range parts {
		if c := parts[i].control; c != nil {
			text, kind := c.format(before.String(), show)
			if kind != "" {
				return nil, &formatProblem{kind, used + 1}
			}
			parts[i].text = text
			used += len(c.args)
		}
		before.WriteString(parts[i].text)
	}
	return parts, nil
}

// formatScanner reads a format and takes what its controls need of the data.
type formatScanner struct {
	runes []rune
	at    int
	data  []term.Term
}

// scanFormat takes a format apart, with the data that each control needs.
func scanFormat(format string, data []term.Term) ([]part, *formatProblem) {
	s := formatScanner{runes: []rune(format), data: data}
	var parts []part
	for s.at < len(s.runes) {
		r := s.runes[s.at]
		s.at++
		if r != '~' {
			parts = append(parts, part{text: string(r)})
			continue
		}
		c, problem := s.control()
		if problem != nil {
			return nil, problem
		}
		parts = append(parts, part{control: c})
	}
	if len(s.data) > 0 {
		return nil, &formatProblem{reason: "wrong number of arguments"}
	}
	return parts, nil
}

// control reads a control sequence behind its tilde.
func (s *formatScanner) control() (*control, *formatProblem) {
	c := &control{width: -1, precision: -1, pad: ' '}
	if s.next('-') {
		c.left = true
	}
	width, ok := s.number()
	if !ok {
		return nil, &formatProblem{reason: "wrong number of arguments"}
	}
	if width < -1 {
		c.left, width = true, -width
	}
	c.width = width
	if s.next('.') {
		if c.precision, ok = s.number(); !ok {
			return nil, &formatProblem{reason: "wrong number of arguments"}
		}
		if s.next('.') && s.at < len(s.runes) {
			c.pad = s.runes[s.at]
			s.at++
			if c.pad == '*' && len(s.data) > 0 {
				n, _ := s.data[0].(term.Int)
				c.pad, s.data = rune(n), s.data[1:]
			}
		}
	}
	for s.at < len(s.runes) && (s.runes[s.at] == 't' || s.runes[s.at] == 'l') {
		c.unicode = c.unicode || s.runes[s.at] == 't'
		c.noStrings = c.noStrings || s.runes[s.at] == 'l'
		s.at++
	}
	if s.at == len(s.runes) {
		return nil, &formatProblem{reason: "format string truncated"}
	}
	c.letter = s.runes[s.at]
	s.at++
	return c, s.take(c)
}

func (s *formatScanner) next(r rune) bool {
	if s.at < len(s.runes) && s.runes[s.at] == r {
		s.at++
		return true
	}
	return false
}

// number reads digits, or takes an integer of the data for a star; -1 if there
// is none.
func (s *formatScanner) number() (int, bool) {
	if s.next('*') {
		if len(s.data) == 0 {
			return 0, false
		}
		n, ok := s.data[0].(term.Int)
		s.data = s.data[1:]
		return int(n), ok
	}
	start := s.at
	for s.at < len(s.runes) && s.runes[s.at] >= '0' && s.runes[s.at] <= '9' {
		s.at++
	}
	n, err := strconv.Atoi(string(s.runes[start:s.at]))
	if err != nil {
		return -1, true
	}
	return n, true
}

// take gives a control the data that its letter needs.
func (s *formatScanner) take(c *control) *formatProblem {
	need := 1
	switch c.letter {
	case 'n', '~':
		need = 0
	case 'W', 'P', 'x', 'X':
		need = 2
	case 'w', 'p', 's', 'c', 'e', 'f', 'g', 'b', 'B', '+', '#', 'i':
	default:
		return &formatProblem{reason: "format string invalid (invalid control ~" + string(c.letter) + ")"}
	}
	if len(s.data) < need {
		return &formatProblem{reason: "wrong number of arguments"}
	}
	c.args, s.data = s.data[:need], s.data[need:]
	return nil
}

// format returns the text for a control behind what is before it, and the type
// that its datum should have been of if it is not.
func (c *control) format(before string, show printer) (text, kind string) {
	switch c.letter {
	case 'n':
		return strings.Repeat("\n", max(c.width, 1)), ""
	case '~':
		return c.characters('~'), ""
	case 'i':
		return "", ""
	case 'p':
		if c.left {
			return "", "term"
		}
		return show(before, c.args[0], c), ""
	case 'w':
		return c.field(show(before, c.args[0], c)), ""
	case 'P', 'W':
		return c.cut(before, show)
	case 's':
		return c.string()
	case 'c':
		n, ok := c.args[0].(term.Int)
		if !ok {
			return "", "char"
		}
		if !c.unicode {
			n &= 0xFF
		}
		return c.characters(rune(n)), ""
	case 'e', 'f', 'g':
		return c.float()
	}
	return c.integer()
}

// cut shows a term down to a depth.
func (c *control) cut(before string, show printer) (text, kind string) {
	depth, ok := c.args[1].(term.Int)
	if !ok {
		return "", "integer"
	}
	t := c.args[0]
	if depth >= 0 {
		t = inspect.Cut(t, int(depth))
	}
	text = show(before, t, c)
	if c.letter == 'W' {
		text = c.field(text)
	}
	return text, ""
}

// string is the text of ~s: characters of a field, or as many as there is room
// for.
func (c *control) string() (text, kind string) {
	text, ok := c.chars(c.args[0])
	if !ok {
		return "", "string"
	}
	return c.padded(text), ""
}

func (c *control) chars(t term.Term) (string, bool) {
	if a, ok := t.(term.Atom); ok {
		return string(a), true
	}
	if c.unicode {
		return ioserver.Chars(t)
	}
	var b strings.Builder
	if _, isInt := t.(term.Int); isInt || !writeBytes(&b, t) {
		return "", false
	}
	return latin1(b.String()), true
}

// padded is a text in the field of ~s.
func (c *control) padded(text string) string {
	width, precision := c.width, c.precision
	if width < 0 {
		width = precision
	}
	if precision < 0 || precision > width {
		precision = width
	}
	if width < 0 {
		return text
	}
	runes := []rune(text)
	if len(runes) > precision {
		runes = runes[:precision]
	}
	if c.precision >= 0 && c.width > c.precision {
		runes = append(runes, []rune(strings.Repeat(string(c.pad), precision-len(runes)))...)
	}
	return c.adjusted(string(runes), width)
}

// field is a text in a field of which it fills the precision, stars if it is
// too long.
func (c *control) field(text string) string {
	width, precision := c.width, c.precision
	if width < 0 {
		width = precision
	}
	n := utf8.RuneCountInString(text)
	if precision < 0 {
		precision = n
	}
	switch most := min(n, precision, width); {
	case width < 0:
		return text
	case n > most:
		return c.adjusted(strings.Repeat("*", min(precision, width)), width)
	}
	return c.adjusted(text, width)
}

// adjusted pads a text to a width.
func (c *control) adjusted(text string, width int) string {
	fill := strings.Repeat(string(c.pad), max(width-utf8.RuneCountInString(text), 0))
	if c.left {
		return text + fill
	}
	return fill + text
}

// characters repeats a character as the precision says, in a field.
func (c *control) characters(r rune) string {
	n := c.precision
	if n < 0 {
		n = max(c.width, 1)
		if c.width < 0 {
			n = 1
		}
	}
	return c.adjusted(strings.Repeat(string(r), n), c.width)
}

// integer is the text of ~b, ~x and ~#, and their like.
func (c *control) integer() (text, kind string) {
	n, ok := term.BigInt(c.args[0])
	base := c.precision
	if base < 0 {
		base = 10
	}
	if !ok {
		return "", "integer"
	}
	if base < 2 || base > 36 {
		return "", "integer"
	}
	digits := new(big.Int).Abs(n).Text(base)
	if c.letter == 'B' || c.letter == 'X' || c.letter == '#' {
		digits = strings.ToUpper(digits)
	}
	prefix := ""
	switch c.letter {
	case 'x', 'X':
		if _, text := c.args[1].(term.Binary); text {
			return "", "string"
		}
		if prefix, ok = c.chars(c.args[1]); !ok {
			return "", "string"
		}
	case '+', '#':
		prefix = strconv.Itoa(base) + "#"
	}
	if n.Sign() < 0 {
		prefix = "-" + prefix
	}
	whole := *c
	whole.precision = -1
	return whole.field(prefix + digits), ""
}
