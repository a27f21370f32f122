package syntax

import (
	"errors"
	"strings"
)

// BreakLine is what, alone on a line, gives up an input that is not complete.
const BreakLine = "#iex:break"

// completingLimit is how many lines [Completing] looks at.
const completingLimit = 100

// Open reports whether source is the beginning of an input that more lines could
// make whole, and that has not been given up with #iex:break.
func Open(source string) bool {
	source = strings.TrimSuffix(source, "\n")
	last := source[strings.LastIndexByte(source, '\n')+1:]
	return strings.TrimSpace(last) != BreakLine && isOpen(source)
}

// Completing counts the first of lines that make an open source whole: texts
// leave out the ...> of wide inputs, or write iex> in front of each line. It is 0
// if source is not open, or if neither of the first 100 lines ends it.
func Completing(source string, lines []string) int {
	if !Open(source) {
		return 0
	}
	for n, line := range lines[:min(len(lines), completingLimit)] {
		source += "\n" + line
		if isOpen(source) {
			continue
		}
		if _, err := Parse(source+"\n", Options{}); err != nil {
			return 0
		}
		return n + 1
	}
	return 0
}

func isOpen(source string) bool {
	_, err := Parse(source+"\n", Options{})
	var failed *Error
	return errors.As(err, &failed) && failed.Incomplete
}
