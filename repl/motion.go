package repl

import (
	"slices"
	"strings"

	"gex/interp/observe"

	"github.com/chzyer/readline"
)

// A motion returns where the cursor goes from pos in a line that holds line
// breaks, or -1 if it does not go anywhere and the key is the editor's.
type motion func(line []rune, pos int) int

// motions are the keys that mean a line on the screen first, and all that is
// being typed only at its edge.
var motions = map[rune]motion{
	readline.CharPrev:      lineUp,
	readline.CharNext:      lineDown,
	readline.CharLineStart: lineStart,
	readline.CharLineEnd:   lineEnd,
}

func lineUp(line []rune, pos int) int {
	start := startOf(line, pos)
	if start == 0 {
		return -1
	}
	above := startOf(line, start-1)
	return min(above+pos-start, start-1)
}

func lineDown(line []rune, pos int) int {
	end := endOf(line, pos)
	if end == len(line) {
		return -1
	}
	return min(end+1+pos-startOf(line, pos), endOf(line, end+1))
}

func lineStart(line []rune, pos int) int {
	if start := startOf(line, pos); start != pos {
		return start
	}
	return -1
}

func lineEnd(line []rune, pos int) int {
	if end := endOf(line, pos); end != pos {
		return end
	}
	return -1
}

func startOf(line []rune, pos int) int {
	for pos > 0 && line[pos-1] != lineBreakRune {
		pos--
	}
	return pos
}

func endOf(line []rune, pos int) int {
	if i := slices.Index(line[pos:], lineBreakRune); i >= 0 {
		return pos + i
	}
	return len(line)
}

// moving returns the motion that a key means in the line as it was drawn last,
// or nil. Who leafs through the history with the arrows goes on doing so, until
// another key is pressed.
func (t *terminal) moving(r rune) motion {
	leafing := t.leafing
	t.leafing = false
	if t.editor.Operation.IsSearchMode() || t.editor.Operation.IsInCompleteMode() {
		return nil
	}
	m, step := motions[r], r == readline.CharPrev || r == readline.CharNext
	if m == nil || step && leafing || m(t.line, t.pos) < 0 {
		t.leafing = step
		return nil
	}
	return m
}

// continuation returns what stands before the lines of a statement that follow
// the one with the prompt: the prompt with dots, as in IEx, or room for it.
func continuation(prompt string) string {
	if rest, ok := strings.CutPrefix(prompt, "iex"); ok {
		return "..." + rest
	}
	if strings.HasPrefix(prompt, "...") {
		return prompt
	}
	return strings.Repeat(" ", observe.Width(prompt))
}
