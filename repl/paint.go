package repl

import "strings"

// painter shows the line buffer. It runs on the editor's goroutine.
type painter struct{ t *terminal }

const (
	lineBreakSign = "\x1b[2m⏎\x1b[22m"
	tabWidth      = 4 // of readline
)

// Paint implements readline.Painter: signs for line breaks. The editor moves
// the cursor back by one column for each rune, so runes wider than that need
// more.
func (p painter) Paint(line []rune, pos int) []rune {
	p.t.length.Store(int64(len(line)))
	var b strings.Builder
	for _, r := range line {
		switch r {
		case lineBreakRune:
			b.WriteString(lineBreakSign)
		case insertRune:
		default:
			b.WriteRune(r)
		}
	}
	for _, r := range line[min(pos, len(line)):] {
		width := runeWidth(r)
		if r == '\t' {
			width = tabWidth
		}
		b.WriteString(strings.Repeat("\b", max(0, width-1)))
	}
	return []rune(b.String())
}
