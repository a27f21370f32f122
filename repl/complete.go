package repl

import (
	"slices"
	"strings"

	"gex/interp"
	"gex/interp/observe"
)

// completer asks the session for candidates. It runs on the editor's
// goroutine.
type completer struct{ t *terminal }

// Do implements readline.AutoCompleter. It completes as far as the candidates
// agree and shows them above the line if there are several and nothing can be
// added; the menu of readline is never used. Where there is nothing to complete
// yet, at the start of a line that continues a statement, Tab indents.
func (c completer) Do(line []rune, pos int) ([][]rune, int) {
	text := decodeLine(string(line[:pos]))
	if c.t.continued.Load() && strings.TrimSpace(text) == "" {
		return [][]rune{{'\t'}}, 0
	}
	c.t.helping.Store(true)
	defer c.t.helping.Store(false)
	c.t.room.Broadcast()
	found := c.t.complete(text, len(text))
	if found.Start < 0 || found.Start > len(text) {
		return nil, 0
	}
	if addition := commonAddition(text[found.Start:], found.Found); addition != "" {
		return [][]rune{[]rune(encodeLine(addition))}, 0
	}
	if menu := menuOf(found, c.t.columns()); menu != "" {
		c.t.Write([]byte(menu))
	}
	return nil, 0
}

// menuOf is what is shown where nothing can be added: the signature of the
// function and the candidates, with their notes if they have some.
func menuOf(found interp.Completion, columns int) string {
	menu := ""
	if found.Signature != "" {
		menu = found.Signature + "\n"
	}
	var labels []string
	widest, noted := 0, false
	for _, f := range found.Found {
		labels = append(labels, f.Label)
		widest, noted = max(widest, observe.Width(f.Label)), noted || f.Note != ""
	}
	switch {
	case noted:
		for _, f := range found.Found {
			line := f.Label + strings.Repeat(" ", widest+2-observe.Width(f.Label)) + f.Note
			menu += strings.TrimRight(cutToWidth(line, columns-1), " ") + "\n"
		}
	case len(labels) > 1:
		menu += columnsOf(slices.Compact(labels), columns)
	}
	return menu
}

// cutToWidth cuts a line to a number of columns.
func cutToWidth(line string, columns int) string {
	if observe.Width(line) <= columns {
		return line
	}
	width := 0
	for i, r := range line {
		if width += observe.RuneWidth(r); width > columns-3 {
			return line[:i] + "..."
		}
	}
	return line
}

// commonAddition returns what all candidates that start with typed go on with.
func commonAddition(typed string, candidates []interp.Candidate) string {
	common, found := "", false
	for _, c := range candidates {
		word, ok := strings.CutPrefix(c.Word, typed)
		if !ok {
			continue
		}
		rest := []rune(word)
		if !found {
			common, found = string(rest), true
			continue
		}
		common = commonPrefix(common, string(rest))
	}
	return common
}

func commonPrefix(a, b string) string {
	x, y := []rune(a), []rune(b)
	n := 0
	for n < len(x) && n < len(y) && x[n] == y[n] {
		n++
	}
	return string(x[:n])
}
