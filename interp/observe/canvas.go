package observe

import "strings"

// canvas is one line of a picture, in columns. A character of two columns has
// a zero behind it.
type canvas struct{ cells []rune }

func newCanvas(width int) *canvas {
	c := &canvas{make([]rune, width)}
	for i := range c.cells {
		c.cells[i] = ' '
	}
	return c
}

// write puts text over what there is, from a column on, as far as it fits.
func (c *canvas) write(x int, text string) {
	for _, r := range text {
		w := RuneWidth(r)
		if w == 0 {
			continue
		}
		if x < 0 || x+w > len(c.cells) {
			return
		}
		c.clear(x)
		c.clear(x + w - 1)
		c.cells[x] = r
		if w == 2 {
			c.cells[x+1] = 0
		}
		x += w
	}
}

// clear replaces the half of a wide character that another one covers.
func (c *canvas) clear(x int) {
	if c.cells[x] == 0 && x > 0 {
		c.cells[x-1] = ' '
	}
	if x+1 < len(c.cells) && c.cells[x+1] == 0 {
		c.cells[x+1] = ' '
	}
	c.cells[x] = ' '
}

// String returns the line without the blanks at its end.
func (c *canvas) String() string {
	var b strings.Builder
	for _, r := range c.cells {
		if r != 0 {
			b.WriteRune(r)
		}
	}
	return strings.TrimRight(b.String(), " ")
}

// Width returns the number of columns that a text takes.
func Width(text string) int {
	n := 0
	for _, r := range text {
		n += RuneWidth(r)
	}
	return n
}

// Cut shortens a text to a number of columns; mark stands where something is
// missing. Line breaks become spaces.
func Cut(text string, width int, mark string) string {
	text = strings.ReplaceAll(text, "\n", " ")
	if Width(text) <= width {
		return text
	}
	room := width - Width(mark)
	if room < 0 {
		return ""
	}
	n := 0
	for i, r := range text {
		if n += RuneWidth(r); n > room {
			return text[:i] + mark
		}
	}
	return text
}

// Pad fills a text with spaces up to a number of columns.
func Pad(text string, width int) string {
	return text + strings.Repeat(" ", max(width-Width(text), 0))
}
