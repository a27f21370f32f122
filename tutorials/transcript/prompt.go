package transcript

import (
	"strconv"
	"strings"

	"gex/runtime/late"
)

// promptPattern is a line that begins with a prompt: margin (indentation and
// listing number), prompt, input.
var promptPattern = late.Regexp(
	`^([ \t]*(?:\d+\.[ \t]+)?)((?:iex|\.\.\.)(?: ?\([^()\s]*\)\d*)?>)( ?)(.*)$`)

// numberPattern is a line that begins with a listing number. The last blank
// after it may be missing on an empty line.
var numberPattern = late.Regexp(`^([ \t]*)(\d+)\.(?:[ \t]|$)`)

var promptNumber = late.Regexp(`\((?:[^()]*@[^()]*|(\d+))\)(\d*)>`)

// splitPrompt takes a line without its end apart. ok is false if it has no
// prompt.
func splitPrompt(line string) (l Line, ok bool) {
	m := promptPattern().FindStringSubmatch(line)
	if m == nil || m[3] == "" && m[4] != "" {
		return Line{}, false
	}
	return Line{Margin: m[1], Prompt: m[2] + m[3], Text: m[4]}, true
}

// StripPrompt returns a line without the prompt and listing number that a
// learner may have copied with it.
func StripPrompt(line string) string {
	if l, ok := splitPrompt(line); ok {
		return l.Text
	}
	return line
}

// first reports whether the prompt begins an input and does not continue one.
func (l Line) first() bool { return strings.HasPrefix(l.Prompt, "iex") }

// number returns N of iex(N)>, and 0 if the prompt has none.
func (l Line) number() int {
	m := promptNumber().FindStringSubmatch(l.Prompt)
	if m == nil {
		return 0
	}
	n, _ := strconv.Atoi(m[1] + m[2])
	return n
}

// listed reports whether the margin ends in a listing number.
func (l Line) listed() bool { return strings.Contains(l.Margin, ".") }

// splitNumber moves the listing number of an output line into its margin if
// it is the one that follows.
func splitNumber(text string, want int) (margin, rest string, ok bool) {
	m := numberPattern().FindStringSubmatch(text)
	if m == nil || m[2] != strconv.Itoa(want) {
		return "", text, false
	}
	return m[0], text[len(m[0]):], true
}

// marginNumber returns the listing number in a margin.
func marginNumber(margin string) (int, bool) {
	m := numberPattern().FindStringSubmatch(margin)
	if m == nil {
		return 0, false
	}
	n, err := strconv.Atoi(m[2])
	return n, err == nil
}
