package repl

import (
	"strings"

	"gex/interp/syntax"
	"gex/runtime/late"
)

// A prompt as transcripts show it: "iex> ", "iex(3)> ", "iex(node@host)3> ",
// "...(3)> ", "...> ", "... (4)> ", each perhaps after the number of a listing
// ("12. iex(3)> ").
var promptPattern = late.Regexp(
	`^\s*(?:\d+\.\s+)?(iex|\.\.\.)(?:\s?\([^()\s]*\)\d*)?>(?: |$)`)

// StripPrompt removes the prompt of a transcript from the start of a line. It
// says whether there was one and whether that was a prompt of continuation.
func StripPrompt(line string) (rest string, prompted, continued bool) {
	m := promptPattern().FindStringSubmatchIndex(line)
	if m == nil {
		return line, false, false
	}
	return line[m[1]:], true, line[m[2]:m[3]] == "..."
}

// An Excerpt is a piece of a transcript: a statement, and what it printed as
// far as that was copied too. What a statement needs to be whole belongs to it,
// with or without a prompt.
type Excerpt struct {
	Input  []string
	Output []string
}

// fence is a line between the sessions and the prose of a Markdown text.
var fence = late.Regexp("^ {0,3}(?:```|~~~|\\{% *endhighlight)")

// SplitTranscript takes apart a text with prompts. Lines before the first
// prompt are dropped, and those between the fence behind a session and the next
// prompt. It returns nil if there is no prompt in text.
func SplitTranscript(text string) []Excerpt {
	var all []Excerpt
	prose := true
	for line := range strings.SplitSeq(text, "\n") {
		rest, prompted, continued := StripPrompt(line)
		prose = !prompted && (prose || fence().MatchString(line))
		last := len(all) - 1
		switch {
		case prompted && continued && last >= 0:
			all[last].Input = append(all[last].Input, rest)
		case prompted:
			all = append(all, Excerpt{Input: []string{rest}})
		case !prose:
			all[last].Output = append(all[last].Output, line)
		}
	}
	for i := range all {
		e := &all[i]
		n := syntax.Completing(strings.Join(e.Input, "\n"), e.Output)
		e.Input, e.Output = append(e.Input, e.Output[:n]...), e.Output[n:]
	}
	return all
}

// pastedLines returns the lines to type for a pasted text. If it is a
// transcript these are its inputs, each ended, and outputs has what was pasted
// behind them, by the last line of each. The last line is "" if the text ends
// with a line break; otherwise it is left for the learner to finish.
func pastedLines(text string) (lines []string, outputs map[int]string) {
	text = plainText(text)
	excerpts := SplitTranscript(text)
	if excerpts == nil {
		return strings.Split(text, "\n"), nil
	}
	outputs = make(map[int]string)
	for _, e := range excerpts {
		lines = append(lines, e.Input...)
		if output := strings.TrimRight(strings.Join(e.Output, "\n"), "\n"); output != "" {
			outputs[len(lines)-1] = output
		}
	}
	if len(lines) > 1 || strings.HasSuffix(text, "\n") {
		lines = append(lines, "")
	}
	return lines, outputs
}

// agrees reports whether compare holds for a pasted output or, as pages have
// prose between their sessions, for what stands before an empty line of it.
func agrees(pasted string, compare func(pasted string) bool) bool {
	for {
		if compare(pasted) {
			return true
		}
		i := strings.LastIndex(pasted, "\n\n")
		if i < 0 {
			return false
		}
		pasted = strings.TrimRight(pasted[:i], "\n")
	}
}

// plainText makes line ends "\n" and drops control characters.
func plainText(text string) string {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text)
	return strings.Map(func(r rune) rune {
		if (r < ' ' || r == 0x7F) && r != '\n' && r != '\t' {
			return -1
		}
		return r
	}, text)
}

// nextCode returns the first of lines that is neither blank nor a comment.
func nextCode(lines []string) string {
	for _, line := range lines {
		if t := strings.TrimSpace(line); t != "" && t[0] != '#' && !strings.HasPrefix(t, "//") {
			return line
		}
	}
	return ""
}

// pipeLine is a line that, pasted with the expression before it, goes on with
// it.
var pipeLine = late.Regexp(`^\s*(?:\|>|<>|\+\+|--|\|\||&&|(?:and|or)\s)`)
