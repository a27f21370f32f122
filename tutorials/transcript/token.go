package transcript

import (
	"regexp"
	"strings"
	"unicode"

	"gex/interp/syntax"
	"gex/runtime/late"
)

// tokenKind is the class of a token of an output.
type tokenKind uint8

const (
	word     tokenKind = iota // names, atoms, numbers, keys
	quoted                    // strings and charlists
	id                        // pids, references, ports
	function                  // functions of the prompt
	stamp                     // the time of a log line
	open                      // [ ( { << %Name{ and #Name<
	closed                    // ] ) } >>
	mark                      // everything else
)

// token is a piece of an output. Its place is in bytes of the text.
type token struct {
	kind       tokenKind
	text       string
	start, end int
}

// wholes are what comparing takes for one token and the syntax for several.
var wholes = []struct {
	kind    tokenKind
	pattern func() *regexp.Regexp
}{
	{stamp, late.Regexp(`^\d\d:\d\d:\d\d\.\d{3}\b`)},
	{id, late.Regexp(`^#(?:PID|Reference|Port|Ref)<[\d.]+>`)},
	{id, late.Regexp(`^<\d+\.\d+\.\d+>`)},
	{function, promptFunction},
	{quoted, late.Regexp(`^~c"(?:[^"\\]|\\.)*"`)},
	{open, late.Regexp(`^#[A-Z][\w.]*<`)},
	{open, late.Regexp(`^%[A-Z][\w.]*\{`)},
}

// promptFunction is a function that an input made. All but its arity, the first
// submatch, tells of the version of the evaluator.
var promptFunction = late.Regexp(`^#Function<\d+\.\d+/(\d+) in :erl_eval\.expr/\d+>`)

var brackets = map[string]tokenKind{
	"[": open, "(": open, "{": open, "<<": open, "%{": open,
	"]": closed, ")": closed, "}": closed, ">>": closed,
}

// tokenize takes an output apart. It knows no errors.
func tokenize(text string) []token {
	var tokens []token
	at := 0
	for _, t := range syntax.Tokens(text) {
		start := at + len(text[at:]) - len(strings.TrimLeftFunc(text[at:], unicode.IsSpace))
		if len(tokens) > 0 && start < tokens[len(tokens)-1].end {
			at = start + len(t.Text) // inside of a whole
			continue
		}
		found := classify(t, text[start:])
		found.start, found.end = start, start+len(found.text)
		tokens = append(tokens, found)
		at = start + len(t.Text)
	}
	return tokens
}

// classify returns the token at the start of text, where t is.
func classify(t syntax.Token, text string) token {
	if t.Kind != syntax.Text && t.Kind != syntax.Opaque || strings.HasPrefix(text, "#") {
		for _, w := range wholes {
			if found := w.pattern().FindString(text); found != "" && found != "#Function<" {
				return token{kind: w.kind, text: found}
			}
		}
	}
	kind := mark
	switch t.Kind {
	case syntax.Word:
		kind = word
	case syntax.Text:
		kind = quoted
	case syntax.Mark:
		if k, ok := brackets[t.Text]; ok {
			kind = k
		}
	}
	return token{kind: kind, text: t.Text}
}

// closer returns the partner of an opening bracket.
func closer(opening string) string {
	switch opening[len(opening)-1] {
	case '[':
		return "]"
	case '(':
		return ")"
	case '{':
		return "}"
	}
	if opening == "<<" {
		return ">>"
	}
	return ">"
}
