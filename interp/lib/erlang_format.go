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
	depth, chars     int // where terms are cut off, -1 for nowhere
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

// erlangPrinter shows terms as Erlang does, elixirPrinter as Elixir's Logger.
func erlangPrinter(before string, t term.Term, c *control) string {
	switch c.letter {
	case 'w', 'W':
		return inspect.ErlangStyle{Raw: true}.Within(c.depth, c.chars).Line(t)
	}
	width, column := 80, utf8.RuneCountInString(before[strings.LastIndexByte(before, '\n')+1:])
	if c.width >= 0 {
		width = c.width
	}
	if c.precision >= 0 {
		column = c.precision - 1
	}
	style := inspect.ErlangStyle{Latin1: !c.unicode, NoStrings: c.noStrings}
	return style.Within(c.depth, c.chars).At(t, column, width)
}

// elixirPrinter takes a depth for the number of elements.
func elixirPrinter(_ string, t term.Term, c *control) string {
	o := inspect.Options{Pretty: c.letter == 'p' || c.letter == 'P', Limit: max(c.depth, 0)}
	if c.width >= 0 {
		o.Width = max(c.width, 1)
	}
	return inspect.Inspect(t, o)
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
	return formatWithin(format, data, -1, show)
}

// formatWithin is formatErlang for a text of about so many characters, as
// chars_limit asks for; -1 is no limit.
func formatWithin(format string, data []term.Term, chars int, show printer) ([]part, *formatProblem) {
	parts, problem := scanFormat(format, data)
	if problem == nil {
		problem = fillParts(parts, chars, show)
	}
	return parts, problem
}

// fillParts makes the text of the controls. Those whose text may be long share
// what the others leave of the characters.
func fillParts(parts []part, chars int, show printer) (first *formatProblem) {
	fill := func(i int, before string) {
		text, kind := parts[i].control.format(before, show)
		parts[i].text = text
		if element := elementOf(parts, i); kind != "" && (first == nil || element < first.element) {
			first = &formatProblem{kind, element}
		}
	}
	share := inspect.Share{Chars: chars}
	for i, p := range parts {
		if p.control.isLong() {
			share.Terms++
			continue
		}
		if p.control != nil {
			fill(i, "")
		}
		share.Text(parts[i].text)
	}
	var before strings.Builder
	for i, p := range parts {
		if p.control.isLong() {
			p.control.chars = share.Next()
			fill(i, before.String())
			share.Text(parts[i].text)
		}
		before.WriteString(parts[i].text)
	}
	return first
}

// elementOf is the number of the first datum of a control, from 1.
func elementOf(parts []part, i int) int {
	n := 1
	for _, p := range parts[:i] {
		if p.control != nil {
			n += len(p.control.args)
		}
	}
	return n
}

// isLong reports whether the text of a control may have any length.
func (c *control) isLong() bool {
	if c == nil {
		return false
	}
	switch c.letter {
	case 'p', 'P', 'w', 'W':
		return true
	case 's':
		_, isAtom := c.args[0].(term.Atom)
		return !isAtom
	}
	return false
}

// needs is the number of data that the letter of a control takes.
func (c *control) needs() (int, bool) {
	switch c.letter {
	case 'n', '~':
		return 0, true
	case 'W', 'P', 'x', 'X':
		return 2, true
	case 'w', 'p', 's', 'c', 'e', 'f', 'g', 'b', 'B', '+', '#', 'i':
		return 1, true
	}
	return 0, false
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
	c.depth = max(int(depth), -1)
	text = show(before, c.args[0], c)
	if c.letter == 'W' {
		text = c.field(text)
	}
	return text, ""
}

// string is the text of ~s: characters of a field, or as many as there is room
// for.
func (c *control) string() (text, kind string) {
	text, ok := c.characterData(c.args[0])
	if !ok {
		return "", "string"
	}
	if c.chars < 0 {
		return c.padded(text), ""
	}
	field := *c
	if c.width >= 0 {
		field.width = max(len(dotsOf), min(c.width, c.chars))
	}
	if c.width < 0 || c.chars < c.width {
		text = c.begin(text)
	}
	if field.width >= 0 && field.precision > field.width {
		return "", "string"
	}
	return field.padded(text), ""
}

const dotsOf = "..."

// begin is a text with dots for what is beyond the characters.
func (c *control) begin(text string) string {
	characters := []string(nil)
	if c.unicode {
		characters = graphemes(text)
	} else {
		characters = strings.Split(text, "")
	}
	if len(characters) <= max(c.chars, len(dotsOf)) {
		return text
	}
	return strings.Join(characters[:max(c.chars-len(dotsOf), 0)], "") + dotsOf
}

func (c *control) characterData(t term.Term) (string, bool) {
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
		if prefix, ok = c.characterData(c.args[1]); !ok {
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
