package interp

import (
	"regexp"
	"slices"
	"strings"

	"gex/interp/gosrc"
	"gex/interp/syntax"
	"gex/runtime/late"
)

// Status tells how much of an input has been typed. It runs nothing.
func (s *Session) Status(text string) Status {
	text = s.unprompted(text)
	if lastLine(text) == syntax.BreakLine {
		return Wrong
	}
	if _, ok := s.slash(text); ok {
		return Complete
	}
	if Classify(text) == Go {
		return s.statusGo(text)
	}
	if blank(text) {
		return Blank
	}
	_, err := syntax.Parse(line(text), s.syntaxOptions())
	switch failed, ok := err.(*syntax.Error); {
	case err == nil:
		return Complete
	case ok && failed.Incomplete:
		return Incomplete
	}
	return Wrong
}

func (s *Session) statusGo(text string) Status {
	rest, _ := skipGoComments(text)
	switch {
	case strings.TrimSpace(rest) == "":
		return Blank
	case gosrc.Incomplete(text):
		return Incomplete
	case !gosrc.WellFormed(text):
		return Wrong
	case strings.HasSuffix(text, "\n\n\n"):
		return Complete
	case s.awaitsMethods(text):
		return Incomplete
	}
	return Complete
}

// behaviourType finds a Go type that uses a behaviour: its name is the first
// submatch.
var behaviourType = late.Regexp(`(?m)^\s*type\s+(\w+)\s+struct\s*\{\s*Use\w+`)

// awaitsMethods reports whether text declares a type that uses a behaviour and
// none of its methods, there or earlier.
func (s *Session) awaitsMethods(text string) bool {
	for _, match := range behaviourType().FindAllStringSubmatch(text, -1) {
		method := regexp.MustCompile(`(?m)^\s*func\s*\(\s*(\w+\s+)?\*?` + match[1] + `\s*\)`)
		if !method.MatchString(text) && !s.hasMethods(match[1]) {
			return true
		}
	}
	return false
}

// Continues reports whether the next lines of a paste or a file belong to the
// complete input text: both are Go declarations.
func (s *Session) Continues(text, next string) bool {
	return Classify(text) == Go && Classify(next) == Go && strings.TrimSpace(next) != ""
}

// blank reports whether an input is nothing but space and comments.
func blank(text string) bool {
	for line := range strings.Lines(text) {
		if line := strings.TrimSpace(line); line != "" && line[0] != '#' {
			return false
		}
	}
	return true
}

// line returns an input as it was typed: its last line ends with a newline,
// which matters behind ? and a backslash.
func line(text string) string { return strings.TrimSuffix(text, "\n") + "\n" }

func lastLine(text string) string {
	text = strings.TrimRight(text, "\n")
	return strings.TrimSpace(text[strings.LastIndexByte(text, '\n')+1:])
}

// prompt matches the prompts of IEx as guides print them, after an optional
// number of the line in a listing.
var prompt = late.Regexp(`^\s*(?:\d+\.\s+)?(?:iex(?:\([^)]*\)\d*)?|\.\.\.\s*(?:\(\d+\))?)>( |$)`)

// unprompted frees a pasted input of its prompts. IEx does not do that.
func (s *Session) unprompted(text string) string {
	if s.options.Strict {
		return text
	}
	return StripPrompts(text)
}

// StripPrompts removes the prompts of a pasted transcript from the beginning
// of lines. Text whose first line has none is returned as it is, and prompts
// further in than the first are examples in a documentation.
func StripPrompts(text string) string {
	lines := strings.SplitAfter(text, "\n")
	first := slices.IndexFunc(lines, func(line string) bool { return strings.TrimSpace(line) != "" })
	if first < 0 || !prompt().MatchString(strings.TrimSuffix(lines[first], "\n")) {
		return text
	}
	margin := blanks(lines[first])
	for i, line := range lines {
		at := prompt().FindStringIndex(strings.TrimSuffix(line, "\n"))
		if at != nil && blanks(line) <= margin {
			lines[i] = line[at[1]:]
		}
	}
	return strings.Join(lines, "")
}

// blanks counts the white space at the beginning of a line.
func blanks(line string) int { return len(line) - len(strings.TrimLeft(line, " \t")) }
