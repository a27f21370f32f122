package repl

import (
	"strings"
	"testing"
)

// A text with | shows the cursor, _ a line break.
func TestMotions(t *testing.T) {
	for _, tt := range []struct {
		name       string
		move       motion
		from, want string // want is empty for a key of the editor
	}{
		{"up", lineUp, "abc_de|f", "ab|c_def"},
		{"up to a shorter line", lineUp, "a_bcd|", "a|_bcd"},
		{"up over an empty line", lineUp, "a__b|", "a_|_b"},
		{"up from the first line", lineUp, "ab|c_d", ""},
		{"down", lineDown, "a|bc_def", "abc_d|ef"},
		{"down to a shorter line", lineDown, "abc|_d", "abc_d|"},
		{"down to an empty line", lineDown, "abc|_", "abc_|"},
		{"down from the last line", lineDown, "abc_d|", ""},
		{"to the start", lineStart, "abc_de|f", "abc_|def"},
		{"at the start", lineStart, "abc_|def", ""},
		{"to the end", lineEnd, "a|bc_def", "abc|_def"},
		{"at the end", lineEnd, "abc|_def", ""},
	} {
		encode := strings.NewReplacer("_", string(lineBreakRune), "|", "")
		line, pos := []rune(encode.Replace(tt.from)), strings.IndexByte(tt.from, '|')
		want := strings.IndexByte(tt.want, '|')
		if got := tt.move(line, pos); got != want {
			t.Errorf("%s: from %s to %d, want %d", tt.name, tt.from, got, want)
		}
	}
}

func TestContinuationPrompt(t *testing.T) {
	for prompt, want := range map[string]string{
		"iex(12)> ": "...(12)> ",
		"...(1)> ":  "...(1)> ",
		"answer> ":  "        ",
	} {
		if got := continuation(prompt); got != want {
			t.Errorf("continuation(%q) = %q, want %q", prompt, got, want)
		}
	}
}
