package repl

import (
	"slices"
	"strings"
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
	start, candidates := c.t.complete(text, len(text))
	if len(candidates) == 0 || start < 0 || start > len(text) {
		return nil, 0
	}
	if addition := commonAddition(text[start:], candidates); addition != "" {
		return [][]rune{[]rune(encodeLine(addition))}, 0
	}
	if names := withoutModule(candidates); len(names) > 1 {
		c.t.Write([]byte(columnsOf(names, c.t.columns())))
	}
	return nil, 0
}

// withoutModule returns the candidates in order, each once, without the
// qualifier that all have.
func withoutModule(candidates []string) []string {
	common := candidates[0]
	for _, c := range candidates {
		common = commonPrefix(common, c)
	}
	names := make([]string, len(candidates))
	for i, c := range candidates {
		names[i] = c[strings.LastIndexByte(common, '.')+1:]
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// commonAddition returns what all candidates that start with typed go on with.
func commonAddition(typed string, candidates []string) string {
	common, found := "", false
	for _, c := range candidates {
		if len(c) < len(typed) || c[:len(typed)] != typed {
			continue
		}
		rest := []rune(c[len(typed):])
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
